package proof

import (
	"slices"
	"strings"

	"communique/editor/grammar"
	"communique/editor/words"
	"communique/editor/wordset"
)

// spans of time, as they stand behind «в течение».
var spans = []string{"год", "лет", "дн", "день", "месяц", "недел", "час", "минут", "времен", "срок", "период", "визит", "встреч", "сесси", "суток", "заседани", "квартал", "полугоди", "зим", "лет", "вечер", "ноч", "всего", "всей", "дв", "тр", "нескольк", "ближайш", "последн", "этого", "этой", "дальнейш", "прошл", "текущ", "многих", "десят", "рабоч", "перв", "втор", "пяти", "шести", "семи", "восьми", "девяти", "кажд", "будущ", "следующ", "предстоящ", "сут", "календарн", "двадцати", "полу", "нынешн"}

// misspelling is a preposition that is written as other words.
type misspelling struct {
	first, second string
	put           string
	after         []string // beginnings of the word behind them; nil for any
	opening       bool     // at the beginning of a sentence only
}

// misspelt are prepositions as they are not written, by their first two words.
var misspelt = []misspelling{
	{"в", "течении", "в течение", spans, false},
	{"в", "продолжении", "в продолжение", spans, false},
	{"в", "следствии", "вследствие", []string{"чего", "этого", "того"}, false},
	{"в", "следствие", "вследствие", []string{"чего", "этого", "того"}, false},
	{"в", "последствии", "впоследствии", nil, false},
	{"в", "преддверие", "в преддверии", nil, false},
	{"в", "плоть", "вплоть", []string{"до"}, false},
	{"на", "ряду", "наряду", []string{"с"}, false},
	{"не", "взирая", "невзирая", []string{"на"}, false},
	{"из", "за", "из-за", nil, false},
	{"из", "под", "из-под", nil, false},
	{"в", "виду", "ввиду", []string{"того", "этого", "отсутстви", "невозможност", "сложн", "необходимост", "болезн", "нехватк", "погод", "угроз", "высок", "низк", "больш", "срочност", "важност", "непогод", "занятост", "плох", "неблагоприятн", "изменени", "недостат", "недостаточн", "опасност", "ремонт", "авари", "карантин", "чрезвычайн"}, false},
	{"не", "смотря", "несмотря", []string{"на"}, false},
	{"по", "приезду", "по приезде", nil, false},
	{"по", "прилету", "по прилёте", nil, false},
	{"по", "прибытию", "по прибытии", nil, true},
	{"по", "возвращению", "по возвращении", nil, true},
	{"по", "окончанию", "по окончании", nil, true},
	{"по", "завершению", "по завершении", nil, true},
	{"по", "истечению", "по истечении", nil, true},
	{"в", "отличии", "в отличие", []string{"от"}, false},
	{"в", "соответствие", "в соответствии", []string{"с"}, true},
	{"в", "заключении", "в заключение", []string{"встреч", "бесед", "заседани", "переговор", "визит", "выступлени", "мероприяти", "форум", "разговор", "совещани", "концерт", "вечер", "церемони", "праздник", "конференци", "реч", "семинар", "саммит", "фестивал", "занят", "экскурси"}, true},
	{"на", "протяжение", "на протяжении", nil, false},
	{"в", "связе", "в связи", nil, false},
	{"на", "протяжению", "на протяжении", nil, false},
}

// atOnce are words behind which «по окончанию» is as at the beginning of a sentence.
var atOnce = wordset.Of("сразу тотчас немедленно незамедлительно вскоре уже только лишь")

// beginsClause reports whether the word at i stands where a sentence or a clause begins, or
// behind «сразу».
func (p *passage) beginsClause(i int) bool {
	return p.beginsSentence(i) || p.is(i-1, space) && (atOnce.Has(lower(p.piece(i-2))) || p.piece(i-2) == ",")
}

// prepositionSpelling finds prepositions that are written as other words: «в течении
// года», «не смотря на».
func prepositionSpelling(p *passage, out *report) {
	if !p.russian() || !p.body() {
		return
	}
	for i := 0; i+2 < len(p.tokens); i++ {
		if !p.is(i, word) || !p.is(i+1, space) || !p.is(i+2, word) {
			continue
		}
		for j := range misspelt {
			if m := &misspelt[j]; p.misspells(i, m) {
				out.mend(p, p.tokens[i].start, p.tokens[i+2].end, likeCapital(m.put, p.piece(i)))
			}
		}
		if p.concerns(i) {
			out.mend(p, p.tokens[i].start, p.tokens[i+2].end, likeCapital("насчёт", p.piece(i)))
		}
		if p.concludes(i) {
			out.mend(p, p.tokens[i].start, p.tokens[i+2].end, likeCapital("в заключение", p.piece(i)))
		}
	}
}

