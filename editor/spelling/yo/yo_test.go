package yo

import (
	"strings"
	"testing"
)

// TestRestored: ё where no other reading is, and nothing else.
func TestRestored(t *testing.T) {
	for word, want := range map[string]string{
		"еще": "ещё", "Еще": "Ещё", "ЕЩЕ": "ЕЩЁ", "ее": "её", "самолетом": "самолётом", "ещё": "ещё", "Секретарем": "Секретарём",
		"ученый": "учёный", "Объединенный": "Объединённый", "идет": "идёт", "трех": "трёх", "четырехлетний": "четырёхлетний", "отчет": "отчёт",
		"все": "все", "подъем": "подъем", "чем": "чем", "нем": "нем", "берег": "берег", "небо": "небо", "села": "села", "звезды": "звезды", "узнает": "узнает", "совершенный": "совершенный",
		"Семенов": "Семенов", "Королев": "Королев", "Петр": "Петр", "Орел": "Орел", "Озера": "Озера", "Журавлевой": "Журавлевой", "афера": "афера", "абвеж": "абвеж", "": "", "Е": "Е", "иЕще": "иЕще",
	} {
		if got := Restored(word); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
		if again := Restored(want); again != want {
			t.Errorf("%q again: %q", want, again)
		}
	}
}

// FuzzRestored holds what is true for any word: it stays the same but for ё.
func FuzzRestored(f *testing.F) {
	for _, word := range []string{"еще", "Ёлка", "ЕЩЁ", "е\u0308", "ее", "берег", "x"} {
		f.Add(word)
	}
	fold := strings.NewReplacer("ё", "е", "Ё", "Е")
	f.Fuzz(func(t *testing.T, word string) {
		got := Restored(word)
		if fold.Replace(got) != fold.Replace(word) || Restored(got) != got {
			t.Errorf("%q became %q", word, got)
		}
	})
}

// TestTheWordsAreSound reads all of them once; the program reads what it looks up alone.
func TestTheWordsAreSound(t *testing.T) {
	if !surely().IsSound() {
		t.Error("they are not as Build writes them")
	}
}
