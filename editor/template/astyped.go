package template

import (
	"slices"
	"strings"

	"communique/editor/regexp"
	"communique/editor/spelling/english"
	"communique/editor/wordset"
)

// asTyped is somebody as a person wrote them in English: where a comma parts the
// name from the post, either can be had alone.
func asTyped(p placeholder, text string) string {
	if post, name, ok := postBeforeName(text); ok {
		if !isOwner(firstWord(post)) { // Ghana's Minister of Trade
			post = "the " + post
		}
		text = post + ", " + name
		if asksForWhole(p) {
			return text
		}
	}
	if areUnnamed(text) {
		text = withoutCapital(text)
	}
	if strings.Contains(text, ", ") {
		return asTypedInParts(p, text)
	}
	return asTypedInOne(p, text)
}

// asksForWhole reports a placeholder for somebody with name and post, and not for one of the two.
func asksForWhole(p placeholder) bool {
	return p.word == full || p.word == ""
}

// asTypedInParts is asTyped of somebody whose name a comma parts from the post, whichever of them comes first.
func asTypedInParts(p placeholder, text string) string {
	name, title, _ := strings.Cut(text, ", ")
	whole := asksForWhole(p)
	if !whole && isPostThenName(withoutArticle(name), title) {
		name, title = title, strings.Replace(name, "The ", "the ", 1)
	}
	switch {
	case isPostThenName(name, title): // Governor of Probia, Anna Ozerova
		if whole {
			return "the " + text
		}
		return text
	case strings.HasPrefix(name, "The ") && isUnnamedBehindThe(name):
		return "the " + text[len("The "):]
	case whole:
		return text
	case p.word == post:
		return title
	}
	return name
}

// isPostThenName reports a post that stands before the comma, with the name behind it.
func isPostThenName(first, second string) bool {
	return isTitle(first) && isNames(withoutHonorific(second))
}

// asTypedInOne is asTyped of somebody whom no comma parts into name and post.
func asTypedInOne(p placeholder, text string) string {
	switch {
	case isCountryWithThe(text):
		return withCountryArticle(text)
	case p.word == full && theirs.MatchString(text):
		return "the " + text
	case p.word == full && withoutArticle(text) == text:
		return withTheEach(text)
	case strings.HasPrefix(text, "The ") && isUnnamedBehindThe(text):
		return "the " + text[len("The "):]
	}
	return text
}

// isUnnamedBehindThe reports a post, a body or a word in small letters behind the article of a text: it is no name
// of which the article is a part, and so the article has no capital within a sentence.
func isUnnamedBehindThe(text string) bool {
	behind := text[len("The "):]
	return isTitle(behind) || isBody(behind) || startsSmall(behind)
}

// postBeforeName parts a long post from the name behind it, between which English has a comma: the Minister of Health of
// Probia, Anna Ozerova. Where the post ends tells a courtesy, a state or a body that is known, or what a minister is for.
func postBeforeName(text string) (post, name string, ok bool) {
	if strings.Contains(text, ",") || namesTwo(text) || strings.Contains(text, "Secretary of State ") { // which stands as President does
		return "", "", false
	}
	words := strings.Fields(withoutArticle(text))
	link := lastIndex(words, linksPost)
	if at := courtesyAt(words); at > max(link, 0) {
		post, name = strings.Join(words[:at], " "), strings.Join(words[at:], " ")
		return post, name, (link > 0 || strings.HasPrefix(strings.ToLower(text), "the ")) && isTitle(post)
	}
	if link > 0 {
		return knownPostBeforeName(words, link)
	}
	return "", "", false
}

// knownPostBeforeName is postBeforeName where no courtesy tells where the name begins: the post is the longest one that
// ends, behind the link, in what is known. Names are tried from the shortest one.
func knownPostBeforeName(words []string, link int) (post, name string, ok bool) {
	const longestName = 4
	for at := len(words) - 2; at > link+1 && len(words)-at <= longestName; at-- {
		post, name = strings.Join(words[:at], " "), strings.Join(words[at:], " ")
		if mayPartAt(words, link, at) && isNames(name) && isTitle(post) && !isNoName(words[at]) {
			return post, name, true
		}
	}
	return "", "", false
}

