package proof

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/release"
	"communique/editor/words"
	"communique/editor/wordset"
)

// dateRelative finds «с.г.», «т.г.» and «п.г.», which nobody understands a year later, and
// days that only today's readers know, but for those that somebody speaks of: quotations,
// and sentences that say «мы» or «я».
func dateRelative(w *whole, out *report) {
	for _, p := range w.texts {
		if !p.russian() && p.language != "en" || !p.body() && p.Field != release.BoilerplateField {
			continue
		}
		for i := range p.tokens {
			if last, ok := p.thisYear(i); ok && p.russian() {
				sayYear(w, p, i, last, out)
			} else if p.isRelativeDay(i) && !p.quoted(i) && (p.headlineOrLead() || !p.speaksHimself(i)) {
				out.add(p, p.tokens[i].start, p.tokens[i].end)
			}
		}
	}
}

// thisYear is the last token of «с.г.», «т. г.» that begin at i; false where they do not.
func (p *passage) thisYear(i int) (last int, ok bool) {
	if text := p.piece(i); text != "с" && text != "т" && (text != "п" || !p.isMonth(i-2)) || p.piece(i+1) != "." {
		return 0, false
	}
	year := i + 2
	if p.is(year, space) {
		year++
	}
	return year + 1, p.piece(year) == "г" && p.piece(year+1) == "." && p.piece(year+2) != "т" // «п. г. т.»
}

// sayYear takes down «с.г.». Behind a month it is the year of the release, which is put
// in its place where it is known.
func sayYear(w *whole, p *passage, first, last int, out *report) {
	start, end := p.tokens[first].start, p.tokens[last].end
	if w.release.Date.IsZero() || !p.is(first-1, space) || !p.isMonth(first-2) {
		out.add(p, start, end)
		return
	}
	year := w.release.Date.Year
	if p.piece(first) == "п" { // the last one
		year--
	}
	put := strconv.Itoa(year) + " года"
	if strings.TrimSpace(p.text[end:]) == "" {
		put += "." // the abbreviation's stop ended the sentence
	}
	out.mend(p, start, end, put)
}

// isRelativeDay reports whether a token is a day that is told from today's.
func (p *passage) isRelativeDay(i int) bool {
	switch p.folded[i] {
	case "вчера", "завтра", "послезавтра", "позавчера", "yesterday", "tomorrow": // "today" is how English releases announce
		future := p.is(i-1, space) && ofTomorrow.Has(p.fold(i-2))
		return !future && p.piece(i+1) != "’" && p.piece(i+1) != "'"
	case "сегодня":
		return p.isDayOfEvent(i)
	}
	return false
}

// ofTomorrow are words behind which "tomorrow" is the future: "for a better tomorrow".
var ofTomorrow = wordset.Of("of better brighter greener safer stronger cleaner healthier sustainable prosperous")

// isDayOfEvent reports whether «сегодня» at i is the day of something, and not these times: a verb that tells
// what was done, or will be, stands beside it, or is the first of the sentence that it opens.
func (p *passage) isDayOfEvent(i int) bool {
	tells := func(verb int) bool { return p.is(verb, word) && (p.pastVerb(verb) || isToBeDone(p.piece(verb))) }
	if p.is(i-1, space) && tells(i-2) || p.is(i+1, space) && tells(i+2) {
		return true
	}
	const farthest = 10 // tokens: «Сегодня в Пробном торжественно встретили гостей»
	for at := i; p.beginsSentence(i) && p.wordFollows(at) && at < i+farthest; at += 2 {
		if tells(at + 2) {
			return true
		}
		if p.isFinite(at + 2) {
			return false // what goes on these days
		}
	}
	return false
}

// isToBeDone reports whether a word is nothing but a verb that tells what will be done: «пройдёт», «назовёт». What
// goes on has participles of the present, «называющий», which such a verb has not.
func isToBeDone(text string) bool {
	ends := func(text string, endings ...string) bool {
		return slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(text, e) })
	}
	folded := words.Fold(text)
	if !ends(strings.TrimSuffix(folded, "ся"), "ет", "ит", "ут", "ют", "ат", "ят") || len(grammar.NounShows(text)) > 0 {
		return false
	}
	forms := words.Known(folded)
	return slices.ContainsFunc(forms, func(form string) bool { return ends(strings.TrimSuffix(form, "ся"), "ть", "ти", "чь") }) &&
		!slices.ContainsFunc(forms, func(form string) bool {
			return ends(strings.TrimSuffix(form, "ся"), "ющий", "ущий", "ящий", "ащий")
		})
}

// speaksHimself reports whether the sentence of the word at i is what somebody says, without
// quotation marks: it says «мы», «я», «вы», or the paragraph is a turn of a conversation.
func (p *passage) speaksHimself(i int) bool {
	if p.isTurn() {
		return true
	}
	first, end := i, i
	for first > 0 && !p.beginsSentence(first) {
		first--
	}
	for end++; end < len(p.tokens) && (!p.is(end, word) || !p.beginsSentence(end)); end++ {
	}
	return slices.ContainsFunc(p.folded[first:end], func(w string) bool {
		return inPerson.Has(w) || (strings.HasPrefix(w, "наш") || strings.HasPrefix(w, "ваш")) && grammar.PronounShows(w) != nil // «нашли» is none
	})
}

// isTurn reports whether a paragraph is what somebody says behind his name: «А. Пробная: …».
func (p *passage) isTurn() bool {
	if !grammar.IsGivenName(p.piece(0)) && (utf8.RuneCountInString(p.piece(0)) != 1 || p.piece(1) != ".") {
		return false
	}
	end := slices.IndexFunc(p.tokens, func(t token) bool { return t.kind == sign && p.text[t.start:t.end] != "." })
	return p.piece(end) == ":" && !slices.ContainsFunc(p.tokens[:end], func(t token) bool { return t.kind == word && !startsUpper(p.text[t.start:t.end]) })
}

var inPerson = wordset.Of("я мы вы меня мне мной нас нам нами вас вам вами мой моя мое мои моего моей моих моему моим моем we i our my us you your")
