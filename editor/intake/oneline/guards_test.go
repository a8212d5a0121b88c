package oneline

import (
	"strings"
	"testing"
)

// TestWhatIsNoHeadlineBetweenPieces: a single word, a sentence, a day with its town, and what the paper is or whom to ask are none, and no line below one.
func TestWhatIsNoHeadlineBetweenPieces(t *testing.T) {
	for text, is := range map[string]bool{
		"Ministers agree on a plan": true, "Reefland": false, "The ministers met on Monday.": false, "Geneva, 3 May 2024": false, "Press release no. 5": false, "Sample Research Institute": false,
	} {
		h := flatHead{}
		if h.between(text); (h.title != "") != is {
			t.Errorf("%q: headline %q", text, h.title)
		}
	}
	for text, is := range map[string]bool{
		"Two bridges are to be built by spring": true, "Media Contact: Ann Example, Reef Trust, press@example.org": false, "Two bridges are to be built by spring,": false,
	} {
		h := flatHead{title: "Ministers agree on a plan"}
		if h.between(text); (h.under != "") != is {
			t.Errorf("%q: below the headline %q", text, h.under)
		}
	}
	h := flatHead{title: "Ministers agree"}
	if h.summary("Ministers agree on a plan The ministers agreed on a joint plan for roads on Monday.") {
		t.Error("a second headline is taken off a sentence")
	}
}

// TestEnglishPiecesEndBeforeText: a short text is none of these, and pieces behind the first sentence are the text's own.
func TestEnglishPiecesEndBeforeText(t *testing.T) {
	const short = "2 May 2024 09:00 Ministers agree on plan Today the ministers agreed on a plan for transport."
	if _, _, ok := readEnglishFlat(short); ok {
		t.Error("a short text is parted")
	}
	const sentence = "The ministers agreed on Monday that the bridge is safe for all. They met in the old hall."
	text := "2 May 2024 09:00 Ministers agree on a plan Views: 318 " + sentence + " Read more The plan will be implemented by the spring, and a first report is due next year. Officials of both sides will meet again in the autumn to speak of what remains to be done on the roads of the two countries."
	if _, rest, ok := readEnglishFlat(text); !ok || !strings.HasPrefix(rest, sentence) {
		t.Errorf("%t, %q", ok, rest)
	}
}

// TestEndsOfEnglishHeadlinesInOneLine: names are no headline in capitals, one doubled word is none, a preposition goes on with who is honoured.
func TestEndsOfEnglishHeadlinesInOneLine(t *testing.T) {
	if n := caseChange("Sample Road Solar Farm New law gives money"); n != 0 {
		t.Errorf("few capitals: %d", n)
	}
	for text, want := range map[string]string{"Bora Bora": "Bora Bora", "Reef opens Reef opens": "Reef opens", "Reef opens now Reef opens": "Reef opens now Reef opens"} {
		if got := once(text); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
	h := flatHead{}
	if got := h.partSpeaker("Letter to Hon Ann Example Minister of Roads"); !strings.HasSuffix(got, "Roads") {
		t.Errorf("%q", got)
	}
	for text, is := range map[string]bool{
		"plans for roads and bridges are ready The council said so.": true, "Talks On New Big Bridges The council said so.": false, "plans for roads and bridges of Reef The council said so.": false,
	} {
		if got := articleStart(text) > 0; got != is {
			t.Errorf("%q: %t", text, got)
		}
	}
}

// TestDaysThatPartNothing: a day within a word, and one that words go on with, are no piece of a page; with an hour behind it a town before it is the headline's.
func TestDaysThatPartNothing(t *testing.T) {
	for text, want := range map[string]string{
		"5 May Hall opens, council says": "", "5 May, 15:20 Council opens a hall": "5 May, 15:20",
		"A12 May 2024 Council opens a hall": "", "Results for the year ended 31 December 2024 Council opens a hall": "", "Council opens a hall Geneva, 3 May 2024 The council": "Geneva, 3 May 2024",
		"Council opens a hall Geneva, 3 May 2024 09:00 The council": "3 May 2024 09:00",
	} {
		got := ""
		if pieces := daysOfPage(text); len(pieces) > 0 {
			got = strings.TrimSpace(text[pieces[0].from:pieces[0].until])
		}
		if got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}

// TestWhatIsNoWiresTown: words that say until when, an unknown town before a colon, a town in small letters without a dash, and one that goes on in capitals.
func TestWhatIsNoWiresTown(t *testing.T) {
	for text, is := range map[string]bool{"MANILA The bank said": true, "Manila The bank said": false, "SAMPLETON: The council said": false, "KUWAIT: The council said": true, "SAMPLETON – The council said": true} {
		if isTownBeforeDash(text) != is {
			t.Errorf("%q: %t", text, !is)
		}
	}
	if isWireStart("", "EMBARGOED UNTIL – The council said") {
		t.Error("an embargo is a town")
	}
	for _, before := range []string{"OPENING OF THE NEW BRIDGE", "New bridge opens in"} {
		if isWireTownBehind(before, "PROBTOWN") {
			t.Errorf("behind %q", before)
		}
	}
}
