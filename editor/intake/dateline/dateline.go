// Package dateline finds when and where a text is dated: lines of its own above or below it, and the start of a lead.
package dateline

import (
	"strings"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/intake/calendar"
	"communique/editor/intake/gazetteer"
	"communique/editor/intake/officename"
	"communique/editor/intake/repair"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
	"communique/editor/release"
	"communique/editor/wordset"
)

// Dateline is where and when a text is dated: a line of its own, or the start of a lead.
type Dateline struct {
	Date  release.Date
	Dated bool // it has a day, with or without its year
	// located says that it has a place, known or not.
	Located bool
	Place   string
	// more says that it has what belongs to no field: an agency, a time, the last of several days.
	More, timed bool
	// reported says that it has an agency, and inYear that its day is one without a year, which is no date.
	Reported, inYear bool
}

// Separators part a place from a day.
var Separators = regexp.MustCompile(`^(?:[\s\x{00a0},،，.;|•·–—-]|/[\s\x{00a0}])+`)

// Agency is who reports: «/ТАСС/», "(Xinhua)".
var Agency = regexp.MustCompile(`^(?:/[^/\s][^/\n]{0,38}[^/\s]/|/\s(?:[A-Z ]{2,20}WIRE(?:\.COM)?|CNW|NEWSFILE|PRWEB)\s/|\([^()\n]{2,40}\))`)

// Town is what may stand before a place: «г. Бишкек», «город Бишкек», «аг. Озёрное». One capital is an initial:
// «П. Пробный», «С. Пробный».
var Town = regexp.MustCompile(`^(?:(?:(?i:г|гор|пос|пгт|рп|р\.[\s\x{00a0}]?п|аг|дер|ш|қ|ք)|[пдсхм]|mun)\.[\s\x{00a0}]*|(?i:город|г|пгт|рп|аг|агрогородок|село|деревня|пос[её]лок|станица|хутор|аул|аил|кишлак|місто|селище|смт|горад|аграгарадок|вёска|шаҳри|шаҳраки|ноҳияи|деҳаи|քաղաք|municipiul)[\s\x{00a0}]+)`)

// instantAt is a day with its hour as programs write it: "2026-04-28T19:17:00+00:00".
var instantAt = regexp.MustCompile(`^(\d{4}-\d\d-\d\d)T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?`)

// BesideDay is what a website has beside the day of a text: how often it was seen, how it is printed.
var BesideDay = regexp.MustCompile(`^(?i:просмотр(?:ов|ы)?\s*:?\s*\d[\d\s]*|\d+\s+просмотр\p{L}*|прочитано\s*:?\s*\d+(?:\s+раз)?|версия для печати|распечатать|печать|поделиться|комментари(?:и|ев)\s*:?\s*\(?\d*\)?|` +
	`время чтения\s*:?\s*\d+\s*мин\p{L}*|\d+\s*мин\p{L}*(?:\sна)?\sчтени[ея]|(?:gmt|utc)\s?[+−-]\s?\d{1,2}(?::\d\d)?|views?\s*:?\s*\d+|published|(?:news|press|media) release|less than a minute|read(?:ing)? time\s*:?\s*\d+\s*min(?:ute)?s?(?:\s\(\d+ words\))?|\d+\s+comments?|\d+\s+views?|print(?:\s(?:version|this page))?|share|\d+[\s-]min(?:ute)?s?\sread|updated \d+ (?:minutes?|hours?|days?|months?|years?) ago|(?:asia|europe|africa|america|australia|pacific)/\p{L}+|by\s[\p{L}. ]{2,40}|source\s*:\s*[^|]{2,60})(?:[\s|,.·•]|$)`)

// WhenLabel and whereLabel say of a line that it is a dateline.
var (
	WhenLabel  = regexp.MustCompile(`^(?i:(?:erschienen|veröffentlicht|publiziert)(?: am)?\s*:?|(?:publié|mise? en ligne) le\s*:?|publicado(?: el| em)?\s*:?|pubblicato (?:il|su)\s*:?|yayınlanma(?: tarihi)?\s*:?|posted by .{2,40}? (?:on|su|am|le)|by\s?[|·•]|this article is from|(?:published|publishing|publication|posted|release) (?:time|date)\s*:|public release\s*:|опубліковано\s*:?|апублікавана\s*:?|(?:published|posted|released|issued|updated)(?:\s+at\s+\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?)?)?(?:\s+on)?\s*:?|for (?:release|publication|immediate release)\s*:|(?:release |publication )?date(?:\s+of\s+(?:issue|release|publication))?(?:\s*:|\b)|(?:дата(?:\s+(?:публикации|выпуска|размещения))?|опубликовано|размещено)\s*:?|dateline\s*:|от|(?:datum|data|fecha|tarih|tarix|sana|санаси|күні|күнү|санаи|ամսաթիվ)\s*:?|(?:done|signed|adopted) (?:at|in)|fait à)\s+|^(?:Date|Published|Posted|Released|Issued)\s?:`)
	whereLabel = regexp.MustCompile(`^(?i:location|place(?: of (?:issue|publication))?|dateline|city|место(?: (?:выпуска|издания|события))?|город|ort|lieu|lugar|luogo|miejsce|місце|месца)\s*:\s+`)
)

