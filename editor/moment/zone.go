package moment

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"communique/assets/zones"
	"communique/editor/regexp"
	"communique/editor/release"
)

// zone is where an embargo's time is read off a clock.
type zone struct {
	name     string // IANA; "" where only an offset is given
	offset   int    // seconds east of UTC
	isOffset bool   // the offset is given; the zone must keep it at that moment
}

const hour = 3600 // seconds

var (
	iana   = regexp.MustCompile(`(?:^|[\s(])([A-Z][A-Za-z_]+(?:/[A-Za-z_]+(?:[+-]\d+)?)+)(?:$|[\s),.;])`)
	offset = regexp.MustCompile(`(?:^|[\s(])(?:(?i:(UTC|GMT|МСК|MSK)) ?)?([+−–-])(\d{1,2})(?::?(\d{2}))?(?:$|[\s),.;])`)
)

// takeZone takes the zone out of a text: a name, an offset, or both.
func takeZone(text string) (zone, string) {
	var z zone
	found, text := cut(text, iana)
	if found != nil {
		z.name = found[1]
	}
	if z.name == "" {
		z.name, text = takeCity(text)
	}
	if found, rest := cut(text, offset); found != nil {
		hours, minutes := number(found[3]), number(found[4])
		z.offset, z.isOffset = hours*hour+minutes*60, true
		if found[2] != "+" {
			z.offset = -z.offset
		}
		if base := strings.ToUpper(found[1]); base == "МСК" || base == "MSK" {
			z.offset += 3 * hour
		}
		if z.name == "" { // «МСК (UTC+3)»: the clock keeps the offset, or something is wrong
			if c, without, ok := clockIn(rest); ok && c.name != utc {
				return zone{c.name, z.offset, true}, without
			}
		}
		return z, rest
	}
	if z.name != "" {
		return z, text
	}
	if c, rest, ok := clockIn(text); ok {
		return c, rest
	}
	return z, text
}

// clockIn takes the name of a clock out of a text.
func clockIn(text string) (z zone, rest string, ok bool) {
	for _, c := range clocks {
		if found, rest := cut(text, c.pattern); found != nil {
			return c.zone, rest, true
		}
	}
	return z, text, false
}

// utc is the zone of Greenwich.
const utc = "Etc/UTC"

// cityBefore is a city with its offset, as the forms write a zone: «Бишкек, UTC+6».
var cityBefore = regexp.MustCompile(`[,،，] ?(\p{L}[^,،，\d·]*)[,،，] ?(UTC)`)

// cityTimes are cities whose time is meant: "Geneva time", «(Астана)».
var cityTimes = []*regexp.Regexp{
	regexp.MustCompile(edge + `(\p{Lu}\p{Ll}[\p{L} -]*?)(?: local)? time(?:$|[^\p{L}])`),
	regexp.MustCompile(edge + `(\p{Lu}{3,}(?:[ -]\p{Lu}{3,})?)(?: LOCAL)? TIME(?:$|[^\p{L}])`),
	regexp.MustCompile(`\((\p{Lu}\p{Ll}[\p{L} -]*)\)`),
	regexp.MustCompile(edge + `(?i:heure|horas?|ora)(?i: locale?)? (?i:de |du |di |d['’])(\p{Lu}\p{L}+(?:[ -]\p{Lu}\p{L}+)?)(?:$|[^\p{L}])`),
	regexp.MustCompile(edge + `(\p{Lu}\p{L}+) (?i:уақыты|убактысы|убактысынча|vaqti|вақти)(?:$|[^\p{L}])`),
}

// takeCity takes such a city out of a text and returns its zone. The offset stays.
func takeCity(text string) (name, rest string) {
	for _, pattern := range cityTimes {
		if found, rest := cut(text, pattern); found != nil {
			if name = zones.Of(found[1]); name != "" {
				return name, rest
			}
		}
	}
	if name, rest = takeInflected(text); name != "" {
		return name, rest
	}
	at := cityBefore.FindStringSubmatchIndex(text)
	if at == nil {
		return "", text
	}
	if name = zones.Of(text[at[2]:at[3]]); name == "" {
		return "", text
	}
	return name, text[:at[0]] + " · " + text[at[4]:]
}

func called(words string) *regexp.Regexp {
	return regexp.MustCompile(edge + `(?i:` + words + `)(?:$|[^\p{L}\d+])`)
}

