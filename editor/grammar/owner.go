package grammar

import (
	"slices"
	"strings"

	"communique/editor/wordset"
)

// relations are nouns that are said of somebody, whose name may stand behind them in the
// genitive: дочь Анны Пробной.
var relations = wordset.Of(`сын дочь жена муж супруг супруга вдова вдовец отец мать брат сестра внук внучка дед дедушка бабушка
	племянник племянница зять невестка тёща теща тесть свёкор свекор свекровь дядя тётя тетя`)

// helpers are nouns that are said of somebody as well, or of an office: представитель Анны
// Пробной, представитель МИД.
var helpers = wordset.Of(`адвокат заместитель заместительница помощник помощница представитель представительница соратник соратница сторонник преемник преемница ученик ученица
	пресс-секретарь советник советница посланник спецпосланник спецпредставитель коллега друг подруга предшественник предшественница
	соперник соперница наследник наследница телохранитель охранник спичрайтер биограф`)

// ownerEnd is the last word of the name of whom the noun, word post, is said, which stands in the
// genitive behind it: «дочь Анны Пробной», «жена Ивана Пробного Юлия»; post where nobody does.
func (p *parsed) ownerEnd(post int) int {
	last := len(p.low) - 1
	if post >= last {
		return post
	}
	noun := p.low[max(post, p.findHead(post, true))]                       // behind its adjectives: главный тренер
	several := !isPostNoun(noun) && !p.isActingAt(post) && isSeveral(noun) // not «зам. директора»
	if !several && p.endsInFamily(post, noun) || relations.Has(noun) && p.endsInRelated(post, noun) {
		return last
	}
	for i := post + 1; i < last; i++ {
		if p.isNumberedInGenitive(i) {
			return i + 1
		}
		if p.isSurnameOfThing(i) {
			return i
		}
		for end := min(i+3, len(p.low)); end > i+1; end-- {
			if p.isInGenitive(i, end, several || noun == "семья", relations.Has(noun) || helpers.Has(noun)) {
				return end - 1
			}
		}
	}
	return post
}

// mayBeNominative reports a name of word i and a surname that tells of no genitive by itself.
func (p *parsed) mayBeNominative(i int, surname string, related bool) bool {
	return !related && !hasAnySuffix(surname, "ой", "ей") || p.givenAt(i) != 0 || p.complementAt(i)&obliquePlace != 0
}

// isSurnameOfThing reports a surname in the genitive at word i whose a thing, or a helper, is, before somebody's whole name:
// «солист театра Вахтангова Иван Пробный».
func (p *parsed) isSurnameOfThing(i int) bool {
	last := len(p.low) - 1
	if i+2 > last || !p.isCapital(i) || !p.isCapital(i+1) || !p.isCapital(last) || !hasAnySuffix(p.low[i], genitivesOfSurnames...) || isFirstName(p.low[i]) {
		return false
	}
	if patronymicGender(p.low[last]) != Unknown {
		return false
	}
	before := p.low[i-1]
	return helpers.Has(before) || relations.Has(before) || namedThings.Has(before)
}

// namedThings are the genitives of what is called by somebody's surname alone: театр Вахтангова, Кубок Гагарина.
var namedThings = wordset.Of(`театра музея фонда кубка премии ордена медали стипендии университета института академии лицея колледжа школы гимназии училища консерватории
	завода комбината фабрики клиники больницы центра галереи ансамбля оркестра хора капеллы балета цирка студии киностудии мастерской издательства библиотеки филармонии
	лаборатории обсерватории конкурса турнира мемориала дивизии полка бригады батальона отряда штаба команды группы списка партии блока движения совхоза колхоза`)

// isNumberedInGenitive reports the name of one with a number at word i: Гарегина II.
func (p *parsed) isNumberedInGenitive(i int) bool {
	return isRomanNumber(p.low[i+1]) && p.givenAt(i) == 0 && isFirstNameInGenitive(p.low[i])
}

