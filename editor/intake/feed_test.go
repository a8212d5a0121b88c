package intake

import (
	"encoding/base64"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"communique/editor/intake/layout/layouttest"
)

// A feed's item may give its whole text beside a summary, and Atom has forms of its own.
func TestWholeTextsOfFeeds(t *testing.T) {
	png := "<img src='data:image/png;base64," + base64.StdEncoding.EncodeToString([]byte(layouttest.PNG)) + "'>"
	const want = "headline: План дорог\nplace: Бишкек\nlead: В Бишкеке состоялось *заседание*.\nsubheading: О дорогах\nlist: раз⏎два\n"
	const text = "<p>В Бишкеке состоялось <b>заседание</b>.</p><h2>О дорогах</h2><ul><li>раз</li><li>два</li></ul>"
	for name, tt := range map[string]struct{ feed, want string }{
		"content":        {"<rss><channel><item><title>План дорог</title><description>Кратко о плане.</description><content:encoded><![CDATA[" + text + "]]></content:encoded></item></channel></rss>", want + "notes: Кратко о плане."},
		"its beginning":  {"<rss><channel><item><title>План дорог</title><description>В Бишкеке состоялось…</description><content:encoded><![CDATA[" + text + "]]></content:encoded></item></channel></rss>", want[:len(want)-1]},
		"a picture":      {"<rss><channel><item><title>План дорог</title><description><![CDATA[" + text + png + "]]></description></item></channel></rss>", want + "picture: c06303  (; )"},
		"Atom":           {"<feed xmlns='http://www.w3.org/2005/Atom'><title>Новости</title><entry><title>План дорог</title><published>2024-09-11T10:00:00Z</published><link href='https://a.example/1'/><author><name>Анна</name></author><category term='дороги'/><content type='xhtml'><div>" + text + "</div></content></entry></feed>", "headline: План дорог\nplace: Бишкек\ndate: 2024-09-11\nlead: В Бишкеке состоялось *заседание*.\nsubheading: О дорогах\nlist: раз⏎два\nnotes: 2024-09-11T10:00:00Z⏎Анна⏎https://a.example/1⏎дороги⏎Новости"},
		"Atom as text":   {"<feed><entry><title type='text'>План &lt;дорог&gt;</title><summary>1 &lt; 2</summary></entry></feed>", "headline: План <дорог>\nlead: 1 < 2"},
		"what was taken": {"<rss><channel><item><title>План</title><description>&lt;p&gt;Раз&lt;del&gt; два&lt;/del&gt;.&lt;/p&gt;</description></item></channel></rss>", "headline: План\nlead: Раз.\nlost-deletions=1"},
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
