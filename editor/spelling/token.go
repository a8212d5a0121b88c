package spelling

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"communique/editor/plain"
)

// Reason says why a word is not checked.
type Reason string

// The reasons: a site, a mail address, a path; letters beside digits; one letter, a
// word all in capitals that nobody knows, or cut short with a full stop; capitals within,
// or letters of two alphabets, which are another check's; a word or a paragraph in a
// language of which there is no dictionary.
const (
	Address      Reason = "address"
	Number       Reason = "number"
	Abbreviation Reason = "abbreviation"
	Mixed        Reason = "mixed"
	Foreign      Reason = "foreign"
)

// Reasons lists the reasons.
func Reasons() []Reason { return []Reason{Address, Number, Abbreviation, Mixed, Foreign} }

// script is an alphabet.
type script int

const (
	otherScript script = iota
	cyrillic
	latin
)

// token is a word of a text.
type token struct {
	start, end int    // bytes
	at         int    // code points before it
	word       string // composed, without stress marks and signs that nobody sees, with plain hyphens and apostrophes
	script     script
	skipped    Reason // "" for a word that is looked up
	opens      bool   // it stands where a sentence begins
	stopped    bool   // a full stop follows
	slipped    bool   // it has a capital too many
	strange    bool   // it has Cyrillic letters that Russian has not
}

// tokens takes a paragraph apart.
func tokens(text string) []token {
	var all []token
	points, opens := 0, true
	for rest, at := text, 0; rest != ""; {
		space := strings.IndexFunc(rest, unicode.IsSpace)
		if space < 0 {
			space = len(rest)
		}
		run := rest[:space]
		all = appendTokens(all, run, at, points, &opens)
		points += utf8.RuneCountInString(run)
		rest, at = rest[space:], at+space
		if rest != "" {
			_, size := utf8.DecodeRuneInString(rest)
			points, rest, at = points+1, rest[size:], at+size
		}
	}
	return all
}

// appendTokens adds the words of what stands between two spaces.
func appendTokens(all []token, run string, at, points int, opens *bool) []token {
	reason := Reason("")
	if isAddress(run) {
		reason = Address
	}
	start, from, n := -1, 0, 0
	end := func(i int) {
		if start < 0 {
			return
		}
		raw := strings.TrimRightFunc(run[start:i], func(r rune) bool { return joins(r) || plain.HasNoWidth(r) })
		t := token{start: at + start, end: at + start + len(raw), at: points + from, opens: *opens, stopped: strings.HasPrefix(run[start+len(raw):], ".")}
		t.word, t.script, t.skipped, t.strange = look(raw)
		if reason != "" {
			t.skipped = reason
		}
		all = append(all, t)
		*opens = false
		start = -1
	}
	for i, r := range run {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if start < 0 {
				start, from = i, n
			}
		case start >= 0 && (unicode.Is(unicode.Mn, r) || plain.HasNoWidth(r) || joins(r)):
		default:
			end(i)
			if strings.ContainsRune(".!?…:", r) {
				*opens = true
			}
		}
		n++
	}
	end(len(run))
	return all
}

// joins reports whether a sign between letters belongs to the word.
func joins(r rune) bool { return r == '-' || r == '‑' || r == '\'' || r == '’' || r == 'ʼ' }

// look makes a word plain, and tells what cannot be looked up.
func look(raw string) (word string, in script, reason Reason, strange bool) {
	word = bare(raw)
	digits, letters, capitals := 0, 0, 0
	mixed := false
	for _, r := range word {
		s := scriptOf(r)
		switch {
		case unicode.IsDigit(r):
			digits++
			continue
		case joins(r):
			continue
		}
		letters++
		if unicode.IsUpper(r) {
			capitals++
		}
		mixed = mixed || in != otherScript && s != in
		in = s
		strange = strange || s == cyrillic && !isRussian(r)
	}
	switch {
	case digits > 0:
		reason = Number
	case mixed || hasCapitalWithin(word, capitals, letters):
		reason = Mixed
	case in == otherScript:
		reason = Foreign
	case letters == 1:
		reason = Abbreviation
	}
	return word, in, reason, strange
}

// bare is a word as dictionaries have it.
func bare(raw string) string {
	if isPlain(raw) {
		return raw
	}
	return norm.NFC.String(strings.Map(func(r rune) rune {
		switch {
		case r == '\u0301' || r == '\u0300' || plain.HasNoWidth(r):
			return -1
		case r == '‑':
			return '-'
		case r == '’' || r == 'ʼ':
			return '\''
		}
		return r
	}, norm.NFC.String(raw)))
}

func isPlain(raw string) bool {
	for _, r := range raw {
		if r >= utf8.RuneSelf && (r < 'Ѐ' || r > 'ӿ') || r >= '\u0483' && r <= '\u0489' {
			return false
		}
	}
	return true
}

func scriptOf(r rune) script {
	switch {
	case r < utf8.RuneSelf && unicode.IsLetter(r), r >= '\u00c0' && r <= '\u024f':
		return latin
	case r >= 'Ѐ' && r <= 'ԯ':
		return cyrillic
	}
	return otherScript
}

func isRussian(r rune) bool {
	low := unicode.ToLower(r)
	return low >= 'а' && low <= 'я' || low == 'ё'
}

// hasCapitalWithin reports whether a word has capitals elsewhere than at the starts of its
// parts, and small letters too: iPhone, ЕврАзЭС.
func hasCapitalWithin(word string, capitals, letters int) bool {
	if capitals == 0 || capitals == letters {
		return false
	}
	for part := range strings.FieldsFuncSeq(word, joins) {
		_, size := utf8.DecodeRuneInString(part)
		if strings.ToLower(part[size:]) != part[size:] && strings.ToUpper(part) != part {
			return true
		}
	}
	return false
}

// isAddress reports whether what stands between two spaces is a site, a mail address, a
// path or what somebody is called in a network.
func isAddress(run string) bool {
	run = strings.TrimLeft(run, "(«\"“[<")
	if strings.Contains(run, "://") || strings.ContainsAny(run, "@\\_") || strings.HasPrefix(run, "www.") || strings.HasPrefix(run, "#") {
		return true
	}
	run = strings.TrimRight(run, ".,;:!?)»\"”]>…")
	for i := 1; i+2 < len(run); i++ { // a dot with Latin letters on both sides; «пример.рф», «Пример.ру»
		if run[i] == '.' && (isLatin(run[i-1]) && isLatin(run[i+1]) && isLatin(run[i+2]) && !isUpper(run[i+1]) || run[i+1:] == "рф" || run[i+1:] == "ру") {
			return true
		}
	}
	return false
}

func isLatin(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' || '0' <= b && b <= '9' }

func isUpper(b byte) bool { return 'A' <= b && b <= 'Z' }
