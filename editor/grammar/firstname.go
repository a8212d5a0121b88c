package grammar

import (
	"strings"

	"communique/editor/wordset"
)

// fleetingNames are the men's first names that lose or change a vowel of their
// stem: Зализняк, «Грамматический словарь», личные имена.
var fleetingNames = map[string]string{
	"павел": "павл", "лев": "льв", "пётр": "петр", "петр": "петр", "игорёк": "игорьк", "игорек": "игорьк", "витёк": "витьк", "витек": "витьк", "марек": "марек",
}

// stressedFirst are the names in -а and -я that carry the stress on the ending,
// which shows after я and a hush: Ильёй.
var stressedFirst = wordset.Of("илья мкртич мкртыч ходжа арташ октябрь ноябрь декабрь сентябрь январь февраль")

// frenchNames have the stress on a last vowel that does not decline.
var frenchNames = wordset.Of("николя тома франсуа бенуа дидье луа")

// thirdNames are the women's names in -ль that follow the third declension.
// Those of Turkic and French origin (Айгуль, Николь) stay: Розенталь, § 149, and
// the dictionary of OpenCorpora.
var thirdNames = wordset.Of("нинель рахиль рашель жизель гизель агидель")

// firstNameForms declines a first name. Розенталь, Справочник, § 149: men's
// names in a consonant and all in -а and -я decline; women's in a consonant do
// not, in -ь they follow the third declension.
func (h House) firstNameForms(word string, gender Gender) (six, bool) {
	if i := lastHyphen(word); i > 0 {
		return h.hyphenatedFirstName(word, i, gender)
	}
	return h.simpleFirstName(word, gender, given(word))
}

// uncertainMen end men's names that stay for some, as Гия, or whose stress cannot
// be seen, as of Айтач; hushMen do where no table has the name.
var (
	uncertainMen = []string{"я", "ч", "жа", "паша", "ча", "ца", "брий"}
	hushMen      = []string{"ж", "ш", "щ", "ц", "ша"}
)

func (h House) simpleFirstName(word string, gender Gender, known givenName) (six, bool) {
	last := lastLetter(word)
	certain := known != 0 && known.isSure() || endingGender(word) == gender
	switch {
	case gender == Feminine && (last == 'ь' || isConsonant(last)):
		return h.womanInConsonant(word, known)
	case hasAnySuffix(word, "уа", "иа", "оа", "еа", "эа", "аа"):
		return fixed(word), isFixedInTwoVowels(word, gender, known)
	case gender == Masculine:
		return manName(word, known, certain)
	}
	s, ok := noun{gender: gender, animate: true, stressed: stressedFirst.Has(word)}.decline(word)
	if strings.HasSuffix(word, "ия") && syllables(word) == 2 {
		return s.ofOneSyllable(), false // for many «к Лии» is as good
	}
	if !ok {
		return s, isVowel(last) || last == 'й' // Толгонай
	}
	return s, !mayBeStressedWoman(word) && (known != 0 || isKnownByEnding(word))
}

// isFixedInTwoVowels reports whether a name that ends in two vowels surely keeps them: of the rarest women's some decline.
func isFixedInTwoVowels(word string, gender Gender, known givenName) bool {
	return known&(rare|checked) != rare || !hasAnySuffix(word, "аа", "уа", "диа") || gender != Feminine && strings.HasSuffix(word, "уа")
}

// isKnownByEnding reports a woman's name whose forms its ending tells, though no table has it.
func isKnownByEnding(word string) bool {
	return !hasAnySuffix(word, "ца", "я") || isVowelBeforeLast(word)
}

// ofOneSyllable are the forms of a name whose stem has one syllable, as Ия and Лия: «к Ие, о Лие», but
// «к Марии» (Правила русской орфографии и пунктуации, 2006, § 71).
func (s six) ofOneSyllable() six {
	ending := drop(s[nom], 1) + "е"
	s[dat], s[prep] = ending, ending
	return s
}

// isVowelBeforeLast reports a vowel before the last letter, on which a woman's name in -я never has its stress then: Лея.
func isVowelBeforeLast(word string) bool { return isVowel(lastLetter(drop(word, 1))) }

// mayBeStressedWoman reports a woman's name whose dative or instrumental hangs on a stress
// that is not written: Алие, Бунафшой, Айшей; not of Наташа and Лиля, nor of Джамиля, where
// only the dots of «Джамилёй» do.
func mayBeStressedWoman(word string) bool {
	return hasAnySuffix(word, "ша", "жа", "ча", "ща") && !stressedBefore.Has(word) && !isPetNameInSha(word) || stressedInIja.Has(word)
}

// isPetNameInSha reports a pet name whose stress is before the ending: Марфуша, Дуняша.
func isPetNameInSha(word string) bool { return hasAnySuffix(word, "уша", "юша", "яша") }

// stressedInIja have the stress on the last vowel where they come from, and with it Алие for some and Алии for others.
var stressedInIja = wordset.Of("алия зульфия зулфия гульфия нурия закия галия хания сания рузия вазифия фаузия фавзия лутфия рукия назия хадия нажия фархия асия магфия бадрия райфия")

var stressedBefore = wordset.Of("даша маша саша паша наташа ксюша катюша танюша надюша любаша глаша клаша джорджа айша аиша хадиджа хадижа пуджа акджа")

