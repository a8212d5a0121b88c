package html

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"communique/editor/intake/layout"
	"communique/editor/regexp"
)

func attribute(t html.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// maxStyle is how much of a style is read, in bytes.
const maxStyle = 2000

func styleOf(t html.Token) string {
	style := attribute(t, "style")
	return style[:min(len(style), maxStyle)]
}

// isFormat tells the elements that only say how words look. They may overlap others.
func isFormat(a atom.Atom) bool {
	switch a {
	case atom.B, atom.Strong, atom.I, atom.Em, atom.A, atom.S, atom.Strike, atom.Sup, atom.Sub:
		return true
	}
	return false
}

var yes, no = true, false

// formatOf returns how words look in such an element. Editors put bold around all they
// copy, and say in its style that it is none.
func formatOf(t html.Token, style string) (format, bool) {
	if !isFormat(t.DataAtom) {
		return format{}, false
	}
	f := styled(style)
	f.name = t.Data
	switch t.DataAtom {
	case atom.B, atom.Strong:
		if f.bold == nil {
			f.bold = &yes
		}
	case atom.I, atom.Em:
		if f.italic == nil {
			f.italic = &yes
		}
	case atom.S, atom.Strike:
		f.struck = true
	case atom.Sup:
		f.raised = 1
	case atom.Sub:
		f.raised = -1
	}
	return f, true
}

var (
	weight  = regexp.MustCompile(`(?i)(?:^|[;\s])font-weight\s*:\s*([a-z0-9]+)`)
	slant   = regexp.MustCompile(`(?i)(?:^|[;\s])font-style\s*:\s*([a-z]+)`)
	upright = regexp.MustCompile(`(?i)vertical-align\s*:\s*(super|sub)`)
	unseen  = regexp.MustCompile(`(?i)(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|` +
		`clip\s*:\s*rect\((?:\s*[01](?:px)?[\s,]*){4}\)|clip-path\s*:\s*inset\(\s*(?:50|100)%)`) // the last are for screen readers alone
	flat       = regexp.MustCompile(`(?i)(?:^|[;\s])max-height\s*:\s*0(?:px|pt|em|%)?\s*(?:;|!|$)`)
	cutOff     = regexp.MustCompile(`(?i)(?:^|[;\s])overflow\s*:\s*hidden`)
	tiny       = regexp.MustCompile(`(?i)(?:^|[;\s])font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|!|$)`)
	asIgnored  = regexp.MustCompile(`(?i)mso-list\s*:\s*ignore`)
	asListed   = regexp.MustCompile(`(?i)mso-list\s*:\s*l\d`)
	ofLevel    = regexp.MustCompile(`(?i)mso-list\s*:\s*l\d+\s+level([1-9])`)
	asComments = regexp.MustCompile(`(?i)mso-element\s*:\s*comment`)
	asNotes    = regexp.MustCompile(`(?i)mso-element\s*:\s*(?:foot|end)note-list`)
)

// spacing is how white space is shown, and breaks are the ways that show line feeds, as in messengers.
var (
	spacing = regexp.MustCompile(`(?i)(?:^|[;\s])white-space(?:-collapse)?\s*:\s*([a-z-]+)`)
	breaks  = map[string]bool{"pre": true, "pre-wrap": true, "pre-line": true, "break-spaces": true, "preserve": true, "preserve-breaks": true}
)

// styled returns how words look by a style.
func styled(style string) format {
	var f format
	if style == "" {
		return f
	}
	if m := weight.FindStringSubmatch(style); m != nil {
		f.bold = &no
		if w := strings.ToLower(m[1]); w == "bold" || w == "bolder" || len(w) == 3 && w >= "600" && w <= "900" {
			f.bold = &yes
		}
	}
	if m := slant.FindStringSubmatch(style); m != nil {
		f.italic = &no
		if s := strings.ToLower(m[1]); s == "italic" || s == "oblique" {
			f.italic = &yes
		}
	}
	if m := upright.FindStringSubmatch(style); m != nil {
		f.raised = 1
		if strings.EqualFold(m[1], "sub") {
			f.raised = -1
		}
	}
	return f
}

// openFormat begins a look. A link ends the one before it, for none stands in another.
func (r *reader) openFormat(t html.Token, f format) {
	if t.DataAtom == atom.A {
		r.closeFormat("a")
		given := attribute(t, "href")
		if noteBack.MatchString(given) {
			r.noteBegins()
		}
		address, known := layout.Address(given)
		if !known && !r.hidden() {
			r.w.Lose(layout.Links, 1)
		}
		f.away = given != "" && !strings.HasPrefix(given, "#") && !strings.HasPrefix(given, "mailto:") && !strings.HasPrefix(given, "tel:")
		f.address, f.calls = &address, attribute(t, "role") == "doc-noteref" || callsNote.MatchString(attribute(t, "class")) || strings.HasPrefix(attribute(t, "id"), "body_ftn")
		f.calls = f.calls || r.w.Part == layout.Note && noteBack.MatchString(given)
	}
	if t.Type != html.SelfClosingTagToken {
		r.addFormat(f)
	}
}

func (r *reader) addFormat(f format) (id int) {
	if len(r.formats) >= maxOpen {
		return -1
	}
	f.id = r.next
	r.next++
	r.formats = append(r.formats, f)
	return f.id
}

func (r *reader) closeFormat(name string) {
	for i := len(r.formats) - 1; i >= 0; i-- {
		if r.formats[i].name == name {
			r.formats = slices.Delete(r.formats, i, i+1)
			return
		}
	}
}

func (r *reader) dropFormat(id int) {
	r.formats = slices.DeleteFunc(r.formats, func(f format) bool { return f.id == id })
}

// callsNote is the class of a link to a note of pandoc or LibreOffice, and noteBack where one leads that stands in a note of
// Google Docs or LibreOffice.
var (
	callsNote = regexp.MustCompile(`footnote-ref|(?:^|\s)sd(?:foot|end)noteanc(?:\s|$)`)
	noteBack  = regexp.MustCompile(`^#(?:ftnt_ref\d+|sd(?:foot|end)note\d+anc|body_ftn\d+)$`)
)

// noteBegins makes a note of the paragraph that begins here.
func (r *reader) noteBegins() {
	for i := len(r.open) - 1; i >= 0 && r.w.Part == layout.Body; i-- {
		if r.open[i].atom == atom.P {
			r.open[i].notes, r.w.Part = true, layout.Note
		}
	}
}

// isNotes reports whether an element holds the notes of the text, as pandoc and goldmark
// mark them (Digital Publishing WAI-ARIA, doc-endnotes), or as Word does.
func isNotes(t html.Token) bool {
	role := attribute(t, "role")
	return asNotes.MatchString(attribute(t, "style")) || role == "doc-endnotes" || role == "doc-footnotes" || attribute(t, "class") == "footnotes"
}

// conceal notes whether nobody sees an element. What a writer hid, took out or
// remarked is counted; what belongs to the site is told of the page.
func (r *reader) conceal(e *element, t html.Token, style string) {
	if n := len(r.open); n > 0 {
		above := r.open[n-1]
		e.hidden, e.mute = above.hidden, above.mute
	}
	e.data = t.DataAtom == atom.Script && attribute(t, "type") == "application/ld+json"
	switch t.DataAtom {
	case atom.Iframe:
		if attribute(t, "srcdoc") != "" {
			r.lose(e, layout.Objects)
		}
		e.hidden, e.mute = true, true
	case atom.Script, atom.Style, atom.Template, atom.Head, atom.Svg, atom.Audio, atom.Video, atom.Canvas, atom.Title, atom.Math, atom.Rp:
		e.hidden, e.mute = true, true
	case atom.Form: // some sites have all of a page in one
		e.hidden = e.hidden || !r.plan.forms[r.at]
	case atom.Nav, atom.Noscript, atom.Button, atom.Select, atom.Textarea, atom.Dialog:
		e.hidden = true
	case atom.Del:
		r.lose(e, layout.Deletions)
	case atom.Object, atom.Embed:
		r.lose(e, layout.Objects)
	default:
		r.concealed(e, t, style)
	}
}

// concealed is conceal of what only its class or its style says.
func (r *reader) concealed(e *element, t html.Token, style string) {
	class := attribute(t, "class")
	switch {
	case class == "katex-html": // its formula stands before it
		e.hidden, e.mute = true, true
	case t.Data == "sdfield" && attribute(t, "type") == "PAGE" && (r.w.Part == layout.Head || r.w.Part == layout.Foot): // the page's number of LibreOffice
		e.hidden, e.mute = true, true
	case class == "MsoCommentReference" || class == "annotation_style_by_filter":
		r.lose(e, layout.Comments)
	case isRemark(t):
		r.remark(e, t)
	case strings.HasPrefix(class, "pull_right date details"): // the hour of a message, in what Telegram saves
		e.hidden, e.mute = true, true
	case class == "MsoCommentText" || asComments.MatchString(style): // counted where they are called
		e.hidden, e.mute = true, true
	case isHidden(t) || isUnseen(t, style) || r.sheet.hides(t):
		r.lose(e, layout.Hidden)
	}
}

// forReaders is the class of words that only programs say aloud which read a page to somebody.
var forReaders = regexp.MustCompile(`(?:^|\s)(?:screen-reader-text|sr-only|visually-?hidden|element-invisible)(?:\s|$)`)

// isUnseen reports whether a page shows nobody what stands in an element. A title may stand in a picture, and be said aloud.
func isUnseen(t html.Token, style string) bool {
	return unseen.MatchString(style) || strings.Contains(style, "max-height") && flat.MatchString(style) && cutOff.MatchString(style) || t.DataAtom != atom.H1 && forReaders.MatchString(attribute(t, "class"))
}

// isConcealed reports whether what says how words look conceals them, or stands within one that does: it is an element then, which ends with its tag.
func (r *reader) isConcealed(t html.Token, style string) bool {
	n := len(r.open)
	within := n > 0 && r.open[n-1].hidden && isFormat(r.open[n-1].atom)
	return within || isRemark(t) || isHidden(t) || isUnseen(t, style) || r.sheet.hides(t)
}

// isHidden reports whether an element says that nobody sees it.
func isHidden(t html.Token) bool {
	return slices.ContainsFunc(t.Attr, func(a html.Attribute) bool { return a.Key == "hidden" })
}

// isRemark reports whether a link leads to a remark, or back from it, as Google Docs writes them.
func isRemark(t html.Token) bool {
	return t.DataAtom == atom.A && (strings.HasPrefix(attribute(t, "href"), "#cmnt") && strings.HasPrefix(attribute(t, "id"), "cmnt"))
}

// remark conceals such a link; the way back begins a remark, which fills the paragraph and what that stands in.
func (r *reader) remark(e *element, t html.Token) {
	if strings.HasPrefix(attribute(t, "id"), "cmnt_ref") {
		r.lose(e, layout.Comments)
		return
	}
	for i := max(0, len(r.open)-2); i < len(r.open); i++ {
		if open := &r.open[i]; open.atom == atom.P || open.atom == atom.Div {
			open.hidden, open.mute = true, true
		}
	}
	e.hidden, e.mute = true, true
}

// lose conceals an element, and counts it where nothing around it is concealed.
func (r *reader) lose(e *element, what layout.Loss) {
	if !r.hidden() {
		r.w.Lose(what, 1)
	}
	e.hidden, e.mute = true, true
}

// placed writes letters where they stand: as the number of a note, above the line or below it.
func (r *reader) placed(text string, raised int) string {
	switch {
	case r.calls() && strings.TrimSpace(text) != "":
		text = "[" + strings.Trim(text, "[] ") + "]"
		if r.w.Part == layout.Note && !r.w.Open() { // its own, before its words
			text += " "
		}
	case raised == 1:
		text = layout.Raised(text)
	case raised == -1:
		text = layout.Lowered(text)
	}
	return text
}

// sizeless reports whether letters have no size, and tells of the words. What stands in an element of its own may have one.
func (r *reader) sizeless(text string) bool {
	n := len(r.open)
	if n == 0 || !r.open[n-1].tiny {
		return false
	}
	if strings.TrimSpace(text) != "" {
		r.w.Lose(layout.Hidden, 1)
	}
	return true
}
