package grammar

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/wordset"
)

// nounPhrase is a noun with what agrees with it: «два межгосударственных
// соглашения», and, after a comma, «подписанные в Москве».
type nounPhrase struct {
	from, head int           // words of the phrase; head is -1 where no noun is seen
	number     countedPhrase // the one before it
	numeral    int           // where that stands, -1 for none
	noun       lexeme
	rival      lexeme // another that may be meant as well
	prefix     string // of a compound: «пресс-»
	known      bool   // a list or an ending that is certain has the noun
	fixed      bool   // an abbreviation or a name in quotes
	apposed    bool   // it says of the one before what that is: «государства – члены»
	features   features
	agreeing   []int
}

// DeclinePhrase declines what is no name: one noun with what agrees with it, or
// several («ход подготовки и итоги встречи»). What depends on the nouns stays.
func (h House) DeclinePhrase(phrase string) Declension {
	d := Declension{Phrase: phrase, Kind: Phrase, Forms: Forms{}}
	for _, c := range Cases() {
		form, sure := h.InCase(phrase, c)
		d.Forms[c], d.Guess = form, d.Guess || !sure
	}
	return d
}

// InCase puts a phrase into a case, whether it was typed in the nominative, in
// that case already, or behind «о» or «по», which it then loses. A date is written
// out. It reports whether it is certain of that.
func (h House) InCase(phrase string, c Case) (form string, sure bool) {
	if hasDate(phrase) {
		if from, until, ok := ParseDates(phrase); ok {
			return DateRange(from, until), true
		}
	}
	if c == Nominative || strings.TrimSpace(phrase) == "" {
		return h.Spell(Phrase, phrase), true
	}
	if form, sure, ok := h.calledInCase(phrase, c); ok {
		return form, sure
	}
	form, sure, ok := behindPreposition(phrase, c.index())
	if !ok {
		form, sure = declineIn(phrase, c)
	}
	if !sure && GuessKind(phrase) == Post { // управляющая Национальным банком
		if d := h.DeclinePost(phrase); !d.Guess {
			return d.Forms[c], true
		}
	}
	if first, _ := utf8.DecodeRuneInString(phrase); !sure && isCapital(first) {
		if d := h.DeclineOrganisation(phrase); !d.Guess { // Жогорку Кенеш
			return d.Forms[c], true
		}
	}
	return h.Spell(Phrase, form), sure
}

// calledInCase is InCase of what is told by how it is called: places, a day of somebody, a title, and a thing with a participle.
func (h House) calledInCase(phrase string, c Case) (form string, sure, ok bool) {
	if form, ok := h.placesIn(phrase, c); ok {
		return form, true, true
	}
	if form, more := dayOfSaint(phrase, c); form != "" {
		if more == "" {
			return h.Spell(Phrase, form), true, true
		}
		rest, sure := h.InCase(more, c)
		return h.Spell(Phrase, form) + " и " + rest, sure, true
	}
	if isStyled(phrase) {
		d := h.DeclinePost(phrase)
		return d.Forms[c], !d.Guess, true
	}
	return h.withParticiple(phrase, c)
}

// dayOfSaint is a day that is called after somebody, in a case, and what an «и» joins to it: «Татьянин день», «Юрьев день и ярмарка»; "" for
// another phrase.
func dayOfSaint(phrase string, c Case) (form, more string) {
	saint, rest, _ := strings.Cut(phrase, " ")
	day, more, joined := strings.Cut(rest, " и ")
	low := lower(saint)
	if lower(day) != "день" || rest != day && !joined || !hasAnySuffix(low, "ин", "ын", "ов", "ев") || low == "один" {
		return "", ""
	}
	forms, _ := commonNoun("день")
	of := possessiveOfPlace.on(low, low).inanimate()
	return saint + strings.TrimPrefix(of[c.index()], low) + " " + day[:len(day)-len("день")] + forms[c.index()], more
}

// isStyled reports a title that begins with a form of address: «Его Величество Король».
func isStyled(phrase string) bool {
	owner, rest, _ := strings.Cut(lower(phrase), " ")
	style, title, _ := strings.Cut(rest, " ")
	return isOwners(owner) && postNeuters.Has(style) && title != ""
}

