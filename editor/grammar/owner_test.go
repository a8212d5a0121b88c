package grammar

import "testing"

// Whose somebody is stands in the genitive behind the noun and stays; where it may as well be
// the name of who is meant, the forms are a guess.
func TestWhoseSomebodyIs(t *testing.T) {
	for phrase, want := range map[string]string{
		"дочь Анны Пробной":                                     "дочерью Анны Пробной",
		"сын Павла Ильича Пробса":                               "сыном Павла Ильича Пробса ?",
		"дочь Льва Толстого":                                    "дочерью Льва Толстого",
		"сын Виктора Цоя":                                       "сыном Виктора Цоя",
		"внук Шарля де Голля":                                   "внуком Шарля де Голля",
		"представитель Гарегина II":                             "представителем Гарегина II",
		"пресс-секретарь Анны Пробной":                          "пресс-секретарём Анны Пробной",
		"дети сержанта Нурлана Тестова":                         "детьми сержанта Нурлана Тестова",
		"пресс-секретарь Дмитрия Пробнова Анна Озерова":         "пресс-секретарём Дмитрия Пробнова Анной Озеровой ?",
		"секретарь Сергея Озерова Анна Пробная":                 "секретарём Сергея Озерова Анной Пробной ?",
		"жена президента Андрея Озерова Мехрибан Озерова":       "женой президента Андрея Озерова Мехрибан Озеровой",
		"советник МИД Валентина Озерова":                        "советником МИД Валентиной Озеровой",
		"советник Андрея Озерова Илья":                          "советником Андрея Озерова Ильёй",
		"пресс-секретарь президента Андрея Озерова Анна Озерян": "пресс-секретарём президента Андрея Озерова Анной Озерян",
		"дочь Джона Пробса Аманда":                              "дочерью Джона Пробса Амандой",
		"жена Ивана Ильича Пробного Анна Озерова":               "женой Ивана Ильича Пробного Анной Озеровой",
		"дочь Александра Пробного":                              "дочерью Александра Пробного ?",
		"вдова Александра Шевченко":                             "вдовой Александрой Шевченко ?",
		"вдова Героя России Валентина Озерова":                  "вдовой Героя России Валентиной Озеровой ?",
		"сенатор Валентина Озерова":                             "сенатором Валентиной Озеровой",
		"вдова Александра Ким":                                  "вдовой Александрой Ким",
		"д’Артаньян Пробов":                                     "д’Артаньяном Пробовым",
		"семья Ивана Пробина":                                   "семьёй Ивана Пробина",
		"близкие Олега Пробакова":                               "близкими Олега Пробакова",
		"семья Пробновых":                                       "семьёй Пробновых",
		"глава района Гора Мария":                               "главой района Горой Марией",
		"командир отряда Альфа":                                 "командиром отряда Альфой ?",
		"директор фонда Аида":                                   "директором фонда Аидой ?",
		"директор фонда Аида Пробная":                           "директором фонда Аидой Пробной",
		"министр спорта Пробнова":                               "министром спорта Пробновой",
		"директор «Образец» Майоров":                            "директором «Образец» Майоровым",
		"ректор МГУ Ректоров":                                   "ректором МГУ Ректоровым",
		"директор школы Послов":                                 "директором школы Послов ?",
		"председатель Совета Ректоров":                          "председателем Совета Ректоров",
		"посол Катара Султан бин Али Пробс":                     "послом Катара Султаном бин Али Пробсом",
		"Султан Катара":                                         "Султаном Катара",
		"Кыргызско-Российский (Славянский) институт":            "Кыргызско-Российским (Славянским) институтом",
		"Король Норвегии Харальд":                               "Королём Норвегии Харальдом",
		"пресс-секретарь МИД Армении Ани Пробалян":              "пресс-секретарём МИД Армении Ани Пробалян",
	} {
		if got := phraseIn(phrase, Instrumental); got != want {
			t.Errorf("%s: %s", phrase, got)
		}
	}
}

// A thing called a post has the forms of the dictionary, which knows its stress.
func TestThingCalledAPost(t *testing.T) {
	if d := house.DeclinePost("семья Пробновых"); d.Forms[Instrumental] != "семьёй Пробновых" || !d.Guess {
		t.Errorf("%q, a guess: %v", d.Forms[Instrumental], d.Guess)
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

// TestSeveralAtAPost decline with the one before them; those who are an adjective as well do where no noun follows.
func TestSeveralAtAPost(t *testing.T) {
	for post, want := range map[string]string{
		"врач и медсёстры": "врачом и медсёстрами", "инженер и рабочие завода": "инженером и рабочими завода", "директор и служащие банка": "директором и служащими банка",
		"врачи и учёные института": "врачами и учёными института",
	} {
		if d := house.DeclinePost(post); d.Guess || d.Forms[Instrumental] != want {
			t.Errorf("%s: %s, a guess: %t", post, d.Forms[Instrumental], d.Guess)
		}
	}
	if d := house.DeclinePost("министр и рабочие группы"); !d.Guess {
		t.Errorf("%s is certain", d.Forms[Instrumental])
	}
}

// TestNamesInGenitive asks which names can be nothing but a genitive.
func TestNamesInGenitive(t *testing.T) {
	for name, want := range map[string]bool{
		"Павла Пробного": true, "Сергея Пробнова": true, "Анны Пробной": true, "Анна Пробная": false, "Александра Пробная": false,
		"Александра Пробного": false, "Пробилора Шевченко": false, "Сергей Пробный": false, "Пробного": false,
	} {
		if got := IsNameInGenitive(name); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
