package typography

import (
	"strings"
	"unicode/utf8"

	"communique/editor/wordset"
)

// Kind is what an edit makes better.
type Kind string

// The kinds of edits.
const (
	Quotes     Kind = "quotes"      // their form and their level: «Завод „Рассвет“»
	Dashes     Kind = "dashes"      // a hyphen, or two, for a dash; the house's dash for another
	Ranges     Kind = "ranges"      // 10–15, 09.00–18.00, апрель–май
	NoBreak    Kind = "no-break"    // a space that no line ends at
	Spacing    Kind = "spacing"     // a space too many, or one that is missing
	Ellipses   Kind = "ellipses"    // three full stops
	Numero     Kind = "numero"      // N for №
	Ordinals   Kind = "ordinals"    // 5-ый
	Apostrophe Kind = "apostrophes" // straight ones
	YoKind     Kind = "yo"          // ё, as the house writes it
)

// Kinds lists the kinds of edits.
func Kinds() []Kind {
	return []Kind{Quotes, Dashes, Ranges, NoBreak, Spacing, Ellipses, Numero, Ordinals, Apostrophe, YoKind}
}

// Edit puts New in the place of Old, which begins at the code point At. The edits of a
// text are in its order and do not overlap; Old is empty where something is missing.
type Edit struct {
	Kind Kind
	At   int
	Old  string
	New  string
}

// End is the code point behind what the edit replaces.
func (e Edit) End() int { return e.At + utf8.RuneCountInString(e.Old) }

// Apply makes the edits of a text.
func Apply(text string, edits []Edit) string {
	if len(edits) == 0 {
		return text
	}
	var b strings.Builder
	b.Grow(len(text) + 2*len(edits))
	at, runes := 0, 0
	for _, e := range edits {
		from := at
		for ; runes < e.At; runes++ {
			_, size := utf8.DecodeRuneInString(text[at:])
			at += size
		}
		b.WriteString(text[from:at])
		b.WriteString(e.New)
		at, runes = at+len(e.Old), e.End()
	}
	b.WriteString(text[at:])
	return b.String()
}

// House is how an office sets its texts where good usage differs. Its zero value is
// the usage that the program proposes.
type House struct {
	Dash     Dash     `toml:"dash,omitempty"`
	Initials Initials `toml:"initials,omitempty"`
	// AsTyped says whether quotation marks, dashes and spaces are set while somebody types.
	AsTyped AsTyped `toml:"as_typed,omitempty"`
}

// Dash is the dash between words.
type Dash string

// The usages: the dash that a text has already, of two kinds the one it has more of, and
// the long one where it has none; the em dash, as in books (Мильчин); the en dash, as in
// many offices. Ranges take the en dash in all of them.
const (
	DashAsWritten Dash = ""
	EmDash        Dash = "em"
	EnDash        Dash = "en"
)

// UsagesOfDash lists the usages, the program's own first.
func UsagesOfDash() []Dash { return []Dash{DashAsWritten, EmDash, EnDash} }

// Initials is whether a space stands between two of them.
type Initials string

// The usages: as somebody wrote them, «А. С. Примеров», and «А.С. Примеров». A space
// there is no line ends at.
const (
	InitialsAsWritten Initials = ""
	InitialsSpaced    Initials = "spaced"
	InitialsClosed    Initials = "closed"
)

// UsagesOfInitials lists the usages, the program's own first.
func UsagesOfInitials() []Initials {
	return []Initials{InitialsAsWritten, InitialsSpaced, InitialsClosed}
}

// AsTyped is whether a text is set while somebody types it.
type AsTyped string

// The usages.
const (
	TypedSet  AsTyped = ""
	TypedAsIs AsTyped = "off"
)

// UsagesOfAsTyped lists the usages, the program's own first.
func UsagesOfAsTyped() []AsTyped { return []AsTyped{TypedSet, TypedAsIs} }

// Typesetter sets texts as a house does. Its zero value has the program's own usages.
type Typesetter struct {
	House House
	// Quoted says that the whole text is what somebody said: its words are not touched.
	Quoted bool
	// Spell writes a word with ё or without, as the house does; nil leaves it as it is.
	Spell func(word string) string
}

// For returns the typesetter of texts that belong together: where the house has no dash
// of its own it takes the one these have.
func (t Typesetter) For(texts ...string) Typesetter {
	if t.House.Dash != DashAsWritten {
		return t
	}
	em, en := 0, 0
	emLines, enLines := 0, 0 // those that begin a line, which may be marks of a list
	for _, text := range texts {
		em += strings.Count(text, " — ") + strings.Count(text, "\u00a0— ")
		en += strings.Count(text, " – ") + strings.Count(text, "\u00a0– ")
		emLines += linesWith(text, "—")
		enLines += linesWith(text, "–")
	}
	t.House.Dash = EmDash
	if en > em || en == em && enLines > emLines {
		t.House.Dash = EnDash
	}
	return t
}

