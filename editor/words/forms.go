package words

import (
	"slices"
	"strings"
)

// Forms returns the forms of a folded word, itself first: those of the
// dictionary, or, for a word it does not know, those that names and nouns of
// its shape have. Some of the latter will not exist; a search loses nothing by
// asking for them.
func Forms(folded string) []string {
	forms := []string{folded}
	seen := map[string]bool{folded: true}
	add := func(form string) {
		if !seen[form] {
			seen[form] = true
			forms = append(forms, form)
		}
	}
	switch script(folded) {
	case cyrillic:
		russian().forms(folded, add)
		if len(forms) == 1 {
			russianShapes(nameEndings, folded, add)
		} else {
			alsoSurname(folded, add)
		}
	case latin:
		englishForms(folded, add)
	}
	return forms
}

// Known returns the forms of every Russian word of the dictionary that has a folded
// form; nil for a word it does not know.
func Known(folded string) []string {
	if script(folded) != cyrillic {
		return nil
	}
	var forms []string
	russian().forms(folded, func(form string) {
		if !slices.Contains(forms, form) {
			forms = append(forms, form)
		}
	})
	return forms
}

// Has reports whether a Russian word of the dictionary has a folded form: whether Known
// returns something, in half the time.
func Has(folded string) bool {
	return script(folded) == cyrillic && russian().has(folded)
}

// surnameEndings are the cases of «Токаев».
var surnameEndings = []string{"", "а", "у", "ым", "е", "ой", "ых", "ы"}

// nameEndings are what names and nouns end in, case by case and in the plural
// (Русская грамматика, 1980, §§ 1182–1249): hard and soft nouns, surnames in
// -ов and -ин, surnames like adjectives.
var nameEndings = [][]string{
	{"", "а", "у", "ом", "ем", "ым", "е", "ой", "ы", "и", "ых", "ам", "ами", "ах"}, // Рахмон, Петкевич, Жапаров
	{"ь", "я", "ю", "ем", "е", "и", "ей", "ям", "ями", "ях"},                       // Коваль, Зась, Данелия
	{"й", "я", "ю", "ем", "е", "и", "ев", "ям", "ями", "ях"},                       // Сооронбай
	{"а", "ы", "и", "е", "у", "ой", "ей"},                                          // Бордюжа, Тимошка
	{"ий", "ый", "ой", "ого", "его", "ому", "ему", "им", "ым", "ом", "ем", "ая", "ую", "ое", "ее", "ие", "ые", "их", "ых", "ими", "ыми"}, // Лавровский
}

const shortestBase = len("ааа")

// manEndings are the cases of a name in a hard consonant: «Лам», «Ын».
var manEndings = []string{"", "а", "у", "ом", "ем", "е"}

// NameForms returns the forms of a folded word that was written as a name is, with a
// capital: beside its Forms those it has as a man's name, which a name of two or three
// letters has beside a word («Лам», Ламу, of which a dictionary knows «лама») or without one.
func NameForms(folded string) []string {
	forms := Forms(folded)
	if script(folded) != cyrillic {
		return forms
	}
	for _, own := range manEndings {
		base, ok := strings.CutSuffix(folded, own)
		if !ok || len(base) < len("аа") || len(base) > len("аааа") || endsInVowel(base) {
			continue
		}
		for _, ending := range manEndings {
			if form := base + ending; !slices.Contains(forms, form) {
				forms = append(forms, form)
			}
		}
	}
	return forms
}

// russianShapes takes each ending off that the word may have, and puts on the
// others that go with it.
func russianShapes(shapes [][]string, folded string, add func(string)) {
	for _, endings := range shapes {
		for _, own := range endings {
			base, ok := strings.CutSuffix(folded, own)
			if !ok || len(base) < shortestBase || own == "" && endsInVowel(base) {
				continue
			}
			for _, ending := range endings {
				add(base + ending)
			}
		}
	}
}

