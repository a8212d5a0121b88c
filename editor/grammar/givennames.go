package grammar

import (
	_ "embed" // the tables of names
	"strings"
	"sync"
	"unicode/utf8"

	"communique/editor/wordset"
)

//go:embed names.txt
var namesText string

//go:embed rarenames.txt
var rareNamesText string

// givenName is what is known of a first name; nothing is known of the zero one.
type givenName byte

const (
	ofMen     givenName = 1 << iota
	ofWomen             // both are set for Саша and Мишель
	western             // of the West alone: a Russian surname does not go with it
	rare                // from a list that does not always tell the gender right
	asSurname           // a rare one that is known as a surname as well: Горина
	eastern             // of a man whose children bear it for a surname: Мажит
	checked             // a rare one of which the gender is certain
)

// givenNames are the first names that are known, in lower case and with е for ё.
var givenNames = sync.OnceValue(func() *wordset.Table[givenName] { return wordset.TableOf(readGivenNames()) })

func readGivenNames() map[string]givenName {
	names := make(map[string]givenName, 6_000)
	for line := range strings.Lines(namesText) {
		mark, list, _ := strings.Cut(strings.TrimSpace(line), " ")
		kind, ok := nameMarks[mark]
		if !ok {
			continue
		}
		for name := range strings.FieldsSeq(withoutYo(strings.ToLower(list))) {
			old, known := names[name]
			if known && (old&western == 0 || kind&western == 0) {
				names[name] = (old | kind) &^ western
			} else {
				names[name] = old | kind
			}
		}
	}
	return names
}

// rareNames are the rarer ones by their first letters. Each letter's are read when they are
// first asked for: they are ten thousand, and a page has words in a few letters.
var rareNames ['я' - 'а' + 1]struct {
	once  sync.Once
	names *wordset.Table[givenName]
}

// rareName looks a first name up in the list of rare ones.
func rareName(word string) givenName {
	first, size := utf8.DecodeRuneInString(word)
	if first < 'а' || first > 'я' {
		return 0
	}
	of := &rareNames[first-'а']
	of.once.Do(func() { of.names = wordset.TableOf(readRareNames(word[:size])) })
	return of.names.Of(word)
}

// readRareNames reads those that begin with a letter, which stand in a line for each mark.
func readRareNames(letter string) map[string]givenName {
	names := map[string]givenName{}
	for line := range strings.Lines(rareNamesText) {
		mark, list, _ := strings.Cut(line, " ")
		kind, known := nameMarks[mark]
		if !known || !strings.HasPrefix(list, letter) {
			continue
		}
		for name := range strings.SplitSeq(strings.TrimSuffix(list, "\n"), " ") {
			names[name] = kind | rare
		}
	}
	return names
}

var nameMarks = map[string]givenName{
	"m": ofMen, "f": ofWomen, "b": ofMen | ofWomen, "bw": ofMen | ofWomen | western, "mw": ofMen | western, "me": ofMen | eastern, "fw": ofWomen | western,
	"mr": ofMen | rare | checked, "fr": ofWomen | rare | checked, "ms": ofMen | asSurname, "fs": ofWomen | asSurname, "bs": ofMen | ofWomen | asSurname,
}

// given looks a first name up.
func given(word string) givenName {
	if strings.Contains(word, "ё") {
		word = withoutYo(word)
	}
	if known := givenNames().Of(word); known != 0 {
		return known
	}
	return rareName(word)
}

// gender is Unknown for a name that men and women bear, and for none.
func (n givenName) gender() Gender {
	switch n & (ofMen | ofWomen) {
	case ofMen:
		return Masculine
	case ofWomen:
		return Feminine
	}
	return Unknown
}

// isSure reports whether the gender, where there is one, can be relied on.
func (n givenName) isSure() bool { return n&rare == 0 }

// isFirstName reports a first name of the tables, or two of them with a hyphen.
func isFirstName(word string) bool {
	return given(word) != 0 || isTwoFirstNames(word)
}

func isTwoFirstNames(word string) bool {
	before, after, ok := strings.Cut(word, "-")
	return ok && given(before) != 0 && given(after) != 0
}

// endsInFirstName reports a name with a hyphen of which the last part is a first
// name of the tables, and the part before it no surname.
func endsInFirstName(word string) bool {
	before, after, ok := strings.Cut(word, "-")
	return ok && given(after) != 0 && given(after).isSure() && len(before) > 3*2 && !isSurnameEnding(before)
}

// Endings that only first names have, by the languages of Turkey, Central Asia
// and the Arab world: Справочник личных имён народов РСФСР (1979); Гафуров, Имя
// и история (1987).
var (
	menEndings   = endingsOf("бек", "бай", "жан", "джан", "джон", "жон", "улла", "улло", "уллах", "билла", "иддин", "уддин", "еддин", "тдин", "мухаммед", "мурат", "султан", "мырза", "мирза", "берди", "баатар", "хуяг", "дорж", "зориг", "сух", "гельды", "нияз", "назар", "кулы", "кули", "гулы")
	womenEndings = endingsOf("гуль", "гюль", "айым", "сулу", "бону", "нисо", "нисса", "биби", "ханум", "ханым", "джамал", "жамал", "ануш", "ануи", "рдуи", "инэ", "цэцэг", "сэцэг", "туяа", "чимэг")
)

