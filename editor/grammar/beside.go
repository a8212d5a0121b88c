package grammar

import "communique/editor/wordset"

// namesPair reports a dash between two states or bodies of states, who meet, «Россия – АСЕАН», or
// between the two places that something runs from and to: «участок Озёрная – Пробная».
func (p *parsed) namesPair(i int) bool {
	if !isDash(p.low[i]) || i == 0 || i+1 >= len(p.low) {
		return false
	}
	if p.runsBetween(i) {
		return true
	}
	for _, at := range []int{i - 1, i + 1} {
		if _, known := findPlace(bare(p.low[at])); !isNameLike(p.raw[at]) || !known && !isAbbreviation(bare(p.raw[at])) {
			return false
		}
	}
	return true
}

// runsBetween reports a dash between two names behind a noun of which they are.
func (p *parsed) runsBetween(i int) bool {
	if !isNameLike(p.raw[i-1]) || !isNameLike(p.raw[i+1]) || isPostNoun(bare(p.low[i+1])) {
		return false
	}
	from := i - 1
	for from > 0 && isNameLike(p.raw[from]) {
		from--
	}
	return from < i-1
}

// severalDeeds are names of actions that are said of several as well: «гибель людей и
// разрушения».
var severalDeeds = wordset.Of(`разрушение нарушение решение соглашение заявление предложение учение назначение обращение достижение столкновение изменение
	отношение ограничение наводнение землетрясение выступление поздравление сообщение задание собрание заседание совещание знание здание событие мероприятие
	последствие действие испытание ранение задержание возгорание отключение поступление поручение замечание пожелание требование условие объявление
	преступление правонарушение обвинение опасение волнение движение препятствие бедствие упражнение соревнование состязание исследование указание пояснение`)
