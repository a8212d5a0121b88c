package command

import (
	"strings"
	"testing"

	"communique/assets/licences"
)

func TestLicences(t *testing.T) {
	o := newOffice(t)
	var names, texts strings.Builder
	for _, part := range licences.All() {
		names.WriteString(part.Name + "\n")
		texts.WriteString(part.Name + "\n\n" + part.Text() + "\n")
		if out := o.must("licences", part.Name); out != part.Text() || out == "" {
			t.Errorf("%s: %.200q", part.Name, out)
		}
	}
	if out := o.must("licences"); out != names.String() {
		t.Errorf("the list is %s", out)
	}
	if out := o.must("licences", "--all"); out != texts.String() {
		t.Errorf("the texts are %.300s", out)
	}
	for room := range 3 {
		if status := o.runInto(&full{room: room}, &strings.Builder{}, "licences", "--all"); status != couldNot {
			t.Errorf("with room for %d writes: status %d", room, status)
		}
	}
}
