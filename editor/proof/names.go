package proof

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/words"
	"communique/editor/wordset"
)

// standing is a gender and a case in which a name can stand.
type standing struct {
	gender grammar.Gender
	c      grammar.Case
}

// firstNameStands are the cases that a form of a first name can be; nil for no first name
// whose gender is known.
func firstNameStands(text string) []standing {
	if !startsUpper(text) || !isCyrillic(text) || utf8.RuneCountInString(text) < 3 || !isTitle(text) {
		return nil
	}
	var all, own []standing
	for _, lemma := range firstNameLemmas(text) {
		if !mayBeNamed(lemma, text) {
			continue
		}
		gender, ok := grammar.GenderOf(lemma)
		if !ok {
			continue
		}
		forms := grammar.House{}.DeclinePerson(gender, lemma).Forms
		into := &all
		if lemma == text && (forms[grammar.Nominative] == forms[grammar.Dative] || hasObliqueEnding(text)) {
			into = &own
		}
		for c, form := range forms {
			if form == text || soundsAs(form, text) {
				*into = append(*into, standing{gender, c})
			}
		}
	}
	if len(all) == 0 { // a form of another name is no name that is not declined: «Анне»
		return own
	}
	return all
}

// soundsAs reports whether two forms differ by the vowel behind a hissing letter alone, which follows the stress that nobody
// knows of a rare name: «Бунафшей», «Бунафшой».
func soundsAs(form, text string) bool {
	stem, ends := strings.CutSuffix(form, "ей")
	return ends && stem+"ой" == text && strings.ContainsAny(stem[max(0, len(stem)-len("ш")):], "жшчщц")
}

// mayBeNamed reports whether a text may be a form of a first name.
func mayBeNamed(lemma, text string) bool {
	return grammar.IsGivenName(lemma) && (lemma+"а" != text || !hardlyMen.Has(lemma))
}

// hardlyMen are names of men, hardly borne, whose forms look like the names of many women.
var hardlyMen = wordset.Of("Ирин Марин Кристин Карин Нин Галин Полин Анн Светлан Елен Алин Диан")

// hasObliqueEnding reports whether a word ends as the forms of names do in a case in which hardly a
// name is given: «Ниной» is of «Нина».
func hasObliqueEnding(text string) bool {
	return slices.ContainsFunc([]string{"ой", "ей", "ом", "ем", "у", "ю", "ы", "е"}, func(e string) bool { return strings.HasSuffix(text, e) })
}

// firstNameLemmas are what a form may be of.
func firstNameLemmas(text string) []string {
	lemmas := []string{text}
	for _, e := range []struct {
		ending string
		puts   []string
	}{
		{"а", []string{""}},
		{"у", []string{"", "а"}},
		{"ом", []string{""}},
		{"ем", []string{"й", "ь", ""}}, // «Жоржем»
		{"е", []string{"", "а", "я", "й", "ь"}},
		{"я", []string{"й", "ь"}},
		{"ю", []string{"й", "ь", "я"}},
		{"ы", []string{"а"}},
		{"и", []string{"а", "я", "ь"}},
		{"ии", []string{"ий", "ия"}},
		{"ой", []string{"а"}},
		{"ей", []string{"а", "я"}},
		{"ёй", []string{"а", "я"}}, // «Ильёй»
		{"ью", []string{"ь"}},
	} {
		stem, ok := strings.CutSuffix(text, e.ending)
		if !ok || len(stem) < len("Ян") {
			continue
		}
		for _, put := range e.puts {
			lemmas = append(lemmas, stem+put)
		}
		if whole := changingStems[stem]; whole != "" {
			lemmas = append(lemmas, whole)
		}
	}
	return lemmas
}

// changingStems are the stems of first names that lose a vowel where they are declined.
var changingStems = map[string]string{"Павл": "Павел", "Льв": "Лев", "Петр": "Пётр"}

