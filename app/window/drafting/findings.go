package drafting

import (
	"fyne.io/fyne/v2"

	"communique/editor/proof"
	"communique/editor/surface"
)

// ShowFindings underlines what the checks found in the text, and tells how many findings
// there are.
func (p *Pane) ShowFindings(found []proof.Finding) {
	p.found = found
	levels := map[proof.Level]surface.Level{proof.Blocks: surface.Blocks, proof.Warns: surface.Warns, proof.Hints: surface.Notes}
	var shown []surface.Finding
	for i, f := range found {
		start, end := f.Position(), f.Position()
		if end.Offset = f.End; f.End > f.Start {
			shown = append(shown, surface.Finding{Start: start, End: end, Level: levels[f.Level], Tag: i})
		}
	}
	p.surface.SetFindings(shown)
	p.status.showFindings(len(found), len(proof.Blocking(found)))
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
// it.
func (p *Pane) lookAt(f *surface.Finding, at surface.Area, _ bool) {
	if f == nil || f.Tag >= len(p.found) {
		p.card.hide()
		return
	}
	name, args := p.found[f.Tag].Fact()
	p.card.show(p.params.Text(name, args), at, p.surface.Size())
}

// finding returns what is found at a point of the surface; nil for nothing.
func (p *Pane) finding(at fyne.Position) *proof.Finding {
	if f := p.surface.FindingAt(at); f != nil && f.Tag < len(p.found) {
		return &p.found[f.Tag]
	}
	return nil
}
