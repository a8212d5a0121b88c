// Package zones names the cities that time zones are called by, in the languages of
// releases.
package zones

import (
	_ "embed"
	"strings"
	"sync"

	"communique/assets/languages"
)

//go:embed cities.tsv
var cities string

// renamed are older names of zones (tz, backward).
var renamed = map[string]string{
	"Europe/Kiev": "Europe/Kyiv", "Asia/Calcutta": "Asia/Kolkata", "Asia/Saigon": "Asia/Ho_Chi_Minh", "Asia/Ashkhabad": "Asia/Ashgabat",
	"Asia/Istanbul": "Europe/Istanbul", "Asia/Ulan_Bator": "Asia/Ulaanbaatar", "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
	"Asia/Urumqi": "Asia/Shanghai", "Asia/Chongqing": "Asia/Shanghai", "PRC": "Asia/Shanghai",
}

// City returns the city of an IANA zone as a language (BCP 47) calls it; "" where the zone
// is no city's, or where nobody has told what the language calls it.
func City(zone, language string) string {
	if name, is := renamed[zone]; is {
		zone = name
	}
	language = languages.Of(language)
	named := table().byZone[zone]
	if city, known := named[language]; known {
		return city
	}
	switch language {
	case "", "en", "az", "ro", "uz", "fr", "de": // these have the letters of English
	default:
		return ""
	}
	return english(zone, named)
}

// english returns the English name of a zone's city: where the table has none, the zone's own.
func english(zone string, named map[string]string) string {
	if city, known := named["en"]; known {
		return city
	}
	area, city, found := strings.Cut(zone, "/")
	if !found || area == "Etc" || area == "SystemV" || area == "US" {
		return ""
	}
	return strings.ReplaceAll(city[strings.LastIndexByte(city, '/')+1:], "_", " ")
}

// Of returns the zone of a city that the table names, in any language; "" for any other.
func Of(city string) string { return table().byCity[strings.ToLower(city)] }

type listed struct {
	byZone map[string]map[string]string // cities by language
	byCity map[string]string            // zones, by cities in small letters
}

var table = sync.OnceValue(func() listed {
	all := listed{map[string]map[string]string{}, map[string]string{}}
	for line := range strings.Lines(cities) {
		zone, rest, _ := strings.Cut(strings.TrimSpace(line), "\t")
		named := map[string]string{}
		for pair := range strings.SplitSeq(rest, "\t") {
			language, city, _ := strings.Cut(pair, "=")
			named[language] = city
		}
		all.byZone[zone] = named
	}
	for zone, named := range all.byZone {
		for _, city := range named {
			all.byCity[strings.ToLower(city)] = zone
		}
		all.byCity[strings.ToLower(english(zone, named))] = zone
	}
	return all
})
