package grammar

import (
	"strings"
	"unicode/utf8"
)

// placeHeads are the common nouns under which a place may stand: they decline,
// and the name after them stays («Республики Армения»): Розенталь, § 197.
var placeHeads = wordSet(`республика королевство государство союз федерация конфедерация княжество герцогство султанат эмират содружество
	область край район округ город село посёлок поселок деревня станица остров полуостров штат провинция губерния уезд кантон
	море озеро река гора площадь улица проспект станция аэропорт космодром полигон территория регион зона залив пролив престол аул кишлак долина столица
	автономия мыс бухта порт земля департамент графство префектура волость аймак махалля джамоат океан хребет бульвар переулок шоссе набережная`)

// onHeads are the heads that take «на».
var onHeads = wordSet("остров полуостров площадь улица проспект станция космодром полигон гора река озеро острова море бульвар территория набережная шоссе")

// agreeingHeads take the name after them in the same case: в городе Москве.
var agreeingHeads = wordSet("город река")

// placeNouns are common nouns within names whose ending hides gender or stem.
var placeNouns = map[string]noun{
	"область": {gender: Feminine}, "площадь": {gender: Feminine}, "волость": {gender: Feminine}, "посёлок": {gender: Masculine, stem: "посёлк"}, "поселок": {gender: Masculine, stem: "поселк"},
	"городок": {gender: Masculine, stem: "городк"}, "городец": {gender: Masculine, stem: "городц", stressed: true}, "рог": {gender: Masculine}, "край": {gender: Masculine},
	"земля": {gender: Feminine, stressed: true}, "камень": {gender: Masculine, stem: "камн"}, "хребет": {gender: Masculine, stem: "хребт"}, "шоссе": {},
	"ключ": {gender: Masculine, stressed: true}, "холм": {gender: Masculine}, "конец": {gender: Masculine, stem: "конц", stressed: true}, "лев": {gender: Masculine},
}

// DeclinePlace declines the name of a place by the tables of states and cities,
// and by rules where the tables do not have it, and gives its preposition.
func (h House) DeclinePlace(name string) Declension {
	p := parse(name)
	row, known := findPlace(strings.Join(p.low, " "))
	switch {
	case row.fixed:
	case row.genitive != "":
		p.declineByGenitive(strings.Fields(row.genitive))
	case known && len(p.low) == 1:
		s, _ := knownPlaceWord(p.low[0], row)
		p.set(0, s, true)
	default:
		p.declinePlace(h, 0)
		p.guess = p.guess && !known
	}
	d := Declension{Phrase: name, Kind: Place, Forms: p.join(), Guess: p.guess, Preposition: row.preposition}
	if d.Preposition == "" {
		d.Preposition = p.preposition()
	}
	return d
}

// preposition is «на» by the common noun, «во» before в or ф with a consonant
// (Розенталь, § 199), and «в».
func (p *parsed) preposition() string {
	for _, word := range p.low {
		if onHeads[word] {
			return "на"
		}
		if placeHeads[word] {
			break
		}
	}
	if len(p.low) > 0 {
		first, size := utf8.DecodeRuneInString(p.low[0])
		second, _ := utf8.DecodeRuneInString(p.low[0][size:])
		if (first == 'в' || first == 'ф') && (isConsonant(second) || second == 'ь') {
			return "во"
		}
	}
	return "в"
}

// declineByGenitive declines every word that differs in the known genitive.
func (p *parsed) declineByGenitive(genitive []string) {
	for i, word := range p.low {
		switch {
		case i >= len(genitive) || word == genitive[i]:
		case i+1 < len(p.low) && hasAnySuffix(word, "ов", "ев", "ин") && syllables(word) > 1:
			p.set(i, possessiveOfPlace.on(word, word).inanimate(), true) // Сергиев Посад
		default:
			p.set(i, pairForms(word, genitive[i]), true)
		}
	}
}

// pairForms declines an inanimate word whose genitive is known, each part of a
// hyphenated one by itself.
func pairForms(word, genitive string) six {
	if before, after, ok := strings.Cut(word, "-"); ok {
		if genitiveBefore, genitiveAfter, ok := strings.Cut(genitive, "-"); ok {
			return hyphenated(pairForms(before, genitiveBefore), pairForms(after, genitiveAfter))
		}
	}
	switch {
	case word == genitive:
		return fixed(word)
	case hasAnySuffix(genitive, "ых", "их"):
		e := hardPluralAdj
		if strings.HasSuffix(genitive, "их") {
			e = softPluralAdj
		}
		return e.on(word, drop(genitive, 2)).inanimate()
	case hasAnySuffix(genitive, "ого", "его", "ой"):
		if s, ok := adjectiveForms(word, false); ok {
			return s
		}
		return possessiveFem.on(word, drop(word, 1)) // Марьина Горка
	}
	return pairNoun(word, genitive)
}

