package export_test

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"communique/editor/release"
	"communique/export"
	"communique/export/exporttest"
)

// unseen are characters that show nothing and must not leave the office: they turn
// the direction of writing, hide words from a search, or are no characters at all.
const unseen = "\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2064\u2066\u2067\u2068\u2069" +
	"\ufeff\ufff9\ufffb\ufdd0\ufffe\U000e0041\U0001fffe\x00\x1b\x7f\u009f"

// everywhere has a text in every field.
func everywhere(content string) release.Release {
	return release.Release{
		Language: "ru", Status: release.Issued, Number: content, Headline: content, Subheadline: content, Place: content, Lead: content,
		Boilerplate: content, Tags: []string{content}, Notes: content, Date: release.Date{Year: 2024, Month: 9, Day: 11},
		Blocks: []release.Block{
			{Kind: release.Paragraph, Text: content},
			{Kind: release.Subheading, Text: content},
			{Kind: release.Quotation, Text: content, Speaker: content},
			{Kind: release.List, Text: content},
			{Kind: release.Table, Text: content},
			{Kind: release.Picture, Picture: photograph, Text: content, Author: content, Alternative: content},
		},
		Contacts: []release.Contact{{
			Name: content, Post: content, Organisation: content, Email: content, Site: content,
			Phones: []release.PhoneNumber{{Number: content, Kind: release.Mobile}},
		}},
	}
}

// TestNothingUnseenLeaves: in no form, in no field, nor in what a form says of
// itself.
func TestNothingUnseenLeaves(t *testing.T) {
	var dirty strings.Builder
	for _, r := range unseen {
		dirty.WriteString("слово" + string(r))
	}
	want := strings.Repeat("слово", len([]rune(unseen)))
	for form, words := range printed(t, dirty.String()) {
		if at := strings.IndexAny(words, unseen); at >= 0 {
			t.Errorf("%s: %q is in it, after %q", form, words[at:min(len(words), at+4)], words[max(0, at-60):at])
		}
		if joined := strings.NewReplacer("\n", "", " ", "").Replace(words); strings.Count(joined, want) < 9 {
			t.Errorf("%s: the words come back %d times", form, strings.Count(joined, want))
		}
	}
}

// TestNoBreakJoinsWords: whatever ends a line in a text parts words in every form.
func TestNoBreakJoinsWords(t *testing.T) {
	for _, mark := range []string{"\n", "\r\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029", "\t"} {
		for form, words := range printed(t, "слово"+mark+"дело") {
			if strings.Contains(words, "словодело") || !strings.Contains(words, "слово") || !strings.Contains(words, "дело") {
				t.Errorf("%s, %q: %q", form, mark, words)
			}
		}
	}
}

// printed returns what can be read in each form of a release with a text in every
// field, for an office called by it.
func printed(t *testing.T, content string) map[string]string {
	t.Helper()
	o := office(t)
	o.Organisation.Name, o.Organisation.Address = content, content
	press := export.NewPress(o)
	found := map[string]string{}
	for _, form := range export.Forms() {
		got, err := press.Print(form, everywhere(content))
		if err != nil {
			t.Fatal(form, err)
		}
		switch form {
		case export.PDF:
			found["pdf"] = tool(t, got.Data, "pdfinfo", "-struct-text", "FILE")
			meta := strings.Replace(tool(t, got.Data, "pdfinfo", "-meta", "FILE"), "\ufeff", "", 1) // the mark of the packet
			found["pdf, about itself"] = strings.Repeat(meta+textStrings(t, got.Data), 3)
		case export.DOCX:
			found["docx"] = unzipped(t, got.Data)
		case export.NINJS:
			found["ninjs"] = values(t, got.Data)
		case export.Mail:
			found["eml"] = parts(t, got.Data)
		case export.HTML:
			page := string(got.Data)
			from, to := strings.Index(page, "{"), strings.LastIndex(page, "}")
			found["html"] = page[:from] + page[to+1:]
			found["html, linked data"] = strings.Repeat(values(t, []byte(page[from:to+1])), 3)
		default:
			found[string(form)] = string(got.Data)
		}
	}
	return found
}

// textStrings returns the strings of a PDF outside its content: titles, bookmarks,
// what is read out for pictures.
func textStrings(t *testing.T, data []byte) string {
	t.Helper()
	var b strings.Builder
	found := regexp.MustCompile(`<FEFF([0-9A-F]*)>`).FindAllSubmatch(exporttest.Objects(data), -1)
	if len(found) == 0 {
		t.Error("the PDF says nothing of itself")
	}
	for _, m := range found {
		var units []uint16
		for hex := string(m[1]); len(hex) >= 4; hex = hex[4:] {
			unit, err := strconv.ParseUint(hex[:4], 16, 16)
			if err != nil {
				t.Fatal(err)
			}
			units = append(units, uint16(unit))
		}
		b.WriteString(string(utf16.Decode(units)) + "\n")
	}
	return b.String()
}

func unzipped(t *testing.T, data []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, f := range z.File {
		if !strings.HasSuffix(f.Name, ".xml") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(content)
	}
	return b.String()
}

// values returns the strings of a piece of JSON.
func values(t *testing.T, data []byte) string {
	t.Helper()
	var list []string
	decoder := json.NewDecoder(bytes.NewReader(data))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return strings.Join(list, "\n")
		}
		if err != nil {
			t.Fatal(err)
		}
		if text, ok := token.(string); ok {
			list = append(list, text)
		}
	}
}

// parts returns subject and texts of a message, without the PDF.
func parts(t *testing.T, data []byte) string {
	t.Helper()
	m, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	subject, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject"))
	if err != nil {
		t.Fatal(err)
	}
	return subject + "\n" + body(t, m.Header.Get("Content-Type"), m.Body)
}

func body(t *testing.T, kind string, content io.Reader) string {
	t.Helper()
	kind, parameters, err := mime.ParseMediaType(kind)
	if err != nil {
		t.Fatal(err)
	}
	switch {
	case strings.HasPrefix(kind, "multipart/"):
		var b strings.Builder
		for r := multipart.NewReader(content, parameters["boundary"]); ; {
			part, err := r.NextRawPart()
			if errors.Is(err, io.EOF) {
				return b.String()
			}
			if err != nil {
				t.Fatal(err)
			}
			b.WriteString(body(t, part.Header.Get("Content-Type"), part))
		}
	case strings.HasPrefix(kind, "text/"):
		words, err := io.ReadAll(base64.NewDecoder(base64.StdEncoding, content))
		if err != nil {
			t.Fatal(err)
		}
		return string(words) + "\n"
	}
	return ""
}
