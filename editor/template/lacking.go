package template

import (
	"slices"
	"strings"

	"communique/editor/grammar"
	"communique/editor/spelling/english"
	"communique/editor/wordset"
)

// lacksArticleOfName reports what stands behind a preposition and begins with a capital though everyday words tell what it is, and so
// can hardly be without an article: co-chairs of "Geneva Discussions", the hall of "Grand Opera", commander of "Flotilla". before is the
// word before the preposition: behind the noun of a body it is a part of that one's name.
func lacksArticleOfName(before, text string) bool {
	name := nameInFront(text)
	words := strings.Fields(name)
	office := isTitleWord(strings.ToLower(before))
	if len(words) == 0 || !startsSmall(before) && !office || isOwner(words[0]) || isNamedPlace(name) {
		return false
	}
	last := strings.ToLower(words[len(words)-1])
	if plural, _ := grammar.IsEnglishPlural(last); plural {
		return len(words) > 1 && severalNamed.Has(last)
	}
	if len(words) == 1 && office && chargesOfOffices.Has(last) || partsOfStates.Has(last) {
		return false
	}
	more := strings.HasPrefix(text[len(name):], " of ")
	if nounsOfNames.Has(last) {
		return more // University of Probia
	}
	if isTitle(name) {
		return !more // with President of Probia Ivan Probny
	}
	return isOneByName(last, len(words) > 1, more)
}

// isOneByName reports the last noun of a name of which there is one; described says that other words stand before it, and more that it
// is said of what it is: Caspian Flotilla, Theatre of Satire, but not Climate.
func isOneByName(noun string, described, more bool) bool {
	if partsOfNature.Has(noun) || described && (things.Has(noun) || countedNouns.Has(noun) || houses.Has(noun)) {
		return true
	}
	if !english.IsCommon(noun) {
		return false
	}
	leaning := leaningOf(noun, described)
	return leaning == probably || leaning == perhaps && (described || more)
}

// partsOfStates end names that have no article: Probny District.
var partsOfStates = wordset.Of("district region province oblast county territory governorate raion park zoo")

// chargesOfOffices stand without an article in the names of offices: Head of Mission, Secretary of State.
var chargesOfOffices = wordset.Of("mission delegation department state staff government protocol police party station section division unit")

// nameInFront are the words with a capital at the beginning of a text, up to what ends a noun; "" where another noun follows.
func nameInFront(text string) string {
	words := strings.Fields(text)
	at := 0
	for at < len(words) && !startsSmall(words[at]) && (at == 0 || !strings.HasSuffix(words[at-1], ",")) {
		at++
	}
	if at == 0 || at < len(words) && !endsNoun.Has(words[at]) && !strings.HasSuffix(words[at-1], ",") {
		return ""
	}
	return strings.TrimRight(strings.Join(words[:at], " "), ",;")
}

// severalNamed end names of several that have the article: the Geneva Discussions.
var severalNamed = wordset.Of("discussions talks negotiations consultations accords agreements treaties mountains islands lakes plains highlands forces games championships olympics awards archives authorities")

// lacksNamed reports a text within which such a name has no article.
func lacksNamed(text string) bool {
	words := strings.Fields(text)
	for i, word := range words {
		if i > 0 && i+1 < len(words) && englishPrepositions.Has(word) && lacksArticleOfName(words[i-1], strings.Join(words[i+1:], " ")) {
			return true
		}
	}
	return false
}

// doubtWithin notes people or a place within which something counted, or a name that is told by its kind, has no article: the
// representative of food safety agency.
func (f *filling) doubtWithin(p placeholder, field Field, written string) {
	if f.template.Language != "en" || f.headline || p.quoted || p.alone || field.Named || strings.Contains(written, "“") || !isOfPeople(field.Kind) && field.Kind != Text {
		return
	}
	typed := f.given(field).Text
	if startsSmall(typed) {
		written = withoutCapital(written)
	}
	if lacksAnywhere(field.Kind, written) {
		f.guess(Guess{p.field, typed, written})
	}
}

// lacksAnywhere reports that something in a text has no article behind a preposition, or of people who are named beside each other one has none.
func lacksAnywhere(kind FieldKind, text string) bool {
	if all := partsOfList(text); isOfPeople(kind) && all != nil && !isNames(all[0]) && slices.ContainsFunc(all, lacksArticle) { // the governor and delegation
		return true
	}
	return slices.ContainsFunc(behindLinks(text), lacksArticle) || lacksNamed(text)
}
