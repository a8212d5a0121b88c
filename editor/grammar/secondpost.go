package grammar

import (
	"slices"
	"strings"
	"unicode"

	"communique/editor/wordset"
)

// A post may be behind another one, or be all that somebody is called by: «директор театра,
// народный артист». It is told by its noun, which nothing else puts into the nominative.

// quotationsBehind is how many quotations are open behind a word; one mark closes all
// where there are fewer that close: «Завод «Образец» госпожа.
func quotationsBehind(word string, before int, balanced bool) int {
	for _, r := range word {
		switch r {
		case '«', '„':
			before++
		case '»', '“':
			before = max(0, before-1)
			if !balanced {
				before = 0
			}
		case '"':
			before ^= 1
		}
	}
	return before
}

// declineUnknown declines, for a guess, a last word in small letters that can hardly be
// anything but one more post, though it may be a form of another noun, or is in no table.
func (p *parsed) declineUnknown(from, quotations int) {
	last := len(p.low) - 1
	if last < from || quotations > 0 || p.isCapital(last) || p.forms[last][nom] != "" {
		return
	}
	switch word := p.low[last]; {
	case isActing(word), anotherInGenitive.Has(word):
	case isPostNoun(word): // королева, which may be of the town of Королёв
		p.guess = true
	case p.isUnknownPost(last):
		s, _ := postHead(word)
		p.set(last, s, false)
	}
}

// declineEither notes a guess where several people may stand, «аким района и старейшины», and
// declines for one a woman's title behind a thing, where a man in the genitive stands seldom: директор школы супруга посла, but советник супруга посла.
func (p *parsed) declineEither(i int) {
	word := bare(p.low[i])
	p.guess = p.guess || i > 0 && p.isMarked(i) && mayBeSeveral(word)
	if i == 0 || !anotherInGenitive.Has(word) || !postNouns.Has(word) || !isNounInGenitive(p.low[i-1]) {
		return
	}
	p.guess = true
	if isThingInGenitive(p.low[i-1]) {
		s, _ := postHead(word)
		p.set(i, s.with(p.low[i][len(word):]), false)
	}
}

// isUnknownPost reports a word that the dictionary has for a person, or has not and that
// ends in none of the other cases: астроном, which is a form of астрон too.
func (p *parsed) isUnknownPost(i int) bool {
	word, before := p.low[i], p.low[i-1]
	if strings.ContainsFunc(word, isInNoWord) || complementOf(word) != 0 || isModifier(word) || isPreposition(word) {
		return false
	}
	if found, _ := nounsOf(word); len(found) > 0 {
		return !anyInGenitive(found, word) && slices.ContainsFunc(found, func(l lexeme) bool { return l.animate && l.forms[nom] == word })
	}
	if hasAnySuffix(word, "а", "я") { // of a thing in the genitive, unless a mark stands before it
		return isDash(before) || strings.HasSuffix(before, ",")
	}
	return !hasAnySuffix(word, "ом", "ем", "ой", "ей", "ам", "ям", "ах", "ях", "ов", "ев", "ых", "их", "ым", "им", "ы", "и", "у", "ю", "о", "е", "ь")
}

// isInNoWord reports what stands in no plain word.
func isInNoWord(r rune) bool { return !unicode.IsLetter(r) && r != '-' }

// isPersonAt reports whether a word is somebody in the nominative, whom without a mark before him no adjective
// is: глава городской управы.
func (p *parsed) isPersonAt(i int, marked bool) bool {
	word := bare(p.low[i])
	return (marked || !p.isCapital(i) && !isAdjectiveInOy(word)) && isPersonAlone(word) || marked && isSeveralAlone(word) && !p.agreesWithNext(i)
}

// isMarked reports a word behind a dash, a comma or «и».
func (p *parsed) isMarked(i int) bool {
	before := p.low[i-1]
	return isDash(before) || before == "и" || strings.HasSuffix(before, ",")
}

// mayBeSeveral reports what several people are called, whether or not it is another form too: учителя.
func mayBeSeveral(word string) bool {
	return slices.ContainsFunc(findNouns(word), func(l lexeme) bool { return l.animate && l.forms[6+nom] == word })
}

// isSeveralAlone reports the nominative of several people that is no other form: жители, but старейшины.
func isSeveralAlone(word string) bool {
	return complementOf(word) == 0 && isSeveral(word) && (!isNounInGenitive(word) || strings.Contains(word, "ё") && !isGenitiveAsWritten(word))
}

// isGenitiveAsWritten reports a genitive in which ё stands where the word has it: «озёра» is none.
func isGenitiveAsWritten(word string) bool {
	return slices.ContainsFunc(findNouns(word), func(l lexeme) bool { return l.forms[gen] == word })
}

