package markdown

import (
	"strconv"
	"strings"

	"communique/assets/translations"
	"communique/editor/release"
	"communique/export/html"
	"communique/export/picture"
	"communique/export/text"
)

// writer collects the parts of a text, an empty line between them.
type writer struct {
	language   string
	words      translations.Wording
	pictures   picture.Set
	parts      []string
	references []string // the pictures, by the names that the text has for them
	labels     map[string]string
	list       bool // the last part is one
}

func (w *writer) add(part string) {
	if part != "" {
		w.parts, w.list = append(w.parts, part), false
	}
}

// Paragraph is part of release.Visitor, as are those below.
func (w *writer) Paragraph(b release.Block) { w.add(paragraph(b.Text, b.Marks)) }

// Subheading stands one level below the headline.
func (w *writer) Subheading(b release.Block) {
	w.add(heading("## ", text.MarkedOneLine(b.Text, b.Marks)))
}

// Quotation has the speaker for its last paragraph.
func (w *writer) Quotation(b release.Block) {
	b, _ = text.Quoted(b, w.language)
	var parts []string
	if said := paragraph(b.Text, b.Marks); said != "" {
		parts = append(parts, said)
	}
	if speaker := text.MarkedOneLine(b.Speaker, nil); speaker.Text != "" {
		parts = append(parts, "— "+escapeStart(inline(speaker)))
	}
	w.add(prefixed("> ", strings.Join(parts, "\n\n")))
}

// List keeps the numbers of one that has any, and its levels.
func (w *writer) List(b release.Block) {
	var items []string
	last := 0
	var hangs [release.MaxLevel + 2]int // a level stands under the words of the one above
	for _, item := range text.Items(b) {
		mark := "- "
		if item.Number > 0 {
			mark = strconv.Itoa(item.Number) + ". "
		}
		hangs[item.Level+1] = hangs[item.Level] + len(mark)
		items = append(items, strings.Repeat(" ", hangs[item.Level])+mark+escapeStart(inline(item.Line)))
		last = max(last, item.Number)
	}
	if len(items) == 0 {
		return
	}
	if last >= longestNumber { // these make no list, and would run together
		w.add(broken(items))
		return
	}
	if w.list {
		w.add("<!-- -->") // otherwise two lists become one
	}
	w.add(strings.Join(items, "\n"))
	w.list = true
}

// longestNumber is beyond the last number that an item may have (CommonMark 0.31, 5.2).
const longestNumber = 1_000_000_000

// Table is one of GitHub's. Who knows none reads its rows as they stand.
func (w *writer) Table(b release.Block) {
	var lines []string
	for i, row := range text.Rows(b) {
		cells, rule := "|", "|"
		for _, cell := range row {
			cells += " " + inline(cell) + " |"
			rule += " --- |"
		}
		if lines = append(lines, cells); i == 0 {
			lines = append(lines, rule)
		}
	}
	w.add(strings.Join(lines, "\n"))
}

// Picture stands in a paragraph of its own, its caption below it.
func (w *writer) Picture(b release.Block) {
	shown := escape(text.Placeholder(b, w.words))
	if p, known := w.pictures[b.Picture]; known {
		shown = "![" + escape(text.Alternative(b, w.words)) + "][" + w.label(b.Picture, p) + "]"
	}
	w.add(shown)
	caption := text.Caption(b, w.words)
	if caption.Text != "" {
		w.add(lined(release.Lines(caption.Text, caption.Marks)))
	}
}

// label names a picture, the same one by the same name.
func (w *writer) label(hash string, p picture.Picture) string {
	if label, named := w.labels[hash]; named {
		return label
	}
	if w.labels == nil {
		w.labels = map[string]string{}
	}
	label := "picture-" + strconv.Itoa(len(w.references)+1)
	w.labels[hash] = label
	w.references = append(w.references, "["+label+"]: <"+html.Embedded(hash, p)+">")
	return label
}

// Rule parts what stands above it from what follows.
func (w *writer) Rule(release.Block) { w.add("***") }

func prefixed(prefix, content string) string {
	if content == "" {
		return ""
	}
	lines := strings.Split(content, "\n")
	for i, line := range lines {
		lines[i] = prefix + line
		if line == "" {
			lines[i] = strings.TrimSpace(prefix)
		}
	}
	return strings.Join(lines, "\n")
}
