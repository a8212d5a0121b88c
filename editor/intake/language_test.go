package intake

import (
	"os"
	"strings"
	"testing"

	"communique/assets/languages"
	"communique/assets/translations"
	"communique/editor/release"
)

// TestLanguageOfReleases: headlines alone, leads and longer texts of releases, in each language
// of the region and of some others.
func TestLanguageOfReleases(t *testing.T) {
	data, err := os.ReadFile("testdata/languages.tsv") // tag, kind, text
	if err != nil {
		t.Fatal(err)
	}
	asked := map[string]int{}
	for line := range strings.Lines(string(data)) {
		row := strings.Split(strings.TrimSpace(line), "\t")
		asked[row[1]]++
		if got := languageOf(row[2]); got != row[0] {
			t.Errorf("%s of %s is taken for %s: %.80s", row[1], row[0], got, row[2])
		}
	}
	if asked["headline"] < 30 || asked["lead"] < 30 || asked["long"] < 30 {
		t.Errorf("only %v were asked", asked)
	}
}

// TestPrintedReleases: what a release bears beside its words is read back in every language:
// the embargo, the dateline, what answers at a number.
func TestPrintedReleases(t *testing.T) {
	for _, language := range languages.All() {
		if language == "ar" || language == "zh" { // their dates and places are not read
			continue
		}
		words := translations.Printed(language)
		date := release.Date{Year: 2026, Month: 9, Day: 11}
		embargo := words.Text("printed-embargo-until", map[string]any{"Time": "11.09.2026 12:05", "Zone": "Asia/Bishkek (UTC+06:00)"})
		place := map[string]string{"hy": "Երևան", "ka": "თბილისი"}[language]
		if place == "" {
			place = "Ош"
		}
		text := strings.Join([]string{embargo, "Заголовок релиза о заседании", place + ", " + date.InWords(language), "Первый абзац релиза о заседании Совета.", "Второй абзац."}, "\n\n")
		r := readSingle(t, text)
		if r.Embargo.String() != "2026-09-11T12:05:00+06:00[Asia/Bishkek]" || r.Date != date || r.Place != place || r.Headline != "Заголовок релиза о заседании" {
			t.Errorf("%s: embargo %v, date %v, place %q, headline %q", language, r.Embargo, r.Date, r.Place, r.Headline)
		}
		for kind, name := range map[release.PhoneKind]string{release.Mobile: "printed-mobile", release.Fax: "printed-fax", release.PhoneFax: "printed-phone-fax"} {
			phones, rest := ReadPhones("+996 312 000 000 (" + words.Text(name) + ")")
			if len(phones) != 1 || phones[0].Kind != kind || phones[0].Number != "+996 312 000 000" || rest != "" {
				t.Errorf("%s: %s: %v, %q", language, words.Text(name), phones, rest)
			}
		}
	}
}
