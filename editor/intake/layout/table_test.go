package layout_test

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"strings"
	"testing"

	"communique/editor/intake/layout"
	"communique/editor/intake/layout/layouttest"
	"communique/editor/release"
)

// cell is one of the table's with paragraphs of text in it.
func cell(texts ...string) layout.Cell {
	var c layout.Cell
	for _, text := range texts {
		c.Inside.Paragraphs = append(c.Inside.Paragraphs, layout.Paragraph{Kind: layout.Text, Text: text})
	}
	return c
}

// over is a cell over several columns and rows.
func over(across, down int, text string) layout.Cell {
	c := cell(text)
	c.Across, c.Down = across, down
	return c
}

func bold(text string) layout.Cell {
	c := cell(text)
	c.Inside.Paragraphs[0].Marks = []release.Mark{{End: len([]rune(text)), Style: release.Bold}}
	return c
}

func row(texts ...string) []layout.Cell {
	var cells []layout.Cell
	for _, text := range texts {
		if text == "" {
			cells = append(cells, layout.Cell{})
			continue
		}
		cells = append(cells, cell(text))
	}
	return cells
}

func TestGrid(t *testing.T) {
	yes, no := true, false
	part := func(p layout.Paragraph) layout.Cell {
		return layout.Cell{Inside: layout.Document{Paragraphs: []layout.Paragraph{p}}}
	}
	nested := func(text string) layout.Cell { return part(layout.Paragraph{Kind: layout.Table, Text: text}) }
	lost := cell("б")
	lost.Inside.Lost = []layout.Omission{{What: layout.Comments, Count: 2}}
	losing := layout.Cell{Inside: layout.Document{Lost: []layout.Omission{{What: layout.Pictures, Count: 1}}}}
	pictured := cell("а", "б")
	pictured.Inside.Paragraphs = append(pictured.Inside.Paragraphs[:1:1], layout.Paragraph{Kind: layout.Picture, File: []byte("xyz")}, layout.Paragraph{Kind: layout.Text}, pictured.Inside.Paragraphs[1])
	eight := strings.Fields(strings.Repeat("а ", 8))
	for name, c := range map[string]struct {
		rows [][]layout.Cell
		laid *bool
		want string
	}{
		"words":                         {[][]layout.Cell{row("а", "б"), row("в", "г")}, nil, "table: а→б¶в→г"},
		"one row":                       {[][]layout.Cell{row("а", "б")}, nil, "а|б"},
		"one row called words":          {[][]layout.Cell{row("а", "б")}, &no, "table: а→б"},
		"one column":                    {[][]layout.Cell{row("а"), row("б")}, nil, "а|б"},
		"one column called words":       {[][]layout.Cell{row("а", ""), row("б")}, &no, "а|б"},
		"called laid out":               {[][]layout.Cell{row("а", "б"), row("в", "г")}, &yes, "а|б|в|г"},
		"one row that says something":   {[][]layout.Cell{row("а", "б"), row("", "")}, nil, "а|б"},
		"a quarter filled":              {[][]layout.Cell{row("", "", "", "а"), row("", "", "", "б")}, nil, "table: →→→а¶→→→б"},
		"less than a quarter":           {[][]layout.Cell{row("", "", "", "а"), row("", "", "", "", "б")}, nil, "а|б"},
		"a heading in it":               {[][]layout.Cell{row("а", "б"), {cell("в"), part(layout.Paragraph{Kind: layout.Heading, Level: 2, Text: "г"})}}, nil, "а|б|в|## г"},
		"a rule in it":                  {[][]layout.Cell{row("а", "б"), {cell("в"), part(layout.Paragraph{Kind: layout.Rule})}}, nil, "а|б|в|----"},
		"a small table in it":           {[][]layout.Cell{row("а", "б"), {cell("в"), nested("1\t2\n3\t4")}}, nil, "table: а→б¶в→1 2 3 4"},
		"a table in it":                 {[][]layout.Cell{row("а", "б"), {cell("в"), nested("1\n2\n3")}}, nil, "а|б|в|table: 1¶2¶3"},
		"as long as may be":             {[][]layout.Cell{row("а", "б"), row("в", strings.Repeat("г", 1000))}, nil, "table: а→б¶в→" + strings.Repeat("г", 1000)},
		"longer":                        {[][]layout.Cell{row("а", "б"), row("в", strings.Repeat("г", 1001))}, nil, "а|б|в|" + strings.Repeat("г", 1001)},
		"paragraphs, as many as may be": {[][]layout.Cell{row("а", "б"), {cell("в"), cell(eight...)}}, nil, "table: а→б¶в→" + strings.Join(eight, " ")},
		"one paragraph more":            {[][]layout.Cell{row("а", "б"), {cell("в"), cell(append(eight, "я")...)}}, nil, "а|б|в|" + strings.Join(eight, "|") + "|я"},
		"empty at a row's end":          {[][]layout.Cell{row("а", "", ""), row("в", "г", "")}, nil, "table: а¶в→г"},
		"empty within a row":            {[][]layout.Cell{row("а", "", "б"), row("", "г")}, nil, "table: а→→б¶→г"},
		"over two columns":              {[][]layout.Cell{{over(2, 1, "а"), cell("б")}, row("в", "г", "д")}, nil, "table: а→→б¶в→г→д"},
		"over two rows":                 {[][]layout.Cell{{over(1, 2, "а"), cell("б")}, row("в"), row("г", "д")}, nil, "table: а→б¶→в¶г→д"},
		"over three rows, in the midst": {[][]layout.Cell{{cell("а"), over(1, 3, "б"), cell("в")}, row("г", "д"), row("е", "ж"), row("з", "и", "к")}, nil, "table: а→б→в¶г→→д¶е→→ж¶з→и→к"},
		"over two of both":              {[][]layout.Cell{{over(2, 2, "а"), cell("б")}, row("в"), row("г", "д", "е")}, nil, "table: а→→б¶→→в¶г→д→е"},
		"over rows at the end":          {[][]layout.Cell{{cell("а"), over(1, 2, "б")}, row("в"), row("г", "д")}, nil, "table: а→б¶в¶г→д"},
		"over more columns than any":    {[][]layout.Cell{{cell("а"), over(9999, 2, "б")}, row("в"), row("г", "д")}, nil, "table: а→б" + strings.Repeat("→", 62) + "¶в¶г→д"},
		"bold heads":                    {[][]layout.Cell{{bold("а"), bold("б")}, {cell("в"), bold("г")}}, nil, "table: а→б¶в→*г*"},
		"a bold first cell":             {[][]layout.Cell{{bold("а"), cell("б")}, row("в", "г")}, nil, "table: *а*→б¶в→г"},
		"a picture in it":               {[][]layout.Cell{row("в", "г"), {pictured, bold("д")}}, nil, `table: в→г¶а б→*д*|(3 bytes, "") `},
		"what is lost in it":            {[][]layout.Cell{{cell("а"), lost, losing}, {cell("в"), lost}}, nil, "table: а→б→¶в→б comments=4 pictures=1"},
		"what is lost in a laid one":    {[][]layout.Cell{{cell("а"), lost, losing}}, nil, "а|б comments=2 pictures=1"},
		"nothing":                       {nil, nil, ""},
	} {
		t.Run(name, func(t *testing.T) {
			var w layout.Writer
			w.Words("выше", layout.Look{})
			w.Grid(c.rows, c.laid)
			w.Words("ниже", layout.Look{})
			want := strings.Replace("выше|"+c.want+"|ниже", "||", "|", 1)
			if at := strings.Index(c.want, " comments="); at >= 0 {
				want = "выше|" + c.want[:at] + "|ниже" + c.want[at:]
			}
			if got := layouttest.Write(w.Document()); got != want {
				t.Errorf("got %s", got)
			}
		})
	}
}

