package proof

import (
	"slices"
	"strings"
	"sync"

	"communique/editor/grammar"
	"communique/editor/words"
	"communique/editor/wordset"
)

// casesHere are those of the cases of a preposition that it can have at i, by what stands around it.
func (p *passage) casesHere(i int, preposition string, cases []grammar.Case) []grammar.Case {
	switch {
	case p.onlyPrepositional(i, preposition):
		return []grammar.Case{grammar.Prepositional}
	case p.onlyInstrumental(i, preposition), preposition == "под" && isOneOf(p.fold(p.measured(i+2)), leading, "а", "я"):
		return []grammar.Case{grammar.Instrumental}
	case preposition == "между" && !betweenGenitive.Has(p.fold(i+2)):
		return []grammar.Case{grammar.Instrumental}
	}
	if asked := p.askedBefore(i, preposition); asked != "" {
		return []grammar.Case{asked}
	}
	return cases
}

// betweenGenitive are words that «между» still takes in the genitive: «между строк», «между двух огней».
var betweenGenitive = wordset.Of("строк двух трех четырех обоих обеих")

// askedBefore is the one case that the word right before a preposition asks of it; "" for none.
func (p *passage) askedBefore(i int, preposition string) grammar.Case {
	if !p.is(i-1, space) || !p.is(i-2, word) {
		return ""
	}
	before, noun := p.fold(i-2), p.fold(p.measured(i+2))
	for j := range governing {
		g := &governing[j]
		if g.preposition != preposition || !beginsWith(before, g.before) && (preposition != "с" || !p.meetsBefore(i)) {
			continue
		}
		if !beginsWith(noun, g.spared) {
			return g.asks
		}
	}
	return ""
}

// leading are the beginnings of what somebody does under somebody: nouns without a plural, so that
// «под председательства» can be no accusative.
var leading = strings.Fields("председательств руководств предводительств командовани управлени наблюдени покровительств попечительств влияни воздействи давлени началь названи впечатлени")

// isOneOf reports whether a word is one of those beginnings and one of the endings.
func isOneOf(text string, beginnings []string, endings ...string) bool {
	return slices.ContainsFunc(beginnings, func(b string) bool {
		rest, ok := strings.CutPrefix(text, b)
		return ok && slices.Contains(endings, rest)
	})
}

// compounds are prepositions of two or three words, all with the genitive, by their first words.
var compounds = sync.OnceValue(func() map[string][][]string {
	all := map[string][][]string{}
	for line := range strings.SplitSeq(`в качестве|в целях|в ходе|в рамках|во время|в честь|в адрес|в пользу|в присутствии|в условиях|в интересах|в составе|в преддверии|во избежание
в области|в сфере|в период|в отношении|в знак|на основании|на основе|на базе|на территории|на протяжении|на имя|на благо|по итогам|по мере|по причине|по поводу|по инициативе|по поручению
по приглашению|по решению|по результатам|по данным|при помощи|при содействии|при участии|при поддержке|с помощью|с участием|с целью|с учетом|за счет|от имени|от лица|под руководством
под председательством|под эгидой|под патронатом|с точки зрения`, "\n") {
		for phrase := range strings.SplitSeq(line, "|") {
			if names := strings.Fields(phrase); len(names) == 2 || len(names) == 3 {
				all[names[0]] = append(all[names[0]], names[1:])
			}
		}
	}
	return all
})

// behindCompound is the token of the word that the compound preposition at i asks for its case; 0 where
// there is none: «в рамках визита», «с точки зрения закона».
func (p *passage) behindCompound(i int) int {
	for _, names := range compounds()[p.folded[i]] {
		at := i
		for _, name := range names {
			if !p.wordFollows(at) || p.folded[at+2] != name || !isLower(p.piece(at+2)) {
				at = 0
				break
			}
			at += 2
		}
		if at > 0 && p.wordFollows(at) {
			return at + 2
		}
	}
	return 0
}

