package app_test

import (
	"testing"

	"communique/editor/release"
)

// TestJourneyAGuessStaysOne drafts a release whose template declines a name that may be declined otherwise: the
// draft says so until the form is confirmed.
func TestJourneyAGuessStaysOne(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	window := d.open()
	d.dialog("ctrl+n")
	for i, value := range []string{"Ош", "Анна Озерова", "Юрий Кравец", "строительство дорог"} {
		if i > 0 {
			d.keys("Tab")
		}
		d.write(value)
	}
	d.look("guess-form")
	d.keys("ctrl+Return")
	d.wait("the draft", func() bool { return len(d.list()) == 1 })
	if all := d.stored().Repairs; len(all) != 1 || all[0].Code != release.FormGuessed || all[0].Text != "Юрием Кравцом" {
		t.Fatalf("the draft keeps %v", all)
	}
	d.keys("ctrl+3")
	d.look("guess-finding")
	d.keys("Tab", "space") // over the line that leads to the form
	d.wait("the form to be confirmed", func() bool {
		all := d.stored().Accepted
		return len(all) == 1 && all[0].Code == release.FormGuessed
	})
	d.look("guess-confirmed")
	d.leaves(window)
}
