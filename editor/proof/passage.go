package proof

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/plain"
	"communique/editor/release"
)

// passage is a text of the release with its place.
type passage struct {
	release.TextID
	index    int
	kind     release.BlockKind
	language string // in which it is written: "ru", "en", or what the release says
	text     string
	dash     string // between the release's words
	english  release.English
	tokens   []token
	folded   []string    // the tokens that are words, folded; "" for the others
	dates    []day       // that it names
	named    []nameSpelt // in English
	found    []Finding   // in it alone

	// What checks ask of it, made when one does.
	unknown   func() []int      // tokens that may be names: capitals, and not in the dictionary
	people    func() []fullName // whose cases are known
	countries func() []countryNamed
	spelt     func() []nameSpelt // surnames, and names in quotation marks
	pairs     func() []nameSpelt // of words with capitals, in English
	spelled   func() []spelled   // words that have another spelling in another country
}

// body reports whether p is part of what the release tells: headline, lead, blocks.
func (p *passage) body() bool {
	switch p.Field {
	case release.HeadlineField, release.SubheadlineField, release.LeadField, release.BlocksField:
		return true
	}
	return false
}

// prose reports whether p is made of sentences.
func (p *passage) prose() bool {
	return p.runsOn() || p.Field == release.BoilerplateField
}

// runsOn reports whether p belongs to the running text, in which a quotation
// may go on from one paragraph to the next.
func (p *passage) runsOn() bool {
	switch p.kind {
	case release.Subheading, release.Table, release.Picture:
		return false
	}
	return (p.Field == release.LeadField || p.Field == release.BlocksField) && p.Part == release.Words
}

// russian reports whether the checks of Russian are for p.
func (p *passage) russian() bool { return p.language == "ru" }

// passages lists every text of r that is published, contacts included: a
// placeholder left in a phone number is sent out like any other.
func passages(r release.Release) []*passage {
	var texts []*passage
	one := func(field release.Field, text string) {
		texts = append(texts, &passage{TextID: release.TextID{Field: field}, index: -1, kind: release.Paragraph, language: languageOf(r.Language, text), text: text})
	}
	for p := range r.Passages() {
		if p.Field == release.LeadField {
			one(release.PlaceField, r.Place) // it stands in the dateline
		}
		if p.Published() {
			texts = append(texts, &passage{TextID: p.TextID, index: p.Index, kind: p.Kind, language: languageOf(r.Language, p.Text), text: p.Text})
		}
	}
	for _, tag := range r.Tags {
		one(release.TagsField, tag)
	}
	for _, c := range r.Contacts {
		for _, text := range []string{c.Post, c.Organisation, c.Name, c.Email, c.Site} {
			one(release.ContactsField, text)
		}
		for _, phone := range c.Phones {
			one(release.ContactsField, phone.Number)
		}
	}
	return texts
}

// languageOf is the language of one text of a release: English in a Russian one, and the
// reverse, is told by its letters; of other languages' letters no such thing is known.
func languageOf(language, text string) string {
	language, _, _ = strings.Cut(language, "-")
	if language != "ru" && language != "en" {
		return language
	}
	cyrillic, latin := 0, 0
	for i, r := range text {
		switch {
		case isSmallRussian(r):
			cyrillic++
		case r <= '9': // most of the rest
		case unicode.Is(unicode.Latin, r):
			latin++
		case unicode.Is(unicode.Cyrillic, r):
			cyrillic++
		}
		const enough = 400 // bytes tell
		if i > enough {
			break
		}
	}
	switch {
	case cyrillic > latin:
		return "ru"
	case latin > cyrillic && isOtherLatin(text):
		return ""
	case latin > cyrillic:
		return "en"
	}
	return language
}

// isOtherLatin reports whether a text in Latin letters is in another language than English,
// by its letters and its small words.
func isOtherLatin(text string) bool {
	accents := 0
	for _, r := range text {
		if r > unicode.MaxASCII && unicode.Is(unicode.Latin, r) {
			accents++
		}
	}
	const enough = 3
	if accents >= enough {
		return true
	}
	low := " " + strings.ToLower(text) + " "
	found := 0
	for _, small := range []string{" les ", " des ", " une ", " est ", " dans ", " und ", " der ", " die ", " los ", " del ", " della ", " che ", " para ", " por "} {
		if strings.Contains(low, small) {
			found++
		}
	}
	return found > 1
}

// sort of token.
type tokenKind uint8

const (
	space  tokenKind = iota // all that parts words within a line
	line                    // a line feed
	word                    // letters, with hyphens, apostrophes and invisible signs between letters
	figure                  // digits, with invisible signs between them
	sign                    // anything else, one by one
)

// token is a piece of a text.
type token struct {
	kind       tokenKind
	address    bool // it is part of a web or mail address
	start, end int  // bytes
	at         int  // code points before it
}

