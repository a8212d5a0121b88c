package editing

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"communique/editor/document"
	"communique/editor/draft"
	"communique/editor/release"
)

func TestReplacing(t *testing.T) {
	runKeys(t, map[string]keyTest{
		"a picture by a letter":                {"t а ; б\ni [в\nalt г|\np д", "'е'", "t а ; б\np е|\np д"},
		"a picture by a picture":               {"t а ; б\ni [в\nalt г|\np д", "Picture", "t а ; б\ni |подпись\np д"},
		"a picture and more by a letter":       {"t а ; б\ni [в\nalt г\np д|е", "'ё'", "t а ; б\np ё|е"},
		"a picture and cells by a letter":      {"p а\ni [в\nt д| ; е", "'ё'", "p а\np ё|\nt  ; е"},
		"a table by a new paragraph":           {"p а\nt [б ; в|\np г", "Enter", "p а\np |\np г"},
		"a table by a letter, undone":          {"p а\nt [б ; в|\np г", "'ё' Ctrl+Z", "p а\nt [б ; в|\np г"},
		"a picture by what was copied":         {"p [а|\nt а ; б\ni в\nalt г\np д", "Ctrl+C Right Right Right Right Right Right Backspace Ctrl+V", "p а\nt а ; б\np а|\np д"},
		"bold in a headline":                   {"! |", "Ctrl+B 'а'", "! а|"},
		"typing goes on bold over a selection": {"p [*аб*|", "'вг'", "p *вг*|"},
	})
}

// TestMovingASelection drags what is selected to the place that is marked ^.
func TestMovingASelection(t *testing.T) {
	id := func(block release.BlockID) release.TextID { return wordsOf(block) }
	at := func(block release.BlockID, n int) release.Position {
		return release.Position{TextID: id(block), Offset: n}
	}
	for name, tt := range map[string]struct {
		before string
		to     release.Position
		copy   bool
		after  string
	}{
		"words on":                  {"p а[бв|где", at(1, 5), false, "p агд[бв|е"},
		"words back":                {"p абв[гд|е", at(1, 1), false, "p а[гд|бве"},
		"words to another block":    {"p а[*б*|в\np гд", at(2, 1), false, "p ав\np г[*б*|д"},
		"words to the headline":     {"p а[б|в", start(release.TextID{Field: release.HeadlineField}), false, "! [б|\np ав"},
		"a copy":                    {"p а[б|в", at(1, 3), true, "p абв[б|"},
		"nowhere":                   {"p а[бв|г", at(1, 2), false, "p а[бв|г"},
		"nowhere: its beginning":    {"p а[бв|г", at(1, 1), false, "p а[бв|г"},
		"nowhere: its end":          {"p а[бв|г", at(1, 3), false, "p а[бв|г"},
		"paragraphs":                {"p а[б\np в|г\np де", at(3, 1), false, "p аг\np д[б\np в|е"},
		"a picture":                 {"i [а\nalt б|\np в\np г", at(3, 1), false, "p в\np г\ni [а\nalt б|"},
		"behind what goes away":     {"p а[б\np в\np г|де", at(3, 2), false, "p ад[б\np в\np г|е"},
		"a word to another place":   {"p аб [вг| де жз", at(1, 8), false, "p аб де [вг| жз"},
		"a word behind another":     {"p аб [вг| де жз", at(1, 11), false, "p аб де жз [вг|"},
		"a word behind a full stop": {"p [Аб| вг. Де.\np жз.", at(2, 3), false, "p вг. Де.\np жз. [Аб|"},
		"a word before a comma":     {"p аб [вг|, де\np жз", at(2, 0), false, "p аб, де\np [вг| жз"},
		"the last word":             {"p аб [вг|\np жз", at(2, 0), false, "p аб\np [вг| жз"},
		"into quotation marks":      {"p аб [вг| де «жз»", at(1, 10), false, "p аб де «[вг| жз»"},
		"a word in bold":            {"p аб [*вг*| де", at(1, 8), false, "p аб де [*вг*|"},
		"into bold words":           {"p аб [вг| *де жз*", at(1, 8), false, "p аб *де* [вг|* жз*"},
		"a word into a cell":        {"p аб [вг| де\nt ж ; з", at(2, 1), false, "p аб де\nt ж [вг| ; з"},
		"a word into an empty one":  {"p аб [вг| де\nt ж ; \nt з ; и", at(2, 2), false, "p аб де\nt ж ; [вг|\nt з ; и"},
		"a word to the headline":    {"! жз\np аб [вг| де", release.Position{TextID: release.TextID{Field: release.HeadlineField}, Offset: 2}, false, "! жз [вг|\np аб де"},
		"a copied word":             {"p аб [вг| де", at(1, 8), true, "p аб вг де [вг|"},
		"a word within another":     {"p аб [вг| дежз", at(1, 8), false, "p аб де[вг|жз"},
		"part of a word":            {"p аб в[г| де", at(1, 8), false, "p аб в де[г|"},
		"a word with its space":     {"p аб [вг |де", at(1, 8), false, "p аб де[вг |"},
		"a whole paragraph":         {"p [аб вг|\np де", at(2, 2), false, "p \np де [аб вг|"},
		"into another list's item":  {"- а[б\n- в|г\np д\n- е", at(3, 1), false, "- аг\np д\n- е[б\n- в|"},
	} {
		t.Run(name, func(t *testing.T) {
			h := take(t, tt.before)
			before := drawing(h.Editor)
			h.MoveSelection(tt.to, tt.copy)
			if got := drawing(h.Editor); got != plainDrawing(tt.after) {
				t.Errorf("got\n%s\nwant\n%s", got, plainDrawing(tt.after))
			}
			if undone := h.Undo(); undone == strings.HasPrefix(name, "nowhere") || drawing(h.Editor) != before {
				t.Errorf("undone to\n%s", drawing(h.Editor))
			}
		})
	}
}

