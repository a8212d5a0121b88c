package editing

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"communique/editor/document"
	"communique/editor/draft"
	"communique/editor/release"
)

// everyKind is a release with all there is.
func everyKind() release.Release {
	r := release.New("ru")
	r.Headline, r.Subheadline, r.Lead, r.Boilerplate = "Заголовок", "Подзаголовок", "Лид в две\nстроки", "О нас"
	r.LeadMarks = []release.Mark{{Start: 0, End: 3, Style: release.Bold}}
	r.Blocks = release.Numbered([]release.Block{
		{Kind: release.Paragraph, Text: "Абзац со ссылкой", Marks: []release.Mark{{Start: 9, End: 16, Style: release.Link, Address: testLink}}},
		{Kind: release.Subheading, Text: "Подраздел"},
		{Kind: release.Quotation, Text: "Слова\nи ещё", Speaker: "Анна Иванова"},
		{Kind: release.List, Text: "один\n\tдва\n\t\tтри\nсто", Marks: []release.Mark{{Start: 6, End: 9, Style: release.Italic}}},
		{Kind: release.List, Text: "первый\n\tвторой", First: 4, Mixed: true},
		{Kind: release.Rule},
		{Kind: release.Table, Text: "а\tб\tв\nг\tд\tе"},
		{Kind: release.Picture, Picture: testPicture, Text: "Подпись", Author: "Автор", Alternative: "Словами"},
		{Kind: release.Paragraph, Text: "Последний 😀 абзац"},
	})
	return r
}

// random is an editor under hands that do anything.
type random struct {
	*rand.Rand
	*Editor
	clipboard Fragment
}

func (r *random) place() release.Position {
	d := r.document()
	id := r.First()
	if d.Len() > 0 && r.IntN(5) > 0 {
		b := d.At(r.IntN(d.Len()))
		if parts := partsOf(d.Shape(b).Kind); len(parts) > 0 {
			id = document.Body(b, parts[r.IntN(len(parts))])
		}
	} else {
		id = release.TextID{Field: append(above, below...)[r.IntN(4)]}
	}
	n := d.Length(id)
	return release.Position{TextID: id, Offset: []int{0, n, r.IntN(n + 1)}[r.IntN(3)]}
}

// deed is what a hand does: what letters it may put in, and whether it may take any away.
type deed struct {
	name  string
	do    func(r *random)
	adds  func(r *random) string // letters that come
	takes bool                   // a letter, a word or a block that is not selected
}

func nothing(*random) string { return "" }

func pasted(r *random) string { return saidBy(r.clipboard) }

func selected(r *random) string { return saidBy(r.Copy()) }

// atCaret does what takes away what is not selected, where nothing is.
func (r *random) atCaret(do func(*Editor)) {
	if r.selection.Empty() {
		do(r.Editor)
	}
}

// saidBy are the words of a Fragment, and its pictures.
func saidBy(f Fragment) string {
	var b strings.Builder
	for _, block := range f.blocks {
		b.WriteString(block.Text + block.Speaker + block.Author + block.Alternative)
		if block.Kind == release.Picture {
			b.WriteString("🖼")
		}
	}
	return b.String()
}

