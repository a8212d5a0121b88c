package document

import (
	"errors"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"unicode/utf8"

	"communique/editor/release"
)

// ofRelease is a document with two blocks, and a mark in the first and in the lead.
func ofRelease() *Document {
	r := release.New("ru")
	bold := []release.Mark{{Start: 2, End: 6, Style: release.Bold}}
	r.Headline, r.Lead, r.LeadMarks = "Встреча", "Первый абзац", bold
	r.Blocks = []release.Block{
		{ID: 4, Kind: release.Paragraph, Text: "Второй абзац", Marks: bold},
		{ID: 2, Kind: release.Quotation, Text: "Мы рады", Speaker: "Анна"},
	}
	return New(r)
}

// TestMarkingIsExact marks pieces of texts at random: each letter of the piece has the
// style afterwards, or has it no more, and all else is as it was.
func TestMarkingIsExact(t *testing.T) {
	w := writer{rand.New(rand.NewPCG(3, 8)), New(release.New("ru"))}
	for round := range 3000 {
		words := w.words() + w.words() + "а"
		lead := newText(words, w.marks(words))
		w.d.fields[release.LeadField] = &lead
		length := utf8.RuneCountInString(words)
		before := letters(words, w.d.fields[release.LeadField].marks)
		m, on := w.mark(length), w.IntN(2) == 0
		op := w.d.Marking(release.TextID{Field: release.LeadField}, m, on)
		if err := w.d.Apply(Transaction{op}); err != nil {
			t.Fatal(err)
		}
		want := slices.Clone(before)
		for i := m.Start; i < m.End; i++ {
			switch m.Style {
			case release.Bold:
				want[i].bold = on
			case release.Italic:
				want[i].italic = on
			case release.Link:
				want[i].link = map[bool]string{true: m.Address}[on]
			}
		}
		if got := letters(words, w.d.fields[release.LeadField].marks); !slices.Equal(got, want) {
			t.Fatalf("round %d: %+v, %v on %q:\nwas  %v\ngot  %v\nwant %v", round, m, on, words, before, got, want)
		}
	}
}

