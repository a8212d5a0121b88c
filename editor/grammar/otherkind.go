package grammar

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/wordset"
)

// A kind is told by whoever asks, and may be wrong: a post that carries a name,
// a place typed as a person. What does not look like its kind is a guess.

// isNoName reports what was called a person and does not look like one: words in
// small letters, figures, a post; a place or the name of an organisation, unless
// whoever asks knows the gender.
func (p *parsed) isNoName(r reading, told Gender) bool {
	switch {
	case len(p.low) < 2:
		return p.isNoSurname(strings.Join(p.low, ""))
	case p.hasNoNamesWord():
		return true
	case told != Unknown && titleGender(p.low[0]) == other(told): // Король Ольга
		return false
	case p.beginsAsPost():
		at := p.nameStart()
		noun, _ := postHead(p.low[0])
		return at == len(p.low) || at > 1 || at == 1 && given(p.low[0]) == 0 && p.forms[0] != noun
	case told != Unknown, p.hasNamesPart(r):
		return false
	}
	_, place := findPlace(strings.Join(p.low, " "))
	_, head := headForms(p.low[0])
	return place || head || slices.ContainsFunc(p.low, func(word string) bool { return hasAnySuffix(word, "ое", "ее", "ые") })
}

// mayBeginInPost reports two first names of which the first may as well be the end of the
// post before it: Мисс Мира Анна, Посол Мира Анна Пробная.
func (p *parsed) mayBeginInPost() bool {
	return len(p.low) > 1 && p.isGenitiveBeforeName(0) && patronymicGender(p.low[len(p.low)-1]) == Unknown
}

// mayContinue reports a name of three words the first of which may be whom or what the post before is of: in the
// genitive, «директор Пробнадарана Валдеси Уркиза», or in capitals before what is a surname in Belarus and a
// patronymic elsewhere, «директор ПРОБ Сергей Никифорович».
func mayContinue(post, name string) bool {
	if post == "" || strings.Count(name, " ") != 2 { // as of most
		return false
	}
	p := takeApart(name)
	if len(p.low) != 3 || p.givenAt(0) != 0 || isStill(p.low, 1) || isInZoda(p.low[0]) || endsInState(post) {
		return false
	}
	if allCapitals(p.raw[0]) && !allCapitals(p.raw[2]) {
		return hasAnySuffix(p.low[2], "ович", "евич") && !isSurnameEnding(p.low[0]) && !eastAsian.Has(p.low[0])
	}
	return patronymicGender(p.low[2]) == Unknown && hasAnySuffix(p.low[0], "а", "я") && syllables(p.low[0]) > 2
}

// endsInState reports a state in the genitive at the end of a post, behind which no other name of a thing stands.
func endsInState(post string) bool {
	last := lower(post[strings.LastIndexByte(post, ' ')+1:])
	return complementOf(last)&obliquePlace != 0 && complementOf(last)&obliqueNoun == 0
}

// isGenitiveBeforeName reports a first name that is the genitive of a common noun before
// another first name: Мира Анна.
func (p *parsed) isGenitiveBeforeName(i int) bool {
	if i+1 >= len(p.low) || i+2 < len(p.low) && fatherWords[p.low[i+2]] != Unknown {
		return false
	}
	return p.isGivenAt(i) && p.isGivenAt(i+1) && p.isCapital(i) && (isThingInGenitive(p.low[i]) || p.isTitleOf(i))
}

// isTitleOf reports the title of whom an office or a helper is, which is a woman's first name too: пресс-службы Раиса
// Анна Пробная. At the beginning of a name what stands before is not known.
func (p *parsed) isTitleOf(i int) bool {
	return titlesInGenitive.Has(p.low[i]) && (i == 0 || officesOfOne.Has(p.low[i-1]) || helpers.Has(p.low[i-1]))
}

// titlesInGenitive are of men in office, and first names of women too.
var titlesInGenitive = wordset.Of("раиса эмира амира султана")

// officesOfOne are bodies, in the genitive, that work for one man in office.
var officesOfOne = wordset.Of("пресс-службы аппарата администрации канцелярии секретариата офиса протокола резиденции приёмной приемной")

// hasNoNamesWord reports a word in small letters that names do not have, and figures.
func (p *parsed) hasNoNamesWord() bool {
	for i, word := range p.low {
		if strings.ContainsFunc(word, isFigureOrQuotation) || !p.isCapital(i) && !p.isSmallInName(i) && !titles.Has(word) || p.isKnownAbbreviation(i) || postNeuters.Has(word) {
			return true
		}
	}
	return false
}

func isFigureOrQuotation(r rune) bool {
	return '0' <= r && r <= '9' || r == '№' || r == '«' || r == '»'
}

