package intake

import (
	"strings"
	"unicode/utf8"

	"communique/editor/intake/layout"
	"communique/editor/regexp"
	"communique/editor/release"
)

// How many lines of a text may be a page's, around its headline, and how long the paragraph is at least, in code points, at which they end.
const (
	pageHeadReach = 14
	pageHeadText  = 80
)

var (
	// control is what a page has to be pressed or says of itself, above a text or between its headline and its lead.
	control = regexp.MustCompile(`^(?i:нажмите\s.{3,60}|(?:перейти|переход) (?:к|на)\s.{4,30}|(?:с)?копировать(?: (?:текст|ссылку|адрес))?|[aа]\s?[+–-]|aa?|(?:прослушать|слушать|озвучить)(?: (?:новость|текст|статью))?|(?:уменьшить|увеличить) шрифт|обычная версия(?: сайта)?|версия (?:для|сайта для) (?:печати|слабовидящих)|` +
		`получить короткий url|(?:в )?избранное|добавить в (?:избранное|закладки)|(?:время|на) чтени[ея]\s*:?\s*.{1,12}|image|изображение|показать (?:ещё|еще|все|меню)|меню|поиск(?: по сайту)?|войти|вход|регистрация|личный кабинет|включите? javascript.{0,60}|(?:ещё|еще|другие|все|последние) новости|назад|вернуться(?: назад)?|` +
		`перейти в .{2,20}|следите за нашими .{3,30}|читать (?:на|в) .{2,20})\s*:?$`)
	// fromControl is a control at the start of a text of one line that nothing else begins with.
	fromControl = regexp.MustCompile(`^(?:Нажмите ["«]?Enter["»]? для перехода к содержанию|Нажмите для (?:предварительного )?просмотра изображения|Перейти к (?:основному )?содержанию|Перейти к навигации|Версия для слабовидящих|Обычная версия(?: сайта)?|Скопировать(?: ссылку)? (?:Еще|Ещё) новости|Скопировать ссылку|(?:\p{Lu}{3,}\s)?[AА]\+\s[AА][-–−])\s`)
)

// controlBehind is one behind the headline of a text of one line, and pieceOfWay a section on the way to a page: «Сегодня... | ».
var (
	controlBehind = regexp.MustCompile(`\s(?:Подписаться|Поделиться|(?:Прослушать|Слушать)(?: новость)?|Скопировать ссылку|Версия для печати)$`)
	pieceOfWay    = regexp.MustCompile(`^\p{Lu}[\p{L} ]{2,24}(?:\.\.\.|…)?\s?[|/>»›→·•]\s`)
)

// wayOnTop parts the way to a page from the headline behind it in the same line: «Главная > Сегодня... | Совет принял план».
func (r *reader) wayOnTop() {
	if len(r.lines) < 2 || r.lines[0].Kind != layout.Text || !trail.MatchString(r.lines[0].Text) || titledBelow(r.lines[1:]) {
		return
	}
	first := &r.lines[0]
	at := 0
	for n := -1; n != 0; at += n {
		n = len(pieceOfWay.FindString(first.Text[at:]))
	}
	if at == 0 || !hasVerb(first.Text[at:]) || !titles(layout.Paragraph{Kind: layout.Text, Text: first.Text[at:]}) {
		return
	}
	r.aside(asideSite, layout.Paragraph{Kind: layout.Text, Text: strings.TrimSpace(first.Text[:at]), At: first.At})
	first.Text, first.Marks = release.Piece(first.Text, first.Marks, utf8.RuneCountInString(first.Text[:at]), utf8.RuneCountInString(first.Text))
}

// controlOff moves to the notes what can be pressed behind the headline of a text that came as one line.
func controlOff(r *release.Release) {
	at := controlBehind.FindStringIndex(r.Headline)
	if at == nil || !endsTitle(r.Headline[:at[0]]) {
		return
	}
	setAside(r, asideSite, oneLine(strings.TrimSpace(r.Headline[at[0]:])))
	r.Headline = r.Headline[:at[0]]
}

// isControl reports whether a line is a page's and no part of its text.
func isControl(l layout.Paragraph) bool {
	return (l.Kind == layout.Text || l.Kind == layout.Item) && utf8.RuneCountInString(l.Text) < pageHeadText && (control.MatchString(l.Text) || around.MatchString(l.Text))
}

// pageHead moves to the notes what a page has around the headline of a text that was copied off it: its menu, a line each, and what can be
// pressed there. Nothing goes where no headline is left.
func (r *reader) pageHead() {
	var own, away []layout.Paragraph
	r.wayOnTop()
	menu := menuAbove(r.lines)
	at := menu
	away = append(away, r.lines[:at]...)
	for at < len(r.lines) && at < pageHeadReach && utf8.RuneCountInString(r.lines[at].Text) < pageHeadText*2 {
		l := r.lines[at]
		if isControl(l) || len(own) == 0 && isAboveControl(r.lines[at:]) {
			away = append(away, l)
		} else {
			own = append(own, l)
		}
		at++
	}
	own = append(own, r.lines[at:]...)
	if len(away) == 0 || !titledBelow(own) {
		return
	}
	r.dates(dayOfMenu(away[:menu]))
	r.aside(asideSite, away...)
	r.lines = own
}

// isAboveControl reports whether a line in capitals above a control names the section of a page: «ОБЩЕСТВО», «A+».
func isAboveControl(lines []layout.Paragraph) bool {
	text := lines[0].Text
	return len(lines) > 1 && isControl(lines[1]) && len(strings.Fields(text)) <= longestSection && isInCapitals(text)
}

const longestSection = 2 // words

// menuAbove counts the items of a list that a text begins with, above a headline: those of a menu, or a day that a page has as a list. A
// list of anything else has something above it.
func menuAbove(lines []layout.Paragraph) (n int) {
	const longest, most = 4, 12 // words; items
	for n < len(lines) && n <= most && lines[n].Kind == layout.Item && len(strings.Fields(lines[n].Text)) <= longest && !sentenceEnd(lines[n].Text) {
		n++
	}
	if n == 0 || n > most || n == len(lines) || lines[n].Kind == layout.Item || !titledBelow(lines[n:]) {
		return 0
	}
	return n
}

// dayOfMenu is when a page was published as its list above the headline says: in one of its items, or in all, «25 Окт», «2024».
func dayOfMenu(items []layout.Paragraph) dateline {
	var all []string
	for _, l := range items {
		all = append(all, l.Text)
	}
	for _, text := range append(all, strings.Join(all, " ")) {
		if d, ok := datelineOf(text, true); ok {
			return d
		}
	}
	return dateline{}
}