var deeds = []deed{
	{"type", func(r *random) { r.Type("ю") }, func(*random) string { return "ю" }, false},
	{"space", func(r *random) { r.Type(" ") }, nothing, true},
	{"dash", func(r *random) { r.Type("-") }, func(*random) string { return "-" }, false},
	{"enter", func(r *random) { r.NewParagraph() }, nothing, false},
	{"line", func(r *random) { r.NewLine() }, nothing, false},
	{"backspace", func(r *random) { r.Backspace() }, nothing, true},
	{"delete", func(r *random) { r.DeleteForward() }, nothing, true},
	{"word back", func(r *random) { r.DeleteWordBack() }, nothing, true},
	{"word", func(r *random) { r.DeleteWordForward() }, nothing, true},
	{"tab", func(r *random) { r.Tab(r.IntN(2) == 0) }, nothing, false},
	{"bold", func(r *random) { r.Toggle(release.Bold) }, nothing, false},
	{"italic", func(r *random) { r.Toggle(release.Italic) }, nothing, false},
	{"unlink", func(r *random) { r.SetLink("") }, nothing, false},
	{"paragraph", func(r *random) { r.SetKind(release.Paragraph, false) }, nothing, false},
	{"subheading", func(r *random) { r.SetKind(release.Subheading, false) }, nothing, false},
	{"quotation", func(r *random) { r.SetKind(release.Quotation, false) }, nothing, false},
	{"list", func(r *random) { r.SetKind(release.List, false) }, nothing, false},
	{"numbers", func(r *random) { r.SetKind(release.List, true) }, nothing, false},
	{"copy", func(r *random) { r.clipboard = r.Copy() }, nothing, false},
	{"cut", func(r *random) { r.clipboard = r.Cut() }, nothing, false},
	{"paste", func(r *random) { r.Paste(r.clipboard) }, pasted, false},
	{"paste", func(r *random) { r.Paste(r.clipboard) }, pasted, false},
	{"text", func(r *random) { r.PasteText("раз\n\nдва") }, func(*random) string { return "раздва" }, false},
	{"picture", func(r *random) { r.InsertBlock(release.Block{Kind: release.Picture, Picture: testPicture, Text: "п"}) }, func(*random) string { return "п🖼" }, false},
	{"table", func(r *random) { r.InsertBlock(release.Block{Kind: release.Table, Text: "х\tц"}) }, func(*random) string { return "хц" }, false},
	{"new table", func(r *random) { r.PutTable() }, nothing, false},
	{"row", func(r *random) { r.AddRow() }, nothing, false},
	{"column", func(r *random) { r.AddColumn() }, nothing, false},
	{"row less", func(r *random) { r.atCaret((*Editor).DeleteRow) }, nothing, true},
	{"column less", func(r *random) { r.atCaret((*Editor).DeleteColumn) }, nothing, true},
	{"drag", func(r *random) { r.MoveSelection(r.place(), false) }, selected, false},
	{"drag a copy", func(r *random) { r.MoveSelection(r.place(), true) }, selected, false},
	{"rule", func(r *random) { r.InsertBlock(release.Block{Kind: release.Rule}) }, nothing, false},
}

// count counts letters: not spaces, which may come and go between words, and not the dashes
// that may become a rule.
func count(all string, by int, into map[rune]int) {
	for _, r := range all {
		if !unicode.IsSpace(r) && r != '-' {
			into[r] += by
		}
	}
}

// fieldTexts are the texts of a document that are no block's.
var fieldTexts = slices.Concat(above, below, []release.Field{release.NotesField})

func allLetters(d *document.Document) string {
	var b strings.Builder
	for _, f := range fieldTexts {
		text, _, _ := d.Text(release.TextID{Field: f})
		b.WriteString(text)
	}
	for _, block := range d.Blocks() {
		b.WriteString(block.Text + block.Speaker + block.Author + block.Alternative)
		if block.Kind == release.Picture {
			b.WriteString("🖼")
		}
	}
	return b.String()
}

// misplacedTabs is a text with a tab where none can be.
func misplacedTabs(r release.Release) string {
	for p := range r.Passages() {
		text := p.Text
		if p.Kind == release.List && p.Part == release.Words {
			text = ""
			for _, item := range r.Blocks[p.Index].Items() {
				text += item.Text
			}
		}
		if strings.Contains(text, "\t") && p.Kind != release.Table {
			return p.Text
		}
	}
	return ""
}

// followed keeps what a surface keeps, by what it is told.
type followed struct {
	texts  map[release.TextID]string
	order  []release.BlockID
	shapes map[release.BlockID]document.Shape
}

func look(d *document.Document) followed {
	f := followed{map[release.TextID]string{}, nil, map[release.BlockID]document.Shape{}}
	for _, field := range fieldTexts {
		f.text(d, release.TextID{Field: field})
	}
	for i := range d.Len() {
		f.order = append(f.order, d.At(i))
		f.block(d, d.At(i))
	}
	return f
}

func (f followed) text(d *document.Document, id release.TextID) {
	text, marks, _ := d.Text(id)
	f.texts[id] = fmt.Sprint(text, marks)
}

