package proof

import (
	"reflect"
	"testing"

	"communique/editor/release"
)

func TestLeftoversOf(t *testing.T) {
	r := release.Release{Language: "ru", Place: "Бишкек", Headline: "Встреча Ивана Пробного с Анной Озеровой"}
	r.Date, _ = release.NewDate(2024, 9, 11)
	r.Lead = "11 сентября 2024 года в Бишкеке состоялась встреча. Стороны обсудили 21 вопрос. Иван Пробный отметил: «Это важно»."
	r.Blocks = []release.Block{{Kind: release.Quotation, Text: "В Москве, Минске и МИД решат.", Speaker: "Пётр Образцов"}}
	want := []string{
		"2024-09-11", "Бишкек", "Ивана Пробного", "Анной Озеровой", "11 сентября 2024 года", "Бишкеке", "21", "Иван Пробный",
		"Москве", "Минске", "МИД", "Пётр Образцов",
	}
	got := Leftovers(r)
	for _, text := range want {
		found := false
		for _, left := range got {
			found = found || left == text || left == "Встреча "+text
		}
		if !found {
			t.Errorf("%s is no leftover of %q", text, got)
		}
	}
	if len(got) > len(want)+1 {
		t.Errorf("too many: %q", got)
	}
}

func TestLeftoversBlockUntilChanged(t *testing.T) {
	r := release.Release{Language: "ru", Headline: "О поездке", Lead: "Иван Пробный посетил Минск 3 мая.", Leftovers: []string{"Иван Пробный", "Минск", "3 мая", "2024-09-11"}}
	r.Date, _ = release.NewDate(2024, 9, 11)
	texts := func() (all []string) {
		for _, f := range Check(r, Params{}) {
			if f.Code == Leftover {
				if f.Level != Blocks {
					t.Errorf("%s does not block", f.Text)
				}
				if _, args := f.Fact(); f.Text == "2024-09-11" && args["Text"] != "11.09.2024" {
					t.Errorf("a day is called %v", args["Text"])
				}
				all = append(all, f.Text)
			}
		}
		return all
	}
	if got := texts(); !reflect.DeepEqual(got, []string{"2024-09-11", "Иван Пробный", "Минск", "3 мая"}) {
		t.Errorf("got %q", got)
	}
	r.Lead = "Иванна Пробный посетил Минскую область 13 мая."
	r.Date, _ = release.NewDate(2024, 9, 12)
	if got := texts(); len(got) != 0 {
		t.Errorf("after the change %q", got)
	}
}
