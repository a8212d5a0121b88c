package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/regexp"
	"communique/editor/release"
	"communique/editor/wordset"
)

// dateline is where and when a text is dated: a line of its own, or the start of a lead.
type dateline struct {
	date  release.Date
	dated bool // it has a day, with or without its year
	// located says that it has a place, known or not.
	located bool
	place   string
	// more says that it has what belongs to no field: an agency, a time, the last of several days.
	more, timed bool
	// reported says that it has an agency, and inYear that its day is one without a year, which is no date.
	reported, inYear bool
}

var (
	separators = regexp.MustCompile(`^(?:[\s\x{00a0},،，.;|•·–—-]|/[\s\x{00a0}])+`)
	clock      = regexp.MustCompile(`^[\[(]?(?:(?i:at|в|о|у|сағат|саат|соат|soat|saat|à|um|ore|alle|las)[\s\x{00a0}]+)?\d{1,2}:\d{2}(?::\d{2})?(?:[\s\x{00a0}]*(?i:[ap]\.?m\.?))?(?:\s[+-]\d{4})?(?:[\s\x{00a0}]*(?i:мск|msk|gmt|utc|cest|cet|eest|eet|bst|[ecmp][sd]t|[ecmp]t|ist|jst|sgt|pkt|eat|ae[sd]t|nz[sd]t|(?:eastern|central|mountain|pacific)(?:\s(?:daylight|standard))?\stime|local time|ч\.|час(?:ов|а)?\.?))?[\])]?`)
	// agency is who reports: «/ТАСС/», "(Xinhua)".
	agency = regexp.MustCompile(`^(?:/[^/\s][^/\n]{0,38}[^/\s]/|\([^()\n]{2,40}\))`)
	// town is what may stand before a place: «г. Бишкек», «город Бишкек», «аг. Озёрное». One capital is an initial:
	// «П. Пробный», «С. Пробный».
	town = regexp.MustCompile(`^(?:(?:(?i:г|гор|пос|пгт|рп|р\.[\s\x{00a0}]?п|аг|дер|ш|қ|ք)|[пдсхм]|mun)\.[\s\x{00a0}]*|(?i:город|г|пгт|рп|аг|агрогородок|село|деревня|пос[её]лок|станица|хутор|аул|аил|кишлак|місто|селище|смт|горад|аграгарадок|вёска|шаҳри|шаҳраки|ноҳияи|деҳаи|քաղաք|municipiul)[\s\x{00a0}]+)`)
)

// instantAt is a day with its hour as programs write it: "2026-04-28T19:17:00+00:00".
var instantAt = regexp.MustCompile(`^(\d{4}-\d\d-\d\d)T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?`)

// besideDay is what a website has beside the day of a text: how often it was seen, how it is printed.
var besideDay = regexp.MustCompile(`^(?i:просмотр(?:ов|ы)?\s*:?\s*\d[\d\s]*|\d+\s+просмотр\p{L}*|прочитано\s*:?\s*\d+(?:\s+раз)?|версия для печати|распечатать|печать|поделиться|комментари(?:и|ев)\s*:?\s*\(?\d*\)?|` +
	`время чтения\s*:?\s*\d+\s*мин\p{L}*|\d+\s*мин\p{L}*(?:\sна)?\sчтени[ея]|(?:gmt|utc)\s?[+−-]\s?\d{1,2}(?::\d\d)?|views?\s*:?\s*\d+|published|(?:news|press|media) release|less than a minute|reading time\s*:?\s*\d+\s*min(?:ute)?s?(?:\s\(\d+ words\))?|\d+\s+comments?|\d+\s+views?|print(?:\s(?:version|this page))?|share|\d+[\s-]min(?:ute)?s?\sread|updated \d+ (?:minutes?|hours?|days?|months?|years?) ago|(?:asia|europe|africa|america|australia|pacific)/\p{L}+|by\s[\p{L}. ]{2,40}|source\s*:\s*[^|]{2,60})(?:[\s|,.·•]|$)`)

