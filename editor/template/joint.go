package template

import (
	"slices"
	"strings"

	"communique/editor/grammar"
	"communique/editor/regexp"
	"communique/editor/release"
)

// joint puts literal text and values beside each other as one sentence.
type joint struct {
	b    strings.Builder
	stop bool // what was put last ends in a mark that ends a sentence
	// over says that the template's own mark fell away behind that: the sentence is over.
	over  bool
	value string // what was put last
}

// literal adds text of the template. Its mark falls away behind a value that
// has ended the sentence.
func (j *joint) literal(text string) {
	j.over = j.stop && text != "" && strings.ContainsRune(".?!", rune(text[0]))
	if j.over {
		text = text[1:]
	}
	if text != "" {
		j.b.WriteString(text)
		j.stop = false
	}
}

// rewrite replaces what stands there so far.
func (j *joint) rewrite(text string) {
	j.b.Reset()
	j.b.WriteString(text)
}

// endsThen reports words behind which it is said until when something is.
func endsThen(before string) bool {
	return strings.HasSuffix(before, " до ") || strings.HasSuffix(before, " until ")
}

// put adds the value of a placeholder that after follows.
func (f *filling) put(j *joint, p placeholder, after string) {
	field := f.template.field(p.field)
	switch {
	case field == nil:
		j.b.WriteString(p.source)
		return
	case f.given(*field).Text == "":
		f.putBlank(j, p, *field)
		return
	case p.agreeing != nil:
		j.b.WriteString(f.value(p))
		return
	}
	before := j.b.String()
	p.alone = before == "" && after == "" && !f.headline
	p.within, p.quoted, p.listed = after != "" || f.headline, opens(before), strings.HasSuffix(before, ": ")
	p.ends, p.asked = endsThen(before), strings.HasSuffix(before, " question from ")
	kept := f.makeRoom(before, &p, *field)
	value := f.fitted(f.behindIn(f.value(p), kept, p, *field), p, *field)
	if field.Kind == Choice {
		value = f.inNumber(value, after)
	}
	if p.word != in { // a place keeps its «on»
		value = f.withoutAbout(value, before, *field)
	}
	asked := strings.HasPrefix(after, "?") && strings.HasSuffix(kept, ": ") // Question: Is it so?
	if asked {
		value = unquoted(value)
	}
	if asked || j.beginsSentence(before, kept) {
		value = capitalised(value)
	}
	if saysItAlready(kept, value) {
		j.rewrite(strings.TrimSuffix(kept, " "))
		return
	}
	value = f.sinceTheDay(j, kept, p, *field, value)
	kept, value = f.englishBehind(j, kept, p, *field, value)
	f.doubtWithin(p, *field, value)
	f.mindComplement(j, kept, p, *field, value)
	if f.needsComma(value, *field, after) {
		value += ","
	}
	j.rewrite(f.before(kept, value))
	j.b.WriteString(value)
	j.stop = endsSentence(value)
	j.value = value
}

// beginsSentence reports a value at the beginning of a sentence: behind another sentence, or in the
// place of a capitalised preposition.
func (j *joint) beginsSentence(before, kept string) bool {
	return kept == "" && before != "" && before == capitalised(before) || strings.HasSuffix(kept, " ") && j.endsSentence(strings.TrimSpace(kept))
}

// saysItAlready reports a value that the one before it ends with: «35-летие университета» and
// then «университета».
func saysItAlready(before, value string) bool {
	return value != "" && strings.HasSuffix(strings.ToLower(before), " "+strings.ToLower(value)+" ")
}

// sinceTheDay is what is behind how many years it has been: what was done, «150 лет» and then «со дня рождения», or who has been
// for so long, «150 лет» and then «университету».
func (f *filling) sinceTheDay(j *joint, before string, p placeholder, field Field, value string) string {
	if !f.russian() || p.form != grammar.Genitive || j.value == "" || !strings.HasSuffix(before, j.value+" ") || !grammar.EndsInSpan(j.value) {
		return value
	}
	if !grammar.IsDeed(f.given(field).Text) {
		p.form = grammar.Dative
		return f.fitted(f.value(p), p, field)
	}
	return "со дня " + value
}

// mindComplement notes a value in the genitive right behind another that says already of what it
// is: «35-летие университета» and then «конференции».
func (f *filling) mindComplement(j *joint, before string, p placeholder, field Field, value string) {
	if !f.russian() || field.Kind != Text || p.form != grammar.Genitive || j.value == "" || before != j.value+" " && !strings.HasSuffix(before, " "+j.value+" ") {
		return
	}
	last := j.value[strings.LastIndexByte(j.value, ' ')+1:]
	if last == j.value || strings.HasSuffix(last, "»") {
		return
	}
	nominative := slices.ContainsFunc(grammar.NounShows(last), func(s grammar.Shown) bool { return s.Case == grammar.Nominative })
	if !nominative {
		f.guess(Guess{p.field, f.given(field).Text, value})
	}
}

