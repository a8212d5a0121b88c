package template

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/regexp"
	"communique/editor/spelling/english"
	"communique/editor/wordset"
)

// asTypedOrGuessed is asTyped; where nothing tells where the post ends and the name begins, or whether a post that is
// in no table stands alone, what is most likely is written and noted.
func (f *filling) asTypedOrGuessed(p placeholder, text string) string {
	if len(f.persons(f.given(*f.template.field(p.field)).Text)) < 2 { // several have their «and» between them
		text = joinedPeople(text)
	}
	if lettersOf.MatchString(text) {
		text = "the " + text
	}
	written := asTyped(p, text)
	if f.template.Language != "en" || !asksForWhole(p) {
		return written
	}
	if post, _, ok := postBeforeName(text); ok && slices.ContainsFunc(behindLinks(withArticlesWithin(post)), lacksArticle) { // head of search team
		f.guess(Guess{p.field, text, asWritten(written)})
	}
	if post, name, ok := unknownPostBeforeName(text, written); ok {
		written = "the " + post + ", " + name
		f.guess(Guess{p.field, text, asWritten(written)})
		return written
	}
	return f.doubtedWho(p, text, written)
}

// doubtedWho is who was written of a text, noted where an article or a comma may be missing.
func (f *filling) doubtedWho(p placeholder, text, written string) string {
	if written == text && (isUnknownPostAlone(text) || isOneOfPeople(text)) {
		written = "the " + text
		f.guess(Guess{p.field, text, asWritten(written)})
	} else if written == "the "+text && isTitle(text) && mayLackComma(text) { // the Special Envoy for Climate Ivan Probny
		f.guess(Guess{p.field, text, asWritten(written)})
	} else if written == text && (mayLackComma(text) || mayBeTwoPeople(text) || titleLacksArticle(text) || isPostInWords(text)) {
		f.guess(Guess{p.field, text, asWritten(written)})
	}
	return written
}

// isOneOfPeople reports one person who is called by nothing but a people and what they are: German counterpart.
func isOneOfPeople(text string) bool {
	people, who, more := strings.Cut(text, " ")
	return more && ofPeoples.MatchString(people) && isOneUnnamed(who)
}

// isPostInWords reports somebody who is called by everyday words alone, none of which is a name: Managing Partner.
func isPostInWords(text string) bool {
	words := strings.Fields(text)
	return len(words) > 1 && !linkedBodies.Has(strings.ToLower(words[len(words)-1])) && !slices.ContainsFunc(words, func(word string) bool {
		return startsSmall(word) || english.Words().Find(word) > 0 || !english.IsCommon(strings.ToLower(word))
	})
}

// mayBeTwoPeople reports a post without a name before another with one, of which nobody can tell whether one has both: governor of
// Probia, mayor of Probak Ivan Probny.
func mayBeTwoPeople(text string) bool {
	first, second, parted := strings.Cut(text, ", ")
	words := strings.Fields(second)
	named := len(words) > 4 && strings.Contains(second, " of ") && isTitle(second) && isNames(strings.Join(words[len(words)-2:], " "))
	return parted && named && isTitle(first) && strings.Contains(first, " of ") && !endsInName(first)
}

// titleLacksArticle reports a list of people with one whose long post has no article, and stands behind no name: deputies, governor of
// Probia Ivan Probny and guests.
func titleLacksArticle(text string) bool {
	all := partsOfList(text)
	if all == nil {
		all = strings.Split(text, ", ")
	}
	withTitle := slices.ContainsFunc(strings.Fields(strings.ToLower(all[0])), isTitleWord)
	if len(all) > 2 && !strings.Contains(text, " and ") && (withTitle || !isNames(all[0])) { // ambassador Ivan Probny, chief of staff, attachés
		return true
	}
	if isNames(all[0]) && !slices.ContainsFunc(all[1:], func(one string) bool { return !isTitle(one) }) { // Ivan Probny, Minister of Trade and Head of Staff
		return false
	}
	return len(all) > 1 && hasBareTitle(all)
}

// hasBareTitle reports parts of a list of which one is a post told by what it is of, behind no name.
func hasBareTitle(all []string) bool {
	for i, one := range all {
		if isTitle(one) && strings.Contains(one, " of ") && (i == 0 && len(all) > 2 || i > 0 && !isBehindName(all[i-1])) {
			return true
		}
	}
	return false
}

