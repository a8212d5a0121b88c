package oneline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/intake/calendar"
	"communique/editor/intake/wording"
)

// A cut parts a text that runs on from its headline: into the words of the headline, and of the sentence that the lead begins with.
type cut struct{ title, lead []string }

// cutSentences is within how many sentences a lead begins: a headline may be of two, or ask.
const cutSentences = 3

// bestCut returns where the lead likeliest begins in a text that runs on from its headline, and its odds; 0 where it can nowhere.
func bestCut(text string) (start int, odds float64) {
	eachCut(text, func(at int, c cut) {
		if o := c.odds(); start == 0 || o > odds {
			start, odds = at, o
		}
	})
	return start, odds
}

// cutReach is how many bytes of a text a headline and the sentence behind it take at most.
const cutReach = 4 * wording.HeadlineLength

// eachCut calls do for each cut that is possible, with the byte its lead begins at.
func eachCut(text string, do func(at int, c cut)) {
	text = text[:wording.Boundary(text, cutReach)]
	words, at := wordsIn(text)
	from, until := 0, 0
	for n := 0; n < cutSentences && from < len(words); n++ {
		until += len(strings.Fields(wording.FirstSentence(text[at[from]:])))
		last := until - 1
		if from > 0 && utf8.RuneCountInString(text[:at[from]]) > firstLongest {
			last = min(last, from+1)
		}
		for i := max(from, 1); i < min(last, titleLongest+1); i++ {
			if c := (cut{words[:i], words[i:until]}); c.isPossible() {
				do(at[i], c)
			}
		}
		from = until
	}
}

// firstLongest is how many letters the first sentence of a headline has at most that is of two.
const firstLongest = 60

// wordsIn returns the words of a text, and at which byte each begins.
func wordsIn(text string) (words []string, at []int) {
	for i := 0; i < len(text); {
		n := strings.IndexFunc(text[i:], unicode.IsSpace)
		if n < 0 {
			n = len(text) - i
		}
		if n > 0 {
			words, at = append(words, text[i:i+n]), append(at, i)
		}
		_, space := utf8.DecodeRuneInString(text[i+n:])
		i += n + space
	}
	return words, at
}

// isPossible reports whether a headline may end before a lead that may begin so: it does not where somebody's post ends and the name
// begins, what is done to something or whose and where something is («обсудили План», «город Калуга»), or it comes to
// its verb and nobody yet does that, or says only where: «На встрече …».
func (c cut) isPossible() bool {
	last := c.title[len(c.title)-1]
	switch {
	case !Capital(strings.TrimLeft(c.lead[0], `"“`)) && !c.leadHasDay(), calendar.IsMonth(c.lead[0]):
		return false
	case strings.HasSuffix(last, "!") && !asksOrCalls(c.title), isPlaceOf(last, c.lead), isSurnameOf(last, c.lead[0]), hanging.Has(last):
		return false
	case isAbbreviation(last) && ofPlace(c.lead[0]) && !isAbbreviation(c.lead[0]):
		return false
	case slices.Contains(saysWhere, c.title[0]) && !saysThere(c.title):
		return false
	case isVerbIn(last) && c.goesOnBehindVerb(), c.partsPost():
		return false
	}
	return endsTitle(strings.Join(c.title, " ")) && !endsWithPost(c.title, c.lead) && !isDoneTo(c.title, c.lead)
}

// goesOnBehindVerb reports whether a headline that ends with its verb has its subject behind the cut.
func (c cut) goesOnBehindVerb() bool {
	return (!slices.ContainsFunc(c.title, maySubject) || isSubject(c.lead, "") && !ownVerb(c.lead)) && !asksOrCalls(c.title)
}

// partsPost reports whether a cut goes through what somebody is called by two words in capitals: «Верховный Главнокомандующий заслушал …».
func (c cut) partsPost() bool {
	last := c.title[len(c.title)-1]
	return agreesWith(last, c.lead[0]) && nominatively(adjectiveIn(last)) && isSubject(c.lead, "")
}

// leadHasDay reports whether a lead begins with a day.
func (c cut) leadHasDay() bool {
	return isDay(c.lead) || calendar.DayAt(strings.Join(c.lead[:min(len(c.lead), calendar.MostWords)], " ")).Length > 0
}

// ofPlace reports whether a word is the name of a place in the genitive, and in no nominative: «МИД России».
func ofPlace(word string) bool {
	shown := grammar.PlaceShows(wordIn(word))
	return slices.Contains(shown, grammar.Genitive) && !slices.Contains(shown, grammar.Nominative)
}

// leadIsQuoted reports whether a lead begins with a quotation mark.
func (c cut) leadIsQuoted() bool {
	return strings.ContainsAny(c.lead[0][:1], `"`) || strings.HasPrefix(c.lead[0], "«")
}