// tokens parts a text. All its bytes belong to one token each.
func tokens(text string) []token {
	all := make([]token, 0, len(text)/5+1)
	at := 0
	for i := 0; i < len(text); {
		t := token{start: i, at: at}
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '\n':
			t.kind = line
			i, at = i+size, at+1
		case unicode.IsSpace(r):
			t.kind = space
			i, at = passRun(text, i, at, func(r rune) bool { return unicode.IsSpace(r) && r != '\n' })
		case isLetter(r):
			t.kind = word
			i, at = passJoined(text, i, at, isLetter, func(r rune) bool { return strings.ContainsRune("-‑'’", r) || plain.HasNoWidth(r) })
		case unicode.IsDigit(r):
			t.kind = figure
			i, at = passJoined(text, i, at, unicode.IsDigit, plain.HasNoWidth)
		default:
			t.kind = sign
			i, at = i+size, at+1
		}
		t.end = i
		all = append(all, t)
	}
	markAddresses(text, all)
	return all
}

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) }

func passRun(text string, i, at int, in func(rune) bool) (end, runes int) {
	for j, r := range text[i:] {
		if !in(r) {
			return i + j, at
		}
		at++
	}
	return len(text), at
}

// passJoined is passRun over runs that single signs join: hyphens in a word, and what nobody sees, which parts nothing.
func passJoined(text string, i, at int, in, joins func(rune) bool) (end, runes int) {
	for {
		i, at = passRun(text, i, at, in)
		joint, size := utf8.DecodeRuneInString(text[i:])
		next, _ := utf8.DecodeRuneInString(text[i+size:])
		if !joins(joint) || !in(next) {
			return i, at
		}
		i, at = i+size, at+1
	}
}

// markAddresses marks the tokens between spaces that make up an address.
func markAddresses(text string, all []token) {
	for i := 0; i < len(all); {
		j := i
		for j < len(all) && all[j].kind != space && all[j].kind != line {
			j++
		}
		cutOff := j == i+2 && all[i].kind == word && text[all[j-1].start:all[j-1].end] == "@" // «press@»
		if (j > i+2 || cutOff) && looksLikeAddress(text[all[i].start:all[j-1].end]) {
			address := withoutSigns(text, all[i:j])
			for k := range address {
				address[k].address = true
			}
		}
		i = max(j, i+1)
	}
}

// withoutSigns are the tokens of an address without the signs of the sentence around it: «(см.
// www.museum.example).»; a bracket that the address opens is its own.
func withoutSigns(text string, all []token) []token {
	for len(all) > 1 && strings.Contains("(«", text[all[0].start:all[0].end]) {
		all = all[1:]
	}
	for len(all) > 1 {
		run, last := text[all[0].start:all[len(all)-1].end], text[all[len(all)-1].start:all[len(all)-1].end]
		if !strings.Contains(".,;:)»!?", last) || last == ")" && strings.Count(run, ")") <= strings.Count(run, "(") {
			break
		}
		all = all[:len(all)-1]
	}
	return all
}

// looksLikeAddress tells addresses, also those with a Cyrillic letter in them by mistake.
func looksLikeAddress(text string) bool {
	if strings.Contains(text, "://") || strings.Contains(text, "www.") || strings.Contains(text[1:], "@") {
		return true
	}
	dot := strings.LastIndexByte(strings.TrimRight(text, ".,;:)»!?"), '.')
	if dot <= 0 {
		return false
	}
	ending := strings.TrimRight(text[dot+1:], ".,;:)»!?")
	ending, _, _ = strings.Cut(ending, "/")
	switch ending {
	case "ru", "com", "org", "net", "int", "info", "kz", "kg", "by", "am", "tj", "gov", "su", "uk", "eu", "рф", "example":
		return true
	}
	return false
}

// offset is how many code points of the text begin before a byte.
func (p *passage) offset(at int) int {
	i := sort.Search(len(p.tokens), func(i int) bool { return p.tokens[i].end > at })
	if i == len(p.tokens) {
		if i == 0 {
			return 0
		}
		last := p.tokens[i-1]
		return last.at + utf8.RuneCountInString(p.text[last.start:])
	}
	t := p.tokens[i]
	return t.at + utf8.RuneCountInString(p.text[t.start:at])
}

// word returns the text of a token; "" beyond the ends.
func (p *passage) piece(i int) string {
	if i < 0 || i >= len(p.tokens) {
		return ""
	}
	return p.text[p.tokens[i].start:p.tokens[i].end]
}

// fold returns the word at i, folded; "" where there is none.
func (p *passage) fold(i int) string {
	if i < 0 || i >= len(p.folded) {
		return ""
	}
	return p.folded[i]
}

// is reports whether there is a token of a kind at i.
func (p *passage) is(i int, kind tokenKind) bool {
	return i >= 0 && i < len(p.tokens) && p.tokens[i].kind == kind
}
