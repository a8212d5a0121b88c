// Package issuing shows what keeps a release from being issued, and lets somebody issue it
// all the same who says who that is, and why.
package issuing

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/screen"
	"communique/editor/controls"
	"communique/editor/proof"
	"communique/editor/release"
)

// mostFindings are as many as are read to the end.
const mostFindings = 6

// Params are what the question needs.
type Params struct {
	screen.Base
	Now func() time.Time
}

// Ask shows what blocks a release, and asks who issues it all the same, and why. issue
// hears it, once both are said.
func Ask(p Params, found []proof.Finding, issue func(release.Override)) {
	who, why := p.named("override-who"), p.named("override-why")
	fault := screen.Wrapped("")
	fault.Importance = widget.DangerImportance
	fault.Hide()
	d := p.Dialogs.New(p.Text("override-title"), container.NewVBox(screen.Wrapped(p.told(found)), who, why, fault), p.Text("button-cancel"))
	d.Yes(p.Text("override-issue"), nil, func() {
		o := release.Override{At: p.Now(), Who: strings.TrimSpace(who.Text), Why: strings.TrimSpace(why.Text), Codes: codes(found)}
		if o.Who == "" || o.Why == "" {
			fault.SetText(p.Text("override-unsaid"))
			fault.Show()
			d.Fit()
			return
		}
		d.Close()
		issue(o)
	})
	d.Show(fyne.NewSize(560, 0), who)
}

// named is an empty entry that says what it is for.
func (p Params) named(name string) *controls.Entry {
	e := p.Entry("")
	e.SetPlaceHolder(p.Text(name))
	e.SetName(p.Text(name))
	return e
}

// told says what blocks a release, a line each.
func (p Params) told(found []proof.Finding) string {
	var lines []string
	for i, f := range found {
		if i == mostFindings {
			lines = append(lines, "…")
			break
		}
		name, args := f.Fact()
		lines = append(lines, p.Text(name, args))
	}
	return strings.Join(lines, "\n")
}

// codes are those of the findings, each once.
func codes(found []proof.Finding) []string {
	var codes []string
	for _, f := range found {
		if !slices.Contains(codes, f.Code) {
			codes = append(codes, f.Code)
		}
	}
	return codes
}
