package oneline

import (
	"strings"

	"communique/editor/intake/dateline"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
)

// chromeReach is how far from the start a page's own words stand between a headline and its lead, in bytes.
const chromeReach = 1500

// chrome is what a page has there: its buttons in a row, who took the picture above the text, how often it was read.
var chrome = regexp.MustCompile(`\s(?:(?:(?:Share|Tweet|Facebook|Twitter|X|Linked[Ii]n|E-?mail|Print|WhatsApp|Telegram|Pinterest|Reddit|Instagram|Copy link|Download PDF)(?:\s[|·•])?\s){3,}|Photo(?: credit)?: (?:None|\p{Lu}[\p{L}.’'-]+ \p{Lu}[\p{L}.’'-]+(?:\s?/\s?\p{Lu}\p{L}+)?)\s|\d{1,3}(?:,\d{3})*\s(?:views|reads)\s)`)

// Unchromed parts from a text of one line what a page has between its headline and its lead.
func Unchromed(text string) (own, around string) {
	head := text[:wording.Boundary(text, chromeReach)]
	var taken []string
	for _, m := range chrome.FindAllStringIndex(head, -1) {
		if wording.StartsSentence(strings.TrimLeft(text[m[1]:], "“\"(")) {
			taken = append(taken, strings.TrimSpace(text[m[0]:m[1]]))
		}
	}
	for _, words := range taken {
		text = strings.Replace(text, words+" ", "", 1)
	}
	return text, strings.Join(taken, " ")
}

// reportedSign is who reports between the dashes of a wire: "--(BUSINESS WIRE)--".
var reportedSign = regexp.MustCompile(`\s?(?:--|[—–-])\s?\(\p{Lu}[\p{L} ]{2,30}\)\s?(?:--|[—–-])`)

// startsAtWire returns where, in a text that runs on from its headline, the town begins that who reports stands behind: "… Results
// BEIJING--(BUSINESS WIRE)--May 26, 2009--…"; nil where none does.
func startsAtWire(text string) []int {
	m := reportedSign.FindStringIndex(text)
	if m == nil {
		return nil
	}
	best := -1
	for at, words := m[0], 0; words < townWords; words++ {
		if at = strings.LastIndexByte(text[:at], ' '); at < 1 {
			break
		}
		place := text[at+1 : m[0]]
		town, _, _ := strings.Cut(place, ",")
		_, n, sure := dateline.LeadingPlace(place, false)
		if (n == len(place) || strings.HasSuffix(place, ".") && n == len(place)-1) && (sure || dateline.StandsInCapitals(town)) && endsTitle(text[:at]) {
			best = at + 1
		}
	}
	if best < 0 {
		return nil
	}
	return []int{best}
}

// lettersBehind is a word of letters with full stops, with which the next sentence begins behind a headline in capitals: "… TO HARBOR U.S. Senators …".
// Behind a preposition it is the headline's.
var lettersBehind = regexp.MustCompile(`(\s(\p{Lu}+)\s)(?:\p{Lu}\.){2,}\s$`)

// ofHeadline are words in capitals that such letters go on behind.
var ofHeadline = regexp.MustCompile(`^(?:THE|OF|IN|TO|FOR|WITH|BY|FROM|AND|A|AN|AT|ON|THIS|NEW)$`)

// withoutLetters is a headline in capitals without them.
func withoutLetters(head string) string {
	m := lettersBehind.FindStringSubmatchIndex(head)
	if m == nil || ofHeadline.MatchString(head[m[4]:m[5]]) {
		return head
	}
	return head[:m[3]]
}
