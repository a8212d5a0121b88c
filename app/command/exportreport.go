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
	onePage  bool // each release was to be one page
	warnings waiting
	rows     []exportRow
	same     int // packages that were there already
	failed   error
	err      error // the output could not be written
}

type exportRow struct {
	Source  string      `json:"source"`
	Path    string      `json:"path"`
	Form    export.Form `json:"form"`
	Missing string      `json:"missing_letters,omitempty"`
	Over    int         `json:"lines_over,omitempty"`
	Same    bool        `json:"same,omitempty"` // it was there already
	Error   string      `json:"error,omitempty"`
}

func (e *exportReport) tell(results []export.Result) {
	for _, warning := range e.warnings.next() {
		_, _ = fmt.Fprintln(e.params.Stderr, warning)
	}
	for _, r := range results {
		row := exportRow{Source: r.Name, Path: r.Path, Form: r.Form, Missing: string(r.Missing), Over: r.Over}
		if r.Form == "" && r.Path != "" {
			row.Form = packageForm
		}
		if len(r.Missing) > 0 && r.Err == nil {
			e.cli.tell("command-missing-letters", map[string]any{"Path": r.Path, "Letters": page.Describe(r.Missing), "Help": page.Lacking(r.Missing)})
		}
		if r.Over > 0 {
			e.cli.tell("command-over", map[string]any{"Path": r.Path, "Lines": e.words.Plural("over-lines", r.Over)})
			if e.onePage { // what was asked for could not be done
				e.failed = errTold
			}
		}
		switch {
		case r.Err != nil:
			row.Error, e.failed = e.sentence(r.Err), errTold
			named := r.Path
			if named == "" {
				named = r.Name
			}
			e.complainOf(named, r.Err)
		case r.Same:
			row.Same = true
			e.same++
		case !e.asJSON && e.err == nil:
			e.err = e.say("%s\n", r.Path)
		}
		if e.asJSON {
			e.rows = append(e.rows, row)
		}
	}
}

func (e *exportReport) finish() error {
	if e.same > 0 {
		e.cli.tell("command-same", map[string]any{"Count": e.same})
	}
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
// the pictures whose files cannot be had. An issued release that findings hold leaves for a
// reason alone: without one, err says so.
func (c *cli) warnings(s sourced, lost []string, despite string) (all []string, err error) {
	warn := func(finding string) {
		all = append(all, c.text("command-warning", map[string]any{"Name": s.name, "Finding": finding}))
	}
	findings := proof.Blockers(s.release, c.checks(lost))
	for _, f := range findings {
		name, args := f.Fact()
		warn(c.text(name, args))
	}
	if !s.release.Embargo.IsZero() && c.params.Now().Before(s.release.Embargo.At) {
		warn(text.Embargo(s.release, translations.Printed(s.release.Language)))
	}
	switch held := proof.Count(proof.Holding(s.release, findings)); {
	case held > 0 && despite == "":
		err = &heldError{held}
	case held > 0:
		all = append(all, c.text("command-despite", map[string]any{"Name": s.name, "Why": despite}))
	}
	return all, err
}

// heldError says that findings keep an issued release in the office.
type heldError struct{ findings int }

func (e *heldError) Error() string { return fmt.Sprintf("%d findings keep it here", e.findings) }

// Fact names the error for the translations.
func (e *heldError) Fact() (string, map[string]any) {
	return "command-held", map[string]any{"Count": e.findings}
}
