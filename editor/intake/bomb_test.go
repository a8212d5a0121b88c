package intake

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"communique/editor/intake/layout/layouttest"
	"communique/editor/intake/newsroom"
	"communique/editor/intake/refusal"
)

// bombTime is how much of a processor's time a bomb may take: ten times what it may without the race detector.
const bombTime = 20 * time.Second

// packedBomb is a document whose one part unpacks to more than any text.
func packedBomb(part, open, end string) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	f, err := w.Create(part)
	if err != nil {
		panic(err)
	}
	for _, text := range []string{open, strings.Repeat("а", 64<<20), end} {
		if _, err := f.Write([]byte(text)); err != nil {
			panic(err)
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// TestBombsOfEveryFormat are told, or read, in time: what unpacks to too much, what stands too deep in one another, and what is
// only long.
func TestBombsOfEveryFormat(t *testing.T) {
	deep := func(open, end string, n int) string { return strings.Repeat(open, n) + "а" + strings.Repeat(end, n) }
	notes := func(n int) string { // each called once
		var calls, all strings.Builder
		for i := range n {
			fmt.Fprintf(&calls, "[^%d] ", i)
			fmt.Fprintf(&all, "[^%d]: в\n\n", i)
		}
		return "# а\n\nб" + calls.String() + "\n\n" + all.String()
	}
	letter := func(n int) string {
		text := "From: a@council.example\nSubject: b\nMIME-Version: 1.0\n"
		for range n {
			text += "Content-Type: multipart/mixed; boundary=x\n\n--x\n"
		}
		return text + "Content-Type: text/plain\n\nа\n"
	}
	for name, bomb := range map[string]struct {
		data    []byte
		refused bool // it cannot be read, and that is told
	}{
		"Word that unpacks":          {packedBomb("word/document.xml", "<w:document><w:body><w:p><w:r><w:t>", "</w:t></w:r></w:p></w:body></w:document>"), true},
		"ODT that unpacks":           {packedBomb("content.xml", "<office:document-content><office:body><office:text><text:p>", "</text:p></office:text></office:body></office:document-content>"), true},
		"Word, deep":                 {layouttest.Pack(map[string]string{"word/document.xml": "<w:document><w:body>" + deep("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 200_000) + "</w:body></w:document>"}), true},
		"ODT, deep":                  {layouttest.Pack(map[string]string{"content.xml": "<office:document-content><office:body><office:text>" + deep("<text:section>", "</text:section>", 200_000) + "</office:text></office:body></office:document-content>"}), true},
		"flat ODT, deep":             {[]byte(`<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>` + deep("<text:section>", "</text:section>", 200_000) + "</office:text></office:body></office:document>"), true},
		"Word 2003, deep":            {[]byte(`<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>` + deep("<w:p>", "</w:p>", 200_000) + "</w:body></w:wordDocument>"), true},
		"entities within entities":   {layouttest.Pack(map[string]string{"word/document.xml": `<!DOCTYPE a [<!ENTITY a "аааа"><!ENTITY b "&a;&a;&a;&a;">]><w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`}), true},
		"a table of ODT":             {layouttest.Pack(map[string]string{"content.xml": "<office:document-content><office:body><office:text><table:table>" + strings.Repeat("<table:table-row><table:table-cell><text:p>а</text:p></table:table-cell></table:table-row>", refusal.MaxLines+1) + "</table:table></office:text></office:body></office:document-content>"}), true},
		"a table of Word":            {layouttest.Pack(map[string]string{"word/document.xml": "<w:document><w:body><w:tbl>" + strings.Repeat("<w:tr><w:tc><w:p><w:r><w:t>а</w:t></w:r></w:p></w:tc></w:tr>", refusal.MaxLines+1) + "</w:tbl></w:body></w:document>"}), true},
		"a table of RTF":             {[]byte(`{\rtf1\ansi ` + strings.Repeat(`\trowd\cellx1 a\cell\row `, 600_000) + "}"), true},
		"paragraphs of RTF":          {[]byte(`{\rtf1\ansi ` + strings.Repeat(`a\par `, 2_000_000) + "}"), true},
		"JSON of brackets":           {[]byte(deep("[", "]", 1_000_000)), true},
		"ninjs, HTML":                {[]byte(`{"uri":"a","headline":"b","body_html":"` + strings.Repeat("<p>Совет принял план.</p>", 500_000) + `"}`), true},
		"ninjs, lines":               {[]byte(`{"uri":"a","headline":"b","body_text":"` + strings.Repeat(`Совет принял план.\n`, 500_000) + `"}`), true},
		"ninjs, short lines":         {[]byte(`{"uri":"a","headline":"b","body_text":"` + strings.Repeat(`а\n`, refusal.MaxLines+1) + `"}`), true},
		"ninjs, items":               {[]byte(`[` + strings.Repeat(`{"headline":"b","body_html":"`+strings.Repeat("Совет принял план. ", 1000)+`"},`, 600) + `{"headline":"b"}]`), true},
		"NITF, paragraphs":           {[]byte("<nitf><body><body.content>" + strings.Repeat("<p>а</p>", refusal.MaxLines+1) + "</body.content></body></nitf>"), true},
		"Atom, paragraphs":           {[]byte("<feed><entry><title>а</title><content type=\"html\">" + strings.Repeat("&lt;p&gt;а", refusal.MaxLines+1) + "</content></entry></feed>"), true},
		"RTF, a million groups":      {[]byte(`{\rtf1\ansi ` + deep("{", "}", 1_000_000) + "}"), true},
		"RTF, a million words":       {[]byte(`{\rtf1\ansi ` + strings.Repeat(`\b\i\par `, 1_000_000) + "}"), true},
		"RTF of bytes to pass over":  {[]byte(`{\rtf1\ansi ` + strings.Repeat(`\bin999999999 `, 100_000) + "}"), true},
		"HTML, a million elements":   {[]byte("<html><body>" + deep("<div>", "</div>", 1_000_000)), true},
		"HTML, a million looks":      {[]byte("<html><body><p>" + deep("<b><i>", "</i></b>", 500_000)), true},
		"HTML, tables":               {[]byte("<html><body>" + deep("<table><tr><td>", "</td></tr></table>", 100_000)), false},
		"HTML, an attribute":         {[]byte(`<html><body><p style="` + strings.Repeat("a:b;", 2_000_000) + `">а`), false},
		"HTML, lines":                {[]byte("<html><body><p>" + strings.Repeat("а<br>", refusal.MaxLines+2)), true},
		"Word, paragraphs":           {layouttest.Pack(map[string]string{"word/document.xml": "<w:document><w:body>" + strings.Repeat("<w:p><w:r><w:t>а</w:t></w:r></w:p>", refusal.MaxLines+1) + "</w:body></w:document>"}), true},
		"HTML, terms":                {[]byte("<html><body>" + strings.Repeat("<dl><dt>а<dd>б", 200_000)), true},
		"HTML, items":                {[]byte("<html><body><ul>" + strings.Repeat("<i-a>", 250) + strings.Repeat("<li>а", 500_000)), true},
		"a feed of items":            {[]byte("<rss><channel>" + strings.Repeat("<item><title>а</title></item>", newsroom.MostItems+1) + "</channel></rss>"), true},
		"one line of a book":         {[]byte(strings.Repeat("11 сентября 2024 года ", 80_000)), false},
		"HTML, lists":                {[]byte("<html><body>" + deep("<ul><li>", "</li></ul>", 200_000)), false},
		"JSON, deep":                 {[]byte(`{"uri":"a","headline":"b","body_html":` + deep("[", "]", 1_000_000) + "}"), true},
		"JSON-LD, deep":              {[]byte(`<html><head><script type="application/ld+json">` + deep("[", "]", 1_000_000) + "</script></head><body><p>Совет принял план."), false},
		"news, deep":                 {[]byte("<rss><channel><item><title>" + deep("<a>", "</a>", 1_000_000) + "</title></item></channel></rss>"), true},
		"titles of other texts":      {[]byte("Совет принял план\n\n" + strings.Repeat("Теги\n", refusal.MaxLines/2) + "Стороны рады.\n"), false},
		"links to other texts":       {[]byte("Совет принял план\n\n" + strings.Repeat("Читайте также: план\n", refusal.MaxLines/2) + "Стороны рады.\n"), false},
		"Markdown, notes":            {[]byte(notes(refusal.MaxLines/2 - 10)), false},
		"Markdown, quotations":       {[]byte("# а\n\n" + strings.Repeat(">", 200_000) + " б"), false},
		"Markdown, brackets":         {[]byte("# а\n\n" + strings.Repeat("[", 200_000) + "б" + strings.Repeat("](c)", 200_000)), false},
		"a letter of letters":        {[]byte(letter(1000)), true},
		"a letter of one header":     {[]byte("From: a@council.example\nSubject: " + strings.Repeat("=?utf-8?q?=D0=B0?= ", 50_000) + "\n\nа\n"), false},
		"base64 of anything":         {[]byte("From: a@council.example\nSubject: b\nMIME-Version: 1.0\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\n" + base64.StdEncoding.EncodeToString(make([]byte, 12<<20)) + "\n"), false},
		"a charset of nobody":        {[]byte("From: a@council.example\nSubject: b\nMIME-Version: 1.0\nContent-Type: text/plain; charset=" + strings.Repeat("x", 1_000_000) + "\n\nа\n"), false},
		"UTF-7 without end":          {[]byte(strings.Repeat("+BDA", 100_000)), false},
		"one line":                   {[]byte(strings.Repeat("Совет принял план дорог. ", 20_000)), false},
		"a million lines":            {[]byte(strings.Repeat("да\n", 1_000_000)), true},
		"lines without end":          {[]byte(strings.Repeat("а\n", refusal.MaxLines)), false},
		"contacts without end":       {[]byte("Совет принял план\n\nСтороны рады, что он принят.\n______\n" + strings.Repeat("тел. +7-495-000-00-01, Анна Пробная, ", 5_000)), false},
		"rules over contacts":        {[]byte("Совет принял план\n\nСтороны рады, что он принят.\n" + strings.Repeat("______\nтел. +7-495-000-00-01, Анна Пробная\n", refusal.MaxLines/2-3)), false},
		"what is defined at the end": {[]byte("Совет принял план\n\nСтороны рады, что он принят.\n" + strings.Repeat("Мы рады дорогам\n", refusal.MaxLines-8) + "\nПроба – международная организация."), false},
		"PDF":                        {[]byte("%PDF-1.7\n1 0 obj<</Length 99999999999/Filter[" + strings.Repeat("/FlateDecode ", 100_000) + "]>>stream\n"), true},
	} {
		t.Run(name, func(t *testing.T) {
			began := layouttest.Used()
			found, err := Read(Source{Data: bomb.data})
			if took := layouttest.Used() - began; took > bombTime {
				t.Errorf("%v of CPU, %d releases, %v", took, len(found.Releases), err)
			}
			if (err != nil) != bomb.refused {
				t.Errorf("%d releases, error %v", len(found.Releases), err)
			}
		})
	}
}

// TestAFeedOfTooMuchIsTold as what it is, not as markup that nobody knows.
func TestAFeedOfTooMuchIsTold(t *testing.T) {
	var told *Error
	_, err := Read(Source{Data: []byte("<rss><channel>" + strings.Repeat("<item><title>а</title></item>", newsroom.MostItems+1) + "</channel></rss>")})
	if !errors.As(err, &told) || told.Reason != "too-large" {
		t.Errorf("%v", err)
	}
}

// mostMade is how many bytes a bomb may make us take, all in all, for each of its own.
const mostMade = 12

// TestBombsTakeLittleMemory beside their own size: what is larger than any text is refused before it is laid out.
func TestBombsTakeLittleMemory(t *testing.T) {
	for name, bomb := range map[string]string{
		"ninjs, HTML":    `{"uri":"a","headline":"b","body_html":"` + strings.Repeat("<p>Совет принял план.</p>", 500_000) + `"}`,
		"ninjs, lines":   `{"uri":"a","headline":"b","body_text":"` + strings.Repeat(`Совет принял план.\n`, 500_000) + `"}`,
		"a table of RTF": `{\rtf1\ansi ` + strings.Repeat(`\trowd\cellx1 a\cell\row `, 600_000) + "}",
	} {
		data := []byte(bomb)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := Read(Source{Data: data})
		runtime.ReadMemStats(&after)
		if took := after.TotalAlloc - before.TotalAlloc; err == nil || took > mostMade*uint64(len(data)) {
			t.Errorf("%s: %d bytes of %d, %v", name, took, len(data), err)
		}
	}
}
