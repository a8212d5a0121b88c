package grammar

import (
	"slices"
	"strings"
	"sync"

	"communique/editor/remembered"
	"communique/editor/wordset"
)

// Shown is what a form of a word shows: its case, with the gender of the singular, or
// Plural.
type Shown struct {
	Gender Gender
	Case   Case
	// Animate tells the two accusatives of an adjective apart, and nouns that name
	// somebody from those that name a thing.
	Animate bool
}

// NounShows is what a word can be as a form of a common noun of the dictionary, in
// whatever letters it is written; nil where it is none. Of two nouns that a hyphen joins
// («государства-члены», «пресс-служба») it is what they show together. It is not to be written to.
func NounShows(word string) []Shown { return nounsShown.Of(word, findNounShows) }

// nounsShown remembers what NounShows was asked.
var nounsShown remembered.Answers[Shown]

func findNounShows(word string) []Shown {
	low := strings.ToLower(word)
	all := simpleNounShows(low)
	if first, second, joined := strings.Cut(low, "-"); joined && all == nil {
		return joinedShows(simpleNounShows(first), simpleNounShows(second))
	}
	return all
}

// joinedShows is what two nouns show that a hyphen joins: the cases that both stand in, with the gender of the first, and
// what the second shows behind a first that need not be declined: «генерал-майору», «видео-конференции».
func joinedShows(first, second []Shown) []Shown {
	shows := func(c Case) bool {
		return slices.ContainsFunc(first, func(f Shown) bool { return f.Case == c && f.Gender != Plural })
	}
	if second == nil || shows(Nominative) && shows(Genitive) {
		return second
	}
	var all []Shown
	for _, s := range second {
		same := func(f Shown) bool { return f.Case == s.Case && (f.Gender == Plural) == (s.Gender == Plural) }
		if i := slices.IndexFunc(first, same); i >= 0 {
			all = appendNew(all, first[i])
		} else if shows(Nominative) {
			all = appendNew(all, s)
		}
	}
	return all
}

// simpleNounShows is what a word of small letters shows as a noun without a hyphen, or one that the dictionary has with it.
func simpleNounShows(low string) []Shown {
	var all []Shown
	for _, l := range findNouns(low) {
		for _, s := range l.features(low).list() {
			s.Animate = l.animate
			all = appendNew(all, s)
			if s.Case == Nominative && s.Gender != Feminine && !s.Animate { // also where the dictionary has only the one: «огонь»
				s.Case = Accusative
				all = appendNew(all, s)
			}
		}
	}
	return all
}

func appendNew(all []Shown, s Shown) []Shown {
	if slices.Contains(all, s) {
		return all
	}
	return append(all, s)
}

// IsTitleNoun reports whether a word, in any of its cases, is a noun by which posts or
// organisations are called: «министра», «комитетом». What stands behind it in the
// genitive belongs to it.
func IsTitleNoun(word string) bool {
	for _, l := range findNouns(strings.ToLower(word)) {
		if isPostNoun(l.forms[nom]) || isOrganisationNoun(l.forms[nom]) {
			return true
		}
	}
	return false
}

// AdjectiveShows is what a word can be if it is an adjective, a participle or a
// pronoun that agrees, by its ending; nil where it has none of theirs. Many nouns have
// such an ending by chance.
func AdjectiveShows(word string) []Shown { return adjectiveFeatures(strings.ToLower(word)).list() }

// PronounShows is what a word can be as a form of «наш», «ваш», «мой», «свой», «этот» and «весь»,
// which agree with the noun behind them; nil for any other word.
func PronounShows(word string) []Shown { return pronounsShown()[foldYo(strings.ToLower(word))] }

// pronounsShown are the forms of those pronouns, without «ё».
var pronounsShown = sync.OnceValue(func() map[string][]Shown {
	all := map[string][]Shown{}
	for nominative := range strings.FieldsSeq("этот эта это эти весь вся всё все наш наша наше наши ваш ваша ваше ваши свой своя своё свои мой моя моё мои") {
		for _, form := range pronouns()[nominative].forms {
			form = foldYo(form)
			for _, s := range pronouns()[nominative].features(form).list() {
				all[form] = appendNew(all[form], s)
				if s.Case == Genitive && s.Gender != Feminine { // of somebody
					s.Case = Accusative
					all[form] = appendNew(all[form], s)
				}
			}
		}
	}
	delete(all, "")
	return all
})

func (f features) list() []Shown {
	var all []Shown
	for row, g := range []Gender{Masculine, Feminine, Neuter, Plural} {
		for c, one := range Cases() {
			if f&bit(row, c) != 0 {
				all = append(all, Shown{Gender: g, Case: one})
			}
		}
	}
	return all
}

