package intake

import (
	"strings"
	"unicode/utf8"

	"communique/editor/intake/dateline"
	"communique/editor/intake/layout"
	"communique/editor/intake/oneline"
	"communique/editor/intake/repair"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
	"communique/editor/release"
)

// How many lines of a text may be a page's, around its headline, and how long the paragraph is at least, in code points, at which they end.
const (
	pageHeadReach = 14
	pageHeadText  = 80
)

// control is what a page has to be pressed or says of itself, above a text or between its headline and its lead.
var control = regexp.MustCompile(`^(?i:нажмите\s.{3,60}|(?:перейти|переход) (?:к|на)\s.{4,30}|(?:с)?копировать(?: (?:текст|ссылку|адрес))?|[aа]\s?[+–-]|aa?|(?:прослушать|слушать|озвучить)(?: (?:новость|текст|статью))?|(?:уменьшить|увеличить) шрифт|обычная версия(?: сайта)?|версия (?:для|сайта для) (?:печати|слабовидящих)|` +
	`получить короткий url|(?:в )?избранное|добавить в (?:избранное|закладки)|(?:время|на) чтени[ея]\s*:?\s*.{1,12}|image|изображение|показать (?:ещё|еще|все|меню)|меню|поиск(?: по сайту)?|войти|вход|регистрация|личный кабинет|включите? javascript.{0,60}|(?:ещё|еще|другие|все|последние) новости|назад|вернуться(?: назад)?|` +
	`перейти в .{2,20}|следите за нашими .{3,30}|читать (?:на|в) .{2,20})\s*:?$`)

// wayOnTop parts the way to a page from the headline behind it in the same line: «Главная > Сегодня... | Совет принял план».
func (r *reader) wayOnTop() {
	if len(r.Lines) < 2 || r.Lines[0].Kind != layout.Text || !trail.MatchString(r.Lines[0].Text) || titledBelow(r.Lines[1:]) {
		return
	}
	first := &r.Lines[0]
	at := 0
	for n := -1; n != 0; at += n {
		n = len(oneline.PieceOfWay.FindString(first.Text[at:]))
	}
	if at == 0 || !wording.HasVerb(first.Text[at:]) || !titles(layout.Paragraph{Kind: layout.Text, Text: first.Text[at:]}) {
		return
	}
	r.Aside(repair.AsideSite, layout.Paragraph{Kind: layout.Text, Text: strings.TrimSpace(first.Text[:at]), At: first.At})
	first.Text, first.Marks = release.Piece(first.Text, first.Marks, utf8.RuneCountInString(first.Text[:at]), utf8.RuneCountInString(first.Text))
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
	menu := menuAbove(r.Lines)
	at := menu
	away = append(away, r.Lines[:at]...)
	for at < len(r.Lines) && at < pageHeadReach && utf8.RuneCountInString(r.Lines[at].Text) < pageHeadText*2 {
		l := r.Lines[at]
		if isControl(l) || len(own) == 0 && isAboveControl(r.Lines[at:]) {
			away = append(away, l)
		} else {
			own = append(own, l)
		}
		at++
	}
	own = append(own, r.Lines[at:]...)
	if len(away) == 0 || !titledBelow(own) {
		return
	}
	r.dates(dayOfMenu(away[:menu]))
	r.Aside(repair.AsideSite, away...)
	r.Lines = own
}

// isAboveControl reports whether a line in capitals above a control names the section of a page: «ОБЩЕСТВО», «A+».
func isAboveControl(lines []layout.Paragraph) bool {
	text := lines[0].Text
	return len(lines) > 1 && isControl(lines[1]) && len(strings.Fields(text)) <= longestSection && wording.IsInCapitals(text)
}

const longestSection = 2 // words

// menuAbove counts the items of a list that a text begins with, above a headline: those of a menu, or a day that a page has as a list. A
// list of anything else has something above it.
func menuAbove(lines []layout.Paragraph) (n int) {
	const longest, most = 4, 12 // words; items
	for n < len(lines) && n <= most && lines[n].Kind == layout.Item && len(strings.Fields(lines[n].Text)) <= longest && !wording.SentenceEnd(lines[n].Text) {
		n++
	}
	if n == 0 || n > most || n == len(lines) || lines[n].Kind == layout.Item || !titledBelow(lines[n:]) {
		return 0
	}
	return n
}

// dayOfMenu is when a page was published as its list above the headline says: in one of its items, or in all, «25 Окт», «2024».
func dayOfMenu(items []layout.Paragraph) dateline.Dateline {
	var all []string
	for _, l := range items {
		all = append(all, l.Text)
	}
	for _, text := range append(all, strings.Join(all, " ")) {
		if d, ok := dateline.Of(text, true); ok {
			return d
		}
	}
	return dateline.Dateline{}
}
