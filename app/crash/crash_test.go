package crash

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"
)

// secret is what a panic may say and no report may.
const secret = "Заголовок под эмбарго"

// dying has the test's own program die by a fault, in a folder.
const dying = "CRASH_TEST_DIR"

func TestMain(m *testing.M) {
	if dir := os.Getenv(dying); dir != "" {
		die(dir)
	}
	os.Exit(m.Run())
}

// die ends the program by a fault that nobody watches.
func die(dir string) {
	w := New(Params{Dir: dir, Program: "Test 1.0", Now: time.Now})
	if err := w.Into(dir); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(3)
	}
	switch os.Getenv("CRASH_TEST_HOW") {
	case "panic":
		go func() { panic(secret + "\n\ngoroutine 1 [running]:\nmain.secret()\n\t/" + secret + "/x.go:1") }()
	case "index":
		go func() { fmt.Println([]string{secret}[len(os.Args)+7]) }()
	case "fatal":
		var deep func([1 << 10]int) int
		deep = func(a [1 << 10]int) int { return deep(a) + 1 }
		deep([1 << 10]int{})
	}
	select {}
}

type ended struct {
	keptOnUI *bool
	told     string
	whole    bool
	status   int
}

// watch returns a Watch whose end is noted instead of being one.
func watch(t *testing.T, dir string, keep func() [][]byte) (*Watch, *ended, chan struct{}) {
	t.Helper()
	t.Cleanup(func() { _ = debug.SetCrashOutput(nil, debug.CrashOptions{}) }) // Windows removes no file that is open
	e, over := &ended{}, make(chan struct{})
	w := New(Params{
		Dir: dir, Program: "Test 1.0", Now: func() time.Time { return time.Date(2024, 9, 11, 14, 2, 0, 0, time.UTC) },
		Keep: func(onUI bool) ([][]byte, bool) { e.keptOnUI = &onUI; return keep(), true },
		Tell: func(path string, whole bool) { e.told, e.whole = path, whole },
		Exit: func(status int) { e.status = status; close(over) },
	})
	return w, e, over
}

func TestPanic(t *testing.T) {
	boom := func() { panic(errors.New(secret)) }
	for name, test := range map[string]struct {
		run    func(w *Watch, f func())
		f      func()
		onUI   bool
		says   string
		keep   func() [][]byte
		drafts int
		whole  bool
	}{
		"on the UI goroutine": {(*Watch).UI, boom, true, "panic: *errors.errorString (its words are left out)", func() [][]byte { return nil }, 0, true},
		"in the background":   {(*Watch).Go, boom, false, "panic: *errors.errorString", func() [][]byte { return nil }, 0, true},
		"of the runtime":      {(*Watch).Go, func() { fmt.Println([]string{secret}[len(os.Args)+7]) }, false, "panic: runtime error: index out of range [", func() [][]byte { return nil }, 0, true},
		"with drafts left":    {(*Watch).Go, boom, false, "panic: ", func() [][]byte { return [][]byte{[]byte("раз"), []byte("два")} }, 2, true},
		"and another in Keep": {(*Watch).UI, boom, true, "panic: ", func() [][]byte { panic("again") }, 0, false},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), FolderName) // not there yet
			w, e, over := watch(t, dir, test.keep)
			test.run(w, test.f)
			<-over
			if e.status != 1 || e.keptOnUI == nil || *e.keptOnUI != test.onUI || e.whole != test.whole {
				t.Errorf("ended %+v", e)
			}
			reports, err := w.Untold()
			if err != nil || len(reports) != 1 || reports[0].Path != e.told || len(reports[0].Drafts) != test.drafts || reports[0].Whole != test.whole {
				t.Fatalf("reports %+v, %v, told %q", reports, err, e.told)
			}
			text, err := os.ReadFile(e.told)
			if err != nil {
				t.Fatal(err)
			}
			report := string(text)
			for _, part := range []string{"Test 1.0\n2024-09-11T14:02:00Z\n" + runtime.GOOS + "/" + runtime.GOARCH + ", " + runtime.Version() + "\n\n", test.says, "crash_test.go:", "TestPanic"} {
				if !strings.Contains(report, part) {
					t.Errorf("the report lacks %q:\n%s", part, report)
				}
			}
			if strings.Contains(report, secret) || strings.Contains(report, "0x") || strings.Contains(report, "/app/crash/") {
				t.Errorf("the report says too much:\n%s", report)
			}
		})
	}
}

