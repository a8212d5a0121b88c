package proof

import (
	"slices"
	"strings"

	"communique/editor/grammar"
	"communique/editor/words"
	"communique/editor/wordset"
)

// asksInfinitive are words behind which a verb stands in the infinitive.
var asksInfinitive = wordset.Of(`чтобы чтоб будет будут может могут сможет смогут должен должна должны готов готовы
	намерен намерены планирует планируют хочет хотят надо нужно необходимо удалось нельзя планируется договорились предложил предложила предложили предстоит удастся решили возможность согласились продолжит продолжат
	начал начала начали начнут начнет должно помочь помогает поможет помогут позволит позволят позволяет позволяют способны способен способна
	намерена будем буду можно невозможно стремится стремятся желает желают обязались обязуется обязуются рассчитывает рассчитывают призвал призвала призвали
	пригласил пригласила предлагает предлагают поручил поручила попросил решил решила пытается пытаются смог смогла смогли продолжает продолжают собирается собираются собирался собралась собрались мечтает мечтают успел успела успели обязан обязана обязаны вправе вынужден вынуждена вынуждены рад рада рады просит просят приглашает приглашают призывает призывают удалось удается пришлось придется приходится следует стоит согласился договорился пообещал обещал хотел хотела хотели хотелось целесообразно`)

// neverSubject are those of them behind which no other verb can stand without a comma: «будет открывается».
var neverSubject = wordset.Of("будет будут будем буду может могут сможет смогут должен должна должны готов готова готовы намерен намерена намерены хочет хотят")

// appears are beginnings of verbs of which the word before, «возможность» or «начала», is
// the subject: «возможность появится».
var appears = []string{"появ", "предостав", "представ", "откр", "сохран", "рассматрив", "обсужд", "созда", "обеспечив", "дает", "имее", "реализ", "использ", "явля", "счита", "остае", "остан", "оказ", "увелич", "теря"}

// events are what takes place: a finite verb stands behind them, no infinitive.
var events = wordset.Of("заседание встреча форум рост работа мероприятие конференция выставка сессия саммит визит совещание праздник фестиваль конкурс турнир проект строительство подписание презентация церемония чемпионат программа открытие семинар брифинг концерт съезд экспозиция переговоры соревнования торжества выборы")

// verbInfinitive finds «чтобы договорится»: the third person in the place of the
// infinitive, in English any form but the bare one.
func verbInfinitive(p *passage, out *report) {
	if p.language == "en" {
		englishInfinitive(p, out)
	}
	if !p.russian() {
		return
	}
	for i := 0; i+2 < len(p.tokens); i++ {
		if !p.is(i, word) || !p.wordFollows(i) {
			continue
		}
		text := p.piece(i + 2)
		if put, is := p.finiteVerb(i); is {
			f := out.add(p, p.tokens[i+2].start, p.tokens[i+2].end)
			f.Put, f.Mends = put, put != ""
			continue
		}
		if put := infinitiveOf(text, false); put != "" && p.isFinite(i) {
			out.mend(p, p.tokens[i+2].start, p.tokens[i+2].end, put)
			continue
		}
		never := neverSubject.Has(p.folded[i])
		if !asksInfinitive.Has(p.folded[i]) || !never && slices.ContainsFunc(appears, func(b string) bool { return strings.HasPrefix(text, b) }) {
			continue
		}
		mayBeSubject := !never && len(grammar.NounShows(p.piece(i))) > 0 // «возможность развивается»
		if put := infinitiveOf(text, !mayBeSubject); put != "" {
			out.mend(p, p.tokens[i+2].start, p.tokens[i+2].end, put)
		}
	}
}

