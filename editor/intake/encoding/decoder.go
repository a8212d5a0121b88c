// Package encoding makes text of bytes in whatever encoding they are.
package encoding

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"

	"communique/editor/intake/layout"
	"communique/editor/intake/refusal"
	"communique/editor/intake/repair"
	"communique/editor/plain"
	"communique/editor/regexp"
	"communique/editor/release"
)

// Letters returns the bytes' text in UTF-8 as Decode finds it, with all that stands between its words as it
// was: a table has tabs. Its error is an *Error.
func Letters(data []byte) (string, error) {
	var d Decoder
	text, _, err := d.letters(data)
	return text, err
}

// Decoder makes text of bytes, and keeps what had to be done for it.
type Decoder struct {
	// tabs makes of a text's tabs what is to stand for them; nil for one space each.
	Tabs    func(text string) string
	lost    []layout.Omission
	repairs []release.Repair
}

// Text is Decode.
func (d *Decoder) Text(data []byte) (text, encoding string, err error) {
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
func (d *Decoder) untabbed(text string) string {
	if d.Tabs == nil {
		return text
	}
	return d.Tabs(text)
}

// letters are a text as it is in its encoding, which has words.
func (d *Decoder) letters(data []byte) (text, encoding string, err error) {
	if len(data) > refusal.MaxDocument {
		return "", "", &refusal.Error{Reason: "too-large", Offset: refusal.MaxDocument}
	}
	text, encoding, err = d.decode(data)
	if err != nil {
		return "", "", err
	}
	text = strings.TrimPrefix(text, "\ufeff")
	if tooMany(strings.Count(text, "\x00"), len(text)) {
		return "", "", &refusal.Error{Reason: "nul", Offset: strings.IndexByte(text, 0)}
	}
	text = d.restored(text)
	if i, bad := rubbish(text); bad {
		return "", "", &refusal.Error{Reason: "no-text", Offset: i}
	}
	if strings.TrimSpace(text) == "" {
		return "", "", &refusal.Error{Reason: "empty", Offset: 0}
	}
	return text, encoding, nil
}

// lose takes down how many of a text's letters could not be taken, and where the first stands.
func (d *Decoder) lose(what layout.Loss, text string, count func(string) int) {
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

// Told returns what was done, for the release that was read.
func (d *Decoder) Told() []release.Repair {
	return append(repair.All(layout.Document{Lost: d.lost}), d.repairs...)
}

// As decodes text whose encoding was declared. Where it is not known, or the bytes are none of it, they are looked at; what
// encoding was taken then is told.
func (d *Decoder) As(data []byte, charset string) (string, error) {
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
	text, name, err := d.Text(data)
	if err == nil && !strings.HasPrefix(name, "UTF-") && len(d.repairs) == before {
		d.guessed(text, name)
	}
	return text, err
}

// guessed tells once that a text was taken to be in an encoding, by its first words that are not in ASCII.
func (d *Decoder) guessed(text, name string) {
	for _, r := range d.repairs {
		if r.Code == repair.EncodingGuessed && r.Put == name {
			return
		}
	}
	foreign := func(r rune) bool { return r >= utf8.RuneSelf && unicode.IsLetter(r) }
	begin := text[max(strings.IndexFunc(text, foreign), 0):]
	if end := strings.IndexFunc(begin, func(r rune) bool { return !foreign(r) && r != ' ' }); end > 0 {
		begin = begin[:end]
	}
	d.repairs = append(d.repairs, release.Repair{Code: repair.EncodingGuessed, Text: layout.Begin(begin), Put: name})
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
	return name == "windows-1252" && !alone || slices.ContainsFunc(CodePages, func(p codePage) bool { return p.Page == page })
}

// belied reports whether bytes that are said to be in a code page are UTF-8, which no text in
// another encoding is by chance.
func (d *Decoder) belied(data []byte, name string) bool {
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

// InUTF8 is XML in UTF-8 that says it is in another encoding; other data stay.
func (d *Decoder) InUTF8(data []byte) []byte {
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

func (d *Decoder) decode(data []byte) (text, encoding string, err error) {
	if text, encoding, ok := wideText(data); ok {
		return text, encoding, nil
	}
	data = bytes.TrimRight(data, "\x00") // some programs fill up a block with them
	if tooMany(bytes.Count(data, []byte{0}), len(data)) {
		return "", "", &refusal.Error{Reason: "nul", Offset: bytes.IndexByte(data, 0)}
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
		return "", "", &refusal.Error{Reason: "no-text", Offset: 0}
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
	Name  string
	alias []string
	Page  *charmap.Charmap
}

// CodePages are the pages that Russian texts come in, the likeliest first.
var CodePages = []codePage{
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
	for _, p := range CodePages {
		if name == strings.ToLower(p.Name) {
			return p.Name, p.Page
		}
		for _, alias := range p.alias {
			if name == alias {
				return p.Name, p.Page
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
