package editor

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/proof"
	"communique/editor/release"
)

// findingsList shows what the checks found, one line each; a line leads to the
// place in the text.
type findingsList struct {
	keys      *controls.Keyboard
	words     *translations.Words
	goTo      func(proof.Finding)
	onConfirm func()
	onKeep    func(proof.Finding) // a leftover that is right
	summary   *widget.Label
	rows      *fyne.Container
	confirm   *controls.Button
	scroll    *container.Scroll
	object    *fyne.Container
}

// findingsHeight keeps a long list from pushing the text off the screen.
const findingsHeight = 92

func newFindingsList(keys *controls.Keyboard, words *translations.Words, goTo func(proof.Finding)) *findingsList {
	l := &findingsList{keys: keys, words: words, goTo: goTo, summary: caption(), rows: container.New(sentencesLayout{})}
	l.confirm = keys.NewButton(words.Text("pane-confirm-repairs"), nil, func() { l.onConfirm() }).With(widget.LowImportance)
	l.scroll = container.NewVScroll(l.rows)
	l.object = container.NewVBox(controls.Border(nil, nil, nil, l.confirm, l.summary), l.scroll)
	l.show(nil, nil)
	return l
}

func (l *findingsList) show(found []proof.Finding, repairs []release.Repair) {
	l.rows.RemoveAll()
	for _, f := range found {
		l.rows.Add(l.row(f))
	}
	if len(found) == 0 {
		l.scroll.Hide()
	} else {
		l.scroll.Show() // lays the rows out in the width that a hidden list has: none
	}
	l.rows.Layout.Layout(l.rows.Objects, fyne.NewSize(max(l.scroll.Size().Width, narrowest), 0))
	l.scroll.SetMinSize(fyne.NewSize(0, min(l.rows.MinSize().Height, findingsHeight)))
	l.confirm.Hidden = len(repairs) == 0
	l.summary.SetText(l.words.Text("pane-no-findings"))
	if len(found) > 0 {
		l.summary.SetText(l.words.Plural("pane-findings", len(found)))
	}
	l.object.Refresh()
}

func (l *findingsList) row(f proof.Finding) fyne.CanvasObject {
	name, args := f.Fact()
	icon := theme.InfoIcon()
	switch f.Level {
	case proof.Blocks:
		icon = theme.NewColoredResource(theme.ErrorIcon(), theme.ColorNameError)
	case proof.Warns:
		icon = theme.NewColoredResource(theme.WarningIcon(), theme.ColorNameWarning)
	}
	sentence := widget.NewLabel(l.words.Text(name, args))
	sentence.Wrapping = fyne.TextWrapWord
	b := l.keys.NewButton("", icon, func() { l.goTo(f) }).With(widget.LowImportance)
	b.Alignment = widget.ButtonAlignLeading
	b.SetName(sentence.Text)
	row := container.NewStack(b, container.New(layout.NewCustomPaddedLayout(0, 0, theme.IconInlineSize()+theme.InnerPadding(), 0), sentence))
	if f.Code != proof.Leftover {
		return row
	}
	keep := l.keys.NewButton(l.words.Text("pane-confirm-leftover"), nil, func() { l.onKeep(f) }).With(widget.LowImportance)
	keep.SetName(fmt.Sprintf("%s: %s", keep.Text, args["Text"]))
	return controls.Border(nil, nil, nil, keep, row)
}

// sentencesLayout sets rows of wrapped text under one another: how high each is, it
// knows only once it has its width.
type sentencesLayout struct{}

// narrowest is the width that the first rows are measured with.
const narrowest = 300

func (sentencesLayout) MinSize(rows []fyne.CanvasObject) fyne.Size {
	height := float32(0)
	for _, row := range rows {
		height += row.MinSize().Height
	}
	return fyne.NewSize(0, height)
}

func (sentencesLayout) Layout(rows []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, row := range rows {
		row.Resize(fyne.NewSize(size.Width, row.MinSize().Height))
		height := row.MinSize().Height
		row.Resize(fyne.NewSize(size.Width, height))
		row.Move(fyne.NewPos(0, y))
		y += height
	}
}
