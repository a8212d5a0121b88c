package intake

import (
	"slices"
	"strings"

	"communique/editor/intake/layout"
	"communique/editor/regexp"
)

// about begins a paragraph that is headed as what an organisation is.
var about = regexp.MustCompile(`^(?:About\s|Об?\s+(?:организации|компании|нас)(?:\s|$)|(?:Справочно|Справка|Для справки|Справочная информация)(?:\s*[:.]|$))`)

// aboutName begins a paragraph that says what an organisation is: «О Совете. Совет создан …».
var aboutName = regexp.MustCompile(`^Об?о?\s+((?:\p{Lu}|«)[^.:\n]{2,70})[.:\n]\s*\S`)

// isAbout reports whether a paragraph is headed as what the organisation is.
func isAbout(text string) bool {
	if about.MatchString(text) {
		return true
	}
	m := aboutName.FindStringSubmatch(text)
	return m != nil && !hasVerb(m[1])
}

// A paragraph may define an organisation: «Совет по торговле – международная организация …», "The Trade Council is an
// international body …". The first group is what is defined, the second what stands before the noun.
var (
	defines = regexp.MustCompile(`^(«?\p{Lu}[^.!?\n–—]{1,120}?)\s[–—-]\s(?:это\s)?((?:\p{Ll}[\p{L}-]*(?:ый|ий|ой|ая|яя|ое|ее|ые|ие),?\s(?:и\s)?){0,5})(?:\p{Ll}+-)?` +
		`(?:организация|объединение|союз|содружество|альянс|агентство|ведомство|служба|фонд|учреждение|центр|ассоциация|банк|орган|совет|корпорация|компания|группа|холдинг|медиахолдинг|` +
		`предприятие|концерн|институт|университет|музей|театр|комитет|комиссия|министерство|площадка|платформа|форум|сеть|оператор|производитель|разработчик|партн[её]рство|федерация|движение|сообщество)(?:[\s,.;:]|$)`)
	definesEnglish = regexp.MustCompile(`^(?:The\s)?(\p{Lu}[^.!?\n]{1,100}?)(?:\s\([^)]{2,20}\))?\s(?:is|are)\s(?:an?|the|one\sof\sthe)\s((?:[\p{L}’'-]+,?\s){0,7}?)` +
		`(?:organi[sz]ation|body|bodies|company|companies|agency|association|union|alliance|bank|fund|foundation|institute|institution|university|council|commission|committee|ministry|provider|manufacturer|` +
		`producer|developer|operator|network|group|firm|platform|corporation|partnership|federation|forum|community|leader)s?(?:[\s,.;:]|$)`)
	// someone's part stands before a noun that is not what is defined: "is the head of the company".
	someones = regexp.MustCompile(`(?i)(?:^|\s)(?:of|in|for|to|at|by|with|from|and)\s`)
)

// defined is the organisation that a paragraph defines; "" for none.
func defined(text string) string {
	if m := defines.FindStringSubmatch(text); m != nil {
		return m[1]
	}
	if m := definesEnglish.FindStringSubmatch(text); m != nil && !someones.MatchString(m[2]) {
		return m[1]
	}
	return ""
}

// aboutAt is where the paragraphs begin that say what the organisation is; len(lines) where none do. They are the
// last: those that the document marks, that are headed so, or one that defines an organisation that the release names.
func (r *reader) aboutAt(lines []layout.Paragraph) int {
	for i := range lines {
		if aboutMarked(lines[i:]) || i > 0 && isAbout(lines[i].Text) && aboutOnly(lines[i:]) {
			return i
		}
	}
	if last := len(lines) - 1; last > 0 && lines[last].Kind == layout.Text && r.names(defined(lines[last].Text), lines[:last]) {
		return last
	}
	return len(lines)
}

// aboutMarked reports whether the document says of all these paragraphs that they are about the organisation.
func aboutMarked(lines []layout.Paragraph) bool {
	return !slices.ContainsFunc(lines, func(l layout.Paragraph) bool { return l.Kind != layout.About })
}

// aboutOnly reports whether nothing but such paragraphs follows: four at most.
func aboutOnly(lines []layout.Paragraph) bool {
	headings := 0
	for _, l := range lines {
		if l.Kind != layout.Text && l.Kind != layout.Heading {
			return false
		}
		if isAbout(l.Text) {
			headings++
		}
	}
	return len(lines) <= 2*headings
}

// names reports whether the release names an organisation, in any case; a place is none.
func (r *reader) names(organisation string, above []layout.Paragraph) bool {
	words := strings.FieldsFunc(organisation, noWord)
	if _, length := knownPlace(organisation); len(words) == 0 || length == len(organisation) {
		return false
	}
	said := r.release.Headline
	for _, l := range above {
		said += "\n" + l.Text
	}
	for _, c := range r.release.Contacts {
		said += "\n" + c.Post + "\n" + c.Organisation + "\n" + c.Site
	}
	return strings.Contains(strings.ToLower(said), stemOf(words[0]))
}

// stemOf is what all cases of a word begin with: half of it and a letter, but of an abbreviation the whole.
func stemOf(word string) string {
	letters := []rune(strings.ToLower(word))
	if strings.ToUpper(word) == word || len(letters) < 4 {
		return string(letters)
	}
	return string(letters[:len(letters)/2+1])
}
