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
	publishing  = regexp.MustCompile(`(?i:разглаш|использова|frei ab|к печати|в эфир|публика|публико|публіка|публіку|распростран|release|publish before|publish until|to publish|be published|publication|broadcast|veröffentlichen|veröffentlichung|diffuser|publier|publicar|difundir|diffondere|жарияла|жарыялаб|таратуға|таратууга|жарыялоо|e.lon|эълон)`)
	// forbids is a word by which a text is not to be published, and named an embargo that no headline speaks of so: "embargo on oil" is one.
	forbids = regexp.MustCompile(`(?i:` + edge + `(?:не|not|hold|only|только|ne pas|nicht|no|nie|não|non)\s|запрещ|закрыт|нельзя|тыйым|жарияламау|жарияламаңыз|жарыялабоо|жарыялабаңыз|болмайды|болбойт|qilinmasin|қилинмасин)`)
	named   = regexp.MustCompile(edge + `(?i:под эмбарго|эмбарго (?:до|действует|снимается|истекает|на публикацию)|(?:эмбарго|embargo|эмбарга|ембарго|sperrfrist)\s*[:!–—-]|embargoed|embargad[oa]|(?:under|sous|bajo|sob|sotto)(?: strict)? embargo|пад эмбарга|під ембарго)(?:$|[^\p{L}])`)
	limit   = regexp.MustCompile(edge + `(?i:разрешен[оа]? к публикации|(?:публиковать|публикации|использовать|использования) с|до|после|не ранее|не раньше|until|before|after|for release|ab|vor|avant|antes|prima|дейін|кейін|чейин|кийин|gacha|qadar|гача|да|раней)(?:$|[^\p{L}])`)
)

// mayNot says that a text is not to be published, which no headline says of anything else, before a moment that has no hour.
var mayNot = regexp.MustCompile(`(?i:(?:информация|материал|релиз|текст)\p{Ll}{0,2} не подлеж[иа]т (?:публикации|разглашению|распространению|опубликованию))`)

// onGoods is an embargo of another kind.
var onGoods = regexp.MustCompile(`(?i:эмбарго на|эмбарга на|ембарго на|embargo on)\s`)

// SpeaksOfHour reports whether a line names an embargo, and an hour.
func SpeaksOfHour(text string) bool {
	return len(text) <= longestLine && (clock.MatchString(text) || whole.MatchString(text)) && embargoWord.MatchString(text) && !onGoods.MatchString(text)
}

// Holds reports whether a line is an embargo, and nothing else: it names one, or says until when a text is not to be published, and every
// other word of it is a day, a time, a zone, or one that stands around these. Of a line with a time, which no headline has beside such words, it is enough
// that it says so.
func Holds(text string) bool {
	if len(text) > longestLine || !strings.ContainsAny(text, "0123456789") {
		return false
	}
	says := embargoWord.MatchString(text)
	if !says && (!publishing.MatchString(text) || !limit.MatchString(text)) {
		return false
	}
	if e, err := Embargo(text); err == nil {
		return !e.IsZero()
	}
	if forbidding := named.MatchString(text) || forbids.MatchString(text); (forbidding && clock.MatchString(text) || !says && mayNot.MatchString(text)) && !strings.HasSuffix(text, ".") {
		return true
	}
	return says && isMomentAlone(text)
}

// isMomentAlone reports whether a text that names an embargo has no words but those of a day, a time or a zone, and those around them.
func isMomentAlone(text string) bool {
	day, rest, dated := takeDay(strings.TrimSpace(gaps.ReplaceAllString(text, " ")))
	if !dated {
		day = release.Date{}
	}
	_, rest = takeZone(rest)
	_, _, rest, timed := takeTime(rest)
	return (dated || timed) && !strings.ContainsFunc(unknownWords(rest, day), unicode.IsLetter)
}
