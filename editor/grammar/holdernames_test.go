package grammar

import "testing"

// TestWhereNamesBeginAndWhatAgrees asks posts with names whose words could be read in another way.
func TestWhereNamesBeginAndWhatAgrees(t *testing.T) {
	for _, test := range []struct {
		name, phrase, instrumental string
		guess                      bool
	}{
		{"a village of two unknown words before a surname", "депутат села Неркин Проб Пробнов Иван", "депутатом села Неркин Проб Пробновым Иваном", true},
		{"before a first name", "депутат села Неркин Проб Иван Пробнов", "депутатом села Неркин Проб Иваном Пробновым", true},
		{"a surname before a first name and a patronymic", "аким села Пробное Озеров Иван Иванович", "акимом села Пробное Озеровым Иваном Ивановичем", false},
		{"first names are no village", "глава района Хуан Карлос Диего Пробнов", "главой района Хуаном Карлосом Диего Пробновым", false},
		{"nor is one behind an unknown word", "глава района Проб Хуан Диего Пробнов", "главой района Проб Хуаном Диего Пробновым", true},
		{"before a surname with a patronymic behind", "глава общины Нор Проб Пробнов Карен Иванович", "главой общины Нор Проб Пробновым Кареном Ивановичем", true},
		{"before a patronymic and a surname", "глава общины Нор Проб Карен Иванович Пробнов", "главой общины Нор Проб Кареном Ивановичем Пробновым", true},
		{"a surname in -ин and two names are no village", "депутат села Озерин Иван Пробнов", "депутатом села Озерин Иваном Пробновым", false},
		{"a surname before a name and a patronymic is no village", "депутат села Пробнов Иван Иванович", "депутатом села Пробновым Иваном Ивановичем", false},
		{"what a woman spoke for", "представлявшая область депутат Анна Озерова", "представлявшей область депутатом Анной Озеровой", true},
		{"whom the participle describes", "работающая пенсионерка директор Анна Озерова", "работающей пенсионеркой директором Анной Озеровой", false},
		{"called after two", "директор театра К.С. Пробного и В.И. Озерова Анна Пробная", "директором театра К.С. Пробного и В.И. Озерова Анной Пробной", false},
		{"called after two, initials apart", "директор театра К. С. Пробного и В. И. Озерова Иван Пробнов", "директором театра К. С. Пробного и В. И. Озерова Иваном Пробновым", false},
		{"called after two, no name behind", "директор театра К.С. Озерова и В.И. Пробного", "директором театра К.С. Озерова и В.И. Пробного", false},
		{"our ambassador", "наш посол в Турции Андрей Пробнов", "нашим послом в Турции Андреем Пробновым", false},
		{"our colleague, a woman", "наша коллега Анна Пробнова", "нашей коллегой Анной Пробновой", false},
		{"my helper", "мой помощник Иван Пробнов", "моим помощником Иваном Пробновым", false},
		{"initials right before a surname", "премьер-министр А.У.Мамин", "премьер-министром А.У.Маминым", false},
		{"as with a space, a surname of the West", "министр А.Мартин", "министром А.Мартином", true},
		{"initials and a post without a name", "министр А.У.", "министром А.У.", false},
		{"a name of both before a first name as a surname", "вице-президент банка Мишель Карим", "вице-президентом банка Мишелем Каримом", true},
		{"Никола is borne by women too", "вице-президент банка Никола Карим", "вице-президентом банка Николой Каримом", true},
		{"of the one in office, who has a woman's name in the genitive", "руководитель пресс-службы Раиса Лилия Пробнова", "руководителем пресс-службы Раиса Лилией Пробновой", false},
		{"his helper", "помощник Раиса Лилия Пробнова", "помощником Раиса Лилией Пробновой", false},
		{"no office of one man", "бухгалтер школы Раиса Лилия Пробнова", "бухгалтером школы Раисой Лилией Пробновой", true},
		{"a woman alone there", "руководитель пресс-службы Раиса Пробнова", "руководителем пресс-службы Раисой Пробновой", false},
		{"somebody in -и whom something is called after", "директор объединения имени М.И. Пробки Иван Озеров", "директором объединения имени М.И. Пробки Иваном Озеровым", false},
		{"a thing in -а before a full name", "врио ректора Волгопроба Игорь Озеров", "врио ректора Волгопроба Игорем Озеровым", false},
		{"a town in the genitive before a full name", "первый замглавы администрации Ленинского района Могилева Игорь Озеров", "первым замглавы администрации Ленинского района Могилева Игорем Озеровым", false},
		{"the name of a district that ends as a surname", "имам городского округа Пробухов Магомед Озеров", "имамом городского округа Пробухов Магомедом Озеровым", false},
		{"a name that a state has no genitive for", "народный артист России Проба Иван Озеров", "народным артистом России Пробой Иваном Озеровым", true},
		{"nor a title in quotation marks", "директор «Пробы» Волгопроба Иван Озеров", "директором «Пробы» Волгопроба Иваном Озеровым", true},
		{"an adjective before who acts for another", "новый врио губернатора Анна Озерова", "новым врио губернатора Анной Озеровой", false},
		{"with full stops", "новый и.о. министра Иван Озеров", "новым и.о. министра Иваном Озеровым", false},
		{"a nurse is nobody's sister", "медицинская сестра больницы Алёна Озерова", "медицинской сестрой больницы Алёной Озеровой", false},
		{"a sister may be", "младшая сестра Алёна Озерова", "младшей сестрой Алёной Озеровой", true},
		{"a Turkish surname in -сой", "посол Турции Мехмет Пробсой", "послом Турции Мехметом Пробсоем", false},
		{"a Russian one", "министр Мехмет Босой", "министром Мехметом Босым", true},
		{"one in -ной beside a first name of the West", "посол Норвегии Йохан Пробной", "послом Норвегии Йоханом Пробноем", true},
		{"beside one of the East", "министр Мехмет Пробной", "министром Мехметом Пробным", true},
		{"a surname that loses its vowel as the noun does", "министр Леонид Заяц", "министром Леонидом Зайцем", false},
		{"a Tajik's father's name behind the first one", "начальник Службы Пробзода Мадамон Амирхон", "начальником Службы Пробзодой Мадамоном Амирхоном", false},
		{"a first name in -а behind a state", "президент Шри-Ланки Пробасена Готабая Озерапакса", "президентом Шри-Ланки Пробасеной Готабаей Озерапаксой", false},
		{"a town in the genitive before a man's name", "замглавы администрации района Могилева Алексей Пробай", "замглавы администрации района Могилева Алексеем Пробаем", false},
		{"before a woman's it may be her surname", "замглавы администрации района Могилева Мария Пробай", "замглавы администрации района Могилева Марией Пробай", true},
		{"capitals are no place", "директор департамента ЕЭК Айнур Бакытжанкызы", "директором департамента ЕЭК Айнур Бакытжанкызы", false},
		{"a Turkish name in -ттин", "глава управления Неджметтин Алтун", "главой управления Неджметтином Алтуном", false},
		{"a Mongolian name that men bear", "министр обороны Монголии Гурсэдийн Пробадорж", "министром обороны Монголии Гурсэдийн Пробадоржем", false},
		{"Ким is the surname", "министр Ким Виктор", "министром Кимом Виктором", false},
	} {
		d := house.headline(test.phrase)
		if d.Forms[Instrumental] != test.instrumental || d.Guess != test.guess {
			t.Errorf("%s: %s, guess %v", test.name, d.Forms[Instrumental], d.Guess)
		}
	}
}

