package contact

import (
	"slices"
	"strings"

	"communique/editor/intake/gazetteer"
	"communique/editor/intake/layout"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
	"communique/editor/release"
)

// about begins a paragraph that is headed as what an organisation is.
var about = regexp.MustCompile(`^(?:About\s|Об?\s+(?:организации|компании|нас)(?:\s|$)|Об?\s+(?:банке|фонде|центре|агентстве|ведомстве|министерстве|комитете|совете|союзе|институте|университете|музее|театре|группе(?: компаний)?|` +
	`холдинге|корпорации|ассоциации|федерации|предприятии|заводе|издании|платформе|сети|службе|партн[её]рстве|проекте)(?:\s[«\p{Lu}][^.!?:\n]{1,60})?$|(?:Справочно|Справка|Для справки|Справочная информация)(?:\s*[:.]|$)|(?:Справка|Информация)\s+об?\s[^.!?\n]{3,80}$)`)

// aboutName begins a paragraph that says what an organisation is: «О Совете. Совет создан …».
var aboutName = regexp.MustCompile(`^Об?о?\s+((?:\p{Lu}|«)[^.:\n]{2,70})[.:\n]\s*\S`)

// isAbout reports whether a paragraph is headed as what the organisation is.
func isAbout(text string) bool {
	if about.MatchString(text) {
		return true
	}
	if aboutElsewhere.MatchString(text) {
		return true
	}
	m := aboutName.FindStringSubmatch(text)
	return m != nil && !wording.HasVerb(m[1])
}

// aboutElsewhere is such a heading in Belarusian, Ukrainian and Tajik, which begin with "about", and in Kazakh, Kyrgyz and Uzbek, which end with it.
var aboutElsewhere = regexp.MustCompile(`^(?:(?:Аб|Пра|Про|Дар бораи)\s\p{Lu}[^.:!?\n]{2,70}|\p{Lu}[^.:!?\n]{2,70}\s(?:туралы|жөнүндө|haqida|ҳақида|to['‘’ʻ]g['‘’ʻ]risida|тўғрисида))(?:\n|$)`)

// definitions are how a paragraph begins that says what an organisation is, or when it was founded: «Совет по торговле –
// международная организация …», "Founded in 2002, the Trade Council …". The first group is what it speaks of, a second
// one what stands before the noun.
var definitions = []*regexp.Regexp{
	// Russian and Belarusian.
	regexp.MustCompile(`^(«?\p{Lu}[^.!?\n–—]{1,120}?)\s[–—-]\s(?:это\s|гэта\s)?(?:\p{Ll}[\p{L}-]*(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ы|і),?\s(?:и\s|і\s)?){0,5}(?:\p{Ll}+-)?` +
		`(?:организация|объединение|союз|содружество|альянс|агентство|ведомство|служба|фонд|учреждение|центр|ассоциация|банк|орган|совет|корпорация|компания|группа|холдинг|медиахолдинг|` +
		`предприятие|концерн|институт|университет|музей|театр|комитет|комиссия|министерство|площадка|платформа|форум|сеть|оператор|производитель|разработчик|партн[её]рство|федерация|движение|сообщество|` +
		`арганізацыя|аб['’ʼ]яднанне|саюз|садружнасць|агенцтва|кампанія|прадпрыемства)(?:[\s,.;:]|$)`),
	regexp.MustCompile(`^(«?\p{Lu}[^.!?\n]{1,120}?)\s(?:был[аои]?\s)?(?:создан|основан|учрежд[её]н|образован)[аоы]?\sв\s(?:\p{Ll}+\s)?\d{4}\s(?:году|г\.)`),
	// The Turkic languages end with the noun, Tajik begins with it.
	regexp.MustCompile(`^(«?\p{Lu}[^.!?\n–—]{1,120}?)\s[–—-]\s[^.!?\n–—]*(?:уюм|ұйым|бирикме|бірлестік|бірлестігі|агенттик|агенттиги|агенттік|агенттігі|компания|фонд|қор|ташкилот|tashkilot|kompaniya|jamgʻarma)(?:у|ы|и|i|си|сі|сы|si)?[.!]`),
	regexp.MustCompile(`^(«?\p{Lu}[^.!?\n–—]{1,120}?)\s[–—-]\s(?:созмон|ташкилот|иттиҳод|иттиҳодия|ширкат|бонк|агентӣ)и?[\s,.]`),
	regexp.MustCompile(`^(?:The\s)?(\p{Lu}[^.!?\n]{1,100}?)(?:\s\([^)]{2,20}\))?\s(?:is|are)\s(?:an?|the|one\sof\sthe)\s((?:[\p{L}’'-]+,?\s){0,7}?)` +
		`(?:organi[sz]ation|body|bodies|company|companies|agency|association|union|alliance|bank|fund|foundation|institute|institution|university|council|commission|committee|ministry|provider|manufacturer|` +
		`producer|developer|operator|network|group|firm|platform|corporation|partnership|federation|forum|community|leader)s?(?:[\s,.;:]|$)`),
	regexp.MustCompile(`^(?:Founded|Established|Created)\sin\s\d{4},\s(?:the\s)?(\p{Lu}[\p{L}’'&-]*)`),
	regexp.MustCompile(`^(?:The\s)?(\p{Lu}[^.!?\n]{1,100}?)\swas\s(?:founded|established|created)\sin\s\d{4}`),
}

