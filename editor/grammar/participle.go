package grammar

import (
	"slices"
	"strings"
)

// HasParticipleBehind reports something of which a participle behind a comma tells more, to its end: «тайфун, обрушившийся
// на побережье».
func HasParticipleBehind(phrase string) bool {
	_, _, _, ok := cutParticiple(phrase)
	return ok
}

// cutParticiple parts a thing from the participle that is said of it and what belongs to that.
func cutParticiple(phrase string) (thing, participle, rest string, ok bool) {
	thing, behind, parted := strings.Cut(phrase, ", ")
	participle, rest, more := strings.Cut(behind, " ")
	if !parted || !more || lower(participle) != participle || strings.Contains(rest, ",") || strings.Contains(thing, " и ") || mayBeNominative(rest) {
		return "", "", "", false
	}
	stem := strings.TrimSuffix(participle, "ся")
	if !hasAnySuffix(stem, "вший", "вшая", "вшее", "вшие", "ющий", "ющая", "ющее", "ющие", "ящий", "ящая", "ящее", "ящие", "ущий", "ущая", "ущее", "ущие", "ащий", "ащая", "ащее", "ащие", "нный", "нная", "нное", "нные") {
		return "", "", "", false
	}
	return thing, participle, rest, true
}

// mayBeNominative reports a word that a participle before it may agree with: «действующий президент».
func mayBeNominative(text string) bool {
	first, _, _ := strings.Cut(text, " ")
	nominative := func(s Shown) bool { return s.Case == Nominative }
	return slices.ContainsFunc(NounShows(first), nominative) || slices.ContainsFunc(AdjectiveShows(first), nominative)
}

// withParticiple is a phrase in a case with the participle behind it in the same; false where it has none that agrees.
func (h House) withParticiple(phrase string, c Case) (form string, sure, ok bool) {
	thing, participle, rest, ok := cutParticiple(phrase)
	if !ok {
		return "", false, false
	}
	gender, known := Agreement(thing)
	stem := strings.TrimSuffix(participle, "ся")
	forms, isAdjective := AdjectiveForms(stem)
	if !known || !isAdjective || forms[Shown{Gender: gender, Case: Nominative}] != stem {
		return "", false, false
	}
	form, sure = h.InCase(thing, c)
	shown := Shown{Gender: gender, Case: c, Animate: c == Accusative && isAnimate(thing)}
	return form + ", " + forms[shown] + participle[len(stem):] + " " + rest, sure, true
}

// isAnimate reports somebody, whose accusative is as the genitive.
func isAnimate(thing string) bool {
	first, _, _ := strings.Cut(lower(thing), " ")
	return isPerson(first) || mayBeSeveral(first)
}
