package app_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const people = `[[people]]
first = "Имангали"
last = "Пробнов"
[[people.posts]]
title = "Генеральный секретарь ОДКБ"

[[people]]
first = "Садыр"
last = "Образцов"
[[people.posts]]
title = "Президент Кыргызской Республики"
`

// TestJourneyTheSentence puts the sentence of a meeting together from an empty
// window: beside the letters that find people and the place, six keys.
func TestJourneyTheSentence(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	if err := os.WriteFile(filepath.Join(d.home, "config", "communique", "people.toml"), []byte(people), 0o600); err != nil {
		t.Fatal(err)
	}
	d.open()
	d.dialog("ctrl+n")
	d.write("Бишкек") // whole, so that its forms and its card are shown
	d.keys("Tab")
	for _, letters := range []string{"пробн", "образц"} {
		d.write(letters)
		d.keys("Return")
	}
	d.write("повестку")
	d.keys("ctrl+Return")
	const sentence = "в Бишкеке состоялась встреча Генерального секретаря ОДКБ Имангали Пробнова с Президентом Кыргызской Республики Садыром Образцовым."
	d.wait("the sentence", func() bool {
		return len(d.list()) == 1 && strings.Contains(string(d.communique("show", "1")), sentence)
	})
	d.keys("ctrl+t", "ctrl+End")
	d.write(" Слово взял ")
	d.keys("ctrl+space")
	d.write("образц")
	d.keys("Down", "Return")
	d.wait("the name", func() bool {
		return strings.Contains(string(d.communique("show", "1")), "повестку. Слово взял Садыр Образцов")
	})
}
