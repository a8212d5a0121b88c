package intake

import (
	"strings"
	"testing"

	"communique/editor/intake/letterhead"
	"communique/editor/intake/oneline"
)

// TestAnEnglishPageKeepsItsOwnWords: what looks like a page's, a wire's or a letterhead's is the text's where something more tells it.
func TestAnEnglishPageKeepsItsOwnWords(t *testing.T) {
	long := " trains run again from this week after the long repairs of the line, both companies said in a statement on the matter today in the afternoon."
	if town := letterhead.TownAlone("Geneva - Paris" + long); town != "" {
		t.Errorf("a way between two towns: %s", town)
	}
	if town := letterhead.TownAlone("Geneva - The" + long); town != "Geneva" {
		t.Errorf("a town before a sentence: %q", town)
	}
	if _, around := oneline.Unchromed("Council opens exhibition Photo: Ann Sample of the council opened it today and spoke to guests. They stayed long."); around != "" {
		t.Errorf("a sentence goes on behind the name: %q", around)
	}
	r := readSingle(t, "Minister visits the north\n\nThe Minister visits the north from 23 to 26 March 2019 and meets her counterparts there.\n\nMINISTRY OF TRANSPORT\n\nSINGAPORE\n\n22 MARCH 2019\n\nTravel Page\n\n25 MARCH 2019\n")
	if strings.Contains(bodyOf(r), "Travel Page") {
		t.Errorf("a page's day below the signature's: %s", bodyOf(r))
	}
	r = readSingle(t, "COUNCIL OF THE TOWN OF SAMPLE\nAPPROVES PLAN FOR NEW ROADS\n\nGENEVA, June 3, 2024 (NEWSWIRE) -- The council approved a plan for new roads on Monday and will publish it soon, it said.\n\nThe work begins in May.\n")
	if r.Headline != "COUNCIL OF THE TOWN OF SAMPLE APPROVES PLAN FOR NEW ROADS" {
		t.Errorf("a headline of two lines: %s", r.Headline)
	}
	r = readSingle(t, "Roads and rivers of our land\nA story of people and their towns\nJune 3, 2024\n\nThe council met on Monday to speak of money for schools, and it will meet again in a month to decide how much each of them needs.\n\nThe work begins in May.\n")
	if r.Headline != "Roads and rivers of our land" {
		t.Errorf("a line that the lead says nothing of: %s", r.Headline)
	}
	r = readSingle(t, "Council approves plan for new roads\n\nShare this page\nPhoto: Ann Sample\nTags: roads\n\nGENEVA, June 3, 2024 (NEWSWIRE) -- The council approved a plan for new roads on Monday and will publish it soon, it said in a statement that was sent to all members.\n\nThe work begins in May.\n")
	if r.Headline != "Council approves plan for new roads" || r.Place != "Geneva" || strings.Contains(bodyOf(r)+r.Lead, "Share this") {
		t.Errorf("a page's lines above a wire's lead: %s | %s | %s | %s", r.Headline, r.Place, r.Lead, bodyOf(r))
	}
}
