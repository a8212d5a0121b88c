package intake

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/intake/contact"
	"communique/editor/intake/dateline"
	"communique/editor/intake/layout"
	"communique/editor/intake/oneline"
	"communique/editor/intake/repair"
	"communique/editor/intake/rubric"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
	"communique/editor/release"
)

// understand reads releases off a layout.
func understand(d layout.Document) Found {
	var found Found
	found.Pictures = take(&d)
	for i := range d.Paragraphs {
		d.Paragraphs[i].At.Paragraph = i + 1
	}
	titled := byPageTitle(&d)
	body := fold(d.In(layout.Body))
	found.Releases = releasesOf(body)
	if len(found.Releases) == 0 {
		if len(d.Paragraphs) == 0 {
			return found
		}
		found.Releases = []release.Release{readOne(nil)}
	}
	first, last := &found.Releases[0], &found.Releases[len(found.Releases)-1]
	first.Repairs = append(repair.All(d), first.Repairs...)
	subject := heldBySubject(first, asHeadline(d.Title))
	if first.Headline == "" && d.Title != "" {
		first.Headline = subject
		first.Repairs = append(first.Repairs, release.Repair{Code: repair.HeadlineSubject, Text: d.Title, Put: other(first.Headline, d.Title), Field: release.HeadlineField})
	}
	aside(first, last, d)
	if len(found.Releases) == 1 {
		ofPage(first, d, titled)
	}
	return found
}

// other is what stands in the place of words, "" where it is the same.
func other(now, before string) string {
	if now == before {
		return ""
	}
	return now
}

// take names the pictures of a document by their hashes and returns them.
func take(d *layout.Document) map[string][]byte {
	pictures := map[string][]byte{}
	for _, p := range d.Paragraphs {
		if p.Kind == layout.Picture {
			pictures[hashOf(p.File)] = p.File
		}
	}
	if len(pictures) == 0 {
		return nil
	}
	return pictures
}

// hashOf is what a release calls a picture.
func hashOf(file []byte) string { return fmt.Sprintf("%x", sha256.Sum256(file)) }

var answer = regexp.MustCompile(`^(?i)(?:(?:re|fwd?|aw|wg|ha|отв|пересл)\s*:\s*)+`)

// paperKind is what a subject, or the line of the headline itself, says before the headline.
var paperKind = regexp.MustCompile(`^(?i:` + rubric.PaperName + `)(?:\s*[:–—|]\s*|\s*-\s+|\.\s+)`)

// asHeadline is a letter's subject as a headline.
func asHeadline(subject string) string {
	return paperKind.ReplaceAllString(strings.TrimSpace(unmarked(answer.ReplaceAllString(subject, ""))), "")
}

// aside finds a place for what stands beside the running text: notes behind it, boxes and
// the heads and feet of pages to the contacts where they are some, and the rest to the
// notes to editors.
func aside(first, last *release.Release, d layout.Document) {
	for _, part := range []layout.Part{layout.Box, layout.Foot, layout.Head} {
		lines := wording.Exploded(fold(d.In(part)))
		if len(last.Contacts) == 0 && contact.AnyReachable(lines) {
			lines = contactsOf(last, lines)
		}
		if part == layout.Box {
			behind(last, repair.MovedBox, lines)
			continue
		}
		repair.SetAside(last, repair.AsidePage, slices.DeleteFunc(lines, func(p layout.Paragraph) bool {
			if isDraftMark(p.Text) {
				last.Repairs = append(last.Repairs, repair.Of(repair.DraftMarked, "", []layout.Paragraph{p}))
				return true
			}
			return p.Text == last.Headline || layout.IsPageNumber(p.Text)
		}))
	}
	behind(last, repair.MovedNote, d.In(layout.Note))
	repair.SetAside(first, repair.AsideLetter, d.In(layout.Letter))
	repair.SetAside(first, repair.AsideSite, d.In(layout.Site))
}

// behind puts lines behind the text of a release, and tells so.
func behind(r *release.Release, code string, lines []layout.Paragraph) {
	if len(lines) > 0 {
		r.Blocks = append(r.Blocks, blocksOf(lines)...)
		if one := repair.Of(code, release.BlocksField, lines); one.Text != "" { // a picture shows where it is
			r.Repairs = append(r.Repairs, one)
		}
	}
}

// contactsOf reads a release's contacts off lines and returns those that are none.
func contactsOf(r *release.Release, lines []layout.Paragraph) (rest []layout.Paragraph) {
	reader := &contact.Reader{Release: *r}
	for n, l := range lines {
		if l.Kind != layout.Picture && l.Kind != layout.Rule && contact.IsLine(l.Text, n == 0) {
			reader.ReadLine(l)
			continue
		}
		rest = append(rest, l)
	}
	*r = reader.Release
	return rest
}

// saidBy is how a speaker stands below what was said.
var saidBy = regexp.MustCompile(`^(?:[—–-]\s*)?`)

// fold gives captions to the pictures beside them, and speakers to what they said.
func fold(all []layout.Paragraph) []layout.Paragraph {
	var folded []layout.Paragraph
	for i, p := range all {
		if n := len(folded); n > 0 {
			above := &folded[n-1]
			if belongs(p, above) {
				continue
			}
			if p.Kind == layout.Picture && p.Text == "" && above.Kind == layout.Caption && (i+1 == len(all) || all[i+1].Kind != layout.Caption) {
				p.Text, p.Marks = above.Text, above.Marks
				folded = folded[:n-1]
			}
		}
		folded = append(folded, p)
	}
	for i := range folded {
		switch p := &folded[i]; p.Kind {
		case layout.Picture:
			*p = credited(*p)
		case layout.Caption, layout.Speaker: // of nothing
			p.Kind = layout.Text
		}
	}
	return folded
}

