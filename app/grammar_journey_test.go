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

// asking is a template in a language in which the program asks for nothing.
const asking = `name = "try"
title = "Сынак"
language = "ky"
kind = "news"
headline = "{event}"
lead = "{place}: {event}, {guest}."
`

// TestJourneyFollowedInAnotherLanguage fills in what a draft has asked for in Russian in a window
// that asks in English: what is left is asked for in English then.
func TestJourneyFollowedInAnotherLanguage(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	fields := ""
	for _, name := range []string{"event", "place", "guest"} {
		fields += "[[fields]]\nname = \"" + name + "\"\nkind = \"text\"\nlabel = \"" + name + "\"\nrequired = true\n"
	}
	folder := filepath.Join(d.home, "config", "communique", "templates")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "try.toml"), []byte(asking+fields), 0o600); err != nil {
		t.Fatal(err)
	}
	d.settings("language = 'ru'\nwelcomed = true\n")
	d.communique("new", "--template", "try", "--language", "ky", "--save", "--set", "event=кеңеш")
	if lead := d.stored().Lead; lead != "[укажите: place]: кеңеш, [укажите: guest]." {
		t.Fatal(lead)
	}
	d.settings("language = 'en'\nwelcomed = true\n")
	d.open()
	d.openFirst()
	d.dialog("ctrl+shift+f")
	d.tabs(1)
	d.write("Ош")
	d.keys("ctrl+Return")
	d.wait("the draft that follows", func() bool { return d.stored().Lead == "Ош: кеңеш, [fill in: guest]." })
	d.look("followed-in-another-language")
}
