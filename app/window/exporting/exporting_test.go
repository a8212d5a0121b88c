package exporting

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"communique/app/clipboard"
	"communique/app/library"
	"communique/app/settings"
	"communique/app/viewer"
	"communique/app/window/files"
	"communique/app/window/screen"
	"communique/app/window/screen/screentest"
	"communique/editor/controls"
	"communique/editor/proof"
	"communique/editor/release"
	"communique/export"
	"communique/export/exporttest"
	"communique/export/style"
)

func clock() time.Time { return time.Date(2024, 9, 11, 14, 2, 0, 0, time.UTC) }

// stage lets releases leave into a folder.
type stage struct {
	*screentest.Stage
	params   Params
	office   export.Office
	dir      string
	saved    []string // the names that were asked for
	options  []files.Option
	led      int // how often to the findings
	flushed  int
	held     []map[int64][]release.Accepted // what held issued releases, each time it was asked
	releases []release.Release              // of the library, the first has the ID 1
	place    int64                          // where the library has the draft on the screen
	unsaved  error                          // why it could not be saved
}

func newStage(t *testing.T, releases ...release.Release) *stage {
	t.Helper()
	s := &stage{Stage: screentest.New(t), dir: t.TempDir(), releases: releases}
	s.office, _ = settings.Settings{}.Office(s.dir, "", func(name string) (style.Style, error) { return settings.Style(s.dir, name) })
	s.params = Params{
		Base: s.Base, Files: s, Store: s, Now: clock, Save: func() {}, Flush: func() error { s.flushed++; return s.unsaved },
		Place:      func() (id, revision int64) { return s.place, 1 },
		For:        func(_ export.Form, goOn func(export.Office)) { goOn(s.office) },
		ForPackage: func(goOn func(export.Office, []export.Form)) { goOn(s.office, []export.Form{export.Text}) },
	}
	s.params.ToFindings = func() { s.led++ }
	s.params.AskOf = func(ask func() *screen.Dialog) { ask() }
	s.params.Despite = func(found map[int64][]release.Accepted, against []screen.Line, goOn func()) {
		s.held = append(s.held, found)
		s.Base.AskLateOf(s.Base.Text("export-warning"), against, s.Base.Text("export-anyway"), goOn, func() {})
	}
	return s
}

// Save writes where a person would without a word.
func (s *stage) Save(_, name string, write files.Write, options ...files.Option) *screen.Dialog {
	s.saved, s.options = append(s.saved, name), options
	d := s.Base.Dialogs.New("save", screen.Wrapped(name), "cancel")
	d.Yes("save", nil, func() {
		d.Close()
		if err := write(filepath.Join(s.dir, name), false); err != nil {
			s.Base.Fail(err)
		}
	})
	d.Show(fyne.NewSize(400, 0), nil)
	return d
}

func (s *stage) ChooseFolder(_ settings.FolderKind, _ string, chosen func(dir string)) { chosen(s.dir) }

func (s *stage) Get(_ context.Context, id int64) (release.Release, library.Entry, error) {
	if id == 0 || id > int64(len(s.releases)) {
		return release.Release{}, library.Entry{}, &library.MissingError{ID: id}
	}
	return s.releases[id-1], s.entry(id), nil
}

func (s *stage) entry(id int64) library.Entry {
	r := s.releases[id-1]
	return library.Entry{ID: id, Headline: r.Headline, Language: r.Language, Date: r.Date, Saved: clock().AddDate(0, 0, -int(id))}
}

// Find finds every release, on the day of the first.
func (s *stage) Find(context.Context, library.Query, int) ([]library.Position, error) {
	day := s.releases[0].Date
	var all []library.Position
	for i := range s.releases {
		all = append(all, library.At(library.DaysTo(day), int64(i)+1))
	}
	return all, nil
}

func (s *stage) Entries(_ context.Context, positions []library.Position) ([]library.Entry, error) {
	var all []library.Entry
	for _, p := range positions {
		all = append(all, s.entry(p.ID()))
	}
	return all, nil
}

