package inspector

import (
	"strings"

	"communique/editor/controls"
	"communique/editor/document"
	"communique/editor/proof"
)

// excerpt is the place of a finding with some words on either side, cut where words end; ""
// for what stands nowhere in the text.
func excerpt(d *document.Document, f proof.Finding) string {
	const beside, longest = 28, 80 // code points: of what is beside it, and of the piece itself
	if d == nil || f.Start >= f.End || f.End > d.Length(f.TextID) {
		return ""
	}
	end := min(f.End, f.Start+longest)
	from, to := max(0, f.Start-beside), min(d.Length(f.TextID), end+beside)
	before, _ := d.Piece(f.TextID, from, f.Start)
	if from > 0 {
		_, before, _ = strings.Cut(before, " ")
		before = "…" + before
	}
	after, _ := d.Piece(f.TextID, f.Start, to)
	if at := strings.LastIndex(after, " "); to < d.Length(f.TextID) && at > 0 {
		after = after[:at] + "…"
	}
	return strings.ReplaceAll(before+after, "\n", " ")
}

// placed is the line that shows the excerpt of a finding.
type placed struct {
	of    proof.Finding
	shown *controls.Wrapped
}

// follow shows the excerpts as the text has them now, whose words beside a finding may be others.
func (l *findingsList) follow() {
	changed := false
	for _, p := range l.excerpts {
		if now := excerpt(l.document(), p.of); now != p.shown.Text {
			p.shown.SetText(now)
			changed = true
		}
	}
	if changed {
		l.layOut()
	}
}
