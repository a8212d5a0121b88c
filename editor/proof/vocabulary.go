package proof

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/release"
	"communique/editor/spelling/yo"
	"communique/editor/words"
	"communique/editor/wordset"
)

// countries are those with two names, by the beginnings of their words.
var countries = [][2]string{
	{"киргизи", "кыргызстан"}, {"белорусси", "беларус"}, {"молдави", "молдов"}, {"туркмени", "туркменистан"}, {"казахски", "казакстан"}, {"алма-ат", "алматы"}, {"киргизска", "кыргызска"},
}

// countryTwoNames finds a country that one text calls two ways.
func countryTwoNames(w *whole, out *report) {
	var called [][2][]place
	for _, p := range w.texts {
		if !p.russian() || !p.body() {
			continue
		}
		for i := range p.tokens {
			if p.is(i, word) && startsUpper(p.piece(i)) {
				called = p.callsCountry(i, called)
			}
		}
	}
	for _, ways := range called {
		fewer, others := ways[0], ways[1]
		if len(others) < len(fewer) {
			fewer, others = others, fewer
		}
		for _, at := range fewer {
			t := at.p.tokens[at.i]
			out.add(at.p, t.start, t.end).Other = others[0].p.piece(others[0].i)
		}
	}
}

// callsCountry takes down the name of a country, by the places of countries.
func (p *passage) callsCountry(i int, called [][2][]place) [][2][]place {
	for c, names := range countries {
		for way := len(names) - 1; way >= 0; way-- { // the second may begin as the first does: «туркменистан»
			if !strings.HasPrefix(p.folded[i], names[way]) {
				continue
			}
			if called == nil {
				called = make([][2][]place, len(countries))
			}
			called[c][way] = append(called[c][way], place{p, i})
			break
		}
	}
	return called
}

// place is a word of a text.
type place struct {
	p *passage
	i int
}

// everyone are abbreviations that newspapers do not explain.
var everyone = wordset.Of(`США СССР ООН ЕС РФ КНР СМИ МИД ВВП НАТО СНГ ЕАЭС ОДКБ ШОС БРИКС МВД ФСБ МЧС ОБСЕ ВОЗ МАГАТЭ ЮНЕСКО ЮНИСЕФ ДТП ЖКХ НДС ИТ ТАСС РИА
	ТВ ЧП АЭС ГЭС ТЭЦ ОАО ПАО ООО ЗАО АО ИП МСК ДНР ЛНР КНДР ФРГ ОАЭ ЮАР ВТО МВФ ВВС ВМФ ВС ВДВ ГД СФ ЦБ ЦИК ФНС МО ГИБДД МФЦ НКО ЦК КПСС КПРФ ЛДПР РСФСР БССР ЧМ ЕГЭ ЗАГС ФИО ИНН ГОСТ
	АН РАН МГУ СПБ ФИФА УЕФА МОК СЕ ЕЭК ДНК РНК ВИЧ СПИД КПП ГАИ ОМОН ОПЕК АСЕАН ЯО ЯЧ ВОВ ЗАО ГУП МУП ФГУП НИИ КБ СВО БПЛА ПВО ВСУ ЕКБ РЖД ВТБ АТС ЛЭП МРОТ ИИ АПК ТЭК ВПК СБ ПА СК ПРО ОПК`)

// abbreviationUnexplained finds, where it comes first, an abbreviation that the text
// explains nowhere.
func abbreviationUnexplained(w *whole, out *report) {
	seen := map[string]bool{}
	explained := explainedWords(w)
	for _, p := range w.texts {
		if !p.russian() || !p.prose() {
			continue
		}
		for i := range p.tokens {
			text := p.piece(i)
			if !p.isAbbreviation(i) || seen[text] || explained[text] || everyone.Has(text) || p.readOtherwise(i) {
				continue
			}
			seen[text] = true
			out.add(p, p.tokens[i].start, p.tokens[i].end)
		}
	}
}

// explainedWords are those that stand where an abbreviation does when a text explains it.
func explainedWords(w *whole) map[string]bool {
	explained := map[string]bool{}
	for _, p := range w.texts {
		for i := range p.tokens {
			if p.isExplained(i) {
				explained[p.piece(i)] = true
			}
		}
	}
	return explained
}

// isExplained reports whether a word is first in brackets, or has brackets behind it, or
// comes behind a dash.
func (p *passage) isExplained(i int) bool {
	if p.is(i, word) {
		inBrackets := p.piece(i-1) == "("
		beforeBrackets := p.piece(i+1) == "(" || p.is(i+1, space) && p.piece(i+2) == "("
		if inBrackets || beforeBrackets {
			return true
		}
	}
	return p.is(i-1, space) && (p.piece(i-2) == "–" || p.piece(i-2) == "—") // «(далее – МПКВЭС)»
}

// isAbbreviation reports whether a word is a few Russian capitals, and no Roman figure.
func (p *passage) isAbbreviation(i int) bool {
	if !p.is(i, word) || p.tokens[i].address {
		return false
	}
	text := p.piece(i)
	if last, _ := utf8.DecodeLastRuneInString(text); unicode.IsLower(last) {
		return false // as nearly every word
	}
	n := utf8.RuneCountInString(text)
	return n >= 2 && n <= 8 && strings.ToUpper(text) == text && isCyrillic(text) && !strings.Contains(text, "-") && strings.Trim(text, "ХX") != ""
}