func TestEveryFormIsWritten(t *testing.T) {
	r := exporttest.Release(1, 300)
	s := newStage(t, r)
	for _, f := range export.Forms() {
		Export(s.params, f, r)
		s.Wait(string(f), s.Open)
		s.Press(fyne.KeyReturn, fyne.KeyModifierControl)
		name := s.saved[len(s.saved)-1]
		if data, err := os.ReadFile(filepath.Join(s.dir, name)); err != nil || len(data) == 0 || !strings.HasSuffix(name, f.Ending()) {
			t.Errorf("%s: %s, %v", f, name, err)
		}
	}
	Pack(s.params, r)
	s.Wait("package", s.Open)
	s.Press(fyne.KeyReturn, fyne.KeyModifierControl)
	if packed, err := os.ReadDir(filepath.Join(s.dir, s.saved[len(s.saved)-1])); err != nil || len(packed) == 0 {
		t.Errorf("packed %v, %v", packed, err)
	}
	if len(s.Failed) > 0 {
		t.Error(s.Failed)
	}
}

// TestWhenTheTextWasSaved: a file tells when its text was saved last, whenever it leaves: the
// version that is sent again is the one that was sent. What the library does not have is of now.
func TestWhenTheTextWasSaved(t *testing.T) {
	kept, changed := headed("Одна"), headed("Другая")
	for name, c := range map[string]struct {
		leaving release.Release
		place   int64
		unsaved error
		want    time.Time
	}{
		"kept":               {kept, 1, nil, clock().AddDate(0, 0, -1)},
		"changed since":      {changed, 1, nil, clock()},
		"not in the library": {kept, 0, nil, clock()},
		"not to be saved":    {kept, 1, errors.New("full"), clock()},
	} {
		s := newStage(t, kept)
		s.place, s.unsaved = c.place, c.unsaved
		Export(s.params, export.NINJS, c.leaving)
		s.Wait(name, s.Open)
		s.Press(fyne.KeyReturn, fyne.KeyModifierControl)
		want := `"versionCreated": "` + c.want.Format(time.RFC3339) + `"`
		if data, err := os.ReadFile(filepath.Join(s.dir, s.saved[0])); err != nil || !strings.Contains(string(data), want) || s.flushed == 0 {
			t.Errorf("%s: no %s in\n%s\n%v", name, want, data, err)
		}
	}
	s := newStage(t, kept)
	s.place = 1
	s.params.ForPackage = func(goOn func(export.Office, []export.Form)) { goOn(s.office, []export.Form{export.NINJS}) }
	Pack(s.params, kept)
	s.Wait("package", s.Open)
	s.Press(fyne.KeyReturn, fyne.KeyModifierControl)
	files, err := filepath.Glob(filepath.Join(s.dir, s.saved[0], "*.json"))
	all := ""
	for _, name := range files {
		data, _ := os.ReadFile(name)
		all += string(data)
	}
	if err != nil || !strings.Contains(all, `"versionCreated": "2024-09-10T14:02:00Z"`) {
		t.Errorf("packed %v, %v:\n%s", files, err, all)
	}
}

// headed is a release that says little, on the day of the tests.
func headed(text string) release.Release {
	r := exporttest.Release(1, 200)
	r.Headline = text
	return r
}

// TestWhatSpeaksAgainstItIsSaidFirst asks before anything leaves; Escape keeps it in.
func TestWhatSpeaksAgainstItIsSaidFirst(t *testing.T) {
	s := newStage(t)
	s.releases = []release.Release{headed("Встреча")}
	s.releases[0].Unread = []release.Unread{{Field: release.EmbargoField, Text: "завтра"}}
	board, copies := &Clipboard{System: test.NewClipboard(), Both: func(string, string) error { return nil }}, &viewer.Copies{}
	r := s.releases[0]
	for name, leave := range map[string]func(){
		"export": func() { Export(s.params, export.Text, r) }, "pack": func() { Pack(s.params, r) }, "many": func() { PackMany(s.params, []int64{1}, func() { t.Error("packed") }) },
		"print": func() { Print(s.params, copies, func(string) error { t.Error("printed"); return nil }, r) },
		"copy":  func() { board.CopyForWebsite(s.params, r) }, "footer": func() { board.CopyWithFooter(s.params, r) }, "HTML": func() { board.CopyHTML(s.params, r) },
		"headline": func() { board.CopyHeadline(s.params, r) }, "lead": func() { board.CopyLead(s.params, r) },
	} {
		for _, key := range []fyne.KeyName{fyne.KeyEscape, fyne.KeyReturn} {
			leave()
			s.Wait(name, s.Open)
			if !strings.Contains(s.Texts(), "«завтра»") {
				t.Errorf("%s: told %s", name, s.Texts())
			}
			s.Press(key, 0)
			if len(s.saved) > 0 || board.copied != "" || board.System.Content() != "" || s.Open() {
				t.Errorf("%s: it left by %s, or asks on", name, key)
			}
		}
	}
	Export(s.params, export.Text, r)
	s.Wait("the question", s.Open)
	if s.Tap(s.Base.Text("export-anyway")); len(s.saved) != 1 {
		t.Error("it did not leave after the answer")
	}
}

