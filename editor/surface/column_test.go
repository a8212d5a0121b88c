package surface

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"communique/editor/document"
	"communique/editor/release"
	"communique/editor/surface/typeset"
)

// sample is a release with a block of every kind.
func sample() release.Release {
	r := release.New("ru")
	r.Headline = "В Пробном прошла встреча представителей Совета содружества"
	r.Lead = "11 сентября 2026 года в Пробном прошла встреча Генерального секретаря Ивана Пробного с Министром."
	r.Blocks = release.Numbered([]release.Block{
		{Kind: release.Paragraph, Text: "Стороны обсудили ход подготовки к осенней сессии и план работы на год. В ней участвуют делегации пяти государств", Marks: []release.Mark{{Start: 8, End: 16, Style: release.Bold}}},
		{Kind: release.List, Text: "проекты трёх соглашений;\nсостав участников;\n"},
		{Kind: release.Subheading, Text: "О сроках"},
		{Kind: release.Quotation, Text: "«Мы рассчитываем завершить работу к октябрю и представить документ на сессии»", Speaker: "Анна Примерная, Министр"},
		{Kind: release.Table, Text: "Показатель\t2025\t2026\nЧисло участников учения, которых прислали государства\t1200\t1450\nПусто\t\n\t"},
		{Kind: release.List, First: 9, Text: "первый;\nвторой"},
		{Kind: release.Rule},
		{Kind: release.Picture, Picture: strings.Repeat("a", 64), Text: "Участники встречи", Author: "Пётр Образцов"},
		{Kind: release.Paragraph, Text: "да 😀 и 👨‍👩‍👧‍👦 и за́мок, слово שלום עולם 12.5 и abc"},
		{Kind: release.Paragraph, Text: strings.Repeat("длинноеслово", 30)},
		{Kind: release.Paragraph},
	})
	return r
}

// setter is shared by tests, for faces take a while to read.
var setter = typeset.NewSetter(nil)

// newColumn is a column of a document, so many pixels wide.
func newColumn(d *document.Document, width int) *column {
	c := &column{hints: &Hints{Paragraph: "Текст", Headline: "Заголовок", Speaker: "Кто", About: "О компании"}}
	c.setup(setter, measuresFor(setter, typeChoice{size: UsualText}, 1, width), func(string) (int, int) { return 200, 100 })
	c.fill(d)
	return c
}

// drawn is all that a block shows.
func drawn(b *block) string {
	var w strings.Builder
	box := func(b *box) {
		fmt.Fprintf(&w, "%v+%d at %d,%d %q hint %t:", b.id, b.from, b.x, b.y, b.text.Words(), b.hint != nil)
		for i := range b.text.Lines() {
			from, to := b.text.Span(i)
			fmt.Fprintf(&w, " %d-%d:%d", from, to, b.text.Line(i).Width)
		}
		fmt.Fprintln(&w)
	}
	for _, one := range b.boxes {
		box(one)
	}
	for _, one := range b.signs {
		box(one)
	}
	fmt.Fprintln(&w, b.height, b.rects, b.photo)
	return w.String()
}

// After any change a column is one that was laid out anew, and its sums are right.
func TestChangedColumnIsAFreshColumn(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for round := range 20 {
		d := document.New(sample())
		c := newColumn(d, 300)
		for step := range 60 {
			for range random.IntN(4) {
				c.lay(c.blocks[random.IntN(len(c.blocks))])
			}
			ops := randomOps(random, d)
			if err := d.Apply(ops); err != nil {
				t.Fatal(err)
			}
			c.change(ops.Touched())
			for range random.IntN(4) {
				c.lay(c.blocks[random.IntN(len(c.blocks))])
			}
			fresh := newColumn(d, 300)
			if len(c.blocks) != len(fresh.blocks) {
				t.Fatalf("round %d, step %d: %d blocks, want %d after %#v", round, step, len(c.blocks), len(fresh.blocks), ops)
			}
			sum := 0
			for i, b := range c.blocks {
				want := fresh.lay(fresh.blocks[i])
				if b.id != want.id || b.index != i || c.byID[b.id] != b {
					t.Fatalf("round %d, step %d: block %d is %v, want %v", round, step, i, b.id, want.id)
				}
				if b.laid && drawn(b) != drawn(want) {
					t.Fatalf("round %d, step %d: block %d after %#v is\n%s\nwant\n%s", round, step, i, ops, drawn(b), drawn(want))
				}
				if c.heights.before(i) != sum || c.heights.each[i] != b.height {
					t.Fatalf("round %d, step %d: block %d stands at %d, want %d", round, step, i, c.heights.before(i), sum)
				}
				sum += b.height
			}
		}
	}
}