// belongs gives a paragraph to the one above where it says who said that, or is its
// caption.
func belongs(p layout.Paragraph, above *layout.Paragraph) bool {
	switch {
	case isSaid(*above, p):
		above.Kind, above.By = layout.Quotation, speaker(p.Text)
	case above.Kind == layout.Quotation && above.By == "" && isSpeaker(p):
		above.By = speaker(p.Text)
	case above.Kind == layout.Picture && above.Text == "" && isCaption(p):
		above.Text, above.Marks = p.Text, p.Marks
	default:
		return false
	}
	return true
}

// isCaption reports whether a paragraph below a picture is its caption: it is marked so, it
// says who took it, or is a short line in italics.
func isCaption(p layout.Paragraph) bool {
	length := utf8.RuneCountInString(p.Text)
	return p.Kind == layout.Caption || p.Kind == layout.Text &&
		(length < 400 && credit.MatchString(p.Text) || length < 200 && layout.WhollyItalic(p.Text, p.Marks))
}

func speaker(text string) string {
	return strings.ReplaceAll(text[len(saidBy.FindString(text)):], "\n", " ")
}

// credit is how a caption ends that says who took the picture.
var credit = regexp.MustCompile(`(?:^|\s)(?:Фото|Photo)\s?: (.+)$`)

// credited parts from a caption who took the picture, and leaves out words that only say
// that it is one.
func credited(p layout.Paragraph) layout.Paragraph {
	if m := credit.FindStringSubmatchIndex(p.Text); m != nil && !strings.Contains(p.Text[m[2]:], "\n") {
		p.By = strings.TrimSpace(p.Text[m[2]:m[3]])
		words := strings.TrimRight(p.Text[:m[0]], " ")
		if sentence := strings.TrimSuffix(words, "."); !strings.Contains(sentence, ".") { // it only parts the two
			words = sentence
		}
		p.Text, p.Marks = release.Piece(p.Text, p.Marks, 0, utf8.RuneCountInString(words))
	}
	if layout.WhollyItalic(p.Text, p.Marks) { // a caption looks so anyway
		p.Marks = layout.Without(p.Marks, release.Italic)
	}
	if words := strings.ReplaceAll(p.Text, "\n", " "); p.Alternative == words || p.Alternative == "Фото" || p.Alternative == "Photo" || fileName.MatchString(p.Alternative) {
		p.Alternative = ""
	}
	return p
}

// fileName is what programs put where words for a picture belong.
var fileName = regexp.MustCompile(`(?i)^\S+\.(?:jpe?g|png|gif|bmp|tiff?|webp)$`)

// releasesOf parts releases from each other.
func releasesOf(lines []layout.Paragraph) []release.Release {
	if len(lines) == 1 && lines[0].Kind == layout.Text {
		if r, ok := oneline.Read(lines[0].Text, readOne); ok {
			r.Kind = kindOf(r)
			return []release.Release{r}
		}
	}
	var releases []release.Release
	for n := bareLeads(lines); n > 0; n-- {
		releases = append(releases, readOne(lines[:1]))
		lines = lines[1:]
	}
	for len(lines) > 0 {
		n := releaseEnd(lines)
		releases = append(releases, readOne(lines[:n]))
		lines = lines[n:]
	}
	return releases
}

// bareLeads counts the lines at the start that are leads of their own: a list
// of news of one sentence each, every one with its date or place. One such
// line alone is the beginning of a release.
func bareLeads(lines []layout.Paragraph) int {
	n := 0
	for n < len(lines) && lines[n].Kind == layout.Text && isBareLead(lines[n].Text) {
		n++
	}
	if n < 2 || n < len(lines) && !isHeadline(lines, n) {
		return 0
	}
	return n
}

func isBareLead(text string) bool {
	if !wording.SentenceEnd(text) || strings.Contains(strings.TrimRight(text, ".!?"), ". ") || utf8.RuneCountInString(text) <= 40 {
		return false
	}
	o := dateline.OpeningOf(text)
	return o.Dated || o.Located
}

// manyContacts is how many lines of contacts no release has, and below how many rules none asks for them.
const manyContacts = 1000

// releaseEnd returns how many lines belong to the first release: up to the end
// of a contact block that another release follows.
func releaseEnd(lines []layout.Paragraph) int {
	asked := 0
	for i := range lines {
		if i > 0 && beginsText(lines[i]) {
			return i
		}
		if !wording.IsRule(lines[i]) {
			continue
		}
		end := i + 1
		for ; end < len(lines); end++ {
			if asked++; asked > manyContacts {
				return len(lines)
			}
			if !contact.IsLine(lines[end].Text, end == i+1) {
				break
			}
		}
		if beginsRelease(lines, end) && contact.AnyReachable(lines[i:end]) {
			return end
		}
	}
	return len(lines)
}

// beginsText reports whether the document itself says that a text by itself begins with a paragraph.
func beginsText(p layout.Paragraph) bool {
	return p.Begins && (p.Kind == layout.Text || p.Kind == layout.Heading)
}

// beginsRelease reports whether a release begins at line i: a headline with a sentence
// below it. What stands there else goes on with the contacts above: an address, a site.
func beginsRelease(lines []layout.Paragraph, i int) bool {
	if i >= len(lines)-1 || !isHeadline(lines, i) {
		return false
	}
	for _, l := range lines[i+1:] {
		if wording.IsRule(l) {
			break
		}
		if wording.SentenceEnd(l.Text) && !contact.IsLine(l.Text, false) {
			return true
		}
	}
	return lines[i].Kind == layout.Heading
}
