package intake

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"

	"communique/editor/intake/layout"
	"communique/editor/plain"
	"communique/editor/regexp"
	"communique/editor/release"
)

// MaxBytes is the longest text that is read: a hundred times a long transcript.
// MaxDocument is the largest file, for some hold pictures; maxLines is how many lines a text has at most.
const (
	MaxBytes    = 16 << 20
	maxLines    = layout.MaxParagraphs
	MaxDocument = 64 << 20
)

// Error says why an input is not read.
type Error struct {
	// Reason is "empty", "too-large", "nul", "no-text", "document" for a damaged one, or
	// the format that is not read: "doc", "pdf", "pdf-letters" for one whose letters have codes that Name tells, "picture", "pictures" for a document of nothing else, "password", "packed" for files in
	// an archive that are none of a text, "msg", "tnef", "apple" for what Outlook, Exchange and Pages keep, or "other", which Name tells; of a table that was to be read, "xls" and "no-table".
	Reason string
	Offset int    // bytes from the start, where the reason has a place
	Name   string // of the format
	Err    error  // why a document could not be converted; nil where nobody tried
}

func (e *Error) Error() string { return fmt.Sprintf("intake: %s at byte %d", e.Reason, e.Offset) }

// Unwrap returns why a document could not be converted.
func (e *Error) Unwrap() error { return e.Err }

// Fact names the error for the translations.
func (e *Error) Fact() (string, map[string]any) {
	return "intake-" + e.Reason, map[string]any{"Offset": e.Offset, "Name": e.Name}
}

// Decode returns the bytes' text in UTF-8, made plain as editor/plain says, with line feeds only and
// with spaces for the tabs before items of lists, and the name of the encoding it was in. Its error is an *Error.
func Decode(data []byte) (text, charset string, err error) {
	d := decoder{tabs: tabbed}
	return d.text(data)
}

// Letters returns the bytes' text in UTF-8 as Decode finds it, with all that stands between its words as it
// was: a table has tabs. Its error is an *Error.
func Letters(data []byte) (string, error) {
	var d decoder
	text, _, err := d.letters(data)
	return text, err
}

// decoder makes text of bytes, and keeps what had to be done for it.
type decoder struct {
	// tabs makes of a text's tabs what is to stand for them; nil for one space each.
	tabs    func(text string) string
	lost    []layout.Omission
	repairs []release.Repair
}

// text is Decode.
func (d *decoder) text(data []byte) (text, encoding string, err error) {
	text, encoding, err = d.letters(data)
	if err != nil {
		return "", "", err
	}
	d.lose(layout.Unread, text, unreadLetters)
	d.lose(layout.Invisible, text, plain.Unseen)
	text, odd := layout.Loosened(plain.Lines(d.untabbed(text)))
	if odd > 0 {
		d.lost = append(d.lost, layout.Omission{What: layout.Invisible, Count: odd})
	}
	return text, encoding, nil
}

// untabbed is a text of whose tabs that is made which the decoder's owner wants.
func (d *decoder) untabbed(text string) string {
	if d.tabs == nil {
		return text
	}
	return d.tabs(text)
}

// letters are a text as it is in its encoding, which has words.
func (d *decoder) letters(data []byte) (text, encoding string, err error) {
	if len(data) > MaxDocument {
		return "", "", &Error{Reason: "too-large", Offset: MaxDocument}
	}
	text, encoding, err = d.decode(data)
	if err != nil {
		return "", "", err
	}
	text = strings.TrimPrefix(text, "\ufeff")
	if tooMany(strings.Count(text, "\x00"), len(text)) {
		return "", "", &Error{Reason: "nul", Offset: strings.IndexByte(text, 0)}
	}
	text = d.restored(text)
	if i, bad := rubbish(text); bad {
		return "", "", &Error{Reason: "no-text", Offset: i}
	}
	if strings.TrimSpace(text) == "" {
		return "", "", &Error{Reason: "empty", Offset: 0}
	}
	return text, encoding, nil
}

// lose takes down how many of a text's letters could not be taken, and where the first stands.
func (d *decoder) lose(what layout.Loss, text string, count func(string) int) {
	n := count(text)
	if n == 0 {
		return
	}
	o := layout.Omission{What: what, Count: n}
	line := 0
	for words := range strings.Lines(text) {
		if line++; count(words) > 0 {
			o.At.Line, o.Text = line, layout.Begin(words)
			break
		}
	}
	d.lost = append(d.lost, o)
}

