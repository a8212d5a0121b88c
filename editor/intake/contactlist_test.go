package intake

import (
	"os"
	"strings"
	"testing"
)

// TestContactsInManyManners reads the blocks of contacts in testdata/contacts.tsv: as offices write them in Russian, English and
// the languages of Central Asia, of Belarus and of Armenia. A line is a block, ⏎ its lines' ends, and behind a tab what each
// contact is: name, post, organisation, numbers, address and site.
func TestContactsInManyManners(t *testing.T) {
	data, err := os.ReadFile("testdata/contacts.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		block, want, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		text := plan + strings.NewReplacer("⏎", "\n", "⇥", "\t").Replace(block)
		r := readSingle(t, text)
		if got := contactsIn(r); got != want {
			t.Errorf("%s\n got %s\nwant %s", block, got, want)
		}
	}
}
