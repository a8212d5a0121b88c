package intake

import (
	"strings"
	"testing"

	"communique/editor/release"
)

// TestFormAboveAHeadline says day, number, place and embargo beside or below labels: in cells, in columns of plain text and in lines.
func TestFormAboveAHeadline(t *testing.T) {
	const (
		head = "Совет принял план переправ"
		rest = "Совет принял план переправ на пять лет. Его исполнит комитет."
	)
	for name, c := range map[string]struct{ above, said string }{ // "|" parts cells, a line's end rows
		"labels in cells":          {"Дата:|17.04.2025\nНомер:|31\nГород:|Вологда", "2025-04-17 31 Вологда"},
		"labels above values":      {"№|Дата|Место\n31|17.04.2025|Вологда", "2025-04-17 31 Вологда"},
		"labels and values":        {"Дата|17.04.2025|№|31/пр", "2025-04-17 31/пр "},
		"two in a cell":            {"Дата: 17 апреля 2025 г., Номер: 31|г. Вологда", "2025-04-17 31 Вологда"},
		"three in a cell":          {"Номер: 31; Дата: 17.04.2025; Эмбарго: 18.04.2027, 10:00 МСК|ФОНД РЕК", "2025-04-17 31  2027-04-18T10:00:00+03:00[Europe/Moscow]"},
		"a place nobody knows":     {"Дата:|17.04.2025\nМесто:|Пробнинск", "2025-04-17  Пробнинск"},
		"a subject":                {"Тема:|Переправы\nДата:|17.04.2025", "2025-04-17  "},
		"an embargo in a cell":     {"Дата:|17.04.2025\nЭмбарго:|18.04.2027, 10:00 МСК", "2025-04-17   2027-04-18T10:00:00+03:00[Europe/Moscow]"},
		"an embargo nobody reads":  {"Дата:|17.04.2025\nЭмбарго:|до решения", "2025-04-17   unread"},
		"English":                  {"Date:|17 April 2025\nRef:|RC/25/31\nLocation:|Bristol", "2025-04-17 RC/25/31 Bristol"},
		"a label with full stops":  {"Ref. No.: RC/25/31; Date: 17 April 2025; Ref. No.: RC/32|River Council", "2025-04-17 RC/25/31 "},
		"a label nobody knows":     {"Дата|Номер|Подразделение\n05.03.2025|44|Пресс-служба", "2025-03-05 44 "},
		"a place by its label":     {"Date :|5 mars 2025\nLieu :|Dijon\nN° :|44", "2025-03-05 44 Dijon"},
		"a line of when":           {"Дата выхода:|5 марта 2025 г.\n№ релиза:|44", "2025-03-05 44 "},
		"no embargo":               {"Документ №:|44/пр\nДата документа:|05.03.2025\nЭмбарго:|нет", "2025-03-05 44/пр "},
		"columns of a paper":       {"ПРЕСС-РЕЛИЗ||Дата: 17.04.2025||Номер: 31", "2025-04-17 31 "},
		"a number in a cell":       {"PRESS RELEASE|No. 31\nBristol|17 April 2025", "2025-04-17 31 Bristol"},
		"a day under «от»":         {"ФОНД РЕК|тел. (8172) 00-41-01\nот 17.04.2025|№ 14-06/77", "2025-04-17 14-06/77 "},
		"a label before its value": {"Исх. №|31-п|от|17.04.2025", "2025-04-17  "},
		"languages":                {"Күні:|17.04.2025\nНөмірі:|31", "2025-04-17 31 "},
	} {
		rows := strings.Split(c.above, "\n")
		page := "<table>"
		for _, row := range rows {
			page += "<tr><td>" + strings.ReplaceAll(row, "|", "</td><td>") + "</td></tr>"
		}
		page += "</table><p><b>" + head + "</b></p><p>" + rest + "</p>"
		for form, source := range map[string]string{"table": "<html><body>" + page + "</body></html>", "text": strings.ReplaceAll(c.above, "|", "\t") + "\n\n" + head + "\n\n" + rest + "\n"} {
			found, err := Read(Source{Data: []byte(source)})
			if err != nil || len(found.Releases) != 1 {
				t.Fatal(err, len(found.Releases))
			}
			r := found.Releases[0]
			said := r.Date.String() + " " + r.Number + " " + r.Place
			if len(r.Unread) > 0 {
				said += " unread"
			} else if text, _ := r.Embargo.MarshalText(); len(text) > 0 {
				said += " " + string(text)
			}
			if r.Headline != head || r.Lead != rest || len(r.Blocks) != 0 || said != c.said {
				t.Errorf("%s, %s: headline %q, lead %q, said %q, notes %q", name, form, r.Headline, r.Lead, said, r.Notes)
			}
		}
	}
}

