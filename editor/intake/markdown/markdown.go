// Package markdown reads CommonMark, with the tables, strikethrough and footnotes of GitHub,
// into its layout: it makes a web page of it, which package html reads.
package markdown

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer"
	goldhtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"

	"communique/editor/intake/html"
	"communique/editor/intake/layout"
	"communique/editor/regexp"
)

// signs are what plain text does not have: a heading first of all, a link, a picture or
// what they refer to, bold, the rule below a table's heads, a fence.
var signs = []sign{
	{"# ", regexp.MustCompile(`^\s*# \S`)},
	{"](", regexp.MustCompile(`!?\[[^\]\n]*\]\(<?(?:https?:|mailto:|tel:|data:|[\w./%-]+\.(?:jpe?g|png))[^\n]*\)`)},
	{"]: ", regexp.MustCompile(`(?m)^\[[^\]\n]+\]: <?(?:https?:|mailto:|data:)`)},
	{"**", regexp.MustCompile(`\*\*[^\s*](?:[^*\n]*[^\s*])?\*\*`)},
	{"---", regexp.MustCompile(`(?m)^\|? *:?-{3,}:? *(?:\| *:?-{3,}:? *)+\|?$`)},
	{"## ", regexp.MustCompile("(?m)^(?:## |### )")},
}

// sign is a form that nothing but Markdown has, and letters of it, for which a text is searched in less time.
type sign struct {
	letters string
	form    *regexp.Regexp
}

// Is reports whether a text is Markdown. One whose lines are paragraphs is none, whatever
// signs it has: there, only what stands apart is a paragraph.
func Is(text string) bool {
	if nested(text) || strings.Contains(text, strings.Repeat("`", deepest)) || strings.Count(text, "[^") > mostNotes ||
		unclosed(text, "[", "]") || unclosed(text, "(", ")") || tangled(text) {
		return false
	}
	if _, above := matter(text); above != nil && generated.MatchString(strings.Join(above, "\n")) {
		return true
	}
	for _, s := range signs {
		if strings.Contains(text, s.letters) && s.form.MatchString(text) {
			return !paragraphLines(text)
		}
	}
	return false
}

// deepest is how many brackets nobody writes that nothing closes, nor backticks in a row: reading them takes the square of their number.
const deepest = 1000

// What nobody writes: so many quotations and items that begin within one another in a line, and so many in all, each of which takes memory of its own.
const (
	deepestLine = 30
	mostBegun   = 200_000
)

// nested reports whether quotations and items are deeper within one another, or more, than anybody writes.
func nested(text string) bool {
	all := 0
	for line := range strings.SplitSeq(text, "\n") {
		n := begun(line)
		if all += n; n > deepestLine || all > mostBegun {
			return true
		}
	}
	return false
}

// begun is how many quotations and items begin in a line.
func begun(line string) (n int) {
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == ' ', c == '\t', '0' <= c && c <= '9':
		case c == '>', strings.IndexByte("-*+.)", c) >= 0 && i+1 < len(line) && (line[i+1] == ' ' || line[i+1] == '\t'):
			n++
		default:
			return n
		}
	}
	return n
}

// mostNotes is of how many notes and calls for them nobody writes more: each is looked for among all.
const mostNotes = 4000

// unclosed reports whether so many brackets are open.
func unclosed(text, open, closing string) bool {
	return strings.Count(text, open)-strings.Count(text, closing) > deepest
}

// tangled reports whether the signs of emphasis, each of which may close any before it in its block, would be compared
// with one another more often than in a second.
func tangled(text string) bool {
	const most = 2_000_000_000
	compared := 0
	for block := range strings.SplitSeq(text, "\n\n") {
		signs := strings.Count(block, "*") + strings.Count(block, "_") + strings.Count(block, "~")
		compared += signs * signs
	}
	return compared > most
}

// wrapWidth is how long the lines of a text are at most that was broken for mail or a
// terminal, in code points.
const wrapWidth = 140

// paragraphLines reports whether lines of the text are paragraphs with nothing but a
// line's end between them: long ones that end a sentence. Markdown as well has such lines below one another where they are items or notes of a
// list, where the second is a heading, where two spaces break the line, and where a quotation goes on below an empty line of its own.
func paragraphLines(text string) bool {
	before, of := "", byte(0)
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.TrimLeft(line, "> \t")
		mark := blockMark(line)
		broken := mark == '#' || mark != 0 && mark == of || strings.HasSuffix(before, "  ")
		before = strings.TrimSpace(before)
		if !broken && strings.TrimSpace(line) != "" && utf8.RuneCountInString(before) > wrapWidth && strings.ContainsAny(before[len(before)-1:], ".!?") {
			return true
		}
		before, of = line, mark
	}
	return false
}

