package wording

import (
	"math/bits"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// scripts are those that texts come in, with the language that each is taken for where it
// tells one: the release's, of the two that are written so.
var scripts = []struct {
	language string
	table    *unicode.RangeTable
}{
	{"", unicode.Cyrillic},
	{"", unicode.Latin},
	{"hy", unicode.Armenian},
	{"ka", unicode.Georgian},
	{"ar", unicode.Arabic},
	{"zh", unicode.Han},
	{"he", unicode.Hebrew},
	{"el", unicode.Greek},
}

// languageSample is how many bytes are enough to tell a language by.
const languageSample = 8 << 10

// UnknownLanguage is the tag of a language that cannot be told (BCP 47).
const UnknownLanguage = "und"

// LanguageOf tells a text's language by its script, its letters and the words that most
// texts have: a BCP 47 tag. It is "ru" where nothing tells, and "und" where a text of many words
// has those of no language that is known here.
func LanguageOf(text string) string {
	text = text[:min(len(text), languageSample)]
	counts := make([]int, len(scripts))
	for _, r := range text {
		if r < 'A' { // no letter: of no script
			continue
		}
		for i, s := range scripts {
			if unicode.Is(s.table, r) {
				counts[i]++
				break
			}
		}
	}
	most := 0
	for i := range counts {
		if counts[i] > counts[most] {
			most = i
		}
	}
	switch scripts[most].table {
	case unicode.Cyrillic:
		return cyrillicTongues().likeliest(text, unicode.Cyrillic)
	case unicode.Latin:
		return latinTongues().likeliest(text, unicode.Latin)
	}
	return scripts[most].language
}

// What speaks for a language, and against it, in a word. A word with a capital says less: the
// people of one country are in the news of another.
const (
	commonWord  = 1.0
	ownLetter   = 0.6
	knownEnding = 0.3
	strange     = -1.0 // a letter that the language does not write
	named       = 0.3
	wordsAsked  = 150 // of a text: more say nothing new
	fewestAsked = 10  // words in small letters tell that a language is not known
	leastSaid   = 0.1 // a word, in any language that is
)

// tongues are several languages; a set of them has a bit for each.
type tongues struct {
	tags           []string
	words, endings map[string]uint32
	letters        map[rune]writing
	pairs          map[string]uint32
	others         bool // many languages beside these are written in their letters
}

// writing is which of them write a letter, and which of these beyond the letters that most
// have.
type writing struct{ all, own uint32 }

var (
	cyrillicTongues = sync.OnceValue(func() *tongues {
		return newTongues(cyrillic, "абвгдежзийклмнопрстуфхцчшщъыьэюя'")
	})
	latinTongues = sync.OnceValue(func() *tongues {
		t := newTongues(latin, "abcdefghijklmnopqrstuvwxyz'")
		t.others = true
		return t
	})
)

func newTongues(list []tongue, common string) *tongues {
	t := &tongues{words: map[string]uint32{}, endings: map[string]uint32{}, letters: map[rune]writing{}, pairs: map[string]uint32{}}
	for i, one := range list {
		bit := uint32(1) << i
		t.tags = append(t.tags, one.tag)
		for _, r := range common {
			if !strings.ContainsRune(one.lacks, r) {
				t.letters[r] = writing{t.letters[r].all | bit, 0}
			}
		}
		for _, r := range one.alphabet {
			w := t.letters[r]
			t.letters[r] = writing{w.all | bit, w.own | bit}
		}
		for word := range strings.FieldsSeq(one.words) {
			t.words[word] |= bit
		}
		for word := range strings.FieldsSeq(one.endings) {
			t.endings[word] |= bit
		}
		for pair := range strings.FieldsSeq(one.pairs) {
			t.pairs[pair] |= bit
		}
	}
	return t
}

// likeliest returns the language for which most speaks, and of several the first. Words in another
// script say nothing.
func (t *tongues) likeliest(text string, script *unicode.RangeTable) string {
	scores := make([]float64, len(t.tags))
	asked, small := 0, 0
	for word := range strings.FieldsFuncSeq(apostrophes.Replace(text), func(r rune) bool { return !unicode.Is(script, r) && r != '\'' }) {
		lower := strings.ToLower(word)
		t.ask(strings.Trim(word, "'"), strings.Trim(lower, "'"), scores)
		if lower == word {
			small++
		}
		if asked++; asked == wordsAsked {
			break
		}
	}
	best := 0
	for i, score := range scores {
		if score > scores[best] {
			best = i
		}
	}
	if t.others && small >= fewestAsked && scores[best] < leastSaid*float64(small) {
		return UnknownLanguage
	}
	return t.tags[best]
}

// apostrophes are typed with many signs, the letters of Uzbek among them.
var apostrophes = strings.NewReplacer("’", "'", "‘", "'", "ʻ", "'", "ʼ", "'", "`", "'")

// ask adds to the scores of each language what a word says, which is lower in small letters.
func (t *tongues) ask(word, lower string, scores []float64) {
	weight := 1.0
	if lower != word && strings.ToUpper(word) != word {
		weight = named
	}
	writes, own := ^uint32(0), uint32(0)
	if before, _, cut := strings.Cut(lower, "'"); cut {
		if len(before) <= 2 { // l'accord, d'une
			t.add(scores, t.words[before], commonWord)
		}
		for pair, has := range t.pairs {
			if strings.Contains(lower, pair) {
				own |= has
			}
		}
	}
	for _, r := range lower {
		w := t.letters[r]
		writes &= w.all
		own |= w.own
	}
	all := uint32(1)<<len(t.tags) - 1
	t.add(scores, t.words[lower], commonWord)
	t.add(scores, writes&own, weight*ownLetter)
	t.add(scores, writes&t.ending(lower), weight*knownEnding)
	t.add(scores, all&^writes, weight*strange)
}

// ending returns the languages in which a word may end so, by its last letters.
func (t *tongues) ending(word string) uint32 {
	found := uint32(0)
	from := len(word)
	for range longestEnding {
		_, size := utf8.DecodeLastRuneInString(word[:from])
		if from -= size; from <= 0 {
			break
		}
		found |= t.endings[word[from:]]
	}
	return found
}

const longestEnding = 6

// add adds to the scores of a set of languages.
func (t *tongues) add(scores []float64, set uint32, score float64) {
	for ; set != 0; set &= set - 1 {
		scores[bits.TrailingZeros32(set)] += score
	}
}
