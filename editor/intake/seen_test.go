package intake

import (
	"testing"
)

// TestContactsAboveARule: a block of contacts within a text is read whether an empty line alone parts it from what goes on below, or a rule, too.
func TestContactsAboveARule(t *testing.T) {
	const text = "Совет принял план дорог\n\nБишкек, 11 сентября 2024 года. Совет содружества принял план дорог на пять лет.\n\nСтороны рады, что план принят в срок.\n\nКонтакты для СМИ:\nАнна Пробная, пресс-секретарь\n+7 495 000-00-01\n\n-----\n\n"
	const anna = "Анна Пробная;пресс-секретарь;;phone +7 495 000-00-01;;"
	for below, want := range map[string]string{
		"О Совете: Совет создан в 1990 году и объединяет десять городов.": anna,
		"Глеб Примеров\n+7 495 000-00-02":                                 anna + " || Глеб Примеров;;;phone +7 495 000-00-02;;",
	} {
		if r := readSingle(t, text+below); contactsIn(r) != want {
			t.Errorf("%q: %s", below, contactsIn(r))
		}
	}
}

// TestShortLinesStay: a short line is no release with a day behind it.
func TestShortLinesStay(t *testing.T) {
	if r := readSingle(t, "Музей открыт до 18:00. 12.05.2025"); r.Lead != "Музей открыт до 18:00. 12.05.2025" {
		t.Errorf("%q", r.Lead)
	}
}
