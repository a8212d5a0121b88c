package template

import (
	"reflect"
	"testing"

	"communique/editor/register"
	"communique/editor/release"
)

func TestFollow(t *testing.T) {
	before := map[string]Value{"date": {Text: "11.09.2024"}, "place": {Text: "Бишкек"}, "guest": {Text: "Иван Пробный"}}
	after := map[string]Value{"date": {Text: "12.09.2024"}, "place": {Text: "Астана"}, "guest": {Text: "Анна Озерова"}, "topic": {Text: "Сроки."}}
	const (
		headline = "Встреча с Анной Озеровой"
		lead     = "12 сентября 2024 года в Астане состоялась встреча с Анной Озеровой {не поле}."
	)
	stage, quote := release.Block{Kind: release.Paragraph, Text: "Этап: начало."}, release.Block{Kind: release.Quotation, Text: "Сроки.", Speaker: "Анна Озерова"}
	own := release.Block{Kind: release.Paragraph, Text: "Своё."}
	for name, tt := range map[string]struct {
		edit           func(r *release.Release)
		headline, lead string
		blocks         []release.Block
		edited         []Part
	}{
		"untouched":         {func(*release.Release) {}, headline, lead, []release.Block{stage, quote}, nil},
		"another headline":  {func(r *release.Release) { r.Headline = "Свой" }, "Свой", lead, []release.Block{stage, quote}, []Part{{Name: "headline"}}},
		"another lead":      {func(r *release.Release) { r.Lead = "Свой." }, headline, "Свой.", []release.Block{stage, quote}, []Part{{Name: "lead"}}},
		"another paragraph": {func(r *release.Release) { r.Blocks[0] = own }, headline, lead, []release.Block{own, quote}, []Part{{Name: "block", Block: 1}}},
		"one more":          {func(r *release.Release) { r.Blocks = append(r.Blocks, own) }, headline, lead, []release.Block{stage, quote, own}, nil},
		"one before":        {func(r *release.Release) { r.Blocks = []release.Block{own, r.Blocks[0]} }, headline, lead, []release.Block{own, stage, quote}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			tmpl := parse(t)
			made, err := tmpl.Fill(before, register.Registers{})
			if err != nil {
				t.Fatal(err)
			}
			tt.edit(&made.Release)
			got, edited, err := tmpl.Follow(made.Release, after, register.Registers{})
			if err != nil {
				t.Fatal(err)
			}
			r := got.Release
			if r.Headline != tt.headline || r.Lead != tt.lead || !reflect.DeepEqual(r.Blocks, tt.blocks) || !reflect.DeepEqual(edited, tt.edited) {
				t.Errorf("got %+v, %+v", r, edited)
			}
			if r.Date.String() != "2024-09-12" || r.Place != "Астана" || !reflect.DeepEqual(Values(r), after) {
				t.Errorf("got %v, %s, %v", r.Date, r.Place, r.Values)
			}
			back, edited, err := tmpl.Follow(r, before, register.Registers{})
			if err != nil || back.Release.Date.String() != "2024-09-11" || !reflect.DeepEqual(edited, tt.edited) {
				t.Errorf("and back: %+v, %+v, %v", back.Release, edited, err)
			}
		})
	}
}
