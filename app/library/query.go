package library

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/release"
	"communique/editor/words"
)

// Query is what to look for. Every text is a query: what cannot be understood
// as a filter is searched as words.
//
//	встречи президентов      both words, in any form
//	"совместное заявление"   exactly these words in a row
//	-учения                  without the word
//	год:2024  дата:2024-09  с:01.09.2024  до:2024-09-30
//	место:Бишкек  статус:черновик  вид:встреча  шаблон:meeting  тег:визит
//	кто:"Садыр Жапаров"  сказал:Жапаров  повтор:да
//
// The filters have English names too, and any of them may follow a minus.
//
// A release is found that has every term of Must and none of Not, lies within the days,
// and does not lie in the trash. The zero Query asks for everything.
type Query struct {
	Must, Not []Term
	From, To  release.Date // both inclusive; zero means open
	Twins     bool         // only releases whose words another has too
	Speakers  []string     // the names of those whose words are asked for, as they were typed
	Sort      Order
}

// Order is the order of what is found.
type Order string

// The orders.
const (
	Newest Order = "newest"
	Oldest Order = "oldest"
	Best   Order = "best"
	Edited Order = "edited" // saved last first
)

// Orders lists every Order.
func Orders() []Order { return []Order{Newest, Oldest, Best, Edited} }

// Place is where in a release a Term is looked for: in its Words, or in a field that has
// one value.
type Place string

// The places.
const (
	InText     Place = "text" // headline and text
	InSpeakers Place = "speakers"
	InPlace    Place = "place"
	InTags     Place = "tags"
	OfStatus   Place = "status"
	OfKind     Place = "kind"
	OfTemplate Place = "template"
	OfLanguage Place = "language"
)

// IsField reports whether p is a field with one value, which a Term asks for as it is.
func (p Place) IsField() bool {
	return p == OfStatus || p == OfKind || p == OfTemplate || p == OfLanguage
}

// Term asks for words in a place. Any of the Rows will do: folded words, parted by spaces,
// that stand one after another; the forms of what was typed, that first. For a field it
// is the value, of which letters and digits count, and not their case.
type Term struct {
	In   Place
	Rows []string
	// Begins says that the last word of the first row may go on.
	Begins bool
}

// Names are what people call the values of filters, folded: «черновик» for
// "draft".
type Names map[string]string

// NamesIn returns the names of statuses and kinds in a language of the
// interface; text gives a name's words.
func NamesIn(text func(name string) string) Names {
	names := Names{}
	for _, s := range release.Statuses() {
		names[words.Fold(text("status-"+string(s)))] = string(s)
	}
	for _, k := range release.Kinds() {
		names[words.Fold(text("kind-"+string(k)))] = string(k)
	}
	return names
}

// ParseQuery reads a query. While it is being typed, its last word may be the
// beginning of one.
func ParseQuery(text string, typing bool, names Names) Query {
	q := Query{Sort: Newest}
	parts := split(text)
	for i, p := range parts {
		last := typing && i == len(parts)-1 && !p.quoted && !strings.HasSuffix(text, " ")
		if !q.filter(p, names) {
			q.words(p, last)
		}
	}
	return q
}

// QuotesOf asks for what somebody has said; the words of the name may stand in
// any case and order.
func QuotesOf(names ...string) Query {
	q := Query{Sort: Newest, Speakers: names}
	for _, name := range names {
		q.everyWord(false, InSpeakers, name)
	}
	return q
}

// Naming asks for the releases that name somebody or something; the words of
// the name may stand in any case and order.
func Naming(name string) Query {
	q := Query{Sort: Newest}
	q.everyWord(false, InText, name)
	return q
}

// part is what stands between spaces outside quotation marks.
type part struct {
	not    bool
	key    string // before the colon, folded
	text   string
	raw    string // key, colon and text as typed
	quoted bool
}

func split(text string) []part {
	var parts []part
	for rest := strings.TrimLeftFunc(text, unicode.IsSpace); rest != ""; rest = strings.TrimLeftFunc(rest, unicode.IsSpace) {
		var p part
		if after, ok := strings.CutPrefix(rest, "-"); ok && after != "" && !unicode.IsSpace(rune(after[0])) {
			p.not, rest = true, after
		}
		end := strings.IndexFunc(rest, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(`:"«“„`, r) })
		start := rest
		if end > 0 && rest[end] == ':' {
			p.key, rest = words.Fold(rest[:end]), rest[end+1:]
		}
		var n int
		p.text, n, p.quoted = value(rest)
		p.raw = start[:len(start)-len(rest)] + rest[:n]
		rest = rest[n:]
		parts = append(parts, p)
	}
	return parts
}

// value takes a word or a quotation off the start of text. A quotation that is
// not closed yet runs to the end.
func value(text string) (inner string, length int, quoted bool) {
	for opening, closing := range map[string]string{`"`: `"`, "«": "»", "“": "”", "„": "“"} {
		if after, ok := strings.CutPrefix(text, opening); ok {
			inner, _, closed := strings.Cut(after, closing)
			length = len(opening) + len(inner)
			if closed {
				length += len(closing)
			}
			return inner, length, true
		}
	}
	end := strings.IndexFunc(text, unicode.IsSpace)
	if end < 0 {
		end = len(text)
	}
	return text[:end], end, false
}

// add asks for a term, once however often it was typed.
func (q *Query) add(not bool, t Term) {
	terms := &q.Must
	if not {
		terms = &q.Not
	}
	if !slices.ContainsFunc(*terms, t.equal) {
		*terms = append(*terms, t)
	}
}

