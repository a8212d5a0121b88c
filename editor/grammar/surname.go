package grammar

import (
	"strings"
	"sync"

	"communique/editor/wordset"
)

// foreignSurnames end like Russian ones in -ов and -ин but decline as nouns,
// with -ом: Розенталь, § 150; Калакуцкая, Склонение фамилий (1984), гл. 2.
var foreignSurnames = wordset.Of(`дарвин шахин четин чаплин грин кронин гершвин кальвин болдуин франклин мартин бюлов флотов гутцков 
	дин лин мин цин син фин чин боин коллин бенджамин бодуэн карстин крюков-швед остин гарвин кэмерин хокин йовин
	белин саладин гудвин эрвин эдвин кевин колвин мелвин спелвин тарквин левин-смит ирвин сорвин латин лёвин бин вин гриффин
	бёрдвин болдвин регин чурчин ньюкомен эшвин солвин кляйн`)

// russianToo are those of foreignSurnames that are as well Russian ones, behind a Russian first name.
var russianToo = wordset.Of("чаплин белин латин лёвин левин")

// womensSurnames end like those of men alone and are borne by women as well.
var womensSurnames = wordset.Of("цеткин палин пэйлин пейлин гуин куин квин маккуин олдрин")

// nounSurnames end in -ина and -ова but are nouns, for men and women alike:
// Калакуцкая, гл. 3.
var nounSurnames = wordset.Of(`щербина калина малина смородина былина дубина хворостина кручина година
	скотина корзина долина картина жемчужина рябина осина бузина глина перина слатина паутина шипшина маслина тычина хмарина купина
	голова корова дуброва подкова основа обнова`)

// indeclinableSurnames end in a stressed -а or -я of French origin, or in -их
// and consonants by exception: Розенталь, § 150.
var indeclinableSurnames = wordset.Of(`дюма золя петипа тома дега люка ферма гамарра бенуа труайя леруа гойя-люсьентес кассонада
	забейворота моруа франсуа делакруа дюбуа виардо фуа гранжа`)

// germanSurnames end in -их and are no Russian genitive plurals, as those in
// -рих never are: they decline.
var germanSurnames = wordset.Of("эрлих фрейндлих фройлих умлих мних гейних войцих")

// fleetingSurnames lose or change a vowel against the rule or beside it:
// Суперанская, Суслова, Современные русские фамилии (1981).
var fleetingSurnames = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"лев": "льв", "заяц": "зайц", "орёл": "орл", "орел": "орл", "козёл": "козл", "осёл": "осл", "соловей": "соловь", "воробей": "воробь",
		"муравей": "муравь", "перец": "перц", "пёс": "пс", "день": "дн", "пень": "пн", "ковёр": "ковр", "костёр": "костр", "гребень": "гребн",
		"журавель": "журавл", "ветер": "ветр", "щегол": "щегл", "дятел": "дятл", "угол": "угл", "ломоть": "ломт", "палец": "пальц", "корень": "корн",
		"кремень": "кремн", "ремень": "ремн", "перстень": "перстн", "олень": "олен", "хмель": "хмел", "репей": "репь", "улей": "уль", "жеребей": "жеребь", "ручей": "ручь",
		"чурек": "чурек", "ковалёк": "ковальк", "чижик": "чижик", "песок": "песк", "чеснок": "чеснок", "щенок": "щенк", "молоток": "молотк",
		"гудок": "гудк", "волчок": "волчк", "бычок": "бычк", "бочок": "бочк", "дубок": "дубк", "жучок": "жучк", "паёк": "пайк", "зубок": "зубк",
		"сынок": "сынк", "цветок": "цветк", "чирок": "чирк", "желток": "желтк", "корж": "корж",
	}
})

// surnameForms declines a surname; of a double one each part (Розенталь, § 150).
func surnameForms(word string, gender Gender) (six, bool) {
	if before, after, ok := strings.Cut(word, "-"); ok {
		if isFatherWordAfter(after) {
			return fixed(word), true
		}
		if after == "младший" || after == "старший" { // Маркос-младший
			tail, _ := adjectiveForms(after, true)
			head, sure := surnameForms(before, gender)
			return hyphenated(head, tail), sure
		}
		tail, sure := surnameForms(after, gender)
		if after == "оол" { // the son in Tuvan: Байыр-оола
			return hyphenated(fixed(before), tail), true
		}
		if isArab(before, after) && gender == Masculine {
			tail, sure = surnameLikeNoun(after)
		}
		head, certain := surnameHead(before, gender)
		return hyphenated(head, tail), sure && certain
	}
	switch {
	case word == "", !isRussianLetter(lastLetter(word)):
		return fixed(word), false
	case gender == Feminine:
		return womanSurname(word)
	}
	return manSurname(word)
}

