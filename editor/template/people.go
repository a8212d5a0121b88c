package template

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/wordset"
)

// genders are in the order in which a placeholder gives a verb's forms.
var genders = [...]grammar.Gender{grammar.Masculine, grammar.Feminine, grammar.Neuter, grammar.Plural}

// agreeing is the form of a verb that agrees with what a field holds. Where that
// is not certain the form is noted as a guess.
func (f *filling) agreeing(p placeholder, field Field, text string) string {
	g, sure := f.gender(field, text)
	if field.Kind == Text && f.russian() && !f.asked[p.field] && grammar.IsMany(text) { // «подписано 21 соглашение. Документы предусматривают»
		g, sure = grammar.Plural, true
	}
	at := 0
	switch {
	case len(p.agreeing) == 2 && g == grammar.Plural:
		at = 1
	case len(p.agreeing) == 4:
		for i, one := range genders {
			if one == g {
				at = i
			}
		}
	}
	form := p.agreeing[at]
	for _, other := range p.agreeing {
		if !sure && other != form {
			f.guess(Guess{p.field, text, form})
			break
		}
	}
	return f.spell(form)
}

// gender is how a verb agrees with what a field holds.
func (f *filling) gender(field Field, text string) (grammar.Gender, bool) {
	if field.Named {
		return numberOfNames(text), true
	}
	switch kind := field.Kind; {
	case !f.russian():
		return f.englishNumber(kind, text)
	case len(f.persons(text)) > 1, isOfPeople(kind) && f.read(text).isOfSeveral():
		return grammar.Plural, true
	case isOfPeople(kind) && f.genderBehindPost(text) != grammar.Unknown:
		return f.genderBehindPost(text), true
	case !f.read(text).named && (!isOfPeople(kind) || !grammar.IsPersonsName(text)):
		if g, sure := grammar.Agreement(text); sure || g == grammar.Plural || !isOfPeople(kind) {
			return g, sure
		}
	}
	return genderOfPerson(f.read(text).known, text)
}

// genderOfPerson is that of somebody who was typed as text.
func genderOfPerson(p register.Person, text string) (grammar.Gender, bool) {
	switch {
	case p.Gender != grammar.Unknown:
		return p.Gender, true
	case p.Name() == "":
		return grammar.Agreement(text)
	}
	if g, sure := grammar.GenderOf(p.Name()); g != grammar.Unknown {
		return g, sure
	}
	return grammar.Masculine, false
}

// genderBehindPost is that of a name of one word behind a post, which the post does not tell:
// «тренер Назгуль» is a woman; Unknown where the name does not tell it for certain.
func (f *filling) genderBehindPost(text string) grammar.Gender {
	one := f.read(text)
	if one.named || len(one.typed.Posts) == 0 || one.typed.Name() == "" {
		return grammar.Unknown
	}
	if g, sure := grammar.GenderOf(one.typed.Name()); sure {
		return g
	}
	return grammar.Unknown
}

func isOfPeople(kind FieldKind) bool { return kind == Person || kind == People }

// enumerate writes one person or several as a sentence lists them.
func (f *filling) enumerate(p placeholder, text string) string {
	var all []string
	for _, one := range f.persons(text) {
		if form, ok := f.body(p, one); ok {
			one = form
		} else {
			one = f.person(p, one)
		}
		all = append(all, one)
	}
	if f.russian() {
		return grammar.Enumerate(all, "и")
	}
	return f.englishList(all)
}

// body declines who acts and is no person: «главы делегаций», «Секретариат
// Совета».
func (f *filling) body(p placeholder, text string) (string, bool) {
	if form, ok := others[text]; ok {
		return form[p.form], true
	}
	if one := f.read(text); !f.russian() || one.post() != "" || one.named || grammar.IsPersonsName(text) {
		return "", false
	}
	if _, isNoun := grammar.Agreement(text); !isNoun {
		return "", false
	}
	if p.form == grammar.Nominative {
		return f.spell(text), true
	}
	form, sure := f.house.InCase(text, p.form)
	if !sure {
		f.guess(Guess{p.field, text, form})
	}
	return form, true
}

// persons parts a list of people: one a line, parted by semicolons, or joined
// as in a sentence where each part names somebody.
func (f *filling) persons(text string) []string {
	var all []string
	for _, one := range strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == ';' }) {
		if one = withoutStop(strings.TrimRight(one, ",:! ")); strings.TrimSpace(one) == "" {
			continue
		}
		named, and := f.withoutOthers(strings.TrimSpace(one))
		all = append(append(all, f.apart(named)...), and...)
	}
	return all
}