func (t Term) equal(other Term) bool {
	return t.In == other.In && t.Begins == other.Begins && slices.Equal(t.Rows, other.Rows)
}

// words adds what is searched in the text.
func (q *Query) words(p part, begins bool) {
	text := p.text
	if p.key != "" {
		text, p.quoted = p.raw, false
	}
	var folded []string
	capital := false // of the last word
	for w := range words.In(text) {
		folded, capital = append(folded, w.Folded), isCapital(text[w.Start:])
	}
	if last := len(folded) - 1; begins && last >= 0 && utf8.RuneCountInString(folded[last]) == 1 {
		folded, begins = folded[:last], false // the first letter of a word says nothing yet
	}
	if len(folded) == 0 {
		return
	}
	if p.quoted {
		q.add(p.not, Term{In: InText, Rows: []string{strings.Join(folded, " ")}})
		return
	}
	q.add(p.not, formsTerm(InText, folded, capital, begins))
}

func isCapital(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}

// formsTerm asks for the words in a row, the last in any of its forms: that is
// how «вице-премьер» and «Санкт-Петербург» bend. One with a capital may be a name.
func formsTerm(in Place, folded []string, capital, begins bool) Term {
	last := len(folded) - 1
	head := strings.Join(folded[:last], " ")
	t := Term{In: in, Begins: begins}
	forms := words.Forms
	if capital {
		forms = words.NameForms
	}
	for _, form := range forms(folded[last]) {
		t.Rows = append(t.Rows, strings.TrimSpace(head+" "+form))
	}
	return t
}

// everyWord asks for each word of text in any form and in any order.
func (q *Query) everyWord(not bool, in Place, text string) {
	for w := range words.In(text) {
		q.add(not, formsTerm(in, []string{w.Folded}, isCapital(text[w.Start:]), false))
	}
}

// filterNames are the filters in both languages.
var filterNames = map[string]string{
	"год": "year", "дата": "date", "с": "from", "от": "from", "после": "from", "до": "to", "по": "to",
	"место": "place", "статус": "status", "вид": "kind", "тип": "kind", "шаблон": "template", "тег": "tag", "метка": "tag",
	"язык": "language", "кто": "person", "лицо": "person", "сказал": "said", "сказала": "said", "цитата": "said", "повтор": "twin",
	"year": "year", "date": "date", "from": "from", "after": "from", "to": "to", "before": "to", "until": "to",
	"place": "place", "status": "status", "kind": "kind", "type": "kind", "template": "template", "tag": "tag",
	"language": "language", "lang": "language", "person": "person", "who": "person", "said": "said", "quote": "said", "twin": "twin", "duplicate": "twin",
}

// filter reads p as a filter and reports whether it is one.
func (q *Query) filter(p part, names Names) bool {
	name := filterNames[p.key]
	if name == "" || strings.TrimSpace(p.text) == "" {
		return false
	}
	switch name {
	case "place", "tag":
		var row []string
		for w := range words.In(p.text) {
			row = append(row, w.Folded)
		}
		if len(row) == 0 {
			return false
		}
		q.add(p.not, formsTerm(map[string]Place{"place": InPlace, "tag": InTags}[name], row, false, false))
	case "person":
		q.everyWord(p.not, InText, p.text)
	case "said":
		q.Speakers = append(q.Speakers, p.text)
		q.everyWord(p.not, InSpeakers, p.text)
	case "twin":
		q.Twins = true
	case "status", "kind", "template", "language":
		code := p.text
		if known, ok := names[words.Fold(p.text)]; ok {
			code = known
		}
		q.add(p.not, Term{In: Place(name), Rows: []string{code}})
	default:
		return !p.not && q.span(name, p.text)
	}
	return true
}

// span reads the filters of dates.
func (q *Query) span(name, text string) bool {
	first, last, ranged := strings.Cut(text, "..")
	if !ranged && name == "year" {
		first, last, ranged = strings.Cut(text, "-")
	}
	from, to, ok := period(first)
	if ranged {
		var end release.Date
		var okEnd bool
		_, end, okEnd = period(last)
		to, ok = end, ok && okEnd
	}
	if !ok {
		return false
	}
	if name != "to" && (q.From.IsZero() || q.From.Compare(from) < 0) {
		q.From = from
	}
	if name != "from" && (q.To.IsZero() || to.Compare(q.To) < 0) {
		q.To = to
	}
	return true
}

// period reads a year, a month or a day: 2024, 2024-09, 09.2024, 11.09.2024.
func period(text string) (from, to release.Date, ok bool) {
	if d, ok := grammar.ParseDate(text); ok {
		return d, d, true
	}
	year, month, dashed := strings.Cut(text, "-")
	if !dashed {
		if m, y, dotted := strings.Cut(text, "."); dotted {
			year, month, dashed = y, m, true
		}
	}
	y, err := strconv.Atoi(year)
	if err != nil || y < 1000 || y > 9999 {
		return from, to, false
	}
	if !dashed {
		return release.Date{Year: y, Month: time.January, Day: 1}, release.Date{Year: y, Month: time.December, Day: 31}, true
	}
	m, err := strconv.Atoi(month)
	if err != nil || m < 1 || m > 12 {
		return from, to, false
	}
	end := time.Date(y, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC)
	return release.Date{Year: y, Month: time.Month(m), Day: 1}, release.DateOf(end), true
}

// IsEmpty reports whether q asks for everything.
func (q Query) IsEmpty() bool {
	return len(q.Must) == 0 && len(q.Not) == 0 && q.From.IsZero() && q.To.IsZero() && !q.Twins
}
