package template

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/wordset"
)

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

const (
	// longestList and longestOne are how long a list of people in one line is, and one of them, in bytes. What is longer is a text
	// that somebody has put into a field, each comma of which would be tried with each other.
	longestList = 6000
	longestOne  = 600
)

// apart parts «Анна Озерова и Министр обороны Пётр Образцов»; a text of which
// a part names nobody stays whole. What stands behind one is asked for again and again, and parted once.
func (f *filling) apart(text string) []string {
	if len(text) > longestList {
		return []string{text}
	}
	if !f.russian() {
		return eachWithTitle(text)
	}
	all, ok := f.parted[text]
	if !ok {
		all = f.partsOf(text)
		if f.parted == nil {
			f.parted = map[string][]string{}
		}
		f.parted[text] = all
	}
	return all
}

// partsOf is apart of what was not parted yet.
func (f *filling) partsOf(text string) []string {
	if all := surnames(text); all != nil {
		return all
	}
	for _, separator := range []string{", а также ", ", и ", ", ", " и "} {
		for at := 0; ; {
			i := strings.Index(text[at:], separator)
			if i < 0 || at+i > longestOne {
				break
			}
			i += at
			at = i + len(separator)
			first, rest := text[:i], f.apart(text[at:])
			if separator == ", и " && !isWithPostBehind(first) {
				continue
			}
			if f.areTogether(first, rest[0], separator != ", ") {
				return append(eachOfCompanies(first), rest...)
			}
		}
	}
	return []string{text}
}

// eachOfCompanies are several companies that commas part, «чемпионы Европы, тренеры сборных»; any other text is one.
func eachOfCompanies(text string) []string {
	all := strings.Split(text, ", ")
	if slices.ContainsFunc(all, func(one string) bool { return !grammar.IsOfSeveral(one) }) {
		return []string{text}
	}
	return all
}

// isWithPostBehind reports somebody with the post behind the name: «Анна Озерова, министр труда».
func isWithPostBehind(text string) bool {
	_, _, _, behind := grammar.PostBehind(text)
	return behind
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

// withoutCapitalsIn is a list of people that was typed in capitals throughout, as a text has them: «космонавты Анна Озерова и
// Иван Пробный». One alone is read as it is.
func withoutCapitalsIn(text string) string {
	if strings.ToUpper(text) != text || !strings.Contains(text, " ") {
		return text
	}
	if grammar.GuessKind(text) == grammar.Organisation && !strings.ContainsAny(text, "«\"") { // ПРЕСС-СЛУЖБА МИНИСТЕРСТВА
		return smallBut(text)
	}
	if !strings.Contains(text, " И ") {
		return text
	}
	all := strings.Split(text, " И ")
	for i, one := range all {
		title, name := grammar.SplitPost(one, nil)
		if first, more, _ := strings.Cut(one, " "); title == "" && grammar.NounShows(first) != nil && grammar.IsPersonsName(more) { // КОСМОНАВТЫ АННА ОЗЕРОВА
			title, name = first, more
		}
		words := strings.Fields(name)
		for k, word := range words {
			_, size := utf8.DecodeRuneInString(word)
			words[k] = word[:size] + strings.ToLower(word[size:])
		}
		all[i] = strings.TrimSpace(strings.ToLower(title) + " " + strings.Join(words, " "))
	}
	return strings.Join(all, " и ")
}

// smallBut is a body that was typed in capitals, without them but for its abbreviations.
func smallBut(text string) string {
	words := strings.Fields(text)
	for i, word := range words {
		if low := strings.ToLower(word); grammar.NounShows(low) != nil || grammar.AdjectiveShows(low) != nil || len(words[i]) <= 2 {
			words[i] = low
		}
	}
	return strings.Join(words, " ")
}

// areStates reports a list of nothing but states and towns that are known: «Норвегия, Исландия и Дания».
func areStates(text string) bool {
	all := strings.Split(strings.ReplaceAll(text, " и ", ", "), ", ")
	return len(all) > 1 && !slices.ContainsFunc(all, func(one string) bool { return !grammar.IsKnownPlace(one) })
}

// areTogether reports two who stand beside each other, of whom one at least is certainly
// somebody; the last may be of the company.
func (f *filling) areTogether(first, next string, last bool) bool {
	switch named := f.read(next).named; {
	case f.read(first).named:
		return named || mayBeName(next) || (last || grammar.IsOfSeveral(next)) && isCompany(next) // «Анна Озерова, инженеры» are several
	case named && isCompanyBefore(first, last):
		return true
	default:
		return named && mayBeName(first) || last && grammar.GuessKind(first) == grammar.Post && withChief.Has(firstWord(next))
	}
}

// isCompanyBefore reports several, or a body of people, before somebody who is named: «спортсмены 11 стран, чемпионка Азии Анна
// Озерова», «сборная Ирана и тренер Иван Пробный»; but not «космонавты, Герои России Анна Озерова и Иван Пробный».
func isCompanyBefore(first string, last bool) bool {
	if companies.Has(strings.ToLower(firstWord(first))) {
		return true
	}
	unnamed := !last || startsSmall(first[strings.LastIndexByte(first, ' ')+1:]) // not «супруги Иван и Мария Пробные»
	return unnamed && grammar.IsOfSeveral(first)
}

// companies are bodies of people who are named beside one of them.
var companies = wordset.Of("делегация сборная команда коллектив экипаж семья группа хор ансамбль оркестр труппа отряд")

// withChief are who is named beside one who has a post: «глава Агентства и делегация».
var withChief = wordset.Of("делегация коллектив руководство команда члены сотрудники работники депутаты сопровождающие представители эксперты специалисты ветераны студенты преподаватели")

func firstWord(text string) string {
	first, _, _ := strings.Cut(text, " ")
	return first
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
