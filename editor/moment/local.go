package moment

import (
	"strings"

	"communique/assets/zones"
	"communique/editor/regexp"
)

// byAdjective are a city's time by its adjective: «по самарскому времени», «время екатеринбургское», «па мінскім часе».
var byAdjective = regexp.MustCompile(edge + `(?i:(?:по )?(\p{L}{2,}?)сь?к(?:ому|ое|ого|ім|им))(?:$|[^\p{L}])`)

// regionZones are the zones of regions by what their adjectives begin with, where no city is called so.
var regionZones = map[string]string{"камчат": "Asia/Kamchatka", "сахалин": "Asia/Sakhalin", "примор": "Asia/Vladivostok", "забайкаль": "Asia/Chita", "чукот": "Asia/Anadyr"}

// cityOf is the zone of the city that an adjective is made of, without its ending; "" for any other.
func cityOf(stem string) string {
	if zone := regionZones[strings.ToLower(stem)]; zone != "" {
		return zone
	}
	for _, ending := range []string{"", "ск", "а", "и", "ы", "ь"} {
		if zone := zones.Of(stem + ending); zone != "" {
			return zone
		}
	}
	if short, is := strings.CutSuffix(strings.ToLower(stem), "ин"); is { // «алматинскому»
		for _, ending := range []string{"ы", "а", "у", "е"} {
			if zone := zones.Of(short + ending); zone != "" {
				return zone
			}
		}
	}
	return ""
}

// inCase is a city in a case: «по времени Самары», «по Екатеринбургу».
var inCase = regexp.MustCompile(edge + `(?i:по (?:времени )?(?:г\. ?|города )?)(\p{Lu}\p{L}{2,})(?:$|[^\p{L}])`)

// ofCase is the zone of a city whose name stands in a case; "" for any other.
func ofCase(name string) string {
	if zone := zones.Of(name); zone != "" {
		return zone
	}
	letters := []rune(name)
	for _, ending := range []string{"", "а", "ь", "я"} {
		if zone := zones.Of(string(letters[:len(letters)-1]) + ending); zone != "" {
			return zone
		}
	}
	return ""
}

// takeInflected takes a city by its adjective or in a case out of a text.
func takeInflected(text string) (name, rest string) {
	for _, way := range []struct {
		pattern *regexp.Regexp
		zoneOf  func(string) string
	}{{byAdjective, cityOf}, {inCase, ofCase}} {
		if at := way.pattern.FindStringSubmatchIndex(text); at != nil {
			if name = way.zoneOf(text[at[2]:at[3]]); name != "" {
				return name, text[:at[0]] + " · " + text[at[1]:]
			}
		}
	}
	return "", text
}
