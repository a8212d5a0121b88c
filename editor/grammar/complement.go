package grammar

import (
	_ "embed" // the table of abbreviations
	"strings"
	"sync"

	"communique/editor/wordset"
)

//go:embed abbreviations.txt
var abbreviationsText string

// abbreviations are those of abbreviations.txt, in lower case.
var abbreviations = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for line := range strings.Lines(abbreviationsText) {
		if line[0] != '#' {
			for word := range strings.FieldsSeq(line) {
				all[word] = true
			}
		}
	}
	return all
})

// IsAbbreviation reports whether a word in capitals is a known abbreviation: «ЕАЭС».
func IsAbbreviation(word string) bool {
	_, known := genderOfAbbreviation()[word]
	return known || strings.ToUpper(word) == word && abbreviations()[strings.ToLower(word)]
}

// complement is what a word may be in the words that follow a post's noun:
// «Республики Казахстан», «Совета Безопасности».
type complement byte

const (
	obliquePlace complement = 1 << iota // a word of a place's name in another case than the nominative
	obliqueNoun                         // an organisation, a post or a common noun in another case
	stillPlace                          // a place, or a word of one, that does not decline
)

// complements are the words of the tables by what they may be after a post, in all their cases.
var complements = sync.OnceValue(func() *wordset.Inflected[complement] {
	all := new(wordset.Inflected[complement])
	eachComplement(all.Add)
	return all
})

// eachComplement hands on each word of the tables, the name that it is a word of, and what marks the forms of that.
func eachComplement(add func(word, name string, mark func(into map[string]complement, name string))) {
	for name := range places() {
		for word := range strings.FieldsSeq(name) {
			add(word, name, markPlace)
		}
	}
	for word := range postNouns.All() {
		add(word, word, markNoun)
	}
	for _, table := range []func() map[string]entry{organisationNouns, placeNouns} {
		mark := func(into map[string]complement, word string) { markTableNoun(into, word, table()[word]) }
		for word := range table() {
			add(word, word, mark)
		}
	}
	for word := range strings.FieldsSeq(regionNames) {
		add(word, word, func(into map[string]complement, word string) { into[word] |= stillPlace })
	}
	for word := range strings.FieldsSeq(foreignBodies) {
		add(word, word, func(into map[string]complement, word string) { into[word] |= obliqueNoun })
	}
}

// foreignBodies are words of parliaments, courts and parties that stay as they
// are in their own languages, or have no other noun beside them.
const foreignBodies = `жогорку олий милли маджлиси мажлиси намояндагон маджлис меджлис курултай шура хурал политбюро оргбюро верховна лойя джирга ил тумэн эл хасэ
	коргау аманат нур отан ата мекен ыйман нуру халк маслахаты всех всея руси армян дел сил наук`

// regionNames are names of regions that stand in the nominative and are first names
// as well: области Абай, Республики Алтай.
const regionNames = "абай жетысу улытау алтай"

// isClippedInCase reports a body called by a word made of several in another case than the nominative: Мингорисполкома,
// and a ministry called after what it is for: Минвостокразвития.
func isClippedInCase(word string) bool {
	if strings.HasPrefix(word, "мин") {
		return hasAnySuffix(word, "развития", "политики", "технологий", "просвещения") && syllables(word) > 4
	}
	stem, ok := strings.CutSuffix(word, "а")
	return ok && clippedOrganisation(stem) != ""
}

func complementOf(word string) complement {
	of := complements().Of(word)
	if of == 0 && (isQualityInGenitive(word) || isClippedInCase(word)) {
		return obliqueNoun
	}
	return of
}

// isQualityInGenitive reports the genitive of a noun that names a quality or what is
// common, by an ending that no name has: безопасности, сообщества.
func isQualityInGenitive(word string) bool {
	return hasAnySuffix(word, "ности", "щества") && syllables(word) > 2
}

func markPlace(all map[string]complement, name string) {
	if places()[name].fixed {
		for word := range strings.FieldsSeq(name) {
			all[word] |= stillPlace
		}
		return
	}
	nominative := strings.Fields(name)
	d := House{}.declinePlaces(name)
	for _, c := range []Case{Genitive, Dative, Instrumental, Prepositional} {
		for i, word := range strings.Fields(d.Forms[c]) {
			switch {
			case word == "и":
			case word != nominative[i]:
				all[word] |= obliquePlace
			case len(nominative) > 1:
				all[word] |= stillPlace
			}
		}
	}
}

