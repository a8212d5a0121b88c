package template

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/register"
)

// postFirst is a person with the post in front, as it is written, who was typed with it
// behind: «Президент клуба Анна Озерова» for «Анна Озерова, Президент клуба».
func postFirst(text string) string {
	name, _, post, behind := grammar.PostBehind(text)
	if !behind {
		return withBothPosts(text)
	}
	if strings.Contains(post, ", ") {
		return text
	}
	if _, another := grammar.SplitPost(post, nil); another != "" {
		return text // «Анна Озерова, министр Иван Пробный»
	}
	return post + " " + name
}

// withBothPosts is a person with a post before the name and another behind it, as both stand before it: «заместитель
// министра генерал Иван Пробный» for «генерал Иван Пробный, заместитель министра».
func withBothPosts(text string) string {
	before, post, parted := strings.Cut(text, ", ")
	if !parted || strings.Contains(post, ", ") || grammar.GuessKind(post) != grammar.Post {
		return text
	}
	if mayBeName(before) && !isNominative(firstWord(before)) {
		return post + " " + before // who has it is in no table
	}
	first, name := grammar.SplitPost(before, nil)
	ranked := grammar.IsRank(first) && len(strings.Fields(name)) > 1 && isNames(name) // генерал Султан Пробалиев
	if _, another := grammar.SplitPost(post, nil); first == "" || another != "" || !ranked && !grammar.IsPersonsName(name) {
		return text
	}
	if grammar.IsRank(first) {
		return post + " " + before
	}
	return first + ", " + post + " " + name
}

// isNominative reports a common noun in the nominative.
func isNominative(word string) bool {
	return slices.ContainsFunc(grammar.NounShows(word), func(s grammar.Shown) bool { return s.Case == grammar.Nominative })
}

// somebody is what a text that should name a person says.
type somebody struct {
	typed register.Person // as the text has them
	known register.Person // as the registers have them, or as typed
	named bool            // it is certain that the text names a person
}

// read reads a text that should name a person, once for all placeholders.
func (f *filling) read(text string) somebody {
	if one, ok := f.people[text]; ok {
		return one
	}
	var one somebody
	ok := false
	line := text
	if f.russian() {
		line = postFirst(text)
	}
	if one.typed, one.known, ok = f.known.Read(line); !ok {
		one.known = one.typed
	}
	one.named = ok || isNamed(one.typed)
	if f.people == nil {
		f.people = map[string]somebody{}
	}
	f.people[text] = one
	return one
}

// post is the post that the text has before the name, "" for none.
func (s somebody) post() string {
	if len(s.typed.Posts) == 0 {
		return ""
	}
	return s.typed.Posts[0].Title
}

// isOfSeveral reports a post of several, or a name that several share.
func (s somebody) isOfSeveral() bool {
	return grammar.IsOfSeveral(s.post()) || grammar.IsFamily(s.typed.Name())
}

// isNamed reports whether it is certain that a text names somebody.
func isNamed(typed register.Person) bool {
	name := typed.Name()
	words := strings.Fields(name)
	if len(words) < 2 || len(words) > 5 {
		return isTitled(typed)
	}
	if strings.Trim(words[0], "IVXLC") == "" { // IX Пробный экономический форум
		return false
	}
	if !haveCapitals(words) || slices.Contains(words, "и") && isNominative(strings.ToLower(words[0])) { // Король и королева Пробии
		return false
	}
	_, sure := grammar.GenderOf(name)
	sure = sure || hasInitials(words) || grammar.IsPersonsName(name) // who it is is certain, if not whether a man or a woman
	if len(typed.Posts) > 0 {                                        // «приём по случаю Дня Независимости» names nobody
		title := typed.Posts[0].Title                                                   // nor does «уход из жизни депутата Пробного И.И.»
		if first, _, parted := strings.Cut(title, ", "); parted && isBodyAlone(first) { // ВОЗ, ЮНИСЕФ, Красный Крест
			return false
		}
		return grammar.GuessKind(title) == grammar.Post || sure && !grammar.IsThing(title)
	}
	return sure && grammar.GuessKind(name) == grammar.Person
}

// haveCapitals reports words of which the first and another one at least have a capital: «Назгуль Жанель кызы», «Иван бен Пробный».
func haveCapitals(words []string) bool {
	capitals := 0
	for i, word := range words {
		if first, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(first) {
			capitals++
		} else if i == 0 {
			return false
		}
	}
	return capitals > 1
}

// isTitled reports somebody of one name, as a post tells that needs no more: «архиепископ
// Пробский Матфей», but not the first of «епископ Пробский и Образцовский».
func isTitled(typed register.Person) bool {
	name := typed.Name()
	if len(typed.Posts) == 0 || strings.Contains(name, " ") || strings.HasSuffix(name, "ский") || strings.HasSuffix(name, "цкий") {
		return false
	}
	first, _ := utf8.DecodeRuneInString(name)
	title := typed.Posts[0].Title
	return unicode.IsUpper(first) && grammar.GuessKind(title) == grammar.Post && grammar.GenderOfPost(title) != grammar.Unknown
}

// hasInitials reports a surname before or behind initials.
func hasInitials(words []string) bool {
	return endsInInitial(words[0]) || endsInInitial(words[len(words)-1])
}
