package grammar

import (
	"slices"
	"strings"

	"communique/editor/wordset"
)

// DeclinePost declines a post: the head noun and the adjectives before it and
// right behind it, and the head of each post that follows after a dash, a comma,
// «и», in brackets or without a mark. A word behind the heads that nothing
// explains makes a guess of it: it may be a name.
func (h House) DeclinePost(post string) Declension {
	before, led := ledBy(post)
	switch holder, mark, second, ok := behindHolder(before); {
	case ok:
		return h.declineTwoPosts(holder, mark, second+led)
	case holder != "":
		return h.declineWhoIsBefore(holder, mark, second+led)
	}
	d := h.declinePost(takeApart(before), before)
	for c := range d.six {
		d.six[c] += led
	}
	d.Phrase = post
	return d.shown()
}

// declinePost declines a post, without those whom somebody leads, of which p are the words.
func (h House) declinePost(p *parsed, post string) proposal {
	p.forms = make([]six, len(p.low))
	i, declined, starts := 0, 0, true
	seen, open := 0, 0
	balanced := strings.Count(post, "«") <= strings.Count(post, "»")
	for i < len(p.low) {
		for ; seen < i; seen++ {
			open = quotationsBehind(p.low[seen], open, balanced)
		}
		named := open > 0 || i > 0 && opensQuotation(p.low[i]) // a thing: «Юный художник России»
		if named || p.staysBehind(i, &starts) {
			i++
			continue
		}
		theirs := i > 0 && p.isTheirs(i)
		p.guess = p.guess || theirs && p.hasNameBefore(i)
		if starts || theirs || postStarts(p, i) {
			i, starts = p.declinePostAt(i)
			declined = i
			continue
		}
		p.declineEither(i)
		p.guess = p.guess || p.isThingBeside(i)
		i++
	}
	p.declineCourtesy(declined)
	p.declineUnknown(max(declined, 1), open)
	p.guess = p.guess || p.carriesName(declined)
	return h.spelled(Declension{Phrase: post, Kind: Post, Guess: p.guess}, p.join())
}

// declinePostAt declines the post at i, and returns what is behind it and whether another starts there.
func (p *parsed) declinePostAt(i int) (behind int, starts bool) {
	next := p.declineLinked(p.declineHead(i, postHead, true))
	p.guess = p.guess || p.mayBeTitle(i, next)
	return max(p.declinePostposed(next), i+1), p.isBehindMajesty(next)
}

// isThingBeside reports an adjective of several things behind «и», which may stand beside the post and decline
// with it: врач и дежурные бригады.
func (p *parsed) isThingBeside(i int) bool {
	return i > 1 && p.low[i-1] == "и" && hasAnySuffix(p.low[i], "ые", "ие") && p.agreesWithNext(i)
}

// isBehindMajesty reports what stands at next behind a title that a post follows: Её Величество Королева.
func (p *parsed) isBehindMajesty(next int) bool {
	return next > 0 && next < len(p.low) && postNeuters.Has(bare(p.low[next-1]))
}

// hasNameBefore reports somebody's name before whoever is theirs: Президент Иван Пробный и его супруга.
func (p *parsed) hasNameBefore(theirs int) bool {
	return p.part(0, theirs-1).nameStart() < theirs-1
}

// staysBehind reports whether the word at i stays as it is: «и.о.», behind which the post is in the genitive already and none
// starts but a rank, and what a helper's post is of.
func (p *parsed) staysBehind(i int, starts *bool) bool {
	if isActing(p.low[i]) {
		*starts = false
		return true
	}
	p.declineBracketed(i)
	if *starts || !p.isStillBehindHelper(i) {
		return false
	}
	p.guess = true
	return true
}

func opensQuotation(word string) bool {
	return strings.HasPrefix(word, "«") || strings.HasPrefix(word, "„") || strings.HasPrefix(word, "\"")
}

// declineLinked declines the second word of a title that an article links to the first, which
// stays then: шейх уль-ислам. It returns the index after the title, of which next is that after
// the first word.
func (p *parsed) declineLinked(next int) int {
	if next <= 0 || next >= len(p.low) {
		return next
	}
	article, _, linked := strings.Cut(p.raw[next], "-")
	if !linked || !particles.Has(article) || p.raw[next] != p.low[next] {
		return next
	}
	word, tail := trimTail(p.low[next])
	s, _ := noun{gender: Masculine, animate: true}.decline(word)
	p.set(next-1, fixed(p.low[next-1]), true)
	p.set(next, s.with(tail), false)
	return next + 1
}

