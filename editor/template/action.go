package template

import (
	"strings"

	"communique/editor/spelling/english"
	"communique/editor/wordset"
)

// actionOf is what somebody does, as a verb without its "to", where a text says that instead of naming a thing:
// "to merge two faculties", "Improve interoperability", "carry out checks".
func actionOf(text string) (action string, ok bool) {
	verb, object, more := strings.Cut(text, " ")
	if low := strings.ToLower(verb); low == "to" {
		verb, _, _ = strings.Cut(object, " ")
		return object, !determiners.Has(verb) && english.Gerund(verb) != ""
	} else if !more || !isVerb(low, object) {
		return "", false
	}
	return strings.ToLower(verb) + " " + object, true
}

func isAction(text string) bool {
	_, ok := actionOf(text)
	return ok
}

// isVerb reports a word in small letters that is a verb before what stands behind it. One that is a noun too is a verb
// before a particle or before what has an article: "test the readiness", "set up a centre".
func isVerb(low, behind string) bool {
	next, _, _ := strings.Cut(behind, " ")
	switch gerund := english.Gerund(low); {
	case gerund == "", determiners.Has(low), englishPrepositions.Has(low), strings.HasSuffix(low, "ing"), strings.HasSuffix(low, "ed"), adjectives.Has(low):
		return false
	case particles.Has(next):
		return true
	case englishPrepositions.Has(next):
		return false
	case aims.Has(low), english.Words().Find(low+"'s") == 0 && english.Words().Find(low+"ly") == 0 && english.Words().Find(low+"s") > 0:
		return true
	}
	return (determiners.Has(next) || adjectives.Has(next)) && english.Words().Find(low+"ly") == 0
}

// particles belong to the verb before them.
var particles = wordset.Of("out up together back")

// adjectives are words that may be verbs and are none before a noun, as names of topics have them.
var adjectives = wordset.Of("new young small foreign international regional national mutual safe timely early rapid effective live joint express present current further better lower free open clean clear complete secure separate perfect elaborate upset own")

// asGerunds is what is done as a thing: "building a hospital", "building and opening schools".
func asGerunds(action string) string {
	words := strings.Split(action, " ")
	for i, word := range words {
		if !mayActAt(words, i) {
			continue
		}
		if gerund := english.Gerund(word); gerund != "" && actsAt(words, i) {
			words[i] = gerund
		}
		if i > 0 && words[i-1] == "to" && strings.HasSuffix(words[i], "ing") {
			words[i-1] = ""
		}
	}
	return strings.Join(strings.Fields(strings.Join(words, " ")), " ")
}

// mayActAt reports where in an action a verb may stand: it begins one, or is joined to another.
func mayActAt(words []string, i int) bool {
	return i == 0 || words[i-1] == "and" || words[i-1] == "or" || words[i-1] == "to"
}

// actsAt reports a verb at such a place. The first word, one that "and" joins right to the first, and one
// behind "to" are verbs whatever follows: "build and open schools"; any other could be a noun.
func actsAt(words []string, i int) bool {
	return i == 0 || i == 2 && words[1] == "and" || words[i-1] == "to" || i+1 < len(words) && isVerb(words[i], strings.Join(words[i+1:], " "))
}
