package drafting

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"communique/editor/proof"
	"communique/editor/release"
	"communique/editor/spelling"
	"communique/editor/surface"
)

// ShowFindings underlines what the checks found in the text, and tells how many findings
// there are.
func (p *Pane) ShowFindings(found []proof.Finding) {
	p.keepTold(found)
	p.found = found
	levels := map[proof.Level]surface.Level{proof.Blocks: surface.Blocks, proof.Warns: surface.Warns, proof.Hints: surface.Notes}
	var shown []surface.Finding
	for i, f := range found {
		start, end := f.Position(), f.Position()
		if end.Offset = f.End; f.End > f.Start && !f.Accepted {
			shown = append(shown, surface.Finding{Start: start, End: end, Level: levels[f.Level], Tag: i})
		}
	}
	p.surface.SetFindings(shown)
	p.status.showFindings(proof.Count(proof.Open(found)), proof.Count(proof.Blocking(found)))
}

// keepTold lets the card go where what it tells is found no more, or was accepted, and
// follows it where it has another place among the findings.
func (p *Pane) keepTold(found []proof.Finding) {
	if !p.card.Visible() || p.told >= len(p.found) {
		return
	}
	told := p.found[p.told]
	p.told = slices.IndexFunc(found, func(f proof.Finding) bool {
		return f.Code == told.Code && f.Position() == told.Position() && f.Text == told.Text && !f.Accepted
	})
	if p.told < 0 {
		p.told = len(found) // none
		p.card.hide()
	}
}

// NextFinding leads to the next finding in the text, or where only other fields have
// some, to the first of those.
func (p *Pane) NextFinding() { p.toFinding(p.surface.NextFinding) }

// PreviousFinding leads to the one before.
func (p *Pane) PreviousFinding() { p.toFinding(p.surface.PreviousFinding) }

func (p *Pane) toFinding(next func() bool) {
	if p.session == nil || len(p.found) == 0 {
		return
	}
	p.FocusText()
	if !next() {
		f := p.found[0]
		if !p.params.Inspect(f.Field) {
			p.GoTo(f.Position())
		}
	}
}

// lookAt tells a finding in words where the pointer is on it, or the keyboard came to
// it: who came by that is told the key of what a card offers to the mouse alone.
func (p *Pane) lookAt(f *surface.Finding, at surface.Area, byKey bool) {
	if f == nil || f.Tag >= len(p.found) {
		p.card.hover(false)
		return
	}
	p.told = f.Tag
	told := p.found[f.Tag]
	words, actions := p.params.advice(told), p.actions(told)
	if byKey && len(actions) > 0 {
		words = append(words, p.params.Text("finding-by-key"))
	}
	name, args := told.Fact()
	over := p.surface.Size().SubtractWidthHeight(0, p.params.Covered())
	p.card.show(p.params.Text(name, args), importance(told.Level), strings.Join(words, "\n"), actions, at, over)
}

// importance is how a finding of a level is set off.
func importance(level proof.Level) widget.Importance {
	switch level {
	case proof.Blocks:
		return widget.DangerImportance
	case proof.Warns:
		return widget.WarningImportance
	default:
		return widget.MediumImportance
	}
}

// HideCard takes away the card that tells of a finding, and reports whether there was one.
func (p *Pane) HideCard() bool {
	shown := p.card.Visible()
	p.card.hide()
	return shown
}

// offered is how many words a card proposes; the menu has all of them.
const offered = 3

// actions are what a card offers to do about a finding: to mend it, to keep a word that is misspelt as the
// office's own, or to say that it is as it should be.
func (p *Pane) actions(f proof.Finding) []action {
	if p.readOnly {
		return nil
	}
	var actions []action
	for _, mended := range p.repairs(f) {
		if len(actions) == offered {
			break
		}
		name := p.params.Text("finding-repair")
		if put := strings.TrimSpace(mended.Put); put != "" {
			name = put
		}
		actions = append(actions, action{name, len(actions) == 0, func() { p.fromCard(func() { p.repair(mended) }) }})
	}
	if misspelt(f) {
		actions = append(actions, action{p.params.Text("finding-add-word-short"), false, func() { p.fromCard(func() { p.params.AddWord(f.Text) }) }})
	}
	if !f.Accepted && f.Acceptable() {
		actions = append(actions, action{p.params.Text("finding-accept"), false, func() { p.fromCard(func() { p.session.Accept(f.Acceptance()) }) }})
	}
	return actions
}

