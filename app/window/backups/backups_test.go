package backups_test

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"communique/app/chooser"
	"communique/app/chooser/system"
	"communique/app/library"
	"communique/app/library/librarytest"
	"communique/app/settings"
	"communique/app/window/backups"
	"communique/app/window/files"
	"communique/app/window/screen/screentest"
	"communique/assets/translations"
)

// stage is a library in memory, with a window, which notes what is done in its order.
type stage struct {
	*screentest.Stage
	params   backups.Params
	done     []string
	problems []library.Problem
	backups  []library.Backup
	fail     map[string]error // by what is done
	chosen   string           // the folder
	hold     bool             // long work ends when it is stopped
	copies   []string         // that lie beside the library
	logs     []string         // of other files, that lie there too
	left     library.Left     // beside, from an earlier run
	other    library.Copy     // what one of them holds
	into     *librarytest.Memory
	held     bool // another edits every release
	sharing  library.Sharing
}

func (s *stage) do(what string) error {
	s.done = append(s.done, what)
	return s.fail[what]
}

// long is work that a person may stop.
func (s *stage) long(ctx context.Context, what string) error {
	if s.hold {
		<-ctx.Done()
		return errors.Join(s.do(what), ctx.Err())
	}
	return s.do(what)
}

func (s *stage) Daily(context.Context) (library.Care, error) {
	care := library.Care{Problems: s.problems}
	if len(s.problems) > 0 {
		care.Backup, care.Partial = "/library/backups/partial-2024-09-11.db", true
	}
	return care, s.do("daily")
}

func (s *stage) Recover(ctx context.Context) (library.Recovery, error) {
	return library.Recovery{Damaged: "/library/library-damaged.db", Backup: backup, Salvaged: 7, Lost: 2, Perhaps: 3}, s.long(ctx, "recover")
}

func (s *stage) Verify(ctx context.Context, progress func(done int)) ([]library.Problem, error) {
	progress(1)
	return s.problems, s.long(ctx, "verify")
}

func (s *stage) Backups() ([]library.Backup, error) { return s.backups, s.fail["backups"] }

func (s *stage) BackupFolder() string { return "/library/backups" }

func (s *stage) BackUp(ctx context.Context, path string) error {
	return s.long(ctx, "back up to "+path)
}

func (s *stage) RestoreBackup(ctx context.Context, path string) (string, error) {
	return "/before", s.long(ctx, "restore "+path)
}

func (s *stage) Sharing() library.Sharing { return s.sharing }

func (s *stage) ConflictedCopies() ([]string, error) { return s.copies, s.fail["copies"] }

func (s *stage) LeftBeside(context.Context) (library.Left, error) { return s.left, s.fail["left"] }

func (s *stage) LogsAside() ([]string, error) { return s.logs, s.fail["logs"] }

func (s *stage) OpenCopy(path string) (library.Copy, error) {
	if err := s.do("open " + filepath.Base(path)); err != nil {
		return nil, err
	}
	return s.other, nil
}

func (s *stage) PutAside() string { return "" }

func (s *stage) SetAside(path string) (string, error) {
	return "/library/merged/" + filepath.Base(path), s.do("put aside " + filepath.Base(path))
}

func newStage(t *testing.T) *stage {
	t.Helper()
	s := &stage{Stage: screentest.New(t), fail: map[string]error{}}
	s.into = librarytest.NewComputer(nil).Open("", time.Now)
	base := s.Base
	s.params = backups.Params{
		Base: base, Keeper: s, Path: "/library/library.db", Count: func() int { return 3 },
		Now:   func() time.Time { return time.Date(2024, 9, 11, 12, 0, 0, 0, time.UTC) },
		Store: s.into, Merged: func() { _ = s.do("merged") },
		Take: func(_ context.Context, _ int64, do func() error) (bool, error) {
			if s.held {
				return true, nil
			}
			return false, do()
		},
		Save: func() { _ = s.do("save") }, SaveAgain: func() { _ = s.do("save again") }, Flush: func() error { return s.do("flush") },
		Restoring: func() { _ = s.do("restoring") }, Restored: func() { _ = s.do("restored") }, Use: func(path string) { _ = s.do("use " + path) },
		Files: files.New(files.Params{
			Base: base, Documents: t.TempDir(),
			Last:     func(settings.FolderKind) string { return "" },
			Remember: func(settings.FolderKind, string) {},
			Chooser: chooser.New(chooser.Params{
				Window: s.Window, Dialogs: base.Dialogs, Keys: base.Keys, Words: func() *translations.Words { return base.Words }, Go: base.Go, Do: base.Do,
				Start: func(last string) string { return last }, Busy: func() func() { return func() {} },
				Ask: func(context.Context, system.Question) ([]string, error) { return []string{s.chosen}, nil },
			}),
		}),
	}
	return s
}

// did compares what was done, in its order.
func (s *stage) did(t *testing.T, want ...string) {
	t.Helper()
	if !slices.Equal(s.done, want) {
		t.Errorf("done: %q, want %q", s.done, want)
	}
}

