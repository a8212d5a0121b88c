package registers

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/screen"
	"communique/editor/controls"
	"communique/editor/grammar"
	"communique/editor/register"
)

// formGrid shows the six forms of a phrase, five of them to be corrected.
type formGrid struct {
	nominative *widget.Label
	entries    map[grammar.Case]*controls.Entry
	proposed   grammar.Declension
	note       *controls.Wrapped
	right      *controls.Button // takes the forms that are guessed as they stand
	base       screen.Base
	object     *fyne.Container
}

func newFormGrid(base screen.Base) *formGrid {
	g := &formGrid{nominative: widget.NewLabel(""), entries: map[grammar.Case]*controls.Entry{}, note: screen.Wrapped(""), base: base}
	g.nominative.Truncation = fyne.TextTruncateEllipsis
	rows := controls.NewForm()
	rows.Add(base.Text("case-nom"), g.nominative)
	for _, c := range grammar.Cases()[1:] {
		g.entries[c] = base.Keys.NewEntry()
		rows.Add(base.Text("case-"+string(c)), g.entries[c])
	}
	g.right = base.Keys.NewButton(base.Text("card-forms-right"), theme.ConfirmIcon(), g.confirm)
	g.object = container.NewVBox(rows.Object(), g.note, container.NewHBox(g.right))
	return g
}

// propose shows what the grammar makes of a phrase, in grey; what was
// corrected stays.
func (g *formGrid) propose(d grammar.Declension) {
	g.proposed = d
	g.nominative.SetText(d.Phrase)
	for c, entry := range g.entries {
		entry.SetPlaceHolder(d.Forms[c])
	}
	g.note.Importance = widget.WarningImportance
	switch {
	case d.Guess:
		g.note.SetText(g.base.Text("card-guess"))
	case d.ByHouse:
		g.note.Importance = widget.LowImportance
		g.note.SetText(g.base.Text("card-by-house"))
	}
	g.note.Hidden = !d.Guess && !d.ByHouse
	g.right.Hidden = !d.Guess
	g.object.Refresh()
}

// confirm puts the forms that are proposed where none were typed: somebody has looked at them.
func (g *formGrid) confirm() {
	for c, entry := range g.entries {
		if entry.Text == "" {
			entry.SetText(g.proposed.Forms[c])
		}
	}
}

func (g *formGrid) correct(forms grammar.Forms) {
	for c, entry := range g.entries {
		entry.SetText(forms[c])
	}
}

func (g *formGrid) corrected() grammar.Forms {
	typed := grammar.Forms{}
	for c, entry := range g.entries {
		typed[c] = entry.Text
	}
	return register.Correct(g.proposed, typed)
}