// whenLabel and whereLabel say of a line that it is a dateline.
var (
	whenLabel  = regexp.MustCompile(`^(?i:(?:erschienen|veröffentlicht|publiziert)(?: am)?\s*:?|(?:publié|mise? en ligne) le\s*:?|publicado(?: el| em)?\s*:?|pubblicato (?:il|su)\s*:?|yayınlanma(?: tarihi)?\s*:?|posted by .{2,40}? (?:on|su|am|le)|by\s?[|·•]|this article is from|(?:published|publishing|publication|posted|release) (?:time|date)\s*:|public release\s*:|опубліковано\s*:?|апублікавана\s*:?|(?:published|posted|released|issued|updated)(?:\s+at\s+\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?)?)?(?:\s+on)?\s*:?|for (?:release|publication|immediate release)\s*:|(?:release |publication )?date(?:\s+of\s+(?:issue|release|publication))?(?:\s*:|\b)|(?:дата(?:\s+(?:публикации|выпуска|размещения))?|опубликовано|размещено)\s*:?|dateline\s*:|от)\s+|^(?:Date|Published|Posted|Released|Issued)\s?:`)
	whereLabel = regexp.MustCompile(`^(?i:location|place|city|место|город)\s*:\s+`)
)

// smallWire is who reports behind a town in a line of its own.
var smallWire = regexp.MustCompile(`\((?i:ots|dpa|apa|sda|epd|kna|afp|ansa|askanews|italpress|adnkronos|efe|lusa|belga)\)$`)

// articleBeforeDay stands before a day in other languages: "Le 27 novembre 2023", "Am 5. Mai 2024".
var articleBeforeDay = regexp.MustCompile(`^((?i:le|am|den|el|il|em)\s)\d`)

// placeLength is how long the name of a place is at most, in bytes.
const placeLength = 100

// datelineOf reads a line that says when a text is published, and where, in any order, and
// nothing else. A place without a day is one only behind «г.», or where alone allows it.
func datelineOf(line string, alone bool) (d dateline, ok bool) {
	line = strings.TrimLeft(line, " \u00a0([")
	label, told := datelineLabel(line)
	d.more = label != ""
	for rest := line[len(label):]; ; {
		rest = rest[len(separators.FindString(rest)):]
		if strings.Trim(rest, ")]") == "" {
			break
		}
		n, behind := d.take(rest)
		if n == 0 {
			return dateline{}, false
		}
		told = told || behind
		rest = rest[n:]
	}
	switch {
	case d.dated:
		return d, true
	case d.inYear: // «МИНСК, 14 мая. /ТАСС/.», "ASHGABAT, Turkmenistan, Nov. 8"
		return d, d.isOfWire(line, alone)
	case d.located && d.reported && label == "": // "Lübeck (ots)"
		return d, !inCyrillic(line) && (placeAt(d.place) != "" || smallWire.MatchString(line))
	}
	return d, d.isPlace(label, told || alone && placeAt(d.place) != "")
}

// isPlace reports whether a line is a place alone, behind its label where it has one; known says that the place is told or known to be one.
func (d dateline) isPlace(label string, known bool) bool {
	return d.located && known && (!d.more || label != "")
}

// isOfWire reports whether a line that says no year is one of a wire, with a known place and who reports, or a town in capitals; alone says that the
// release has its day, so that in Latin letters a known place is enough.
func (d dateline) isOfWire(line string, alone bool) bool {
	return placeAt(d.place) != "" && (d.reported || isWireTown(line) || alone && !inCyrillic(line))
}

// isWireTown reports whether a line begins with a town as a wire writes it, in capitals and in Latin letters.
func isWireTown(line string) bool {
	first, _, _ := strings.Cut(line, ",")
	return isInCapitals(first) && !inCyrillic(first) && utf8.RuneCountInString(first) > 3
}

// datelineLabel is what a line says of itself: when a text is published, or where, which then is told as «г.» tells it.
func datelineLabel(line string) (label string, told bool) {
	if label = whenLabel.FindString(line); label != "" {
		return label, false
	}
	if m := articleBeforeDay.FindStringSubmatch(line); m != nil {
		return m[1], false
	}
	label = whereLabel.FindString(line)
	return label, label != ""
}

// take reads one part of a dateline and returns how many bytes it takes, 0 where it is none;
// behind says that it is a place behind «г.».
func (d *dateline) take(text string) (n int, behind bool) {
	if n := d.takeWhen(text); n > 0 {
		return n, false
	}
	if d.located {
		if m := reporterAlone.FindString(text); m != "" && (d.dated || d.inYear) { // "Şuşa, 14 iyul, AZƏRTAC"
			d.more, d.reported = true, true
			return len(m), false
		}
		if rest, _, _ := strings.Cut(text, "|"); d.dated && (isEnglishHouse(rest) || isHouseBehind(rest)) { // "April 3, 2025 – Ottawa – Department of Travel"
			d.more = true
			return len(rest), false
		}
		return 0, false
	}
	name, length, sure := leadingPlace(text, !d.dated)
	if length == 0 || length > placeLength {
		return 0, false
	}
	if !sure && isNoPlace(name) { // «Горводосеть, 12 мая 2025 года»
		d.more = true
		return length, false
	}
	d.place, d.located = name, true
	return length, town.MatchString(text) || kindBehind.MatchString(text[:length])
}

