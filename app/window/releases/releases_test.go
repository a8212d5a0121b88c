package releases

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"communique/app/library"
	"communique/app/library/sqlite"
	"communique/app/settings"
	"communique/app/window/screen/screentest"
	"communique/editor/release"
)

func clock() time.Time { return time.Date(2024, 9, 11, 14, 2, 0, 0, time.UTC) }

// store is a library whose answers can be held back.
type store struct {
	*sqlite.Library
	mu   sync.Mutex
	held map[int]chan struct{} // by how many are found
	came chan int              // how many an answer that is held back has
	fail error                 // of every question
}

// hold holds back an answer of so many releases, and returns how to let it go.
func (s *store) hold(count int) (letGo func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	gate := make(chan struct{})
	s.held[count] = gate
	return func() { close(gate) }
}

func (s *store) Entries(ctx context.Context, positions []library.Position) ([]library.Entry, error) {
	entries, err := s.Library.Entries(ctx, positions)
	s.mu.Lock()
	err = errors.Join(err, s.fail)
	gate := s.held[len(positions)]
	delete(s.held, len(positions))
	s.mu.Unlock()
	if gate != nil {
		s.came <- len(positions)
		<-gate
	}
	return entries, err
}

// stage is a pane on releases of three months.
type stage struct {
	*screentest.Stage
	*Pane
	store *store
	did   []string // what the pane has asked for
	shown int64
	// counting is what the pane counts findings with; nil for nothing.
	counting Counting
	params   Params
}

func newStage(t *testing.T) *stage {
	t.Helper()
	kept, err := sqlite.Open(sqlite.Params{Path: filepath.Join(t.TempDir(), "library.db"), Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = kept.Close() })
	for headline, date := range map[string]string{"Встреча с Президентом": "2024-09-11", "Учение началось": "2024-09-02", "Заседание Совета": "2024-05-01"} {
		r := release.New("ru")
		r.Headline, r.Lead = headline, "Лид: "+headline
		if err := r.Date.UnmarshalText([]byte(date)); err != nil {
			t.Fatal(err)
		}
		if _, err := kept.Save(t.Context(), 0, 0, r); err != nil {
			t.Fatal(err)
		}
	}
	s := &stage{Stage: screentest.New(t), store: &store{Library: kept, held: map[int]chan struct{}{}, came: make(chan int, 10)}}
	note := func(what string) func() { return func() { s.did = append(s.did, what) } }
	many := func(what string) func([]int64) {
		return func(ids []int64) { s.did = append(s.did, fmt.Sprint(what, len(ids))) }
	}
	one := func(what string) func(int64) {
		return func(id int64) { s.did = append(s.did, what+s.called(id)) }
	}
	s.params = Params{
		Base: s.Base, Store: s.store, Now: clock, Modifier: func() fyne.KeyModifier { return s.Held }, Shown: func() int64 { return s.shown }, Counting: func() Counting { return s.counting },
		Open: func(id int64) { s.did = append(s.did, "open "+s.called(id)) }, Edit: func(id int64) { s.did = append(s.did, "edit "+s.called(id)) }, OpenFirst: note("first"), New: note("new"), Import: note("import"),
		SaveSearches: func(all []settings.Search) { s.did = append(s.did, fmt.Sprint("searches ", all)) },
		Actions: Actions{
			Export: many("export "), Tag: many("tag "), Digest: many("digest "), Trash: many("trash "),
			NewFrom: one("from "), Duplicate: one("duplicate "),
			SetStatus: func(ids []int64, to release.Status) { s.did = append(s.did, fmt.Sprint("status ", to, " ", len(ids))) },
		},
	}
	s.show(New(s.params))
	s.Reload()
	s.Wait("the list", func() bool {
		return s.listed() == "Встреча с Президентом|Учение началось|Заседание Совета"
	})
	return s
}

func (s *stage) show(p *Pane) {
	s.Pane = p
	s.Window.SetContent(p.Object())
	s.Window.Resize(fyne.NewSize(400, 600))
}

