package intake

import (
	"unicode/utf8"

	"communique/editor/intake/layout"
	"communique/editor/regexp"
)

var (
	// around are words that a website puts below a text, a line each.
	around = regexp.MustCompile(`^(?i:поделиться(?: в соцсетях| с друзьями| новостью| ссылкой)?|версия для печати|распечатать|печать|назад(?: к списку(?: новостей)?)?|к списку новостей|все новости|наверх|вернуться назад|` +
		`скопировать ссылку|подписаться(?: на .{2,40})?|нравится|твитнуть|комментировать|комментарии(?: \(\d+\))?|вконтакте|одноклассники|телеграм|facebook|twitter|telegram|whats\s?app|viber|linkedin|ok|vk|x|` +
		`share(?: this)?(?: (?:article|page|story|on .{2,20}))?|print(?: this page| version)?|back(?: to (?:list|news|top))?|tweet|copy link|email this)\s*:?$`)
	// others begin a list of other texts, or of what the text is about, below it.
	others = regexp.MustCompile(`^(?i:смотрите также|читайте также|см\. также|по теме|ещё по теме|похожие (?:новости|материалы)|другие (?:новости|материалы)|последние новости|теги|темы|рубрики|география|related (?:articles|news|stories|content)|read (?:also|more)|see also|tags|topics|more news)\s*(?::.*)?$`)
	// counts are how often a page was seen or answered.
	counts = regexp.MustCompile(`^(?:(?i:просмотр(?:ов|ы)|views|прочитано)\s*:?\s*)?\d{1,6}(?:\s*(?i:просмотр(?:ов|а)?|views))?$`)
)

// page moves to the notes what a website has around a text that was copied off it: shares and
// lists of other texts at its end.
func (r *reader) page() {
	end := len(r.lines)
	for end > 2 && r.lines[end-1].Kind == layout.Text && around.MatchString(r.lines[end-1].Text) {
		end--
	}
	for i := 2; i < end; i++ {
		if others.MatchString(r.lines[i].Text) && onlyTitles(r.lines[i+1:end]) {
			end = i
			break
		}
	}
	for end > 2 && r.lines[end-1].Kind == layout.Text && around.MatchString(r.lines[end-1].Text) {
		end--
	}
	note(&r.release, r.lines[end:])
	r.lines = r.lines[:end]
}

// onlyTitles reports whether lines are titles, days or links, none of them a sentence.
func onlyTitles(lines []layout.Paragraph) bool {
	for _, l := range lines {
		if l.Kind != layout.Text && l.Kind != layout.Item || sentenceEnd(l.Text) || isRule(l) || utf8.RuneCountInString(l.Text) > headlineLength {
			return false
		}
	}
	return true
}

// counted takes off how often the page was seen, below the headline or its dateline.
func (r *reader) counted() {
	for len(r.lines) > 1 && r.lines[0].Kind == layout.Text && counts.MatchString(r.lines[0].Text) {
		note(&r.release, r.lines[:1])
		r.lines = r.lines[1:]
	}
}