// hasNamesPart reports a patronymic, initials, a certain first name: what only names
// have.
func (p *parsed) hasNamesPart(r reading) bool {
	for i, word := range p.low {
		switch {
		case r.parts[i] == patronymic, isDotted(word), r.parts[i] == ownName:
			return true
		case r.parts[i] == firstName && given(word) != 0 && given(word).isSure() && !isOrganisationNoun(p.low[0]):
			return true
		}
	}
	return false
}

// isNoSurname reports a single word that is known to be something else than a name.
func (p *parsed) isNoSurname(word string) bool {
	if word == "" || given(word) != 0 {
		return false
	}
	_, place := findPlaceWord(word)
	_, organisation := organisationNouns()[word]
	_, head := headForms(word)
	if organisation && !indeclinableSurnames.Has(word) || !p.isCapital(0) && (isPostNoun(word) || p.isOfSeveral() || head && strings.Contains(word, "-")) {
		return true
	}
	return surnameScore(word) == 0 && !eastAsian.Has(word) && (place || isAbbreviation(p.raw[0]) && p.isAbbreviationAt(0))
}

// carriesName reports a name behind the words of a post, of which those before
// word from have been declined.
func (p *parsed) carriesName(from int) bool {
	if n := len(p.raw) - 1; n > from && strings.HasPrefix(p.raw[n], "(") { // Антоний (Севрюк)
		return (&parsed{raw: p.raw[:n], low: p.low[:n], forms: p.forms[:n]}).carriesName(from)
	}
	if p.endsInOwner() {
		return false
	}
	if last := len(p.low) - 1; last == from && p.mayBeName(last) || p.isUnknownInA(last) || p.isUnknownBehindKind(last) {
		return true
	}
	for i := from; i < len(p.low); i++ {
		if p.isFirstNameAt(i) || p.hasParticle(i) || p.isUnknownBehindState(i) || p.behind(i).isManyOrSurname() && !p.isCapital(i-1) { // школы Послов
			return true
		}
	}
	return p.endsUnexplained()
}

// endsUnexplained reports words where a name could begin that nothing explains for certain. The
// last one is looked for first: most posts have none, and where the name begins is weighed.
func (p *parsed) endsUnexplained() bool {
	run, last := p.nameRun(), len(p.low)-1
	for last >= run && !p.isUnexplained(last) {
		last--
	}
	return last >= run && last >= p.nameStart()
}

// isUnexplained reports a word that may begin a name; one in Latin letters stays in any case.
func (p *parsed) isUnexplained(i int) bool {
	if p.named && i > 0 && (p.complementAt(i)&obliquePlace != 0 || p.isThingNamedInA(i)) {
		return false
	}
	return (!isLatin(p.low[i]) || isRomanNumber(p.low[i])) && (p.forms[i][nom] == "" && !isModifier(p.low[i]) || p.givenAt(i) != 0) && p.complementScore(i) < certainComplement
}

// isUnknownBehindState reports a last word with a capital that nothing explains, behind a
// state or a town, which has no genitive behind it: Буркина-Фасо Рималба.
func (p *parsed) isUnknownBehindState(i int) bool {
	return i > 0 && i+1 == len(p.low) && p.isCapital(i) && p.isCapital(i-1) && p.complementAt(i) == 0 && !p.isAbbreviationAt(i) &&
		p.complementAt(i-1)&(obliquePlace|stillPlace) != 0 && p.complementAt(i-1)&obliqueNoun == 0 && !p.isNamesake(i) &&
		bare(p.low[i]) == p.low[i] && !headsNominative()[p.low[i-1]] && !isObliqueAdjective(p.low[i])
}

// isThingNamedInA reports a last word in -а or -я behind a thing in the genitive, where nobody's name begins if it stands
// in full behind it: ректора Волгатеха Иван Пробнов.
func (p *parsed) isThingNamedInA(i int) bool {
	return i+1 == len(p.low) && hasAnySuffix(p.low[i], "а", "я") && !p.isCapital(i-1) && isNounInGenitive(p.low[i-1])
}

// isUnknownInA reports a last word that may be somebody or the name of a thing: завода Кама.
func (p *parsed) isUnknownInA(i int) bool {
	return !p.named && i > 0 && i+1 == len(p.low) && p.isCapital(i) && hasAnySuffix(p.low[i], "а", "я") && p.complementScore(i) < certainComplement &&
		!p.isCapital(i-1) && (isNounInGenitive(p.low[i-1]) || strings.HasSuffix(p.low[i-1], "»")) && !isNounInGenitive(p.low[i])
}