// others end a list of people: «Иван Пробный и другие».
var others = map[string]grammar.Forms{"др.": alike("др."), "другие": {
	grammar.Nominative: "другие", grammar.Genitive: "других", grammar.Dative: "другим",
	grammar.Accusative: "других", grammar.Instrumental: "другими", grammar.Prepositional: "других",
}}

func alike(word string) grammar.Forms {
	forms := grammar.Forms{}
	for _, c := range grammar.Cases() {
		forms[c] = word
	}
	return forms
}

// withoutOthers parts a list of people from «и другие» at its end.
func (f *filling) withoutOthers(text string) (named string, and []string) {
	for word := range others {
		if named, ends := strings.CutSuffix(text, " и "+word); ends && f.russian() {
			return strings.TrimRight(named, ","), []string{word}
		}
	}
	return text, nil
}

// apart parts «Анна Озерова и Министр обороны Пётр Образцов»; a text of which
// a part names nobody stays whole.
func (f *filling) apart(text string) []string {
	if !f.russian() {
		return []string{text}
	}
	if all := surnames(text); all != nil {
		return all
	}
	for _, separator := range []string{", а также ", ", ", " и "} {
		for at := 0; ; {
			i := strings.Index(text[at:], separator)
			if i < 0 {
				break
			}
			i += at
			at = i + len(separator)
			first, rest := text[:i], f.apart(text[at:])
			if f.areTogether(first, rest[0], separator != ", ") {
				return append([]string{first}, rest...)
			}
		}
	}
	return []string{text}
}

// surnames parts a list of nothing but surnames, one word each, of which one at least is
// certainly somebody's: «Пробный, Озерова, Бидна».
func surnames(text string) []string {
	all := strings.Split(strings.ReplaceAll(text, " и ", ", "), ", ")
	certain := false
	for _, one := range all {
		first, _ := utf8.DecodeRuneInString(one)
		if !unicode.IsUpper(first) || strings.Contains(one, " ") || grammar.GuessKind(one) != grammar.Person || grammar.NounShows(one) != nil {
			return nil
		}
		certain = certain || grammar.IsSurname(one)
	}
	if len(all) < 2 || !certain {
		return nil
	}
	return all
}

// areTogether reports two who stand beside each other, of whom one at least is certainly
// somebody; the last may be of the company.
func (f *filling) areTogether(first, next string, last bool) bool {
	switch named := f.read(next).named; {
	case f.read(first).named:
		return named || mayBeName(next) || last && isCompany(next)
	default:
		return named && mayBeName(first)
	}
}

// mayBeName reports a name that is in no table beside one that is known to be somebody's: two
// words with capitals that are nothing else.
func mayBeName(text string) bool {
	words := strings.Fields(text)
	lacksCapital := func(word string) bool {
		first, _ := utf8.DecodeRuneInString(word)
		return !unicode.IsUpper(first)
	}
	return len(words) == 2 && !slices.ContainsFunc(words, lacksCapital) && grammar.GuessKind(text) == grammar.Person && grammar.AdjectiveShows(words[0]) == nil
}

// isCompany reports who is with somebody and is called by no name: «её супруг», «члены
// делегации», «фонд «Проба»». It is an organisation, or begins with a small letter and a noun
// that is no form of another case.
func isCompany(text string) bool {
	if grammar.GuessKind(text) == grammar.Organisation {
		return true
	}
	first, _ := utf8.DecodeRuneInString(text)
	_, sure := grammar.Agreement(text)
	return unicode.IsLower(first) && sure
}

// postFirst is a person with the post in front, as it is written, who was typed with it
// behind: «Президент клуба Анна Озерова» for «Анна Озерова, Президент клуба».
func postFirst(text string) string {
	name, _, post, behind := grammar.PostBehind(text)
	if !behind || strings.Contains(post, ", ") {
		return text
	}
	if _, another := grammar.SplitPost(post, nil); another != "" {
		return text // «Анна Озерова, министр Иван Пробный»
	}
	return post + " " + name
}

// somebody is what a text that should name a person says.
type somebody struct {
	typed register.Person // as the text has them
	known register.Person // as the registers have them, or as typed
	named bool            // it is certain that the text names a person
}

// read reads a text that should name a person, once for all placeholders.
func (f *filling) read(text string) somebody {
	if one, ok := f.people[text]; ok {
		return one
	}
	var one somebody
	ok := false
	line := text
	if f.russian() {
		line = postFirst(text)
	}
	if one.typed, one.known, ok = f.known.Read(line); !ok {
		one.known = one.typed
	}
	one.named = ok || isNamed(one.typed)
	if f.people == nil {
		f.people = map[string]somebody{}
	}
	f.people[text] = one
	return one
}

