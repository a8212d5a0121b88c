package docx

import (
	"cmp"
	"fmt"
	"strconv"
	"unicode"

	"communique/editor/intake/layout"
	"communique/editor/intake/parts"
)

// run reads letters that look alike.
func (r *reader) run() error {
	var own characters
	var style string
	look := func() characters { return own.over(r.styles.look(style)).over(r.styles.look(r.p.style)) }
	var content func(parts.Element) error
	content = func(e parts.Element) error {
		switch e.Name {
		case "rPr":
			return r.walker.Inside(func(e parts.Element) error {
				switch e.Name {
				case "rStyle":
					style = e.Get("val")
				case "rPrChange":
					return r.walker.Skip()
				default:
					own.set(e)
				}
				return nil
			}, nil)
		case "t":
			text, err := r.walker.Text()
			own := look()
			if layout.IsSigns(own.font) {
				text = r.signs(text, own)
			}
			r.letters(text, own)
			return err
		case "tab", "ptab":
			r.letters(" ", look())
		case "noBreakHyphen":
			r.letters("-", look())
		case "AlternateContent":
			return r.alternative(content)
		}
		return r.thing(e, look())
	}
	return r.walker.Inside(content, nil)
}

// raised reads where letters stand, in half points above the line.
func raised(position string) string {
	switch n, _ := strconv.Atoi(position); { // what is no number stands on the line
	case n > 3:
		return "superscript"
	case n < -3:
		return "subscript"
	}
	return ""
}

// letters adds letters of the text. Words that are hidden, or only stand in a field's
// code, are none.
func (r *reader) letters(text string, look characters) {
	if !r.shown() {
		r.hide()
		return
	}
	if r.conceals(look) {
		return
	}
	if n := r.open(false); n >= 0 {
		r.fields[n].said = true
	}
	if is(look.struck) {
		r.w.LoseWords(layout.Struck, text, r.struck)
	}
	r.struck = is(look.struck)
	switch cmp.Or(look.align, r.align) {
	case "superscript":
		text = layout.Raised(text)
	case "subscript":
		text = layout.Lowered(text)
	}
	// What all words of a style have is no emphasis.
	below := r.styles.look(r.p.style)
	r.w.Words(text, layout.Look{
		Bold: is(look.bold) && !is(below.bold), Italic: is(look.italic) && !is(below.italic), Address: r.address(),
	})
}

// conceals reports whether nobody is to see what stands in a run, and tells it once.
func (r *reader) conceals(look characters) bool {
	hidden := is(look.hidden)
	if hidden && !r.hidden {
		r.w.Lose(layout.Hidden, 1)
	}
	r.hidden = hidden
	return hidden
}

// thing reads what is no letter.
func (r *reader) thing(e parts.Element, look characters) error {
	switch e.Name {
	case "br", "cr":
		if r.shown() && !is(look.hidden) {
			r.lineEnd(e.Get("type"))
		}
	case "fldChar":
		return r.character(e, look)
	case "instrText":
		text, err := r.walker.Text()
		if n := r.open(false); n >= 0 && !r.fields[n].result {
			r.fields[n].add(text)
		}
		return err
	case "delText", "delInstrText":
		return r.walker.Skip()
	case "footnoteReference", "endnoteReference":
		r.note(e, look)
	case "commentReference", "sym":
		r.sign(e, look)
	default:
		return r.around(e, look)
	}
	return nil
}

// around reads what holds a text of its own, or several.
func (r *reader) around(e parts.Element, look characters) error {
	switch e.Name {
	case "annotation":
		return r.annotation(e, func(e parts.Element) error { return r.thing(e, look) })
	case "ruby":
		return r.ruby(look)
	case "footnote", "endnote", "drawing", "pict", "object":
		if r.conceals(look) {
			return r.walker.Skip()
		}
		return r.beside(e)
	}
	return nil
}

// ruby reads letters with others over them, which the format has first.
func (r *reader) ruby(look characters) error {
	above := ""
	err := r.walker.Inside(func(e parts.Element) (err error) {
		if e.Name == "rt" {
			above, err = r.walker.Text()
			return err
		}
		return r.inline(e)
	}, nil)
	if above = parts.Above(above); above != "" {
		r.letters(above, look)
	}
	return err
}

// beside reads what stands beside the line: a note, a picture, a box.
func (r *reader) beside(e parts.Element) error {
	if e.Name == "footnote" || e.Name == "endnote" {
		return r.noteHere(e)
	}
	return r.drawing(e.Name == "object")
}

// sign reads a sign of a font of its own, where it shows a letter; a remark is only told.
func (r *reader) sign(e parts.Element, look characters) {
	if e.Name == "commentReference" {
		r.w.Lose(layout.Comments, 1)
		return
	}
	look.font = e.Get("font")
	code, err := strconv.ParseUint(e.Get("char"), 16, 16)
	if err != nil {
		code = 0
	}
	text := string(rune(code))
	if layout.IsSigns(look.font) || unicode.Is(unicode.Co, rune(code)) || code == 0 {
		text = r.signs(text, look)
	}
	r.letters(text, look)
}

// signs are what letters show that are set in a font of signs.
func (r *reader) signs(text string, look characters) string {
	shown, lost := layout.Signs(text, layout.IsSymbol(look.font))
	if r.shown() && !is(look.hidden) {
		r.w.Lose(layout.Objects, lost)
	}
	return shown
}

// lineEnd ends a line, and with a page or a column the paragraph.
func (r *reader) lineEnd(kind string) {
	r.w.Break()
	if kind == "page" || kind == "column" {
		r.w.Break()
	}
}

// note puts the number of a note where the text calls it.
func (r *reader) note(e parts.Element, look characters) {
	name := e.Name[:len(e.Name)-len("Reference")] + e.Get("id")
	if _, known := r.notes[name]; !known || !r.shown() || r.conceals(look) {
		return
	}
	r.call(name, e.Has("customMarkFollows") && isOn(e.Get("customMarkFollows")))
}

// call writes the number of a note, unless a mark of the writer's own stands there, and in the note.
func (r *reader) call(name string, marked bool) {
	number, called := r.numbers[name]
	if !called {
		if !marked {
			r.counted++
			number = fmt.Sprintf("[%d]", r.counted)
		}
		r.called = append(r.called, name)
		r.numbers[name] = number
	}
	r.w.Words(number, layout.Look{})
}

// noteHere reads a note that stands where it is called, as Word 2003 has it.
func (r *reader) noteHere(e parts.Element) error {
	name := fmt.Sprintf("%s here %d", e.Name, len(r.notes))
	d, err := r.apart(layout.Note, func() error { return r.walker.Inside(r.block, nil) })
	if err == nil {
		r.notes[name] = d
		r.call(name, false)
	}
	return err
}
