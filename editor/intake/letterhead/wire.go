package letterhead

import (
	"strings"
	"unicode/utf8"

	"communique/editor/intake/dateline"
	"communique/editor/intake/gazetteer"
	"communique/editor/intake/wording"
	"communique/editor/register"
)

// WireLead is how long a lead is at least, in code points, that a wire's dateline tells.
const WireLead = 80

// BeginsAsWire reports whether a paragraph begins with a dateline that no sentence begins with.
func BeginsAsWire(text string) bool {
	if o := dateline.OpeningOf(text); o.Located && o.Place != "" {
		first, _, _ := strings.Cut(text, ",")
		return !o.Dated || !o.Date.IsZero() || o.Reported || wording.IsInCapitals(first)
	}
	return TownAlone(text) != ""
}

// TownAlone is the known town that stands before a sentence without a day, in capitals, or above a whole paragraph: "NEW YORK – The …",
// "Pretoria - The …"; "" where none does.
func TownAlone(text string) string {
	long := utf8.RuneCountInString(text) >= WireLead
	text = dateline.BehindReporter(text[:wording.Boundary(text, dateline.OpeningReach)])
	name, n, sure := dateline.LeadingPlace(text, false)
	if town := gazetteer.TownInCapitals(text); town != "" {
		name, n, sure = gazetteer.Capitalised(town), len(town), true
	}
	if n == 0 || !sure || wording.InCyrillic(text[:n]) {
		return ""
	}
	end := dateline.TownEnd.FindString(text[n:])
	behind := text[n+len(end):]
	if end == "" || strings.HasPrefix(end, ".") || !wording.StartsSentence(behind) {
		return ""
	}
	capitals := strings.ToUpper(text[:n]) == text[:n] && utf8.RuneCountInString(text[:n]) > 3
	if !capitals && (!long || strings.ContainsAny(end, ":|") && register.ShippedAreas()[name]) {
		return ""
	}
	return name
}