var itemMark = regexp.MustCompile(`^(?:([-*+#\[])(?:#{0,5}|\^[^\]\s]+\]:)|(\d){1,9}[.)])\s`)

// blockMark is what begins a heading, '#', an item of a list, its bullet or '1', or a note, '['; 0 for any other line.
func blockMark(line string) byte {
	m := itemMark.FindStringSubmatch(line)
	switch {
	case m == nil:
		return 0
	case m[1] == "":
		return '1'
	}
	return m[1][0]
}

// wrapped reports whether the lines of a text were broken where they were full: then a
// line's end within a paragraph is a space.
func wrapped(text string) bool {
	full, short := 0, 0
	lines := strings.Split(text, "\n")
	for i, line := range lines[:len(lines)-1] {
		if plainLine(line) && plainLine(lines[i+1]) {
			if n := utf8.RuneCountInString(line); n >= 45 && n <= wrapWidth {
				full++
			} else {
				short++
			}
		}
	}
	return full > 4*short
}

// plainLine reports whether a line is one of a paragraph, and no mark ends it.
func plainLine(line string) bool {
	if strings.HasSuffix(line, "  ") {
		return false
	}
	line = strings.TrimSpace(line)
	return line != "" && !strings.ContainsAny(line[:1], "#>|-*+_=`[") && !strings.HasSuffix(line, `\`) && !numbered.MatchString(line)
}

// numbered begins an item of a list.
var numbered = regexp.MustCompile(`^\d{1,3}[.)]\s`)

// tooWide is the rule of a table with more columns than any: each of its rows, however
// short, would get as many cells.
var tooWide = regexp.MustCompile(`(?m)^ {0,3}\|?(?: *:?-+:? *\|){100}`)

// Read reads a text. file is html.Params.File.
func Read(text string, file func(address string) []byte) (layout.Document, error) {
	text, above := matter(text)
	text = known(text)
	options := []renderer.Option{
		goldhtml.WithUnsafe(), // what is no HTML of a release, package html leaves out
		renderer.WithNodeRenderers(util.Prioritized(rules{}, 1)),
	}
	if !wrapped(text) {
		options = append(options, goldhtml.WithHardWraps())
	}
	extensions := []goldmark.Extender{extension.Strikethrough, extension.Footnote}
	if !tooWide.MatchString(text) {
		extensions = append(extensions, extension.Table)
	}
	md := goldmark.New(goldmark.WithExtensions(extensions...), goldmark.WithRendererOptions(options...))
	var page bytes.Buffer
	if err := md.Convert([]byte(text), &page); err != nil {
		return layout.Document{}, err
	}
	d, err := html.Read(html.Params{Text: page.String(), File: file})
	d.Title = titleIn(above)
	if len(above) > 0 {
		head := layout.Writer{Part: layout.Letter}
		for _, line := range above {
			head.Words(line, layout.Look{})
			head.End(layout.Paragraph{})
		}
		head.Part = layout.Body
		head.Append(d)
		title := d.Title
		d = head.Document()
		d.Title = title
	}
	return d, err
}

// generated are fields that generators of websites keep above a text, and titled is what it is called there.
var (
	generated = regexp.MustCompile(`(?m)^(?:title|layout|date|slug|draft|author|tags|categories|description|summary|lang|permalink)\s*[:=]`)
	titled    = regexp.MustCompile(`^title\s*[:=]\s*(?:"([^"]+)"|'([^']+)'|([^"'|>\s].*))$`)
)

// titleIn is what a text is called by such fields; "" where they do not say it.
func titleIn(above []string) string {
	for _, line := range above {
		if m := titled.FindStringSubmatch(line); m != nil {
			return m[1] + m[2] + m[3]
		}
	}
	return ""
}

// matter parts what a website's generator keeps above a text from it, in YAML or TOML.
func matter(text string) (rest string, lines []string) {
	for fence, says := range map[string]string{"---\n": ": ", "+++\n": " = "} {
		body, ok := strings.CutPrefix(text, fence)
		if !ok {
			continue
		}
		head, rest, ok := strings.Cut(body, "\n"+fence)
		if ok && !strings.Contains(head, "\n\n") && strings.Contains(head, says) {
			return rest, strings.Split(head, "\n")
		}
	}
	return text, nil
}

// rules writes rules with the signs that they were written with: three hyphens part a
// text from what a distributor adds.
type rules struct{}

func (rules) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindThematicBreak, func(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			line, _, _ := bytes.Cut(source[min(max(n.Pos(), 0), len(source)):], []byte("\n"))
			_, _ = w.WriteString(`<hr data-signs="` + string(bytes.TrimSpace(line)) + `">`) // a buffer takes all
		}
		return ast.WalkContinue, nil
	})
}
