package grammar

import (
	"strings"

	"communique/editor/wordset"
)

// lonePart decides what a single word is, where nothing beside it helps, and
// gives the other reading where that may be as well. Surnames decline otherwise
// than first names only in -ин, -ина, -ий and with a hyphen, so that these are
// what is looked at beyond the tables.
func lonePart(word string) (part, []part) {
	known := given(word)
	switch {
	case namesAndSurnames.Has(word):
		return firstName, []part{surname}
	case known != 0 && known.isSure(), known == 0 && (isFirstName(word) || endingGender(word) != Unknown):
		return firstName, nil
	case surnamesBeforeNames.Has(word):
		return surname, []part{firstName}
	case known != 0 && known&asSurname == 0:
		return firstName, nil
	case known != 0, looksLikeFirstName(word):
		return firstName, []part{surname}
	case hasAnySuffix(word, "удин", "адин", "един", "идин") && syllables(word) > 2: // Прокудин, and Сайфудин
		return surname, []part{firstName}
	}
	return surname, nil
}

// surnamesBeforeNames are first names of the tables that are met more often as
// surnames.
var surnamesBeforeNames = wordset.Of("азарина борина ванина ганина горина данина емелина забелина зорина ильина самарина сталина югина юрина мота брандт галимуллин")

// namesAndSurnames are first names that decline otherwise as the surnames they
// are as well.
var namesAndSurnames = wordset.Of("аделина акулина василина женевьева шахин эльчин четин шохин сорин папин навин нитин рамин правин мумин шаин остин есин айтекин корина рехина")

// looksLikeFirstName goes by the endings of first names beyond the tables.
func looksLikeFirstName(word string) bool {
	switch {
	case strings.Contains(word, "-"):
		return !hasSurnamePart(word)
	case strings.HasSuffix(word, "ин"):
		return hasAnySuffix(word, "тдин", "ддин", "амин", "эмин") && !foreignSurnames.Has(word)
	case strings.HasSuffix(word, "ий"):
		return !isAdjectiveInJ(word) && !adjectiveSurnames.Has(word)
	case strings.HasSuffix(word, "ь"):
		return hasAnySuffix(word, "фь", "эль", "иль") || strings.HasSuffix(word, "ель") && syllables(word) > 2
	}
	return false
}

func hasSurnamePart(word string) bool {
	for part := range strings.SplitSeq(word, "-") {
		if isSurnameEnding(part) && given(part) == 0 {
			return true
		}
	}
	return false
}

// adjectiveSurnames end in -ний, -кий, -гий, -хий beside -ский.
var adjectiveSurnames = wordset.Of(`крайний средний зимний летний осенний весенний синий верхний нижний дальний ближний поздний ранний
	горький великий дикий мягкий сладкий гладкий крепкий жаркий короткий широкий высокий глубокий лёгкий легкий редкий тонкий узкий звонкий
	ловкий громкий бойкий долгий строгий убогий отлогий тихий ветхий плохий глухий сухий лихий домашний рудний задний передний субботний`)
