package grammar

import (
	"fmt"
	"strconv"
	"strings"

	"communique/editor/regexp"
	"communique/editor/release"
)

// Times is a time of the day, or from one to another, and whose clock shows it.
type Times struct {
	From, Until Clock // Until is the zero Clock where there is one time
	Zone        Zone
}

// Clock is a time of the day of 24 hours; 24:00 is the end of the day.
type Clock struct {
	Hour, Minute int
	// Typed is how it was written in figures, since «11.00» and «11:00» are both
	// usage (Мильчин, Чельцова, § 6.3); "" where it was written otherwise.
	Typed string
}

// Zone is whose time is meant, as a text has it behind the time: «по московскому
// времени», "Moscow time". One that is not known has the words as they were typed
// in one language and none in the other.
type Zone struct{ Russian, English string }

// zones are the clocks that releases name, in the dative behind «по».
var zones = map[string]string{
	"местному": "local time", "московскому": "Moscow time", "минскому": "Minsk time", "астанинскому": "Astana time", "алматинскому": "Almaty time", "бишкекскому": "Bishkek time",
	"душанбинскому": "Dushanbe time", "ереванскому": "Yerevan time", "ташкентскому": "Tashkent time", "бакинскому": "Baku time", "ашхабадскому": "Ashgabat time", "тбилисскому": "Tbilisi time",
	"киевскому": "Kyiv time", "кишинёвскому": "Chisinau time", "пекинскому": "Beijing time", "тегеранскому": "Tehran time", "кабульскому": "Kabul time", "анкарскому": "Ankara time",
	"стамбульскому": "Istanbul time", "дубайскому": "Dubai time", "дохийскому": "Doha time", "каирскому": "Cairo time", "гаванскому": "Havana time", "каракасскому": "Caracas time",
	"токийскому": "Tokyo time", "сеульскому": "Seoul time", "ханойскому": "Hanoi time", "исламабадскому": "Islamabad time", "женевскому": "Geneva time", "венскому": "Vienna time",
	"парижскому": "Paris time", "лондонскому": "London time", "берлинскому": "Berlin time", "брюссельскому": "Brussels time", "белградскому": "Belgrade time", "нью-йоркскому": "New York time",
	"вашингтонскому": "Washington time", "улан-баторскому": "Ulaanbaatar time", "среднеевропейскому": "Central European Time", "восточноевропейскому": "Eastern European Time",
	"калининградскому": "Kaliningrad time", "самарскому": "Samara time", "екатеринбургскому": "Yekaterinburg time", "омскому": "Omsk time", "новосибирскому": "Novosibirsk time",
	"красноярскому": "Krasnoyarsk time", "иркутскому": "Irkutsk time", "якутскому": "Yakutsk time", "владивостокскому": "Vladivostok time", "камчатскому": "Kamchatka time",
}

const oneTime = `(?:(\d{1,2})(?:([.:])(\d{2}))?(?: ?час(?:ов|а|\.)?| ?ч\.?)?(?: ?((?i:[ap]\.? ?m\.?)|утра|дня|вечера|ночи))?|(?:12 )?((?i:noon|midnight|полдень|полудня|полночь|полуночи)))`