// placesIn puts states and towns that act, «Армения и Казахстан», into a case; false where
// that is not all that the phrase names.
func (h House) placesIn(phrase string, c Case) (string, bool) {
	var b strings.Builder
	for rest := phrase; ; {
		at, mark := firstOf(rest, ", ", " и ")
		first, _ := utf8.DecodeRuneInString(rest)
		if _, known := findPlace(lower(rest[:at])); !known || !isCapital(first) {
			return "", false
		}
		b.WriteString(h.DeclinePlace(rest[:at]).Forms[c] + mark)
		if mark == "" {
			return b.String(), true
		}
		rest = rest[at+len(mark):]
	}
}

// firstOf is where the first of the marks stands in a text, and which that is; the length of
// the text and "" where there is none.
func firstOf(text string, marks ...string) (at int, mark string) {
	at = len(text)
	for _, one := range marks {
		if i := strings.Index(text, one); i >= 0 && i < at {
			at, mark = i, one
		}
	}
	return at, mark
}

func declineIn(phrase string, c Case) (form string, sure bool) {
	if at := strings.LastIndex(phrase, "» ("); at > 0 && strings.HasPrefix(phrase, "«") && strings.HasSuffix(phrase, ")") { // «Проба» (Минск)
		form, sure = declineIn(phrase[:at+len("»")], c)
		return form + phrase[at+len("»"):], sure
	}
	if first, joint, rest := quotedBefore(phrase); joint != "" {
		form, sure = declineIn(first, c)
		more, certain := declineIn(rest, c)
		return form + joint + more, sure && certain
	}
	open, inner, end, quoted := unquote(phrase)
	p := parse(inner)
	form, sure = p.declineIn(inner, c)
	if quoted { // о «Единстве»
		_, next := p.nounPhrase(0)
		sure = sure && next == len(p.low)
	}
	return open + form + end, sure
}

// quotedBefore parts a list that begins with what is in quotation marks: «Северный поток», транзит газа.
func quotedBefore(phrase string) (first, joint, rest string) {
	if !strings.HasPrefix(phrase, "«") {
		return phrase, "", ""
	}
	at := strings.Index(phrase, "»")
	if at < 0 || strings.Count(phrase[:at], "«") != 1 {
		return phrase, "", ""
	}
	at += len("»")
	for _, joint := range []string{", ", " и "} {
		if rest, joined := strings.CutPrefix(phrase[at:], joint); joined && rest != "" {
			return phrase[:at], joint, rest
		}
	}
	return phrase, "", ""
}

func (p *parsed) declineIn(phrase string, c Case) (form string, sure bool) {
	at := c.index()
	all, sure := p.nounPhrases(at)
	if len(all) == 0 {
		return phrase, c == Accusative && len(p.low) > 0 && p.isAbout(0)
	}
	form, certain, stays := all[0].staying(p, phrase, at)
	if stays {
		return form, certain
	}
	sure = sure && certain
	for _, one := range all {
		sure = one.decline(p) && sure && !one.isDoubtful(at)
	}
	return p.join()[at], sure
}

// staying is a phrase that begins with the noun and was typed in the case already, or in another that is no
// nominative; otherwise it tells whether it is certain that the phrase stands in the nominative.
func (n nounPhrase) staying(p *parsed, phrase string, at int) (form string, certain, stays bool) {
	asked := inCase(at)
	switch nominative := inCase(nom); {
	case n.fixed, !n.known:
	case n.features&nominative == 0 && n.features&asked != 0:
		return phrase, true, true
	case n.features&nominative == 0:
		return n.fromPrepositional(phrase, at), false, true
	case n.features&asked == 0 || at == acc:
	case n.isVerbal():
		return phrase, false, true // «подписания»: one in the genitive sooner than several
	case n.noun.forms[gen] != n.noun.forms[nom]:
		return "", n.isDeed(bare(p.low[n.head])), false
	}
	return "", true, false
}

// fromPrepositional puts a phrase that can stand in the prepositional alone into a case: «двойных
// дипломах», as behind «о». Any other stays.
func (n nounPhrase) fromPrepositional(phrase string, at int) string {
	if n.features&^inCase(prep) == 0 {
		if form, _, ok := recastFrom(phrase, prep, at); ok {
			return form
		}
	}
	return phrase
}

// isDeed reports a word that is the nominative of what is done or studied, though it is another noun's genitive too.
func (n nounPhrase) isDeed(word string) bool {
	found, _ := nounsOf(word)
	return n.noun.forms[nom] == word && !slices.ContainsFunc(found, func(l lexeme) bool {
		return l.features(word)&^inCase(nom)&^inCase(acc) != 0 && !l.yieldsTo(n.noun)
	})
}