// endsInRelated reports the surname of whom noun, a relative at word post, is said, alone or behind the title of that
// person, which stands in the genitive as well: «внук Жукова», «вдова маршала Жукова», «вдова художника Минаса Аветисяна».
func (p *parsed) endsInRelated(post int, noun string) bool {
	last := len(p.low) - 1
	if !p.isCapital(last) || !hasAnySuffix(p.low[last], genitivesOfSurnames...) {
		return false
	}
	titled := false
	for i := post + 1; i < last; i++ {
		titled = titled || isSomebodyInGenitive(p.low[i])
	}
	if hasAnySuffix(p.low[last], genitivesAlone...) && titled {
		return true
	}
	return p.givenAt(last-1) == 0 && (titled && (!p.isCapital(last-1) || complementOf(p.low[last-1]) != 0 || isSomebodyInGenitive(p.low[last-1])) || (last == post+1 || last == post+2 && isConsonantBeforeA(p.low[last-1])) && GenderOfPost(noun) == Masculine)
}

// isConsonantBeforeA reports what may be the genitive of a man's name of no table: Пробофа.
func isConsonantBeforeA(word string) bool {
	stem, ok := strings.CutSuffix(word, "а")
	return ok && stem != "" && isConsonant(lastLetter(stem))
}

// genitivesOfSurnames end the genitive of surnames, genitivesAlone those that no woman's surname ends in.
var (
	genitivesOfSurnames = append([]string{"ова", "ева", "ёва", "ина", "ына", "овой", "евой", "ёвой", "иной", "ыной", "ской", "цкой"}, genitivesAlone...)
	genitivesAlone      = []string{"яна", "янца", "ука", "юка", "ского", "цкого"}
)

// isSomebodyInGenitive reports a noun for one person in the genitive: художника.
func isSomebodyInGenitive(word string) bool {
	return slices.ContainsFunc(findNouns(word), func(l lexeme) bool {
		shows := l.features(word)
		return l.animate && shows&inCase(gen) != 0 && shows&inCase(nom)&^bit(pluralRow, nom) == 0
	})
}

// endsInFamily reports a family behind a noun that is no post: семья Пробновых.
func (p *parsed) endsInFamily(post int, noun string) bool {
	return hasAnySuffix(p.low[len(p.low)-1], "ых", "их") && !isPostNoun(noun) && !isPerson(noun) && !p.isActingAt(post)
}

// isInGenitive reports the name of the words from i to end as a genitive that is no nominative,
// «Анны Пробной» and «Александра Пробного», but not «Александра Шевченко»; behind what is
// related to nobody, one that its surname tells, and behind what several are, any. Before
// another first name it can be nothing else: «секретарь Сергея Пробнова Анна Озерова».
func (p *parsed) isInGenitive(i, end int, several, related bool) bool {
	if !p.isCapital(i) || !p.isCapital(end-1) {
		return false
	}
	if related && (p.isStillInGenitive(i, end) || p.isEastInGenitive(i, end) || p.isUnknownInGenitive(i, end)) {
		return true
	}
	surname := p.low[end-1]
	switch {
	case !several && !p.isToldGenitive(i, end) && p.mayBeNominative(i, surname, related):
		return false
	case end == i+3 && !isMiddle(p.low[i+1]):
		return false
	case isFirstName(surname), several && isSharedSurname(surname), !isFirstNameInGenitive(p.low[i]):
		return false
	}
	name, _ := House{}.NominativeOfName(strings.Join(p.raw[i:end], " "), Genitive)
	return name != ""
}

// isStillInGenitive reports a man's first name that stands as it is in all cases, before a surname in the genitive, which
// is no woman's beside it: «племянник Эмомали Рахмона Исломиддин Рахмон».
func (p *parsed) isStillInGenitive(i, end int) bool {
	if end != i+2 || !isStillBeforeGenitive(p.low[i], p.low[end-1]) {
		return false
	}
	surname := strings.TrimSuffix(p.low[end-1], "а")
	named := end+2 == len(p.low) && p.isCapital(end) && p.isCapital(end+1)
	return named || isFirstName(surname) || isSurnameEnding(surname)
}

