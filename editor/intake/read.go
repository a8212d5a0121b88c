// Package intake reads raw text (pasted, mailed, saved by old programs) into
// releases. It invents nothing and loses no word: what fits no field stays in
// the body, and what belongs to a website rather than to the release goes to
// the notes.
package intake

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/release"
)

// Read reads one or several releases from the bytes of a text file, a web page
// or a news feed in any encoding Decode knows, or of a document of a word
// processor (.docx, .odt). Its error is an *Error.
func Read(data []byte) ([]release.Release, error) {
	releases, err := read(data)
	for i := range releases {
		releases[i].Blocks = release.Numbered(releases[i].Blocks)
	}
	return releases, err
}

func read(data []byte) ([]release.Release, error) {
	text, ok, err := readOffice(data)
	if err != nil || ok {
		return readText(text), err
	}
	if text, _, err = Decode(data); err != nil {
		return nil, err
	}
	if items, ok := readFeed(text); ok {
		return items, nil
	}
	if page, ok := readPage(text); ok {
		text = page
	}
	return readText(text), nil
}

// line is a line of the input with what stands around it.
type line struct {
	text  string
	blank bool // an empty line stands before it
}

func linesOf(text string) []line {
	var lines []line
	blank := false
	for part := range strings.SplitSeq(text, "\n") {
		part = strings.TrimSpace(part)
		if part == "" {
			blank = true
			continue
		}
		lines = append(lines, line{part, blank})
		blank = false
	}
	return lines
}

func readText(text string) []release.Release {
	if r, ok := readFlat(text); ok {
		return []release.Release{r}
	}
	lines := linesOf(text)
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
func bareLeads(lines []line) int {
	n := 0
	for n < len(lines) && isBareLead(lines[n].text) {
		n++
	}
	if n < 2 || n < len(lines) && !isHeadline(lines, n) {
		return 0
	}
	return n
}

func isBareLead(text string) bool {
	o := openingOf(text)
	return (o.dated || o.located) && sentenceEnd(text) && !strings.Contains(strings.TrimRight(text, ".!?"), ". ") &&
		utf8.RuneCountInString(text) > 40
}

// releaseEnd returns how many lines belong to the first release: up to the end
// of a contact block that another headline follows.
func releaseEnd(lines []line) int {
	for i := range lines {
		if !isRule(lines[i].text) {
			continue
		}
		end := i + 1
		for end < len(lines) && isContactLine(lines[end].text, end == i+1) {
			end++
		}
		if end > i+1 && end < len(lines)-1 && isHeadline(lines, end) {
			return end
		}
	}
	return len(lines)
}

const headlineLength = 300 // code points; longer ones are paragraphs

// isHeadline reports whether line i is a headline: marked as one, or without
// the end of a sentence and with a text below it.
func isHeadline(lines []line, i int) bool {
	text := lines[i].text
	if strings.HasPrefix(text, "# ") {
		return true
	}
	if i+1 >= len(lines) || utf8.RuneCountInString(text) > headlineLength || isRule(lines[i+1].text) {
		return false
	}
	if !sentenceEnd(text) && !strings.HasSuffix(text, ":") && !strings.HasSuffix(text, ",") {
		return true
	}
	// One sentence over an empty line and a longer text is a headline as well.
	next := lines[i+1]
	return next.blank && !strings.Contains(text, ". ") &&
		utf8.RuneCountInString(next.text) > 2*utf8.RuneCountInString(text) && openingOf(text).place == ""
}

// sentenceEnd reports whether text ends as a sentence does.
func sentenceEnd(text string) bool {
	text = strings.TrimRight(text, "»”\"’')")
	return strings.HasSuffix(text, ".") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, "?") || strings.HasSuffix(text, "…")
}

var rule = regexp.MustCompile(`^(?:_{5,}|-{5,}|={5,}|\*{5,}|—{5,})$`)

func isRule(text string) bool { return rule.MatchString(text) }

// reader takes a release apart, line by line.
type reader struct {
	release release.Release
	lines   []line
	unread  []string // embargoes that only people understand
}

func readOne(lines []line) release.Release {
	texts := make([]string, 0, len(lines))
	for _, l := range lines {
		texts = append(texts, l.text)
	}
	r := &reader{release: release.New(languageOf(strings.Join(texts, "\n"))), lines: lines}
	r.tail()
	r.footer()
	r.preamble()
	r.headline()
	r.publication()
	r.body()
	r.lead()
	r.release.Kind = kindOf(r.release)
	return r.release
}

// tail moves what a distributor added after the release to the notes:
// everything under a line of three hyphens in Markdown.
func (r *reader) tail() {
	if len(r.lines) == 0 || !strings.HasPrefix(r.lines[0].text, "# ") {
		return
	}
	for i, l := range r.lines {
		if l.text == "---" {
			r.note(r.lines[i:])
			r.lines = r.lines[:i]
			return
		}
	}
}

func (r *reader) note(lines []line) {
	for _, l := range lines {
		r.release.Notes = joinLines(r.release.Notes, l.text)
	}
}

func joinLines(above, below string) string {
	if above == "" || below == "" {
		return above + below
	}
	return above + "\n" + below
}