// isVerbal reports a noun that names an action.
func (n nounPhrase) isVerbal() bool {
	return hasAnySuffix(n.noun.forms[nom], "ние", "тие", "вие")
}

// decline sets the forms of the words, and reports whether they are certain.
func (n nounPhrase) decline(p *parsed) bool {
	if n.fixed {
		return n.declineAgreeing(p)
	}
	if n.numeral >= 0 {
		guessed := p.guess
		return p.declineCounted(n.numeral) && p.guess == guessed
	}
	word, tail := trimTail(p.low[n.head])
	opening := word[:len(word)-len(strings.TrimLeft(word, "«„\"(“"))]
	word, closing := trimQuotes(word[len(opening):])
	noun, sure := n.nounForms(word)
	for k := range noun {
		noun[k] = opening + noun[k] + closing
	}
	p.set(n.head, noun.with(tail), sure)
	return n.declineAgreeing(p) && sure
}

// declineAgreeing sets the forms of what agrees with the noun: «студенческое радио».
func (n nounPhrase) declineAgreeing(p *parsed) bool {
	sure := true
	for _, i := range n.agreeing {
		word, tail := trimTail(p.low[i])
		opening, word, closing := inMarks(word)
		s, ok := agreeing(word, n.noun.animate)
		if figures, plural := strings.CutSuffix(word, "-е"); plural && isFigures(figures) && n.features.gender() == Plural {
			s = six{word, figures + "-х", figures + "-м", word, figures + "-ми", figures + "-х"} // 1990-е годы
		}
		if ok {
			for k := range s {
				s[k] = opening + s[k] + closing
			}
			p.set(i, s.with(tail), true)
		}
		sure = sure && ok
	}
	return sure
}

// isCounted reports whether a numeral puts the noun into the genitive.
func (n nounPhrase) isCounted() bool { return n.numeral >= 0 && n.number.last != 1 }

// nounForms are the six forms of the head as it was typed.
func (n nounPhrase) nounForms(word string) (six, bool) {
	if !n.known {
		s, sure := organisationHead(word)
		return s, sure
	}
	at, gender := 0, n.features.gender()
	own := n.noun.features(word[len(n.prefix):]) & n.features
	if gender == Plural || own&inCase(nom) == bit(pluralRow, nom) { // корма are several sooner than a stern
		at = 6
	}
	s := six(n.noun.forms[at : at+6])
	sure := n.known && !n.noun.joined && (at == 0 || gender == Plural)
	for k := range s {
		if s[k] == "" {
			s[k], sure = word, false
			continue
		}
		s[k] = n.prefix + s[k]
	}
	s[nom] = word
	return s, sure
}

// BeginsWithPreposition reports whether a phrase brings its own preposition:
// «в связи с юбилеем», «о ходе переговоров».
func BeginsWithPreposition(phrase string) bool {
	first, rest, _ := strings.Cut(strings.TrimSpace(phrase), " ")
	return strings.IndexFunc(rest, unicode.IsLetter) >= 0 && isPreposition(strings.ToLower(first)) || rest != "" && isPreposition(strings.ToLower(first))
}

// isPreposition reports the prepositions: Русская грамматика, 1980, §§ 1655–1662.
func isPreposition(word string) bool { return simplePrepositions.Has(word) }

var simplePrepositions = wordset.Of(`в во на о об обо с со к ко по от ото из изо за до для при про у над надо под подо перед передо без безо через чрез между меж
	среди ради кроме вместо вокруг около после против насчёт насчет относительно касательно касаемо согласно вопреки благодаря ввиду вследствие
	посредством путём путем накануне вслед напротив внутри вне возле близ вблизи вдоль сквозь свыше наряду вплоть помимо сверх включая исключая спустя`)

// inMarks parts a single word from the quotation marks around it: «зелёная».
func inMarks(word string) (opening, inner, closing string) {
	inner, opened := strings.CutPrefix(word, "«")
	inner, closed := strings.CutSuffix(inner, "»")
	if !opened || !closed {
		return "", word, ""
	}
	return "«", inner, "»"
}

// trimQuotes parts a word from the marks that close after it.
func trimQuotes(word string) (inner, closing string) {
	inner = strings.TrimRight(word, "»“”\")")
	return inner, word[len(inner):]
}
