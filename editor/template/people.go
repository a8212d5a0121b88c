package template

import (
	"slices"
	"strings"

	"communique/editor/grammar"
	"communique/editor/regexp"
	"communique/editor/register"
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
	if f.russian() {
		text = withoutIncluded(text)
	}
	switch kind := field.Kind; {
	case !f.russian():
		return f.englishNumber(kind, text)
	case f.namesSeveral(kind, text):
		return grammar.Plural, true
	case isOfPeople(kind) && f.genderBehindPost(text) != grammar.Unknown:
		return f.genderBehindPost(text), true
	case !f.read(text).named && (!isOfPeople(kind) || !grammar.IsPersonsName(text)):
		if g, sure := grammar.Agreement(text); sure || g == grammar.Plural || !isOfPeople(kind) || isCalledBody(text) {
			return g, sure
		}
	}
	return genderOfPerson(f.read(text).known, text)
}

// namesSeveral reports several who are parted, are states, share a post or a name, or sign for several sides.
func (f *filling) namesSeveral(kind FieldKind, text string) bool {
	return len(f.persons(text)) > 1 || isOfPeople(kind) && (areStates(text) || f.read(text).isOfSeveral() || len(ofSides.FindAllString(text, 2)) > 1)
}

// ofSides begin those who sign for several: «от Эфиопии – Пробов, от Кувейта – Озеров».
var ofSides = regexp.MustCompile(`(?:^|[,;] | и )(?:от|за|со стороны) `)

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
		form, ok := f.body(p, one)
		switch {
		case ok:
		case f.russian() && f.template.field(p.field).Kind == Text && isThing(one): // a topic among those that semicolons part
			form = f.asPhrase(p, one)
		default:
			form = f.person(p, one)
		}
		all = append(all, form)
	}
	if !f.russian() {
		return f.englishList(all)
	}
	joinsItself := func(one string) bool { return strings.Contains(one, " и ") }
	if last := len(all) - 1; last > 0 && f.template.field(p.field).Kind == Text && strings.Contains(text, "; ") && slices.ContainsFunc(all, joinsItself) {
		return strings.Join(all[:last], ", ") + ", а также " + all[last]
	}
	return f.russianList(p, all)
}

// relativesOf parts those who are near to somebody from whose they are, which stays: «родные и близкие» and «профессора
// Пробного».
func relativesOf(text string) (those, of string) {
	if found := relativeOf.FindStringSubmatch(text); found != nil && grammar.IsNameInGenitive(found[3]) {
		return found[1], found[2] + " " + found[3]
	}
	found := nearTo.FindStringSubmatch(text)
	if found == nil || !beginsInGenitive(found[2]) {
		return "", ""
	}
	return found[1], found[2]
}

// isCalledBody reports a body by the noun with which it begins: Министерство водных ресурсов и ирригации.
func isCalledBody(text string) bool {
	return grammar.GuessKind(text) == grammar.Organisation && isNominative(strings.ToLower(firstWord(text)))
}

// beginsInGenitive reports one in the genitive with the adjectives that agree: профессора, народного артиста.
func beginsInGenitive(text string) bool {
	isGenitive := func(s grammar.Shown) bool { return s.Case == grammar.Genitive && s.Gender != grammar.Plural }
	first, rest, _ := strings.Cut(text, " ")
	if slices.ContainsFunc(grammar.NounShows(first), isGenitive) {
		return true
	}
	return rest != "" && slices.ContainsFunc(grammar.AdjectiveShows(first), isGenitive) && beginsInGenitive(rest)
}

// relativeOf is one of the family of somebody whose post stands before the name: вдова академика Павла Пробного.
var relativeOf = regexp.MustCompile(`^((?i:вдова|вдовец|жена|муж|супруга|супруг|дочь|сын|мать|отец|сестра|брат|семья|внук|внучка)) (\p{Ll}[\p{L}-]+) (\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+){1,2})$`)

var nearTo = regexp.MustCompile(`^((?i:родные|близкие|родственники|друзья|коллеги|соратники|ученики|родители|дети|(?:семья|семьи|вдова|жена|супруга|муж|мать|отец|родители|дети|братья|сёстры)(?:,| и) ` + nearest + `)(?:(?:, | и )` + nearest + `)*) (\p{Ll}.*)$`)

// nearest are those who may stand behind another who is near to somebody.
const nearest = `(?:родные|близкие|родственники|друзья|коллеги|соратники|ученики|дети|внуки|родители|братья|сёстры)`

// body declines who acts and is no person: «главы делегаций», «Секретариат
// Совета».
func (f *filling) body(p placeholder, text string) (string, bool) {
	if form, ok := others[text]; ok {
		return form[p.form], true
	}
	if those, of := relativesOf(text); those != "" && f.russian() {
		form, _ := f.house.InCase(those, p.form)
		return form + " " + of, true
	}
	if f.russian() && areStates(text) {
		form, _ := f.house.InCase(text, p.form)
		return form, true
	}
	if one := f.read(text); !f.russian() || one.post() != "" || one.named || grammar.IsPersonsName(text) {
		return "", false
	}
	if _, isNoun := grammar.Agreement(text); !isNoun && !isCalledBody(text) {
		return "", false
	}
	if g, _ := grammar.Agreement(text); g == grammar.Plural { // Руководители служб
		text = grammar.WithinSentence(text)
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
