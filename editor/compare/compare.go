// Package compare tells two states of a release apart, word by word, and says
// in numbers what kind of words changed.
package compare

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"

	"communique/assets/translations"
	"communique/editor/draft"
	"communique/editor/grammar"
	"communique/editor/moment"
	"communique/editor/release"
)

// Kind says whose a piece is.
type Kind int

// The kinds of piece.
const (
	Same Kind = iota
	Removed
	Added
)

// Piece is a run of text, spaces included. The pieces of a part that are not
// Added make the old text, those that are not Removed the new one.
type Piece struct {
	Kind Kind
	Text string
}

// Body names lead and blocks together, which are compared as one text, in the form of
// draft.FormatText.
const Body release.Field = "text"

// Part is a part of the release, by the name of its field, or Body.
type Part struct {
	Field  release.Field
	Pieces []Piece
}

// Changed reports whether the part is not the same in both.
func (p Part) Changed() bool {
	for _, piece := range p.Pieces {
		if piece.Kind != Same {
			return true
		}
	}
	return false
}

// Counts say how much changed. A word that was replaced counts once; a name of
// several words is one name, and so is a date. Signs are the places where no word changed
// but signs or spaces, which are the levels of lists too. Unshown is 1 where the releases
// differ in nothing of these and yet are not the same: bold, an address of a link, the language.
type Counts struct {
	Words, Names, Dates, Numbers, Signs, Unshown int
}

// IsZero reports whether nothing changed.
func (c Counts) IsZero() bool { return c == Counts{} }

// Facts names what changed, with how much of it, for the translations.
func (c Counts) Facts() []translations.Counted {
	return []translations.Counted{
		{Name: "changed-words", Count: c.Words},
		{Name: "changed-names", Count: c.Names},
		{Name: "changed-dates", Count: c.Dates},
		{Name: "changed-numbers", Count: c.Numbers},
		{Name: "changed-signs", Count: c.Signs},
		{Name: "changed-unshown", Count: c.Unshown},
	}
}

// Releases compares two states of a release, part by part in the order of the
// page. A part that is empty in both is left out.
func Releases(old, now release.Release) ([]Part, Counts) {
	var parts []Part
	var counts Counts
	before, after := fields(old), fields(now)
	for i := range before {
		if before[i].text == "" && after[i].text == "" {
			continue
		}
		p := Part{Field: before[i].name, Pieces: Texts(before[i].text, after[i].text)}
		counts.add(p.Pieces)
		parts = append(parts, p)
	}
	if counts.IsZero() && !same(old, now) {
		counts.Unshown = 1
	}
	return parts, counts
}

// same reports whether two releases are the same file. Of one that cannot be written it says no.
func same(old, now release.Release) bool {
	before, err := old.Encode()
	if err != nil {
		return false
	}
	after, err := now.Encode()
	return err == nil && bytes.Equal(before, after)
}

type field struct {
	name release.Field
	text string
}

func fields(r release.Release) []field {
	var contacts []string
	for _, c := range r.Contacts {
		contacts = append(contacts, contactText(c))
	}
	return []field{
		{release.StatusField, string(r.Status)},
		{release.KindField, string(r.Kind)},
		{release.NumberField, r.Number},
		{release.EmbargoField, orUnread(r, release.EmbargoField, r.Embargo.String())},
		{release.HeadlineField, r.Headline},
		{release.SubheadlineField, r.Subheadline},
		{release.DateField, orUnread(r, release.DateField, moment.FormatDate(r.Date))},
		{release.PlaceField, r.Place},
		{Body, draft.FormatText(r.Lead, shown(r.Blocks))},
		{release.BoilerplateField, r.Boilerplate},
		{release.ContactsField, strings.Join(contacts, "\n")},
		{release.TagsField, strings.Join(r.Tags, ", ")},
		{release.NotesField, r.Notes},
	}
}

// shown are blocks as a comparison shows them: of a picture a person sees all that is
// said of it, and enough of its hash to see that it is another.
func shown(blocks []release.Block) []release.Block {
	all := slices.Clone(blocks)
	for i, b := range all {
		if b.Kind != release.Picture {
			continue
		}
		all[i].Picture = b.Picture[:min(len(b.Picture), fewDigits)]
		for _, more := range []string{b.Author, b.Alternative} {
			if more != "" {
				all[i].Text += "\n" + more
			}
		}
	}
	return all
}

// fewDigits tell one picture of a release from its others.
const fewDigits = 8

// orUnread is the value of a field, or what was typed there and cannot be read.
func orUnread(r release.Release, field release.Field, value string) string {
	if text := r.UnreadText(field); text != "" {
		return text
	}
	return value
}

func contactText(c release.Contact) string {
	lines := []string{c.Post, c.Organisation, c.Name}
	for _, p := range c.Phones {
		lines = append(lines, p.Number)
	}
	var there []string
	for _, line := range append(lines, c.Email, c.Site) {
		if line != "" {
			there = append(there, line)
		}
	}
	return strings.Join(there, ", ")
}

