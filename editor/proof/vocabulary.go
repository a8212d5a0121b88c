package proof

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/release"
	"communique/editor/spelling/english"
	"communique/editor/spelling/yo"
	"communique/editor/words"
	"communique/editor/wordset"
)

// countries are those with two names, by the beginnings of their words.
var countries = [][2]string{
	{"киргизи", "кыргызстан"},
	{"белорусси", "беларус"},
	{"молдави", "молдов"},
	{"туркмени", "туркменистан"},
	{"казахски", "казакстан"},
	{"алма-ат", "алматы"},
	{"киргизска", "кыргызска"},
	{"бирм", "мьянм"},
	{"свазиленд", "эсватини"},
	{"башкири", "башкортостан"},
	{"верхняя вольта", "буркина"},
	{"берег слоновой", "кот-д"},
	{"kirg", "kyrgyz"},
	{"byeloruss", "belarus"},
	{"beloruss", "belarus"},
	{"moldavia", "moldova"},
	{"turkmenia", "turkmenistan"},
	{"burma", "myanmar"},
	{"swaziland", "eswatini"},
	{"ivory coast", "côte d"},
	{"kazakstan", "kazakhstan"},
	{"tadjikistan", "tajikistan"},
	{"turkey", "türkiye"},
	{"alma-ata", "almaty"},
	{"kiev", "kyiv"},
	{"cape verde", "cabo verde"},
	{"czech republic", "czechia"},
	{"east timor", "timor-leste"},
}

// countryInitials are the letters that their names begin with.
const countryInitials = "абвкмстэbcekmtsai"

func firstLetter(text string) string {
	_, size := utf8.DecodeRuneInString(text)
	return text[:size]
}

// countryTwoNames finds a country that one text calls two ways.
func countryTwoNames(w *whole, out *report) {
	called := map[int][2][]written{}
	for _, p := range w.texts {
		for _, c := range p.countries() {
			ways := called[c.country]
			ways[c.way] = append(ways[c.way], written{p: p, start: p.tokens[c.first].start, end: p.tokens[c.last].end})
			called[c.country] = ways
		}
	}
	for country := range countries {
		fewer, others := called[country][0], called[country][1]
		if len(others) < len(fewer) {
			fewer, others = others, fewer
		}
		for _, at := range fewer {
			out.add(at.p, at.start, at.end).Other = others[0].p.text[others[0].start:others[0].end]
		}
	}
}

// countryNamed is where a text names a country that has two names, by its tokens, and by which.
type countryNamed struct{ first, last, country, way int }

// countriesNamed are the countries with two names that a text names.
func (p *passage) countriesNamed() []countryNamed {
	var all []countryNamed
	for i := range p.tokens {
		if !p.is(i, word) || !startsUpper(p.piece(i)) || !strings.Contains(countryInitials, firstLetter(p.folded[i])) {
			continue
		}
		for c, names := range countries {
			for way := len(names) - 1; way >= 0; way-- { // the second may begin as the first does: «туркменистан»
				if last := p.beginsAs(i, names[way]); last >= 0 {
					all = append(all, countryNamed{i, last, c, way})
					break
				}
			}
		}
	}
	return all
}

