package grammar

import (
	"slices"
	"strings"
)

// isNamesake reports a word of the name after «имени», which is in the genitive: МГУ имени М.В. Ломоносова, Академия
// имени Героя России Ивана Пробного; and of two names with initials behind what is called after both.
func (p *parsed) isNamesake(i int) bool {
	if !p.mayNameSomebody() {
		return false
	}
	start := p.namesakeStart(i)
	if start == 0 || start == i-longestName {
		return false
	}
	for j, word := range p.low[start : i+1] {
		switch {
		case j > 0 && p.joinsInitials(start+j), isDotted(word) && (j == 0 || isDotted(p.low[start+j-1])):
		case isDotted(word), isNoNamesake(word, j > 0 && start+j == i && isDotted(p.low[i-1])):
			return false
		}
	}
	return true
}

// mayNameSomebody reports «имени» or initials among the words, without which nothing is called after somebody: as most
// phrases have none, and every word is asked, it is looked for once.
func (p *parsed) mayNameSomebody() bool {
	if !p.namesakes.known {
		p.namesakes = cached[bool]{true, slices.ContainsFunc(p.low, func(word string) bool { return word == "имени" || strings.HasSuffix(word, ".") })}
	}
	return p.namesakes.value
}

// namesakeStart is where the name begins of which word i may be; 0 or as far back as a name is long where nothing is called so.
func (p *parsed) namesakeStart(i int) int {
	start := i
	for start > 0 && start > i-longestName && p.low[start-1] != "имени" && p.low[start-1] != "им." && !p.beginsNamesakes(start) {
		start--
	}
	return start
}

// isNoNamesake reports a word that is no part of a name in the genitive, of which a surname in -и or -ы may stand last,
// behind initials: М.И. Глинки.
func isNoNamesake(word string, behindInitials bool) bool {
	if behindInitials && hasAnySuffix(word, "и", "ы") {
		return false
	}
	return isFirstName(word) || patronymicGender(word) != Unknown || !hasAnySuffix(word, "а", "я", "ого", "его", "о", "у", "их", "ых")
}

// beginsNamesakes reports the first initials of two names with «и» between them behind a noun, which are in
// the genitive as their endings or a name behind them tell: театра К.С. Пробного и В.И. Озерова.
func (p *parsed) beginsNamesakes(i int) bool {
	if i == 0 || !isDotted(p.low[i]) || !isNounInGenitive(p.low[i-1]) {
		return false
	}
	first := p.behindInitials(i)
	if first+2 >= len(p.low) || p.low[first+1] != "и" || !isDotted(p.low[first+2]) {
		return false
	}
	second := p.behindInitials(first + 2)
	if second >= len(p.low) {
		return false
	}
	return hasAnySuffix(p.low[first], "ого", "его") || hasAnySuffix(p.low[second], "ого", "его") || second+1 < len(p.low)
}

// behindInitials is the first word from i on that is no initials.
func (p *parsed) behindInitials(i int) int {
	for i < len(p.low) && isDotted(p.low[i]) {
		i++
	}
	return i
}

// JoinsNamesakes reports whether « и » between the two parts of a text joins those whom something is called after, and not
// two who are named: «театр К.С. Пробного и В.И. Озерова».
func JoinsNamesakes(before, behind string) bool {
	p := takeApart(before + " и " + behind)
	return p.isNamesake(strings.Count(before, " ") + 1)
}

// joinsInitials reports «и» between two of whom something is called after, and the initials behind it: К.С. Пробного и В.И. Озерова.
func (p *parsed) joinsInitials(i int) bool {
	return p.low[i] == "и" || p.low[i-1] == "и" && isDotted(p.low[i])
}
