package proof

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/release"
	"communique/editor/spelling/english"
	"communique/editor/words"
	"communique/editor/wordset"
)

// smallLetter finds a sentence that begins with a small letter: behind a full stop whose
// word is no abbreviation. Whether a comma was meant, or a capital, only a person knows.
func smallLetter(p *passage, out *report) {
	if !p.russian() && p.language != "en" || !p.prose() {
		return
	}
	for i := 1; i+2 < len(p.tokens); i++ {
		if !p.is(i, sign) || !p.wordFollows(i) || p.tokens[i].address {
			continue
		}
		after := p.piece(i + 2)
		if !p.russian() {
			if p.opensInEnglish(i, after) {
				out.add(p, p.tokens[i+2].start, p.tokens[i+2].end)
			}
			continue
		}
		if isCyrillic(after) && isLower(after) && p.piece(i+3) != ")" && p.sentenceEnds(i) {
			out.add(p, p.tokens[i+2].start, p.tokens[i+2].end)
		}
	}
}

// opensSentences are words that English sentences begin with: others may go on behind the mark of a title
// («Who Are You?»), and are too short to tell from abbreviations.
var opensSentences = wordset.Of("the a an this these those it he she they we his her their our its there when while after before as if but however")

// opensInEnglish reports whether a word in small letters behind the sign at i begins an English sentence.
func (p *passage) opensInEnglish(i int, after string) bool {
	if opensSentences.Has(after) {
		return p.englishSentenceEnds(i, len("met"))
	}
	if !isEnglishWord(after) || !p.englishSentenceEnds(i, len("melt")) {
		return false
	}
	return p.piece(i) == "." || !goesOnBehindTitle.Has(after) && p.cannotBeTitle(i)
}

// goesOnBehindTitle are words that a sentence goes on with behind what somebody asks or calls out: «Who is it? asked the guard».
var goesOnBehindTitle = wordset.Of("is was are were has had will can said says asked asks cried cries and or but to for of in at on by from with")

// cannotBeTitle reports whether the sentence that ends with the mark at i begins as questions do, or
// with what is called out, and names nothing in capitals, as titles do.
func (p *passage) cannotBeTitle(i int) bool {
	first := i - 1
	for ; first > 0 && !p.beginsSentence(first); first-- {
		if p.is(first, sign) && p.piece(first) != "," || startsUpper(p.piece(first)) {
			return false
		}
	}
	return p.piece(i) == "!" || asking.Has(p.folded[first])
}

// asking are words that English questions begin with.
var asking = wordset.Of("who what when where why how which whose is are was were do does did can could will would should has have")

// englishSentenceEnds reports whether the sign at i ends an English sentence rather than an
// abbreviation, of which one that has fewer letters may be any word.
func (p *passage) englishSentenceEnds(i, shortest int) bool {
	before := p.piece(i - 1)
	switch p.piece(i) {
	case ".":
		return p.is(i-1, word) && isEnglishWord(before) && len(before) >= shortest && !shortenedEnglish.Has(before)
	case "?", "!":
		return p.is(i-1, word) && len(before) > 1 && isLower(before) && isASCII(before) && !p.quoted(i)
	}
	return false
}

var shortenedEnglish = wordset.Of("etc inc ltd vol est min max sec fig gen col sgt rev hon gov sen rep dep mgr mfg pkg qty tel fax ext apt ave alt avg ass cat cir cos ctr def dia div eds enc eng gal hrs ill int lab lat lib lit mos nat neg nos obs occ opp org pat per pos pop pts pub ref reg ret sci seq ser sub sup tab var vet viz wks yrs bldg blvd approx dept govt assn appt incl misc resp tech univ prof capt corp vols figs sect chap paras cont spec elec intl natl acct orig comp mins secs exec conf mech chem hist pref abbr")

// sentenceEnds reports whether the sign at i ends a sentence rather than an abbreviation or
// a name.
func (p *passage) sentenceEnds(i int) bool {
	switch p.piece(i) {
	case ".":
		return p.is(i-1, word) && endsSentence(p.piece(i-1)) || p.is(i-1, sign) && strings.Contains("%»)", p.piece(i-1))
	case "?", "!":
		return p.is(i-1, word) && isCyrillic(p.piece(i-1)) && isLower(p.piece(i-1)) && !p.quoted(i) || p.beginsSentence(i-1) && isRussianWord(p.piece(i-1)) && !p.quoted(i)
	}
	return false
}