// says looks for words on the screen.
func (s *stage) says(t *testing.T, words ...string) {
	t.Helper()
	for _, w := range words {
		if !strings.Contains(s.Texts(), w) {
			t.Errorf("no %q on the screen:\n%s", w, s.Texts())
		}
	}
}

var (
	made   = time.Date(2024, 9, 10, 8, 5, 0, 0, time.UTC)
	backup = library.Backup{Path: "/library/backups/2024-09-10.db", Made: made, Bytes: 3<<20 + 1<<19}
)

// TestDailyCare is silent where all is well, tells what is damaged, each by what it is,
// and leads from there to the backups.
func TestDailyCare(t *testing.T) {
	s := newStage(t)
	ended := false
	finish := s.params.Do
	s.params.Do = func(f func()) { finish(func() { f(); ended = true }) }
	s.params.Daily()
	if s.Wait("the check", func() bool { return ended }); s.Open() || s.Told != "" {
		t.Errorf("told %q, a dialog: %v", s.Told, s.Open())
	}
	s.fail["daily"] = errors.New("no disk")
	s.params.Daily()
	s.Wait("the trouble", func() bool { return strings.Contains(s.Told, "Ежедневная копия не сделана") })
	if delete(s.fail, "daily"); s.Open() {
		t.Error("a dialog, where a line is enough")
	}
	s.problems = []library.Problem{
		{ID: 4, Headline: "Встреча"}, {ID: 5, Headline: "Учение", Version: 2}, {ID: 6, Headline: "Визит", Picture: "ab"}, {Detail: "malformed page"},
	}
	s.params.Daily()
	s.Wait("the problems", s.Open)
	s.says(t, "Релиз 4 «Встреча»: текст не тот", "Релиз 5 «Учение»: версия 2 не читается", "Релиз 6 «Визит»: снимок не тот", "malformed page", s.Base.Words.Plural("verify-damaged", 4), "partial-2024-09-11.db")
	s.Press(fyne.KeyReturn, 0) // the key of who looks no further helps, and changes nothing
	s.Wait("the backups", func() bool { return strings.Contains(s.Texts(), "/library/backups") })
	s.says(t, s.Base.Text("backups-none"))
}

// TestRecovering what is damaged saves first, and tells what came back and what did not.
func TestRecovering(t *testing.T) {
	s := newStage(t)
	s.params.ShowProblems(library.Care{Problems: []library.Problem{{ID: 4, Headline: "Встреча"}}})
	s.Tap(s.Base.Text("verify-recover"))
	s.Wait("the report", func() bool { return len(s.Failed) == 1 })
	s.did(t, "save", "restoring", "flush", "recover", "restored")
	var told *library.RecoveredError
	if !errors.As(s.Failed[0], &told) || told.Lost != 2 {
		t.Errorf("told %v", s.Failed)
	}
}

// TestTheList says of each backup when it was made and how large it is.
func TestTheList(t *testing.T) {
	s := newStage(t)
	s.backups = []library.Backup{backup, {Path: "/library/backups/2024-09-09.db", Made: made.AddDate(0, 0, -1), Bytes: 100}}
	s.params.Show()
	s.Wait("the list", s.Open)
	s.says(t, made.Local().Format("02.01.2006 15:04")+" · 3,5", "2024-09-09.db", made.AddDate(0, 0, -1).Local().Format("02.01.2006 15:04"))
	if strings.Contains(s.Texts(), s.Base.Text("backups-none")) {
		t.Error("it says that there are none")
	}
	s.Press(fyne.KeyEscape, 0)
	s.fail["backups"] = errors.New("no folder")
	s.params.Show()
	s.Wait("the trouble", func() bool { return len(s.Failed) == 1 })
	s.did(t)
}

// TestVerify saves first, and says that all is well only where all was read.
func TestVerify(t *testing.T) {
	s := newStage(t)
	verify := func() {
		s.params.Show()
		s.Wait("the list", s.Open)
		s.Tap(s.Base.Text("backups-verify"))
	}
	verify()
	s.Wait("the end", func() bool { return s.Told == s.Base.Text("command-verified") })
	s.did(t, "save", "verify")
	s.problems, s.Told = []library.Problem{{ID: 4, Headline: "Встреча"}}, ""
	verify()
	s.Wait("the problems", func() bool { return strings.Contains(s.Texts(), "Релиз 4 «Встреча»") })
	if s.Told != "" {
		t.Errorf("told all the same: %q", s.Told)
	}
	s.problems, s.fail["verify"] = nil, errors.New("no disk")
	s.Press(fyne.KeyEscape, 0)
	verify()
	if s.Wait("the trouble", func() bool { return s.Told != "" || len(s.Failed) > 0 }); s.Told != "" {
		t.Errorf("told where nothing could be read: %q", s.Told)
	}
}

