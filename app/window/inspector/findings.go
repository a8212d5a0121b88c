package inspector

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/editor/controls"
	"communique/editor/document"
	"communique/editor/draft"
	"communique/editor/proof"
	"communique/editor/release"
)

// findingsList shows what the checks found, grouped by how much it matters and by kind; a
// line leads to the place in the release, and can be mended or accepted there.
type findingsList struct {
	params   Params
	change   func(func(*draft.Session))
	goTo     func(proof.Finding)
	document func() *document.Document // that the findings are of; nil where none is open
	found    []proof.Finding           // what is shown
	lines    []*controls.Button        // that lead to them, as they are listed
	excerpts []placed                  // their places, of those that have one
	summary  *widget.Label
	level    *controls.Select   // what is listed: all levels, or one
	mend     *controls.Button   // makes all repairs that are certain
	mended   *controls.Wrapped  // what it did, until the draft is another again
	from     int                // how many are passed over at the beginning of the list
	of       *document.Document // the text they are of
	only     bool               // the release can only be read: nothing is offered to do
	told     bool               // it was told of the findings as they are
	confirm  *controls.Button   // says that all is right that was done in reading the release
	checked  *controls.Wrapped  // what was checked, and what was not
	rows     *fyne.Container
	below    *fyne.Container // the rows, what was mended above them, and what stands under them
	scroll   *container.Scroll
	object   *fyne.Container
}

// findingsGap is between what stands one under another, in Fyne's units; findingsFoot is below all
// of it, where the window's notice floats if the tab stands in the middle.
const (
	findingsGap  = 4
	findingsFoot = 96
)

func newFindingsList(params Params, change func(func(*draft.Session)), goTo func(proof.Finding), document func() *document.Document) *findingsList {
	l := &findingsList{params: params, change: change, goTo: goTo, document: document, summary: caption(), mended: wrapped(), checked: wrapped(), rows: newColumn(findingsGap)}
	text := params.Words.Text
	names := []string{text("findings-all")}
	for _, level := range proof.Levels() {
		names = append(names, text("findings-"+string(level)))
	}
	l.level = params.Keys.NewSelect(names, nil)
	l.level.SetSelectedIndex(0)
	l.level.OnChanged = func(string) { l.turn(0) }
	l.mend = params.Keys.NewButton(text("findings-mend"), nil, l.mendAll)
	l.confirm = params.Keys.NewButton("", nil, func() { l.change(func(s *draft.Session) { s.Accept(repairs(l.found)...) }) })
	l.mended.Hide()
	foot := canvas.NewRectangle(nil)
	foot.SetMinSize(fyne.NewSize(0, findingsFoot))
	l.below = newColumn(findingsGap, l.mended, l.rows, l.checked, foot)
	l.scroll = scrolled(l.below)
	l.object = controls.Border(newColumn(findingsGap, l.summary, l.level, l.mend, l.confirm), nil, nil, nil, l.scroll)
	l.show(nil, "")
	return l
}

// show lists findings. Those that are listed already stay as they are: the keyboard
// may be among them. What was checked depends on the release's language.
func (l *findingsList) show(found []proof.Finding, language string) {
	l.summary.SetText(l.params.Words.Text("pane-no-findings"))
	if open := proof.Open(found); len(open) > 0 {
		l.summary.SetText(l.params.Words.Plural("pane-findings", proof.Count(open)))
	}
	checked := "findings-checked"
	if language != "ru" && language != "en" { // there is neither a grammar nor a dictionary
		checked = "findings-checked-signs"
	}
	l.checked.SetText(l.params.Words.Text(checked))
	if of := l.document(); of != l.of {
		l.of, l.from = of, 0
	}
	if !reflect.DeepEqual(found, l.found) {
		l.found = found
		if l.told {
			l.mended.Hide()
		}
		l.told = true
		l.list()
	} else {
		l.follow()
	}
	l.offer()
}

// offer shows what can be done about all of them at once.
func (l *findingsList) offer() {
	l.mend.Hidden = l.only || !slices.ContainsFunc(l.found, func(f proof.Finding) bool { return f.Mends && !f.Accepted })
	done := len(repairs(l.found))
	l.confirm.Hidden = l.only || done < 2
	l.confirm.SetText(l.params.Words.Plural("findings-confirm", done))
	l.level.Hidden = len(l.found) == 0
	l.object.Refresh()
}