var (
	// hyphenTime is a time with a hyphen, «10-30»; hourOrTime may be one or be hours, «10-15».
	hyphenTime = regexp.MustCompile(`(^|[ –—])(\d{1,2})-(00|2[4-9]|[3-5]\d)(?:\b)`)
	hourOrTime = regexp.MustCompile(`^(?i:(?:в|at) )?\d{1,2}-(?:05|1[05]|20)(?: (?:по|\(|[Мм][Сс][Кк]).*)?$`)
	oneMinute  = regexp.MustCompile(`(\d{1,2} ?(?:ч\.?|час(?:а|ов)?)) (\d) ?(минут[аы]?|мин\.?)`)
	hourWords  = regexp.MustCompile(`(\d{1,2}) ?(?:ч\.?|час(?:а|ов)?) (\d{2}) ?(?:минут[аы]?|мин\.?)`)
	oneClock   = regexp.MustCompile(`^(?i:(?:в|at) )?` + oneTime + `$`)
	twoClocks  = regexp.MustCompile(`^(?:(?i:со?|from|в|at) )?` + oneTime + ` ?(?:–|—|-|до|по|to|until|till) ?` + oneTime + `$`)
	ruZone     = regexp.MustCompile(`^(.+?),? \(?(?:время )?по ([\p{L}-]+)(?: времени)?\)?$`)
	ruBeside   = regexp.MustCompile(`^(.+?),? \(?(?:время ([\p{L}-]+)ое|([\p{L}-]+)о(?:е время|го времени))\)?$`)
	ruCity     = regexp.MustCompile(`^(.+?),? \(?по времени (\p{Lu}[\p{L}-]+)\)?$`)
	enZone     = regexp.MustCompile(`^(.+?),? \(?(\p{Lu}[\p{L} -]*?|local) [Tt]ime\)?$`)
	usZone     = regexp.MustCompile(`^(.+?),? \(?([A-Z]{1,3}[DS]?T|Eastern|Central|Mountain|Pacific)\)?$`) // ET, CEST, Central
	utcZone    = regexp.MustCompile(`^(.+?),? \(?(?i:(UTC|GMT|МСК|MSK))( ?[+−–-] ?\d{1,2}(?::\d{2})?)?\)?$`)
)

// ParseTimes reads a time as people type it: «11.00», «в 10:00 по московскому времени»,
// «с 10:00 до 12:00», "3 p.m. Moscow time", «10:00–12:30 (UTC+6)», «14 ч 30 мин».
func ParseTimes(text string) (Times, bool) {
	text = strings.TrimRight(strings.TrimSpace(whiteSpaces.ReplaceAllString(text, " ")), ",; ")
	if hourOrTime.MatchString(text) {
		return Times{}, false
	}
	text = hyphenTime.ReplaceAllString(text, "$1$2:$3")
	zone, text := cutZone(hourWords.ReplaceAllString(oneMinute.ReplaceAllString(text, "$1 0$2 $3"), "$1:$2"))
	if m := oneClock.FindStringSubmatch(text); m != nil {
		from, ok := readClock(m[1:6], "")
		return Times{From: from, Zone: zone}, ok
	}
	if m := twoClocks.FindStringSubmatch(text); m != nil {
		until, ok := readClock(m[6:11], "")
		half := ""
		if until.Typed == "" { // «10 to 11 a.m.»
			half = m[9]
		}
		from, fits := readClock(m[1:6], half)
		if fits && ok && (from.Hour != until.Hour || from.Minute != until.Minute) {
			return Times{from, until, zone}, true
		}
	}
	return Times{}, false
}

// readClock reads the groups of oneTime: hour, mark, minutes, half of the day, word.
func readClock(m []string, half string) (Clock, bool) {
	switch strings.ToLower(m[4]) {
	case "":
	case "noon", "полдень", "полудня":
		return Clock{Hour: 12}, true
	default:
		return Clock{Hour: 24}, true
	}
	hour, _ := strconv.Atoi(m[0])
	minute, _ := strconv.Atoi(m[2])
	c := Clock{Hour: hour, Minute: minute}
	if m[3] != "" {
		half = m[3]
	}
	if half != "" {
		first := strings.ToLower(half)[:1]
		if c.Hour %= 12; first == "p" || half == "дня" || half == "вечера" {
			c.Hour += 12
		}
		return c, hour > 0 && hour <= 12 && minute < 60
	}
	if m[1] != "" {
		c.Typed = m[0] + m[1] + m[2]
	}
	return c, minute < 60 && (hour < 24 || hour == 24 && minute == 0)
}

