package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/regexp"
	"communique/editor/wordset"
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
	if !broken {
		whole, broken = strings.CutSuffix(line, "\u2010")
	}
	if last, _ := utf8.DecodeLastRuneInString(whole); !broken || !unicode.IsLetter(last) {
		return line + " " + next
	}
	if !unicode.IsLower(first) || kept.MatchString(whole+"-") || particles.MatchString(next) || isCompound(whole, next) {
		return line + next
	}
	return whole + next
}

// compounded are the first parts of adjectives of two that a hyphen joins, whatever the second is.
var compounded = wordset.Of(`командно материально технико физико химико учебно информационно культурно торгово финансово организационно санитарно поисково аварийно общественно
	государственно административно контрольно нормативно промышленно производственно лечебно историко архитектурно художественно музыкально спортивно инженерно жилищно дорожно
	ремонтно строительно природно кредитно денежно бюджетно таможенно оперативно судебно хозяйственно топливно программно духовно морально физкультурно медико психолого
	планово проектно объёмно экспертно консультативно пожарно договорно приходно расчётно российско советско белорусско казахстанско кыргызско
	таджикско узбекско армянско азербайджанско китайско индийско иранско турецко`)

// isCompound reports whether two adjectives stand on either side of a hyphen that ends a line: «командно-штабных».
func isCompound(line, next string) bool {
	noLetter := func(r rune) bool { return !unicode.IsLetter(r) }
	end := next
	if at := strings.IndexFunc(next, noLetter); at >= 0 {
		end = next[:at]
	}
	return compounded.Has(strings.ToLower(line[strings.LastIndexFunc(line, noLetter)+1:])) && utf8.RuneCountInString(end) >= shortestAdjective && grammar.AdjectiveShows(end) != nil
}

// shortestAdjective is of how many letters the second part is at least: «материально-го» is a word that a line has broken.
const shortestAdjective = 5

// WithoutHyphen is a word without the hyphen that it was broken with.
func WithoutHyphen(word string) string { return strings.TrimRight(word, "-\u2010\u00ad") }