// smallOpening finds a paragraph that begins with a small letter though the one before is
// a whole sentence: lists go on behind colons and semicolons.
func smallOpening(w *whole, out *report) {
	var before *passage
	for _, p := range w.texts {
		if !p.runsOn() {
			before = nil
			continue
		}
		if before != nil && (p.kind == release.Paragraph || p.kind == "") && p.is(0, word) && isEnded(before.text) && p.opensSmall() && isEnded(p.text) {
			out.add(p, 0, p.tokens[0].end)
		}
		before = p
	}
}

// opensSmall reports whether the first word of a text is a Russian or English one in small letters,
// and no mark of a list.
func (p *passage) opensSmall() bool {
	text := p.piece(0)
	if p.language == "en" {
		return p.is(1, space) && isEnglishWord(text)
	}
	return p.russian() && isCyrillic(text) && isLower(text) && !p.tokens[0].address && (p.is(1, space) || p.piece(1) == ",") && words.Has(p.folded[0])
}

// endsSentence reports whether a full stop behind a word ends a sentence rather than an
// abbreviation.
func endsSentence(text string) bool {
	const shortest = 4 // letters of a word that is no abbreviation
	if sentenceEnds.Has(text) {
		return true
	}
	if startsUpper(text) { // «Москву.»
		return utf8.RuneCountInString(text) > shortest && isTitle(text) && isCyrillic(text) && words.Has(words.Fold(text))
	}
	return isLower(text) && isCyrillic(text) && !shortenedWords.Has(text) && utf8.RuneCountInString(text) >= shortest && words.Has(words.Fold(text))
}

// sentenceEnds are short words that are no abbreviations.
var sentenceEnds = wordset.Of("мы вы он она они оно это его её нас вас них ним ней нам вам год лет дня дни раз нет да все всё всех там тут уже ещё мир мира дом дома день два три сто тем том этом")

// shortenedWords are words that are abbreviations as well.
var shortenedWords = wordset.Of("корп полк факс указ прим след медь числ соли пред соч собр прил табл мест обит стен цикл план стат смен стал край комп сред город район")

// capitalWithin finds a capital in the middle of a word: «встРеча», «ВСтреча». Units
// («кВт») and names of firms («РусГидро») are written so.
func capitalWithin(p *passage, out *report) {
	for i, t := range p.tokens {
		if t.kind != word || t.address {
			continue
		}
		text := p.piece(i)
		if put, is := lowered(text); is {
			out.mend(p, t.start, t.end, put)
		} else if put, is := withoutHumps(text); is && p.language == "en" {
			out.mend(p, t.start, t.end, put)
		} else if p.russian() && p.heldShift(i) {
			out.mend(p, t.start, t.end, likeCapital(lower(text), text))
		}
	}
}

// isPlainLatin reports a word of four Latin letters at least, and of no parts.
func isPlainLatin(text string) bool {
	const shortest = 4 // letters
	return len(text) >= shortest && isASCII(text) && !strings.Contains(text, "-")
}

// withoutHumps is an English word without capitals that no name of a product has: "harBoUr", "coMmittee", "COmmittee".
// Those are made of words, of a letter before one, or are no words: "noteBook", "eReader", "linkedIn", "tvOS".
func withoutHumps(text string) (put string, is bool) {
	first := strings.IndexFunc(text, unicode.IsLower)
	if first < 0 || first > 2 || !isPlainLatin(text) {
		return "", false
	}
	capitals := strings.IndexFunc(text[first:], isUpper)
	known := english.Words().Find(strings.ToLower(text)) > 0
	switch {
	case capitals < 0:
		return text[:1] + strings.ToLower(text[1:]), known && first == 2 && english.Words().Find(strings.ToLower(text[1:])) == 0
	case first > 1:
		return "", false
	case first == 1:
		tail := text[first+capitals:]
		return text[:1] + strings.ToLower(text[1:]), known && lower(tail[1:]) == tail[1:] && english.Words().Find(strings.ToLower(tail)) == 0
	}
	return strings.ToLower(text), isHumped(text, capitals, known)
}

