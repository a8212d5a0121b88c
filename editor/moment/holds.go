package moment

import (
	"strings"
	"unicode"

	"communique/editor/regexp"
	"communique/editor/release"
)

var (
	// embargoWord is a word for an embargo, and publishing one for what it forbids, which needs a limit beside it: a page says when it was published.
	embargoWord = regexp.MustCompile(edge + `(?i:эмбарго|эмбарга|ембарго|embargo\p{L}*|sperrfrist\p{L}*)(?:$|[^\p{L}])`)
	publishing  = regexp.MustCompile(`(?i:публика|публико|публіка|публіку|распростран|release|to publish|be published|publication|broadcast|veröffentlichen|veröffentlichung|diffuser|publier|publicar|difundir|diffondere|жариялау|жарыялоо|e.lon|эълон)`)
	limit       = regexp.MustCompile(edge + `(?i:до|после|не ранее|не раньше|until|before|after|for release|ab|vor|avant|antes|prima|дейін|кейін|чейин|кийин|gacha|гача|да|раней)(?:$|[^\p{L}])`)
)

// Holds reports whether a line is an embargo, and nothing else: it names one, or says until when a text is not to be published, and every
// other word of it is a day, a time, a zone, or one that stands around these.
func Holds(text string) bool {
	if len(text) > longestLine || !strings.ContainsAny(text, "0123456789") {
		return false
	}
	named := embargoWord.MatchString(text)
	if !named && (!publishing.MatchString(text) || !limit.MatchString(text)) {
		return false
	}
	if e, err := Embargo(text); err == nil || !named {
		return err == nil && !e.IsZero()
	}
	day, rest, dated := takeDay(strings.TrimSpace(gaps.ReplaceAllString(text, " ")))
	if !dated {
		day = release.Date{}
	}
	_, rest = takeZone(rest)
	_, _, rest, timed := takeTime(rest)
	return (dated || timed) && !strings.ContainsFunc(unknownWords(rest, day), unicode.IsLetter)
}