// clocks are names of clocks that stand for one zone everywhere. "EST" or "IST" do
// not: half the world has one.
var clocks = []struct {
	pattern *regexp.Regexp
	zone    zone
}{
	{called(`GMT|UTC|по Гринвичу`), zone{name: utc}},
	{called(`МСК|MSK|московское|(?:по )?московскому|(?:по )?(?:времени )?Москв[еы]|Moscow`), zone{name: "Europe/Moscow"}},
	{called(`(?:по )?минскому|минское|(?:по )?(?:времени )?Минск[ау]|(?:па )?Мінск[ау]|мінскі|Minsk`), zone{name: "Europe/Minsk"}},
	{called(`(?:по )?бишкекскому|бишкекское|(?:по )?(?:времени )?Бишкек[ау]|Bishkek`), zone{name: "Asia/Bishkek"}},
	{called(`(?:по )?душанбинскому|душанбинское|(?:по )?(?:времени )?Душанбе|Dushanbe`), zone{name: "Asia/Dushanbe"}},
	{called(`(?:по )?ереванскому|ереванское|(?:по )?(?:времени )?Еревана?у?|Yerevan`), zone{name: "Asia/Yerevan"}},
	{called(`(?:по )?ташкентскому|ташкентское|(?:по )?(?:времени )?Ташкент[ау]|Tashkent`), zone{name: "Asia/Tashkent"}},
	{called(`(?:по )?астанинскому|астанинское|(?:по )?алматинскому|(?:по )?(?:времени )?Астан[аеы]|Astana|Almaty`), zone{name: "Asia/Almaty"}},
	{called(`Central European Summer Time|CEST`), zone{"Europe/Paris", 2 * hour, true}},
	{called(`Central European Time`), zone{"Europe/Paris", 1 * hour, true}},
	{called(`CET`), zone{"Europe/Paris", 1 * hour, true}},
	{called(`(?:UK|British) (?:local )?time`), zone{name: "Europe/London"}},
	{called(`BST|British Summer Time`), zone{"Europe/London", 1 * hour, true}},
	{called(`MEZ`), zone{"Europe/Berlin", 1 * hour, true}},
	{called(`MESZ`), zone{"Europe/Berlin", 2 * hour, true}},
	{called(`EDT|(?:US )?Eastern Daylight Time`), zone{"America/New_York", -4 * hour, true}},
	{called(`(?:US )?Eastern Standard Time`), zone{"America/New_York", -5 * hour, true}},
	{called(`PDT|(?:US )?Pacific Daylight Time`), zone{"America/Los_Angeles", -7 * hour, true}},
	{called(`(?:US )?Pacific Standard Time`), zone{"America/Los_Angeles", -8 * hour, true}},
	{called(`(?:U\.?S\.? )?(?:Eastern(?: time)?|ET)`), zone{name: "America/New_York"}},
	{called(`(?:U\.?S\.? )?(?:Central(?: time)?|CT)`), zone{name: "America/Chicago"}},
	{called(`CDT|Central Daylight Time`), zone{"America/Chicago", -5 * hour, true}},
	{called(`(?:U\.?S\.? )?Mountain time`), zone{name: "America/Denver"}},
	{called(`ЕКБ`), zone{name: "Asia/Yekaterinburg"}},
	{called(`НСК`), zone{name: "Asia/Novosibirsk"}},
	{called(`MDT`), zone{"America/Denver", -6 * hour, true}},
	{called(`(?:U\.?S\.? )?(?:Pacific(?: time)?|PT)`), zone{name: "America/Los_Angeles"}},
	{called(`AEST`), zone{offset: 10 * hour, isOffset: true}},
	{called(`AEDT`), zone{offset: 11 * hour, isOffset: true}},
	{called(`EET`), zone{offset: 2 * hour, isOffset: true}},
	{called(`EEST`), zone{offset: 3 * hour, isOffset: true}},
	{called(`Geneva|heure de Genève`), zone{name: "Europe/Zurich"}},
}

// at is the embargo at a time of day in the zone, or the reason why there is none.
func (z zone) at(d release.Date, hour, minute int) (release.Embargo, Reason) {
	switch {
	case z.isOffset:
		return z.atOffset(d, hour, minute)
	case z.name == "":
		return release.Embargo{}, NoZone
	}
	e, err := release.NewEmbargo(d, hour, minute, z.name)
	var change *release.ClockError
	switch {
	case errors.As(err, &change) && change.Times == 0:
		return e, Skipped
	case errors.As(err, &change):
		return e, Twice
	case err != nil:
		return e, NoZone
	}
	return e, ""
}

func (z zone) atOffset(d release.Date, hour, minute int) (release.Embargo, Reason) {
	text := fmt.Sprintf("%sT%02d:%02d:00%s", d, hour, minute, time.Unix(0, 0).In(time.FixedZone("", z.offset)).Format("Z07:00"))
	if z.name != "" {
		text += "[" + z.name + "]"
	}
	var e release.Embargo
	if err := e.UnmarshalText([]byte(text)); err != nil {
		return release.Embargo{}, Season
	}
	return e, ""
}
