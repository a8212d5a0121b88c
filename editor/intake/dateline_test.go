package intake

import (
	"testing"

	"communique/editor/intake/layout"
	"communique/editor/release"
)

// TestEmbargoesThatCannotBeRead stay with the release, all of them in their order.
func TestEmbargoesThatCannotBeRead(t *testing.T) {
	r := &reader{}
	for _, text := range []string{"Эмбарго до завтра", "Не публиковать до утра"} {
		r.embargo(layout.Paragraph{Text: text})
	}
	if got := r.Release.UnreadText(release.EmbargoField); got != "Эмбарго до завтра; Не публиковать до утра" || !r.Release.Embargo.IsZero() {
		t.Errorf("unread: %q, embargo %s", got, r.Release.Embargo)
	}
	r.embargo(layout.Paragraph{Text: "Эмбарго до 11.09.2024 12:00 UTC"})
	if r.Release.Embargo.IsZero() || r.Release.UnreadText(release.EmbargoField) == "" || r.Release.Notes != "Эмбарго до 11.09.2024 12:00 UTC" {
		t.Errorf("embargo %s, notes %q", r.Release.Embargo, r.Release.Notes)
	}
}
