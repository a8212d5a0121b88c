// Package crash keeps a report where the program ends by a fault of its own,
// and finds it again at the next start. A report says where in the program it
// happened and nothing else: no words of a release, no names of files.
package crash

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"time"

	"communique/export/file"
)

// FolderName is the folder of the reports, beside the library.
const FolderName = "crashes"

// The files of the folder: what the runtime writes as it dies, which may still
// hold words of a text and is made a report at the next start; and the name of
// the newest report that the person has been told of.
const (
	rawName  = "runtime.raw"
	toldName = "told"
)

// wholeLine ends a report where all that was typed was kept.
const wholeLine = "All that was typed is kept.\n"

// stampLayout begins the names of a report and of the draft beside it, so that
// names sort by time. The time is UTC.
const stampLayout = "2006-01-02-150405"

// Params are what a Watch needs.
type Params struct {
	Dir     string // the folder of the reports until Into names another; it need not be there
	Program string // name and version, the first line of a report
	Now     func() time.Time
	// Keep saves what would be lost, and returns the texts that the library did not
	// take, each as the contents of a file, and whether nothing else was left to
	// save. It is told whether it is called on the UI goroutine, which then does
	// nothing else any more.
	Keep func(onUI bool) (left [][]byte, whole bool)
	// Tell says a last word to the person: path is the report's, empty where it
	// could not be written; whole says that all that was typed is on a disk.
	Tell func(path string, whole bool)
	// Exit ends the program: os.Exit.
	Exit func(status int)
}

// Watch writes a report of each fault from its making on.
type Watch struct {
	params Params
	dirs   []string   // where reports may lie; the last is where they are written
	once   sync.Mutex // held for ever by the first fault: the program ends with it
}

// New watches what Go and UI run.
func New(p Params) *Watch { return &Watch{params: p, dirs: []string{p.Dir}} }

// Into has the reports written to another folder from now on, which is made, and
// the runtime's own last words as well: those of faults that nobody can recover
// from, and of goroutines that others started. It is called on the UI goroutine.
func (w *Watch) Into(dir string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil { //nolint:gosec // beside the library, where the person put it
		return err
	}
	if dir != w.dir() {
		w.dirs = append(w.dirs, dir)
	}
	return catchRuntime(filepath.Join(dir, rawName))
}

func (w *Watch) dir() string { return w.dirs[len(w.dirs)-1] }

// catchRuntime has the runtime's last words written to the end of a file. All
// copies of the program share it: a process writes to it once, as it dies.
func catchRuntime(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600) //nolint:gosec // a name of our own
	if err != nil {
		return err
	}
	return errors.Join(debug.SetCrashOutput(f, debug.CrashOptions{}), f.Close())
}

// Go runs f on a goroutine of its own. A panic in it ends the program, as any
// does, but after the draft is kept and the report written.
func (w *Watch) Go(f func()) {
	go func() {
		defer w.guard(false)
		f()
	}()
}

// Beside runs f, which only gets ready what others get ready themselves where it is not there yet, on a goroutine of its own. A
// panic in it ends nothing: whoever needs what f got ready meets the same fault, and tells it.
func Beside(f func()) { go quietly(f) }

// UI runs f, which is the UI goroutine's whole work, in the same way.
func (w *Watch) UI(f func()) {
	defer w.guard(true)
	f()
}

// guard is deferred: it sees to a panic, if there is one.
func (w *Watch) guard(onUI bool) {
	value := recover()
	if value == nil {
		return
	}
	w.once.Lock()
	path, whole := w.leave(onUI, "panic: "+describe(value)+"\n\n"+sanitise(string(debug.Stack())))
	quietly(func() { w.params.Tell(path, whole) })
	w.params.Exit(1)
}

// leave writes what happened, and the texts that the library did not take beside
// it, all into one folder: the newest that takes them, for its disk may be away
// or full. It returns the report's path and whether all that was typed is on a disk.
func (w *Watch) leave(onUI bool, what string) (path string, whole bool) {
	at := w.params.Now()
	stamp := at.UTC().Format(stampLayout)
	// The report comes first: keeping the draft may fail as well.
	for _, dir := range slices.Backward(w.dirs) {
		_ = os.MkdirAll(dir, 0o700) // what the report says of it is enough
		if p := filepath.Join(dir, stamp+reportEnding); path == "" && w.report(p, at, what) == nil {
			path = p
		}
	}
	var left [][]byte
	quietly(func() { left, whole = w.params.Keep(onUI) })
	if whole {
		what += "\n" + wholeLine
	}
	for _, dir := range slices.Backward(w.dirs) {
		stem := filepath.Join(dir, stamp)
		if write(stem, left) == nil && w.report(stem+reportEnding, at, what) == nil {
			return stem + reportEnding, whole
		}
	}
	return path, whole && len(left) == 0
}