// linesWith counts the lines of a text that begin with a dash.
func linesWith(text, dash string) int {
	n := strings.Count(text, "\n"+dash)
	if strings.HasPrefix(text, dash) {
		n++
	}
	return n
}

// Edits returns what makes a text well set; nothing where it is. Lines are paragraphs, and
// each is set by the rules of its own language. Letters and digits stay as they are but
// for №, the endings of ordinals and ё; addresses of mail and web, code, markup, phones
// and numbers of documents stay altogether. To set a text twice changes nothing more.
//
// What is set, and what is left alone for a reason, is told in rules.md.
func (t Typesetter) Edits(text string) []Edit {
	edits, settled := t.once(text)
	for range mostRounds {
		if settled {
			return edits
		}
		set := Apply(text, edits)
		var more []Edit
		if more, settled = t.once(set); len(more) == 0 {
			return edits
		}
		edits = composed(text, edits, set, more)
	}
	return edits
}

// mostRounds is how often a text is looked at again: which quotation a mark belongs to is
// told by the others, and where many are wrong they are seen for what they are one after
// the other.
const mostRounds = 8

// once sets a text as far as one look at it tells, and reports whether another look would
// tell no more.
func (t Typesetter) once(text string) (edits []Edit, settled bool) {
	s := setter{Typesetter: t, asWritten: t.House.Dash == DashAsWritten, text: text, tokens: tokens(text)}
	if s.asWritten {
		s.Typesetter = t.For(text)
	}
	s.clean()
	s.depths = s.quotations()
	for i := range s.tokens {
		s.set(i)
	}
	return s.withSpaces(), s.settled()
}

// Text returns a text well set.
func (t Typesetter) Text(text string) string { return Apply(text, t.Edits(text)) }

// setter sets one text.
type setter struct {
	Typesetter
	asWritten bool // dashes that stand stay
	text      string
	tokens    []token
	depths    map[int]quotation // by the token of a quotation mark
	run       quoteRun          // the last one asked for: each mark of a long one asks
	opening   map[int]bool      // straight marks that open by those of their line; made when one is asked for
	within    int               // quotations that are open
	english   bool              // the paragraph
	edits     []Edit
	spaces    []Edit // those that are taken out
}

// set looks at one token.
func (s *setter) set(i int) {
	switch t := &s.tokens[i]; t.kind {
	case lineStart:
		s.english = t.english
	case space:
		s.setSpace(i)
	case word:
		s.setWord(i)
	case sign:
		s.setSign(i)
	}
}

// replace puts words in the place of a token.
func (s *setter) replace(i int, kind Kind, words string) { s.replaceAll(i, i, kind, words) }

// replaceAll puts words in the place of the tokens from one to another.
func (s *setter) replaceAll(from, to int, kind Kind, words string) {
	if old := s.text[s.tokens[from].start:s.tokens[to].end]; old != words {
		s.edits = append(s.edits, Edit{kind, s.tokens[from].at, old, words})
	}
}

// words is what a token says.
func (s *setter) words(i int) string {
	if i < 0 || i >= len(s.tokens) {
		return ""
	}
	return s.text[s.tokens[i].start:s.tokens[i].end]
}

// kindOf is the kind of a token; lineStart where there is none.
func (s *setter) kindOf(i int) tokenKind {
	if i < 0 || i >= len(s.tokens) {
		return lineStart
	}
	return s.tokens[i].kind
}

// runeOf is the first letter of a token; 0 where there is none, and at a line's edges.
func (s *setter) runeOf(i int) rune {
	if s.kindOf(i) == lineStart {
		return 0
	}
	return s.tokens[i].first
}

// isOne reports whether a token is one of some words, in small letters.
func (s *setter) isOne(i int, list *wordset.Set) bool {
	if s.kindOf(i) != word {
		return false
	}
	w := s.words(i)
	return len(w) <= longestListed && (list.Has(w) || s.tokens[i].capital && list.Has(strings.ToLower(w)))
}

// before is the token before another, without markup; after the one behind.
func (s *setter) before(i int) int {
	for i--; s.kindOf(i) == markup; i-- {
	}
	return i
}

func (s *setter) after(i int) int {
	for i++; s.kindOf(i) == markup; i++ {
	}
	return i
}

// Count returns how many edits there are of each kind, in the order of Kinds.
func Count(edits []Edit) []Counted {
	var all []Counted
	for _, kind := range Kinds() {
		n := 0
		for _, e := range edits {
			if e.Kind == kind {
				n++
			}
		}
		if n > 0 {
			all = append(all, Counted{kind, n})
		}
	}
	return all
}

// Counted is how many edits of a kind there are.
type Counted struct {
	Kind Kind
	N    int
}

// isRunOf reports whether all letters of a word are of a set.
func isRunOf(w, letters string) bool {
	for _, r := range w {
		if !strings.ContainsRune(letters, r) {
			return false
		}
	}
	return w != ""
}
