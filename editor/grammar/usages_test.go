package grammar

import (
	"strings"
	"testing"

	"communique/editor/release"
)

// TestUsages lists every way in which a house may write, its own first and each once.
func TestUsages(t *testing.T) {
	own := House{WomenInL: WomenInLDecline, English: release.EnglishAP, PlacesInO: PlacesInOStay, Zoda: ZodaStay, Yo: YoNowhere}
	for language, count := range map[string]int{
		"ru": len(UsagesOfWomenInL()) * len(UsagesOfPlacesInO()) * len(UsagesOfZoda()) * len(UsagesOfYo()), "en": len(release.UsagesOfEnglish()), "kk": len(release.UsagesOfEnglish()),
	} {
		all := own.Usages(language)
		seen := map[House]bool{}
		for _, h := range all {
			if seen[h] {
				t.Errorf("%s: %+v stands twice", language, h)
			}
			seen[h] = true
			if language == "ru" && h.English != own.English || language != "ru" && (h.WomenInL != own.WomenInL || h.PlacesInO != own.PlacesInO || h.Zoda != own.Zoda || h.Yo != own.Yo) {
				t.Errorf("%s: %+v differs in what the language does not have", language, h)
			}
		}
		if len(all) != count || all[0] != own {
			t.Errorf("%s: %d usages, %+v first", language, len(all), all[0])
		}
	}
}

// TestSurnamesInZoda decline, or stay where the house leaves them.
func TestSurnamesInZoda(t *testing.T) {
	for name, want := range map[string][2]string{
		"Рустам Пробзода":          {"Рустамом Пробзодой", "Рустамом Пробзода"},
		"Мадина Рахимпробзода":     {"Мадиной Рахимпробзодой", "Мадиной Рахимпробзода"},
		"Рустам Пробов-Пробзода":   {"Рустамом Пробовым-Пробзодой", "Рустамом Пробовым-Пробзода"},
		"Озода Пробова":            {"Озодой Пробовой", "Озодой Пробовой"},
		"Пробзода Рустам Иванович": {"Пробзодой Рустамом Ивановичем", "Пробзода Рустамом Ивановичем"},
	} {
		for i, h := range []House{{}, {Zoda: ZodaStay}} {
			d := h.DeclinePerson(Unknown, name)
			if d.Forms[Instrumental] != want[i] || d.ByHouse != (want[0] != want[1]) {
				t.Errorf("%s: %s, by house: %t", name, d.Forms[Instrumental], d.ByHouse)
			}
		}
	}
}

// office knows one name and one post.
type office struct{ name, post string }

func (o office) NameAtEnd(phrase string) string {
	if strings.HasSuffix(phrase, o.name) {
		return o.name
	}
	return ""
}

func (o office) PostAtStart(phrase string) string {
	if strings.HasPrefix(phrase, o.post) {
		return o.post
	}
	return ""
}

// TestSplitByWhatIsKnown: what the office knows goes before what words look like.
func TestSplitByWhatIsKnown(t *testing.T) {
	known := office{"Дел Мира", "Глава Пробы Иван"}
	for phrase, want := range map[string][2]string{
		"Комитет Дел Мира":                  {"Комитет", "Дел Мира"},
		" Дел Мира ":                        {"", "Дел Мира"},
		"Глава Пробы Иван Пробный":          {"Глава Пробы Иван", "Пробный"},
		"Глава Пробы Иван":                  {"Глава Пробы Иван", ""},
		"министр Иван Пробный":              {"министр", "Иван Пробный"},
		"президент бен Али":                 {"президент", "бен Али"},                 // a post is no child's name
		"директор фонда Полковник Рахманов": {"директор фонда Полковник", "Рахманов"}, // nor is a rank a first name
	} {
		if post, name := SplitPost(phrase, known); post != want[0] || name != want[1] {
			t.Errorf("%q: %q and %q", phrase, post, name)
		}
	}
}
