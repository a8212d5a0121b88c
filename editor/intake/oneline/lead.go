package oneline

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/intake/dateline"
	"communique/editor/intake/repair"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
	"communique/editor/release"
	"communique/editor/wordset"
)

// titleLongest is of how many words a headline is at most.
const titleLongest = 30

// ofSubject is what the first words of a sentence weigh where somebody does what its verb says.
const ofSubject = 14

// beginWeight is how likely a sentence begins with words.
func beginWeight(words []string) int {
	switch {
	case beginsOnly(words[0]), isVerbIn(words[0]), mustBeDone(words):
		return 24
	case isSubject(words, ""), isDay(words), isReached(words), slices.Contains(decisions, words[0]):
		return ofSubject
	case becomesWhat(words):
		return ofSubject
	case nominatively(nounIn(words[0])) && !declined(words[0]), nominatively(adjectiveIn(words[0])) && !isOblique(words):
		return 10
	}
	return 0
}

// mustBeDone reports whether a sentence begins with what one must or may do: «Пользоваться печами нужно …».
func mustBeDone(words []string) bool {
	at := verbOf(words)
	return at > 0 && must.Has(wordIn(words[at])) && toDo.MatchString(strings.ToLower(words[0])) && grammar.NounShows(words[0]) == nil
}

// must are words that say that something should be done.
var must = wordset.Of(`нужно можно нельзя необходимо следует важно`)

// isOblique reports whether an adjective and the noun behind it agree, and in no nominative: «Пробной Республики».
func isOblique(words []string) bool {
	if len(words) < 2 || !agreesWith(words[0], words[1]) {
		return false
	}
	return !slices.ContainsFunc(grammar.AdjectiveShows(words[0]), func(a grammar.Shown) bool {
		return a.Case == grammar.Nominative && slices.ContainsFunc(nounIn(words[1]), func(n grammar.Shown) bool { return n.Case == a.Case && n.Gender == a.Gender })
	})
}

// becomesWhat reports whether a sentence begins with what somebody is or becomes: «Победителем стал …».
func becomesWhat(words []string) bool {
	at := verbOf(words)
	return at > 0 && becomes.MatchString(words[at]) && shows(words[0], grammar.Instrumental)
}

// becomes is a verb behind what somebody is or becomes.
var becomes = regexp.MustCompile(`^(?:стал[аои]?|стан[еу]т|явля[ею]тся|был[аои]?|буд[еу]т|назначен[аоы]?|избран[аоы]?|признан[аоы]?)$`)

// shows reports whether a word is a noun in a case.
func shows(word string, in grammar.Case) bool {
	return slices.ContainsFunc(nounIn(word), func(s grammar.Shown) bool { return s.Case == in })
}

// belongsTo reports whether words go on with those before: a noun with its adjective, a surname with its first name, what
// something is called («Портал «Единое окно»», «детский хор «Ласточка»», «воронежское «Динамо»»).
func belongsTo(words, title []string) bool {
	before := title[len(title)-1]
	switch {
	case saysAbbreviation(title, words):
		return false
	case agreesWith(before, words[0]), belongsToVerb(words, title), belongsToNoun(words, before):
		return true
	case strings.HasPrefix(words[0], "«"):
		return nominatively(grammar.NounShows(before)) || Capital(before) && nominatively(grammar.AdjectiveShows(before))
	}
	return Capital(before) && Capital(words[0]) && grammar.IsGivenName(before) && !isSubject(words, "")
}

// belongsToVerb reports whether words say when or who behind a verb: «… объявил 24 марта днём траура», «Тренером назначен Иван Пробный».
func belongsToVerb(words, title []string) bool {
	if !isVerbIn(title[len(title)-1]) {
		return false
	}
	return isDay(words) || isNameOfOne(words) && !slices.ContainsFunc(title, isNominative)
}

// isDoneTo reports whether words begin with what the verb before them is done to: «… обсудили План дорог».
func isDoneTo(title, words []string) bool {
	last := title[len(title)-1]
	return wording.PastTense.MatchString(last) && IsVerb(last) && !startsByVerb(last) && isObject(words[0])
}

// saysAbbreviation reports whether a sentence begins with the abbreviation that its headline begins with: «ТПУ подписал … ТПУ принял …».
func saysAbbreviation(title, lead []string) bool {
	return isAbbreviation(lead[0]) && lead[0] == title[0] && slices.ContainsFunc(title, isVerbIn)
}

// belongsToNoun reports whether words say whose or which behind a noun: «управление МЧС», «Совет Федерации», «с послами стран Организации
// Совет принял …».
func belongsToNoun(words []string, before string) bool {
	noun := grammar.NounShows(before)
	if noun == nil || isAbbreviation(wordIn(words[0])) {
		return noun != nil
	}
	return shows(words[0], grammar.Genitive) && (Capital(before) && nominatively(noun) || !ownVerb(words))
}

