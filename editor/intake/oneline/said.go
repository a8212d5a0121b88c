package oneline

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/intake/calendar"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
	"communique/editor/wordset"
)

// isPlaceOf reports whether words begin with the name that says which place a word is, «город Калуга», and not with somebody's: «в регионах
// Иван Пробный открыл …».
func isPlaceOf(kind string, words []string) bool {
	name := wordIn(words[0])
	return kindOfPlaceNamed.MatchString(kind) && (grammar.PlaceShows(name) != nil || grammar.IsGivenName(name)) && (!isNameOfOne(words) || !nameActs(words))
}

var kindOfPlaceNamed = regexp.MustCompile(`^(?i:республик|город|рек|озер|остров|пос[её]лк|сел|деревн|станци|станиц|улиц|порт|аэропорт|район|штат|провинци|регион)\p{Ll}{0,3}$`)

// isSurnameOf reports whether a word that no dictionary has is the surname behind a first name.
func isSurnameOf(name, word string) bool {
	word = wordIn(word)
	return Capital(name) && grammar.IsGivenName(name) && grammar.PlaceShows(name) == nil && !grammar.IsGivenName(word) && grammar.PlaceShows(word) == nil && nounIn(word) == nil && adjectiveIn(word) == nil && !beginsOnly(word) && !IsVerb(word) && !isAbbreviation(word)
}

// isCommon reports whether a word in a capital is no name, and none of those who stand in capitals within sentences.
func isCommon(word string) bool {
	word = wordIn(word)
	return !styled.MatchString(word) && !isAbbreviation(word) && !grammar.IsGivenName(word) && grammar.PlaceShows(word) == nil
}

// isUnknownName reports whether a word that no dictionary has may be a name in the nominative.
func isUnknownName(word string) bool {
	return nounIn(word) == nil && adjectiveIn(word) == nil && grammar.PlaceShows(word) == nil && !beginsOnly(word) && nominative(word)
}

// maySubject reports whether a word may be the subject of a sentence.
func maySubject(word string) bool {
	word = wordIn(word)
	if noun := nounIn(word); noun != nil {
		return nominatively(noun)
	}
	return Capital(word) && (isAbbreviation(word) || grammar.PlaceShows(word) != nil && !declined(word) ||
		adjectiveIn(word) == nil && nominative(word) && len(grammar.CasesAfter(word)) == 0 && !beginsOnly(word))
}

// saysSo reports whether words have a verb, or one that only says that something may or should be done.
func saysSo(words []string) bool { return verbIn(words) >= 0 }

// verbIn returns the first verb of words, wherever it stands; -1 where they have none.
func verbIn(words []string) int { return slices.IndexFunc(words, isPredicative) }

func isPredicative(word string) bool {
	return isVerbIn(word) || isDash(word) || modal.Has(wordIn(word))
}

// modal are words that stand before what may or should be done.
var modal = wordset.Of(`должен должна должно должны намерен намерена намерены готов готова готовы может могут сможет смогут хочет хотят`)

// saysThere reports whether a headline that begins with where says what is there: it has a verb, or a dash before another preposition.
func saysThere(title []string) bool {
	for i, word := range title {
		if isVerbIn(word) || isDash(word) && i+1 < len(title) && len(grammar.CasesAfter(title[i+1])) > 0 {
			return true
		}
	}
	return false
}

// lastVerbIn returns the last verb of words; -1 where they have none.
func lastVerbIn(words []string) int {
	for i := len(words) - 1; i >= 0; i-- {
		if isPredicative(words[i]) {
			return i
		}
	}
	return -1
}

// agreesWithVerb reports whether words begin with a noun of which their verb says what it does.
func agreesWithVerb(words []string) bool {
	at := verbOf(words)
	if at < 1 {
		return false
	}
	verb := strings.ToLower(wordIn(words[at]))
	return slices.ContainsFunc(nounIn(words[0]), func(s grammar.Shown) bool { return s.Case == grammar.Nominative && saysOf(verb, s) })
}

// saysOf reports whether a verb may say what a noun does.
func saysOf(verb string, noun grammar.Shown) bool {
	if isMany(verb) {
		return !isOfOne(noun)
	}
	return isOfOne(noun) && agrees(noun.Gender, verb)
}

