package grammar

import (
	"slices"
	"strings"

	"communique/editor/wordset"
)

// The places where a name may begin are weighed by points: what speaks for the
// words behind as a name, and for those before as the end of a post. The weights
// were set on the headlines in testdata, and tried on names and states at random.

// Points that no other evidence outweighs, and the words of the longest names.
const (
	unlikely    = -10
	longestName = 9
	// certainComplement are the points of a word that can be nothing but part of a post.
	certainComplement = 4
)

// pointsIf are points for what is so.
func pointsIf(is bool, points int) int {
	if is {
		return points
	}
	return 0
}

// nameCount are the words of a name by their kinds.
type nameCount struct{ names, dotted, fathers, linked, foreign int }

// countNames counts the words from each word on, beginning with word from: each name
// is the one behind it and a word more. The room of counts is used where it is enough.
func (p *parsed) countNames(from int, counts []nameCount) []nameCount {
	counts = slices.Grow(counts, len(p.low)+1)[:len(p.low)+1]
	father := 0 // a patronymic is no name's first word
	for i := len(p.low) - 1; i >= from; i-- {
		n := counts[i+1]
		n.fathers += father
		father = 0
		switch word := p.low[i]; {
		case isDotted(word):
			n.dotted++
		case isRomanNumber(word):
			n.linked++
		case fatherWords[word] != Unknown:
			n.linked += 2
		case particles.Has(word) && i+1 < len(p.low) && !isArmenianVan(p.low[i:]):
		default:
			n.names++
			father = pointsIf(fatherGender(word) != Unknown, 1)
			n.foreign += p.foreignness(i)
		}
		counts[i] = n
	}
	return counts
}

// nameScore says how well the words from i on make a name.
func (p *parsed) nameScore(i int, n nameCount) int {
	words := p.low[i:]
	if len(words) > longestName {
		return unlikely
	}
	score := -n.foreign + pointsIf(n.dotted == 0 && n.linked > 1 && n.names < 6, 4)
	switch {
	case soleName(words) >= 0:
		return 8 - n.foreign
	case n.names == 0, n.dotted > 0 && n.names == 3 && p.hasTwoNamesAt(i):
		return unlikely
	case n.dotted > 0:
		return score + 10 - 4*max(0, n.names-2)
	case n.fathers > 0 && n.names > 1:
		return score + 4 + pointsIf(n.names > 2 && !p.behind(i).isOfBody(), 4) - 6*max(0, n.names-3)
	case n.names == 1:
		return score + p.soleScore(i, n.linked > 0)
	case n.names == 2:
		return score + p.pairScore(i)
	}
	return score + p.chainScore(i) - 3*max(0, n.names-4)
}

// pairScore is for a first name and a surname in either order.
func (p *parsed) pairScore(i int) int {
	last := len(p.low) - 1
	first, second := p.givenScore(i), p.givenScore(last)
	if first >= second {
		return 2 + 2*first + p.surnameScore(last)
	}
	return 2 + 2*second + p.surnameScore(i) - 1
}

// chainScore is for three names and more without a patronymic.
func (p *parsed) chainScore(i int) int {
	first, second, last := p.givenScore(i), p.givenScore(i+1), p.surnameScore(len(p.low)-1)
	if linkedNames.Has(p.low[i+1]) || first > 0 && isFatherWordAfter(p.low[i+2]) { // Мурхаф Абу Касра, Пробнбек Хашим угли: no name begins within another
		return 6 + 2*first + last/2
	}
	switch {
	case first > 0 || second == 0:
		return 3 + 2*first + last/2
	case p.endsInArab() && !isGenitiveLike(p.low[i]): // Зейд Раад аль-Хусейн
		return 4 + 2*second
	}
	return 1 + second + p.surnameScore(i)
}

// endsInArab reports a last word that is a surname with an Arab article.
func (p *parsed) endsInArab() bool {
	article, _, ok := strings.Cut(p.low[len(p.low)-1], "-")
	return ok && arabArticles.Has(article)
}

// soleScore is for a name of one word: a surname, or a first name where the post
// is a monarch's or a clergyman's, or a number follows.
func (p *parsed) soleScore(i int, numbered bool) int {
	titled := numbered
	for j := range i {
		titled = titled || titleGender(bare(p.low[j])) != Unknown
	}
	given, last := p.givenScore(i), p.surnameScore(i)
	switch {
	case titled:
		return 4 + max(given, last)
	case last > 0:
		return last
	case given > 0: // whoever holds a post has a surname too
		return 1
	}
	return -1
}

