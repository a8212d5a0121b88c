package template

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/regexp"
	"communique/editor/register"
	"communique/editor/spelling/english"
	"communique/editor/wordset"
)

// englishNumber is Plural where an English verb agrees so.
func (f *filling) englishNumber(kind FieldKind, text string) (grammar.Gender, bool) {
	plural := len(f.persons(text)) > 1
	if !plural && kind != Text && areTwoOrMore(text) {
		return grammar.Plural, true
	}
	text = strings.TrimPrefix(text, "The ")
	switch {
	case strings.HasSuffix(text, " Staff") && !strings.Contains(text, " and "): // the General Staff has
		return grammar.Unknown, true
	case !plural && isOneBodyOfTwoFields(text):
		return grammar.Unknown, true
	case !plural && kind != Text && areTwoPosts(text):
		return grammar.Plural, false
	}
	return numberOfNamed(kind, text, plural)
}

// isOneBodyOfTwoFields reports a body whose name says what two fields it works in: the Culture and Art Development Foundation.
func isOneBodyOfTwoFields(text string) bool {
	field, body, joined := strings.Cut(strings.TrimPrefix(text, "the "), " and ")
	words := strings.Fields(body)
	if !joined || len(words) < 2 || slices.ContainsFunc(strings.Fields(field), startsSmall) || ordinal.MatchString(words[0]) || slices.ContainsFunc(words, startsSmall) || isBody(field) || isAbbreviation(field) || isNamedPlace(field) {
		return false
	}
	last := strings.ToLower(words[len(words)-1])
	return bodies.Has(last) || linkedBodies.Has(last) || gatherings.Has(last) || ensembles.Has(last)
}

// numberOfNamed is englishNumber of who is named otherwise; plural is known of several who are parted.
func numberOfNamed(kind FieldKind, text string, plural bool) (grammar.Gender, bool) {
	sure := true
	if kind != Text || isOneWithPostBehind(text) {
		text = whoActs(text)
	}
	if !plural && (kind == Text || startsSmall(text) || isManyOfThem(text)) { // «the co-chairs», but «Ivan Peters»
		plural, sure = grammar.IsEnglishPlural(withoutName(kind, text))
	}
	if plural {
		return grammar.Plural, sure
	}
	return grammar.Unknown, sure && (kind == Text || !mayBeTwoPosts(text))
}

// areTwoOrMore reports people of whom names or a title in common tell that they are several.
func areTwoOrMore(text string) bool {
	return namesTwo(text) || joinsBodies(text) || isOfSeveral(text) || withTheirs.MatchString(text) || haveTitleInCommon(strings.TrimPrefix(text, "The "))
}

// whoActs is who is named, without the post behind the name and without the capital of people who are called by what they are.
func whoActs(text string) string {
	if areUnnamed(text) {
		text = strings.ToLower(text)
	}
	if hasPostBehind(text) { // «the Rev. John Probny, Rector of the Academy»
		text, _, _ = strings.Cut(text, ", ")
	}
	return text
}

// mayBeTwoPosts reports two posts without names, which one or two people may have: «President and First Lady», but not
// «Minister of Trade and Industry».
func mayBeTwoPosts(text string) bool {
	before, after, joined := strings.Cut(text, " and ")
	if _, of, linked := strings.Cut(after, " of "); linked && namesAmong(strings.Fields(of)) > 1 { // … of Probia Ivan bin Probny
		return false
	}
	return joined && !strings.ContainsAny(before, ",“") && !slices.ContainsFunc(strings.Fields(before), linksPost) && isTitle(withoutArticle(before)) && !startsSmall(after) && isCommonPhrase(after)
}

// areTwoPosts reports two posts without names, each with what it is in charge of, which two people have rather than one: Minister of
// Education and Minister of Health.
func areTwoPosts(text string) bool {
	before, after, joined := strings.Cut(text, " and ")
	return joined && !strings.Contains(text, ",") && isPostOf(before) && isPostOf(strings.TrimPrefix(after, "the "))
}

// isPostOf reports a post without a name, told by what it is in charge of.
func isPostOf(text string) bool {
	return isTitle(text) && slices.ContainsFunc(strings.Fields(text), linksPost) && !endsInName(text)
}

// isCommonPhrase reports words of which none is a name's, up to the first preposition.
func isCommonPhrase(text string) bool {
	words := strings.Fields(text)
	if link := slices.IndexFunc(words, englishPrepositions.Has); link > 0 {
		words = words[:link]
	}
	return !slices.ContainsFunc(words, func(word string) bool { return !english.IsCommon(strings.ToLower(word)) })
}

