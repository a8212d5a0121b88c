package page

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"communique/editor/release"
	"communique/export/exporttest/illustrated"
	"communique/export/style"
)

// tableOf is a release with a table between two paragraphs.
func tableOf(text string, above int) release.Release {
	return release.Release{Language: "ru", Status: release.Issued, Blocks: release.Numbered([]release.Block{
		{Kind: release.Paragraph, Text: strings.TrimSpace(strings.Repeat("Выше. ", above))},
		{Kind: release.Table, Text: text},
		{Kind: release.Paragraph, Text: "Ниже."},
	})}
}

// place is where a part stands: its pages, and its edges on the last of them.
type place struct {
	pages       []int
	left, right float64
}

func places(doc Document) map[int]place {
	all := map[int]place{}
	for n, p := range doc.Pages {
		for _, line := range p.Lines {
			at, seen := all[line.Part]
			first := line.Runs[0]
			last := line.Runs[len(line.Runs)-1]
			if !seen {
				at.left = first.X
			}
			at.left, at.right = min(at.left, first.X), max(at.right, last.X+last.Width())
			if !slices.Contains(at.pages, n) {
				at.pages = append(at.pages, n)
			}
			all[line.Part] = at
		}
	}
	return all
}

// TestTablesGoOnOverleaf: no row is torn, the head stands over the rows on every page,
// as text once and as furniture then, and nothing stands below the page's foot.
func TestTablesGoOnOverleaf(t *testing.T) {
	for _, name := range []string{"plain", "gost"} {
		for above := 0; above < 300; above += 23 {
			doc := layout(t, compositor(t, name), tableOf(illustrated.Table(60), above))
			style := compositor(t, name).style
			rows := map[int]int{} // the page of each
			for part, at := range places(doc) {
				if part == Furniture || doc.Parts[part].Role != Cell && doc.Parts[part].Role != HeadCell {
					continue
				}
				row := doc.Parts[part].Row
				if page, seen := rows[row]; len(at.pages) != 1 || seen && page != at.pages[0] {
					t.Errorf("%s, %d above: row %d is torn over pages %v", name, above, row, at.pages)
				}
				rows[row] = at.pages[0]
			}
			if len(rows) != 61 || rows[0] != rows[1] {
				t.Fatalf("%s, %d above: %d rows, the head on page %d without its first", name, above, len(rows), rows[0])
			}
			for n, p := range doc.Pages {
				_, bottom := style.Page.Dimensions()
				foot := (bottom - style.Page.Bottom) * 72 / 25.4
				for _, line := range p.Lines {
					if line.Part != Furniture && line.Top+line.Height > foot+1e-6 {
						t.Errorf("%s, page %d: %q stands below the foot", name, n, words(line))
					}
				}
				again := slices.ContainsFunc(p.Lines, func(l Line) bool { return l.Part == Furniture && strings.HasPrefix(words(l), "Государство") })
				if goesOn := n > rows[0] && n <= rows[60]; again != goesOn {
					t.Errorf("%s, %d above, page %d: head again %v, want %v", name, above, n, again, goesOn)
				}
			}
		}
	}
}

// TestATallHeadStandsOnce: one that takes more than a third of a page is not set over the rows overleaf.
func TestATallHeadStandsOnce(t *testing.T) {
	rows := strings.Repeat("\nПервая\t10", 60)
	for count, again := range map[int]bool{5: true, 160: false} {
		doc := layout(t, compositor(t, "plain"), tableOf(strings.Repeat("Государство участник ", count)+"\tЧисло"+rows, 1))
		last := doc.Pages[len(doc.Pages)-1]
		got := slices.ContainsFunc(last.Lines, func(l Line) bool {
			return l.Part == Furniture && strings.HasPrefix(strings.TrimSpace(words(l)), "Государство")
		})
		if len(doc.Pages) < 2 || got != again {
			t.Errorf("%d words, %d pages: the head stands again: %v", count, len(doc.Pages), got)
		}
	}
}

// A row that no page can hold is torn, and its words are all there.
func TestARowTallerThanAPage(t *testing.T) {
	doc := layout(t, compositor(t, "plain"), tableOf("Что\tСколько\n"+strings.TrimSpace(strings.Repeat("Длинная ячейка таблицы. ", 900))+"\t5", 3))
	at := places(doc)
	for i, part := range doc.Parts {
		if part.Role == Cell && part.Text != "5" && len(at[i].pages) < 2 {
			t.Error("a page held the row")
		}
		if want := strings.Join(strings.Fields(part.Text), " "); doc.text(i) != want {
			t.Errorf("part %d: got %q, want %q", i, doc.text(i), want)
		}
	}
}

// TestAnyTable sets tables of any shape: each cell's words are there, within their
// column and the text, beside those of the others.
func TestAnyTable(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	vocabulary := []string{"и", "совет", "учение", "противодействие", "военно-технического", "12", "1 300,5", "—", "https://council.example/documents/2024", "", "Армения"}
	for n := range 150 {
		columns := 1 + random.IntN(9)
		var lines []string
		for range 1 + random.IntN(8) {
			var cells []string
			for range 1 + random.IntN(columns) {
				var cell []string
				for range random.IntN(8) {
					cell = append(cell, vocabulary[random.IntN(len(vocabulary))])
				}
				cells = append(cells, strings.Join(cell, " "))
			}
			lines = append(lines, strings.Join(cells, "\t"))
		}
		doc := layout(t, compositor(t, []string{"plain", "gost"}[n%2]), tableOf(strings.Join(lines, "\n"), 1))
		checkCells(t, fmt.Sprintf("%d: %q", n, lines), doc)
	}
}

