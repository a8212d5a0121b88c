package intake

import (
	"encoding/base64"
	"strings"
	"testing"

	"communique/editor/intake/layout/layouttest"
	"communique/editor/release"
)

// readPage reads the one release of a web page.
func readPage(t *testing.T, body string) release.Release {
	t.Helper()
	found, err := Read(Source{Data: []byte(page("", body))})
	if err != nil || len(found.Releases) != 1 {
		t.Fatal(err, len(found.Releases))
	}
	return found.Releases[0]
}

// TestLetterheadThatIsATable goes to the notes, to number, day, place and contact, and is no headline.
func TestLetterheadThatIsATable(t *testing.T) {
	const (
		head = "Совет принял план дорог"
		body = "<p><b>" + head + "</b></p><p>Совет содружества принял план дорог на пять лет.</p><p>Стороны рады.</p>"
	)
	emblem := `<img src="data:image/png;base64,` + base64.StdEncoding.EncodeToString([]byte(layouttest.PNG)) + `">`
	row := func(cells ...string) string { return "<tr><td>" + strings.Join(cells, "</td><td>") + "</td></tr>" }
	for name, c := range map[string]struct{ above, notes, number, date, place, contact string }{
		"in two languages": {
			row("<p>ПРИМЕР МИНИСТРЛИГИ</p><p>720000, Бишкек ш., Пробная көч., 2</p>", "<p>МИНИСТЕРСТВО ПРИМЕРА</p><p>720000, г. Бишкек, ул. Пробная, 2<br>тел.: +996 312 00 00 01</p>") + row("«14» мая 2025 ж.", "№ 04-2/117"),
			"ПРИМЕР МИНИСТРЛИГИ\n720000, Бишкек ш., Пробная көч., 2\nМИНИСТЕРСТВО ПРИМЕРА\n720000, г. Бишкек, ул. Пробная, 2\nтел.: +996 312 00 00 01\n№ 04-2/117", "04-2/117", "2025-05-14", "", "",
		},
		"one row":               {row("АДМИНИСТРАЦИЯ ПРИМЕРА<br>12.03.2025 № 01-15/233<br>На № ______ от ______", "Редакциям средств<br>массовой информации"), "АДМИНИСТРАЦИЯ ПРИМЕРА\n12.03.2025 № 01-15/233\nНа № ______ от ______\nРедакциям средств\nмассовой информации", "01-15/233", "2025-03-12", "", ""},
		"the day and a place":   {row("ПРАВИТЕЛЬСТВО ПРИМЕРА", "") + row("от 7 августа 2025 г.", "г. Тверь"), "ПРАВИТЕЛЬСТВО ПРИМЕРА", "", "2025-08-07", "Тверь", ""},
		"a place nobody knows":  {row("Фонд «Пример»", "Тел.: +7 495 000-00-01") + row("г. Пробнинск", "5 февраля 2025 года"), "Фонд «Пример»\nТел.: +7 495 000-00-01", "", "2025-02-05", "Пробнинск", ""},
		"whom to ask":           {row("Общество ремёсел", "Контакт для СМИ:<br>Анна Пробная, пресс-секретарь<br>+7 495 000-00-01") + row("5 мая 2025 г.", "№ 3"), "Общество ремёсел\nКонтакт для СМИ:\n№ 3", "3", "2025-05-05", "", "пресс-секретарьАнна Пробная"},
		"a draft":               {row("Общество ремёсел", "ПРОЕКТ") + row("5 мая 2025 г.", "№ 3"), "Общество ремёсел\n№ 3", "3", "2025-05-05", "", ""},
		"a table in a cell":     {row("<table>"+row("Общество ремёсел", "ИНН 0000000000")+"</table>", "тел. +7 495 000-00-01") + row("5 мая 2025 г.", "№ 3"), "Общество ремёсел\nИНН 0000000000\nтел. +7 495 000-00-01\n№ 3", "3", "2025-05-05", "", ""},
		"a number behind a day": {row("Общество ремёсел", "тел. +7 495 000-00-01") + row("от 14.05.2025 № 17-02/1105", "Редакциям"), "Общество ремёсел\nтел. +7 495 000-00-01\nот 14.05.2025 № 17-02/1105\nРедакциям", "17-02/1105", "2025-05-14", "", ""},
		"a reference":           {row("Общество ремёсел", "Ref. 2025/14") + row("5 мая 2025 г.", "тел. +7 495 000-00-01"), "Общество ремёсел\nRef. 2025/14\nтел. +7 495 000-00-01", "2025/14", "2025-05-05", "", ""},
		"one cell of lines":     {row("ОБЩЕСТВО РЕМЁСЕЛ<br>от 14.05.2025 № 17"), "ОБЩЕСТВО РЕМЁСЕЛ\nот 14.05.2025 № 17", "17", "2025-05-14", "", ""},
		"who approves":          {row("УТВЕРЖДАЮ<br>Директор _______ П. Пробный"), "УТВЕРЖДАЮ\nДиректор _______ П. Пробный", "", "", "", ""},
		"an embargo":            {row("О", "Общество ремёсел и промыслов") + row("", "Эмбарго до 15 мая 2025 года, 10:00 МСК"), "О\nОбщество ремёсел и промыслов\nЭмбарго до 15 мая 2025 года, 10:00 МСК", "", "", "", ""},
		"an office and a day":   {row("Правительство", "5 мая 2025 г.") + row("№ 3", "тел. +7 495 000-00-01"), "Правительство\n№ 3\nтел. +7 495 000-00-01", "3", "2025-05-05", "", ""},
		"a press service":       {row("<img src=x>", "Общество ремёсел<br>Пресс-служба<br>тел. +7 495 000-00-01") + row("5 мая 2025 г.", "№ 3"), "№ 3", "3", "2025-05-05", "", "Пресс-службаОбщество ремёсел"},
		"an emblem and a rule":  {row(emblem, "Общество ремёсел") + row("5 мая 2025 г.", "№ 3") + "</table><hr><p></p><table>", "Общество ремёсел\n№ 3", "3", "2025-05-05", "", ""},
		"a desk alone":          {row("Общество ремёсел", "Пресс-служба") + row("5 мая 2025 г.", "№ 3"), "Общество ремёсел\nПресс-служба\n№ 3", "3", "2025-05-05", "", ""},
		"two tables and a rule": {row("Общество ремёсел", "тел. +7 495 000-00-01") + "</table><hr><table>" + row("5 мая 2025 г.", "№ 3") + "</table><hr><table>", "Общество ремёсел\nтел. +7 495 000-00-01\n№ 3", "3", "2025-05-05", "", ""},
	} {
		r := readPage(t, "<table>"+c.above+"</table>"+body)
		contact := ""
		if len(r.Contacts) > 0 {
			contact = r.Contacts[0].Post + r.Contacts[0].Organisation + r.Contacts[0].Name
		}
		if r.Headline != head || r.Language != "ru" || len(r.Blocks) != 1+strings.Count(c.above, emblem) || r.Notes != c.notes || r.Number != c.number || r.Date.String() != c.date || r.Place != c.place || contact != c.contact {
			t.Errorf("%s: headline %q, notes %q, number %q, date %s, place %q, contact %q, blocks %v", name, r.Headline, r.Notes, r.Number, r.Date, r.Place, contact, r.Blocks)
		}
	}
	for name, above := range map[string]string{
		"figures":                   row("Показатель", "2024") + row("Дороги", "15"),
		"a sentence":                row("Фонд «Пример»", "Дороги строят пять лет, и их стало больше.") + row("№ 3", "2025"),
		"many lines":                strings.Repeat(row("Фонд «Пример»", "тел. +7 495 000-00-01"), 25),
		"a rule and no title below": row("Фонд «Пример»", "№ 3") + row("тел. +7 495 000-00-01", "х") + "</table><hr><p>Совет содружества принял план дорог на пять лет.</p><table>",
		"no title below":            row("Фонд «Пример»", "№ 3") + row("тел. +7 495 000-00-01", "х") + "</table><p>Совет содружества принял план дорог на пять лет.</p><table>",
	} {
		if r := readPage(t, "<table>"+above+"</table>"+body); r.Notes != "" || r.Number != "" {
			t.Errorf("%s: notes %q", name, r.Notes)
		}
	}
}

// TestPicturesAboveAHeadline stand below it.
func TestPicturesAboveAHeadline(t *testing.T) {
	const text = "<p><b>Совет принял план дорог</b></p><p>Совет содружества принял план дорог на пять лет.</p><p>Стороны рады.</p>"
	picture := `<img src="data:image/png;base64,` + base64.StdEncoding.EncodeToString([]byte(layouttest.PNG)) + `">`
	for above, headline := range map[string]string{picture: "Совет принял план дорог", picture + "<hr>": "Совет принял план дорог", picture + "<p>Стороны рады плану дорог.</p>": ""} {
		found, err := Read(Source{Data: []byte("<html><body>" + above + text + "</body></html>")})
		if err != nil || len(found.Releases) != 1 || len(found.Pictures) != 1 {
			t.Fatal(err, found)
		}
		r := found.Releases[0]
		if r.Headline != headline || headline != "" && (r.Blocks[0].Kind != release.Picture || len(r.Blocks) != 2) {
			t.Errorf("%q: %q %v", above, r.Headline, r.Blocks)
		}
	}
}