// menOnly end first names that men bear, whether or not a table has them: of those in names.txt
// and rarenames.txt that end so at most one in a hundred is a woman's.
var menOnly = endingsOf("в", "п", "ф", "ц", "ей", "ий", "ос", "ус", "юс", "рс", "ст", "нт", "др", "ик", "ык", "их", "ах", "ех", "иб", "об", "яз", "иян", "ьян",
	"нд", "ош", "рад", "нас", "тон", "дор", "тор", "ким", "дил", "мид", "фан", "мас", "род", "мер", "дыр", "кир", "сир", "зиз", "бир", "гир", "хир", "гам",
	"иль", "дин", "мир", "лам", "ард", "мед", "мад", "лим", "сим", "хим", "ген", "мон", "сан", "лан", "дер", "дар", "рас", "лат", "аил", "берт", "ольд", "мурад", "мурод")

// mostlyMen end first names of which at most one in thirty is a woman's: with a table that has
// one for a man's it is certain.
var mostlyMen = endingsOf("ас", "ед", "ир", "ил", "иф", "нд", "ом", "ут", "ол", "от", "уд")

// mostlyWomen end names of which rarenames.txt has hardly any wrong for a woman's: in three thousand
// two or three.
var mostlyWomen = endingsOf("ина", "ена", "нна", "елла", "етта", "итта", "ита", "ника", "лия", "сия", "фия", "мия", "льма")

// endingGender is the gender of a first name that no table has, where its
// ending shows that it is one.
func endingGender(word string) Gender {
	switch {
	case len(word) < 5*2:
		return Unknown
	case womenEndings.end(word), strings.HasSuffix(word, "жан") && isOfFlower(word):
		return Feminine
	case menEndings.end(word), hasServant(word):
		return Masculine
	}
	if stem, ok := strings.CutSuffix(word, "хон"); ok { // Эзозахон, Акбархон
		if hasAnySuffix(stem, "а", "я") {
			return Feminine
		}
		return given(stem).gender()
	}
	return Unknown
}

// isOfFlower reports the Turkic and Persian «flower», with which women's names begin: Кульжан.
func isOfFlower(word string) bool {
	return strings.HasPrefix(word, "гуль") || strings.HasPrefix(word, "куль") || strings.HasPrefix(word, "гюль")
}

// hasServant reports the Arab «servant of», with which names of men alone begin: Абдулай,
// Абдольрахим.
func hasServant(word string) bool {
	if !strings.HasPrefix(word, "абд") { // as hardly any word does
		return false
	}
	for _, servant := range []string{"абдул", "абдол", "абдел", "абдур", "абду", "абди"} {
		if rest, ok := strings.CutPrefix(word, servant); ok && syllables(rest) > 0 && !strings.HasSuffix(word, "а") && !isSurnameEnding(word) {
			return true
		}
	}
	return false
}

// givenScore says how much a word looks like a first name: 3 where the tables
// are certain, 0 where nothing speaks for it.
func givenScore(word string) int { return given(word).givenScore(word) }

func (p *parsed) givenScore(i int) int   { return p.givenAt(i).givenScore(p.low[i]) }
func (p *parsed) surnameScore(i int) int { return p.givenAt(i).surnameScore(p.low[i]) }

// givenScore is that of the word of which n is known.
func (n givenName) givenScore(word string) int {
	switch {
	case n == 0 && isTwoFirstNames(word):
		return 3
	case n == 0 && endsInFirstName(word):
		return 2
	case n == 0 && endingGender(word) != Unknown:
		return 1
	case n == 0:
		return 0
	case n.isSure():
		return 3
	case isSurnameEnding(word) && n&asSurname != 0:
		return 1
	}
	return 2
}

// surnameScore says how much a word looks like a surname, and a first name the
// tables are certain of does not.
func surnameScore(word string) int { return given(word).surnameScore(word) }

// surnameScore is that of the word of which n is known.
func (n givenName) surnameScore(word string) int {
	switch {
	case n != 0 && n.isSure(), endingGender(word) != Unknown, n == 0 && endsInFirstName(word): // Анна-Магдалина
		return 0
	case !isSurnameEnding(word):
	case n&asSurname != 0:
		return 2
	case n&checked != 0 && n.gender() == Masculine:
		return 0
	case n != 0:
		return 1
	default:
		return 3
	}
	if isAdjectiveSurname(word) || hasAnySuffix(word, "ец", "ак", "як", "аш", "ыш", "уш", "уля", "еня", "айло", "ейко") {
		return 2
	}
	return 0
}
