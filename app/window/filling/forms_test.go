package filling_test

import (
	"strings"
	"testing"

	"communique/app/window/filling"
	"communique/editor/controls"
)

// TestAFormIsCorrected: the form of a topic that is only guessed is asked for, and goes into
// the text as it was corrected, until the topic is another.
func TestAFormIsCorrected(t *testing.T) {
	s := newStage(t)
	filling.New(s.params, templates(t), s.create)
	entry := func(name string) *controls.Entry {
		for _, e := range s.Entries() {
			if e.Name() == name {
				return e
			}
		}
		t.Fatalf("no field %q", name)
		return nil
	}
	hidden := func(name string) bool {
		for _, e := range s.Entries() {
			if e.Name() == name {
				return !e.Visible()
			}
		}
		return true
	}
	const topic, form = "Что обсудили", "Что обсудили, кого, что"
	preview := func() string {
		_, behind, _ := strings.Cut(s.Texts(), "Стороны обсудили ")
		said, _, _ := strings.Cut(behind, "\n")
		return said
	}
	if !hidden(form) {
		t.Error("a form is asked for while nothing is said")
	}
	entry(topic).SetText("повестку дня")
	entry(topic).SetText("ситуация")
	if got := preview(); got != "ситуацию." || !hidden(form) {
		t.Errorf("what is known: %s", got)
	}
	entry(topic).SetText("куздра")
	if hidden(form) || entry(form).PlaceHolder != "куздру" {
		t.Fatalf("what is guessed is not asked for:\n%s", s.Texts())
	}
	entry(form).SetText(" куздрю ")
	if got := preview(); got != "куздрю." {
		t.Errorf("corrected: %s", got)
	}
	entry(form).SetText("  ")
	if got := preview(); got != "куздру." {
		t.Errorf("no correction any more: %s", got)
	}
	entry(form).SetText("куздрю")
	entry(topic).SetText("бокра")
	if got := preview(); got != "бокру." || entry(form).Text != "" {
		t.Errorf("another topic: %s, its form %q", got, entry(form).Text)
	}
}
