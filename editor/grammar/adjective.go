package grammar

import (
	"strings"

	"communique/editor/wordset"
)

// Adjectival types by the ending of the nominative: Зализняк, «Грамматические
// сведения», §§ 18–21. The accusative of the masculine and of the plural is the
// animate one here; inanimate words take the nominative.
var (
	hardAdjective     = endings{"ого", "ому", "ого", "ым", "ом"}
	velarAdjective    = endings{"ого", "ому", "ого", "им", "ом"}
	softAdjective     = endings{"его", "ему", "его", "им", "ем"}
	pronounAdjective  = endings{"ьего", "ьему", "ьего", "ьим", "ьем"} // третий
	hardFeminineAdj   = endings{"ой", "ой", "ую", "ой", "ой"}
	hushFeminineAdj   = endings{"ей", "ей", "ую", "ей", "ей"}
	softFeminineAdj   = endings{"ей", "ей", "юю", "ей", "ей"}
	hardPluralAdj     = endings{"ых", "ым", "ых", "ыми", "ых"}
	softPluralAdj     = endings{"их", "им", "их", "ими", "их"}
	possessive        = endings{"а", "у", "а", "ым", "е"} // Иванов
	possessiveFem     = endings{"ой", "ой", "у", "ой", "ой"}
	possessiveOfPlace = endings{"а", "у", "", "ым", "ом"}  // Сергиев Посад
	possessiveNeuter  = endings{"а", "у", "о", "ым", "ом"} // Куликово поле
	pronounFeminine   = endings{"ьей", "ьей", "ью", "ьей", "ьей"}
)

// adjectiveForms declines a word that ends like an adjective, in the gender and
// number its ending shows; false for any other word.
func adjectiveForms(word string, animate bool) (six, bool) {
	if len(word) < 4*2 {
		return six{}, false
	}
	ending, stem := word[len(word)-4:], word[:len(word)-4]
	before := lastLetter(stem)
	switch ending {
	case "ый", "ой", "ий":
		return masculineAdjective(word, stem, ending, animate)
	case "ое", "ее":
		if !isConsonant(before) {
			return six{}, false
		}
		s := neuterAdjective(ending, before).on(word, stem)
		s[acc] = word
		return s, true
	case "ая", "яя", "ья":
		return feminineAdjective(word, stem, ending)
	case "ые", "ие":
		if !isConsonant(before) || ending == "ие" && !isSoftPluralStem(stem) {
			return six{}, false
		}
		e := softPluralAdj
		if ending == "ые" {
			e = hardPluralAdj
		}
		s := e.on(word, stem)
		if !animate {
			s[acc] = word
		}
		return s, true
	}
	return six{}, false
}

// pronominal are the adjectives in -ий with ь in the other cases.
var pronominal = wordset.Of("третий божий лисий медвежий волчий заячий казачий рыбий птичий олений помещичий вражий бабий")

// isSoftPluralStem tells «великие» and «летние» from the noun «соглашение».
func isSoftPluralStem(stem string) bool {
	before := lastLetter(stem)
	return isVelar(before) || isHush(before) || before == 'н' && !hasAnySuffix(stem, "ан", "ен", "ян")
}

func masculineAdjective(word, stem, ending string, animate bool) (six, bool) {
	before := lastLetter(stem)
	if !isConsonant(before) {
		return six{}, false
	}
	e := hardAdjective
	switch {
	case pronominal.Has(word):
		e = pronounAdjective
	case isVelar(before), isHush(before) && ending == "ой":
		e = velarAdjective
	case ending == "ий" && (before == 'н' || isHush(before)):
		e = softAdjective
	case ending == "ий":
		return six{}, false
	}
	s := e.on(word, stem)
	if !animate {
		s[acc] = word
	}
	return s, true
}

func feminineAdjective(word, stem, ending string) (six, bool) {
	before := lastLetter(stem)
	switch {
	case ending == "ья":
		if word != "третья" {
			return six{}, false
		}
		return pronounFeminine.on(word, stem), true
	case !isConsonant(before):
		return six{}, false
	case ending == "яя":
		return softFeminineAdj.on(word, stem), true
	case isHush(before) && !strings.HasSuffix(word, "большая") && !strings.HasSuffix(word, "чужая"):
		return hushFeminineAdj.on(word, stem), true
	}
	return hardFeminineAdj.on(word, stem), true
}

func neuterAdjective(ending string, before rune) endings {
	switch {
	case ending == "ее":
		return softAdjective
	case isVelar(before) || isHush(before):
		return velarAdjective
	}
	return hardAdjective
}
