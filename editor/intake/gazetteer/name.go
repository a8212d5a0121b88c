package gazetteer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/intake/calendar"
	"communique/editor/regexp"
	"communique/editor/wordset"
)

// small are words in small letters within the names of places.
var small = wordset.Of(`на де ла ле дель эль аль область край округ район республика раён вобласць облысы ауданы облусу району вилояти тумани viloyati tumani rayonu города городок of the and on de la le los del upon region county district province обл. р-н`)

// spots are words in small letters within the names of spots in a town.
var spots = wordset.Of(`дворец площадь полигон остров посёлок поселок село зал центр стадион парк монастырь аэропорт вокзал санаторий резиденция музей театр палата square palace hall centre center park`)

// states are those of America in short, whose full stop is part of the name: "San Jose, Calif.".
var states = wordset.Of(`Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ont Que Alta Man Sask`)

// saints are words in short that the names of places begin with: "St. Louis".
var saints = wordset.Of(`St ST Ste STE Ft FT Mt MT`)

// Beginning are words that begin a sentence, and no name.
var Beginning = wordset.Of(`В Во На С Со По О Об К Ко Из У От До За И А При Для In At On The A An By From`)

// nameWords is how many words an unknown name has at most.
const nameWords = 4

// NameAt returns how many bytes a name takes at the start of text: words with capitals that are no
// common nouns; inside another place a word such as «округ» may begin it.
func NameAt(text string, inside bool) int {
	end, before := 0, ""
	for words := 0; words < nameWords; words++ {
		start := end
		if words > 0 {
			if start += len(gap.FindString(text[end:])); start == end {
				break
			}
		}
		word := placeWord(text[start:], inside)
		if grammar.IsGivenName(word) && !small.Has(word) && !small.Has(before) && (!inside || words > 0 || !isPlaceAlone(text)) || words == 0 && calendar.IsMonth(word) { // a person's
			return 0
		}
		if !ofName(word, words == 0, inside) {
			break
		}
		end, before = start+len(word), word
	}
	return end
}

// placeWord is the next word of a place's name, without the full stop that ends a sentence; inside another place, with what
// a spot is called.
func placeWord(text string, inside bool) string {
	word := NameWord.FindString(text)
	if inside && spots.Has(strings.ToLower(word)) {
		word += spotName.FindString(text[len(word):])
	}
	if bare := strings.TrimSuffix(word, "-"); strings.HasSuffix(bare, ".") { // "DETROIT, MICH.- The …"
		word = bare
	}
	if small.Has(word) || strings.Contains(strings.TrimSuffix(word, "."), ".") { // «D.C.» stays whole
		return word
	}
	if short := strings.TrimSuffix(word, "."); word == short || !states.Has(short) && !saints.Has(short) {
		return short
	}
	return word
}

var (
	gap = regexp.MustCompile(`^[ \x{00a0}]`)
	// NameWord is a word of a name.
	NameWord = regexp.MustCompile(`^[\p{L}’'.-]+`)
	// spotName is the name of a spot in quotation marks, behind what it is: «полигон «Эдельвейс»».
	spotName = regexp.MustCompile(`^[ \x{00a0}]«[^«»\n]{2,40}»`)
)

// isPlaceAlone reports whether a known place stands at the start of text, and no name goes on behind it:
// «Армения» is a form of a first name, too.
func isPlaceAlone(text string) bool {
	_, n := Known(text)
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[n:], " \u00a0"))
	return n > 0 && !unicode.IsUpper(next)
}

// elided begins a word before its capital: "Côte d'Ivoire".
var elided = regexp.MustCompile(`^(?:d|l|dell|all)['’]`)

// ofName reports whether a word may be one of a place's name.
func ofName(word string, first, inside bool) bool {
	if small.Has(word) {
		return !first || inside
	}
	if kind, _, _ := strings.Cut(word, " "); inside && spots.Has(strings.ToLower(kind)) {
		return true
	}
	if letter, _ := utf8.DecodeRuneInString(elided.ReplaceAllString(word, "")); !unicode.IsUpper(letter) && !unicode.In(letter, unicode.Georgian, unicode.Arabic, unicode.Han) { // these have no capitals
		return false
	}
	return inside || strings.Contains(word, "-") || !Beginning.Has(word) && (grammar.NounShows(word) == nil || first && isVillage(word))
}

// Capitalised writes a name in capitals as names are written.
func Capitalised(name string) string {
	if saint, town, ok := strings.Cut(name, ". "); ok && saints.Has(saint) {
		return saint[:1] + strings.ToLower(saint[1:]) + ". " + Capitalised(town)
	}
	if strings.ToUpper(name) != name || utf8.RuneCountInString(name) < 4 || strings.Contains(name, ".") {
		return name
	}
	letters := []rune(strings.ReplaceAll(strings.ToLower(name), "եվ", "և")) // one letter in Armenian
	for i := range letters {
		if i == 0 || !unicode.IsLetter(letters[i-1]) && letters[i-1] != '\'' && letters[i-1] != '’' {
			letters[i] = unicode.ToUpper(letters[i])
		}
	}
	return joining.ReplaceAllStringFunc(string(letters), strings.ToLower)
}

// joining is a small word within a name: "Corsier-sur-Vevey".
var joining = regexp.MustCompile(`[ -](?:Sur|Sous|En|De|Del|Do|Du|La|Le|Les|Of|Upon|On|In|Am|An|Im|На|Над)[ -]`)
