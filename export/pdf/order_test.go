package pdf

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"communique/editor/release"
	"communique/export/exporttest"
	"communique/export/exporttest/illustrated"
	"communique/export/page"
	"communique/export/style"
)

// shapes are documents that together have everything a page can have, by name.
func shapes(t testing.TB) map[string]page.Document {
	t.Helper()
	english := exporttest.Release(2, 900)
	english.Language = "en"
	everything, pictures := illustrated.Release(20)
	everything.Kind, everything.Status = release.Statement, release.Draft
	var err error
	if everything.Embargo, err = release.NewEmbargo(everything.Date, 12, 0, "Asia/Bishkek"); err != nil {
		t.Fatal(err)
	}
	words := strings.Repeat("договорились о взаимодействии подразделений и ", 60)
	tall := release.Release{Headline: "Таблица выше страницы", Language: "ru", Date: everything.Date, Blocks: []release.Block{
		{Kind: release.List, Text: "первый пункт списка, в котором слов больше, чем помещается в одну строку на этой странице\nвторой", First: 9},
		{Kind: release.Table, Text: "Город\tРешение\n" + words + "\t" + words + words + "\nМинск\tпринято"},
	}}
	list := map[string]page.Document{
		"full": layout(t, style.Plain, full()), "two releases": layout(t, "gost", full(), english), "by hand": handmade(t), "blocks": blocks(t),
		"a tall table": layout(t, style.Plain, tall), "empty": layout(t, style.Plain, release.Release{}),
	}
	for _, name := range style.Names() {
		for _, align := range []string{"left", "center"} {
			s, err := style.Shipped(name)
			if err != nil {
				t.Fatal(err)
			}
			s.QR.Content, s.Letterhead.Show, s.Letterhead.Align = "https://council.example/{number}", true, align
			s.Letterhead.Kind, s.Draft.Show, s.Footer.Text = true, true, "Совет содружества"
			s.Embargo.Show = align == "left"
			doc, err := page.NewCompositor(s).Layout(office(t), pictures, everything, english)
			if err != nil {
				t.Fatal(err)
			}
			list["everything, "+name+", "+align] = doc
		}
	}
	return list
}

var (
	kids     = regexp.MustCompile(`<</Type /MCR /Pg (\d+) 0 R /MCID (\d+)>>|<</Type /OBJR[^>]*>>|(\d+) 0 R`)
	sequence = regexp.MustCompile(`/MCID (\d+)>> BDC`)
)

// treeOrder returns the numbers of the sequences of each page, by the page's object, in
// the order of the structure.
func treeOrder(t testing.TB, f *file) map[int][]int {
	t.Helper()
	order := map[int][]int{}
	var walk func(number int)
	walk = func(number int) {
		_, list, found := strings.Cut(string(f.objects[number]), "/K [")
		if !found {
			t.Fatalf("object %d is no element: %s", number, f.objects[number])
		}
		list, _, _ = strings.Cut(list, "]")
		for _, kid := range kids.FindAllStringSubmatch(list, -1) {
			switch {
			case kid[3] != "":
				n, _ := strconv.Atoi(kid[3])
				walk(n)
			case kid[2] != "":
				sheet, _ := strconv.Atoi(kid[1])
				id, _ := strconv.Atoi(kid[2])
				order[sheet] = append(order[sheet], id)
			}
		}
	}
	walk(slices.IndexFunc(f.objects, func(body []byte) bool { return bytes.HasPrefix(body, []byte("<</Type /StructTreeRoot")) }))
	return order
}

// The content of a page stands in the order of the structure, for readers that know no
// structure follow the content. No piece of it is empty, and none is left out.
func TestContentIsInTheOrderOfReading(t *testing.T) {
	for name, doc := range shapes(t) {
		data := render(t, doc)
		f := &file{objects: objectsOf(t, data)}
		order := treeOrder(t, f)
		contents := contentsOf(t, data)
		for n, sheet := range f.of("/Page") {
			var written []int
			for _, m := range sequence.FindAllStringSubmatch(contents[n], -1) {
				id, _ := strconv.Atoi(m[1])
				written = append(written, id)
			}
			if !slices.Equal(written, order[sheet]) {
				t.Errorf("%s, page %d: the content has %v, the structure %v", name, n+1, written, order[sheet])
			}
			if strings.Contains(contents[n], "BDC\nEMC") || strings.Contains(contents[n], "BMC\nEMC") {
				t.Errorf("%s, page %d: a piece is empty", name, n+1)
			}
		}
	}
}

// contentsOf returns what the pages of a file draw, unpacked by qpdf.
func contentsOf(t testing.TB, data []byte) []string {
	t.Helper()
	var list []string
	for _, m := range regexp.MustCompile(`(?s)%% Contents for page \d+\n.*?stream\n(.*?)endstream`).FindAllStringSubmatch(
		tool(t, data, "qpdf", "--qdf", "--object-streams=disable", "FILE", "-"), -1) {
		list = append(list, m[1])
	}
	return list
}
