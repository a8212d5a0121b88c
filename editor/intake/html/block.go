package html

import (
	"encoding/base64"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"communique/editor/intake/layout"
	"communique/editor/regexp"
)

// isBlock tells the elements that are paragraphs of their own.
func isBlock(a atom.Atom) bool {
	switch a {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Li, atom.P, atom.Div, atom.Blockquote, atom.Tr, atom.Td, atom.Th, atom.Section,
		atom.Header, atom.Footer, atom.Address, atom.Ul, atom.Ol, atom.Menu, atom.Table, atom.Figure, atom.Figcaption, atom.Article, atom.Main, atom.Aside,
		atom.Body, atom.Dl, atom.Dd, atom.Dt, atom.Pre, atom.Caption, atom.Center, atom.Fieldset, atom.Details, atom.Summary, atom.Nav, atom.Form, atom.Html,
		atom.Legend, atom.Hgroup, atom.Dir, atom.Listing, atom.Xmp, atom.Marquee:
		return true
	}
	return false
}

func ofTable(a atom.Atom) bool {
	switch a {
	case atom.Table, atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr, atom.Td, atom.Th, atom.Body, atom.Html, atom.Article, atom.Main:
		return true
	}
	return false
}

// bounds tells the elements that no end tag inside them closes.
func bounds(a atom.Atom) bool {
	return a == atom.Td || a == atom.Th || a == atom.Table || a == atom.Caption
}

func void(a atom.Atom) bool {
	switch a {
	case atom.Br, atom.Hr, atom.Img, atom.Input, atom.Meta, atom.Link, atom.Col, atom.Wbr, atom.Area, atom.Base, atom.Source, atom.Track, atom.Param, atom.Embed:
		return true
	}
	return false
}

// closeImplied closes what the start of an element ends without saying so (HTML, 13.1.2.4).
func (r *reader) closeImplied(a atom.Atom) {
	var closed, until []atom.Atom
	switch a {
	case atom.Li:
		closed, until = []atom.Atom{atom.Li}, []atom.Atom{atom.Ul, atom.Ol, atom.Menu}
	case atom.Rt, atom.Rp:
		closed, until = []atom.Atom{atom.Rt, atom.Rp}, []atom.Atom{atom.Ruby}
	case atom.Dd, atom.Dt:
		closed, until = []atom.Atom{atom.Dd, atom.Dt}, []atom.Atom{atom.Dl}
	case atom.Tr:
		r.close([]atom.Atom{atom.Td, atom.Th}, nil) // which may stand in its table without a row
		closed = []atom.Atom{atom.Tr, atom.Caption}
	case atom.Td, atom.Th:
		closed, until = []atom.Atom{atom.Td, atom.Th}, []atom.Atom{atom.Tr}
	case atom.Thead, atom.Tbody, atom.Tfoot:
		r.close([]atom.Atom{atom.Td, atom.Th}, nil)
		closed = []atom.Atom{atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr, atom.Caption}
	}
	if isBlock(a) || a == atom.Hr {
		r.close([]atom.Atom{atom.P}, nil)
		r.close([]atom.Atom{atom.Head}, nil) // what is of the body ends it
	}
	if closed != nil {
		r.close(closed, until)
	}
}

// close closes the innermost of some elements, up to one that bounds it.
func (r *reader) close(closed, until []atom.Atom) {
	if !slices.ContainsFunc(closed, func(a atom.Atom) bool { return r.opened[a] > 0 }) {
		return
	}
	for i := len(r.open) - 1; i >= 0; i-- {
		a := r.open[i].atom
		for _, c := range closed {
			if a == c {
				for len(r.open) > i {
					r.pop()
				}
				return
			}
		}
		for _, u := range until {
			if a == u {
				return
			}
		}
		if a == atom.Table || (a == atom.Td || a == atom.Th) && !ofTable(closed[0]) {
			return
		}
	}
}

// flush ends the open paragraph: what it is says the element it stands in.
func (r *reader) flush() {
	if r.hidden() {
		return
	}
	r.w.End(r.paragraph())
	for _, one := range r.pictures {
		r.w.Picture(one.file, one.alternative)
	}
	r.pictures = nil
}