// isBehindName reports a part of a list that ends in a name, behind which a post may stand.
func isBehindName(text string) bool {
	words := strings.Fields(text)
	return isNames(text) || len(words) > 1 && isNames(strings.Join(words[len(words)-2:], " ")) // Joana da Proba
}

// lettersOf is a body by its abbreviation, told by whose it is: the NOC of Probia.
var lettersOf = regexp.MustCompile(`^\p{Lu}{2,} of (?:the )?\p{Lu}[\p{L}-]+$`)

// joinedPeople is a list of people in small letters whose last part a comma alone joins: delegations of nine states, observers.
func joinedPeople(text string) string {
	at := strings.LastIndex(text, ", ")
	if at < 0 || !startsSmall(text) || strings.Contains(text, " and ") || !isLastOfList(text[at+len(", "):]) && !countsPeople(text[at+len(", "):]) {
		return text
	}
	first, _ := grammar.IsEnglishPlural(text[:at])
	last, _ := grammar.IsEnglishPlural(text[at+len(", "):])
	if !first || !last {
		return text
	}
	return text[:at] + " and " + text[at+len(", "):]
}

// isMoreThanName reports what is not two or three words that nothing but names are.
func isMoreThanName(text string) bool {
	words := strings.Fields(text)
	return len(words) < 2 || len(words) > 3 || namesAmong(words) < len(words) || isEnglishPlace(text)
}

// isPostAlone reports a post in small letters without a name, and of what it is: mayor of Probak.
func isPostAlone(text string) bool {
	return startsSmall(text) && isTitle(text) && slices.ContainsFunc(strings.Fields(text), linksPost) && !endsInName(text)
}

// isTitledName reports a post with the name behind it: Prime Minister of Probia Ivan Probny.
func isTitledName(text string) bool {
	words := strings.Fields(text)
	return len(words) > 2 && endsInName("the "+text) && slices.ContainsFunc(words[:len(words)-2], func(word string) bool { return isTitleWord(strings.ToLower(word)) })
}

// namesBeforeSides are those who act for sides that were typed before them, with their sides behind: "Ivan Probny, for Probia" of
// "for Probia – Ivan Probny"; nil for others.
func namesBeforeSides(all []string) (named []string) {
	for _, one := range all {
		found := sideBeforeName.FindStringSubmatch(one)
		if found == nil {
			return nil
		}
		named = append(named, found[2]+", "+found[1])
	}
	return named
}

var sideBeforeName = regexp.MustCompile(`^(?:and )?((?:for|on behalf of) [^–—:]+?)(?: (?:–|—|-)|:) (.+)$`)

// isCalledWithName reports a name behind what somebody is, in small letters: artist Ivan Probny.
func isCalledWithName(text string) bool {
	words := strings.Fields(text)
	at := slices.IndexFunc(words, func(word string) bool { return !startsSmall(word) })
	return at > 0 && isNames(strings.Join(words[at:], " ")) && !slices.ContainsFunc(words[:at], func(word string) bool {
		return !english.IsCommon(word) || englishPrepositions.Has(word) || determiners.Has(word)
	})
}

// asWritten is a value as a text has it: with its quotation marks, dashes and articles.
func asWritten(value string) string { return withDashes(withArticlesWithin(curly(value))) }

// eachWithTitle parts people whom commas part, each with a title before the name: Chief Editor Ivan Probny, Head of Department
// Anna Ozerova. Anybody else is one.
func eachWithTitle(text string) []string {
	all := strings.Split(strings.TrimSpace(text), ", ")
	if sides := namesBeforeSides(all); sides != nil {
		return sides
	}
	if len(all) > 1 && !slices.ContainsFunc(all, isMoreThanName) { // Anna Ozerova, Ivan Probny
		return all
	}
	if joined := partsOfList(text); joined != nil {
		all = joined
	}
	for i, one := range all {
		if len(all) < 2 || !isTitledName(one) && !isCalledWithName(one) && (i == 0 || !isPostAlone(one)) {
			return []string{text}
		}
	}
	return all
}

// withTitlesNamed is a list of those who take part in which a title without a name has its article: Envoy Ivan Probny, the
// Commissioner and 200 guests.
func withTitlesNamed(text string) string {
	parts := strings.Split(text, ", ")
	last := len(parts) - 1
	if before, end, joined := strings.Cut(parts[last], " and "); joined {
		parts = append(parts[:last], before, end)
	}
	if len(parts) < 3 || !slices.ContainsFunc(parts, endsInName) {
		return text
	}
	for i, part := range parts {
		if isTitle(part) && !endsInName(part) && namesAmong(strings.Fields(part)) < 2 {
			parts[i] = "the " + part
		}
	}
	return grammar.Enumerate(parts, "and")
}

