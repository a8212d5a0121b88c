package encoding

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"communique/editor/intake/layout"
	"communique/editor/intake/repair"
	"communique/editor/intake/wording"
	"communique/editor/release"
)

// rounds is how often a text was encoded wrongly at most.
const rounds = 3

// restored undoes that a text was read in a wrong encoding and kept so: «Ð¡Ð¾Ð²ÐµÑ‚»,
// «РЎРѕРІРµС‚», «Ñîâåò», “donâ€™t”. What was done is told by the first piece.
func (d *Decoder) restored(text string) string {
	if ascii([]byte(text)) {
		return text
	}
	var first release.Repair
	keep := func(piece string, line int) {
		if first.Text == "" {
			first = release.Repair{Code: repair.EncodedTwice, Text: layout.Begin(piece), Line: line}
		}
	}
	if whole, ok := exchanged(text); ok {
		keep(text, 1)
		text = whole
	}
	for range rounds {
		lines := strings.Split(text, "\n")
		changed := false
		for i, line := range lines {
			if better, ok := untwisted(line); ok {
				keep(line, i+1)
				lines[i], changed = better, true
			}
		}
		if !changed {
			break
		}
		text = strings.Join(lines, "\n")
	}
	if first.Text != "" {
		d.repairs = append(d.repairs, first)
	}
	return text
}

// untwisted restores a line, or those of its words that need it.
func untwisted(line string) (better string, ok bool) {
	if ascii([]byte(line)) {
		return line, false
	}
	if better, ok := unwound(line); ok {
		return better, true
	}
	words := strings.SplitAfter(line, " ")
	for i, w := range words {
		if better, restored := unwound(w); restored {
			words[i], ok = better, true
		}
	}
	return strings.Join(words, ""), ok
}

// unwound restores a piece all of which was read wrongly.
func unwound(piece string) (better string, ok bool) {
	if better, n := fromUTF8(piece, charmap.Windows1252); n > 0 {
		return better, true
	}
	if better, n := fromUTF8(piece, charmap.Windows1251); n > 1 {
		return better, true
	}
	return fromLatin(piece)
}

// fromUTF8 restores UTF-8 that was read in a code page, and counts its letters that tell so; 0
// where it is none throughout.
func fromUTF8(piece string, page *charmap.Charmap) (better string, letters int) {
	data := make([]byte, 0, len(piece))
	for _, r := range piece {
		c, known := byteIn(page, r)
		if !known {
			return "", 0
		}
		n := len(data)
		if c == ' ' && n > 0 && data[n-1] >= 0xc2 && data[n-1] < 0xe0 { // a no-break space, made an ordinary one
			c = 0xa0
		}
		if begun := n > 0 && data[n-1] >= 0xc0; begun && utf8.RuneStart(c) || !begun && (n == 0 || data[n-1] < utf8.RuneSelf) && !utf8.RuneStart(c) {
			return "", 0 // as most words tell by their first letters
		}
		data = append(data, c)
	}
	if data = trimmedLead(data); !usualLetters(data) {
		return "", 0
	}
	return string(data), telling(data)
}

// byteIn is the byte that a letter is in a code page, or that the page leaves free.
func byteIn(page *charmap.Charmap, r rune) (c byte, known bool) {
	if c, known = page.EncodeRune(r); !known && r >= 0x80 && r < 0xa0 {
		return byte(r), true
	}
	return c, known
}

// behindCapitals are the bytes of what stands behind a letter in many a text as it is: spaces that
// keep words together, dashes, quotes and dots.
const behindCapitals = "\x85\x91\x92\x93\x94\x96\x97\xa0\xab\xbb"

// telling counts the letters of several bytes that are not a letter and a sign as they are: «È un
// piano», «10 × 15», “MALMÖ” tell nothing. Most letters of Western Europe do, which begin with Ã.
func telling(data []byte) (n int) {
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if size > 2 || size == 2 && (r <= unicode.MaxLatin1 || strings.IndexByte(behindCapitals, data[1]) < 0) {
			n++
		}
		data = data[size:]
	}
	return n
}

// trimmedLead makes the no-break space at the end of a piece the space again that it was.
func trimmedLead(data []byte) []byte {
	if n := len(data); n == 2 && data[1] == 0xa0 {
		data[1] = ' '
	}
	return data
}

// inARow is how many letters with accents stand beside each other in no language.
const inARow = 4

// fromLatin restores Cyrillic letters of a code page that were read as Western ones.
func fromLatin(piece string) (better string, ok bool) {
	data := make([]byte, 0, len(piece))
	row, longest, english, high := 0, 0, 0, 0
	for _, r := range piece {
		c, known := charmap.Windows1252.EncodeRune(r)
		if !known {
			return "", false
		}
		row++
		if r < 0xc0 || r > 0xff {
			row = 0
		}
		longest = max(longest, row)
		switch {
		case isLatin(c) && c < utf8.RuneSelf:
			english++
		case c >= utf8.RuneSelf:
			high++
		}
		data = append(data, c)
	}
	if longest < inARow || english > high {
		return "", false
	}
	if _, page := guess(data); page != nil {
		return codePageText(data, page), true
	}
	return "", false
}

// likely is how likely a letter is at least, on average, of a text that is Russian as it stands: in
// no page it could be so by half as much again.
const likely = 55

// fewestCyrillic is how many Cyrillic letters tell that they were read in a wrong page.
const fewestCyrillic = 40

// exchanged restores a text in one Cyrillic page that was read in another: «яНБЕР».
func exchanged(text string) (better string, ok bool) {
	sample := text[:wording.Boundary(text, guessSample)]
	own, letters, before := 0, 0, ' '
	for _, r := range sample {
		if r >= utf8.RuneSelf {
			own += weight(r, before)
		}
		if unicode.Is(unicode.Cyrillic, r) || r >= 0x2500 && r < 0x25a0 {
			letters++
		}
		before = r
	}
	if letters < fewestCyrillic || own > letters*likely {
		return "", false
	}
	for _, read := range CodePages[:3] {
		data, known := bytesIn(text, read.Page)
		if !known {
			continue
		}
		for _, meant := range CodePages[:3] {
			if s := data[:min(len(data), guessSample)]; meant.Page != read.Page && 2*likeness(s, meant.Page) > 3*max(own, 0) {
				return codePageText(data, meant.Page), true
			}
		}
	}
	return "", false
}

// bytesIn returns the bytes of a text in a page; known is false where that lacks a letter.
func bytesIn(text string, page *charmap.Charmap) (data []byte, known bool) {
	for _, r := range text {
		c, known := page.EncodeRune(r)
		if !known {
			return nil, false
		}
		data = append(data, c)
	}
	return data, true
}
