// Package mail writes a release as a draft that a mail program opens for sending
// (RFC 5322 and the MIME standards, RFC 2045 to 2049). The standard library writes
// all of it but header words, which it does not fold; a library for mail would be
// larger than this package.
package mail

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"path"
	"strings"

	"communique/assets/translations"
	"communique/editor/regexp"
	"communique/editor/release"
	"communique/export/file"
	"communique/export/text"
)

// Options say whom a draft is for and what goes with it.
type Options struct {
	From        string   // "Name <address>"; "" leaves it to the mail program
	To, Cc, Bcc []string // the same form
	HTML        []byte   // the text as a web page, beside the plain one; nil for none
	// Wording is the words beside the release's own; the zero one is the program's in its language.
	Wording     translations.Wording
	Inline      []Inline // the pictures that HTML shows
	Attachments []Attachment
}

// Inline is a file that the letter's HTML shows by the address Address(ID).
type Inline struct {
	ID string // letters and digits
	Attachment
}

// Address returns how HTML names a file that travels with it (RFC 2392).
func Address(id string) string { return "cid:" + contentID(id) }

func contentID(id string) string { return id + "@communique.invalid" }

// Attachment is a file that goes with the message.
type Attachment struct {
	Name string
	Type string // media type: "application/pdf"
	Data []byte
}

// Render returns the draft, lines ended by CRLF. It has no date and no identifier:
// the mail program gives it both when it is sent. The same release and options
// give the same bytes. Its errors are *AddressError.
func Render(r release.Release, org release.Organisation, o Options) ([]byte, error) {
	plain, err := text.Render(r, text.Options{CRLF: true, Wording: o.Wording})
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	if err := addresses(&b, o); err != nil {
		return nil, err
	}
	if words := subject(r, org, o.Wording.Or(r.Language)); words != "" {
		field(&b, "Subject", encodedWords(words))
	}
	field(&b, "X-Unsent", "1") // Outlook opens it for editing
	field(&b, "MIME-Version", "1.0")
	if languageTag.MatchString(r.Language) {
		field(&b, "Content-Language", r.Language)
	}
	content := part{header: "text/plain; charset=utf-8", data: plain}
	if o.HTML != nil {
		content = join("alternative", content, letter(o))
	}
	if len(o.Attachments) > 0 {
		parts := []part{content}
		for _, a := range o.Attachments {
			parts = append(parts, attached(a, "attachment"))
		}
		content = join("mixed", parts...)
	}
	content.write(&b)
	return []byte(b.String()), nil
}

// letter is the text as a web page, with the pictures that it shows (RFC 2387).
func letter(o Options) part {
	page := part{header: "text/html; charset=utf-8", data: endedByCRLF(o.HTML)}
	if len(o.Inline) == 0 {
		return page
	}
	parts := []part{page}
	for _, i := range o.Inline {
		p := attached(i.Attachment, "inline")
		p.id = contentID(i.ID)
		parts = append(parts, p)
	}
	related := join("related", parts...)
	related.header += ";\r\n type=\"text/html\""
	return related
}

// subject is the news, after the marks of a draft and of an embargo. Headers fold at spaces of every kind.
func subject(r release.Release, org release.Organisation, printed translations.Wording) string {
	words := text.OneLine(r.Headline)
	if words == "" {
		words = text.OneLine(org.Name)
	}
	for _, mark := range []string{text.Embargo(r, printed), text.Draft(r, printed)} {
		if mark != "" {
			words = strings.TrimSuffix(mark+" – "+words, " – ")
		}
	}
	return strings.Join(strings.Fields(words), " ")
}

// languageTag is what RFC 5646, 2.1 lets a language's name look like. What looks
// otherwise names no language and makes no header.
var languageTag = regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$`)

// endedByCRLF ends the lines of a text as they stand before base64 (RFC 2045, 6.8).
func endedByCRLF(content []byte) []byte {
	content = bytes.ReplaceAll(content, []byte("\r\n"), []byte("\n"))
	return bytes.ReplaceAll(content, []byte("\n"), []byte("\r\n"))
}

func field(b *strings.Builder, name, value string) {
	b.WriteString(name + ": " + value + "\r\n")
}

// part is a piece of a message: bytes, or other parts.
type part struct {
	header      string // the content type
	disposition string // of an attachment
	id          string // by which HTML names it
	data        []byte
	parts       []part
	boundary    string
}

// attached names a file for mail programs of any age: as RFC 2231 has it, in the words of RFC
// 2047 for those that know no better, and in Latin letters for those that know neither. Of two
// file names most programs take the extended one, and some the first.
func attached(a Attachment, disposition string) part {
	p := part{header: mediaType(a.Type), disposition: disposition, data: a.Data}
	name := text.OneLine(a.Name)
	if name == "" {
		return p
	}
	p.header += ";\r\n name=\"" + encodedWords(name) + "\""
	if !isPlain(name) {
		p.disposition += extended("filename", name)
		name = inLatin(name)
	}
	p.disposition += ";\r\n filename=\"" + name + "\""
	return p
}

// inLatin is a file's name in small Latin letters, with its ending.
func inLatin(name string) string {
	ending := path.Ext(name)
	base, kind := file.Slug(strings.TrimSuffix(name, ending)), file.Slug(ending)
	if base == "" {
		base = "file"
	}
	base = base[:min(len(base), longestLatin)]
	if kind == "" || len(kind) > longestEnding {
		return base
	}
	return base + "." + kind
}

// What a name in Latin letters may measure, so that it stands in a line.
const longestLatin, longestEnding = 50, 8

// join makes one part of several. Its boundary is made of what they hold: the
// same message has the same one, and base64 has no hyphen that could imitate it.
func join(kind string, parts ...part) part {
	hash := sha256.New()
	for _, p := range parts {
		hash.Write([]byte(p.header + p.disposition + p.id + p.boundary))
		hash.Write(p.data)
	}
	boundary := fmt.Sprintf("=_%x", hash.Sum(nil)[:16])
	return part{header: "multipart/" + kind + ";\r\n boundary=\"" + boundary + "\"", parts: parts, boundary: boundary}
}

func (p part) write(b *strings.Builder) {
	field(b, "Content-Type", p.header)
	if p.disposition != "" {
		field(b, "Content-Disposition", p.disposition)
	}
	if p.id != "" {
		field(b, "Content-ID", "<"+p.id+">")
	}
	if p.parts == nil {
		field(b, "Content-Transfer-Encoding", "base64")
		b.WriteString("\r\n")
		writeBase64(b, p.data)
		return
	}
	b.WriteString("\r\n")
	for _, inner := range p.parts {
		b.WriteString("--" + p.boundary + "\r\n")
		inner.write(b)
	}
	b.WriteString("--" + p.boundary + "--\r\n")
}

// lineLength is the longest line of base64 (RFC 2045, 6.8).
const lineLength = 76

func writeBase64(b *strings.Builder, data []byte) {
	const most = lineLength / 4 * 3 // bytes that a line holds
	b.Grow(base64.StdEncoding.EncodedLen(len(data)) + 2*(len(data)/most+1))
	var line [lineLength]byte
	for len(data) > most {
		base64.StdEncoding.Encode(line[:], data[:most])
		b.Write(line[:])
		b.WriteString("\r\n")
		data = data[most:]
	}
	b.WriteString(base64.StdEncoding.EncodeToString(data) + "\r\n")
}
