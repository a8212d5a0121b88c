package logo

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"

	"golang.org/x/net/html/charset"
)

// mostUsed is how many elements the uses of a drawing draw at most.
const mostUsed = 100_000

var (
	errEndless = errors.New("use of what uses it")
	errUses    = errors.New("too many elements by use")
)

// uses are the definitions of a drawing, as far as they say what is drawn by each use. oksvg
// follows them as they are written: one that leads back to itself would end the program, a
// few that multiply take all memory. So they are counted before.
type uses struct {
	defined map[string]definition
	counted map[string]int
}

// definition is a piece of what stands within defs, from one id to the next.
type definition struct {
	elements int
	uses     []string // the ids
}

// checkUses reports a drawing whose uses never end, or draw too much.
func checkUses(data []byte) error {
	u := uses{map[string]definition{}, map[string]int{}}
	drawn, err := u.read(data)
	if err != nil {
		return err
	}
	total := 0
	for _, id := range drawn {
		count, err := u.count(id)
		if err != nil {
			return err
		}
		if total += count; total > mostUsed {
			return errUses
		}
	}
	return nil
}

// read takes the definitions of a drawing and returns what is used outside of them. It
// parts them as oksvg does, where an element with an id begins the next one, whatever it
// stands in.
func (u uses) read(data []byte) (drawn []string, err error) {
	inside, gradient, id := false, false, ""
	decoder := decoderOf(data)
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return drawn, nil
		}
		if err != nil {
			return nil, err
		}
		switch element := token.(type) {
		case xml.StartElement:
			name := element.Name.Local
			if name == "linearGradient" || name == "radialGradient" {
				gradient = true
			}
			switch {
			case inside && !gradient && name == "defs":
				return nil, errors.New("defs within defs")
			case inside && !gradient:
				if own := attribute(element, "id"); own != "" {
					id = own
				}
				d := u.defined[id]
				d.elements++
				if name == "use" {
					d.uses = append(d.uses, used(element))
				}
				u.defined[id] = d
			case name == "use":
				drawn = append(drawn, used(element))
			case name == "defs":
				inside, id = true, ""
			}
		case xml.EndElement:
			switch element.Name.Local {
			case "defs":
				inside = false
			case "linearGradient", "radialGradient":
				gradient = false
			}
		}
	}
}

// count is how many elements a use draws.
func (u uses) count(id string) (int, error) {
	const counting = -1
	switch known, found := u.counted[id]; {
	case known == counting:
		return 0, errEndless
	case found:
		return known, nil
	}
	u.counted[id] = counting
	d := u.defined[id]
	total := d.elements
	for _, inner := range d.uses {
		count, err := u.count(inner)
		if err != nil {
			return 0, err
		}
		if total += count; total > mostUsed {
			return 0, errUses
		}
	}
	u.counted[id] = total
	return total, nil
}

// used is the id that a use names.
func used(element xml.StartElement) string {
	href := attribute(element, "href")
	return href[min(len(href), 1):]
}

// attribute is the last of that name; "" for none.
func attribute(element xml.StartElement, name string) string {
	value := ""
	for _, a := range element.Attr {
		if a.Name.Local == name {
			value = a.Value
		}
	}
	return value
}

// decoderOf reads the XML of a drawing in any encoding that it declares, as oksvg does.
func decoderOf(data []byte) *xml.Decoder {
	decoder := xml.NewDecoder(bytes.NewReader(data))
	decoder.CharsetReader = charset.NewReaderLabel
	return decoder
}