// TestManyColumns: cells that cover every column there can be leave a place for those below.
func TestManyColumns(t *testing.T) {
	var w layout.Writer
	w.Grid([][]layout.Cell{{over(64, 3, "а"), cell("б")}, row("в", "г")}, nil)
	if got := layouttest.Write(w.Document()); got != "table: а"+strings.Repeat("→", 64)+"б¶"+strings.Repeat("→", 64)+"в→г" {
		t.Errorf("got %s", got)
	}
}

// TestMarksInATable stand on their words, in whichever cell and behind whatever else.
func TestMarksInATable(t *testing.T) {
	c := cell("один\nдва", "три")
	c.Inside.Paragraphs[0].Marks = []release.Mark{{Start: 5, End: 8, Style: release.Italic}}
	c.Inside.Paragraphs[1].Marks = []release.Mark{{End: 3, Style: release.Link, Address: "https://a.example"}}
	var w layout.Writer
	w.Grid([][]layout.Cell{{over(1, 2, "а"), cell("б")}, {c, bold("в")}}, nil)
	if got, want := layouttest.Write(w.Document()), "table: а→б¶→один /два/ [три](https://a.example)→*в*"; got != want {
		t.Errorf("got %s", got)
	}
}

func TestStyle(t *testing.T) {
	for name, want := range map[string]struct {
		kind  layout.Kind
		level int
	}{
		"Title": {layout.Heading, 1}, "Название": {layout.Heading, 1}, "Заголовок документа": {layout.Heading, 1},
		"heading 1": {layout.Heading, 1}, "Heading 9": {layout.Heading, 9}, "Заголовок 3": {layout.Heading, 3}, "2": {layout.Heading, 2},
		"heading 0": {"", 0}, "heading 10": {"", 0}, "heading": {"", 0}, "heading 1a": {"", 0}, "-1": {"", 0},
		"Subtitle": {layout.Subtitle, 0}, "Подзаголовок": {layout.Subtitle, 0}, "Intense Quote": {layout.Quotation, 0}, "Выделенная цитата": {layout.Quotation, 0},
		"Quote": {layout.Quotation, 0}, "Цитата": {layout.Quotation, 0}, "Quotations": {layout.Quotation, 0}, "Block Text": {layout.Quotation, 0}, "Quote Speaker": {layout.Speaker, 0},
		"caption": {layout.Caption, 0}, "Название объекта": {layout.Caption, 0}, "Подпись": {layout.Caption, 0}, "Image Caption": {layout.Caption, 0},
		"Boilerplate": {layout.About, 0}, "Contact": {layout.Contact, 0}, "List Bullet": {layout.Item, 0}, "List Number": {layout.Item, 0},
		"Normal": {"", 0}, "Обычный": {"", 0}, "": {"", 0},
	} {
		if kind, level := layout.Style(name); kind != want.kind || level != want.level {
			t.Errorf("%s: %s %d", name, kind, level)
		}
	}
}