// TestTableOfNoForm stays a table: its second row is of another width, or holds no values of its labels.
func TestTableOfNoForm(t *testing.T) {
	for name, rows := range map[string]string{
		"other values": "<tr><td>Дата</td><td>Номер</td></tr><tr><td>весна</td><td>первый</td></tr>",
		"three rows":   "<tr><td>Показатель</td><td>Номер</td></tr><tr><td>Мосты</td><td>12</td></tr><tr><td>Дороги</td><td>17</td></tr>",
	} {
		r := readPage(t, "<table>"+rows+"</table><p><b>Совет принял план переправ</b></p><p>Совет принял план переправ на пять лет. Его исполнит комитет.</p>")
		if r.Number != "" || !r.Date.IsZero() || r.Blocks[0].Kind != release.Table {
			t.Errorf("%s: number %q, date %s, blocks %v", name, r.Number, r.Date, r.Blocks)
		}
	}
}

// TestFormInLines stands in lines of plain text: labels over values of their kind, and nothing else.
func TestFormInLines(t *testing.T) {
	const rest = "\n\nСовет принял план переправ\n\nСовет принял план переправ на пять лет. Его исполнит комитет.\n"
	for above, said := range map[string]string{
		"Дата:\n17.04.2025\nНомер:\n31":            "2025-04-17 31 ",
		"Номер: 31\nМесто: Вологда":                " 31 Вологда",
		"ПРЕСС-РЕЛИЗ\nот 17.04.2025":               "2025-04-17  ",
		"Совет рек\t17.04.2025\nПресс-релиз\tNo 7": "2025-04-17 7 ",
	} {
		found, err := Read(Source{Data: []byte(above + rest)})
		if err != nil || len(found.Releases) != 1 {
			t.Fatal(err, len(found.Releases))
		}
		r := found.Releases[0]
		if got := r.Date.String() + " " + r.Number + " " + r.Place; got != said || r.Headline != "Совет принял план переправ" {
			t.Errorf("%q: headline %q, said %q", above, r.Headline, got)
		}
	}
}

// TestColumnsOfNoLetterhead stay as they stand: of a schedule, of a headline.
func TestColumnsOfNoLetterhead(t *testing.T) {
	for text, block := range map[string]string{
		"График приёма\n\nПриём проходит в августе.\n\nДата\tЧас\tМесто\n\n17.04.2025\t10:00\tЗал 1\n\nПриём ведёт совет.\n": "Дата Час Место",
		"Совет принял план\tпереправ\n\nСовет принял план на пять лет.\n\nСтороны рады.\n":                                   "Стороны рады.",
		"Зал рек\tтел. (8172) 00-41-01\n\nСовет принял план переправ на пять лет.\n\nСтороны рады.\n":                        "Стороны рады.",
	} {
		found, err := Read(Source{Data: []byte(text)})
		if err != nil || len(found.Releases) != 1 {
			t.Fatal(err, len(found.Releases))
		}
		r := found.Releases[0]
		if len(r.Blocks) == 0 || strings.Join(strings.Fields(r.Blocks[0].Text), " ") != block {
			t.Errorf("%q: headline %q, lead %q, blocks %v", text, r.Headline, r.Lead, r.Blocks)
		}
	}
}
