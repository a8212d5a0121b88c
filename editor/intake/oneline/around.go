package oneline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/intake/calendar"
	"communique/editor/intake/dateline"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
)

var (
	// foot is what a site has below a text, and footAnywhere what nothing else begins with, behind whom to ask, too.
	footAnywhere = regexp.MustCompile(`\s(©.{0,200}|(?:(?:Поделиться(?: в соцсетях)?|Читайте также|Смотрите также|По теме|Материалы по теме|Другие новости|Теги|Share this|Read (?:also|more)|Related (?:articles|news)|Tags)\s?:|Поделиться$|Версия для печати|Распечатать$|Фото\s?:\s[^.!?]{2,120}$|Карта сайта|(?:География|Темы|Лица) \p{Lu}.* Статус материала )\s?.*)$`)
	foot         = regexp.MustCompile(`[.!?»)]\s+((?:Поделиться|Читайте также|Смотрите также|См\. также|По теме|Ещё по теме|Материалы по теме|Похожие (?:новости|материалы)|Другие (?:новости|материалы)|Последние новости|Версия для печати|Распечатать|Просмотров:|Назад к списку|Подписаться на|Все новости|Обратная связь|География|Теги|Рубрики|Share this|Read (?:also|more)|Related (?:articles|news)|See also|Tags)(?::|\s).*)$`)
	// menu is what a site has above a text: the words of its menu, perhaps with what parts them.
	menu = regexp.MustCompile(`^(?:(?:Главная(?: страница)?|Все новости|Лента новостей|Новости|События|Документы|Поездки|Стенограммы|Пресс-релизы?|Пресс-центр|Пресс-служба|Медиацентр|ОБЩЕСТВО|ПОЛИТИКА|ЭКОНОМИКА|КУЛЬТУРА|СПОРТ|ПРОИСШЕСТВИЯ|ЗДРАВООХРАНЕНИЕ|ОБРАЗОВАНИЕ|ОФИЦИАЛЬНО|НОВОСТИ|В РЕГИОНАХ|Home|Newsroom|News|Events|Press (?:cent(?:re|er)|room|releases?)|Media(?: cent(?:re|er))?)(?:\s[/|·•»›→>–—])?\s)+`)
)

// sitePublished stands before the day of a text that says none, in what its site has below.
var sitePublished = regexp.MustCompile(`(?:Дата публикации|Опубликовано|Published)\s?:?\s`)

// belowFlat parts from a text of one line what its site has below it.
func belowFlat(text string) (own, below string) {
	for _, pattern := range []*regexp.Regexp{foot, footAnywhere} {
		if m := pattern.FindStringSubmatchIndex(text); m != nil && m[2] > len(text)/2 {
			text, below = strings.TrimSpace(text[:m[2]]), strings.TrimSpace(text[m[2]:]+" "+below)
		}
	}
	return text, below
}

// aboveFlat parts from a text of one line the words of a menu above it. A single word of one, and any of an English one, begins
// headlines, too: «События Великой Отечественной …», "News Corp …".
func aboveFlat(text string) (above, own string) {
	if above = fromControl.FindString(text); above != "" {
		further, own := aboveFlat(text[len(above):])
		return above + further, own
	}
	if above = menuInARow(text); above != "" {
		further, own := aboveFlat(text[len(above):])
		return above + further, own
	}
	above = menuAt(text)
	own = strings.TrimSpace(text[len(above):])
	if above == "" || own == "" {
		return "", text
	}
	if piece := PieceOfWay.FindString(own); piece != "" && strings.ContainsAny(above, "/|·•»›→>") {
		above, own = above+" "+strings.TrimSpace(piece), own[len(piece):]
	}
	if strings.ContainsAny(above, "/|·•»›→>–—") || len(menuWord.FindAllString(above, -1)) > 1 || wording.InCyrillic(above) && mayBegin(own) {
		return above, own
	}
	return "", text
}

