package pdf

import (
	"communique/editor/intake/pdf/objects"
)

// characters is a map of codes: to letters, or to the glyphs of a font, of which only the lengths of
// the codes are asked (9.7.5, 9.10.3).
type characters struct {
	text   map[uint32]string
	spaces []space
	codes  *int // that all fonts say something of
}

// space are the codes of a length.
type space struct {
	length    int
	low, high string
}

// maxCodes is how many codes all fonts together say something of, at most: which letter they are, or how wide.
const maxCodes = 3_000_000

// characters reads a map.
func (r *reader) characters(s *objects.Stream) *characters {
	c := &characters{text: map[uint32]string{}, codes: &r.codes}
	data, err := r.file.Data(s)
	if err != nil {
		return c
	}
	l := objects.NewLexer(data)
	var before []any
	for o, more := l.Next(); more; o, more = l.Next() {
		word, is := o.(objects.Keyword)
		if !is {
			before = append(before, o)
			continue
		}
		switch word {
		case "endcodespacerange":
			c.addSpaces(before)
		case "endbfchar":
			for i := 0; i+1 < len(before); i += 2 {
				c.add(codeIn(before[i]), lettersIn(before[i+1]))
			}
		case "endbfrange":
			for i := 0; i+2 < len(before); i += 3 {
				c.addRange(codeIn(before[i]), codeIn(before[i+1]), before[i+2])
			}
		}
		before = before[:0]
	}
	return c
}

func (c *characters) addSpaces(bounds []any) {
	for i := 0; i+1 < len(bounds); i += 2 {
		low, _ := bounds[i].(objects.String)
		high, _ := bounds[i+1].(objects.String)
		if len(low) == len(high) && len(low) > 0 && len(low) <= 4 && len(c.spaces) < 100 {
			c.spaces = append(c.spaces, space{len(low), string(low), string(high)})
		}
	}
}

func (c *characters) add(code uint32, letters string) {
	if *c.codes++; *c.codes <= maxCodes {
		c.text[code] = letters
	}
}

// addRange adds codes in a row, whose letters are in a row, too, or in a list.
func (c *characters) addRange(low, high uint32, to any) {
	if list, is := to.(objects.Array); is {
		for n, letters := range list {
			if code := low + uint32(n); code <= high {
				c.add(code, lettersIn(letters))
			}
		}
		return
	}
	s, is := to.(objects.String)
	if !is || len(s) == 0 || high < low || high-low >= 1<<16 {
		return
	}
	for code := low; code <= high && *c.codes < maxCodes; code++ {
		last := []byte(s)
		for at, more := len(last)-1, code-low; at >= 0 && more > 0; at-- { // with what it has too many for a byte
			more += uint32(last[at])
			last[at], more = byte(more), more>>8 //nolint:gosec // the lowest
		}
		c.add(code, objects.UTF16(last))
	}
}

func codeIn(o any) uint32 {
	s, _ := o.(objects.String)
	return codeOf(s)
}

// codeOf is the number that bytes are, the greater ones first.
func codeOf(s objects.String) (code uint32) {
	for i := range len(s) {
		code = code<<8 | uint32(s[i])
	}
	return code
}

func lettersIn(o any) string {
	switch o := o.(type) {
	case objects.String:
		return objects.UTF16([]byte(o))
	case objects.Name:
		return lettersOf(string(o))
	}
	return ""
}

// length is how many bytes the code has that a string begins with: those of the first space that it fits.
func (c *characters) length(s objects.String) int {
	for _, space := range c.spaces {
		if len(s) < space.length {
			continue
		}
		fits := true
		for i := range space.length {
			fits = fits && s[i] >= space.low[i] && s[i] <= space.high[i]
		}
		if fits {
			return space.length
		}
	}
	return min(c.spaces[0].length, len(s))
}