// namedInText is somebody with a post and a name who was typed where any who take part are asked for.
func (f *filling) namedInText(p placeholder, text string) (who string, ok bool) {
	if listed := withTitlesNamed(text); listed != text {
		return listed, true
	}
	if isOneWithPostBehind(text) {
		return text, true
	}
	first, more, joined := strings.Cut(text, " and ")
	if joined && !startsSmall(more) && isTitle(more) && !endsInName(more) && endsInName(first) { // director Ivan Probny and Ambassador of Probia
		who, _ = f.namedInText(p, first)
		return who + " and the " + more, who != ""
	}
	if several, sure := grammar.IsEnglishPlural(first); joined && several && sure && isPostOf(more) && !strings.Contains(more, ", ") { // ministers of 12 states and Secretary General of the Council
		return first + " and the " + more, true
	}
	if !endsInTitledName(first, text) {
		return "", false
	}
	p.word = full
	return f.asTypedOrGuessed(p, text), true
}

// endsInTitledName reports who is named behind a post; first is what stands before an «and» of the text.
func endsInTitledName(first, text string) bool {
	words := strings.Fields(first)
	if len(words) < 3 || startsSmall(words[len(words)-1]) || !slices.ContainsFunc(words, func(word string) bool { return isTitleWord(strings.ToLower(word)) }) {
		return false
	}
	_, _, ok := postBeforeName(text)
	return ok || endsInName(text)
}

// isOneWithPostBehind reports one person with a post behind the name, where there may be a short one before it too: Ambassador Anna
// Ozerova, Chairperson of the Council.
func isOneWithPostBehind(text string) bool {
	before, post, parted := strings.Cut(text, ", ")
	_, name := shortPostBefore(before)
	return parted && isTitle(post) && isSomebody(withoutHonorific(name))
}

// mayLackComma reports a post with a complement before a name, of which nothing tells where it begins: First Lady of Probia
// Anna Proba de Sample, Rapporteur on water Ivan Probny.
func mayLackComma(text string) bool {
	first, _, _ := strings.Cut(text, ", ")
	words := strings.Fields(withoutArticle(first))
	link := slices.IndexFunc(words, englishPrepositions.Has)
	if link < 1 || joinsName(words[:link]) || strings.Contains(text, "Secretary of State ") || namesTwo(text) {
		return false
	}
	return namesAmong(words[link+1:]) > 1 && (isTitle(strings.Join(words[:link], " ")) || english.IsCommon(strings.ToLower(words[link-1])))
}

// namesAmong counts the words that nothing but names are.
func namesAmong(words []string) (names int) {
	for _, word := range words {
		if !startsSmall(word) && !isListed(word) && !endsPost(word) {
			names++
		}
	}
	return names
}

// joinsName reports an «and» behind a name: President Ivan Probny and Speaker.
func joinsName(words []string) bool {
	and := slices.Index(words, "and")
	return and > 0 && namesAmong(words[:and]) > 0
}

// unknownPostBeforeName parts a post with a complement from a name of two words behind it, where neither is known for what
// it is: Mayor of Izmir Cemil Probov; Assistant Secretary-General for Europe, Asia and Africa Ivan Probny. written is what
// is known of it.
func unknownPostBeforeName(text, written string) (post, name string, ok bool) {
	words := strings.Fields(withoutArticle(text))
	at := len(words) - 2
	for at > 2 && endsInInitial(words[at-1]) { // A. D. Probny
		at--
	}
	if written != text || namesTwo(text) || at < 2 || slices.ContainsFunc(words[at:], isNotOfName) {
		return "", "", false
	}
	post, name = strings.Join(words[:at], " "), strings.Join(words[at:], " ")
	first, _, parted := strings.Cut(post, ", ")
	if strings.HasSuffix(post, ",") || englishPrepositions.Has(words[at-1]) { // Chief of Staff of Probny Navy
		return "", "", false
	}
	if linked := slices.ContainsFunc(words[1:at], linksPost); !linked || !isTitle(post) || parted && (!strings.Contains(post, " and ") || !slices.ContainsFunc(strings.Fields(first), linksPost)) {
		return "", "", false
	}
	return post, name, !strings.Contains(text, "Secretary of State ")
}

