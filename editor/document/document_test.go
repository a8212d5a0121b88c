package document

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"communique/editor/release"
)

// writer thinks of operations that fit a document.
type writer struct {
	*rand.Rand
	d *Document
}

func (w writer) words() string {
	const alphabet = "абвгд ежз\nик 😀z\t"
	all := []rune(alphabet)
	text := make([]rune, w.IntN(6))
	for i := range text {
		text[i] = all[w.IntN(len(all))]
	}
	return string(text)
}

func (w writer) mark(length int) release.Mark {
	start := w.IntN(length + 1)
	m := release.Mark{Start: start, End: start + w.IntN(length+1-start), Style: release.Styles()[w.IntN(3)]}
	if m.Style == release.Link {
		m.Address = fmt.Sprintf("https://example.org/%d", w.IntN(2))
	}
	return m
}

func (w writer) marks(words string) []release.Mark {
	n := utf8.RuneCountInString(words)
	var all []release.Mark
	for range w.IntN(3) {
		all = append(all, w.mark(n))
	}
	return release.Normalize(all, n)
}

// place is anywhere in the lead or in the words of a block.
func (w writer) place() release.Position {
	id := release.TextID{Field: release.LeadField}
	if n := w.d.Len(); n > 0 && w.IntN(4) > 0 {
		if b := w.d.At(w.IntN(n)); w.d.Shape(b).Kind != release.Rule {
			id = Body(b, release.Words)
		}
	}
	text, _, _ := w.d.Text(id)
	return release.Position{TextID: id, Offset: w.IntN(utf8.RuneCountInString(text) + 1)}
}

var proseKinds = []release.BlockKind{release.Paragraph, release.Subheading, release.List, release.Table, release.Quotation}

func (w writer) block() release.Block {
	text := w.words()
	return release.Block{ID: w.d.NewID(), Kind: proseKinds[w.IntN(len(proseKinds))], Text: text, Marks: w.marks(text)}
}

func (w writer) op() Op {
	at := w.place()
	switch w.IntN(10) {
	case 9:
		return w.replace(at.TextID)
	case 0, 1:
		words := w.words()
		return Insert{at, words, w.marks(words)}
	case 2:
		words := w.words()
		return Insert{at, words, w.d.Inherited(at, words)}
	case 3:
		return w.d.Deletion(at, w.IntN(8))
	case 4:
		text, _, _ := w.d.Text(at.TextID)
		return w.d.Marking(at.TextID, w.mark(utf8.RuneCountInString(text)), w.IntN(3) > 0)
	case 5:
		return w.d.Splitting(at, proseKinds[w.IntN(len(proseKinds))])
	case 6:
		if o, ok := w.d.Joining(at.TextID); ok && o.Rest.Kind != release.Rule {
			return o
		}
	case 7:
		if at.Block != 0 {
			if w.IntN(2) == 0 {
				o, _ := w.d.Removal(at.Block)
				return o
			}
			o, _ := w.d.Reshaping(at.Block, Shape{Kind: proseKinds[w.IntN(len(proseKinds))]})
			return o
		}
	}
	return Add{at.Block, w.block()}
}

// replace thinks of words for some places of a text.
func (w writer) replace(id release.TextID) Replace {
	text, _, _ := w.d.Text(id)
	all := []rune(text)
	var pieces []Piece
	for at := w.IntN(4); at <= len(all); {
		end := min(at+w.IntN(4), len(all))
		pieces = append(pieces, Piece{At: at, Gone: string(all[at:end]), Put: w.words()})
		at = end + w.IntN(5)
	}
	o := w.d.Replacing(id, pieces)
	if w.IntN(2) == 0 {
		for i := range o.Pieces {
			o.Pieces[i].PutMarks = w.marks(o.Pieces[i].Put)
		}
	}
	return o
}

func written(d *Document) release.Release {
	r := release.New("ru")
	d.Write(&r)
	return r
}

// rounds is how many transactions are made; 200,000 take half a minute.
var (
	rounds = flag.Int("rounds", 20_000, "random transactions against the model")
	seed   = flag.Uint64("seed", 9, "of what is random")
)