// cutZone takes whose clock it is from behind a time.
func cutZone(text string) (Zone, string) {
	if m := utcZone.FindStringSubmatch(text); m != nil {
		base, shift := strings.ToUpper(m[2]), strings.NewReplacer(" ", "", "-", "−", "–", "−").Replace(m[3])
		if (base == "МСК" || base == "MSK") && shift == "" {
			return zoneOf("московскому"), m[1]
		}
		base = strings.NewReplacer("МСК", "MSK").Replace(base)
		return Zone{"(" + strings.ReplaceAll(base, "MSK", "МСК") + shift + ")", "(" + base + shift + ")"}, m[1]
	}
	if m := ruCity.FindStringSubmatch(text); m != nil {
		return Zone{Russian: "по времени " + m[2]}, m[1]
	}
	if m := ruZone.FindStringSubmatch(text); m != nil {
		if word := strings.ToLower(m[2]); word == "гринвичу" {
			return Zone{"по Гринвичу", "GMT"}, m[1]
		} else if strings.HasSuffix(word, "ому") {
			return zoneOf(word), m[1]
		}
	}
	if m := ruBeside.FindStringSubmatch(text); m != nil {
		return zoneOf(strings.ToLower(m[2]+m[3]) + "ому"), m[1]
	}
	return cutEnglishZone(text)
}

// cutEnglishZone is cutZone of what English has behind a time.
func cutEnglishZone(text string) (Zone, string) {
	if m := enZone.FindStringSubmatch(text); m != nil {
		if half, city, ok := strings.Cut(m[2], " "); ok && (half == "AM" || half == "PM") { // 7:30 PM local time
			m[1], m[2] = m[1]+" "+half, city
		}
		english := m[2] + " time"
		for adjective, known := range zones {
			if strings.EqualFold(known, english) {
				return zoneOf(adjective), m[1]
			}
		}
		return Zone{English: english}, m[1]
	}
	if m := usZone.FindStringSubmatch(text); m != nil {
		return Zone{English: m[2]}, m[1]
	}
	return Zone{}, text
}

func zoneOf(adjective string) Zone {
	if yo := strings.Replace(adjective, "кишиневск", "кишинёвск", 1); yo != adjective {
		adjective = yo
	}
	return Zone{"по " + adjective + " времени", zones[adjective]}
}

// Text writes the times as Russian has them: «10:00–12:00 по московскому времени».
func (t Times) Text() string {
	text := t.From.text()
	if t.isSpan() {
		text += "–" + t.Until.text()
	}
	return withZone(text, t.Zone.words(t.Zone.Russian, t.Zone.English))
}

// At says when: «в 10:00 по московскому времени», «с 10:00 до 12:00».
func (t Times) At() string {
	text := "в " + t.From.text()
	if t.isSpan() {
		text = PrepositionBefore("с", t.From.text()) + " " + t.From.text() + " до " + t.Until.text()
	}
	return withZone(text, t.Zone.words(t.Zone.Russian, t.Zone.English))
}

// English writes the times in an English usage: "10 a.m. to noon Moscow time".
func (t Times) English(usage release.English) string {
	text := usage.Time(t.From.Hour, t.From.Minute)
	if t.isSpan() {
		text += " to " + usage.Time(t.Until.Hour, t.Until.Minute)
	}
	return withZone(text, t.Zone.words(t.Zone.English, t.Zone.Russian))
}

// AtEnglish says when: "at 10 a.m.", "from 10 a.m. to noon".
func (t Times) AtEnglish(usage release.English) string {
	if t.isSpan() {
		return "from " + t.English(usage)
	}
	return "at " + t.English(usage)
}

func (t Times) isSpan() bool { return t.Until != Clock{} }

// words are the zone's in a language, or those of the other where it has none.
func (Zone) words(own, other string) string {
	if own == "" {
		return other
	}
	return own
}

func (c Clock) text() string {
	if c.Typed != "" {
		return c.Typed
	}
	return fmt.Sprintf("%d:%02d", c.Hour, c.Minute)
}

func withZone(text, zone string) string {
	if zone == "" {
		return text
	}
	return text + " " + zone
}