// isHumped is withoutHumps of a text that begins with a small letter; known says that it is a word without its capitals, of
// which the first stands at capitals.
func isHumped(text string, capitals int, known bool) bool {
	const firstWord = 3 // letters of the first word of a name: "noteBook", but no "paLace"
	if strings.IndexFunc(text[capitals+1:], isUpper) < 0 {
		return known && (english.Words().Find(strings.ToLower(text[capitals:])) == 0 || 1 < capitals && capitals < firstWord)
	}
	return capitals >= 2 && !isUpper(rune(text[capitals+1])) && (known || !isUpper(rune(text[len(text)-1])))
}

// heldShift reports whether a preposition in capitals opens a sentence that goes on in small
// letters: «НА встрече». Some are abbreviations too («ПО»).
func (p *passage) heldShift(i int) bool {
	switch p.piece(i) {
	case "НА", "ИЗ", "ОТ", "ОБ", "ЗА", "ДЛЯ", "ПРИ", "ПОД", "НАД", "БЕЗ":
	default:
		return false
	}
	next := p.piece(i + 2)
	return p.beginsSentence(i) && p.wordFollows(i) && isLower(next) && isCyrillic(next) &&
		slices.ContainsFunc(grammar.CasesAfter(lower(p.piece(i))), func(c grammar.Case) bool {
			return hasCase(grammar.NounShows(next), c) || hasCase(grammar.AdjectiveShows(next), c)
		})
}

// lowered is a word without its capital in the wrong place; false where there is none.
func lowered(text string) (string, bool) {
	const shortest, unit = 5, 3 // letters, and those of most units
	runes := []rune(text)
	if len(runes) <= unit || !isCyrillic(text) {
		return "", false
	}
	if !slices.ContainsFunc(runes[1:], isUpper) || slices.ContainsFunc(runes, func(r rune) bool { return !isLetter(r) }) {
		return "", false // the parts of «вице-Премьер» may have their own
	}
	small := lower(string(runes[1:]))
	if strings.ToUpper(text) == text || !words.Has(words.Fold(text)) {
		return "", false
	}
	if !isUpper(runes[0]) {
		return lower(text), oneCapital(runes)
	}
	if len(runes) < shortest {
		return "", false // «МиГи»
	}
	n := slices.IndexFunc(runes, unicode.IsLower)
	if n == 1 {
		return string(runes[0]) + small, oneCapital(runes[1:]) && !endsInWord(runes)
	}
	rest := string(runes[n:])
	if n < 2 || rest != lower(rest) || n > 2 && !leavesWord(rest) {
		return "", false
	}
	return string(runes[0]) + small, true
}

// endsInWord reports whether a word stands behind the second capital of another, as names of firms have it: «МегаФон». Of
// many there is no such name: «СадОводы».
func endsInWord(runes []rune) bool {
	second := 1 + slices.IndexFunc(runes[1:], isUpper)
	many := grammar.NounShows(string(runes))
	return words.Has(words.Fold(string(runes[second:]))) &&
		(len(many) == 0 || slices.ContainsFunc(many, func(s grammar.Shown) bool { return !s.Animate || s.Gender != grammar.Plural }))
}

// oneCapital reports whether all letters but one are small.
func oneCapital(runes []rune) bool {
	n := 0
	for _, r := range runes {
		if isUpper(r) {
			n++
		}
	}
	return n == 1
}

// leavesWord reports whether capitals with small letters behind them are one word with a
// slip of the shift key («СТОроны») rather than an abbreviation with its ending («ВУЗами»,
// «ВУЗовский»).
func leavesWord(rest string) bool {
	return !slices.Contains(nameEndings, rest) && rest != "ов" && rest != "ы" && !strings.HasPrefix(rest, "овск") && !strings.HasPrefix(rest, "овец") && !strings.HasPrefix(rest, "овц")
}