// declinePostposed declines the adjectives behind a noun, from word i on, and
// returns the index after them: Патриарх Московский и всея Руси, митрополит
// Минский и Заславский.
func (p *parsed) declinePostposed(i int) int {
	for first := i; i > 0 && i < len(p.low); i++ {
		if p.low[i] == "и" && i > first && i+1 < len(p.low) && isTitleAdjective(bare(p.low[i+1])) {
			continue
		}
		word, tail := trimTail(p.low[i])
		s, ok := adjectiveForms(word, true)
		if !ok || !isNominativeAdjective(word) && !isTitleAdjective(word) || substantives.Has(word) || given(word) != 0 || p.low[i-1] != bare(p.low[i-1]) {
			return i
		}
		p.set(i, s.with(tail), true)
	}
	return i
}

// isGenitiveOfMany reports a noun that ends like an adjective in the genitive of
// its plural: судья соревнований.
func isGenitiveOfMany(word string) bool {
	if !strings.HasSuffix(word, "ний") {
		return false
	}
	found, _ := nounsOf(word)
	return slices.ContainsFunc(found, func(l lexeme) bool { return l.forms[6+gen] == word })
}

// declineBracketed declines a post that stands in brackets behind another: член
// Коллегии (министр) по торговле.
func (p *parsed) declineBracketed(i int) {
	word, opened := strings.CutPrefix(p.low[i], "(")
	noun := strings.TrimSuffix(word, ")")
	if !opened || !isPostNoun(noun) {
		return
	}
	s, sure := postHead(noun)
	for c := range s {
		s[c] = "(" + s[c] + word[len(noun):]
	}
	p.set(i, s, sure)
}

// declineCourtesy declines the adjectives from word from on with which a post ends,
// and which are said of the person: Президент Республики уважаемый …, президент страны 93-летний ….
func (p *parsed) declineCourtesy(from int) {
	for i := len(p.low) - 1; i >= max(from, 1); i-- {
		word := p.low[i]
		s, ok := adjectiveForms(word, true)
		if !ok || p.isCapital(i) || !hasAnySuffix(word, "ый", "ая", "-летний", "-летняя") || isNounInGenitive(word) { // Хабаровского края
			return
		}
		p.set(i, s, true)
	}
}

// IsActing reports whether a word, in any letters and without spaces, is an abbreviation
// behind which a post is not declined: «И.о.», «зам.».
func IsActing(word string) bool { return word != "и." && isActing(strings.ToLower(word)) }

// isActing reports an abbreviation before a genitive or an instrumental: и.о. министра,
// зам. директора, зав. кафедрой.
func isActing(word string) bool {
	switch word {
	case "и.о.", "врио", "вр.и.о.", "и.", "ио", "в.и.о.", "врип", "врид", "зам.", "пом.", "зав.", "нач.", "рук.", "пред.",
		"проф.", "акад.", "доц.", "преп.", "канд.", "докт.", "чл.-корр.", "чл.-кор.", "инж.", "деп.":
		return true
	}
	return false
}

// bare is a word without the comma that follows it.
func bare(word string) string {
	if word == "" || !isMark(word[0]) && !isMark(word[len(word)-1]) { // as most are
		return word
	}
	return strings.Trim(word, ",;:")
}

func isMark(b byte) bool { return b == ',' || b == ';' || b == ':' }

func isPostNoun(word string) bool {
	if (postNouns | ranks).Has(word) || isClippedPost(word) {
		return true
	}
	if i := lastHyphen(word); i > 0 {
		return (postNouns | ranks).Has(word[i+1:])
	}
	return joinedTo(word) != ""
}

func isSubstantive(word string) bool { return substantives.Has(word) }

// head declines a noun, and says whether it knows it.
type head func(word string) (six, bool)

// declineHead declines adjectives from word i on and the noun after them, and
// returns the index after the noun. The head names a person or a thing, which
// shows in the accusative of the adjectives.
func (p *parsed) declineHead(i int, decline head, animate bool) int {
	last := p.findHead(i, animate)
	if last < 0 {
		p.guess = true
		return len(p.low)
	}
	word, tail := trimTail(p.low[last])
	s, sure := decline(word)
	if isAbbreviation(p.raw[last]) && !sure {
		s, sure = fixed(word), !animate
	}
	p.set(last, s.with(tail), sure)
	for ; i < last; i++ {
		if s, ok := modifierForms(bare(p.low[i]), animate); ok {
			_, tail := trimTail(p.low[i])
			p.set(i, s.with(tail), true)
		}
	}
	return last + 1
}

