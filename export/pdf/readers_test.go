package pdf

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"communique/editor/release"
	"communique/export/page"
	"communique/export/style"
)

// reader is a program that reads PDF and is none of ours.
type reader struct {
	name string
	// text is the command that prints the text of FILE, find the one that takes words
	// from standard input and prints those that its search finds; nil where it has none.
	text, find []string
	// whole says that the text has the words that we broke whole. In the others a
	// hyphen ends the line.
	whole bool
	// content says that the text follows the content and not the places on the page.
	content bool
	// marks says that the search takes the line beside an item's mark for a paragraph.
	marks bool
	// needs is what has to be there; empty where make test installs the reader.
	needs string
}

// The scripts and what `make readers` sets up for them.
const (
	python = "../../bin/readers/bin/python"
	pdfjs  = "../../bin/readers/node_modules/pdfjs-dist"
)

func library(name, what string) []string {
	return []string{python, "testdata/readers.py", name, what, "FILE"}
}

// readers are those that Debian, PyPI and npm have. Of poppler's three ways one joins
// lines. Those that need something are read with where make readers has set it up.
var readers = []reader{
	{name: "pdftotext", text: []string{"pdftotext", "FILE", "-"}, whole: true},
	{name: "pdftotext -raw", text: []string{"pdftotext", "-raw", "FILE", "-"}, content: true},
	{name: "pdftotext -layout", text: []string{"pdftotext", "-layout", "FILE", "-"}},
	{name: "poppler as in Evince", needs: python, text: library("poppler", "text"), find: library("poppler", "find")},
	{name: "MuPDF of the system", text: []string{"mutool", "draw", "-q", "-F", "text", "FILE"}, content: true},
	{name: "MuPDF of PyMuPDF", needs: python, text: library("pymupdf", "text"), find: library("pymupdf", "find"), content: true, marks: true},
	{name: "PDFium", needs: python, text: library("pdfium", "text"), content: true},
	{name: "pdf.js", needs: pdfjs, text: []string{"node", "testdata/pdfjs.mjs", pdfjs, "text", "FILE"}, find: []string{"node", "testdata/pdfjs.mjs", pdfjs, "find", "FILE"}, content: true},
	{name: "pypdf", needs: python, text: library("pypdf", "text"), content: true},
	{name: "pdfminer", needs: python, text: library("pdfminer", "text")},
	{name: "Ghostscript", text: []string{"gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=txtwrite", "-sOutputFile=-", "FILE"}},
}

// run runs a command of a reader on a file.
func (r reader) run(t *testing.T, command []string, file, input string) string {
	t.Helper()
	args := slices.Clone(command[1:])
	args[slices.Index(args, "FILE")] = file
	c := exec.Command(command[0], args...)
	c.Stdin = strings.NewReader(input)
	out, err := c.Output()
	if err != nil {
		t.Fatalf("%s: %v; make readers installs it", r.name, err)
	}
	return string(out)
}

// broken is a release in which many words are broken, each of them once in the text: in
// paragraphs, a list, a quotation, a link and a table.
func broken() release.Release {
	stems := []string{"сотруднич", "противостав", "взаимопонима", "предоставл", "совершенствова", "уполномочива", "распростране", "благоустраива"}
	ends := []string{"ение", "ением", "ениями", "ениях", "ающего", "ающему", "авшими", "ательного", "ательному", "ательность", "ательницы", "ованного"}
	var words []string
	for _, prefix := range []string{"", "не", "пере"} {
		for i := range len(stems) * len(ends) {
			words = append(words, prefix+stems[i%len(stems)]+ends[i/len(stems)])
		}
	}
	take := func(n int) string {
		taken := strings.Join(words[:n], " ")
		words = words[n:]
		return taken
	}
	linked := take(30)
	return release.Release{
		Headline: "Слова, которые не поместились", Language: "ru", Status: release.Issued, Lead: take(60),
		Contacts: full().Contacts, Boilerplate: "Совет содружества — выдуманная организация.",
		Blocks: []release.Block{
			{Kind: release.Paragraph, Text: take(60)},
			{Kind: release.List, Text: take(24) + "\n" + take(24)},
			{Kind: release.Paragraph, Text: linked, Marks: []release.Mark{{End: len([]rune(linked)), Style: release.Link, Address: "https://council.example/treaty"}}},
			{Kind: release.Quotation, Text: take(40), Speaker: "Иван Пробный"},
			{Kind: release.Table, Text: "Город\tРешение\nМинск\t" + take(50)},
		},
	}
}

