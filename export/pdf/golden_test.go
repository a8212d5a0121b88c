package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/binary"
	"flag"
	"fmt"
	"image/color"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	shipped "communique/assets/fonts"
	"communique/editor/release"
	"communique/export/page"
	"communique/export/typeface"
)

var update = flag.Bool("update", false, "rewrite golden files")

// set returns a line of a part in a face, each letter as wide as it is.
func set(part int, x, top float64, words, file, link string) page.Line {
	face, reader := typeface.Embedded(file), typeface.NewReader()
	r := page.Run{X: x, Y: top + 10, Size: 10, Face: face, Colour: color.NRGBA{A: 0xff}, Link: link}
	for _, letter := range words {
		id, _ := reader.Glyph(face, letter)
		r.Glyphs = append(r.Glyphs, page.Glyph{ID: id, Rune: letter, Advance: face.Width(id) / 100})
	}
	return page.Line{Part: part, Top: top, Height: 14, Runs: []page.Run{r}}
}

// handmade is a document of two pages and two languages with every kind of part,
// set by hand, so that it changes with nothing but this package.
func handmade(t testing.TB) page.Document {
	t.Helper()
	logo := office(t).Logo
	red := color.NRGBA{R: 0xff, G: 0x80, A: 0xff}
	doc := page.Document{
		Width: 300, Height: 400, Title: "Встреча & (планы)", Author: "Совет <содружества>", Language: "ru",
		Keywords: []string{"встреча", "план"}, Date: release.Date{Year: 2024, Month: 9, Day: 1},
		Pages: make([]page.Page, 2),
	}
	add := func(role page.Role, group int, text string) int {
		language, index := "ru", 0
		if len(doc.Parts) >= 17 {
			language, index = "en-GB", 1
		}
		doc.Parts = append(doc.Parts, page.Part{Role: role, Text: text, Language: language, Group: group, Source: page.Source{Release: index}})
		return len(doc.Parts) - 1
	}
	first, second := &doc.Pages[0], &doc.Pages[1]
	first.Boxes = []page.Box{
		{Part: page.Furniture, X: 10, Y: 5, Width: 280, Height: 0.6, Colour: red},
		{Part: page.Furniture, X: 10.12345, Y: 7, Width: 280, Height: 1, Colour: red},
	}
	first.Pictures = []page.Picture{{Part: add(page.Logo, 0, "Совет"), X: 10, Y: 10, Width: 40, Height: 20, Data: logo, Type: "image/png"}}
	line := func(p *page.Page, part int, top float64, words, link string) {
		p.Lines = append(p.Lines, set(part, 10, top, words, shipped.Serif, link))
	}
	line(first, add(page.Organisation, 0, "Совет"), 12, "Совет", "")
	line(first, add(page.Address, 0, "council.example"), 26, "council.example", `https://council.example/(a)\b`)
	line(first, add(page.Embargo, 0, "ЭМБАРГО"), 40, "ЭМБАРГО", "")
	first.Lines = append(first.Lines, set(add(page.Headline, 1, "Встреча"), 10, 60, "Встреча", shipped.SansBold, ""))
	line(first, add(page.Lead, 2, "Лид, который перенесён"), 80, "Лид, который пере\u00ad", "")
	line(first, len(doc.Parts)-1, 94, "несён", "")
	for i := range first.Lines[len(first.Lines)-2].Runs[0].Glyphs { // a line that was justified
		first.Lines[len(first.Lines)-2].Runs[0].Glyphs[i].Advance += []float64{0.004, -0.31, 0.27}[i%3]
	}
	line(first, add(page.Subheading, 3, "О сроках"), 110, "О сроках", "")
	line(first, add(page.Paragraph, 4, "Да."), 130, "Да.", "")
	line(first, add(page.Quotation, 5, "Мы успеем."), 150, "Мы успеем.", "")
	line(first, add(page.Speaker, 5, "— Иван Пробный"), 164, "— Иван Пробный", "")
	line(first, add(page.Subheading, 6, "О местах"), 180, "О местах", "")
	line(first, add(page.ItemMark, 7, "–"), 200, "–", "")
	line(first, add(page.Item, 7, "первое"), 200, "первое", "")
	line(first, add(page.ItemMark, 7, "–"), 214, "–", "")
	line(first, add(page.Item, 7, "второе, на двух страницах"), 214, "второе, на двух", "")
	line(second, len(doc.Parts)-1, 10, "страницах", "")
	overleaf := add(page.Contact, 8, "+7-000") // a link that goes on overleaf
	line(first, overleaf, 228, "+7-", "tel:+7000")
	line(second, overleaf, 30, "000", "tel:+7000")
	line(second, add(page.Contact, 8, "a@b.example"), 44, "a@b.example", "mailto:a@b.example")
	code := add(page.Code, 9, "https://council.example/15")
	second.Boxes = []page.Box{{Part: code, X: 200, Y: 300, Width: 2, Height: 2, Colour: red}, {Part: code, X: 204, Y: 302, Width: 2, Height: 3}}
	line(second, add(page.Subheading, 0, "No headline 😀"), 200, "No headline", "")
	second.Lines = append(second.Lines, page.Line{Part: page.Furniture, Top: 380, Height: 10})
	footer := set(page.Furniture, 100.5, 380, "2", shipped.Sans, "")
	footer.Runs[0].Tracking, footer.Runs[0].Size = 0.25, 8
	footer.Runs = append(footer.Runs, footer.Runs[0])
	footer.Runs[1].Colour, footer.Runs[1].X = red, 110
	second.Lines = append(second.Lines, footer)
	return doc
}