// reporterAlone is who reports, in capitals, at the end of a line.
var reporterAlone = regexp.MustCompile(`^\p{Lu}{4,}\.?$`)

// takeWhen is take of what says when a text is published, or by whom.
func (d *dateline) takeWhen(text string) int {
	if m := instantAt.FindStringSubmatch(text); m != nil && !d.dated {
		if found := dayAt(m[1]); found.length > 0 {
			d.date, d.dated, d.timed, d.more = found.from, true, true, true
			return len(m[0])
		}
	}
	if m := clock.FindString(text); m != "" && !d.timed {
		d.timed, d.more = true, true
		return len(m)
	}
	if m := agency.FindString(text); m != "" {
		d.more, d.reported = true, true
		return len(m)
	}
	if found := dayAt(text); found.length > 0 && !d.dated {
		d.date, d.dated = found.from, true
		d.more = d.more || found.from != found.until
		return found.length
	}
	if n := partOfYear(text); n > 0 {
		d.inYear = true
		return n
	}
	n := besideWhen(text)
	if n == 0 || !d.dated && !d.inYear {
		return 0
	}
	d.more = true
	return n
}

// besideWhen returns how many bytes of what stands beside a day begin a text, with the day on which the page was changed last:
// "09 Oct. 2024 | Last updated: 10 Oct. 2024 18:20".
func besideWhen(text string) int {
	if n := len(besideDay.FindString(text)); n > 0 {
		return n
	}
	label := changedLast.FindString(text)
	if label == "" {
		return 0
	}
	return len(label) + dayAt(text[len(label):]).length
}

// leadingPlace reads the name of a place at the start of text, known or not, with what it lies
// in: «Вашингтон, округ Колумбия»; sure says that it is known, or stands behind «г.».
// goesOn says that a day is to follow it.
func leadingPlace(text string, goesOn bool) (name string, length int, sure bool) {
	before := town.FindString(text)
	at := len(before)
	place, n := knownPlace(text[at:])
	if n == 0 {
		place, n = regionAt(text[at:])
	}
	sure = place != "" || before != ""
	if n == 0 {
		if n = nameAt(text[at:], false); n == 0 && before != "" { // «д. Глушь»
			n = len(toldName.FindString(text[at:]))
		}
		if n == 0 {
			return "", 0, false
		}
		place = capitalised(text[at : at+n])
	}
	name, length = place, at+n
	if m := kindOfPlace.FindString(text[length:]); m != "" && endsWord(text[length+len(m):]) {
		name, length = name+m, length+len(m)
	}
	length += len(shortKind.FindString(text[length:]))
	name, length = withOthers(text, name, length)
	name, length = withRegion(text, name, length, goesOn)
	return name, length, sure
}

// toldName is the name that a word for a town stands before, whatever else it means.
var toldName = regexp.MustCompile(`^\p{Lu}\p{Ll}{2,}(?:-\p{Lu}?\p{Ll}+)?`)

// withOthers adds to a name the further places that a text comes from: «Geneva/Dakar», and behind a dash one that is known,
// «Минск – Гомель».
func withOthers(text, name string, length int) (string, int) {
	for {
		m := alsoIn.FindString(text[length:])
		if reporter.MatchString(text[length:]) {
			return name, length
		}
		from := length + len(m)
		_, n := knownPlace(text[from:])
		if n == 0 && strings.ContainsAny(m, "/&") {
			n = nameAt(text[from:], false)
		}
		if m == "" || n == 0 || folded(text[from:from+n]) == folded(name) || isSpaced(m) && goesOnSmall.MatchString(text[from+n:]) { // «Ош. – Ош шаарында …», "Lilongwe – Malawi has …"
			return name, length
		}
		name += strings.Replace(m, " /", "/", 2-strings.Count(m, " ")) + capitalised(text[from:from+n])
		length = from + n
	}
}

// isSpaced reports whether a dash with spaces parts two places.
func isSpaced(joint string) bool { return strings.ContainsAny(joint, "–—-") }

// goesOnSmall is how a sentence goes on behind what somebody is called who does something.
var goesOnSmall = regexp.MustCompile(`^[\s\x{00a0}]+(?:has|have|had|is|are|was|were|will|today|yesterday)[\s\x{00a0}]`)