// TestOnTheDisk: the names, which other versions of the program look for, and who may
// read what lies there: the person alone. On Windows that is the folder's own matter.
func TestOnTheDisk(t *testing.T) {
	dir := filepath.Join(t.TempDir(), FolderName)
	w, e, over := watch(t, t.TempDir(), func() [][]byte { return [][]byte{[]byte("раз")} })
	if err := errors.Join(w.Into(dir), w.Into(dir)); err != nil { // a library is opened, and opened again
		t.Fatal(err)
	}
	w.Go(func() { panic(secret) })
	<-over
	if reports, err := w.Untold(); err != nil || len(reports) != 1 {
		t.Errorf("one fault is told as %+v, %v", reports, err)
	}
	if err := w.Told(Report{Path: e.told}); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
		if info, err := entry.Info(); entry.Name() == rawName && (err != nil || info.Mode().Perm() != ours(0o600)) {
			t.Errorf("%s: %v, %v", entry.Name(), info.Mode(), err)
		}
	}
	if want := []string{"2024-09-11-140200-1.release.toml", "2024-09-11-140200.txt", "runtime.raw", "told"}; !slices.Equal(names, want) || filepath.Base(dir) != "crashes" {
		t.Errorf("%s holds %v", dir, names)
	}
	if info, err := os.Stat(dir); err != nil || info.Mode().Perm() != ours(0o700) {
		t.Errorf("the folder: %v, %v", info.Mode(), err)
	}
}

// ours are permissions as the system has them: Windows knows one who may not write, and no more.
func ours(mode fs.FileMode) fs.FileMode {
	if runtime.GOOS == "windows" {
		return mode | mode>>3 | mode>>6
	}
	return mode
}

// TestNoRoom ends the program also where no report can be written, and never says
// of a text that lies nowhere that it is kept.
func TestNoRoom(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, left := range map[string][][]byte{"nothing left": nil, "a text left": {[]byte("раз")}} {
		w, e, over := watch(t, filepath.Join(file, "crashes"), func() [][]byte { return left })
		w.Go(func() { panic(secret) })
		<-over
		if e.status != 1 || e.told != "" || e.whole != (left == nil) {
			t.Errorf("%s: ended %+v", name, e)
		}
		if w.Into(filepath.Join(file, "crashes")) == nil {
			t.Error("a folder below a file")
		}
	}
}

// TestAFolderThatTakesNothing: what is left goes, report and texts together, to the
// folder of before, and is found there at the next start.
func TestAFolderThatTakesNothing(t *testing.T) {
	for name, spoil := range map[string]func(dir string) error{
		"its disk is away":     func(dir string) error { return errors.Join(os.RemoveAll(dir), os.WriteFile(dir, nil, 0o600)) },
		"the report cannot be": func(dir string) error { return os.MkdirAll(filepath.Join(dir, "2024-09-11-140200.txt", "x"), 0o700) },
		"the text cannot be": func(dir string) error {
			return os.MkdirAll(filepath.Join(dir, "2024-09-11-140200-1.release.toml", "x"), 0o700)
		},
		"one of two texts cannot": func(dir string) error {
			return os.MkdirAll(filepath.Join(dir, "2024-09-11-140200-2.release.toml", "x"), 0o700)
		},
	} {
		t.Run(name, func(t *testing.T) {
			before, dir := filepath.Join(t.TempDir(), FolderName), filepath.Join(t.TempDir(), FolderName)
			w, e, over := watch(t, before, func() [][]byte { return [][]byte{[]byte("раз"), []byte("два")} })
			if err := w.Into(dir); err != nil {
				t.Fatal(err)
			}
			if err := spoil(dir); err != nil {
				t.Skip(err) // Windows: the file of the runtime's words is open
			}
			w.Go(func() { panic(secret) })
			<-over
			if filepath.Dir(e.told) != before || !e.whole {
				t.Errorf("ended %+v", e)
			}
			reports, _ := w.Untold()
			if len(reports) == 0 || filepath.Dir(reports[0].Path) != before || len(reports[0].Drafts) != 2 || !reports[0].Whole {
				t.Errorf("reports %+v", reports)
			}
			for _, r := range reports[1:] {
				if r.Whole {
					t.Errorf("%s says that all is kept", r.Path)
				}
			}
		})
	}
}

