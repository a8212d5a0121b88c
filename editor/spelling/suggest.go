package spelling

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"communique/editor/spelling/automaton"
)

// mostProposals is how many words are proposed for one.
const mostProposals = 5

// longestWord is how many letters the longest words have, with hyphens and mistakes.
const longestWord = 80

// Suggest returns up to five words that a misspelt one may be meant to be, the likeliest
// first: names of the registers, what its keys are in the other layout, frequent
// mistakes, then other words by how far they are and how frequent. They have the
// word's capitals, and ё as the house writes it. Of what is longer than any word there
// are none: its mistakes would be tried at every letter.
func (c *Checker) Suggest(m Misspelling) []string {
	if utf8.RuneCountInString(m.word) > longestWord {
		return nil
	}
	return c.proposals.of(m.Text, func() []string {
		if m.more != nil {
			return m.more.Suggest(m.word, mostProposals)
		}
		return likeQuoted(c.suggest(m.word, m.in), m.Text)
	})
}

// likeQuoted gives proposals the apostrophe that the text has.
func likeQuoted(proposed []string, text string) []string {
	if strings.Contains(text, "’") {
		for i := range proposed {
			proposed[i] = strings.ReplaceAll(proposed[i], "'", "’")
		}
	}
	return proposed
}

// proposal is a word that may be meant; the lowest weight is the likeliest.
type proposal struct {
	word   string
	weight int
}

// Weights: a tenth of a mistake weighs as much as perCost, a step of frequency as much as
// perFrequency.
const (
	perCost      = 10
	perFrequency = 9
	// ofRegisters is what a name of the registers has ahead of other words.
	ofRegisters = 200
	sayingCost  = 1
	splitCost   = 7
)

func (c *Checker) suggest(word string, in script) []string {
	var all []proposal
	propose := func(word string, cost int, f automaton.Frequency) {
		all = append(all, proposal{word, cost*perCost - int(f)*perFrequency})
	}
	low := strings.ToLower(word)
	if other := c.otherLayout(word); other != "" {
		propose(other, 0, automaton.MostFrequent)
	}
	for _, meant := range sayings()[low] {
		propose(meant, sayingCost, automaton.MostFrequent)
	}
	l := c.lexicon(in)
	if !isSmall(word) {
		for _, near := range c.own.near(low) {
			all = append(all, proposal{near.Word, near.Cost*perCost - ofRegisters})
		}
	}
	c.rewritten(low, in, func(other string, cost int) {
		if f := l.frequency(other); f > 0 {
			propose(other, cost, f)
		}
	})
	splits(low, l, in, propose)
	if strings.ContainsRune(low, '-') {
		c.byParts(word, in, propose)
	}
	for _, near := range l.near(low) {
		cost := near.Cost
		if isSmall(word) && !isSmall(near.Word) {
			cost += confusion
		}
		propose(near.Word, cost, near.Frequency)
	}
	return c.best(word, all)
}

// near are the words near one: those one mistake away; where they are few, those with a
// frequent one more; and where there are none, those two mistakes away.
func (l *lexicon) near(low string) []automaton.Near {
	found := l.words.Near(low, l.costs, plainMistake+2)
	for _, limit := range []int{plainMistake + likely, 2 * plainMistake} {
		if len(found) >= mostProposals || limit > plainMistake+likely && len(found) > 0 || utf8.RuneCountInString(low) < shortestTwice {
			break
		}
		found = l.words.Near(low, l.costs, limit)
	}
	return found
}

// shortestTwice is how long a word is in which two mistakes are looked for.
const shortestTwice = 4

// best are the likeliest proposals as they are to be written, each once.
func (c *Checker) best(word string, all []proposal) []string {
	slices.SortStableFunc(all, func(a, b proposal) int { return cmp.Compare(a.weight, b.weight) })
	var words []string
	for _, p := range all {
		written := c.house.Spell("", cased(p.word, word))
		if written != word && !isUnseemly(written) && !slices.ContainsFunc(words, func(other string) bool { return folded(other) == folded(written) }) {
			words = append(words, written)
		}
		if len(words) == mostProposals {
			break
		}
	}
	return words
}

