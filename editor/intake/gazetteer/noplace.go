package gazetteer

import (
	"strings"

	"communique/editor/grammar"
	"communique/editor/intake/calendar"
	"communique/editor/intake/rubric"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
)

// IsNoPlace reports whether a name that nobody knows is told from a place's.
func IsNoPlace(name string) bool {
	if rubric.IsSectionAbroad(name) {
		return true
	}
	if !wording.InCyrillic(name) {
		return IsPublisher(name) || rubric.Is(name[strings.LastIndexByte(name, ' ')+1:]) || rubric.Mark.MatchString(name) || siteName.MatchString(name) || heldBack.MatchString(name) || timeZone.MatchString(name) || rubric.IsSection(name) || calendar.Weekday.MatchString(name+" ")
	}
	return (grammar.GuessKind(name) == grammar.Organisation || company.MatchString(name) || ofPaper.MatchString(name) ||
		joinedNoun.MatchString(name) && grammar.NounShows(name) != nil)
}

// heldBack begins what says until when a text is held back, in capitals as a town is: "EMBARGOED UNTIL".
var heldBack = regexp.MustCompile(`^(?i:embargo|under embargo|hold (?:for|until)|not for)`)

// timeZone is one in letters behind an hour or a day: "April 12, 2023 GMT".
var timeZone = regexp.MustCompile(`^(?:GMT|UTC|MSK|CES?T|EES?T|BST|[ECMP][SD]T|IST|SGT|PKT|WIB)$`)

// siteName is a site as it signs: "Example.org".
var siteName = regexp.MustCompile(`\p{L}{2}\.\p{Ll}{2,}$`)

// joinedNoun has the form of a common noun of two that a hyphen joins: «Пресс-тур», and not «Камень-Рыболов».
var joinedNoun = regexp.MustCompile(`^\p{Lu}\p{Ll}+-\p{Ll}+$`)

// company is the name of a utility or a company made of two words, of which the second says what it does: «Мосводоканал», «Сибэнерго».
var company = regexp.MustCompile(`^\p{Lu}\p{Ll}{2,}(?:водоканал|сет[ьи]|энерго|энергосбыт|газ|нефть|строй|транс|торг|связь|телеком|метро|агро|зерно|автодор|горсвет|снаб|сбыт|пром|маш|хим|фарм|инвест|страх|сервис|маркет|медиа|авиа|лесхоз|мелиоводхоз|комплекс|холдинг|групп?|туризм|спорт|культура|архив|кадастр|имущество|транспорт|путь)$`)

// ofPaper are words that say what a paper is, or greet, and are in no dictionary.
var ofPaper = regexp.MustCompile(`(?i:релиз|анонс|инфо|новост|медиа|ньюс|^пр[еэ]с-?служба$|здравствуйте|жаңалық|жаңылык|хабарлама|ақпарат|маалымат)`)