// TestAgainstAPlainModel makes random transactions on a document and on a plain one,
// takes some back, carries positions along and reads back what a file would hold.
func TestAgainstAPlainModel(t *testing.T) {
	w := writer{rand.New(rand.NewPCG(11, *seed)), New(release.New("ru"))}
	model := plainModel{}
	for round := range *rounds {
		before, modelBefore := written(w.d), model
		carried := w.place()
		var done Transaction
		for range 1 + w.IntN(3) {
			op := w.op()
			if err := w.d.Apply(Transaction{op}); err != nil {
				t.Fatalf("round %d: %v", round, err)
			}
			model.do(op)
			done = append(done, op)
		}
		after := written(w.d)
		if got := modelOf(after); !got.equal(model) {
			t.Fatalf("round %d, %#v:\ngot  %+v\nwant %+v", round, done, modelOf(after), model)
		}
		if err := after.Validate(); err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		checkCarried(t, before, after, done, carried)
		if round%100 == 0 {
			readBack(t, after)
		}
		if w.IntN(3) == 0 || len(model.blocks) > 60 {
			if err := w.d.Apply(done.Inverse()); err != nil || !reflect.DeepEqual(written(w.d), before) {
				t.Fatalf("round %d: not taken back, %v:\ngot  %+v\nwant %+v", round, err, written(w.d), before)
			}
			model = modelBefore
		}
		if len(model.blocks) > 50 {
			w.d, model = New(release.New("ru")), plainModel{}
		}
	}
}

// checkCarried looks at the letter behind a position: where it was not taken away it
// is the one behind the position that was carried along.
func checkCarried(t *testing.T, before, after release.Release, done Transaction, at release.Position) {
	t.Helper()
	letter := func(r release.Release, p release.Position) (rune, bool) {
		text, _, ok := New(r).Text(p.TextID)
		all := []rune(text)
		if !ok || p.Offset > len(all) {
			t.Fatalf("%+v is nowhere in %+v", p, r)
		}
		if p.Offset == len(all) {
			return 0, false
		}
		return all[p.Offset], true
	}
	now, there := done.Map(at, true)
	if !there {
		return
	}
	was, any := letter(before, at)
	is, _ := letter(after, now)
	for _, op := range done {
		switch op.(type) {
		case Delete, Join, Replace: // the letter itself may be gone, or be behind the end now
			return
		}
	}
	if any && is != was {
		t.Fatalf("%#v: %q at %+v became %q at %+v", done, was, at, is, now)
	}
}

func readBack(t *testing.T, r release.Release) {
	t.Helper()
	data, err := r.Encode()
	if err != nil {
		t.Fatal(err)
	}
	again, err := release.Parse(data)
	if err != nil || !modelOf(again).equal(modelOf(r)) {
		t.Fatalf("read back as %+v, %v\nfrom %s", again, err, data)
	}
}

