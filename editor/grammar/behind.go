package grammar

import (
	"strings"

	"communique/editor/wordset"
)

// typedBehind are the prepositions with which a topic is typed, and the case
// behind each.
var typedBehind = map[string]int{"о": prep, "об": prep, "обо": prep, "по": dat}

// behindPreposition puts a topic that was typed with its preposition, «о ходе
// учений», into case c without it: «обсудили ход учений». It is not ok where a
// noun is not known, or stands in another case than the preposition asks for. In the preposition's own case
// the topic keeps it.
func behindPreposition(phrase string, c int) (form string, sure, ok bool) {
	first, rest, two := strings.Cut(phrase, " ")
	from, brings := typedBehind[strings.ToLower(first)]
	switch {
	case !two || !brings:
		return "", false, false
	case from == c: // it stands so already
		_, sure, ok = recastFrom(rest, from, c)
		return phrase, sure, ok
	}
	if before, joint, next := cutTopic(rest, strings.ToLower(first)); next != "" { // «об итогах года и о бюджете»
		if joint == "; " { // «о бюджете; о кадрах»
			joint = pick(strings.Contains(next, ";"), ", ", " и ")
		}
		one, certain, ok := behindPreposition(first+" "+before, c)
		other, alike, also := behindPreposition(next, c)
		return one + joint + other, certain && alike, ok && also
	}
	form, sure, ok = recastFrom(rest, from, c)
	mixed := typedBehind[strings.ToLower(first)] != dat && strings.Contains(rest, " и по ") // «о кадрах и по бюджету»
	return form, sure && !mixed, ok
}

// recastFrom puts a phrase that stands in case from into case c. It is not ok where a noun is not
// known, or stands in another case.
func recastFrom(phrase string, from, c int) (form string, sure, ok bool) {
	p := parse(phrase)
	p.typed = from
	all, sure := p.nounPhrases(from)
	for _, one := range all {
		certain, known := one.recast(p, from, c)
		if !known {
			return "", false, false
		}
		sure = sure && certain
	}
	return p.join()[c], sure, len(all) > 0
}

// cutTopic parts topics before a preposition that stands once more: next begins with it.
func cutTopic(topics, preposition string) (before, joint, next string) {
	again := []string{"о", "об", "обо"}
	if preposition == "по" { // «по зерну и о транзите», but «о торговле и по транспорту» may be one topic
		again = append(again, preposition)
	}
	cut := len(topics)
	for _, word := range again {
		for _, mark := range []string{", ", "; ", " и "} {
			if at := strings.Index(topics, mark+word+" "); at > 0 && at < cut {
				cut, joint = at, mark
			}
		}
	}
	if cut == len(topics) {
		return topics, "", ""
	}
	return topics[:cut], joint, topics[cut+len(joint):]
}

// recast puts a noun that stands in case from, with what agrees with it, into case c.
func (n nounPhrase) recast(p *parsed, from, c int) (certain, known bool) {
	switch {
	case n.fixed:
		return true, true
	case n.numeral >= 0:
		return false, false
	}
	word, tail := trimTail(p.low[n.head])
	opening, word, closing := inMarks(word)
	noun, of, certain := n.standing(p, word, from, c)
	if of < 0 {
		return false, false
	}
	_, prefix := nounsOf(word)
	form := noun.forms[c]
	if of == pluralRow {
		form = noun.forms[6+c]
	}
	p.recast(n.head, c, opening+prefix+form+closing+tail)
	for _, i := range n.agreeing {
		word, tail := trimTail(p.low[i])
		nominative, sure := adjectiveNominative(word, of)
		s, ok := agreeing(nominative, noun.animate)
		if !ok {
			return false, false
		}
		p.recast(i, c, s[c]+tail)
		certain = certain && (sure || c != nom && (c != acc || noun.animate))
	}
	return certain, true
}

// standing finds the noun of which the head is the form of case from, and the row
// of features in which it stands, -1 for none; it is certain where no other noun
// would be another word in case c.
func (n nounPhrase) standing(p *parsed, word string, from, c int) (noun lexeme, row int, certain bool) {
	found, prefix := nounsOf(word)
	row, certain = -1, true
	form := ""
	for _, l := range found {
		for _, at := range []int{0, 6} {
			stands, wanted := l.forms[at+from], l.forms[at+c]
			if stands == "" || wanted == "" || foldYo(prefix+stands) != foldYo(word) || !n.agreesIn(p, l.rowIn(at), from) {
				continue
			}
			switch {
			case row >= 0 && noun.yieldsTo(l):
			case row >= 0 && l.yieldsTo(noun):
				continue
			case row >= 0:
				certain = certain && form == wanted
				continue
			}
			noun, row, form = l, l.rowIn(at), wanted
		}
	}
	return noun, row, certain
}

// rowIn is the row of features of a noun's singular, at 0, or of its plural, at 6.
func (l lexeme) rowIn(at int) int {
	if rows := row(l.gender); at == 0 && len(rows) > 0 {
		return rows[0]
	}
	return pluralRow
}

// agreesIn reports whether all that stands before the noun may have a row's case.
func (n nounPhrase) agreesIn(p *parsed, row, c int) bool {
	for _, i := range n.agreeing {
		if adjectiveFeatures(bare(p.low[i]))&bit(row, c) == 0 {
			return false
		}
	}
	return true
}

// recast gives word i a form in case c alone.
func (p *parsed) recast(i, c int, form string) {
	s := fixed(p.low[i])
	s[c] = form
	p.set(i, s, true)
}

// adjectiveNominative is the nominative of an adjective that stands in another
// case, and whether its ending is certain: that of men's gender may be -ой.
func adjectiveNominative(word string, row int) (string, bool) {
	for _, ending := range []string{"ому", "ему", "ом", "ем", "ой", "ей", "ым", "им", "ых", "их"} {
		stem, ok := strings.CutSuffix(word, ending)
		if !ok {
			continue
		}
		last := lastLetter(stem)
		sibilant := isVelar(last) || isHush(last)
		soft := hasAnySuffix(" "+ending, " ем", " ему", " ей", " им", " их") && !sibilant
		switch row {
		case feminineRow:
			return stem + pick(soft, "яя", "ая"), true
		case neuterRow:
			return stem + pick(soft || isHush(last) && strings.HasPrefix(ending, "е"), "ее", "ое"), true
		case pluralRow:
			return stem + pick(soft || sibilant, "ие", "ые"), true
		}
		return stem + pick(soft || sibilant, "ий", "ый"), soft || !mayBeStressed(stem)
	}
	return word, false
}

func pick(is bool, then, otherwise string) string {
	if is {
		return then
	}
	return otherwise
}

// mayBeStressed reports the stem of an adjective that may have -ой: мировой,
// городской, основной (Зализняк, Грамматический словарь, тип b).
func mayBeStressed(stem string) bool {
	return syllables(stem) < 2 || hasAnySuffix(stem, "ов", "ев") || hasAnySuffix(stem, "ск", "шн") && syllables(stem) < 3 || stressedStems.Has(stem)
}

var stressedStems = wordset.Of("основн выходн запасн молод дорог отправн областн окружн призывн переносн сквозн наградн крепостн выпускн проходн показн ледян")
