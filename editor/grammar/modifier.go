package grammar

import (
	"strings"
)

// isModifier reports what may stand before the head without declining: «и»,
// adverbs, pronouns, abbreviations.
func isModifier(word string) bool {
	switch word {
	case "и", "временно", "постоянно", "его", "её", "ее", "их", "ex", "международно", "общественно", "военно", "гвардии", "жогорку", "милли", "олий", "ил":
		return true
	}
	return hasAnySuffix(word, ".", "-") // ген. директор, теле- и радиоведущий
}

// modifierForms declines an adjective or an ordinal in figures before the head.
func modifierForms(word string, animate bool) (six, bool) {
	if adverbs.Has(word) { // ранее
		return six{}, false
	}
	if s, ok := ordinalInFigures(word, animate); ok {
		return s, true
	}
	if inner, ok := strings.CutPrefix(word, "("); ok && strings.HasSuffix(inner, ")") { // Российско-Армянский (Славянский) университет
		s, ok := modifierForms(strings.TrimSuffix(inner, ")"), animate)
		for c := range s {
			s[c] = "(" + s[c] + ")"
		}
		return s, ok
	}
	if s, ok := possessivePronoun(word, animate); ok {
		return s, true
	}
	if before, last, ok := strings.Cut(word, "-"); ok { // Смоленская-Сенная, but Китайско-Белорусский
		if first, ok := adjectiveForms(before, animate); ok {
			s, ok := adjectiveForms(last, animate)
			return hyphenated(first, s), ok
		}
	}
	if active, ok := strings.CutSuffix(word, "ся"); ok { // выдающийся
		s, declines := adjectiveForms(active, animate)
		return s.with("ся"), declines
	}
	return adjectiveForms(word, animate)
}

// possessivePronoun declines the pronouns that stand before one person and agree: наш посол, Ваше Величество.
func possessivePronoun(word string, animate bool) (six, bool) {
	switch word {
	case "наш", "наша", "ваш", "ваша", "ваше", "мой", "моя":
		return agreeing(word, animate)
	}
	return six{}, false
}

// ordinalInFigures declines 1-й and 2-я. One letter follows the figures after a
// vowel and two after a consonant: Мильчин, Чельцова, Справочник издателя и
// автора, § 6.2.
func ordinalInFigures(word string, animate bool) (six, bool) {
	number, ending, ok := strings.Cut(word, "-")
	if !ok || number == "" || strings.Trim(number, "0123456789") != "" {
		return six{}, false
	}
	number += "-"
	switch ending {
	case "й":
		s := six{word, number + "го", number + "му", word, number + "м", number + "м"}
		if animate {
			s[acc] = s[gen]
		}
		return s, true
	case "я":
		return six{word, number + "й", number + "й", number + "ю", number + "й", number + "й"}, true
	case "е":
		return six{word, number + "го", number + "му", word, number + "м", number + "м"}, true
	}
	return six{}, false
}

func startsWithLetter(word string) bool {
	for _, r := range word {
		return isVowel(r) || isConsonant(r) || r == 'й'
	}
	return false
}

// trimTail parts a word from the punctuation after it.
func trimTail(word string) (string, string) {
	if word == "" || !isMark(word[len(word)-1]) {
		return word, ""
	}
	b := strings.TrimRight(word, ",;:")
	return b, word[len(b):]
}

// with adds the same tail to every form.
func (s six) with(tail string) six {
	if tail != "" {
		for c := range s {
			s[c] += tail
		}
	}
	return s
}