var stream = regexp.MustCompile(`(?s)^(.*/Length )\d+(.*?>>\nstream\n)(.*)\nendstream$`)

// dump writes a file for people to compare: its objects one after another, streams
// unpacked, faces and pictures by their hash.
func dump(t testing.TB, data []byte) []byte {
	t.Helper()
	objects := objectsOf(t, data)
	b := append([]byte{}, data[:bytes.Index(data, []byte(" 0 obj"))]...)
	b = b[:bytes.LastIndexByte(b, '\n')+1]
	for n, body := range objects[1:] {
		if bytes.HasPrefix(body, []byte("<</Type /ObjStm")) || bytes.HasPrefix(body, []byte("<</Type /XRef")) {
			continue
		}
		b = fmt.Appendf(b, "\n%d 0 obj\n", n+1)
		m := stream.FindSubmatch(body)
		if m == nil {
			b = append(b, body...)
			continue
		}
		content := m[3]
		if bytes.Contains(m[1], []byte("/FlateDecode")) {
			content = inflated(t, content)
		}
		if bytes.ContainsRune(content, 0) {
			content = fmt.Appendf(nil, "%d bytes, SHA-256 %x", len(content), sha256.Sum256(content))
		}
		b = slices.Concat(b, m[1], []byte("…"), m[2], content, []byte("\nendstream"))
	}
	table := objects[len(objects)-1]
	return append(append(b, '\n'), regexp.MustCompile(`/Root \d+ 0 R /Info \d+ 0 R`).Find(table)...)
}

