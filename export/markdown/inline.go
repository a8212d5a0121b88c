package markdown

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/release"
)

// inline writes a line with its marks: a link around what is bold, what is bold
// around what is italic.
func inline(line release.Line) string { return nested(release.Runs(line.Text, line.Marks), link) }

// The signs that runs stand in, from the outer to the inner.
const (
	link = iota
	bold
	italic
	none
)

// meaning is what a run is at a level; "" for nothing.
func meaning(r release.Run, level int) string {
	switch {
	case level == link:
		return r.Address
	case level == bold && r.Bold:
		return "**"
	case level == italic && r.Italic:
		return "*"
	}
	return ""
}

// nested writes runs, those together that are the same at a level.
func nested(runs []release.Run, level int) string {
	if level == none {
		var words strings.Builder
		for _, r := range runs {
			words.WriteString(r.Text)
		}
		return escape(words.String())
	}
	var meanings, pieces []string
	for len(runs) > 0 {
		kind := meaning(runs[0], level)
		n := slices.IndexFunc(runs, func(r release.Run) bool { return meaning(r, level) != kind })
		if n < 0 {
			n = len(runs)
		}
		piece := nested(runs[:n], level+1)
		if level == link && kind != "" {
			piece = linked(piece, runs[:n])
			notAPicture(pieces)
		}
		meanings, pieces = append(meanings, kind), append(pieces, piece)
		runs = runs[n:]
	}
	if level == link {
		return strings.Join(pieces, "")
	}
	return emphasised(pieces, meanings)
}

// notAPicture escapes the exclamation mark that pieces end with: a link behind one is a
// picture (CommonMark 0.31, 6.4).
func notAPicture(pieces []string) {
	if last := len(pieces) - 1; last >= 0 {
		if before, found := strings.CutSuffix(pieces[last], "!"); found {
			pieces[last] = before + `\!`
		}
	}
}

// linked makes a link of words. An address that stands bare is one as it is.
func linked(words string, runs []release.Run) string {
	address := runs[0].Address
	if len(runs) == 1 && !runs[0].Bold && !runs[0].Italic && (runs[0].Text == address && strings.Contains(address, "://") || "mailto:"+runs[0].Text == address) {
		return "<" + runs[0].Text + ">"
	}
	return "[" + words + "](<" + address + ">)" // link leaves no sign in it that would end it
}

// emphasised puts stars around the pieces that mean something, or elements where stars
// would not be read as such: inside of a word beside a sign, or at other stars
// (CommonMark 0.31, 6.2).
func emphasised(pieces, stars []string) string {
	var b strings.Builder
	for i, piece := range pieces {
		if stars[i] == "" {
			b.WriteString(piece)
			continue
		}
		inner := strings.TrimFunc(piece, unicode.IsSpace)
		at := strings.Index(piece, inner)
		before, after := piece[:at], piece[at+len(inner):]
		b.WriteString(before)
		next := after
		if i+1 < len(pieces) && after == "" {
			next = pieces[i+1] // which means nothing: stars alone stand between two others
		}
		left, _ := utf8.DecodeLastRuneInString(b.String())
		right, _ := utf8.DecodeRuneInString(next)
		start, end := stars[i], stars[i]
		if !flanking(left, inner, right) {
			start, end = "<strong>", "</strong>"
			if stars[i] == "*" {
				start, end = "<em>", "</em>"
			}
		}
		if inner != "" {
			b.WriteString(start + inner + end)
		}
		b.WriteString(after)
	}
	return b.String()
}

// flanking reports whether stars around what is inside open and close, between
// the signs outside; utf8.RuneError is the end of a line.
func flanking(left rune, inside string, right rune) bool {
	first, _ := utf8.DecodeRuneInString(inside)
	last, _ := utf8.DecodeLastRuneInString(inside)
	if slices.Contains([]rune{left, first, last, right}, '*') {
		return false
	}
	apart := func(r rune) bool { return r == utf8.RuneError || unicode.IsSpace(r) || sign(r) }
	return (!sign(first) || apart(left)) && (!sign(last) || apart(right))
}

func sign(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }
