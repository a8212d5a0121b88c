package grammar

import "communique/editor/wordset"

// Two nouns may have one plural: «ставки» are those of «ставка» and of «ставок», a small pond.

// sharesPlural reports another noun whose nominative plural is the word too, and which declines otherwise
// in the plural.
func (n *nounPhrase) sharesPlural(l lexeme, word string) bool {
	const many = 6
	if n.noun.forms[many+nom] != word || l.forms[many+nom] != word {
		return false
	}
	return n.noun.forms[many+gen] != l.forms[many+gen] || n.noun.animate != l.animate
}

// takeCommoner takes of two nouns with one plural the one that is commonly meant, and keeps the other where
// either may be.
func (n *nounPhrase) takeCommoner(l lexeme) {
	switch one, other := n.noun.isCommoner(l), l.isCommoner(n.noun); {
	case other && !one:
		n.noun = l
	case one == other && n.noun.animate && !l.animate:
		n.noun, n.rival = l, n.noun
	case one == other:
		n.rival = l
	}
}

// isCommoner reports a noun that is commonly meant where the other has the same plural: what the list has,
// and people before their field of knowledge, «аналитики».
func (l lexeme) isCommoner(than lexeme) bool {
	if commoner.Has(l.forms[nom]) || commoner.Has(than.forms[nom]) {
		return commoner.Has(l.forms[nom])
	}
	return l.animate && than.forms[nom] == l.forms[nom]+"а" && hasAnySuffix(l.forms[nom], "ик") && !asManyThings.Has(than.forms[nom])
}

// isDoubtful reports a noun that would be another word in the case if another were meant that has the same plural.
func (n nounPhrase) isDoubtful(at int) bool {
	const many = 6
	other := n.rival.forms[many+at]
	return n.rival.forms[nom] != "" && (n.noun.forms[many+at] != other || at == acc && n.noun.animate != n.rival.animate)
}

// asManyThings are fields that are spoken of as several, as are the people in them: «новые техники».
var asManyThings = wordset.Of("политика техника тактика логика пластика графика керамика")

// commoner are the nouns that a plural is read as sooner than as another's.
var commoner = wordset.Of(`аватар автокар актиния аневризма база банк банкнота баранка бар бочка ваза вакуоль вариант венок взятка вилка висок внук внучка вода вольер вольт ворона
	выплавка выработка вырубка высадка гарнитур гвоздика георгин глиссада глоток голова граната график девиз десяток добавка душа зал заморозок заструга зацеп землячка змея
	идиома инфант йог катаракта квест клавиша код компонент корректив коробка кювет лангуст лиса литера ложка манера метаморфоза метод монашка морячка наркотик надолб
	опора опояска осадок отрезок очистка обрезок пара парафраза парк перелесок переноска пересадка перифраза пирог планета плата подвеска подвода подмена подпора полив практика
	премьера прививка присадка проводка прожилка просека прослойка протока притвор пустыня пушка развилка рак растр расценка риск роль свёрток свиток семинария
	сеньор синьор скала скирда скрепа слива снимок соска спазм спина спор ставка ставня стадия стена строчка стропа трибуна тропа тур туша тюрк утилита утка финн
	хроника чайка чек чин чинара шпора эвенк эполет эпюра юрта яма`)
