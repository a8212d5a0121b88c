package intake

import (
	"maps"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/intake/encoding"
	"communique/editor/intake/layout"
	"communique/editor/intake/repair"
	"communique/editor/regexp"
	"communique/editor/release"
)

// The most that is read of what came along with a letter: so many documents, and so many bytes unpacked.
const (
	maxAttached         = 20
	maxAttachedUnpacked = 48 << 20
)

// attachedEndings are those of documents: tables, feeds and what programs write for programs come along
// with letters for other reasons.
var attachedEndings = []string{".txt", ".text", ".md", ".docx", ".doc", ".odt", ".fodt", ".rtf", ".pdf", ".html", ".htm", ".eml"}

// addedByServer are the names of texts that mail servers add to a letter: a list's foot, a disclaimer.
var addedByServer = regexp.MustCompile(`(?i)^att\d+(?:\.|$)`)

// attached returns what reads the documents that came along with a letter; nil for a letter that came along
// itself.
func (s Source) attached() func(name string, data []byte) (layout.Document, bool) {
	if s.further == nil {
		return nil
	}
	number, unpacked, paragraphs := 0, 0, 0
	return func(name string, data []byte) (layout.Document, bool) {
		ending := strings.ToLower(path.Ext(name))
		if !slices.Contains(attachedEndings, ending) || addedByServer.MatchString(name) || number == maxAttached || unpacked > maxAttachedUnpacked {
			return layout.Document{}, false
		}
		number++
		door := encoding.Decoder{Tabs: tabbed}
		d, err := Source{Data: data, Name: name, Convert: s.Convert}.document(&door)
		unpacked += len(data) + d.Unpacked
		paragraphs += len(d.Paragraphs)
		said := slices.ContainsFunc(d.Paragraphs, func(p layout.Paragraph) bool { return p.Kind != layout.Picture && strings.TrimSpace(p.Text) != "" })
		if err != nil || !said || paragraphs > layout.MaxParagraphs {
			return layout.Document{}, false
		}
		d.Repairs = append(door.Told(), d.Repairs...)
		return d, true
	}
}

// longestNote is how long a letter is that needs to say nothing of what comes along, in code points.
const longestNote = 200

// onlyCovers reports whether the words of a short letter only bring what came along with it.
func onlyCovers(text string) bool {
	return utf8.RuneCountInString(text) <= longestNote || cover.MatchString(text)
}

// withAttached adds the releases of what came along with a letter. One that has the headline of the letter's own
// is the same once more, and is counted as left out.
func withAttached(found Found, further []layout.Document) Found {
	for _, d := range further {
		if len(found.Releases) > 0 && saysAtHead(d, found.Releases[0].Headline) { // as our own letters bring their PDF along
			found = countLeft(found)
			continue
		}
		more := understand(unlined(d))
		if len(more.Releases) == 0 || len(found.Releases) > 0 && sameLine(found.Releases[0].Headline, more.Releases[0].Headline) {
			found = countLeft(found)
			continue
		}
		found.Releases = append(found.Releases, more.Releases...)
		if found.Pictures == nil {
			found.Pictures = map[string][]byte{}
		}
		maps.Copy(found.Pictures, more.Pictures)
	}
	return found
}

// headParagraphs is how many paragraphs may be the headline, or stand above it.
const headParagraphs = 5

// saysAtHead reports whether a document has a headline as a heading among its first paragraphs.
func saysAtHead(d layout.Document, headline string) bool {
	head := d.Paragraphs[:min(len(d.Paragraphs), headParagraphs)]
	return headline != "" && slices.ContainsFunc(head, func(p layout.Paragraph) bool {
		return p.Kind == layout.Heading && sameLine(p.Text, headline)
	})
}

func sameLine(a, b string) bool {
	return strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " "))
}

// countLeft counts one more document that was left out.
func countLeft(found Found) Found {
	if len(found.Releases) == 0 {
		return found
	}
	code := repair.Lost + string(layout.Attachments)
	repairs := &found.Releases[0].Repairs
	if i := slices.IndexFunc(*repairs, func(r release.Repair) bool { return r.Code == code }); i >= 0 {
		(*repairs)[i].Count++
	} else {
		*repairs = append(*repairs, release.Repair{Code: code, Count: 1})
	}
	return found
}
