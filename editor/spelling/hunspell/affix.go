package hunspell

import (
	"strings"
	"unicode/utf8"
)

// affix is a line of PFX or SFX: strip is taken off a word and add put in its place,
// where the word fits the condition.
type affix struct {
	flag       flag
	cross      bool // it goes with an affix at the other end
	strip, add string
	condition  condition
	more       flags // what the word with the affix takes, and is
}

// affixes are those of one end.
type affixes struct {
	n       int
	crosses map[flag]bool       // of each flag, whether its affixes cross
	byAdd   map[string][]*affix // by what they add
	byFlag  map[flag][]*affix
	longest int // bytes of the longest that is added
}

// affix reads a line of PFX or SFX: the first of a flag says whether it crosses.
func (a *affixFile) affix(fields []string) bool {
	to := &a.suffixes
	if fields[0] == "PFX" {
		to = &a.prefixes
	}
	if len(fields) < 4 {
		return false
	}
	f := a.flag(fields[1])
	if f == none {
		return false
	}
	if to.crosses == nil {
		*to = affixes{crosses: map[flag]bool{}, byAdd: map[string][]*affix{}, byFlag: map[flag][]*affix{}}
	}
	if _, known := to.crosses[f]; !known {
		to.crosses[f] = fields[2] == "Y"
		return isCount(fields[3])
	}
	add, list, _ := strings.Cut(strings.ReplaceAll(fields[3], `\/`, "\x00"), "/")
	one := &affix{flag: f, cross: to.crosses[f], strip: zero(fields[2]), add: zero(strings.ReplaceAll(add, "\x00", "/")), more: a.flags(list)}
	if a.ignored != "" {
		one.add = without(one.add, a.ignored)
	}
	if len(fields) > 4 {
		var ok bool
		if one.condition, ok = parseCondition(fields[4]); !ok {
			return false
		}
	}
	to.n++
	to.byAdd[one.add] = append(to.byAdd[one.add], one)
	to.byFlag[f] = append(to.byFlag[f], one)
	to.longest = max(to.longest, len(one.add))
	return true
}

func zero(text string) string {
	if text == "0" {
		return ""
	}
	return text
}

// condition is a pattern of letters, one set of letters after another.
type condition []letterSet

type letterSet struct {
	letters string // "" for any
	negated bool
}

func (s letterSet) has(r rune) bool {
	return s.letters == "" || strings.ContainsRune(s.letters, r) != s.negated
}

func parseCondition(text string) (condition, bool) {
	var c condition
	for text != "" {
		r, size := utf8.DecodeRuneInString(text)
		switch r {
		case '.':
			c = append(c, letterSet{})
		case '[':
			end := strings.IndexByte(text, ']')
			if end < 0 {
				return nil, false
			}
			inner, negated := strings.CutPrefix(text[1:end], "^")
			if inner == "" {
				return nil, false
			}
			c = append(c, letterSet{inner, negated})
			size = end + 1
		default:
			c = append(c, letterSet{letters: text[:size]})
		}
		text = text[size:]
	}
	if len(c) == 1 && c[0].letters == "" {
		return nil, true // "." asks for nothing
	}
	return c, true
}

// fitsEnd reports whether a word ends as the condition says.
func (c condition) fitsEnd(word string) bool {
	for i := len(c) - 1; i >= 0; i-- {
		r, size := utf8.DecodeLastRuneInString(word)
		if size == 0 || !c[i].has(r) {
			return false
		}
		word = word[:len(word)-size]
	}
	return true
}

func (c condition) fitsStart(word string) bool {
	for _, set := range c {
		r, size := utf8.DecodeRuneInString(word)
		if size == 0 || !set.has(r) {
			return false
		}
		word = word[size:]
	}
	return true
}

// onEnd puts a suffix on a word; false where it does not fit.
func (x *affix) onEnd(word string) (string, bool) {
	stem, ok := strings.CutSuffix(word, x.strip)
	if !ok || !x.condition.fitsEnd(word) {
		return "", false
	}
	return stem + x.add, true
}

// onStart puts a prefix on a word.
func (x *affix) onStart(word string) (string, bool) {
	stem, ok := strings.CutPrefix(word, x.strip)
	if !ok || !x.condition.fitsStart(word) {
		return "", false
	}
	return x.add + stem, true
}

// offEnd goes through what a word may have been before a suffix.
func (a *affixFile) offEnd(word string, visit func(*affix, string) bool) bool {
	for n := range min(a.suffixes.longest, len(word)) + 1 {
		at := len(word) - n
		if at == 0 && !a.fullStrip {
			break
		}
		for _, x := range a.suffixes.byAdd[word[at:]] {
			if before := word[:at] + x.strip; before != "" && x.condition.fitsEnd(before) && visit(x, before) {
				return true
			}
		}
	}
	return false
}

// offStart goes through what a word may have been before a prefix.
func (a *affixFile) offStart(word string, visit func(*affix, string) bool) bool {
	for n := range min(a.prefixes.longest, len(word)) + 1 {
		if n == len(word) && !a.fullStrip {
			break
		}
		for _, x := range a.prefixes.byAdd[word[:n]] {
			if before := x.strip + word[n:]; before != "" && x.condition.fitsStart(before) && visit(x, before) {
				return true
			}
		}
	}
	return false
}
