package exporting

import (
	"context"
	"slices"
	"time"

	"communique/app/window/screen"
	"communique/assets/translations"
	"communique/editor/moment"
	"communique/editor/proof"
	"communique/editor/release"
	"communique/export"
	"communique/export/page"
)

// warn lets a person think again where a check blocks issue or the embargo runs.
func (p Params) warn(r release.Release, goOn func()) { p.warnOfForms(nil, export.Office{}, r, goOn) }

// warnOfForms is warn for a release that leaves in forms: an issued one is also held by
// letters that they lack. What is asked comes up at once, since the person may be typing ahead what it
// asks for: only a long text that has to be checked, or set, is looked at away from the UI
// goroutine, and a dialog has the keys meanwhile.
func (p Params) warnOfForms(forms []export.Form, office export.Office, r release.Release, goOn func()) {
	weigh := func() (objections, error) {
		findings := p.Findings
		if findings == nil {
			findings = proof.Check(r, p.Checks)
		}
		return against(p.Words, p.Now(), r, findings).withLetters(p.Words, forms, office, r)
	}
	var found objections
	var err error
	if known := p.Findings != nil && (r.Status != release.Issued || forms == nil); known || !isLong(r) {
		if found, err = weigh(); err != nil {
			p.Fail(err)
			return
		}
		p.askAnyway(found, OnScreen, goOn)
		return
	}
	p.Progress(p.Text("export-checking"), func(context.Context, func(done, of int)) error {
		found, err = weigh()
		return err
	}, func(stopped bool) {
		if !stopped {
			p.askAnyway(found, OnScreen, goOn)
		}
	})
}

// isLong reports whether checking and setting a release takes longer than a frame.
func isLong(r release.Release) bool {
	const most = 8000 // characters are checked and set in some ten milliseconds
	_, characters := r.Count()
	return characters > most
}

// askAnyway goes on at once where nothing speaks against it. What is issued and held goes on
// for a reason alone.
func (p Params) askAnyway(o objections, id int64, goOn func()) {
	switch {
	case o.holds:
		p.Despite(map[int64][]release.Accepted{id: o.found}, screen.Plain(o.why), goOn)
	case len(o.why) > 0 && id == OnScreen:
		p.AskOf(func() *screen.Dialog { return p.askToGoOn(o, goOn, p.ways(o)...) })
	case len(o.why) > 0:
		p.askToGoOn(o, goOn)
	default:
		goOn()
	}
}

// askToGoOn tells what speaks against a release leaving. Who called for the export has not seen it
// yet, and goes on by Enter in no case.
func (p Params) askToGoOn(o objections, goOn func(), ways ...screen.Way) *screen.Dialog {
	return p.AskLateOf(p.Text("export-warning"), screen.Plain(o.lines()), p.Text("export-anyway"), goOn, func() {}, ways...)
}

// ways lead to what blocks the release on the screen.
func (p Params) ways(o objections) []screen.Way {
	if len(o.found) == 0 {
		return nil
	}
	return []screen.Way{{Name: p.Text("to-findings"), Do: p.ToFindings}}
}

// objections are what speaks against a release leaving.
type objections struct {
	why   []string
	named []string           // what blocks it, each once, where why has no more than how many there are
	holds bool               // an issued one leaves for a reason alone
	found []release.Accepted // all that blocks it, as an override keeps it
}

// mostNamed is how many of what blocks a release are named before it leaves; the rest is behind
// their number, and in the list of findings.
const mostNamed = 5

// lines are all that is said of one release: a person who only hears how many errors there are
// would have to turn back for which.
func (o objections) lines() []string {
	all := slices.Clone(o.why)
	for _, name := range o.named[:min(mostNamed, len(o.named))] {
		all = append(all, "– "+name)
	}
	if len(o.named) > mostNamed {
		all = append(all, "– …")
	}
	return all
}

// against says why a release should stay in the office, of which these are the findings: how many block it, what
// of a date or an embargo cannot be read, which pictures are lost, what holds an issued one,
// until when the embargo runs.
func against(words *translations.Words, now time.Time, r release.Release, findings []proof.Finding) objections {
	var o objections
	blocking, holding := proof.Blocking(findings), proof.Holding(r, findings)
	o.holds, o.found = len(holding) > 0, proof.Seen(blocking)
	if len(blocking) > 0 {
		o.why = append(o.why, words.Plural("export-blocked", proof.Count(blocking)))
	}
	for _, f := range blocking {
		name, args := f.Fact()
		switch text := words.Text(name, args); {
		case o.holds || f.Code == proof.FieldUnread || f.Code == proof.PictureMissing:
			o.why = append(o.why, text)
		case !slices.Contains(o.named, text):
			o.named = append(o.named, text)
		}
	}
	if !r.Embargo.IsZero() && now.Before(r.Embargo.At) {
		o.why = append(o.why, words.Text("export-embargo", map[string]any{"Until": moment.FormatEmbargo(r.Embargo)}))
	}
	return o
}

// withLetters adds the letters that some forms of an issued release would lack, which it sets for that.
func (o objections) withLetters(words *translations.Words, forms []export.Form, office export.Office, r release.Release) (objections, error) {
	if r.Status != release.Issued {
		return o, nil
	}
	letters, err := export.Lacking(office, forms, r)
	if err != nil || len(letters) == 0 {
		return o, err
	}
	o.why = append(o.why, words.Text("preview-missing", map[string]any{"Letters": page.Describe(letters), "Help": page.Lacking(letters)}))
	o.holds, o.found = true, append(o.found, export.Seen(letters)...)
	return o, nil
}