func (r *reader) headline() {
	if len(r.lines) < 2 || !isHeadline(r.lines, 0) {
		return
	}
	r.release.Headline = strings.TrimPrefix(r.lines[0].text, "# ")
	r.lines = r.lines[1:]
}

// publication takes the date of publication: a line of its own, or the start
// of the first paragraph.
func (r *reader) publication() {
	if len(r.lines) == 0 || r.release.Headline == "" {
		return
	}
	first := &r.lines[0].text
	if d, ok := onlyDate(*first); ok {
		r.release.Date = d
		if strings.Contains(*first, ":") { // the time has no field
			r.note(r.lines[:1])
		}
		r.lines = r.lines[1:]
		return
	}
	d, rest, repaired := part(*first)
	if d.IsZero() {
		return
	}
	r.release.Date = d
	if repaired != nil {
		r.release.Repairs = append(r.release.Repairs, *repaired)
	}
	r.lines[0].text = strings.TrimSpace(rest)
}

var about = regexp.MustCompile(`^(?:About\s|Об?\s+(?:организации|компании|нас)(?:\s|$)|Справка:)`)

// body reads the paragraphs; the last ones may say what the organisation is.
func (r *reader) body() {
	lines := r.lines
	for i := 1; i < len(lines); i++ {
		if about.MatchString(lines[i].text) && aboutOnly(lines[i:]) {
			for _, l := range lines[i:] {
				r.release.Boilerplate = joinLines(r.release.Boilerplate, l.text)
			}
			lines = lines[:i]
			break
		}
	}
	for i := 0; i < len(lines); i++ {
		b := blockOf(lines, i)
		if n := len(r.release.Blocks); b.Kind == release.List && n > 0 && r.release.Blocks[n-1].Kind == release.List {
			r.release.Blocks[n-1].Text += "\n" + b.Text
			continue
		}
		r.release.Blocks = append(r.release.Blocks, b)
	}
}

// aboutOnly reports whether nothing but such paragraphs follows: four at most.
func aboutOnly(lines []line) bool {
	headings := 0
	for _, l := range lines {
		if about.MatchString(l.text) {
			headings++
		}
	}
	return len(lines) <= 2*headings
}

func blockOf(lines []line, i int) release.Block {
	text := lines[i].text
	for _, mark := range []string{"* ", "- ", "• ", "– "} {
		item, ok := strings.CutPrefix(text, mark)
		near := i > 0 && strings.HasPrefix(lines[i-1].text, mark) || i+1 < len(lines) && strings.HasPrefix(lines[i+1].text, mark)
		if ok && near {
			return release.Block{Kind: release.List, Text: strings.TrimSpace(item)}
		}
	}
	for _, mark := range []string{"## ", "### "} {
		if heading, ok := strings.CutPrefix(text, mark); ok {
			return release.Block{Kind: release.Subheading, Text: heading}
		}
	}
	return release.Block{Kind: release.Paragraph, Text: text}
}

// lead makes the first paragraph the lead and reads date and place off it.
func (r *reader) lead() {
	if len(r.release.Blocks) > 0 && r.release.Blocks[0].Kind == release.Paragraph {
		r.release.Lead = r.release.Blocks[0].Text
		r.release.Blocks = r.release.Blocks[1:]
	}
	if len(r.release.Blocks) == 0 {
		r.release.Blocks = nil
	}
	for _, text := range r.openings() {
		o := openingOf(text)
		if r.release.Date.IsZero() {
			r.release.Date = o.date
		}
		if r.release.Place == "" {
			r.release.Place = o.place
		}
	}
	if first, _, _ := strings.Cut(r.release.Lead, ". "); r.release.Date.IsZero() && r.release.Language == "ru" {
		if d, _, ok := dateIn(first); ok {
			r.release.Date = d
		}
	}
}

// openings are the texts that may begin with date and place.
func (r *reader) openings() []string {
	texts := []string{r.release.Lead}
	for _, b := range r.release.Blocks {
		if len(texts) < 2 { // "summary, then the dateline" is a wire's habit
			texts = append(texts, b.Text)
		}
	}
	return texts
}

// kindOf tells the kind where headline or lead name it; otherwise it is news.
func kindOf(r release.Release) release.Kind {
	first, _, _ := strings.Cut(r.Lead, ". ")
	for _, text := range []string{r.Headline, first} {
		for _, k := range kinds {
			if hasWord(text, k.stems...) {
				return k.kind
			}
		}
	}
	return release.News
}

var kinds = []struct {
	kind  release.Kind
	stems []string
}{
	{release.Condolence, []string{"соболезнован", "condolence"}},
	{release.Congratulation, []string{"поздрав", "congratulat"}},
	{release.Statement, []string{"заявление", "statement"}},
	{release.Exercise, []string{"учение", "учения", "учений"}},
	{release.Meeting, []string{"встреч", "переговор", "meeting"}},
}

// hasWord reports whether a word of text begins with one of the stems.
func hasWord(text string, stems ...string) bool {
	for word := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		for _, stem := range stems {
			if strings.HasPrefix(word, stem) {
				return true
			}
		}
	}
	return false
}
