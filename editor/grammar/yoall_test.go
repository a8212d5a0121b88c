package grammar

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

// yoPhrases are the names, posts, places, organisations and phrases of the golden files, and
// words with ё wherever one can stand.
func yoPhrases(t *testing.T) []string {
	t.Helper()
	var all []string
	for _, file := range []string{"headlines", "world", "places", "organisations", "phrases", "counted"} {
		data, err := os.ReadFile("testdata/" + file + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			phrase, _, _ := strings.Cut(strings.TrimSpace(strings.ReplaceAll(line, " | ", " ")), ":")
			if phrase != "" && phrase[0] != '#' {
				all = append(all, phrase)
			}
		}
	}
	return append(all, strings.Split("Алёна Королёва;Семён Хмелёв, Пётр Жёлудев;ёлка;ёмкость рынка;приём;её решение;учёт и отчёт;отчёт о приёме;учёба спасателей;всё;трёхсторонняя встреча;"+
		"Артём;Фёкла;Игорёк;Витёк;Пётр;Алёшин Пётр;Берёза;Лёд;актёр Пётр Зуёв;учёный;подчинённый;министр Семён;полёт и посёлок;Орёл и Могилёв;Псёл;посёлок Жёлтый;город Королёв;Щёлково;"+
		"Счётная палата;«Жёлтый дом»;МЧС и Счётный комитет;Объединённые Арабские Эмираты;лётный отряд;пчёлы;перелёт;11 июня;9–10 марта;день учёта;о приёме граждан;по отчёту;"+
		"Её Величество Королева;твёрдые сорта;Чёрное море;Тёплый Стан;Дёмино;ведёт приём;четырёхдневный визит;четыре с половиной часа;трое учёных;самолёт Ми-8;Ким Ён;Ён Ё Чжон", ";")...)
}

// In every form of every phrase, certain or guessed, a house's ё is that of the form that
// keeps each, written once more by Spell: no way of declining forgets it, none knows it better.
func TestYoInEveryForm(t *testing.T) {
	seen := map[Yo]int{}
	for _, phrase := range yoPhrases(t) {
		for _, c := range Cases() {
			if form, _ := (House{Yo: YoNowhere}).InCase(phrase, c); strings.ContainsAny(form, "ёЁ") {
				t.Errorf("%s in %s: %s", phrase, c, form)
			}
		}
		for _, kind := range []Kind{Person, Post, Place, Organisation, Phrase} {
			free := House{}.Decline(kind, Unknown, phrase)
			if !strings.ContainsAny(strings.Join(slices.Collect(maps.Values(free.Forms)), "")+free.Locative, "ёЁ") {
				continue
			}
			for _, yo := range UsagesOfYo() {
				h := House{Yo: yo}
				d := h.Decline(kind, Unknown, phrase)
				if d.Guess != free.Guess {
					t.Errorf("%s as %s, %q: guess %v", phrase, kind, yo, d.Guess)
				}
				for _, c := range Cases() {
					want := h.Spell(free.Kind, free.Forms[c])
					if d.Forms[c] != want && d.Forms[c] != h.Spell(Place, free.Forms[c]) { // an organisation may be a state
						t.Errorf("%s as %s, %q: %s, want %s", phrase, kind, yo, d.Forms[c], want)
					}
					if want != free.Forms[c] {
						seen[yo]++
					}
				}
				if where := d.Where(); yo == YoNowhere && strings.ContainsAny(where, "ёЁ") {
					t.Errorf("%s: %s", phrase, where)
				}
			}
		}
	}
	if seen[YoNowhere] < 1000 || seen[YoInNames] < 300 || seen[YoEverywhere] != 0 {
		t.Errorf("forms that a usage changes: %v", seen)
	}
}

// A phrase typed with ё and one typed without are declined alike, or the latter is a guess.
func TestYoTyped(t *testing.T) {
	h := House{Yo: YoNowhere}
	decline := func(phrase string) Declension {
		if post, name := SplitPost(phrase, nil); name != "" && (post != "" || GuessKind(phrase) == Person) {
			return h.headline(phrase)
		}
		return h.Decline("", Unknown, phrase)
	}
	for _, phrase := range yoPhrases(t) {
		if withoutYo(phrase) == phrase {
			continue
		}
		with, without := decline(phrase), decline(withoutYo(phrase))
		for _, c := range Cases() {
			if with.Forms[c] != without.Forms[c] && !without.Guess {
				t.Errorf("%s in %s: %s and %s", phrase, c, with.Forms[c], without.Forms[c])
				break
			}
		}
	}
}