// setReadOnly offers what can be done, or nothing.
func (l *findingsList) setReadOnly(on bool) {
	if on != l.only {
		l.only = on
		l.list()
		l.offer()
	}
}

// repairs are what accepts all that was done in reading the release, as far as nobody has. What a template
// guessed was not read, and is no less to be looked at for being of several.
func repairs(found []proof.Finding) (open []release.Accepted) {
	for _, f := range found {
		if f.IsRepair() && f.Code != release.FormGuessed && !f.Accepted {
			open = append(open, f.Acceptance())
		}
	}
	return open
}

// mendAll makes all repairs that are certain, in one step, and lists them.
func (l *findingsList) mendAll() {
	l.params.Mend(func(m proof.Mended) {
		l.change(func(s *draft.Session) {
			if len(m.Done) == 0 || s.Apply(m.Ops) != nil {
				return
			}
			l.mended.SetText(l.params.Words.Plural("findings-mended", len(m.Done)) + "\n" + strings.Join(l.deedsDone(m.Done), "\n"))
			l.mended.Show()
			l.told = false
			l.layOut()
			l.scroll.ScrollToTop()
		})
	})
}

// deedsDone are lines that say what was mended; one of several that read alike has their number.
func (l *findingsList) deedsDone(mended []proof.Finding) (lines []string) {
	alike := map[string]int{}
	for _, f := range mended {
		name, args := f.Fact()
		line := l.params.Words.Text(name, args)
		if strings.TrimSpace(f.Put) != "" {
			line = l.params.Words.Text("finding-mended-to", map[string]any{"What": line, "Put": f.Put})
		}
		if alike[line]++; alike[line] == 1 {
			lines = append(lines, line)
		}
	}
	for i, line := range lines {
		if n := alike[line]; n > 1 {
			lines[i] = fmt.Sprintf("%s × %d", line, n)
		}
	}
	return lines
}