// alsoSurname adds the surname that a known word may be as well: «токаев» is of
// the wine and of the minister. Forms that are words themselves are left out:
// «часов» does not ask for «часовой».
func alsoSurname(folded string, add func(string)) {
	for _, ending := range surnameEndings {
		base := strings.TrimSuffix(folded, ending)
		if !strings.HasSuffix(base, "ов") && !strings.HasSuffix(base, "ев") && !strings.HasSuffix(base, "ин") || len(base) < 2*shortestBase-2 {
			continue
		}
		russianShapes([][]string{surnameEndings}, base, func(form string) {
			known := false
			russian().forms(form, func(string) { known = true })
			if !known {
				add(form)
			}
		})
	}
}

func endsInVowel(word string) bool {
	for _, vowel := range []string{"а", "е", "и", "о", "у", "ы", "э", "ю", "я", "ь", "й"} {
		if strings.HasSuffix(word, vowel) {
			return true
		}
	}
	return false
}

// englishForms puts on and takes off what English nouns and verbs end in.
func englishForms(folded string, add func(string)) {
	for _, group := range irregular {
		if slices.Contains(group, folded) {
			for _, form := range group {
				add(form)
			}
			return
		}
	}
	for _, base := range englishBases(folded) {
		for _, form := range []string{base, base + "s", base + "ed", base + "ing"} {
			add(form)
		}
		if root, ok := strings.CutSuffix(base, "y"); ok {
			add(root + "ies")
			add(root + "ied")
		}
		if root, ok := strings.CutSuffix(base, "e"); ok {
			add(base + "d")
			add(root + "ing")
		}
		for _, hiss := range []string{"s", "x", "z", "ch", "sh", "o"} {
			if strings.HasSuffix(base, hiss) {
				add(base + "es")
			}
		}
		if last := base[len(base)-1:]; strings.Contains("bdglmnprt", last) {
			add(base + last + "ed")
			add(base + last + "ing")
		}
	}
}

// englishBases returns the words that a form may be of: "planned" of plan,
// "parties" of party, "signing" of sign or signe. The word itself is the first.
func englishBases(folded string) []string {
	bases := []string{folded}
	cut := func(suffix string, puts ...string) {
		root, ok := strings.CutSuffix(folded, suffix)
		if !ok || len(root) < 3 {
			return
		}
		for _, put := range puts {
			bases = append(bases, root+put)
		}
		if n := len(root); suffix != "s" && root[n-1] == root[n-2] {
			bases = append(bases, root[:n-1])
		}
	}
	cut("ies", "y")
	cut("ied", "y")
	cut("es", "") // with its e it is the next one's
	if !strings.HasSuffix(folded, "ss") {
		cut("s", "")
	}
	cut("ed", "", "e")
	cut("ing", "", "e")
	return bases
}

// irregular are the words of English news that bend in their own ways.
var irregular = func() [][]string {
	var groups [][]string
	for line := range strings.Lines(`be am is are was were been being
have has had having
do does did done doing
say says said saying
meet meets met meeting meetings
make makes made making
take takes took taken taking
give gives gave given giving
go goes went gone going
come comes came coming
hold holds held holding
lead leads led leading leader leaders
begin begins began begun beginning
speak speaks spoke spoken speaking
write writes wrote written writing
know knows knew known knowing
see sees saw seen seeing
find finds found finding
keep keeps kept keeping
leave leaves left leaving
bring brings brought bringing
think thinks thought thinking
build builds built building
send sends sent sending
stand stands stood standing
understand understands understood understanding
win wins won winning
fall falls fell fallen falling
rise rises rose risen rising
grow grows grew grown growing
draw draws drew drawn drawing
choose chooses chose chosen choosing
man men
woman women
child children
person people persons
spokesman spokesmen spokeswoman spokeswomen
chairman chairmen
country countries
state states stated stating
life lives`) {
		groups = append(groups, strings.Fields(line))
	}
	return groups
}()

type alphabet int

const (
	other alphabet = iota
	cyrillic
	latin
)

// script tells a word's alphabet, Russian or English; a mixed word, a number
// with letters («2024г») and a word with other letters have none.
func script(word string) alphabet {
	found := other
	for _, r := range word {
		a := other
		switch {
		case 'а' <= r && r <= 'я':
			a = cyrillic
		case 'a' <= r && r <= 'z':
			a = latin
		}
		if a == other || found != other && a != found {
			return other
		}
		found = a
	}
	return found
}
