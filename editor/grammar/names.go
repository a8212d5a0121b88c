package grammar

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/wordset"
)

// GenderOf tells whether a name is a man's or a woman's, in full or in part,
// from its patronymic, from a first name only one gender bears, or from the
// ending of its surname; false where none of them decides.
func GenderOf(name string) (Gender, bool) {
	p := takeApart(name)
	r := readName(p.low, Unknown)
	return r.gender, r.genderSure
}

// genderByParts looks at the patronymic first, then at first names, then at
// surnames: the order in which they can be trusted.
func genderByParts(words []string, parts []part) (Gender, bool) {
	if g := genderByFather(words, parts); g != Unknown {
		return g, true
	}
	if g := easternGender(words); g != Unknown {
		return g, true
	}
	likely, sure := genderByFirstName(words, parts)
	if sure {
		if surnameDenies(words, parts, likely) {
			g := genderDenied(words, parts, likely)
			return g, isBorneByBoth(words, parts) && isToldBySurname(words, parts, g)
		}
		return likely, true
	}
	for i, word := range words {
		if g := surnameGender(word); parts[i] == surname && g != Unknown {
			foreign := strings.HasSuffix(word, "ина") && isUnknownFirst(words, parts) // Аллахмайе Халина, a man
			return g, !foreign && (likely == Unknown || likely == g)
		}
	}
	if likely != Unknown {
		return likely, false
	}
	if g := genderByAny(words); g != Unknown {
		return g, !isOfEither(words, parts)
	}
	return Masculine, false
}

// isOfEither reports a first name that men and women bear, before a surname that may be a first name: Мишель Карим.
func isOfEither(words []string, parts []part) bool {
	at := slices.Index(parts, firstName)
	if at < 0 {
		return false
	}
	known := given(words[at])
	return known != 0 && known.isSure() && known.gender() == Unknown
}

// isUnknownFirst reports a first name that no table and no ending explains.
func isUnknownFirst(words []string, parts []part) bool {
	at := slices.Index(parts, firstName)
	return at >= 0 && !isFirstName(words[at]) && endingGender(words[at]) == Unknown
}

// genderByFather goes by a patronymic, by кызы and its like, and by Абдель.
func genderByFather(words []string, parts []part) Gender {
	for i, word := range words {
		switch {
		case isChildOf(word) && isCertainWoman(words[0]): // Айелет Бен Проб: a surname
		case fatherWords[word] != Unknown && len(words) > 1:
			return fatherWords[word]
		case linkedNames.Has(word) && parts[i] == still:
			return Masculine
		case parts[i] == patronymic && patronymicGender(word) != Unknown:
			return patronymicGender(word)
		}
	}
	return Unknown
}

// isCertainWoman reports a first name that women alone bear.
func isCertainWoman(word string) bool {
	g, sure := firstNameGender(word)
	return sure && g == Feminine
}

// genderByFirstName is the gender of the first of the first names that tells it,
// a certain one before others. Behind one in a consonant that no table has, an -а tells
// nothing: Реджис Онанга Проба.
func genderByFirstName(words []string, parts []part) (Gender, bool) {
	likely, told, first := Unknown, true, true
	for i, word := range words {
		if parts[i] != firstName && parts[i] != ownName {
			continue
		}
		g, sure := firstNameGender(word)
		if g == Unknown && len(words) > 1 && isUnknownMan(word) {
			g, sure = Masculine, true
		}
		switch {
		case sure && likely == Feminine && g == Masculine: // Айша Мохаммед: her father's name
			return likely, false
		case sure:
			return g, first || g == Feminine
		}
		if likely == Unknown && told {
			likely = g
		}
		first, told = false, told && !isConsonant(lastLetter(word))
	}
	return likely, false
}

// isUnknownMan reports a first name that no table has, of the ending of men's.
func isUnknownMan(word string) bool {
	return given(word) == 0 && utf8.RuneCountInString(word) > 3 && menOnly.end(word)
}

