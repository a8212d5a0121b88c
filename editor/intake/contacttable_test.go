package intake

import (
	"strings"
	"testing"
)

// TestContactsInATable reads a table at the end, and a list below a heading, as the contacts that they are; figures stay a table.
func TestContactsInATable(t *testing.T) {
	row := func(cells ...string) string { return "<tr><td>" + strings.Join(cells, "</td><td>") + "</td></tr>" }
	const head = "<h1>Совет принял план дорог</h1><p>8 мая 2025 года в Бишкеке прошла сессия Совета.</p><p>Стороны рады.</p>"
	for name, tt := range map[string]struct {
		below, want string
		blocks      int
	}{
		"labels": {
			"<table>" + row("Контактное лицо", "Рита Пробная") + row("Должность", "пресс-секретарь") + row("Телефон", "+7 8202 00 01 32") + row("E-mail", "rita@sample.example") + "</table>",
			"Рита Пробная;пресс-секретарь;;phone +7 8202 00 01 32;rita@sample.example;", 1,
		},
		"a person each": {
			"<table>" + row("ФИО", "Должность", "Телефон") + row("Рита Пробная", "пресс-секретарь", "+7 8202 00 01 32") + row("Глеб Тестов", "редактор", "+7 8202 00 01 33") + "</table>",
			"Рита Пробная;пресс-секретарь;;phone +7 8202 00 01 32;; || Глеб Тестов;редактор;;phone +7 8202 00 01 33;;", 1,
		},
		"figures":          {"<table>" + row("Дороги", "15") + row("Мосты", "8202 00 01 32") + "</table>", "", 2},
		"nobody's":         {"<table>" + row("Организация", "Совет") + row("Должность", "директор") + "</table>", "", 2},
		"a list":           {"<h3>Media contact</h3><ul><li><b>Owen Sample</b>, Press Officer</li><li>Tel: 020 7946 0007</li><li><a href=\"mailto:owen@trust.example\">Email Owen</a></li></ul>", "Owen Sample;Press Officer;;phone 020 7946 0007;owen@trust.example;", 1},
		"a list of people": {"<h3>Участники</h3><ul><li>Рита Пробная, директор</li><li>Глеб Тестов, редактор</li></ul>", "", 3},
	} {
		r := readPage(t, head+tt.below)
		if got := contactsIn(r); got != tt.want || len(r.Blocks) != tt.blocks {
			t.Errorf("%s: %s, blocks %+v", name, got, r.Blocks)
		}
	}
}