// isArab reports an article before what ends as Russian surnames do and is none: аль-Хасином.
func isArab(article, word string) bool {
	return arabArticles.Has(article) && hasAnySuffix(word, "ин", "ын", "ов", "ев")
}

// arabArticles are those of the particles before an Arab's surname, as they sound before its first letter.
var arabArticles = wordset.Of("аль эль ас ад аш ат ар ан аз эз эд эн эр эс эт эш аф")

// surnameTitles are the titles with which eastern surnames begin: Мелик-Шахназаров.
var surnameTitles = wordset.Of("мелик мирза шах хан бек бей ага паша султан амир эмир")

// crests are the names of coats of arms with which noble surnames begin, and which
// stay: Корвин-Круковский. Калакуцкая, гл. 6.
var crests = wordset.Of("корвин призван бонч доливо остен")

// surnameHead declines the first part of a double surname unless it is a
// particle (Тер-Петросян), a title, a first name (Гасан-Джалалов) or of one
// foreign syllable (Бонч-Бруевич).
func surnameHead(word string, gender Gender) (six, bool) {
	if particles.Has(word) || linkedNames.Has(word) || surnameTitles.Has(word) || crests.Has(word) || word == "" || syllables(word) < 2 && surnameGender(word) == Unknown || !isRussianLetter(lastLetter(word)) {
		return fixed(word), true
	}
	if given(word).gender() == Masculine && given(word).isSure() && !isSurnameEnding(word) {
		return fixed(word), true
	}
	s, _ := surnameForms(word, gender)
	return s, gender == Feminine || hasAnySuffix(word, "о", "е", "у", "ю", "э", "як") || isSurnameEnding(word) || isAdjectiveSurname(word) // Книппер-Чехов, Косиняк-Камыш
}

func isRussianLetter(r rune) bool { return isVowel(r) || isConsonant(r) || r == 'й' || r == 'ь' }

// georgianSurnames end in -ая and are no adjectives; one of Japan is among them.
var georgianSurnames = wordset.Of("ивая шенгелая гогелая цхелая гугулая надарая ахалая хубулая микая какулая берая")

func womanSurname(word string) (six, bool) {
	switch {
	case nounSurnames.Has(word): // unless it is that of a man called Калин
		s, _ := firstDeclension(word)
		return s, false
	case hasAnySuffix(word, "ова", "ева", "ёва", "ина", "ына") && syllables(word) > 2, strings.HasSuffix(word, "ова"):
		return possessiveFem.on(word, drop(word, 1)), syllables(word) > 2 || word == "львова" // Бова and Сова are nouns
	case hasAnySuffix(word, "ска", "цка") && syllables(word) > 2: // Бандровска, Бандровской: Розенталь, § 150; there is other usage
		s, _ := adjectiveForms(word+"я", true)
		s[nom] = word
		return s, false
	case hasAnySuffix(word, "ая", "яя") && !georgianSurnames.Has(word):
		if s, ok := adjectiveForms(word, true); ok {
			return s, true
		}
	}
	if last := lastLetter(word); last == 'а' || last == 'я' {
		return firstDeclension(word)
	}
	return fixed(word), true
}

// firstDeclension declines a surname in -а or -я of either gender, but for
// those of French and Georgian origin that stay.
func firstDeclension(word string) (six, bool) {
	if hasAnySuffix(word, "иа", "уа", "оа", "еа", "эа", "ыа", "юа", "ёа", "аа") || indeclinableSurnames.Has(word) {
		return fixed(word), true
	}
	s, _ := noun{}.decline(word)
	return s, !hasAnySuffix(word, "ша", "жа", "ча", "ща", "ца", "ья") || word == "бордюжа"
}

// isUnclearAlone reports a surname that no first name stands beside, and that stays
// if it comes from where such surnames do: Мота, which may be French as Дюма;
// Данелия of a woman, Трофимофф, Хань; and a noun behind a captain's or a director's
// post, as ships and mines are called: Заря.
func (p *parsed) isUnclearAlone(gender Gender) bool {
	word := p.low[0]
	switch n := syllables(word); {
	case indeclinableSurnames.Has(word), eastAsian.Has(word):
		return false
	case !p.person && isThing(word):
		return true
	case n == 1:
		return strings.HasSuffix(word, "нь")
	case n == 2 && hasAnySuffix(word, "ла", "ма", "та", "па"):
		return true
	}
	return hasAnySuffix(word, "оя", "лла", "фф") || gender == Feminine && strings.HasSuffix(word, "ия")
}

