package intake

import (
	"errors"
	"strings"
	"testing"
	"time"

	"communique/editor/intake/layout/layouttest"
	"communique/editor/release"
)

const nitfText = `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE nitf SYSTEM "nitf-3-4.dtd"><nitf><head><title>T</title><docdata>
<doc-id id-string="1"/><date.issue norm="20240911T100000Z"/><key-list><keyword key="дороги"/></key-list></docdata></head><body><body.head>
<hedline><hl1>План дорог</hl1><hl2>И мостов</hl2></hedline><byline>Анна Пробная</byline><dateline><location>Бишкек</location></dateline></body.head>
<body.content><p>Стороны обсудили <em>план</em>.</p><hl2>Решения</hl2><ul><li>раз</li><li>два</li></ul></body.content><body.end><tagline>ф. 5</tagline></body.end></body></nitf>`

const newsMLText = `<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" xml:lang="ru"><itemMeta><firstCreated>2024-09-11T10:00:00Z</firstCreated><pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><located qcode="x"><name xml:lang="ru">Бишкек</name></located><language tag="ru"/><subject><name>дороги</name></subject><headline>План дорог</headline><headline role="sub">И мостов</headline><by>Анна Пробная</by></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body><p>Стороны обсудили <em>план</em>.</p><h2>Решения</h2><ul><li>раз</li><li>два</li></ul></body></html></inlineXML></contentSet></newsItem>`

const ninjsText = `{"uri":"u","standard":{"name":"ninjs","version":"3.0"},"type":"text","firstCreated":"2024-09-11T00:00:00Z","language":"ru","headlines":[{"role":"main","value":"План дорог"},{"role":"sub","value":"И мостов"}],
"descriptions":[{"role":"summary","value":"Стороны обсудили план."}],"bodies":[{"role":"main","contentType":"text/plain","value":"Стороны обсудили план.\n\nРешения"},{"role":"richtext","contentType":"text/html","value":"<p>Стороны обсудили <em>план</em>.</p><h2>Решения</h2><ul><li>раз</li><li>два</li></ul>"}],
"subjects":[{"name":"дороги"}],"located":"Бишкек","by":"Анна Пробная"}`

// TestNewsroomForms are understood alike.
func TestNewsroomForms(t *testing.T) {
	const want = "headline: План дорог\nsubheadline: И мостов\nplace: Бишкек\ndate: 2024-09-11\nlead: Стороны обсудили /план/.\nsubheading: Решения\nlist: раз⏎два"
	for name, text := range map[string]string{
		"NITF": nitfText, "NewsML-G2": newsMLText, "ninjs 3": ninjsText,
		"ninjs 1":      `{"uri":"u","headline":"План дорог","firstcreated":"2024-09-11T10:00:00Z","versioncreated":"2024-09-20T00:00:00Z","language":"ru","located":"Бишкек","body_html":"<p>Стороны обсудили <em>план</em>.</p><h2>Решения</h2><ul><li>раз</li><li>два</li></ul>","subject":[{"name":"дороги"}],"byline":"Анна Пробная","associations":{"a":{"type":"picture","renditions":{"x":{"href":"https://a.example/1.jpg"}}}}}`,
		"ninjs 2":      `{"uri":"u","headlines":[{"value":"План дорог"}],"contentcreated":"2024-09-11T10:00:00+06:00","located":"Бишкек","bodies":[{"contenttype":"text/html","value":"<p>Стороны обсудили <em>план</em>.</p><h2>Решения</h2><ul><li>раз</li><li>два</li></ul>"}],"subjects":[{"name":"дороги"}],"by":"Анна Пробная"}`,
		"a list":       "[" + ninjsText + "]",
		"items":        `{"items":[` + ninjsText + `]}`,
		"a message":    `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>` + strings.TrimPrefix(newsMLText, `<?xml version="1.0"?>`) + `</itemSet></newsMessage>`,
		"NITF in it":   strings.ReplaceAll(newsMLText, newsMLText[strings.Index(newsMLText, "<html"):strings.Index(newsMLText, "</inlineXML>")], strings.TrimPrefix(nitfText[strings.Index(nitfText, "<nitf>"):], "")),
		"with a mark":  "\ufeff" + nitfText,
		"HTML as data": strings.NewReplacer(`<inlineXML contenttype="application/xhtml+xml">`, `<inlineData contenttype="text/html"><![CDATA[`, "</inlineXML>", "]]></inlineData>").Replace(newsMLText),
	} {
		t.Run(name, func(t *testing.T) {
			found, err := Read(Source{Data: []byte(text)})
			if err != nil || len(found.Releases) != 1 {
				t.Fatal(err, found)
			}
			r := found.Releases[0]
			notes := r.Notes
			r.Notes = ""
			got := written(r)
			if strings.HasPrefix(name, "ninjs") && !strings.Contains(text, "И мостов") {
				got = strings.Replace(got, "План дорог\n", "План дорог\nsubheadline: И мостов\n", 1)
			}
			if got != want || !strings.Contains(notes, "Анна Пробная") || strings.Join(r.Tags, " ") != "дороги" || r.Language != "ru" {
				t.Errorf("got\n%s\nnotes %q, tags %q, in %s", got, notes, r.Tags, r.Language)
			}
		})
	}
}

