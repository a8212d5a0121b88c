package dateline

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
	"communique/editor/register"
	"communique/editor/wordset"
)

// regions are places that releases are dated from and the registers do not ship.
var regions = []string{
	"Московская область", "Ленинградская область",
	"Ново-Огарёво", "Горки", "Горки-9", "Барвиха", "Бочаров Ручей", "Завидово", "Валдай", "Стрельна", "Кубинка", "Сколково", "Звёздный городок", "Байконур",
}

// Places are the names of places, in small letters and with е for ё: as they are called and as
// they stand behind «в» or «на», each with what it is called. A place that is not here is left
// in the text where it declines: a nominative is not guessed.
var Places = sync.OnceValue(func() *wordset.Inflected[string] {
	all := new(wordset.Inflected[string])
	add := func(form, name string, forms func(into map[string]string, name string)) {
		if name != "" {
			all.Add(Folded(form), name, forms)
		}
	}
	shipped := register.Shipped()
	for _, p := range shipped {
		add(p.Name, p.Name, addName)
		add(p.Official, p.Official, addName)
		add(strings.TrimPrefix(p.English, "the "), p.English, addEnglish)
	}
	for _, name := range slices.Concat(regions, strings.Split(native, ","), strings.Split(englishTowns, ",")) {
		add(name, name, addName)
	}
	for pair := range slices.Chunk(strings.Fields(nativeLocatives), 2) {
		add(pair[0], pair[1], func(into map[string]string, name string) { addForm(into, pair[0], name) })
	}
	for _, p := range shipped {
		add(p.Name, p.Name, addLocatives)
		add(p.Official, p.Official, addLocatives)
	}
	for _, name := range regions {
		add(name, name, addLocatives)
	}
	return all
})

// addForm has the form of a name looked up as that, unless it is another's, who was there before.
func addForm(into map[string]string, form, name string) {
	if _, known := into[Folded(form)]; !known && form != "" {
		into[Folded(form)] = name
	}
}

func addName(into map[string]string, name string) { addForm(into, name, name) }

func addEnglish(into map[string]string, name string) {
	addForm(into, strings.TrimPrefix(name, "the "), name)
}

// addLocatives adds what stands behind «в» and «на».
func addLocatives(into map[string]string, name string) {
	d := grammar.House{}.DeclinePlace(name)
	addForm(into, d.Forms[grammar.Prepositional], name)
	addForm(into, d.Locative, name)
}

// OfficialStates are the official names of states, folded.
var OfficialStates = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, p := range register.Shipped() {
		if p.Official != "" && p.Official != p.Name {
			all[Folded(p.Official)] = true
		}
	}
	return all
})

// Folded is how a name is looked up.
func Folded(name string) string {
	return strings.ReplaceAll(strings.ToLower(strings.ReplaceAll(name, "\u00a0", " ")), "ё", "е")
}

// placeWords is how many words the longest name of a place has.
const placeWords = 7

// KnownPlace returns the place that stands at the start of text, in the nominative or behind
// a preposition, in capitals or not, and how many bytes it takes; "" where it is not known.
func KnownPlace(text string) (place string, length int) {
	first, _ := utf8.DecodeRuneInString(text)
	if !unicode.IsUpper(first) {
		return "", 0
	}
	words := 0
	for i, r := range text {
		if unicode.IsLetter(r) || strings.ContainsRune("-‑’‘'", r) {
			continue
		}
		if name := called(text[:i]); name != "" && EndsWord(text[i:]) {
			place, length = dotted(name, text), i
		}
		if words++; r != ' ' && r != '\u00a0' || words == placeWords {
			return place, length
		}
	}
	if name := called(text); name != "" {
		return dotted(name, text), len(text)
	}
	return place, length
}

// called is what a place is called by a form of its name, also in Turkish or Azerbaijani capitals: "BAKI", "DİYARBAKIR".
func called(form string) string {
	name := Places().Of(Folded(form))
	if name == "" && strings.ContainsAny(form, "Iİ") {
		name = Places().Of(Folded(dotless.Replace(form)))
	}
	return name
}

// dotless writes these capitals as small letters.
var dotless = strings.NewReplacer("I", "ı", "İ", "i")

// dotted gives a Turkish name the dot that its first letter has in the text: it is looked up without one, as an English name.
func dotted(name, text string) string {
	if strings.HasPrefix(text, "İ") && strings.HasPrefix(name, "I") {
		return "İ" + name[1:]
	}
	return name
}

// PlaceAt is KnownPlace, as far as the name goes.
func PlaceAt(text string) string { place, _ := KnownPlace(text); return place }

