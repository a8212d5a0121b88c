package wordset

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// TestInflected: the forms of a word are made when a word that begins so is asked for, and once.
func TestInflected(t *testing.T) {
	var made []string
	forms := func(into map[string]string, name string) {
		made = append(made, name)
		for form := range strings.FieldsSeq(name) {
			if _, known := into[form]; !known {
				into[form] = name
			}
		}
	}
	all := new(Inflected[string])
	for _, name := range []string{"лев льва львом", "заём займа", "ош оше", "лев-толстой льва-толстого", "лавра льва", "о об", "чуй чуем"} {
		all.Add(strings.Fields(name)[0], name, forms)
	}
	if len(made) > 0 {
		t.Fatalf("made before they are asked for: %q", made)
	}
	for range 2 {
		for _, c := range []struct{ word, want string }{
			{"льва", "лев льва львом"}, // which was there before another
			{"займа", "заём займа"},
			{"заём", "заём займа"},
			{"оше", "ош оше"},
			{"льва-толстого", "лев-толстой льва-толстого"},
			{"о", "о об"},
			{"чуем", "чуй чуем"},
			{"чуй", "чуй чуем"},
			{"левша", ""},
			{"тигр", ""},
			{"", ""},
			{"\xff", ""},
		} {
			if got := all.Of(c.word); got != c.want {
				t.Errorf("%q: %q, not %q", c.word, got, c.want)
			}
		}
	}
	made = slices.DeleteFunc(made, func(name string) bool { return name == "чуй чуем" }) // for two beginnings
	if slices.Sort(made); len(slices.Compact(slices.Clone(made))) != len(made) {
		t.Errorf("made twice: %q", made)
	}
	for _, alike := range []string{"день дня", "заяц зайца", "соловей соловья", "пёс пса", "орёл орла", "улей улья", "лёд льда"} {
		if words := strings.Fields(alike); beginning(words[0]) != beginning(words[1]) {
			t.Errorf("%s begin otherwise", alike)
		}
	}
	if beginning("тигр") == beginning("лев") {
		t.Error("all words are of one group")
	}
}

// TestInflectedForMany: any number may ask at once.
func TestInflectedForMany(t *testing.T) {
	all := new(Inflected[int])
	for i := range 200 {
		word := "слово" + strconv.Itoa(i)
		all.Add(word, word, func(into map[string]int, name string) { into[name] = i + 1 })
	}
	var asking sync.WaitGroup
	for range 8 {
		asking.Go(func() {
			for i := range 200 {
				if got := all.Of("слово" + strconv.Itoa(i)); got != i+1 {
					t.Errorf("%d: %d", i, got)
				}
			}
		})
	}
	asking.Wait()
}