// cased gives a proposal the capitals of the word it is for.
func cased(proposed, word string) string {
	switch {
	case isCapitals(word) && utf8.RuneCountInString(word) > 1:
		return strings.ToUpper(proposed)
	case !isSmall(word) && isSmall(proposed):
		size := firstSize(proposed)
		return strings.ToUpper(proposed[:size]) + proposed[size:]
	}
	return proposed
}

// rewritten tries mistakes of several letters, one at a time.
func (c *Checker) rewritten(low string, in script, try func(other string, cost int)) {
	list := russianRewritings()
	if in == latin {
		list = englishRewritings()
	}
	for _, r := range list {
		typed, atStart := strings.CutPrefix(r.typed, "^")
		typed, atEnd := strings.CutSuffix(typed, "$")
		for at := 0; at < len(low); at++ {
			i := strings.Index(low[at:], typed)
			if i < 0 {
				break
			}
			at += i
			if atStart && at > 0 || atEnd && at+len(typed) < len(low) {
				continue
			}
			try(low[:at]+strings.TrimPrefix(r.meant, "^")+low[at+len(typed):], joinedMistake)
		}
	}
}

// apart are the words that are often joined with the next one, or written with a hyphen.
var apart = strings.Fields("не ни на в во по с со за от до из к ко о об у без под при для про как так то что кто где чтобы будто бы же ли все всё и а но или вряд это этот")

// splits proposes two words for one: a known one behind or before a word that is often
// joined, or two frequent ones.
func splits(low string, l *lexicon, in script, propose func(string, int, automaton.Frequency)) {
	for at := range low {
		if at == 0 {
			continue
		}
		before, after := strings.TrimSuffix(low[:at], "-"), strings.TrimPrefix(low[at:], "-")
		f := min(l.words.Find(before), l.words.Find(after))
		if cost := splitCostOf(before, after, in); f >= rarestOfSplit && cost > 0 {
			propose(before+" "+after, cost, f)
		}
	}
	if in == cyrillic {
		hyphens(low, l, propose)
	}
}

// splitCostOf is what it costs to have joined two words, 0 where nobody would.
func splitCostOf(before, after string, in script) int {
	first, second := utf8.RuneCountInString(before), utf8.RuneCountInString(after)
	switch {
	case in == latin && first > 1 && second > 1:
		return plainMistake + 2
	case in == latin:
		return 0
	case before == "без" && (strings.HasSuffix(after, "ый") || strings.HasSuffix(after, "ий")): // it takes no nominative
		return plainMistake + 2
	case slices.Contains(apart, before), slices.Contains(separate, after):
		return splitCost
	case first > 2 && second > 2, first == 1 && strings.Contains("авикосуя", before):
		return plainMistake + 2
	}
	return 0
}

// rarestOfSplit is how frequent both words have to be.
const rarestOfSplit = automaton.Frequency(5)

// hyphens proposes a hyphen where a rule has one: before то, либо, нибудь, таки, behind
// кое, and in «по-прежнему», «по-русски».
func hyphens(low string, l *lexicon, propose func(string, int, automaton.Frequency)) {
	for _, particle := range []string{"то", "либо", "нибудь", "таки"} {
		if before, ok := strings.CutSuffix(low, particle); ok {
			before = strings.TrimSuffix(before, "-")
			if f := l.words.Find(before); f >= rarestOfSplit {
				propose(before+"-"+particle, confusion, f)
			}
		}
	}
	if rest, ok := strings.CutPrefix(low, "по"); ok {
		for _, ending := range []string{"ому", "ему", "ски", "цки", "ьи"} {
			if f := l.words.Find(rest); strings.HasSuffix(rest, ending) && f >= rarestOfSplit {
				propose("по-"+rest, confusion, f)
			}
		}
	}
	if rest, ok := strings.CutPrefix(low, "кое"); ok {
		if f := l.words.Find(rest); f >= rarestOfSplit {
			propose("кое-"+rest, confusion, f)
		}
	}
}