func TestATranslationWarnsToo(t *testing.T) {
	russian, english := headed("Встреча"), exporttest.Release(2, 300)
	english.Language, english.Headline, english.Date = "en", "A meeting took place", russian.Date
	english.Unread = []release.Unread{{Field: release.EmbargoField, Text: "tomorrow"}}
	s := newStage(t, russian, english)
	o := &order{form: export.PDF, release: russian, office: s.office}
	choice := s.params.translationChoice(o).Control.(*controls.Select)
	s.Wait("the translation", func() bool { return len(choice.Options) == 2 })
	choice.SetSelectedIndex(1)
	if o.translation != 0 || choice.SelectedIndex() != 0 || !strings.Contains(s.Texts(), "«tomorrow»") {
		t.Fatalf("taken without a question: %d", o.translation)
	}
	s.Tap(s.Base.Text("export-anyway"))
	if o.translation != 2 || choice.SelectedIndex() != 1 {
		t.Error("not taken after the answer")
	}
	s.params.save(o)
	s.Press(fyne.KeyReturn, fyne.KeyModifierControl)
	data, err := os.ReadFile(filepath.Join(s.dir, s.saved[0]))
	if err != nil || exporttest.Pages(data) != 2 {
		t.Errorf("not both languages, %v", err)
	}
}

// TestAnIssuedTranslationIsHeldToo, by letters that no face has as by what its checks find.
func TestAnIssuedTranslationIsHeldToo(t *testing.T) {
	russian, english := headed("Встреча"), exporttest.Release(2, 300)
	english.Language, english.Status, english.Date, english.Lead = "en", release.Issued, russian.Date, "The 漢 met on ___."
	s := newStage(t, russian, english)
	o := &order{form: export.PDF, release: russian, office: s.office}
	choice := s.params.translationChoice(o).Control.(*controls.Select)
	s.Wait("the translation", func() bool { return len(choice.Options) == 2 })
	choice.SetSelectedIndex(1)
	want := []release.Accepted{{Code: proof.PlaceholderLeft, Text: "___", Field: release.LeadField}, {Code: export.LettersMissing, Text: "漢"}}
	if len(s.held) != 1 || !slices.Equal(s.held[0][2], want) || o.translation != 0 {
		t.Errorf("held %+v, taken %d", s.held, o.translation)
	}
}

func TestPackagesOfMany(t *testing.T) {
	s := newStage(t, headed("Встреча"), headed("Встреча"), headed("Учение"))
	done := 0
	PackMany(s.params, []int64{1, 2, 3}, func() { done++ })
	s.Wait("the packages", func() bool { return done == 1 })
	names := func() []string {
		entries, err := os.ReadDir(s.dir)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, e := range entries {
			names = append(names, e.Name())
		}
		return names
	}
	if got := names(); !slices.Equal(got, []string{"2024-09-11-uchenie", "2024-09-11-vstrecha", "2024-09-11-vstrecha-2"}) || s.flushed == 0 {
		t.Errorf("got %q", got)
	}
	PackMany(s.params, []int64{1, 99}, func() { done++ })
	s.Wait("what failed", func() bool { return s.Told != "" && !s.Open() && len(names()) == 4 })
	if done != 1 || !strings.Contains(s.Told, "99") {
		t.Errorf("done %d times, told %s", done, s.Told)
	}
}