// mayPartAt reports a word at which a name may begin: the post before it ends in something known, or in an everyday word
// where the words from there on are none.
func mayPartAt(words []string, link, at int) bool {
	if englishPrepositions.Has(words[at-1]) || beginsPlaceName.Has(words[at-1]) || endsInInitial(words[at-1]) { // St Petersburg
		return false
	}
	if englishPrepositions.Has(words[at-2]) && isEnglishPlace(words[at-1]) { // Head of the Office in Bishkek
		return true
	}
	return endsPost(strings.TrimPrefix(strings.Join(words[link+1:at], " "), "the ")) || english.IsCommon(strings.ToLower(words[at-1])) && !slices.ContainsFunc(words[at:], isListed)
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
var officers = wordset.Of("Sheikh Sheikha Prince Princess Ambassador General Colonel Major Lieutenant Captain Admiral Vice Rear Brigadier Commodore Marshal Sergeant Professor Academician Col. Gen. Maj. Lt. Capt. Adm.")

// endsPost reports the last words of a post that are known for a state, a body or what somebody is in charge of.
func endsPost(of string) bool {
	last := strings.ToLower(of[strings.LastIndexByte(of, ' ')+1:])
	abbreviation := len(of) > 1 && strings.ToUpper(of) == of
	return abbreviation || isEnglishPlace(of) || isEnglishPlace("the "+of) || namesWithThe[of] || countriesWithThe.MatchString(of) || bodies.Has(last) || linkedBodies.Has(last) || gatherings.Has(last) || partsOfNature.Has(last) || portfolios.Has(last) || partsOfWorld.Has(of[strings.LastIndexByte(of, ' ')+1:])
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
var portfolios = wordset.Of(`climate water migration refugees youth affairs health defence defense finance economy education science culture justice energy transport agriculture trade industry labour labor interior development environment
	security sport sports tourism statistics customs staff republic federation kingdom parliament state region oblast city university academy hospital company corporation holding museum theatre`)

// theirs are people told by whose or of what they are: women of Probia, relatives and friends of Anna Ozerova.
var theirs = regexp.MustCompile(`^(?:women|people|peoples|families|widow|wife|husband|mother|father|parents|children|family|staff|team|crew|(?:(?:relatives|friends|family) and )?(?:relatives|friends)) of `)

// withTheEach puts the article before a post or a body, and before each of two bodies or
// states: «European Union and United Nations».
func withTheEach(text string) string {
	if owner := strings.ReplaceAll(firstWord(text), "’", "'"); isOwner(owner) { // Probia's Olympic Committee
		return text
	} else if strings.HasSuffix(owner, "'s") { // museum's director Anna Ozerova
		return "the " + text
	}
	return withTheEachOfTwo(text)
}

// withTheEachOfTwo is withTheEach of who is not told by whose they are.
func withTheEachOfTwo(text string) string {
	if !namesTwo(text) && (isTitle(text) && !endsInName(text) || isBody(text) || isOneUnnamed(text)) {
		return "the " + text
	}
	before, after, joined := strings.Cut(text, " and ")
	if !joined {
		return text
	}
	if areHeadsOf(before, after) {
		return "the " + text
	}
	if mayBeTwoPosts(text) {
		return "the " + text
	}
	if isAlsoTitle(before, after) {
		return before + " and the " + after
	}
	if !isBody(before) && !isCountryWithThe(before) {
		return text
	}
	if isBody(after) || isCountryWithThe(after) {
		after = "the " + after
	}
	return "the " + before + " and " + after
}

// isAlsoTitle reports one who has a post beside several who have one: Presidents of five states and President of the Council.
func isAlsoTitle(before, after string) bool {
	return haveTitleInCommon(before) && isTitle(after) && !endsInName(after)
}

// areHeadsOf reports who are the heads of two states that are known.
func areHeadsOf(before, after string) bool {
	heads, state, _ := strings.Cut(before, " of ")
	return headsOfStates.Has(strings.ToLower(heads)) && isEnglishPlace(state) && isEnglishPlace(after)
}

// headsOfStates are who each state has one of.
var headsOfStates = wordset.Of("presidents kings queens heads speakers premiers governors mayors ambassadors")

// endsInName reports a post that goes on to a name, though nothing tells where: no article stands before it then.
func endsInName(text string) bool {
	words := strings.Fields(text)
	last := len(words) - 1
	unknown := func(word string) bool { return !startsSmall(word) && !isListed(word) }
	return last > 2 && unknown(words[last]) && unknown(words[last-1]) && !endsPost(words[last-1]+" "+words[last]) && !endsPost(words[last])
}