// randomOps is a change of a document.
func randomOps(random *rand.Rand, d *document.Document) document.Transaction {
	ids := []release.TextID{{Field: release.HeadlineField}, {Field: release.LeadField}, {Field: release.BoilerplateField}}
	for _, b := range d.Blocks() {
		for _, part := range release.Parts() {
			if b.PartText(part) != nil {
				ids = append(ids, document.Body(b.ID, part))
			}
		}
	}
	id := ids[random.IntN(len(ids))]
	words, _, _ := d.Text(id)
	length := len([]rune(words))
	at := release.Position{TextID: id, Offset: random.IntN(length + 1)}
	blocks := d.Blocks()
	last := release.BlockID(0)
	if len(blocks) > 0 {
		last = blocks[random.IntN(len(blocks))].ID
	}
	switch random.IntN(8) {
	case 0:
		return document.Transaction{d.Deletion(at, random.IntN(8))}
	case 1:
		if join, ok := d.Joining(release.TextID{Field: release.LeadField}); ok && random.IntN(3) == 0 && blocks[0].Kind != release.Rule {
			return document.Transaction{join}
		}
		if gone, ok := d.Removal(last); ok {
			return document.Transaction{gone}
		}
		return nil
	case 2:
		return document.Transaction{document.Add{After: last, Block: release.Block{ID: d.NewID(), Kind: release.BlockKinds()[random.IntN(7)]}}}
	case 3:
		if id.Part == release.Words && (id.Field == release.BlocksField || id.Field == release.LeadField) {
			return document.Transaction{d.Splitting(at, release.Paragraph)}
		}
		return nil
	case 4:
		if gone, ok := d.Removal(last); ok { // moved to the beginning
			return document.Transaction{gone, document.Add{Block: gone.Block}}
		}
		return nil
	case 5:
		if document.TakesMarks(id) {
			return document.Transaction{d.Marking(id, release.Mark{Start: at.Offset, End: at.Offset + 5, Style: release.Bold}, true)}
		}
		return nil
	default:
		return document.Transaction{document.Insert{At: at, Words: []string{"ы", " слово", "\n", "\t", "\n\n", "а б\tв\nг"}[random.IntN(6)]}}
	}
}

// A new item in a long list breaks the others no more.
func TestItemsAreUsedAgain(t *testing.T) {
	r := release.New("ru")
	var items []string
	for i := range 300 {
		items = append(items, fmt.Sprintf("пункт %03d", i))
	}
	r.Blocks = release.Numbered([]release.Block{{Kind: release.List, Text: strings.Join(items, "\n")}})
	d := document.New(r)
	c := newColumn(d, 300)
	b := c.lay(c.blocks[len(head)])
	before := map[*box]string{}
	for _, item := range b.boxes {
		before[item] = item.text.Words()
	}
	for i := range 5 {
		ops := document.Transaction{document.Insert{At: release.Position{TextID: b.id, Offset: 10 * 100}, Words: fmt.Sprintf("новый %d\n", i)}}
		if err := d.Apply(ops); err != nil {
			t.Fatal(err)
		}
		c.change(ops.Touched())
		c.lay(b)
	}
	changed := 0
	for _, item := range b.boxes {
		if words, ok := before[item]; !ok || words != item.text.Words() {
			changed++
		}
	}
	if changed > 5 {
		t.Errorf("%d items were set anew", changed)
	}
}

func TestHeights(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	each := make([]int, 3*chunk+17)
	for i := range each {
		each[i] = random.IntN(50)
	}
	var h heights
	h.reset(each)
	for range 200 {
		h.set(random.IntN(len(each)), 1+random.IntN(90))
		i := random.IntN(len(each))
		if at, below := h.at(h.before(i)); h.before(at)+below != h.before(i) || below != 0 && at != len(each)-1 {
			t.Fatalf("%d stands at %d, where %d is found", i, h.before(i), at)
		}
	}
	if at, below := h.at(1 << 30); at != len(each)-1 || below <= 0 {
		t.Error(at, below)
	}
	if at, below := h.at(-5); at != 0 || below != -5 {
		t.Error(at, below)
	}
}

// What an estimate says is near what comes of it, so that the scroll bar does not jump.
func TestEstimates(t *testing.T) {
	c := newColumn(document.New(sample()), 560)
	for _, b := range c.blocks {
		estimated := b.height
		if real := c.lay(b).height; real > 2*estimated+30 || estimated > 2*real+30 {
			t.Errorf("%v: estimated %d, is %d", b.id, estimated, real)
		}
	}
}

func TestPieces(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	for range 500 {
		letters := make([]rune, random.IntN(30))
		for i := range letters {
			letters[i] = []rune("аб\nв\n\n")[random.IntN(6)]
		}
		var marks []release.Mark
		for range random.IntN(4) {
			from := random.IntN(len(letters) + 1)
			marks = append(marks, release.Mark{Start: from, End: from + random.IntN(9), Style: release.Styles()[random.IntN(2)]})
		}
		marks = release.Normalize(marks, len(letters))
		want := release.Lines(string(letters), marks)
		at := 0
		for i, p := range pieces(piece{words: string(letters), marks: marks}, '\n') {
			if p.words != want[i].Text || fmt.Sprint(p.marks) != fmt.Sprint(want[i].Marks) || p.from != at {
				t.Fatalf("%q %v: %v, want %v", string(letters), marks, p, want[i])
			}
			at += len([]rune(p.words)) + 1
		}
	}
}

func TestColumnsShareTheWidth(t *testing.T) {
	tests := []struct {
		needs []int
		want  []int
	}{
		{[]int{50, 50}, []int{150, 150}},
		{[]int{100, 900}, []int{100, 200}},
		{[]int{10, 600, 300}, []int{10, 193, 96}},
		{nil, nil},
	}
	for _, test := range tests {
		if got := share(test.needs, 300); fmt.Sprint(got) != fmt.Sprint(test.want) && len(test.needs) > 0 {
			t.Errorf("%v: %v, want %v", test.needs, got, test.want)
		}
	}
}

// TestLevelsStandFurtherIn: the items of each level stand to the right of those above, and their
// signs between; letters are those of the release's language.
func TestLevelsStandFurtherIn(t *testing.T) {
	r := release.New("ru")
	r.Blocks = release.Numbered([]release.Block{{Kind: release.List, First: 1, Text: "один\n\tдва\n\t\tтри\n\t\t\tчетыре\nпять"}})
	o := open(t, r, 640, 500)
	o.SetLanguage("ru")
	check := func(want ...string) {
		t.Helper()
		b := o.column.lay(o.column.byID[body(1, 0).TextID])
		left := map[int]int{}
		for i, item := range r.Blocks[0].Items() {
			box, sign := b.boxes[i], b.signs[i]
			if sign.text.Words() != want[i] || box.text.Words() != item.Text || box.from != item.Start {
				t.Errorf("item %d: %q %q from %d", i, sign.text.Words(), box.text.Words(), box.from)
			}
			above := left[item.Level-1]
			if sign.x < above || box.x < above+10 || sign.x >= box.x || left[item.Level] != 0 && left[item.Level] != box.x {
				t.Errorf("item %d at %d, its sign at %d, the level above at %d", i, box.x, sign.x, above)
			}
			left[item.Level] = box.x
		}
	}
	check("1.", "а)", "1)", "а)", "2.")
	o.SetLanguage("en")
	check("1.", "a)", "1)", "a)", "2.")
}

// TestLongHintsHaveTheirRoom: in a narrow column a hint takes several lines, and what follows
// stands below all of them.
func TestLongHintsHaveTheirRoom(t *testing.T) {
	lead := func(hint string) *block {
		c := newColumn(document.New(release.Release{}), 200)
		c.hints.Lead = hint
		return c.lay(c.block(release.TextID{Field: release.LeadField}))
	}
	short, long := lead("Кто"), lead("Кто, что, когда и где, сколько и почему")
	box := long.boxes[0]
	if lines := box.shown().Lines(); lines < 2 || long.height != short.height+(lines-1)*box.look.lineHeight {
		t.Errorf("%d lines of a hint are %d high, one is %d", lines, long.height, short.height)
	}
}