// withRegion adds to a name what it lies in, a region or the spot.
func withRegion(text, name string, length int, goesOn bool) (string, int) {
	whole, end := name, length
	for range 2 { // the region, or the spot
		m := within.FindString(text[end:])
		n := nameAt(text[end+len(m):], true)
		if m == "" || n == 0 || goesOn && dayAt(text[end+len(m):]).length > 0 || partOfYear(text[end+len(m):]) > 0 {
			break
		}
		whole += ", " + capitalised(text[end+len(m):end+len(m)+n])
		if end += len(m) + n; !goesOn || beforeDay(text[end:]) || dash.MatchString(text[end:]) || strings.Trim(text[end:], " .)") == "" {
			name, length = whole, end
		}
	}
	return name, length
}

// What stands behind a name in the languages of Central Asia and in Azerbaijani, in full and in short.
const (
	inFullBehind  = `[ \x{00a0}](?:қаласы|облысы|ауданы|ауылы|кенті|шаары|облусу|району|айылы|шаҳри|вилояти|тумани|shahri|viloyati|tumani|shahar|şəhəri|rayonu|qəsəbəsi|kəndi|qalasy|oblysy)`
	inShortBehind = `[\s\x{00a0}](?:қ|ш|sh|ş)\.`
)

var (
	kindOfPlace = regexp.MustCompile(`^` + inFullBehind)
	// shortKind is no part of the name: «Астана қ.», "Toshkent sh.".
	shortKind = regexp.MustCompile(`^` + inShortBehind)
	// kindBehind is either at the end of a place: it tells that it is one as «г.» does.
	kindBehind = regexp.MustCompile(`(?:` + inFullBehind + `|` + inShortBehind + `)$`)
)

// reporter is who reports behind a place, and no further one: «МИНСК /БЕЛТА/».
var reporter = regexp.MustCompile(`^[\s\x{00a0}]*/[^/\s][^/\n]{0,38}[^/\s]/(?:[^\p{L}]|$)`)

// alsoIn is between two places that a text comes from.
var alsoIn = regexp.MustCompile(`^(?:[\s\x{00a0}]?/[\s\x{00a0}]?|[\s\x{00a0}][–—&-][\s\x{00a0}])`)

var within = regexp.MustCompile(`^,[\s\x{00a0}]+`)

// beforeDay reports whether a day, or another part of a place's name, follows.
func beforeDay(rest string) bool {
	rest = rest[len(separators.FindString(rest)):]
	reported := agency.FindString(rest)
	if rest = rest[len(reported):]; reported != "" && dash.MatchString(rest) {
		return true
	}
	rest = rest[len(separators.FindString(rest)):]
	return dayAt(rest).length > 0 || partOfYear(rest) > 0 || clock.MatchString(rest)
}

// small are words in small letters within the names of places.
var small = wordset.Of(`на де ла ле дель эль аль область край округ район республика раён вобласць облысы ауданы облусу району вилояти тумани viloyati tumani rayonu города городок of the and on de la le los del upon region county district province обл. р-н`)

// spots are words in small letters within the names of spots in a town.
var spots = wordset.Of(`дворец площадь полигон остров посёлок поселок село зал центр стадион парк монастырь аэропорт вокзал санаторий резиденция музей театр палата square palace hall centre center park`)

// states are those of America in short, whose full stop is part of the name: "San Jose, Calif.".
var states = wordset.Of(`Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ont Que Alta Man Sask`)

// saints are words in short that the names of places begin with: "St. Louis".
var saints = wordset.Of(`St ST Ste STE Ft FT Mt MT`)

// beginning are words that begin a sentence, and no name.
var beginning = wordset.Of(`В Во На С Со По О Об К Ко Из У От До За И А При Для In At On The A An By From`)

// nameWords is how many words an unknown name has at most.
const nameWords = 4

// nameAt returns how many bytes a name takes at the start of text: words with capitals that are no
// common nouns; inside another place a word such as «округ» may begin it.
func nameAt(text string, inside bool) int {
	end, before := 0, ""
	for words := 0; words < nameWords; words++ {
		start := end
		if words > 0 {
			if start += len(gap.FindString(text[end:])); start == end {
				break
			}
		}
		word := placeWord(text[start:], inside)
		if grammar.IsGivenName(word) && !small.Has(word) && !small.Has(before) && (!inside || words > 0 || !isPlaceAlone(text)) || words == 0 && isMonth(word) { // a person's
			return 0
		}
		if !ofName(word, words == 0, inside) {
			break
		}
		end, before = start+len(word), word
	}
	return end
}

