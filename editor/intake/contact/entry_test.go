package contact

import (
	"strings"
	"testing"

	"communique/editor/growthtest"
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
		for _, l := range LinesIn(line) {
			var who []string
			for _, c := range l.Who {
				who = append(who, strings.TrimSpace(c.Post+" "+c.Name))
			}
			all = append(all, strings.Join(who, ", ")+": "+strings.TrimSpace(l.reach+" "+strings.Join(l.mails, " ")))
		}
		if got := strings.Join(all, " | "); got != want {
			t.Errorf("%s\n got %s\nwant %s", line, got, want)
		}
	}
}

// TestLongLinesOfContacts: what a line of many segments needs grows with its length, and not with its square.
func TestLongLinesOfContacts(t *testing.T) {
	allocated := func(line string) uint64 { return growthtest.Allocated(func() { LinesIn(line) }) }
	for _, piece := range []string{"Анна (0700 00 00 01), ", "+7 495 000-00-01 (Анна), ", "обращаться к Анне Пробной и ", "обращаться к ", "contact Ann Example ", "доб. 12; ", "a@b.example; ", "(Анна, ", "Анна (Asia), "} {
		whole := longestLine / len(piece)
		short, long := strings.Repeat(piece, whole/8), strings.Repeat(piece, whole)
		allocated(short)                                                                     // reads the tables
		if few, many := allocated(short), allocated(long); many > 30*few+growthtest.Pooled { // the square is 64 times
			t.Errorf("%s: %d bytes for an eighth, %d for the whole", piece, few, many)
		}
	}
	if all := LinesIn(strings.Repeat("Анна Пробная, ", longestLine) + "+7 495 000-00-01"); len(all) != 1 || all[0].Who != nil {
		t.Error("a line longer than any is read")
	}
}
