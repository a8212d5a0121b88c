package intake

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readPage returns the text of a web page, a paragraph apart from the next by
// an empty line; false where text is no HTML. What the page says around its
// article (menus, forms, scripts) is no text, where the article is marked.
func readPage(text string) (string, bool) {
	head := strings.ToLower(strings.TrimSpace(text[:boundary(text, 1000)]))
	if !strings.HasPrefix(head, "<!doctype html") && !strings.HasPrefix(head, "<html") && !strings.HasPrefix(head, "<?xml") ||
		!strings.Contains(head, "<html") {
		return "", false
	}
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return "", false
	}
	p := &pageReader{}
	p.read(article(root))
	p.flush("")
	return strings.Join(p.paragraphs, "\n\n"), true
}

// article returns the element that holds the page's own text.
func article(root *html.Node) *html.Node {
	for _, tag := range []atom.Atom{atom.Article, atom.Main, atom.Body} {
		for n := range root.Descendants() {
			if n.DataAtom == tag {
				return n
			}
		}
	}
	return root
}

type pageReader struct {
	paragraphs []string
	text       strings.Builder
}

func (p *pageReader) flush(mark string) {
	if text := strings.Join(strings.Fields(p.text.String()), " "); text != "" {
		p.paragraphs = append(p.paragraphs, mark+text)
	}
	p.text.Reset()
}

func (p *pageReader) read(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		p.text.WriteString(n.Data)
		return
	case html.CommentNode:
		return
	case html.ElementNode:
		if hidden(n) {
			return
		}
	}
	mark, block := blockMark(n)
	if block {
		p.flush("")
	}
	for c := range n.ChildNodes() {
		p.read(c)
	}
	if block {
		p.flush(mark)
	}
}

func hidden(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Nav, atom.Form, atom.Noscript, atom.Template, atom.Head, atom.Iframe, atom.Svg, atom.Button:
		return true
	}
	for _, a := range n.Attr {
		if a.Key == "hidden" || a.Key == "style" && strings.Contains(strings.ReplaceAll(a.Val, " ", ""), "display:none") {
			return true
		}
	}
	return false
}

// blockMark tells the elements that are paragraphs of their own.
func blockMark(n *html.Node) (mark string, block bool) {
	switch n.DataAtom {
	case atom.H1:
		return "# ", true
	case atom.H2, atom.H3, atom.H4:
		return "## ", true
	case atom.Li:
		return "- ", true
	case atom.P, atom.Div, atom.Br, atom.Blockquote, atom.Tr, atom.Section, atom.Header, atom.Footer, atom.Address, atom.Ul, atom.Ol, atom.Table, atom.Hr, atom.Figure, atom.Article, atom.Main, atom.Body, atom.Dd, atom.Dt, atom.Pre:
		return "", true
	}
	return "", false
}