func manSurname(word string) (six, bool) {
	if indeclinableSurnames.Has(word) {
		return fixed(word), true
	}
	last := lastLetter(word)
	switch {
	case last == 'а' || last == 'я':
		return firstDeclension(word)
	case last == 'й':
		return surnameInJ(word)
	case strings.HasSuffix(word, "ых"), strings.HasSuffix(word, "их") && !strings.HasSuffix(word, "рих") && !germanSurnames.Has(word):
		return fixed(word), last == 'х' && strings.HasSuffix(word, "ых") || syllables(word) > 2
	case last == 'ь' || isConsonant(last):
		return surnameInConsonant(word)
	}
	return fixed(word), true
}

// surnameInJ parts the adjectives (Толстой, Горький, Лановой) from the nouns
// (Цой, Палий, Бугай).
func surnameInJ(word string) (six, bool) {
	if isAdjectiveInJ(word) {
		if s, ok := adjectiveForms(word, true); ok {
			return s, !strings.HasSuffix(word, "ний")
		}
	}
	s, _ := noun{gender: Masculine, animate: true, stem: fleetingSurnames()[word]}.decline(word)
	return s, !hasAnySuffix(word, "ий", "ой") || syllables(word) == 1
}

// isAdjectiveInJ reports a surname in -й that is an adjective: Толстой, Горький,
// Асадчий; not Цой, Палий and Бугай.
func isAdjectiveInJ(word string) bool {
	switch {
	case strings.HasSuffix(word, "ый"):
		return true
	case !hasAnySuffix(word, "ой", "кий", "гий", "хий", "ший", "жий", "щий", "чий", "ний"):
		return false
	}
	return syllables(word) > 1 && (!hasAnySuffix(word, "бой", "оой") || adjectivesInBoy.Has(word)) && !surnamesLikeNouns.Has(word)
}

// adjectivesInBoy are the adjectives among words such as Прибой and Разбой.
var adjectivesInBoy = wordset.Of("рябой голубой любой")

// surnamesLikeNouns end like adjectives and are none.
var surnamesLikeNouns = wordset.Of("бокий корний гагий водолагий георгий сергий")

func surnameInConsonant(word string) (six, bool) {
	foreign := foreignSurnames.Has(word) || isServantOfFaith(word) || strings.HasSuffix(word, "ин") && syllables(word) == 1
	if strings.HasSuffix(word, "ын") && !strings.HasSuffix(word, "цын") || isArabInIn(word) { // Калын, but Птицын
		s, _ := noun{gender: Masculine, animate: true}.decline(word)
		return s, false
	}
	if !foreign && hasAnySuffix(word, "ов", "ев", "ёв", "ин", "ын") && fleetingSurnames()[word] == "" {
		return possessive.on(word, word), true
	}
	if foreignSurnames.Has(word) && syllables(word) > 1 { // Чаплин the actor, and Чаплин the priest
		s, _ := noun{gender: Masculine, animate: true}.decline(word)
		return s, false
	}
	return surnameLikeNoun(word)
}

// isServantOfFaith reports an Arab first name for a surname, with two letters or one before its end, or as the Turks
// write it: Мухриддин, Насредин, Неджметтин.
func isServantOfFaith(word string) bool {
	stem, ok := strings.CutSuffix(word, "дин")
	return hasAnySuffix(word, "еттин", "аттин") || ok && (hasAnySuffix(stem, "д", "т") || given(stem+"ддин").gender() == Masculine)
}

// isArabInIn reports a surname that is hardly a Russian one in -ин: Бенхассин, Бенсалин, Яссин.
func isArabInIn(word string) bool {
	return strings.HasSuffix(word, "ссин") || strings.HasSuffix(word, "ин") && strings.HasPrefix(word, "бен") && syllables(word) > 2
}

func surnameLikeNoun(word string) (six, bool) {
	n := noun{gender: Masculine, animate: true, stem: fleetingSurnames()[word], stressed: isEndStressed(word) || stressedNouns.Has(word)}
	sure := n.stem == "" && (!uncertainEndings.end(word) || isUnstressedInTse(word) || isDoubledBefore(word, "ель")) ||
		stressedNouns.Has(word) || keptSurnames.Has(word) || likeNouns.Has(word)
	if n.stem == "" {
		n.stem = fleetingStem(word)
	}
	s, _ := n.decline(word)
	return s, (sure || isAsNoun(word, s)) && !losesVowel(word, s[gen])
}