// isTitle reports whether a word has one capital, the first letter of it or of its parts.
func isTitle(text string) bool {
	_, size := utf8.DecodeRuneInString(text)
	return isLower(text[size:]) || strings.Contains(text, "-")
}

// fullName is a first name with its surname in a text.
type fullName struct {
	first, last int // tokens
	stands      []standing
	agree       bool
}

// names are the first names with surnames behind them whose cases are known.
func (p *passage) names() []fullName {
	var found []fullName
	for i := 0; i < len(p.tokens); i++ {
		n, ok := p.nameAt(i)
		if !ok {
			continue
		}
		found = append(found, n)
		i = n.last
	}
	return found
}

// nameAt is the name that begins at a token; false for none.
func (p *passage) nameAt(i int) (fullName, bool) {
	if !p.is(i, word) || !p.wordFollows(i) || p.tokens[i].address || !startsUpper(p.piece(i)) {
		return fullName{}, false
	}
	last := p.surnameAfter(i)
	surname := surnameStands(p.piece(last))
	switch {
	case isRoman(p.piece(last)): // «Пётр I»
		surname = everyStanding()
	case surname == nil:
		surname = p.rareSurnameStands(i, last)
	}
	if surname == nil || p.isNoSurname(i, last) {
		return fullName{}, false
	}
	first := firstNameStands(p.piece(i))
	if first == nil || p.surnameBefore(i, first) {
		return fullName{}, false
	}
	if last > i+2 { // the patronymic between them agrees too
		if middle := surnameStands(p.piece(i + 2)); middle != nil {
			surname = inBoth(surname, middle)
		}
	}
	if both := inBoth(first, surname); len(both) > 0 {
		return fullName{first: i, last: last, stands: both, agree: true}, true
	}
	return fullName{first: i, last: last, stands: first}, true
}

// isNoSurname reports whether what looks like the surname of the first name at i is something else: another first name, a
// particle, or the two are a surname and its name, or belong to a post.
func (p *passage) isNoSurname(i, last int) bool {
	return p.isMiddleName(last) || p.namesSurnameFirst(i, last) || p.belongsToPost(i, last) || grammar.IsNameParticle(p.piece(last))
}

// namesSurnameFirst reports whether a surname stands before a first name: «Бердымухамедов Гурбангулы».
func (p *passage) namesSurnameFirst(i, last int) bool {
	const shortest = 6 // letters: «Лев»
	ends := slices.ContainsFunc([]string{"ов", "ев", "ова", "ева"}, func(e string) bool { return strings.HasSuffix(p.folded[i], e) })
	return ends && utf8.RuneCountInString(p.folded[i]) >= shortest && grammar.IsGivenName(p.piece(last)) && surnameStands(p.piece(last)) == nil
}

// belongsToPost reports whether what looks like a name is a post with its country («Султаном Омана»), or the country of the
// post before it («королевы Дании Мэри»).
func (p *passage) belongsToPost(i, last int) bool {
	inPlace := func(at int) bool { return slices.Contains(grammar.PlaceShows(p.piece(at)), grammar.Genitive) }
	return inPlace(last) && grammar.IsTitleNoun(p.piece(i)) || inPlace(i) && p.is(i-1, space) && grammar.IsTitleNoun(p.piece(i-2))
}

// isRoman reports whether a word is a number by which monarchs of one name are told apart.
func isRoman(text string) bool { return text != "" && strings.Trim(text, "IVX") == "" }

// wordFollows reports whether a space and a word stand behind a token.
func (p *passage) wordFollows(i int) bool { return p.is(i+1, space) && p.is(i+2, word) }

// surnameAfter is where the surname of a first name should stand: the next word, or the
// one behind the patronymic.
func (p *passage) surnameAfter(first int) int {
	next := first + 2
	if grammar.IsPatronymic(p.piece(next)) && p.wordFollows(next) && startsUpper(p.piece(next+2)) {
		return next + 2
	}
	return next
}

