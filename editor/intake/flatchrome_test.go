package intake

import (
	"strings"
	"testing"
)

// TestEnglishPagesInOneLine have a menu, buttons, a photographer and a counter around the headline and the lead, and a wire's town between them.
func TestEnglishPagesInOneLine(t *testing.T) {
	const said = "The Harbor Council today opened a pier of 400 metres for ferries and fishing boats in the old port. “We waited long for it,” said Ann Example, the head of the Council. Ferries begin in June, and boats of the town will return to the port in the autumn of the next year."
	const head = "Harbor Council Opens a New Pier in the Old Port"
	for _, tt := range []struct{ name, text, headline, lead, place string }{
		{"menu", "Home About Us Newsroom Press Releases Contact " + head + " ROSEMONT, IL, December 16, 2004 -- " + said, head, "ROSEMONT", "Rosemont, IL"},
		{"buttons", head + " Share Facebook Twitter LinkedIn Email Print ROSEMONT, IL, December 16, 2004 -- " + said, head, "ROSEMONT", "Rosemont, IL"},
		{"photographer", head + " Photo: Ann Example ROSEMONT, IL, December 16, 2004 -- " + said, head, "ROSEMONT", "Rosemont, IL"},
		{"no photographer", head + " Photo: None ROSEMONT, IL, December 16, 2004 -- " + said, head, "ROSEMONT", "Rosemont, IL"},
		{"counter", head + " 1,234 views ROSEMONT, IL, December 16, 2004 -- " + said, head, "ROSEMONT", "Rosemont, IL"},
		{"wire without spaces", head + " BEIJING--(BUSINESS WIRE)--May 26, 2009--" + said, head, "BEIJING", "Beijing"},
		{"wire without a day", head + " LONG BEACH, Calif.--(BUSINESS WIRE)--" + said, head, "LONG BEACH", "Long Beach, Calif."},
		{"letters behind capitals", strings.ToUpper(head) + " U.S. Senators of the Harbor Committee announced it. " + said, strings.ToUpper(head), "U.S. Senators", ""},
		{"no-break spaces behind capitals", strings.ToUpper(head) + "\u00a0\u00a0  The Harbor Committee announced it. " + said, strings.ToUpper(head), "The Harbor Committee", ""},
		{"figures of a headline", "Harbor Council Counts 1,234 views of the Old Port ROSEMONT, IL, December 16, 2004 -- " + said, "Harbor Council Counts 1,234 views of the Old Port", "ROSEMONT", "Rosemont, IL"},
		{"hour of twelve", head + " August 4, 2020 at 1:28 pm " + said, head, "The Harbor Council today", ""},
		{"day of the week", head + " On Tuesday, 20 May 2025, the Council opened it. " + said, head, "On Tuesday", ""},
	} {
		r := readSingle(t, tt.text)
		if r.Headline != tt.headline || !strings.HasPrefix(r.Lead, tt.lead) || r.Place != tt.place {
			t.Errorf("%s: got %q, %q, lead %q", tt.name, r.Headline, r.Place, r.Lead)
		}
	}
	if r := readSingle(t, "COUNCIL OPENS A PIER FOR BOATS OF THE U.S. Ferries of the Harbor Council return. "+said); r.Headline == "COUNCIL OPENS A PIER FOR BOATS OF THE" {
		t.Errorf("got %q", r.Headline)
	}
}
