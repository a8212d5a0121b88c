package grammar

import "testing"

// TestBesideAPost tells people who stand beside a post from an adjective of things, whose forms are a guess.
func TestBesideAPost(t *testing.T) {
	for _, tt := range []struct {
		phrase, want string
		guess        bool
	}{
		{"инженер и рабочие завода", "инженера и рабочих завода", false},
		{"директор и служащие", "директора и служащих", false},
		{"врач и дежурные бригады", "врача и дежурные бригады", true},
		{"министр и уполномоченные органы", "министра и уполномоченные органы", true},
		{"начальник и дежурные экипажи", "начальника и дежурные экипажи", true},
	} {
		if d := house.DeclinePost(tt.phrase); d.Forms[Genitive] != tt.want || d.Guess != tt.guess {
			t.Errorf("%s: %s, a guess %v", tt.phrase, d.Forms[Genitive], d.Guess)
		}
	}
}

// TestCompanyInCapitals leaves a family behind a name as it is, in capitals too.
func TestCompanyInCapitals(t *testing.T) {
	for name, want := range map[string]string{
		"ИВАН ПРОБНЫЙ С СУПРУГОЙ": "ИВАНА ПРОБНОГО С СУПРУГОЙ", "ИВАН ПРОБНЫЙ С СУПРУГОЙ АННОЙ ПРОБНОЙ": "ИВАНА ПРОБНОГО С СУПРУГОЙ АННОЙ ПРОБНОЙ", "Иван Пробный с Супругой": "Ивана Пробного с Супругой",
	} {
		if d := house.DeclinePerson(Unknown, name); d.Forms[Genitive] != want || d.Guess {
			t.Errorf("%s: %s, a guess %v", name, d.Forms[Genitive], d.Guess)
		}
	}
}