// paragraph tells what the open paragraph is.
func (r *reader) paragraph() layout.Paragraph {
	if !r.w.Open() {
		return layout.Paragraph{}
	}
	p, at := r.kind()
	if at != nil && r.w.Part == layout.Note && at.number > 0 { // it is called by its number
		at.label = "[" + strconv.Itoa(at.number) + "]"
	}
	if at != nil {
		if at.label != "" && (at.number == 0 || r.w.Part == layout.Note) {
			r.w.First(at.label + " ")
			p = layout.Paragraph{}
		}
		at.said = true
	}
	return p
}

// kind tells what a paragraph is that ends here, and the item whose first one it is.
func (r *reader) kind() (layout.Paragraph, *item) {
	for i := len(r.open) - 1; i >= 0; i-- {
		e := &r.open[i]
		switch {
		case e.label != "":
			return r.labelItem(i)
		case e.item != nil && !e.item.said:
			return layout.Paragraph{Kind: layout.Item, Number: e.item.number, Label: e.item.label, Level: e.item.level, Begins: e.item.begins}, e.item
		case e.item != nil:
			return layout.Paragraph{}, nil
		case e.kind != "":
			return layout.Paragraph{Kind: e.kind, Level: e.level}, nil
		}
		if p, known := r.ofElement(i); known {
			return p, nil
		}
	}
	return layout.Paragraph{}, nil
}

// ofElement tells what a paragraph is that stands in the element at i, where that says it.
func (r *reader) ofElement(i int) (p layout.Paragraph, known bool) {
	e := &r.open[i]
	switch e.atom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		p.Kind = layout.Heading
		p.Level, _ = strconv.Atoi(e.name[1:]) // it is a digit
	case atom.Figcaption:
		if p.Kind = layout.Caption; r.quoted(i) {
			p.Kind = layout.Speaker
		}
	case atom.Footer:
		if r.within(atom.Blockquote) < 0 {
			return p, false
		}
		p.Kind = layout.Speaker
	case atom.Blockquote:
		p.Kind = layout.Quotation
	case atom.Address:
		p.Kind, p.Begins = layout.Contact, !e.addressed
		e.addressed = e.addressed || r.w.Open()
	default:
		return p, e.atom == atom.Td || e.atom == atom.Th
	}
	return p, true
}

// quoted reports whether the figure around the element at i shows a quotation.
func (r *reader) quoted(i int) bool {
	for ; i >= 0; i-- {
		if r.open[i].atom == atom.Figure {
			return r.open[i].quoted
		}
	}
	return false
}

// labelItem reads the label that stands before the paragraph at i; in a list the item there has it.
func (r *reader) labelItem(i int) (layout.Paragraph, *item) {
	p, at := wordItem(&r.open[i])
	for ; i >= 0 && r.open[i].list == nil; i-- {
		if of := r.open[i].item; of != nil {
			p.Level, p.Begins, of.said = of.level, of.begins, true
		}
	}
	return p, at
}

// isLabel reports whether an element holds the number or the bullet of an item, as LibreOffice writes it in XHTML.
func isLabel(t html.Token) bool {
	return strings.HasPrefix(attribute(t, "class"), "ListLabel")
}

// wordLabel is a number as Word writes it before an item.
var wordLabel = regexp.MustCompile(`^(\d{1,6})[.)]?$`)

// wordItem reads the label that Word wrote before an item. It is taken once.
func wordItem(e *element) (layout.Paragraph, *item) {
	label := strings.Trim(e.label, " \t\r\n\u00a0")
	e.label = ""
	if m := wordLabel.FindStringSubmatch(label); m != nil {
		n, _ := strconv.Atoi(m[1]) // it is digits
		return layout.Paragraph{Kind: layout.Item, Number: n, Level: e.level}, nil
	}
	if n := layout.Ordinal(label); n > 0 && e.level > 0 && len(label) > 1 {
		return layout.Paragraph{Kind: layout.Item, Number: n, Label: label, Level: e.level}, nil
	}
	if len(label) > 1 && strings.ContainsAny(label, ".)") {
		return layout.Paragraph{}, &item{label: label}
	}
	return layout.Paragraph{Kind: layout.Item, Level: e.level}, nil
}

