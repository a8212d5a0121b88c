package mail

import (
	"bytes"
	"encoding/base64"
	"io"
	"maps"
	"mime"
	"mime/multipart"
	"net/mail"
	"slices"
	"strings"
	"testing"

	"communique/assets/translations"
	"communique/editor/release"
	"communique/export/text"
)

// leaf is a part that holds no others, read back with the standard library.
type leaf struct {
	header map[string][]string
	data   string
}

// leaves reads the parts of a message in their order.
func leaves(t *testing.T, header map[string][]string, body io.Reader) []leaf {
	t.Helper()
	kind, parameters, err := mime.ParseMediaType(header["Content-Type"][0])
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(kind, "multipart/") {
		data, err := io.ReadAll(base64.NewDecoder(base64.StdEncoding, body))
		if err != nil {
			t.Fatal(err)
		}
		return []leaf{{header, string(data)}}
	}
	var all []leaf
	parts := multipart.NewReader(body, parameters["boundary"])
	for {
		p, err := parts.NextRawPart()
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, leaves(t, p.Header, p)...)
	}
}

// FuzzRender puts the same text wherever there is room for one: nothing of it may
// be read as another header or part, and all of it must come back.
func FuzzRender(f *testing.F) {
	f.Add("Да\r\nX: y", "файл\".pdf")
	f.Add("--=_\r\n\r\n--=_--", strings.Repeat("щ", 200))
	f.Add("=?utf-8?B?0JTQsA==?=\x00\xff\u202e", "..\\x\t")
	f.Fuzz(func(t *testing.T, content, name string) {
		r := release.Release{Headline: content, Lead: content}
		o := Options{HTML: []byte(content), Attachments: []Attachment{{Name: name, Type: name, Data: []byte(content)}}}
		data := render(t, r, o)
		m, err := mail.ReadMessage(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if got := slices.Sorted(maps.Keys(m.Header)); !slices.Equal(got, []string{"Content-Type", "Mime-Version", "Subject", "X-Unsent"}) {
			t.Fatalf("headers %q", got)
		}
		if got, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject")); err != nil || got != subject(r, office, translations.Printed(r.Language)) {
			t.Fatalf("subject %q, want %q, %v", got, subject(r, office, translations.Printed(r.Language)), err)
		}
		words, err := text.Render(r, text.Options{CRLF: true})
		if err != nil {
			t.Fatal(err)
		}
		parts := leaves(t, m.Header, m.Body)
		if len(parts) != 3 || parts[0].data != string(words) || parts[1].data != string(endedByCRLF(o.HTML)) || parts[2].data != content {
			t.Fatalf("parts %q", parts)
		}
		_, parameters, err := mime.ParseMediaType(parts[2].header["Content-Disposition"][0])
		if err != nil || parameters["filename"] != text.OneLine(name) {
			t.Fatalf("file name %q, want %q, %v", parameters["filename"], text.OneLine(name), err)
		}
		checkLines(t, data)
	})
}
