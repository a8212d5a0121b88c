package mail

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"mime"
	"net/mail"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"communique/assets/translations"
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
	Related     [][3]string `json:"related"` // identifier, type and name of what the HTML shows
	Attachments [][3]string `json:"attachments"`
	Defects     []string    `json:"defects"` // of the parts, and of the headers of the message
}

// python is Python's parser, started once for a test.
type python struct {
	in  io.Writer
	out *json.Decoder
}

func newPython(t *testing.T) python {
	t.Helper()
	cmd := exec.Command("python3", "testdata/read.py")
	in, inErr := cmd.StdinPipe()
	out, outErr := cmd.StdoutPipe()
	if err := errors.Join(inErr, outErr, cmd.Start()); err != nil {
		t.Fatalf("python3 (make test installs it): %v", err)
	}
	t.Cleanup(func() {
		_ = in.Close() // ends it
		_ = cmd.Wait()
	})
	return python{in, json.NewDecoder(out)}
}

func (p python) read(t *testing.T, data []byte) message {
	t.Helper()
	if _, err := fmt.Fprintf(p.in, "%d\n%s", len(data), data); err != nil {
		t.Fatal(err)
	}
	var m message
	if err := p.out.Decode(&m); err != nil {
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
	r, o := full()
	for name, got := range map[string][]byte{
		"plain.eml": render(t, release.Release{Language: "ru", Headline: "Встреча", Lead: "Лид."}, Options{To: []string{"desk@agency.example"}}),
		"full.eml":  render(t, r, o),
	} {
		path := filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(path, got, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
		}
	}
}

func TestAnotherParserReadsIt(t *testing.T) {
	reader := newPython(t)
	r, o := full()
	data := render(t, r, o)
	if again := render(t, r, o); !bytes.Equal(data, again) {
		t.Error("the same release gave other bytes")
	}
	m := reader.read(t, data)
	want, err := text.Render(r, text.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.ReplaceAll(m.Text, "\r\n", "\n"); got != string(want) || !strings.HasPrefix(got, "ЭМБАРГО до 11 сентября 2024 года, 12:00") {
		t.Errorf("text: got\n%q\nwant\n%q", got, want)
	}
	if m.Subject != text.Embargo(r, translations.Printed(r.Language))+" – "+r.Headline || m.Unsent != "1" || len(m.Defects) > 0 {
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
	checkLines(t, data)
}

// TestPicturesTravelWithTheLetter: another parser finds each by the address that the
// page names it by.
func TestPicturesTravelWithTheLetter(t *testing.T) {
	o := Options{
		HTML:        []byte("<img src=\"" + Address("a1") + "\">"),
		Inline:      []Inline{{"a1", Attachment{"снимок-1.jpg", "image/jpeg", []byte("\xff\xd8")}}},
		Attachments: []Attachment{{"a.pdf", "application/pdf", []byte("%PDF")}},
	}
	data := render(t, release.Release{Language: "ru", Headline: "Да", Lead: "Лид."}, o)
	m := newPython(t).read(t, data)
	if want := [][3]string{{"<a1@communique.invalid>", "image/jpeg", "снимок-1.jpg"}}; !slices.Equal(m.Related, want) || len(m.Defects) > 0 {
		t.Errorf("got %q, defects %q", m.Related, m.Defects)
	}
	if len(m.Attachments) != 1 || m.Attachments[0][0] != "a.pdf" || !strings.Contains(m.Text, "Лид.") || !strings.Contains(m.HTML, "cid:a1@communique.invalid") {
		t.Errorf("got %+v", m)
	}
	if !strings.Contains(string(data), "multipart/related;\r\n boundary=") || !strings.Contains(string(data), ";\r\n type=\"text/html\"\r\n") {
		t.Errorf("the page and its pictures do not say which of them is the first (RFC 2387, 3.1):\n%s", data)
	}
	checkLines(t, data)
}

// checkLines holds every line to the 78 characters that RFC 5322, 2.1.1 asks for.
func checkLines(t *testing.T, data []byte) {
	t.Helper()
	for line := range strings.SplitSeq(string(data), "\r\n") {
		if len(line) > 78 || strings.ContainsAny(line, "\r\n") {
			t.Errorf("a line of %d: %q", len(line), line)
		}
	}
}

var known = []string{"From", "To", "Cc", "Bcc", "Subject", "X-Unsent", "MIME-Version", "Content-Language", "Content-Type", "Content-Transfer-Encoding"}

func TestHeadersCannotBeInjected(t *testing.T) {
	reader := newPython(t)
	for _, evil := range []string{
		"Да\r\nBcc: thief@evil.example", "Да\nX: y\n\nтело", "=?utf-8?Q?=0D=0ABcc:_x?=", "\x00\x0b\u2028Bcc: x", "a\r\n\r\n--=_", `"; filename="x`,
		strings.Repeat("щ", 3000), strings.Repeat("a ", 900), "=?utf-8?B?0JTQsA==?=",
	} {
		data := render(t, release.Release{Status: release.Issued, Language: evil, Headline: evil, Lead: evil}, Options{
			To: []string{"a@b.example"}, Attachments: []Attachment{{evil, evil, []byte("--=_\r\n")}},
		})
		m := reader.read(t, data)
		for _, name := range m.Headers {
			if !slices.Contains(known, name) {
				t.Errorf("%q makes a header %q", evil, name)
			}
		}
		if want := text.OneLine(evil); m.Subject != want || len(m.Attachments) != 1 || len(m.To) != 1 {
			t.Errorf("%q: subject %q, %d attachments, %d recipients", evil, m.Subject, len(m.Attachments), len(m.To))
		}
		if len(m.Attachments) == 1 && m.Attachments[0][0] != text.OneLine(evil) {
			t.Errorf("%q: the attachment is called %q", evil, m.Attachments[0][0])
		}
		checkLines(t, data)
	}
}

func TestSubject(t *testing.T) {
	reader := newPython(t)
	embargo, err := release.NewEmbargo(release.Date{Year: 2024, Month: 9, Day: 11}, 12, 0, "Asia/Bishkek")
	if err != nil {
		t.Fatal(err)
	}
	const until = "ЭМБАРГО до 11 сентября 2024 года, 12:00, Бишкек, UTC+6"
	for _, c := range []struct {
		name    string
		release release.Release
		org     release.Organisation
		want    string
	}{
		{"the headline in one line", release.Release{Status: release.Issued, Headline: " Встреча\n на\u00a0полях "}, office, "Встреча на полях"},
		{"the mark of a draft first", release.Release{Language: "ru", Headline: "Встреча", Embargo: embargo}, office, "ПРОЕКТ – " + until + " – Встреча"},
		{"the embargo first", release.Release{Status: release.Issued, Language: "ru", Headline: "Встреча", Embargo: embargo}, office, until + " – Встреча"},
		{"no headline", release.Release{Status: release.Issued, Headline: "\u200b"}, office, "Совет содружества"},
		{"the embargo of nobody's news", release.Release{Status: release.Issued, Language: "ru", Embargo: embargo}, office, until + " – Совет содружества"},
		{"the embargo alone", release.Release{Status: release.Issued, Language: "ru", Embargo: embargo}, release.Organisation{}, until},
	} {
		t.Run(c.name, func(t *testing.T) {
			data, err := Render(c.release, c.org, Options{})
			if m := reader.read(t, data); err != nil || m.Subject != c.want {
				t.Errorf("got %q, %v", m.Subject, err)
			}
		})
	}
	if data, err := Render(release.Release{Status: release.Issued}, release.Organisation{}, Options{}); err != nil || bytes.Contains(data, []byte("Subject")) {
		t.Errorf("an empty subject: %s, %v", data, err)
	}
}

func TestAttachmentTypes(t *testing.T) {
	reader := newPython(t)
	const bytesAlone = "application/octet-stream"
	for given, want := range map[string]string{
		"application/pdf": "application/pdf", "Text/HTML; charset=x": "text/html",
		"": bytesAlone, "pdf": bytesAlone, "multipart/mixed": bytesAlone, "message/rfc822": bytesAlone,
		"a/" + strings.Repeat("b", 300): bytesAlone, "a/b\r\nBcc: c": bytesAlone,
	} {
		data := render(t, release.Release{}, Options{Attachments: []Attachment{{Type: given, Data: []byte("x")}}})
		m := reader.read(t, data)
		if len(m.Defects) > 0 || len(m.Attachments) != 1 || m.Attachments[0] != [3]string{"", want, "eA=="} {
			t.Errorf("%q: got %q, defects %q", given, m.Attachments, m.Defects)
		}
		if strings.Contains(string(data), "name=") {
			t.Errorf("a name that nobody gave:\n%s", data)
		}
	}
}

// TestLongNames: lines stay within their length however long a name is, and the
// name comes back whole.
func TestLongNames(t *testing.T) {
	for _, letter := range []string{"a", "ы", "😀", " "} {
		for _, length := range []int{1, 41, 42, 43, 54, 55, 56, 60, 61, 62, 63, 64, 124, 130, 7000} {
			name := "x" + strings.Repeat(letter, length) + "y"
			data := render(t, release.Release{Status: release.Issued, Headline: name}, Options{Attachments: []Attachment{{Name: name, Type: "application/pdf"}}})
			checkLines(t, data)
			m, err := mail.ReadMessage(bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			want := text.OneLine(name)
			if letter == " " {
				want = "x y"
			}
			if subject, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject")); err != nil || subject != want {
				t.Errorf("%d of %q: subject %.80q, %v", length, letter, subject, err)
			}
			_, disposition, _ := strings.Cut(string(data), "Content-Disposition: ")
			disposition, _, _ = strings.Cut(disposition, "\r\nContent-")
			_, parameters, err := mime.ParseMediaType(strings.ReplaceAll(disposition, "\r\n", ""))
			if err != nil || parameters["filename"] != text.OneLine(name) {
				t.Errorf("%d of %q: file name %.80q, %v", length, letter, parameters["filename"], err)
			}
		}
	}
}

// TestHeaderWords: what is plain stands as it is, up to sixty characters.
func TestHeaderWords(t *testing.T) {
	for content, want := range map[string]string{
		"": "", "Plain-text_1.pdf": "Plain-text_1.pdf", strings.Repeat("a", 60): strings.Repeat("a", 60),
		strings.Repeat("a", 61): "=?utf-8?B?" + strings.Repeat("YWFh", 14) + "?=\r\n =?utf-8?B?" + strings.Repeat("YWFh", 6) + "YQ==?=",
		"a\"b":                  "=?utf-8?B?YSJi?=", "a:b": "=?utf-8?B?YTpi?=", "a=b": "=?utf-8?B?YT1i?=", "a\tb": "=?utf-8?B?YQli?=", "Да": "=?utf-8?B?0JTQsA==?=",
		"zZ9@": "=?utf-8?B?elo5QA==?=", "a[": "=?utf-8?B?YVs=?=", "a`": "=?utf-8?B?YWA=?=", "a{": "=?utf-8?B?YXs=?=", "a/": "=?utf-8?B?YS8=?=", "aA0Z9z": "aA0Z9z",
	} {
		if got := encodedWords(content); got != want {
			t.Errorf("%q: got %q, want %q", content, got, want)
		}
	}
	for value, want := range map[string]string{
		"a.pdf": ";\r\n n*=utf-8''a.pdf", "а б_-.": ";\r\n n*=utf-8''%D0%B0%20%D0%B1_-.", "%'\"": ";\r\n n*=utf-8''%25%27%22",
		strings.Repeat("a", 55):       ";\r\n n*=utf-8''" + strings.Repeat("a", 55),
		strings.Repeat("a", 56):       ";\r\n n*0*=utf-8''" + strings.Repeat("a", 55) + ";\r\n n*1*=a",
		strings.Repeat("a", 54) + "ы": ";\r\n n*0*=utf-8''" + strings.Repeat("a", 54) + ";\r\n n*1*=%D1%8B",
	} {
		if got := extended("n", value); got != want {
			t.Errorf("%q: got %q, want %q", value, got, want)
		}
	}
}

// TestBase64 breaks its lines at 76 characters, and nowhere else.
func TestBase64(t *testing.T) {
	for length, want := range map[int]string{0: "\r\n", 1: "YQ==\r\n", 57: strings.Repeat("YWFh", 19) + "\r\n", 58: strings.Repeat("YWFh", 19) + "\r\nYQ==\r\n", 114: strings.Repeat(strings.Repeat("YWFh", 19)+"\r\n", 2)} {
		var b strings.Builder
		if writeBase64(&b, bytes.Repeat([]byte("a"), length)); b.String() != want {
			t.Errorf("%d bytes: got %q", length, b.String())
		}
	}
	if got := endedByCRLF([]byte("a\nb\r\nc\n")); string(got) != "a\r\nb\r\nc\r\n" {
		t.Errorf("got %q", got)
	}
}

// Boundaries are told by all that a message holds: no two messages share one.
func TestBoundaries(t *testing.T) {
	seen := map[string]string{}
	p := part{header: "text/plain", disposition: "attachment", data: []byte("x")}
	header, disposition, data := p, p, p
	header.header, disposition.disposition, data.data = "text/html", "inline", []byte("y")
	for name, joined := range map[string]part{
		"one": join("mixed", p), "two": join("mixed", p, p), "header": join("mixed", header), "disposition": join("mixed", disposition), "data": join("mixed", data),
		"within": join("mixed", join("alternative", p)), "within another": join("mixed", join("alternative", data)),
	} {
		if other := seen[joined.boundary]; other != "" || len(joined.boundary) != len("=_")+32 {
			t.Errorf("%s has the boundary of %s: %s", name, other, joined.boundary)
		}
		seen[joined.boundary] = name
	}
	if again := join("mixed", p).boundary; seen[again] != "one" {
		t.Errorf("the same message has another boundary: %s", again)
	}
}

func TestLanguage(t *testing.T) {
	for language, told := range map[string]bool{
		"ru": true, "zh-Hans-CN": true, "": false, "r": false, "ru_RU": false, "ru\r\nBcc: a": false, strings.Repeat("ru-", 900): false,
	} {
		data := render(t, release.Release{Language: language}, Options{})
		if got := bytes.Contains(data, []byte("\r\nContent-Language: "+language+"\r\n")); got != told {
			t.Errorf("%q: told %v", language, got)
		}
	}
}

func BenchmarkRender(b *testing.B) {
	r, o := full()
	for b.Loop() {
		render(b, r, o)
	}
}

// TestNamesInLatin: what knows no encoding of names still gets one that says what it is.
func TestNamesInLatin(t *testing.T) {
	for name, want := range map[string]string{
		"Релиз № 5.pdf": "reliz-5.pdf", "☎.pdf": "file.pdf", "Встреча": "vstrecha", "a\"b.PDF": "a-b.pdf", ".pdf": "file.pdf",
		strings.Repeat("щ", 40) + ".docx": strings.Repeat("shch", 12) + "sh.docx", "а." + strings.Repeat("б", 9): "a",
	} {
		if got := inLatin(name); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
	plain := string(render(t, release.Release{}, Options{Attachments: []Attachment{{Name: "2024-09-11-vstrecha.pdf", Type: "application/pdf"}}}))
	if !strings.Contains(plain, "\r\n name=\"2024-09-11-vstrecha.pdf\"") || !strings.Contains(plain, "attachment;\r\n filename=\"2024-09-11-vstrecha.pdf\"\r\n") {
		t.Errorf("a plain name is encoded:\n%s", plain)
	}
	foreign := string(render(t, release.Release{}, Options{Attachments: []Attachment{{Name: "Встреча.pdf", Type: "application/pdf"}}}))
	for _, want := range []string{"\r\n name=\"=?utf-8?B?", "\r\n filename*=utf-8''%D0%92", "\r\n filename=\"vstrecha.pdf\"\r\n"} {
		if !strings.Contains(foreign, want) {
			t.Errorf("no %q in\n%s", want, foreign)
		}
	}
}

// TestLongestNames: types and endings as long as they may be are kept, and no longer ones.
func TestLongestNames(t *testing.T) {
	for name, want := range map[string]string{"Отчёт." + strings.Repeat("x", 8): "otchet." + strings.Repeat("x", 8), "Отчёт." + strings.Repeat("x", 9): "otchet"} {
		if got := inLatin(name); got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
	long := "text/" + strings.Repeat("x", 250)
	if got := mediaType(long); got != long {
		t.Errorf("255 letters: %s", got)
	}
	if got := mediaType(long + "x"); got != "application/octet-stream" {
		t.Errorf("256 letters: %s", got)
	}
}
