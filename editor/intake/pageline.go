package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/intake/layout"
	"communique/editor/regexp"
)

var (
	// companyName is a line that is nothing but the name of a company: "Example Bancorp, Inc."
	companyName = regexp.MustCompile(`^(?:[\p{Lu}\d][\p{L}\d&.’'-]*,? ){1,6}(?i:inc|corp|corporation|ltd|limited|llc|plc|co|company|incorporated|s\.a|n\.v|ag|se|l\.?p)\.?$`)
	// tickerLine says where the shares of a company are traded, and how.
	tickerLine = regexp.MustCompile(`^(?i:(?:traded|quoted|listed|symbols?|ticker|nasdaq|nyse|otc\p{L}*|tsxv?|amex)(?:\s(?:on|symbol))?\s*:)`)
)

// isBesideTitle reports whether a line stands beside a headline as pages have it: signs and figures, who wrote, when it was changed, one
// word or two.
func isBesideTitle(l layout.Paragraph) bool {
	text := strings.TrimLeft(l.Text, "•·- ")
	if len(strings.Fields(text)) < wireTitle || !strings.ContainsFunc(text, unicode.IsLetter) || credit.MatchString(text) || byWriter.MatchString(text) {
		return true
	}
	return isWhen(text) || len(strings.Fields(text)) <= longestBeside && (strings.Contains(text, "|") || strings.Contains(text, "Photo")) && !hasVerb(text)
}

// longestBeside is of how many words such a line is at most.
const longestBeside = 8

// byWriter says who wrote a text, or where it is from.
var byWriter = regexp.MustCompile(`^(?i:by|from|source\s*:|(?:photos?|video|images?)\s*(?:by|of|:)|(?:last )?updated?\s*:|posted (?:by|in|on)|published (?:by|in|on)|written by|reading time)\s`)

// temperature is the weather on a page, above the town that it is of.
var temperature = regexp.MustCompile(`^(?:\p{L}+[^\p{L}\d]*)?[+−-]?\d{1,2}(?:[.,]\d)?\s?°?\s?[CС]$`)

// pageLine is what an English page has above a text, a line each.
var pageLine = regexp.MustCompile(`^(?i:sign (?:up|in)|log ?in|register|subscribe(?: now)?|menu|(?:main |site )?navigation(?: path)?|(?:left|top|main) navigation|additional tools|other available languages\s*:.*|search(?: this site)?|home(?:page)?|skip to (?:main )?(?:content|navigation)|you are here|breadcrumbs?|` +
	`(?:press|news|media) (?:cent(?:re|er)|room|office|releases?|kit|archive|contacts?)|newsroom|(?:press|news) releases and .{3,30}|(?:latest |all |recent )?(?:news|releases|stories|press releases|news releases)|releases? details?|exhibit (?:no\. )?\d{2}(?:\.\d*)?|ex-\d{2}(?:\.\d+)?|photo of author|about us|contact us|our work|what we do|who we are|resources|events|careers|donate(?: now)?|` +
	`перейти к содержимому|перейти к содержанию|foto\s*:|фото\s*:|обуна шудан|идома|жазылуу|.{1,25}: (?:abre|opens) (?:en|in)?\s?(?:una |a )?(?:ventana nueva|new window)|(?:\p{L}+[^\p{L}\d]*)?[+−-]?\d{1,2}(?:[.,]\d)?\s?°?\s?[cс]|(?:today|сегодня|бүгін|бүгүн|bugun|имрӯз|այսօր)[^\p{L}].*\d{4}.{0,8}|(?:globe ?newswire|pr ?newswire|business ?wire|newsfile|accesswire|cision|ein presswire)(?: by \S+)?|subscribe to .{3,40}|(?:ministry|department|company|office|university|school|city|county|our|local|business|world|national) news|(?:english|français|español|deutsch|русский|العربية|中文|português|italiano)|share|print|e-?mail|download(?: pdf)?|pdf|listen|previous(?: post)?|next(?: post)?|report|close|back|less than a minute|reading time.{3,20}|toggle navigation|accessibility|text size|\d+ comments?(?:\(s\))?.*|(?:no|leave a) comments?|\d+ daqiqa o.qiladi|\d{1,7}|this was published under the .{4,40} government|meetings coverage|in progress at unhq|post category:.{0,40}|(?:da|von|par|por|di|by) (?:la |die )?(?:redazione|redaktion|rédaction|redacción|redação|redaksiýa)|pinterest|telegram|linkedin|whats ?app|facebook|twitter|tweet|reddit|instagram|view pdf.{0,20}|to view or print the pdf.*|this article was originally .*|(?:over )?\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago|advertisement|« ?go back|go back|flag of .{3,30}|public disclosure authori[sz]ed|adjust font size|representational image|(?:file|representative) (?:photo|image)|\d+\s?(?:min(?:ute)?s?(?: read)?|րոպե(?:ի ընթերցում)?|хв(?:илин\p{L}*)? читання|мин(?:ут\p{L}*)? чтения|dakika(?:lık)? okuma|minutos? de lectura|min(?:utes)? de lecture|min(?:uten)? lesezeit)|(?:media|press|news) cent(?:re|er) (?:media|press|news) cent(?:re|er))\W*$`)