// brokenWord is a word that a document breaks.
type brokenWord struct {
	word   string
	marked bool // it is broken in the line beside the mark of an item
}

// brokenWords are the words that a document breaks on one page.
func brokenWords(doc page.Document) []brokenWord {
	var all []brokenWord
	for _, sheet := range doc.Pages {
		lines := map[int][]string{} // of each part
		for _, l := range sheet.Lines {
			if l.Part != page.Furniture {
				lines[l.Part] = append(lines[l.Part], lettersOf(l))
			}
		}
		for part := range lines {
			for i, line := range lines[part] {
				if head, hyphenated := strings.CutSuffix(line, "\u00ad"); hyphenated && i+1 < len(lines[part]) {
					head = head[strings.LastIndexByte(head, ' ')+1:]
					tail, _, _ := strings.Cut(lines[part][i+1], " ")
					word := strings.TrimFunc(head+strings.TrimSuffix(tail, "\u00ad"), unicode.IsPunct)
					all = append(all, brokenWord{word, doc.Parts[part].Role == page.Item && i == 0})
				}
			}
		}
	}
	return all
}

func lettersOf(l page.Line) string {
	var b strings.Builder
	for _, r := range l.Runs {
		for _, g := range r.Glyphs {
			b.WriteRune(g.Rune)
		}
	}
	return b.String()
}

// hyphenated is a hyphen at the end of a line, as dehyphenators know it, and what PDFium
// writes for it.
var hyphenated = regexp.MustCompile(`(?:-|\x{fffe})\s*\n\s*|\x{fffe}`)

// TestReaders reads a file with every reader that make test or make readers installs. Each search finds the words
// that we broke; each text has them whole or with the hyphen of the line's end, which
// programs that join lines know, and has the parts in order where it follows the content.
func TestReaders(t *testing.T) {
	doc := layout(t, style.Plain, broken())
	file := filepath.Join(t.TempDir(), "release.pdf")
	if err := os.WriteFile(file, render(t, doc), 0o600); err != nil {
		t.Fatal(err)
	}
	words := brokenWords(doc)
	if len(words) < 25 {
		t.Fatalf("only %d words are broken: %v", len(words), words)
	}
	for _, r := range readers {
		if _, err := os.Stat(r.needs); r.needs != "" && err != nil {
			continue
		}
		t.Run(r.name, func(t *testing.T) {
			text := r.run(t, r.text, file, "")
			if !r.whole {
				text = hyphenated.ReplaceAllString(text, "")
			}
			for _, w := range words {
				if !strings.Contains(text, w.word) {
					t.Errorf("the text has not %q", w.word)
				}
			}
			if r.content {
				inPartsOrder(t, doc, text)
			}
			if r.find == nil {
				return
			}
			var asked []string
			for _, w := range words {
				if !w.marked || !r.marks {
					asked = append(asked, w.word)
				}
			}
			found := strings.Fields(r.run(t, r.find, file, strings.Join(append(asked, "нет-такого"), "\n")))
			if !slices.Equal(found, asked) {
				t.Errorf("the search finds %q of %q", found, asked)
			}
		})
	}
}

// inPartsOrder looks for the first letters of each part behind those of the one before.
func inPartsOrder(t *testing.T, doc page.Document, text string) {
	t.Helper()
	text = strings.Join(strings.Fields(text), "")
	for _, part := range doc.Parts {
		if part.Role == page.Logo || part.Role == page.Code {
			continue
		}
		head := []rune(strings.Join(strings.Fields(part.Text), ""))
		head = head[:min(len(head), 30)]
		_, behind, found := strings.Cut(text, string(head))
		if !found {
			t.Fatalf("%q does not follow, but %.300q", string(head), text)
		}
		text = behind
	}
}

// A link whose words are broken is one link still.
func TestALinkWithBrokenWords(t *testing.T) {
	data := render(t, layout(t, style.Plain, broken()))
	if n := bytes.Count(dump(t, data), []byte("/URI (https://council.example/treaty)")); n != 1 {
		t.Errorf("%d links", n)
	}
}