func (s *stage) called(id int64) string {
	for _, e := range s.Listed() {
		if e.ID == id {
			return e.Headline
		}
	}
	return "?"
}

func (s *stage) listed() string {
	var all []string
	for _, e := range s.Listed() {
		all = append(all, e.Headline)
	}
	return strings.Join(all, "|")
}

func (s *stage) selected() string {
	var all []string
	for _, id := range s.Selected() {
		all = append(all, s.called(id))
	}
	return strings.Join(all, "|")
}

func TestResultsAreGroupedByMonth(t *testing.T) {
	s := newStage(t)
	var rows []string
	for _, r := range s.list.Rows.rows {
		rows = append(rows, fmt.Sprint(r.index, int(r.month.of)))
	}
	if got := strings.Join(rows, " "); got != "-1 9 0 0 1 0 -1 5 2 0" {
		t.Errorf("got %s", got)
	}
	if got := s.list.Rows.between(0, 4); len(got) != 3 {
		t.Errorf("between: %v", got)
	}
	s.OrderMenu().Items[slices.Index(library.Orders(), library.Oldest)].Action()
	s.Wait("the oldest first", func() bool { return strings.HasPrefix(s.listed(), "Заседание") })
}

// What has no date stands under a heading of its own, not under the month it was brought in.
func TestReleasesWithoutADate(t *testing.T) {
	june := library.DaysTo(release.Date{Year: 2024, Month: 6, Day: 1})
	undated := library.DaysTo(release.Date{})
	for name, positions := range map[string][]library.Position{
		"-1:0 0 1 -1:6 2": {library.At(undated, 3), library.At(undated, 1), library.At(june, 2)},
		"-1:6 0 -1:0 1":   {library.At(june, 2), library.At(undated, 3)},
	} {
		var rows []string
		for _, r := range newResults(library.Query{Sort: library.Newest}, "", positions).rows {
			if r.index >= 0 {
				rows = append(rows, fmt.Sprint(r.index))
				continue
			}
			rows = append(rows, fmt.Sprintf("-1:%d", r.month.of))
		}
		if got := strings.Join(rows, " "); got != name {
			t.Errorf("got %s, not %s", got, name)
		}
	}
}

// Where nothing is found, the words are offered that the library has, and one that is pressed is
// searched for.
func TestTheNearestWords(t *testing.T) {
	s := newStage(t)
	s.search.SetText("зоседание")
	s.Wait("nothing is found", func() bool { return s.Count() == 0 && !s.Searching() })
	if texts := s.Texts(); !strings.Contains(texts, "заседание") {
		t.Fatalf("got %s", texts)
	}
	s.Tap("заседание")
	s.Wait("it is found", func() bool { return s.listed() == "Заседание Совета" })
	if len(s.near.Objects) > 0 || s.search.Text != "заседание" {
		t.Errorf("%q, %d offered", s.search.Text, len(s.near.Objects))
	}
}

// TestKeysOfTheList goes through the list as a person does with the keyboard.
func TestKeysOfTheList(t *testing.T) {
	s := newStage(t)
	s.Canvas().Focus(s.SearchField())
	s.Press(fyne.KeyReturn, 0)
	if got := strings.Join(s.did, " "); got != "first" {
		t.Errorf("Enter in the search did %q", got)
	}
	s.Press(fyne.KeyDown, 0) // to the list, past the month
	for _, step := range []struct {
		key            fyne.KeyName
		selected, does string
	}{
		{fyne.KeyReturn, "", "edit Встреча с Президентом"},
		{fyne.KeyUp, "", ""},
		{fyne.KeySpace, "Встреча с Президентом", ""},
		{fyne.KeyDown, "Встреча с Президентом", ""},
		{fyne.KeySpace, "Встреча с Президентом|Учение началось", ""},
		{fyne.KeySpace, "Встреча с Президентом", ""},
	} {
		s.did = nil
		s.Press(step.key, 0)
		if got := strings.Join(s.did, " "); s.selected() != step.selected || got != step.does {
			t.Errorf("%s: selected %q, did %q", step.key, s.selected(), got)
		}
	}
	s.list.TypedShortcut(&fyne.ShortcutSelectAll{}) // as the driver calls Ctrl+A
	if len(s.Selected()) != 3 {
		t.Errorf("selected %q", s.selected())
	}
	if s.Press(fyne.KeyEscape, 0); len(s.Selected()) != 0 {
		t.Errorf("selected after Escape %q", s.selected())
	}
}

