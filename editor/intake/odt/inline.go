package odt

import (
	"encoding/base64"
	"fmt"
	"strings"

	"communique/editor/intake/layout"
	"communique/editor/intake/parts"
	"communique/editor/wordset"
)

// now is how the words look that are read.
func (r *reader) now() look {
	if n := len(r.looks); n > 0 {
		return r.looks[n-1]
	}
	return look{characters: r.base}
}

// letters adds letters of the text.
func (r *reader) letters(text string) {
	l := r.now()
	if is(l.hidden) {
		if !r.hidden && strings.TrimSpace(text) != "" {
			r.w.Lose(layout.Hidden, 1)
			r.hidden = true
		}
		return
	}
	r.hidden = false
	if is(l.struck) {
		r.w.LoseWords(layout.Struck, text, r.struck)
	}
	r.struck = is(l.struck)
	switch l.raised {
	case 1:
		text = layout.Raised(text)
	case -1:
		text = layout.Lowered(text)
	}
	// What all words of a style have is no emphasis.
	r.w.Words(text, layout.Look{Bold: is(l.bold) && !is(r.base.bold), Italic: is(l.italic) && !is(r.base.italic), Address: l.address})
}

// inline reads what stands in a paragraph.
func (r *reader) inline(e parts.Element) error {
	switch e.Name {
	case "span":
		l := r.now()
		l.characters = r.styles.look(key("text", e.Get("style-name"))).over(l.characters)
		return r.within(l)
	case "a":
		l := r.now()
		address, known := layout.Address(e.Get("href"))
		if !known {
			r.w.Lose(layout.Links, 1)
		}
		l.address = address
		return r.within(l)
	case "s", "tab": // of several spaces one is left anyway
		r.letters(" ")
	case "line-break":
		r.w.Break()
	case "annotation":
		r.w.Lose(layout.Comments, 1)
		return r.walker.Skip()
	case "ruby-text": // over the letters that stand before it
		above, err := r.walker.Text()
		if above = parts.Above(above); above != "" {
			r.letters(above)
		}
		return err
	case "page-number", "page-count":
		if r.edge {
			return r.walker.Skip()
		}
	case "control", "script":
		r.w.Lose(layout.Objects, 1)
		return r.walker.Skip()
	case "placeholder":
		r.w.Lose(layout.Questions, 1)
		return r.walker.Skip()
	case "content-control":
		if e.Get("showing-place-holder") == "true" {
			r.w.Lose(layout.Questions, 1)
			return r.walker.Skip()
		}
	default:
		return r.perhaps(e)
	}
	return nil
}

// perhaps reads what may be hidden: by itself, or with what it stands in.
func (r *reader) perhaps(e parts.Element) error {
	switch e.Name {
	case "tracked-changes":
		return r.walker.Skip()
	case "hidden-text": // what says on what it depends says that it is, too
		if e.Get("is-hidden") == "true" || e.Get("is-hidden") == "" && !e.Has("condition") {
			r.w.Lose(layout.Hidden, 1)
			return r.walker.Skip()
		}
	case "hidden-paragraph":
		switch {
		case e.Get("is-hidden") == "true":
			r.gone = true
			r.w.Lose(layout.Hidden, 1)
		case !e.Has("condition"):
			r.w.Lose(layout.Hidden, 1)
		}
		return r.walker.Skip()
	case "variable-set", "user-field-get", "user-field-input", "expression", "sequence":
		if e.Get("display") == "none" {
			return r.conceal()
		}
	case "note":
		if is(r.now().hidden) {
			return r.conceal()
		}
		return r.note()
	default:
		if !drawn.Has(e.Name) {
			return nil
		}
		if is(r.now().hidden) {
			return r.conceal()
		}
		return r.drawing()
	}
	return nil
}