func pairNoun(word, genitive string) six {
	last := lastLetter(word)
	switch {
	case last == 'ь' && strings.HasSuffix(genitive, "и"):
		s := third.on(word, drop(genitive, 1))
		s[ins] = word + "ю"
		return s
	case last == 'ы' || last == 'и' || last == 'а' && !hasAnySuffix(genitive, "ы", "и"):
		return pluralNoun(word, genitive, false)
	case last == 'о' || last == 'е':
		return neuter(word)
	}
	n := noun{gender: Masculine, stem: drop(genitive, 1), stressed: isStressedPlace(word)}
	s, _ := n.decline(word)
	return s
}

// inanimate gives the accusative the form of the nominative.
func (s six) inanimate() six {
	s[acc] = s[nom]
	return s
}

// knownPlaceWord declines a name of the tables that is one word.
func knownPlaceWord(word string, row place) (six, bool) {
	if row.gender == Unknown {
		return placeWord(word)
	}
	return noun{gender: row.gender}.decline(word)
}

// declinePlace declines the name that begins at word i: adjectives, then a
// noun; after a common noun the name stays, after «и» or a dash another begins.
func (p *parsed) declinePlace(h House, i int) {
	for ; i < len(p.low); i++ {
		word, next := p.low[i], ""
		if i+1 < len(p.low) {
			next = p.low[i+1]
		}
		if s, ok := adjectiveForms(word, false); ok && (next != "" || !isNounPlace(word)) {
			p.set(i, s, placeHeads[p.low[len(p.low)-1]])
			continue
		}
		if placeHeads[word] {
			p.set(i, headForms(word), true)
			if agreeingHeads[word] && next != "" {
				p.declineAgreeing(h, i+1)
			}
			return
		}
		if !p.declinePlaceNoun(i, word, next) {
			return
		}
	}
}

// declinePlaceNoun declines a noun by what follows it, and reports whether the
// words after it can decline too.
func (p *parsed) declinePlaceNoun(i int, word, next string) bool {
	s, sure := placeWord(word)
	switch {
	case next == "":
		p.set(i, s, sure)
	case next == "и" || next == "–" || next == "—" || isPostposed(next):
		p.set(i, s, false)
	case hasAnySuffix(word, "ов", "ев", "ин") && placeNounFollows(next):
		p.set(i, possessiveOfPlace.on(word, word).inanimate(), false)
	case hasAnySuffix(word, "ова", "ева", "ина") && hasAnySuffix(next, "а", "я"):
		p.set(i, possessiveFem.on(word, drop(word, 1)), false)
	case isPlaceTail(next):
		p.set(i, s, false)
		return false
	default:
		p.guess = true
	}
	return true
}

// isPostposed reports an adjective after its noun: Волочаевка Вторая.
func isPostposed(word string) bool {
	_, ok := adjectiveForms(word, false)
	return ok && hasAnySuffix(word, "ая", "ый", "ое", "ский", "ой")
}

// declineAgreeing declines the name after «город», where it is one that agrees.
func (p *parsed) declineAgreeing(h House, i int) {
	d := h.DeclinePlace(strings.Join(p.low[i:], " "))
	if len(p.low)-i > 1 || hasAnySuffix(p.low[i], "о", "е", "и", "ы") {
		p.guess = p.guess || d.Guess
		return
	}
	p.guess = p.guess || d.Guess
	for c, code := range Cases() {
		p.forms[i][c] = d.Forms[code]
	}
}

func headForms(word string) six {
	n, ok := placeNouns[word]
	if !ok {
		n = noun{gender: genderByEnding(word)}
	}
	s, _ := n.decline(word)
	return s
}

func placeNounFollows(word string) bool {
	last := lastLetter(word)
	return isConsonant(last) || last == 'й'
}

// isPlaceTail reports words after which nothing declines.
func isPlaceTail(word string) bool {
	switch word {
	case "на", "над", "под", "имени", "им.", "при", "у", "в":
		return true
	}
	return strings.HasPrefix(word, "(") || strings.HasPrefix(word, "«")
}
