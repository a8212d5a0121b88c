package mail

import (
	"encoding/base64"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"communique/editor/intake/html"
	"communique/editor/intake/layout"
	"communique/editor/intake/layout/layouttest"
)

func params(data string) Params {
	return Params{
		Data: []byte(strings.ReplaceAll(data, "\n", "\r\n")),
		Decode: func(data []byte, charset string) (string, error) {
			if charset == "koi8-r" {
				data, err := charmap.KOI8R.NewDecoder().Bytes(data)
				return string(data), err
			}
			return strings.ReplaceAll(string(data), "\r\n", "\n"), nil
		},
		Page: func(text string, file func(string) []byte) (layout.Document, error) {
			return html.Read(html.Params{Text: text, File: file})
		},
		Plain: func(text string) (layout.Document, error) {
			var w layout.Writer
			for line := range strings.SplitSeq(text, "\n") {
				w.Words(line, layout.Look{})
				w.End(layout.Paragraph{})
			}
			return w.Document(), nil
		},
	}
}

const head = "From: =?utf-8?B?0JDQvdC90LA=?= <press@example.org>\nSubject: =?koi8-r?B?8sHa?=\nMIME-Version: 1.0\n"

func TestIs(t *testing.T) {
	for text, want := range map[string]bool{
		head + "\nраз": true, "From a@b Mon\n" + head + "\nраз": true, "From: a\nTo: b\nSubject: c\n\nраз": true, "Received: x\nDate: y\n\nраз": true,
		"From: a\nSubject: b\n\nраз": false, "Subject: раз\n\nдва": false, "Раз: два\n\nтри": false, head: false, "": false,
		"Contact: Ann Example\n\nFrom: Subject: Date:": false,
	} {
		if Is([]byte(text)) != want {
			t.Errorf("%q: %t", text, !want)
		}
	}
}

func TestRead(t *testing.T) {
	png := base64.StdEncoding.EncodeToString([]byte(layouttest.PNG))
	part := func(head, body string) string { return "--x\n" + head + "\n\n" + body + "\n" }
	const from = "{letter}From: Анна <press@example.org>|{letter}Subject: Раз|"
	for name, tt := range map[string]struct{ rest, want string }{
		"a letter beside a text":  {"Content-Type: multipart/mixed; boundary=x\n\n" + part("Content-Type: text/plain", strings.Repeat("слово ", 80)) + part("Content-Type: message/rfc822", "From: b\n\nтри") + "--x--", strings.TrimSpace(strings.Repeat("слово ", 80)) + " attachments=1"},
		"two letters":             {"Content-Type: multipart/mixed; boundary=x\n\n" + part("Content-Type: text/plain", "раз") + part("Content-Type: message/rfc822", "From: b\n\nдва") + part("Content-Type: message/rfc822", "From: b\n\nтри") + "--x--", "раз attachments=2"},
		"no letter":               {"Content-Type: multipart/mixed; boundary=x\n\n" + part("Content-Type: text/plain", "раз") + part("Content-Type: message/rfc822", "два") + "--x--", "раз attachments=1"},
		"plain":                   {"\nраз\nдва", "раз|два"},
		"in base64":               {"Content-Type: text/plain; charset=koi8-r\nContent-Transfer-Encoding: base64\n\n8sHa", "Раз"},
		"quoted":                  {"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<p>=D1=80=\n=D0=B0=D0=B7", "раз"},
		"flowed":                  {"Content-Type: text/plain; format=flowed\n\nраз \nдва\nтри", "раз два|три"},
		"alternatives":            {"Content-Type: multipart/alternative; boundary=x\n\n" + part("Content-Type: text/plain", "раз") + part("Content-Type: text/html", "<p>раз <b>два</b></p>") + "--x--", "раз *два*"},
		"its pictures":            {"Content-Type: multipart/related; boundary=x\n\n" + part("Content-Type: text/html", "<p>раз</p><img src='cid:1@a' alt=вид><img src='cid:2@a'>") + part("Content-Type: image/png\nContent-ID: <1@a>\nContent-Transfer-Encoding: base64", png) + "--x--", `раз|(69 bytes, "вид")  pictures=1`},
		"a saved page":            {"Content-Type: multipart/related; boundary=x\n\n" + part("Content-Type: text/html\nContent-Location: https://a.example/", "<img src='https://a.example/b.png'>раз") + part("Content-Type: image/png\nContent-Location: https://a.example/b.png\nContent-Transfer-Encoding: base64", png) + part("Content-Type: text/css", "p{}") + "--x--", `(69 bytes, "") |раз`},
		"with it":                 {"Content-Type: multipart/mixed; boundary=x\n\n" + part("Content-Type: text/plain", "раз") + part("Content-Type: image/png\nContent-Disposition: attachment; filename=a.png\nContent-Transfer-Encoding: base64", png) + part("Content-Type: application/pdf", "%PDF-") + part("Content-Type: text/plain\nContent-Disposition: attachment", "два") + "--x--", `раз|(69 bytes, "")  attachments=2`},
		"cut off":                 {"Content-Type: multipart/mixed; boundary=x\n\n" + part("Content-Type: text/plain", "раз") + "--x\nContent-Type: text/plain\n\nдва", "раз|два cut=1"},
		"a damaged end":           {"Content-Type: multipart/mixed; boundary=x\n\n" + part("Content-Type: text/plain; charset=koi8-r\nContent-Transfer-Encoding: base64", "8sHa\nIMTX!!") + "--x--", "Раз дв cut=1"},
		"a root behind its frame": {"Content-Type: multipart/related; start=\"<r@a>\"; boundary=x\n\n" + part("Content-Type: text/html\nContent-ID: <f@a>", "реклама") + part("Content-Type: text/html\nContent-ID: <r@a>", "раз") + "--x--", "раз attachments=1"},
		"a page and its frame":    {"Content-Type: multipart/related; boundary=x\n\n" + part("Content-Type: text/html\nContent-Location: https://a.example/", "раз") + part("Content-Type: text/html\nContent-Location: https://b.example/", "реклама") + part("Content-Type: text/plain", "два") + "--x--", "раз|два attachments=1"},
		"a field cut short":       {"Content-Type: text/html; charset\n\n<p>раз</p>", "раз"},
		"a type that is none":     {"Content-Type: ;;;\n\nраз", "раз"},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := Read(params(head + tt.rest))
			if got := layouttest.Write(d); err != nil || got != from+tt.want || d.Title != "Раз" {
				t.Errorf("got  %s\nwant %s\n%q %v", got, from+tt.want, d.Title, err)
			}
		})
	}
}

