package logo

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"

	"golang.org/x/net/html/charset"
)

// mostUsed is how many elements the uses of a drawing draw at most: each may take a
// millisecond.
const mostUsed = 1_000

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

// reading is how far the definitions of a drawing have been read.
type reading struct {
	uses
	inside, gradient bool     // defs, a gradient
	id               string   // of the definition
	drawn            []string // what is used outside of the definitions
}

// read takes the definitions of a drawing and returns what is used outside of them. It
// parts them as oksvg does, where an element with an id begins the next one, whatever it
// stands in.
func (u uses) read(data []byte) (drawn []string, err error) {
	r := reading{uses: u}
	decoder := decoderOf(data)
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return r.drawn, nil
		}
		if err != nil {
			return nil, err
		}
		switch element := token.(type) {
		case xml.StartElement:
			if err := r.start(element); err != nil {
				return nil, err
			}
		case xml.EndElement:
			r.end(element.Name.Local)
		}
	}
}

// start takes the beginning of an element.
func (r *reading) start(element xml.StartElement) error {
	name := element.Name.Local
	r.gradient = r.gradient || isGradient(name)
	defines := r.inside && !r.gradient
	switch {
	case defines && name == "defs":
		return errors.New("defs within defs")
	case defines:
		r.define(element)
	case name == "use":
		r.drawn = append(r.drawn, used(element))
	case name == "defs":
		r.inside, r.id = true, ""
	}
	return nil
}

// define adds an element to a definition, or begins one with it.
func (r *reading) define(element xml.StartElement) {
	if own := attribute(element, "id"); own != "" {
		r.id = own
	}
	d := r.defined[r.id]
	d.elements++
	if element.Name.Local == "use" {
		d.uses = append(d.uses, used(element))
	}
	r.defined[r.id] = d
}

// end takes the end of an element.
func (r *reading) end(name string) {
	if name == "defs" {
		r.inside = false
	}
	if isGradient(name) {
		r.gradient = false
	}
}

func isGradient(name string) bool { return name == "linearGradient" || name == "radialGradient" }

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