// isUnstressedInTse reports a surname in -ц that no Russian noun is like, Шульц and Лейбниц: its stress is on the stem.
func isUnstressedInTse(word string) bool {
	if !strings.HasSuffix(word, "ц") {
		return false
	}
	before := lastLetter(drop(word, 1))
	return !isVowel(before) || before == 'и'
}

// isAsNoun reports a surname that keeps its vowels and declines as the noun that it is: Сокол.
func isAsNoun(word string, forms six) bool {
	if !hasAnySuffix(word, "ол", "ел") || fleetingSurnames()[word] != "" {
		return false
	}
	noun, ok := namedNoun(word)
	return ok && noun.forms[nom] == word && noun.forms[gen] == forms[gen] && noun.forms[ins] == forms[ins]
}

// keptSurnames end as nouns that lose a vowel or carry the stress on the ending, and do neither: of people who are
// known everywhere.
var keptSurnames = wordset.Of("тертель гутерриш гутерреш бабиш врубель гегель бабель мендель нобель бебель шольц мерц кац дитц клаузевиц беттель патель канель камыш")

// likeNouns lose a vowel and carry the stress as the nouns that they are, by all who bear them.
var likeNouns = wordset.Of("заяц кузнец стрелец купец борец")

// isDoubledBefore reports an ending behind two letters that are the same, as Russian nouns that lose a vowel do
// not have it: Руппель.
func isDoubledBefore(word, ending string) bool {
	stem, ok := strings.CutSuffix(word, ending)
	return ok && len(stem) > 2*2 && lastLetter(stem) == lastLetter(drop(stem, 1))
}

// uncertainEndings hide where the stress is, or whether a vowel goes.
var uncertainEndings = endingsOf("ец", "ок", "ёк", "ень", "ш", "ж", "щ", "ц", "ач", "яч", "уч", "юч", "ыч", "ель", "ол", "оть", "ел", "ёл", "чь", "жь", "шь", "щь")

// losesVowel reports a surname whose noun has another genitive than it was given: Бобёр, who
// may be Бобра or Бобёра. Суперанская, Суслова, Современные русские фамилии (1981).
func losesVowel(word, genitive string) bool {
	stem := drop(strings.TrimSuffix(word, "ь"), 1)
	if before := lastLetter(stem); before != 'е' && before != 'ё' && before != 'о' {
		return false
	}
	noun, ok := namedNoun(word)
	return ok && noun.forms[gen] != "" && foldYo(noun.forms[gen]) != foldYo(genitive)
}

// stressedNouns are common nouns in -ч and -ь with the stress on the ending, which
// surnames of the same shape need not have (Лукач, Бондарь).
var stressedNouns = wordset.Of("король царь косарь кобзарь пономарь золотарь ткач сыч грач врач рогач толкач дергач палач трубач богач силач лихач скрипач калач пугач усач бородач горбач носач кирпич москвич кузьмич")

// fleetingStem drops the vowel of -ец in words of more than one syllable:
// Кравец → Кравца, Стрелец → Стрельца, Заец → Зайца; not Швец; and of -ёнок.
func fleetingStem(word string) string {
	if hasAnySuffix(word, "енок", "ёнок") {
		return drop(word, 2) + "к"
	}
	if !strings.HasSuffix(word, "ец") || syllables(word) < 2 {
		return ""
	}
	stem := drop(word, 2)
	switch before := lastLetter(stem); {
	case isVowel(before):
		return stem + "йц"
	case before == 'л':
		return stem + "ьц"
	case !isConsonant(lastLetter(drop(stem, 1))):
		return stem + "ц"
	}
	return "" // Мудрец, Жнец: two consonants keep the vowel apart
}

// isEndStressed reports whether a surname in ж, ч, ш, ц has -ом: Ткачом,
// Швецом, Кравцом, Сычом; the rest, and above all -ич, has -ем.
func isEndStressed(word string) bool {
	switch {
	case hasAnySuffix(word, "ич") && syllables(word) > 1, hasAnySuffix(word, "анец", "янец", "енец", "инец", "ырец"):
		return false
	case hasAnySuffix(word, "ач", "яч", "ыч", "уч", "юч", "ич", "ёж", "ец", "яж", "ыж", "уж", "иж"):
		return word != "заяц"
	}
	return false
}
