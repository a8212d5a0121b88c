package grammar

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/wordset"
)

// WithinSentence is a phrase that somebody began with a capital, as it stands in the midst of a sentence: «Состояние
// торговли» becomes «состояние торговли», while «Министерство культуры», «Договор о дружбе» and «День знаний» stay.
func WithinSentence(phrase string) string {
	first, size := utf8.DecodeRuneInString(phrase)
	low := string(unicode.ToLower(first)) + phrase[size:]
	if !unicode.IsUpper(first) || !beginsAsSentence(low) {
		return phrase
	}
	return low
}

// IsInfinitive reports a phrase that says what to do instead of naming it: «расширить обмен».
func IsInfinitive(phrase string) bool {
	first, rest, _ := strings.Cut(lower(phrase), " ")
	return rest != "" && isInfinitive(first) && !beforeNouns.Has(first) && NounShows(first) == nil && adjectiveFeatures(first) == 0
}

// beginsAsSentence reports a phrase, its first letter already small, that has the capital of a sentence at most.
func beginsAsSentence(phrase string) bool {
	p := parse(phrase)
	if len(p.low) == 0 || p.raw[0] != p.low[0] {
		return false
	}
	first := bare(p.low[0])
	if strings.Trim(first, "хіixv") == "" { // a Roman number in Russian letters: Х Международная выставка
		return false
	}
	if monthsAlone.Has(first) && len(p.low) < 3 {
		return true
	}
	if isPreposition(first) || clauseWords.Has(first) || beforeNouns.Has(first) || isInfinitive(first) && NounShows(first) == nil {
		return len(p.low) > 1
	}
	n, _ := p.nounPhrase(0)
	if n.head < 0 || !n.known || n.features&(inCase(nom)|inCase(acc)) == 0 || p.raw[n.head] != p.low[n.head] {
		return false
	}
	return !p.isCalledSo(n, phrase)
}

// isCalledSo reports a noun that stands in names with the capital of their first word: a body, a document, a day, a part
// of the map, what one is called, unless its own name stands behind it in quotation marks.
func (p *parsed) isCalledSo(n nounPhrase, phrase string) bool {
	head := bare(p.low[n.head])
	if namedBehind.Has(head) && p.isQuotedAt(n.head+1) {
		return false
	}
	if p.isHighest(n.head) || p.isFirstNameAndMore() {
		return true
	}
	switch kind := GuessKind(phrase); {
	case kind == Organisation && (n.areMany() && !severalOfName.Has(head) || p.isUnit(n)): // Подразделения связи
		return false
	case kind == Organisation && isBodysNoun(head, n.head == 0), p.isKnownPlace(), kind == Person && len(p.low) > 1 && IsPersonsName(phrase):
		return true
	case kind == Post:
		return !n.areMany() // of many, only the highest
	}
	return p.isNameAlone(head) || p.isDayOrDocument(n, head)
}

// isNameAlone reports one word that is a name or in no table: Надежда.
func (p *parsed) isNameAlone(head string) bool {
	return len(p.low) == 1 && (isFirstName(head) || NounShows(head) == nil)
}

// isFirstNameAndMore reports a first name before another word with a capital: Роза Пробова.
func (p *parsed) isFirstNameAndMore() bool {
	return len(p.low) > 1 && isFirstName(bare(p.low[0])) && p.isCapital(1)
}

// areMany reports a noun that in the nominative is a plural alone.
func (n nounPhrase) areMany() bool { return n.features&inCase(nom)&^bit(pluralRow, nom) == 0 }

// severalOfName are plurals that names of one begin with: Силы специальных операций.
var severalOfName = wordset.Of("игры силы войска штаты эмираты острова курсы")

// isHighest reports the noun of several who are the highest: главы государств, but not «главы делегаций».
func (p *parsed) isHighest(head int) bool {
	return highest.Has(bare(p.low[head])) && (head+1 == len(p.low) || !leadWithoutCapital.Has(bare(p.low[head+1])))
}

var leadWithoutCapital = wordset.Of("делегаций администраций миссий представительств ведомств компаний общин районов муниципалитетов сельсоветов семей фракций")

// isQuotedAt reports whether a quotation mark opens before word i.
func (p *parsed) isQuotedAt(i int) bool { return i < len(p.raw) && strings.HasPrefix(p.raw[i], "«") }

