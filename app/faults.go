package app

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"communique/app/crash"
	"communique/app/messagebox"
	"communique/app/settings"
)

// newWatch watches for faults. Until a library is open, reports lie where the
// library would usually be.
func (p *program) newWatch() *crash.Watch {
	dir := os.TempDir()
	if path, _, err := settings.LibraryFrom(p.getenv, settings.Settings{}); err == nil {
		dir = filepath.Dir(path)
	}
	return crash.New(crash.Params{
		Dir: filepath.Join(dir, crash.FolderName), Program: p.about.Name + " " + p.about.Version, Now: time.Now,
		Keep: p.keep, Tell: p.lastWord, Exit: p.exit,
	})
}

// reports has faults reported beside the library from now on, and returns the
// reports that the person does not know of.
func (p *program) reports() []crash.Report {
	// Where the folder cannot be made, faults are reported where they were before.
	_ = p.watch.Into(filepath.Join(filepath.Dir(p.opened.path), crash.FolderName))
	reports, _ := p.watch.Untold() // what cannot be read is told another time
	return reports
}

// keep saves the draft before the program ends by a fault.
func (p *program) keep(onUI bool) (left [][]byte, whole bool) {
	if p.main == nil {
		return nil, true // nothing was typed yet
	}
	return p.main.Rescue(onUI)
}

// lastWord says that the program ends by a fault. Where no window was there yet,
// it is said in a box: the next start may come no further.
func (p *program) lastWord(report string, whole bool) {
	w := words(p.opened.settings.Language)
	text := w.Text("crash-now") + " "
	if whole {
		text += w.Text("crash-now-kept")
	} else {
		text += w.Text("crash-unknown")
	}
	if report != "" {
		text += " " + w.Text("crash-now-report", map[string]any{"Report": report})
	}
	_, _ = fmt.Fprintln(os.Stderr, text)
	if !p.shown {
		_ = messagebox.Leave(p.about.Name, text, w.Text("button-close"))
	}
}
