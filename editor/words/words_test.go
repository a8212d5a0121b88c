package words

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestIn(t *testing.T) {
	for text, want := range map[string]string{
		"Встреча в БИШКЕКЕ.":             "встреча в бишкеке",
		"вице-премьер, COVID-19 и 3,5 %": "вице премьер covid 19 и 3 5",
		"зелёный":                        "зеленый",
		"Сергей и Сергей\u0306":          "сергей и сергей",
		"за\u0301мок":                    "замок",
		"press@council.example":          "press council example",
		"Қазақстан, Тоҷикистон":          "қазақстан тоҷикистон",
		" — «» ":                         "",
	} {
		var got []string
		for w := range In(text) {
			got = append(got, w.Folded)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: got %q", text, got)
		}
	}
}

func FuzzIn(f *testing.F) {
	f.Add("Встреча в БИШКЕКЕ")
	f.Add("и\u0306\xff\u0301")
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for w := range In(text) {
			if w.Start < end || w.End <= w.Start || w.End > len(text) {
				t.Fatalf("%q: a word at %d to %d, after %d", text, w.Start, w.End, end)
			}
			if utf8.ValidString(text) && Fold(w.Folded) != w.Folded {
				t.Errorf("%q folds to %q", w.Folded, Fold(w.Folded))
			}
			Forms(w.Folded)
			end = w.End
		}
	})
}

// TestFormsFindEachOther goes through the forms of words and names: each must
// find every other.
func TestFormsFindEachOther(t *testing.T) {
	for name, forms := range map[string]string{
		"встреча":       "встреча встречи встрече встречу встречей встречам встречами встречах",
		"президент":     "президент президента президенту президентом президенте президенты президентов президентам",
		"год":           "год года году годом годы годов лет годам",
		"человек":       "человек человека люди людей людям людьми",
		"подписать":     "подписать подписал подписала подписали подпишет подпишут подписан подписано подписавший",
		"принять":       "принять принял приняла примет приму принято принятый принятых",
		"совет":         "совет совета совету советом совете советы советов",
		"государство":   "государство государства государств государствам государствами",
		"военный":       "военный военного военная военной военные военных военными",
		"день":          "день дня дни дней дням днями",
		"meeting":       "meeting meetings met meet",
		"Жапаров":       "жапаров жапарова жапарову жапаровым жапарове жапаровой",
		"Тасмагамбетов": "тасмагамбетов тасмагамбетова тасмагамбетову тасмагамбетовым тасмагамбетове",
		"Токаев":        "токаев токаева токаеву токаевым токаеве",
		"Пашинян":       "пашинян пашиняна пашиняну пашиняном пашиняне",
		"Рахмон":        "рахмон рахмона рахмону рахмоном рахмоне",
		"Мишустин":      "мишустин мишустина мишустину мишустиным мишустине",
		"Жээнбеков":     "жээнбеков жээнбекова жээнбекову жээнбековым жээнбекове",
		"Бишкек":        "бишкек бишкека бишкеку бишкеком бишкеке",
		"Москва":        "москва москвы москве москву москвой",
	} {
		t.Run(name, func(t *testing.T) {
			for _, asked := range strings.Fields(forms) {
				known := Forms(asked)
				for _, there := range strings.Fields(forms) {
					if !slices.Contains(known, there) {
						t.Errorf("%s does not find %s: %v", asked, there, known)
					}
				}
			}
		})
	}
}

func TestWordsApart(t *testing.T) {
	for asked, there := range map[string]string{
		"совет": "советник", "президент": "президиум", "год": "погода", "лет": "летие", "мир": "мера", "союз": "союзник",
	} {
		if slices.Contains(Forms(asked), there) {
			t.Errorf("%s finds %s", asked, there)
		}
	}
}

func BenchmarkForms(b *testing.B) {
	for range b.N {
		Forms("подписала")
	}
}
