package grammar

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/wordset"
)

// prepositions are those that gain a vowel, each with its other forms.
var prepositions = map[string][]string{
	"с": {"со"}, "в": {"во"}, "к": {"ко"}, "о": {"об", "обо"}, "из": {"изо"}, "от": {"ото"}, "без": {"безо"},
	"над": {"надо"}, "под": {"подо"}, "перед": {"передо"}, "пред": {"предо"},
}

// PrepositionBefore gives a preposition the form it has before what follows:
// «с» is «со» before «Станиславом», «о» is «об» before «Иране», «обо» before
// «всём». Any form of it may be given, in capitals too; a word that has but one
// form comes back as it is. The rules are those of Розенталь, § 199, and Русская
// грамматика (1980), § 93.
func PrepositionBefore(preposition, next string) string {
	low := strings.ToLower(preposition)
	base, word := basePreposition(low), firstWord(next)
	if base == "" || word == "" || low == "надо" { // надо is a verb as well
		return preposition
	}
	full := prepositions[base][len(prepositions[base])-1]
	form := base
	switch {
	case wantsVowel(base, word):
		form = full
	case base == "о" && strings.ContainsRune("аэиоу", firstLetter(word)):
		form = "об"
	}
	switch {
	case allCapitals(preposition), unicode.IsUpper(firstLetter(preposition)) && allCapitals(next) && !isAbbreviation(next):
		return strings.ToUpper(form)
	case unicode.IsUpper(firstLetter(preposition)):
		return strings.ToUpper(form[:2]) + form[2:]
	}
	return form
}

// basePreposition is the short form of a preposition; "" for any other word.
func basePreposition(word string) string {
	if _, ok := prepositions[word]; ok {
		return word
	}
	for base, forms := range prepositions {
		if slices.Contains(forms, word) {
			return base
		}
	}
	return ""
}

// firstWord is the first word of a text as it is spoken, in lower case: a
// number in words, an abbreviation by the names of its letters.
func firstWord(text string) string {
	text = strings.TrimLeftFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	end := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if end < 0 {
		end = len(text)
	}
	word, rest := text[:end], text[end:]
	if first := firstLetter(word); first >= '0' && first <= '9' {
		return spokenNumber(word, rest)
	}
	switch word { // ordinals whose first sounds are not those of the cardinals, or are vowels
	case "II":
		return "второй"
	case "XI":
		return "одиннадцатый"
	}
	if allCapitals(word) && !spokenAsWord(word) {
		return spelled(word)
	}
	return strings.ToLower(word)
}

// spokenNumber is the first word of a number in figures: an ordinal before a
// month and before a case ending (2-го), and else a cardinal (100-летие).
func spokenNumber(figures, rest string) string {
	n, err := strconv.Atoi(figures)
	if err != nil {
		return ""
	}
	if days := strings.TrimLeft(rest, "–—-"); days != rest && unicode.IsDigit(firstLetter(days)) {
		rest = strings.TrimLeft(days, "0123456789") // 2–5 сентября
	}
	if isOrdinalEnding(rest) {
		switch n {
		case 1:
			return "первый"
		case 2:
			return "второй"
		case 100:
			return "сотый"
		}
	}
	if n >= 1000 && n < 2000 {
		return "тысяча" // о 1990-х годах, though «одна тысяча» is written out
	}
	first, _, _ := strings.Cut(Numeral(n, Nominative, Masculine, false), " ")
	return first
}

// isOrdinalEnding reports whether what follows figures makes an ordinal of them.
func isOrdinalEnding(rest string) bool {
	next, _, _ := strings.Cut(strings.TrimLeft(rest, " \u00a0"), " ")
	if ending, ok := strings.CutPrefix(rest, "-"); ok {
		ending, _, _ = strings.Cut(ending, " ")
		return ending != "" && len(ending) <= len("ими")
	}
	_, month := Month(strings.Trim(next, ",.;»"))
	return month && rest != next
}

// spokenAsWord reports an abbreviation that is read as a word: СМИ, ШОС. One
// that begins with two consonants and has a vowel in it is spelled out as often
// as not, so that only those listed are words; names in capitals are longer.
func spokenAsWord(word string) bool {
	return utf8.RuneCountInString(word) > 6 || abbreviationWords.Has(strings.ToLower(word))
}

// abbreviationWords begin with two consonants and are read as words.
var abbreviationWords = wordset.Of("сми спид снип втуз вгик внии вниро вхутемас")

// letterNames are how the names of the letters begin.
var letterNames = map[rune]string{
	'ф': "эф", 'с': "эс", 'м': "эм", 'н': "эн", 'л': "эль", 'р': "эр", 'х': "ха", 'ш': "ша", 'щ': "ща", 'ц': "це", 'ч': "че",
	'б': "бэ", 'в': "вэ", 'г': "гэ", 'д': "дэ", 'ж': "жэ", 'з': "зэ", 'к': "ка", 'п': "пэ", 'т': "тэ",
}

