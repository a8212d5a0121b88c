// Package html reads web pages, and pieces of them, into their layout: what a browser
// shows, without its colours and fonts.
//
// It goes through the tags once and builds no tree: a page that opens a million elements
// costs what its letters cost.
package html

import (
	"errors"
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"communique/editor/intake/layout"
	"communique/editor/regexp"
)

// Params are a page, and where its pictures are.
type Params struct {
	Text string // UTF-8
	// File returns the file that a picture's address names: beside the page, or in the
	// letter that it came in; nil where it is not there. A nil File has none.
	File func(address string) []byte
	// Fragment is a piece of a page that was copied: all of it is text, or what stands
	// between the marks of a fragment.
	Fragment bool
}

// maxTags is how many tags a page has at most; ErrTooLarge says that it has more.
const maxTags = 1_000_000

// ErrTooLarge says that a page is larger than any text.
var ErrTooLarge = errors.New("the page is too large")

// elements are those that hold words, and empty those that hold none.
const (
	elements = `html|body|article|main|section|header|footer|aside|nav|div|p|h[1-6]|table|ul|ol|dl|blockquote|pre|figure|details|center|font|span|` +
		`b|strong|a|i|em|u|s|del|ins|strike|small|big|sup|sub|q|cite|abbr|code|mark|time|address`
	empty = `br|hr|img`
)

// looks is how a page, or a piece of one, begins.
var looks = regexp.MustCompile(`(?is)^\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|head|meta|title|script|style|link|` + elements + `|` + empty + `)[\s>/]`)

// closes is an element's end, or one that has none: no page is without.
var closes = regexp.MustCompile(`(?i)</(?:` + elements + `)>|<(?:` + empty + `)(?:\s[^>]*|/)?>`)

// Is reports whether a text is a web page, or a piece of one, by its look.
func Is(text string) bool {
	head := text[:min(len(text), 4000)]
	if !looks.MatchString(head) {
		return false
	}
	lower := strings.ToLower(head)
	return strings.Contains(lower, "<html") || closes.MatchString(text)
}

// Read reads a page. What it says around its article (menus, forms, scripts) is no text,
// where the article is marked.
func Read(p Params) (layout.Document, error) {
	xml := isXML(p.Text)
	if xml {
		p.Text = closedAtOnce.ReplaceAllString(p.Text, "<$1$2></$1>")
	} else {
		p.Text = untitled.Replace(p.Text)
	}
	plan, err := survey(p, xml)
	if err != nil {
		return layout.Document{}, err
	}
	r := &reader{Params: p, w: &layout.Writer{}, opened: map[atom.Atom]int{}, plan: plan, emits: len(plan.own) == 0 && !p.Fragment || p.Fragment && !marked(p.Text), scripted: program.MatchString(p.Text)}
	z := html.NewTokenizer(strings.NewReader(p.Text))
	z.AllowCDATA(xml)
	for ; ; r.at++ {
		kind := z.Next()
		r.follow()
		switch kind {
		case html.ErrorToken:
			r.endAll()
			if err := z.Err(); !errors.Is(err, io.EOF) {
				return layout.Document{}, err
			}
			return r.document(), nil
		case html.TextToken:
			r.letters(string(z.Text()))
		case html.StartTagToken, html.SelfClosingTagToken:
			if r.tag(z.Token(), xml); r.w.Full() {
				return layout.Document{}, ErrTooLarge
			}
		case html.EndTagToken:
			r.tag(z.Token(), xml)
		case html.CommentToken:
			r.comment(string(z.Text()))
		}
	}
}

// follow begins and ends the pieces of the page that are its own text.
func (r *reader) follow() {
	if len(r.plan.own) == 0 {
		return
	}
	switch own := r.plan.own[0]; r.at {
	case own.from:
		r.emits = true
	case own.to:
		if r.formula != nil {
			r.leaveFormula()
		}
		r.flush()
		if r.emits = false; len(r.plan.own) > 1 {
			r.plan.own = r.plan.own[1:]
		}
	}
}

// program begins a page's program, whatever it does; data for search engines are none.
var program = regexp.MustCompile(`(?i)<script(?:\s+(?:src|async|defer)|\s*>|[^>]*javascript)`)

// endAll ends what nobody has ended.
func (r *reader) endAll() {
	if r.formula != nil {
		r.leaveFormula()
	}
	for len(r.open) > 0 {
		r.pop()
	}
	r.flush()
}

// letters reads letters, of the text or of a formula in it.
func (r *reader) letters(text string) {
	if r.formula != nil {
		r.formulaText(text)
		return
	}
	r.text(text)
}

// tag reads a tag, of the text or of a formula in it.
func (r *reader) tag(t html.Token, xml bool) {
	if r.formula != nil {
		if !isBlock(t.DataAtom) { // nobody has ended it
			r.formulaTag(t)
			return
		}
		r.leaveFormula()
	}
	switch t.Type {
	case html.EndTagToken:
		r.end(t.Data)
	default:
		r.start(t)
		if xml && t.Type == html.SelfClosingTagToken && !void(t.DataAtom) && !isFormat(t.DataAtom) && t.DataAtom != 0 {
			r.end(t.Data)
		}
	}
}

// isXML reports whether a page says that it is XHTML, whose elements may end with their own tag, and whose letters may stand as they are.
func isXML(text string) bool {
	head := strings.TrimLeft(text[:min(len(text), 1000)], "\ufeff \t\r\n")
	return strings.HasPrefix(head, "<?xml") || strings.Contains(head, "http://www.w3.org/1999/xhtml")
}

// closedAtOnce are elements with letters alone that end with their own tag: behind others of their name all is letters, up to an
// end tag.
var closedAtOnce = regexp.MustCompile(`(?i)<(title|script|style|textarea|iframe|noscript|noembed|xmp)((?:\s[^<>]*)?)/>`)

// untitled ends the title of a drawing that has none: else it would have all that stands behind.
var untitled = strings.NewReplacer("<title/>", "<title></title>", "<title />", "<title></title>")

func marked(text string) bool { return strings.Contains(text, startMark) }

// What stands around a piece that was copied (the HTML clipboard format of Windows, which
// others have taken over).
const (
	startMark = "<!--StartFragment-->"
	start     = "StartFragment"
	end       = "EndFragment"
)

func (r *reader) comment(text string) {
	if !r.Fragment || !marked(r.Text) {
		return
	}
	switch strings.TrimSpace(text) {
	case start:
		r.emits = true
	case end:
		r.flush()
		r.emits = false
	}
}