// TestDeletionTakesWhatIsThere: the words of a piece with their marks, as far as there
// are any.
func TestDeletionTakesWhatIsThere(t *testing.T) {
	d := ofRelease()
	lead := release.TextID{Field: release.LeadField}
	for name, tt := range map[string]struct {
		at, n int
		words string
		marks []release.Mark
	}{
		"nothing":         {3, 0, "", nil},
		"across a mark":   {0, 4, "Перв", []release.Mark{{Start: 2, End: 4, Style: release.Bold}}},
		"within it":       {3, 2, "вы", []release.Mark{{Start: 0, End: 2, Style: release.Bold}}},
		"more than there": {9, 9, "зац", nil},
	} {
		at := release.Position{TextID: lead, Offset: tt.at}
		if got := d.Deletion(at, tt.n); !reflect.DeepEqual(got, Delete{at, tt.words, tt.marks}) {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// TestWhatIsThere: a block, a text and what is made of a block are there, or are said
// not to be.
func TestWhatIsThere(t *testing.T) {
	d := ofRelease()
	if b, ok := d.Block(4); !ok || b.Text != "Второй абзац" || len(b.Marks) != 1 {
		t.Errorf("block 4: %+v, %v", b, ok)
	}
	list := Shape{Kind: release.List, First: 3}
	if op, ok := d.Reshaping(4, list); !ok || op != (Change{4, Shape{Kind: release.Paragraph}, list}) {
		t.Errorf("reshaping: %+v, %v", op, ok)
	}
	if op, ok := d.Removal(2); !ok || op.After != 4 || op.Block.Speaker != "Анна" {
		t.Errorf("removal: %+v, %v", op, ok)
	}
	if op, ok := d.Removal(4); !ok || op.After != 0 {
		t.Errorf("removal of the first: %+v, %v", op, ok)
	}
	if op, ok := d.Joining(Body(4, release.Words)); !ok || op.At.Offset != 12 || op.Rest.ID != 2 || op.Rest.Text != "" || op.Rest.Speaker != "Анна" {
		t.Errorf("joining: %+v, %v", op, ok)
	}
	if op, ok := d.Joining(release.TextID{Field: release.LeadField}); !ok || op.Rest.ID != 4 || op.Rest.Marks != nil {
		t.Errorf("joining to the lead: %+v, %v", op, ok)
	}
	_, block := d.Block(9)
	_, reshaped := d.Reshaping(9, list)
	_, removed := d.Removal(9)
	_, joined := d.Joining(Body(2, release.Words))
	_, strange := d.Joining(Body(9, release.Words))
	if block || reshaped || removed || joined || strange {
		t.Error("what is not there was found:", block, reshaped, removed, joined, strange)
	}
	for name, id := range map[string]release.TextID{
		"a field of no text":       {Field: release.DateField},
		"a block of the headline":  {Field: release.HeadlineField, Block: 4},
		"a part of the lead":       {Field: release.LeadField, Part: release.SpeakerPart},
		"a part that no block has": Body(4, release.SpeakerPart),
		"a block that is not":      Body(9, release.Words),
		"the blocks":               {Field: release.BlocksField},
	} {
		if words, marks, ok := d.Text(id); ok || words != "" || marks != nil {
			t.Errorf("%s: %q, %v", name, words, marks)
		}
	}
	for want, id := range map[string]release.TextID{"Встреча": {Field: release.HeadlineField}, "Анна": Body(2, release.SpeakerPart), "Мы рады": Body(2, release.Words)} {
		if words, _, ok := d.Text(id); !ok || words != want {
			t.Errorf("%+v: %q, %v", id, words, ok)
		}
	}
}

// TestAnIDIsGivenOnce: of no block that is there, that was there or that came with an
// ID of its own.
func TestAnIDIsGivenOnce(t *testing.T) {
	d := ofRelease()
	given := map[release.BlockID]bool{2: true, 4: true}
	next := func() {
		t.Helper()
		id := d.NewID()
		if id < 1 || given[id] {
			t.Fatalf("%d was given before", id)
		}
		given[id] = true
	}
	apply := func(op Op) {
		t.Helper()
		if err := d.Apply(Transaction{op}); err != nil {
			t.Fatal(err)
		}
	}
	next()
	next()
	for _, id := range []release.BlockID{7, 20, 21, 12} {
		given[id] = true
		apply(Add{0, release.Block{ID: id, Kind: release.Paragraph}})
		if id == 21 {
			gone, _ := d.Removal(21)
			apply(gone)
		}
		next()
	}
	next()
}

// TestEveryTextIsHeld: a release's texts are in its document, and go back from there.
func TestEveryTextIsHeld(t *testing.T) {
	r := release.New("ru")
	r.Headline, r.Subheadline, r.Lead, r.Boilerplate, r.Notes = "а", "б", "в", "г", "д"
	var fields []release.Field
	for p := range r.Passages() {
		fields = append(fields, p.Field)
	}
	d := New(r)
	for _, f := range fields {
		if err := d.Apply(Transaction{Insert{At: release.Position{TextID: release.TextID{Field: f}, Offset: 1}, Words: "!"}}); err != nil {
			t.Fatal(f, err)
		}
	}
	d.Write(&r)
	if r.Headline+r.Subheadline+r.Lead+r.Boilerplate+r.Notes != "а!б!в!г!д!" {
		t.Errorf("got %+v", r)
	}
}

// TestPlacesThatAreNot: nothing is put before a text or behind its end.
func TestPlacesThatAreNot(t *testing.T) {
	for _, offset := range []int{-1, 13, 99} {
		at := release.Position{TextID: release.TextID{Field: release.LeadField}, Offset: offset}
		for _, op := range []Op{Insert{At: at, Words: "!"}, Delete{At: at, Words: "п"}, Split{at, release.Block{ID: 9, Kind: release.Paragraph}}} {
			d := ofRelease()
			var misfit *MisfitError
			if err := d.Apply(Transaction{op}); !errors.As(err, &misfit) || misfit.Op == nil || written(d).Lead != "Первый абзац" {
				t.Errorf("%#v: %v", op, err)
			}
		}
	}
}

// TestTextsThatAreNot: what was made for a text that has gone changes nothing, and says so.
func TestTextsThatAreNot(t *testing.T) {
	bold := []release.Mark{{Start: 0, End: 1, Style: release.Bold}}
	for _, id := range []release.TextID{Body(9, release.Words), Body(4, release.SpeakerPart), {Field: release.DateField}} {
		at := release.Position{TextID: id}
		for _, op := range []Op{
			Insert{At: at, Words: "!"},
			Insert{At: at},
			Delete{At: at, Words: "!"},
			Delete{At: at},
			Mark{id, nil, bold},
			Mark{id, nil, nil},
			Split{at, release.Block{ID: 9, Kind: release.Paragraph}},
			Join{at, release.Block{ID: 2, Kind: release.Quotation, Speaker: "Анна"}},
			Add{99, release.Block{ID: 9, Kind: release.Paragraph}},
			Remove{0, release.Block{ID: 9}},
			Change{9, Shape{}, Shape{}},
		} {
			d := ofRelease()
			before := written(d)
			var misfit *MisfitError
			if err := d.Apply(Transaction{op}); !errors.As(err, &misfit) || !reflect.DeepEqual(written(d), before) {
				t.Errorf("%#v: %v", op, err)
			}
		}
	}
	d := ofRelease()
	var misfit *MisfitError
	headline := release.TextID{Field: release.HeadlineField} // it has no marks
	if err := d.Apply(Transaction{Mark{headline, nil, bold}}); !errors.As(err, &misfit) {
		t.Errorf("a mark in the headline: %v", err)
	}
	if err := d.Apply(Transaction{Insert{At: release.Position{TextID: headline}, Words: "!", Marks: bold}}); !errors.As(err, &misfit) {
		t.Errorf("marked words in the headline: %v", err)
	}
}

// TestWhatWordsInherit: words put into the midst of a mark are under it, those at its
// edges are not.
func TestWhatWordsInherit(t *testing.T) {
	d := ofRelease() // the lead is bold from 2 to 6
	for offset := range 13 {
		got := d.Inherited(release.Position{TextID: release.TextID{Field: release.LeadField}, Offset: offset}, "два")
		var want []release.Mark
		if offset > 2 && offset < 6 {
			want = []release.Mark{{Start: 0, End: 3, Style: release.Bold}}
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("at %d: %v", offset, got)
		}
	}
	if got := d.Inherited(release.Position{TextID: release.TextID{Field: release.LeadField}, Offset: 4}, ""); got != nil {
		t.Errorf("no words: %v", got)
	}
}

// TestABlockThatDiffersIsAnother: what was made for a block does not fit one that
// differs from it in anything.
func TestABlockThatDiffersIsAnother(t *testing.T) {
	whole := release.Block{
		ID: 1, Kind: release.Quotation, Text: "Слова", Marks: []release.Mark{{End: 2, Style: release.Bold}}, Speaker: "Анна",
		First: 3, Mixed: true, Picture: "0a", Author: "Иван", Alternative: "Двое",
	}
	for i := range reflect.TypeFor[release.Block]().NumField() {
		field := reflect.TypeFor[release.Block]().Field(i)
		other := whole.Clone()
		switch v := reflect.ValueOf(&other).Elem().Field(i); v.Kind() {
		case reflect.String:
			v.SetString(v.String() + "x")
		case reflect.Slice:
			v.SetZero()
		case reflect.Bool:
			v.SetBool(!v.Bool())
		default:
			v.SetInt(v.Int() + 1)
		}
		if same(whole, other) || !same(whole, whole.Clone()) {
			t.Errorf("%s makes no difference", field.Name)
		}
	}
	r := release.New("ru")
	r.Blocks = []release.Block{{ID: 1, Kind: release.Paragraph, Text: "Слова"}}
	var misfit *MisfitError
	if err := New(r).Apply(Transaction{Remove{0, release.Block{ID: 1, Kind: release.Paragraph, Text: "Слово"}}}); !errors.As(err, &misfit) {
		t.Errorf("got %v", err)
	}
}
