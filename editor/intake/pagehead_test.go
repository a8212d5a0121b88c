package intake

import (
	"strings"
	"testing"

	"communique/editor/release"
)

// What a page has around a headline goes to the notes, whether in lines of its own or in one with the text.
func TestPageAroundAHeadline(t *testing.T) {
	const (
		title = "Совет открыл новую станцию наблюдения за рекой"
		lead  = "Совет по рекам открыл станцию наблюдения на реке Пробной, сообщила пресс-служба."
		more  = "Станция будет работать круглый год, данные с неё получат все государства Совета."
	)
	for name, tt := range map[string]struct{ text, date, notes string }{
		"a menu as a list":        {"• Главная\n• Пресс-центр\n" + title + "\n11.09.2024\n" + lead + "\n" + more, "2024-09-11", "Главная\nПресс-центр"},
		"a day as a list":         {"- 11 Сен\n- 2024\n" + title + "\n" + lead + "\n" + more, "2024-09-11", "11 Сен\n2024"},
		"what can be pressed":     {"Нажмите для просмотра изображения\n" + title + "\n" + lead + "\n" + more, "", "Нажмите для просмотра изображения"},
		"a section and sizes":     {"ОБЩЕСТВО\nA+\nA-\n" + title + "\n" + lead + "\n" + more, "", "ОБЩЕСТВО\nA+\nA-"},
		"below the headline":      {title + "\nПоделиться:\n11.09.2024\nПрослушать новость\n" + lead + "\n" + more, "2024-09-11", "Поделиться:\nПрослушать новость"},
		"in one line":             {"Скопировать Еще новости " + title + " " + lead + " " + more, "", "Скопировать Еще новости"},
		"in one line, a section":  {"МИР A+ A- " + title + " " + lead + " " + more, "", "МИР A+ A-"},
		"an hour before the day":  {title + " 09:55 / 01 мая 2020 " + lead + " " + more, "2020-05-01", ""},
		"an hour behind the day":  {title + " 27.04.2024 | 19:48 " + lead + " " + more, "2024-04-27", ""},
		"whose the news are":      {title + "\n\n24.11.2018 11:25\n\nПробновости\n\n" + lead + "\n\n" + more, "2018-11-24", ""},
		"the way to the page":     {"Главная > Сегодня... | " + title + "\n" + lead + "\n" + more, "", "Главная > Сегодня... |"},
		"the way, in one line":    {"Главная > Сегодня... | " + title + " " + lead + " " + more, "", "Главная > Сегодня... |"},
		"pressed, in one line":    {title + " Подписаться " + lead + " " + more, "", "Подписаться"},
		"a list and nothing else": {"• Главная\n• Пресс-центр", "", ""},
	} {
		found, err := Read(Source{Data: []byte(tt.text + "\n")})
		if err != nil || len(found.Releases) != 1 {
			t.Fatalf("%s: %+v, %v", name, found, err)
		}
		r := found.Releases[0]
		if want := title; name != "a list and nothing else" && (r.Headline != want || !strings.Contains(r.Lead+textOfBlocks(r), lead)) {
			t.Errorf("%s: headline %q, lead %q, %q", name, r.Headline, r.Lead, textOfBlocks(r))
		}
		date, _ := r.Date.MarshalText()
		if string(date) != tt.date || !strings.Contains(r.Notes, tt.notes) || r.Place != "" {
			t.Errorf("%s: date %s, place %q, notes %q", name, date, r.Place, r.Notes)
		}
	}
}

// What looks like a page's and is of the text stays.
func TestNoPageAroundAHeadline(t *testing.T) {
	const long = "Совет по рекам открыл станцию наблюдения на реке Пробной, сообщила пресс-служба Совета, и назвал её первой из двенадцати, которые будут построены до конца года в государствах Совета."
	for name, tt := range map[string]struct{ text, headline, body string }{
		"no headline is left":    {"Печать\n\nСовет принял план дорог.\n\nСтороны его подписали.", "Печать", "Совет принял план дорог."},
		"a subheading":           {"Совет принял план дорог\n\n" + long + "\n\nПечать\n\nТипография Совета закончила работу над планом.", "Совет принял план дорог", "Печать"},
		"items that are no menu": {"• принять общий план дорог государств Совета\n• открыть станцию наблюдения\n\nСовет принял план дорог\n\nСтороны его подписали.", "", "открыть станцию"},
		"a headline in capitals": {"СОВЕТ ПРИНЯЛ ПЛАН\nПоделиться\nСовет по рекам принял план дорог, сообщила пресс-служба.\nСтороны его подписали.", "СОВЕТ ПРИНЯЛ ПЛАН", "Совет по рекам принял план"},
		"far below":              {"Порядок работы станции\n" + strings.Join(strings.Fields("Январь Февраль Март Апрель Май Июнь Июль Август Сентябрь Октябрь Ноябрь Декабрь Весна Лето"), " за годом\n") + "\nПечать\nСтороны его подписали.", "Порядок работы станции", "Печать"},
	} {
		found, err := Read(Source{Data: []byte(tt.text + "\n")})
		if err != nil || len(found.Releases) != 1 {
			t.Fatalf("%s: %+v, %v", name, found, err)
		}
		if r := found.Releases[0]; r.Headline != tt.headline || !strings.Contains(r.Lead+"\n"+textOfBlocks(r), tt.body) {
			t.Errorf("%s: headline %q, lead %q, %q", name, r.Headline, r.Lead, textOfBlocks(r))
		}
	}
}

func textOfBlocks(r release.Release) (all string) {
	for _, b := range r.Blocks {
		all += b.Text + "\n"
	}
	return all
}
