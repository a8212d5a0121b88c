// Package layouttest writes layouts in a short form for tests, and packs documents as word
// processors do.
package layouttest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	"communique/editor/intake/layout"
	"communique/editor/release"
)

// signs stand before paragraphs that are no plain text.
var signs = map[layout.Kind]string{
	layout.Subtitle: "subtitle: ", layout.Quotation: "> ", layout.Speaker: ">> ", layout.Caption: "caption: ",
	layout.About: "about: ", layout.Contact: "contact: ", layout.Text: "",
}

// Write writes a layout: paragraphs parted by bars, headings with "#", items with "-" or
// their numbers, and a ">" for each list that theirs stands in, bold in *, italics in /, links as [words](address), the lines of a
// paragraph parted by ⏎, rows by ¶ and cells by →; behind them what was lost.
func Write(d layout.Document) string {
	var all []string
	for _, p := range d.Paragraphs {
		var b strings.Builder
		if p.Part != layout.Body {
			fmt.Fprintf(&b, "{%s}", p.Part)
		}
		b.WriteString(begins(p))
		switch p.Kind {
		case layout.Heading:
			b.WriteString(strings.Repeat("#", p.Level) + " ")
		case layout.Item:
			b.WriteString(strings.Repeat(">", p.Level))
			if p.Number == 0 {
				b.WriteString("- ")
			} else {
				fmt.Fprintf(&b, "%d. ", p.Number)
			}
		case layout.Rule:
			b.WriteString("----")
		case layout.Picture:
			fmt.Fprintf(&b, "(%d bytes, %q) ", len(p.File), p.Alternative)
		case layout.Table:
			b.WriteString("table: ")
		default:
			b.WriteString(signs[p.Kind])
		}
		if p.Strong {
			b.WriteString("!")
		}
		words := Marked(p.Text, p.Marks)
		if p.Kind == layout.Table {
			words = strings.ReplaceAll(words, "⏎", "¶")
		}
		if p.By != "" {
			words += " (" + p.By + ")"
		}
		all = append(all, b.String()+words)
	}
	text := strings.Join(all, "|")
	for _, loss := range layout.Losses() {
		if n := d.Count(loss); n > 0 {
			text += fmt.Sprintf(" %s=%d", loss, n)
		}
	}
	return text
}

// begins marks what a list begins with, or a text by itself.
func begins(p layout.Paragraph) string {
	if p.Begins && p.Kind != layout.Contact {
		return "^"
	}
	return ""
}

// Marked writes a text with its marks.
func Marked(text string, marks []release.Mark) string {
	var b strings.Builder
	for _, r := range release.Runs(text, marks) {
		words := r.Text
		if r.Italic {
			words = "/" + words + "/"
		}
		if r.Bold {
			words = "*" + words + "*"
		}
		if r.Address != "" {
			words = "[" + words + "](" + r.Address + ")"
		}
		b.WriteString(words)
	}
	return strings.NewReplacer("\n", "⏎", "\t", "→").Replace(b.String())
}

// Pack packs the parts of a document, in the order of their names.
func Pack(parts map[string]string) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		f, err := w.Create(name)
		if err == nil {
			_, err = f.Write([]byte(parts[name]))
		}
		if err != nil {
			panic(err)
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// PNG is a picture of one pixel.
const PNG = "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89" +
	"\x00\x00\x00\rIDATx\x9cc\xf8\xff\xff?\x00\x05\xfe\x02\xfe\xa75\x81\x84\x00\x00\x00\x00IEND\xaeB`\x82"
