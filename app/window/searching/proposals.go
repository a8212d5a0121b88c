package searching

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/screen"
	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/find"
)

// mostProposals is how many changes are listed at once; the rest is told, and can be
// asked for again when these are done.
const mostProposals = 100

// showProposals lists changes, each as it stands and as it would be, to be accepted or
// not. Guesses are not accepted before a person does so. looks are words that may have to
// follow, which nobody changes.
func (p Params) showProposals(title string, changes []find.Change, looks []find.Look, accept func([]find.Change)) {
	if len(changes) == 0 {
		p.Tell(translations.Text("find-none"), false)
		return
	}
	listed := changes[:min(len(changes), mostProposals)]
	rows := container.NewVBox()
	checks := make([]*controls.Check, len(listed))
	for i := range listed {
		checks[i] = p.proposal(rows, &listed[i])
	}
	if rest := len(changes) - len(listed); rest > 0 {
		rows.Add(screen.Wrapped(p.Words.Plural("find-more", rest)))
	}
	for _, look := range looks[:min(len(looks), mostProposals)] {
		line := screen.Wrapped(p.Base.Text("find-look", map[string]any{"Word": look.Word}))
		line.Importance = widget.WarningImportance
		rows.Add(line)
	}
	d := p.Dialogs.New(title, rows, p.Base.Text("button-cancel"))
	d.Yes(p.Base.Text("find-replace-chosen"), nil, func() {
		var accepted []find.Change
		for i, c := range listed {
			if checks[i].Checked {
				accepted = append(accepted, c)
			}
		}
		d.Close()
		accept(accepted)
	})
	d.Show(fyne.NewSize(720, 560), checks[0])
}

// proposal is a row: what stands, what would be put, and why that is a guess.
func (p Params) proposal(rows *fyne.Container, c *find.Change) *controls.Check {
	check := p.Keys.NewCheck(c.Before+" › "+c.After, nil)
	check.Checked = !c.Guess()
	rows.Add(check)
	if !c.Guess() {
		return check
	}
	name, args := c.Reason.Fact()
	why := screen.Wrapped(p.Base.Text(name, args))
	why.Importance = widget.WarningImportance
	rows.Add(why)
	if len(c.Others) > 0 {
		options := append([]string{c.After}, c.Others...)
		choose := p.Keys.NewSelect(options, func(chosen string) {
			c.After = chosen
			check.SetText(c.Before + " › " + chosen)
			check.SetChecked(true)
		})
		choose.SetName(p.Base.Text("find-form", map[string]any{"Words": c.Before}))
		choose.SetSelectedIndex(0)
		check.SetChecked(false)
		rows.Add(choose)
	}
	return check
}