// TestNewsSaysMore: embargoes, contacts, numbers and what has no field.
func TestNewsSaysMore(t *testing.T) {
	const start = `{"headline":"План","body_text":"Стороны обсудили план дорог.\n\nОни рады.",`
	for name, tt := range map[string]struct{ text, want string }{
		"an embargo":            {start + `"embargoedUntil":"2024-09-11T10:00:00+06:00"}`, "embargo 2024-09-11T10:00:00+06:00"},
		"an older embargo":      {start + `"embargoed":"2024-09-11T10:00:00-05:00"}`, "embargo 2024-09-11T10:00:00-05:00"},
		"an unread embargo":     {start + `"embargoed":"завтра"}`, "unread завтра"},
		"NewsML's embargo":      {strings.Replace(newsMLText, "<pubStatus", "<embargoed>2024-09-12T10:00:00+03:00</embargoed><pubStatus", 1), "embargo 2024-09-12T10:00:00+03:00"},
		"NITF released later":   {strings.Replace(nitfText, "<key-list>", `<date.release norm="20240912T100000Z"/><key-list>`, 1), "embargo 2024-09-12T10:00:00Z"},
		"NITF released at once": {strings.Replace(nitfText, "<key-list>", `<date.release norm="20240911T100000Z"/><key-list>`, 1), ""},
		"a contact": {
			start + `"infoSources":[{"name":"Совет","role":"publisher"},{"name":"пресс-секретарь Анна Пробная","role":"contact","contactInfo":[{"type":"phone","value":"+7-000-000-00-01"},{"type":"fax","value":"+7-000-000-00-02"},{"type":"email","value":"a@b.example"},{"type":"web","value":"b.example"}]}]}`,
			"contact Анна Пробная/пресс-секретарь/ +7-000-000-00-01 phone +7-000-000-00-02 fax a@b.example b.example notes Совет",
		},
		"a contact in other words": {
			start + `"infoSources":[{"name":"Анна Пробная","role":"contact","contactInfo":[{"type":"telephone","value":"+7-000-000-00-01"},{"role":"telefax","value":"+7-000-000-00-02"},{"type":"cell","value":"+7-000-000-00-03"},{"type":"E-mail","value":"a@b.example"},{"type":"email","value":"c@b.example"},{"type":"telegram","value":"@anna"},{"type":"address","address":{"lines":["ул. Пробная, 1"],"locality":{"name":"Бишкек"},"country":"Киргизия"}},{"type":"address","address":"ул. Образца, 2"}]}]}`,
			"contact Анна Пробная// +7-000-000-00-01 phone +7-000-000-00-02 fax +7-000-000-00-03 mobile a@b.example  notes c@b.example\n@anna\nул. Пробная, 1, Бишкек, Киргизия\nул. Образца, 2",
		},
		"a number": {start + `"altIds":[{"role":"sha256","value":"f"},{"role":"number","value":"15"}],"genres":[{"name":"meeting"}]}`, "number 15 kind meeting"},
	} {
		t.Run(name, func(t *testing.T) {
			found, err := Read(Source{Data: []byte(tt.text)})
			if err != nil || len(found.Releases) != 1 {
				t.Fatal(err, found)
			}
			r := found.Releases[0]
			var got []string
			if !r.Embargo.IsZero() {
				got = append(got, "embargo "+r.Embargo.At.Format("2006-01-02T15:04:05Z07:00"))
			}
			if text := r.UnreadText(release.EmbargoField); text != "" {
				got = append(got, "unread "+text)
			}
			if r.Number != "" {
				got = append(got, "number "+r.Number, "kind "+string(r.Kind))
			}
			for _, c := range r.Contacts {
				got = append(got, "contact "+c.Name+"/"+c.Post+"/"+c.Organisation)
				for _, p := range c.Phones {
					got = append(got, p.Number, string(p.Kind))
				}
				got = append(got, c.Email, c.Site, "notes "+r.Notes)
			}
			if strings.Join(got, " ") != tt.want {
				t.Errorf("got %s", strings.Join(got, " "))
			}
		})
	}
}