// subjectWords is within how many words a sentence comes to its subject.
const subjectWords = 4

// nameDoes reports whether a sentence begins with a name that no dictionary has, or an abbreviation, and comes to a verb.
func nameDoes(words []string) bool {
	at := verbIn(words)
	for i, word := range words[:min(max(at, 0), subjectWords)] {
		switch {
		case i > 0 && len(grammar.CasesAfter(words[i-1])) > 0, nounIn(word) != nil:
			return false
		case adjectiveIn(word) == nil && maySubject(word):
			return true
		}
	}
	return false
}

// governs reports whether a preposition may stand before a word.
func governs(preposition, word string) bool {
	in := grammar.CasesAfter(strings.ToLower(preposition))
	if preposition == "В" && inSpot.MatchString(word) { // «в аэропорту»
		in = append(slices.Clone(in), grammar.Dative)
	}
	if slices.ContainsFunc(grammar.PlaceShows(word), func(c grammar.Case) bool { return slices.Contains(in, c) }) {
		return true
	}
	return slices.ContainsFunc(slices.Concat(nounIn(word), adjectiveIn(word)), func(s grammar.Shown) bool { return slices.Contains(in, s.Case) })
}

// inSpot is how nouns end that say where in a case of their own.
var inSpot = regexp.MustCompile(`\p{Ll}[ую]$`)

// isQuotation reports whether what words begin with in quotation marks is said by somebody, and no name.
func isQuotation(words []string) bool {
	for i, word := range words {
		if strings.ContainsAny(word[1:], `»"`) {
			return i > subjectWords || strings.HasSuffix(word, ",") || saysSo(words[:i+1])
		}
	}
	return true
}

// leadIsOblique reports whether a lead begins with a word that no sentence begins with: in another case than the nominative, and not what
// something is done to, by or becomes.
func (c cut) leadIsOblique() bool {
	first := c.lead[0]
	return !maySubject(first) && !nominatively(adjectiveIn(first)) && !beginsOnly(first) && !isVerbIn(first) && !c.leadIsQuoted() && !c.leadHasDay() &&
		!c.leadIsTurned()
}

// companies are the kinds of companies and offices before a name in quotation marks: «ПАО «Проба»».
var companies = wordset.Of(`ПАО АО ОАО ЗАО НАО ООО ТОО АНО НКО ГК УК ФГУП ГУП МУП РУП УП ФГБУ ФГБОУ ФГАОУ ГБУ ГАУ ГКУ МБУ МКУ МАУ НИИ НПО НПП ФКУ`)

// leadIsCompany reports whether a lead behind a headline with its verb begins with a company and comes to a verb of its own.
func (c cut) leadIsCompany() bool {
	return companies.Has(c.lead[0]) && len(c.lead) > 1 && strings.HasPrefix(c.lead[1], "«") && saysSo(c.title) && saysSo(c.lead)
}

// isForeignName reports whether a word that begins sentences is a syllable of somebody's name: «То Ламом».
func isForeignName(words []string) bool {
	return pronounLike.Has(words[0]) && len(words) > 1 && Capital(words[1]) && nounIn(words[1]) == nil
}

var pronounLike = wordset.Of(`То Та Те Он Ни Так`)

// namesAgain reports whether a lead begins with the name in quotation marks that its headline has: «Завод «Проба» достроит цех «Проба», …».
func (c cut) namesAgain() bool {
	name := wordIn(c.lead[0])
	return c.lead[0] == "«"+name+"»," && saysSo(c.title) && slices.ContainsFunc(c.title, func(word string) bool { return word == "«"+name+"»" })
}

// saysAbout reports whether a headline says what it is about.
func saysAbout(title []string) bool { return title[0] == "О" || title[0] == "Об" }

// tellsAbout reports whether what a headline says it is about is what somebody in the lead tells: «О планах Президент сообщил …».
func (c cut) tellsAbout() bool {
	at := slices.IndexFunc(c.lead, isVerbIn)
	return saysAbout(c.title) && !saysSo(c.title) && at > 0 && tellsOf.MatchString(c.lead[at])
}

func isDash(word string) bool { return word == "–" || word == "—" }

func hasComma(word string) bool { return strings.HasSuffix(word, ",") }

