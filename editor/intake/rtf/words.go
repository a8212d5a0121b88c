package rtf

import (
	"strings"

	"communique/editor/intake/layout"
	"communique/editor/wordset"
)

// word does what a control word says. What is not known changes nothing, and a group that it
// begins behind \* is none of the text.
func (r *reader) word(name string, n int, given bool) {
	on := !given || n != 0
	if text, ok := signs[name]; ok {
		if r.passed() {
			return
		}
		r.decode()
		r.text = append(r.text, text...)
		return
	}
	if name == "u" {
		r.letter(n)
		return
	}
	if name == "bin" {
		r.flush()
		r.take(n)
		return
	}
	if name == "*" {
		r.starred = true
		return
	}
	r.flush()
	if r.begin(name) {
		return
	}
	if r.starred {
		r.starred = false
		if name == "cs" && r.reading() { // a style of letters, which older readers pass over
			return
		}
		r.skip = true
		return
	}
	if r.describe(name, n) || r.set(name, n, on) {
		return
	}
	if do, ok := actions[name]; ok && r.reading() {
		do(r, n, on)
	}
}

// reading reports whether what stands here is the text.
func (r *reader) reading() bool { return !r.skip && !r.mute && r.into == nil }

// letter takes a letter of Unicode, and passes over what stands for it.
func (r *reader) letter(n int) {
	r.decode()
	c := rune(n & 0xffff) // sixteen bits; some are written below zero
	switch {
	case c >= 0xd800 && c < 0xdc00:
		r.high = c
	case c >= 0xdc00 && c < 0xe000:
		if r.high != 0 {
			c = (r.high-0xd800)<<10 + (c - 0xdc00) + 0x10000
			r.text = append(r.text, string(c)...)
		}
		r.high = 0
	case c >= 0xf020 && c < 0xf100: // a sign of a font of signs
		text := string(c - 0xf000)
		if r.reading() {
			text = r.signs(text)
		}
		r.text = append(r.text, text...)
	case c > 0:
		r.text = append(r.text, string(c)...)
	}
	r.pass = r.unicodeSkip
}

// signs are letters that have a name.
var signs = map[string]string{
	"tab": " ", "emspace": " ", "enspace": " ", "qmspace": " ", "~": "\u00a0", "_": "-", "-": "",
	"emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
}

// begin reads what a group is that the word begins; false for a word that begins none.
func (r *reader) begin(name string) bool {
	if skipped.Has(name) && (r.starred || len(r.groups) > 1) {
		r.skip = true
		return true
	}
	do, ok := groups[name]
	if !ok {
		return false
	}
	r.starred = false
	if !r.skip || name == "ud" {
		do(r)
	}
	return true
}

// skipped are groups that hold none of the text.
var skipped = wordset.Of(`info colortbl xe tc tcn rxe private ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn filetbl revtbl nonshppict shprslt
	nonesttables listtable listoverridetable rsidtbl generator themedata colorschememapping datastore latentstyles template bkmkstart bkmkend
	objdata objclass objname pntxtb pntxta xmlnstbl atnid atnauthor atrfstart atrfend htmltag mhtmltag pgptbl userprops background`)

