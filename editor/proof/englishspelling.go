package proof

import (
	"strings"

	"communique/editor/spelling/english"
	"communique/editor/wordset"
)

// spelled is a word that is written by the spelling of one country, of two.
type spelled struct {
	i     int // token
	usage usage
}

// wordsSpelled are the words of an English text that have another spelling elsewhere. Names keep theirs, so that
// words with a capital tell nothing: "the World Trade Center".
func (p *passage) wordsSpelled() []spelled {
	var all []spelled
	for i, t := range p.tokens {
		if t.kind != word || t.address {
			continue
		}
		if u := spellingOf(p.piece(i)); u != "" {
			all = append(all, spelled{i, u})
		}
	}
	return all
}

// spellingOf is by which spelling a word is written; "" where there is one only.
func spellingOf(text string) usage {
	const shortest = 4 // letters: grey
	if len(text) < shortest || !isLower(text) || !isASCII(text) || spelledApart.Has(text) {
		return ""
	}
	for _, of := range spellings {
		for way, u := range of.usages {
			if hasSpelling(text, of.pieces[way], of.pieces[1-way]) {
				return u
			}
		}
	}
	return ""
}

// spellings are the pieces of words in which two spellings differ, in the same order.
var spellings = [...]struct {
	usages [2]usage
	pieces [2][]string
}{
	{[2]usage{british, american}, [2][]string{
		{"our", "tre", "bre", "defence", "offence", "lled", "lling", "llor", "ller", "yse", "ysing", "aluminium", "jewellery", "sceptic", "plough", "manoeuvre", "grey"},
		{"or", "ter", "ber", "defense", "offense", "led", "ling", "lor", "ler", "yze", "yzing", "aluminum", "jewelry", "skeptic", "plow", "maneuver", "gray"},
	}},
	{[2]usage{withS, withZ}, [2][]string{{"ise", "ising", "isation"}, {"ize", "izing", "ization"}}},
}

// hasSpelling reports whether a word has one of the pieces, and is a word with the other in its place too. A
// syllable stands before what is no word's beginning, before a doubled letter two vowels: "mourning" and "morning"
// are two words, and so are "filled" and "filed".
func hasSpelling(text string, pieces, others []string) bool {
	for n, piece := range pieces {
		at := strings.LastIndex(text, piece)
		if at < 0 || !isBeginning(text[:at], piece, others[n]) {
			continue
		}
		if other := text[:at] + others[n] + text[at+len(piece):]; english.Words().Find(text) > 0 && english.Words().Find(other) > 0 {
			return true
		}
	}
	return false
}

// isBeginning reports whether a word may begin so before a piece.
func isBeginning(before, piece, other string) bool {
	vowels := 0
	for _, r := range before {
		if strings.ContainsRune("aeiouy", r) {
			vowels++
		}
	}
	if doubled := strings.HasPrefix(piece, "ll") || strings.HasPrefix(other, "ll"); doubled {
		return vowels > 1
	}
	const word = len("grey")
	return vowels > 0 || before == "" && len(piece) >= word
}

// spelledApart are words of which both spellings are words of their own, or one is every country's.
var spelledApart = wordset.Of("expertise seize seized seizes seizing meter meters timber timbers timbre timbres outer outre greyhound greyhounds refilled refilling refiled refiling analyses catalyses dialyses paralyses hydrolyses psychoanalyses reanalyses")