// isBodysNoun reports a noun that bodies are called by; first says that it is the first word, as no name of performers begins.
func isBodysNoun(head string, first bool) bool {
	return !proceedings.Has(head) && (!first || !performers.Has(head))
}

// isUnit reports a part of an army that its arm tells, and no name: мотострелковый батальон, but «Преображенский полк».
func (p *parsed) isUnit(n nounPhrase) bool {
	return n.head == 1 && armyUnits.Has(bare(p.low[1])) && !hasAnySuffix(p.low[0], "ский", "ская", "ское", "цкий", "цкая")
}

var armyUnits = wordset.Of("батальон рота взвод дивизион бригада полк расчёт отряд эскадрилья батарея отделение группа подразделение")

// isDayOrDocument reports the noun of a day, a paper or what takes place, which names begin with: День знаний, Новый год, but «прошедшая
// неделя»; Положение о фонде, but «положение на границе».
func (p *parsed) isDayOrDocument(n nounPhrase, head string) bool {
	switch behind := n.head + 1; {
	case timesOfName.Has(head):
		return n.head == 0 || ofWorld.Has(p.low[0])
	case head == "положение":
		return behind < len(p.low) && (p.low[behind] == "о" || p.low[behind] == "об")
	}
	return slices.ContainsFunc(strings.Split(head, "-"), inNames.Has)
}

// IsKnownPlace reports a state or a town of the tables, as its name is written.
func IsKnownPlace(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	_, known := findPlace(lower(text))
	return known && unicode.IsUpper(first)
}

// isKnownPlace reports a phrase that begins with a state or a town.
func (p *parsed) isKnownPlace() bool {
	_, first := findPlace(bare(p.low[0]))
	_, whole := findPlace(strings.Join(p.low, " "))
	return first || whole
}

var (
	// performers are called by names that begin with another word: Государственный оркестр, but «оркестр и танцоры».
	performers  = wordset.Of("оркестр ансамбль хор экипаж команда делегация отряд подразделение труппа сборная рота взвод батальон дивизион расчёт отделение контингент эскадрилья колонна бригада звено")
	monthsAlone = wordset.Of("январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь")
	// proceedings are what takes place and is called as bodies are.
	proceedings = wordset.Of("контроль аудит экспертиза структура совещание заседание проект проекты переговоры сессия встреча консультации слушания выставка концерт стол семинар курсы учения учение тренировка экспедиция операция визит дискуссия конференция сбор сборы собрание разговор эстафета")
	// beforeNouns stand before the noun of a phrase and are none.
	beforeNouns = wordset.Of("более менее свыше около почти порядка все всё весь вся наш наша наше наши свой своя своё свои этот эта это эти два две три четыре пять шесть семь восемь девять десять несколько много чтобы также")
	// namedBehind are what a name in quotation marks behind it is the name of.
	namedBehind = wordset.Of("форум фестиваль конгресс саммит съезд конференция выставка концерт программа проект стол конкурс премия акция марафон чемпионат турнир кубок план")
	// highest are posts of which several have the capital too, and ofWorld stand before the day of a feast.
	highest = wordset.Of("президенты министры главы премьер-министры короли")
	ofWorld = wordset.Of("новый международный всемирный всероссийский европейский национальный единый старый мировой")
	// timesOfName begin the names of days and years.
	timesOfName = wordset.Of("день дни год неделя месячник")
	// inNames are nouns of names that begin with a capital.
	inNames = wordset.Of(`соглашение договор протокол меморандум конвенция декларация хартия устав конституция закон указ кодекс пакт коммюнике заявление концепция стратегия программа доктрина регламент
		план карта акт чтения святки дожинки сабантуй победа независимость рождество пасха крещение рамадан навруз масленица троица новруз
		игры олимпиада универсиада форум конгресс саммит съезд фестиваль чемпионат кубок премия спартакиада ассамблея курултай
		море озеро река океан залив пролив остров острова край область район округ республика федерация кольцо площадь улица проспект путь пояс война революция хребет горы ущелье долина союз содружество сообщество
		театр музей дворец парк центр институт университет академия школа банк фонд крест полумесяц церковь храм собор монастырь мечеть кремль армия флот рать суд дума сенат парламент правительство престол биржа биеннале`)
)
