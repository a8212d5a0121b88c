package mail

import (
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"testing"

	"communique/editor/intake/layout"
	"communique/editor/intake/layout/layouttest"
)

// TestLettersOfOtherKinds: a mailbox's own line before the letter, what stands beside its
// text, and what of it cannot be read.
func TestLettersOfOtherKinds(t *testing.T) {
	png := base64.StdEncoding.EncodeToString([]byte(layouttest.PNG))
	part := func(head, body string) string { return "--x\n" + head + "\n\n" + body + "\n" }
	mixed := func(all ...string) string {
		return "Content-Type: multipart/mixed; boundary=x\n\n" + strings.Join(all, "") + "--x--"
	}
	plain := part("Content-Type: text/plain", "раз")
	for name, c := range map[string]struct{ letter, want string }{
		"of a mailbox":                {"\nFrom a@b.example Mon Nov 25 2024\n" + head + "\nраз", "раз"},
		"base64 that is none":         {head + mixed(part("Content-Type: text/plain\nContent-Transfer-Encoding: base64", "!!!!"), plain), "раз"},
		"words, said to be base64":    {head + "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nраз и два\nтри", "раз и два|три"},
		"a list's foot behind base64": {head + "Content-Type: text/plain; charset=koi8-r\nContent-Transfer-Encoding: base64\n\n8sHa\n____ list of letters", "Раз cut=1"},
		"no line behind its head":     {head + "Content-Type: multipart/mixed;\n boundary=x\nThis is a letter.\n" + plain + "--x--", "раз"},
		"base64 that breaks off":      {head + "Content-Type: text/plain; charset=koi8-r\nContent-Transfer-Encoding: Base64 \n\n8sHa8", "Раз cut=1"},
		"a charset nobody knows":      {head + mixed(part("Content-Type: text/plain; charset=x-none", "два"), plain), "раз attachments=1"},
		"an empty part":               {head + mixed(part("Content-Type: text/plain; charset=x-none", " "), plain), "раз"},
		"a picture by its bytes":      {head + mixed(plain, part("Content-Type: application/octet-stream\nContent-Transfer-Encoding: base64", png)), `раз|(69 bytes, "") `},
		"a picture that is none":      {head + mixed(plain, part("Content-Type: image/png", "снимок")), "раз pictures=1"},
		"a signature":                 {head + "Content-Type: text/plain; format=flowed\n\nраз\n-- \nАнна \nПримерова", "раз|--|Анна Примерова"},
		"a page that flows":           {head + "Content-Type: text/html; format=flowed\n\n<p>раз \nдва</p>", "раз два"},
		"a style sheet":               {head + mixed(plain, part("Content-Type: text/css", "p{}")), "раз"},
		"a page attached":             {head + mixed(plain, part("Content-Type: text/html\nContent-Disposition: attachment", "<p>два</p>")), "раз attachments=1"},
		"a page among the texts":      {head + mixed(plain, part("Content-Type: text/html", "<p>два</p>")), "раз|два"},
		"alternatives within":         {head + mixed("--x\nContent-Type: multipart/alternative; boundary=y\n\n--y\nContent-Type: text/html\n\n<p>два</p>\n--y\nContent-Type: text/plain\n\nтри\n--y--\n", plain), "два|раз"},
		"alternatives without a page": {head + "Content-Type: multipart/alternative; boundary=x\n\n" + plain + part("Content-Type: text/plain", "два") + "--x--", "раз"},
	} {
		t.Run(name, func(t *testing.T) {
			p := params(c.letter)
			decode := p.Decode
			p.Decode = func(data []byte, charset string) (string, error) {
				if charset == "x-none" {
					return "мусор", errors.New("unknown")
				}
				return decode(data, charset)
			}
			d, err := Read(p)
			_, got, _ := strings.Cut(layouttest.Write(d), "Subject: Раз|")
			if err != nil || got != c.want {
				t.Errorf("got %s, %v", layouttest.Write(d), err)
			}
		})
	}
	nested := func(n int) string {
		letter := head
		for i := range n {
			letter += fmt.Sprintf("Content-Type: multipart/mixed; boundary=x%d\n\n--x%d\n", i, i)
		}
		return letter + "\nраз"
	}
	if d, err := Read(params(nested(12))); err != nil || len(d.In(layout.Body)) != 1 {
		t.Errorf("as many in another as may be: %s, %v", layouttest.Write(d), err)
	}
	for name, letter := range map[string]string{"no field": "раз два\n\nтри", "one too many in another": nested(13)} {
		if _, err := Read(params(letter)); err == nil {
			t.Errorf("%s: it was read", name)
		}
	}
	p := params(head + "\nраз")
	p.Plain = func(string) (layout.Document, error) { return layout.Document{}, errTooMany }
	if _, err := Read(p); !errors.Is(err, errTooMany) {
		t.Errorf("a text that cannot be read: %v", err)
	}
}

// TestIsOfWindows: with the line ends of Windows, and empty lines before the letter.
func TestIsOfWindows(t *testing.T) {
	if !Is([]byte("\r\n\r\n" + strings.ReplaceAll(head+"\nраз", "\n", "\r\n"))) {
		t.Error("it is no letter")
	}
	for _, text := range []string{"To: a\nDate: b\nSubject: c\n\nраз", "From: a\nTo: b\nDate: c\n\nраз"} {
		if Is([]byte(text)) {
			t.Errorf("%q is taken for a letter", text)
		}
	}
}

// TestAsManyPartsAsMayBe are read, and not one more.
func TestAsManyPartsAsMayBe(t *testing.T) {
	for n, fails := range map[int]bool{499: false, 500: true} {
		d, err := Read(params(head + "Content-Type: multipart/mixed; boundary=x\n\n" + strings.Repeat("--x\nContent-Type: text/plain\n\nа\n", n) + "--x--"))
		if (err != nil) != fails || !fails && len(d.In(layout.Body)) != n {
			t.Errorf("%d parts: %d paragraphs, %v", n, len(d.Paragraphs), err)
		}
	}
}

// TestTheHeadOfALetter: from whom, when, and about what, in this order; of nothing that is
// empty.
func TestTheHeadOfALetter(t *testing.T) {
	for letter, want := range map[string]string{
		"Subject: План\nDate: Wed, 11 Sep 2024 10:00:00 +0300\nFrom: a@b.example\nTo: c@d.example\n\nраз": "{letter}From: a@b.example|{letter}Date: Wed, 11 Sep 2024 10:00:00 +0300|{letter}Subject: План|раз",
		"Subject: \nFrom: a@b.example\nDate:\n\nраз":                                                      "{letter}From: a@b.example|раз",
	} {
		d, err := Read(params(letter))
		if got := layouttest.Write(d); err != nil || got != want {
			t.Errorf("got %s, %v", got, err)
		}
	}
}