// PluralOf are the forms in the plural of a noun with what agrees with it («новые
// школы», «министры обороны»); false where the dictionary has no such noun.
func PluralOf(phrase string) (Forms, bool) {
	p := parse(phrase)
	n, _ := p.nounPhrase(0)
	if n.head < 0 || !n.known || n.fixed || n.numeral >= 0 || n.features.gender() == Plural {
		return nil, false
	}
	nouns := hyphenatedBehind(n.prefix, six(n.noun.forms[6:]))
	if slices.Contains(nouns[:], n.prefix) { // there is no such form
		return nil, false
	}
	_, tail := trimTail(p.low[n.head])
	p.set(n.head, nouns.with(tail), true)
	for _, i := range n.agreeing {
		word, tail := trimTail(p.low[i])
		four, ok := nominatives(word)
		if !ok {
			return nil, false
		}
		many, _ := adjectiveForms(four[pluralRow], n.noun.animate)
		p.set(i, many.with(tail), true)
	}
	return p.join().forms(), true
}

// AdjectiveForms are the forms of an adjective, given in the nominative of any
// gender or of the plural; false for any other word.
func AdjectiveForms(word string) (map[Shown]string, bool) {
	low := strings.ToLower(word)
	four, ok := nominatives(low)
	if !ok {
		return nil, false
	}
	all := map[Shown]string{}
	for row, g := range []Gender{Masculine, Feminine, Neuter, Plural} {
		for _, animate := range []bool{false, true} {
			s, ok := adjectiveForms(four[row], animate)
			if !ok {
				return nil, false
			}
			for c, one := range Cases() {
				all[Shown{g, one, animate && one == Accusative}] = restoreCapitals(word, low, s[c])
			}
		}
	}
	return all, true
}

// nominatives are those of an adjective in the three genders and the plural: Русская
// грамматика, 1980, § 1299.
func nominatives(word string) ([4]string, bool) {
	if _, ok := adjectiveForms(word, false); !ok || pronominal.Has(word) || strings.HasSuffix(word, "ья") {
		return [4]string{}, false
	}
	stem, ending := drop(word, 2), word[len(word)-4:]
	before := lastLetter(stem)
	endings := [4]string{"ый", "ая", "ое", "ые"}
	switch {
	case isVelar(before), isHush(before) && (ending == "ой" || ending == "ое"):
		endings = [4]string{"ий", "ая", "ое", "ие"}
	case isHush(before):
		endings = [4]string{"ий", "ая", "ее", "ие"}
	case ending == "яя", ending == "ее", before == 'н' && (ending == "ий" || ending == "ие"):
		endings = [4]string{"ий", "яя", "ее", "ие"}
	}
	if ending == "ой" {
		endings[masculineRow] = ending
	}
	for i := range endings {
		endings[i] = stem + endings[i]
	}
	return endings, true
}

// governed are the cases after each preposition: Русская грамматика, 1980, §§
// 1655–1662; Розенталь, §§ 198–201.
var governed = sync.OnceValue(func() map[string][]Case {
	all := map[string][]Case{}
	for line := range strings.Lines(`acc prep: в во на о об обо
acc ins: за под подо
ins gen: с со между меж
dat prep acc: по
dat: к ко благодаря согласно вопреки навстречу подобно вслед наперекор
acc: про через чрез сквозь спустя несмотря включая исключая
ins: над надо перед передо пред
prep: при
gen: от ото из изо до для у без безо из-за из-под около возле близ вдоль после против кроме вместо вокруг ради среди посреди мимо
gen: касаемо насчёт насчет относительно касательно ввиду вследствие посредством путём путем накануне напротив внутри вне помимо сверх свыше наподобие вроде вблизи поверх позади впереди`) {
		codes, words, _ := strings.Cut(strings.TrimSpace(line), ": ")
		var cases []Case
		for code := range strings.FieldsSeq(codes) {
			cases = append(cases, Case(code))
		}
		for word := range strings.FieldsSeq(words) {
			all[word] = cases
		}
	}
	return all
})

// CasesAfter are the cases that a preposition takes; nil for any other word.
func CasesAfter(preposition string) []Case { return governed()[strings.ToLower(preposition)] }

// IsPatronymic reports whether a word is a patronymic in one of its cases.
func IsPatronymic(word string) bool {
	return inSomeCase(word, func(one string) bool { return patronymicGender(one) != Unknown })
}

// IsGivenName reports whether a word is a first name of the tables, or a patronymic, in
// one of its cases.
func IsGivenName(word string) bool {
	return inSomeCase(word, func(one string) bool { return isFirstName(one) || patronymicGender(one) != Unknown })
}

// endingsOfNames are those of names in cases other than the nominative.
var endingsOfNames = wordset.Of("а у ом е ы и ой ою я ю ем ём ей ею ью")

// inSomeCase reports whether a word may be a form of a name for which is holds: what is
// left of it without a case's ending, or with that of a nominative.
func inSomeCase(word string, is func(string) bool) bool {
	low := strings.ToLower(word)
	for n := range 3 {
		if len(low) <= 2*n+2 {
			return false
		}
		stem := drop(low, n)
		if n > 0 && !endingsOfNames.Has(low[len(stem):]) {
			continue // Минск, which is not Мин
		}
		for _, ending := range []string{"", "а", "я", "й", "ь"} {
			if (n > 0 || ending == "") && is(stem+ending) {
				return true
			}
		}
	}
	return false
}
