package grammar

import (
	"strings"
	"unicode/utf8"
)

// SplitPost parts «Президент Республики Иван Пробный» into the post and the
// name. Where no name is seen all of it is the post, and where it begins with
// the name there is none. Whom and what the registers know is looked for first.
func SplitPost(phrase string, known Known) (post, name string) {
	phrase = strings.TrimSpace(phrase)
	if known != nil {
		if name = known.NameAtEnd(phrase); name != "" {
			return strings.TrimSpace(strings.TrimSuffix(phrase, name)), name
		}
		if post = known.PostAtStart(phrase); post != "" {
			return post, strings.TrimSpace(strings.TrimPrefix(phrase, post))
		}
	}
	p := parse(phrase)
	switch at := p.nameStart(); {
	case at == 0:
		return "", phrase
	case at < len(p.raw):
		return strings.Join(p.raw[:at], " "), strings.Join(p.raw[at:], " ")
	case GuessKind(phrase) == Post:
		return phrase, ""
	}
	return "", phrase
}

// nameStart is the index of the word with which the name begins: of all places
// where it could, the one where the words before are best explained as a post
// and those after as a name. It is the number of words where there is no name.
func (p *parsed) nameStart() int {
	n, from := len(p.low), p.nameRun()
	best, at := 0, n
	if from == 0 {
		best = p.nameScore(0)
		at = 0
	}
	explained := 0
	for i := max(from, 1); i <= n; i++ {
		if i > from {
			explained += p.complementScore(i - 1)
		}
		if !p.isPostUpTo(i) {
			continue
		}
		score := explained
		if i < n {
			score += p.nameScore(i)
		}
		if at == n || score > best {
			best, at = score, i
		}
	}
	return at
}

// nameRun is the index from which all words to the end may stand in a name.
func (p *parsed) nameRun() int {
	from := len(p.low)
	for from > 0 && p.mayBeOfName(from-1) {
		from--
	}
	for from < len(p.low) && p.startsWithParticle(from) {
		from++
	}
	return from
}

// mayBeOfName reports whether word i can stand in a name: it has a capital, or is
// a particle, and is no post, no abbreviation and in no quotation marks.
func (p *parsed) mayBeOfName(i int) bool {
	raw, low := p.raw[i], p.low[i]
	if strings.ContainsAny(raw, ",;:«»„“\"()0123456789№–—") {
		return false
	}
	if first, _ := utf8.DecodeRuneInString(raw); !isCapital(first) {
		before, _, hyphen := strings.Cut(low, "-")
		return low != "о" && (fatherWords[low] != Unknown || particles[low] || worshipful[low] || hyphen && particles[before]) && i+1 < len(p.low)+boolToInt(fatherWords[low] != Unknown || hyphen)
	}
	switch {
	case p.isAbbreviationAt(i) && !isRomanNumber(low):
		return false
	case isPostNoun(low) || substantives[low] || p.isActingAt(i):
		return i > 0 && (given(p.low[i-1]) != 0 || isDotted(p.low[i-1])) && !isPostNoun(p.low[i-1])
	}
	return true
}

func boolToInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// startsWithParticle reports words that can stand within a name and not begin it.
func (p *parsed) startsWithParticle(i int) bool {
	first, _ := utf8.DecodeRuneInString(p.raw[i])
	return !isCapital(first) && fatherWords[p.low[i]] != Unknown
}

// isPostUpTo reports whether a post can end before word i: something before it
// is a post's noun, or no name at all.
func (p *parsed) isPostUpTo(i int) bool {
	for j := range i {
		word := bare(p.low[j])
		first, _ := utf8.DecodeRuneInString(p.raw[j])
		if j > 0 && complementOf(word)&(obliquePlace|obliqueNoun) != 0 && given(word) == 0 {
			return true
		}
		if isPostNoun(word) || substantives[word] || p.isActingAt(j) || postNeuters[word] || !isCapital(first) && !particles[word] && fatherWords[word] == Unknown {
			return true
		}
	}
	return false
}

