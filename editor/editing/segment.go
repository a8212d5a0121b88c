package editing

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"github.com/clipperhouse/uax29/v2/words"

	"communique/editor/document"
	"communique/editor/release"
)

// A caret goes by graphemes and words of Unicode's Annex 29. Both are looked for in a
// window around it, which grows until it holds what can be told without the rest.
const (
	window    = 64 // code points
	maxWindow = window * window
)

// graphemeEnd returns where the grapheme ends that begins at a place; the place itself at the
// end of the text.
func graphemeEnd(d *document.Document, at release.Position) int {
	length := d.Length(at.TextID)
	for n := window; ; n *= 8 {
		text, _ := d.Piece(at.TextID, at.Offset, at.Offset+n)
		g := graphemes.FromString(text)
		if !g.Next() {
			return at.Offset
		}
		if size := utf8.RuneCountInString(g.Value()); size < n || at.Offset+n >= length || n >= maxWindow {
			return at.Offset + size
		}
	}
}

// graphemeStart returns where the grapheme begins that ends at a place; the place itself at
// the beginning of the text.
func graphemeStart(d *document.Document, at release.Position) int {
	for n := window; ; n *= 8 {
		from := max(0, at.Offset-n)
		text, _ := d.Piece(at.TextID, from, at.Offset)
		sure := from == 0
		if !sure {
			var skip int
			skip, sure = firstSure(text)
			from += utf8.RuneCountInString(text[:skip])
			text = text[skip:]
		}
		if !sure && n < maxWindow {
			continue
		}
		last := 0
		for g := graphemes.FromString(text); g.Next(); {
			last = g.Start()
		}
		return from + utf8.RuneCountInString(text[:last])
	}
}

// firstSure returns the first byte of a text at which a grapheme begins whatever stands
// before it.
func firstSure(text string) (int, bool) {
	before := rune(utf8.RuneError)
	for i, r := range text {
		if i > 0 && plainLetter(r) && plainLetter(before) {
			return i, true
		}
		before = r
	}
	return 0, false
}

// plainLetter reports whether a code point neither goes on in the next nor goes on the one
// before: ASCII, and Cyrillic without its marks.
func plainLetter(r rune) bool {
	return r >= ' ' && r < 0x7f || r >= 0x400 && r < 0x530 && !unicode.Is(unicode.M, r)
}

// class is what a piece between two boundaries of words is.
type class int

const (
	spaces class = iota
	breaks       // the end of a line, or a cell
	signs
	letters
)

func classOf(piece string) class {
	first, _ := utf8.DecodeRuneInString(piece)
	switch {
	case first == '\n' || first == '\t':
		return breaks
	case unicode.IsSpace(first):
		return spaces
	case strings.ContainsFunc(piece, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || r == '_' }):
		return letters
	default:
		return signs
	}
}

// stops returns the bytes of a text at which a caret that goes by words comes to rest:
// where words, signs and lines' ends begin. Signs that follow each other are one.
func stops(text string) []int {
	var all []int
	before := spaces
	for w := words.FromString(text); w.Next(); {
		is := classOf(w.Value())
		if is == letters || is == breaks || is == signs && before != signs {
			all = append(all, w.Start())
		}
		before = is
	}
	return all
}

// wordRight returns the next stop behind a place; the end of the text where there is none.
func wordRight(d *document.Document, at release.Position) int {
	length := d.Length(at.TextID)
	for n := window; ; n *= 8 {
		text, _ := d.Piece(at.TextID, at.Offset, at.Offset+n)
		whole := at.Offset+n >= length
		for _, stop := range stops(text) {
			if stop > 0 && (whole || stop < len(text)-utf8.UTFMax*4 || n >= maxWindow) {
				return at.Offset + utf8.RuneCountInString(text[:stop])
			}
		}
		if whole || n >= maxWindow {
			return min(at.Offset+n, length)
		}
	}
}

// wordLeft returns the next stop before a place; the beginning of the text where there is
// none.
func wordLeft(d *document.Document, at release.Position) int {
	for n := window; ; n *= 8 {
		from := max(0, at.Offset-n)
		text, _ := d.Piece(at.TextID, from, at.Offset)
		skip, sure := behindSpace(text, from)
		if !sure && n < maxWindow {
			continue
		}
		if all := stops(text[skip:]); len(all) > 0 {
			return from + utf8.RuneCountInString(text[:skip+all[len(all)-1]])
		}
		if from == 0 || n >= maxWindow {
			return from
		}
	}
}

// behindSpace returns the first byte of a piece of a text, which begins at a code point of
// it, where a word may begin whatever stands before.
func behindSpace(text string, from int) (int, bool) {
	if from == 0 {
		return 0, true
	}
	i := strings.IndexFunc(text, unicode.IsSpace)
	if i < 0 {
		return 0, false
	}
	return len(text) - len(strings.TrimLeftFunc(text[i:], unicode.IsSpace)), true
}

// wordAt returns the ends of the word at a place, or of what else stands between two
// boundaries of words there. Between a word and something else it is the word.
func wordAt(d *document.Document, at release.Position) (from, to int) {
	length := d.Length(at.TextID)
	for n := window; ; n *= 8 {
		first, last := max(0, at.Offset-n), min(length, at.Offset+n)
		text, _ := d.Piece(at.TextID, first, last)
		skip, sure := behindSpace(text, first)
		if skip >= len(text) || utf8.RuneCountInString(text[:skip]) > at.Offset-first {
			skip, sure = 0, false
		}
		place := d.Byte(at) - d.Byte(release.Position{TextID: at.TextID, Offset: first}) - skip
		from, to = pieceAt(text[skip:], place)
		if (!sure || skip+to == len(text) && last < length) && n < maxWindow {
			continue
		}
		first += utf8.RuneCountInString(text[:skip])
		return first + utf8.RuneCountInString(text[skip:skip+from]), first + utf8.RuneCountInString(text[skip:skip+to])
	}
}

// pieceAt returns the piece between two boundaries at a byte; where two meet there, the
// one of letters, or else the second.
func pieceAt(text string, at int) (from, to int) {
	word := false
	for w := words.FromString(text); w.Next(); {
		is := classOf(w.Value()) == letters
		switch {
		case w.End() == at:
			from, to, word = w.Start(), at, is
		case w.End() > at && w.Start() == at && word && !is:
			return from, to
		case w.End() > at:
			return w.Start(), w.End()
		}
	}
	return from, to
}
