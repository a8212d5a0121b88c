package grammar

import (
	"strings"
	"unicode/utf8"

	"communique/editor/wordset"
)

// agreeingNouns are the common nouns that take the name after them in the same case
// («в городе Москве», «на реке Волге»), and agreeingAdjectives those that take
// only an adjective so («на улице Тверской», but «на улице Мира»): Розенталь, § 197.
var (
	agreeingNouns      = wordset.Of("город г. река р. город-герой город-государство город-курорт")
	agreeingAdjectives = wordset.Of("улица ул. площадь пл. набережная станица деревня слобода аллея острова")
	settlements        = wordset.Of("село посёлок поселок хутор пос. с. аул")
)

// townNouns are nouns of the landscape that, with a capital letter, end the name
// of a town: в Горячем Ключе, but на Куликовом поле.
var townNouns = wordset.Of("поляна склон ключ ключи холм холмы поле поля гора горы луг болото бор яр озеро озёра")

// DeclinePlace declines the name of a place by the tables of states, cities and
// common nouns, and by rules where the tables do not have it, and gives its
// preposition. Places parted by commas decline each by itself.
func (h House) DeclinePlace(name string) Declension {
	d := h.declinePlaces(name)
	p := parse(name)
	if _, known := findPlace(strings.Join(p.low, " ")); !known {
		d.Guess = d.Guess || p.isNoThing()
	}
	return h.spelled(d, d.Forms.six()).shown()
}

// declinePlaces declines what is known to be a place, or several.
func (h House) declinePlaces(name string) Declension {
	var d Declension
	parts := placeParts(name)
	if list, ok := h.placesOfList(parts); ok {
		return list
	}
	for i, part := range parts {
		next := h.declineTwo(part)
		if i == 0 {
			d = next
			continue
		}
		d = d.beside(next)
	}
	d.Phrase, d.Kind = name, Place
	return d
}

// placesOfList declines a list of places that are known, «Бельгия, Нидерланды и Люксембург», with the preposition
// once where it is the same.
func (h House) placesOfList(parts []string) (Declension, bool) {
	last := len(parts) - 1
	before, end, two := strings.Cut(strings.TrimLeft(parts[last], ", "), " и ")
	if last == 0 || !two {
		return Declension{}, false
	}
	var d Declension
	for i, name := range append(append([]string{}, parts[:last]...), before, end) {
		name = strings.TrimLeft(name, ", ")
		if _, known := findPlace(lower(name)); !known {
			return Declension{}, false
		}
		next := h.declineOnePlace(name)
		if i == 0 {
			d = next
			d.Locative = next.locative()
			continue
		}
		joint, where := ", ", next.locative()
		if i == last+1 {
			joint = " и "
		}
		if next.Preposition != d.Preposition {
			where = next.Where()
		}
		forms := make(Forms, len(d.Forms))
		for _, c := range Cases() {
			forms[c] = d.Forms[c] + joint + next.Forms[c]
		}
		d = Declension{Forms: forms, Guess: d.Guess || next.Guess, Preposition: d.Preposition, Locative: d.Locative + joint + where}
	}
	d.Phrase, d.Kind = strings.Join(parts, ""), Place
	return d, true
}

// placeParts parts «Москва, Кремль» at its commas, but for those in brackets
// and quotation marks.
func placeParts(name string) []string {
	var parts []string
	depth, start := 0, 0
	for i, r := range name {
		switch r {
		case '(', '«', '„':
			depth++
		case ')', '»', '“':
			depth--
		case ',':
			if depth == 0 && strings.TrimSpace(name[start:i]) != "" {
				parts = append(parts, name[start:i])
				start = i
			}
		}
	}
	return append(parts, name[start:])
}

// declineTwo declines «Магадан и Камчатка», each with its preposition, where both
// are known and are not one («Босния и Герцеговина»); otherwise one place.
func (h House) declineTwo(part string) Declension {
	first, second, two := strings.Cut(part, " и ")
	_, whole := findPlace(strings.TrimLeft(lower(part), ", "))
	if !two || whole || !areTwoPlaces(strings.TrimLeft(first, ", "), second) {
		return h.declineOnePlace(part)
	}
	a, b := h.declineOnePlace(first), h.declineOnePlace(second)
	d := Declension{Phrase: part, Forms: Forms{}, Guess: a.Guess || b.Guess, Preposition: a.Preposition}
	for _, c := range Cases() {
		d.Forms[c] = a.Forms[c] + " и " + b.Forms[c]
	}
	if d.Locative = a.locative() + " и " + b.locative(); a.Preposition != b.Preposition {
		d.Locative = a.locative() + " и " + b.Where()
	}
	return d
}

