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
	plural, sure := len(f.persons(text)) > 1, true
	if !plural && kind != Text && (namesTwo(text) || isOfSeveral(text) || withTheirs.MatchString(text)) {
		return grammar.Plural, true
	}
	text = strings.TrimPrefix(text, "The ")
	if kind != Text && areUnnamed(text) {
		text = strings.ToLower(text)
	}
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
	if post, name, ok := postBeforeName(text); ok {
		text = "the " + post + ", " + name
		if p.word == full || p.word == "" {
			return text
		}
	}
	if areUnnamed(text) {
		text = strings.ToLower(text[:1]) + text[1:]
	}
	name, title, parted := strings.Cut(text, ", ")
	if parted && p.word != full && p.word != "" && isTitle(withoutArticle(name)) && isNames(withoutHonorific(title)) {
		name, title = title, name
	}
	switch {
	case parted && isTitle(name) && isNames(withoutHonorific(title)): // Governor of Probia, Anna Ozerova
		if p.word == full || p.word == "" {
			return "the " + text
		}
		return text
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

// postBeforeName parts a long post from the name behind it, between which English has a comma: the Minister of Health of
// Probia, Anna Ozerova. Where the post ends tells a courtesy, a state or a body that is known, or what a minister is for.
func postBeforeName(text string) (post, name string, ok bool) {
	if strings.Contains(text, ",") || namesTwo(text) || strings.Contains(text, "Secretary of State ") { // which stands as President does
		return "", "", false
	}
	words := strings.Fields(withoutArticle(text))
	link := lastIndex(words, func(word string) bool { return word == "of" || word == "for" || word == "to" })
	if at := courtesyAt(words); at > max(link, 0) {
		post, name = strings.Join(words[:at], " "), strings.Join(words[at:], " ")
		return post, name, (link > 0 || strings.HasPrefix(strings.ToLower(text), "the ")) && isTitle(post)
	}
	const longestName = 4
	for at := len(words) - 2; link > 0 && at > link+1 && len(words)-at <= longestName; at-- {
		post, name = strings.Join(words[:at], " "), strings.Join(words[at:], " ")
		known := endsPost(strings.TrimPrefix(strings.Join(words[link+1:at], " "), "the ")) || english.IsCommon(strings.ToLower(words[at-1])) && !slices.ContainsFunc(words[at:], isListed)
		if known && isNames(name) && isTitle(post) && !isNoName(words[at]) {
			return post, name, true
		}
	}
	return "", "", false
}

// courtesyAt is where a name begins that has a courtesy or a rank before it, and a name behind that: Ms. Anna Ozerova, Major
// General Ivan Probny, but not the General of "General Staff"; -1 where none does.
func courtesyAt(words []string) int {
	for i, word := range words {
		if i == 0 || !honorifics.Has(word) && !officers.Has(word) {
			continue
		}
		at := i
		for at < len(words) && (honorifics.Has(words[at]) || officers.Has(words[at])) {
			at++
		}
		if isNames(strings.Join(words[at:], " ")) && (honorifics.Has(words[at-1]) || !isNoName(words[at])) {
			return i
		}
	}
	return -1
}

// officers are ranks that stand before names.
var officers = wordset.Of("General Colonel Major Lieutenant Captain Admiral Vice Rear Brigadier Commodore Marshal Sergeant Professor Academician Col. Gen. Maj. Lt. Capt. Adm.")

// endsPost reports the last words of a post that are known for a state, a body or what somebody is in charge of.
func endsPost(of string) bool {
	last := strings.ToLower(of[strings.LastIndexByte(of, ' ')+1:])
	abbreviation := len(of) > 1 && strings.ToUpper(of) == of
	return abbreviation || isEnglishPlace(of) || isEnglishPlace("the "+of) || namesWithThe[of] || countriesWithThe.MatchString(of) || bodies.Has(last) || linkedBodies.Has(last) || gatherings.Has(last) || portfolios.Has(last) || partsOfWorld.Has(of[strings.LastIndexByte(of, ' ')+1:])
}

// isListed reports a word that English has in small letters, and so no name that nothing but names bear.
func isListed(word string) bool {
	const frequent, veryFrequent = 7, 10 // Hall is hardly a name, Anna is
	found := english.Words().Find(strings.ToLower(word))
	return found >= veryFrequent || found >= frequent && english.Words().Find(word) == 0
}

// partsOfWorld may end the posts of those who are in charge of them.
var partsOfWorld = wordset.Of("Asia Europe Africa America Caucasus Pacific Caribbean East West North South Eurasia Balkans")

// isNoName reports a word that is not the first one of anybody's name: Division, Hall; but Anna, Mark.
func isNoName(word string) bool {
	const shortest = len("Hall") // Xi
	if partsOfWorld.Has(word) {
		return true
	}
	return len(word) >= shortest && isListed(word) && (english.Words().Find(word) == 0 || buildings.Has(strings.ToLower(word)) || word == "Hall" || word == "House")
}

func lastIndex(words []string, is func(string) bool) int {
	for i := len(words) - 1; i >= 0; i-- {
		if is(words[i]) {
			return i
		}
	}
	return -1
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

// honorifics stand before names, and withoutHonorific is a name without them.
var honorifics = wordset.Of("Mr. Ms. Mrs. Miss Mr Ms Mrs Dr. Dr Prof. Prof Sir Dame Lord Lady")

func withoutHonorific(name string) string {
	first, more, _ := strings.Cut(strings.TrimPrefix(name, "H.E. "), " ")
	if honorifics.Has(first) {
		return more
	}
	return name
}

// portfolios are what ministers and heads of departments are in charge of.
var portfolios = wordset.Of(`affairs health defence defense finance economy education science culture justice energy transport agriculture trade industry labour labor interior development environment
	security sport sports tourism statistics customs staff republic federation kingdom parliament state region oblast city university academy hospital company corporation holding museum theatre`)

// theirs are people told by whose or of what they are: women of Probia, relatives and friends of Anna Ozerova.
var theirs = regexp.MustCompile(`^(?:women|people|peoples|families|widow|wife|husband|mother|father|parents|children|family|staff|team|crew|(?:(?:relatives|friends|family) and )?(?:relatives|friends)) of `)

// withTheEach puts the article before a post or a body, and before each of two bodies or
// states: «European Union and United Nations».
func withTheEach(text string) string {
	if !namesTwo(text) && (isTitle(text) && !endsInName(text) || isBody(text) || isOneUnnamed(text)) {
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

// endsInName reports a post that goes on to a name, though nothing tells where: no article stands before it then.
func endsInName(text string) bool {
	words := strings.Fields(text)
	last := len(words) - 1
	unknown := func(word string) bool { return !startsSmall(word) && !isListed(word) }
	return last > 2 && unknown(words[last]) && unknown(words[last-1]) && !endsPost(words[last-1]+" "+words[last]) && !endsPost(words[last])
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
var titles = wordset.Of(`president minister secretary representative ambassador chief head director
	chairman chairperson chair spokesperson spokesman spokeswoman commander governor speaker king queen pope envoy
	rector dean provost chancellor commissioner administrator principal coordinator rapporteur judge mayor moderator physician prosecutor ombudsman prefect captain registrar plenipotentiary emir sultan attorney auditor consul solicitor comptroller treasurer superintendent commandant curator`)

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
	for i, word := range words {
		if word == "of" || word == "for" || word == "to" {
			return i > 0 && (isTitleWord(words[i-1]) || words[i-1] == "general" && i > 1 && isTitleWord(words[i-2])) // Director General for Trade
		}
	}
	return len(words) > 0 && isTitleWord(words[len(words)-1])
}

// isTitleWord reports the noun of a post, also in a compound: vice-rector, director-general.
func isTitleWord(word string) bool {
	return titles.Has(word) || slices.ContainsFunc(strings.Split(word, "-"), titles.Has)
}
