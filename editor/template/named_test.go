package template

import (
	"strings"
	"testing"
)

// TestSeveralNames: what the template says of a name agrees with several in quotation marks,
// and with nothing else that a name may be.
func TestSeveralNames(t *testing.T) {
	set, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string][2]string{
		"Рубеж":                  {"Началось учение «Рубеж»", "началось командно-штабное учение «Рубеж»."},
		"Щит и меч":              {"Началось учение «Щит и меч»", "началось командно-штабное учение «Щит и меч»."},
		"Манёвры":                {"Началось учение «Манёвры»", "началось командно-штабное учение «Манёвры»."},
		"Поиск-2026, Щит-2026":   {"Начались учения «Поиск-2026» и «Щит-2026»", "начались командно-штабные учения «Поиск-2026» и «Щит-2026»."},
		"Барс – 2026 и Щит 2026": {"Начались учения «Барс – 2026» и «Щит 2026»", "начались командно-штабные учения «Барс – 2026» и «Щит 2026»."},
		"Вьюга-2026":             {"Началось учение «Вьюга-2026»", "началось командно-штабное учение «Вьюга-2026»."},
		"учение «Рубеж»":         {"Началось учение «Рубеж»", "началось командно-штабное учение «Рубеж»."},
		"«Рубеж» и «Щит»":        {"Начались учения «Рубеж» и «Щит»", "начались командно-штабные учения «Рубеж» и «Щит»."},
		"учения «Рубеж» и «Щит»": {"Начались учения «Рубеж» и «Щит»", "начались командно-штабные учения «Рубеж» и «Щит»."},
		`"Рубеж", "Щит" и "Юг"`:  {"Начались учения «Рубеж», «Щит» и «Юг»", "начались командно-штабные учения «Рубеж», «Щит» и «Юг»."},
	} {
		tmpl, err := set.Find("exercise", "ru")
		if err != nil {
			t.Fatal(err)
		}
		values := example(tmpl, false)
		values["name"], values["rank"], values["until"] = Value{Text: name}, Value{Text: "командно-штабное"}, Value{}
		filled, err := tmpl.Fill(Office{}, values)
		if err != nil || filled.Release.Headline != want[0] || !strings.HasSuffix(filled.Release.Lead, want[1]) {
			t.Errorf("%s: %s; %s; %v", name, filled.Release.Headline, filled.Release.Lead, err)
		}
		for _, b := range filled.Release.Blocks {
			if strings.Contains(b.Text, "продл") {
				t.Errorf("%s, without a last day: %s", name, b.Text)
			}
		}
	}
	english, err := set.Find("exercise", "en")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"Shield and Sword": "Exercise Shield and Sword begins", "exercise “Shield”": "Exercise “Shield” begins", "Shield of the Union": "Exercise Shield of the Union begins", "Shield-2026, Sword-2026": "Exercises “Shield-2026” and “Sword-2026” begin", "“Shield” and “Sword”": "Exercises “Shield” and “Sword” begin"} {
		values := example(english, false)
		values["name"] = Value{Text: name}
		if filled, err := english.Fill(Office{}, values); err != nil || filled.Release.Headline != want {
			t.Errorf("%s: %s, %v", name, filled.Release.Headline, err)
		}
	}
}
