package oneline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/intake/dateline"
	"communique/editor/intake/gazetteer"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
)

// wireStart returns where a wire's lead begins in a text that runs on from its headline; 0 where none does.
func wireStart(head string) int {
	for at := 1; at < len(head); at++ {
		if head[at-1] != ' ' && head[at-1] != '|' {
			continue
		}
		if head[at] == '(' && isBracketedWire(head[at:]) {
			return at
		}
		if first, _ := utf8.DecodeRuneInString(head[at:]); !unicode.IsUpper(first) || head[at:] == "" {
			continue
		}
		if isWireStart(head[:at], head[at:wording.Boundary(head, at+dateline.OpeningReach/2)]) {
			return at
		}
	}
	return 0
}

// isBracketedWire reports whether a lead begins with its place, or with who reports, in brackets: "(Washington, DC) -- A …", "(Wire) LONDON – …".
func isBracketedWire(text string) bool {
	text = text[:wording.Boundary(text, dateline.OpeningReach)]
	m := dateline.Agency.FindString(text)
	behind := strings.TrimLeft(text[len(m):], " ")
	return m != "" && (dateline.PlaceInBrackets(text) != "" || behind != "" && isWireStart("", behind) && townInCapitals(behind[:max(0, gazetteer.NameAt(behind, false))]))
}

// isWireStart reports whether a wire's lead begins behind words: its town is known or stands in capitals as nothing before it, and a day, who reports
// or a dash stands behind it.
func isWireStart(before, text string) bool {
	text = dateline.SpacedDashes.Replace(text)
	if o, rest := dateline.DayFirst(text); o.Dated && dateline.PlaceInBrackets(rest) != "" { // "July 28, 2013 (NAIROBI) – …"
		return true
	}
	name, n, sure := dateline.LeadingPlace(text, true)
	if n == 0 || n > dateline.PlaceLength || gazetteer.IsNoPlace(name) || !sure && !isWireTownBehind(before, text[:n]) || goesWithDay.MatchString(strings.TrimRight(before, " ")) {
		return false
	}
	if o, ok := dateline.PlaceFirst(text); ok && o.Located {
		return wireBehind.MatchString(text[n:])
	}
	return isTownBeforeDash(text)
}

// isWireTownBehind reports whether a name that nobody knows stands as a wire's town does behind words: in capitals, as those do not, and without
// a known place in it.
func isWireTownBehind(before, name string) bool {
	return townInCapitals(name) && !startsLater(name) && !wording.IsInCapitals(lastOf(before)) && endsTitle(before)
}

// isTownBeforeDash reports whether a text begins with a town, in capitals or known, and a dash before a sentence.
func isTownBeforeDash(text string) bool {
	_, n, sure := dateline.LeadingPlace(text, false)
	town, _, _ := strings.Cut(text[:n], ",")
	parted := wireParted.FindString(text[n:])
	if parted == "" {
		return sure && townInCapitals(text[:n]) && dateline.ArticleBehind.MatchString(text[n:]) // "MANILA The bank said …": the dash is lost
	}
	first, _, _ := strings.Cut(strings.TrimLeft(text[n+len(parted):], "“\""), " ")
	if strings.HasPrefix(parted, ":") && !sure {
		return false
	}
	return wording.StartsSentence(first) && (townInCapitals(town) || sure && (slices.Contains(wording.Articles, first) || strings.HasPrefix(first, "Today") || strings.Contains(text[:n], ",")))
}

// wireParted parts a wire's town from its sentence: " – ", ".- ", ": ".
var wireParted = regexp.MustCompile(`^(?:[\s\x{00a0}]+(?:[–—]|-{1,2})[\s\x{00a0}]+|[.]?-{1,2}[\s\x{00a0}]+|:[\s\x{00a0}]+)`)

// wireBehind is how the dateline of a wire ends behind its town: with a dash, a colon or who reports, perhaps behind a day.
var wireBehind = regexp.MustCompile(`^.{0,60}?(?:\d[-–—]\s|\s(?:[–—]|-{1,2})\s|\d\s[–—]\p{Lu}|,\s\p{Lu}{4,}\s\p{Lu}|[-–—]{2}|\d:\s|/[^/]{2,40}/|\([^()]{2,40}\)\s?(?:[–—:-])|\.\s\p{Lu})`)

// startsLater reports whether a known place begins within an unknown name, behind its first word.
func startsLater(name string) bool {
	for i := range name {
		if i > 0 && name[i-1] == ' ' && gazetteer.At(name[i:]) != "" {
			return true
		}
	}
	return false
}

// lastOf is the last word of a text.
func lastOf(text string) string {
	text = strings.TrimRight(text, " ")
	return strings.Trim(text[strings.LastIndexByte(text, ' ')+1:], ".,;:!?*”\"")
}