// misspells reports whether the two words at i are meant as a preposition, by what stands
// around them.
func (p *passage) misspells(i int, m *misspelling) bool {
	if p.folded[i] != m.first || p.folded[i+2] != m.second || m.opening && !p.beginsClause(i) {
		return false
	}
	if m.put == "ввиду" && p.keepsInMind(i) {
		return false
	}
	if (m.put == "вследствие" || m.put == "ввиду" && !beginsWith(p.fold(i+4), inSight)) && p.causes(i) {
		return true
	}
	if m.after == nil || p.is(i+4, figure) {
		return true
	}
	next := words.Fold(p.piece(i + 4))
	return slices.ContainsFunc(m.after, func(b string) bool { return strings.HasPrefix(next, b) })
}

// keepsInMind reports whether «в виду» at i belongs to a verb near before it: «имел в виду», «имели также в виду».
func (p *passage) keepsInMind(i int) bool {
	const nearest = 4 // words
	for n, at := 0, i-2; n < nearest && p.is(at, word) && p.is(at+1, space); n, at = n+1, at-2 {
		if strings.HasPrefix(p.folded[at], "име") || strings.HasPrefix(p.folded[at], "держ") {
			return true
		}
	}
	return false
}

// causes reports whether what something comes of stands behind the two words at i: «В следствии аварии», «в виду
// шторма». An inquest is held, or begins: «В следствие вмешались»; so that they have to begin a sentence, or stand
// between commas. In «в следствии шторма» the case of an inquest itself tells: one is held in something, of nothing.
func (p *passage) causes(i int) bool {
	next := p.piece(i + 4)
	return (p.beginsClause(i) || p.folded[i+2] == "следствии" || p.folded[i+2] == "виду") && p.wordFollows(i+2) && isLower(next) && !beginsWith(p.fold(i+4), inquirers) && isGenitive(next) && next != "были" && next != "и" && next != "по"
}

// inSight are the beginnings of what somebody may be within sight of: «в виду города».
var inSight = []string{"город", "берег", "остров", "крепост", "сел", "порт", "враг", "неприятел", "противник", "мор", "гор", "стен", "земл", "флот", "кораб", "столиц", "посел", "дерев"}

// inquirers are the beginnings of those whose inquest it may be.
var inquirers = []string{"суд", "прокур", "полици", "милици", "следовател", "комитет", "комисси", "орган", "управлени", "ведомств"}

// concerns reports whether «на счёт» at i is meant as «насчёт»: behind what is said or thought of something,
// and with what it is about behind it. With a sum in the sentence it is an account.
func (p *passage) concerns(i int) bool {
	if p.folded[i] != "на" || p.folded[i+2] != "счет" || !p.wordFollows(i+2) || !p.is(i-1, space) && !p.beginsSentence(i) {
		return false
	}
	next := p.piece(i + 4)
	if !isLower(next) || !isGenitive(next) && next != "того" || !p.beginsSentence(i) && !beginsWith(p.fold(i-2), discussed) {
		return false
	}
	for j := i + 6; j < len(p.tokens) && p.piece(j) != "."; j++ {
		if p.is(j, figure) || beginsWith(p.fold(j), scored) {
			return false
		}
	}
	return true
}

// discussed are the beginnings of what is said or thought of something, scored those of what is put to
// an account or a score.
var (
	discussed = []string{"вопрос", "мнени", "сомнен", "опасен", "догов", "разговор", "спор", "предложени", "беспоко", "уточн", "спрос", "узна", "говор", "план", "иде", "сообщен", "решен", "шут"}
	scored    = []string{"перечис", "зачис", "поступ", "перев", "внес", "внос", "полож", "средств", "деньг", "деньги", "сумм", "рубл", "взнос", "плат", "оплат", "вернул", "возвра", "спис", "побед", "очк", "запис", "отнес"}
)

// concludes reports whether «в заключении» is meant as «под конец»: «В заключении выступил».
func (p *passage) concludes(i int) bool {
	if p.folded[i] != "в" || p.folded[i+2] != "заключении" || !p.beginsSentence(i) {
		return false
	}
	return p.pastVerb(i+4) || p.wordFollows(i+2) && p.wordFollows(i+4) && p.isSomebody(i+4) && (p.pastVerb(i+6) || p.wordFollows(i+6) && p.pastVerb(i+8))
}

// isSomebody reports whether the word at i names a person, as a post or by a first name,
// that may be the subject.
func (p *passage) isSomebody(i int) bool {
	text := p.piece(i)
	nominative := func(s grammar.Shown) bool { return s.Animate && s.Case == grammar.Nominative }
	return grammar.IsGivenName(text) || grammar.IsTitleNoun(text) && slices.ContainsFunc(grammar.NounShows(text), nominative)
}

func (p *passage) pastVerb(i int) bool {
	text := lower(p.piece(i))
	return (strings.HasSuffix(text, "л") || strings.HasSuffix(text, "ла") || strings.HasSuffix(text, "ли")) && len(grammar.NounShows(text)) == 0 && words.Has(words.Fold(text))
}

