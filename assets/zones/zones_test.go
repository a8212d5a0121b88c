package zones

import (
	"slices"
	"strings"
	"testing"
	"time"

	"communique/assets/languages"
)

func TestCity(t *testing.T) {
	for _, c := range []struct{ zone, language, want string }{
		{"Asia/Bishkek", "ru", "Бишкек"},
		{"Asia/Bishkek", "en-GB", "Bishkek"},
		{"Asia/Bishkek", "kk-KZ", "Бішкек"},
		{"Asia/Tashkent", "uz-Cyrl", "Тошкент"},
		{"Europe/Kiev", "uk", "Київ"},
		{"America/New_York", "en", "New York"},
		{"America/New_York", "de", "New York"},
		{"America/New_York", "kk", ""},
		{"America/Argentina/Buenos_Aires", "en", "Buenos Aires"},
		{"America/Indiana/Knox", "en", "Knox"},
		{"Asia/Shanghai", "en", "Beijing"},
		{"Etc/UTC", "en", ""},
		{"UTC", "ru", ""},
		{"", "ru", ""},
		{"Asia/Bishkek", "xx", "Bishkek"},
	} {
		if got := City(c.zone, c.language); got != c.want {
			t.Errorf("%s in %s: got %q, want %q", c.zone, c.language, got, c.want)
		}
	}
}

// TestEveryCityLeadsBack: each zone is one, each language is known, and no two zones have a
// city of one name.
func TestEveryCityLeadsBack(t *testing.T) {
	for zone, named := range table().byZone {
		if _, err := time.LoadLocation(zone); err != nil {
			t.Error(err)
		}
		for language, city := range named {
			if !slices.Contains(languages.All(), language) || city == "" || strings.TrimSpace(city) != city {
				t.Errorf("%s: %q in %q", zone, city, language)
			}
			if got := Of(city); got != zone {
				t.Errorf("%s is of %s, not of %s", city, got, zone)
			}
		}
		if named["ru"] == "" {
			t.Errorf("%s has no name in Russian", zone)
		}
	}
	if got := Of("Новые Васюки"); got != "" {
		t.Errorf("got %q", got)
	}
}
