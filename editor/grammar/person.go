package grammar

import (
	"slices"
	"strings"

	"communique/editor/wordset"
)

// DeclinePerson declines a name: first name, patronymic and surname in any
// order, as far as they are there. An unknown gender is taken from the name.
// What can be read in two ways is a guess where the two decline differently.
func (h House) DeclinePerson(gender Gender, name string) Declension {
	if d, ok := h.declineWithMore(gender, name); ok {
		return d
	}
	p := takeApart(name)
	p.person = gender != Unknown
	return h.declineName(p, gender, name).shown()
}

// declineWithMore declines a name with something behind it, and those of a family; false for any other.
func (h House) declineWithMore(gender Gender, name string) (Declension, bool) {
	if before, inBrackets := secularName(name); inBrackets != "" {
		return h.declineWithSurname(gender, before, inBrackets), true
	}
	if before, remark := remarkBehind(name); remark != "" {
		d := h.DeclinePerson(gender, before)
		for c := range d.Forms {
			d.Forms[c] += remark
		}
		d.Phrase = name
		return d, true
	}
	if before, mark, age := ageBehind(name); age != "" {
		return h.declineWithAge(gender, before, mark, age), true
	}
	if before, link, relative := relativeBehind(name); link != "" && IsPersonsName(before) {
		return h.declineWithRelative(gender, before, link, relative), true
	}
	if IsFamily(name) {
		f, _ := familyOf(name)
		d := h.declineFamily(f)
		d.Phrase = name
		return d, true
	}
	return Declension{}, false
}

// declineName declines a name with nothing behind it, of which p are the words.
func (h House) declineName(p *parsed, gender Gender, name string) proposal {
	p = p.withInitialsApart()
	r := readName(p.low, gender)
	var sure bool
	p.forms, sure = h.nameForms(p, r, r.parts, r.gender)
	p.guess = !sure || p.isNoName(r, gender) || p.mayBeginInPost() ||
		len(p.low) == 1 && r.parts[0] == surname && p.isUnclearAlone(r.gender) ||
		(!r.genderSure || gender == Unknown && p.isOfEitherAlone()) && h.declinesOtherwise(p, r) ||
		r.turned != nil && !h.isAlike(p, r, r.turned, r.turnedGender)
	return h.spelled(Declension{Phrase: name, Kind: Person, Gender: r.gender, Guess: p.guess, ByHouse: r.variesByHouse(p.low)}, p.join())
}

// withInitialsApart is a surname with its initials right before it, А.У.Мамин, in two words with no space between them, as
// it reads where there is one; any other name as it is.
func (p *parsed) withInitialsApart() *parsed {
	if len(p.raw) != 1 {
		return p
	}
	word := p.raw[0]
	at := strings.LastIndexByte(word, '.') + 1
	if at == 0 || at == len(word) {
		return p
	}
	initials, name := word[:at], word[at:]
	return &parsed{
		raw: []string{initials, name}, low: []string{lower(initials), lower(name)}, space: []string{p.space[0], ""},
		rest: p.rest, person: p.person,
	}
}

// isOfEitherAlone reports a first name with nothing beside it that is a woman's for one list and a man's for the
// other: Лоран.
func (p *parsed) isOfEitherAlone() bool {
	if len(p.low) != 1 {
		return false
	}
	known := p.givenAt(0)
	return known.isSure() && known.gender() != Unknown && rareName(withoutYo(p.low[0]))&(ofMen|ofWomen)&^known != 0
}

// ageBehind parts «Иван Пробный – младший»; age is "" where a name does not end so.
func ageBehind(name string) (before, mark, age string) {
	for _, age := range []string{"младший", "старший"} {
		name, ok := strings.CutSuffix(name, age)
		if !ok {
			continue
		}
		for _, mark := range []string{" – ", " — ", " - "} {
			if before, ok := strings.CutSuffix(name, mark); ok {
				return before, mark, age
			}
		}
	}
	return name, "", ""
}

// declineWithAge declines a name and the adjective behind it that tells two of one name apart.
func (h House) declineWithAge(gender Gender, name, mark, age string) Declension {
	d := h.DeclinePerson(gender, name)
	s, _ := adjectiveForms(age, true)
	for k, c := range Cases() {
		d.Forms[c] += mark + s[k]
	}
	d.Phrase = name + mark + age
	return d
}

// declineWithSurname declines a name with a surname in brackets: Антоний (Севрюк).
func (h House) declineWithSurname(gender Gender, name, inBrackets string) Declension {
	d := h.DeclinePerson(gender, name)
	surname := strings.Trim(inBrackets, "()")
	s, sure := surnameForms(lower(surname), d.Gender)
	if _, place := findPlaceWord(lower(surname)); place && surnameScore(lower(surname)) == 0 { // Иван Пробный (Россия)
		s, sure = fixed(lower(surname)), true
	}
	for c, form := range s {
		s[c] = "(" + restoreCapitals(surname, lower(surname), form) + ")"
	}
	return d.Followed(h.spelled(Declension{Kind: Person, Gender: d.Gender, Guess: !sure}, s).shown())
}

// declinesOtherwise reports whether the name may have other forms if the other gender bears
// it, as А.И. Голова, who may be a woman called after a man Голов.
func (h House) declinesOtherwise(p *parsed, r reading) bool {
	forms, sure := h.nameForms(p, r, r.parts, other(r.gender))
	return !slices.Equal(forms, p.forms) || !sure && slices.ContainsFunc(p.low, func(word string) bool { return nounSurnames.Has(word) })
}

