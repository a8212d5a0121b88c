package command

import (
	"fmt"
	"sync"

	"communique/assets/translations"
	"communique/editor/proof"
	"communique/export"
	"communique/export/page"
	"communique/export/text"
)

// waiting are the warnings of the jobs under way, in their order: a release is
// read ahead while others are written, and its warnings stand before its paths.
type waiting struct {
	mutex sync.Mutex
	jobs  [][]string
}

func (w *waiting) add(warnings []string) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	w.jobs = append(w.jobs, warnings)
}

func (w *waiting) next() []string {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	first := w.jobs[0]
	w.jobs = w.jobs[1:]
	return first
}

// exportReport says what was written where: a path a line, or JSON at the end.
type exportReport struct {
	*cli
	asJSON   bool
	warnings waiting
	rows     []exportRow
	failed   error
	err      error // the output could not be written
}

type exportRow struct {
	Source  string      `json:"source"`
	Path    string      `json:"path"`
	Form    export.Form `json:"form"`
	Missing string      `json:"missing_letters,omitempty"`
	Error   string      `json:"error,omitempty"`
}

func (e *exportReport) tell(results []export.Result) {
	for _, warning := range e.warnings.next() {
		_, _ = fmt.Fprintln(e.params.Stderr, warning)
	}
	for _, r := range results {
		row := exportRow{Source: r.Name, Path: r.Path, Form: r.Form, Missing: string(r.Missing)}
		if r.Form == "" && r.Path != "" {
			row.Form = packageForm
		}
		if len(r.Missing) > 0 {
			e.cli.tell("command-missing-letters", map[string]any{"Path": r.Path, "Letters": page.Describe(r.Missing)})
		}
		switch {
		case r.Err != nil:
			row.Error, e.failed = e.sentence(r.Err), errTold
			named := r.Path
			if named == "" {
				named = r.Name
			}
			e.complainOf(named, r.Err)
		case !e.asJSON && e.err == nil:
			e.err = e.say("%s\n", r.Path)
		}
		if e.asJSON {
			e.rows = append(e.rows, row)
		}
	}
}

func (e *exportReport) finish() error {
	if e.asJSON {
		if e.rows == nil {
			e.rows = []exportRow{}
		}
		e.err = e.writeJSON(e.rows)
	}
	if e.err != nil {
		return e.err
	}
	return e.failed
}

// warnings say what should keep a release in the office; the person decides. lost are
// the pictures whose files cannot be had.
func (c *cli) warnings(s sourced, lost []string) (all []string) {
	warn := func(finding string) {
		all = append(all, c.text("command-warning", map[string]any{"Name": s.name, "Finding": finding}))
	}
	for _, f := range proof.Blocking(proof.Check(s.release, c.checks(lost))) {
		name, args := f.Fact()
		warn(c.text(name, args))
	}
	if !s.release.Embargo.IsZero() && c.params.Now().Before(s.release.Embargo.At) {
		warn(text.Embargo(s.release, translations.Printed(s.release.Language)))
	}
	return all
}