// readOtherwise reports whether capitals are no abbreviation that a reader misses: they
// are part of a model's number, a name, a line in capitals, or a word that is shouted.
func (p *passage) readOtherwise(i int) bool {
	text := p.piece(i)
	return p.isMarkedWithNumber(i) || p.quotedName(i) || p.amongCapitals(i) ||
		utf8.RuneCountInString(text) > 3 && words.Has(words.Fold(text))
}

// isMarkedWithNumber reports whether a figure or a hyphen runs onto a word: «ТУ-154».
func (p *passage) isMarkedWithNumber(i int) bool {
	return p.is(i-1, figure) || p.piece(i-1) == "-" || p.is(i+1, figure) || p.piece(i+1) == "-"
}

// quotedName reports whether a word stands alone in quotation marks, as names do.
func (p *passage) quotedName(i int) bool {
	return p.piece(i-1) == "«" || p.piece(i+1) == "»" || p.piece(i-1) == "\""
}

// amongCapitals reports whether a word is part of a line in capitals.
func (p *passage) amongCapitals(i int) bool {
	for _, j := range []int{i - 2, i + 2} {
		text := p.piece(j)
		if p.is(j, word) && utf8.RuneCountInString(text) > 3 && strings.ToUpper(text) == text {
			return true
		}
	}
	return false
}

// yoApart are words of which both spellings are words.
var yoApart = wordset.Of("все всем чем нем том осел небо берет совершенный мел падеж узнаем слез смел передохнем лет поем признает сознает узнает")

// yoMixed finds words that a text writes with ё here and without it there.
func yoMixed(w *whole, out *report) {
	with := map[string]string{}
	var without []place
	for _, p := range w.texts {
		if !p.russian() || p.Field == release.ContactsField {
			continue
		}
		for i := range p.tokens {
			if !p.is(i, word) {
				continue
			}
			text := p.piece(i)
			folded := p.folded[i]
			if yoApart.Has(folded) || strings.HasPrefix(folded, "совершенн") {
				continue
			}
			if strings.Contains(text, "ё") || strings.Contains(text, "Ё") {
				with[folded] = text
			} else if strings.Contains(folded, "е") {
				without = append(without, place{p, i})
			}
		}
	}
	if len(with) == 0 {
		return
	}
	forms := formsOf(with)
	for _, at := range without {
		if other := writtenWithYo(at.p.folded[at.i], with, forms); other != "" {
			t := at.p.tokens[at.i]
			out.add(at.p, t.start, t.end).Other = other
		}
	}
}

// writtenWithYo is how a text writes a word with ё, or another form of it: beside «Отчёт»
// stands «отчеты».
func writtenWithYo(folded string, with, forms map[string]string) string {
	if with[folded] != "" || forms[folded] == "" || yo.Restored(folded) == folded {
		return with[folded]
	}
	return forms[folded]
}

// formsOf are the other forms of words that are written with ё, each with the one that
// the text has.
func formsOf(with map[string]string) map[string]string {
	forms := map[string]string{}
	for folded, text := range with {
		for _, form := range words.Known(folded) {
			forms[form] = text
		}
	}
	return forms
}

// articleForm finds "a" before a vowel that is heard, and "an" before a consonant.
func articleForm(p *passage, out *report) {
	if p.language != "en" {
		return
	}
	for i := 0; i+2 < len(p.tokens); i++ {
		if !p.is(i, word) || !p.is(i+1, space) || !p.is(i+2, word) {
			continue
		}
		next := p.piece(i + 2)
		if isUnclearAloud(next) {
			continue
		}
		switch article := p.piece(i); {
		case article == "a" && beginsWithVowel(lower(next)):
			out.mend(p, p.tokens[i].start, p.tokens[i].end, "an")
		case article == "an" && beginsWithConsonant(lower(next)):
			out.mend(p, p.tokens[i].start, p.tokens[i].end, "a")
		}
	}
}

// isUnclearAloud reports whether nobody can tell from its letters how a word is read:
// abbreviations, names and short words.
func isUnclearAloud(text string) bool {
	const shortest = 4 // letters
	return strings.ToUpper(text) == text || len(lower(text)) < shortest || startsUpper(text)
}

// writtenAsVowels are beginnings that are written with a vowel and said with a consonant:
// "one", "European".
var writtenAsVowels = []string{"one", "once", "eu", "ewe"}

// beginsWithVowel leaves out "u", which is either.
func beginsWithVowel(text string) bool {
	return strings.ContainsRune("aeio", rune(text[0])) && !slices.ContainsFunc(writtenAsVowels, func(b string) bool { return strings.HasPrefix(text, b) })
}

// beginsWithConsonant leaves out "h", "x" and "y", which may be said with a vowel.
func beginsWithConsonant(text string) bool {
	return strings.ContainsRune("bcdfgjklmnpqrstvwz", rune(text[0]))
}