// nameScore says how well the words from i on make a name.
func (p *parsed) nameScore(i int) int {
	words := p.low[i:]
	score, names, dotted, fathers, linked := 0, 0, 0, 0, 0
	for j, word := range words {
		switch {
		case isDotted(word):
			dotted++
		case isRomanNumber(word):
			linked++
		case fatherWords[word] != Unknown:
			linked += 2
		case particles[word] && j+1 < len(words):
		default:
			names++
			fathers += boolToInt(patronymicGender(word) != Unknown && j > 0)
			score -= p.foreignness(i + j)
		}
	}
	if soleName(words) >= 0 {
		return score + 8
	}
	switch {
	case names == 0:
		return -10
	case dotted > 0:
		return score + 10 - 4*max(0, names-2)
	case linked > 1 && names < 6:
		score += 4
	}
	switch {
	case fathers > 0 && names > 1:
		score += 4 + 4*boolToInt(names > 2) - 6*max(0, names-3)
	case names == 1:
		score += p.soleScore(i, linked > 0)
	case names == 2:
		score += pairScore(words)
	default:
		score += chainScore(words) - 3*max(0, names-4)
	}
	return score
}

// pairScore is for a first name and a surname in either order.
func pairScore(words []string) int {
	a, b := words[0], words[len(words)-1]
	first, second := givenScore(a), givenScore(b)
	if first >= second {
		return 2 + 2*first + surnameScore(b)
	}
	return 2 + 2*second + surnameScore(a) - 1
}

// chainScore is for three names and more without a patronymic.
func chainScore(words []string) int {
	first, second, last := givenScore(words[0]), givenScore(words[1]), surnameScore(words[len(words)-1])
	if first > 0 || second == 0 {
		return 3 + 2*first + last/2
	}
	return 1 + second + surnameScore(words[0])
}

// soleScore is for a name of one word: a surname, or a first name where the post
// is a monarch's or a clergyman's, or a number follows.
func (p *parsed) soleScore(i int, numbered bool) int {
	word := p.low[i]
	titled := numbered
	for j := range i {
		titled = titled || titleGender(bare(p.low[j])) != Unknown
	}
	switch score := max(givenScore(word), surnameScore(word)); {
	case titled:
		return 4 + score
	case score > 0:
		return score
	}
	return -1
}

// foreignness is how little a word fits into a name, which its form or the
// tables explain otherwise.
func (p *parsed) foreignness(i int) int {
	low := p.low[i]
	of := complementOf(low)
	switch {
	case given(low) != 0:
		return 0
	case of&(obliquePlace|obliqueNoun) != 0 && surnameScore(low) == 0:
		return 6
	case of&stillPlace != 0:
		return 2
	case isObliqueAdjective(low) && surnameScore(low) == 0:
		return 4
	}
	return 0
}

// complementScore says how well word i continues a post: a state, an
// organisation, an abbreviation, an adjective before such a word.
func (p *parsed) complementScore(i int) int {
	low, of := p.low[i], complementOf(p.low[i])
	known := given(low)
	switch {
	case p.isAbbreviationAt(i) && !isRomanNumber(low) || p.isNamesake(i):
		return 6
	case isDotted(low), fatherWords[low] != Unknown, worshipful[low], isRomanNumber(low):
		return -10
	case patronymicGender(low) != Unknown:
		return -8
	case i > 0 && headsNominative()[bare(p.low[i-1])] && (of&stillPlace != 0 || known == 0 && surnameScore(low) < 3 && (i < 2 || !isObliqueAdjective(p.low[i-2]))):
		return 5
	case known != 0 && known.isSure():
		return -6
	case of&(obliquePlace|obliqueNoun) != 0:
		return 6 - 2*boolToInt(known != 0)
	case of&stillPlace != 0:
		return 4 - 3*boolToInt(known != 0)
	case isTitleAdjective(low) && i > 0 && p.followsTitle(i):
		return 6
	case isObliqueAdjective(low) && i+1 < len(p.low) && complementOf(p.low[i+1])&(obliquePlace|obliqueNoun) != 0:
		return 5
	case isObliqueAdjective(low) && surnameScore(low) == 0:
		return 2
	case known != 0:
		return -4
	case i > 0 && isObliqueAdjective(p.low[i-1]) && isGenitiveLike(low): // Красного Креста
		return 3
	case surnameScore(low) == 3:
		return -4
	case isGenitiveLike(low):
		return 1
	}
	return -3
}

