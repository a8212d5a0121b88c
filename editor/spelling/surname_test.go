package spelling

import "testing"

// TestASurnameOfAFirstName: what a long first name makes is a surname, and a misprint of it is none.
func TestASurnameOfAFirstName(t *testing.T) {
	if c := New(Params{}); !c.knows("Бекболотов", cyrillic) || c.knows("Бекбалотов", cyrillic) {
		t.Error("Бекболотов is unknown, or Бекбалотов known")
	}
	for word, is := range map[string]bool{
		"Бекболотов": true, "Бекболотовой": true, "Нурланбекова": true, "Алмазбековым": true, "Сергеев": false, // it is known without
		"Бекбалотов": false, "Бекболотав": false, "бекболотов": false, "Ивонов": false, "Огородов": false, "Президентов": false, "Бекболотовый": false,
	} {
		if isOfFirstName(word) != is {
			t.Errorf("%s: not %t", word, is)
		}
	}
}