func checkCells(t *testing.T, name string, doc Document) {
	t.Helper()
	at := places(doc)
	across := map[int]int{}
	for i, part := range doc.Parts {
		if part.Role != Cell && part.Role != HeadCell {
			continue
		}
		across[part.Row]++
		if want := strings.Join(strings.Fields(part.Text), " "); doc.text(i) != want {
			t.Errorf("%s: got %q, want %q", name, doc.text(i), want)
		}
		if part.Text == "" {
			continue
		}
		if right := doc.Width - 10*72/25.4; at[i].right > right+0.01 {
			t.Errorf("%s: %q reaches to %v, the text to %v", name, part.Text, at[i].right, right)
		}
		for j := i + 1; j < len(doc.Parts) && doc.Parts[j].Row == part.Row && doc.Parts[j].Group == part.Group; j++ {
			if doc.Parts[j].Text != "" && at[j].left < at[i].right {
				t.Errorf("%s: %q begins at %v, before %q ends at %v", name, doc.Parts[j].Text, at[j].left, part.Text, at[i].right)
			}
		}
	}
	for row, cells := range across {
		if cells != across[0] {
			t.Errorf("%s: row %d has %d cells, the head %d", name, row, cells, across[0])
		}
	}
}

func TestNumbersStandAtTheRight(t *testing.T) {
	doc := layout(t, compositor(t, "plain"), tableOf("Город\tЛюдей\tСмешанное\nБишкек\t5\tдо 7\nЕреван\t1 200\t12\nМинск\t—\t", 1))
	at, right := places(doc), map[string]float64{}
	for i, part := range doc.Parts {
		right[part.Text] = at[i].right
	}
	for _, pair := range [][2]string{{"5", "1 200"}, {"Людей", "1 200"}, {"—", "5"}} {
		if a, b := right[pair[0]], right[pair[1]]; a < b-0.01 || a > b+0.01 {
			t.Errorf("%q ends at %v, %q at %v", pair[0], a, pair[1], b)
		}
	}
	if right["12"] == right["до 7"] {
		t.Error("a column with a word is set to the right")
	}
}

// TestAColumnHoldsItsWidestWord: among columns of prose one takes no less than its widest
// word, which is not broken.
func TestAColumnHoldsItsWidestWord(t *testing.T) {
	const word = "противодействие"
	prose := strings.TrimSpace(strings.Repeat("и за то да по ", 20))
	doc := layout(t, compositor(t, "plain"), tableOf("Кто\n"+word+" "+prose+strings.Repeat("\t"+prose, 7), 1))
	for _, p := range doc.Pages {
		for _, line := range p.Lines {
			if strings.HasPrefix(words(line), word[:4]) && strings.TrimSpace(words(line)) != word && !strings.HasPrefix(words(line), word+" ") {
				t.Errorf("broken: %q", words(line))
			}
		}
	}
}

func TestWidthsOfColumns(t *testing.T) {
	for _, c := range []struct {
		name              string
		room              float64
		least, most, want []float64
	}{
		{"room for all", 100, []float64{10, 20}, []float64{30, 40}, []float64{30, 40}},
		{"just room for all", 70, []float64{10, 20}, []float64{30, 40}, []float64{30, 40}},
		{"the long one gives", 100, []float64{10, 20}, []float64{30, 900}, []float64{30, 70}},
		{"two long ones", 100, []float64{10, 20, 20}, []float64{20, 900, 300}, []float64{20, 40, 40}},
		{"a word is wider than its share", 100, []float64{10, 70, 10}, []float64{15, 200, 300}, []float64{15, 70, 15}},
		{"just room for the words", 30, []float64{10, 20}, []float64{30, 40}, []float64{10, 20}},
		{"no room for the words", 29, []float64{10, 20}, []float64{30, 40}, nil},
	} {
		got := Share(c.room, c.least, c.most)
		if len(got) != len(c.want) || !slices.EqualFunc(got, c.want, near) {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
	if got := level(29, []float64{5, 20, 40}); !slices.EqualFunc(got, []float64{5, 12, 12}, near) {
		t.Errorf("got %v", got)
	}
}

// TestCellsAreNeverJustified, whatever the style asks for.
func TestCellsAreNeverJustified(t *testing.T) {
	r := release.New("ru")
	r.Blocks = []release.Block{{ID: 1, Kind: release.Table, Text: "Страна\tЧто в ней было\nПробная\t" + strings.Repeat("Стороны обсудили сроки и места совместных учений. ", 5)}}
	var set []string
	for _, align := range []string{"left", "justify"} {
		s, err := style.Read("own", []byte("parts.table.align = '"+align+"'\nparts.table_head.align = '"+align+"'"), nil)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := NewCompositor(s).Layout(release.Organisation{}, nil, r)
		if err != nil {
			t.Fatal(err)
		}
		places := ""
		for _, l := range doc.Pages[0].Lines {
			for _, run := range l.Runs {
				places += fmt.Sprintf("%.3f %.3f %.3f\n", run.X, run.Width(), run.Tracking)
			}
		}
		set = append(set, places)
	}
	if set[0] != set[1] {
		t.Errorf("a column that is justified is set in another way:\n%s\n%s", set[0], set[1])
	}
}