// TestRestore: a backup takes the library's place after a yes, and after what was written
// is on the disk; where that fails, or the backup cannot be read, nothing is said to be
// restored.
func TestRestore(t *testing.T) {
	for _, c := range []struct {
		name, fails string
		want        []string
	}{
		{"well", "", []string{"save", "restoring", "flush", "restore " + backup.Path, "restored"}},
		{"the text is not on the disk", "flush", []string{"save", "restoring", "flush"}},
		{"a damaged backup", "restore " + backup.Path, []string{"save", "restoring", "flush", "restore " + backup.Path}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newStage(t)
			s.backups = []library.Backup{backup}
			s.fail[c.fails] = errors.New("no")
			s.params.Show()
			s.Wait("the list", s.Open)
			s.Tap(s.Base.Text("backups-restore"))
			s.says(t, "Вернуть библиотеку к состоянию на "+made.Local().Format("02.01.2006 15:04"))
			s.Press(fyne.KeyEscape, 0)
			s.did(t) // without a yes
			s.params.Restore(backup)
			s.Tap(s.Base.Text("backups-restore"))
			s.Wait("the end", func() bool { return s.Told == s.Base.Text("backups-restored") || len(s.Failed) > 0 })
			if s.did(t, c.want...); (s.Told != "") != (c.fails == "") {
				t.Errorf("told %q, failed %v", s.Told, s.Failed)
			}
		})
	}
}

// TestACopyWhereAPersonWantsIt has today's name, and everything that was written; where that is
// not on the disk, or the copy cannot be made, it is not called made.
func TestACopyWhereAPersonWantsIt(t *testing.T) {
	for fails := range 3 {
		s := newStage(t)
		s.params.Show()
		s.Wait("the list", s.Open)
		s.Tap(s.Base.Text("backups-now"))
		s.Wait("the folder", func() bool { return s.Open() && s.Entries()[0].Text != "" })
		did := []string{"save", "flush", "back up to " + filepath.Join(s.Entries()[0].Text, "communique-2024-09-11.db")}
		well := fails == 0
		if !well {
			did = did[:fails+1]
			s.fail[did[fails]] = &library.OccupiedError{Path: "taken"} // nobody is asked whether to replace it
		}
		s.Press(fyne.KeyReturn, fyne.KeyModifierControl)
		s.Wait("the end", func() bool { return s.Told != "" || len(s.Failed) > 0 })
		if s.did(t, did...); (s.Told != "") != well || (len(s.Failed) == 0) != well {
			t.Errorf("%q: told %q, failed %v", did, s.Told, s.Failed)
		}
	}
}

// TestMoveLibrary copies the library, and uses the copy where the person says so; where
// it could not be copied nobody is asked.
func TestMoveLibrary(t *testing.T) {
	for _, c := range []struct {
		name, fails string
		yes         bool
		want        []string
	}{
		{"used", "", true, []string{"save", "flush", "back up to /new/library.db", "use /new/library.db"}},
		{"left", "", false, []string{"save", "flush", "back up to /new/library.db"}},
		{"not copied", "back up to /new/library.db", false, []string{"save", "flush", "back up to /new/library.db"}},
		{"not saved", "flush", false, []string{"save", "flush"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newStage(t)
			s.chosen, s.fail[c.fails] = "/new", errors.New("no")
			s.params.MoveLibrary()
			if c.fails != "" {
				s.Wait("the trouble", func() bool { return len(s.Failed) > 0 })
			} else {
				s.Wait("the question", func() bool {
					return s.Open() && strings.Contains(s.Texts(), "«/library/library.db» остаётся") || strings.Contains(s.Texts(), "«/new/library.db»")
				})
				s.says(t, "прежний файл остаётся: «/library/library.db»")
				if key := fyne.KeyEscape; c.yes {
					s.Tap(s.Base.Text("menu-quit"))
				} else {
					s.Press(key, 0)
				}
			}
			s.did(t, c.want...)
		})
	}
}

// TestWhatIsStopped was not done: nothing is called well, restored or moved.
func TestWhatIsStopped(t *testing.T) {
	for what, begin := range map[string]func(s *stage){
		"verify":                     func(s *stage) { s.params.Show(); s.Wait("the list", s.Open); s.Tap(s.Base.Text("backups-verify")) },
		"restore " + backup.Path:     func(s *stage) { s.params.Restore(backup); s.Tap(s.Base.Text("backups-restore")) },
		"back up to /new/library.db": func(s *stage) { s.params.MoveLibrary() },
	} {
		s := newStage(t)
		s.hold, s.chosen = true, "/new"
		begin(s)
		s.Wait("the bar", func() bool { return screentest.Button(s.Base.Canvas, s.Base.Text("button-stop")) != nil })
		s.Press(fyne.KeyEscape, 0)
		s.Wait("the end", func() bool { return !s.Open() })
		if last := s.done[len(s.done)-1]; last != what || s.Told != "" || len(s.Failed) > 0 {
			t.Errorf("%s: did %q, told %q, failed %v", what, s.done, s.Told, s.Failed)
		}
	}
}
