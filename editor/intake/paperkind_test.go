package intake

import (
	"testing"

	"communique/editor/intake/repair"
)

// TestWhatThePaperIsIsNoHeadline: before the headline in its own line it goes to the notes, and is told.
func TestWhatThePaperIsIsNoHeadline(t *testing.T) {
	for line, want := range map[string]string{
		"Пресс-релиз: Совет принял план дорог":                "Совет принял план дорог",
		"ПРЕСС-РЕЛИЗ. Совет принял план дорог":                "Совет принял план дорог",
		"PRESS RELEASE : Council adopts plan of roads":        "Council adopts plan of roads",
		"Media Statement – Council adopts plan of roads":      "Council adopts plan of roads",
		"Пресс-релиз: «Дороги» принимают первых гостей":       "«Дороги» принимают первых гостей",
		"Пресс-релиз о плане дорог на будущий год":            "Пресс-релиз о плане дорог на будущий год",
		"Пресс-релиз: план дорог на будущий год":              "Пресс-релиз: план дорог на будущий год",
		"Пресс-релиз: Совет торговли":                         "Пресс-релиз: Совет торговли",
		"Press release: Department for Roads and Ferries":     "Press release: Department for Roads and Ferries",
		"Press-release-centre opens in the old town of Ilkey": "Press-release-centre opens in the old town of Ilkey",
	} {
		r := readSingle(t, line+"\n\nСтороны обсудили план 11 сентября 2024 года в Бишкеке.\n\nСовет примет его весной.\n")
		told := false
		for _, fixed := range r.Repairs {
			told = told || fixed.Code == repair.AsideLetterhead
		}
		if r.Headline != want || told != (want != line) {
			t.Errorf("%s: got %q, told %t", line, r.Headline, told)
		}
	}
}