// TestKindBehindParticiple tells a post by what stands behind the thing that its participle does something with, and not by
// a pronoun.
func TestKindBehindParticiple(t *testing.T) {
	for phrase, want := range map[string]Kind{
		"представлявшая область депутат": Post, "обслуживающая организация района": Organisation, "обслуживающая организация": Organisation, "наш посол": Phrase, "Наш посол в Турции": Person,
	} {
		if got := GuessKind(phrase); got != want {
			t.Errorf("%s is a %s", phrase, got)
		}
	}
}

// TestJoinsNamesakes parts two whom something is called after from two who are named.
func TestJoinsNamesakes(t *testing.T) {
	for _, test := range []struct {
		before, behind string
		want           bool
	}{
		{"директор театра К.С. Пробного", "В.И. Озерова Анна Пробная", true},
		{"директор театра К.С. Озерова", "В.И. Пробного", true},
		{"директор театра имени К.С. Озерова", "В.И. Пробнова", true},
		{"директор театра К.С. Озерова", "В.И. Пробнова Анна Пробная", true},
		{"директор школы А.Б. Озерова", "В.И. Пробный", false},
		{"директор школы А.Б. Озерова", "министр В.И. Пробного", false},
		{"директор А.Б. Озерова", "В.И. Пробнова Анна", false},
		{"директор школы Анна Озерова", "В.И. Пробнова Анна", false},
		{"директор школы А.Б. Озерова", "В.И.", false},
	} {
		if got := JoinsNamesakes(test.before, test.behind); got != test.want {
			t.Errorf("%s | %s: %v", test.before, test.behind, got)
		}
	}
}

// TestAbbreviationsThatEndAsPosts: what ends as a post, or an adjective, does in capitals is no post.
func TestAbbreviationsThatEndAsPosts(t *testing.T) {
	for phrase, want := range map[string]string{
		"заместитель командующего по операциям и КСОР генерал-майор Иван Пробный": "заместителем командующего по операциям и КСОР генерал-майором Иваном Пробным",
		"начальник управления и ТЮРКСОЙ Иван Пробный":                             "начальником управления и ТЮРКСОЙ Иваном Пробным",
		"директор центра, ФИФА и фонда Иван Пробный":                              "директором центра, ФИФА и фонда Иваном Пробным",
		"ПРЕЗИДЕНТ И ДИРЕКТОР ИВАН ПРОБНЫЙ":                                       "ПРЕЗИДЕНТОМ И ДИРЕКТОРОМ ИВАНОМ ПРОБНЫМ",
		"депутат и ДИРЕКТОР завода Иван Пробный":                                  "депутатом и ДИРЕКТОРОМ завода Иваном Пробным",
	} {
		if got := phraseIn(phrase, Instrumental); got != want {
			t.Errorf("%s: %s", phrase, got)
		}
	}
}
