package grammar

import "testing"

func TestNominativeOfName(t *testing.T) {
	for _, tt := range []struct {
		name string
		in   Case
		want string
		sure bool
	}{
		{"Ивановой Марии Петровне", Dative, "Иванова Мария Петровна", true},
		{"Марии Петровне Ивановой", Dative, "Мария Петровна Иванова", true},
		{"Олегу Зимину", Dative, "Олег Зимин", true},
		{"Дарьей Новик", Instrumental, "Дарья Новик", true},
		{"Виктора Седова", Genitive, "Виктор Седов", true},
		{"Марине Окуневой", Dative, "Марина Окунева", true},
		{"Юлиане Троицкой", Dative, "Юлиана Троицкая", true},
		{"Светлане Юрьевне", Dative, "Светлана Юрьевна", true},
		{"Игорю Гайдару", Dative, "Игорь Гайдар", true},
		{"Ильи Грача", Genitive, "Илья Грач", true},
		{"Ивану Гоголю", Dative, "Иван Гоголь", true},
		{"Ивана Лебедя", Genitive, "Иван Лебедь", true},
		{"Павлу Иванову", Dative, "Павел Иванов", true},
		{"Петру Жуку", Dative, "Пётр Жук", true},
		{"Льву Коваленко", Dative, "Лев Коваленко", true},
		{"Ольге Коваленко", Dative, "Ольга Коваленко", true},
		{"Валентину Черных", Dative, "Валентин Черных", true},
		{"Андреем Ильичом Вольным", Instrumental, "Андрей Ильич Вольный", false}, // or Вольной
		{"Ивану Толстому", Dative, "Иван Толстый", false},                        // or Толстой
		{"Ивана Гладкого", Genitive, "Иван Гладкий", false},
		{"Сергею Пушному", Dative, "Сергей Пушный", false},
		{"Ивану Орлу", Dative, "Иван Орл", false}, // of Орёл
		{"Ивану Бойцу", Dative, "Иван Боец", false},
		{"Павлу Кравцу", Dative, "Павел Кравец", false},
		{"Совету министров", Dative, "", false},
		{"Мария Иванова", Dative, "", false},
		{"Ивановой", Dative, "", false},
	} {
		if got, sure := (House{}).NominativeOfName(tt.name, tt.in); got != tt.want || sure != tt.sure {
			t.Errorf("%s: %q %t, want %q %t", tt.name, got, sure, tt.want, tt.sure)
		}
	}
}

func TestNominativeOfPost(t *testing.T) {
	for _, tt := range []struct {
		post string
		in   Case
		want string
	}{
		{"пресс-секретарю фонда", Dative, "пресс-секретарь фонда"},
		{"руководителю пресс-службы", Dative, "руководитель пресс-службы"},
		{"главным специалистом отдела", Instrumental, "главный специалист отдела"},
		{"начальника отдела печати", Genitive, "начальник отдела печати"},
		{"координатору", Dative, "координатор"},
		{"дороге домой", Dative, ""},
		{"", Dative, ""},
	} {
		if got, ok := (House{}).NominativeOfPost(tt.post, tt.in); got != tt.want || ok != (tt.want != "") {
			t.Errorf("%s: %q, want %q", tt.post, got, tt.want)
		}
	}
}