func TestWhatDoesNotFitChangesNothing(t *testing.T) {
	r := release.New("ru")
	r.Lead, r.LeadMarks = "Лид", []release.Mark{{Start: 0, End: 2, Style: release.Bold}}
	r.Headline = "Заголовок"
	r.Blocks = []release.Block{
		{ID: 1, Kind: release.Quotation, Text: "Слова", Speaker: "Анна"}, {ID: 2, Kind: release.Rule}, {ID: 4, Kind: release.Picture, Picture: strings.Repeat("0", 64), Text: "Подпись"},
	}
	lead, head, words := release.TextID{Field: release.LeadField}, release.TextID{Field: release.HeadlineField}, Body(1, release.Words)
	at := func(id release.TextID, n int) release.Position { return release.Position{TextID: id, Offset: n} }
	bold := []release.Mark{{Start: 0, End: 1, Style: release.Bold}}
	for name, op := range map[string]Op{
		"behind the end":          Insert{At: at(lead, 4), Words: "x"},
		"before the start":        Insert{At: at(lead, -1), Words: "x"},
		"a field without marks":   Insert{At: at(head, 0), Words: "x", Marks: bold},
		"no such block":           Insert{At: at(Body(3, release.Words), 0), Words: "x"},
		"words of a rule":         Insert{At: at(Body(2, release.Words), 0), Words: "x"},
		"a date":                  Insert{At: at(release.TextID{Field: release.DateField}, 0), Words: "x"},
		"other words":             Delete{At: at(lead, 0), Words: "лид"},
		"more words":              Delete{At: at(lead, 0), Words: "Лиды"},
		"other marks":             Delete{At: at(lead, 0), Words: "Л"},
		"marks from another time": Mark{Text: lead, After: bold},
		"replacing other words":   Replace{Text: lead, Pieces: []Piece{{At: 6, Gone: "Вид", Put: "x"}}},
		"replacing other marks":   Replace{Text: lead, Pieces: []Piece{{At: 6, Gone: "Лид", Put: "x"}}},
		"replacing twice":         Replace{Text: words, Pieces: []Piece{{At: 0, Gone: "Сл", Put: "x"}, {At: 1, Gone: "ло", Put: "x"}}},
		"replacing out of order":  Replace{Text: words, Pieces: []Piece{{At: 3, Gone: "в", Put: "x"}, {At: 0, Gone: "С", Put: "x"}}},
		"replacing in a rule":     Replace{Text: Body(2, release.Words), Pieces: []Piece{{Put: "x"}}},
		"replacing with marks":    Replace{Text: head, Pieces: []Piece{{At: 0, Put: "x", PutMarks: bold}}},
		"marks behind the end":    Mark{Text: lead, Before: r.LeadMarks, After: []release.Mark{{Start: 0, End: 9, Style: release.Bold}}},
		"an ID that is taken":     Add{Block: release.Block{ID: 2, Kind: release.Rule}},
		"an ID of nothing":        Add{Block: release.Block{Kind: release.Rule}},
		"behind nothing":          Add{After: 9, Block: release.Block{ID: 9, Kind: release.Rule}},
		"another block":           Remove{After: 0, Block: release.Block{ID: 1, Kind: release.Quotation, Text: "Слова"}},
		"from another place":      Remove{After: 1, Block: r.Blocks[0]},
		"a speaker nobody has":    Change{1, Shape{Kind: release.Quotation}, Shape{Kind: release.Paragraph}},
		"of another kind":         Change{1, Shape{Kind: release.List}, Shape{Kind: release.Quotation}},
		"a split with words":      Split{At: at(words, 1), Rest: release.Block{ID: 9, Kind: release.Paragraph, Text: "x"}},
		"a speaker of a list":     Add{Block: release.Block{ID: 9, Kind: release.List, Speaker: "Анна"}},
		"a split with a speaker":  Split{At: at(words, 1), Rest: release.Block{ID: 9, Kind: release.Paragraph, Speaker: "Анна"}},
		"a split to a rule":       Split{At: at(words, 1), Rest: release.Block{ID: 9, Kind: release.Rule}},
		"a split of a speaker":    Split{At: at(Body(1, release.SpeakerPart), 1), Rest: release.Block{ID: 9, Kind: release.Paragraph}},
		"a join in the middle":    Join{At: at(words, 1), Rest: r.Blocks[1]},
		"a join with another":     Join{At: at(words, 5), Rest: release.Block{ID: 4, Kind: release.Picture}},
		"a join at the end":       Join{At: at(Body(4, release.Words), 7)},
	} {
		t.Run(name, func(t *testing.T) {
			d := New(r)
			before := written(d)
			first := Insert{At: at(lead, 0), Words: "Новый "}
			if err := d.Apply(Transaction{first, Insert{At: at(head, 0), Words: "ё"}, shifted(op)}); err == nil {
				t.Fatal("it fitted")
			}
			if !reflect.DeepEqual(written(d), before) {
				t.Errorf("changed to %+v", written(d))
			}
		})
	}
}

// shifted is an operation on the lead, or the headline, after something was put there.
func shifted(op Op) Op {
	n := map[release.Field]int{release.LeadField: 6, release.HeadlineField: 1}
	switch o := op.(type) {
	case Insert:
		o.At.Offset += n[o.At.Field]
		if o.At.Offset == 5 {
			o.At.Offset = -1
		}
		return o
	case Delete:
		o.At.Offset += n[o.At.Field]
		return o
	case Mark:
		if len(o.Before) > 0 {
			o.Before = []release.Mark{{Start: 6, End: 8, Style: release.Bold}}
			o.After = []release.Mark{{Start: 6, End: 12, Style: release.Bold}}
		}
		return o
	}
	return op
}

