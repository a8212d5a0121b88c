package window

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"communique/app/settings"
	"communique/editor/editing"
	"communique/editor/release"
	"communique/editor/snippet"
)

// keepSnippets puts snippets where the office keeps them.
func (s *stage) keepSnippets(more ...snippet.Snippet) {
	s.t.Helper()
	if _, err := s.params.ChangeSnippets(func(stored snippet.Set) (snippet.Set, error) { return stored.Add(more) }); err != nil {
		s.t.Fatal(err)
	}
}

// begin opens a draft with a lead, and puts the caret behind it.
func (s *stage) begin(lead string) {
	r := headed("Встреча")
	r.Lead = lead
	s.start(r)
	s.pane.GoTo(release.Position{TextID: release.TextID{Field: release.LeadField}, Offset: len([]rune(lead))})
}

// insert types into the dialog of Ctrl+Space until a snippet is offered, and takes it.
func (s *stage) insert(typed, title string) {
	s.t.Helper()
	s.showInsert()
	entry := s.focused()
	offer := s.text("insert-snippet", map[string]any{"Title": title})
	s.wait("the snippet", func() bool {
		entry.SetText("")
		test.Type(entry, typed)
		return strings.Contains(s.texts(), offer)
	})
	s.key(entry, fyne.KeyReturn)
}

var partner = snippet.Snippet{Title: "О партнёре", Blocks: []release.Block{
	{Kind: release.Subheading, Text: "О партнёре"},
	{Kind: release.Paragraph, Text: "Пробный фонд работает с 1999 года.", Marks: []release.Mark{{Start: 0, End: 12, Style: release.Bold}}},
}}

// TestSnippetsGoIn inserts snippets by part of their names: words into the sentence, blocks
// behind it with their marks, and each as one step that undo takes back.
func TestSnippetsGoIn(t *testing.T) {
	s := newStage(t, settled)
	s.keepSnippets(partner, snippet.Snippet{Title: "Дежурная фраза", Text: "Подробности – на сайте."}, snippet.Snippet{Title: "Site", Language: "en", Text: "More online."})
	s.begin("Стороны встретились. ")
	s.insert("фраз", "Дежурная фраза")
	if got := s.doc.session.Release().Lead; got != "Стороны встретились. Подробности – на сайте." || s.dialogOpen() {
		t.Fatalf("got %q", got)
	}
	if !s.pane.Holds(s.win.Canvas().Focused()) {
		t.Error("the keyboard is not in the text")
	}
	s.insert("о парт", "О партнёре")
	blocks := s.doc.session.Release().Blocks
	if len(blocks) != 2 || blocks[0].Kind != release.Subheading || !reflect.DeepEqual(blocks[1].Marks, partner.Blocks[1].Marks) {
		t.Errorf("got %+v", blocks)
	}
	s.pane.Undo()
	if r := s.doc.session.Release(); len(r.Blocks) != 0 || r.Lead != "Стороны встретились. Подробности – на сайте." {
		t.Errorf("after undo %+v", r)
	}
	s.pane.Undo()
	if got := s.doc.session.Release().Lead; got != "Стороны встретились. " {
		t.Errorf("after undo %q", got)
	}
	s.showInsert()
	test.Type(s.focused(), "sit")
	if strings.Contains(s.texts(), s.text("insert-snippet", map[string]any{"Title": "Site"})) {
		t.Error("a snippet for another language is offered")
	}
}

// TestSnippetsAsk inserts one that leaves a person and a place open, once with both given
// and once with one: that stays to be filled in, in words.
func TestSnippetsAsk(t *testing.T) {
	s := newStage(t, settled)
	s.keepSnippets(snippet.Snippet{Title: "О встрече", Text: "встретился с {person.ins} {place.in}"})
	s.begin("Министр ")
	s.insert("встр", "О встрече")
	s.wait("the text", func() bool { return strings.Contains(s.texts(), "встретился с человек место") })
	if texts := s.texts(); strings.Contains(texts, "{") {
		t.Errorf("the form shows:\n%s", texts)
	}
	test.Type(s.focused(), "Анна Озерова")
	s.key(s.focused(), fyne.KeyReturn)
	test.Type(s.focused(), "Бишкек")
	s.key(s.focused(), fyne.KeyReturn)
	s.wait("the snippet", func() bool { return !s.dialogOpen() })
	if got := s.doc.session.Release().Lead; got != "Министр встретился с Анной Озеровой в Бишкеке" {
		t.Fatalf("got %q", got)
	}
	s.pane.Undo()
	s.insert("встр", "О встрече")
	test.Type(s.focused(), "Анна Озерова")
	s.hands.Press(fyne.KeyReturn, control)
	s.wait("the snippet again", func() bool { return !s.dialogOpen() })
	if got := s.doc.session.Release().Lead; got != "Министр встретился с Анной Озеровой [укажите: место]" {
		t.Errorf("got %q", got)
	}
}