// listed are the findings of a level that are to be shown, those of one kind together.
func (l *findingsList) listed(level proof.Level) []proof.Finding {
	var all []proof.Finding
	if chosen := l.level.SelectedIndex(); chosen > 0 && proof.Levels()[chosen-1] != level {
		return nil
	}
	var kinds []string
	for _, f := range l.found {
		if f.Level == level && !f.Accepted {
			all = append(all, f)
			if !slices.Contains(kinds, f.Code) {
				kinds = append(kinds, f.Code)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b proof.Finding) int { return slices.Index(kinds, a.Code) - slices.Index(kinds, b.Code) })
	return all
}

// list writes the rows anew. Whoever was in one of them with the keyboard goes on in the one
// that takes its place.
func (l *findingsList) list() {
	at := slices.IndexFunc(buttonsIn(l.rows), func(b *controls.Button) bool { return l.params.Focused() == fyne.Focusable(b) })
	l.write()
	if left := buttonsIn(l.rows); at >= 0 && len(left) > 0 {
		l.params.Focus(left[min(at, len(left)-1)])
	}
}

// buttonsIn are the buttons of a container, in the order in which Tab goes.
func buttonsIn(o *fyne.Container) []*controls.Button {
	var all []*controls.Button
	for _, child := range o.Objects {
		switch child := child.(type) {
		case *fyne.Container:
			all = append(all, buttonsIn(child)...)
		case *controls.Button:
			all = append(all, child)
		}
	}
	return all
}

// layOut gives the rows the room that their lines take now.
func (l *findingsList) layOut() {
	l.below.Layout.Layout(l.below.Objects, fyne.NewSize(max(l.scroll.Size().Width, narrowest), 0))
	l.scroll.Refresh()
}

// addKind says once of several findings of a kind why they matter, and accepts them all.
func (l *findingsList) addKind(from []proof.Finding) {
	var kind []release.Accepted
	named := "findings-accept-kind"
	for _, f := range from {
		if f.Code != from[0].Code {
			break
		}
		kind = append(kind, f.Acceptance())
		if f.More > 0 {
			named = "findings-accept-listed"
		}
	}
	if len(kind) < 2 || !from[0].Acceptable() {
		return
	}
	if name, args := from[0].Advice(); name != "" {
		why := wrapped()
		why.SetText(l.params.Words.Text(name, args))
		l.rows.Add(why)
	}
	if l.only {
		return
	}
	accept := l.params.Keys.NewButton(l.params.Words.Plural(named, len(kind)), nil, func() {
		l.change(func(s *draft.Session) { s.Accept(kind...) })
	})
	l.rows.Add(accept)
}

// accepted is what was accepted, which can be taken back.
func (l *findingsList) accepted() []proof.Finding {
	if l.level.SelectedIndex() > 0 {
		return nil
	}
	var all []proof.Finding
	for _, f := range l.found {
		if f.Accepted {
			all = append(all, f)
		}
	}
	return all
}

// first is the line of the gravest finding; nil for none.
func (l *findingsList) first() fyne.Focusable {
	if len(l.lines) == 0 {
		return nil
	}
	return l.lines[0]
}

// head is the name of a group.
func (l *findingsList) head(key string) fyne.CanvasObject {
	name := caption()
	name.SetText(l.params.Words.Text(key))
	return name
}

func (l *findingsList) row(f proof.Finding) fyne.CanvasObject {
	name, args := f.Fact()
	icon := theme.InfoIcon()
	switch {
	case f.Accepted:
		icon = theme.ConfirmIcon()
	case f.Level == proof.Blocks:
		icon = theme.NewColoredResource(theme.ErrorIcon(), theme.ColorNameError)
	case f.Level == proof.Warns:
		icon = theme.NewColoredResource(theme.WarningIcon(), theme.ColorNameWarning)
	}
	sentence := controls.NewWrapped(l.params.Words.Text(name, args))
	b := l.params.Keys.NewButton("", icon, func() { l.goTo(f) }).With(widget.LowImportance)
	b.Alignment = widget.ButtonAlignLeading
	b.SetName(sentence.Text)
	l.lines = append(l.lines, b)
	beside := layout.NewCustomPaddedLayout(0, 0, theme.IconInlineSize()+theme.InnerPadding(), 0)
	row := container.NewVBox(container.NewStack(b, container.New(beside, sentence)))
	if place := excerpt(l.document(), f); place != "" {
		shown := wrapped()
		shown.SetText(place)
		l.excerpts = append(l.excerpts, placed{f, shown})
		under := layout.NewCustomPaddedLayout(-theme.InnerPadding()-theme.Padding(), 0, theme.IconInlineSize()+theme.InnerPadding(), 0)
		row.Add(container.New(under, shown))
	}
	row.Add(container.New(beside, container.NewHBox(l.deeds(f, sentence.Text)...)))
	return row
}

// deeds are what can be done about a finding.
func (l *findingsList) deeds(f proof.Finding, sentence string) []fyne.CanvasObject {
	button := func(key string, do func(*draft.Session)) *controls.Button {
		b := l.params.Keys.NewButton(l.params.Words.Text(key), nil, func() { l.change(do) })
		b.SetName(b.Text + ": " + sentence)
		return b
	}
	if l.only {
		return nil
	}
	here := f.Acceptance()
	if f.Accepted {
		return []fyne.CanvasObject{button("finding-withdraw", func(s *draft.Session) {
			everywhere := release.Accepted{Code: here.Code, Text: here.Text}
			s.Withdraw(here, everywhere)
			l.params.WithdrawEverywhere(everywhere)
		})}
	}
	var all []fyne.CanvasObject
	if f.Mends {
		all = append(all, button("finding-repair", func(s *draft.Session) {
			if ops, fits := f.Repair(s.Document()); fits {
				_ = s.Apply(ops) // it was made for the document as it stands
			}
		}))
	}
	if f.Acceptable() {
		all = append(all, button("finding-accept", func(s *draft.Session) { s.Accept(here) }))
	}
	return all
}

// wrapped is a caption of several lines.
func wrapped() *controls.Wrapped {
	l := controls.NewWrapped("")
	l.SizeName, l.Importance = theme.SizeNameCaptionText, widget.LowImportance
	return l
}
