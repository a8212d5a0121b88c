package template

import (
	"slices"
	"strings"

	"communique/editor/grammar"
)

// Words after a field's name, beside the codes of cases.
const (
	full     = "full"    // a person's post and name
	onlyName = "name"    // a person's name
	short    = "short"   // «И. Пробный»; 11.09.2024
	post     = "post"    // a person's post
	in       = "in"      // a place with its preposition: «в Бишкеке», «на полигоне»
	the      = "the"     // an English phrase with its article
	bare     = "bare"    // an English phrase without its article
	clock    = "clock"   // a time of the day that is a text, as the house writes it
	at       = "at"      // «в 10:00», «с 10:00 до 12:00 по московскому времени»
	weekday  = "weekday" // «среда»
	on       = "on"      // «в среду»
	day      = "day"     // «11 сентября», without the year
	span     = "span"    // «с 9 по 11 сентября 2024 года», where a date is several days
	first    = "first"   // the first of several days, on which something began
	last     = "last"    // the last of them, on which it ended
)

// modifiers are the words that a field of a kind takes, and whether it takes
// cases.
var modifiers = map[FieldKind]struct {
	words []string
	cases bool
}{
	Text:         {[]string{in, the, bare, clock}, true},
	Choice:       {nil, false},
	Time:         {[]string{at}, false},
	Date:         {[]string{short, day, span, first, last, weekday, on}, true},
	Place:        {[]string{in}, true},
	Person:       {[]string{full, onlyName, short, post}, true},
	People:       {[]string{full, onlyName, short}, true},
	Organisation: {[]string{short}, true},
}

// placeholder is {field}, {field.case}, {field.case.word},
// {field:он/она/оно/они} or {field:is/are} in a text.
type placeholder struct {
	start, end int // bytes in the text
	source     string
	field      string
	form       grammar.Case
	word       string   // one of modifiers, "" where there is none
	agreeing   []string // for a man or masculine, feminine, neuter, many; or for one and many
	ok         bool     // it is written as a placeholder must be
	within     bool     // more of its sentence follows
	alone      bool     // it is all of its text
	quoted     bool     // it follows an opening quotation mark of the template
	listed     bool     // it follows a colon of the template
	ends       bool     // it follows «до» or until, as when something ends does
	asked      bool     // it is whoever asked a question
}

// isValue reports one that puts what a field holds, and not a word that agrees with it.
func (p placeholder) isValue() bool { return p.agreeing == nil }

// scan finds the placeholders of a text. Doubled braces are letters.
func scan(text string) []placeholder {
	var found []placeholder
	for i := 0; i < len(text); i++ {
		if strings.HasPrefix(text[i:], "{{") || strings.HasPrefix(text[i:], "}}") {
			i++
			continue
		}
		if text[i] != '{' {
			continue
		}
		end := strings.IndexByte(text[i:], '}')
		if end < 0 {
			return append(found, placeholder{start: i, end: len(text), source: text[i:]})
		}
		p := read(text[i : i+end+1])
		p.start, p.end = i, i+end+1
		found = append(found, p)
		i += end
	}
	return found
}

func read(source string) placeholder {
	p := placeholder{source: source, form: grammar.Nominative}
	inner := strings.Trim(source, "{}")
	if name, choices, agrees := strings.Cut(inner, ":"); agrees {
		p.field, p.agreeing = name, strings.Split(choices, "/")
		p.ok = isName(name) && (len(p.agreeing) == 4 || len(p.agreeing) == 2)
		return p
	}
	parts := strings.Split(inner, ".")
	p.field, p.ok = parts[0], isName(parts[0]) && len(parts) <= 3
	declined := false
	for _, part := range parts[1:] {
		c, isCase := grammar.ParseCase(part)
		switch {
		case isCase && !declined:
			p.form, declined = c, true
		case p.word == "" && !isCase:
			p.word = part
		default:
			p.ok = false
		}
	}
	return p
}

// fits reports whether a field can give what the placeholder asks for.
func (p placeholder) fits(f Field) bool {
	takes := modifiers[f.Kind]
	return p.ok && (p.word == "" || slices.Contains(takes.words, p.word)) && (p.form == grammar.Nominative || takes.cases)
}

// placeholders lists what may stand in a field's place.
func (f Field) placeholders() string {
	takes := modifiers[f.Kind]
	all := []string{"{" + f.Name + "}"}
	for _, word := range takes.words {
		all = append(all, "{"+f.Name+"."+word+"}")
	}
	if takes.cases {
		for _, c := range grammar.Cases()[1:] {
			all = append(all, "{"+f.Name+"."+string(c)+"}")
		}
	}
	return strings.Join(all, ", ")
}

// piece is a stretch of a text; one in square brackets falls away when an
// optional field in it is empty.
type piece struct {
	text        string
	conditional bool
}

// pieces parts a text at its square brackets. Doubled ones are letters; ok is
// false where one has no partner or stands in another.
func pieces(text string) (all []piece, ok bool) {
	var b strings.Builder
	inside := false
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case (c == '[' || c == ']') && i+1 < len(text) && text[i+1] == c:
			b.WriteByte(c)
			i++
		case c == '[' && !inside, c == ']' && inside:
			all = append(all, piece{b.String(), inside})
			b.Reset()
			inside = !inside
		case c == '[' || c == ']':
			return nil, false
		default:
			b.WriteByte(c)
		}
	}
	return append(all, piece{b.String(), false}), !inside
}
