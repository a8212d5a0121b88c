package mail

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"mime"
	"net/mail"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"communique/editor/release"
	"communique/export/exporttest"
	"communique/export/text"
)

var update = flag.Bool("update", false, "rewrite golden files")

var office = release.Organisation{Name: "Совет содружества"}

// message is what Python's parser found.
type message struct {
	Headers     []string    `json:"headers"`
	Subject     string      `json:"subject"`
	To          [][2]string `json:"to"`
	From        string      `json:"from"`
	Unsent      string      `json:"unsent"`
	Text        string      `json:"text"`
	HTML        string      `json:"html"`
	Attachments [][3]string `json:"attachments"`
	Defects     []string    `json:"defects"`
}

func read(t *testing.T, data []byte) message {
	t.Helper()
	cmd := exec.Command("python3", "testdata/read.py")
	cmd.Stdin = bytes.NewReader(data)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("python3 (make test installs it): %v", err)
	}
	var m message
	if err := json.Unmarshal(out, &m); err != nil {
		t.Fatal(err)
	}
	return m
}

func render(t testing.TB, r release.Release, o Options) []byte {
	t.Helper()
	data, err := Render(r, office, o)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func full() (release.Release, Options) {
	r := exporttest.Release(1, 900)
	r.Embargo, _ = release.NewEmbargo(r.Date, 12, 0, "Asia/Bishkek")
	return r, Options{
		From: "Пресс-служба <press@council.example>", To: []string{"Редакция «Пробы» <news@проба.example>", "desk@agency.example"},
		Bcc: []string{"archive@council.example"}, HTML: []byte("<p>Да &amp; нет</p>\r\n"),
		Attachments: []Attachment{{"Релиз № 5.pdf", "application/pdf", []byte("%PDF-1.7\x00\xff")}},
	}
}

func TestGolden(t *testing.T) {
	got := render(t, release.Release{Language: "ru", Headline: "Встреча", Lead: "Лид."}, Options{To: []string{"desk@agency.example"}})
	if *update {
		if err := os.WriteFile("testdata/plain.eml", got, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/plain.eml")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestAnotherParserReadsIt(t *testing.T) {
	r, o := full()
	data := render(t, r, o)
	if again := render(t, r, o); !bytes.Equal(data, again) {
		t.Error("the same release gave other bytes")
	}
	m := read(t, data)
	want, err := text.Render(r, text.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.ReplaceAll(m.Text, "\r\n", "\n"); got != string(want) || !strings.HasPrefix(got, "ЭМБАРГО до 11.09.2024 12:00") {
		t.Errorf("text: got\n%q\nwant\n%q", got, want)
	}
	if m.Subject != text.Embargo(r)+": "+r.Headline || m.Unsent != "1" || len(m.Defects) > 0 {
		t.Errorf("got %+v", m)
	}
	if !slices.Equal(m.To, [][2]string{{"Редакция «Пробы»", "news@xn--80ab2bdf.example"}, {"", "desk@agency.example"}}) {
		t.Errorf("to %q", m.To)
	}
	if m.From != "Пресс-служба <press@council.example>" || strings.TrimSpace(m.HTML) != "<p>Да &amp; нет</p>" {
		t.Errorf("from %q, HTML %q", m.From, m.HTML)
	}
	if a := [3]string{"Релиз № 5.pdf", "application/pdf", base64.StdEncoding.EncodeToString(o.Attachments[0].Data)}; !slices.Equal(m.Attachments, [][3]string{a}) {
		t.Errorf("attachments %q", m.Attachments)
	}
	for line := range strings.SplitSeq(string(data), "\r\n") {
		if len(line) > 78 {
			t.Errorf("a line of %d: %q", len(line), line)
		}
	}
}

var known = []string{"From", "To", "Cc", "Bcc", "Subject", "X-Unsent", "MIME-Version", "Content-Language", "Content-Type", "Content-Transfer-Encoding"}

func TestHeadersCannotBeInjected(t *testing.T) {
	for _, evil := range []string{
		"Да\r\nBcc: thief@evil.example", "Да\nX: y\n\nтело", "=?utf-8?Q?=0D=0ABcc:_x?=", "\x00\x0b\u2028Bcc: x", "a\r\n\r\n--=_", `"; filename="x`,
		strings.Repeat("щ", 3000), strings.Repeat("a ", 900), "=?utf-8?B?0JTQsA==?=",
	} {
		data := render(t, release.Release{Language: evil, Headline: evil, Lead: evil}, Options{
			To: []string{"a@b.example"}, Attachments: []Attachment{{evil, evil, []byte("--=_\r\n")}},
		})
		m := read(t, data)
		for _, name := range m.Headers {
			if !slices.Contains(known, name) {
				t.Errorf("%q makes a header %q", evil, name)
			}
		}
		if want := oneLine(evil); m.Subject != want || len(m.Attachments) != 1 || len(m.To) != 1 {
			t.Errorf("%q: subject %q, %d attachments, %d recipients", evil, m.Subject, len(m.Attachments), len(m.To))
		}
	}
}

func TestAddresses(t *testing.T) {
	for _, c := range []struct{ address, bad string }{
		{"a@b.example", ""},
		{"Имя <a@пример.рф>", ""},
		{`"Пробный, Иван" <a@b.example>`, ""},
		{"нет адреса", "нет адреса"},
		{"имя@b.example", "имя@b.example"},
		{"a@b.example\r\nBcc: c@d.example", "a@b.example\r\nBcc: c@d.example"},
		{strings.Repeat("a", 65) + "@b.example", strings.Repeat("a", 65) + "@b.example"},
		{"", ""},
	} {
		_, err := Render(release.Release{}, office, Options{From: c.address})
		var address *AddressError
		if errors.As(err, &address) != (c.bad != "") || address != nil && address.Address != c.bad {
			t.Errorf("%q: got %v", c.address, err)
		}
	}
}

func TestParseRecipients(t *testing.T) {
	got, err := ParseRecipients("# редакции\r\nИван <a@b.example>, c@d.example; \"Пробный, Пётр\" <e@f.example>\n\n A@B.example # тот же\n")
	want := []string{"Иван <a@b.example>", "c@d.example", `"Пробный, Пётр" <e@f.example>`}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("got %q, %v", got, err)
	}
}

func FuzzParseRecipients(f *testing.F) {
	f.Add("Иван <a@b.example>, \"x, y\" <c@d.example>; # да\n")
	f.Fuzz(func(t *testing.T, list string) {
		found, err := ParseRecipients(list)
		if err != nil {
			return
		}
		again, err := ParseRecipients(strings.Join(found, "\n"))
		if err != nil || !slices.Equal(found, again) {
			t.Fatalf("%q became %q, %v", found, again, err)
		}
		if _, err := Render(release.Release{}, office, Options{To: found}); err != nil {
			t.Fatal(err)
		}
	})
}

// FuzzRender reads drafts back with the standard library.
func FuzzRender(f *testing.F) {
	f.Add("Да\r\nX: y", "файл\".pdf")
	f.Fuzz(func(t *testing.T, content, name string) {
		data := render(t, release.Release{Language: name, Headline: content, Lead: content}, Options{Attachments: []Attachment{{Name: name, Type: name, Data: []byte(content)}}})
		m, err := mail.ReadMessage(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		for header := range m.Header {
			if !slices.Contains(known, header) && header != "Mime-Version" {
				t.Fatalf("a header %q", header)
			}
		}
		decoder := mime.WordDecoder{}
		want := oneLine(content)
		if want == "" {
			want = office.Name
		}
		if got, err := decoder.DecodeHeader(m.Header.Get("Subject")); err != nil || got != want {
			t.Fatalf("subject %q, want %q, %v", got, want, err)
		}
		if _, err := io.Copy(io.Discard, m.Body); err != nil {
			t.Fatal(err)
		}
	})
}

func BenchmarkRender(b *testing.B) {
	r, o := full()
	for b.Loop() {
		render(b, r, o)
	}
}