// foreignness is how little a word fits into a name, which its form or the
// tables explain otherwise.
func (p *parsed) foreignness(i int) int {
	low := p.low[i]
	of := p.complementAt(i)
	switch {
	case of&stillPlace != 0 && i > 0 && headsNominative()[bare(p.low[i-1])], // Республики Алтай
		p.isStateNamed(i), p.behind(i).isNamedInTwo():
		return 6
	case p.givenAt(i) != 0 && (p.givenAt(i)&rare == 0 || !p.isStateInGenitive(i)):
		return 0
	case of&(obliquePlace|obliqueNoun) != 0 && givenName(0).surnameScore(low) == 0:
		return 6
	case of&stillPlace != 0:
		return 2
	case isObliqueAdjective(low) && givenName(0).surnameScore(low) == 0:
		return 4
	}
	return 0
}

// isStateInGenitive reports a word right behind a post that is the genitive of a state, and a rare first name: президент Ливана.
func (p *parsed) isStateInGenitive(i int) bool {
	return i > 0 && isPostNoun(p.low[i-1]) && p.complementAt(i)&obliquePlace != 0 && strings.HasSuffix(p.low[i], "а") && isState(drop(p.low[i], 1))
}

// behind is a word behind a post's noun, and what is known of it.
type behind struct {
	p     *parsed
	i     int
	low   string
	of    complement
	known givenName
}

// complementRules say how well a word continues a post; the first that fits
// counts.
var complementRules = []struct {
	points int
	fits   func(w behind) bool
}{
	{6, func(w behind) bool { return w.p.isAbbreviationAt(w.i) && !isRomanNumber(w.low) || w.p.isNamesake(w.i) }},
	{6, behind.isGoverned},
	{unlikely, func(w behind) bool {
		return isDotted(w.low) || fatherWords[w.low] != Unknown || worshipful.Has(w.low) || isRomanNumber(w.low)
	}},
	{5, behind.isNamed},
	{5, behind.isNamedInTwo},
	{5, func(w behind) bool { // Великого Дома, though Дома is a first name
		return w.i > 0 && w.isOblique() && isObliqueAdjective(w.p.low[w.i-1])
	}},
	{4, func(w behind) bool { return isTurkicGenitive(w.low) }},
	{2, behind.isOfBody},
	{1, func(w behind) bool { return w.known != 0 && w.p.isGenitiveBeforeName(w.i) }},
	{-4, func(w behind) bool { return w.known != 0 && w.known.isSure() }},
	{2, behind.isSecondPlace},
	{4, func(w behind) bool { return w.isOblique() && w.known != 0 }},
	{-4, func(w behind) bool { return w.isManyOrSurname() && w.hasNoneBehind() }},
	{6, behind.isOblique},
	{4, func(w behind) bool { return w.of&stillPlace != 0 }},
	{6, func(w behind) bool { return isTitleAdjective(w.low) && w.p.followsTitle(w.i) }},
	{5, func(w behind) bool {
		return isObliqueAdjective(w.low) && w.i+1 < len(w.p.low) && w.p.behind(w.i+1).isOblique()
	}},
	{2, func(w behind) bool { return isObliqueAdjective(w.low) && w.known.surnameScore(w.low) == 0 }},
	{-4, func(w behind) bool { return w.known != 0 || w.known.surnameScore(w.low) == 3 }},
	{certainComplement, func(w behind) bool { // Пунтленда
		return w.known == 0 && w.p.isCapital(w.i) && hasAnySuffix(w.low, placesInGenitive...) && syllables(w.low) > 2
	}},
	{-2, behind.isSurnameInA},
	{-8, behind.isFirstInA},
	{1, func(w behind) bool { return isGenitiveLike(w.low) && !isNominativeAlone(w.low) }},
	{-8, behind.isUnknownBehindState},
	{-3, func(behind) bool { return true }},
}

// complementScore says how well word i continues a post: a state, an
// organisation, an abbreviation, an adjective before such a word.
func (p *parsed) complementScore(i int) int {
	w := p.behind(i)
	for _, rule := range complementRules {
		if rule.fits(w) {
			return rule.points
		}
	}
	return 0
}

// bodiesBehind end the names of bodies and are names of people too.
var bodiesBehind = wordset.Of("оли рада")

func (p *parsed) behind(i int) behind {
	of := p.complementAt(i)
	if i > 0 && bodiesBehind.Has(p.low[i]) && p.complementAt(i-1)&obliqueNoun != 0 { // Маджлиси Оли, but Шарма Оли
		of |= obliqueNoun
	}
	return behind{p, i, p.low[i], of, p.givenAt(i)}
}

