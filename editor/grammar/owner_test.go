package grammar

import "testing"

// Whose somebody is stands in the genitive behind the noun and stays; where it may as well be
// the name of who is meant, the forms are a guess.
func TestWhoseSomebodyIs(t *testing.T) {
	for phrase, want := range map[string]string{
		"дочь Анны Пробной":                        "дочерью Анны Пробной",
		"сын Павла Ильича Пробса":                  "сыном Павла Ильича Пробса ?",
		"дочь Льва Толстого":                       "дочерью Льва Толстого",
		"сын Виктора Цоя":                          "сыном Виктора Цоя",
		"внук Шарля де Голля":                      "внуком Шарля де Голля",
		"представитель Гарегина II":                "представителем Гарегина II",
		"пресс-секретарь Анны Пробной":             "пресс-секретарём Анны Пробной",
		"дети сержанта Нурлана Тестова":            "детьми сержанта Нурлана Тестова",
		"дочь Джона Пробса Аманда":                 "дочерью Джона Пробса Амандой",
		"жена Ивана Ильича Пробного Анна Озерова":  "женой Ивана Ильича Пробного Анной Озеровой",
		"дочь Александра Пробного":                 "дочерью Александра Пробного ?",
		"вдова Александра Шевченко":                "вдовой Александрой Шевченко ?",
		"вдова Героя России Валентина Озерова":     "вдовой Героя России Валентиной Озеровой ?",
		"сенатор Валентина Озерова":                "сенатором Валентиной Озеровой",
		"вдова Александра Ким":                     "вдовой Александрой Ким",
		"семья Пробновых":                          "семьёй Пробновых",
		"глава района Гора Мария":                  "главой района Горой Марией",
		"командир отряда Альфа":                    "командиром отряда Альфой ?",
		"директор фонда Аида":                      "директором фонда Аидой ?",
		"директор фонда Аида Пробная":              "директором фонда Аидой Пробной",
		"министр спорта Пробнова":                  "министром спорта Пробновой",
		"Король Норвегии Харальд":                  "Королём Норвегии Харальдом",
		"пресс-секретарь МИД Армении Ани Пробалян": "пресс-секретарём МИД Армении Ани Пробалян",
	} {
		if got := phraseIn(phrase, Instrumental); got != want {
			t.Errorf("%s: %s", phrase, got)
		}
	}
}

// phraseIn is a post with a name, or either, in a case, with a mark behind a guess.
func phraseIn(phrase string, c Case) string {
	post, name := SplitPost(phrase, nil)
	d := house.DeclinePerson(Unknown, name)
	switch {
	case name == "":
		d = house.DeclinePost(post)
	case post != "":
		d = house.DeclinePost(post).Followed(d)
	case GuessKind(phrase) != Person:
		d = house.Decline("", Unknown, phrase)
	}
	if d.Guess {
		return d.Forms[c] + " ?"
	}
	return d.Forms[c]
}