func TestParts(t *testing.T) {
	picture := layout.Paragraph{Kind: layout.Picture, Part: layout.Box, File: []byte("x")}
	text := layout.Paragraph{Kind: layout.Text, Part: layout.Box, Text: "Встреча"}
	quote := layout.Paragraph{Kind: layout.Quotation, Part: layout.Box, Text: "Да"}
	boxed := func(all ...layout.Paragraph) string {
		return layouttest.Write(layout.Boxed(layout.Document{Paragraphs: all}))
	}
	if got := boxed(text, quote); got != "{box}Встреча|{box}> Да" {
		t.Errorf("words beside the text: %s", got)
	}
	if got := boxed(picture, text, quote); got != `(1 bytes, "") |caption: Встреча|> Да` {
		t.Errorf("a picture with its caption: %s", got)
	}
	d := layout.Document{Paragraphs: []layout.Paragraph{{Text: "а"}, text, {Part: layout.Foot, Text: "б"}, {Text: "в"}}}
	if in := d.In(layout.Body); len(in) != 2 || in[0].Text != "а" || in[1].Text != "в" {
		t.Errorf("the running text: %v", in)
	}
	if in := d.In(layout.Head); in != nil {
		t.Errorf("the head: %v", in)
	}
}

func TestLooks(t *testing.T) {
	marks := []release.Mark{{End: 3, Style: release.Italic}, {End: 2, Style: release.Bold}, {Start: 3, End: 4, Style: release.Bold}}
	if !layout.WhollyItalic("два", marks) || layout.WhollyItalic("двое", marks) || layout.WhollyBold("два", marks) {
		t.Error("how a text looks")
	}
	for text, want := range map[string]bool{"Раз 2024": false, "Раз —": true, "2024": false, "…": false} {
		if layout.WhollyBold(text, marks[1:2:2]) && !want || layout.WhollyBold(text, []release.Mark{{End: 3, Style: release.Bold}}) != want && text != "2024" {
			t.Errorf("%s is bold: %v", text, !want)
		}
	}
	if got := layout.Without(marks, release.Bold); len(got) != 1 || got[0] != marks[0] {
		t.Errorf("without bold: %v", got)
	}
	if got := layout.Without(marks[:1], release.Italic); got != nil {
		t.Errorf("without any: %v", got)
	}
}