// markTableNoun marks a noun that organisations or places are called by.
func markTableNoun(all map[string]complement, word string, row entry) {
	switch {
	case strings.HasSuffix(word, "."): // г., with which a name may begin
	case row.fixed:
		all[word] |= obliqueNoun
	case row.isPlural(word):
		markForms(all, row.decline(word), obliqueNoun)
	default:
		markNoun(all, word)
	}
}

func markNoun(all map[string]complement, word string) {
	s, _ := postHead(word)
	if !postNouns.Has(word) {
		s, _ = organisationHead(word)
	}
	markForms(all, s, obliqueNoun)
	switch last := lastLetter(word); {
	case isHush(last), last == 'ь':
		all[strings.TrimSuffix(word, "ь")+"ей"] |= obliqueNoun
	case last == 'й' && !substantives.Has(word):
		all[drop(word, 1)+"ев"] |= obliqueNoun
	case isConsonant(last):
		all[s[gen][:max(0, len(s[gen])-2)]+"ов"] |= obliqueNoun
	}
}

func markForms(all map[string]complement, s six, as complement) {
	for _, form := range s[gen:] {
		if form != s[nom] {
			all[form] |= as
		}
	}
}

// headsNominative stand before a name in the nominative: Республики Казахстан,
// города Москва, области Абай. The table has all that is called a commonwealth.
var headsNominative = sync.OnceValue(func() map[string]bool {
	return casesOf(`республика королевство княжество герцогство султанат эмират
		область край район округ город село посёлок поселок деревня станица остров полуостров штат провинция губерния уезд кантон
		море озеро река гора площадь улица проспект станция аэропорт космодром полигон территория регион зона залив пролив престол аул кишлак долина столица
		автономия мыс бухта порт земля департамент графство префектура волость аймак махалля джамоат океан хребет бульвар переулок шоссе набережная`)
})

// headsOfStates stand before the name of a state: Государства Израиль, but «глава государства Аббас Пробный».
var headsOfStates = sync.OnceValue(func() map[string]bool {
	return casesOf("республика королевство княжество герцогство султанат эмират государство содружество")
})

// casesOf are the nouns in all cases but the nominative.
func casesOf(nouns string) map[string]bool {
	all := map[string]bool{}
	for word := range strings.FieldsSeq(nouns) {
		s, _ := headForms(word)
		for _, form := range s[gen:] {
			all[form] = true
		}
	}
	return all
}

// isObliqueAdjective reports an adjective that is no nominative, though surnames
// in -ой end like some.
func isObliqueAdjective(word string) bool {
	if word == "" || strings.IndexByte(obliqueEnds, word[len(word)-1]) < 0 {
		return false
	}
	if hasAnySuffix(word, "скую", "цкую", "ской", "цкой", "ских", "цких", "ским", "цким", "ского", "цкого") {
		return syllables(word) > 1
	}
	return syllables(word) > 2 && hasAnySuffix(word, "ого", "его", "ому", "ему", "ых", "ной", "ным", "ную", "овой", "евой")
}

// obliqueEnds are the last bytes of й, х, ю, м, о and у, one of which such an adjective ends in: every word of a phrase is asked.
const obliqueEnds = "\xB9\x85\x8E\xBC\xBE\x83"

// isTurkicGenitive reports a Kyrgyz or Kazakh noun in the genitive, which stands in
// the names of posts and bodies as it is: Кыргыз Республикасынын.
func isTurkicGenitive(word string) bool {
	return hasAnySuffix(word, "сынын", "синин", "нынын", "нинин", "шинин", "сының", "сінің") && syllables(word) > 3
}

// isGenitiveLike reports an ending that a noun after a post has.
func isGenitiveLike(word string) bool {
	return hasAnySuffix(word, "а", "я", "ы", "и", "ов", "ев", "ей")
}

// isFirstInA reports a word in -а that nothing explains behind a state, where nothing stands in the genitive, and before
// two words more: Шри-Ланки Пробасена Готабая Пробный.
func (w behind) isFirstInA() bool {
	return w.i > 0 && w.i+2 < len(w.p.low) && hasAnySuffix(w.low, "а", "я") && w.p.isCapital(w.i) && !isDash(w.p.low[w.i-1]) && w.isBehindState()
}
