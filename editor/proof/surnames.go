package proof

import (
	"strings"
	"sync"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/words"
)

// surnameEndings are the cases of surnames in -ский and -цкий, behind their с or ц.
var surnameEndings = []struct {
	ending string
	stands []standing
}{
	{"кого", []standing{{"m", "gen"}, {"m", "acc"}}},
	{"кому", []standing{{"m", "dat"}}},
	{"ким", []standing{{"m", "ins"}}},
	{"ком", []standing{{"m", "prep"}}},
	{"кий", []standing{{"m", "nom"}}},
	{"кая", []standing{{"f", "nom"}}},
	{"кую", []standing{{"f", "acc"}}},
	{"кой", []standing{{"f", "gen"}, {"f", "dat"}, {"f", "ins"}, {"f", "prep"}, {"m", "nom"}}},
}

// surnameStands are the cases that a form of a surname can be; nil where its ending does
// not tell.
func surnameStands(text string) []standing {
	if !startsUpper(text) || !isCyrillic(text) || !isTitle(text) || utf8.RuneCountInString(text) < 4 {
		return nil
	}
	for _, e := range surnameEndings {
		if strings.HasSuffix(text, "с"+e.ending) || strings.HasSuffix(text, "ц"+e.ending) {
			return e.stands
		}
	}
	for _, ending := range undeclined {
		if strings.HasSuffix(text, ending) {
			return everyStanding()
		}
	}
	if stands := possessiveStands(text); stands != nil {
		return stands
	}
	return consonantStands(text)
}

// rareSurnameStands are the cases of a surname at last, behind the first name at first, that
// its ending alone does not tell: Тихой, Зася, Пезешкианом. Nil where the two may be something
// else: a noun with a genitive («Слава Великой Победе»), or a name of three parts («Ким Чен Ын»).
func (p *passage) rareSurnameStands(first, last int) []standing {
	text := p.piece(last)
	if !startsUpper(text) || !isCyrillic(text) || !isTitle(text) || utf8.RuneCountInString(text) < 3 {
		return nil
	}
	if len(grammar.NounShows(p.piece(first))) > 0 && !p.titleBefore(first) || grammar.IsTitleNoun(text) || isDocument(text) || grammar.PlaceShows(text) != nil || grammar.IsPatronymic(text) {
		return nil
	}
	if p.wordFollows(last) && p.nameGoesOnBehind(last) || p.nameGoesBefore(first) {
		return nil
	}
	var stands []standing
	for _, s := range grammar.SurnameShows(text) {
		stands = append(stands, standing{s.Gender, s.Case})
	}
	return stands
}

// titleBefore reports whether a post stands right before a word or before what belongs to it in
// the genitive, so that the word is a name: «ректор университета Лев Седых».
func (p *passage) titleBefore(i int) bool {
	const farthest = 6 // tokens
	for j := i - 2; j >= 0 && j >= i-farthest && p.is(j, word) && p.is(j+1, space); j -= 2 {
		if len(postShows(p.piece(j))) > 0 && grammar.IsTitleNoun(p.piece(j)) {
			return true
		}
		if !isGenitive(p.piece(j)) {
			return false
		}
	}
	return false
}

// nameGoesOnBehind reports whether the word behind a surname may belong to the name, as in
// «Ким Чен Ын» and «Ибраимова Осмон уулу». On pages that were copied a heading ends without a
// stop: the surname may be said again, another name or an ordinary word follow.
func (p *passage) nameGoesOnBehind(last int) bool {
	next := p.piece(last + 2)
	switch {
	case grammar.IsFatherWord(next):
		return true
	case !startsUpper(next) || next == p.piece(last):
		return false
	case grammar.IsGivenName(next) && p.wordFollows(last+2) && startsUpper(p.piece(last+4)):
		return false
	}
	return !isTitle(next) || grammar.IsGivenName(next) || !words.Has(words.Fold(next)) || possessiveStands(next) != nil
}

// nameGoesBefore reports whether the word before a first name may belong to the name.
func (p *passage) nameGoesBefore(first int) bool {
	before := p.piece(first - 2)
	if !p.is(first-1, space) || !p.is(first-2, word) || !isTitle(before) || !startsUpper(before) || p.beginsSentence(first-2) {
		return false
	}
	return len(grammar.NounShows(before)) == 0 && grammar.PlaceShows(before) == nil && !isAdjective(before)
}