// isNamesake reports a word of the name after «имени», which is in the genitive:
// МГУ имени М.В. Ломоносова, Академия имени Героя России Ивана Пробного.
func (p *parsed) isNamesake(i int) bool {
	start := i
	for start > 0 && p.low[start-1] != "имени" && p.low[start-1] != "им." {
		start--
	}
	if start == 0 {
		return false
	}
	for j, word := range p.low[start : i+1] {
		switch {
		case isDotted(word) && (j == 0 || isDotted(p.low[start+j-1])):
		case isDotted(word), given(word) != 0, patronymicGender(word) != Unknown, !hasAnySuffix(word, "а", "я", "ого", "его", "о", "у", "их", "ых"):
			return false
		}
	}
	return true
}

// followsTitle reports a clergyman's or nobleman's title before adjectives of
// places: Патриарх Московский, Архиепископ Бишкекский и Кыргызстанский.
func (p *parsed) followsTitle(i int) bool {
	for j := i - 1; j >= 0; j-- {
		word := bare(p.low[j])
		switch {
		case titleGender(word) != Unknown:
			return true
		case word != "и" && word != "всея" && !isTitleAdjective(word):
			return false
		}
	}
	return false
}

func isTitleAdjective(word string) bool {
	return hasAnySuffix(word, "ский", "цкий", "ская", "цкая")
}

// isAbbreviationAt reports МИД and МИДа; of a phrase that is all in capitals only
// what the table has, and what has no vowels.
func (p *parsed) isAbbreviationAt(i int) bool {
	if p.inCapitals() {
		return abbreviations()[bare(p.low[i])] || syllables(p.low[i]) == 0 && !isDotted(p.low[i])
	}
	capitals := 0
	for _, r := range p.raw[i] {
		if isCapital(r) {
			capitals++
		}
		if r == '-' || r == '.' {
			capitals = 0
		}
		if capitals > 1 {
			return true
		}
	}
	return false
}

// inCapitals reports whether the phrase has no word in small letters, and one
// that is too long for an abbreviation.
func (p *parsed) inCapitals() bool {
	long := false
	for _, raw := range p.raw {
		if strings.IndexFunc(raw, isSmall) >= 0 {
			return false
		}
		long = long || utf8.RuneCountInString(raw) > 6
	}
	return long
}

// isActingAt tells «И. о. министра» from the initial of «И. Пробный».
func (p *parsed) isActingAt(i int) bool {
	return isActing(p.low[i]) && (p.low[i] != "и." || i+1 < len(p.raw) && p.raw[i+1] == "о.")
}

// isDotted reports whether a word is initials with their full stops.
func isDotted(word string) bool {
	return strings.HasSuffix(word, ".") && utf8.RuneCountInString(word) <= 6 && (word == "и." || !isActing(word))
}

// NameParts takes a person's name apart. A name of more than one word without
// a patronymic is a first name and a surname, whichever comes first; what
// stands between them, such as «уулу», goes with the first name.
func NameParts(name string) (first, patronymicPart, last string) {
	p := parse(name)
	parts := readName(p.low, Unknown).parts
	var names, fathers, surnames []string
	for i, word := range p.raw {
		switch {
		case parts[i] == patronymic:
			fathers = append(fathers, word)
		case parts[i] == surname:
			surnames = append(surnames, word)
		case isDotted(p.low[i]) || parts[i] == firstName || parts[i] == ownName || len(surnames) == 0:
			names = append(names, word)
		default:
			surnames = append(surnames, word)
		}
	}
	return strings.Join(names, " "), strings.Join(fathers, " "), strings.Join(surnames, " ")
}