// TestReadOnly presses every key on a draft that may only be read.
func TestReadOnly(t *testing.T) {
	r := everyKind()
	e := New(draft.NewSession(r, time.Now))
	e.SelectParagraph(start(wordsOf(1)))
	e.Toggle(release.Bold)
	e.Undo()
	e.SetReadOnly(true)
	h := &hands{Editor: e}
	changed := false
	e.Listen(func(Change) { changed = true })
	for name := range keys {
		for _, block := range r.Blocks {
			if block.Kind != release.Rule {
				h.SelectParagraph(start(wordsOf(block.ID)))
				h.press(t, name)
				h.press(t, "Right "+name+" 'а'")
			}
		}
		h.MoveSelection(start(e.First()), true)
		if changed || !reflect.DeepEqual(e.Session().Release(), r) {
			t.Fatalf("%s changed it", name)
		}
	}
	if e.SelectAll(); e.Copy().Empty() {
		t.Error("nothing to copy")
	}
}

// TestOthersChange changes the draft past the editor: the selection stays at its words.
func TestOthersChange(t *testing.T) {
	for name, tt := range map[string]struct {
		before string
		change func(s *draft.Session)
		after  string
	}{
		"words before the caret": {"! а|б", func(s *draft.Session) { s.Set(release.HeadlineField, "ваб") }, "! ва|б"},
		"words at a selection's ends": {"= а[б|в", func(s *draft.Session) {
			_ = s.Apply(document.Transaction{document.Insert{At: release.Position{TextID: wordsOf(0), Offset: 2}, Words: "г"}, document.Insert{At: release.Position{TextID: wordsOf(0), Offset: 1}, Words: "д"}})
		}, "= ад[б|гв"},
		"a block is taken away": {"p а\np б|в\np г", func(s *draft.Session) {
			op, _ := s.Document().Removal(2)
			_ = s.Apply(document.Transaction{op})
		}, "p а|\np г"},
		"the first block is": {"= я\np б|в\np г", func(s *draft.Session) {
			op, _ := s.Document().Removal(1)
			_ = s.Apply(document.Transaction{op})
		}, "= я|\np г"},
		"a speaker goes": {"> а\n>> б|в", func(s *draft.Session) {
			_ = s.Apply(document.Transaction{s.Document().Deletion(start(document.Body(1, release.SpeakerPart)), 2), document.Change{Block: 1, Before: document.Shape{Kind: release.Quotation}, After: document.Shape{Kind: release.Paragraph}}})
		}, "p |а"},
		"another release": {"p а\np бв|", func(s *draft.Session) {
			r := release.New("ru")
			r.Lead = "я"
			s.Replace(r)
		}, "= я|"},
		"and back": {"p а|\np бв", func(s *draft.Session) {
			s.Replace(release.New("ru"))
			s.Undo()
		}, "= |\np а\np бв"},
		"a contact": {"p а|", func(s *draft.Session) { s.SetContacts([]release.Contact{{Name: "Анна"}}) }, "p а|"},
	} {
		t.Run(name, func(t *testing.T) {
			h := take(t, tt.before)
			whole := 0
			h.Listen(func(c Change) {
				if c.Whole {
					whole++
				}
			})
			tt.change(h.Session())
			if got := drawing(h.Editor); got != plainDrawing(tt.after) {
				t.Errorf("got\n%s\nwant\n%s", got, plainDrawing(tt.after))
			}
			if (whole > 0) != slices.Contains([]string{"another release", "and back"}, name) {
				t.Errorf("told %d times that it is another", whole)
			}
		})
	}
}