// findHead returns the index of the head: the first word from i that is no
// adjective, «и» or adverb; a substantivised adjective is the head where no
// noun in the nominative follows, and never of an organisation (учёный совет);
// -1 where there is nothing to decline.
func (p *parsed) findHead(i int, animate bool) int {
	adjective := -1
	for ; i < len(p.low); i++ {
		word := bare(p.low[i])
		_, isAdjective := modifierForms(word, true)
		isAdjective = isAdjective && (substantives.Has(word) || !postNouns.Has(word)) && (!animate || !isClippedPost(word)) // Герой, завкафедрой
		switch {
		case adjective >= 0 && p.isBehindParticiple(i):
			return adjective
		case isActing(word), isAdjective && p.standsAlone(i, word, animate): // новый и.о. министра
			return i
		case isAdjective:
			adjective = i
		case isModifier(word), isRomanNumber(word), p.isAdverbOfPost(i):
		case isNoHead(word, animate), adjective >= 0 && isPreposition(word): // лицо, ответственное за выпуск
			return adjective
		default:
			return i
		}
	}
	return adjective
}

// isNoHead reports figures and signs: 70-летие and IT-директор are nouns.
func isNoHead(word string, animate bool) bool {
	return !startsWithLetter(word) && !isAnniversary(word) && (!animate || !isPostNoun(word))
}

// isInstrumentalAlone reports a word that is in the instrumental and in no nominative, which
// stays behind a participle or an adjective: «назначенный послом», «признанный лучшим», «сильный духом».
func isInstrumentalAlone(word string) bool {
	if isPostNoun(word) || !hasAnySuffix(word, "ом", "ем", "ём", "ой", "ей", "ым", "им", "ами", "ями", "ью") {
		return false
	}
	shows := adjectiveFeatures(word)
	if found, _ := nounsOf(word); len(found) > 0 {
		shows = 0
		for _, l := range found {
			shows |= l.features(word)
		}
	}
	return shows&inCase(ins) != 0 && shows&inCase(nom) == 0
}

// isBehindParticiple reports a word that goes with the participle or the adjective before it, and stays: признанный
// лучшим, выполняющий полномочия.
func (p *parsed) isBehindParticiple(i int) bool {
	return isInstrumentalAlone(bare(p.low[i])) || p.isObjectBehind(i)
}

// isObjectBehind reports a thing that the participle before word i does something with, or its adjective:
// «выполняющий полномочия», «осуществлявший общее руководство».
func (p *parsed) isObjectBehind(i int) bool {
	word := bare(p.low[i])
	if !hasAnySuffix(p.low[i-1], "щий", "щая", "вший", "вшая") || isPostNoun(word) {
		return false
	}
	if hasAnySuffix(word, "ое", "ее", "ую", "юю", "ые", "ие") {
		return true
	}
	return (!p.agreesWithNext(i-1) || p.isThingBeforePost(i)) && len(findNouns(word)) > 0
}

// isThingBeforePost reports a word right before a post, of which the participle before both is said sooner:
// представлявшая область депутат.
func (p *parsed) isThingBeforePost(i int) bool {
	return i+1 < len(p.low) && isPostNoun(bare(p.low[i+1]))
}

// standsAlone reports an adjective that is the noun itself: рабочий, сборная Казахстана.
func (p *parsed) standsAlone(i int, word string, animate bool) bool {
	if animate {
		return (substantives.Has(word) && !p.nounFollows(i+1) || isSeveralSubstantive(word)) && !p.agreesWithNext(i)
	}
	return isOrganisationNoun(word) && !p.agreesWithNext(i)
}

// agreesWithNext reports an adjective before a noun of the dictionary: учёный синклит.
func (p *parsed) agreesWithNext(i int) bool {
	if i+1 >= len(p.low) {
		return false
	}
	next, shows := bare(p.low[i+1]), features(0)
	for _, l := range findNouns(next) {
		shows |= l.features(next)
	}
	return p.features(bare(p.low[i]))&shows&inCase(nom) != 0
}

// isAnniversary reports a noun behind figures: 70-летие.
func isAnniversary(word string) bool {
	figures, noun, ok := strings.Cut(word, "-")
	return ok && isFigures(figures) && len(noun) > 3*2
}

// nounFollows reports whether adjectives and a post in the nominative follow.
func (p *parsed) nounFollows(i int) bool {
	for ; i < len(p.low); i++ {
		word := bare(p.low[i])
		_, thing := headForms(word)
		if (isPostNoun(word) || thing) && !substantives.Has(word) {
			return true
		}
		if !isNominativeAdjective(word) {
			return substantives.Has(word)
		}
		if substantives.Has(word) {
			return true
		}
	}
	return false
}

// adverbs stand before a post or its participle and end as adjectives and nouns do.
var adverbs = wordset.Of("вновь впервые ранее ныне сейчас теперь недавно давно уже дважды трижды четырежды снова опять заочно досрочно единогласно")

// isAdverbOfPost reports an adverb before a post or its participle: торжественно избранный.
func (p *parsed) isAdverbOfPost(i int) bool {
	word := bare(p.low[i])
	return adverbs.Has(word) || strings.HasSuffix(word, "о") && !isPostNoun(word) && !postNeuters.Has(word) && p.isAdverb(i)
}
