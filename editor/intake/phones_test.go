package intake

import (
	"testing"
)

// TestATownBeforeAName says where somebody is asked, and is nobody.
func TestATownBeforeAName(t *testing.T) {
	r := readSingle(t, "Council adopts plan\n\nThe Council adopted a plan of roads.\n\nIt will meet again.\n\nMEDIA CONTACTS\nLondon: Ann Example, ann@example.org\nNew York: Bob Sample, +1 212 555 0118")
	if len(r.Contacts) != 2 || r.Contacts[1].Name != "Bob Sample" {
		t.Errorf("got %+v", r.Contacts)
	}
}