// unreadLetters counts the letters that nobody could read.
func unreadLetters(text string) int { return strings.Count(text, "\ufffd") }

// fewControls is how many control characters even the shortest text may have; more of them than
// one in a hundred is no text.
const fewControls = 4

// tooMany reports whether so many control characters make a text of so many letters none.
func tooMany(controls, total int) bool {
	return controls*100 > total && (controls > fewControls || controls*4 > total)
}

// told returns what was done, for the release that was read.
func (d *decoder) told() []release.Repair {
	return append(repairsOf(layout.Document{Lost: d.lost}), d.repairs...)
}

// as decodes text whose encoding was declared. Where it is not known, or the bytes are none of it, they are looked at; what
// encoding was taken then is told.
func (d *decoder) as(data []byte, charset string) (string, error) {
	if known, err := htmlindex.Get(charset); err == nil {
		name, _ := htmlindex.Name(known) // it has one, by which it was found
		text, err := known.NewDecoder().String(string(data))
		if err == nil && name != "utf-8" && !d.belied(data, name) && !belies(data, name, known) {
			d.lose(layout.Unread, text, unreadLetters)
			d.lose(layout.Invisible, text, plain.Unseen)
			return plain.Lines(d.untabbed(text)), nil
		}
	}
	before := len(d.repairs)
	text, name, err := d.text(data)
	if err == nil && !strings.HasPrefix(name, "UTF-") && len(d.repairs) == before {
		d.guessed(text, name)
	}
	return text, err
}

// guessed tells once that a text was taken to be in an encoding, by its first words that are not in ASCII.
func (d *decoder) guessed(text, name string) {
	for _, r := range d.repairs {
		if r.Code == encodingGuessed && r.Put == name {
			return
		}
	}
	foreign := func(r rune) bool { return r >= utf8.RuneSelf && unicode.IsLetter(r) }
	begin := text[max(strings.IndexFunc(text, foreign), 0):]
	if end := strings.IndexFunc(begin, func(r rune) bool { return !foreign(r) && r != ' ' }); end > 0 {
		begin = begin[:end]
	}
	d.repairs = append(d.repairs, release.Repair{Code: encodingGuessed, Text: layout.Begin(begin), Put: name})
}

// belies reports whether bytes are Russian in another page than they say they are in: in one of Western Europe, where letters
// that are none of ASCII do not stand beside each other, or in another of Cyrillic letters.
func belies(data []byte, name string, said encoding.Encoding) bool {
	page, is := said.(*charmap.Charmap)
	_, other := guess(data)
	if !is || other == nil || other == page || !refuted(data, page, other) {
		return false
	}
	_, alone := inLatin(data)
	return name == "windows-1252" && !alone || slices.ContainsFunc(codePages, func(p codePage) bool { return p.page == page })
}

// belied reports whether bytes that are said to be in a code page are UTF-8, which no text in
// another encoding is by chance.
func (d *decoder) belied(data []byte, name string) bool {
	return !strings.HasPrefix(name, "utf-16") && !ascii(data) && utf8.Valid(data)
}

func ascii(data []byte) bool {
	for _, c := range data {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// inUTF8 is XML in UTF-8 that says it is in another encoding; other data stay.
func (d *decoder) inUTF8(data []byte) []byte {
	wide := bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff})
	if head := data[:min(len(data), charsetReach)]; !wide && (!bytes.HasPrefix(head, []byte("<?xml")) || utf8.Valid(data)) {
		return data
	}
	text, _, err := d.decode(data)
	if err != nil {
		return data
	}
	if n := unreadLetters(text); n > 0 {
		d.lost = append(d.lost, layout.Omission{What: layout.Unread, Count: n})
	}
	return []byte(strings.TrimPrefix(text, "\ufeff"))
}

func (d *decoder) decode(data []byte) (text, encoding string, err error) {
	if text, encoding, ok := wideText(data); ok {
		return text, encoding, nil
	}
	data = bytes.TrimRight(data, "\x00") // some programs fill up a block with them
	if tooMany(bytes.Count(data, []byte{0}), len(data)) {
		return "", "", &Error{Reason: "nul", Offset: bytes.IndexByte(data, 0)}
	}
	if ascii(data) {
		if text, ok := utf7Text(string(data)); ok {
			return text, "UTF-7", nil
		}
		return string(data), "UTF-8", nil
	}
	if utf8.Valid(data) {
		return string(data), "UTF-8", nil
	}
	if text, encoding, ok := d.mixed(data); ok {
		return text, encoding, nil
	}
	if isUTF8(data) {
		return strings.ToValidUTF8(string(data), "\ufffd"), "UTF-8", nil
	}
	if text, name, ok := western(data); ok {
		return text, name, nil
	}
	name, page := guess(data)
	if said, own := declared(data); own != nil && !refuted(data, own, page) {
		name, page = said, own
	}
	if page == nil {
		return "", "", &Error{Reason: "no-text", Offset: 0}
	}
	return codePageText(data, page), name, nil
}

