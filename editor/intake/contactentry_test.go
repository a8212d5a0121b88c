package intake

import (
	"strings"
	"testing"
	"time"
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

// TestEntriesInTime: lines of many segments are read in a time that grows with their length.
func TestEntriesInTime(t *testing.T) {
	for _, piece := range []string{"Анна (0700 00 00 01), ", "+7 495 000-00-01 (Анна), ", "обращаться к Анне Пробной и ", "доб. 12; ", "a@b.example; ", "(Анна, "} {
		began := time.Now()
		line := strings.Repeat(piece, longestLine/len(piece))
		contactLinesIn(line)
		if took := time.Since(began); took > 10*time.Second {
			t.Errorf("%s: %s", piece, took)
		}
	}
}
