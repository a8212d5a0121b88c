package docx

import "communique/editor/intake/parts"

// formula reads the parts of one that stand elsewhere than in a line, or that are drawn: what is raised or lowered, what a
// fraction is divided by, brackets, roots and signs of sums.
func (r *reader) formula(e parts.Element) error {
	switch e.Name {
	case "sup", "deg":
		return r.aligned("superscript")
	case "sub":
		return r.aligned("subscript")
	case "lim": // below the line, or above it
		r.letters(" ", characters{})
	case "mr", "eqArr":
		return r.apartIn()
	case "den":
		r.letters("/", characters{})
	case "rad":
		return r.root()
	case "d":
		return r.bracketed()
	case "nary":
		return r.summed()
	}
	return nil
}

// aligned reads what stands above the line, or below it.
func (r *reader) aligned(align string) error {
	before := r.align
	r.align = align
	err := r.walker.Inside(r.inline, nil)
	r.align = before
	return err
}

// apartIn reads a row of a matrix, or equations below one another: a space parts them.
func (r *reader) apartIn() error {
	return r.walker.Inside(func(e parts.Element) error {
		if e.Name != "e" {
			return r.inline(e)
		}
		err := r.walker.Inside(r.inline, nil)
		r.letters(" ", characters{})
		return err
	}, nil)
}

// root reads a root: its degree stands before the sign.
func (r *reader) root() error {
	return r.walker.Inside(func(e parts.Element) error {
		if e.Name == "e" {
			r.letters("√", characters{})
			return r.walker.Inside(r.inline, nil)
		}
		return r.inline(e)
	}, nil)
}

// bracketed reads what stands in brackets, which are drawn as large as it is (ISO/IEC 29500-1, 22.1.2.24).
func (r *reader) bracketed() error {
	begin, between, end := "(", "|", ")"
	err := r.walker.Inside(func(e parts.Element) error {
		switch e.Name {
		case "begChr":
			begin = e.Get("val")
		case "sepChr":
			between = e.Get("val")
		case "endChr":
			end = e.Get("val")
		case "e":
			r.letters(begin, characters{})
			begin = between
			return r.walker.Inside(r.inline, nil)
		}
		return nil
	}, nil)
	r.letters(end, characters{})
	return err
}

// summed reads a sum, an integral or the like, whose sign says what it is.
func (r *reader) summed() error {
	sign := "∫"
	return r.walker.Inside(func(e parts.Element) error {
		switch e.Name {
		case "chr":
			sign = e.Get("val")
		case "sub", "sup", "e":
			r.letters(sign, characters{})
			sign = ""
			if e.Name == "e" {
				return r.walker.Inside(r.inline, nil)
			}
			return r.formula(e)
		}
		return nil
	}, nil)
}
