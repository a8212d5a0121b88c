// Package text writes a release as plain text: what newsrooms paste, and the
// words of every other form.
package text

import (
	"fmt"
	"strings"

	"golang.org/x/text/encoding/charmap"

	"communique/editor/release"
)

// Rule parts the text from the contact block.
var Rule = strings.Repeat("_", 57)

// Options choose an older form; the zero Options are UTF-8 with line feeds.
type Options struct {
	Width       int
	CRLF        bool
	Windows1251 bool
}

// Render returns the whole release: one line a paragraph, an empty line
// between paragraphs, the footer under its rule. Notes are never part of it.
// With Windows1251, letters that have no place there are an *EncodingError.
func Render(r release.Release, o Options) ([]byte, error) {
	parts := append(Paragraphs(r), footer(r)...)
	text := strings.Join(parts, "\n\n")
	if text != "" {
		text += "\n"
	}
	if o.CRLF {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	if o.Windows1251 {
		return encode1251(text)
	}
	return []byte(text), nil
}

// Website returns what a website's editor takes: headline, lead and
// paragraphs, without the footer.
func Website(r release.Release) string {
	var parts []string
	for _, text := range append([]string{r.Headline, r.Lead}, body(r)...) {
		parts = appendText(parts, text)
	}
	return strings.Join(parts, "\n\n")
}

// Paragraphs returns everything above the rule, in order.
func Paragraphs(r release.Release) []string {
	var parts []string
	parts = appendText(parts, Embargo(r))
	parts = appendText(parts, r.Headline)
	parts = appendText(parts, r.Subheadline)
	parts = appendText(parts, Dateline(r))
	parts = appendText(parts, r.Lead)
	for _, text := range body(r) {
		parts = appendText(parts, text)
	}
	return appendText(parts, r.Boilerplate)
}

func appendText(parts []string, text string) []string {
	if text = Clean(text); text != "" {
		parts = append(parts, text)
	}
	return parts
}

func body(r release.Release) []string {
	var parts []string
	for _, b := range r.Blocks {
		switch b.Kind {
		case release.List:
			parts = append(parts, "– "+strings.ReplaceAll(b.Text, "\n", "\n– "))
		case release.Quotation:
			text := b.Text
			if b.Speaker != "" {
				text += "\n— " + b.Speaker
			}
			parts = append(parts, text)
		default:
			parts = append(parts, b.Text)
		}
	}
	return parts
}

// Dateline returns place and date as they stand over the lead: "Бишкек,
// 11 сентября 2024 года".
func Dateline(r release.Release) string {
	var parts []string
	if r.Place != "" {
		parts = append(parts, r.Place)
	}
	if !r.Date.IsZero() {
		parts = append(parts, r.Date.InWords(r.Language))
	}
	return strings.Join(parts, ", ")
}

// Embargo returns the line that stands above everything while there is one.
func Embargo(r release.Release) string {
	if r.Embargo.IsZero() {
		return ""
	}
	at := r.Embargo.At.Format("02.01.2006 15:04")
	zone := r.Embargo.Zone
	offset := "UTC" + r.Embargo.At.Format("-07:00")
	if zone == "" {
		zone, offset = offset, ""
	}
	word := "EMBARGO until"
	if r.Language == "ru" {
		word = "ЭМБАРГО до"
	}
	line := fmt.Sprintf("%s %s, %s", word, at, zone)
	if offset != "" {
		line += " (" + offset + ")"
	}
	return line
}

func footer(r release.Release) []string {
	if len(r.Contacts) == 0 {
		return nil
	}
	var blocks []string
	for _, c := range r.Contacts {
		blocks = append(blocks, strings.Join(ContactLines(c, r.Language), "\n"))
	}
	return []string{Rule + "\n" + strings.Join(blocks, "\n\n")}
}

// ContactLines returns a contact as the footer shows it: post, organisation
// and name in one line, then one phone a line, then mail and site.
func ContactLines(c release.Contact, language string) []string {
	var lines []string
	lines = appendLine(lines, strings.Join(nonEmpty(c.Post, c.Organisation, c.Name), " "))
	for _, p := range c.Phones {
		lines = appendLine(lines, PhoneLine(p, language))
	}
	lines = appendLine(lines, c.Email)
	return appendLine(lines, c.Site)
}

func appendLine(lines []string, line string) []string {
	if line = Clean(line); line != "" {
		lines = append(lines, line)
	}
	return lines
}

func nonEmpty(texts ...string) []string {
	var some []string
	for _, text := range texts {
		if text != "" {
			some = append(some, text)
		}
	}
	return some
}

// PhoneLine returns a number with what answers there.
func PhoneLine(p release.PhoneNumber, language string) string {
	names := map[release.PhoneKind][2]string{ // Russian, other languages
		release.Mobile:   {"моб.", "mobile"},
		release.Fax:      {"факс", "fax"},
		release.PhoneFax: {"тел./факс", "phone/fax"},
	}
	pair, named := names[p.Kind]
	switch {
	case !named:
		return p.Number
	case language == "ru":
		return p.Number + " (" + pair[0] + ")"
	default:
		return p.Number + " (" + pair[1] + ")"
	}
}

// Clean takes out what must not reach a journalist's clipboard: soft hyphens,
// characters of no width, marks that turn the direction of writing, and other
// control characters. White space at the ends of the text goes, too.
func Clean(text string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' {
			return r
		}
		if hidden(r) {
			return -1
		}
		return r
	}, text))
}

func hidden(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7f && r < 0xa0: // C0, DEL and C1 controls
		return true
	case r == 0x00ad, r == 0xfeff, r == 0x200b, r == 0x2060:
		return true
	case r == 0x200e, r == 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
		return true
	}
	return false
}

// EncodingError names the letters that windows-1251 has no place for.
type EncodingError struct {
	Letters string
	Near    string // the words around the first of them
}

func (e *EncodingError) Error() string {
	return fmt.Sprintf("windows-1251 has no %q (near %q)", e.Letters, e.Near)
}

// Fact names the error for the translations.
func (e *EncodingError) Fact() (string, map[string]any) {
	return "text-encoding", map[string]any{"Letters": e.Letters, "Near": e.Near}
}

func encode1251(text string) ([]byte, error) {
	encoded := make([]byte, 0, len(text))
	var lacking []rune
	first := 0
	for i, r := range text {
		b, ok := charmap.Windows1251.EncodeRune(r)
		if !ok {
			if len(lacking) == 0 {
				first = i
			}
			if !strings.ContainsRune(string(lacking), r) {
				lacking = append(lacking, r)
			}
		}
		encoded = append(encoded, b)
	}
	if len(lacking) > 0 {
		return nil, &EncodingError{Letters: string(lacking), Near: around(text, first)}
	}
	return encoded, nil
}

// around returns the words next to a byte offset, to find the place by.
func around(text string, at int) string {
	const reach = 20
	before, after := []rune(text[:at]), []rune(text[at:])
	before = before[max(0, len(before)-reach):]
	after = after[:min(len(after), reach)]
	return strings.Join(strings.Fields(string(before)+string(after)), " ")
}