// wholeToBroken is how many letters are whole, at least, for each that cannot be read.
const wholeToBroken = 20

// wholeInUTF8 is how many letters of several bytes are whole, at least, for each byte of none: English and French have few of them.
const wholeInUTF8 = 3

// isUTF8 reports whether data are UTF-8, but for a few bytes: a letter that was cut, a
// byte of another encoding. In no other encoding do bytes go together so.
func isUTF8(data []byte) bool {
	whole, broken := counted(data)
	return whole >= wholeInUTF8*broken
}

// counted counts the letters of several bytes that are whole UTF-8, and the bytes that are none.
func counted(data []byte) (whole, broken int) {
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && n == 1:
			broken++
		case n > 1:
			whole++
		}
		data = data[n:]
	}
	return whole, broken
}

// fewestLetters is how many letters the shortest text has for one that cannot be read.
const fewestLetters = 8

// rubbish finds what no text holds: control characters by the dozen, or
// letters that could not be read, more of them than a broken text has.
func rubbish(text string) (offset int, found bool) {
	controls, unread, total, first := 0, 0, 0, -1
	for i, r := range text {
		total++
		switch {
		case r == utf8.RuneError:
			unread++
		case unicode.IsControl(r) && !strings.ContainsRune("\n\r\t\v\f\x1a\u0085", r):
			controls++
		default:
			continue
		}
		if first < 0 {
			first = i
		}
	}
	return first, tooMany(controls, total) || (unread-1)*wholeToBroken > total || unread*fewestLetters > total
}

var (
	xmlEncoding = regexp.MustCompile(`^\s*<\?xml[^>]*encoding=["']([\w.-]+)["']`)
	// pageCharset is what a web page says (HTML, 4.2.5.4), in its first kilobytes.
	pageCharset = regexp.MustCompile(`(?i)<meta\s[^>]*charset\s*=\s*["']?\s*([\w.-]+)`)
)

// charsetReach is how far from the start a page's encoding is looked for, in bytes.
const charsetReach = 4096

// charset returns what the bytes themselves say of their encoding; "" for nothing.
func charset(data []byte) string {
	head := data[:min(len(data), charsetReach)]
	for _, pattern := range []*regexp.Regexp{xmlEncoding, pageCharset} {
		if m := pattern.FindSubmatch(head); m != nil {
			return strings.ToLower(string(m[1]))
		}
	}
	return ""
}

// refuted reports whether the bytes read more like Russian, by a quarter, in another page than in
// the one they say they are in.
func refuted(data []byte, said, other *charmap.Charmap) bool {
	data = data[:min(len(data), guessSample)]
	return other != nil && 4*likeness(data, other) > 5*max(likeness(data, said), 0)
}

// codePage is an encoding of a byte a letter, and its names.
type codePage struct {
	name  string
	alias []string
	page  *charmap.Charmap
}

// codePages are the pages that Russian texts come in, the likeliest first.
var codePages = []codePage{
	{"windows-1251", []string{"cp1251", "windows-1251-russian"}, charmap.Windows1251},
	{"KOI8-R", []string{"koi8"}, charmap.KOI8R},
	{"IBM866", []string{"cp866", "866"}, charmap.CodePage866},
	{"MacCyrillic", []string{"x-mac-cyrillic", "mac-cyrillic"}, charmap.MacintoshCyrillic},
	{"ISO-8859-5", nil, charmap.ISO8859_5},
	{"KOI8-U", nil, charmap.KOI8U},
}

// declared returns the Cyrillic code page that the bytes say they are in.
func declared(data []byte) (string, *charmap.Charmap) {
	name := charset(data)
	for _, p := range codePages {
		if name == strings.ToLower(p.name) {
			return p.name, p.page
		}
		for _, alias := range p.alias {
			if name == alias {
				return p.name, p.page
			}
		}
	}
	return "", nil
}

func codePageText(data []byte, page *charmap.Charmap) string {
	var b strings.Builder
	b.Grow(2 * len(data))
	for _, c := range data {
		b.WriteRune(page.DecodeByte(c))
	}
	return b.String()
}
