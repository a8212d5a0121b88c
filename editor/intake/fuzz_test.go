package intake

import (
	"strings"
	"testing"
	"unicode/utf8"

	"communique/editor/intake/contact"
	"communique/editor/intake/dateline"
	"communique/editor/release"
)

// wholeText fails where a text of a release is no UTF-8, or a mark lies beside its letters.
func wholeText(t *testing.T, r release.Release) {
	t.Helper()
	for p := range r.Passages() {
		if !utf8.ValidString(p.Text) {
			t.Errorf("%s is %q", p.Field, p.Text)
		}
		for _, m := range p.Marks {
			if m.Start < 0 || m.End > utf8.RuneCountInString(p.Text) || m.Start >= m.End {
				t.Errorf("%s: %+v in %q", p.Field, m, p.Text)
			}
		}
	}
	for _, repair := range r.Repairs {
		if !utf8.ValidString(repair.Text + repair.Put) {
			t.Errorf("a repair says %q", repair.Text)
		}
	}
}

// FuzzNews: whatever a newsroom's form holds, in JSON or XML, is read or refused.
func FuzzNews(f *testing.F) {
	for _, seed := range []string{
		`{"uri":"x","headline":"План","body_html":"<p>Раз</p>","associations":[{"renditions":[{"href":"data:image/png;base64,aGk="}]}],"altids":[{"role":"number","value":"1"}]}`,
		`[{"headlines":[{"role":"main","value":"План"}],"bodies":[{"contentType":"text/plain","value":"Раз"}],"embargoedUntil":"2027-09-12T12:00:00+06:00","infosources":[{"name":"Анна","role":"contact","contactinfo":[{"type":"phone","value":"+7"}]}]}]`,
		`{"@type":"NewsArticle"}`,
		`<rss><channel><title>Л</title><item><title>План</title><description>&lt;p&gt;Раз</description><pubDate>Wed, 04 Jan 2023 02:20:05 +0300</pubDate></item></channel></rss>`,
		`<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="html">План</title><content type="xhtml"><div><p>Раз</p></div></content></entry></feed>`,
		`<nitf><head><docdata><date.issue norm="20240911"/></docdata></head><body><body.head><hedline><hl1>План</hl1></hedline><dateline>Бишкек</dateline></body.head><body.content><p>Раз</p></body.content></body></nitf>`,
		`<newsMessage><itemSet><newsItem><contentMeta><headline>План</headline></contentMeta><contentSet><inlineXML><html><body><p>Раз</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) { // the decoder lets none in
			return
		}
		found, _, _ := readNews(text)
		for _, r := range found.Releases {
			wholeText(t, r)
		}
	})
}

// FuzzPage: whatever a page says of itself, its text is read.
func FuzzPage(f *testing.F) {
	f.Add(`{"@type":"NewsArticle","headline":"План","datePublished":"2024-09-11","articleBody":"Раз"}`, "План | Сайт", "<h1>План</h1><div class=share>Поделиться</div><p>Раз</p>")
	f.Add(`[{"@graph":[{"@type":["Thing","Article"],"articleBody":["а","б"]}]}]`, "", "<nav>Меню</nav><article><p>Раз<del>два</del></article>")
	f.Fuzz(func(t *testing.T, data, title, body string) {
		found, err := Read(Source{Data: []byte(`<html><head><title>` + title + `</title><script type="application/ld+json">` + data + `</script></head><body>` + body + `</body></html>`)})
		if err != nil {
			return
		}
		for _, r := range found.Releases {
			wholeText(t, r)
		}
	})
}

// FuzzBlock: no line of a contact block or a dateline is too much.
func FuzzBlock(f *testing.F) {
	f.Add("Контакты для СМИ:\nАнна Примерова, пресс-секретарь\nтел. +7-495-795-27-10 (доб. 131), факс 621-33-23\npress@council.example; пн–пт с 9 до 18", "БИШКЕК, 11 сентября 2024 г. /ТАСС/ –")
	f.Add("Media contact: Ann Example | Head of Press | +1 (202) 555-0100 ext. 5", "г. Бишкек, с 11 по 12 сентября 2024 года")
	f.Add("________\nС уважением,\nИ. Пробный", "[Vienna, 11 September 2024]")
	f.Fuzz(func(t *testing.T, block, above string) {
		if !utf8.ValidString(block) || !utf8.ValidString(above) { // the decoder lets none in
			return
		}
		for line := range strings.Lines(block) {
			for _, l := range contact.LinesIn(line) {
				_ = l.Reachable()
			}
		}
		_, _ = dateline.Of(above, true)
		_ = dateline.OpeningOf(above)
		_ = dateline.DatedWithin(above)
		r := readOne(linesOf("Совет принял план\n\n" + above + "\n\nСтороны обсудили план.\n\n" + block).Paragraphs)
		wholeText(t, r)
	})
}

// FuzzWrapped: joining lines neither loses nor makes letters.
func FuzzWrapped(f *testing.F) {
	f.Add("Совет обсудил план дорог и мостов, а так-\nже всё остальное, что было внесено в повестку\nдня его рабочими органами в этом году, и при-\nнял решение по каждому вопросу.")
	f.Fuzz(func(t *testing.T, text string) {
		letters := func(text string) string {
			return strings.Map(func(r rune) rune {
				if strings.ContainsRune(" \t\n\r\v\f\u0085\u00a0-\u00ad>#*•–", r) {
					return -1
				}
				return r
			}, text)
		}
		var own []string
		for _, p := range linesOf(text).Paragraphs {
			own = append(own, p.Text)
		}
		if got, want := letters(strings.Join(own, "")), letters(text); got != want && utf8.ValidString(text) && !strings.ContainsFunc(want, func(r rune) bool { return strings.TrimSpace(string(r)) == "" }) {
			t.Errorf("%q became %q", text, own)
		}
	})
}
