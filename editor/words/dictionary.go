package words

import (
	"strings"
	"sync"
	"unicode/utf8"

	"communique/assets/dictionaries"
)

// dictionary is the embedded list of Russian words in its two parts. It is
// read where it lies: nothing is built from it but the list of endings.
type dictionary struct {
	endings []string // sets of endings by their number, parted by commas
	words   string   // sorted lines: beginning, tab, number of the set
}

var russian = sync.OnceValue(func() dictionary {
	endings, words, _ := strings.Cut(dictionaries.Russian, "\n---\n")
	return dictionary{strings.Split(endings, "\n"), words}
})

// has reports whether a word has the folded form. Endings are short: it looks for the long
// beginnings first.
func (d dictionary) has(folded string) bool {
	if len(folded) > longestWord {
		return false
	}
	found := false
	see := func(string) { found = true }
	d.formsFrom(folded, "", see)
	for n := len(folded) - 1; n >= len("аа") && !found; n-- {
		if utf8.RuneStart(folded[n]) {
			d.formsFrom(folded[:n], folded[n:], see)
		}
	}
	return found
}

// longestWord is how many bytes no form of the dictionary is longer than. What is longer is not
// looked for, letter by letter: it may be a megabyte that somebody has pasted.
const longestWord = 120

// forms calls visit with every form of every word that has the folded form.
func (d dictionary) forms(folded string, visit func(string)) {
	if len(folded) > longestWord {
		return
	}
	for n := range folded {
		if n < len("аа") {
			continue
		}
		d.formsFrom(folded[:n], folded[n:], visit)
	}
	d.formsFrom(folded, "", visit)
}

// formsFrom looks among the words that begin with begin and nothing else.
func (d dictionary) formsFrom(begin, ending string, visit func(string)) {
	key := begin + "\t"
	for at := dictionaries.LineAt(d.words, key); strings.HasPrefix(d.words[at:], key); {
		number, _, _ := strings.Cut(d.words[at+len(key):], "\n")
		at += len(key) + len(number) + 1
		shared, wanted := begin, ending
		if whole, ok := strings.CutPrefix(number, "*"); ok {
			number, shared, wanted = whole, "", begin+ending
		}
		set := d.endings[parseNumber(number)]
		if !listed(set, wanted) {
			continue
		}
		for e := range strings.SplitSeq(set, ",") {
			visit(shared + e)
		}
	}
}

func listed(set, ending string) bool {
	for more := true; more; {
		var e string
		if e, set, more = strings.Cut(set, ","); e == ending {
			return true
		}
	}
	return false
}

// parseNumber reads the list's own hexadecimal numbers.
func parseNumber(text string) int {
	n := 0
	for i := range len(text) {
		digit := int(text[i] - '0')
		if digit > 9 {
			digit = int(text[i]-'a') + 10
		}
		n = n<<4 | digit
	}
	return n
}
