// Package issuing shows what keeps a release from being issued, or an issued one from leaving,
// and lets it go all the same for somebody who says who that is, and why.
package issuing

import (
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

// mostAtOnce is how many lines stand in the dialog as they are; more scroll in a view of listHeight.
const (
	mostAtOnce = 6
	listHeight = 180
)

// Params are what the question needs.
type Params struct {
	screen.Base
	Now func() time.Time
	// Ways lead to what was found.
	Ways []screen.Way
}

// Ask shows what blocks a release, and asks who issues it all the same, and why. issue
// hears it, once both are said.
func Ask(p Params, found []proof.Finding, issue func(release.Override)) *screen.Dialog {
	var lines []screen.Line
	for _, f := range found {
		name, args := f.Fact()
		lines = append(lines, screen.Line{Text: p.Text(name, args)})
	}
	return p.ask(question{"override-title", "override-who", "override-issue", lines, proof.Count(found)}, func(o release.Override) {
		o.Findings = proof.Seen(found)
		issue(o)
	})
}

// AskToLeave shows what keeps issued releases in the office, and asks who lets them leave all
// the same, and why. Which findings each leaves with, the override that leave hears does not say.
func AskToLeave(p Params, against []screen.Line, leave func(release.Override)) *screen.Dialog {
	return p.ask(question{"export-warning", "leaving-who", "export-anyway", against, 0}, leave)
}

// question is what is asked: by the names of its words, and with what speaks against it.
type question struct {
	title, who, yes string
	against         []screen.Line
	count           int // of the findings; 0 where the lines say it themselves
}

func (p Params) ask(q question, yes func(release.Override)) *screen.Dialog {
	who, why := p.named(q.who), p.named("override-why")
	fault := screen.Wrapped("")
	fault.Importance = widget.DangerImportance
	fault.Hide()
	var d *screen.Dialog
	told := p.told(q, func() { d.Close() })
	d = p.Dialogs.New(p.Text(q.title), container.NewVBox(told, who, why, fault), p.Text("button-cancel"))
	d.Offer(p.Base, p.Ways...)
	d.Yes(p.Text(q.yes), nil, func() {
		o := release.Override{At: p.Now(), Who: strings.TrimSpace(who.Text), Why: strings.TrimSpace(why.Text)}
		if o.Who == "" || o.Why == "" {
			fault.SetText(p.Text("override-unsaid"))
			fault.Show()
			d.Fit()
			return
		}
		d.Close()
		yes(o)
	})
	d.Show(fyne.NewSize(560, 0), who)
	return d
}

// named is an empty entry that says what it is for.
func (p Params) named(name string) *controls.Entry {
	e := p.Entry("")
	e.SetPlaceHolder(p.Text(name))
	e.SetName(p.Text(name))
	return e
}

// told are the lines of a question, all of them; where they are many, with a scroll of their own below the
// number of findings, so that who and why are in sight with the first of them.
func (p Params) told(q question, close func()) fyne.CanvasObject {
	text := p.Lines(q.against, close)
	if len(q.against) <= mostAtOnce {
		return text
	}
	list := container.NewVScroll(text)
	list.SetMinSize(fyne.NewSize(0, listHeight))
	if q.count == 0 {
		return list
	}
	return container.NewVBox(screen.Wrapped(p.Text("override-count", map[string]any{"Count": q.count})), list)
}