// isMiddleName reports whether what looks like a surname is a first name too, and the
// surname follows: the name begins with it.
func (p *passage) isMiddleName(i int) bool {
	return grammar.IsGivenName(p.piece(i)) && p.wordFollows(i) && surnameStands(p.piece(i+2)) != nil
}

// inBoth are the cases in which both the first name and the surname can stand.
func inBoth(first, surname []standing) []standing {
	var both []standing
	for _, s := range first {
		if slices.Contains(surname, s) {
			both = append(both, s)
		}
	}
	return both
}

// surnameBefore reports whether the surname of a first name stands before it, as in a
// list: «Пробный Сергей Семёнович», or it is one that two share.
// What somebody is («инженер») may look like one, and stands before a name without a patronymic.
func (p *passage) surnameBefore(i int, first []standing) bool {
	if p.sharesSurname(i) {
		return true
	}
	if !grammar.IsPatronymic(p.piece(i+2)) && slices.ContainsFunc(grammar.NounShows(p.piece(i-2)), func(s grammar.Shown) bool { return s.Animate }) {
		return false
	}
	return p.is(i-1, space) && p.is(i-2, word) && slices.ContainsFunc(surnameStands(p.piece(i-2)), func(s standing) bool { return slices.Contains(first, s) })
}

// sharesSurname reports the second of two first names whose surname is that of both, and so in the
// plural: «с Иваном и Марией Пробными».
func (p *passage) sharesSurname(i int) bool {
	return p.is(i-1, space) && p.is(i-2, word) && p.folded[i-2] == "и" && p.is(i-3, space) && p.is(i-4, word) && firstNameStands(p.piece(i-4)) != nil
}

// nameCase finds a first name and a surname in two cases, «Сергей Лаврова», and a name in
// a case that the preposition before it does not take: «с Гульнару Озерову».
func nameCase(p *passage, out *report) {
	for _, n := range p.people() {
		switch {
		case !n.agree:
			out.add(p, p.tokens[n.first].start, p.tokens[n.last].end)
		case p.prepositionDiffers(n):
			out.add(p, p.tokens[n.first-2].start, p.tokens[n.last].end)
		}
	}
}

// prepositionDiffers reports whether the preposition before a name takes none of its cases.
func (p *passage) prepositionDiffers(n fullName) bool {
	i := n.first - 2
	if !p.is(i, word) || !p.is(i+1, space) || !p.writtenAsPreposition(i) {
		return false
	}
	preposition := lower(p.piece(i))
	cases := grammar.CasesAfter(preposition)
	if cases == nil || preposition == "надо" || p.spareCase(i, preposition, p.piece(n.first)) {
		return false
	}
	return !slices.ContainsFunc(p.casesHere(i, preposition, cases), n.has)
}

func (n fullName) has(c grammar.Case) bool {
	return slices.ContainsFunc(n.stands, func(s standing) bool { return s.c == c })
}

// verbFollows reports whether a verb of which the name is the subject stands right
// behind it.
func (p *passage) verbFollows(n fullName) bool {
	if !p.is(n.last+1, space) || !p.is(n.last+2, word) {
		return false
	}
	text := lower(p.piece(n.last + 2))
	endings := []string{"л", "лся", "ет", "ит", "ёт", "ется", "ится"}
	if n.stands[0].gender == grammar.Feminine {
		endings = []string{"ла", "лась", "ет", "ит", "ёт", "ется", "ится"}
	}
	return slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(text, e) })
}