// leadIsTurned reports whether a lead begins with what something is done to, or by, or becomes: «Заместителем назначена …».
func (c cut) leadIsTurned() bool {
	return mustBeDone(c.lead) || becomesWhat(c.lead) || isReached(c.lead) || isDoneBy(c.lead) || slices.Contains(decisions, c.lead[0])
}

// endsWithDay reports whether a headline ends with a day that neither a preposition nor a verb stands before.
func endsWithDay(title []string) bool {
	all := strings.Join(title, " ")
	day, at := calendar.DayIn(all)
	if at < 1 || at+day.Length != len(all) {
		return false
	}
	before := wording.LastWord(strings.TrimSpace(all[:at]))
	return len(grammar.CasesAfter(before)) == 0 && !isVerbIn(before)
}

// beginsTwice reports whether a lead begins with the two words that its headline begins with.
func (c cut) beginsTwice() bool {
	return len(c.title) > 2 && wording.Folded(wordIn(c.lead[0])) == wording.Folded(wordIn(c.title[0])) && wording.Folded(c.lead[1]) == wording.Folded(c.title[1]) && utf8.RuneCountInString(c.lead[0]+c.lead[1]) > 6
}

// titleGoesOnFromDay reports whether a day without its year stands within a headline that neither a preposition, a verb nor a sign goes before: the lead rather begins with
// it, «… встретился с послом России 15 января Секретарь …».
func (c cut) titleGoesOnFromDay() bool {
	for i := 2; i < len(c.title)-1; i++ {
		before := c.title[i-1]
		if (i+2 == len(c.title) && dayFigures.MatchString(c.title[i]) && calendar.IsMonth(c.title[i+1]) || isDay(c.title[i:])) && len(grammar.CasesAfter(before)) == 0 && !isVerbIn(before) && wordIn(before) == before {
			return true
		}
	}
	return false
}

// runsOn reports whether two verbs stand in the headline and the lead that nothing joins, neither a sign nor a word.
func (c cut) runsOn() bool {
	at, verb := lastVerbIn(c.title), verbIn(c.lead)
	return at >= 0 && verb >= 0 && !hangsOn(c.title[at:]) && !hangsOn(c.lead[:verb+1])
}

// hangsOn reports whether a sign or a word within words joins what is said.
func hangsOn(words []string) bool {
	for i, word := range words {
		if i < len(words)-1 && strings.ContainsRune(",:;–—", wording.LastRune(word)) || hanging.Has(word) || strings.HasPrefix(word, "котор") {
			return true
		}
	}
	return false
}

// isOneName reports whether the last word of a headline and the first of its lead stand beside each other in the text again: «Жогорку Кенеш».
func (c cut) isOneName() bool {
	a, b := c.title[len(c.title)-1], wording.Folded(wordIn(c.lead[0]))
	if wording.SentenceEnd(a) {
		return false
	}
	again := func(words []string) bool {
		for i := range len(words) - 1 {
			if wording.Folded(wordIn(words[i])) == wording.Folded(a) && wording.Folded(wordIn(words[i+1])) == b {
				return true
			}
		}
		return false
	}
	return again(c.title) || again(c.lead)
}

// onlySubject reports whether words begin with what does something, and nothing is done to: «Россия», «Казахстанские дипломаты».
func onlySubject(words []string) bool {
	first := wordIn(words[0])
	if isAbbreviation(first) {
		return false
	}
	if cases := grammar.PlaceShows(first); cases != nil {
		return slices.Contains(cases, grammar.Nominative) && !slices.Contains(cases, grammar.Accusative) && !slices.Contains(cases, grammar.Genitive)
	}
	if noun := nounIn(first); noun != nil {
		return onlyNominative(noun)
	}
	if like := adjectiveIn(first); like != nil && !isOblique(words) {
		return onlyNominative(like) || slices.ContainsFunc(words[1:min(len(words), subjectWords)], func(word string) bool {
			return isLikeIt(first, word) && onlyNominative(nounIn(word))
		})
	}
	return isNameOfOne(words)
}

func onlyNominative(shown []grammar.Shown) bool {
	return nominatively(shown) && !slices.ContainsFunc(shown, func(s grammar.Shown) bool { return s.Case == grammar.Accusative || s.Case == grammar.Genitive })
}