// isFinite reports whether a word is nothing but a verb of somebody who does something, behind which
// without a comma no other can stand: «обещали вернутся», «надеются пробится».
func (p *passage) isFinite(i int) bool {
	text := p.piece(i)
	ends := slices.ContainsFunc([]string{"л", "ла", "ли", "лся", "лась", "лись", "ет", "ют", "ут", "ит", "ят", "ат", "тся"}, func(e string) bool { return strings.HasSuffix(text, e) })
	return ends && isLower(text) && len(grammar.NounShows(text)) == 0 && len(grammar.AdjectiveShows(text)) == 0 &&
		slices.ContainsFunc(words.Known(p.folded[i]), func(form string) bool { return strings.HasSuffix(form, "ть") || strings.HasSuffix(form, "ться") })
}

// infinitiveOf is the infinitive of a verb in -тся; "" for any other word, and where the
// dictionary does not have it. It sounds the same («договорится»), or may have another vowel
// («развивается»).
func infinitiveOf(text string, otherVowel bool) string {
	stem, ok := strings.CutSuffix(text, "тся")
	if !ok {
		return ""
	}
	known := words.Known(words.Fold(text))
	if alike := stem + "ться"; slices.Contains(known, words.Fold(alike)) || words.Has(words.Fold(alike)) {
		return alike
	}
	if i := slices.IndexFunc(known, func(form string) bool { return strings.HasSuffix(form, "ться") }); otherVowel && i >= 0 && isLower(text) {
		return known[i]
	}
	return ""
}

// finiteVerb finds an infinitive behind the subject at i of a clause in which no other verb stands, and the third
// person that sounds the same: «Заседание проводиться ежегодно», «Новая линия позволить увеличить выпуск»; put is ""
// where it sounds otherwise.
func (p *passage) finiteVerb(i int) (put string, is bool) {
	text := p.piece(i + 2)
	if !isInfinitive(text) || !isLower(text) || !words.Has(p.folded[i+2]) {
		return "", false
	}
	noun, plural, ends := p.subjectBefore(i)
	if noun < 0 || p.mayBeDone(noun, i+2) {
		return "", false
	}
	for j := i + 3; j < len(p.tokens) && !strings.Contains(ends, p.piece(j)); j++ {
		if p.mayBePredicate(j) {
			return "", false
		}
	}
	put, is = thirdPerson(text, plural)
	if bare := strings.Replace(text, "ть", "т", 1); words.Fold(put) != words.Fold(bare) && !strings.HasSuffix(text, "ся") {
		put = ""
	}
	return put, is
}

// mayBeDone reports whether the infinitive may be what is to be done to the noun, as minutes of a meeting have it:
// «Проект утвердить», where «Проект позволить увеличить» can be read no other way.
func (p *passage) mayBeDone(noun, verb int) bool {
	return !strings.HasSuffix(p.piece(verb), "ся") && hasCase(grammar.NounShows(p.piece(noun)), grammar.Accusative) && !isInfinitive(p.piece(verb+2))
}

// mayBePredicate reports whether what stands at j may be the verb of its clause, or stand for one.
func (p *passage) mayBePredicate(j int) bool {
	text := p.folded[j]
	if !p.is(j, word) {
		return strings.ContainsAny(p.piece(j), "–—-:")
	}
	return asksInfinitive.Has(text) || text == "не" || text == "бы" || text == "ли" || p.pastVerb(j) || p.isFinite(j) || strings.HasSuffix(text, "ло") || isCaseless(p.piece(j)) && !isInfinitive(p.piece(j))
}

// subjectBefore is where the subject stands that ends with the word at i, and what subject says of it; noun is -1 where
// there is none: «Министр иностранных дел», «Министр Иван Пробный».
func (p *passage) subjectBefore(i int) (noun int, plural bool, ends string) {
	const farthest = 6 // words
	verb := i + 2
	for n := 0; n < farthest && p.is(i, word) && p.wordFollows(i); n, i = n+1, i-2 {
		if plural, ends, is := p.subject(i); is {
			return i, plural, ends
		}
		if p.permits(i, verb) {
			return i, false, "."
		}
		if asksInfinitive.Has(p.folded[i]) || isLower(p.piece(i)) && !isGenitive(p.piece(i)) && !hasCase(grammar.AdjectiveShows(p.piece(i)), grammar.Genitive) {
			break
		}
	}
	return -1, false, ""
}