// conceal goes over what nobody is to see, and tells of its words once.
func (r *reader) conceal() error {
	words := ""
	err := r.walker.Inside(func(parts.Element) error { return nil }, func(text string) {
		if words == "" {
			words = strings.TrimSpace(text)
		}
	})
	if words != "" && !r.hidden {
		r.w.Lose(layout.Hidden, 1)
		r.hidden = true
	}
	return err
}

// drawn are what is drawn, in which words may stand (OpenDocument 1.3, 10).
var drawn = wordset.Of("frame text-box custom-shape g rect line ellipse circle polygon polyline regular-polygon path connector caption measure")

// within reads what looks in one way.
func (r *reader) within(l look) error {
	r.looks = append(r.looks, l)
	err := r.walker.Inside(r.inline, r.letters)
	r.looks = r.looks[:len(r.looks)-1]
	return err
}

// note puts a number where a note is called, and the note behind the text.
func (r *reader) note() error {
	n := len(r.notes) + 1
	r.notes = append(r.notes, layout.Document{})
	r.w.Words(fmt.Sprintf("[%d]", n), layout.Look{})
	d, err := r.apart(layout.Note, func() error {
		return r.walker.Inside(func(e parts.Element) error {
			switch e.Name {
			case "note-citation":
				return r.walker.Skip()
			case "note-body":
				return r.walker.Inside(r.block, nil)
			}
			return nil
		}, nil)
	})
	if len(d.Paragraphs) > 0 {
		first := layout.Writer{Part: layout.Note}
		first.Words(fmt.Sprintf("[%d] ", n), layout.Look{})
		first.Line(d.Paragraphs[0].Text, d.Paragraphs[0].Marks)
		first.End(layout.Paragraph{Kind: d.Paragraphs[0].Kind, Level: d.Paragraphs[0].Level, Number: d.Paragraphs[0].Number, Label: d.Paragraphs[0].Label})
		d.Paragraphs = append(first.Document().Paragraphs, d.Paragraphs[1:]...)
	}
	r.notes[n-1] = d
	return err
}

// drawing reads pictures, and the words in boxes.
func (r *reader) drawing() error {
	var alternative, title string
	var files [][]byte
	object := false
	inside := func(e parts.Element) (done bool, err error) {
		switch e.Name {
		case "image":
			file, err := r.image(e)
			files = append(files, file)
			return true, err
		case "object", "object-ole", "plugin", "applet", "floating-frame":
			r.w.Lose(layout.Objects, 1)
			object = true
			return true, r.walker.Skip()
		case "title":
			title, err = r.walker.Text()
			return true, err
		case "desc":
			alternative, err = r.walker.Text()
			return true, err
		}
		return false, nil
	}
	d, err := r.apart(layout.Box, func() error {
		return r.walker.Inside(func(e parts.Element) error {
			if done, err := inside(e); done || err != nil {
				return err
			}
			return r.block(e)
		}, nil)
	})
	if alternative == "" {
		alternative = title
	}
	shown, err2 := r.apart(r.w.Part, func() error {
		for _, file := range files[:min(len(files), 1)] { // others are the same in other formats
			if !object || layout.IsPicture(file) { // otherwise it only shows the object, which is told
				r.w.Picture(file, alternative)
			}
		}
		return nil
	})
	if err == nil {
		err = err2
	}
	r.boxes = append(r.boxes, shown, layout.Boxed(d))
	return err
}

// image returns the file of a picture: a part of the package, or written out in place.
func (r *reader) image(e parts.Element) (file []byte, err error) {
	if name := e.Get("href"); name != "" && r.file != nil {
		file = r.file(strings.TrimPrefix(name, "./"))
	}
	var text strings.Builder
	err = r.walker.Inside(func(parts.Element) error { return nil }, func(s string) { text.WriteString(s) })
	if file == nil {
		file, _ = base64.StdEncoding.DecodeString(strings.Join(strings.Fields(text.String()), "")) // what is none is no picture
	}
	return file, err
}