// SmallWire is who reports behind a town in a line of its own.
var SmallWire = regexp.MustCompile(`\((?i:` + strings.ReplaceAll(reportingWires, " ", "|") + `)\)$`)

// reportingWires are agencies that sign behind a town.
const reportingWires = "ots awp ats pts ddp sid dpa apa sda epd kna afp ansa askanews italpress adnkronos efe lusa belga"

// smallWires are the same, to look one up.
var smallWires = wordset.Of(reportingWires)

// articleBeforeDay stands before a day in other languages: "Le 27 novembre 2023", "Am 5. Mai 2024".
var articleBeforeDay = regexp.MustCompile(`^((?i:le|am|den|el|il|em)\s)\d`)

// PlaceLength is how long the name of a place is at most, in bytes.
const PlaceLength = 100

// Of reads a line that says when a text is published, and where, in any order, and
// nothing else. A place without a day is one only behind «г.», or where alone allows it.
func Of(line string, alone bool) (d Dateline, ok bool) {
	line = withoutIssued(strings.TrimLeft(line, " \u00a0(["))
	label, told := datelineLabel(line)
	if label == "" {
		label = reference.FindString(line)
	}
	d.More = label != ""
	for rest := line[len(label):]; ; {
		rest = rest[len(Separators.FindString(rest)):]
		if strings.Trim(rest, ")]") == "" {
			break
		}
		n, behind := d.take(rest)
		if n == 0 {
			return Dateline{}, false
		}
		told = told || behind
		rest = rest[n:]
	}
	switch {
	case d.Dated:
		return d, true
	case d.inYear: // «МИНСК, 14 мая. /ТАСС/.», "ASHGABAT, Turkmenistan, Nov. 8"
		return d, d.isOfWire(line, alone)
	case d.Located && d.Reported && label == "": // "Lübeck (ots)"
		return d, !wording.InCyrillic(line) && (gazetteer.At(d.Place) != "" || SmallWire.MatchString(line))
	}
	return d, d.isPlace(label, told || alone && gazetteer.At(d.Place) != "")
}

// isPlace reports whether a line is a place alone, behind its label where it has one; known says that the place is told or known to be one.
func (d Dateline) isPlace(label string, known bool) bool {
	return d.Located && known && (!d.More || label != "")
}

// isOfWire reports whether a line that says no year is one of a wire, with a known place and who reports, or a town in capitals; alone says that the
// release has its day, so that in Latin letters a known place is enough.
func (d Dateline) isOfWire(line string, alone bool) bool {
	return gazetteer.At(d.Place) != "" && (d.Reported || isWireTown(line) || alone && !wording.InCyrillic(line))
}

// isWireTown reports whether a line begins with a town as a wire writes it, in capitals and in Latin letters.
func isWireTown(line string) bool {
	first, _, _ := strings.Cut(line, ",")
	return wording.IsInCapitals(first) && !wording.InCyrillic(first) && utf8.RuneCountInString(first) > 3
}

// datelineLabel is what a line says of itself: when a text is published, or where, which then is told as «г.» tells it.
func datelineLabel(line string) (label string, told bool) {
	if label = WhenLabel.FindString(line); label != "" {
		return label, false
	}
	if m := articleBeforeDay.FindStringSubmatch(line); m != nil {
		return m[1], false
	}
	if label = byline.FindString(line); label != "" {
		return label, false
	}
	label = whereLabel.FindString(line)
	return label, label != ""
}

// byline is an editorial office before its town: "Por Redação — São Paulo".
var byline = regexp.MustCompile(`^(?i:(?:por|da|pela|de la|dalla|von der|par la)\s)?(?i:redação|redacción|redazione|redaktion|rédaction)(?:,\s|\s[–—|-]\s)`)

// issued is what a line below a text says before where and when it was issued: "Done at Geneva on 3 May 2024", "Issued in Nairobi, this 14th
// day of May 2024".
var (
	issued    = regexp.MustCompile(`^(?i:issued|done|signed|given|adopted) (?:in|at) `)
	issuedDay = regexp.MustCompile(`(?:,)?(?: on)?(?: the| this)? (\d{1,2})(?:st|nd|rd|th)?(?: day of)? (\p{Lu}\p{L}+,? \d{4}\.?)$`)
)

// withoutIssued is a line that says where and when a text was issued, without the words for that; any other line stays.
func withoutIssued(line string) string {
	if label := issued.FindString(line); label != "" {
		return issuedDay.ReplaceAllString(line[len(label):], ", $1 $2")
	}
	return line
}