// placeWord is the next word of a place's name, without the full stop that ends a sentence; inside another place, with what
// a spot is called.
func placeWord(text string, inside bool) string {
	word := nameWord.FindString(text)
	if inside && spots.Has(strings.ToLower(word)) {
		word += spotName.FindString(text[len(word):])
	}
	if bare := strings.TrimSuffix(word, "-"); strings.HasSuffix(bare, ".") { // "DETROIT, MICH.- The …"
		word = bare
	}
	if small.Has(word) || strings.Contains(strings.TrimSuffix(word, "."), ".") { // «D.C.» stays whole
		return word
	}
	if short := strings.TrimSuffix(word, "."); word == short || !states.Has(short) && !saints.Has(short) {
		return short
	}
	return word
}

var (
	gap      = regexp.MustCompile(`^[ \x{00a0}]`)
	nameWord = regexp.MustCompile(`^[\p{L}’'.-]+`)
	// spotName is the name of a spot in quotation marks, behind what it is: «полигон «Эдельвейс»».
	spotName = regexp.MustCompile(`^[ \x{00a0}]«[^«»\n]{2,40}»`)
)

// isPlaceAlone reports whether a known place stands at the start of text, and no name goes on behind it:
// «Армения» is a form of a first name, too.
func isPlaceAlone(text string) bool {
	_, n := knownPlace(text)
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[n:], " \u00a0"))
	return n > 0 && !unicode.IsUpper(next)
}

func isMonth(word string) bool { _, is := grammar.Month(word); return is }

// elided begins a word before its capital: "Côte d'Ivoire".
var elided = regexp.MustCompile(`^(?:d|l|dell|all)['’]`)

// ofName reports whether a word may be one of a place's name.
func ofName(word string, first, inside bool) bool {
	if small.Has(word) {
		return !first || inside
	}
	if kind, _, _ := strings.Cut(word, " "); inside && spots.Has(strings.ToLower(kind)) {
		return true
	}
	if letter, _ := utf8.DecodeRuneInString(elided.ReplaceAllString(word, "")); !unicode.IsUpper(letter) && !unicode.In(letter, unicode.Georgian, unicode.Arabic, unicode.Han) { // these have no capitals
		return false
	}
	return inside || strings.Contains(word, "-") || !beginning.Has(word) && (grammar.NounShows(word) == nil || first && isVillage(word))
}

// capitalised writes a name in capitals as names are written.
func capitalised(name string) string {
	if saint, town, ok := strings.Cut(name, ". "); ok && saints.Has(saint) {
		return saint[:1] + strings.ToLower(saint[1:]) + ". " + capitalised(town)
	}
	if strings.ToUpper(name) != name || utf8.RuneCountInString(name) < 4 || strings.Contains(name, ".") {
		return name
	}
	letters := []rune(strings.ReplaceAll(strings.ToLower(name), "եվ", "և")) // one letter in Armenian
	for i := range letters {
		if i == 0 || !unicode.IsLetter(letters[i-1]) && letters[i-1] != '\'' && letters[i-1] != '’' {
			letters[i] = unicode.ToUpper(letters[i])
		}
	}
	return string(letters)
}

// onlyDate reads a line that is a date and perhaps a time before or behind it, and nothing else.
func onlyDate(line string) (release.Date, bool) {
	d, ok := datelineOf(line, false)
	return d.date, ok && d.dated && !d.located
}

// glued matches a publication date with the next word run onto it.
var (
	glued      = regexp.MustCompile(`^(\d{1,2}\.\d{1,2}\.(?:19|20)\d{2})((?:\d{1,2}[\s\x{00a0}]+)?\p{L}+)`)
	dottedDate = regexp.MustCompile(`^(\d{1,2}\.\d{1,2}\.\d{4})`)
)

// part takes a publication date off the start of a paragraph. Where the next
// word was glued to it, that is a repair.
func part(paragraph string) (d release.Date, rest string, repaired *release.Repair) {
	m := dottedDate.FindString(paragraph)
	d, ok := grammar.ParseDate(m)
	if m == "" || !ok {
		return release.Date{}, paragraph, nil
	}
	rest = paragraph[len(m):]
	if g := glued.FindString(paragraph); g != "" {
		return d, rest, &release.Repair{Code: DateGlued, Text: g, Field: release.DateField}
	}
	trimmed := strings.TrimLeft(rest, " \u00a0\t,–—-")
	if trimmed == rest || trimmed == "" || !startsSentence(trimmed) {
		return release.Date{}, paragraph, nil
	}
	return d, trimmed, nil
}

func startsSentence(text string) bool {
	r, _ := utf8.DecodeRuneInString(text) // a picture has none
	return unicode.IsUpper(r) || unicode.IsDigit(r) || r == '«'
}
