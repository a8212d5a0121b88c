package dateline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/regexp"
	"communique/editor/wordset"
)

// Region is one as an official site names it, spot one in a town and single a town of one word.
var Region = regexp.MustCompile(`^(?:\p{Lu}[\p{L}-]+(?i:(?:ая|ий|ый|ой) (?:автономная |автономный |городской |муниципальный )?(?:область|край|район|округ|республика))|Республика \p{Lu}[\p{L}-]+(?: \([^)]*\))?)`)

// regionAt reads a region at the start of text, in capitals or not: «Пробная область», «ПРОБНАЯ ОБЛАСТЬ».
func regionAt(text string) (name string, length int) {
	name = Region.FindString(text)
	if strings.ToUpper(name) == name {
		first, rest, _ := strings.Cut(name, " ")
		return strings.TrimSpace(Capitalised(first) + " " + strings.ToLower(rest)), len(name)
	}
	return name, len(name)
}

// LeadingPlace reads the name of a place at the start of text, known or not, with what it lies
// in: «Вашингтон, округ Колумбия»; sure says that it is known, or stands behind «г.».
// goesOn says that a day is to follow it.
func LeadingPlace(text string, goesOn bool) (name string, length int, sure bool) {
	before := Town.FindString(text)
	at := len(before)
	place, n := KnownPlace(text[at:])
	if n == 0 {
		place, n = regionAt(text[at:])
	}
	sure = place != "" || before != ""
	if n == 0 {
		if n = NameAt(text[at:], false); n == 0 && before != "" { // «д. Глушь»
			n = len(toldName.FindString(text[at:]))
		}
		if n == 0 {
			return "", 0, false
		}
		place = Capitalised(text[at : at+n])
	}
	name, length = place, at+n
	if m := kindOfPlace.FindString(text[length:]); m != "" && EndsWord(text[length+len(m):]) {
		name, length = name+m, length+len(m)
	}
	length += len(shortKind.FindString(text[length:]))
	length += len(district.FindString(text[length:]))
	if m := inState.FindString(text[length:]); strings.HasPrefix(text[length+len(m):], ", ") {
		length += len(m)
	}
	name, length = withOthers(text, name, length)
	name, length = withRegion(text, name, length, goesOn)
	return name, length, sure
}

// toldName is the name that a word for a town stands before, whatever else it means.
var toldName = regexp.MustCompile(`^\p{Lu}\p{Ll}{2,}(?:-\p{Lu}?\p{Ll}+)?`)

// withOthers adds to a name the further places that a text comes from: «Geneva/Dakar», and behind a dash one that is known,
// «Минск – Гомель».
func withOthers(text, name string, length int) (string, int) {
	for {
		m := alsoIn.FindString(text[length:])
		if reporter.MatchString(text[length:]) {
			return name, length
		}
		from := length + len(m)
		_, n := KnownPlace(text[from:])
		if n == 0 && strings.ContainsAny(m, "/&") {
			n = NameAt(text[from:], false)
		}
		if m == "" || n == 0 || Folded(text[from:from+n]) == Folded(name) || isSpaced(m) && goesOnSmall.MatchString(text[from+n:]) { // «Ош. – Ош шаарында …», "Lilongwe – Malawi has …"
			return name, length
		}
		name += strings.Replace(m, " /", "/", 2-strings.Count(m, " ")) + Capitalised(text[from:from+n])
		length = from + n
	}
}

// isSpaced reports whether a dash with spaces parts two places.
func isSpaced(joint string) bool { return strings.ContainsAny(joint, "–—-") }

// goesOnSmall is how a sentence goes on behind what somebody is called who does something.
var goesOnSmall = regexp.MustCompile(`^[\s\x{00a0}]+(?:has|have|had|is|are|was|were|will|today|yesterday)[\s\x{00a0}]`)

// withRegion adds to a name what it lies in, a region or the spot.
func withRegion(text, name string, length int, goesOn bool) (string, int) {
	whole, end := name, length
	for range 2 { // the region, or the spot
		m := within.FindString(text[end:])
		n := NameAt(text[end+len(m):], true)
		if m == "" || n == 0 || goesOn && DayAt(text[end+len(m):]).Length > 0 || PartOfYear(text[end+len(m):]) > 0 {
			break
		}
		whole += ", " + Capitalised(text[end+len(m):end+len(m)+n])
		if end += len(m) + n; !goesOn || beforeDay(text[end:]) || Dash.MatchString(text[end:]) || strings.Trim(text[end:], " .)") == "" {
			name, length = whole, end
		}
	}
	return name, length
}