func TestPrintingNamesItsFile(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	s := newStage(t)
	copies := &viewer.Copies{}
	t.Cleanup(copies.Remove)
	var opened string
	Print(s.params, copies, func(path string) error { opened = path; return errors.New("no viewer") }, headed("Встреча"))
	s.Wait("the trouble", func() bool { return len(s.Failed) == 1 })
	var copied *viewer.CopyError
	if !errors.As(s.Failed[0], &copied) || copied.Path != opened {
		t.Errorf("failed %v", s.Failed)
	}
	if data, err := os.ReadFile(opened); err != nil || !strings.HasPrefix(string(data), "%PDF-") || s.Told != "" {
		t.Errorf("opened %s, %v, told %q", opened, err, s.Told)
	}
}

func TestTheClipboard(t *testing.T) {
	s := newStage(t)
	var both [2]string
	var oneForm error
	board := &Clipboard{System: test.NewClipboard(), Both: func(text, html string) error {
		if html == "" {
			return clipboard.ErrUnsupported
		}
		both = [2]string{text, html}
		return oneForm
	}}
	r := headed("Встреча")
	copied := func(by func(p Params, r release.Release)) {
		t.Helper()
		s.Told = ""
		by(s.params, r)
		s.Wait("what is copied", func() bool { return s.Told != "" })
	}
	copied(board.CopyForWebsite)
	if !strings.HasPrefix(both[0], "Встреча\n\n") || !strings.HasPrefix(both[1], "<h1>Встреча</h1>") || board.System.Content() != "" {
		t.Errorf("both: %q", both)
	}
	board.Leave()
	if board.System.Content() != "" {
		t.Error("another program's content was replaced")
	}
	board.System.SetContent(both[0]) // as the system shows it
	board.Leave()
	if board.System.Content() != both[0] {
		t.Errorf("left %q", board.System.Content())
	}
	oneForm = errors.New("one form only")
	copied(board.CopyForWebsite)
	if board.copied != "" || board.System.Content() != both[0] {
		t.Errorf("one form: %q", board.System.Content())
	}
	copied(board.CopyHeadline)
	if board.System.Content() != "Встреча" {
		t.Errorf("headline: %q", board.System.Content())
	}
	var later []func()
	aside := s.params
	aside.Go = func(work func()) { later = append(later, work) }
	long := headed("Встреча")
	long.Lead = strings.Repeat("Стороны обсудили ход учений. ", 400)
	for name, tt := range map[string]struct {
		r      release.Release
		known  []proof.Finding
		atOnce bool
	}{"short": {r, nil, true}, "long and checked": {long, []proof.Finding{}, true}, "long": {long, nil, false}} {
		board.System.SetContent("")
		later, aside.Findings = nil, tt.known
		board.CopyHeadline(aside, tt.r)
		if done := board.System.Content() == "Встреча"; done != tt.atOnce || (len(later) == 0) != tt.atOnce || s.Open() == tt.atOnce {
			t.Errorf("%s: copied %v, %d to do, a dialog has the keys: %v", name, done, len(later), s.Open())
		}
		for _, work := range later {
			work()
		}
		s.Wait("the headline, "+name, func() bool { return !s.Open() && board.System.Content() == "Встреча" })
	}
	copied(board.CopyLead)
	if board.System.Content() != r.Lead {
		t.Errorf("lead: %q", board.System.Content())
	}
}

// Of releases that were to be one page, those that are not are told.
func TestPackagesThatAreOver(t *testing.T) {
	long := headed("Встреча")
	long.OnePage = true
	for range 30 {
		long.Blocks = append(long.Blocks, release.Block{Kind: release.Paragraph, Text: strings.Repeat("Стороны обсудили ход учений. ", 12)})
	}
	s := newStage(t, headed("Учение"), long)
	s.params.ForPackage = func(goOn func(export.Office, []export.Form)) { goOn(s.office, []export.Form{export.PDF}) }
	PackMany(s.params, []int64{1, 2}, func() {})
	s.Wait("what is over", func() bool { return strings.Contains(s.Told, "Встреча") })
	if before, _, _ := strings.Cut(s.Base.Text("marked-over", map[string]any{"Count": 1, "Name": "Встреча", "Lines": "@"}), "@"); !strings.HasPrefix(s.Told, before) {
		t.Errorf("told %q", s.Told)
	}
}