// reference is the number of a paper before where and when it is from: "PR/24/118 – Nairobi – 14 May 2024".
var reference = regexp.MustCompile(`^\p{Lu}{1,6}/\d{1,4}(?:/\d{1,4})+\s[|–—-]\s`)

// Take reads one part of a dateline and returns how many bytes it takes, 0 where it is none;
// behind says that it is a place behind «г.».
func (d *Dateline) take(text string) (n int, behind bool) {
	if n := d.takeWhen(text); n > 0 {
		return n, false
	}
	if d.Located {
		if m := reporterAlone.FindString(text); m != "" && (d.Dated || d.inYear) { // "Şuşa, 14 iyul, AZƏRTAC"
			d.More, d.Reported = true, true
			return len(m), false
		}
		if rest, _, _ := strings.Cut(text, "|"); d.Dated && (officename.IsEnglishHouse(rest) || officename.IsHouseBehind(rest)) { // "April 3, 2025 – Ottawa – Department of Travel"
			d.More = true
			return len(rest), false
		}
		return 0, false
	}
	name, length, sure := LeadingPlace(text, !d.Dated)
	if !mayBePlace(name, length, sure) {
		return 0, false
	}
	if !sure && gazetteer.IsNoPlace(name) { // «Горводосеть, 12 мая 2025 года»
		d.More = true
		return length, false
	}
	d.Place, d.Located = name, true
	return length, Town.MatchString(text) || KindBehind.MatchString(text[:length])
}

// mayBePlace reports a name of some bytes that is known, or no event's.
func mayBePlace(name string, length int, known bool) bool {
	return length > 0 && length <= PlaceLength && (known || !ofEvent.MatchString(name))
}

// ofEvent ends the name of a day or a gathering, which beside its day is a headline: "18 May 2024 – International Museum Day".
var ofEvent = regexp.MustCompile(`\s(?:Day|Week|Month|Year|Night|Festival|Forum|Summit|Conference|Congress|Session|Meeting|Games|Anniversary)$`)

// reporterAlone is who reports, in capitals, at the end of a line.
var reporterAlone = regexp.MustCompile(`^\p{Lu}{4,}\.?$`)

// takeWhen is take of what says when a text is published, or by whom.
func (d *Dateline) takeWhen(text string) int {
	if m := instantAt.FindStringSubmatch(text); m != nil && !d.Dated {
		if found := calendar.DayAt(m[1]); found.Length > 0 {
			d.Date, d.Dated, d.timed, d.More = found.From, true, true, true
			return len(m[0])
		}
	}
	if m := calendar.Clock.FindString(text); m != "" && !d.timed {
		d.timed, d.More = true, true
		return len(m)
	}
	if m := Agency.FindString(text); m != "" {
		d.More, d.Reported = true, true
		return len(m)
	}
	if found := calendar.DayAt(text); found.Length > 0 && !d.Dated {
		d.Date, d.Dated = found.From, true
		d.More = d.More || found.From != found.Until
		return found.Length
	}
	if n := calendar.WithoutYear(text); n > 0 {
		d.inYear = true
		return n
	}
	n := besideWhen(text)
	if n == 0 || !d.Dated && !d.inYear {
		return 0
	}
	d.More = true
	return n
}

// besideWhen returns how many bytes of what stands beside a day begin a text, with the day on which the page was changed last:
// "09 Oct. 2024 | Last updated: 10 Oct. 2024 18:20".
func besideWhen(text string) int {
	if n := len(BesideDay.FindString(text)); n > 0 {
		return n
	}
	label := ChangedLast.FindString(text)
	if label == "" {
		return 0
	}
	return len(label) + calendar.DayAt(text[len(label):]).Length
}

// glued matches a publication date with the next word run onto it.
var (
	glued      = regexp.MustCompile(`^(\d{1,2}\.\d{1,2}\.(?:19|20)\d{2})((?:\d{1,2}[\s\x{00a0}]+)?\p{L}+)`)
	dottedDate = regexp.MustCompile(`^(\d{1,2}\.\d{1,2}\.\d{4})`)
)

// Part takes a publication date off the start of a paragraph. Where the next
// word was glued to it, that is a repair.
func Part(paragraph string) (d release.Date, rest string, repaired *release.Repair) {
	m := dottedDate.FindString(paragraph)
	d, ok := grammar.ParseDate(m)
	if m == "" || !ok {
		return release.Date{}, paragraph, nil
	}
	rest = paragraph[len(m):]
	if g := glued.FindString(paragraph); g != "" {
		return d, rest, &release.Repair{Code: repair.DateGlued, Text: g, Field: release.DateField}
	}
	trimmed := strings.TrimLeft(rest, " \u00a0\t,–—-")
	if trimmed == rest || trimmed == "" || !wording.StartsSentence(trimmed) {
		return release.Date{}, paragraph, nil
	}
	return d, trimmed, nil
}
