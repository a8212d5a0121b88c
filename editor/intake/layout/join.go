package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/regexp"
)

// kept are words that a hyphen belongs to, wherever the line ends.
var kept = regexp.MustCompile(`(?i)(?:^|[\s«"(])(?:пресс|вице|экс|контр|генерал|премьер|северо|юго|военно|социально|научно|кое|по|во|из|не)-$`)

// particles stand behind a hyphen.
var particles = regexp.MustCompile(`^(?:то|либо|нибудь|таки|ка)(?:$|[\s,.;:!?)»])`)

// JoinLines joins a line with the one it goes on in. A hyphen that broke a word is taken out.
func JoinLines(line, next string) string {
	if whole, soft := strings.CutSuffix(line, "\u00ad"); soft {
		return whole + next
	}
	first, _ := utf8.DecodeRuneInString(next)
	whole, broken := strings.CutSuffix(line, "-")
	if last, _ := utf8.DecodeLastRuneInString(whole); !broken || !unicode.IsLetter(last) {
		return line + " " + next
	}
	if !unicode.IsLower(first) || kept.MatchString(line) || particles.MatchString(next) {
		return line + next
	}
	return whole + next
}