// postStarts reports whether another post in the nominative begins at word i:
// after a dash, a comma or «и», a rank, or a noun that is in no other case (Герой
// России космонавт), each with its adjectives (директор театра народный артист).
func postStarts(p *parsed, i int) bool {
	marked := p.isMarked(i)
	for first := i; i < len(p.low); i++ {
		word := bare(p.low[i])
		if beginsPost(word, marked, i > first) || p.isPersonAt(i, marked) || p.isCourtesyAt(i) {
			return isPostNoun(bare(p.low[first])) || !p.isAbbreviationAt(first) // not «и КСОР», which ends as редактор does
		}
		if word == "и" && i > first || adverbs.Has(word) { // Чрезвычайный и Полномочный Посол, ныне депутат
			continue
		}
		if !isNominativeAdjective(word) && !isWomansAdjective(word) && (!marked || !isAdjectiveInOy(word)) {
			return false
		}
	}
	return false
}

// isStillBehindHelper reports a post in -а right behind one that has another's in the genitive behind it: some
// leave it as it is, «заместитель торага».
func (p *parsed) isStillBehindHelper(i int) bool {
	return i > 0 && helpers.Has(p.low[i-1]) && isPostNoun(p.low[i]) && hasAnySuffix(p.low[i], "а", "я") && complementOf(p.low[i]) == 0
}

// isTheirs reports a relative of whom the post is: и его младшая дочь.
func (p *parsed) isTheirs(i int) bool {
	if p.low[i-1] != "и" || !isOwners(p.low[i]) {
		return false
	}
	at := p.findHead(i, true)
	return at > 0 && relations.Has(bare(p.low[at]))
}

// mayBeTitle reports words behind a thing in small letters that all have capitals, but for
// ranks: директор фабрики Красная Ткачиха.
func (p *parsed) mayBeTitle(i, next int) bool {
	if i == 0 || next-i < 2 || p.isCapital(i-1) || p.low[i-1] != bare(p.low[i-1]) || ranks.Has(p.low[next-1]) || complementOf(p.low[i-1])&obliqueNoun == 0 {
		return false
	}
	for ; i < next; i++ {
		if !p.isCapital(i) {
			return false
		}
	}
	return true
}

// beginsPost reports a noun that is a post's, whatever stands before it or behind a mark; one
// that is any person's begins a post behind its adjectives.
func beginsPost(word string, marked, behindAdjective bool) bool {
	if marked || ranks.Has(word) {
		return isPostNoun(word)
	}
	return complementOf(word) == 0 && (isPostNoun(word) || behindAdjective && isPerson(word))
}

// isPersonAlone reports a noun for a person that is the nominative of the singular and
// nothing else, whether or not the table of posts has it: прозаик, санврач; not супруга.
func isPersonAlone(word string) bool {
	const shortest = 3 * len("а") // what is shorter is a preposition
	if len(word) < shortest || complementOf(word) != 0 || isObliqueAdjective(word) {
		return false
	}
	found, _ := nounsOf(word)
	person := false
	for _, l := range found {
		if l.features(word)&(inCase(gen)|inCase(dat)|inCase(ins)|inCase(prep)) != 0 {
			return false
		}
		person = person || l.animate && l.forms[nom] == word
	}
	if len(found) > 0 || isNoPostNoun(word) {
		return person
	}
	if _, adjective := adjectiveForms(word, true); adjective {
		return false
	}
	_, sure := postHead(word)
	return sure
}

// isCourtesyAt reports a courtesy between a post and the name: Президент Пробии Его Превосходительство.
func (p *parsed) isCourtesyAt(i int) bool {
	switch p.low[i] {
	case "его", "её", "ее", "их":
		return i+1 < len(p.low) && p.isCapital(i) && courtesies.Has(p.low[i+1])
	}
	return false
}

var courtesies = wordset.Of("превосходительство превосходительства величество величества высочество высочества светлость святейшество блаженство высокопреосвященство преосвященство высокопревосходительство")

// isAdjectiveInOy reports what is an adjective of a man where a post in the nominative
// follows, and a woman's in the genitive anywhere else: мировой судья.
func isAdjectiveInOy(word string) bool {
	_, ok := adjectiveForms(word, true)
	return ok && strings.HasSuffix(word, "ой")
}

// isWomansAdjective reports an adjective that is said of a woman: заслуженная.
func isWomansAdjective(word string) bool {
	if !hasAnySuffix(word, "ая", "яя") || complementOf(word) != 0 || isNounForm(word) { // Китая, края
		return false
	}
	_, ok := adjectiveForms(word, true)
	return ok
}

// isNominativeAdjective leaves out -ой, which is mostly a feminine genitive.
func isNominativeAdjective(word string) bool {
	if _, ok := adjectiveForms(word, true); !ok {
		return false
	}
	return hasAnySuffix(word, "ый", "ий") && !isGenitiveOfMany(word)
}