func inflated(t testing.TB, packed []byte) []byte {
	t.Helper()
	unpacked, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(unpacked)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// objectsOf reads the objects of a file as every reader does: from its end, by the table
// there, those within others out of these.
func objectsOf(t testing.TB, data []byte) [][]byte {
	t.Helper()
	m := regexp.MustCompile(`\nstartxref\n(\d+)\n%%EOF\n$`).FindSubmatch(data)
	if m == nil {
		t.Fatal("the file has no end")
	}
	at := func(offset, number int) []byte {
		head := fmt.Appendf(nil, "%d 0 obj\n", number)
		if !bytes.HasPrefix(data[offset:], head) {
			t.Fatalf("object %d is not at %d", number, offset)
		}
		body := data[offset+len(head):]
		end := bytes.Index(body, []byte("\nendobj\n"))
		if length := regexp.MustCompile(`^<<.*/Length (\d+)>>\nstream\n`).FindSubmatch(body); length != nil {
			size, _ := strconv.Atoi(string(length[1]))
			end = len(length[0]) + size + len("\nendstream")
		}
		return body[:end]
	}
	start, _ := strconv.Atoi(string(m[1]))
	number, _ := strconv.Atoi(string(data[start : start+bytes.IndexByte(data[start:], ' ')]))
	last := at(start, number)
	table := inflated(t, stream.FindSubmatch(last)[3])
	objects := make([][]byte, len(table)/7)
	if number != len(objects)-1 || !bytes.Contains(last, fmt.Appendf(nil, "/Size %d ", len(objects))) || table[0] != 0 {
		t.Fatalf("the table has %d places, the last object is %d: %.200s", len(objects), number, last)
	}
	entry := func(n int) (kind byte, first, second int) {
		e := table[7*n:]
		return e[0], int(binary.BigEndian.Uint32(e[1:])), int(binary.BigEndian.Uint16(e[5:]))
	}
	for n := 1; n < len(objects); n++ {
		if kind, offset, _ := entry(n); kind == 1 {
			objects[n] = at(offset, n)
		}
	}
	for n := 1; n < len(objects); n++ {
		if kind, within, index := entry(n); kind == 2 {
			objects[n] = packedObject(t, objects[within], n, index)
		}
	}
	return objects
}

// packedObject reads an object out of a stream of them.
func packedObject(t testing.TB, body []byte, number, index int) []byte {
	t.Helper()
	said := regexp.MustCompile(`/N (\d+) /First (\d+) `).FindSubmatch(body)
	count, _ := strconv.Atoi(string(said[1]))
	first, _ := strconv.Atoi(string(said[2]))
	content := inflated(t, stream.FindSubmatch(body)[3])
	head := strings.Fields(string(content[:first]))
	if len(head) != 2*count || head[2*index] != strconv.Itoa(number) {
		t.Fatalf("object %d is not number %d of %d", number, index, count)
	}
	from, _ := strconv.Atoi(head[2*index+1])
	end := len(content) - first
	if index+1 < count {
		end, _ = strconv.Atoi(head[2*index+3])
	}
	return bytes.TrimSuffix(content[first+from:first+end], []byte("\n"))
}

func TestGolden(t *testing.T) {
	for name, doc := range map[string]page.Document{
		"full": handmade(t), "blocks": blocks(t), "least": {Width: 100, Height: 100, Pages: []page.Page{{}}, Title: "Да"},
	} {
		got := dump(t, render(t, doc))
		path := filepath.Join("testdata", name+".txt")
		if *update {
			if err := os.WriteFile(path, got, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is no longer as in %s: look at the difference with -update and git", name, path)
		}
	}
}

// TestTheTableLeadsToTheObjects, also where they are more than one stream of them holds.
func TestTheTableLeadsToTheObjects(t *testing.T) {
	doc := handmade(t)
	for range mostPacked {
		doc.Parts = append(doc.Parts, page.Part{Role: page.Paragraph, Text: "да"})
		line := page.Line{Part: len(doc.Parts) - 1, Top: 10, Height: 10, Runs: doc.Pages[0].Lines[0].Runs}
		doc.Pages[0].Lines = append(doc.Pages[0].Lines, line)
	}
	data := render(t, doc)
	streams := 0
	for n, body := range objectsOf(t, data)[1:] {
		if len(body) == 0 {
			t.Errorf("object %d is nowhere", n+1)
		}
		if bytes.HasPrefix(body, []byte("<</Type /ObjStm")) {
			streams++
		}
	}
	if streams != 2 {
		t.Errorf("%d streams of objects", streams)
	}
	if id := regexp.MustCompile(`/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]`); !id.Match(data) {
		t.Error("the file has no identifier")
	}
}

func TestCodes(t *testing.T) {
	for code, want := range map[int]string{0: "0000", 0x9f: "009F", 0xabcd: "ABCD", 0xffff: "FFFF"} {
		if got := string(appendCode([]byte("<"), code)); got != "<"+want {
			t.Errorf("%d: %s", code, got)
		}
	}
}

// TestMoreThanAHundredLetters: a block of the map from codes to letters holds a
// hundred at most (ISO 32000-1, 9.10.3), and no letter falls between two blocks.
func TestMoreThanAHundredLetters(t *testing.T) {
	for _, count := range []int{1, 99, 100, 101, 200, 250} {
		list := newFonts()
		f := list.of(typeface.Embedded(shipped.Serif))
		for n := range count {
			f.code(page.Glyph{ID: typeface.GlyphID(n), Rune: rune(0xffff - 5 + n)}) // beyond the first plane, too
		}
		if again := f.code(page.Glyph{ID: 0, Rune: 0xffff - 5}); again != 1 {
			t.Errorf("a letter known already has code %d", again)
		}
		found := map[int]rune{}
		for _, block := range regexp.MustCompile(`(?s)(\d+) beginbfchar\n(.*?)endbfchar`).FindAllStringSubmatch(string(f.toUnicode()), -1) {
			lines := strings.Split(strings.TrimSpace(block[2]), "\n")
			if said, _ := strconv.Atoi(block[1]); said != len(lines) || said > 100 {
				t.Errorf("%d letters: a block says %d and holds %d", count, said, len(lines))
			}
			for _, line := range lines {
				var code int
				var hex string
				if _, err := fmt.Sscanf(line, "<%04X> <%s", &code, &hex); err != nil {
					t.Fatal(line, err)
				}
				found[code] = letters(t, strings.TrimSuffix(hex, ">"))[0]
			}
		}
		for n := range count {
			if want := rune(0xffff - 5 + n); found[n+1] != want {
				t.Errorf("%d letters: code %d is %U, not %U", count, n+1, found[n+1], want)
			}
		}
		if len(found) != count {
			t.Errorf("%d letters: %d are in the map", count, len(found))
		}
	}
}

// letters reads UTF-16 from hexadecimal digits.
func letters(t testing.TB, hex string) []rune {
	t.Helper()
	var units []uint16
	for ; len(hex) >= 4; hex = hex[4:] {
		unit, err := strconv.ParseUint(hex[:4], 16, 16)
		if err != nil {
			t.Fatal(err)
		}
		units = append(units, uint16(unit))
	}
	return utf16.Decode(units)
}

// Each face of a document has a tag of its own, six capital letters (ISO 32000-1, 9.6.4).
func TestTagsOfFaces(t *testing.T) {
	seen := map[string]bool{}
	for n := range 120 {
		tag := (&font{name: fmt.Sprintf("F%d", n+1)}).tag()
		if seen[tag] || !regexp.MustCompile(`^[A-Z]{6}$`).MatchString(tag) {
			t.Errorf("face %d has the tag %q", n+1, tag)
		}
		seen[tag] = true
	}
}
