package find

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/release"
	"communique/editor/words"
	"communique/editor/wordset"
)

// around is what stands beside a piece of a text.
type around struct {
	passage    release.Passage
	start, end int // bytes
}

// beside is a word near the piece.
type beside struct {
	start, end int // bytes
	text, low  string
}

// before returns words that stand before the piece, the nearest first, as long as
// nothing but spaces parts them.
func (a around) before(n int) []beside {
	text, at := a.passage.Text, a.start
	var all []beside
	for len(all) < n {
		end := at
		for end > 0 {
			r, size := utf8.DecodeLastRuneInString(text[:end])
			if !a.isSpace(r) {
				break
			}
			end -= size
		}
		start := end
		for start > 0 {
			r, size := utf8.DecodeLastRuneInString(text[:start])
			if !words.IsPart(r) && r != '-' && !isUnseen(r) {
				break
			}
			start -= size
		}
		if end == at || start == end {
			break
		}
		all = append(all, besideOf(text, start, end))
		at = start
	}
	return all
}

// behind returns the word behind the piece, where nothing but spaces parts them.
func (a around) behind() (beside, bool) {
	text, start := a.passage.Text, a.end
	for start < len(text) && a.isSpace(firstRune(text[start:])) {
		start += utf8.RuneLen(firstRune(text[start:]))
	}
	end := start
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if !words.IsPart(r) && r != '-' && !isUnseen(r) {
			break
		}
		end += size
	}
	if start == a.end || end == start {
		return beside{}, false
	}
	return besideOf(text, start, end), true
}

func besideOf(text string, start, end int) beside {
	word := withoutUnseen(text[start:end])
	return beside{start, end, word, strings.ToLower(word)}
}

func (a around) isSpace(r rune) bool {
	return unicode.Is(unicode.Zs, r) || r == '\n' && isProse(a.passage)
}

// reading is what the words around a piece tell of its case.
type reading struct {
	cases []grammar.Case // that it can have
	order []grammar.Case // the likelier first
	// owned says that it belongs to a post or an organisation before it, where its form
	// can do that and is no nominative: «Министр обороны России».
	owned bool
	// governed says that a preposition stands right before the piece.
	governed bool
}

// read tells the case by a preposition, by what agrees, and by a noun of which the piece
// is the name. People are named by nouns for people, places by those in places.
func (a around) read(isPerson bool) reading {
	r := reading{cases: grammar.Cases(), order: grammar.Cases()}
	if (a.passage.Part == release.SpeakerPart || a.passage.Part == release.AuthorPart || strings.TrimSpace(a.passage.Text[a.end:]) == "") && strings.TrimSpace(a.passage.Text[:a.start]) == "" {
		return reading{cases: []grammar.Case{grammar.Nominative}, order: r.order}
	}
	a = a.withoutPlaceSign()
	near := a.before(5)
	adjectives := modifiers(near)
	for _, w := range near[:adjectives] {
		r.keep(casesOf(grammar.AdjectiveShows(w.low)))
	}
	near = near[adjectives:]
	switch {
	case len(near) == 0:
		r.withoutPreposition(a)
	case adverbial.Has(near[0].low):
		r.withoutPreposition(a)
		r.prefer(grammar.CasesAfter(near[0].low)...)
	case grammar.CasesAfter(near[0].low) != nil:
		r.governed = true
		r.keep(grammar.CasesAfter(near[0].low))
		r.prefer(grammar.CasesAfter(near[0].low)...)
	default:
		r.behind(near, isPerson, a)
	}
	return r
}

// placeSigns are short for nouns that stand before a place: «в г. Минске».
var placeSigns = wordset.Of("г гор с пос дер д р о обл респ пгт ст")

// withoutPlaceSign takes such a sign into the piece.
func (a around) withoutPlaceSign() around {
	text := a.passage.Text
	before, stop := strings.CutSuffix(strings.TrimRightFunc(text[:a.start], unicode.IsSpace), ".")
	start := len(before)
	for start > 0 {
		r, size := utf8.DecodeLastRuneInString(before[:start])
		if !unicode.IsLetter(r) {
			break
		}
		start -= size
	}
	if stop && placeSigns.Has(before[start:]) {
		a.start = start
	}
	return a
}

// modifiers counts the words before a piece that agree with it.
func modifiers(near []beside) int {
	n := 0
	for n < len(near) && near[n].text == near[n].low && isModifier(near[n].low) {
		n++
	}
	return n
}

// isModifier reports an adjective, a participle or a pronoun that agrees: by its
// ending, by the other forms that it has, and as it is no noun but one of their shape.
func isModifier(word string) bool {
	shows := grammar.AdjectiveShows(word)
	if shows == nil || grammar.CasesAfter(word) != nil {
		return false
	}
	for _, noun := range grammar.NounShows(word) {
		if !slices.ContainsFunc(shows, func(s grammar.Shown) bool { return s.Gender == noun.Gender && s.Case == noun.Case }) {
			return false
		}
	}
	return slices.ContainsFunc(words.Known(words.Fold(word)), func(form string) bool { return strings.HasSuffix(form, "ого") || strings.HasSuffix(form, "его") })
}

// keep leaves the cases that are among others, if any is.
func (r *reading) keep(cases []grammar.Case) {
	kept := slices.DeleteFunc(slices.Clone(r.cases), func(c grammar.Case) bool { return !slices.Contains(cases, c) })
	if len(kept) > 0 {
		r.cases = kept
	}
}

// prefer puts cases before the others.
func (r *reading) prefer(cases ...grammar.Case) {
	rest := slices.DeleteFunc(slices.Clone(r.order), func(c grammar.Case) bool { return slices.Contains(cases, c) })
	r.order = append(cases, rest...)
}