// isStillBeforeGenitive reports a man's first name in a vowel that no case changes, before what may be his surname in the
// genitive: Отто Шмидта.
func isStillBeforeGenitive(first, surname string) bool {
	stem, ok := strings.CutSuffix(surname, "а")
	return ok && stem != "" && !isVowel(lastLetter(stem)) && hasAnySuffix(first, "о", "и", "у", "е", "э") && given(first).gender() == Masculine && !isFirstName(surname) && !hasAnySuffix(stem, "зод", "зад")
}

// isEastInGenitive reports a name of East Asia of three words with the last in the genitive: «сестра Ким Чен Ына».
func (p *parsed) isEastInGenitive(i, end int) bool {
	own, ok := strings.CutSuffix(p.low[end-1], "а")
	return ok && end == i+3 && own != "" && !isVowel(lastLetter(own)) && isEastAsian([]string{p.low[i], p.low[i+1], own})
}

// isUnknownInGenitive reports a first name of no table that may be in the genitive, before a surname that may be, and
// somebody else's whole name behind both: «сын Пробофа Рашидова Владимир Озеров».
func (p *parsed) isUnknownInGenitive(i, end int) bool {
	return end == i+2 && end+1 < len(p.low) && isConsonantBeforeA(p.low[i]) && p.givenAt(i) == 0 &&
		hasAnySuffix(p.low[end-1], "ова", "ева", "ёва", "ина", "ына") && p.isCapital(end) && p.isCapital(end+1)
}

// isToldGenitive reports whether the words from i to end, or the first name behind them, tell by themselves
// that they are in the genitive: no nominative ends so.
func (p *parsed) isToldGenitive(i, end int) bool {
	return hasAnySuffix(p.low[end-1], "ого", "его", "ины", "ыны") || end == i+3 && strings.HasSuffix(p.low[i+1], "ича") ||
		end < len(p.low) && p.isCapital(end) && (p.isGivenAt(end) && end+1 < len(p.low) || end+2 == len(p.low) && p.isSurnameOnly(end+1))
}

// endsInOwner reports that all ends with the title of whom an office works for, or the name of whom a body is called after, as somebody's own name
// behind it, which is named then, tells: «директор музея Мухтара Пробнова Анна Озерова».
func (p *parsed) endsInOwner() bool {
	last := len(p.low) - 1
	return p.named && (p.isTitleOf(last) || last > 2 && isFirstNameInGenitive(p.low[last-1]) && p.isCapital(last-1) && p.isCapital(last))
}

// isMiddle reports what stands between a first name and a surname in the genitive.
func isMiddle(word string) bool {
	return hasAnySuffix(word, "ича", "вны", "чны") || particles.Has(word)
}

// isFirstNameInGenitive reports the genitive of a first name, Анны, and what may be one, Александра.
func isFirstNameInGenitive(word string) bool {
	if stem, ok := strings.CutSuffix(word, "а"); ok {
		return isFirstName(stem) || isFleetingStem(stem)
	}
	if stem, ok := strings.CutSuffix(word, "я"); ok {
		return isFirstName(stem+"й") || isFirstName(stem+"ь")
	}
	if stem, ok := strings.CutSuffix(word, "ы"); ok {
		return isFirstName(stem + "а")
	}
	stem, ok := strings.CutSuffix(word, "и")
	return ok && (isFirstName(stem+"а") || isFirstName(stem+"я") || isFirstName(stem+"ь"))
}

// IsNameInGenitive reports a name that is a genitive and can be no nominative: «Павла Пробного», but not «Александра
// Пробная».
func IsNameInGenitive(name string) bool {
	first, _, _ := strings.Cut(lower(name), " ")
	if isFirstName(first) && first != "павла" {
		return false
	}
	nominative, _ := House{}.NominativeOfName(name, Genitive)
	return nominative != ""
}

