package grammar

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
)

// readNumber reads the number that begins at word from, and returns where it
// ends; from itself where there is none.
func (p *parsed) readNumber(from int) (countedPhrase, int) {
	word := p.low[from]
	if (word == "минус" || word == "плюс") && from+1 < len(p.low) {
		c, end := p.readNumber(from + 1)
		if end == from+1 {
			return c, from
		}
		c.number = append([]six{fixed(word)}, c.number...)
		return c, end
	}
	if c, ok := indefinite[word]; ok {
		return c, from + 1
	}
	if c, end := p.readWhole(from); end > from {
		return p.withHalf(c, end)
	}
	return countedPhrase{}, from
}

// readWhole reads a number in words or figures that begins at word from.
func (p *parsed) readWhole(from int) (countedPhrase, int) {
	word := p.low[from]
	if slices.Contains(collectives, word) {
		genitive := drop(word, 1) + "их"
		if strings.HasSuffix(word, "ро") {
			genitive = drop(word, 1) + "ых"
		}
		stem := drop(genitive, 1)
		return countedPhrase{number: []six{{word, genitive, stem + "м", word, stem + "ми", genitive}}, last: 5, collective: true}, from + 1
	}
	if unicode.IsDigit(firstLetter(strings.TrimLeft(word, currencies))) {
		return p.readFigures(from)
	}
	c := countedPhrase{last: 5}
	for i, word := range p.low[from:] {
		row, ok := numeralWords()[word]
		if !ok {
			row, ok = numeralPair(word)
		}
		if thousands, goesOn := p.thousandsAt(from+i, c); goesOn {
			c.number, c.compound = append(c.number, thousands), true
			continue
		}
		if !ok {
			return c, from + i
		}
		c.number = append(c.number, row.forms)
		c.last, c.compound = 5, i > 0
		if row.value < 5 {
			c.last = row.value
		}
	}
	return c, len(p.low)
}

// currencies are the signs that stand before a sum, and percent behind one.
const currencies = "$€£¥₽"

// readFigures reads «21», «1 200», «10–15», «2,5», «$5» and «15%».
func (p *parsed) readFigures(from int) (countedPhrase, int) {
	end := from + 1
	for end < len(p.low) && len(p.low[end]) == 3 && isFigures(p.low[end]) {
		end++
	}
	text := strings.TrimLeft(strings.Join(p.low[from:end], ""), currencies)
	if percent, ok := strings.CutSuffix(text, "%"); ok && isFigures(strings.Replace(percent, ",", "", 1)) {
		return countedPhrase{number: make([]six, end-from), last: 5, fraction: true}, end
	}
	if cut := strings.LastIndexAny(text, "–—-"); cut >= 0 {
		text = strings.TrimLeft(text[cut:], "–—-")
	}
	c := countedPhrase{number: make([]six, end-from), last: 5}
	if whole, part, ok := strings.Cut(text, ","); ok && isFigures(whole) && isFigures(part) {
		c.fraction = true
		return c, end
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		return c, from
	}
	if n%100/10 != 1 && n%10 > 0 && n%10 < 5 {
		c.last = n % 10
	}
	c.compound = n > 4
	return c, end
}

func isFigures(word string) bool { return word != "" && strings.Trim(word, "0123456789") == "" }

// numeralWord is a numeral as it is written in words.
type numeralWord struct {
	value int
	forms six
}

// numeralWords are the simple numerals by their nominative.
var numeralWords = sync.OnceValue(func() map[string]numeralWord {
	known := map[string]numeralWord{}
	for _, n := range []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 30, 40, 50, 60, 70, 80, 90, 100, 200, 300, 400, 500, 600, 700, 800, 900} {
		for _, g := range []Gender{Masculine, Feminine, Neuter} {
			var s six
			for i, c := range Cases() {
				s[i] = Numeral(n, c, g, false)
			}
			known[s[nom]] = numeralWord{n, s}
		}
	}
	return known
})