// goesOnAbout begins a paragraph that goes on with what the one above it says of an organisation.
var goesOnAbout = regexp.MustCompile(`^(?:Он[аои]?|Его|Е[ёе]|Их|В (?:него|не[ёе]|них)|Штаб-квартира|It|Its|They|Their)\s`)

// partOfIt is that somebody has a part in what is not defined: "is the head of the company".
var partOfIt = regexp.MustCompile(`(?:^|\s)(?:of|in|for|to|at|by|with|from|and)\s`)

// defined is the organisation that a paragraph defines; "" for none.
func defined(text string) string {
	for _, definition := range definitions {
		if m := definition.FindStringSubmatch(text); m != nil && (len(m) < 3 || !partOfIt.MatchString(m[2])) {
			return m[1]
		}
	}
	return ""
}

// AboutAt is where the paragraphs begin that say what the organisation is; len(lines) where none do. They are the
// last: those that the document marks, that are headed so, or one that defines an organisation that the release names,
// and one that goes on with it.
func (r *Reader) AboutAt(lines []layout.Paragraph) int {
	marked := len(lines)
	for marked > 0 && lines[marked-1].Kind == layout.About {
		marked--
	}
	for i := 1; i < marked; i++ {
		if isAbout(lines[i].Text) && aboutOnly(lines[i:]) {
			return i
		}
	}
	if marked < len(lines) {
		return marked
	}
	last := len(lines) - 1
	if last > 1 && lines[last].Kind == layout.Text && goesOnAbout.MatchString(lines[last].Text) {
		last--
	}
	if last > 0 && lines[last].Kind == layout.Text && r.names(defined(lines[last].Text), lines[:last]) {
		return last
	}
	return len(lines)
}

// AboutBelow takes off the end, until the contacts above are read, what the organisation is, as far as a heading says so.
func (r *Reader) AboutBelow() (taken []layout.Paragraph) {
	for i := max(3, len(r.Lines)-longestAbout); i < len(r.Lines); i++ {
		if !isAbout(r.Lines[i].Text) || !aboutOnly(r.Lines[i:]) || AnyReachable(wording.Exploded(r.Lines[i:])) {
			continue
		}
		if _, is := asContact(r.Lines[i-1]); is {
			taken = slices.Clone(r.Lines[i:])
			r.Lines = r.Lines[:i]
		}
		break
	}
	return taken
}

// longestAbout is of how many paragraphs such an end is at most.
const longestAbout = 4

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
func (r *Reader) names(organisation string, above []layout.Paragraph) bool {
	words := strings.FieldsFunc(organisation, wording.NoWord)
	if _, length := gazetteer.Known(organisation); len(words) == 0 || length == len(organisation) {
		return false
	}
	stem := stemOf(words[0])
	says := func(text string) bool { return strings.Contains(strings.ToLower(text), stem) }
	return says(r.Release.Headline) || slices.ContainsFunc(above, func(l layout.Paragraph) bool { return says(l.Text) }) ||
		slices.ContainsFunc(r.Release.Contacts, func(c release.Contact) bool { return says(c.Post) || says(c.Organisation) || says(c.Site) })
}

// stemOf is what all cases of a word begin with: half of it and a letter, but of an abbreviation the whole.
func stemOf(word string) string {
	letters := []rune(strings.ToLower(word))
	if strings.ToUpper(word) == word || len(letters) < 4 {
		return string(letters)
	}
	return string(letters[:len(letters)/2+1])
}