// permits reports whether the verb is one of which anything is the subject that allows something to be done, and a noun
// in the nominative opens the clause at i: «Питомник позволить вырастить».
func (p *passage) permits(i, verb int) bool {
	if !permitting.Has(p.folded[verb]) || !isInfinitive(p.piece(verb+2)) || beginsWith(p.folded[i], toBeDone) || !p.opensClause(i) {
		return false
	}
	return slices.ContainsFunc(grammar.NounShows(lower(p.piece(i))), func(s grammar.Shown) bool {
		return s.Case == grammar.Nominative && s.Gender != grammar.Plural
	})
}

// permitting are the verbs of what lets something be done, toBeDone the beginnings of nouns behind which a verb
// stands in the infinitive.
var (
	permitting = wordset.Of("позволить позволять помочь помогать")
	toBeDone   = strings.Fields("решени прав возможност желани намерени попытк предложени просьб план цел задач обещани готовност обязанност способност необходимост пора мечт иде надежд шанс разрешени поручени призыв стремлени умени")
)

// subject reports whether the word at i is nothing but the subject of a clause that begins with it, or with adjectives
// of it, in the plural or not, and by which signs the clause ends. Of much else something is to be done: «Решение
// вернуться», «Пора готовиться».
func (p *passage) subject(i int) (plural bool, ends string, is bool) {
	text := p.folded[i]
	if relativePronouns.Has(text) {
		return text == "которые", ",.", p.piece(i-2) == ","
	}
	if !p.opensClause(i) {
		return false, "", false
	}
	if persons.Has(text) {
		return text == "они", ".", true
	}
	for _, s := range grammar.NounShows(p.piece(i)) {
		if s.Case == grammar.Nominative && (s.Animate || events.Has(text) || acting.Has(text)) {
			return s.Gender == grammar.Plural, ".", true
		}
	}
	return false, "", false
}

// opensClause reports whether a sentence begins with the word at i, or with adjectives that agree with it.
func (p *passage) opensClause(i int) bool {
	noun := grammar.NounShows(p.piece(i))
	for !p.beginsSentence(i) {
		if i -= 2; i < 0 || !p.wordFollows(i) || !isAdjective(p.piece(i)) || !agree(withCases(grammar.AdjectiveShows(lower(p.piece(i))), nominativeAlone), noun) {
			return false
		}
	}
	return true
}

// nominativeAlone is the case of a subject.
var nominativeAlone = []grammar.Case{grammar.Nominative}

// persons are pronouns of the third person, as subjects.
var persons = wordset.Of("он она оно они")

// relativePronouns are the words with which a clause begins whose subject they are.
var relativePronouns = wordset.Of("который которая которое которые")

// acting are those who do something, of whom the dictionary knows no life.
var acting = wordset.Of(`школа музей театр завод город сборная отряд клуб линия мост закон проект фирма система университет институт академия компания банк комитет комиссия делегация министерство
	ведомство коллектив район область республика поселок село порт больница библиотека центр предприятие фонд корпорация холдинг лицей гимназия колледж хор ансамбль оркестр экипаж`)

// thirdPerson is the third person of a verb; false where the dictionary has none, or more than one.
func thirdPerson(infinitive string, plural bool) (form string, ok bool) {
	endings := []string{"ет", "ит"}
	if plural {
		endings = []string{"ут", "ют", "ат", "ят"}
	}
	_, reflexive := strings.CutSuffix(infinitive, "ся")
	for _, known := range words.Known(words.Fold(infinitive)) {
		bare, has := strings.CutSuffix(known, "ся")
		if has != reflexive || !slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(bare, e) }) {
			continue
		}
		if ok && known != form {
			return "", false
		}
		form, ok = known, true
	}
	return form, ok
}