// spelled is how an abbreviation begins when it is read by its letters. Before
// the letters whose names begin with э both «о» and «об» are written, and «о» by most.
func spelled(word string) string {
	low := strings.ToLower(word)
	first, size := utf8.DecodeRuneInString(low)
	name, ok := letterNames[first]
	if second := firstLetter(low[size:]); !ok || isVowel(second) {
		return low
	}
	return strings.TrimPrefix(name, "э")
}

func firstLetter(word string) rune {
	r, _ := utf8.DecodeRuneInString(word)
	return r
}

// withVowel are the beginnings of words before which a preposition has its vowel
// whatever the rules of sounds say: «ко Дню», «во дворце», «обо всём». A word
// that ends in a full stop is a whole one.
var withVowel = map[string][]string{
	"с":     {"мной.", "мною.", "многи", "множеств", "мх", "мгл", "мщен", "мст", "мцен", "вс", "вт", "взгляд", "взлёт", "взлет", "взросл", "взрыв", "взвод", "взмах", "вздох", "вкус", "вдов", "вчера", "вход", "дня.", "дна.", "двора.", "льв", "льг", "льд", "льн", "лба.", "лбом.", "лжив", "лжи.", "рта.", "ртом.", "ртут", "рж", "псом.", "псами.", "тьм", "зл"},
	"в":     {"мне.", "многи", "многом.", "множеств", "мх", "мгл", "мст", "мцен", "двор.", "дворе.", "дворец.", "дворце.", "льв", "льг", "льд", "льн", "лбу.", "лжи.", "рту.", "рву.", "рж", "сне.", "имя.", "исполнение.", "избежание.", "благо.", "славу.", "спасение.", "тьме.", "тьму.", "зле."},
	"к":     {"мне.", "многи", "многом", "множеств", "мх", "мгле", "вс", "вт", "взросл", "вчера", "вход", "вдов", "дню.", "дну.", "двору.", "льву.", "львов", "льву", "льд", "лбу.", "лжи.", "рту.", "рж", "псу.", "сну.", "злу."},
	"о":     {"мне.", "всем.", "всём.", "всех.", "всей.", "всю.", "всё.", "все.", "всяк", "многом.", "многих."},
	"из":    {"льда.", "лба.", "рта.", "рва.", "мха.", "мглы.", "тьмы.", "ржи."},
	"от":    {"льда.", "лба.", "рта.", "мха.", "сна.", "лжи.", "дня."},
	"без":   {"льда.", "мха.", "всяк", "сна."},
	"над":   {"мной.", "мною.", "льд", "лбом.", "рвом.", "мхом.", "мглой.", "всем.", "всеми."},
	"под":   {"мной.", "мною.", "льд", "лбом.", "мхом.", "рж", "всем.", "всеми."},
	"перед": {"мной.", "мною."}, "пред": {"мной.", "мною."},
}

// wantsVowel reports whether the preposition takes its vowel before a word.
func wantsVowel(base, word string) bool {
	if slices.ContainsFunc(withVowel[base], func(begin string) bool { return begins(word, begin) }) {
		return true
	}
	first, size := utf8.DecodeRuneInString(word)
	second := firstLetter(word[size:])
	cluster := isConsonant(second) || second == 'ь' || second == 'ъ'
	switch base {
	case "с":
		return first == 'щ' || cluster && strings.ContainsRune("сзшж", first)
	case "в":
		return cluster && strings.ContainsRune("вф", first)
	}
	return false
}

// begins reports whether a word begins so, or is the whole word before a full stop.
func begins(word, begin string) bool {
	if whole, isWhole := strings.CutSuffix(begin, "."); isWhole {
		return word == whole
	}
	return strings.HasPrefix(word, begin)
}

// locatives are the forms of nouns behind «в» and «на» that have another in the
// prepositional: Русская грамматика (1980), § 1192. Those that may be another noun, or another sense
// of it, are none of them: «в государственном строе», «в угле».
var locatives = map[string]string{
	"годе": "году", "порте": "порту", "аэропорте": "аэропорту", "саде": "саду", "лесе": "лесу", "береге": "берегу", "мосте": "мосту",
	"тыле": "тылу", "плене": "плену", "бое": "бою", "снеге": "снегу", "льде": "льду", "шкафе": "шкафу",
	"крыме": "крыму", "клине": "клину", "доне": "дону",
}

// BehindIn is a phrase in the prepositional as it stands behind «в» and «на»: «в 2026 году»,
// though «о 2026 годе».
func BehindIn(form string) string {
	p := takeApart(form)
	for i, low := range p.low {
		word, tail := trimTail(low)
		if locative := locatives[word]; locative != "" {
			at := 0
			for j := range i {
				at += len(p.space[j]) + len(p.raw[j])
			}
			at += len(p.space[i])
			return form[:at] + restoreCapitals(p.raw[i], low, locative+tail) + form[at+len(p.raw[i]):]
		}
		if isNounForm(word) && adjectiveFeatures(word) == 0 {
			break
		}
	}
	return form
}