// undeclined are the ends of surnames that are never declined.
var undeclined = []string{"енко", "дзе", "швили", "зода", "заде"}

// everyStanding is what a name is that is never declined.
var everyStanding = sync.OnceValue(func() (all []standing) {
	for _, c := range grammar.Cases() {
		all = append(all, standing{"m", c}, standing{"f", c})
	}
	return all
})

// possessiveStands are the cases of a surname in -ов, -ев, -ин, -ын.
func possessiveStands(text string) []standing {
	for _, base := range []string{"ов", "ев", "ёв", "ин", "ын"} {
		switch {
		case strings.HasSuffix(text, base):
			return []standing{{"m", "nom"}}
		case strings.HasSuffix(text, base+"а"):
			return []standing{{"m", "gen"}, {"m", "acc"}, {"f", "nom"}}
		case strings.HasSuffix(text, base+"у"):
			return []standing{{"m", "dat"}, {"f", "acc"}}
		case strings.HasSuffix(text, base+"ым"):
			return []standing{{"m", "ins"}}
		case strings.HasSuffix(text, base+"е"):
			return []standing{{"m", "prep"}}
		case strings.HasSuffix(text, base+"ой") && len(grammar.NounShows(lower(text)))+len(grammar.AdjectiveShows(lower(text))) > 0 && words.Has(words.Fold(text)): // Рулевой
			return []standing{{"m", "nom"}, {"f", "gen"}, {"f", "dat"}, {"f", "ins"}, {"f", "prep"}}
		case strings.HasSuffix(text, base+"ой"):
			return []standing{{"f", "gen"}, {"f", "dat"}, {"f", "ins"}, {"f", "prep"}}
		}
	}
	return nil
}

// consonantStands are the cases of a patronymic, or of a surname that women bear undeclined.
func consonantStands(text string) []standing {
	for _, e := range consonantEndings() {
		if _, rest, ok := cutLast(text, e.base); ok {
			if stands := e.forms[rest]; stands != nil {
				return stands
			}
		}
	}
	return nil
}

// consonantEndings are the cases of patronymics, and of surnames that women bear undeclined.
// A surname may look like a patronymic: «Лукашевич».
var consonantEndings = sync.OnceValue(func() []namesEnd {
	men := func(ins string) map[string][]standing {
		forms := map[string][]standing{"": {{"m", "nom"}}, "а": {{"m", "gen"}, {"m", "acc"}}, "у": {{"m", "dat"}}, ins: {{"m", "ins"}}, "е": {{"m", "prep"}}}
		for _, c := range grammar.Cases() {
			forms[""] = append(forms[""], standing{"f", c})
		}
		return forms
	}
	soft := men("ем")
	soft["ь"], soft["я"], soft["ю"] = soft[""], soft["а"], soft["у"]
	delete(soft, "")
	delete(soft, "а")
	delete(soft, "у")
	er := men("ом") // «Карлос Ривера» stands in the nominative
	er["а"] = append(er["а"], standing{"m", "nom"}, standing{"f", "nom"})
	return []namesEnd{
		{"вн", map[string][]standing{"а": {{"f", "nom"}}, "ы": {{"f", "gen"}}, "е": {{"f", "dat"}, {"f", "prep"}}, "у": {{"f", "acc"}}, "ой": {{"f", "ins"}}}},
		{"ич", men("ем")},
		{"янц", men("ем")},
		{"ян", men("ом")},
		{"ук", men("ом")},
		{"юк", men("ом")},
		{"ман", men("ом")},
		{"берг", men("ом")},
		{"штейн", men("ом")},
		{"берт", men("ом")},
		{"ер", er},
		{"ар", soft},
		{"ал", soft},
	}
})

// namesEnd is the end of a name's stem, with its cases by their endings.
type namesEnd struct {
	base  string
	forms map[string][]standing
}

// cutLast parts a text at the last place where a piece stands.
func cutLast(text, piece string) (before, after string, ok bool) {
	i := strings.LastIndex(text, piece)
	if i < 0 {
		return text, "", false
	}
	return text[:i], text[i+len(piece):], true
}
