package intake

import (
	"slices"
	"testing"

	"communique/editor/intake/repair"
	"communique/editor/release"
)

// TestNothingOfALineIsLost: what has no field of a contact goes to the notes, each part of it.
func TestNothingOfALineIsLost(t *testing.T) {
	for line, want := range map[string]string{
		"Общественная приёмная (с 9:00 до 20:00): г. Орлово, ул. Ленина, 1, тел. +7 495 000-00-01 | @council": "с 9:00 до 20:00, г. Орлово, ул. Ленина, 1, @council",
		"Пресс-центр (с 9:00 до 20:00): +7 495 000-00-01, часы работы: 8:00–22:00":                            "часы работы: 8:00–22:00, с 9:00 до 20:00",
		"Анна Пробная (+7 495 000-00-01, с 10 до 17 по будням)":                                               "с 10 до 17 по будням",
		"Контакт в Бишкеке: Анна Пробная, +7 495 000-00-01":                                                   "Контакт в Бишкеке:",
		"Контактное лицо по вопросам аккредитации — Анна Пробная, +7 495 000-00-01":                           "Контактное лицо по вопросам аккредитации —",
		"Контакты пресс-центра: Анна Пробная, +7 495 000-00-01":                                               "Контакты пресс-центра:",
		"Контакты пресс-центра: +7 495 000-00-01":                                                             "",
		"Контактное лицо для СМИ: Анна Пробная, +7 495 000-00-01":                                             "",
		"Press contact: Ann Example, +1 202 555 0100":                                                         "",
		"Обращаться к Анне Пробной или в пресс-службу: +7 495 000-00-01":                                      "Обращаться к\nв пресс-службу",
		"Контакты для СМИ:\n-ends-\nАнна Пробная, +7 495 000-00-01":                                           "Контакты для СМИ:\n-ends-",
	} {
		if r := readSingle(t, plan+line); r.Notes != want || len(r.Contacts) != 1 {
			t.Errorf("%s\n got %q, %s\nwant %q", line, r.Notes, contactsIn(r), want)
		}
	}
}

// TestSentencesStayInTheText: the last line of a text that names somebody and a number is a contact only where it asks to turn to him.
func TestSentencesStayInTheText(t *testing.T) {
	for _, line := range []string{
		"Tickets are available from Ann Example on +1 202 555 0100.",
		"The report is available from the press office on +1 202 555 0100.",
		"ИНН 7700000001, ОГРН 1027700000001",
		"Реклама. ООО «Проба», ИНН 7700000001",
		"Записаться можно у Анны Пробной по телефону +7 495 000-00-01",
	} {
		if r := readSingle(t, plan+line); len(r.Contacts) > 0 {
			t.Errorf("%s: %s", line, contactsIn(r))
		}
	}
}

// TestNamesThatMayBeOthersAreGuesses: whose name in a case may be of another one is told of.
func TestNamesThatMayBeOthersAreGuesses(t *testing.T) {
	for line, guessed := range map[string]bool{
		"Обращаться к Анне Ивановой: +7 495 000-00-01":  false,
		"Обращаться к Ивану Толстому: +7 495 000-00-01": true,
	} {
		r := readSingle(t, plan+line)
		told := slices.ContainsFunc(r.Repairs, func(told release.Repair) bool { return told.Code == repair.ContactGuessed })
		if told != guessed || len(r.Contacts) != 1 {
			t.Errorf("%s: %s, told %t", line, contactsIn(r), told)
		}
	}
}