// groups are what else a group may be.
var groups = map[string]func(*reader){
	"fonttbl":    (*reader).fontTable,
	"stylesheet": (*reader).styleSheet,
	"pict":       (*reader).picture,
	"shppict":    func(*reader) {},
	"shpinst":    func(r *reader) { r.mute = true },
	"shpgrp":     func(r *reader) { r.mute = true },
	"do":         func(r *reader) { r.mute = true },
	"sp":         func(r *reader) { r.mute = true },
	"shptxt":     (*reader).box,
	"dptxbxtext": (*reader).box,
	"footnote":   (*reader).note,
	"header":     func(r *reader) { r.pageEdge(layout.Head) },
	"headerl":    func(r *reader) { r.pageEdge(layout.Head) },
	"headerr":    func(r *reader) { r.pageEdge(layout.Head) },
	"headerf":    func(r *reader) { r.pageEdge(layout.Head) },
	"footer":     func(r *reader) { r.pageEdge(layout.Foot) },
	"footerl":    func(r *reader) { r.pageEdge(layout.Foot) },
	"footerr":    func(r *reader) { r.pageEdge(layout.Foot) },
	"footerf":    func(r *reader) { r.pageEdge(layout.Foot) },
	"annotation": func(r *reader) { r.w.Lose(layout.Comments, 1); r.skip = true },
	"mmath":      func(r *reader) { r.w.Lose(layout.Objects, 1); r.skip = true },
	"object":     func(r *reader) { r.w.Lose(layout.Objects, 1); r.object = true },
	"result":     func(*reader) {},
	"field":      (*reader).fieldGroup,
	"fldinst":    (*reader).fieldCode,
	"fldrslt":    (*reader).fieldResult,
	"formfield":  func(r *reader) { r.into = func(string) {} },
	"ffl":        (*reader).formEntry,
	"sn":         (*reader).shapeName,
	"sv":         (*reader).shapeValue,
	"NeXTGraphic": func(r *reader) { // a picture beside the file, as Apple writes it, and a letter that stands for it
		r.w.Lose(layout.Pictures, 1)
		r.skip, r.end = true, func() { r.pass = 1 }
	},
	"listtext": (*reader).listLabel,
	"pntext":   (*reader).listLabel,
	"upr":      func(r *reader) { r.both = true },
	"ud": func(r *reader) {
		if n := len(r.groups); n > 0 { // otherwise nothing was opened
			r.skip = r.groups[n-1].skip
		}
	},
}

// set reads how the letters behind look.
func (r *reader) set(name string, n int, on bool) bool {
	switch name {
	case "b":
		r.look.Bold = on
	case "i":
		r.look.Italic = on
	case "s":
		r.p.style = n
	case "sbasedon":
		r.p.base = n
	case "super", "sub":
		r.align = name
	case "nosupersub":
		r.align = ""
	case "up", "dn":
		r.align = ""
		if on && n > 3 {
			r.align = map[string]string{"up": "super", "dn": "sub"}[name]
		}
	case "plain":
		r.plain()
	case "uc":
		r.unicodeSkip = min(max(n, 0), 8)
	default:
		return r.lost.set(name, on)
	}
	return true
}

// set reads what takes words out of the text.
func (l *lost) set(name string, on bool) bool {
	switch name {
	case "v":
		l.hidden = on
	case "strike", "striked":
		l.struck = on
	case "deleted":
		l.deleted = on
	case "mvf": // it stands where it was moved to
		l.moved = on
	default:
		return false
	}
	return true
}

// fontTable reads what fonts there are. What is set in none is set in the main one.
func (r *reader) fontTable() {
	r.into = func(name string) {
		name = strings.TrimSpace(strings.TrimSuffix(name, ";"))
		f := r.fonts[r.font]
		if f.symbol {
			f.known = f.known || layout.IsSymbol(name)
		} else if page, ok := codePage(named(name)); ok && (!f.said || f.western) {
			f = font{page, true}
		}
		r.fonts[r.font] = f
	}
	r.end = func() {
		outer := &r.groups[len(r.groups)-1]
		if f := r.fonts[r.main]; f.said && !f.symbol && !f.western {
			outer.encoding, r.fallback = f.encoding, f.encoding
		}
	}
}

// plain puts the letters behind back to what they are without any word for their look.
func (r *reader) plain() {
	r.look = layout.Look{}
	r.lost, r.align = lost{}, ""
	r.encoding = r.fallback
}

// describe reads what letters are set in: a font and its encoding.
func (r *reader) describe(name string, n int) bool {
	switch name {
	case "f":
		r.font = n
		if f := r.fonts[n]; f.said && r.into == nil {
			r.encoding = f.encoding
		}
	case "fcharset":
		if page, ok := codePage(charsets[n]); ok || n == symbolSet {
			page.symbol, page.western = n == symbolSet, n == 0
			r.fonts[r.font] = font{page, true}
		}
	case "cpg":
		if page, ok := codePage(n); ok {
			r.fonts[r.font] = font{page, true}
		}
	case "fftype", "ffres", "ffdefres":
		r.formValue(name, n)
	case "deff":
		r.main = n
	case "ansicpg":
		if page, ok := codePage(n); ok {
			r.encoding, r.fallback = page, page
		}
	case "mac", "pc", "pca":
		page, _ := codePage(map[string]int{"mac": 10000, "pc": 437, "pca": 850}[name])
		r.encoding, r.fallback = page, page
	default:
		return false
	}
	return true
}
