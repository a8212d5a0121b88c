package template

import (
	"fmt"
	"testing"

	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
)

// A draft follows its template whatever usage the office had when it was made,
// and whatever it has now; what somebody edited stays.
func TestFollowsAfterAChangeOfTheHouse(t *testing.T) {
	fields := []Field{{Name: "guest", Kind: Person}, {Name: "place", Kind: Place}, {Name: "topic", Kind: Text}, {Name: "date", Kind: Date}}
	russian := Template{
		Name: "try", Language: "ru", Kind: "news", Headline: "Учёный {guest} в {place.prep}", Subheadline: "Отчёт о {topic.prep}",
		Lead:        "{guest:Приведён/Приведена/Приведено/Приведены} {guest} с {guest.ins} из {place.gen}.",
		Boilerplate: "Всё {place.in}", Date: "{date}", Tags: []string{"учёт", "{guest.ins}"}, Fields: fields,
		Blocks: []release.Block{{Kind: release.Paragraph, Text: "Её {topic.acc} ведёт {guest.ins}."}, {Kind: release.Quotation, Text: "Ещё {topic}.", Speaker: "{guest}"}},
	}
	english := Template{
		Name: "try", Language: "en", Kind: "news", Headline: "{guest} on {date}", Lead: "On {date} {guest} met.", Date: "{date}", Fields: fields,
		Blocks: []release.Block{{Kind: release.Paragraph, Text: "{date} and {date.day}."}},
	}
	before := map[string]Value{"guest": {Text: "Айгуль Семёнова"}, "place": {Text: "Домодедово"}, "topic": {Text: "подъём"}, "date": {Text: "11.09.2024"}}
	after := map[string]Value{"guest": {Text: "Назгуль Королёва"}, "place": {Text: "Пулково"}, "topic": {Text: "перелёт"}, "date": {Text: "12.09.2024"}}
	for _, tmpl := range []Template{russian, english} {
		all := grammar.House{}.Usages(tmpl.Language)
		for _, made := range all {
			for _, now := range []grammar.House{all[0], made, all[len(all)-1]} {
				old, err := tmpl.Fill(Office{House: made}, before)
				if err != nil {
					t.Fatal(err)
				}
				want, err := tmpl.Fill(Office{House: now}, after)
				if err != nil {
					t.Fatal(err)
				}
				got, edited, err := tmpl.Follow(Office{House: now}, old.Release, after)
				want.Release.UUID = got.Release.UUID
				if err != nil || len(edited) > 0 || fmt.Sprintf("%+v", got.Release) != fmt.Sprintf("%+v", want.Release) {
					t.Fatalf("from %+v to %+v: edited %v, %v\ngot  %+v\nwant %+v", made, now, edited, err, got.Release, want.Release)
				}
				old.Release.Lead = "Своё."
				got, edited, err = tmpl.Follow(Office{House: now}, old.Release, after)
				if err != nil || fmt.Sprint(edited) != "[{lead 0}]" || got.Release.Lead != "Своё." || got.Release.English != made.English {
					t.Fatalf("edited: %v, %v, %+v", edited, err, got.Release)
				}
			}
		}
	}
}

// Without a date people have the posts of today: an appointment that begins
// later is not told, and one that has ended is told no more.
func TestAReleaseWithoutADateHasThePostsOfToday(t *testing.T) {
	tmpl := Template{Name: "try", Language: "ru", Kind: "news", Headline: "Встреча с {guest.ins.full}", Lead: "{guest.full}", Date: "{date}", Fields: []Field{{Name: "guest", Kind: Person}, {Name: "date", Kind: Date}}}
	day := func(text string) release.Date { d, _ := grammar.ParseDate(text); return d }
	known := register.Registers{People: []register.Person{{First: "Иван", Last: "Пробный", Posts: []register.Post{
		{Title: "директор", Until: day("31.12.2023")}, {Title: "секретарь", From: day("01.01.2024")}, {Title: "посол", From: day("01.10.2026")},
	}}}}
	for _, tt := range []struct {
		date  string
		today release.Date
		want  string
	}{
		{"", day("11.09.2023"), "Встреча с директором Иваном Пробным"},
		{"", day("11.09.2026"), "Встреча с секретарём Иваном Пробным"},
		{"", day("01.10.2026"), "Встреча с послом Иваном Пробным"},
		{"11.09.2024", day("01.10.2026"), "Встреча с секретарём Иваном Пробным"},
		{"02.10.2026", day("11.09.2026"), "Встреча с послом Иваном Пробным"},
	} {
		values := map[string]Value{"guest": {Text: "Иван Пробный"}, "date": {Text: tt.date}}
		filled, err := tmpl.Fill(Office{Registers: known, Today: tt.today}, values)
		if err != nil || filled.Release.Headline != tt.want {
			t.Errorf("%q on %s: %s, %v", tt.date, tt.today, filled.Release.Headline, err)
		}
		if form, _ := tmpl.InText(Office{Registers: known, Today: tt.today}, values, "guest", grammar.Instrumental); "Встреча с "+form != tt.want {
			t.Errorf("in the field: %s", form)
		}
	}
}