func TestTooManyParts(t *testing.T) {
	nested := head
	for range 30 {
		nested += "Content-Type: multipart/mixed; boundary=x\n\n--x\n"
	}
	many := head + "Content-Type: multipart/mixed; boundary=x\n\n" + strings.Repeat("--x\nContent-Type: text/plain\n\nа\n", 1000)
	for _, text := range []string{nested, many} {
		if d, err := Read(params(text)); err == nil && len(d.Paragraphs) > maxParts {
			t.Errorf("%d paragraphs", len(d.Paragraphs))
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(head + "Content-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n<img src=cid:1>\n--x\nContent-ID: <1>\n\n\x89PNG")
	f.Fuzz(func(t *testing.T, text string) {
		if _, err := Read(params(text)); err != nil {
			t.Skip(err)
		}
	})
}

// TestLetterSentOn: of a letter that brings another one the other is read, with its subject; its own words belong to the letter.
func TestLetterSentOn(t *testing.T) {
	within := "From: b\nSubject: Два\nContent-Type: text/html\n\n<p>три</p>"
	for range 3 {
		within = head + "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nСм. ниже\n--x\nContent-Type: message/rfc822\nContent-Disposition: attachment\n\n" + within + "\n--x--"
		within = strings.NewReplacer("--x", "--x"+"y", "boundary=x", "boundary=xy").Replace(within)
	}
	d, err := Read(params(within))
	if err != nil || d.Title != "Два" || d.Paragraphs[len(d.Paragraphs)-1].Text != "три" || d.Paragraphs[len(d.Paragraphs)-1].Part != layout.Body {
		t.Errorf("%q %v %+v", d.Title, err, d.Paragraphs)
	}
	for _, p := range d.Paragraphs[:len(d.Paragraphs)-1] {
		if p.Part != layout.Letter {
			t.Errorf("%+v", p)
		}
	}
}

// TestLettersTooDeep are counted, and a subject is cut that is longer than any.
func TestLettersTooDeep(t *testing.T) {
	within := "From: b\n\nтри"
	for n := range maxDepth + 2 {
		mark := strings.Repeat("y", n+1)
		within = head + "Content-Type: multipart/mixed; boundary=" + mark + "\n\n--" + mark + "\nContent-Type: message/rfc822\n\n" + within + "\n--" + mark + "--"
	}
	if d, err := Read(params(within)); err != nil || d.Count(layout.Attachments) != 1 {
		t.Errorf("%v, %d attachments", err, d.Count(layout.Attachments))
	}
	if d, err := Read(params("From: a\nSubject: " + strings.Repeat("раз ", longestField) + "\n\nдва")); err != nil || len(d.Title) > longestField {
		t.Errorf("%v, a subject of %d bytes", err, len(d.Title))
	}
}
