// Package letterhead tells what stands around a release on its paper or page and is none of its text.
package letterhead

import (
	"strings"

	"communique/editor/intake/calendar"
	"communique/editor/intake/contact"
	"communique/editor/intake/dateline"
	"communique/editor/intake/layout"
	"communique/editor/intake/officename"
	"communique/editor/intake/rubric"
	"communique/editor/regexp"
	"communique/editor/release"
)

var (
	// fromOffice says below a headline whose the text is.
	fromOffice = regexp.MustCompile(`^(?i:from|issued by|(?:press|media|news) release(?: from(?: the)?)?|news from)\s*(?::\s*|\s)(\p{Lu}.*)$`)
	// ofKind says which kind of paper a page is, without a colon.
	ofKind = regexp.MustCompile(`^(?i:category|section|type)\s+(?i:media|press|news)\s+(?i:release|statement|update)$`)
)

// rightOf joins an organisation with its minister: "Department for Skies and The Rt Hon Olive Example MP".
var rightOf = regexp.MustCompile(` and (?:The )?(?:Rt\.? )?Hon\.? .{3,60}$`)

// LabelAlone is a label of a page in a line of its own, above what it tells.
var LabelAlone = regexp.MustCompile(`^(?i:(?:markdown|main|page) content|published|posted|released|news provided by|from|source|share(?: this article| right caret| this)?)\s*:?$`)

// labelWithValue is a label of a page with what it tells in its line: "Where we are: Example Mission".
var labelWithValue = regexp.MustCompile(`^(?i:content type|document type|where we are|what we do)\s*:\s*\S`)

// IsMeta reports whether a line says so.
func IsMeta(text string) bool {
	if m := dateline.ChangedLast.FindString(text); m != "" {
		return calendar.DayAt(text[len(m):]).Length > 0
	}
	m := fromOffice.FindStringSubmatch(text)
	if rightOf.MatchString(text) && officename.IsEnglishHouse(rightOf.ReplaceAllString(text, "")) || LabelAlone.MatchString(text) {
		return true
	}
	return ofKind.MatchString(text) || labelWithValue.MatchString(text) || delivered.MatchString(text) || m != nil && (officename.IsEnglishHouse(m[1]) || officename.IsEnglishOffice(m[1]) || strings.Contains(strings.ToLower(text), "release:"))
}

// StandsAround reports whether a line is none of a headline's: it says what the paper is or whom to ask, or it is a page's.
func StandsAround(l layout.Paragraph) bool {
	return l.Kind == layout.Rule || l.Kind == layout.Item || IsPageLine(l.Text) || BelongsAbove(l.Text) || IsMeta(l.Text) || officename.IsEnglishHouse(l.Text) || officename.CompanyName.MatchString(l.Text) ||
		TellsOfPaper(l)
}

// TellsOfPaper reports whether a line stands above the headline where one is left below it: what the paper is, until when it is held back,
// whose it is and whom to ask.
func TellsOfPaper(l layout.Paragraph) bool {
	if EmbargoLine.MatchString(l.Text) || OnlyAbove(l.Text) || contact.Address.MatchString(l.Text) || tickerLine.MatchString(l.Text) {
		return true
	}
	c := contact.LinesIn(l.Text)[0]
	return c.Reachable() || c.Opens() && (c.Who == nil || c.Certain)
}

// delivered says below the headline of a speech how it was spoken.
var delivered = regexp.MustCompile(`^[(\[]?(?i:as (?:prepared for delivery|delivered)|check against delivery|transcript|unofficial translation)[)\]]?\.?$`)

// UnderDay begins the day of a paper: «от 7 августа 2025 г.».
var UnderDay = regexp.MustCompile(`^(?i:от|дата:?|of|dated|date:?)\s+`)

// tickerLine says where the shares of a company are traded, and how.
var tickerLine = regexp.MustCompile(`^(?i:(?:traded|quoted|listed|symbols?|ticker|nasdaq|nyse|otc\p{L}*|tsxv?|amex)(?:\s(?:on|symbol))?\s*:)`)