// beginsAs is the last token of a name whose words begin as those at i do, of one word or of two
// («ivory coast»); -1 where they do not.
func (p *passage) beginsAs(i int, name string) int {
	first, second, two := strings.Cut(name, " ")
	switch {
	case !strings.HasPrefix(p.folded[i], first):
		return -1
	case !two:
		return i
	case p.folded[i] == first && p.wordFollows(i) && strings.HasPrefix(p.folded[i+2], second):
		return i + 2
	}
	return -1
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

// everyoneInEnglish are those that newspapers do not explain and the dictionary has not.
var everyoneInEnglish = wordset.Of(`BRICS COVID ASEAN OPEC UNHCR GMT UTC EST EDT PST PDT CET CEST EUR USD GBP PLC LLC LLP NYSE NASDAQ COO CIO CMO URL FAQ KPMG BMW
	CSTO EAEU OSCE SCO UAE UNGA MOU FTA NPP HPP CHP NPO TASS EFE`)

// abbreviationUnexplained finds, where it comes first, an abbreviation that the text
// explains nowhere.
func abbreviationUnexplained(w *whole, out *report) {
	seen := map[string]bool{}
	explained := explainedWords(w)
	for _, p := range w.texts {
		if !p.russian() && p.language != "en" || !p.prose() {
			continue
		}
		for i := range p.tokens {
			text := p.piece(i)
			if !p.isAbbreviation(i) || seen[text] || explained[text] || p.everyoneKnows(text) || p.readOtherwise(i) || p.isLeft(i) {
				continue
			}
			seen[text] = true
			out.add(p, p.tokens[i].start, p.tokens[i].end)
		}
	}
}

// isLeft reports whether a check before has found the word at i left to fill in, or left by another program.
func (p *passage) isLeft(i int) bool {
	start, end := p.offset(p.tokens[i].start), p.offset(p.tokens[i].end)
	return slices.ContainsFunc(p.found, func(f Finding) bool {
		return (f.Code == PlaceholderLeft || f.Code == HTMLLeft) && f.Start < end && start < f.End
	})
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

// everyoneKnows reports whether newspapers do not explain an abbreviation. In English the dictionary has those that
// do not need it (NATO, FBI), and two letters are mostly no abbreviation but a state or a code.
func (p *passage) everyoneKnows(text string) bool {
	const shortest = 3 // letters
	return everyone.Has(text) || !p.russian() && (len(text) < shortest || english.Words().Find(text) > 0 || english.Words().Find(strings.ToLower(text)) > 0 || english.Words().Find(text[:1]+strings.ToLower(text[1:])) > 0 || everyoneInEnglish.Has(text))
}

// isAbbreviation reports whether a word is a few capitals of its language's alphabet, and no Roman figure.
func (p *passage) isAbbreviation(i int) bool {
	if !p.is(i, word) || p.tokens[i].address {
		return false
	}
	text := p.piece(i)
	if last, _ := utf8.DecodeLastRuneInString(text); unicode.IsLower(last) {
		return false // as nearly every word
	}
	n := utf8.RuneCountInString(text)
	return n >= 2 && n <= 8 && strings.ToUpper(text) == text && (p.russian() && isCyrillic(text) || !p.russian() && isASCII(text) && strings.Trim(text, "IVXLCDM") != "") && !strings.Contains(text, "-") && strings.Trim(text, "ХX") != ""
}

// readOtherwise reports whether capitals are no abbreviation that a reader misses: they
// are part of a model's number, a name, a line in capitals, or a word that is shouted.
func (p *passage) readOtherwise(i int) bool {
	text := p.piece(i)
	return p.isMarkedWithNumber(i) || p.quotedName(i) || p.opensDateline(i) || p.amongCapitals(i) ||
		utf8.RuneCountInString(text) > 3 && words.Has(words.Fold(text))
}

// opensDateline reports whether the first word of a lead is the town of a date line, as agencies write it: "LAKEVIEW,
// May 13 –", "PARIS (Reuters) –".
func (p *passage) opensDateline(i int) bool {
	return p.Field == release.LeadField && i == 0 && (p.piece(1) == "," || p.is(1, space) && (p.isDash(2) || p.piece(2) == "("))
}

// isMarkedWithNumber reports whether a figure or a hyphen runs onto a word: «ТУ-154».
func (p *passage) isMarkedWithNumber(i int) bool {
	return p.is(i-1, figure) || p.piece(i-1) == "-" || p.is(i+1, figure) || p.piece(i+1) == "-"
}

// quotedName reports whether a word stands alone in quotation marks, as names do.
func (p *passage) quotedName(i int) bool {
	return strings.Contains("«“\"", p.piece(i-1)) && p.is(i-1, sign) || p.piece(i+1) == "»"
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