func (s *stage) Canvas() fyne.Canvas { return s.Base.Canvas }

// TestClicksSelect clicks with Ctrl and with Shift, and presses each button of the bar.
func TestClicksSelect(t *testing.T) {
	s := newStage(t)
	s.click(1, fyne.KeyModifierShortcutDefault)
	s.click(4, fyne.KeyModifierShift)
	if len(s.Selected()) != 3 || !strings.Contains(s.Texts(), "Отмечено 3") || len(s.did) != 0 {
		t.Fatalf("selected %v, did %v\n%s", s.Selected(), s.did, s.Texts())
	}
	for _, name := range []string{"marked-export", "marked-tag", "marked-digest", "marked-trash"} {
		s.Tap(s.Base.Text(name))
	}
	s.click(2, 0)
	if got := strings.Join(s.did, ", "); got != "export 3, tag 3, digest 3, trash 3, open Учение началось" {
		t.Errorf("did %s", got)
	}
	s.did = nil
	s.Tap(s.Base.Text("library-new"))
	s.Tap(s.Base.Text("library-import"))
	if got := strings.Join(s.did, ", "); got != "new, import" {
		t.Errorf("did %s", got)
	}
}

// click clicks on a row.
func (s *stage) click(row int, held fyne.KeyModifier) { s.press(row, held, desktop.MouseButtonPrimary) }

func (s *stage) press(row int, held fyne.KeyModifier, button desktop.MouseButton) {
	r := s.list.Rows.rows[row]
	e := &desktop.MouseEvent{Button: button, Modifier: held}
	e.Position = fyne.NewPos(40, float32(r.y+r.height()/2)-s.list.top)
	s.list.MouseDown(e)
	if s.list.pointer.edits == 0 {
		s.list.MouseUp(e)
		return
	}
	did := len(s.did)
	s.list.MouseUp(e)
	s.Wait("the second click", func() bool { return len(s.did) > did })
}

func TestFiltersAndSavedSearches(t *testing.T) {
	s := newStage(t)
	s.FilterMenu().Items[0].ChildMenu.Items[0].Action() // this year
	s.Wait("the year", func() bool { return s.search.Text == "год:2024 " && strings.Count(s.listed(), "|") == 2 })
	if s.Canvas().Focused() != fyne.Focusable(s.SearchField()) {
		t.Errorf("%T has the keyboard", s.Canvas().Focused())
	}
	s.addFilter("status", "На согласовании")
	s.Wait("nothing", func() bool {
		return s.search.Text == `год:2024 статус:"На согласовании" ` && s.listed() == "" && strings.Contains(s.Texts(), "ничего не найдено")
	})
	s.search.SetText("учения")
	s.Wait("the form", func() bool { return s.listed() == "Учение началось" })
	s.SearchesMenu().Items[0].Action()
	s.Type("Мои учения")
	s.Press(fyne.KeyReturn, 0)
	s.SearchFor("person", `Иван "Пробный"`)
	if got := s.search.Text; got != `кто:"Иван Пробный"` {
		t.Errorf("searches for %s", got)
	}
	s.Canvas().Focus(s.search)
	s.Press(fyne.KeyEscape, 0)
	s.Wait("all of them", func() bool { return s.Count() == 3 })
	s.SearchesMenu().Items[0].Action()
	s.Wait("the saved search", func() bool { return s.listed() == "Учение началось" })
	forget := s.SearchesMenu().Items[3].ChildMenu.Items
	forget[0].Action()
	if got := strings.Join(s.did, ", "); got != "searches [{Мои учения учения}], searches []" {
		t.Errorf("did %s", got)
	}
}

