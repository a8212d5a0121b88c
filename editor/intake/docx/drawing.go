package docx

import (
	"communique/editor/intake/layout"
	"communique/editor/intake/parts"
)

// drawing reads pictures, and the words in boxes; object says that they show what another program has made. Lines and shapes
// without words are no loss.
func (r *reader) drawing(object bool) error {
	alternative, told := "", false
	err := r.walker.Inside(func(e parts.Element) error {
		switch e.Name {
		case "docPr", "shape":
			if alternative = e.Get("descr"); alternative == "" {
				alternative = e.Get("alt")
			}
		case "blip":
			r.picture(e.Get("embed"), "", alternative, false)
			return r.walker.Skip()
		case "imagedata":
			r.picture(e.Get("id"), e.Get("src"), alternative, object)
		case "txbxContent", "txBody":
			return r.box(func() error { return r.walker.Inside(r.block, nil) })
		case "Fallback":
			return r.walker.Skip()
		case "binData": // it is shown by its name
			return r.walker.Skip()
		case "OLEObject", "control":
			r.w.Lose(layout.Objects, 1)
			told = true
		default:
			return r.drawn(e)
		}
		return nil
	}, nil)
	if object && !told {
		r.w.Lose(layout.Objects, 1)
	}
	return err
}

// picture reads a picture by the id of its link, to which Word 2003 adds its name. One that only shows an object, and is
// none that a release may have, is told with that.
func (r *reader) picture(id, name, alternative string, object bool) {
	file := r.Package.Read(r.links[id].address + name)
	if r.links[id].external {
		file = nil
	}
	if object && !layout.IsPicture(file) {
		return
	}
	if d, err := r.apart(r.w.Part, func() error { r.w.Picture(file, alternative); return nil }); err == nil {
		r.boxes = append(r.boxes, d)
	}
}

// box reads words that stand beside the text.
func (r *reader) box(read func() error) error {
	d, err := r.apart(layout.Box, read)
	r.boxes = append(r.boxes, layout.Boxed(d))
	return err
}

// drawn reads what is drawn by its description: a chart, a diagram, words that are drawn, which on every page are no text, and
// a rule.
func (r *reader) drawn(e parts.Element) error {
	switch e.Name {
	case "chart":
		return r.diagram(e.Get("id"))
	case "relIds":
		return r.diagram(e.Get("dm"))
	case "textpath":
		if words := e.Get("string"); words != "" && !r.margin {
			return r.box(func() error { r.w.Words(words, layout.Look{}); return nil })
		}
	case "rect":
		if hr := e.Get("hr"); hr == "t" || hr == "true" {
			r.boxes = append(r.boxes, layout.Document{Paragraphs: []layout.Paragraph{{Kind: layout.Rule}}})
		}
	}
	return nil
}

// diagram reads the words of a chart or a diagram: its part has them in paragraphs, and what is
// drawn of them is lost. A broken one has no words, and none refers to another.
func (r *reader) diagram(id string) error {
	r.w.Lose(layout.Objects, 1)
	walker, links := r.walker, r.links
	defer func() { r.walker, r.links = walker, links }()
	part := r.links[id].address
	r.links = nil
	d, err := r.apart(layout.Box, func() error {
		return r.Package.Walk(part, func(w *parts.Walker, e parts.Element) error {
			r.walker = w
			return r.block(e)
		})
	})
	if err == nil {
		r.boxes = append(r.boxes, d)
	}
	return nil
}