// areTwoPlaces reports two places that are known, or are called by nouns of the tables in the nominative: «порт и железнодорожный вокзал»,
// but not «парк культуры и отдыха».
func areTwoPlaces(first, second string) bool {
	if _, known := findPlace(lower(first)); known {
		_, known = findPlace(lower(second))
		return known
	}
	return isCalledByHead(first) && isCalledByHead(second)
}

// isCalledByHead reports a place that begins, behind adjectives, with a noun of the tables in the nominative; one in the plural, which may as
// well be a genitive, needs an adjective that tells: прилегающие улицы.
func isCalledByHead(name string) bool {
	p := parse(name)
	for i, word := range p.low {
		if row, ok := findHead(word); ok {
			told := i > 0 && adjectiveFeatures(p.low[i-1])&inCase(gen) == 0
			return told || !row.isPlural(word)
		}
		if !standsBeforeNoun(word) {
			return false
		}
	}
	return false
}

// beside puts a place after the comma behind d. A state or a region behind a
// town stays as it is («в Минске, Беларусь»), which not every house writes.
func (d Declension) beside(next Declension) Declension {
	name := strings.TrimLeft(next.Phrase, ", ")
	between := next.Phrase[:len(next.Phrase)-len(name)]
	forms := make(Forms, len(d.Forms))
	wider, numbered := isArea(name), isHouseNumber(name)
	for _, c := range Cases() {
		form := strings.TrimLeft(next.Forms[c], ", ")
		if wider || numbered {
			form = name
		}
		forms[c] = d.Forms[c] + between + form
	}
	locative := d.locative() + between + name
	if !wider && !numbered {
		locative = d.locative() + between + next.Where()
	}
	return Declension{Forms: forms, Guess: d.Guess || next.Guess && !numbered || wider, Preposition: d.Preposition, Locative: locative}
}

// isHouseNumber reports what stands behind the street in an address, and does not decline: 21, 21А, д. 21.
func isHouseNumber(name string) bool {
	word, number, two := strings.Cut(lower(name), " ")
	if !two {
		number = word
	}
	first, _ := utf8.DecodeRuneInString(number)
	return '0' <= first && first <= '9' && !strings.Contains(number, " ") && (!two || houses.Has(word))
}

// houses are the words before the number of a house.
var houses = wordset.Of("д. корп. стр. вл. оф. кв.")

// isArea reports whether a place is a state or a part of one.
func isArea(name string) bool {
	words := strings.Fields(strings.ToLower(name))
	return isState(strings.ToLower(name)) || len(words) > 0 && (hasAnySuffix(words[len(words)-1], "стан", "ия", "область", "край", "район") || words[0] == "республика")
}

// Where says in or on what: «в Крыму», «на Алтае», «в Москве, в Кремле».
func (d Declension) Where() string { return d.Preposition + " " + d.locative() }

// locative is the form after the preposition of a place.
func (d Declension) locative() string {
	if d.Locative != "" {
		return d.Locative
	}
	return strings.TrimLeft(d.Forms[Prepositional], ", ")
}

func (h House) declineOnePlace(name string) Declension {
	if open, inner, end, ok := unquote(name); ok {
		return h.declineOnePlace(inner).quoted(open, end)
	}
	p := &placePhrase{parsed: parse(strings.TrimLeft(name, ", "))}
	before := name[:len(name)-len(strings.TrimLeft(name, ", "))]
	row, known := findPlace(strings.Join(p.low, " "))
	p.preposition = row.preposition
	switch {
	case row.fixed:
	case row.genitive != "":
		p.declineByGenitive(strings.Fields(row.genitive))
		for i, form := range strings.Fields(row.locative) {
			p.within(i, entry{locative: form})
		}
	case known && len(p.low) == 1:
		forms, _ := placeWord(p.low[0])
		p.set(0, forms, true)
		p.within(0, row)
	case p.declineNumbered():
	default:
		p.decline(0)
		p.guess = p.guess && !known
	}
	if h.PlacesInO == PlacesInOStay {
		p.keepInO()
	}
	d := Declension{Phrase: name, Forms: p.join().forms(), Guess: p.guess}
	if p.locative != nil {
		for i, form := range p.locative {
			p.forms[i][prep] = form
		}
		d.Locative = p.join()[prep]
	}
	d.Preposition = p.preposition
	if d.Preposition == "" {
		d.Preposition = "в"
	}
	if d.Preposition == "у" { // у входа, behind which the genitive stands
		d.Locative = d.Forms[Genitive]
	}
	d.Preposition = PrepositionBefore(d.Preposition, d.locative())
	for c, form := range d.Forms {
		d.Forms[c] = before + form
	}
	return d
}
