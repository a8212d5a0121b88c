package searching

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/screen"
	"communique/editor/controls"
	"communique/editor/find"
	"communique/editor/release"
)

// mostProposals is how many changes are listed at once; the rest is told, and can be
// asked for again when these are done.
const mostProposals = 100

// mostAround is how many letters of its text are shown on either side of a change: a line.
const mostAround = 40

// showProposals lists changes of a release's texts, each as it stands and as it would be, with
// the words around it, to be accepted or not. Guesses are not accepted before a person does so.
// looks are words that may have to follow, which nobody changes.
func (p Params) showProposals(title string, r release.Release, changes []find.Change, looks []find.Look, accept func([]find.Change)) {
	listed := changes[:min(len(changes), mostProposals)]
	rows := container.NewVBox()
	checks := make([]*controls.Check, len(listed))
	for i, around := range find.Around(r.Passages(), listed, mostAround) {
		checks[i] = p.proposal(rows, &listed[i], around)
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

// proposal is a row: what stands, what would be put, where that is, and why it is a guess.
func (p Params) proposal(rows *fyne.Container, c *find.Change, around find.Surroundings) *controls.Check {
	check := p.Keys.NewCheck(c.Before+" › "+c.After, nil)
	check.Checked = !c.Guess()
	rows.Add(check)
	rows.Add(place(c.Before, around))
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

// place is a change where it stands, so that one is told from another: the same words stand in
// many places.
func place(words string, around find.Surroundings) fyne.CanvasObject {
	line := widget.NewRichText(screen.Highlight(around.Left+words+around.Right, [][2]int{{len(around.Left), len(around.Left) + len(words)}}, widget.RichTextStyleInline, screen.HitStyle())...)
	line.Wrapping = fyne.TextWrapWord
	beside := layout.NewCustomPaddedLayout(0, 0, theme.IconInlineSize()+theme.InnerPadding(), 0)
	return container.New(beside, line)
}