// likeCapital writes a word with a capital where another has one.
func likeCapital(put, like string) string {
	if !startsUpper(like) {
		return put
	}
	return strings.ToUpper(put[:2]) + put[2:]
}

// prepositionForm finds «с встречи», «в вторник», «о Иране»: prepositions without the
// sound that the next word asks for.
func prepositionForm(p *passage, out *report) {
	if !p.russian() || !p.body() {
		return
	}
	for i := 0; i+2 < len(p.tokens); i++ {
		if !p.is(i, word) || !p.is(i+1, space) || !p.is(i+2, word) || !isCyrillic(p.piece(i+2)) {
			continue
		}
		if p.isShouted(i) || p.belongsToSign(i) {
			continue
		}
		if put := preferredForm(p.piece(i), p.piece(i+2)); put != p.piece(i) {
			out.mend(p, p.tokens[i].start, p.tokens[i].end, put)
		}
	}
}

// preferredForm is the form of a preposition that usage asks for before a word: with its
// sound or without.
func preferredForm(text, next string) string {
	low := lower(text)
	switch base := withoutSound[low]; {
	case base != "" && saysEasily(low, next):
		return likeCapital(base, text)
	case beforeMe.Has(low) && (lower(next) == "мной" || lower(next) == "мною"), takesSound.Has(low) && !isEasilySaid(text, next):
		return grammar.PrepositionBefore(text, next)
	}
	return text
}

// takesSound are the prepositions that have another form: «со», «во», «ко», «об».
var takesSound = wordset.Of("с в к о")

// beforeMe are those that have another form before «мной» alone: «передо», «надо», «подо».
var beforeMe = wordset.Of("перед над под")

// isShouted reports whether a preposition or the word behind it is in capitals: an
// abbreviation is read by its letters.
func (p *passage) isShouted(i int) bool {
	text, next := p.piece(i), p.piece(i+2)
	return strings.ToUpper(next) == next || strings.ToUpper(text) == text && !p.beginsSentence(i)
}

// belongsToSign reports whether a letter belongs to the sign before it rather than to the
// next word: an initial, a mark of a list.
func (p *passage) belongsToSign(i int) bool {
	return p.is(i-1, sign) && p.piece(i-1) != "«" && p.piece(i-1) != "("
}

// isEasilySaid: «с вдовой» and «со вдовой», «к входу» and «ко входу» are both usage.
func isEasilySaid(text, next string) bool {
	if lower(text) == "к" {
		return !slices.ContainsFunc([]string{"вс", "вт", "мн"}, func(b string) bool { return strings.HasPrefix(lower(next), b) })
	}
	return lower(text) == "с" && !slices.ContainsFunc(clusters, func(c string) bool { return strings.HasPrefix(lower(next), c) })
}

// clusters are the beginnings before which «с» is hard to say.
var clusters = []string{"с", "з", "ш", "ж", "щ", "вс", "вт", "взв", "взг", "взд", "взл", "взр", "мн", "мст", "льв", "льн", "льд", "рт", "лб"}

// withoutSound are the prepositions with their sound, and without.
var withoutSound = map[string]string{"со": "с", "во": "в", "ко": "к", "об": "о", "обо": "о"}

// keepsSound are words before which usage keeps the sound though they are easily said.
var keepsSound = wordset.Of(`имя избежание исполнение изменение исправление изъятие благо веки сто столько сколько что зло мне мной мною весь всё все дни дне дно дну дня дном
	руку лёд лед стену стол землю дверь пол заклад камень плечо борт бок них него нее неё нём нем ней ню сём сем`)

// takesVo are the beginnings of two consonants before which «во» is usage.
var takesVo = strings.Fields("в ф мн мг мх дв дн сн льд льв лж лб рт рж рв глав глуб тьм тм ств хр хлев цв чрев чт зл зр здр прах плот гнев грех крест стольк скольк спас свят свид слав благ псал")

// saysEasily reports whether a preposition has its sound before a word that does not ask
// for it: «со документами», «об работе», «во Москве». Before two consonants usage varies.
func saysEasily(preposition, next string) bool {
	runes := []rune(lower(next))
	const shortest = 3 // letters
	if len(runes) < shortest || keepsSound.Has(string(runes)) {
		return false
	}
	vowel := func(r rune) bool { return strings.ContainsRune("аеёиоуыэюя", r) }
	if preposition == "об" {
		return !strings.ContainsRune("аэиоуеёюя", runes[0]) && !hasCase(grammar.NounShows(next), grammar.Accusative)
	}
	if preposition == "во" && !vowel(runes[0]) && !vowel(runes[1]) {
		return !slices.ContainsFunc(takesVo, func(b string) bool { return strings.HasPrefix(string(runes), b) })
	}
	return vowel(runes[0]) || vowel(runes[1]) && runes[0] != 'щ' && runes[0] != 'в' && runes[0] != 'ф'
}
