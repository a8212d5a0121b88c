package grammar

import "strings"

// endings follow the stem in the genitive, dative, accusative, instrumental
// and prepositional; the nominative is the word itself.
type endings [5]string

// The types of noun declension: А. А. Зализняк, Грамматический словарь русского
// языка (1977), «Грамматические сведения», §§ 8–17.
var (
	hardMasculine   = endings{"а", "у", "а", "ом", "е"}
	hushMasculine   = endings{"а", "у", "а", "ем", "е"}
	softMasculine   = endings{"я", "ю", "я", "ем", "е"}
	softStressed    = endings{"я", "ю", "я", "ём", "е"}
	iotaMasculine   = endings{"я", "ю", "я", "ем", "и"} // after и: Юрий, санаторий
	hardFirst       = endings{"ы", "е", "у", "ой", "е"}
	velarFirst      = endings{"и", "е", "у", "ой", "е"}
	hushFirst       = endings{"и", "е", "у", "ей", "е"}
	tseFirst        = endings{"ы", "е", "у", "ей", "е"} // after ц
	softFirst       = endings{"и", "е", "ю", "ей", "е"}
	softFirstStress = endings{"и", "е", "ю", "ёй", "е"}
	iotaFirst       = endings{"и", "и", "ю", "ей", "и"} // after и: Мария, Армения
	third           = endings{"и", "и", "ь", "ью", "и"}
	hardNeuter      = endings{"а", "у", "о", "ом", "е"}
	softNeuter      = endings{"я", "ю", "е", "ем", "е"}
	stressedNeuter  = endings{"я", "ю", "ё", "ём", "е"} // жильё
	hushNeuter      = endings{"а", "у", "е", "ем", "е"}
	iotaNeuter      = endings{"я", "ю", "е", "ем", "и"} // after и: соглашение
)

// on gives the forms of word, whose oblique cases have the stem.
func (e endings) on(word, stem string) six {
	var ends [len(six{})]int
	var b strings.Builder
	b.Grow(len(e) * (len(stem) + longestEnding))
	for i, ending := range e {
		b.WriteString(stem)
		b.WriteString(ending)
		ends[i+1] = b.Len()
	}
	s, all := six{word}, b.String()
	for i := range e {
		s[i+1] = all[ends[i]:ends[i+1]]
	}
	return s
}

// noun is what the ending of a noun does not tell.
type noun struct {
	gender   Gender
	animate  bool
	stressed bool   // the ending carries the stress: секретарём, врачом
	stem     string // the stem of the oblique cases where it is not the nominative's: посл-
}

// decline gives the forms of a noun in the singular. A word of a shape that
// does not decline comes back fixed, with false.
func (n noun) decline(word string) (six, bool) {
	last := lastLetter(word)
	switch {
	case word == "путь":
		return six{word, "пути", "пути", word, "путём", "пути"}, true
	case n.gender == Neuter && strings.HasSuffix(word, "мя"):
		return heteroclitic(word), true
	case last == 'а' || last == 'я':
		return n.first(word), true
	case last == 'ь' && n.gender == Feminine:
		return n.third(word), true
	case n.gender == Feminine:
		return fixed(word), false
	case last == 'ь' || last == 'й' || isConsonant(last):
		return n.masculine(word), true
	case n.gender == Neuter && strings.ContainsRune("оеё", last):
		return neuter(word), true
	}
	return fixed(word), false
}

// third declines область, and мать by its other stem: матери.
func (n noun) third(word string) six {
	if n.stem == "" {
		return third.on(word, drop(word, 1))
	}
	s := third.on(word, n.stem)
	s[acc] = word
	return s
}

// heteroclitic declines время and имя.
func heteroclitic(word string) six {
	stem := drop(word, 1) + "ен"
	return six{word, stem + "и", stem + "и", word, stem + "ем", stem + "и"}
}

func (n noun) first(word string) six {
	stem := drop(word, 1)
	before, last := lastLetter(stem), lastLetter(word)
	e := hardFirst
	switch {
	case last == 'я' && before == 'и':
		e = iotaFirst
	case last == 'я' && n.stressed:
		e = softFirstStress
	case last == 'я':
		e = softFirst
	case isVelar(before), isHush(before) && n.stressed:
		e = velarFirst
	case isHush(before):
		e = hushFirst
	case before == 'ц' && !n.stressed:
		e = tseFirst
	}
	return e.on(word, stem)
}

func (n noun) masculine(word string) six {
	stem, e := word, hardMasculine
	last := lastLetter(word)
	if last == 'ь' || last == 'й' {
		stem, e = drop(word, 1), softMasculine
	}
	switch before := lastLetter(stem); {
	case last == 'й' && before == 'и' && syllables(stem) > 1:
		e = iotaMasculine
	case last == 'ь' && isHush(before), (isHush(last) || last == 'ц') && !n.stressed:
		e = hushMasculine
	case last == 'ь' && n.stressed, last == 'й' && strings.HasSuffix(n.stem, "ь"): // соловьём
		e = softStressed
	}
	if n.stem != "" {
		stem = n.stem
	}
	s := e.on(word, stem)
	if !n.animate {
		s[acc] = word
	}
	return s
}

func neuter(word string) six {
	stem := drop(word, 1)
	before := lastLetter(stem)
	switch {
	case lastLetter(word) == 'о':
		return hardNeuter.on(word, stem)
	case lastLetter(word) == 'ё':
		return stressedNeuter.on(word, stem)
	case before == 'и':
		return iotaNeuter.on(word, stem)
	case isHush(before) || before == 'ц':
		return hushNeuter.on(word, stem)
	}
	return softNeuter.on(word, stem)
}

// pluralNoun gives the forms of a noun in the plural from its nominative and
// genitive: the other endings follow from the two.
func pluralNoun(word, genitive string, animate bool) six {
	stem := drop(word, 1)
	a := "а"
	if isSoftPlural(word, genitive) {
		a = "я"
	}
	s := six{word, genitive, stem + a + "м", word, stem + a + "ми", stem + a + "х"}
	if animate {
		s[acc] = genitive
	}
	return s
}

// isSoftPlural reports whether the plural has -ям, -ями, -ях.
func isSoftPlural(word, genitive string) bool {
	before := lastLetter(drop(word, 1))
	switch {
	case isVelar(before), isHush(before), before == 'ц', lastLetter(word) == 'ы', lastLetter(word) == 'а':
		return false
	case lastLetter(word) == 'я', before == 'н' && strings.HasSuffix(genitive, "ен"): // песни, песен
		return true
	}
	return hasAnySuffix(genitive, "ей", "ев", "ёв", "ь", "й", "ий") || isVowel(before)
}

// genderByEnding is the gender that most common nouns of an ending have.
func genderByEnding(word string) Gender {
	switch last := lastLetter(word); {
	case last == 'а' || last == 'я':
		return Feminine
	case last == 'о' || last == 'е' || last == 'ё':
		return Neuter
	case last == 'ь' && hasAnySuffix(word, "ость", "есть", "знь", "сть", "ть", "вь", "пь", "бь", "жь", "шь", "чь", "щь"):
		return Feminine
	}
	return Masculine
}