// fromCard does what was pressed on the card and gives the keyboard back to the text.
func (p *Pane) fromCard(do func()) {
	if p.session == nil || p.readOnly {
		return
	}
	do()
	p.FocusText()
}

// repairs are the ways to mend a finding, the likeliest first: its own, and for a word
// that is misspelt what may have been meant.
func (p *Pane) repairs(f proof.Finding) (ways []proof.Finding) {
	if f.Mends {
		ways = append(ways, f)
	}
	if !misspelt(f) {
		return ways
	}
	for _, word := range p.params.Proposals(f.Text) {
		if f.Mends && f.Put == word {
			continue // that is there already
		}
		meant := f
		meant.Put, meant.Mends = word, true
		ways = append(ways, meant)
	}
	return ways
}

func misspelt(f proof.Finding) bool {
	return f.Code == spelling.MisspeltCode || f.Code == spelling.UnknownCode
}

// advice says why a finding matters and what to do; there may be nothing to say.
func (p Params) advice(f proof.Finding) (lines []string) {
	if advice, args := f.Advice(); advice != "" {
		lines = append(lines, p.Text(advice, args))
	}
	return lines
}

// findingItems are what a menu says of a finding, and what can be done about it: mended,
// or accepted here, in the release, or everywhere.
func (p *Pane) findingItems(f proof.Finding) []*fyne.MenuItem {
	text := p.params.Text
	name, args := f.Fact()
	told := fyne.NewMenuItem(text(name, args), nil)
	told.Disabled = true
	items := []*fyne.MenuItem{told}
	if !p.readOnly {
		for _, mended := range p.repairs(f) {
			name := text("finding-repair")
			if strings.TrimSpace(mended.Put) != "" {
				name = text("finding-repair-to", map[string]any{"Put": mended.Put})
			}
			items = append(items, fyne.NewMenuItem(name, func() { p.repair(mended) }))
		}
		if misspelt(f) {
			items = append(items, fyne.NewMenuItem(text("finding-add-word", map[string]any{"Word": f.Text}), func() { p.params.AddWord(f.Text) }))
		}
	}
	if !f.Accepted && f.Acceptable() && !p.readOnly {
		accept := fyne.NewMenuItem(text("finding-accept"), nil)
		here := f.Acceptance()
		inRelease := release.Accepted{Code: here.Code, Text: here.Text}
		accept.ChildMenu = fyne.NewMenu("",
			fyne.NewMenuItem(text("finding-accept-here"), func() { p.session.Accept(here) }),
			fyne.NewMenuItem(text("finding-accept-release"), func() { p.session.Accept(inRelease) }),
			fyne.NewMenuItem(text("finding-accept-everywhere"), func() { p.params.AcceptEverywhere(inRelease) }),
		)
		items = append(items, accept)
	}
	return append(items, fyne.NewMenuItemSeparator())
}

// repair mends a finding, as one step that can be taken back.
func (p *Pane) repair(f proof.Finding) {
	if p.session == nil {
		return
	}
	if ops, fits := f.Repair(p.session.Document()); fits {
		_ = p.session.Apply(ops) // it was made for the document as it stands
	}
}

// finding returns what is found at a point of the surface, or told on the card; nil for
// nothing.
func (p *Pane) finding(at fyne.Position) *proof.Finding {
	if f := p.surface.FindingAt(at); f != nil && f.Tag < len(p.found) {
		return &p.found[f.Tag]
	}
	if p.card.Visible() && p.told < len(p.found) {
		return &p.found[p.told] // the keyboard came to it, and opens the menu at the caret
	}
	return nil
}
