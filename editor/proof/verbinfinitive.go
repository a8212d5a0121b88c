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

// severalEvents are those of them in the plural.
var severalEvents = wordset.Of("переговоры соревнования торжества выборы")

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
			out.mend(p, p.tokens[i+2].start, p.tokens[i+2].end, put)
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

// finiteVerb is the third person of the infinitive behind the word at i, where that is the subject
// of its clause: «Заседание проводиться ежегодно», «который готовиться». With another verb or «не» in the
// clause the infinitive may be right.
func (p *passage) finiteVerb(i int) (put string, is bool) {
	text := p.piece(i + 2)
	if !strings.HasSuffix(text, "ться") {
		return "", false
	}
	plural, ends, is := p.subject(i)
	if !is {
		return "", false
	}
	for j := i + 3; j < len(p.tokens) && !strings.Contains(ends, p.piece(j)); j++ {
		if asksInfinitive.Has(p.folded[j]) || p.folded[j] == "не" || p.pastVerb(j) || p.isFinite(j) || strings.HasSuffix(p.folded[j], "ло") {
			return "", false
		}
	}
	return thirdPerson(text, plural)
}

// subject reports whether the word at i is nothing but the subject of a clause that begins with it, in the plural or
// not, and by which signs the clause ends. Of much else something is to be done: «Решение вернуться», «Пора готовиться».
func (p *passage) subject(i int) (plural bool, ends string, is bool) {
	text := p.folded[i]
	switch {
	case relativePronouns.Has(text):
		return text == "которые", ",.", p.piece(i-2) == ","
	case !p.beginsSentence(i):
		return false, "", false
	case events.Has(text) || acting.Has(text):
		return severalEvents.Has(text), ".", true
	}
	for _, s := range grammar.NounShows(text) {
		if s.Animate && s.Case == grammar.Nominative {
			return s.Gender == grammar.Plural, ".", true
		}
	}
	return false, "", false
}

// relativePronouns are the words with which a clause begins whose subject they are.
var relativePronouns = wordset.Of("который которая которое которые")

// acting are those who do something, of whom the dictionary knows no life.
var acting = wordset.Of(`школа музей театр завод город сборная отряд клуб университет институт академия компания банк комитет комиссия делегация министерство
	ведомство коллектив район область республика поселок село порт больница библиотека центр предприятие фонд корпорация холдинг лицей гимназия колледж хор ансамбль оркестр экипаж`)

// thirdPerson is the third person of a verb in -ся; false where the dictionary has none, or
// more than one.
func thirdPerson(infinitive string, plural bool) (form string, ok bool) {
	endings := []string{"ется", "ится"}
	if plural {
		endings = []string{"утся", "ются", "атся", "ятся"}
	}
	for _, known := range words.Known(words.Fold(infinitive)) {
		if !slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(known, e) }) {
			continue
		}
		if ok && known != form {
			return "", false
		}
		form, ok = known, true
	}
	return form, ok
}
