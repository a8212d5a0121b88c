package encoding

import (
	"bytes"
	"encoding/base64"
	"strings"
	"unicode"
	"unicode/utf16"

	"communique/editor/regexp"
)

// wideText decodes UTF-16 and UTF-32, which their mark tells, or the zeros beside their letters.
func wideText(data []byte) (text, encoding string, ok bool) {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe\x00\x00")) && len(data)%4 == 0:
		return utf32Text(data[4:], false), "UTF-32LE", true
	case bytes.HasPrefix(data, []byte("\x00\x00\xfe\xff")):
		return utf32Text(data[4:], true), "UTF-32BE", true
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return utf16Text(data[2:], false), "UTF-16LE", true
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return utf16Text(data[2:], true), "UTF-16BE", true
	case looksUTF32(data, false):
		return utf32Text(data, false), "UTF-32LE", true
	case looksUTF32(data, true):
		return utf32Text(data, true), "UTF-32BE", true
	case looksUTF16(data[:len(data)&^1], false):
		return utf16Text(data, false), "UTF-16LE", true
	case looksUTF16(data[:len(data)&^1], true):
		return utf16Text(data, true), "UTF-16BE", true
	}
	return "", "", false
}

func utf32Text(data []byte, bigEndian bool) string {
	var b strings.Builder
	for i := range len(data) / 4 {
		b.WriteRune(rune(point(data, i, bigEndian))) //nolint:gosec // what is too large is no letter, and written as U+FFFD
	}
	return b.String()
}

func point(data []byte, i int, bigEndian bool) uint32 {
	first, second := uint32(unit(data, 2*i, bigEndian)), uint32(unit(data, 2*i+1, bigEndian))
	if bigEndian {
		return first<<16 | second
	}
	return second<<16 | first
}

// looksUTF32 recognises UTF-32 without its mark: every four bytes are a letter.
func looksUTF32(data []byte, bigEndian bool) bool {
	if len(data) < 8 || len(data)%4 != 0 || bytes.IndexByte(data, 0) < 0 {
		return false
	}
	for i := range min(len(data)/4, 4096) {
		if r := point(data, i, bigEndian); r == 0 || r > unicode.MaxRune {
			return false
		}
	}
	return true
}

// utf16Text decodes UTF-16. Half a unit at the end is a letter that was cut.
func utf16Text(data []byte, bigEndian bool) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = unit(data, i, bigEndian)
	}
	text := string(utf16.Decode(units))
	if len(data)%2 > 0 {
		text += "\ufffd"
	}
	return text
}

func unit(data []byte, i int, bigEndian bool) uint16 {
	low, high := data[2*i], data[2*i+1]
	if bigEndian {
		low, high = high, low
	}
	return uint16(high)<<8 | uint16(low)
}

// looksUTF16 recognises UTF-16 without its mark: nearly every unit is a letter of
// releases, a digit or a sign, in one order of bytes and not in the other.
func looksUTF16(data []byte, bigEndian bool) bool {
	if len(data) < 8 || len(data)%2 != 0 || bytes.IndexByte(data, 0) < 0 {
		return false
	}
	likely := 0
	n := min(len(data)/2, 4096)
	for i := range n {
		r := rune(unit(data, i, bigEndian))
		if usual(r) && (r < 0x7f || r >= 0xa0) {
			likely++
		}
	}
	return likely*100 >= n*95
}

// shifted is a piece in UTF-7 (RFC 2152): letters in base64 between a plus and what ends it.
var shifted = regexp.MustCompile(`\+([A-Za-z0-9+/]*)(-?)`)

// utf7Text decodes UTF-7; ok is false where a single plus begins no letters of a text, or none does.
func utf7Text(text string) (decoded string, ok bool) {
	var b strings.Builder
	from, found := 0, false
	for _, m := range shifted.FindAllStringSubmatchIndex(text, -1) {
		letters, known := utf7Letters(text[m[2]:m[3]])
		switch {
		case m[2] == m[3] && m[4] < m[5]:
			letters = "+"
		case !known:
			return "", false
		default:
			found = true
		}
		b.WriteString(text[from:m[0]] + letters)
		from = m[1]
	}
	return b.String() + text[from:], found
}

// utf7Letters decodes letters in UTF-16 and base64 without what fills it up.
func utf7Letters(coded string) (letters string, ok bool) {
	data, err := base64.RawStdEncoding.Strict().DecodeString(coded)
	if err != nil || len(data) == 0 || len(data)%2 != 0 {
		return "", false
	}
	letters = utf16Text(data, true)
	return letters, !strings.ContainsFunc(letters, func(r rune) bool { return !usual(r) })
}

// usual reports whether a letter beyond ASCII, or a sign, is one of releases.
func usual(r rune) bool {
	switch {
	case r < 0x80:
		return r >= ' ' || r == '\n' || r == '\r' || r == '\t'
	case r < 0x250, r == 'ˆ', r == '˜': // what a free byte of windows-1252 became too
		return true
	case r >= 0x2010 && r <= 0x2044, r >= 0x20a0 && r <= 0x20bf, r == '№', r == '™':
		return true
	}
	return unicode.In(r, unicode.Cyrillic, unicode.Greek, unicode.Armenian, unicode.Georgian, unicode.Hebrew, unicode.Arabic)
}
