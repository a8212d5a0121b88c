package intake

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"

	"communique/editor/plain"
	"communique/editor/regexp"
)

// MaxBytes is the longest text that is read: a hundred times a long transcript.
// MaxDocument is the largest file, for some hold pictures.
const (
	MaxBytes    = 16 << 20
	MaxDocument = 64 << 20
)

// Error says why an input is not read.
type Error struct {
	// Reason is "empty", "too-large", "nul", "no-text", "document" for a damaged one, or
	// the format that is not read: "doc", "pdf", "picture", "password", "packed" for files in
	// an archive that are none of a text, or "other", which Name tells.
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

// Decode returns the bytes' text in UTF-8, made plain as editor/plain says and with
// line feeds only, and the name of the encoding it was in. Its error is an *Error.
func Decode(data []byte) (text, encoding string, err error) {
	if len(data) > MaxDocument {
		return "", "", &Error{Reason: "too-large", Offset: MaxDocument}
	}
	text, encoding, err = decode(data)
	if err != nil {
		return "", "", err
	}
	text = strings.TrimPrefix(text, "\ufeff")
	if i := strings.IndexByte(text, 0); i >= 0 {
		return "", "", &Error{Reason: "nul", Offset: i}
	}
	if i, bad := rubbish(text); bad {
		return "", "", &Error{Reason: "no-text", Offset: i}
	}
	if strings.TrimSpace(text) == "" {
		return "", "", &Error{Reason: "empty", Offset: 0}
	}
	return plain.Lines(text), encoding, nil
}

func decode(data []byte) (text, encoding string, err error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return utf16Text(data[2:], false), "UTF-16LE", nil
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return utf16Text(data[2:], true), "UTF-16BE", nil
	case looksUTF16(data, false):
		return utf16Text(data, false), "UTF-16LE", nil
	case looksUTF16(data, true):
		return utf16Text(data, true), "UTF-16BE", nil
	}
	if i := bytes.IndexByte(data, 0); i >= 0 {
		return "", "", &Error{Reason: "nul", Offset: i}
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

// isUTF8 reports whether data are UTF-8, but for a few bytes: a letter that was cut, a
// byte of another encoding. In no other encoding do so many bytes go together so.
func isUTF8(data []byte) bool {
	whole, broken := 0, 0
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
	return whole >= wholeToBroken*broken
}

func utf16Text(data []byte, bigEndian bool) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = unit(data, i, bigEndian)
	}
	return string(utf16.Decode(units))
}

func unit(data []byte, i int, bigEndian bool) uint16 {
	low, high := data[2*i], data[2*i+1]
	if bigEndian {
		low, high = high, low
	}
	return uint16(high)<<8 | uint16(low)
}

// looksUTF16 recognises UTF-16 without its mark: nearly every unit is a Latin
// or Cyrillic letter, a digit or a sign, in one order of bytes and not in the
// other.
func looksUTF16(data []byte, bigEndian bool) bool {
	if len(data) < 8 || len(data)%2 != 0 || bytes.IndexByte(data, 0) < 0 {
		return false
	}
	likely := 0
	n := min(len(data)/2, 4096)
	for i := range n {
		u := unit(data, i, bigEndian)
		if u >= 0x20 && u < 0x7f || u == '\n' || u == '\r' || u == '\t' || u >= 0x400 && u < 0x530 || u >= 0x2010 && u < 0x2040 {
			likely++
		}
	}
	return likely*100 >= n*95
}

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
	return first, controls*100 > total || unread*wholeToBroken > total
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

// western reads a text that says it is in an encoding without Cyrillic letters, or that
// does not say and is English but for a few signs and accents: that is windows-1252. It
// is not believed where most of the letters that are none of ASCII stand beside each
// other, as accents never do: that is Russian with a wrong name.
func western(data []byte) (text, name string, ok bool) {
	const englishToOther = 4 // letters
	high, beside, english := 0, 0, 0
	for i, c := range data {
		switch {
		case c >= 0x80:
			high++
			if i > 0 && data[i-1] >= 0x80 {
				beside++
			}
		case c|0x20 >= 'a' && c|0x20 <= 'z':
			english++
		}
	}
	said := charset(data)
	if said == "" && english >= englishToOther*high {
		said = "windows-1252"
	}
	known, err := htmlindex.Get(said)
	if err != nil {
		return "", "", false
	}
	name, err = htmlindex.Name(known)
	decoded, failed := known.NewDecoder().Bytes(data)
	if err != nil || failed != nil || name == "utf-8" || beside*2 > high {
		return "", "", false
	}
	return string(decoded), name, true
}

// refuted reports whether the bytes read more like Russian, by a quarter, in another page than in
// the one they say they are in.
func refuted(data []byte, said, other *charmap.Charmap) bool {
	data = data[:min(len(data), guessSample)]
	return other != nil && 4*likeness(data, other) > 5*max(likeness(data, said), 0)
}

// codePages are the pages that Russian texts come in, the likeliest first.
var codePages = []struct {
	name  string
	alias []string
	page  *charmap.Charmap
}{
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
