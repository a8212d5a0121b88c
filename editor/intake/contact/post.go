package contact

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
	"communique/editor/wordset"
)

// governed goes on with what is governed, which is no organisation.
var governed = regexp.MustCompile(`^(?:области|края|района|округа)$`)

// quotedFrom is the word at which an organisation begins whose name stands in quotation marks, with the noun that says what it is:
// «… авиакомпании «Полёт»», «… группы компаний «Берег»»; 0 where none does.
func quotedFrom(words []string) int {
	i := slices.IndexFunc(words, func(word string) bool {
		return strings.ContainsAny(word[:1], `"`) || strings.HasPrefix(word, "«") || strings.HasPrefix(word, "“")
	})
	if i < 2 || !isThing(words[i-1]) {
		return 0
	}
	from := i - 1
	if from > 1 && isThing(words[from-1]) && !slices.ContainsFunc(grammar.NounShows(words[from]), singular) { // «сети аптек»
		from--
	}
	for from > 1 && unicode.IsLower(initialOf(words[from-1])) && grammar.AdjectiveShows(words[from-1]) != nil && grammar.NounShows(words[from-1]) == nil {
		from--
	}
	return from
}

// isThing reports whether a word in small letters is a noun in the genitive that can be nobody: no «редактора».
func isThing(word string) bool {
	shown := grammar.NounShows(word[strings.LastIndexByte(word, '-')+1:])
	isGenitive := func(animate bool) bool {
		return slices.ContainsFunc(shown, func(s grammar.Shown) bool { return s.Case == grammar.Genitive && s.Animate == animate })
	}
	return unicode.IsLower(initialOf(word)) && isGenitive(false) && !isGenitive(true)
}

func singular(s grammar.Shown) bool { return s.Case == grammar.Genitive && s.Gender != grammar.Plural }

func initialOf(word string) rune {
	first, _ := utf8.DecodeRuneInString(word)
	return first
}

// joining stand before abbreviations that go on with a post.
var joining = wordset.Of("и с со по для в")

// ofLatin is a word whose Latin part alone has capitals.
var ofLatin = regexp.MustCompile(`^[A-Z]{2,4}-\p{Ll}+$`)

// isOfPost reports whether a word in capitals goes on with a post: «… с общественностью и СМИ», «… отдела PR».
func isOfPost(before, word string) bool {
	if ofLatin.MatchString(word) { // «руководитель PR-отдела»
		return true
	}
	return strings.ToUpper(word) == word && (joining.Has(before) || !wording.InCyrillic(word) && strings.ContainsFunc(word, unicode.IsLetter))
}

// isSomebodys reports whether words begin with a person's post in the genitive, which goes on with the post before it and is no
// organisation: «… Председателя Коллегии», «… Генерального секретаря», «… Уполномоченного по правам …».
func isSomebodys(words []string) bool {
	low := strings.ToLower(words[0])
	noun := low[strings.LastIndexByte(low, '-')+1:]
	if all := grammar.NounShows(noun); all != nil || len(words) == 1 {
		return slices.ContainsFunc(all, func(s grammar.Shown) bool {
			return s.Animate && s.Case == grammar.Genitive && s.Gender != grammar.Plural
		})
	}
	return grammar.AdjectiveShows(low) != nil && (words[1] == "по" || isSomebodys(words[1:2]))
}

// housesOf are the nouns, in the genitive and small, that organisations are called by, whose own names go on behind them.
var housesOf = wordset.Of(`администрации министерства правительства комитета комиссии мэрии думы совета горсовета хокимията акимата управы префектуры прокуратуры посольства консульства представительства агентства ведомства
	фонда университета института академии колледжа школы лицея музея музея-заповедника театра филармонии библиотеки больницы клиники завода комбината фабрики банка компании корпорации холдинга группы союза ассоциации федерации палаты парламента`)

// houseFrom is the word at which an organisation begins that a noun in small letters calls, and whose place or name stands behind it with a capital:
// «пресс-служба администрации города Рыбинска»; 0 where none does.
func houseFrom(words []string) int {
	from := slices.IndexFunc(words, housesOf.Has)
	for from > 1 && kindOfHouse.MatchString(words[from-1]) {
		from--
	}
	if from < 1 || slices.ContainsFunc(words[1:from], func(word string) bool { return unicode.IsUpper(initialOf(word)) }) || !slices.ContainsFunc(words[from:], func(word string) bool { return unicode.IsUpper(initialOf(word)) && strings.ToUpper(word) != word }) {
		return 0
	}
	return from
}

// kindOfHouse is an adjective, in the genitive, that says what kind of organisation the noun behind it is: «городского совета».
var kindOfHouse = regexp.MustCompile(`^\p{Ll}+(?:[сц]к|н|в)(?:ого|ой|ых|их)$`)

// joinsPost reports a word that goes on with a post: «ДИРЕКТОР ПО МАРКЕТИНГУ».
func joinsPost(word string) bool { return joining.Has(strings.ToLower(word)) }

// splitPost parts a post from the organisation after it: the organisation
// begins with the first capital after the first word. English posts are written with capitals.
func splitPost(text string) (post, organisation string) {
	words := strings.Fields(text)
	capitals := strings.ToUpper(text) == text
	if !wording.InCyrillic(text) || capitals && slices.ContainsFunc(words, joinsPost) {
		return text, ""
	}
	if at := cmp.Or(quotedFrom(words), houseFrom(words)); at > 0 {
		return strings.Join(words[:at], " "), strings.Join(words[at:], " ")
	}
	for i := 1; i < len(words); i++ {
		if i > 1 && i+1 < len(words) && governed.MatchString(words[i+1]) { // «пресс-секретарь губернатора Примерской области»
			return text, ""
		}
		if isOfPost(words[i-1], words[i]) || capitals && strings.HasPrefix(words[i], "ПРЕСС-") {
			continue
		}
		if first, _ := utf8.DecodeRuneInString(strings.TrimLeft(words[i], "«\"(")); unicode.IsUpper(first) {
			if isSomebodys(words[i:]) && !partOf.MatchString(text) { // «советник Председателя Коллегии»
				return text, ""
			}
			return strings.Join(words[:i], " "), strings.Join(words[i:], " ")
		}
	}
	return text, ""
}
