package grammar

import "strings"

// organisationNouns are the nouns that organisations are called by, with the
// gender where the ending does not show it and the genitive of plurals. Sources:
// Общероссийский классификатор органов государственной власти ОК 006-2011,
// charters and names of the organisations of the CIS.
var organisationNouns = wordSet(`агентство администрация академия альянс ансамбль арбитраж ассамблея ассоциация аппарат аэропорт банк бюро больница бригада ведомство верфь
	газета галерея генконсульство генштаб госдума госкомитет госсовет группа группировка движение дворец делегация департамент дивизия дирекция дом дума завод инициатива инспекция институт
	интерпол казначейство канал кафедра кабинет канцелярия клуб коалиция коллегия колледж комбинат комендатура комиссариат комиссия комитет компания конвент конгресс конгломерат консорциум
	консульство контингент концерн координация корпорация корпус кооператив курултай лаборатория лига лицей маджлис мажилис мейджлис меджлис милли
	минздрав минобороны министерство миссия музей муниципалитет нацбанк общество объединение округ оперштаб оргкомитет организация оркестр отдел отделение отряд офис палата парламент
	партия парк партнёрство патриархат пакт полиция полк посольство правительство предприятие представительство префектура пресс-служба пресс-центр прокуратура производство протокол профсоюз
	радио радиостанция радиокомпания редакция резиденция роспотребнадзор сбор сейм секретариат секция сенат сеть синод следком служба собрание совбез совет совещание содружество сообщество союз
	спецслужба структура студия суд съезд таможня телеканал телекомпания театр типография трест трибунал труппа турнир университет управление управа управделами федерация филармония филиал фирма флот форум
	фонд фракция фронт холдинг хозяйство хокимият хокимият хурал центр центробанк церковь часть штаб штаб-квартира школа экзархат экспедиция эскадрилья эмират юстиция ячейка жогорку спецподразделение подразделение
	формирование сила блок бундестаг бундесрат кнессет рада госкомиссия мэрия акимат милиция гвардия армия росгвардия авиакомпания авиабаза база издательство издание портал журнал программа проект система платформа
	учреждение училище ведомости лаборатории сбербанк газпром роскосмос росатом наркомат минфин минтранс минюст минсельхоз минэкономразвития минэнерго`)

// pluralOrganisations are the plural heads and their genitives.
var pluralOrganisations = map[string]string{
	"силы": "сил", "войска": "войск", "органы": "органов", "нации": "наций", "учреждения": "учреждений", "штаты": "штатов", "эмираты": "эмиратов",
	"подразделения": "подразделений", "структуры": "структур", "службы": "служб", "линии": "линий", "железные": "железных", "дороги": "дорог", "сети": "сетей",
	"известия": "известий", "новости": "новостей", "ведомости": "ведомостей", "системы": "систем", "игры": "игр", "курсы": "курсов",
}

// irregularOrganisations are the nouns whose gender or stem the ending hides.
var irregularOrganisations = map[string]noun{
	"ансамбль": {gender: Masculine}, "церковь": {gender: Feminine, stem: "церкв"}, "дворец": {gender: Masculine, stem: "дворц", stressed: true},
	"сеть": {gender: Feminine}, "часть": {gender: Feminine}, "верфь": {gender: Feminine}, "кремль": {gender: Masculine}, "фестиваль": {gender: Masculine},
	"госпиталь": {gender: Masculine}, "монастырь": {gender: Masculine, stressed: true}, "контроль": {gender: Masculine}, "секретариат": {gender: Masculine},
}

// indeclinableOrganisations are nouns that stay: borrowed neuters and clipped
// words whose second half is a genitive.
var indeclinableOrganisations = wordSet("бюро радио минобороны управделами минэнерго жюри депо шоу евро кино ралли бистро турне жогорку милли рао роснано минэкономразвития")

// DeclineOrganisation declines the head noun of an organisation's name and the
// adjectives before it; what follows, names in quotes and abbreviations stay.
func (h House) DeclineOrganisation(name string) Declension {
	p := parse(name)
	if len(p.raw) > 0 && !p.abbreviated() {
		p.declineHead(0, organisationHead, false)
	}
	return Declension{Phrase: name, Kind: Organisation, Forms: p.join(), Guess: p.guess}
}

// abbreviated reports whether the name begins with an abbreviation or a name in
// quotes. In a name all in capitals only a word nobody knows is one.
func (p *parsed) abbreviated() bool {
	if r := lastLetter(strings.TrimLeft(p.low[0], "«„\"“(")); len(p.low[0]) > 0 && strings.ContainsAny(p.low[0][:min(2, len(p.low[0]))], "«„\"“(") || r == '"' {
		return true
	}
	if !isAbbreviation(p.raw[0]) || isOrganisationNoun(p.low[0]) {
		return false
	}
	_, adjective := adjectiveForms(p.low[0], false)
	return !adjective
}

func isOrganisationNoun(word string) bool {
	if i := strings.LastIndexByte(word, '-'); i > 0 {
		word = word[i+1:]
	}
	return organisationNouns[word] || pluralOrganisations[word] != ""
}

// organisationHead declines the noun an organisation is called by.
func organisationHead(word string) (six, bool) {
	if i := strings.LastIndexByte(word, '-'); i > 0 {
		s, sure := organisationHead(word[i+1:])
		return hyphenated(fixed(word[:i]), s), sure
	}
	if genitive := pluralOrganisations[word]; genitive != "" {
		return pluralNoun(word, genitive, false), true
	}
	if indeclinableOrganisations[word] {
		return fixed(word), true
	}
	if word == "церковь" {
		return six{word, "церкви", "церкви", word, "церковью", "церкви"}, true
	}
	n, ok := irregularOrganisations[word]
	if !ok {
		n = noun{gender: genderByEnding(word)}
	}
	if lastLetter(word) == 'о' && !organisationNouns[word] && !strings.HasSuffix(word, "ство") {
		return fixed(word), false
	}
	s, declines := n.decline(word)
	if !declines {
		return adjectiveOr(word, s, false)
	}
	return s, ok || organisationNouns[word]
}
