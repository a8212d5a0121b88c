package docx

import (
	"cmp"
	"fmt"
	"strconv"

	"communique/editor/intake/layout"
	"communique/editor/intake/parts"
)

// run reads letters that look alike.
func (r *reader) run() error {
	var own characters
	var style, align string
	look := func() characters { return own.over(r.styles.look(style)).over(r.styles.look(r.p.style)) }
	return r.walker.Inside(func(e parts.Element) error {
		switch e.Name {
		case "rPr":
			return r.walker.Inside(func(e parts.Element) error {
				switch e.Name {
				case "rStyle":
					style = e.Get("val")
				case "vertAlign":
					align = e.Get("val")
				case "position": // LibreOffice raises letters so
					align = raised(e.Get("val"))
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
			r.letters(text, align, own)
			return err
		case "tab", "ptab":
			r.letters(" ", "", look())
		case "noBreakHyphen":
			r.letters("-", "", look())
		}
		return r.thing(e, look())
	}, nil)
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
func (r *reader) letters(text, align string, look characters) {
	if !r.shown() {
		r.hide()
		return
	}
	if is(look.hidden) {
		if !r.hidden {
			r.w.Lose(layout.Hidden, 1)
		}
		r.hidden = true
		return
	}
	r.hidden = false
	if is(look.struck) {
		r.w.LoseWords(layout.Struck, text, r.struck)
	}
	r.struck = is(look.struck)
	switch cmp.Or(align, r.align) {
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

// thing reads what is no letter.
func (r *reader) thing(e parts.Element, look characters) error {
	switch e.Name {
	case "br", "cr":
		if r.shown() && !is(look.hidden) {
			r.lineEnd(e.Get("type"))
		}
	case "fldChar":
		r.character(e)
		return r.walker.Skip()
	case "instrText":
		text, err := r.walker.Text()
		if n := r.open(false); n >= 0 && !r.fields[n].result {
			r.fields[n].add(text)
		}
		return err
	case "delText", "delInstrText", "rt":
		return r.walker.Skip()
	case "annotation":
		return r.annotation(e, func(e parts.Element) error { return r.thing(e, look) })
	case "footnote", "endnote":
		return r.noteHere(e)
	case "footnoteReference", "endnoteReference":
		r.note(e)
	case "commentReference", "sym":
		r.sign(e, look)
	case "drawing", "pict", "object":
		return r.drawing()
	case "AlternateContent":
		return r.alternative(func(e parts.Element) error { return r.thing(e, look) })
	}
	return nil
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
	r.letters(r.signs(string(rune(code)), look), "", look)
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
func (r *reader) note(e parts.Element) {
	name := e.Name[:len(e.Name)-len("Reference")] + e.Get("id")
	if _, known := r.notes[name]; !known || !r.shown() {
		return
	}
	if r.numbers[name] == 0 {
		r.called = append(r.called, name)
		r.numbers[name] = len(r.called)
	}
	r.w.Words(fmt.Sprintf("[%d]", r.numbers[name]), layout.Look{})
}

// noteHere reads a note that stands where it is called, as Word 2003 has it.
func (r *reader) noteHere(e parts.Element) error {
	name := fmt.Sprintf("%s here %d", e.Name, len(r.notes))
	d, err := r.apart(layout.Note, func() error { return r.walker.Inside(r.block, nil) })
	if err == nil {
		r.notes[name] = d
		r.called = append(r.called, name)
		r.w.Words(fmt.Sprintf("[%d]", len(r.called)), layout.Look{})
	}
	return err
}
