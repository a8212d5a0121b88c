package grammar

import "testing"

func TestNominativeOfName(t *testing.T) {
	for _, tt := range []struct {
		name string
		in   Case
		want string
	}{
		{"Ивановой Марии Петровне", Dative, "Иванова Мария Петровна"},
		{"Марии Петровне Ивановой", Dative, "Мария Петровна Иванова"},
		{"Олегу Зимину", Dative, "Олег Зимин"},
		{"Дарьей Новик", Instrumental, "Дарья Новик"},
		{"Виктора Седова", Genitive, "Виктор Седов"},
		{"Марине Окуневой", Dative, "Марина Окунева"},
		{"Юлиане Троицкой", Dative, "Юлиана Троицкая"},
		{"Андреем Ильичом Вольным", Instrumental, "Андрей Ильич Вольный"},
		{"Светлане Юрьевне", Dative, "Светлана Юрьевна"},
		{"Игорю Гайдару", Dative, "Игорь Гайдар"},
		{"Ильи Грача", Genitive, "Илья Грач"},
		{"Совету министров", Dative, ""},
		{"Мария Иванова", Dative, ""},
		{"Ивановой", Dative, ""},
	} {
		if got, ok := (House{}).NominativeOfName(tt.name, tt.in); got != tt.want || ok != (tt.want != "") {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
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