func manName(word string, known givenName, certain bool) (six, bool) {
	if frenchNames.Has(word) || !certain && isForeignInJa(word) {
		return fixed(word), certain
	}
	s, ok := noun{gender: Masculine, animate: true, stem: fleetingNames[word], stressed: stressedFirst.Has(word)}.decline(word)
	switch {
	case titles.Has(word) && word != "хан", word == "гия", strings.HasSuffix(word, "джа") && !stressedFirst.Has(word): // Хаваджа: where the stress is cannot be seen
		return s, false
	case certain, !ok && isVowel(lastLetter(word)):
		return s, true
	case hasAnySuffix(word, uncertainMen...), known == 0 && hasAnySuffix(word, hushMen...):
		return s, false
	}
	return s, known != 0 || isPlainMan(word)
}

// isForeignInJa reports a man's name in -я beyond the tables that stays, as the
// dictionary has them: Абидя, Загиря; Russian short ones decline.
func isForeignInJa(word string) bool {
	return strings.HasSuffix(word, "я") && !hasAnySuffix(word, "ия", "нья", "аня", "еня", "оня", "уня", "юня")
}

// isPlainMan reports a man's name in a consonant or -й whose stem shows no vowel that might go; in a
// soft one it is no common noun, whose stress cannot be seen: Рапиль, not Кремль.
func isPlainMan(word string) bool {
	if strings.HasSuffix(word, "й") {
		return !hasAnySuffix(word, "ий", "ый") || isNounInIy(word)
	}
	return (isConsonant(lastLetter(word)) || strings.HasSuffix(word, "ь") && !isNounForm(word)) && (strings.HasSuffix(word, "бек") || !hasAnySuffix(word, "ок", "ек", "ёк"))
}

// isNounInIy reports a first name in -ий whose stem has more than one syllable, which shows in «о Поликарпии».
func isNounInIy(word string) bool { return strings.HasSuffix(word, "ий") && syllables(word) > 2 }

func (h House) womanInConsonant(word string, known givenName) (six, bool) {
	listed := known != 0 && known.isSure()
	switch {
	case strings.HasSuffix(word, "чик"): // Верунчик: a man's ending, and a woman
		s, _ := noun{gender: Masculine, animate: true}.decline(word)
		return s, false
	case word == "любовь":
		return six{word, "любови", "любови", word, "любовью", "любови"}, true
	case isWomanInL(word):
		if h.WomenInL == WomenInLStay {
			return fixed(word), known != 0 || hasAnySuffix(word, "гуль", "гюль", "гозель", "гузель", "гюзель", "гезель", "куль")
		}
	case !listed && hasAnySuffix(word, "нь", "сь", "ть", "шь"): // Айгюнь, Мартинь
		return fixed(word), false
	}
	s, _ := noun{gender: Feminine}.decline(word)
	return s, listed || lastLetter(word) != 'ь' || known != 0 && isWomanInL(word)
}

// isWomanInL reports a woman's name in -ль that stays for some and declines for
// others: Айгуль, Николь; not Нинель.
func isWomanInL(word string) bool { return strings.HasSuffix(word, "ль") && !thirdNames.Has(word) }

// stillFirst are the first parts of men's names that no usage declines.
var stillFirst = wordset.Of("жан касым нур мир магомед магомет мохаммед мухаммед мухаммад ахмад ахмед абд абдул сеид сейид саид хан шах бек дин амир")

// honoursBehind stand behind an eastern man's name with a hyphen, and the name stays: Юнус-бека, Махмуд-Али.
var honoursBehind = wordset.Of("бек бай хан али заде ага")

// hyphenatedFirstName declines the last part (Касым-Жомарта, Жан-Пьера), and
// the parts before it where they are women's names in a vowel (Анны-Марии).
func (h House) hyphenatedFirstName(word string, i int, gender Gender) (six, bool) {
	before, last := word[:i], word[i+1:]
	if isFatherWordAfter(last) {
		return fixed(word), true
	}
	s, sure := h.firstNameForms(last, gender)
	sure = sure || gender == Masculine && honoursBehind.Has(last) // Юнус-бека
	head := fixed(before)
	if gender == Feminine && given(before).gender() == Feminine && hasAnySuffix(before, "а", "я") {
		head, _ = h.firstNameForms(before, gender)
	}
	if first := given(before); first&western != 0 || gender == Masculine && first.gender() == Masculine && isConsonant(lastLetter(before)) {
		sure = sure && (given(word) != 0 || stillFirst.Has(before) || honoursBehind.Has(last)) // Франц-Иосиф, Филипп-Август
	}
	return hyphenated(head, s), sure
}

// hyphenated joins two parts with a hyphen, case by case.
func hyphenated(a, b six) six {
	for c := range a {
		a[c] += "-" + b[c]
	}
	return a
}

// patronymicForms declines a patronymic. The stressed -ич has -ом, and only in
// the short ones: Кузьмичом, but Ивановичем.
func patronymicForms(word string, gender Gender) (six, bool) {
	if i := lastHyphen(word); i > 0 && !isFatherWordAfter(word[i+1:]) {
		s, sure := patronymicForms(word[i+1:], gender)
		return hyphenated(fixed(word[:i]), s), sure
	}
	if !hasAnySuffix(word, "ич", "ыч", "на") {
		return fixed(word), true // уулу, оглы and the like, joined to the name
	}
	stressed := shortPatronymics.Has(word) && hasAnySuffix(word, "льич", "мич", "лукич")
	s, _ := noun{gender: gender, animate: true, stressed: stressed}.decline(word)
	return s, true
}
