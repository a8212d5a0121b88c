package grammar

import (
	"strings"
	"testing"
)

// TestVowelsOfPrepositions: before each word of the lists, in the form that takes one, and before none like it.
func TestVowelsOfPrepositions(t *testing.T) {
	for preposition, words := range map[string]string{
		"обо": "мне всем всём всех всей всю всё все всяком многом многих", "изо": "льда лба рта рва мха мглы тьмы ржи", "ото": "льда лба рта мха сна лжи дня", "безо": "льда мха всякого сна",
		"надо": "мной мною льдом лбом рвом мхом мглой всем всеми", "подо": "мной мною льдом лбом мхом Ржевом всем всеми", "передо": "мной мною",
		"ко": "мне многим многому множеству мхам мгле всем вторнику взрослым вчерашнему входу вдове дню дну двору льву Львову льду лбу лжи рту ржи псу сну злу",
		"во": "мне многих многом множестве мху мгле Мстиславле Мценске дворе дворец дворце двор льве льготах льду льне лбу лжи рту рву ржи сне имя исполнение избежание благо славу спасение тьме тьму зле",
		"со": "мной мною многими множеством мхом мглой мщением Мстиславом Мценском всеми вторым взглядом взлётом взлетом взрослыми взрывом взводом взмахом вздохом вкусом вдовой вчерашним входом дня дна двора львом льготами льдом льном лба лбом лживым лжи рта ртом ртутью ржавым псом псами тьмой злом",
	} {
		for word := range strings.FieldsSeq(words) {
			plain := strings.TrimSuffix(preposition, "о")
			if preposition == "обо" {
				plain = "о"
			}
			if got := PrepositionBefore(plain, word); got != preposition {
				t.Errorf("%s before %s: %s", preposition, word, got)
			}
		}
	}
	for phrase := range strings.SplitSeq("о всеобщем, о вселенной, о многолетнем, из мхов, от сновидений, без сновидений, над всемирным, перед многими, к днищу, в дворянстве, в дни, в имени, с днища, к сновидению, в тьмутаракани", ", ") {
		preposition, word, _ := strings.Cut(phrase, " ")
		if got := PrepositionBefore(preposition, word); got != preposition {
			t.Errorf("%s before %s: %s", preposition, word, got)
		}
	}
}

// TestEndingsOfFirstNames tell whose a name is that no table has.
func TestEndingsOfFirstNames(t *testing.T) {
	const unknown = "проб"
	for gender, endings := range map[Gender]string{
		Masculine: "бек жан джан джон жон улла улло уллах билла иддин уддин еддин тдин мухаммед мурат султан мырза мирза берди гельды нияз назар кулы кули гулы",
		Feminine:  "гуль гюль айым сулу бону нисо нисса биби ханум ханым джамал жамал цэцэг туяа чимэг",
	} {
		for ending := range strings.FieldsSeq(endings) {
			if got := endingGender(unknown + ending); got != gender {
				t.Errorf("-%s: %q", ending, got)
			}
		}
	}
	for word, want := range map[string]Gender{"": Unknown, "жан": Unknown, "ажан": Unknown, "абжан": Masculine, "кульпробжан": Feminine, "гульпробджан": Feminine, "кульпроббек": Masculine, "пробов": Unknown, "жанпроб": Unknown} {
		if got := endingGender(word); got != want {
			t.Errorf("%s: %q", word, got)
		}
	}
}

// TestUnknownMen are told by their ending beside a surname; a woman whose name may be his surname is a guess.
func TestUnknownMen(t *testing.T) {
	for name, sure := range map[string]bool{"Пробмед Пробери": true, "Пробольд Пробери": true, "Пробал Пробери": false, "Ли Пробцян": false, "Ист Пробери": false, "Асыл Берик": false} {
		if d := house.DeclinePerson(Unknown, name); d.Guess == sure {
			t.Errorf("%s: a guess: %t", name, d.Guess)
		}
	}
}

// TestSmallRules: what a word is by its shape alone.
func TestSmallRules(t *testing.T) {
	for word, is := range map[string]bool{
		"служба": true, "пресс-служба": true, "вице-служба": true, "-служба": false, "служба-": false, "слово": false, "пресс-слово": false, "служба-слово": false, "": false,
	} {
		if isOrganisationNoun(word) != is {
			t.Errorf("%s is an organisation: %t", word, !is)
		}
	}
	for word, want := range map[string]Gender{
		"севастополь": Masculine, "сызырь": Masculine, "казарь": Masculine, "тверь": Feminine, "тюмень": Feminine, "рязань": Feminine, "пермь": Feminine, "шэньчжэнь": Masculine, "тяньцзинь": Masculine, "сиань": Masculine, "астрахань": Feminine, "проберь": Masculine,
		"прободень": Masculine, "пробень": Feminine,
	} {
		if got := softPlaceGender(word); got != want {
			t.Errorf("%s: %q", word, got)
		}
	}
	for word, is := range map[string]bool{
		"Серге": false, "Светлан": false, "Екатерин": false, "Светланы": true, "Сергея": true, "Игоря": true, "Анны": true, "Анн-": false, "Ан": false, "А": false, "": false,
	} {
		if IsGivenName(word) != is {
			t.Errorf("%s is a first name: %t", word, !is)
		}
	}
	for text, want := range map[string]string{
		"01.01.1000": "1000-01-01", "31.12.0999": "", "31.12.999": "", "01.12.2024": "2024-12-01", "01.13.2024": "", "01.00.2024": "", "01.01.2024": "2024-01-01", "31.12.2024": "2024-12-31", "00.01.2024": "", "32.01.2024": "", "31.01.2024": "2024-01-31",
		"9999-12-31": "9999-12-31",
	} {
		if got, ok := ParseDate(text); got.String() != want || ok != (want != "") {
			t.Errorf("%s: %s, %t", text, got, ok)
		}
	}
}