// TestWhatIsWritten: lines with their marks, what was lost counted, pictures or how many
// were none, and where everything stands.
func TestWhatIsWritten(t *testing.T) {
	var w layout.Writer
	if w.Open() {
		t.Error("words in an empty paragraph")
	}
	w.Words("  ", layout.Look{})
	w.Words("", layout.Look{Bold: true})
	if w.Open() {
		t.Error("spaces are taken for words")
	}
	w.Line("раз два\nтри", []release.Mark{{Start: 4, End: 11, Style: release.Italic}, {Start: 8, End: 11, Style: release.Link, Address: "https://a.example"}, {End: 3, Style: release.Bold}})
	if !w.Open() {
		t.Error("words are not open")
	}
	w.End(layout.Paragraph{Kind: layout.Quotation, By: "Анна"})
	w.Lose(layout.Struck, 0)
	w.Lose(layout.Struck, -1)
	w.Lose(layout.Struck, 2)
	w.Part = layout.Foot
	w.Picture([]byte(layouttest.PNG), " Двое\n за  столом ")
	w.Picture([]byte("GIF89a"), "")
	w.Append(layout.Document{Paragraphs: []layout.Paragraph{{Kind: layout.Item, Text: "а\nб", Part: layout.Note}, {Kind: layout.Heading, Level: 2, Text: "в\nг"}}, Lost: []layout.Omission{{What: layout.Struck, Count: 1}, {What: layout.Pictures, Count: 1}}})
	w.Words("раз", layout.Look{})
	w.Break()
	w.Break()
	w.Words("два", layout.Look{})
	w.End(layout.Paragraph{Kind: layout.Item, Number: 3})
	d := w.Document()
	want := "> *раз* /два⏎/[/три/](https://a.example) (Анна)|{foot}(69 bytes, \"Двое за столом\") |{note}- а б|{foot}## в г|{foot}3. раз|{foot}два struck=3 pictures=2"
	if got := layouttest.Write(d); got != want {
		t.Errorf("got %s", got)
	}
	for i, p := range d.Paragraphs {
		if p.Apart != (i > 0) {
			t.Errorf("paragraph %d is apart: %v", i, p.Apart)
		}
	}
}

// TestEveryKindIsKept: a paragraph is what its reader calls it.
func TestEveryKindIsKept(t *testing.T) {
	for _, kind := range []layout.Kind{layout.Text, layout.Heading, layout.Subtitle, layout.Item, layout.Quotation, layout.Speaker, layout.Table, layout.Caption, layout.About, layout.Contact} {
		var w layout.Writer
		w.Words("слова", layout.Look{})
		w.End(layout.Paragraph{Kind: kind})
		if d := w.Document(); len(d.Paragraphs) != 1 || d.Paragraphs[0].Kind != kind || kind == "" {
			t.Errorf("%q became %+v", kind, d.Paragraphs)
		}
	}
}