// isFleetingStem reports the stem of a first name that has a vowel less in the other cases: Павл.
func isFleetingStem(stem string) bool {
	for _, one := range fleetingNames {
		if one == stem {
			return true
		}
	}
	return false
}

// sistersAtWork are said of nurses, who are nobody's sisters.
var sistersAtWork = wordset.Of("медицинская операционная процедурная палатная патронажная перевязочная прививочная")

// isOfRelative reports a post that says whose relative somebody is, or, with helpers, whose helper.
func isOfRelative(post string, withHelpers bool) bool {
	before := ""
	for word := range strings.FieldsSeq(post) {
		word = lower(word)
		if relations.Has(word) && (word != "сестра" || !sistersAtWork.Has(before)) || withHelpers && helpers.Has(word) {
			return true
		}
		before = word
	}
	return false
}

// isFirstNameInA reports a woman's first name that ends as most of them do.
func isFirstNameInA(word string) bool { return hasAnySuffix(word, "а", "я") && isFirstName(word) }

// mayBeOwner reports a name behind what people are to somebody that may be whose they are: «вдова
// Александра Шевченко», «представитель Александра Шевченко».
func mayBeOwner(post, name string) bool {
	first, behind, _ := strings.Cut(name, " ")
	switch {
	case mayBeOwnersStill(first, behind):
		return isOfRelative(post, false) || helpers.Has(lower(post[strings.LastIndexByte(post, ' ')+1:]))
	case !hasAnySuffix(first, "а", "я", "ы", "и", "А", "Я", "Ы", "И"): // nearly all names, and the letters need not be made small
		return false
	case hasAnySuffix(lower(name), "ая", "яя"): // Александра Пробная is nobody's genitive
		return false
	}
	return isOwnerByEnding(post, first, name)
}

// isOwnerByEnding is mayBeOwner for a name that ends as a genitive does.
func isOwnerByEnding(post, first, name string) bool {
	last := lower(post[strings.LastIndexByte(post, ' ')+1:])
	titled := hasAnySuffix(last, "а", "я", "ы", "и") && isSomebodyInGenitive(last) // пресс-секретарь мэра Пробова
	alone := first == name && hasAnySuffix(lower(name), genitivesOfSurnames...)
	if !alone && !isFirstNameInGenitive(lower(first)) {
		return isOfRelative(post, false) && (titled && !isFirstNameInA(lower(first)) || isUnknownOwner(lower(first), lower(name))) // «вдова поэта Сайдали Мамура»
	}
	related := helpers.Has(last) || isOfRelative(post, titled && alone)
	if !related || alone {
		return related
	}
	nominative, _ := House{}.NominativeOfName(name, Genitive)
	return nominative != "" || titled && isAlsoMans(lower(first), name)
}

// isAlsoMans reports a woman's name that is as well the genitive of a man's, Валентина, before a surname that stays.
func isAlsoMans(first, name string) bool {
	man := given(strings.TrimSuffix(first, "а"))
	return hasAnySuffix(name, "и", "о", "е", "э", "у", "ю") && man&western == 0
}

// mayBeOwnersStill reports a first name that no case changes before what may be a surname in the genitive: «сын Отто Шмидта».
func mayBeOwnersStill(first, surname string) bool {
	return hasAnySuffix(first, "о", "и", "у", "е", "э") && strings.HasSuffix(surname, "а") && isStillBeforeGenitive(lower(first), lower(surname))
}

// isUnknownOwner reports a first name of no table that may be in the genitive, as its surname may: «вдова Пробофа Рашидова».
func isUnknownOwner(first, name string) bool {
	return given(first) == 0 && isConsonantBeforeA(first) && hasAnySuffix(name, genitivesOfSurnames...)
}