// post is the post that the text has before the name, "" for none.
func (s somebody) post() string {
	if len(s.typed.Posts) == 0 {
		return ""
	}
	return s.typed.Posts[0].Title
}

// isOfSeveral reports a post of several, or a name that several share.
func (s somebody) isOfSeveral() bool {
	return grammar.IsOfSeveral(s.post()) || grammar.IsFamily(s.typed.Name())
}

// isNamed reports whether it is certain that a text names somebody.
func isNamed(typed register.Person) bool {
	name := typed.Name()
	words := strings.Fields(name)
	if len(words) < 2 || len(words) > 5 {
		return isTitled(typed)
	}
	capitals := 0 // «Назгуль Жанель кызы», «Иван бен Пробный»
	for _, word := range words {
		if first, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(first) {
			capitals++
		}
	}
	if first, _ := utf8.DecodeRuneInString(words[0]); capitals < 2 || !unicode.IsUpper(first) {
		return false
	}
	_, sure := grammar.GenderOf(name)
	sure = sure || hasInitials(words) || grammar.IsPersonsName(name) // who it is is certain, if not whether a man or a woman
	if len(typed.Posts) > 0 {                                        // «приём по случаю Дня Независимости» names nobody
		title := typed.Posts[0].Title // nor does «уход из жизни депутата Пробного И.И.»
		return grammar.GuessKind(title) == grammar.Post || sure && !grammar.IsThing(title)
	}
	return sure && grammar.GuessKind(name) == grammar.Person
}

// isTitled reports somebody of one name, as a post tells that needs no more: «архиепископ
// Пробский Матфей», but not the first of «епископ Пробский и Образцовский».
func isTitled(typed register.Person) bool {
	name := typed.Name()
	if len(typed.Posts) == 0 || strings.Contains(name, " ") || strings.HasSuffix(name, "ский") || strings.HasSuffix(name, "цкий") {
		return false
	}
	first, _ := utf8.DecodeRuneInString(name)
	title := typed.Posts[0].Title
	return unicode.IsUpper(first) && grammar.GuessKind(title) == grammar.Post && grammar.GenderOfPost(title) != grammar.Unknown
}

// hasInitials reports a surname before or behind initials.
func hasInitials(words []string) bool {
	return endsInInitial(words[0]) || endsInInitial(words[len(words)-1])
}

// phrase writes a text field as its placeholder asks for it: people as people,
// a place as a place, and anything else as nouns with what depends on them.
func (f *filling) phrase(p placeholder, text string) string {
	if p.word == clock {
		return f.spell(f.clock(text))
	}
	if !f.russian() {
		return f.englishPhrase(p, text)
	}
	switch {
	case p.word == in && (grammar.BeginsWithPreposition(text) || adverbs.Has(strings.ToLower(text))):
		return f.spell(text)
	case p.word == in:
		return f.where(p, text)
	case p.form == grammar.Nominative && p.within:
		return f.spell(text)
	case p.form == grammar.Nominative:
		return text
	case grammar.IsClause(text):
		return f.spell(grammar.ClauseIn(text, p.form))
	case f.namesPeople(text):
		p.word = full
		return f.enumerate(p, text)
	}
	if known, ok := f.known.Place(text); ok {
		return f.declined(p, text, known.Declined(f.house))
	}
	form, sure := f.house.InCase(text, p.form)
	if !sure {
		f.guess(Guess{p.field, text, form})
	}
	return form
}

// namesPeople reports a text that names somebody, or several who are parted as people are.
func (f *filling) namesPeople(text string) bool {
	return f.read(text).named || len(f.persons(text)) > 1 && !grammar.BeginsWithPreposition(text)
}

// adverbs say where without a preposition.
var adverbs = wordset.Of("онлайн дистанционно очно заочно удалённо удаленно")

// beginsWithTime reports where and when somebody meets: «8.30, вход С».
func beginsWithTime(text string) bool {
	first, _, _ := strings.Cut(strings.ReplaceAll(text, ",", " "), " ")
	_, ok := grammar.ParseTimes(first)
	return ok && strings.ContainsAny(first, ".:") // not «3 полигона»
}

// where puts a place that is no name, «пресс-центр Секретариата», behind its
// preposition.
func (f *filling) where(p placeholder, text string) string {
	if beginsWithTime(text) {
		return f.spell("в " + text)
	}
	known, ok := f.known.Place(text)
	if !ok {
		known.Name = text
	}
	d := known.Declined(f.house)
	if form, sure := f.house.InCase(text, grammar.Prepositional); d.Guess && sure && !ok {
		return d.Preposition + " " + grammar.BehindIn(form)
	}
	return f.place(p, text)
}