// isUnknownBehindKind reports a last word behind the kind of a place that may be its name or
// somebody's, as one that nobody declines may not: порта Скида, but города Пробск, села Пробное.
func (p *parsed) isUnknownBehindKind(i int) bool {
	if i < 1 || p.named || !p.isCapital(i) {
		return false
	}
	word := p.low[i]
	declines := isConsonant(lastLetter(word)) || hasAnySuffix(word, "а", "я", "ь", "й")
	return declines && !isLikePlace(word) && !isObliqueAdjective(word) && p.complementAt(i) == 0 && p.behind(i).isNamed() && !p.isAbbreviationAt(i)
}

// hasParticle reports a capital behind a few small letters and a hyphen, which are a surname's
// whether or not they are known: аль-Заяни; not экс-Президент.
func (p *parsed) hasParticle(i int) bool {
	if p.isCapital(i) || isPostNoun(bare(p.low[i])) || i > 0 && (p.low[i-1] == "имени" || p.low[i-1] == "им.") {
		return false
	}
	before, after, ok := strings.Cut(p.raw[i], "-")
	first, _ := utf8.DecodeRuneInString(after)
	return ok && len(before) <= len("уль") && isCapital(first)
}

// mayBeName reports a word behind a post's noun that may be a thing in the genitive or
// somebody: Посол Мира.
func (p *parsed) mayBeName(i int) bool {
	if p.isCapital(i) && p.isGivenAt(i) && isThingInGenitive(p.low[i]) {
		return true
	}
	return p.nameRun() < len(p.low) && p.isShortUnknown(i)
}

// isShortUnknown reports a word that may be a name in the nominative, леди Гага, or a place
// in the genitive, and that nothing explains.
func (p *parsed) isShortUnknown(i int) bool {
	word := p.low[i]
	return p.isCapital(i) && hasAnySuffix(word, "а", "я") && syllables(word) < 3 &&
		p.complementScore(i) < certainComplement && !isNounInGenitive(word)
}

// isNoPostNoun reports a noun that ends as posts do (-ор, -ант) and is the name of
// a person, a place or an organisation.
func isNoPostNoun(word string) bool {
	_, place := findPlaceWord(word)
	_, head := headForms(word)
	return given(word) != 0 || place || head || strings.HasSuffix(word, "надзор")
}

// isNoThing reports what was called a place or an organisation and does not look
// like either: a post, a person, or a name behind the noun.
func (p *parsed) isNoThing() bool {
	return p.beginsAsPost() || p.isOfSeveral() || p.isPersonsName() || p.endsInName()
}

// beginsAsPost reports a phrase whose first noun is a post's.
func (p *parsed) beginsAsPost() bool {
	for i, word := range p.low {
		word = bare(word)
		_, head := headForms(word)
		switch {
		case substantives.Has(word) && (p.nounFollows(i+1) || p.agreesWithNext(i)): // учёный совет
		case head:
			return false
		case isPostNoun(word), postNeuters.Has(word), substantives.Has(word), p.isActingAt(i):
			return true
		}
		if _, ok := modifierForms(word, true); !ok && !isModifier(word) {
			return false
		}
	}
	return false
}

// IsSurname reports a word that ends as surnames do, whether or not it is a first name too.
func IsSurname(word string) bool { return isSurnameEnding(lower(word)) }

// IsPersonsName reports whether a text that may be of anybody who acts is a person's name
// alone: «Могила Пётр», not «Секретариат Совета».
func IsPersonsName(text string) bool { return takeApart(text).isPersonsName() }

// isPersonsName reports what is a person's name and nothing before it.
func (p *parsed) isPersonsName() bool {
	switch {
	case len(p.low) == 0:
		return false
	case p.nameRun() > 0: // Король Ольга Петровна
		return len(p.low) > 1 && p.isOthersTitle() && p.givenAt(1) != 0
	}
	first, last := p.low[0], p.low[len(p.low)-1]
	if _, head := headForms(first); head {
		return p.mayBeSurnameFirst()
	}
	if len(p.low) == 1 {
		return isGiven(first) && !isOrganisationNoun(first)
	}
	return isGiven(first) || isGiven(last) || given(first) != 0 && surnameScore(last) == 3 || isDotted(first) || isDotted(last) || patronymicGender(last) != Unknown || soleName(p.low) >= 0
}

// hasTwoNamesAt reports a first name and a surname behind the initials at word i and another surname, with which all
// ends: М.П. Озеровой Иван Пробный.
func (p *parsed) hasTwoNamesAt(i int) bool {
	from := i
	for i < len(p.low) && isDotted(p.low[i]) {
		i++
	}
	return i > from && i+3 == len(p.low) && p.isGivenAt(i+1) && p.surnameScore(i+2) == 3
}

