package grammar

import (
	"strings"
	"unicode/utf8"
)

// nameStart is the index of the word with which the name begins: of all places
// where it could, the one where the words before are best explained as a post
// and those after as a name. It is the number of words where there is no name.
func (p *parsed) nameStart() int {
	n, from := len(p.low), p.nameRun()
	if from == n {
		return n
	}
	var room [cachedWords]nameCount
	best, at, counts := 0, n, p.countNames(from, room[:0])
	if from == 0 {
		best, at = p.nameScore(0, counts[0]), 0
	}
	explained, post := 0, p.ownerEnd(p.postNoun()) // what is before the noun needs no explaining
	for i := max(from, 1); i <= n; i++ {
		if i-1 >= from && i-1 > post {
			explained += p.complementScore(i - 1)
		}
		if i <= post || i < n && p.startsWithParticle(i) {
			continue
		}
		score := explained
		if i < n {
			score += p.nameScore(i, counts[i])
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
	low := p.low[i]
	switch {
	case !p.isCapital(i):
		return p.isSmallInName(i) && !hasNoNamesMark(p.raw[i])
	case hasNoNamesMark(p.raw[i]):
		return false
	case isLatin(low) && !isRomanNumber(low) && !isLatin(p.low[len(p.low)-1]): // Google Прабхакар Рагхаван
		return false
	case p.isAbbreviationAt(i):
		return isRomanNumber(low)
	case isPostNoun(low), substantives.Has(low), p.isActingAt(i):
		return p.isPostInName(i)
	}
	return true
}

// isLatin reports a word that begins with a Latin letter.
func isLatin(word string) bool { return word != "" && 'a' <= word[0] && word[0] <= 'z' }

// hasNoNamesMark reports a word with a mark or a figure that no word of a name has. It is asked for every word of a
// phrase, and goes by the bytes of Russian letters.
func hasNoNamesMark(word string) bool {
	for i := 0; i < len(word); {
		if isRussianAt(word, i) {
			i += len("а")
			continue
		}
		r, size := utf8.DecodeRuneInString(word[i:])
		if isInNoName(r) {
			return true
		}
		i += size
	}
	return false
}

// isInNoName reports the marks and figures that no word of a name has.
func isInNoName(r rune) bool {
	switch r {
	case ',', ';', ':', '"', '(', ')', '«', '»', '„', '“', '№', '–', '—':
		return true
	}
	return '0' <= r && r <= '9'
}

// isSmallInName reports a word that stands in names in small letters.
func (p *parsed) isSmallInName(i int) bool {
	low := p.low[i]
	before, _, hyphen := strings.Cut(low, "-")
	hyphen = hyphen && low != p.raw[i] // аль-Мурейхи, but шейх уль-ислам
	within := particles.Has(low) && low != "о" || worshipful.Has(low)
	if isElided(low) { // д’Эстен
		return true
	}
	return fatherWords[low] != Unknown || hyphen && particles.Has(before) || within && i+1 < len(p.low)
}

// isElided reports a surname behind a particle that has lost its vowel: д’Эстен, л’Эпин.
func isElided(word string) bool {
	for _, particle := range []string{"д", "л"} {
		if rest, ok := strings.CutPrefix(word, particle); ok && (strings.HasPrefix(rest, "’") || strings.HasPrefix(rest, "'")) {
			return true
		}
	}
	return false
}

// isPostInName reports a surname or a first name that is a post as well: Иван
// Король, Пробный Хаким.
func (p *parsed) isPostInName(i int) bool {
	switch {
	case isKhanOfEast(p.low[i:]), p.isAdjectiveBeforeName(i):
		return true
	case i+2 < len(p.low) && p.givenAt(i) != 0 && isChildOf(p.low[i+1]): // Султан бин Али
		return true
	case i == 0:
		return false
	case isAgaKhan(p.low[i-1:]), i > 1 && arabArticles.Has(p.low[i-1]) && p.isCapital(i): // Нариман Аль Мулла
		return true
	case p.isTitleBeforeSurname(i):
		return true
	case isPostNoun(p.low[i-1]):
		return false
	case fatherWords[p.low[i-1]] != Unknown, p.isTitleAtEnd(i): // Жаныш уулу Эмир
		return true
	}
	return p.givenAt(i-1) != 0 || isDotted(p.low[i-1]) || p.givenAt(i) != 0 && i+1 == len(p.low)
}

// isTitleBeforeSurname reports a title that is a first name, between a post and the surname
// with which all ends: генерал-лейтенант Султан Камалетдинов.
func (p *parsed) isTitleBeforeSurname(i int) bool {
	if i+2 != len(p.low) || !p.isCapital(i) || p.givenAt(i) == 0 || !p.isSurnameOnly(i+1) {
		return false
	}
	return !p.isCapital(i-1) || !isPostNoun(p.low[i-1]) && p.postNoun() < i
}

// isSurnameOnly reports a word that can be nothing but a surname: Рахманов, аль-Мурейхи.
func (p *parsed) isSurnameOnly(i int) bool {
	particle, _, hyphen := strings.Cut(p.low[i], "-")
	return p.surnameScore(i) == 3 || hyphen && particles.Has(particle)
}

// isAdjectiveBeforeName reports a surname that is an adjective by which people at work
// are called as well, behind a post and before a first name alone: министра Портной
// Василий.
func (p *parsed) isAdjectiveBeforeName(i int) bool {
	if !substantives.Has(p.low[i]) || !p.isCapital(i) || p.postNoun() >= i || p.low[i-1] != bare(p.low[i-1]) {
		return false
	}
	behind := p.low[i+1:]
	return (len(behind) == 1 || len(behind) == 2 && patronymicGender(behind[1]) != Unknown) && isGiven(behind[0])
}

// startsWithParticle reports words that can stand within a name and not begin it, unless a post
// stands before: президент бен Али, but Султан бин Али.
func (p *parsed) startsWithParticle(i int) bool {
	if i > 0 && isChildOf(p.low[i]) && isPostNoun(p.low[i-1]) && p.givenAt(i-1) == 0 {
		return false
	}
	return !p.isCapital(i) && fatherWords[p.low[i]] != Unknown
}

// isTitleAtEnd reports a title with which a name ends behind a word that nothing
// explains: Сохаил Хан.
func (p *parsed) isTitleAtEnd(i int) bool {
	return i+1 == len(p.low) && titles.Has(p.low[i]) && p.isCapital(i-1) && p.complementScore(i-1) < 0 && p.postNoun() < i-1
}

func (p *parsed) isCapital(i int) bool {
	capital, _ := capitalAt(p.raw[i], 0)
	return capital
}

// postNoun is the index of the first word that only a post has: its noun, or what
// stands in no name; the number of words where there is none.
func (p *parsed) postNoun() int {
	for i := range p.low {
		word := bare(p.low[i])
		switch {
		case isPostNoun(word), substantives.Has(word), postNeuters.Has(word), p.isActingAt(i):
			return i
		case !p.isCapital(i) && !particles.Has(word) && fatherWords[word] == Unknown, i > 0 && p.isKnownAbbreviation(i):
			return i
		case i > 0 && complementOf(word)&(obliquePlace|obliqueNoun) != 0 && given(word) == 0:
			return i
		}
	}
	return len(p.low)
}

// isAbbreviationAt reports МИД and МИДа; of a phrase that is all in capitals only
// what the table has, and what has no vowels.
func (p *parsed) isAbbreviationAt(i int) bool {
	switch {
	case !hasTwoCapitals(p.raw[i]): // as most words have not
		return false
	case p.inCapitals():
		return p.isKnownAbbreviation(i)
	}
	return !p.isSurnameInCapitals(i)
}

// hasTwoCapitals reports two capitals beside each other, or one at the end.
func hasTwoCapitals(word string) bool {
	capitals := 0
	for i := 0; i < len(word); {
		capital, size := capitalAt(word, i)
		if capitals++; !capital {
			capitals = 0
		}
		if capitals > 1 {
			return true
		}
		i += size
	}
	return capitals > 0 && utf8.RuneCountInString(word) > 2 && !strings.Contains(word, ".") // БиГ
}

// isSurnameInCapitals reports a surname in capitals beside names that are not: Иван
// ОЗЕРОВ, ОЗЕРОВ Иван.
func (p *parsed) isSurnameInCapitals(i int) bool {
	if !allCapitals(p.raw[i]) || p.isKnownAbbreviation(i) || isRomanNumber(p.low[i]) {
		return false
	}
	if i > 0 && p.isCapital(i-1) && (p.isGivenAt(i-1) || isDotted(p.low[i-1]) || patronymicGender(p.low[i-1]) != Unknown) {
		return true
	}
	return p.isBeforeFirstName(i)
}

// isBeforeFirstName reports a surname before a first name, as word i and the name are:
// by its ending, or by the patronymic with which all ends.
func (p *parsed) isBeforeFirstName(i int) bool {
	if i+1 >= len(p.low) || !p.isGivenAt(i+1) || !p.isCapital(i+1) || isAbbreviation(p.raw[i+1]) {
		return false
	}
	if father := patronymicGender(p.low[len(p.low)-1]); i+3 == len(p.low) && father != Unknown && given(p.low[i+1]).gender() != other(father) {
		return true // and nobody else behind it
	}
	if i+2 < len(p.low) && p.isCapital(i+2) && fatherGender(p.low[i+2]) == Unknown { // РАСКО Вера Озерова-Пробная
		return false
	}
	return (isSurnameEnding(p.low[i]) || isAdjectiveSurname(p.low[i])) && utf8.RuneCountInString(p.raw[i]) > 4
}

// isKnownAbbreviation reports what the table has, and capitals without a vowel, which are
// no surname.
func (p *parsed) isKnownAbbreviation(i int) bool {
	word := bare(p.low[i])
	return allCapitals(p.raw[i]) && (abbreviations()[word] || isJoinedAbbreviation(word) || syllables(word) == 0 && !isDotted(word) && !isRomanNumber(word))
}

// isJoinedAbbreviation reports two abbreviations with a hyphen, the last of which the table has: ИТАР-ТАСС.
func isJoinedAbbreviation(word string) bool {
	at := lastHyphen(word)
	return at > 0 && len(word)-at > 3*2 && abbreviations()[word[at+1:]] && utf8.RuneCountInString(word[:at]) <= 6
}

// inCapitals reports whether the phrase has no word in small letters, and one
// that is too long for an abbreviation or a post.
func (p *parsed) inCapitals() bool {
	long := false
	for i, raw := range p.raw {
		if strings.IndexFunc(raw, isSmall) >= 0 {
			return false
		}
		long = long || utf8.RuneCountInString(raw) > 6 || postNouns.Has(p.low[i])
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
