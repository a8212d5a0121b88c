package releases

import (
	"strings"
	"testing"

	"communique/app/library"
)

// TestTitlesThatReadAlike, of one day and host, are told apart in the lines they have.
func TestTitlesThatReadAlike(t *testing.T) {
	const host = "11 сентября 2024 года в Пробном прошла встреча Генерального секретаря Совета Ивана Пробного с "
	for name, tt := range map[string]struct{ titles, want []string }{
		"where they differ is out of sight": {
			[]string{host + "Министром иностранных дел Приозёрья", host + "Секретарём Совета безопасности Приозёрья"},
			[]string{"11 сентября 2024 года в|… с Министром иностранных д…", "11 сентября 2024 года в|… с Секретарём Совета безопас…"},
		},
		"another verb says nothing": {
			[]string{host + "Министром обороны", strings.Replace(host, "прошла", "состоялась", 1) + "Президентом Приозёрья"},
			[]string{"11 сентября 2024 года в|… с Министром обороны", "11 сентября 2024 года в|… с Президентом Приозёрья"},
		},
		"the difference is seen": {
			[]string{"Встреча Генерального секретаря Ивана Пробного с Министром Анной Примерной", "Встреча Генерального секретаря Ивана Пробного с Послом Петром Образцовым"},
			[]string{"Встреча Генерального секретаря|Ивана Пробного с Министром…", "Встреча Генерального секретаря|Ивана Пробного с Послом Пет…"},
		},
		"others have little in common": {
			[]string{host + "Министром обороны", "11 сентября 2024 года завершилось учение «Опора» на полигоне у озера"},
			[]string{"11 сентября 2024 года в|Пробном прошла встреча Гене…", "11 сентября 2024 года|завершилось учение «Опора»…"},
		},
		"a word in common is not enough": {
			[]string{host + "Министром обороны", "Завершилась встреча ветеранов в музее у озера, где их ждал концерт ансамбля «Опора»"},
			[]string{"11 сентября 2024 года в|Пробном прошла встреча Гене…", "Завершилась встреча ветеранов|в музее у озера, где их ждал ко…"},
		},
		"one and the same": {
			[]string{host + "Министром", host + "Министром"},
			[]string{"11 сентября 2024 года в|Пробном прошла встреча Гене…", "11 сентября 2024 года в|Пробном прошла встреча Гене…"},
		},
		"the longer one of two": {
			[]string{host + "Министром", host + "Министром и Послом"},
			[]string{"11 сентября 2024 года в|Пробном прошла встреча Гене…", "11 сентября 2024 года в|… Министром и Послом"},
		},
	} {
		l, _ := many(t, len(tt.titles))
		l.fetch = func([]library.Position) {}
		for i, title := range tt.titles {
			l.entries[int64(i)+1] = library.Entry{ID: int64(i) + 1, Headline: title}
		}
		l.Refresh()
		for i, want := range tt.want {
			var lines []string
			for _, text := range l.view.rows[i+1].texts[:2] {
				lines = append(lines, text.Text)
			}
			if got := strings.Join(lines, "|"); got != want {
				t.Errorf("%s: %q, want %q", name, got, want)
			}
		}
	}
}

// TestOneLineKeepsItsBeginning: the only line of a title, as above what a search found, says what
// it begins with.
func TestOneLineKeepsItsBeginning(t *testing.T) {
	const host = "Встреча Генерального секретаря Совета Ивана Пробного с "
	neighbours := [][]string{strings.Fields(host + "Президентом Приозёрья")}
	for most, want := range map[int]string{1: "Встреча", 2: "…"} {
		lines := fitted(host+"Министром обороны Приозёрья", library.Query{}, neighbours, 200, 14, false, most)
		if last := lines[len(lines)-1]; len(lines) != most || !strings.HasPrefix(last, want) {
			t.Errorf("in %d: %q", most, lines)
		}
	}
}

// TestATextForAHeadline is looked at no further than a row needs.
func TestATextForAHeadline(t *testing.T) {
	l, _ := many(t, 1)
	for length, want := range map[int]int{1000: 1000, 1001: 1000, 300_000: 1000} {
		if got := len([]rune(l.title(library.Entry{Headline: strings.Repeat("ы", length)}))); got != want {
			t.Errorf("%d of %d letters, not %d", got, length, want)
		}
	}
}
