package grammar

import (
	"strings"
	"unicode/utf8"

	"communique/editor/wordset"
)

// Behind a name, or a post, may stand what is neither: who leads a delegation, a post after a
// comma, the name that a monk was born with, a family, a remark in brackets.

// ledBy parts a delegation from who is at its head, in the case that asks for: «делегация Сената
// во главе с Анной Озеровой»; led is "" where nobody is.
func ledBy(phrase string) (before, led string) {
	for _, link := range []string{" во главе с ", " во главе со "} {
		if at := strings.Index(phrase, link); at > 0 {
			return phrase[:at], phrase[at:]
		}
	}
	return phrase, ""
}

// PostBehind parts «Анна Озерова, директор архива» and «Анна Озерова – директор архива»
// into the name, the post behind it and the mark between; false where that is not what the
// phrase is.
func PostBehind(phrase string) (name, mark, post string, ok bool) {
	for _, mark := range []string{", ", " – ", " — "} {
		name, post, cut := strings.Cut(phrase, mark)
		if cut && (IsPersonsName(name) || hasInitialsAlone(name) || isSecularName(name) || isUnknownWithSurname(name)) && isPostBehind(post) && !IsOfSeveral(post) { // «Иван Пробный, инженеры» are a list
			return name, mark, post, true
		}
	}
	return "", "", "", false
}

// isSecularName reports the name of a monk or bishop with the one from before: Антоний (Севрюк).
func isSecularName(name string) bool {
	before, surname := secularName(name)
	return surname != "" && IsPersonsName(before)
}

// isUnknownWithSurname reports a word of no table before what can be nothing but a surname: Ркаил Пробнуллин.
func isUnknownWithSurname(name string) bool {
	p := takeApart(name)
	return len(p.low) == 2 && p.nameRun() == 0 && p.surnameScore(1) == 3 && GuessKind(name) == Person
}

// mostMarks is how many marks of a kind stand before the post behind a name, at most: each is read for what
// stands before it.
const mostMarks = 3

// SecondPostBehind parts «Президент Иван Пробный, председатель Совета» into who holds a post, the post behind the
// name and the mark between; false where that is not what the phrase is.
func SecondPostBehind(phrase string) (holder, mark, post string, ok bool) {
	if holder, mark, post, ok = behindHolder(phrase); ok {
		return holder, mark, post, true
	}
	return "", "", "", false
}

// behindHolder is SecondPostBehind that also tells of what is no post behind the first who holds one, «депутат Иван
// Пробный, инженеры завода»; then ok is false.
func behindHolder(phrase string) (holder, mark, behind string, ok bool) {
	for _, one := range []string{", ", " – ", " — "} {
		for at, tried := 0, 0; tried < mostMarks; at, tried = at+len(one), tried+1 {
			next := strings.Index(phrase[at:], one)
			if next < 0 {
				break
			}
			at += next
			if !endsInHolder(phrase[:at]) {
				continue
			}
			if rest := phrase[at+len(one):]; isPostBehind(rest) && !IsOfSeveral(rest) {
				return phrase[:at], one, rest, true
			}
			if holder == "" {
				holder, mark, behind = phrase[:at], one, phrase[at+len(one):]
			}
		}
	}
	return holder, mark, behind, false
}

// isPostBehind reports a post, and whoever else a noun behind a name tells of, though no table has it for a post: тиктокер.
func isPostBehind(text string) bool {
	if GuessKind(text) == Post {
		return true
	}
	p := takeApart(text)
	at := p.findHead(0, true)
	if at < 0 || given(bare(p.low[at])) != 0 {
		return false
	}
	word := bare(p.low[at])
	return isPersonAlone(word) && (!p.isCapital(at) || isPerson(word))
}

// declineTwoPosts declines who holds a post, and the post behind the name.
func (h House) declineTwoPosts(holder, mark, post string) Declension {
	return h.declineHolderBefore(holder, mark, h.DeclinePost(post))
}

// declineWhoIsBefore declines who holds a post, before what is none of the same person: several others, or what stays, for a guess.
func (h House) declineWhoIsBefore(holder, mark, behind string) Declension {
	if IsOfSeveral(behind) {
		return h.declineHolderBefore(holder, mark, h.DeclinePost(behind))
	}
	return h.declineHolderBefore(holder, mark, Declension{Phrase: behind, Forms: fixed(behind).forms(), Guess: true})
}

// declineHolderBefore puts who holds a post before what is declined already.
func (h House) declineHolderBefore(holder, mark string, by Declension) Declension {
	d := h.DeclineHolder(Unknown, ReadHolder(holder, nil))
	s := d.Forms.six()
	for i, c := range Cases() {
		s[i] += mark + by.Forms[c]
	}
	return proposal{Declension{Phrase: holder + mark + by.Phrase, Kind: Post, Gender: d.Gender, Guess: d.Guess || by.Guess, ByHouse: d.ByHouse || by.ByHouse}, s}.shown()
}