// Texts compares two texts word by word.
func Texts(old, now string) []Piece {
	codes := map[string]rune{}
	var tokens []string
	encode := func(text string) []rune {
		var runes []rune
		for _, token := range tokensOf(text) {
			code, ok := codes[token]
			if !ok {
				code = nthRune(len(tokens))
				codes[token] = code
				tokens = append(tokens, token)
			}
			runes = append(runes, code)
		}
		return runes
	}
	d := diffmatchpatch.New()
	d.DiffTimeout = 0 // the same texts give the same comparison on every machine
	var pieces []Piece
	for _, diff := range d.DiffCleanupSemantic(d.DiffMainRunes(encode(old), encode(now), false)) {
		kind := map[diffmatchpatch.Operation]Kind{diffmatchpatch.DiffDelete: Removed, diffmatchpatch.DiffInsert: Added}[diff.Type]
		var text strings.Builder
		for _, code := range diff.Text {
			text.WriteString(tokens[ordinal(code)])
		}
		pieces = append(pieces, Piece{kind, text.String()})
	}
	return pieces
}

// The library compares runes, so each word gets one: from U+0001 on, past the
// surrogates, which are none.
const (
	firstSurrogate = 0xd800
	surrogates     = 0x800
)

func nthRune(n int) rune {
	r := rune(n + 1) //nolint:gosec // a text has fewer words than there are runes
	if r >= firstSurrogate {
		r += surrogates
	}
	return r
}

func ordinal(r rune) int {
	if r >= firstSurrogate {
		r -= surrogates
	}
	return int(r) - 1
}

// tokensOf parts a text into words, spaces and marks, each by itself.
func tokensOf(text string) []string {
	var tokens []string
	start := 0
	var last class
	for i, r := range text {
		c := classOf(r)
		if i > start && (c != last || c == mark) {
			tokens = append(tokens, text[start:i])
			start = i
		}
		last = c
	}
	if start < len(text) {
		tokens = append(tokens, text[start:])
	}
	return tokens
}

type class int

const (
	mark class = iota
	letters
	space
)

func classOf(r rune) class {
	switch {
	case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || r == '-':
		return letters
	case unicode.IsSpace(r):
		return space
	default:
		return mark
	}
}

// add counts what changed in pieces. What was taken away and what came in its
// place is one change.
func (c *Counts) add(pieces []Piece) {
	var removed, added string
	before := ""
	flush := func() {
		was, is := countWords(removed, before), countWords(added, before)
		c.Words += max(was.Words, is.Words)
		c.Names += max(was.Names, is.Names)
		c.Dates += max(was.Dates, is.Dates)
		c.Numbers += max(was.Numbers, is.Numbers)
		if removed+added != "" && !strings.ContainsFunc(removed+added, func(r rune) bool { return classOf(r) == letters }) {
			c.Signs++
		}
		removed, added = "", ""
	}
	for _, p := range pieces {
		switch p.Kind {
		case Removed:
			removed += p.Text
		case Added:
			added += p.Text
		default:
			if strings.TrimSpace(p.Text) == "" && removed+added != "" {
				removed, added = removed+p.Text, added+p.Text // «Ивана Пробного» is one name
				continue
			}
			flush()
			before = p.Text
		}
	}
	flush()
}

// countWords sorts the words of a piece; before is what stands in front of it.
func countWords(text, before string) Counts {
	k := counter{sentence: endsSentence(before)}
	for _, token := range tokensOf(text) {
		if classOf([]rune(token)[0]) == letters {
			k.word(token)
		} else {
			k.gap(token)
		}
	}
	return k.counts
}

// counter goes through words and knows what stands before the next one.
type counter struct {
	counts   Counts
	last     kindOfWord
	initial  bool // the last word was the «И» of «И. Пробный»
	sentence bool // the next word begins a sentence: its capital says nothing
}

func (k *counter) gap(token string) {
	blank := strings.TrimSpace(token) == ""
	k.sentence = k.sentence && blank || strings.ContainsAny(token, sentenceEnds) && (token != "." || !k.initial)
	if !blank && token != "." {
		k.last = plainWord
	}
}

func (k *counter) word(token string) {
	kind := kindOfToken(token, k.sentence)
	switch {
	case kind == dateWord && k.last == numberWord: // «11 сентября» is one date
		k.counts.Numbers--
		k.counts.Dates++
	case kind == dateWord && k.last != dateWord:
		k.counts.Dates++
	case kind == nameWord && k.last != nameWord:
		k.counts.Names++
	case kind == numberWord && k.last == dateWord: // «сентября 2024»
		kind = dateWord
	case kind == numberWord:
		k.counts.Numbers++
	case kind == plainWord:
		k.counts.Words++
	}
	k.last, k.sentence, k.initial = kind, false, kind == nameWord && utf8.RuneCountInString(token) == 1
}

// sentenceEnds are the marks after which a capital says nothing.
const sentenceEnds = ".!?…\n"

func endsSentence(text string) bool {
	text = strings.TrimRight(text, " \u00a0»\"“”")
	last, _ := utf8.DecodeLastRuneInString(text)
	return text == "" || strings.ContainsRune(sentenceEnds, last)
}

type kindOfWord int

const (
	plainWord kindOfWord = iota
	nameWord
	dateWord
	numberWord
)

func kindOfToken(token string, sentence bool) kindOfWord {
	first := []rune(token)[0]
	_, month := grammar.Month(token)
	switch {
	case unicode.IsDigit(first):
		return numberWord
	case month:
		return dateWord
	case unicode.IsUpper(first) && !sentence:
		return nameWord
	default:
		return plainWord
	}
}
