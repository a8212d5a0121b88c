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
		{"a surname in -ин and two names are no village", "депутат села Озерин Иван Пробнов", "депутатом села Озерин Иваном Пробновым", true},
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