func TestAnOlderSearchIsNotShown(t *testing.T) {
	s := newStage(t)
	letGo := s.store.hold(1)
	s.search.SetText("заседание")
	<-s.store.came
	if !s.Searching() || s.First() != s.Listed()[0].ID || s.ListedQuery().Spans("заседание") != nil || s.TypedQuery().Spans("заседание") == nil {
		t.Error("the older list is taken for what was searched for")
	}
	s.search.SetText("")
	s.Wait("the whole list", func() bool { return !s.Searching() })
	letGo()
	s.settle()
	if got := s.listed(); strings.Count(got, "|") != 2 {
		t.Errorf("listed %s", got)
	}
}

// settle does what was let go until now, and what is asked after it.
func (s *stage) settle() {
	for range 3 {
		answered := false
		s.Base.Work(func(ctx context.Context) error {
			_, err := s.store.Find(ctx, library.Query{}, 0)
			return err
		}, func() { answered = true })
		s.Wait("an answer", func() bool { return answered })
	}
}

func TestRowsOfAnOlderListAreNotShown(t *testing.T) {
	s := newStage(t)
	letGo := s.store.hold(3)
	s.fetch(s.list.Rows.positions)
	<-s.store.came
	id := s.First()
	r, e, err := s.store.Get(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	r.Headline = "Встреча перенесена"
	if _, err := s.store.Save(t.Context(), id, e.Revision, r); err != nil {
		t.Fatal(err)
	}
	s.Reload()
	s.Wait("the newer headline", func() bool { return strings.Contains(s.listed(), "Встреча перенесена") })
	letGo()
	s.settle()
	if !strings.Contains(s.listed(), "Встреча перенесена") {
		t.Errorf("an older answer is shown: %s", s.listed())
	}
}

// TestAnotherPaneTakesOver asks the older pane for something that comes when another
// has taken its place.
func TestAnotherPaneTakesOver(t *testing.T) {
	s := newStage(t)
	old := s.Pane
	s.shown = s.Listed()[1].ID
	s.search.SetText("лид")
	s.OrderMenu().Items[1].Action()
	s.Wait("the search", func() bool { return strings.HasPrefix(s.listed(), "Заседание") && !s.Searching() })
	s.SelectAll()
	letGo := s.store.hold(3)
	old.Reload()
	<-s.store.came
	before := fmt.Sprint(s.listed(), s.selected(), s.search.Text, s.ListedQuery().Sort)
	s.show(New(s.params))
	s.Recall(old)
	if got := fmt.Sprint(s.listed(), s.selected(), s.search.Text, s.ListedQuery().Sort); got != before || s.list.shown != s.shown {
		t.Errorf("before %s\nafter  %s", before, got)
	}
	letGo()
	s.settle()
	if !old.Searching() {
		t.Error("the pane that is gone has shown something")
	}
}

// TestAListThatCannotBeRead is told in a line: somebody may be writing, and nobody has asked.
func TestAListThatCannotBeRead(t *testing.T) {
	s := newStage(t)
	before := s.listed()
	s.store.mu.Lock()
	s.store.fail = &library.StorageError{Reason: "unreachable", Path: "/share/library.db", Cause: errors.New("no disk")}
	s.store.mu.Unlock()
	for what, ask := range map[string]func(){"searched": s.Reload, "scrolled": func() { s.fetch(s.list.Rows.positions) }} {
		s.Told = ""
		ask()
		s.Wait(what, func() bool { return s.Told != "" || len(s.Failed) > 0 })
		if !strings.Contains(s.Told, "/share/library.db") || len(s.Failed) > 0 || s.Open() || s.listed() != before {
			t.Errorf("%s: told %q, failed %v, listed %q", what, s.Told, s.Failed, s.listed())
		}
	}
	s.store.mu.Lock()
	s.store.fail = nil
	s.store.mu.Unlock()
	s.Reload()
	s.Wait("the end of it", func() bool { return s.Told == "" })
}