// byParts proposes a word with hyphens in which one part is put right.
func (c *Checker) byParts(word string, in script, propose func(string, int, automaton.Frequency)) {
	parts := strings.Split(word, "-")
	wrong := -1
	for i, part := range parts {
		if part == "" || c.knows(part, in) || i < len(parts)-1 && in == cyrillic && c.isFirstPart(strings.ToLower(part)) {
			continue
		}
		if wrong >= 0 {
			return
		}
		wrong = i
	}
	if wrong < 0 {
		return
	}
	l := c.lexicon(in)
	for i, other := range c.suggest(parts[wrong], in) {
		whole := slices.Clone(parts)
		whole[wrong] = other
		propose(strings.Join(whole, "-"), i*confusion, l.frequency(other))
	}
}

// near are the names of the registers that one may be meant to be.
func (o *own) near(low string) []automaton.Near {
	limit := 1
	if utf8.RuneCountInString(low) >= longName {
		limit = 2
	}
	var found []automaton.Near
	typed := []rune(low)
	for _, name := range o.names {
		letters := []rune(strings.ToLower(name))
		if len(letters)-len(typed) > limit || len(typed)-len(letters) > limit {
			continue
		}
		if d := distance(typed, letters, limit); d <= limit {
			found = append(found, automaton.Near{Word: name, Cost: d * plainMistake})
		}
	}
	return found
}

// longName is how long a name is in which two mistakes are looked for.
const longName = 8

// distance is how many letters two words differ by, or more than limit.
func distance(x, y []rune, limit int) int {
	var rows [3][longestName + 1]int
	if len(x) > longestName || len(y) > longestName {
		return limit + 1
	}
	two, above, row := &rows[0], &rows[1], &rows[2]
	for j := range y {
		above[j+1] = j + 1
	}
	for i := range x {
		row[0] = i + 1
		least := row[0]
		for j := range y {
			cost := above[j]
			if x[i] != y[j] {
				cost++
			}
			cost = min(cost, above[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				cost = min(cost, two[j-1]+1)
			}
			row[j+1] = cost
			least = min(least, cost)
		}
		if least > limit+1 {
			return least
		}
		two, above, row = above, row, two
	}
	return above[len(y)]
}

// longestName is the longest name that is compared.
const longestName = 40

// isPlainMistake reports whether an unknown word with a capital at the start of a
// sentence is a frequent word with one frequent mistake («Агенство»), or a long one with
// any («Админстрация»).
func (c *Checker) isPlainMistake(t token) bool {
	low, most := strings.ToLower(t.word), likely
	switch n := utf8.RuneCountInString(low); {
	case n < shortestPlain:
		return false
	case n >= longPlain:
		most = plainMistake
	}
	l := c.lexicon(t.script)
	for _, near := range l.words.Near(low, l.costs, most) {
		least := frequentPlain
		if most == plainMistake && near.Cost <= confusion {
			least = knownPlain
		}
		if isSmall(near.Word) && near.Frequency >= least && (near.Cost <= likely || endAlike(low, near.Word)) {
			return true
		}
	}
	return false
}

// endAlike reports whether two words have their last two letters in common: surnames are words with another end.
func endAlike(a, b string) bool {
	x, y := []rune(a), []rune(b)
	return len(x) > 2 && len(y) > 2 && slices.Equal(x[len(x)-2:], y[len(y)-2:])
}

const (
	shortestPlain = 6
	longPlain     = 8
	frequentPlain = automaton.Frequency(7)
	knownPlain    = automaton.Frequency(5) // of long words with letters that sound alike («Садаводы»)
)

// proposals remembers what was proposed.
type proposals struct {
	mutex *sync.Mutex
	known map[string][]string
}

// mostRemembered is how many words are remembered before all are forgotten.
const mostRemembered = 2_000

func newProposals() proposals { return proposals{&sync.Mutex{}, map[string][]string{}} }

func (p proposals) of(word string, find func() []string) []string {
	p.mutex.Lock()
	found, ok := p.known[word]
	p.mutex.Unlock()
	if ok {
		return slices.Clone(found)
	}
	found = find()
	p.mutex.Lock()
	defer p.mutex.Unlock()
	if len(p.known) >= mostRemembered {
		clear(p.known)
	}
	p.known[word] = found
	return slices.Clone(found)
}

func sortByPlace(all []Misspelling) {
	slices.SortFunc(all, func(a, b Misspelling) int { return cmp.Compare(a.Start, b.Start) })
}