// putBlank adds what stands for a field without a value: a text that other fields keep says
// that an optional one is missing too, instead of having a hole.
func (f *filling) putBlank(j *joint, p placeholder, field Field) {
	if f.sources {
		j.b.WriteString(f.value(p))
		return
	}
	if p.agreeing == nil {
		j.rewrite(f.withoutAsked(j.b.String(), field.Ask()))
	}
	j.b.WriteString(f.wanting(p, field))
}

// makeRoom is the text before a placeholder without the preposition that the value
// brings itself: «о», or the "on" for which days of two months have a "from".
func (f *filling) makeRoom(before string, p *placeholder, field Field) string {
	if f.keepsPreposition(field) {
		if cut := withoutPreposition(before, f.given(field).Text, f.russian()); cut != before {
			p.form = grammar.Nominative // it is in its case already
			return cut
		}
	}
	if p.form == grammar.Accusative && f.isClause(field) && f.given(field).Forms[p.form] == "" && !endsInPreposition(before) { // «обсудили, как …»
		p.form = grammar.Nominative
		return strings.TrimRight(before, " ") + ", "
	}
	text := f.given(field).Text
	if f.considersHow(before, *p, field) {
		p.form = grammar.Nominative
		return strings.TrimRight(before, " ") + ", как "
	}
	if cut, ok := strings.CutSuffix(before, " с целью "); ok {
		return withAim(before, cut, text, p)
	}
	if f.template.Language == "en" && field.Kind == Text && strings.HasPrefix(text, "that ") {
		return withoutPreposition(before, text, false) // "provides for" a thing, but "provides that …"
	}
	return f.withoutOn(before, p, field)
}

// withAim is what stands before an aim, of which cut lacks «с целью»: «проводится, чтобы …», «проводится с целью проверить …».
func withAim(before, cut, aim string, p *placeholder) string {
	switch {
	case strings.HasPrefix(strings.ToLower(aim), "чтобы "):
		p.form = grammar.Nominative
		return cut + ", "
	case grammar.IsInfinitive(aim):
		p.form = grammar.Nominative
	}
	return before
}

// considersHow reports a verb before what is to be done where a thing was asked for: «обсудили, как расширить обмен».
func (f *filling) considersHow(before string, p placeholder, field Field) bool {
	given := f.given(field)
	return f.russian() && field.Kind == Text && p.form == grammar.Accusative && given.Forms[p.form] == "" && considers.MatchString(before) && grammar.IsInfinitive(given.Text)
}

// considers ends in a verb behind which it may stand how something is done.
var considers = regexp.MustCompile(`(?:обсудил|обсужда|рассмотрел|рассматрива)\p{L}* $`)

// withoutOn is the text before days of several months without its "on": "from 30 September
// to 2 October 2024".
func (f *filling) withoutOn(before string, p *placeholder, field Field) string {
	on := before[max(0, len(before)-len("on ")):]
	if field.Kind == Date && p.word == "" && f.turn() == "" && strings.EqualFold(on, "on ") && f.runsOverMonths(f.given(field).Text) {
		p.word = span
		return strings.TrimSuffix(before, on)
	}
	return before
}

// isClause reports a field that holds a clause where a noun was asked for.
func (f *filling) isClause(field Field) bool {
	return f.russian() && field.Kind == Text && grammar.IsClause(f.given(field).Text)
}

// endsInPreposition reports a text whose last word is a preposition.
func endsInPreposition(text string) bool {
	trimmed := strings.TrimRight(text, " ")
	return grammar.BeginsWithPreposition(trimmed[strings.LastIndexAny(trimmed, " [(«")+1:] + " x")
}

// behindIn is a value in the prepositional with the form it has behind «в» and «на».
func (f *filling) behindIn(value, before string, p placeholder, field Field) string {
	words := strings.Fields(before)
	if p.form != grammar.Prepositional || field.Kind != Text || !f.russian() || len(words) == 0 {
		return value
	}
	switch strings.ToLower(words[len(words)-1]) {
	case "в", "во", "на":
		return grammar.BehindIn(value)
	}
	return value
}

// withoutAbout is an English topic without the "on" it was typed with, behind a verb that
// has none: "They discussed measures against floods".
func (f *filling) withoutAbout(value, before string, field Field) string {
	if f.template.Language != "en" || field.Kind != Text || !strings.HasSuffix(before, "ed ") {
		return value
	}
	return strings.TrimPrefix(strings.TrimPrefix(value, "on "), "about ")
}

// fitted is a value with the quotation marks of its language and place.
func (f *filling) fitted(value string, p placeholder, field Field) string {
	if f.russian() {
		value = withDashes(guillemets(value))
	} else if f.template.Language == "en" {
		if value = curly(value); !p.quoted {
			value = withArticlesWithin(value)
		}
		value = withDashes(value)
	}
	if field.Kind == Text && p.quoted {
		return f.nested(value)
	}
	return value
}

// withDashes is a value whose hyphens between blanks, and between the years of a span, are the dashes they stand for: «План
// на 2026–2028 годы».
func withDashes(value string) string {
	value = strings.ReplaceAll(value, " - ", " – ")
	return yearsOfSpan.ReplaceAllString(value, "$1$2–$3$4")
}