// TestSnippetsAreKept makes one of what is selected, changes and removes it in the window.
func TestSnippetsAreKept(t *testing.T) {
	s := newStage(t, settled)
	s.keepSnippets(snippet.Snippet{Title: "Знак", Text: "* * *"})
	r := headed("Встреча")
	r.Blocks = []release.Block{{ID: 1, Kind: release.Paragraph, Text: "Фонд {проба} работает.", Marks: []release.Mark{{Start: 5, End: 12, Style: release.Bold}}}}
	s.start(r)
	words := release.TextID{Field: release.BlocksField, Block: 1}
	s.pane.Act(func(e *editing.Editor) {
		e.Select(release.Position{TextID: words}, release.Position{TextID: words, Offset: 22})
	})
	s.makeSnippet()
	test.Type(s.focused(), "О фонде")
	s.hands.Press(fyne.KeyReturn, control)
	s.wait("the snippet is kept", func() bool { return !s.dialogOpen() })
	set, err := s.params.Snippets()
	if err != nil || len(set) != 2 || set[1].Language != "ru" {
		t.Fatalf("%v, %+v", err, set)
	}
	filled, err := set[1].Fill(s.settings.House, nil, s.registers, "ru", release.Date{})
	if want := r.Blocks[0]; err != nil || filled.Blocks[0].Text != want.Text || !reflect.DeepEqual(filled.Blocks[0].Marks, want.Marks) {
		t.Errorf("%v, %+v", err, filled)
	}
	s.showSnippets()
	s.wait("the list", s.dialogOpen)
	test.Type(s.focused(), "фонд")
	if texts := s.texts(); !strings.Contains(texts, "О фонде · Русский") || !strings.Contains(texts, "Фонд {проба} работает.") || strings.Contains(texts, "Знак") {
		t.Errorf("the list shows:\n%s", texts)
	}
	s.hands.Press(fyne.KeyReturn, control)
	entries := s.entries()
	if entries[1].Text != "Фонд {{проба}} работает." {
		t.Fatalf("the text to edit is %q", entries[1].Text)
	}
	entries[1].SetText("Фонд {{проба}} помогает {person.dat}.")
	if !strings.Contains(s.texts(), "Фонд {проба} помогает человек.") {
		t.Errorf("the preview shows:\n%s", s.texts())
	}
	s.hands.Press(fyne.KeyReturn, control)
	s.wait("the change is kept", func() bool {
		set, _ = s.params.Snippets()
		return strings.Contains(set[1].Words(), "помогает")
	})
	if marks := set[1].Blocks; len(marks) != 1 || !reflect.DeepEqual(marks[0].Marks, []release.Mark{{Start: 5, End: 14, Style: release.Bold}}) {
		t.Errorf("bold is gone: %+v", set[1])
	}
	s.wait("the list again", func() bool { return strings.Contains(s.texts(), s.text("snippets-insert")) })
	s.tap(t, s.text("snippets-remove"))
	s.hands.Press(fyne.KeyReturn, control)
	s.wait("it is gone", func() bool {
		set, _ = s.params.Snippets()
		return len(set) == 1
	})
	if set[0].Title != "Знак" {
		t.Errorf("removed another: %+v", set)
	}
}

// TestBrokenSnippetsAreTold reads a file with a snippet that is none: the list tells its
// line, and offers the others.
func TestBrokenSnippetsAreTold(t *testing.T) {
	s := newStage(t, settled)
	dir := filepath.Dir(s.params.LibraryPath)
	s.keepSnippets(snippet.Snippet{Title: "Знак", Text: "* * *"})
	if set, err := settings.LoadSnippets(dir); err != nil || len(set) != 1 {
		t.Skip("the snippets lie elsewhere")
	}
	path := filepath.Join(dir, "snippets.toml")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	broken := string(data) + "\n[[snippets]]\ntitle = \"Сломанная\"\ntext = \"до {person.voc}\"\n"
	if err := os.WriteFile(path, []byte(broken), 0o600); err != nil {
		t.Fatal(err)
	}
	s.showSnippets()
	s.wait("the list", s.dialogOpen)
	texts := s.texts()
	for _, want := range []string{"Знак", "{person.voc}", "Строка 7"} {
		if !strings.Contains(texts, want) {
			t.Errorf("%q is not told:\n%s", want, texts)
		}
	}
}