// labelled returns the paragraph whose label stands here, in Word's lists.
func (r *reader) labelled() *element {
	for i := len(r.open) - 1; i > 0; i-- {
		if r.open[i].ignored {
			for j := i - 1; j >= 0; j-- {
				if r.open[j].atom == atom.P || r.open[j].atom == atom.Li {
					return &r.open[j]
				}
			}
			return nil
		}
	}
	return nil
}

// byClass tells what an element is by the class or the style that Word gives it; of an item
// its level alone.
func byClass(t html.Token, style string) (layout.Kind, int) {
	if name, ok := strings.CutPrefix(attribute(t, "class"), "Mso"); ok && t.DataAtom == atom.P && !asListed.MatchString(style) {
		if kind, level := layout.Style(name); kind != layout.Item {
			return kind, level
		}
	}
	if m := ofLevel.FindStringSubmatch(style); m != nil {
		level, _ := strconv.Atoi(m[1]) // it is a digit
		return "", level - 1
	}
	if class := attribute(t, "class"); t.DataAtom == atom.P && (class == "subtitle" || class == "boilerplate") {
		return layout.Style(class)
	}
	return "", 0
}

// single reads an element that has nothing inside.
func (r *reader) single(t html.Token) {
	if r.hidden() {
		return
	}
	switch t.DataAtom {
	case atom.Br:
		r.line()
	case atom.Hr:
		if r.w.Part == layout.Note {
			return
		}
		r.flush()
		r.w.Add(layout.Paragraph{Kind: layout.Rule, Text: attribute(t, "data-signs")})
	case atom.Img:
		r.picture(t)
	case atom.Embed:
		r.w.Lose(layout.Objects, 1)
	}
}

// line ends a line. Where no element says that it is within a paragraph, a line is one.
func (r *reader) line() {
	if r.hidden() {
		return
	}
	for i := len(r.open) - 1; i >= 0; i-- {
		switch r.open[i].atom {
		case atom.P, atom.Li, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Figcaption, atom.Blockquote, atom.Dd, atom.Pre:
			r.w.Break()
			return
		case atom.Div, atom.Td, atom.Th, atom.Body, atom.Article, atom.Main, atom.Section, atom.Address:
			r.flush()
			return
		}
	}
	r.flush()
}

// isEmoji reports whether words are emoji alone, as messengers and mail programs draw theirs.
func isEmoji(words string) bool {
	return words != "" && !strings.ContainsFunc(words, func(r rune) bool {
		return !unicode.Is(unicode.So, r) && !unicode.In(r, unicode.Sk, unicode.Mn, unicode.Me, unicode.Cf) // skins, variants, joiners
	})
}

// picture reads a picture: its own content, or a file beside the page. One that only
// counts readers is none, and one of an emoji is that.
func (r *reader) picture(t html.Token) {
	if words := attribute(t, "alt"); isEmoji(words) {
		r.text(words)
		return
	}
	if side := attribute(t, "width"); side == "0" || side == "1" || unseen.MatchString(attribute(t, "style")) {
		return
	}
	address := strings.TrimSpace(attribute(t, "src"))
	var file []byte
	if data, ok := strings.CutPrefix(address, "data:"); ok {
		kind, content, _ := strings.Cut(data, ",")
		if strings.HasSuffix(kind, ";base64") {
			file = decoded(content)
		}
	} else if r.File != nil && address != "" {
		file = r.File(address)
	}
	r.pictures = append(r.pictures, shown{file, attribute(t, "alt")})
	if !r.w.Open() {
		r.flush()
	}
}

// decoded reads base64, with spaces in it or escaped for an address; nil for what is none.
func decoded(content string) []byte {
	if strings.Contains(content, "%") {
		plain, err := url.PathUnescape(content)
		if err != nil {
			return nil
		}
		content = plain
	}
	if strings.ContainsAny(content, " \t\r\n") {
		content = strings.Join(strings.Fields(content), "")
	}
	data, err := base64.StdEncoding.DecodeString(content)
	if err != nil {
		return nil
	}
	return data
}