// isGoverned reports a word right behind a preposition, of which no name in the nominative begins: «в Коммунарке».
func (w behind) isGoverned() bool {
	return w.i > 0 && !w.p.isCapital(w.i-1) && isPreposition(w.p.low[w.i-1]) && hasAnySuffix(w.low, "е", "и", "у", "ю", "ах", "ях", "ом", "ем", "ой")
}

// isOblique reports a state or a noun in another case than the nominative.
func (w behind) isOblique() bool { return w.of&(obliquePlace|obliqueNoun) != 0 }

// isManyOrSurname reports a last word with a capital that is the genitive of several people and a
// man's surname: Майоров, Послов.
func (w behind) isManyOrSurname() bool {
	return w.i > 0 && w.i+1 == len(w.p.low) && w.p.isCapital(w.i) && w.of&obliqueNoun != 0 && hasAnySuffix(w.low, "ов", "ев")
}

// hasNoneBehind reports that before the word stands what has no genitive behind it: a quotation, an
// abbreviation, a state.
func (w behind) hasNoneBehind() bool {
	return strings.HasSuffix(w.p.low[w.i-1], "»") || w.p.isKnownAbbreviation(w.i-1) || w.isBehindState()
}

// isNamed reports the name of what a common noun before it says the kind of:
// Республики Казахстан, области Абай; not after an adjective of its own.
func (w behind) isNamed() bool {
	if w.p.isStateNamed(w.i) || w.isOfTwoBeforeName() {
		return true
	}
	if w.i == 0 || !headsNominative()[bare(w.p.low[w.i-1])] || w.p.complementAt(w.i-1)&stillPlace != 0 {
		return false
	}
	if w.known != 0 && isState(w.low) && !headsOfStates()[bare(w.p.low[w.i-1])] { // Чуйской области Дания Пробная
		return false
	}
	return w.of&stillPlace != 0 || w.isBeforeFullName() || w.isUnknownPlace() || w.p.named && w.i+1 == len(w.p.low)
}

// smallPlaces are the kinds of places, in the genitive, of which no table has all: a state's name is known.
var smallPlaces = wordset.Of("города села посёлка поселка аула района деревни станицы кишлака джамоата острова общины хутора администрации аймака")

// isOfTwoBeforeName reports one of two words that no table has behind the kind of a place, before the full name
// with which all ends: села Неркин Ханд Хачатур Бабаян.
func (w behind) isOfTwoBeforeName() bool {
	p := w.p
	for first := max(2, w.i-1); first <= w.i; first++ {
		if smallPlaces.Has(p.low[first-1]) {
			return p.isUnknownName(first) && p.isUnknownName(first+1) && p.isFullNameAt(first+2)
		}
	}
	return false
}

// isUnknownName reports a word with a capital that is no first name.
func (p *parsed) isUnknownName(i int) bool {
	return i < len(p.low) && p.isCapital(i) && p.givenAt(i) == 0
}

// isFullNameAt reports a first name and what can be nothing but a surname, in either order, with which all ends.
func (p *parsed) isFullNameAt(i int) bool {
	if i+2 != len(p.low) {
		return false
	}
	return p.isGivenAt(i) && p.isSurnameOnly(i+1) && patronymicGender(p.low[i+1]) == Unknown || p.isSurnameOnly(i) && p.isGivenAt(i+1)
}

// isStateNamed reports a state behind what states are called, though it is a first name as well: Государства Израиль.
func (p *parsed) isStateNamed(i int) bool {
	return i > 0 && headsOfStates()[p.low[i-1]] && isState(p.low[i])
}

// isNamedInTwo reports a place behind its adjective and the kind of it, neither of which declines:
// провинции Восточный Азербайджан, штата Северная Каролина. One that no table has stands before a
// first name and a surname.
func (w behind) isNamedInTwo() bool {
	if w.i < 2 || !headsNominative()[w.p.low[w.i-2]] || !w.p.isCapital(w.i-1) || !hasAnySuffix(w.p.low[w.i-1], "ый", "ий", "ой", "ая", "яя", "ое", "ее") {
		return false
	}
	return isLikePlace(w.low) || w.known == 0 && w.i+3 == len(w.p.low) && w.p.isCapital(w.i) && w.p.isGivenAt(w.i+1) && patronymicGender(w.p.low[w.i+2]) == Unknown
}