// TestWordOfBefore is read through a converter; where there is none, or it fails, the format is named.
func TestWordOfBefore(t *testing.T) {
	doc := []byte(compound + string(wide("WordDocument")))
	docx := layouttest.Pack(map[string]string{"word/document.xml": docxText})
	failed := errors.New("failed")
	for name, tt := range map[string]struct {
		doc     []byte
		convert func([]byte) ([]byte, error)
		want    string
	}{
		"converted":    {doc, func([]byte) ([]byte, error) { return docx, nil }, ""},
		"by nobody":    {doc, nil, "doc"},
		"not opened":   {doc, func([]byte) ([]byte, error) { return nil, failed }, "doc"},
		"into nothing": {doc, func([]byte) ([]byte, error) { return []byte("text"), nil }, "document"},
		"no Word":      {[]byte(compound), func([]byte) ([]byte, error) { return docx, nil }, "doc"},
		"a password":   {[]byte(compound + strings.Repeat("\x00", 504) + "\xec\xa5" + strings.Repeat("\x00", 9) + "\x01" + string(wide("WordDocument"))), func([]byte) ([]byte, error) { return docx, nil }, "password"},
		"no password":  {[]byte(compound + strings.Repeat("\x00", 504) + "\xec\xa5" + strings.Repeat("\x00", 9) + "\x02" + string(wide("WordDocument"))), func([]byte) ([]byte, error) { return docx, nil }, ""},
	} {
		found, err := Read(Source{Data: tt.doc, Convert: tt.convert})
		got := ""
		var own *Error
		if errors.As(err, &own) {
			got = own.Reason
		}
		if got != tt.want || err == nil && found.Releases[0].Headline != "Совет принял план" || name == "not opened" && !errors.Is(err, failed) {
			t.Errorf("%s: %v, %+v", name, err, found)
		}
	}
}