// meetsBefore reports whether who meets or congratulates stands, in the genitive, between what asks
// for the case and «с»: «Встреча главы области с …», «Поздравление Ивана Пробного с …».
func (p *passage) meetsBefore(i int) bool {
	const farthest = 16 // tokens
	for j := i - 2; j >= 0 && j >= i-farthest && p.is(j, word) && p.is(j+1, space); j -= 2 {
		text := p.piece(j)
		if beginsWith(p.folded[j], meetings) && len(grammar.NounShows(text)) > 0 {
			return true
		}
		if isLower(text) && !isGenitive(text) {
			return false
		}
	}
	return false
}

var meetings = strings.Fields("встреч бесед переговор разговор консультац поздравлен")

func beginsWith(text string, beginnings []string) bool {
	return slices.ContainsFunc(beginnings, func(b string) bool { return strings.HasPrefix(text, b) })
}

// governing are words, by their beginnings, that ask one case of a preposition right behind them,
// but for what stands beside them for itself («выступил с трибуны», «встреча с утра»): Розенталь, §§
// 198–213.
var governing = []struct {
	preposition    string
	asks           grammar.Case
	before, spared []string
}{
	{"с", grammar.Instrumental, strings.Fields(`встреч бесед переговор разговор консультац сотруднич взаимодейств контакт выступ ознаком познаком поздрав обрати
		справи граничи согласова согласии связан договор столкнове столкнулс`), sinceWhen},
	{"за", grammar.Instrumental, strings.Fields("надзор контрол наблюда наблюде следи следя след"), strings.Fields("счет рубеж границ")},
	{"за", grammar.Accusative, strings.Fields("благодар поблагодар признательн награжд наград проголосова голосова"), strings.Fields("рубеж границ стол")},
}

// sinceWhen are the beginnings of nouns that stand in the genitive behind «с» beside any word: times, and
// places from which somebody speaks.
var sinceWhen = strings.Fields(`утр вечер ноч дн день начал конц конец момент времен момент январ феврал март апрел мая май июн июл август сентябр октябр ноябр декабр год недел лет весн осен зим детств рожден
	понедельник вторник сред четверг пятниц суббот воскресен трибун сцен мест позици сторон точк балкон числ мал глаз учет цел помощ нул пор обеих ближайш перв втор этого этой того той тех
	молодост юност древн порог стра борт экран высот земл крыш город север юг восток запад побереж территор
	основан создан образован обретен провозглаш установлен подписан вступлен`)

// onlyPrepositional reports whether a preposition that may stand before an accusative too
// cannot do so here.
func (p *passage) onlyPrepositional(i int, preposition string) bool {
	switch preposition {
	case "о", "об":
		return !p.strikes(i)
	case "в", "на":
		return p.takesPlace(i, preposition) || p.takesPlaceBehind(i, preposition)
	}
	return false
}

// onlyInstrumental reports whether what stands before «с» asks for the one case: «наряду с»,
// «в связи с», «по сравнению с».
func (p *passage) onlyInstrumental(i int, preposition string) bool {
	if preposition != "с" && preposition != "со" || !p.is(i-1, space) {
		return false
	}
	switch before := p.fold(i - 2); before {
	case "связи":
		return p.fold(i-4) == "в"
	case "вместе": // since when is another question: «вместе с детства»
		return grammar.IsTitleNoun(p.piece(i+2)) || slices.ContainsFunc(grammar.NounShows(p.piece(i+2)), func(s grammar.Shown) bool { return s.Animate })
	default:
		return instrumentalBehind.Has(before)
	}
}

var instrumentalBehind = wordset.Of("наряду сравнению соответствии взаимодействии совместно")

// takesPlace reports whether the word before «в» or «на» says that something is there, and
// nothing goes there: «участие в заседания», «принято на заседание», «прошла в рамки».
func (p *passage) takesPlace(i int, preposition string) bool {
	if !p.is(i-1, space) || !p.is(i-2, word) {
		return false
	}
	before, noun := p.fold(i-2), p.fold(i+2)
	if preposition == "в" && takingPart.Has(before) {
		_, weekday := weekdays[noun]
		return !weekday && len(grammar.NounShows(p.piece(i+2))) > 0 && !untilPo.Has(noun)
	}
	if !slices.ContainsFunc(beingHeld, func(b string) bool { return strings.HasPrefix(before, b) }) {
		return false
	}
	return preposition == "в" && noun == "рамки" || slices.ContainsFunc(words.Known(noun), func(form string) bool { return events.Has(form) })
}

