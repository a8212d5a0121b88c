package template

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/regexp"
	"communique/editor/register"
	"communique/editor/wordset"
)

// englishNumber is Plural where an English verb agrees so.
func (f *filling) englishNumber(kind FieldKind, text string) (grammar.Gender, bool) {
	plural, sure := len(f.persons(text)) > 1, true
	if !plural && kind != Text && (namesTwo(text) || isOfSeveral(text) || withTheirs.MatchString(text)) {
		return grammar.Plural, true
	}
	text = strings.TrimPrefix(text, "The ")
	if kind != Text && hasPostBehind(text) { // «the Rev. John Probny, Rector of the Academy»
		text, _, _ = strings.Cut(text, ", ")
	}
	if !plural && (kind == Text || startsSmall(text) || isManyOfThem(text)) { // «the co-chairs», but «Ivan Peters»
		plural, sure = grammar.IsEnglishPlural(withoutName(kind, text))
	}
	if plural {
		return grammar.Plural, sure
	}
	return grammar.Unknown, sure
}

// withTheirs is somebody and who is theirs: «Anna Ozerova and her deputy».
var withTheirs = regexp.MustCompile(` and (?:his|her|their) `)

// withoutName is a post in small letters without the name behind it, which tells no number:
// «goalkeeper Peter Peters».
func withoutName(kind FieldKind, text string) string {
	words := strings.Fields(text)
	at := len(words)
	for at > 0 && !startsSmall(words[at-1]) {
		at--
	}
	if kind == Text || at == 0 || len(words)-at < 2 || englishPrepositions.Has(words[at-1]) {
		return text
	}
	return strings.Join(words[:at], " ")
}

// isManyOfThem reports who is many though named with a capital or in figures: «22 states»,
// «Armed Forces».
func isManyOfThem(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	body, _, _ := strings.Cut(text, " of ")
	return unicode.IsDigit(first) || strings.HasSuffix(body, " Forces")
}

// namesTwo reports two people whose names an «and» joins, and no post for two
// fields: «Anna Ozerova and Peter Sample», not «Minister of Trade and Industry».
func namesTwo(text string) bool {
	before, after, joined := strings.Cut(text, " and ")
	if joined && strings.HasSuffix(before, ",") && strings.Contains(strings.TrimSuffix(before, ","), ", ") { // «Anna Ozerova, Minister of Trade, and her husband»
		return true
	}
	if joined && startsSmall(after) && !strings.Contains(before, " of ") { // «Chair and members of the Council»
		plural, sure := grammar.IsEnglishPlural(after)
		return plural && sure
	}
	return joined && namesWithTitles(before, after)
}

// namesWithTitles is namesTwo of what stands before and behind the «and».
func namesWithTitles(before, after string) bool {
	if post, name, of := strings.Cut(after, " of the "); of && isTitle(post) && isNames(before) && !isTitle(before) { // «… and Speaker of the Senate Anna Ozerova»
		return isNames(name)
	}
	if name, state, _ := strings.Cut(after, " of "); isNames(state+" "+state) && !isTitle(before) { // «King Ivan and Queen Anna of Probia»
		after = name
	}
	return isNames(before) && isNames(after)
}

// isOfSeveral reports what several are with their names behind it: «Olympic champions Anna Ozerova
// and Jane Sample».
func isOfSeveral(text string) bool {
	before, _, joined := strings.Cut(text, " and ")
	words := strings.Fields(before)
	at := len(words) - 1
	for at >= 0 && !startsSmall(words[at]) {
		at--
	}
	if !joined || at < 0 || !strings.HasSuffix(words[at], "s") {
		return false
	}
	of := slices.ContainsFunc(words[:at], func(word string) bool { return englishPrepositions.Has(word) })
	return isNames(strings.Join(words[at+1:], " ")) || !of && at+2 == len(words) // «sisters Anna and Jane Sample»
}