// menuAt is the menu at the start of a text. A word of it that goes on in small letters begins the headline: «Пресс-релиз о встрече …».
func menuAt(text string) string {
	above := strings.TrimSpace(menu.FindString(text))
	if next, _, _ := strings.Cut(strings.TrimSpace(text[len(above):]), " "); wording.IsInCapitals(above) && isAbbreviation(next) { // «ОБЩЕСТВО КРАСНОГО КРЕСТА …»
		return ""
	}
	if first, _ := utf8.DecodeRuneInString(strings.TrimSpace(text[len(above):])); unicode.IsLower(first) {
		return strings.TrimSpace(above[:strings.LastIndex(above, " ")+1])
	}
	return above
}

// menuWord is the beginning of each word of a menu.
var menuWord = regexp.MustCompile(`(?:^|\s)\p{Lu}`)

// mayBegin reports whether a Russian headline may begin with what a text does: a day, a verb, a preposition, or somebody or
// something in the nominative.
func mayBegin(text string) bool {
	words := strings.Fields(text)
	return calendar.DayAt(text).Length > 0 || Capital(words[0]) && (slices.Contains(beginnings, words[0]) || isVerbIn(words[0]) || grammar.IsGivenName(words[0]) ||
		nominatively(grammar.NounShows(words[0])) || nominatively(grammar.AdjectiveShows(words[0])) && !strings.HasSuffix(words[0], "ой")) // rather «Великой войны» than «Большой театр»
}

// hourBehind is the hour behind a day with its zone, and what parts it from a headline: «27.04.2024 | 19:48», «11:57, 22 января 2009 | GMT +5».
var hourBehind = regexp.MustCompile(`^,?\s*(?:[|/–—]\s*)?(?:\d{1,2}:\d{2})?(?:\s?(?:МСК|мск|(?:GMT|UTC)(?:\s?[+–-]\s?\d{1,2})?))?\s*[|–—]?\s*`)

// dayBefore returns how many bytes a day takes that stands before a text of one line with its hour; 0 where none does, or the
// sentence begins with it: «11 сентября 2024 года в Бишкеке …».
func dayBefore(text string) int {
	if n := placedDayBefore(text); n > 0 {
		return n
	}
	n := calendar.DayAt(text).Length
	n += len(hourBehind.FindString(text[n:]))
	n += len(dateline.BesideDay.FindString(text[n:])) // «Просмотров: 312»
	n += len(text[n:]) - len(strings.TrimLeft(text[n:], " "))
	if n == 0 || n == len(text) || calendar.DayAt(text).Length == 0 || !wording.StartsSentence(text[n:]) {
		return 0
	}
	return n
}

// dayBehind returns where a day begins that stands alone behind the last sentence of a text; its length where none does.
func dayBehind(text string) int {
	from := max(0, len(text)-longestDay)
	for from < len(text) && text[from]&0xC0 == 0x80 {
		from++
	}
	day, at := calendar.DayIn(text[from:])
	if at < 1 || len(hourBehind.FindString(text[from+at+day.Length:])) < len(text)-from-at-day.Length || !wording.SentenceEnd(strings.TrimSpace(text[:placeBehind(text, from+at)])) {
		return len(text)
	}
	return placeBehind(text, from+at)
}

// placeBehind returns where the place begins that stands between the last sentence and the day at byte at; at where none does.
func placeBehind(text string, at int) int {
	from := strings.LastIndex(text[:at], ". ") + 2
	if strings.HasSuffix(text[:from], " г. ") { // «г. Москва, …»
		from -= len("г. ")
	}
	_, n, sure := dateline.LeadingPlace(text[from:], true)
	if from < 2 || n == 0 || !sure || from+n > at || from+n+len(dateline.Separators.FindString(text[from+n:])) != at {
		return at
	}
	return from
}

// longestDay is how many bytes a day, its hour and its place take at most.
const longestDay = 160