// isAbbreviation reports whether a word is in capitals.
func isAbbreviation(word string) bool {
	return utf8.RuneCountInString(word) > 1 && strings.ToUpper(word) == word && strings.ToLower(word) != word
}

// isPredicate reports whether a word says what is said of the subject: a verb, or a dash in its place.
func isPredicate(word string) bool { return isVerbIn(word) || word == "–" || word == "—" }

// isNominative reports whether a word may be the subject of a sentence.
func isNominative(word string) bool { return nominatively(grammar.NounShows(word)) }

// isVerbIn is IsVerb for a word as it stands in a text.
func isVerbIn(word string) bool { return IsVerb(wordIn(word)) }

// agreesWith reports whether a word in a capital is an adjective of the noun behind it.
func agreesWith(adjective, noun string) bool { return Capital(adjective) && isLikeIt(adjective, noun) }

// isLikeIt reports whether a word says what the noun behind it is like: they show a case in common.
func isLikeIt(adjective, noun string) bool {
	for _, a := range grammar.AdjectiveShows(adjective) {
		if slices.ContainsFunc(nounIn(noun), func(n grammar.Shown) bool { return n.Case == a.Case && n.Gender == a.Gender }) {
			return true
		}
	}
	return false
}

// SaidMost is what a headline weighs all of which its lead says again.
const SaidMost = 30

// fewestSaid is how many words of a headline show that they are said again.
const fewestSaid = 3

// SaidAgain is how much of a headline its lead says again, from 0 to SaidMost.
func SaidAgain(title, lead []string) int {
	again, all := 0, 0
	for _, word := range title {
		if stem(word) == "" {
			continue
		}
		all++
		if says(lead, word) {
			again++
		}
	}
	if all == 0 {
		return 0
	}
	return SaidMost * again / max(all, fewestSaid)
}

// stemLength is how many letters of a word are compared.
const stemLength = 5

// stem is the beginning of a word that its forms have in common, "" of a short one.
func stem(word string) string {
	letters := []rune(wording.Folded(strings.Trim(word, "«»()\".,;:!?")))
	if utf8.RuneCountInString(word) < stemLength || len(letters) < stemLength-1 {
		return ""
	}
	return string(letters[:min(len(letters), stemLength)])
}

// sureOdds are the odds of a cut that is no guess any more.
const sureOdds = 3

// tellHeadline tells that the headline that a text was parted from is a guess, where nothing but its odds says so and they are low.
func tellHeadline(r *release.Release, text string) {
	start, odds := bestCut(text)
	if odds >= sureOdds || r.Headline == "" || strings.TrimSpace(text[:start]) != r.Headline {
		return
	}
	told := repair.Of(repair.HeadlineGuessed, release.HeadlineField, oneLine(r.Headline))
	told.Count = 0
	r.Repairs = append(r.Repairs, told)
}

// leadLeast is how long the lead is at least that is parted from a text of one paragraph, in code points: where the shortest
// sentences are no lead of their own, most releases are parted right.
const leadLeast = 60

// partLead parts the lead from the text where a release came as one line in which nothing tells its paragraphs: it ends with the
// sentence that makes it long enough. Where no headline was found the first sentence may hold it, and the dateline.
func partLead(r *release.Release) {
	if r.Headline == "" || slices.ContainsFunc(r.Blocks, func(b release.Block) bool { return b.Kind != release.Picture }) {
		return
	}
	at, dated := 0, 0 // a dateline is no sentence
	for at < len(r.Lead) && utf8.RuneCountInString(r.Lead[dated:at]) < leadLeast {
		sentence := wording.FirstSentence(r.Lead[at:])
		if !wording.SentenceEnd(sentence) { // longer than a sentence is, or the last
			return
		}
		if at == dated && dateline.IsWhen(strings.TrimSuffix(sentence, ".")) {
			dated = at + len(sentence)
		}
		at += len(sentence)
		at += len(r.Lead[at:]) - len(strings.TrimLeft(r.Lead[at:], " "))
	}
	lead, rest := strings.TrimSpace(r.Lead[:at]), r.Lead[at:]
	if rest == "" {
		return
	}
	r.Lead = lead
	r.Blocks = slices.Insert(r.Blocks, 0, release.Block{Kind: release.Paragraph, Text: rest})
	told := repair.Of(repair.LeadGuessed, release.BlocksField, oneLine(rest))
	told.Count = 0
	r.Repairs = append(r.Repairs, told)
}
