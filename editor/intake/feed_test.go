package intake

import (
	"encoding/base64"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"communique/editor/intake/layout/layouttest"
	"communique/editor/release"
)

// A feed's item may give its whole text beside a summary, and Atom has forms of its own.
func TestWholeTextsOfFeeds(t *testing.T) {
	png := "<img src='data:image/png;base64," + base64.StdEncoding.EncodeToString([]byte(layouttest.PNG)) + "'>"
	const want = "headline: План дорог\nplace: Бишкек\nlead: В Бишкеке состоялось *заседание*.\nsubheading: О дорогах\nlist: раз⏎два\n"
	const text = "<p>В Бишкеке состоялось <b>заседание</b>.</p><h2>О дорогах</h2><ul><li>раз</li><li>два</li></ul>"
	for name, tt := range map[string]struct{ feed, want string }{
		"content":                     {"<rss><channel><item><title>План дорог</title><description>Кратко о плане.</description><content:encoded><![CDATA[" + text + "]]></content:encoded></item></channel></rss>", want + "notes: Кратко о плане."},
		"of Yandex":                   {"<rss><channel><item><title>План дорог</title><description>Кратко о плане.</description><yandex:full-text>11 сентября 2024 года в Бишкеке принят план.</yandex:full-text></item></channel></rss>", "headline: План дорог\nplace: Бишкек\ndate: 2024-09-11\nlead: 11 сентября 2024 года в Бишкеке принят план.\nnotes: Кратко о плане."},
		"its beginning":               {"<rss><channel><item><title>План дорог</title><description>В Бишкеке состоялось…</description><content:encoded><![CDATA[" + text + "]]></content:encoded></item></channel></rss>", want[:len(want)-1]},
		"a picture":                   {"<rss><channel><item><title>План дорог</title><description><![CDATA[" + text + png + "]]></description></item></channel></rss>", want + "picture: c06303  (; )"},
		"Atom":                        {"<feed xmlns='http://www.w3.org/2005/Atom'><title>Новости</title><entry><title>План дорог</title><published>2024-09-11T10:00:00Z</published><link href='https://a.example/1'/><author><name>Анна</name></author><category term='дороги'/><content type='xhtml'><div>" + text + "</div></content></entry></feed>", "headline: План дорог\nplace: Бишкек\ndate: 2024-09-11\nlead: В Бишкеке состоялось *заседание*.\nsubheading: О дорогах\nlist: раз⏎два\nnotes: 2024-09-11T10:00:00Z⏎Анна⏎https://a.example/1⏎дороги⏎Новости"},
		"Atom as text":                {"<feed><entry><title type='text'>План &lt;дорог&gt;</title><summary>1 &lt; 2</summary></entry></feed>", "headline: План <дорог>\nlead: 1 < 2"},
		"of Yandex's Turbo":           {"<rss xmlns:turbo='http://turbo.yandex.ru' xmlns:media='http://search.yahoo.com/mrss/'><channel><item><media:content url='a.jpg'><media:title>Снимок</media:title></media:content><title>План дорог</title><turbo:content><![CDATA[" + text + "]]></turbo:content></item></channel></rss>", want[:len(want)-1]},
		"tags that stand as they are": {"<rss><channel><item><title>План <b>дорог</b></title><description>" + text + "</description></item></channel></rss>", want[:len(want)-1]},
		"tags among letters":          {"<rss><channel><item><title>План дорог</title><description><![CDATA[" + text[:len(text)/2] + "]]><![CDATA[" + text[len(text)/2:] + "]]></description></item></channel></rss>", want[:len(want)-1]},
		"XHTML":                       {"<rss><channel><item><title>План дорог</title><description>Кратко о плане.</description><body xmlns='http://www.w3.org/1999/xhtml'>" + text + "</body></item></channel></rss>", want + "notes: Кратко о плане."},
		"names of others":             {"<rss xmlns:media='http://search.yahoo.com/mrss/' xmlns:a='http://www.w3.org/2005/Atom'><channel><item><media:title>Снимок</media:title><title>План дорог</title><description><![CDATA[" + text + "]]></description><media:description>Дорога</media:description><media:link>c</media:link><link>https://a.example/1</link><a:link href='b'/></item></channel></rss>", want + "notes: https://a.example/1"},
		"names of nobody else":        {"<rss xmlns:media='http://search.yahoo.com/mrss/'><channel><item><title/><media:title>План дорог</media:title><media:title>Снимок</media:title><description><![CDATA[" + text + "]]></description></item></channel></rss>", want[:len(want)-1]},
		"RSS 1.0":                     {"<rdf:RDF xmlns:rdf='r' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns='http://purl.org/rss/1.0/'><item><title>План дорог</title><description><![CDATA[" + text + "]]></description><dc:date>2024-09-11T10:00:00Z</dc:date><dc:creator>Анна</dc:creator></item></rdf:RDF>", "headline: План дорог\nplace: Бишкек\ndate: 2024-09-11\nlead: В Бишкеке состоялось *заседание*.\nsubheading: О дорогах\nlist: раз⏎два\nnotes: 2024-09-11T10:00:00Z⏎Анна"},
		"RSS 2.0 with its name":       {"<r:rss xmlns:r='http://backend.userland.com/rss2'><r:channel><r:item><r:title>План дорог</r:title><r:description><![CDATA[" + text + "]]></r:description></r:item></r:channel></r:rss>", want[:len(want)-1]},
		"Atom with its name":          {"<atom:feed xmlns:atom='http://www.w3.org/2005/Atom'><atom:entry><atom:title>План дорог</atom:title><atom:content type='html'><![CDATA[" + text + "]]></atom:content></atom:entry></atom:feed>", want[:len(want)-1]},
		"Atom 0.3":                    {"<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><title type='application/xhtml+xml' mode='xml'><div>План <b>дорог</b></div></title><content type='application/xhtml+xml' mode='xml'><div>" + text + "</div></content></entry></feed>", want[:len(want)-1]},
		"Atom with letters as text":   {"<feed><entry><title>План</title><summary><![CDATA[1 <b 2]]></summary></entry></feed>", "headline: План\nlead: 1 <b 2"},
		"what was taken":              {"<rss><channel><item><title>План</title><description>&lt;p&gt;Раз&lt;del&gt; два&lt;/del&gt;.&lt;/p&gt;</description></item></channel></rss>", "headline: План\nlead: Раз.\nlost-deletions=1"},
	} {
		t.Run(name, func(t *testing.T) {
			found, err := Read(Source{Data: []byte(tt.feed)})
			if err != nil || len(found.Releases) != 1 {
				t.Fatal(err, found)
			}
			if got := written(found.Releases[0]); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

// What a page says of its encoding is believed, unless its letters say otherwise.
func TestEncodingsOfPages(t *testing.T) {
	const russian, french = "Совет принял план дорог, мостов и тоннелей.", "Déclaration du Président à l’Élysée, reçue à Genève."
	page := func(charset, text string, as *charmap.Charmap) []byte {
		data, err := as.NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		return []byte(`<html><head><meta http-equiv="Content-Type" content="text/html; charset=` + charset + `"></head><body><p>` + data + "</p></body></html>")
	}
	for name, tt := range map[string]struct {
		data []byte
		want string
	}{
		"French":                {page("windows-1252", french, charmap.Windows1252), french},
		"Russian":               {page("koi8-r", russian, charmap.KOI8R), russian},
		"Russian called French": {page("iso-8859-1", russian, charmap.Windows1251), russian},
		"Russian, wrong page":   {page("koi8-r", russian, charmap.Windows1251), russian},
		"Russian called UTF-8":  {page("utf-8", russian, charmap.Windows1251), russian},
		"an unknown name":       {page("x-unknown", russian, charmap.Windows1251), russian},
	} {
		found, err := Read(Source{Data: tt.data})
		if err != nil || found.Releases[0].Lead != tt.want {
			t.Errorf("%s: %+v, %v", name, found.Releases, err)
		}
	}
}

// TestDatesOfFeeds as their programs write them.
func TestDatesOfFeeds(t *testing.T) {
	for given, want := range map[string]string{
		"Wed, 11 Sep 2024 10:00:00 +0300": "2024-09-11", "Wed, 11 Sep 2024 10:00:00 GMT": "2024-09-11", " Sun, 1 Sep 2024 23:00:00 +0300 ": "2024-09-01",
		"Sun, 1 Sep 2024 23:00:00 MSK": "2024-09-01", "2024-09-11T23:30:00+03:00": "2024-09-11", "вчера": "", "": "",
	} {
		found, err := Read(Source{Data: []byte("<rss><channel><item><title>План</title><pubDate>" + given + "</pubDate><description>Раз.</description></item></channel></rss>")})
		if err != nil || len(found.Releases) != 1 || found.Releases[0].Date.String() != want || found.Releases[0].Notes != strings.TrimSpace(given) {
			t.Errorf("%q: %+v, %v", given, found.Releases, err)
		}
	}
}

func TestFeeds(t *testing.T) {
	item := func(inner string) string { return "<item>" + inner + "</item>" }
	for date, want := range map[string]string{
		"Wed, 11 Sep 2024 14:02:00 +0600": "2024-09-11", "Wed, 11 Sep 2024 14:02:00 GMT": "2024-09-11", "Mon, 2 Sep 2024 14:02:00 +0000": "2024-09-02", "Mon, 2 Sep 2024 14:02:00 GMT": "2024-09-02",
		" 2024-09-11T23:59:00+06:00 ": "2024-09-11", "вчера": "", "": "",
	} {
		found, ok, _ := readFeed(`<?xml version="1.0"?><rss><channel>` + item("<title>План</title><pubDate>"+date+"</pubDate>") + "</channel></rss>")
		releases := found.Releases
		if !ok || len(releases) != 1 || releases[0].Date.String() != want || releases[0].Notes != strings.TrimSpace(date) {
			t.Errorf("%q: %+v", date, releases)
		}
	}
	found, ok, _ := readFeed(`<rss><channel><title>Совет</title><description>Новости</description><link>a.example</link><copyright>Совет, 2024</copyright>` +
		item(`<title>План &amp; &lt;b&gt;дороги&lt;/b&gt;</title><link>a.example/1</link><author>Иван Пробный</author><category>раз</category><category> два </category>`+
			`<description><![CDATA[<p>11 сентября 2024 года в Бишкеке состоялась встреча.</p><style>p{}</style><script>alert(1)</script><div>Раз<br>два</div>]]></description>`) +
		item("<title>Поздравление</title><description>Да.</description>") + "</channel></rss>")
	releases := found.Releases
	if !ok || len(releases) != 2 {
		t.Fatal(ok, releases)
	}
	r := releases[0]
	got := strings.Join([]string{r.Headline, r.Lead, r.Place, r.Date.String(), bodyOf(r), r.Notes}, "|")
	if want := "План & дороги|11 сентября 2024 года в Бишкеке состоялась встреча.|Бишкек|2024-09-11|paragraph: Раз | paragraph: два|Иван Пробный\na.example/1\nраз\nдва\nСовет\nНовости\na.example\nСовет, 2024"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if releases[1].Headline != "Поздравление" || releases[1].Kind != release.Congratulation || releases[1].Notes != "" {
		t.Errorf("%+v", releases[1])
	}
	if found, ok, _ := readFeed(`<rdf:RDF xmlns:rdf="r"><channel><title>Совет</title></channel>` + item("<title>План</title>") + "</rdf:RDF>"); !ok || len(found.Releases) != 1 || found.Releases[0].Headline != "План" || found.Releases[0].Notes != "Совет" {
		t.Errorf("RSS 1.0: %+v", found)
	}
	for _, text := range []string{"<rss><channel></channel></rss>", "<html><rss></html>", "rss", "слово <rss><channel><item/></channel></rss>", "<rss><channel><item>"} {
		if found, ok, _ := readFeed(text); ok {
			t.Errorf("%s is a feed: %+v", text, found)
		}
	}
}