func (f followed) block(d *document.Document, id release.BlockID) {
	f.shapes[id] = d.Shape(id)
	for _, part := range release.Parts() {
		delete(f.texts, document.Body(id, part))
	}
	for _, part := range partsOf(d.Shape(id).Kind) {
		f.text(d, document.Body(id, part))
	}
}

func (f *followed) hear(d *document.Document, c Change) {
	for _, id := range c.Touched.Removed {
		delete(f.shapes, id)
		for _, part := range release.Parts() {
			delete(f.texts, document.Body(id, part))
		}
	}
	for _, id := range c.Touched.Added {
		f.block(d, id)
	}
	for _, id := range c.Touched.Shaped {
		f.block(d, id)
	}
	for _, id := range c.Touched.Texts {
		f.text(d, id)
	}
	f.order = nil
	for i := range d.Len() {
		f.order = append(f.order, d.At(i))
	}
}

// TestNothingIsLost does anything at all in a release with every kind of block. What was not
// selected is there afterwards, to the letter; the release is valid, the selection stands in
// it; whoever follows the changes knows what there is; and undo and redo are exact.
func TestNothingIsLost(t *testing.T) {
	source := rand.New(rand.NewPCG(12, 4))
	type state struct {
		release   release.Release
		selection Selection
	}
	for round := 0; round < *rounds; {
		now := time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC)
		r := &random{Rand: source, Editor: New(draft.NewSession(everyKind(), func() time.Time { return now }))}
		keeps := look(r.document())
		r.Listen(func(c Change) { keeps.hear(r.document(), c) })
		story, drawn := []string{}, ""
		var states []state
		fail := func(why string) {
			t.Helper()
			t.Fatalf("round %d, %s: %s\n%s\nbefore\n%s", round, strings.Join(story[max(0, len(story)-6):], "; "), why, drawing(r.Editor), drawn)
		}
		for range 60 {
			round++
			if r.IntN(3) > 0 {
				r.Select(r.place(), r.place())
			} else {
				at := r.place()
				r.Select(at, at)
			}
			now = now.Add(time.Minute)
			before := state{r.session.Release(), r.selection}
			drawn = drawing(r.Editor)
			d := deeds[r.IntN(len(deeds))]
			story = append(story, d.name)
			want := map[rune]int{}
			count(allLetters(r.document()), 1, want)
			count(saidBy(r.Copy()), -1, want)
			kept := map[rune]int{}
			count(allLetters(r.document()), 1, kept)
			adds := d.adds(r)
			caret := r.selection.Empty()
			d.do(r)
			got := map[rune]int{}
			count(allLetters(r.document()), 1, got)
			count(adds, 1, want)
			count(adds, 1, kept)
			for l := range kept {
				if d.takes && caret || d.name == "space" {
					continue
				}
				if got[l] != want[l] && got[l] != kept[l] {
					fail(fmt.Sprintf("%q is there %d times, not %d; clipboard %+v", l, got[l], want[l], r.clipboard))
				}
			}
			after := r.session.Release()
			if err := after.Validate(); err != nil {
				fail(err.Error())
			}
			if r.nearest(r.selection.Anchor) != r.selection.Anchor || r.nearest(r.selection.Caret) != r.selection.Caret {
				fail(fmt.Sprint("the selection is nowhere: ", r.selection))
			}
			if misplaced := misplacedTabs(after); misplaced != "" {
				fail("a tab in " + misplaced)
			}
			if !reflect.DeepEqual(keeps, look(r.document())) {
				fail("whoever follows knows something else")
			}
			if !reflect.DeepEqual(after, before.release) {
				states = append(states, before)
			}
		}
		end := state{r.session.Release(), r.selection}
		steps := 0
		for r.Undo() {
			steps++
			last := len(states) - 1
			if last >= 0 && reflect.DeepEqual(r.session.Release(), states[last].release) && r.selection == states[last].selection {
				states = states[:last]
			}
		}
		if len(states) > 0 || !reflect.DeepEqual(r.session.Release(), everyKind()) {
			fail(fmt.Sprintf("undone, but for %d states", len(states)))
		}
		for r.Redo() {
			steps--
		}
		if steps != 0 || !reflect.DeepEqual(r.session.Release(), end.release) {
			fail("not redone")
		}
	}
}