// odds is how likely a cut is, against none, as a natural logarithm.
func (c cut) odds() float64 {
	odds := saidWeight * float64(SaidAgain(c.title, c.lead)) / SaidMost
	for _, e := range evidence {
		if e.shows(c) {
			odds += e.weight
		}
	}
	return odds
}

// saidWeight is what it weighs where the lead says its headline again, all of it.
const saidWeight = 5.5

// evidence is what speaks for a cut and against it, and how much. The weights were fitted together to some hundred headlines with
// their leads and a thousand sentences that have no headline: one alone says little.
var evidence = []struct {
	weight float64
	shows  func(c cut) bool
}{
	{-5.3, func(cut) bool { return true }}, // few words begin a lead

	// The word that the lead begins with.
	{6.5, func(c cut) bool {
		return slices.Contains(beginnings, strings.TrimRight(c.lead[0], stops)) && !isForeignName(c.lead)
	}},
	{5.7, cut.leadIsCompany},
	{3, func(c cut) bool { return isVerbIn(c.lead[0]) }},
	{1.3, func(c cut) bool { return isSubject(c.lead, "") }},
	{0.9, func(c cut) bool { return nounIn(c.lead[0]) != nil && isCommon(c.lead[0]) }},
	{-2, func(c cut) bool {
		return adjectiveIn(c.lead[0]) != nil && !isDay(c.lead) && (isOblique(c.lead) || !nominatively(adjectiveIn(c.lead[0])))
	}},
	{-1.9, func(c cut) bool { return declined(wordIn(c.lead[0])) }},
	{-0.1, func(c cut) bool { return isUnknownName(wordIn(c.lead[0])) }},
	{-0.8, cut.leadIsQuoted},
	{0.8, func(c cut) bool { return c.leadIsQuoted() && isQuotation(c.lead) }},
	{3.5, cut.namesAgain},
	{-2, cut.leadIsOblique},
	{1.5, func(c cut) bool { return isDay(c.lead) && !slices.ContainsFunc(c.lead[:2], hasComma) }},
	{3.3, cut.leadIsTurned},

	// The sentence of the lead.
	{2, func(c cut) bool { return saysSo(c.lead) }},
	{0.3, func(c cut) bool { return saysSo(c.lead[1:min(len(c.lead), 3)]) }},
	{1.9, func(c cut) bool { return ownVerb(c.lead) }},
	{2.8, func(c cut) bool { return isCommon(c.lead[0]) && agreesWithVerb(c.lead) }},
	{-1.4, func(c cut) bool { return nameDoes(c.lead) }},
	{0.6, func(c cut) bool { return len(c.lead) < 8 }},

	// The headline.
	{-1.6, func(c cut) bool { return len(c.title) == 1 }},
	{-1.2, func(c cut) bool { return len(c.title) == 2 }},
	{-3.4, func(c cut) bool { return len(c.title) > 12 }},
	{-0.7, func(c cut) bool { return len(c.title) > 18 }},
	{0.4, func(c cut) bool { return saysSo(c.title) }},
	{2.3, func(c cut) bool { return saysAbout(c.title) }},
	{4.2, func(c cut) bool { return asksOrCalls(c.title) }},
	{-0.9, func(c cut) bool { return beginsOnly(c.title[0]) && !saysSo(c.title) }},
	{1.6, func(c cut) bool { return isVerbIn(c.title[0]) }},
	{2, func(c cut) bool { return IsQuestion(c.title) }},
	{1.4, func(c cut) bool { return slices.ContainsFunc(c.title, isDash) }},
	{-1, func(c cut) bool { return slices.ContainsFunc(c.title, hasComma) }},
	{-3.8, func(c cut) bool {
		return len(c.title) < 6 && slices.ContainsFunc(c.title, isTime) && !c.leadHasDay() && !asksOrCalls(c.title)
	}},
	{-2.5, func(c cut) bool { return endsWithDay(c.title) }},

	// Both.
	{2.3, func(c cut) bool { return wording.Folded(wordIn(c.lead[0])) == wording.Folded(wordIn(c.title[0])) }},
	{3.2, cut.beginsTwice},
	{-6, cut.titleGoesOnFromDay},
	{1.4, func(c cut) bool { return saysTwice(c.title, c.lead) }},
	{2.8, func(c cut) bool { return twoSubjects(c.title, c.lead) }},
	{1, func(c cut) bool { return ownVerb(c.title) && ownVerb(c.lead) }},
	{1, cut.runsOn},
	{0.8, func(c cut) bool { return saysSo(c.title) && onlySubject(c.lead) }},
	{-3.5, cut.isOneName},
	{-2.2, func(c cut) bool { return belongsTo(c.lead, c.title) }},
	{-3.6, cut.tellsAbout},
}
