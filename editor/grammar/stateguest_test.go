package grammar

import "testing"

// TestStateGuests declines posts and names as they stand in news of envoys: a state that is a first name as well,
// first names that no table has, particles that have lost a vowel, surnames of the East.
func TestStateGuests(t *testing.T) {
	for _, tt := range []struct{ phrase, post, genitive, instrumental string }{
		{"посол Государства Израиль Пробзор Бен Озель", "посол Государства Израиль", "посла Государства Израиль Пробзора Бен Озеля", "послом Государства Израиль Пробзором Бен Озелем"},
		{"глава государства Аббас Ибрагим Проба", "глава государства", "главы государства Аббаса Ибрагима Пробы", "главой государства Аббасом Ибрагимом Пробой"},
		{"посол Народной Республики Бангладеш Пробул Рахман Пробиян", "посол Народной Республики Бангладеш", "посла Народной Республики Бангладеш Пробула Рахмана Пробияна", "послом Народной Республики Бангладеш Пробулом Рахманом Пробияном"},
		{"посол Исламской Республики Пакистан Пробул Рахман Пробиян", "посол Исламской Республики Пакистан", "посла Исламской Республики Пакистан Пробула Рахмана Пробияна", "послом Исламской Республики Пакистан Пробулом Рахманом Пробияном"},
		{"президент страны Марсель д’Озерон", "президент страны", "президента страны Марселя д’Озерона", "президентом страны Марселем д’Озероном"},
		{"архиепископ Джованни д'Озерло", "архиепископ", "архиепископа Джованни д'Озерло", "архиепископом Джованни д'Озерло"},
		{"сенатор Кристиан л’Озерен", "сенатор", "сенатора Кристиана л’Озерена", "сенатором Кристианом л’Озереном"},
		{"посол Таджикистана Исматулло Насредин", "посол Таджикистана", "посла Таджикистана Исматулло Насредина", "послом Таджикистана Исматулло Насредином"},
		{"координатор ООН Амин Авад", "координатор ООН", "координатора ООН Амина Авада", "координатором ООН Амином Авадом"},
		{"премьер-министр Павел Филип", "премьер-министр", "премьер-министра Павла Филипа", "премьер-министром Павлом Филипом"},
	} {
		of := ReadHolder(tt.phrase, nil)
		d := house.DeclineHolder(Unknown, of)
		if of.Post != tt.post || d.Forms[Genitive] != tt.genitive || d.Forms[Instrumental] != tt.instrumental {
			t.Errorf("%s: %s, %s", of.Post, d.Forms[Genitive], d.Forms[Instrumental])
		}
	}
}

// TestWomenOfIsrael takes «Бен» for a surname's where the first name is a woman's alone.
func TestWomenOfIsrael(t *testing.T) {
	for name, want := range map[string]string{
		"Айелет Бен Ами": "Айелет Бен Ами", "Шломит Бен Озель": "Шломит Бен Озель", "Карим Бен Озель": "Карима Бен Озеля", "Фатима бинт Пробарак": "Фатимы бинт Пробарак",
	} {
		if d := house.DeclinePerson(Unknown, name); d.Forms[Genitive] != want {
			t.Errorf("%s: %s", name, d.Forms[Genitive])
		}
	}
}

// TestSureOfNames says which of names that little is known of are guesses.
func TestSureOfNames(t *testing.T) {
	for name, guess := range map[string]bool{
		"Павел Филип": false, "Пробранд Озером": false, "Пробзиз Озером": false, "Пробсур Озером": true, "Джошуа Пробнов": false, "Айхуа": true, "Гия": true, "Валери Пробьер": true,
	} {
		if d := house.DeclinePerson(Unknown, name); d.Guess != guess {
			t.Errorf("%s: guess %v", name, d.Guess)
		}
	}
}