// TestOrder goes through all texts there and back.
func TestOrder(t *testing.T) {
	e := New(draft.NewSession(everyKind(), time.Now))
	all := []release.TextID{e.First()}
	for id, ok := e.Next(e.First()); ok; id, ok = e.Next(id) {
		all = append(all, id)
	}
	if len(all) != 15 || all[len(all)-1] != e.Last() {
		t.Fatalf("there are %v", all)
	}
	for i := len(all) - 1; i > 0; i-- {
		if before, ok := e.Previous(all[i]); !ok || before != all[i-1] {
			t.Errorf("before %v comes %v", all[i], before)
		}
		for j := range all {
			want := 0
			if i != j {
				want = (i - j) / max(i-j, j-i)
			}
			if got := e.Compare(start(all[i]), start(all[j])); got != want {
				t.Errorf("%v and %v compare as %d", all[i], all[j], got)
			}
		}
	}
	if _, ok := e.Previous(e.First()); ok {
		t.Error("there is something before the first")
	}
	e.Select(start(release.TextID{Field: release.NotesField}), start(e.First()))
	e.Select(start(document.Body(99, release.Words)), start(e.First()))
	if e.Selection() != caret(start(e.First())) {
		t.Errorf("selected %v", e.Selection())
	}
}

func TestLink(t *testing.T) {
	h := take(t, "p а{б|в}г")
	address, from, to, ok := h.Link()
	if !ok || address != testLink || from.Offset != 1 || to.Offset != 3 {
		t.Errorf("got %q %v %v %v", address, from, to, ok)
	}
	if h.SetLink("https://example.org/ a") || h.SetLink("а\x00") {
		t.Error("took what is no address")
	}
	if !h.SetLink(" mailto:press@example.org ") || drawing(h.Editor) != "p а{б|в}г" {
		t.Errorf("got %s", drawing(h.Editor))
	}
	if address, _, _, _ = h.Link(); address != "mailto:press@example.org" {
		t.Errorf("got %q", address)
	}
	h = take(t, "! а[б|")
	if h.SetLink(testLink) {
		t.Error("a headline was linked")
	}
}

func TestFragment(t *testing.T) {
	h := take(t, "= а[б\n# *в*\n> г\n>> Анна\n3. д\n4. е\nt ж ; з\n---\ni и\nby к\np л|м")
	f := h.Copy()
	if want := "б\nв\nг\nАнна\nд\nе\nж\tз\nи\nк\nл"; f.Text() != want {
		t.Errorf("got %q", f.Text())
	}
	kinds := []release.BlockKind{release.Paragraph, release.Subheading, release.Quotation, release.List, release.Table, release.Rule, release.Picture, release.Paragraph}
	for i, b := range f.Blocks() {
		if b.Kind != kinds[i] || b.ID != 0 {
			t.Errorf("block %d is %+v", i, b)
		}
	}
	foreign := NewFragment([]release.Block{
		{Kind: release.Table, Text: "а\tб\r\nв\u00ad\tг", Marks: []release.Mark{{Start: 5, End: 99, Style: release.Bold}}},
		{Kind: release.Paragraph, Text: "а\u200bб", Speaker: "Анна", First: 3, Marks: []release.Mark{{Start: 2, End: 3, Style: release.Bold}}},
		{Kind: release.Picture, Text: "без файла"},
		{Kind: "unknown", Text: "а"},
	}, false, false)
	want := []release.Block{
		{Kind: release.Table, Text: "а\tб\nв\tг", Marks: []release.Mark{{Start: 4, End: 7, Style: release.Bold}}},
		{Kind: release.Paragraph, Text: "аб", Marks: []release.Mark{{Start: 1, End: 2, Style: release.Bold}}},
	}
	if got := foreign.Blocks(); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
}