// isNotOfName reports a word that is hardly a part of a name, or after which one goes on.
func isNotOfName(word string) bool {
	return startsSmall(word) || isListed(word) || strings.HasSuffix(word, ",")
}

// isUnknownPostAlone reports who is called by a post that is in no table, without a name: Human Rights Defender of Probia.
func isUnknownPostAlone(text string) bool {
	words := strings.Fields(text)
	link := slices.IndexFunc(words, linksPost)
	if len(words) > 2 && words[1] == "from" { // Observer from Probia
		link = 1
	} else if at := slices.Index(words, "Commanding"); at > 0 { // Officer Commanding Western Command
		link = at
	}
	if link < 1 || strings.ContainsAny(text, ",;“") || slices.Contains(words[:link], "and") || mayLackComma(text) || strings.Contains(text, "Secretary of State ") || determiners.Has(strings.ToLower(words[0])) || isOwner(words[0]) || startsSmall(text) || endsInName(text) {
		return false
	}
	head := strings.ToLower(words[link-1])
	plural, _ := grammar.IsEnglishPlural(head)
	return !plural && english.IsCommon(head)
}

// doubtedPlace notes where one is, where neither the preposition nor the article of a name is known: at Hofburg.
func (f *filling) doubtedPlace(p placeholder, text, where string) string {
	first, _, _ := strings.Cut(text, ", ")
	words := strings.Fields(first)
	last := words[len(words)-1]
	known := startsSmall(last) || sites.Has(last) && !isToldByKind(words) || isNumbered(words) || strings.HasPrefix(last, "“") || strings.HasSuffix(last, "”")
	if first, _ := utf8.DecodeRuneInString(text); unicode.IsUpper(first) && !known && !beginsPlaceName.Has(words[0]) && where == "at "+text {
		f.guess(Guess{p.field, text, asWritten(where)})
	}
	return where
}

// beginsPlaceName begin names of places that have no article.
var beginsPlaceName = wordset.Of("Camp Cape Fort Port Mount Lake St St. Saint Point Base")

// isToldByKind reports a place of which everyday words or an abbreviation say what it is, and no name: NATO Cyber Range.
func isToldByKind(words []string) bool {
	return len(words) > 1 && !slices.ContainsFunc(words, func(word string) bool { return !isListed(word) && !isAbbreviation(word) })
}

// doubtedName notes a name without an article whose last word is a common noun: some have one, "the Probny Industrial Park",
// and some have none.
func (f *filling) doubtedName(p placeholder, text, whole string) string {
	name, _, _ := strings.Cut(text, " “")
	words := strings.Fields(name)
	if whole != text || len(words) < 2 || strings.HasPrefix(text, "“") || slices.ContainsFunc(words, englishPrepositions.Has) || numbersInWords.Has(strings.ToLower(words[0])) || startsSmall(text) || isOwner(words[0]) || determiners.Has(strings.ToLower(words[0])) || strings.Contains(text, " and ") || isNames(name) && !english.IsCommon(strings.ToLower(words[len(words)-1])) {
		return whole
	}
	noun := strings.ToLower(words[len(words)-1])
	if plural, _ := grammar.IsEnglishPlural(noun); !plural && english.IsCommon(noun) && !nounsOfNames.Has(noun) {
		f.guess(Guess{p.field, text, asWritten(whole)})
	}
	return whole
}

// doubtList notes a list of who takes part, of whom one lacks an article: motor rifle company, helicopter flight and dog handlers.
func (f *filling) doubtList(p placeholder, text, whole string) {
	lacks := func(one string) bool {
		one = strings.TrimSuffix(one, ",")
		return wantsArticle(one) == probably || vessels.Has(headOf(strings.Fields(one))) && wantsArticle(one) != hardly
	}
	if whole == text && slices.ContainsFunc(partsOfList(text), lacks) {
		f.guess(Guess{p.field, text, asWritten(whole)})
	}
}

// partsOfList are the parts of a list with an «and» before the last; nil for other texts.
func partsOfList(text string) []string {
	before, last, joined := strings.Cut(text, " and ")
	if !joined || strings.Contains(last, ", ") || strings.Contains(last, " and ") {
		return nil
	}
	return append(strings.Split(before, ", "), last)
}

// nounsOfNames end names that have no article.
var nounsOfNames = wordset.Of("day month university airport street avenue square city lake mount island academy station college school prize friendship cooperation")
