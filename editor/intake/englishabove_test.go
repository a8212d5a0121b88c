package intake

import (
	"strings"
	"testing"

	"communique/editor/intake/wording"
)

// TestAboveAnEnglishHeadline: organisations, who speaks, contacts and numbers above a headline, and what a page says of itself below it.
func TestAboveAnEnglishHeadline(t *testing.T) {
	const head, lead = "Council backs new flood defences", "More than 4,000 homes on the coast will be better protected from flooding under plans set out by ministers today."
	const more = "\n\nThe money will pay for sea walls and pumping stations.\n\nWork begins in June."
	for _, tt := range []struct{ text, date, place string }{
		{"FOR IMMEDIATE RELEASE\n\nContact: Dana Testwell\n(614) 555-0142\ndana@example.com\n\n" + head + "\n\nCOLUMBUS, Ohio (June 12, 2025) — " + lead, "2025-06-12", "Columbus, Ohio"},
		{"Press release\n\n" + head + "\n\n£60 million of funding for 14 schemes\n\nFrom: Department for Coastal Affairs\nPublished 12 June 2025\n\n" + lead, "2025-06-12", ""},
		{head + "\nFrom Department of Coasts\nPublished on 12 June 2025\nLast updated on 13 June 2025\n\n" + lead, "2025-06-12", ""},
		{"Press Information Bureau\nGovernment of India\nMinistry of Soil and Seeds\n\n" + head + "\n\nPosted On: 12 JUN 2025 5:42PM by PIB Delhi\n\n" + lead, "2025-06-12", ""},
		{"MEDIA RELEASE\nThe Hon Pat Proforma MP\nMinister for Coasts\n\n12 June 2025\n\n" + head + "\n\n" + lead, "2025-06-12", ""},
		{"Embassy of the Republic of Exampleland\nBishkek, Kyrgyz Republic\n\nFor Immediate Release\nJune 12, 2025\n\n" + head + "\n\n" + lead, "2025-06-12", "Bishkek, Kyrgyz Republic"},
		{"June 12, 2025\n\n" + head + "\n\nBishkek – " + lead, "2025-06-12", "Bishkek"},
		{head + "\nDate 12 June 2025\nCategory Media release\n\n" + lead, "2025-06-12", ""},
		{"European Commission - Press release\n\n" + head + "\n\nBrussels, 12 June 2025\n\n" + lead, "2025-06-12", "Brussels"},
		{head + "\n\nABIDJAN, Côte d'Ivoire, June 12, 2025/ -- " + lead, "2025-06-12", "Abidjan, Côte d'Ivoire"},
		{"The Sample Museum, London\n\n" + strings.ToUpper(head) + "\n\n" + lead, "", "London"},
		{"News release\n\n" + head + "\n\nJune 12, 2025 – Ottawa, Ontario – Department of Northern Travel\n\n" + lead, "2025-06-12", "Ottawa, Ontario"},
		{"News | 12 June 2025\n" + head + "\n\nOsh, Kyrgyzstan | " + lead, "2025-06-12", "Osh, Kyrgyzstan"},
		{"Thursday, June 12, 2025\nFor Immediate Release\nU.S. Attorney's Office, District of New Jersey\n\n" + head + "\n\nNEWARK, N.J. – " + lead, "2025-06-12", "Newark, N.J."},
		{head + "\nThursday, 12 June 2025, 9:15 am\nPress Release: Sample Lakes Trust\n\n" + lead, "2025-06-12", ""},
		{"PRESS RELEASE\nPR. No. 112/2025\n\n" + head + "\n\nIslamabad, 12 June 2025: " + lead, "2025-06-12", "Islamabad"},
		{"PRESS RELEASE NO. 25/112\n" + head + "\nFOR IMMEDIATE RELEASE\nJune 12, 2025\n\nWashington, DC: " + lead, "2025-06-12", "Washington, DC"},
		{head + "\n\nNEWS PROVIDED BY\nMountain Grid Cooperative\nJun 12, 2025, 09:00 ET\n\nDENVER, June 12, 2025 /PRNewswire/ -- " + lead, "2025-06-12", "Denver"},
		{head + "\n\nDepartment for Skies and The Rt Hon Olive Placeholder MP\n\nPublished\n12 June 2025\n\n" + lead, "2025-06-12", ""},
		{"Media release: Department of Ferries\nDate: Thursday, June 12, 2025\nContact: Joan Filler, 360-555-0112\n\n" + head + "\n\nSAMPLETON – The council said: " + lead, "2025-06-12", "Sampleton"},
		{head + "\nVienna / Chisinau, 12 June 2025\n\n" + lead, "2025-06-12", "Vienna / Chisinau"},
		{"SAM/2112\n12 JUNE 2025\n\n" + head + "\n\nNEW YORK, 12 June — " + lead, "2025-06-12", "New York"},
		{"12.06.2025 14:30\n\n" + head + "\n\nMinisters met in Astana on 12 June. " + lead, "2025-06-12", "Astana"},
		{"12.06.2025 14:30\n\n" + head + "\n\nMinisters met in Astana on 11 June. " + lead, "2025-06-12", ""},
		{"12.06.2025 14:30\n\n" + head + "\n\nMinisters from Oslo met in Astana and in Paris today. " + lead, "2025-06-12", ""},
		{"12 June 2025\n\n" + head + "\n\nBREAKING – The council said: " + lead, "2025-06-12", ""},
	} {
		r := readSingle(t, tt.text+more)
		if wording.Folded(r.Headline) != wording.Folded(head) || r.Date.String() != tt.date || r.Place != tt.place || !strings.Contains(r.Lead, lead) {
			t.Errorf("%s: got %q, %s, %q, lead %q", tt.text[:40], r.Headline, r.Date, r.Place, r.Lead)
		}
	}
	for _, headline := range []string{"Ministry of Transport Launches Plan for Council", "Sample Museum Opens New Office", "Agency Says Prices Will Fall in Bank"} {
		if r := readSingle(t, headline+"\n\nIt was long in the making\n\n"+lead+more); r.Headline != headline {
			t.Errorf("got %q, not %q", r.Headline, headline)
		}
	}
}