// isPageLine reports whether a line is one of those that a page has above a text.
func isPageLine(text string) bool {
	return len(text) < longestOpening && pageLine.MatchString(strings.TrimLeft(text, "•·-|> "))
}

// pageAbove takes line n where it is one of a page, above a headline, further ones between them or not.
func (r *reader) pageAbove(l layout.Paragraph, n int) bool {
	if !isPageLine(l.Text) && (n == 0 || !temperature.MatchString(r.lines[n-1].Text) || placeAt(l.Text) == "") {
		return false
	}
	for n++; n < len(r.lines) && (isPageLine(r.lines[n].Text) || belongsAbove(r.lines[n].Text)); n++ {
	}
	r.dayOfPageLine(l.Text)
	if n >= len(r.lines)-1 || !titledBelow(r.lines[n:]) && (!isWhen(r.lines[n].Text) || !titledBelow(r.lines[n+1:])) {
		return false
	}
	r.aside(asideSite, l)
	return true
}

// commented begins a line by which a page says how often a text was commented on.
var commented = regexp.MustCompile(`^(?i:\d+ comments?)`)

// dayOfPageLine takes the day at the end of such a line: "0 comments Print Wire, June 27, 2010".
func (r *reader) dayOfPageLine(text string) {
	if !commented.MatchString(text) {
		return
	}
	if d, at := dayIn(text); at > 0 && at+d.length == len(text) && r.release.Date.IsZero() {
		r.dates(dateline{date: d.from, dated: true})
	}
}

// beginsTitle reports whether a line is the first of an English headline in capitals, and no office.
func (r *reader) beginsTitle(l, next layout.Paragraph) bool {
	return r.release.Language == "en" && goesOnInCapitals(l, next) && !standsAround(next)
}

// rubricOfDay takes a line above the headline that is a section and its day: "Daily News 15 / 03 / 2016".
func (r *reader) rubricOfDay(l layout.Paragraph, n int) bool {
	d, at := dayIn(l.Text)
	if at < 1 || at+d.length < len(l.Text) || !isPaperKind(strings.TrimRight(l.Text[:at], " ,–—-")) || !titledBelow(r.lines[n+1:]) {
		return false
	}
	r.dates(dateline{date: d.from})
	r.aside(asideLetterhead, l)
	return true
}

// isPaperKind reports whether words are a section of a page, or say what the paper is: "SUMMARY NEWS RELEASE".
func isPaperKind(text string) bool { return marksPaper(text) || paperOfHouse.MatchString(text) }

// mottoReach is how many lines a site has at most above the headline of a text that nothing else parts from it.
const mottoReach = 3

// isLead reports a sentence as long as a lead.
func isLead(l layout.Paragraph) bool {
	return utf8.RuneCountInString(l.Text) >= wireLead && sentenceEnd(l.Text)
}

// belowMotto sets aside what an English site has above a headline, its name or its motto, where only the line below says words of the lead again and
// a day stands below that.
func (r *reader) belowMotto() {
	if r.release.Language != "en" {
		return
	}
	at := 0
	for at <= mottoReach && at < len(r.lines)-2 && r.lines[at].Kind == layout.Text && titles(r.lines[at]) && !isWhen(r.lines[at].Text) {
		at++
	}
	if at < 2 || !isWhen(r.lines[at].Text) || len(strings.Fields(r.lines[at-1].Text)) < fewestOver || !beginsLine(r.lines[at-1].Text) {
		return
	}
	below := r.lines[at:min(len(r.lines), at+belowLead)]
	lead := slices.IndexFunc(below, isLead)
	if lead < 0 {
		return
	}
	words := strings.Fields(below[lead].Text)
	again := func(l layout.Paragraph) int { return saidAgain(strings.Fields(l.Text), words) }
	if 3*again(r.lines[at-1]) < saidMost || slices.ContainsFunc(r.lines[:at-1], func(l layout.Paragraph) bool { return again(l) > 0 || goesOnInCapitals(l, r.lines[at-1]) }) {
		return
	}
	r.aside(asideSite, r.lines[:at-1]...)
	r.lines = r.lines[at-1:]
}