// TestOtherFormatsAreNamed: what is none of ours is never read as text.
func TestOtherFormatsAreNamed(t *testing.T) {
	for name, tt := range map[string]struct{ data, reason, format string }{
		"JSON":            {`{"a": 1}`, "other", "JSON"},
		"a list":          {" [1, 2]\n", "other", "JSON"},
		"JSON, empty":     {`{}`, "other", "JSON"},
		"XML":             {`<?xml version="1.0"?><kml><Document/></kml>`, "other", "XML (kml)"},
		"XML, no head":    {`<svg xmlns="x"><text>раз</text></svg>`, "other", "XML (svg)"},
		"a prefix":        {`<x:doc xmlns:x="y"><x:p>раз</x:p></x:doc>`, "other", "XML (doc)"},
		"an empty feed":   {`<?xml version="1.0"?><rss><channel></channel></rss>`, "other", "XML (rss)"},
		"a broken item":   {`<?xml version="1.0"?><newsMessage></newsMessage>`, "other", "XML (newsMessage)"},
		"FictionBook":     {`<?xml version="1.0"?><FictionBook><body><p>раз</p></body></FictionBook>`, "other", "XML (FictionBook)"},
		"PostScript":      {"%!PS-Adobe-3.0\n(text) show", "other", "PostScript"},
		"TeX":             {"\\documentclass{article}\n\\begin{document}a\\end{document}", "other", "TeX"},
		"a card":          {"BEGIN:VCARD\nFN:Анна\nEND:VCARD", "other", "vCard"},
		"a calendar":      {"BEGIN:VCALENDAR\nEND:VCALENDAR", "other", "iCalendar"},
		"WordPerfect":     {"\xffWPC\x10\x00\x00", "other", "WordPerfect"},
		"a letter, MSG":   {compound + string(wide("__substg1.0_0037001F")), "msg", ""},
		"winmail.dat":     {"\x78\x9f\x3e\x22\x01\x00\x01", "tnef", ""},
		"Pages":           {string(layouttest.Pack(map[string]string{"Index/Document.iwa": "a", "preview.jpg": "b"})), "apple", ""},
		"Pages of before": {string(layouttest.Pack(map[string]string{"index.xml": "<sl:document/>"})), "apple", ""},
		"a sheet":         {compound + string(wide("Workbook")), "packed", ""},
		"a presentation":  {compound + string(wide("PowerPoint Document")), "packed", ""},
		"Word":            {compound + string(wide("WordDocument")), "doc", ""},
		"half an archive": {"PK\x03\x04\x14\x00" + strings.Repeat("word", 9), "document", ""},
		"gzip":            {"\x1f\x8b\x08abc", "packed", ""},
		"RAR":             {"Rar!\x1a\x07\x00", "packed", ""},
		"7z":              {"7z\xbc\xaf\x27\x1c", "packed", ""},
		"a PNG":           {"\x89PNG\r\n\x1a\n", "picture", ""},
		"a JPEG":          {"\xff\xd8\xff\xe0", "picture", ""},
		"a GIF":           {"GIF89a", "picture", ""},
		"a PDF":           {"%PDF-1.7", "document", ""},
		"in another page": {"<?xml version=\"1.0\" encoding=\"windows-1251\"?><doc>\xf0\xe0\xe7</doc>", "other", "XML (doc)"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Read(Source{Data: []byte(tt.data)})
			var own *Error
			if !errors.As(err, &own) || own.Reason != tt.reason || own.Name != tt.format {
				t.Errorf("got %+v", err)
			}
		})
	}
	for _, text := range []string{"<Анна> сказала: да.", "<press@council.example> пишет:\nда", "{план}", "[1] Сноска", "5 < 6", "<p>раз</p>", "<?xml version='1.0'?><html><body><p>раз</p></body></html>"} {
		if _, err := Read(Source{Data: []byte(text)}); err != nil {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// TestBombsOfNews are told, or read, in the time that a text takes: less than a tenth of this
// without the race detector.
func TestBombsOfNews(t *testing.T) {
	const long = 1 << 20 // bytes
	for name, data := range map[string]string{
		"a list of numbers": "[" + strings.Repeat("1,", long/2) + "1]",
		"lists in lists":    strings.Repeat("[", long/8) + strings.Repeat("]", long/8),
		"empty items":       "[" + strings.Repeat("{},", long/3) + "{}]",
		"one long headline": `{"headline":"` + strings.Repeat("а", long/8) + `"}`,
		"elements":          "<nitf>" + strings.Repeat("<a>", long/3),
		"closed elements":   "<nitf><body><body.content>" + strings.Repeat("<a></a>", long/7) + "</body.content></body></nitf>",
		"items of NewsML":   "<newsMessage><itemSet>" + strings.Repeat("<newsItem/>", long/11) + "</itemSet></newsMessage>",
		"other XML":         "<doc>" + strings.Repeat("<a/>", long/4) + "</doc>",
	} {
		before := layouttest.Used()
		_, _ = Read(Source{Data: []byte(data)})
		if took := layouttest.Used() - before; took > 5*time.Second {
			t.Errorf("%s took %v", name, took)
		} else {
			t.Log(name, took)
		}
	}
}

// TestPhoneAndFaxOfNews: a number under which an item names a phone and a fax is that of both; one of its own is another.
func TestPhoneAndFaxOfNews(t *testing.T) {
	text := `{"headline":"План","body_text":"Стороны обсудили план дорог.\n\nОни рады.","infoSources":[{"name":"Анна Пробная","role":"contact","contactInfo":[` +
		`{"type":"phone","value":"+7-000-000-00-01"},{"type":"fax","value":"+7-000-000-00-01"},{"type":"phone","value":"+7-000-000-00-02"},{"type":"fax","value":"+7-000-000-00-03"},{"type":"phone","value":"+7-000-000-00-03"},{"type":"phone","value":"+7-000-000-00-03"},{"type":"mobile","value":"+7-000-000-00-04"},{"type":"fax","value":"+7-000-000-00-04"}]}]}`
	found, err := Read(Source{Data: []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	const want = "Анна Пробная;;;phone-fax +7-000-000-00-01+phone +7-000-000-00-02+fax +7-000-000-00-03+phone +7-000-000-00-03+phone +7-000-000-00-03+mobile +7-000-000-00-04+fax +7-000-000-00-04;;"
	if got := contactsIn(found.Releases[0]); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