// genderByAny finds a first name where a surname was taken to be: Ким Виктор,
// whose first word is a first name as well.
func genderByAny(words []string) Gender {
	if slices.ContainsFunc(words, isInitials) {
		return Unknown
	}
	for _, word := range words {
		if known := given(word); known.isSure() && known.gender() != Unknown {
			return known.gender()
		}
	}
	return Unknown
}

// surnameDenies reports a surname of the other gender than the first name's:
// one of the two is not what it looks like.
func surnameDenies(words []string, parts []part, g Gender) bool {
	for i, word := range words {
		if of := surnameGender(word); parts[i] == surname && of != Unknown && of != g {
			return true
		}
	}
	return false
}

// isBorneByBoth reports a first name in a consonant that no table has as one of the West or of Russia, whose
// neighbours bear many for men and women: Мээрим, Насымжан.
func isBorneByBoth(words []string, parts []part) bool {
	at := slices.Index(parts, firstName)
	if at < 0 || !isConsonant(lastLetter(words[at])) {
		return false
	}
	known := given(words[at])
	return known == 0 || known&western == 0 && (known&eastern != 0 || known.gender() == Feminine)
}

// isToldBySurname reports a surname that only one gender bears: Машиев, Оспанова.
func isToldBySurname(words []string, parts []part, g Gender) bool {
	at := slices.Index(parts, surname)
	if at < 0 || syllables(words[at]) < 2 {
		return false
	}
	if g == Feminine {
		return hasAnySuffix(words[at], "ова", "ева", "ёва") && syllables(words[at]) > 2
	}
	return hasAnySuffix(words[at], "ов", "ев", "ёв")
}

// genderDenied decides between a first name and a surname of the other gender: that
// of the surname where the first name is told by its ending alone (Пробнова Гулжан).
func genderDenied(words []string, parts []part, likely Gender) Gender {
	for i, word := range words { // Умут Шаяхметова: -ова is hardly a man's
		if parts[i] == surname && likely == Masculine && hasAnySuffix(word, "ова", "ева", "ёва") && syllables(word) > 2 {
			return Feminine
		}
	}
	for i, word := range words {
		known := given(word)
		if parts[i] != firstName || known == 0 {
			continue
		}
		if likely == Feminine && known&western == 0 && isConsonant(lastLetter(word)) { // Жанар Пробаев: men bear it too
			return Masculine
		}
		return likely
	}
	return other(likely)
}

// firstNameGender is the gender of a first name: that of the tables, or a
// guess by its ending.
func firstNameGender(word string) (Gender, bool) {
	known := given(word)
	if before, after, ok := strings.Cut(word, "-"); ok && known == 0 {
		if known = given(after); known == 0 { // Жан-Пьер, Анна-Мария, Касым-Жомарт
			known = given(before)
		}
	}
	switch g := endingGender(word); {
	case known != 0:
		return known.gender(), known.gender() != Unknown && (known.isSure() || known.gender() == g || known.tellsWith(word))
	case g != Unknown:
		return g, true
	}
	if hasAnySuffix(word, "а", "я") && !hasAnySuffix(word, "иа", "уа", "аа") {
		return Feminine, false
	}
	return Unknown, false
}

// tellsWith reports a rare name whose gender is certain by itself or with the word's ending.
func (n givenName) tellsWith(word string) bool {
	switch {
	case n&checked != 0:
		return true
	case n.gender() == Masculine:
		return menOnly.end(word) || mostlyMen.end(word)
	}
	return mostlyWomen.end(word) && given(drop(word, 1)).gender() != Masculine // Эрвина may be of Эрвин
}

// fatherWords follow the father's name, and tell the child's gender.
var fatherWords = map[string]Gender{
	"оглы": Masculine, "оглу": Masculine, "оглыы": Masculine, "угли": Masculine, "углы": Masculine, "ўғли": Masculine,
	"уулу": Masculine, "улы": Masculine, "ұлы": Masculine, "ибн": Masculine, "бин": Masculine, "бен": Masculine,
	"кызы": Feminine, "кизи": Feminine, "кызи": Feminine, "қызы": Feminine, "гызы": Feminine, "бинт": Feminine,
}

// IsFatherWord reports уулу, кызы, оглы, ибн and their like, in any letters.
func IsFatherWord(word string) bool { return fatherWords[lower(word)] != Unknown }

