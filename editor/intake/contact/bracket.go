package contact

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
	"communique/editor/wordset"
)

var (
	// bracketsWithin is what stands in brackets within a line.
	bracketsWithin = regexp.MustCompile(`\s*\(([^()]{2,80})\)`)
	// streetAndHouse is an address that names no kind of street: «Красная, 10».
	streetAndHouse = regexp.MustCompile(`^\p{Lu}[\p{L} -]+,\s\d{1,4}\p{L}?$`)
)

// takeBrackets parts from a line what stands in brackets in it: whom one reaches at the number before them joins the
// words of the line, «+7 … (Анна Примерова)»; and goes beside what names nobody: where an office is, «Пресс-центр (Лесная, 10): …»,
// until when it answers, "Ann Example (Asia), …".
func (l *Line) takeBrackets(text string) (rest string) {
	if !strings.Contains(text, "(") {
		return text
	}
	from := 0
	for {
		m := bracketsWithin.FindStringSubmatchIndex(text[from:])
		if m == nil {
			return text
		}
		start, end, words := from+m[0], from+m[1], text[from+m[2]:from+m[3]]
		before := text[:start]
		switch {
		case endsInNumber(before) && isSomebody(words):
			text = before + " — " + words + text[end:]
		case !strings.ContainsFunc(words, unicode.IsLetter), strings.Contains(words, "@"), endsInNumber(before), len(numbersIn(words)) > 0, !l.besideIn(before, words):
			from = end
		default:
			l.add(words)
			text = strings.TrimRight(before, " \u00a0") + text[end:]
		}
	}
}

// endsInNumber and endsInMail report a number or an address before brackets that say whose it is.
func endsInNumber(text string) bool {
	text = strings.TrimRight(text, " \t")
	return text != "" && text[len(text)-1] >= '0' && text[len(text)-1] <= '9'
}

func endsInMail(text string) bool {
	text = strings.TrimRight(text, " \t")
	last := text[strings.LastIndexAny(text, " \t\n")+1:]
	return strings.Contains(strings.TrimSuffix(last, "@"), "@")
}

// besideIn reports whether words in brackets name nobody: behind an address of mail, whatever they say; behind somebody or an
// office, an address, or English words that are neither a post nor an office.
func (l *Line) besideIn(before, words string) bool {
	if strings.TrimSpace(before) == "" {
		return false
	}
	if endsInMail(before) {
		return !isSomebody(words)
	}
	if first, _, _ := strings.Cut(words, " "); elsewhere.Has(strings.ToLower(first)) || streetAndHouse.MatchString(words) || Address.MatchString(words) {
		return true
	}
	kind, all := kindIn(words)
	first, _ := utf8.DecodeRuneInString(words)
	_, known := calledBy(words)
	return !wording.InCyrillic(words) && unicode.IsUpper(first) && !known && (kind == "" || !all) && !messenger.MatchString(words)
}

// isSomeone reports whether a word is a noun for a person: «фотограф».
func isSomeone(word string) bool {
	return slices.ContainsFunc(grammar.NounShows(strings.ToLower(word)), func(s grammar.Shown) bool { return s.Animate && s.Case == grammar.Nominative })
}

// add keeps words beside a contact.
func (l *Line) add(words string) { l.beside = listed(l.beside, words) }

// isSomebody reports whether words are a person's name, or a first name alone.
func isSomebody(words string) bool {
	words = strings.TrimSpace(words)
	return namesSomebody(words) || grammar.IsGivenName(words) && isNameWord(words)
}

// formWords are what the head of a table of contacts says of its columns, small.
var formWords = wordset.Of(`должность фио ф.и.о. имя фамилия отчество телефон телефоны факс почта e-mail email эл адрес почты электронная кто сотрудник номер моб мобильный рабочий организация подразделение контакты контакт
	name title position organisation organization company phone telephone mobile contact department role who person number cell`)

// isFormHead reports whether a line is the head of a table: «Должность, ФИО, телефон».
func isFormHead(text string) bool {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;|/:", r) })
	const fewest = 3
	for _, word := range words {
		if !formWords.Has(word) {
			return false
		}
	}
	return len(words) >= fewest
}

// namesSomebody reports whether words are a name, or an office that answers a telephone.
func namesSomebody(text string) bool {
	text = strings.TrimSpace(bracketed.ReplaceAllString(strings.TrimSpace(text), "$1"))
	if kind, all := kindIn(text); all && kind != "" || messenger.MatchString(text) {
		return false
	}
	c, known := calledBy(text)
	return known && c.Name != "" && isName(c.Name)
}
