package grammar

import (
	"slices"
	"strings"
	"sync"

	"communique/editor/wordset"
)

// Agreement tells how a verb agrees with a phrase: by the gender of its noun
// («состоялась сессия Совета»), or Plural («состоялись консультации», «три
// заседания», «брифинг и пресс-конференция»), and whether that is certain.
func Agreement(phrase string) (Gender, bool) {
	if namesSeveral(phrase) {
		return Plural, true
	}
	if _, joint, rest := quotedBefore(phrase); joint != "" { // «дорожная карта» и план работы
		return Plural, joint == " и " || strings.Contains(rest, " и ")
	}
	if _, inner, _, quoted := unquote(phrase); quoted { // подписана «Хартия равенства»
		phrase = inner
	}
	p := parse(phrase)
	all, sure := p.nounPhrases(nom)
	all = slices.DeleteFunc(all, func(n nounPhrase) bool { return n.apposed })
	switch {
	case len(p.low) > 1 && p.isAbout(0):
		return Plural, true
	case p.isStyleAlone() && GenderOfPost(phrase) != Unknown:
		return GenderOfPost(phrase), true
	case len(all) == 0:
		return Masculine, false
	case len(all) > 1:
		return Plural, sure
	}
	g, certain := all[0].verbGender(p)
	return g, sure && certain || all[0].isCounted() || all[0].fixed && certain
}

// isStyleAlone reports who is called by the form of address alone: Его Святейшество принял.
func (p *parsed) isStyleAlone() bool {
	return len(p.low) == 2 && isOwners(p.low[0]) && postNeuters.Has(p.low[1])
}

// verbGender is how a verb agrees with one noun, and whether that is certain.
func (n nounPhrase) verbGender(p *parsed) (Gender, bool) {
	switch {
	case n.isCounted() && spans.Has(bare(p.low[n.head])): // отмечается 20 лет (Розенталь, § 184)
		return Neuter, true
	case n.isCounted():
		return Plural, true
	case n.fixed:
		return n.fixedGender(p)
	}
	if g := n.features.gender(); g != Unknown {
		return g, n.known
	}
	return Masculine, false
}

// spans are the forms behind a numeral of how long something has been: 20 лет.
var spans = wordset.Of("лет года века веков десятилетия десятилетий столетия столетий тысячелетия тысячелетий полугодия")

// EndsInSpan reports a text that says how long something has been, and not of what it is: «150 лет»,
// «четверть века».
func EndsInSpan(text string) bool {
	last := lower(text[strings.LastIndexByte(text, ' ')+1:])
	return spans.Has(last) || last == "год" || last == "полвека"
}

// IsDeed reports a phrase whose noun is what was done on a day: «подписание Договора», «рождение
// Пушкина».
func IsDeed(phrase string) bool {
	n, _ := parse(phrase).nounPhrase(0)
	return (n.isVerbal() || deedsOfADay.Has(n.noun.forms[nom])) && GuessKind(phrase) != Organisation
}

// deedsOfADay are other nouns of what was done on one.
var deedsOfADay = wordset.Of("премьера начало гибель смерть кончина выход запуск старт полёт авария катастрофа пуск ввод выпуск закладка постройка коронация высадка дебют запись")

// namesSeveral reports a list in which a person is named, and beside that another, or some
// who are counted: «Пробный И.И., Образцов П.П. и 30 студентов».
func namesSeveral(phrase string) bool {
	people, others := 0, 0
	for rest := phrase; ; {
		at, mark := firstOf(rest, ", ", " и ")
		one := strings.TrimSpace(rest[:at])
		if _, remark := remarkBehind(one); remark != "" {
			one = strings.TrimSuffix(one, remark)
		}
		switch {
		case IsPersonsName(one):
			people++
		case IsMany(one):
			others++
		}
		if people > 1 || people > 0 && others > 0 {
			return true
		}
		if mark == "" || people == 0 {
			return false
		}
		rest = rest[at+len(mark):]
	}
}

// IsThing reports a phrase in small letters whose noun names nobody: «уход из жизни депутата».
func IsThing(phrase string) bool {
	p := parse(phrase)
	n, _ := p.nounPhrase(0)
	return p.isPhrase() && !n.noun.animate && GuessKind(phrase) == Phrase
}

// IsMany reports a phrase that counts more than one, however a verb agrees with it: «21
// соглашение».
func IsMany(phrase string) bool {
	n, _ := parse(phrase).nounPhrase(0)
	return n.numeral >= 0 && (n.isCounted() || n.number.compound)
}

// fixedGender is how a verb agrees with what does not decline.
func (n nounPhrase) fixedGender(p *parsed) (Gender, bool) {
	if g, ok := genderOfAbbreviation()[bare(p.raw[n.head])]; ok {
		return g, true
	}
	if word := bare(p.low[n.head]); isIndeclinable(word) {
		if len(n.agreeing) > 0 && hasAnySuffix(bare(p.low[n.agreeing[0]]), "ые", "ие") { // военные атташе
			return Plural, true
		}
		return NounOf(word).Gender, true
	}
	return Masculine, false
}

// genderOfAbbreviation are the abbreviations of states and bodies whose gender is known.
var genderOfAbbreviation = sync.OnceValue(func() map[string]Gender {
	return map[string]Gender{
		"ЕЭК": Feminine, "РАТС": Feminine, "ФСБ": Feminine, "ФАС": Feminine, "ФНС": Feminine, "КНР": Feminine, "КНДР": Feminine, "РФ": Feminine, "ФРГ": Feminine, "ЮАР": Feminine,
		"ВПП": Feminine, "ПРООН": Feminine, "ФАО": Feminine, "МОТ": Feminine, "ГИБДД": Feminine, "ГЭС": Feminine, "АЭС": Feminine, "ТЭЦ": Feminine, "РЖД": Plural, "МАГАТЭ": Neuter, "ТАСС": Neuter,
		"ОМОН": Masculine, "СОБР": Masculine, "МККК": Masculine, "ЕАБР": Masculine, "МОК": Masculine, "ГКНБ": Masculine, "КНБ": Masculine, "ЦБ": Masculine, "ЦИК": Masculine, "БРИКС": Masculine,
		"СМИ": Plural, "ВВС": Plural, "ВМС": Plural, "США": Plural, "ОАЭ": Plural, "КСОР": Plural, "ООН": Feminine, "ОДКБ": Feminine, "ШОС": Feminine, "ОБСЕ": Feminine,
		"ДРК": Feminine, "ЦАР": Feminine, "ОИС": Feminine, "ОТГ": Feminine, "ЛАГ": Feminine, "ОЗХО": Feminine, "ВТО": Feminine, "СВМДА": Neuter, "СНГ": Neuter, "ЕАЭС": Masculine, "ЕС": Masculine, "МИД": Masculine, "МЧС": Neuter, "МВД": Neuter, "НАТО": Neuter, "ЮНЕСКО": Feminine, "ВОЗ": Feminine, "ПА": Feminine,
	}
})
