package oneline

import (
	"strings"
	"testing"

	"communique/editor/intake/wording"
)

// TestWhereTheSitesOwnWordsBegin, which stand at the end of a page that was copied as one line.
func TestWhereTheSitesOwnWordsBegin(t *testing.T) {
	const tail = " География Москва Темы Дороги Статус материала Опубликован"
	long := strings.Repeat("слово ", 1000)
	for text, want := range map[string]int{
		"": -1, "слово": -1, "слово" + tail: len("слово"), long + tail: len(long), "слово Статус материала Опубликован": len("слово "), "слово" + tail + " Темы Дороги": len("слово"),
		"География Москва Темы " + long + "Статус материала Опубликован": len("География Москва Темы " + long),
	} {
		got := tailStart(text)
		if got >= 0 {
			got += len(text[got:]) - len(strings.TrimLeft(text[got:], " "))
		}
		wanted := want
		if wanted >= 0 {
			wanted += len(text[wanted:]) - len(strings.TrimLeft(text[wanted:], " "))
		}
		if got != wanted {
			t.Errorf("%.20q…, %d bytes: %d, want %d", text, len(text), got, wanted)
		}
	}
	for n, want := range []int{0, 0, 2, 2, 4, 4, 4} {
		if got := wording.Boundary("ая", n); got != want {
			t.Errorf("the letter at %d begins at %d, not at %d", n, got, want)
		}
	}
}