// verbGender finds a verb in the past that does not agree with the name before it:
// «Марат Пробный заявила».
func verbGender(p *passage, out *report) {
	for _, n := range p.people() {
		if !n.agree {
			continue
		}
		gender := p.genderOf(n)
		if verb, right := p.saysBefore(n.first, gender); right != "" {
			out.add(p, p.tokens[verb].start, p.tokens[n.last].end).Other = right
			continue
		}
		text := p.piece(n.last + 2)
		right := otherGender(text, gender)
		if right == "" || p.joined(n.first) {
			continue
		}
		out.add(p, p.tokens[n.first].start, p.tokens[n.last+2].end).Other = right
	}
	for i := range p.tokens {
		if !p.russian() || !p.is(i, word) || !p.wordFollows(i) {
			continue
		}
		if verb, right := p.nounDisagrees(i); right != "" {
			out.add(p, p.tokens[i].start, p.tokens[verb].end).Other = right
		}
	}
}

// genderOf is the gender of a name that stands as a subject; "" where it may be no subject, or of
// either gender. At the beginning of a sentence, before a verb of speaking, it is one.
func (p *passage) genderOf(n fullName) grammar.Gender {
	subject := p.beginsSentence(n.first) && speaking.Has(p.fold(n.last+2))
	var gender grammar.Gender
	for _, s := range n.stands {
		switch {
		case s.c == grammar.Nominative && (gender == "" || gender == s.gender):
			gender = s.gender
		case s.c == grammar.Nominative || !subject:
			return ""
		}
	}
	return gender
}

// speaking are verbs whose object is no person, in both genders.
var speaking = wordset.Of(`заявил заявила сказал сказала сообщил сообщила подчеркнул подчеркнула добавил добавила рассказал рассказала пояснил пояснила
	выразил выразила уточнил уточнила напомнил напомнила выступил выступила прибыл прибыла ответил ответила подписал подписала возглавил возглавила`)

// saysBefore is the verb before a name, behind a dash, and that verb in the gender of the
// name, where it is in the other: «…», – отметила Сергей Пробный. The post may stand
// between the two.
func (p *passage) saysBefore(first int, gender grammar.Gender) (verb int, right string) {
	verb = first - 2
	if p.is(verb, word) && !p.isDash(verb-2) && p.dashNear(verb) {
		if post := p.postBefore(first); post.start > 0 {
			verb = post.start - 2
		}
	}
	if !p.is(verb+1, space) || !p.is(verb, word) || !p.is(verb-1, space) || !p.isDash(verb-2) && p.piece(verb-2) != "-" {
		return verb, ""
	}
	return verb, otherGender(p.piece(verb), gender)
}

// dashNear reports whether nothing but words stands between a token and a dash before it.
func (p *passage) dashNear(i int) bool {
	const farthest = 24 // tokens
	for first := i - farthest; i >= max(first, 0); i-- {
		if p.is(i, sign) {
			return p.isDash(i) || p.piece(i) == "-"
		}
	}
	return false
}

// joined reports whether a name is the second of two («… и Анна Озерова»): the verb may
// be of both.
func (p *passage) joined(first int) bool {
	return p.is(first-1, space) && lower(p.piece(first-2)) == "и"
}

// otherGender is a verb in the past in the other gender, where it is not of the one that
// is given; "" where it is, and for every other word.
func otherGender(text string, gender grammar.Gender) string {
	var put string
	switch {
	case gender == grammar.Masculine && strings.HasSuffix(text, "лась"):
		put = strings.TrimSuffix(text, "лась") + "лся"
	case gender == grammar.Masculine && strings.HasSuffix(text, "ла"):
		put = strings.TrimSuffix(text, "а")
	case gender == grammar.Feminine && strings.HasSuffix(text, "лся"):
		put = strings.TrimSuffix(text, "лся") + "лась"
	case gender == grammar.Feminine && (strings.HasSuffix(text, "шёл") || strings.HasSuffix(text, "шел")):
		put = text[:len(text)-len("ёл")] + "ла"
	case gender == grammar.Feminine && strings.HasSuffix(text, "л"):
		put = text + "а"
	default:
		return ""
	}
	if !isLower(text) || len(grammar.NounShows(text)) > 0 || !slices.Contains(words.Known(words.Fold(text)), words.Fold(put)) {
		return ""
	}
	return put
}