// haveTitleInCommon reports several who are called by one title without names: Deputy Chairmen of two boards.
func haveTitleInCommon(text string) bool {
	words := strings.Fields(strings.ToLower(text))
	if link := slices.IndexFunc(words, englishPrepositions.Has); link >= 0 {
		words = words[:link]
	}
	if len(words) == 0 || slices.Contains(words, "and") {
		return false
	}
	last := words[len(words)-1]
	return !titles.Has(last) && titles.Has(strings.TrimSuffix(last, "s")) || strings.HasSuffix(last, "chairmen")
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
	within := func(word string) bool { return word != all[0] && word != all[len(all)-1] && withinNames.Has(word) }
	return len(all) > 1 && !slices.ContainsFunc(all, func(word string) bool {
		first, _ := utf8.DecodeRuneInString(word)
		return !unicode.IsUpper(first) && !within(word) || strings.HasSuffix(word, ",")
	})
}

// withinNames stand in small letters within names: Ivan bin Probny.
var withinNames = wordset.Of("bin ibn al el ben bint de da do dos del di du van von der den la le")

// englishNamed is whom the registers know by an English name.
func (f *filling) englishNamed(text string) (register.Person, bool) {
	for _, p := range f.known.People {
		if name := p.EnglishName(); name != "" && (name == text || p.EnglishShort == text) {
			return p, true
		}
	}
	return register.Person{}, false
}

// areUnnamed reports several who are called by what they are, with the capital of a sentence: Students, Ambassadors of
// three states, Doctors and nurses.
func areUnnamed(text string) bool {
	words := strings.Fields(text)
	if len(words) > 1 && (numbersInWords.Has(strings.ToLower(words[0])) || words[0] == "All") && startsSmall(words[1]) { // Two scientists
		return true
	}
	if len(words) == 0 || startsSmall(text) || !isListed(words[0]) || english.Words().Find(words[0]) > 0 || len(words) > 1 && !startsSmall(words[1]) || len(words) > 2 && !startsSmall(words[2]) { // Ministers of Agriculture
		return false
	}
	plural, sure := grammar.IsEnglishPlural(words[0])
	return plural && sure && words[0] != "Friends" // of the Earth
}

// withoutCapitals is who was typed in capitals throughout, as names are written; abbreviations that are known, or
// have no vowel, stay.
func withoutCapitals(text string) string {
	if strings.ToUpper(text) != text || len(strings.Fields(text)) < 2 {
		return text
	}
	words := strings.Split(text, " ")
	for i, word := range words {
		switch low := strings.ToLower(word); {
		case i > 0 && (low == "and" || low == "of" || low == "the" || low == "for"):
			words[i] = low
		case !withThe.Has(word) && strings.ContainsAny(low, "aeiouy"):
			words[i] = word[:1] + low[1:]
		}
	}
	return strings.Join(words, " ")
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
var titles = wordset.Of(`president minister premier secretary representative ambassador chief head director
	chairman chairperson chair spokesperson spokesman spokeswoman commander governor speaker king queen prince princess pope envoy
	rector dean provost chancellor commissioner administrator principal coordinator co-ordinator rapporteur judge mayor moderator physician prosecutor ombudsman prefect ceo cfo coo cto captain registrar plenipotentiary emir sultan attorney auditor consul solicitor comptroller treasurer superintendent commandant curator akim hokim khokim rais toraga mufti metropolitan patriarch archbishop bishop catholicos nuncio legate primate abbot ataman`)

// isTitle reports a post without a name and without an article: «Press
// Secretary», «Chief of the Joint Staff».
func isTitle(text string) bool {
	words := strings.Fields(strings.ToLower(text))
	if withoutArticle(text) != text || len(words) > 0 && determiners.Has(words[0]) { // His Highness the Emir
		return false
	}
	if _, name, of := strings.Cut(text, "Secretary of State "); of && isNames(name) { // the title of a state's minister stands as President does
		return false
	}
	if strings.HasSuffix(strings.ToLower(text), "secretary general") {
		return true
	}
	if link := slices.IndexFunc(words, linksPost); link >= 0 {
		return endsInTitle(words[:link])
	}
	return len(words) > 0 && isTitleWord(words[len(words)-1])
}

// linksPost reports a word that joins a post to what somebody is in charge of.
func linksPost(word string) bool {
	return word == "of" || word == "for" || word == "to"
}

// endsInTitle reports words that end in the noun of a post, also with "general" behind it: Director General for Trade.
func endsInTitle(words []string) bool {
	last := len(words) - 1
	return last >= 0 && (isTitleWord(words[last]) || words[last] == "general" && last > 0 && isTitleWord(words[last-1]))
}

// isTitleWord reports the noun of a post, also in a compound: vice-rector, director-general.
func isTitleWord(word string) bool {
	return titles.Has(word) || slices.ContainsFunc(strings.Split(word, "-"), titles.Has)
}