// endsInHolder reports a post with the name of who holds it.
func endsInHolder(phrase string) bool {
	before, _ := secularName(phrase)
	of := plainHolder(before)
	return of.Post != "" && (IsPersonsName(of.Name) || isFirstName(lower(of.Name)))
}

// hasInitialsAlone reports a surname before or behind initials, whatever it looks like: О. Н. Пробаева.
func hasInitialsAlone(name string) bool {
	dotted := false
	for word := range strings.FieldsSeq(name) {
		if first, _ := utf8.DecodeRuneInString(word); !isCapital(first) {
			return false
		}
		dotted = dotted || isDotted(lower(word))
	}
	return dotted
}

// secularName parts a phrase from a surname in brackets at its end, as monks and
// bishops have it behind the name they took; "" for others.
func secularName(phrase string) (before, inBrackets string) {
	if !strings.HasSuffix(phrase, ")") {
		return phrase, ""
	}
	at := strings.LastIndex(phrase, " (")
	if at < 0 {
		return phrase, ""
	}
	surname, closed := strings.CutSuffix(phrase[at+2:], ")")
	first, _ := utf8.DecodeRuneInString(surname)
	if !closed || !isCapital(first) || strings.ContainsAny(surname, " ().") || allCapitals(surname) && !allCapitals(strings.ReplaceAll(phrase[:at], " ", "")) {
		return phrase, ""
	}
	return phrase[:at], phrase[at+1:]
}

// mostBrackets is how many brackets a name has at most: a surname of the world, and a remark. Each
// is read for what stands before it, so that the work doubles with every one.
const mostBrackets = 2

// companions are those of a family with whom somebody comes.
var companions = wordset.Of("супругой супругом женой мужем семьёй семьей детьми сыном дочерью сыновьями дочерьми матерью отцом родителями")

// companyBehind is where somebody's family begins behind the name, «Иван Пробный с супругой», «… с супругой
// Анной Пробной»; -1 where nobody comes with them.
func companyBehind(phrase string) int {
	for _, with := range []string{" с ", " С "} {
		for at := 0; ; {
			next := strings.Index(phrase[at:], with)
			if next < 0 {
				break
			}
			at += next
			if isCompany(phrase[at+len(with):]) {
				return at
			}
			at += len(with)
		}
	}
	return -1
}

// isCompany reports a companion, with or without the name: «супругой Анной Пробной».
func isCompany(text string) bool {
	companion, name, named := strings.Cut(text, " ")
	if !companions.Has(lower(companion)) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(name)
	return !named || isCapital(first) && !strings.ContainsAny(name, "(),«")
}

// relativeBehind parts a person's name from somebody of the family who stands behind it in the same case:
// «Иван Пробный и его супруга Анна»; link is "" where nobody does.
func relativeBehind(phrase string) (before, link, relative string) {
	if !strings.Contains(phrase, " и ") && !strings.Contains(phrase, " И ") { // as most have not
		return phrase, "", ""
	}
	for _, link := range []string{" и его ", " и её ", " и ее ", " И ЕГО ", " И ЕЁ ", " И ЕЕ "} {
		before, relative, found := strings.Cut(phrase, link)
		noun, _, _ := strings.Cut(relative, " ")
		if found && relations.Has(lower(noun)) {
			return before, link, relative
		}
	}
	return phrase, "", ""
}

// declineWithRelative declines a name with a relative behind it.
func (h House) declineWithRelative(gender Gender, name, link, relative string) Declension {
	d, by := h.DeclinePerson(gender, name), h.DeclineHolder(Unknown, ReadHolder(relative, nil))
	d.Phrase, d.Guess, d.ByHouse = name+link+relative, d.Guess || by.Guess, d.ByHouse || by.ByHouse
	link = strings.NewReplacer("ее", "её", "ЕЕ", "ЕЁ").Replace(link)
	s := d.Forms.six()
	for i, c := range Cases() {
		s[i] += link + by.Forms[c]
	}
	return h.spelled(d, s).shown()
}

// remarkBehind parts a person's name from what stands in brackets behind it and is no name,
// «Иван Пробный (МИД России)», and from the family; remark is "" where nothing does.
func remarkBehind(phrase string) (before, remark string) {
	if at := companyBehind(phrase); at > 0 {
		return phrase[:at], phrase[at:]
	}
	if !strings.HasSuffix(phrase, ")") {
		return phrase, ""
	}
	at := strings.LastIndex(phrase, " (")
	if at <= 0 || strings.Count(phrase[at:], ")") > 1 || strings.Count(phrase, " (") > mostBrackets {
		return phrase, ""
	}
	if _, surname := secularName(phrase); surname != "" {
		return phrase, ""
	}
	if post, name := SplitPost(phrase[:at], nil); name == "" || post == "" && !IsPersonsName(name) {
		return phrase, ""
	}
	return phrase[:at], phrase[at:]
}