// isUnknownPlace reports a word that no table has behind the kind of a place. Before another
// word with a capital one that is not shaped as places are is a first name sooner: Республики
// Ситумбек Пробиза, but города Пробск Петров.
func (w behind) isUnknownPlace() bool {
	if w.known != 0 || w.known.surnameScore(w.low) == 3 || hasServant(w.low) || w.i > 1 && isObliqueAdjective(w.p.low[w.i-2]) && !ofSettlements.Has(w.p.low[w.i-2]) {
		return false
	}
	return isLikePlace(w.low) || w.i+2 != len(w.p.low) || !w.p.isCapital(w.i+1)
}

// ofSettlements say of a district what it is, and not which: «городского округа Химки», but «Заречного района».
var ofSettlements = wordset.Of("муниципального городского сельского муниципальном городском сельском")

// isLikePlace reports a place of the table, or a word that ends as places do.
func isLikePlace(word string) bool {
	_, known := findPlaceWord(word)
	return known || isPlaceEnding(word)
}

// isBeforeFullName reports a word that ends as surnames do before a first name and a surname of
// its own, or a name of East Asia: провинции Синьцзян Эркин Пробный; not «области Пробян Иван Иванович».
func (w behind) isBeforeFullName() bool {
	if soleName(w.p.low[w.i+1:]) >= 0 && w.p.isCapital(w.i+1) {
		return w.known == 0
	}
	last := w.i + 2
	return w.known == 0 && last+1 == len(w.p.low) && (w.p.isGivenAt(w.i+1) || w.p.isSurnameOnly(last) && w.p.isCapital(w.i+1)) && w.p.isCapital(last) &&
		fatherGender(w.p.low[last]) == Unknown && fatherWords[w.p.low[last]] == Unknown && !w.p.isGivenAt(last)
}

// isUnknownBehindState reports the first name of somebody whom no table has, behind a state or
// a body of states, which has no nominative behind it: Камеруна Лежён, ООН Хиссейн, but
// Республики Камерун, концерна Проба.
func (w behind) isUnknownBehindState() bool {
	if w.i == 0 || isAbbreviation(w.p.raw[w.i]) {
		return false
	}
	if genderOfAbbreviation()[w.p.raw[w.i-1]] != Unknown {
		return true
	}
	return w.isBehindState()
}

// isBehindState reports a word behind a state or a town, with no mark between them.
func (w behind) isBehindState() bool {
	before := w.p.complementAt(w.i - 1)
	return before&(obliquePlace|stillPlace) != 0 && before&obliqueNoun == 0 && bare(w.p.low[w.i-1]) == w.p.low[w.i-1] && !headsNominative()[w.p.low[w.i-1]]
}

// isSurnameInA reports a last word that nothing explains and that is a surname sooner than
// the genitive of a place or of what bears a name: МИД Кулеба, обороны Кулеба, but завода Кама.
func (w behind) isSurnameInA() bool {
	if w.i == 0 || w.i+1 < len(w.p.low) || isDash(w.p.low[w.i-1]) || !hasAnySuffix(w.low, "а", "я") || isNounInGenitive(w.low) || !w.p.isCapital(w.i) {
		return false
	}
	before := w.p.low[w.i-1]
	return w.p.isKnownAbbreviation(w.i-1) || w.isBehindState() || strings.HasSuffix(before, "»") || !w.p.isCapital(w.i-1) && isNounInGenitive(before) && !bearsName(before)
}

// placesInGenitive end towns and regions in the genitive.
var placesInGenitive = []string{"ленда", "стана", "града", "бурга", "бада"}

// bearsName reports a noun, in any case, behind which a name in the nominative stands: завода.
func bearsName(word string) bool {
	found, _ := nounsOf(word)
	return slices.ContainsFunc(found, func(l lexeme) bool {
		_, head := findHead(l.forms[nom])
		return head && !authorities.Has(l.forms[nom])
	})
}

// isOfBody reports the genitive of what is nobody's name alone, behind a body's noun: Фонда
// Мира, Комитета Мира.
func (w behind) isOfBody() bool {
	return w.known != 0 && w.i > 0 && w.p.complementAt(w.i-1)&obliqueNoun != 0 && isThingInGenitive(w.low)
}

// isSecondPlace reports a town in the genitive that is a surname as well, behind
// a state or an organisation: Сирии Одинцова.
func (w behind) isSecondPlace() bool {
	return w.of&obliquePlace != 0 && hasAnySuffix(w.low, "ова", "ева", "ина") && w.i > 1 &&
		(w.p.isAbbreviationAt(w.i-1) || w.p.complementAt(w.i-1) != 0)
}
