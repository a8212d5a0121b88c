package letterhead

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/intake/dateline"
	"communique/editor/intake/gazetteer"
	"communique/editor/intake/wording"
)

// TownBefore reads the place alone before the lead of a text that says its day elsewhere: «Тверь. В области …»,
// «МОСКВА – Совет …». An unknown one is a name that no sentence has for itself.
func TownBefore(lead string) (o dateline.Dateline) {
	lead = lead[:wording.Boundary(lead, dateline.OpeningReach)]
	name, n, sure := dateline.LeadingPlace(lead, false)
	if n == 0 || n > dateline.PlaceLength || !sure && !MayBePlace(name) && !dateline.StandsInCapitals(lead[:n]) {
		return dateline.Dateline{}
	}
	end := dateline.TownEnd.FindString(lead[n:])
	rest := lead[n+len(end):]
	if sure && end == "" && wording.IsInCapitals(lead[:n]) && dateline.ArticleBehind.MatchString(rest) { // "MANILA  The bank said …": the dash is lost
		return dateline.Dateline{Located: true, Place: name}
	}
	if end == "" || !wording.StartsSentence(rest) || !endsTown(end, lead[:n], rest, sure) {
		return dateline.Dateline{}
	}
	o.Located, o.Place = true, name
	return o
}

// endsTown reports whether end parts a town from the sentence behind it, and is no mark within one: a full stop, or a dash
// behind capitals, "Washington, DC: …", "London – The …", where no part of a sentence has a capital.
func endsTown(end, town, rest string, sure bool) bool {
	first, _, _ := strings.Cut(rest, " ")
	switch {
	case !sure && !wording.InCyrillic(town):
		return strings.HasPrefix(end, ".-") || dateline.Dash.MatchString(end) && !strings.HasPrefix(end, ":") && slices.Contains(wording.Articles, first)
	case strings.HasPrefix(end, "."), dateline.KindBehind.MatchString(town), dateline.Dash.MatchString(end) && slices.Contains(wording.Articles, first):
		return true
	case !sure:
		return false
	}
	if !wording.InCyrillic(town) && (dateline.SpacedDash.MatchString(end+" ") || strings.Contains(end, "|")) {
		return true
	}
	capitals := strings.ToUpper(town) == town && utf8.RuneCountInString(town) > 3
	return capitals || strings.HasPrefix(end, ":") && strings.Contains(town, ",")
}

// MayBePlace reports whether a name that nobody knows may be a place's: none of an organisation («Росстат»), and no word
// that says what the paper is.
func MayBePlace(name string) bool {
	return wording.InCyrillic(name) && !gazetteer.IsNoPlace(name) && !BelongsAbove(name)
}
