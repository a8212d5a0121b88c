package proof

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"communique/editor/release"
)

// sound is a release in which there is nothing to find.
func sound() release.Release {
	r := release.New("ru")
	r.Headline, r.Lead = "Встреча в Пробном", "12 марта 2024 года в Пробном состоялась встреча."
	r.Contacts = []release.Contact{{Name: "Пётр Образцов", Phones: []release.PhoneNumber{{Number: "+7-000-000-00-01", Kind: release.Phone}}}}
	return r
}

func paragraphs(texts ...string) release.Release {
	r := sound()
	for _, text := range texts {
		r.Blocks = append(r.Blocks, release.Block{Kind: release.Paragraph, Text: text})
	}
	return r
}

func with(change func(*release.Release)) release.Release {
	r := sound()
	change(&r)
	return r
}

func TestCheck(t *testing.T) {
	tests := map[string]struct {
		release release.Release
		want    string // code:level:field:block:start-end, parted by spaces
	}{
		"sound":         {sound(), ""},
		"no headline":   {with(func(r *release.Release) { r.Headline = " " }), "headline-missing:block:headline:-1:0-0"},
		"no lead":       {with(func(r *release.Release) { r.Lead = "" }), "lead-missing:block:lead:-1:0-0"},
		"no contact":    {with(func(r *release.Release) { r.Contacts = nil }), "contact-missing:warning:contacts:-1:0-0"},
		"contact mute":  {with(func(r *release.Release) { r.Contacts[0].Phones = nil }), "contact-missing:warning:contacts:-1:0-0"},
		"field left":    {paragraphs("Встреча с {guest.ins}."), "placeholder-left:block:blocks:0:10-21"},
		"Latin XXX":     {with(func(r *release.Release) { r.Headline = "Встреча с XXX" }), "placeholder-left:block:headline:-1:10-13"},
		"Cyrillic ХХХ":  {paragraphs("Прибыл ХХХ."), "placeholder-left:block:blocks:0:7-10"},
		"Roman numeral": {paragraphs("В XX веке и на XXI саммите."), ""},
		"blank to fill": {paragraphs("Фамилия ____ принята."), "placeholder-left:block:blocks:0:8-12"},
		"note to self":  {paragraphs("Прибыл [уточнить имя]."), "placeholder-left:block:blocks:0:7-21"},
		"brackets":      {paragraphs("Он сказал [по-русски], что да."), ""},
		"date glued":    {paragraphs("14.03.202414 марта состоялась встреча."), "date-glued:block:blocks:0:0-18"},
		"word glued":    {paragraphs("Дата: 14.03.2024В Пробном."), "date-glued:block:blocks:0:6-17"},
		"plain date":    {paragraphs("К 14.03.2024 г. и до 15.03.2024."), ""},
		"repair":        {with(func(r *release.Release) { r.Repairs = []release.Repair{{Code: DateGlued, Text: "1.1.20242 мая"}} }), "date-glued:note:repairs:-1:0-0"},
		"no closing":    {paragraphs("Он сказал: «Да.", "Потом ушёл."), "quotes-unbalanced:warning:blocks:0:11-12"},
		"no opening":    {paragraphs("Он сказал: Да»."), "quotes-unbalanced:warning:blocks:0:13-14"},
		"nested":        {paragraphs("«Он читал „Пример“ вслух»."), ""},
		"one for both":  {paragraphs("Завод ОАО «ГМК «Пример» работает."), ""},
		"reopened":      {paragraphs("Он сказал: «Да.", "«И ещё раз да»."), ""},
		"closed later":  {paragraphs("Он сказал: «Да.", "И ещё раз да»."), ""},
		"never closed":  {paragraphs("Он сказал: «Да.", "«И ещё раз да."), "quotes-unbalanced:warning:blocks:0:11-12"},
		"English":       {paragraphs("He said, “Yes.” And left."), ""},
		"cut off":       {paragraphs("Завершилась подготовка юбилейной сесс"), "text-cut-off:warning:blocks:0:33-37"},
		"lead cut off":  {with(func(r *release.Release) { r.Lead = "В Пробном состоя" }), "text-cut-off:warning:lead:-1:10-16"},
		"ends quoted":   {paragraphs("Он сказал: «Да.»"), ""},
		"ends in list": {with(func(r *release.Release) {
			r.Blocks = []release.Block{{Kind: release.List, Text: "раз\nдва"}}
		}), ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, f := range Check(tt.release) {
				got = append(got, fmt.Sprintf("%s:%s:%s:%d:%d-%d", f.Code, f.Level, f.Field, f.Block, f.Start, f.End))
			}
			if text := strings.Join(got, " "); text != tt.want {
				t.Errorf("got  %s\nwant %s", text, tt.want)
			}
		})
	}
}

func FuzzCheck(f *testing.F) {
	f.Add("«{a.b} ____ 14.03.202414 марта „“”»", "«")
	f.Fuzz(func(t *testing.T, lead, block string) {
		r := paragraphs(block)
		r.Lead = lead
		for _, found := range Check(r) {
			text := map[string]string{"lead": lead, "blocks": block}[found.Field]
			if found.Start < 0 || found.Start > found.End || found.End > len([]rune(text)) {
				t.Errorf("%+v does not stand in %q", found, text)
			}
		}
	})
}

// BenchmarkCheck checks a text of a megabyte; the baseline is one pass over it.
func BenchmarkCheck(b *testing.B) {
	r := paragraphs(strings.Repeat("Стороны обсудили «план» работы, сообщил он 14.03.2024. ", 11000))
	checking, reading := time.Duration(0), time.Duration(0)
	for range b.N {
		start := time.Now()
		Check(r)
		checking += time.Since(start)
		start = time.Now()
		_ = strings.ToLower(r.Blocks[0].Text)
		reading += time.Since(start)
	}
	b.ReportMetric(float64(checking)/float64(reading), "x-of-lower-case")
}