// pageLine is what an English page has above a text, a line each.
var pageLine = regexp.MustCompile(`^(?i:sign (?:up|in)|log ?in|register|subscribe(?: now)?|menu|(?:main |site )?navigation(?: path)?|(?:left|top|main) navigation|additional tools|other available languages\s*:.*|search(?: this site)?|home(?:page)?|skip to (?:main )?(?:content|navigation)|you are here|breadcrumbs?|` +
	`(?:press|news|media) (?:cent(?:re|er)|room|office|releases?|kit|archive|contacts?)|newsroom|(?:press|news) releases and .{3,30}|(?:latest |all |recent )?(?:news|releases|stories|press releases|news releases)|releases? details?|exhibit (?:no\. )?\d{2}(?:\.\d*)?|ex-\d{2}(?:\.\d+)?|photo of author|about us|contact us|our work|what we do|who we are|resources|events|careers|donate(?: now)?|` +
	`перейти к содержимому|перейти к содержанию|foto\s*:|фото\s*:|обуна шудан|идома|жазылуу|.{1,25}: (?:abre|opens) (?:en|in)?\s?(?:una |a )?(?:ventana nueva|new window)|(?:\p{L}+[^\p{L}\d]*)?[+−-]?\d{1,2}(?:[.,]\d)?\s?°?\s?[cс]|(?:today|сегодня|бүгін|бүгүн|bugun|имрӯз|այսօր)[^\p{L}].*\d{4}.{0,8}|(?:globe ?newswire|pr ?newswire|business ?wire|newsfile|accesswire|cision|ein presswire)(?: by \S+)?|subscribe to .{3,40}|(?:ministry|department|company|office|university|school|city|county|our|local|business|world|national) news|(?:english|français|español|deutsch|русский|العربية|中文|português|italiano)|share|print|e-?mail|download(?: pdf)?|pdf|listen|previous(?: post)?|next(?: post)?|report|close|back|less than a minute|read(?:ing)? time.{3,20}|toggle navigation|accessibility|text size|\d+ comments?(?:\(s\))?.*|(?:no|leave a) comments?|\d+ daqiqa o.qiladi|\d{1,7}|this was published under the .{4,40} government|meetings coverage|in progress at unhq|post category:.{0,40}|(?:da|von|par|por|di|by) (?:la |die )?(?:redazione|redaktion|rédaction|redacción|redação|redaksiýa)|pinterest|telegram|linkedin|whats ?app|facebook|twitter|tweet|reddit|instagram|view pdf.{0,20}|to view or print the pdf.*|this article was originally .*|(?:over )?\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago|advertisement|« ?go back|go back|flag of .{3,30}|public disclosure authori[sz]ed|adjust font size|get emails about this page|there were [\d,]+ press releases posted .*|(?:see|show) all updates|applies to (?:england|scotland|wales|northern ireland)[\p{L}, ]{0,40}|representational image|(?:file|representative) (?:photo|image)|\d+\s?(?:min(?:ute)?s?(?: read)?|րոպե(?:ի ընթերցում)?|хв(?:илин\p{L}*)? читання|мин(?:ут\p{L}*)? чтения|dakika(?:lık)? okuma|minutos? de lectura|min(?:utes)? de lecture|min(?:uten)? lesezeit)|(?:media|press|news) cent(?:re|er) (?:media|press|news) cent(?:re|er))\W*$`)

// IsPageLine reports whether a line is one of those that a page has above a text.
func IsPageLine(text string) bool {
	return len(text) < contact.LongestOpening && pageLine.MatchString(strings.TrimLeft(text, "•·-|> "))
}

// Reference is the number under which a paper left, and its day: «Исх. № 12-34/56 от 11.09.2024».
var Reference = regexp.MustCompile(`^(?i:исх(?:одящий)?\.?|рег(?:истрационный)?\.?|вх\.?|на|ref(?:erence)?\.?|our ref\.?|p\.?r\.?)?\s*(?i:(?:№|no\.?|:)\s*([_\p{L}\d/.-]+))(?:\s+(?:от|of|dated)\s+(.+?))?$`)

// byDay is a number that ends with the day of its paper: «112-04-03-2025».
var byDay = regexp.MustCompile(`^\d{1,5}-(\d\d)-(\d\d)-(\d{4})$`)

// PaperIn reads such a line: «12.05.2025 № 15-П», «112-04-03-2025».
func PaperIn(text string) (release.Date, string, bool) {
	if m := byDay.FindStringSubmatch(text); m != nil {
		day := calendar.DayAt(m[1] + "." + m[2] + "." + m[3])
		return day.From, text, day.Length > 0
	}
	text = UnderDay.ReplaceAllString(text, "") // «от 12.05.2025 № 15-П»
	day := calendar.DayAt(text)
	m := Reference.FindStringSubmatch(strings.TrimLeft(text[day.Length:], " \u00a0\t,|–—-"))
	if day.Length == 0 || m == nil || m[2] != "" {
		return release.Date{}, "", false
	}
	return day.From, m[1], true
}

// OnlyAbove reports whether a line stands above headlines only.
func OnlyAbove(text string) bool {
	if m := rubric.Mark.FindStringSubmatch(text); m != nil {
		return (m[2] == "" || calendar.DayAt(m[2]).Length > 0) && (m[3] == "" || dateline.IsWhen(m[3]))
	}
	if _, _, ok := PaperIn(text); ok || strings.HasPrefix(strings.ToLower(text), "исх") && Reference.MatchString(text) {
		return true
	}
	return contact.Postcode.MatchString(text) || postcodeBehind.MatchString(text) // a street alone may be where something takes place
}

// postcodeBehind ends an address: "14 Castle Row, Edinburgh EH1 9ZZ", "… Dayton, OH 45402".
var postcodeBehind = regexp.MustCompile(`\d.*[\s,]\p{Lu}\p{Ll}+,?\s(?:[A-Z]{1,2}\d[\dA-Z]?\s\d[A-Z]{2}|[A-Z]{2}\s\d{5}(?:-\d{4})?)$`)