// What stands behind a name in the languages of Central Asia and in Azerbaijani, in full and in short.
const (
	inFullBehind  = `[ \x{00a0}](?:қаласы|облысы|ауданы|ауылы|кенті|шаары|облусу|району|айылы|шаҳри|вилояти|тумани|shahri|viloyati|tumani|shahar|şəhəri|rayonu|qəsəbəsi|kəndi|qalasy|oblysy)`
	inShortBehind = `[\s\x{00a0}](?:қ|ш|sh|ş)\.`
)

var (
	kindOfPlace = regexp.MustCompile(`^` + inFullBehind)
	// shortKind is no part of the name: «Астана қ.», "Toshkent sh.".
	shortKind = regexp.MustCompile(`^` + inShortBehind)
	// district is that of a capital, of which nobody says more: "Bogotá D. C.", "Ciudad de México, D.F.".
	district = regexp.MustCompile(`^[ \x{00a0}]D\.[ \x{00a0}][CF]\.`)
	// inState is the state of a town in brackets, where a day follows: "Chapecó (SC), 20 de outubro de 2022".
	inState = regexp.MustCompile(`^ \(\p{Lu}{2}\)`)
	// KindBehind is either at the end of a place: it tells that it is one as «г.» does.
	KindBehind = regexp.MustCompile(`(?:` + inFullBehind + `|` + inShortBehind + `)$`)
)

// reporter is who reports behind a place, and no further one: «МИНСК /БЕЛТА/».
var reporter = regexp.MustCompile(`^[\s\x{00a0}]*/(?:[^/\s][^/\n]{0,38}[^/\s]|\s(?:[A-Z ]{2,20}WIRE(?:\.COM)?|CNW|NEWSFILE|PRWEB)\s)/(?:[^\p{L}]|$)`)

// alsoIn is between two places that a text comes from.
var alsoIn = regexp.MustCompile(`^(?:[\s\x{00a0}]?/[\s\x{00a0}]?|[\s\x{00a0}](?:[–—&-]|and|und|et)[\s\x{00a0}])`)

var within = regexp.MustCompile(`^,[\s\x{00a0}]+`)

// beforeDay reports whether a day, or another part of a place's name, follows.
func beforeDay(rest string) bool {
	rest = rest[len(separators(rest)):]
	reported := Agency.FindString(rest)
	if rest = rest[len(reported):]; reported != "" && Dash.MatchString(rest) {
		return true
	}
	rest = rest[len(Separators.FindString(rest)):]
	return DayAt(rest).Length > 0 || PartOfYear(rest) > 0 || Clock.MatchString(rest)
}

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
		if grammar.IsGivenName(word) && !small.Has(word) && !small.Has(before) && (!inside || words > 0 || !isPlaceAlone(text)) || words == 0 && IsMonth(word) { // a person's
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
	_, n := KnownPlace(text)
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[n:], " \u00a0"))
	return n > 0 && !unicode.IsUpper(next)
}

// IsMonth reports whether a word is a month's name, in any case.
func IsMonth(word string) bool { _, is := grammar.Month(word); return is }

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

// PlaceInRegion reads a line that is a place nobody knows in a state or a region that is known, "Whitby, UK"; "" where it is none.
func PlaceInRegion(text string) string {
	at := strings.LastIndex(text, ", ")
	if at < 0 || NameAt(text[:at], false) != at {
		return ""
	}
	behind := text[at+2:]
	if _, n := KnownPlace(behind); n != len(behind) && !states.Has(strings.TrimSuffix(behind, ".")) && !inShort.MatchString(behind) {
		return ""
	}
	return Capitalised(text[:at]) + text[at:]
}

// inShort is a country or a state in letters: "UK", "N.Y.", "BC".
var inShort = regexp.MustCompile(`^(?:\p{Lu}\.?){2,3}$`)
