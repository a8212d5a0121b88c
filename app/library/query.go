package library

import (
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
type Query struct {
	must, not []term
	from, to  release.Date // both inclusive; zero means open
	twins     bool
	// names of speakers that were asked for
	said []string
	Sort Order
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

// term is one word or phrase: rows of words one after another, any of which
// will do.
type term struct {
	columns string // of the index
	rows    []string
	begins  bool // the last word of the row may go on
}

const inText = "{headline text}"

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
	q := Query{Sort: Newest, said: names}
	for _, name := range names {
		q.everyWord(false, "speakers", name)
	}
	return q
}

// Naming asks for the releases that name somebody or something; the words of
// the name may stand in any case and order.
func Naming(name string) Query {
	q := Query{Sort: Newest}
	q.everyWord(false, inText, name)
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

func (q *Query) add(not bool, t term) {
	if not {
		q.not = append(q.not, t)
		return
	}
	q.must = append(q.must, t)
}

// words adds what is searched in the text.
func (q *Query) words(p part, begins bool) {
	text := p.text
	if p.key != "" {
		text, p.quoted = p.raw, false
	}
	var folded []string
	for w := range words.In(text) {
		folded = append(folded, w.Folded)
	}
	if len(folded) == 0 {
		return
	}
	if begins && len(folded) == 1 && utf8.RuneCountInString(folded[0]) == 1 {
		return // the first letter of a word says nothing yet
	}
	if p.quoted {
		q.add(p.not, term{columns: inText, rows: []string{strings.Join(folded, " ")}})
		return
	}
	q.add(p.not, formsTerm(inText, folded, begins))
}

// formsTerm asks for the words in a row, the last in any of its forms: that is
// how «вице-премьер» and «Санкт-Петербург» bend.
func formsTerm(columns string, folded []string, begins bool) term {
	last := len(folded) - 1
	head := strings.Join(folded[:last], " ")
	t := term{columns: columns, begins: begins}
	for _, form := range words.Forms(folded[last]) {
		t.rows = append(t.rows, strings.TrimSpace(head+" "+form))
	}
	return t
}

// everyWord asks for each word of text in any form and in any order.
func (q *Query) everyWord(not bool, columns, text string) {
	for w := range words.In(text) {
		q.add(not, formsTerm(columns, []string{w.Folded}, false))
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
		q.add(p.not, formsTerm(name+map[bool]string{true: "s"}[name == "tag"], row, false))
	case "person":
		q.everyWord(p.not, inText, p.text)
	case "said":
		q.said = append(q.said, p.text)
		q.everyWord(p.not, "speakers", p.text)
	case "twin":
		q.twins = true
	case "status", "kind", "template", "language":
		code := p.text
		if known, ok := names[words.Fold(p.text)]; ok {
			code = known
		}
		q.add(p.not, term{columns: "facets", rows: []string{facet(name, code)}})
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
	if name != "to" && (q.from.IsZero() || q.from.Compare(from) < 0) {
		q.from = from
	}
	if name != "from" && (q.to.IsZero() || to.Compare(q.to) < 0) {
		q.to = to
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
	return len(q.must) == 0 && len(q.not) == 0 && q.from.IsZero() && q.to.IsZero() && !q.twins
}

// match writes q for the index of words; "" asks for everything. Only letters
// and digits of the query reach it.
func (q Query) match() string {
	if len(q.must) == 0 && len(q.not) == 0 {
		return ""
	}
	var b strings.Builder
	if len(q.must) == 0 {
		b.WriteString("facets : " + facetAll)
	}
	for i, t := range q.must {
		if i > 0 {
			b.WriteString(" AND ")
		}
		t.write(&b)
	}
	match := b.String()
	for _, t := range q.not {
		var b strings.Builder
		t.write(&b)
		match = "(" + match + ") NOT " + b.String()
	}
	return match
}

func (t term) write(b *strings.Builder) {
	b.WriteString("(" + t.columns + " : (")
	for i, row := range t.rows {
		if i > 0 {
			b.WriteString(" OR ")
		}
		b.WriteString(`"` + row + `"`)
		if t.begins && i == 0 {
			b.WriteString("*")
		}
	}
	b.WriteString("))")
}
