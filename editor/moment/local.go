package moment

import (
	"strings"

	"communique/assets/zones"
	"communique/editor/regexp"
)

// byAdjective are a city's time by its adjective: «по самарскому времени», «время екатеринбургское», «па мінскім часе».
var byAdjective = regexp.MustCompile(edge + `(?i:по )?(\p{L}{2,}?)ск(?:ому|ое|ім)(?:$|[^\p{L}])`)

// cityOf is the zone of the city that an adjective is made of, without its ending; "" for any other.
func cityOf(stem string) string {
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

// takeAdjective takes such a city out of a text.
func takeAdjective(text string) (name, rest string) {
	at := byAdjective.FindStringSubmatchIndex(text)
	if at == nil {
		return "", text
	}
	if name = cityOf(text[at[2]:at[3]]); name == "" {
		return "", text
	}
	return name, text[:at[0]] + " · " + text[at[1]:]
}