// takesPlaceBehind reports whether a sentence, or what follows its date, begins with where something
// is held: «11 марта 2025 года на полигоне завершилось учение», «В работе принял участие министр».
// Where somebody travels, the accusative says where to («в Шушу начался визит»), and elsewhere it may
// say when, or what for.
func (p *passage) takesPlaceBehind(i int, preposition string) bool {
	noun := p.measured(i + 2)
	if !p.beginsSentence(i) && (!p.is(i-1, space) || !behindDate.Has(p.fold(i-2))) || isTime(p.fold(noun)) {
		return false
	}
	held := false
	const farthest = 40 // tokens
	for j := noun + 1; j < len(p.tokens) && j < i+farthest; j++ {
		if p.is(j, sign) && strings.Contains(".,;:!?–—", p.piece(j)) {
			break
		}
		switch folded := p.fold(j); {
		case beginsWith(folded, travelling):
			return false
		case preposition == "в" && takingPart.Has(folded), preposition == "в" && strings.HasPrefix(folded, "участвовал"):
			held = true
		case beginsWith(folded, heldThere) && !beginsWith(p.fold(noun), forWhat):
			held = true
		}
	}
	return held
}

// isTime reports whether a noun says when, or how long.
func isTime(folded string) bool {
	_, month := grammar.Month(folded)
	_, weekday := weekdays[folded]
	return month || weekday || untilPo.Has(folded) || measures.Has(folded) || beginsWith(folded, when)
}

var (
	behindDate = wordset.Of("года г времени")
	heldThere  = strings.Fields("состоял состоит состоят началс началас началос началис начнетс начнутс начинаетс начинаютс завершил завершитс завершатс завершает продолжаетс продолжаютс продолжилс продолжилас продолжилос продолжилис подписан")
	travelling = strings.Fields(`визит поездк вылет выезд рейс прибыл прибыт прибуд отправ поставк доставк перевоз полет въезд вывоз ввоз экспорт импорт набор прием запис подач приглаш
		отгруз переброс перевал эвакуац перелет приезд переезд наступл подъем спуск доступ миграц поток экспедиц перевод переход передач вход вхожд вступл восхожд сбор паломнич марш перемещ возвращ поход десант вторж`)
	forWhat = strings.Fields("честь знак памят ответ поддержк защит помощ продолжени дополнени развити исполнени соответстви счет интерес сумм деньг средств адрес рамк основ баз смен замен подтверждени присутстви очередь результат услови")
	when    = strings.Fields("прошедш прошл минувш истекш врем год дат дни день недел месяц час ночь полночь полдень полноч утро вечер раз срок период сезон пасх рождеств каникул выходн праздник обед сутк перерыв эпох век конц канун ход тур раунд этап")
)

var (
	takingPart = wordset.Of("участие участия участвует участвуют участвовал участвовала участвовали участвовать")
	beingHeld  = strings.Fields("прош пройд состоя проход принят обсуд обсужд рассмотре подписа заяв отмет подчеркн сообщ объяв одобр утвержд")
)

// strikes reports whether «о» at i may stand before an accusative: somebody or something
// strikes or leans on what follows («удариться о стену», «рука об руку»).
func (p *passage) strikes(i int) bool {
	if struck.Has(p.folded[i+2]) || isAdjective(p.piece(i+2)) && p.wordFollows(i+2) && struck.Has(p.folded[i+4]) {
		return true
	}
	const farthest = 10 // tokens
	for j := i - 1; j >= 0 && j >= i-farthest; j-- {
		if slices.ContainsFunc(striking, func(b string) bool { return strings.HasPrefix(p.folded[j], b) }) {
			return true
		}
	}
	return false
}

var (
	struck   = wordset.Of("стену стены камень камни землю пол дверь лед борт борта угол порог стол руку бок плечо локоть берег скалу скалы стекло что")
	striking = strings.Fields("удар стук бить бьет бьют разби опер опир споткн терет тере трет запн порез чиркн звякн грохн слом облом")
)