// TestAFolderThatCannotBeRead hides no report of another.
func TestAFolderThatCannotBeRead(t *testing.T) {
	dir, held := t.TempDir(), t.TempDir()
	if err := errors.Join(os.WriteFile(filepath.Join(dir, "2024-09-11-120000.txt"), []byte("x"), 0o600), os.Mkdir(filepath.Join(held, toldName), 0o700)); err != nil {
		t.Fatal(err)
	}
	w, _, _ := watch(t, held, nil)
	if err := w.Into(dir); err != nil {
		t.Fatal(err)
	}
	if reports, err := w.Untold(); err == nil || len(reports) != 1 || reports[0].Whole {
		t.Error(reports, err)
	}
}

func TestNothingHappens(t *testing.T) {
	w, e, _ := watch(t, t.TempDir(), func() [][]byte { return nil })
	ran := false
	w.UI(func() { ran = true })
	if reports, err := w.Untold(); !ran || e.status != 0 || err != nil || len(reports) != 0 {
		t.Error(ran, e, reports, err)
	}
}

// TestBeside: what only gets something ready ends nothing when it fails.
func TestBeside(t *testing.T) {
	failed, ready := make(chan struct{}), make(chan struct{})
	Beside(func() {
		defer close(failed)
		panic("not ready")
	})
	<-failed
	Beside(func() { close(ready) })
	<-ready
}

