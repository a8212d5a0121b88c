package intake

import (
	"slices"
	"strings"
	"testing"

	"communique/editor/growthtest"
	"communique/editor/release"
)

// TestEntriesOfALine: who is reached how, in whatever order a line says it.
func TestEntriesOfALine(t *testing.T) {
	for line, want := range map[string]string{
		"Анна Пробная, +7 495 000-00-01, Иван Образцов, +7 495 000-00-02":    "Анна Пробная: +7 495 000-00-01 | Иван Образцов: +7 495 000-00-02",
		"+7 495 000-00-01 (Анна Пробная), +7 495 000-00-02 (Иван Образцов)":  "Анна Пробная: +7 495 000-00-01 | Иван Образцов: +7 495 000-00-02",
		"+7 495 000-00-01, Анна Пробная, anna@council.example":               "Анна Пробная: +7 495 000-00-01 anna@council.example",
		"Анна Пробная и Иван Образцов, тел. +7 495 000-00-01":                "Анна Пробная, Иван Образцов: тел. +7 495 000-00-01",
		"anna@council.example / +7 495 000-00-01 / Анна Пробная":             "Анна Пробная: +7 495 000-00-01 anna@council.example",
		"Анна Пробная, +7 495 000-00-01, пресс-секретарь":                    "Анна Пробная, пресс-секретарь: +7 495 000-00-01",
		"Обращаться к Анне Пробной: +7 495 000-00-01":                        "Анна Пробная: +7 495 000-00-01",
		"Тел.: +7 495 000-00-01 (приёмная), +7 495 000-00-02 (пресс-служба)": "приёмная: Тел.: +7 495 000-00-01 | пресс-служба: +7 495 000-00-02",
		"Agence Rivage, Zoé Martin, zoe@rivage.example":                      "Agence Rivage, Zoé Martin: zoe@rivage.example",
	} {
		var all []string
		for _, l := range contactLinesIn(line) {
			var who []string
			for _, c := range l.who {
				who = append(who, strings.TrimSpace(c.post+" "+c.name))
			}
			all = append(all, strings.Join(who, ", ")+": "+strings.TrimSpace(l.reach+" "+strings.Join(l.mails, " ")))
		}
		if got := strings.Join(all, " | "); got != want {
			t.Errorf("%s\n got %s\nwant %s", line, got, want)
		}
	}
}

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
		told := slices.ContainsFunc(r.Repairs, func(told release.Repair) bool { return told.Code == contactGuessed })
		if told != guessed || len(r.Contacts) != 1 {
			t.Errorf("%s: %s, told %t", line, contactsIn(r), told)
		}
	}
}

// TestLongLinesOfContacts: what a line of many segments needs grows with its length, and not with its square.
func TestLongLinesOfContacts(t *testing.T) {
	allocated := func(line string) uint64 { return growthtest.Allocated(func() { contactLinesIn(line) }) }
	for _, piece := range []string{"Анна (0700 00 00 01), ", "+7 495 000-00-01 (Анна), ", "обращаться к Анне Пробной и ", "обращаться к ", "contact Ann Example ", "доб. 12; ", "a@b.example; ", "(Анна, ", "Анна (Asia), "} {
		whole := longestLine / len(piece)
		short, long := strings.Repeat(piece, whole/8), strings.Repeat(piece, whole)
		allocated(short)                                                                     // reads the tables
		if few, many := allocated(short), allocated(long); many > 30*few+growthtest.Pooled { // the square is 64 times
			t.Errorf("%s: %d bytes for an eighth, %d for the whole", piece, few, many)
		}
	}
	if all := contactLinesIn(strings.Repeat("Анна Пробная, ", longestLine) + "+7 495 000-00-01"); len(all) != 1 || all[0].who != nil {
		t.Error("a line longer than any is read")
	}
}
