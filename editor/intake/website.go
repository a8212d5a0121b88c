package intake

import (
	"strings"
	"unicode/utf8"

	"communique/editor/intake/layout"
	"communique/editor/intake/repair"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
)

var (
	// around are words that a website puts below a text, a line each.
	around = regexp.MustCompile(`^(?i:отправлено (?:с|из) (?:моего |моей |мобильного |почты ).{2,50}|sent from (?:my |outlook).{2,40}|get outlook for \w+|made on tilda|просмотр(?:ов|ы)\s*:\s*\d+|возврат к списку|поделиться(?: в соцсетях| с друзьями| новостью| ссылкой)?|версия для печати|распечатать|печать|назад(?: к списку(?: новостей)?)?|к списку новостей|все новости|наверх|вернуться назад|` +
		`скопировать ссылку|подписаться(?: на .{2,40})?|нравится|твитнуть|комментировать|комментарии(?: \(\d+\))?|вконтакте|одноклассники|телеграм|facebook|twitter|telegram|whats\s?app|viber|linkedin|ok|vk|x|` +
		`share(?: this)?(?: (?:article|page|story|on .{2,20}))?|print(?: this page| version)?|back(?: to (?:list|news|top))?|tweet|copy link|email this)\s*:?$`)
	// others begin a list of other texts, or of what the text is about, below it.
	others = regexp.MustCompile(`^(?i:смотрите также|читайте также|см\. также|(?:ещё |новости |материалы )?по теме|рекомендуем(?:ые материалы)?|вам может быть интересно|популярное|самое читаемое|ещё новости|похожие (?:новости|материалы)|другие (?:новости|материалы)|последние новости|теги|темы|рубрики|география|related (?:articles|news|stories|content|links)|most read|you may also like|read (?:also|more)|see also|tags|topics|more news)\s*(?::.*)?$`)
	// alsoRead begins a line that leads to another text, within a text.
	alsoRead = regexp.MustCompile(`^(?i:смотрите также|читайте также|см\. также|ещё по теме|read (?:also|more)|see also)\s*:`)
	// counts are how often a page was seen or answered.
	counts = regexp.MustCompile(`^(?:(?i:просмотр(?:ов|ы)|views|прочитано)\s*:?\s*)?\d{1,6}(?:\s*(?i:просмотр(?:ов|а)?|views))?$`)
)

// Page moves to the notes what a website has around a text that was copied off it: shares and
// lists of other texts at its end.
func (r *reader) page() {
	end := len(r.Lines)
	for end > 2 && r.Lines[end-1].Kind == layout.Text && around.MatchString(r.Lines[end-1].Text) {
		end--
	}
	titled := end
	for titled > 2 && mayTitle(r.Lines[titled-1]) {
		titled--
	}
	for i := max(2, titled-1); i < end; i++ {
		if others.MatchString(r.Lines[i].Text) {
			end = i
			break
		}
	}
	for end > 2 && r.Lines[end-1].Kind == layout.Text && around.MatchString(r.Lines[end-1].Text) {
		end--
	}
	r.Aside(repair.AsideSite, r.Lines[end:]...)
	r.Lines = r.Lines[:end]
	r.between()
}

// between moves to the notes what a website puts between the paragraphs of a text: a line that leads
// to another text, or several below a line that says so.
func (r *reader) between() {
	if len(r.Lines) < 3 {
		return
	}
	own, away := r.Lines[:1:1], []layout.Paragraph(nil)
	i := 1
	for i < len(r.Lines)-1 {
		n := leadsAway(r.Lines[i:])
		if n == 0 {
			own = append(own, r.Lines[i])
			i++
			continue
		}
		away = append(away, r.Lines[i:i+n]...)
		repair.ToldAside(&r.Release, repair.AsideSite, r.Lines[i:i+n])
		i += n
	}
	repair.Note(&r.Release, away)
	r.Lines = append(own, r.Lines[i:]...)
}

// leadsAway counts the lines at the start that lead to other texts.
func leadsAway(lines []layout.Paragraph) (n int) {
	m := others.FindStringSubmatch(lines[0].Text)
	if m == nil || lines[0].Kind != layout.Text && lines[0].Kind != layout.Heading {
		return 0
	}
	if _, title, _ := strings.Cut(lines[0].Text, ":"); strings.TrimSpace(title) != "" {
		if wording.SentenceEnd(title) && !lines[0].Away || !alsoRead.MatchString(lines[0].Text) {
			return 0
		}
		return 1
	}
	for n = 1; n < len(lines) && lines[n].Away; n++ {
	}
	if n == 1 {
		return 0
	}
	return n
}

// mayTitle reports whether a line may be a title, a day or a link, and no sentence.
func mayTitle(l layout.Paragraph) bool {
	return (l.Kind == layout.Text || l.Kind == layout.Item) && !wording.SentenceEnd(l.Text) && !wording.IsRule(l) && utf8.RuneCountInString(l.Text) <= wording.HeadlineLength
}

// counted takes off how often the page was seen, below the headline or its dateline.
func (r *reader) counted() {
	for len(r.Lines) > 1 && r.Lines[0].Kind == layout.Text && counts.MatchString(r.Lines[0].Text) {
		r.Aside(repair.AsideSite, r.Lines[0])
		r.Lines = r.Lines[1:]
	}
}