// isAlike reports whether another reading of the name has the same forms.
func (h House) isAlike(p *parsed, r reading, parts []part, gender Gender) bool {
	r.western = r.western && len(p.low) > 1 // «Остин» alone may be a Russian
	forms, sure := h.nameForms(p, r, parts, gender)
	return slices.Equal(forms, p.forms) && (sure || !strings.HasSuffix(p.low[0], "ин"))
}

func other(gender Gender) Gender {
	if gender == Feminine {
		return Masculine
	}
	return Feminine
}

// nameForms declines each word of a name by its part, and reports whether all
// of the forms are certain.
func (h House) nameForms(p *parsed, r reading, parts []part, gender Gender) ([]six, bool) {
	forms, certain := make([]six, len(p.low)), true
	for i, word := range p.low {
		if parts[i] == still || len(p.raw[i]) != len(word) || len(p.low) > 1 && p.isKnownAbbreviation(i) {
			continue
		}
		s, sure := h.nameWord(word, parts[i], r, gender)
		forms[i], certain = s, certain && (sure || i > 0 && r.isMiddleInA(word, parts[i]))
	}
	return forms, certain
}

// isMiddleInA reports a word in -а between the first and the last of a chain, which declines as surnames
// do: Теодоро Обиангом Нгемой Мбасого.
func (r reading) isMiddleInA(word string, role part) bool {
	return r.western && r.genderSure && role == firstName && strings.HasSuffix(word, "а") && given(word) == 0 &&
		!hasAnySuffix(word, "ша", "жа", "ча", "ща", "ца", "аа", "уа", "иа")
}

// nameWord declines a word of a name by its part, and by what the first name beside it says of where
// it comes from.
func (h House) nameWord(word string, role part, r reading, gender Gender) (six, bool) {
	if r.foreign && role == surname && gender == Masculine && strings.HasSuffix(word, "ой") && syllables(word) > 1 {
		return foreignInJ(word, r.western), isTurkishInJ(word)
	}
	if role == surname && gender == Masculine && r.isRussianHere(word) {
		return possessive.on(word, word), true
	}
	s, sure := h.personWord(word, role, gender, r.western)
	sure = sure || (r.western || r.abroad) && role == surname && isUnstressedAbroad(word)
	return s, sure && !strings.ContainsAny(word, "іїў") // Belarusian and Ukrainian names are not written so in Russian
}

// isRussianHere reports a foreign surname that is Russian behind a Russian first name: Всеволодом Чаплиным.
func (r reading) isRussianHere(word string) bool {
	return russianToo.Has(word) && !r.foreign && slices.Contains(r.parts, firstName)
}

// isUnstressedAbroad reports a surname whose stress is on no ending and whose vowels all stay
// beside a first name of the West, where Ukrainian and Polish ones may move them: Мерц,
// Гутерриш, Пенья, Беттель.
func isUnstressedAbroad(word string) bool {
	return hasAnySuffix(word, "ш", "ж", "щ", "ц", "ша", "жа", "ча", "ца", "нья", "лья", "ель", "ел", "ол") &&
		!hasAnySuffix(word, "ец", "уж", "иж", "яж", "ыж", "ёж") && !strings.Contains(word, "-")
}

func (h House) personWord(word string, role part, gender Gender, western bool) (six, bool) {
	switch {
	case role == firstName:
		return h.firstNameForms(word, gender)
	case role == patronymic:
		return patronymicForms(word, gender)
	case role == ownName:
		return ownNameForms(word, gender)
	case western && foreignSurnames.Has(word) && gender == Masculine: // Чарльзом Дарвином
		s, _ := noun{gender: Masculine, animate: true}.decline(word)
		return s, true
	}
	if western && gender == Masculine && strings.HasSuffix(word, "ин") { // Пьетро Паролином
		s, _ := noun{gender: Masculine, animate: true}.decline(word)
		return s, false
	}
	s, sure := surnameForms(word, gender)
	if h.Zoda == ZodaStay && isInZoda(word) {
		for c, form := range s {
			s[c] = form[:strings.LastIndex(form, "зод")] + "зода"
		}
	}
	return s, sure && (!western || !strings.HasSuffix(word, "ын"))
}

// isInZoda reports a surname that is the father's name with a son's or a daughter's word in Tajik.
func isInZoda(word string) bool { return strings.HasSuffix(word, "зода") }

// isTurkishInJ reports a surname that ends in the Turkish for a family, and is none of the Russian adjectives in -сой:
// Эрсой, Аксой.
func isTurkishInJ(word string) bool {
	return strings.HasSuffix(word, "сой") && !adjectivesInSoy.Has(word)
}

var adjectivesInSoy = wordset.Of("босой косой лысой")

// foreignInJ declines a man's surname in -ой beside a first name that is no Russian one: a
// noun (Мехмет Эрсой, Рори Макилрой, Йохан Пробной) unless it ends as adjectives do and the
// first name may be of the East. Either is a guess.
func foreignInJ(word string, western bool) six {
	if hasAnySuffix(word, "ской", "цкой") || adjectivesInSoy.Has(word) || !western && hasAnySuffix(word, "вой", "ной", "той", "хой", "гой") {
		s, _ := surnameForms(word, Masculine)
		return s
	}
	s, _ := noun{gender: Masculine, animate: true}.decline(word)
	return s
}