// EndsWord reports whether a word ends where text begins.
func EndsWord(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return text == "" || unicode.IsSpace(r) || strings.ContainsRune(",.;:!?)»–—|/(", r)
}

// IsNoPlace reports whether a name that nobody knows is told from a place's.
func IsNoPlace(name string) bool {
	if IsSectionAbroad(name) {
		return true
	}
	if !wording.InCyrillic(name) {
		return IsPublisher(name) || Rubric.MatchString(name[strings.LastIndexByte(name, ' ')+1:]) || ReleaseMark.MatchString(name) || siteName.MatchString(name) || heldBack.MatchString(name) || timeZone.MatchString(name) || sections.Has(strings.ToLower(name)) || Weekday.MatchString(name+" ")
	}
	return (grammar.GuessKind(name) == grammar.Organisation || company.MatchString(name) || ofPaper.MatchString(name) ||
		joinedNoun.MatchString(name) && grammar.NounShows(name) != nil)
}

// heldBack begins what says until when a text is held back, in capitals as a town is: "EMBARGOED UNTIL".
var heldBack = regexp.MustCompile(`^(?i:embargo|under embargo|hold (?:for|until)|not for)`)

// timeZone is one in letters behind an hour or a day: "April 12, 2023 GMT".
var timeZone = regexp.MustCompile(`^(?:GMT|UTC|MSK|CES?T|EES?T|BST|[ECMP][SD]T|IST|SGT|PKT|WIB)$`)

// sections are what sites file texts under, none of which is a place.
var sections = wordset.Of(`politics policy economy economics business finance markets society culture education science technology tech health environment climate energy industry agriculture trade tourism travel transport sport sports security defence defense
	diplomacy law justice crime regions region world international national local home general official events photo photos video videos media opinion analysis interviews releases statements speeches remarks blog blogs stories features articles announcements updates covid-19 coronavirus development innovation research community life lifestyle weather religion history article feature story video gallery press newsroom youth women children migration elections parliament government president english russian`)

// sectionsAbroad are the words by which sites in other languages than Russian and English say what a text is, or under what they file it.
var sectionsAbroad = wordset.Of(`mitteilung meldung pressemitteilung medienmitteilung nachrichten aktuelles politik wirtschaft gesellschaft kultur allgemein actualités actualité communiqué politique société économie culture noticias comunicado actualidad política sociedad economía cultura nacionales notícias política notizie comunicato politica società
	aktualności komunikat wiadomości polityka gospodarka społeczeństwo haber haberler duyuru gündem siyaset ekonomi siyasət cəmiyyət xəbər xəbərlər iqtisadiyyat mədəniyyət materials yangiliklar xabarlar siyosat jamiyat vesti saopštenje saopštenja politika društvo новини політика суспільство навіны палітыка грамадства вести саопштење друштво политика
	жаңалықтар саясат қоғам кабарлар жаңылыктар коом хабарҳо сиёсат ҷомеа янгиликлар жамият նորություններ լուրեր`)

// IsSectionAbroad reports whether a name ends with such a word, and may be none of a place.
func IsSectionAbroad(name string) bool { return sectionsAbroad.Has(wording.LastWord(name)) }

// siteName is a site as it signs: "Example.org".
var siteName = regexp.MustCompile(`\p{L}{2}\.\p{Ll}{2,}$`)

// joinedNoun has the form of a common noun of two that a hyphen joins: «Пресс-тур», and not «Камень-Рыболов».
var joinedNoun = regexp.MustCompile(`^\p{Lu}\p{Ll}+-\p{Ll}+$`)

// company is the name of a utility or a company made of two words, of which the second says what it does: «Мосводоканал», «Сибэнерго».
var company = regexp.MustCompile(`^\p{Lu}\p{Ll}{2,}(?:водоканал|сет[ьи]|энерго|энергосбыт|газ|нефть|строй|транс|торг|связь|телеком|метро|агро|зерно|автодор|горсвет|снаб|сбыт|пром|маш|хим|фарм|инвест|страх|сервис|маркет|медиа|авиа|лесхоз|мелиоводхоз|комплекс|холдинг|групп?|туризм|спорт|культура|архив|кадастр|имущество|транспорт|путь)$`)

// ofPaper are words that say what a paper is, or greet, and are in no dictionary.
var ofPaper = regexp.MustCompile(`(?i:релиз|анонс|инфо|новост|медиа|ньюс|^пр[еэ]с-?служба$|здравствуйте|жаңалық|жаңылык|хабарлама|ақпарат|маалымат)`)
