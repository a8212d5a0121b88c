package template

import "testing"

func TestWithinSentence(t *testing.T) {
	for typed, want := range map[string]string{
		"The Third Forum of Statisticians":    "the Third Forum of Statisticians",
		"The Hague":                           "The Hague",
		"The Probny Times":                    "The Probny Times",
		"Public hearings on the new tariff":   "public hearings on the new tariff",
		"Their six months aboard the station": "their six months aboard the station",
		"Rumours about a shortage":            "rumours about a shortage",
		"Vaccination and training of nurses":  "vaccination and training of nurses",
		"Vaccination":                         "vaccination",
		"Vaccination, training":               "vaccination, training",
		"Draft of common rules":               "draft of common rules",
		"To build a hospital":                 "to build a hospital",
		"On the passing of the Pope":          "on the passing of the Pope",
		"Opening of the Museum":               "opening of the Museum",
		"Officers of the Ministry of Defence": "officers of the Ministry of Defence",
		"Long-term contracts":                 "long-term contracts",
		"Round table \"Oceans\"":              "round table \"Oceans\"",
		"Forum “Oceans”":                      "forum “Oceans”",
		"Memorandum of understanding":         "memorandum of understanding",
		"Price controls":                      "price controls",
		"Protocol":                            "Protocol",
		"Parliament":                          "Parliament",
		"Ministry of Health":                  "Ministry of Health",
		"Treaty on Trade":                     "Treaty on Trade",
		"Day of the Health Worker":            "Day of the Health Worker",
		"Days of Culture of Probia":           "Days of Culture of Probia",
		"Palais des Nations":                  "Palais des Nations",
		"City Hall":                           "City Hall",
		"Games of the Future":                 "Games of the Future",
		"Turkey and the Caucasus":             "Turkey and the Caucasus",
		"March elections":                     "March elections",
		"Kazakh side":                         "Kazakh side",
		"Islamic finance":                     "Islamic finance",
		"Turkey":                              "Turkey",
		"IT staff":                            "IT staff",
		"Probny":                              "Probny",
		"talks":                               "talks",
		"":                                    "",
		"Trade and Industry":                  "Trade and Industry",
	} {
		if got := withinSentence(typed); got != want {
			t.Errorf("%s: %s, not %s", typed, got, want)
		}
	}
}

// TestPostBeforeAName: of a post with an article before a short name either can be had alone.
func TestPostBeforeAName(t *testing.T) {
	for text, want := range map[string][3]string{
		"The Minister of Foreign Affairs, Jo Li":     {"Jo Li", "the Minister of Foreign Affairs", "the Minister of Foreign Affairs, Jo Li"},
		"Governor of Probia, Anna Ozerova":           {"Anna Ozerova", "Governor of Probia", "the Governor of Probia, Anna Ozerova"},
		"The Minister, A B":                          {"A B", "the Minister", "the Minister, A B"},
		"Anna Ozerova, Minister of Health of Probia": {"Anna Ozerova", "Minister of Health of Probia", "Anna Ozerova, Minister of Health of Probia"},
	} {
		for i, word := range []string{short, post, full} {
			if got := asTyped(placeholder{word: word}, text); got != want[i] {
				t.Errorf("%s, %v: %q", text, word, got)
			}
		}
	}
}

// TestWithoutCapital takes a first letter of several bytes whole.
func TestWithoutCapital(t *testing.T) {
	for text, want := range map[string]string{"Émigrés and students": "émigrés and students", "Students": "students"} {
		if got := withoutCapital(text); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}
