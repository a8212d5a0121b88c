package register

import "testing"

func TestRomanised(t *testing.T) {
	people := map[string][2]string{
		"Пётр Образцов": {"Пётр", "Образцов"}, "Юлия Щёткина": {"Юлия", "Щёткина"}, "Алексей Хмырский": {"Алексей", "Хмырский"},
		"Александр Цапин": {"Александр", "Цапин"}, "Елена Жарова": {"Елена", "Жарова"}, "Наталья Яшина": {"Наталья", "Яшина"},
		"Игорь Чайкин": {"Игорь", "Чайкин"}, "Семён Ильин": {"Семён", "Ильин"}, "Дмитрий Юсов": {"Дмитрий", "Юсов"},
	}
	var r Registers
	for _, name := range people {
		r.People = append(r.People, Person{First: name[0], Last: name[1]})
	}
	for name, want := range map[string]string{
		"Petr Obraztsov": "Пётр Образцов", "Pyotr Obraztsov": "Пётр Образцов", "Yulia Shchetkina": "Юлия Щёткина", "Iuliia Shchetkina": "Юлия Щёткина",
		"Alexey Khmyrsky": "Алексей Хмырский", "Aleksei Khmyrskiy": "Алексей Хмырский", "Alexander Tsapin": "Александр Цапин",
		"Elena Zharova": "Елена Жарова", "Yelena Zharova": "Елена Жарова", "Natalya Yashina": "Наталья Яшина", "Natalia Iashina": "Наталья Яшина",
		"Igor Chaikin": "Игорь Чайкин", "Semyon Ilyin": "Семён Ильин", "Semen Ilin": "Семён Ильин", "Dmitry Yusov": "Дмитрий Юсов", "Dmitrii Iusov": "Дмитрий Юсов",
		"Peter Obraztsov": "", "Elena Sharova": "", "Igor Chaika": "", "": "",
	} {
		got := ""
		for _, p := range r.Romanised(name) {
			got += p.Name()
		}
		if got != want {
			t.Errorf("%s: %q, not %q (%q)", name, got, want, soundOf(name))
		}
	}
	r.People[0].English = "Somebody Else"
	if got := r.Romanised(r.People[0].First + " " + r.People[0].Last); len(got) != 0 {
		t.Errorf("one with an English name is taken for another: %v", got)
	}
}

func TestEnglishName(t *testing.T) {
	for name, tt := range map[string]struct {
		person Person
		want   string
	}{
		"as the card tells":        {Person{First: "Иван", Last: "Пробный", English: "Ivan Probny"}, "Ivan Probny"},
		"in Latin letters":         {Person{First: "Zoë", Last: "Sample-O'Hara"}, "Zoë Sample-O'Hara"},
		"both":                     {Person{First: "Ioannes", Last: "Probus", English: "John Probus"}, "John Probus"},
		"nobody told it":           {Person{First: "Иван", Last: "Пробный"}, ""},
		"a card without any names": {Person{}, ""},
	} {
		if got := tt.person.EnglishName(); got != tt.want {
			t.Errorf("%s: %q", name, got)
		}
	}
}
