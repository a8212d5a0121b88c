package docx

import (
	"communique/editor/intake/layout"
	"communique/editor/intake/parts"
)

// drawing reads pictures, and the words in boxes. Lines and shapes without words are no
// loss.
func (r *reader) drawing() error {
	alternative := ""
	return r.walker.Inside(func(e parts.Element) error {
		switch e.Name {
		case "docPr", "shape":
			if alternative = e.Get("descr"); alternative == "" {
				alternative = e.Get("alt")
			}
		case "blip":
			r.picture(e.Get("embed"), "", alternative)
			return r.walker.Skip()
		case "imagedata":
			r.picture(e.Get("id"), e.Get("src"), alternative)
		case "txbxContent", "txBody":
			return r.box(func() error { return r.walker.Inside(r.block, nil) })
		case "Fallback":
			return r.walker.Skip()
		case "binData": // it is shown by its name
			return r.walker.Skip()
		case "chart":
			return r.drawn(e.Get("id"))
		case "relIds":
			return r.drawn(e.Get("dm"))
		case "OLEObject":
			r.w.Lose(layout.Objects, 1)
		case "rect":
			if e.Get("hr") == "t" || e.Get("hr") == "true" {
				r.boxes = append(r.boxes, layout.Document{Paragraphs: []layout.Paragraph{{Kind: layout.Rule}}})
			}
		}
		return nil
	}, nil)
}

// picture reads a picture by the id of its link, to which Word 2003 adds its name.
func (r *reader) picture(id, name, alternative string) {
	file := r.Package.Read(r.links[id].address + name)
	if r.links[id].external {
		file = nil
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

// drawn reads the words of a chart or a diagram: its part has them in paragraphs, and what is
// drawn of them is lost. A broken one has no words, and none refers to another.
func (r *reader) drawn(id string) error {
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
