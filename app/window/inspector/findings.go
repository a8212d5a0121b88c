package inspector

import (
	"fmt"
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/editor/controls"
	"communique/editor/draft"
	"communique/editor/proof"
)

// findingsList shows what the checks found, grouped by how much it matters; a line
// leads to the place in the release.
type findingsList struct {
	params  Params
	change  func(func(*draft.Session))
	goTo    func(proof.Finding)
	found   []proof.Finding    // what is shown
	lines   []*controls.Button // that lead to them, as they are listed
	summary *widget.Label
	rows    *fyne.Container
	scroll  *container.Scroll
	object  *fyne.Container
}

// mostFindings is how many are listed: a text with more is not read line by line.
const mostFindings = 100

func newFindingsList(params Params, change func(func(*draft.Session)), goTo func(proof.Finding)) *findingsList {
	l := &findingsList{params: params, change: change, goTo: goTo, summary: caption(), rows: newColumn(0)}
	l.scroll = scrolled(l.rows)
	l.object = controls.Border(newColumn(0, l.summary), nil, nil, nil, l.scroll)
	l.show(nil)
	return l
}

// show lists findings. Those that are listed already stay as they are: the keyboard
// may be among them.
func (l *findingsList) show(found []proof.Finding) {
	l.summary.SetText(l.params.Words.Text("pane-no-findings"))
	if len(found) > 0 {
		l.summary.SetText(l.params.Words.Plural("pane-findings", len(found)))
	}
	if !reflect.DeepEqual(found, l.found) {
		l.found = found
		l.list()
	}
	l.object.Refresh()
}

func (l *findingsList) list() {
	l.rows.RemoveAll()
	l.lines = nil
	listed := 0
	for _, level := range proof.Levels() {
		headed := false
		for _, f := range l.found {
			if f.Level != level || f.Accepted || listed == mostFindings {
				continue
			}
			if !headed {
				l.rows.Add(l.head(level))
				headed = true
			}
			l.rows.Add(l.row(f))
			listed++
		}
	}
	if rest := len(l.found) - listed; rest > 0 {
		more := widget.NewLabel(l.params.Words.Plural("findings-more", rest))
		more.Wrapping = fyne.TextWrapWord
		l.rows.Add(more)
	}
	l.rows.Layout.Layout(l.rows.Objects, fyne.NewSize(max(l.scroll.Size().Width, narrowest), 0))
	l.scroll.Refresh()
}

// first is the line of the gravest finding; nil for none.
func (l *findingsList) first() fyne.Focusable {
	if len(l.lines) == 0 {
		return nil
	}
	return l.lines[0]
}

// head is the name of a group.
func (l *findingsList) head(level proof.Level) fyne.CanvasObject {
	name := caption()
	name.SetText(l.params.Words.Text("findings-" + string(level)))
	return name
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
	sentence := widget.NewLabel(l.params.Words.Text(name, args))
	sentence.Wrapping = fyne.TextWrapWord
	b := l.params.Keys.NewButton("", icon, func() { l.goTo(f) }).With(widget.LowImportance)
	b.Alignment = widget.ButtonAlignLeading
	b.SetName(sentence.Text)
	l.lines = append(l.lines, b)
	row := container.NewStack(b, container.New(layout.NewCustomPaddedLayout(0, 0, theme.IconInlineSize()+theme.InnerPadding(), 0), sentence))
	if f.Code != proof.Leftover {
		return row
	}
	keep := l.params.Keys.NewButton(l.params.Words.Text("pane-confirm-leftover"), nil, func() {
		l.change(func(s *draft.Session) { s.Accept(f.Acceptance()) })
	}).With(widget.LowImportance)
	keep.SetName(fmt.Sprintf("%s: %s", keep.Text, args["Text"]))
	return controls.Border(nil, nil, nil, keep, row)
}
