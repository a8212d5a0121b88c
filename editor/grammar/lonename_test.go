package grammar

import "testing"

// TestNamesAlone asks single words of which a dictionary of names knows more than one reading or usage.
func TestNamesAlone(t *testing.T) {
	for _, test := range []struct {
		name, why          string
		gender             Gender
		dative, instrument string
		guess              bool
	}{
		{"Прогудин", "a Russian surname sooner than an Arab first name", Masculine, "Прогудину", "Прогудиным", true},
		{"Бедин", "of two syllables a surname", Masculine, "Бедину", "Бединым", false},
		{"Лейбниц", "no noun in -иц has its stress on the ending", Masculine, "Лейбницу", "Лейбницем", false},
		{"Шульц", "nor does one with two consonants", Masculine, "Шульцу", "Шульцем", false},
		{"Марфуша", "a pet name's stress is before its ending", Feminine, "Марфуше", "Марфушей", false},
		{"Пробатолий", "no adjective ends so", Masculine, "Пробатолию", "Пробатолием", false},
		{"Пробуний", "an adjective may", Masculine, "Пробунему", "Пробуним", true},
		{"Верунчик", "a woman with a man's ending", Feminine, "Верунчику", "Верунчиком", true},
		{"Лия", "«к Лии» is written as well", Feminine, "Лие", "Лией", true},
		{"Остин", "a first name, and a surname that may be Russian", Masculine, "Остину", "Остином", true},
		{"Мороз", "whose gender is told is somebody", Masculine, "Морозу", "Морозом", false},
		{"Мороз", "may be a ship", Unknown, "Морозу", "Морозом", true},
		{"Лоран", "a man's name for one list, a woman's for another", Unknown, "Лорану", "Лораном", true},
		{"Лоран", "the gender is told", Masculine, "Лорану", "Лораном", false},
		{"Сергей", "a man's for all", Unknown, "Сергею", "Сергеем", false},
	} {
		d := House{}.DeclinePerson(test.gender, test.name)
		if d.Forms[Dative] != test.dative || d.Forms[Instrumental] != test.instrument || d.Guess != test.guess {
			t.Errorf("%s, %s: %s, %s, guess %v", test.name, test.why, d.Forms[Dative], d.Forms[Instrumental], d.Guess)
		}
	}
}