func isNames(text string) bool {
	all := strings.Fields(text)
	return len(all) > 1 && !slices.ContainsFunc(all, func(word string) bool {
		first, _ := utf8.DecodeRuneInString(word)
		return !unicode.IsUpper(first) || strings.HasSuffix(word, ",")
	})
}

// englishNamed is whom the registers know by an English name.
func (f *filling) englishNamed(text string) (register.Person, bool) {
	for _, p := range f.known.People {
		if p.English != "" && (p.English == text || p.EnglishShort == text) {
			return p, true
		}
	}
	return register.Person{}, false
}

// asTyped is somebody as a person wrote them in English: where a comma parts the
// name from the post, either can be had alone.
func asTyped(p placeholder, text string) string {
	name, title, parted := strings.Cut(text, ", ")
	switch {
	case !parted && isCountryWithThe(text):
		return withCountryArticle(text)
	case !parted && p.word == full && theirs.MatchString(text):
		return "the " + text
	case !parted && p.word == full && withoutArticle(text) == text:
		return withTheEach(text)
	case strings.HasPrefix(text, "The ") && (isTitle(name[len("The "):]) || isBody(name[len("The "):]) || startsSmall(name[len("The "):])):
		return "the " + text[len("The "):]
	case !parted, p.word == full, p.word == "":
		return text
	case p.word == post:
		return title
	}
	return name
}

// theirs are people told by whose or of what they are: women of Probia, relatives and friends of Anna Ozerova.
var theirs = regexp.MustCompile(`^(?:women|people|peoples|families|(?:(?:relatives|friends|family) and )?(?:relatives|friends)) of `)

// withTheEach puts the article before a post or a body, and before each of two bodies or
// states: «European Union and United Nations».
func withTheEach(text string) string {
	if !namesTwo(text) && (isTitle(text) || isBody(text) || isOneUnnamed(text)) {
		return "the " + text
	}
	before, after, joined := strings.Cut(text, " and ")
	if !joined {
		return text
	}
	if !isBody(before) && !isCountryWithThe(before) {
		return text
	}
	if isBody(after) || isCountryWithThe(after) {
		after = "the " + after
	}
	return "the " + before + " and " + after
}

// isOneUnnamed reports one person who is called by nothing but what they do: «chief dispatcher».
func isOneUnnamed(text string) bool {
	plural, sure := grammar.IsEnglishPlural(text)
	first, _, _ := strings.Cut(text, " ")
	return sure && !plural && strings.ToLower(text) == text && !determiners.Has(first) && !strings.ContainsAny(text, "0123456789“‘") && !strings.Contains(text, " and ")
}

// isCountryWithThe reports a state that the program knows, by a name that has the article.
func isCountryWithThe(text string) bool {
	return countriesWithThe.MatchString(text) && (isEnglishPlace(text) || withThe.Has(text) || namesWithThe[text])
}

func startsSmall(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(first)
}

// titles are the nouns of posts by which somebody may be named alone.
var titles = wordset.Of(`president minister secretary secretary-general representative ambassador chief head director
	chairman chairperson chair spokesperson spokesman spokeswoman commander governor speaker king queen pope envoy
	rector dean mayor moderator physician prosecutor ombudsman prefect captain`)

// isTitle reports a post without a name and without an article: «Press
// Secretary», «Chief of the Joint Staff».
func isTitle(text string) bool {
	words := strings.Fields(strings.ToLower(text))
	if withoutArticle(text) != text {
		return false
	}
	if _, name, of := strings.Cut(text, "Secretary of State "); of && isNames(name) { // the title of a state's minister stands as President does
		return false
	}
	if strings.HasSuffix(strings.ToLower(text), "secretary general") {
		return true
	}
	for i, word := range words {
		if word == "of" || word == "for" || word == "to" {
			return i > 0 && titles.Has(strings.TrimPrefix(words[i-1], "vice-"))
		}
	}
	return len(words) > 0 && titles.Has(strings.TrimPrefix(words[len(words)-1], "vice-"))
}
