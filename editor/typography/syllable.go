package typography

import (
	"slices"
	"strings"
)

// syllables are the letters of a language that is written as it is said, with one rule for
// all its words: a syllable begins with the last consonant before its vowel, if there is one.
// All letters are small, and ' is the apostrophe, whichever is typed.
type syllables struct {
	vowels, consonants string
	// closing signs end a syllable (ъ); soft ones belong to the letter before them (ь).
	closing, soft string
	// gliding vowels begin with a consonant, so that a syllable begins with them behind a vowel.
	gliding string
	// ending is a letter that ends a syllable as a consonant does though it begins with a vowel.
	ending string
	// letters are written with two signs; doubtful are two signs that may be one letter or two,
	// so that no word is broken there.
	letters, doubtful []string
	// joins are pairs of consonants, the first and the second, that begin a syllable together;
	// no first ones are all of them.
	joins [2]string
	// beginning is what a part of compounds begins with, a syllable of more consonants: Қазақ-стан.
	beginning string
	// silentEnd is a vowel that mostly makes no syllable at the end of a word behind a consonant.
	silentEnd string
}

// sound is a letter, with the signs that belong to it.
type sound struct {
	text               string
	at                 int // where it begins, in code points
	vowel, closed, odd bool
}

// breaks returns where a syllable begins behind another, in code points.
func (s *syllables) breaks(word []rune) []int {
	sounds := s.sounds(word)
	var breaks []int
	begun := false // a vowel was there
	for i, v := range sounds {
		if !v.vowel {
			continue
		}
		if start := s.start(sounds, i, word); begun && start > 0 && !sounds[start].odd && !slices.Contains(breaks, sounds[start].at) {
			breaks = append(breaks, sounds[start].at)
		}
		begun = true
	}
	return breaks
}

// start returns the sound that the syllable of a vowel begins with; 0 where no break is
// before it.
func (s *syllables) start(sounds []sound, vowel int, word []rune) int {
	if vowel == 0 {
		return 0
	}
	before := sounds[vowel-1]
	switch {
	case before.closed, before.vowel && strings.Contains(s.gliding, sounds[vowel].text):
		return vowel
	case before.vowel:
		return 0
	}
	start := vowel - 1
	if start > 0 && s.joined(sounds[start-1], before) {
		return start - 1
	}
	if start > 1 && s.beginning != "" && !sounds[start-2].vowel && strings.HasPrefix(string(word[sounds[start-1].at:]), s.beginning) {
		return start - 1
	}
	return start
}

// joined reports whether two consonants begin a syllable together.
func (s *syllables) joined(first, second sound) bool {
	return !first.vowel && !first.closed && s.joins[1] != "" && strings.Contains(s.joins[1], second.text) &&
		(s.joins[0] == "" || strings.Contains(s.joins[0], first.text))
}

// sounds parts a word into its letters.
func (s *syllables) sounds(word []rune) []sound {
	var list []sound
	for at := 0; at < len(word); {
		text := string(word[at])
		one := sound{text: text, at: at}
		if at+1 < len(word) {
			switch two := string(word[at : at+2]); {
			case slices.Contains(s.letters, two):
				one.text = two
			case slices.Contains(s.doubtful, two):
				one.text, one.odd = two, true
			}
		}
		at += len([]rune(one.text))
		switch last := len(list) - 1; {
		case last >= 0 && strings.Contains(s.closing, text):
			list[last].closed = true
			continue
		case last >= 0 && strings.Contains(s.soft, text):
			continue
		}
		one.vowel = strings.Contains(s.vowels, text)
		one.closed = s.ending != "" && s.ending == text
		list = append(list, one)
	}
	if n := len(list); n > 1 && s.silentEnd == list[n-1].text && !list[n-2].vowel {
		list[n-1].vowel = false
	}
	return list
}

// within leaves out the breaks that leave too few letters before or behind them.
func (h *Hyphenator) within(breaks []int, count int) []int {
	return slices.DeleteFunc(breaks, func(at int) bool { return at < leastBefore || at > count-h.behind })
}

// oneApostrophe makes one sign of all that are typed for an apostrophe within a word, the
// letters among them that Uzbek and Belarusian have for it.
func oneApostrophe(r rune) rune {
	switch r {
	case '’', '‘', '\u02bb', '\u02bc', '`':
		return '\''
	}
	return r
}