func TestTold(t *testing.T) {
	dir, old := t.TempDir(), t.TempDir()
	for _, path := range []string{
		filepath.Join(dir, "2024-09-10-120000.txt"), filepath.Join(dir, "2024-09-11-120000.txt"), filepath.Join(old, "2024-09-09-120000.txt"),
		filepath.Join(dir, "2024-09-11-120000-1.release.toml"),
	} {
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	w, _, _ := watch(t, old, nil)
	if err := w.Into(dir); err != nil {
		t.Fatal(err)
	}
	reports, err := w.Untold()
	if err != nil || len(reports) != 3 || len(reports[2].Drafts) != 1 || len(reports[1].Drafts) != 0 {
		t.Fatal(reports, err)
	}
	for n, left := range []int{2, 1, 0} { // each folder knows its own
		if err := w.Told(reports[n]); err != nil {
			t.Fatal(err)
		}
		if now, err := w.Untold(); err != nil || len(now) != left {
			t.Errorf("after %d: %v, %v", n, now, err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "2024-09-12-120000.txt"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if now, _ := w.Untold(); len(now) != 1 {
		t.Errorf("a later one is not told: %v", now)
	}
}

// TestRuntimeDies has a program die where nothing of ours can run any more; the
// next start makes a report of what the runtime left.
func TestRuntimeDies(t *testing.T) {
	for how, says := range map[string]string{
		"panic": "panic: (its words are left out)",
		"index": "panic: runtime error: index out of range [",
		"fatal": "die(…)",
	} {
		t.Run(how, func(t *testing.T) {
			dir := t.TempDir()
			cmd := exec.Command(os.Args[0])
			cmd.Env = append(os.Environ(), dying+"="+dir, "CRASH_TEST_HOW="+how)
			if err := cmd.Run(); err == nil || cmd.ProcessState.ExitCode() != 2 {
				t.Fatalf("it did not die: %v", err)
			}
			w, _, _ := watch(t, dir, nil)
			reports, err := w.Untold()
			if err != nil || len(reports) != 1 {
				t.Fatal(reports, err)
			}
			text, err := os.ReadFile(reports[0].Path)
			if err != nil {
				t.Fatal(err)
			}
			if name := filepath.Base(reports[0].Path); !regexp.MustCompile(`^\d{4}-\d\d-\d\d-\d{6}\.txt$`).MatchString(name) {
				t.Errorf("called %s", name)
			}
			if report := string(text); !strings.Contains(report, says) || strings.Contains(report, secret) || strings.Contains(report, "main.secret") {
				t.Errorf("the report:\n%s", report)
			}
			if info, err := os.Stat(filepath.Join(dir, rawName)); err != nil || info.Size() != 0 {
				t.Errorf("the runtime's own words are still there: %v", err)
			}
			if again, _ := w.Untold(); len(again) != 1 {
				t.Errorf("told twice: %v", again)
			}
		})
	}
}

func TestNoFolder(t *testing.T) {
	w, _, _ := watch(t, filepath.Join(t.TempDir(), "none"), nil)
	if reports, err := w.Untold(); err != nil || reports != nil {
		t.Error(reports, err)
	}
	if _, err := os.Stat(w.dir()); !errors.Is(err, fs.ErrNotExist) {
		t.Error("looking made the folder") // its disk may be gone
	}
}

func TestSanitise(t *testing.T) {
	raw := "panic: " + secret + "\n\t" + secret + " [recovered]\nfatal error: concurrent map writes\n[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x1]\n" +
		"exit status 2: " + secret + "\nSIGQUIT: quit\nSIGSEGV: " + secret + "\nfatal error: " + secret + "\n\r\n" +
		"goroutine 7 gp=0x1 m=2 mp=0x3 [chan receive, 2 minutes]:\n" +
		"communique/app/window.(*Window).save(0xc000, {0xc0001, 0x5})\r\n\t/home/press/src/app/window/documents.go:170 +0x1d fp=0x1 sp=0x2\n" +
		"main.work[...](...)\n\tC:/Users/press/src/main.go:12 +0x1\n" + secret + "\n" +
		"main.more()\n\tC:\\Users\\press\\src\\main.go:13 +0x1\n" +
		"created by main.main in goroutine 1\n\t/src/main.go:9 +0x2\n\nrax 0x1\n"
	want := "panic: (its words are left out)\nfatal error: concurrent map writes\n[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x1]\nSIGQUIT: quit\n" +
		"\ngoroutine 7 [chan receive, 2 minutes]:\n" +
		"communique/app/window.(*Window).save(…)\n\twindow/documents.go:170\n" +
		"main.work[...](…)\n\tsrc/main.go:12\n" +
		"main.more(…)\n\tsrc/main.go:13\n" +
		"created by main.main in goroutine 1\n\tsrc/main.go:9\n"
	if got := sanitise(raw); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// FuzzSanitise has a panic say anything, as the runtime writes it: no word of it
// is left.
func FuzzSanitise(f *testing.F) {
	for _, text := range []string{"", secret, "a\ngoroutine 1 [running]:\nmain.f()\n\t/x.go:1", "runtime error: \n\n\t/a:1", "\r\ngoroutine 2 [x]:", "x\x00"} {
		f.Add(text)
	}
	const stack = "goroutine 1 [running]:\nmain.f(…)\n\tsrc/x.go:1\n"
	f.Fuzz(func(t *testing.T, text string) {
		if strings.HasPrefix(text, "runtime error: ") {
			t.Skip() // the runtime's own words, which it makes itself
		}
		indented := strings.ReplaceAll(text, "\n", "\n\t") // printindented in runtime/error.go
		got := sanitise("panic: " + indented + "\n\ngoroutine 1 [running]:\nmain.f(0x1)\n\t/home/src/x.go:1 +0x1\n")
		if want := "panic: (its words are left out)\n\n" + stack; got != want {
			t.Errorf("%q became\n%s", text, got)
		}
	})
}

func TestWhereAFaultHappened(t *testing.T) {
	for name, fault := range map[string]func(){
		"a panic":           func() { panic(secret) },
		"a fault of memory": func() { nothing[map[string]int]()[secret] = 1 },
		"an index":          func() { _ = nothing[[]int]()[len(secret)] },
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Fatal("no fault")
				}
				if got := Where(); !strings.HasPrefix(got, "communique/app/crash.TestWhereAFaultHappened.") || !strings.Contains(got, "(crash_test.go:") || strings.Contains(got, secret) {
					t.Errorf("got %q", got)
				}
			}()
			fault()
		})
	}
	if got := Where(); got != "" {
		t.Errorf("without a fault: %q", got)
	}
}

// nothing is a value that linters do not know to be nil.
func nothing[T any]() (none T) { return none }