// TestMarksEndWithTheirLetters: a look that comes again behind others is another mark, and
// only spaces between belong to one.
func TestMarksEndWithTheirLetters(t *testing.T) {
	bold, link, other := layout.Look{Bold: true}, layout.Look{Address: "https://a.example"}, layout.Look{Address: "https://b.example"}
	for want, looks := range map[string][]layout.Look{
		"*а*б*в*": {bold, {}, bold}, "*аб*в": {bold, bold, {}}, "[а](https://a.example)б[в](https://a.example)": {link, {}, link}, "[а](https://a.example)[бв](https://b.example)": {link, other, other},
	} {
		var w layout.Writer
		for i, look := range looks {
			w.Words(string([]rune("абв")[i]), look)
		}
		if got := layouttest.Write(w.Document()); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	if got := layout.Raised("0123456789") + layout.Raised("-") + layout.Raised("–1−") + layout.Lowered("0123456789"); got != "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻¹⁻₀₁₂₃₄₅₆₇₈₉" {
		t.Errorf("small digits: %s", got)
	}
	for words, address := range map[string]string{"press@council.example": "mailto:press@council.example", "www.council.example": "https://www.council.example", "https://council.example": "https://council.example"} {
		var w layout.Writer
		w.Words(words, layout.Look{Address: address})
		w.Words(" ", layout.Look{})
		w.Words(words, layout.Look{Address: "https://other.example"})
		if got := layouttest.Write(w.Document()); got != words+" ["+words+"](https://other.example)" {
			t.Errorf("a link that says its own address: %s", got)
		}
	}
	if got := layout.Lowered("-1"); got != "-1" {
		t.Errorf("a lowered sign: %s", got)
	}
}

// TestWhereParagraphsPart: at an empty line; and at every line's end where each is as long
// as a paragraph and ends a sentence.
func TestWhereParagraphsPart(t *testing.T) {
	long := strings.Repeat("щ", 79) + "."
	short := strings.Repeat("щ", 78) + "."
	for name, c := range map[string]struct{ text, want string }{
		"three long lines":         {long + "\n" + long + "\n" + long, long + "|" + long + "|" + long},
		"two long lines":           {long + "\n" + long, long + "⏎" + long},
		"one of three is shorter":  {long + "\n" + short + "\n" + long, long + "⏎" + short + "⏎" + long},
		"one does not end":         {long + "\n" + long + "а\n" + long, long + "⏎" + long + "а⏎" + long},
		"each with its sign":       {long[:len(long)-1] + "!\n" + long[:len(long)-1] + "?\n" + long[:len(long)-1] + ":\n" + long[:len(long)-1] + ";", strings.Join([]string{long[:len(long)-1] + "!", long[:len(long)-1] + "?", long[:len(long)-1] + ":", long[:len(long)-1] + ";"}, "|")},
		"empty lines between them": {long + "\n\n" + long + "\n\n\n" + long, long + "|" + long + "|" + long},
		"an empty line":            {"а\nб\n\nв", "а⏎б|в"},
	} {
		var w layout.Writer
		w.Line(c.text, nil)
		if got := layouttest.Write(w.Document()); got != c.want {
			t.Errorf("%s: got %s", name, got)
		}
	}
	var w layout.Writer
	w.Words("сюда", layout.Look{Address: "https://a.example", Away: true})
	w.Words(" ", layout.Look{})
	w.End(layout.Paragraph{})
	w.Words("сюда", layout.Look{Away: true})
	w.Words(" и туда", layout.Look{})
	w.End(layout.Paragraph{})
	w.Words("сюда", layout.Look{Away: true})
	w.Break()
	w.Break()
	w.Words("и туда", layout.Look{})
	if d := w.Document(); len(d.Paragraphs) != 4 || !d.Paragraphs[0].Away || d.Paragraphs[1].Away || !d.Paragraphs[2].Away || d.Paragraphs[3].Away {
		t.Errorf("got %+v", d.Paragraphs)
	}
}

// TestNumbersOfItems as old Rome and two alphabets write them.
func TestNumbersOfItems(t *testing.T) {
	for n, want := range map[int]string{4: "iv", 5: "v", 9: "ix", 10: "x", 40: "xl", 50: "l", 90: "xc", 100: "c", 400: "cd", 500: "d", 900: "cm", 1000: "m", 1994: "mcmxciv", 3888: "mmmdccclxxxviii", 3999: "mmmcmxcix"} {
		if got := layout.Numeral(n, "i"); got != want || layout.Numeral(n, "I") != strings.ToUpper(want) {
			t.Errorf("%d: %s", n, got)
		}
	}
	for n, want := range map[int]string{26: "z", 27: "aa", 52: "zz", 53: "aaa", 260: "zzzzzzzzzz", 261: "261", -1: "-1"} {
		if got := layout.Numeral(n, "a"); got != want {
			t.Errorf("%d: %s", n, got)
		}
	}
}

// TestAPhotographThatBreaksOff is none that can be kept.
func TestAPhotographThatBreaksOff(t *testing.T) {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 40, 30)), nil); err != nil {
		t.Fatal(err)
	}
	if whole := b.Bytes(); !layout.IsPicture(whole) || layout.IsPicture(whole[:len(whole)-2]) {
		t.Error("its end makes no difference")
	}
}

// TestFewWords: what stands in the cells of a table is kept, and in which, where that is no more than a letterhead has.
func TestFewWords(t *testing.T) {
	picture := layout.Cell{Inside: layout.Document{Paragraphs: []layout.Paragraph{{Kind: layout.Picture}}}}
	kept := func(rows ...[]layout.Cell) string {
		var w layout.Writer
		w.Grid(rows, nil)
		var all strings.Builder
		for _, p := range w.Document().Paragraphs {
			fmt.Fprintf(&all, "%s%d", p.Kind[:2], p.Cell)
			for _, in := range p.Inside {
				fmt.Fprintf(&all, " %s%d=%s", in.Kind[:2], in.Cell, in.Text)
			}
			all.WriteString("|")
		}
		return all.String()
	}
	long := strings.Repeat("слово ", 160)
	for want, rows := range map[string][][]layout.Cell{
		"te1|te1|te2|":                   {{cell("a", "b"), cell("c")}},
		"te0|te0|":                       {{cell("a"), cell(long)}},
		"te2|":                           {{{Inside: layout.Document{Lost: []layout.Omission{{What: layout.Pictures, Count: 1}}}}, cell("a")}},
		"te0|te0|te0|":                   {{cell("a", "b", "c")}},
		"te1|":                           {{cell("a\nb")}},
		"ta0 te1=a te2=b te65=c te66=d|": {{cell("a"), cell("b")}, {cell("c"), cell("d")}},
		"ta0 te2=b te65=c te66=d|pi0|":   {{picture, cell("b")}, {cell("c"), cell("d")}},
		"ta0|":                           {{cell("a"), cell(long)}, {cell("c"), cell("d")}},
	} {
		if got := kept(rows...); got != want {
			t.Errorf("%s instead of %s", got, want)
		}
	}
}