func (p *parsed) isGivenAt(i int) bool {
	known := p.givenAt(i)
	return known != 0 && known.isSure()
}

func isGiven(word string) bool { return given(word) != 0 && given(word).isSure() }

// mayBeSurnameFirst reports a surname that is a place's noun before a first name, «Могила
// Пётр», or such a first name before a man's surname, «Дамба Пробнов»; unless the name is a
// place's too, as that of the river Лена.
func (p *parsed) mayBeSurnameFirst() bool {
	if len(p.low) != 2 || !p.isCapital(0) || !p.isCapital(1) {
		return p.isSurnameFirst()
	}
	_, place := findPlaceWord(p.low[1])
	return !place && (isGiven(p.low[1]) || p.isSurnameAt(1) && surnameGender(p.low[1]) == Masculine)
}

// isSurnameFirst reports it where a patronymic tells that a person is meant.
func (p *parsed) isSurnameFirst() bool {
	return len(p.low) == 3 && p.isCapital(0) && p.isCapital(1) && isGiven(p.low[1]) && patronymicGender(p.low[2]) != Unknown
}

// endsInName reports a name in the nominative behind a noun that has none there:
// «Министерство обороны Иван Пробный»; not «улица Мира».
func (p *parsed) endsInName() bool {
	run := p.nameRun()
	if run == 0 {
		if len(p.low) == 0 || !isOrganisationNoun(p.low[0]) {
			return false
		}
		run = 1 // the noun has a capital too
	}
	authority := len(p.low) > 0 && authorities.Has(p.low[0])
	if run+1 == len(p.low) && !authority {
		return false // аэропорт Манас
	}
	for i := run; i < len(p.low); i++ {
		if p.isFirstNameAt(i) || authority && p.isSurnameAt(i) {
			return true
		}
	}
	return false
}

// authorities bear nobody's name in the nominative.
var authorities = wordset.Of("министерство совет комитет правительство администрация агентство управление департамент секретариат штаб служба комиссия парламент сенат мэрия суд прокуратура оборона милиция полиция гвардия разведка казначейство таможня")

// isFirstNameAt reports a first name with a capital in the nominative, which no
// noun of the dictionary is in a case.
func (p *parsed) isFirstNameAt(i int) bool {
	if !p.isGivenAt(i) && !hasServant(p.low[i]) || isNounInGenitive(p.low[i]) {
		return false
	}
	if !p.isCapital(i) { // «министр анна пробная», typed in haste
		return !isNounForm(p.low[i]) && complementOf(p.low[i]) == 0 && !isModifier(p.low[i])
	}
	return p.complementScore(i) < 0
}

// isSurnameAt reports a surname with a capital that is no noun and no place.
func (p *parsed) isSurnameAt(i int) bool {
	word := p.low[i]
	return p.isCapital(i) && surnameScore(word) == 3 && complementOf(word) == 0 && len(findNouns(word)) == 0
}

// isThingInGenitive reports the genitive of a noun that names nobody: мира, not халифа.
func isThingInGenitive(word string) bool {
	return !isConsonant(lastLetter(word)) && slices.ContainsFunc(findNouns(word), func(l lexeme) bool { return !l.animate && l.forms[gen] == word })
}

// mayBeThings reports a first name alone behind something that may be called so: «командир отряда Альфа».
func mayBeThings(post, name string) bool {
	return !strings.Contains(name, " ") && isFirstName(lower(name)) && isThingInGenitive(post[strings.LastIndexByte(post, ' ')+1:])
}

// isThing reports a common noun in the nominative that names nobody: заря.
func isThing(word string) bool {
	return slices.ContainsFunc(findNouns(word), func(l lexeme) bool { return !l.animate && l.forms[nom] == word && l.forms[gen] != word })
}

// isNominativeAlone reports a noun of the dictionary that is in no other case.
func isNominativeAlone(word string) bool {
	found := findNouns(word)
	return len(found) > 0 && !anyInGenitive(found, word)
}

func isNounInGenitive(word string) bool { return anyInGenitive(findNouns(word), word) }

func anyInGenitive(nouns []lexeme, word string) bool {
	return slices.ContainsFunc(nouns, func(l lexeme) bool { return l.features(word)&inCase(gen) != 0 })
}

// isSettlement reports a place that is known, or is called a town, a street or a village.
func (p *parsed) isSettlement() bool {
	_, known := findPlace(strings.Join(p.low, " "))
	if known || len(p.low) < 2 {
		return known
	}
	head := p.low[0]
	return agreeingNouns.Has(head) || agreeingAdjectives.Has(head) || settlements.Has(head)
}