// write writes texts, each as a file whose name begins with stem. It goes on
// where one cannot be written: the last that can be tried.
func write(stem string, texts [][]byte) error {
	var errs []error
	for i, text := range texts {
		errs = append(errs, file.Replace(fmt.Sprintf("%s-%d%s", stem, i+1, draftEnding), text))
	}
	return errors.Join(errs...)
}

// quietly runs f; a second fault after the first is not worth a word.
func quietly(f func()) {
	defer func() { _ = recover() }()
	f()
}

// report writes what happened at a time under what ran.
func (w *Watch) report(path string, at time.Time, what string) error {
	head := fmt.Sprintf("%s\n%s\n%s/%s, %s\n\n", w.params.Program, at.Format(time.RFC3339), runtime.GOOS, runtime.GOARCH, runtime.Version())
	return file.Replace(path, []byte(head+what))
}

// describe says what a panic was without its words, which may be those of a
// text: only the runtime's own say nothing of it.
func describe(value any) string {
	var own runtime.Error
	if err, ok := value.(error); ok && errors.As(err, &own) {
		return own.Error()
	}
	return fmt.Sprintf("%T (its words are left out)", value)
}

// Report is what is left of a fault.
type Report struct {
	Path   string
	Drafts []string // the texts that the library did not take: files of releases
	// Whole says that all that was typed is in the library and in Drafts. Where it
	// is false nobody knows: the runtime died, or what kept the texts failed too.
	Whole bool
}

const (
	reportEnding = ".txt"
	draftEnding  = ".release.toml"
)

// Untold returns the reports that the person has not been told of, oldest first.
// What the runtime wrote is made a report of first. A folder that is not there
// has none, and one that cannot be read keeps its own for another time.
func (w *Watch) Untold() ([]Report, error) {
	var untold []Report
	var errs []error
	for _, dir := range w.dirs {
		found, err := w.untoldIn(dir)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			errs = append(errs, err)
		}
		untold = append(untold, found...)
	}
	return untold, errors.Join(errs...)
}

func (w *Watch) untoldIn(dir string) ([]Report, error) {
	if err := w.takeRaw(dir); err != nil {
		return nil, err
	}
	told, err := file.Read(filepath.Join(dir, toldName))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	entries, err := os.ReadDir(dir) // sorted by name, and so by time
	if err != nil {
		return nil, err
	}
	var untold []Report
	for _, e := range entries {
		stem, ok := strings.CutSuffix(e.Name(), reportEnding)
		if !ok || e.Name() <= strings.TrimSpace(string(told)) {
			continue
		}
		r := Report{Path: filepath.Join(dir, e.Name())}
		if text, err := file.Read(r.Path); err == nil {
			r.Whole = strings.HasSuffix(string(text), "\n"+wholeLine)
		}
		for _, d := range entries {
			if strings.HasPrefix(d.Name(), stem) && strings.HasSuffix(d.Name(), draftEnding) {
				r.Drafts = append(r.Drafts, filepath.Join(dir, d.Name()))
			}
		}
		untold = append(untold, r)
	}
	return untold, nil
}

// Told notes that the person knows of a report and of all before it.
func (w *Watch) Told(r Report) error {
	return file.Replace(filepath.Join(filepath.Dir(r.Path), toldName), []byte(filepath.Base(r.Path)+"\n"))
}

// takeRaw makes a report of what the runtime wrote. The file is emptied, not
// removed: other copies of the program hold it open.
func (w *Watch) takeRaw(dir string) error {
	raw := filepath.Join(dir, rawName)
	info, err := os.Stat(raw)
	if err != nil || info.Size() == 0 {
		return nil //nolint:nilerr // there is none: nothing to tell
	}
	text, err := file.Read(raw)
	if err != nil {
		return err
	}
	died := info.ModTime()
	path := filepath.Join(dir, died.UTC().Format(stampLayout)+reportEnding)
	if err := w.report(path, died, sanitise(string(text))); err != nil {
		return err
	}
	return os.Truncate(raw, 0)
}
