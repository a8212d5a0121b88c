package proof

import (
	"html"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"communique/editor/plain"
	"communique/editor/regexp"
)

// letterInvisible finds signs that nobody sees: soft hyphens, spaces without width, marks
// of direction in a text that runs one way, control characters. They break searches.
func letterInvisible(p *passage, out *report) {
	if isASCII(p.text) && strings.IndexFunc(p.text, unicode.IsControl) < 0 {
		return
	}
	bidi := strings.ContainsFunc(p.text, func(r rune) bool { return unicode.In(r, unicode.Hebrew, unicode.Arabic) })
	start := -1
	before := rune(0)
	for i, r := range p.text + " " {
		switch hidden := isHidden(r, before, bidi); {
		case hidden && start < 0:
			start = i
		case !hidden && start >= 0:
			out.mend(p, start, i, "")
			start = -1
		}
		before = r
	}
}

// isHidden reports whether a reader does not see r, and loses nothing without it.
func isHidden(r, before rune, bidi bool) bool {
	switch {
	case r == '\u200c' || r == '\u200d': // they join emoji, and letters of the East
		return unicode.In(before, unicode.Cyrillic, unicode.Latin) || before == ' '
	case plain.IsDirection(r):
		return !bidi
	case plain.HasNoWidth(r):
		return true
	}
	return unicode.IsControl(r) && r != '\n' && r != '\t' && r != '\r'
}

// withoutUnseen is a text without the signs that have no width.
func withoutUnseen(text string) string {
	if strings.IndexFunc(text, plain.HasNoWidth) < 0 {
		return text
	}
	return strings.Map(func(r rune) rune {
		if plain.HasNoWidth(r) {
			return -1
		}
		return r
	}, text)
}

// letterDecomposed finds letters that came in two parts, as from PDF files: «й» of «и»
// and a breve.
func letterDecomposed(p *passage, out *report) {
	if isASCII(p.text) {
		return
	}
	for i, t := range p.tokens {
		if t.kind != word {
			continue
		}
		text := p.piece(i)
		if strings.IndexFunc(text, unicode.IsMark) < 0 {
			continue
		}
		if whole := norm.NFC.String(text); whole != text {
			out.mend(p, t.start, t.end, whole)
		}
	}
}

var (
	entity = regexp.MustCompile(`^&(?:[a-zA-Z]{2,8}\d{0,2};|#\d{2,5};|#[xX][0-9a-fA-F]{2,5};|(?:nbsp|quot|laquo|raquo|mdash|ndash)\b)`)
	tag    = regexp.MustCompile(`^(?:</?(?i:a|b|i|u|p|s|br|hr|em|h[1-6]|li|ol|ul|td|th|tr|div|img|sub|sup|font|span|table|strong|script|style|blockquote|section|article|figure|iframe|center|o:p)(?:\s+[\w-]+\s*=[^<>\n]*)?\s?/?>` +
		`|<!--.*?-->|<!\[CDATA\[|<!DOCTYPE[^>\n]*>|<\?xml[^>\n]*>)`)
	// forumTag is what forums and some sites write in the place of tags.
	forumTag = regexp.MustCompile(`^\[/?(?i:b|i|u|s|url|img|quote|code|list|size|color|center|left|right|video|caption|gallery|spoiler)(?:=[^\]\n]*|\s\w+=[^\]\n]*)?\]`)
	// boldMarks are those of Markdown, around what they make bold.
	boldMarks = regexp.MustCompile(`^\*\*([\p{L}\d«"(][^*\n]*)\*\*`)
	// wordFields are what Word shows of a field that it cannot work out.
	wordFields = regexp.MustCompile(`HYPERLINK\s+"[^"\n]*"|\\?\*? ?MERGEFORMAT\b|(?:Error! (?:Bookmark not defined|Reference source not found)|Ошибка! (?:Закладка не определена|Источник ссылки не найден|Недопустимый объект гиперссылки))\.?`)
)

// htmlLeft finds what is left of a web page or of another program: &nbsp;, <b>, [b],
// **, «Ошибка! Закладка не определена».
func htmlLeft(p *passage, out *report) {
	for i := 0; i < len(p.text); i++ {
		const longest = 200 // bytes of a tag with its attributes
		if strings.IndexByte("&<[*", p.text[i]) < 0 {
			continue
		}
		n, put := codeLeft(p.text[i:min(len(p.text), i+longest)])
		if n > 0 && p.isPaired(p.text[i:i+n]) {
			out.mend(p, i, i+n, put)
			i += n - 1
		}
	}
	if !hasAnyOf(p.text, "HYPERLINK", "MERGEFORMAT", "Error!", "Ошибка!") {
		return
	}
	for _, at := range wordFields.FindAllStringIndex(p.text, -1) {
		out.add(p, at[0], at[1])
	}
}

func hasAnyOf(text string, pieces ...string) bool {
	return slices.ContainsFunc(pieces, func(piece string) bool { return strings.Contains(text, piece) })
}

// isPaired reports whether a forum's tag has its partner: «recommend[s]» is an editor's.
func (p *passage) isPaired(code string) bool {
	if code[0] != '[' {
		return true
	}
	name, closes := strings.CutPrefix(code[1:], "/")
	name = name[:strings.IndexFunc(name, func(r rune) bool { return !unicode.IsLetter(r) })]
	if closes {
		return strings.Contains(p.text, "["+name)
	}
	return strings.Contains(p.text, "[/"+name+"]") || strings.Contains(code, "=")
}

// codeLeft is how many bytes of code a text begins with, and what belongs in their place.
func codeLeft(text string) (n int, put string) {
	switch text[0] {
	case '&':
		found := entity.FindString(text)
		for _, written := range []string{found, lower(found), found + ";"} {
			if put := html.UnescapeString(written); found != "" && put != written {
				return len(found), strings.ReplaceAll(put, "\u00ad", "")
			}
		}
		return 0, ""
	case '<':
		return len(tag.FindString(text)), ""
	case '[':
		return len(forumTag.FindString(text)), ""
	}
	if found := boldMarks.FindStringSubmatch(text); found != nil {
		return len(found[0]), found[1]
	}
	return 0, ""
}