func TestMap(t *testing.T) {
	a, b, c := Body(1, release.Words), Body(2, release.Words), Body(1, release.SpeakerPart)
	at := func(id release.TextID, n int) release.Position { return release.Position{TextID: id, Offset: n} }
	rest := release.Block{ID: 2, Kind: release.Paragraph}
	replace := Replace{Text: a, Pieces: []Piece{{At: 2, Gone: "ёж", Put: "ужи"}, {At: 5, Put: "!"}, {At: 6, Gone: "кот", Put: "к"}}}
	for name, tt := range map[string]struct {
		op     Op
		from   release.Position
		after  bool
		to     release.Position
		isGone bool
	}{
		"behind an insertion":      {Insert{At: at(a, 2), Words: "ё😀"}, at(a, 3), false, at(a, 5), false},
		"at an insertion":          {Insert{At: at(a, 2), Words: "ё😀"}, at(a, 2), false, at(a, 2), false},
		"at an insertion, after":   {Insert{At: at(a, 2), Words: "ё😀"}, at(a, 2), true, at(a, 4), false},
		"in another text":          {Insert{At: at(a, 2), Words: "ё😀"}, at(c, 3), true, at(c, 3), false},
		"before a deletion":        {Delete{At: at(a, 2), Words: "ёж"}, at(a, 2), true, at(a, 2), false},
		"within a deletion":        {Delete{At: at(a, 2), Words: "ёж"}, at(a, 3), true, at(a, 2), false},
		"behind a deletion":        {Delete{At: at(a, 2), Words: "ёж"}, at(a, 5), false, at(a, 3), false},
		"before a split":           {Split{At: at(a, 2), Rest: rest}, at(a, 1), true, at(a, 1), false},
		"at a split":               {Split{At: at(a, 2), Rest: rest}, at(a, 2), false, at(a, 2), false},
		"at a split, after":        {Split{At: at(a, 2), Rest: rest}, at(a, 2), true, at(b, 0), false},
		"behind a split":           {Split{At: at(a, 2), Rest: rest}, at(a, 5), false, at(b, 3), false},
		"a speaker of a split":     {Split{At: at(a, 2), Rest: rest}, at(c, 5), false, at(c, 5), false},
		"in what is joined":        {Join{At: at(a, 2), Rest: rest}, at(b, 3), false, at(a, 5), false},
		"before what is joined":    {Join{At: at(a, 2), Rest: rest}, at(a, 1), false, at(a, 1), false},
		"a speaker that is joined": {Join{At: at(a, 2), Rest: rest}, at(Body(2, release.SpeakerPart), 1), false, release.Position{}, true},
		"in what is removed":       {Remove{Block: rest}, at(b, 1), false, release.Position{}, true},
		"beside what is removed":   {Remove{Block: rest}, at(a, 1), false, at(a, 1), false},
		"in a new kind":            {Change{Block: 1}, at(a, 1), false, at(a, 1), false},
		"in new marks":             {Mark{Text: a}, at(a, 1), false, at(a, 1), false},
		"before what is replaced":  {replace, at(a, 2), true, at(a, 2), false},
		"within what is replaced":  {replace, at(a, 3), false, at(a, 2), false},
		"within, after":            {replace, at(a, 3), true, at(a, 5), false},
		"at its end":               {replace, at(a, 4), false, at(a, 5), false},
		"at what is put in":        {replace, at(a, 5), false, at(a, 6), false},
		"at what is put in, after": {replace, at(a, 5), true, at(a, 7), false},
		"within the next one":      {replace, at(a, 7), true, at(a, 9), false},
		"behind all":               {replace, at(a, 10), false, at(a, 10), false},
		"beside what is replaced":  {replace, at(c, 3), true, at(c, 3), false},
		"beside a new block":       {Add{Block: rest}, at(a, 1), false, at(a, 1), false},
	} {
		t.Run(name, func(t *testing.T) {
			got, ok := Transaction{tt.op}.Map(tt.from, tt.after)
			if ok == tt.isGone || ok && got != tt.to {
				t.Errorf("got %+v, %v", got, ok)
			}
		})
	}
}
