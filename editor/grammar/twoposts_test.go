package grammar

import (
	"strings"
	"testing"
)

// TestPostsOnBothSides asks people with a post before the name and another behind it.
func TestPostsOnBothSides(t *testing.T) {
	for _, test := range []struct {
		phrase, genitive string
		guess            bool
	}{
		{"Президент Иван Пробный, председатель Совета", "Президента Ивана Пробного, председателя Совета", false},
		{"Президент Республики Иван Пробный – председатель Совета", "Президента Республики Ивана Пробного – председателя Совета", false},
		{"министр внутренних дел, генерал Иван Пробный, глава штаба", "министра внутренних дел, генерала Ивана Пробного, главы штаба", false},
		{"Министр Анна Пробная, посол во главе с Иваном", "Министра Анны Пробной, посла во главе с Иваном", false},
		{"епископ Антоний (Озеров), председатель отдела", "епископа Антония (Озерова), председателя отдела", false},
		{"Антоний (Озеров), митрополит Пробский", "Антония (Озерова), митрополита Пробского", false},
		{"Ркаил Пробнуллин, председатель Союза писателей", "Ркаила Пробнуллина, председателя Союза писателей", false},
		{"Митрополит Филарет, патриарший экзарх", "Митрополита Филарета, патриаршего экзарха", false},
		{"иеромонах Иоанн, настоятель храма", "иеромонаха Иоанна, настоятеля храма", false},
		{"заместитель министра, начальник управления", "заместителя министра, начальника управления", false},
		{"заместитель директора Иван Пробный, член совета, доктор наук, председатель жюри", "заместителя директора Ивана Пробного, члена совета, доктора наук, председателя жюри", false},
	} {
		var d Declension
		if name, mark, post, ok := PostBehind(test.phrase); ok {
			d = house.DeclinePerson(Unknown, name)
			d.Forms[Genitive] += mark + house.DeclinePost(post).Forms[Genitive]
		} else {
			d = house.DeclinePost(test.phrase)
		}
		if d.Forms[Genitive] != test.genitive || d.Guess != test.guess {
			t.Errorf("%s, guess %v", d.Forms[Genitive], d.Guess)
		}
	}
	for _, phrase := range []string{"Улица Пробнова, директор школы", "отдел Пробнов, директор школы", "сам Пробнов, директор школы", "Ркаил, директор школы", "Ркаил Пробный завод, директор школы"} {
		if name, _, _, ok := PostBehind(phrase); ok {
			t.Errorf("%s is taken for somebody's name", name)
		}
	}
	if _, _, _, ok := SecondPostBehind(strings.Repeat("заместитель, ", mostMarks) + "министр Иван Пробный, посол"); ok {
		t.Error("more marks were read than may stand before a post behind a name")
	}
}

// TestSeveralBehindANameAreAList: what several are called is no post of the one before the comma.
func TestSeveralBehindANameAreAList(t *testing.T) {
	if _, _, _, ok := PostBehind("Анна Озерова, инженеры"); ok {
		t.Error("one person is several engineers")
	}
	if _, _, _, ok := SecondPostBehind("директор Анна Озерова, инженеры"); ok {
		t.Error("one director is several engineers")
	}
}

// TestWhoeverIsBehindAName: a noun that no table has for a post, others, and what is nobody, behind one who holds a post. The name
// before it never stays in the nominative.
func TestWhoeverIsBehindAName(t *testing.T) {
	for phrase, want := range map[string]string{
		"депутат Иван Пробный, тиктокер":                        "депутатом Иваном Пробным, тиктокером",
		"депутат Иван Пробный, бывший подкастер":                "депутатом Иваном Пробным, бывшим подкастером",
		"митрополит Пробский Онуфрий, Местоблюститель престола": "митрополитом Пробским Онуфрием, Местоблюстителем престола",
		"депутат Иван Пробный, инженеры завода":                 "депутатом Иваном Пробным, инженерами завода",
		"депутат Иван Пробный, город Пробск":                    "депутатом Иваном Пробным, город Пробск ?",
		"депутат Иван Пробный, 45 лет":                          "депутатом Иваном Пробным, 45 лет ?",
		"депутат Иван Пробный – 45 лет, тиктокер":               "депутатом Иваном Пробным – 45 лет, тиктокер ?",
	} {
		if got := phraseIn(phrase, Instrumental); got != want {
			t.Errorf("%s: %s", phrase, got)
		}
	}
	if name, _, post, ok := PostBehind("Иван Пробный, блюститель порядка"); !ok || name != "Иван Пробный" || post != "блюститель порядка" {
		t.Errorf("%s, %s, %t", name, post, ok)
	}
	for _, list := range []string{"Иван Пробный, Виктор Озеров", "Иван Пробный, Лев Озеров", "Иван Пробный, Пробктор"} {
		if _, _, post, ok := PostBehind(list); ok {
			t.Errorf("%s is taken for a post", post)
		}
	}
}