var yearsOfSpan = regexp.MustCompile(`(^|[^\p{L}\d-])((?:19|20)\d\d)-((?:19|20)\d\d)([^\p{L}\d-]|$)`)

// keepsPreposition reports a value that stays as it was typed, with the preposition
// it begins with.
func (f *filling) keepsPreposition(field Field) bool {
	text := f.given(field).Text
	if field.Kind == Time {
		_, read := grammar.ParseTimes(text)
		return !read && f.bringsPreposition(text)
	}
	if action, ok := actionOf(text); ok && !f.russian() && action != text { // "to build"
		return false
	}
	return field.Kind == Text && f.bringsPreposition(text) && !f.isClause(field) // в безопасности ли экипаж
}

// runsOverMonths reports days of several months, behind which "on" cannot stand.
func (f *filling) runsOverMonths(text string) bool {
	from, until, ok := grammar.ParseDates(text)
	return ok && f.template.Language == "en" && (from.Month != until.Month || from.Year != until.Year)
}

// tidied is a text as a person gave it, with the quotation marks of the language
// and, within a sentence of the template, without marks at its end and with its dates
// as the office writes them; what the template quotes keeps them.
func (f *filling) tidied(p placeholder, kind FieldKind, text string) string {
	if kind != Text && kind != Time {
		return text
	}
	if p.within || p.agreeing != nil {
		text = withoutStop(strings.TrimRight(text, ",;:! "))
	}
	if kind == Text && p.within && !p.quoted {
		text = f.withDates(p, f.withoutNumbers(text))
	}
	quoted := curly
	if f.russian() {
		quoted = guillemets
	}
	text = quoted(text)
	if f.standsWithin(p, kind) {
		text = f.uncapitalised(p, text)
	}
	return text
}

// uncapitalised is a value as it stands within a sentence, in the languages in which the program knows what is a name.
func (f *filling) uncapitalised(p placeholder, text string) string {
	switch {
	case f.russian() && p.word != in && (!f.read(text).named || isNominative(firstWord(text))):
		return grammar.WithinSentence(text)
	case f.template.Language == "en" && p.asked && mayBeOutlet(text):
		f.guess(Guess{p.field, text, text})
		return text
	case f.template.Language == "en" && (p.word != in || isCommonPlace(text)):
		return withinSentence(text)
	}
	return text
}

// standsWithin reports a value that the template's sentence goes on with, so that the capital with which it was typed is none of its own.
func (f *filling) standsWithin(p placeholder, kind FieldKind) bool {
	return kind == Text && !p.quoted && !p.alone && (p.within || p.agreeing != nil) && !f.template.field(p.field).Named
}

// bringsPreposition reports whether a value begins with a preposition, which
// then stands in the place of the template's: «о {subject.prep}», «по итогам
// встречи».
func (f *filling) bringsPreposition(value string) bool {
	if f.russian() {
		return grammar.BeginsWithPreposition(value)
	}
	first, rest, _ := strings.Cut(value, " ")
	return rest != "" && englishPrepositions.Has(strings.ToLower(first))
}

// withoutPreposition cuts the preposition with which a text ends, for the one that
// a value brings: of «в связи с» only the «с», where that is the value's own.
func withoutPreposition(text, value string, russian bool) string {
	own, _, _ := strings.Cut(strings.ToLower(value), " ")
	for _, long := range []string{"в связи с ", "in connection with "} {
		if strings.HasSuffix(strings.ToLower(text), long) && !strings.HasSuffix(long, " "+strings.TrimSuffix(own, "о")+" ") {
			return text[:len(text)-len(long)]
		}
	}
	for _, whole := range []string{"с целью ", "по инициативе "} { // behind which no preposition stands
		if strings.HasSuffix(strings.ToLower(text), whole) {
			return text[:len(text)-len(whole)]
		}
	}
	trimmed := strings.TrimSuffix(text, " ")
	start := strings.LastIndexAny(trimmed, " [(«") + 1
	word := strings.ToLower(trimmed[start:])
	if len(trimmed) == len(text) || word == "" {
		return text
	}
	if russian && grammar.BeginsWithPreposition(word+" x") || !russian && englishPrepositions.Has(word) {
		return text[:start]
	}
	return text
}

// block is the text of a block. One that a person gave as whole sentences ends
// with a mark, whether they put it or not.
func (f *filling) block(b release.Block) string {
	if b.Kind == release.List { // its lines begin as they were typed
		return listed(f.text(b.Text))
	}
	text := f.sentence(b.Text)
	if text == "" || endsBlank(text) || !f.russian() && f.template.Language != "en" {
		return text
	}
	if b.Kind == release.Quotation {
		text = unquoted(text)
	}
	f.doubtDeed(b, text)
	if b.Kind == release.Paragraph && !strings.HasSuffix(b.Text, ";") {
		text = strings.TrimRight(text, ";")
	}
	if endsOpen(b, text) {
		return text
	}
	return strings.TrimRight(text, ",") + "."
}