// withoutPreposition leaves the prepositional out where no preposition stands before in
// the sentence.
func (r *reading) withoutPreposition(a around) {
	for w := range words.In(a.passage.Text[sentenceStart(a.passage.Text, a.start):a.start]) {
		if slices.Contains(grammar.CasesAfter(w.Folded), grammar.Prepositional) {
			return
		}
	}
	r.keep(grammar.Cases()[:len(grammar.Cases())-1])
}

// placeNouns stand in the case of the name behind them: Розенталь, § 197.
var placeNouns = wordset.Of("город столица республика страна река поселок село деревня государство")

// adverbial are the prepositions that are adverbs, or other words, as often: «накануне
// Петренко заявил».
var adverbial = wordset.Of("накануне после напротив вокруг мимо внутри против сверх вслед около благодаря подобно согласно вне посреди возле вдоль насчёт насчет включая исключая несмотря спустя")

// behind reads the noun before a piece. A name behind the noun that it is of is in its
// case, which is certain where a preposition tells that; what belongs to a noun is in the
// genitive, and so likely that.
func (r *reading) behind(near []beside, isPerson bool, a around) {
	r.owned = !isPerson && ownsBehind(near)
	shows := grammar.NounShows(near[0].low)
	switch cases, certain := a.apposed(near, shows, isPerson); {
	case certain:
		r.keep(cases)
		r.owned = false
		return
	case cases != nil: // «на встрече с министром Петренко заявил»
		r.prefer(cases...)
		r.owned = false
	case shows != nil:
		r.prefer(grammar.Genitive, grammar.Accusative)
	case isVerb(near[0].low):
		r.prefer(grammar.Accusative, grammar.Genitive, grammar.Dative)
	}
	r.withoutPreposition(a)
}

// apposed are the cases of a noun of which the piece is the name, and whether they are
// certain; nil where the noun before it is no such.
func (a around) apposed(near []beside, shows []grammar.Shown, isPerson bool) (cases []grammar.Case, certain bool) {
	named := isPlaceNoun(near[0].low)
	if isPerson {
		named = slices.ContainsFunc(shows, func(s grammar.Shown) bool { return s.Animate })
	}
	if !named || len(shows) == 0 {
		return nil, false
	}
	cases = casesOf(shows)
	rest := near[1:]
	rest = rest[modifiers(rest):]
	if len(rest) == 0 || grammar.CasesAfter(rest[0].low) == nil || adverbial.Has(rest[0].low) {
		return cases, !isPerson
	}
	cases = slices.DeleteFunc(cases, func(c grammar.Case) bool { return !slices.Contains(grammar.CasesAfter(rest[0].low), c) })
	next, followed := a.behind()
	return cases, len(cases) > 0 && (!isPerson || !followed || !isVerb(next.low))
}

// ownsBehind reports a noun for posts or organisations, or an abbreviation, from which
// nothing but what is in the genitive stands before a piece.
func ownsBehind(near []beside) bool {
	for _, w := range near {
		abbreviation := capitalsOf(w.text) == allCapital && utf8.RuneCountInString(w.text) > 1
		if abbreviation || grammar.IsTitleNoun(w.low) {
			return true
		}
		if shows := append(grammar.NounShows(w.low), grammar.AdjectiveShows(w.low)...); !slices.Contains(casesOf(shows), grammar.Genitive) {
			return false
		}
	}
	return false
}

func isPlaceNoun(word string) bool {
	return slices.ContainsFunc(words.Known(words.Fold(word)), func(form string) bool { return placeNouns.Has(form) })
}

func casesOf(all []grammar.Shown) []grammar.Case {
	var cases []grammar.Case
	for _, c := range grammar.Cases() {
		if slices.ContainsFunc(all, func(s grammar.Shown) bool { return s.Case == c }) {
			cases = append(cases, c)
		}
	}
	return cases
}

// isVerb reports a word of the dictionary that is a form of a verb and of no noun.
func isVerb(word string) bool {
	return grammar.NounShows(word) == nil && slices.ContainsFunc(words.Known(words.Fold(word)), isInfinitive)
}

func isInfinitive(form string) bool {
	form = strings.TrimSuffix(strings.TrimSuffix(form, "ся"), "сь")
	return strings.HasSuffix(form, "ть") || strings.HasSuffix(form, "ти") || strings.HasSuffix(form, "чь")
}

// sentenceStart returns where the sentence begins in which a place of a text is.
func sentenceStart(text string, at int) int {
	for i := at; i > 0; {
		_, size := utf8.DecodeLastRuneInString(text[:i])
		i -= size
		if endsSentence(text, i) {
			return i + size
		}
	}
	return 0
}

// sentenceEnd returns where the sentence ends in which a place of a text is.
func sentenceEnd(text string, at int) int {
	for i, r := range text[at:] {
		if endsSentence(text, at+i) {
			return at + i + utf8.RuneLen(r)
		}
	}
	return len(text)
}

// endsSentence reports a sign at a place that ends a sentence: behind it a space
// stands, and before it no initial and no abbreviation of a letter or two.
func endsSentence(text string, at int) bool {
	r, size := utf8.DecodeRuneInString(text[at:])
	if r == '\n' {
		return true
	}
	next := firstRune(text[at+size:])
	if !strings.ContainsRune(".!?…", r) || at+size < len(text) && !unicode.IsSpace(next) && !strings.ContainsRune("»”)", next) {
		return false
	}
	if r != '.' {
		return true
	}
	start := at
	for start > 0 {
		before, n := utf8.DecodeLastRuneInString(text[:start])
		if !unicode.IsLetter(before) {
			break
		}
		start -= n
	}
	return start == at || utf8.RuneCountInString(text[start:at]) > 2
}