// IsNameParticle reports a word within a name that is not declined itself, in any letters: «аль», «бен», «да».
func IsNameParticle(word string) bool { return particles.Has(lower(word)) || IsFatherWord(word) }

// shortPatronymics are the men's patronymics that end in -ич alone.
var shortPatronymics = wordset.Of(`ильич кузьмич козьмич лукич фомич никитич саввич силыч титыч
	клементьич михалыч иваныч палыч петрович яклич данилыч`)

// patronymicGender is Unknown for a word that is no patronymic.
func patronymicGender(word string) Gender {
	switch {
	case hasAnySuffix(word, "ович", "евич") && len(word) > 5*2, shortPatronymics.Has(word):
		return Masculine
	case hasAnySuffix(word, "овна", "евна", "ична", "инична") && len(word) > 5*2:
		return Feminine
	}
	if i := lastHyphen(word); i > 0 {
		return fatherWords[word[i+1:]]
	}
	switch {
	case hasAnySuffix(word, "улы", "ұлы", "уулу", "оглы", "оглу", "угли") && len(word) > 6*2 && !strings.HasSuffix(word, "гулы"):
		return Masculine
	case hasAnySuffix(word, "кызы", "қызы", "кизи", "гызы") && len(word) > 7*2:
		return Feminine
	}
	return Unknown
}

// fatherGender is patronymicGender of what is a patronymic sooner than one of the surnames in -вич that end as they
// do: Макарович, but Макаревич. The father's first name tells it.
func fatherGender(word string) Gender {
	gender := patronymicGender(word)
	if gender == Masculine && hasAnySuffix(word, "ович", "евич") && !isOfFather(word) {
		return Unknown
	}
	return gender
}

// isOfFather reports a word in -ович or -евич that is made of a man's first name: Фёдорович, Юрьевич.
func isOfFather(word string) bool {
	stem := drop(word, 4)
	if strings.HasSuffix(word, "ович") {
		return isMansName(stem) || isMansName(stem+"а") || isFleetingStem(stem)
	}
	if short, ok := strings.CutSuffix(stem, "ь"); ok {
		return isMansName(short+"ий") || isMansName(short+"ей") || isMansName(stem)
	}
	last := lastLetter(stem)
	return stem == "яковл" || isVowel(last) || isMansName(stem+"ь") || (isHush(last) || last == 'ц') && isMansName(stem) // Сергеевич, Игоревич, Францевич
}

// isMansName reports a first name that men bear, by the tables or by its ending.
func isMansName(word string) bool {
	return given(word)&ofMen != 0 || endingGender(word) == Masculine
}

// surnameGender is Unknown for a surname that men and women share.
func surnameGender(word string) Gender {
	if i := lastHyphen(word); i > 0 {
		word = word[i+1:]
	}
	switch {
	case foreignSurnames.Has(word), womensSurnames.Has(word), nounSurnames.Has(word):
		return Unknown
	case strings.HasSuffix(word, "доттир"), hasAnySuffix(word, "цэцэг", "чимэг"): // of Iceland; Б. Батцэцэг of Mongolia
		return Feminine
	case hasAnySuffix(word, "ов", "ев", "ёв", "ын", "ский", "цкий", "ый"), strings.HasSuffix(word, "ин") && syllables(word) > 1:
		return Masculine
	case hasAnySuffix(word, "ова", "ева", "ёва", "ына", "ская", "цкая", "ая"), strings.HasSuffix(word, "ина"):
		return Feminine
	case isAdjectiveSurname(word):
		if hasAnySuffix(word, "ая", "яя") {
			return Feminine
		}
		return Masculine
	}
	return Unknown
}

// isAdjectiveSurname reports a surname with an adjective's ending that is one:
// Крутой, Горький, Осадчая; not Цой and Палий.
func isAdjectiveSurname(word string) bool {
	if hasAnySuffix(word, "ая", "яя") {
		_, ok := adjectiveForms(word, true)
		return ok && !georgianSurnames.Has(word)
	}
	return isAdjectiveInJ(word)
}
