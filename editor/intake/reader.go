package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/intake/layout"
	"communique/editor/regexp"
	"communique/editor/release"
)

// reader takes a release apart, paragraph by paragraph.
type reader struct {
	contactReader
	// approving says that whoever lets the paper leave is named above it.
	approving bool
	towns     []layout.Paragraph // places that stand alone, of the letterhead
	seat      string             // the town of the office above the day
	left      release.Date       // the day under which the paper left, and the line that says it
	leftBy    layout.Paragraph
	all       []layout.Paragraph // the lines as they came
}

func readOne(lines []layout.Paragraph) release.Release {
	r := &reader{contactReader: contactReader{lines: unglued(ruledApart(lines))}}
	cells := r.letterTable() // in whatever language the letterhead is
	texts := make([]string, 0, len(r.lines))
	for _, l := range r.lines {
		texts = append(texts, l.Text)
	}
	text := strings.Join(texts, "\n")
	r.all = r.lines
	r.release = release.New(languageOf(text))
	if r.release.Language == unknownLanguage {
		r.release.Repairs = append(r.release.Repairs, release.Repair{Code: languageUnknown, Text: layout.Begin(text), Field: release.BlocksField})
	}
	r.plain()
	r.forwarded() // first: who sent it on, and whom it went to, are no contacts of the release
	r.tail()
	r.page()
	r.heldAtEnd()
	below := r.aboutBelow()
	end := r.dayBelow()
	r.footer()
	r.lines = slices.Concat(r.lines, end, below)
	r.site()
	subject := r.letter()
	r.greeting(false)
	pictures := r.onTop()
	r.ofTable(cells)
	r.pageHead()
	r.labels()
	r.preamble()
	r.daysAbove()
	r.doubled()
	r.belowWireHead()
	r.belowMotto()
	r.belowSections()
	r.headline()
	r.lines = slices.Concat(pictures, r.lines)
	if r.release.Headline == "" && subject != "" {
		r.release.Headline = subject
		r.release.Repairs = append(r.release.Repairs, release.Repair{Code: headlineSubject, Text: subject, Field: release.HeadlineField})
	}
	r.publication()
	r.linesOfDay()
	r.body()
	r.lead()
	r.release.Kind = kindOf(r.release)
	return r.release
}

// footer takes the contact block off the end: what the document marks as one, what stands
// under a rule, or a line that says it is the contact.
func (r *reader) footer() {
	if r.marked() {
		return
	}
	defer r.settle()
	r.belowLetter()
	r.straighten()
	if r.belowRule() {
		return
	}
	if !r.signature() {
		r.unruled()
	}
	r.motto()
}

// onTop takes the pictures off the top, which stand below the headline, and the rules, which part nothing there.
func (r *reader) onTop() (pictures []layout.Paragraph) {
	n := 0
	for n < len(r.lines) && (r.lines[n].Kind == layout.Picture || r.lines[n].Kind == layout.Rule) {
		n++
	}
	pictures = slices.DeleteFunc(slices.Clone(r.lines[:n]), func(l layout.Paragraph) bool { return l.Kind == layout.Rule })
	r.lines = r.lines[n:]
	return pictures
}

// site moves to the notes what a page says of itself: lines that are nothing but links to
// other pages, several of them above the text or below it.
func (r *reader) site() {
	menu := func(p layout.Paragraph) bool { return p.Kind == layout.Text && p.Away }
	above, below := 0, len(r.lines)
	for above < len(r.lines) && menu(r.lines[above]) {
		above++
	}
	if above == len(r.lines) { // a page of links
		return
	}
	for menu(r.lines[below-1]) {
		below--
	}
	if len(r.lines)-below > 1 {
		r.aside(asideSite, r.lines[below:]...)
		r.lines = r.lines[:below]
	}
	if above > 1 {
		r.aside(asideSite, r.lines[:above]...)
		r.lines = r.lines[above:]
	}
}

// plain takes bold, or italics, off a text most of which has it: there, it is no emphasis.
func (r *reader) plain() {
	for _, style := range []release.Style{release.Bold, release.Italic} {
		marked, all := 0, 0
		for _, l := range r.lines {
			all += utf8.RuneCountInString(l.Text)
			for _, m := range l.Marks {
				if m.Style == style {
					marked += m.End - m.Start
				}
			}
		}
		if marked*2 <= all { // nothing is marked in a text without letters
			continue
		}
		code := map[release.Style]string{release.Bold: plainBold, release.Italic: plainItalic}[style]
		r.tell(code, release.BlocksField, r.lines[slices.IndexFunc(r.lines, func(l layout.Paragraph) bool {
			return slices.ContainsFunc(l.Marks, func(m release.Mark) bool { return m.Style == style })
		})])
		for i := range r.lines {
			r.lines[i].Marks = layout.Without(r.lines[i].Marks, style)
		}
	}
}

// tail moves what a distributor added after the release to the notes: everything under
// a line of three hyphens, in a text whose first line is marked as the headline. A
// contact block below it is the release's own.
func (r *reader) tail() {
	if len(r.lines) == 0 || r.lines[0].Kind != layout.Heading || r.lines[0].Level != 1 {
		return
	}
	for i, l := range r.lines {
		if l.Text != "---" {
			continue
		}
		below := exploded(r.lines[i+1:])
		if len(below) > 0 && anyReachable(below) && isContactLine(below[0].Text, true) {
			return
		}
		r.aside(asideTail, r.lines[i:]...)
		r.lines = r.lines[:i]
		return
	}
}

// headlineReach is how many short lines may stand above a headline that is marked as one.
const headlineReach = 8

func (r *reader) headline() {
	r.lift()
	r.leadFirst()
	r.beside()
	if len(r.lines) < 2 && (len(r.lines) == 0 || r.lines[0].Kind != layout.Heading) || !isHeadline(r.lines, 0) {
		return
	}
	r.joinTitle()
	r.release.Headline = r.undated(strings.ReplaceAll(r.lines[0].Text, "\n", " "))
	r.lines = r.lines[1:]
	if len(r.lines) > 0 && r.lines[0].Kind == layout.Subtitle {
		r.release.Subheadline = strings.ReplaceAll(r.lines[0].Text, "\n", " ")
		r.lines = r.lines[1:]
	}
}

// lift puts the headline first that the document itself marks as one. Short lines above
// it, and smaller headings, are the letterhead's and go to the notes; pictures stay below it.
func (r *reader) lift() {
	at := slices.IndexFunc(r.lines, func(l layout.Paragraph) bool { return l.Kind == layout.Heading && l.Level == 1 && l.Text != "" })
	if at < 1 || at > headlineReach {
		return
	}
	var above, pictures []layout.Paragraph
	for _, l := range r.lines[:at] {
		switch {
		case l.Kind == layout.Picture:
			pictures = append(pictures, l)
		case l.Kind == layout.Rule:
		case r.dateline(l, layout.Paragraph{}):
		case l.Kind != layout.Text && l.Kind != layout.Heading || sentenceEnd(l.Text) && utf8.RuneCountInString(l.Text) > 60 || openingOf(l.Text).located:
			return
		default:
			above = append(above, l)
		}
	}
	r.aside(asideLetterhead, above...)
	r.lines = slices.Concat(r.lines[at:at+1], pictures, r.lines[at+1:])
}

// leadFirst puts the headline first where the lead stands above it: with the dateline below it, or, where
// that stood above both, as the only line that is no sentence of anybody's. Without one it is rather the
// heading of a part.
func (r *reader) leadFirst() {
	if len(r.lines) < 3 || r.lines[0].Kind != layout.Text || !sentenceEnd(r.lines[0].Text) || isHeadline(r.lines, 0) {
		return
	}
	if title := r.lines[1]; !isTitle(title, r.lines[0]) || !isHeadline(r.lines, 1) {
		return
	}
	n := 2 + countWhen(r.lines[2:len(r.lines)-1])
	if o := openingOf(r.lines[n].Text); o.dated || o.located { // that is the headline's own lead
		return
	}
	onlyTitle := !r.release.Date.IsZero() && !slices.ContainsFunc(r.lines[3:], titles)
	if n > 2 || onlyTitle || isTitleInCapitals(r.lines[1].Text, r.lines[0].Text) {
		r.tell(headlineBelow, release.HeadlineField, r.lines[1])
		r.lines = slices.Concat(r.lines[1:n], r.lines[:1], r.lines[n:])
	}
}

// countWhen is how many lines from the first on say when and where, as many as stand below a headline at most.
func countWhen(lines []layout.Paragraph) int {
	n := 0
	for n < min(len(lines), datelines) && isWhen(lines[n].Text) {
		n++
	}
	return n
}

// isTitleInCapitals reports whether a line in capitals is the headline of a lead that is dated and says its words.
func isTitleInCapitals(title, lead string) bool {
	return isInCapitals(title) && openingOf(lead).dated && 2*saidAgain(strings.Fields(title), strings.Fields(lead)) > saidMost
}

// isInCapitals reports whether a line has capitals only.
func isInCapitals(text string) bool {
	return strings.ToUpper(text) == text && strings.ToLower(text) != text
}

// isTitle reports whether a line may be a headline below its lead: words without a verb, those that the lead says, too,
// or what the document marks as a heading.
func isTitle(p, lead layout.Paragraph) bool {
	switch {
	case strings.Contains(p.Text, "\n"), len(strings.Fields(p.Text)) < 2, !titles(p), isWhen(p.Text):
		return false
	case p.Kind == layout.Heading:
		return true
	}
	return p.Kind == layout.Text && (!hasVerb(p.Text) || 2*saidAgain(strings.Fields(p.Text), strings.Fields(lead.Text)) > saidMost)
}

// body reads the paragraphs; the last ones may say what the organisation is.
func (r *reader) body() {
	end := len(r.lines)
	for end > 0 && r.lines[end-1].Kind == layout.Picture { // that came along with a letter
		end--
	}
	lines, pictures := r.lines[:end], r.lines[end:]
	if i := r.aboutAt(lines); i < len(lines) {
		said := together(lines[i:])
		r.release.Boilerplate, r.release.BoilerplateMarks = said.Text, said.Marks
		lines = lines[:i]
	}
	if n := len(lines); n > 1 && isEndMark(lines[n-1]) { // what stood below it was read
		if strings.ContainsFunc(lines[n-1].Text, unicode.IsLetter) {
			r.aside(asideContact, lines[n-1])
		}
		lines = lines[:n-1]
	}
	r.release.Blocks = bare(blocksOf(headed(slices.Concat(lines, pictures))), r.release.Language)
}

// lead makes the first paragraph the lead and reads date and place off it. A picture, or the
// caption of one, may stand above it.
func (r *reader) lead() {
	at := slices.IndexFunc(r.release.Blocks, func(b release.Block) bool { return b.Kind != release.Picture && !captions(b) })
	if at >= 0 && at+1 < len(r.release.Blocks) && r.release.Blocks[at].Kind == release.List && (beginsAsWire(r.release.Blocks[at+1].Text) || r.release.Language == "en" && isLeadBelowList(r.release.Blocks[at:])) { // below its highlights
		at++
	}
	if at >= 0 && r.release.Blocks[at].Kind == release.Paragraph {
		b := r.release.Blocks[at]
		r.release.Lead, r.release.LeadMarks = b.Text, b.Marks
		if layout.WhollyBold(b.Text, b.Marks) { // a lead looks so anyway
			r.release.LeadMarks = layout.Without(b.Marks, release.Bold)
		}
		r.release.Blocks = slices.Delete(r.release.Blocks, at, at+1)
	}
	if len(r.release.Blocks) == 0 {
		r.release.Blocks = nil
	}
	r.dated()
}

// isLeadBelowList reports whether a paragraph below a list of highlights is a lead: a whole sentence, as none of the list is.
func isLeadBelowList(blocks []release.Block) bool {
	b := blocks[1]
	return b.Kind == release.Paragraph && utf8.RuneCountInString(b.Text) >= wireLead && sentenceEnd(b.Text) && !strings.HasSuffix(blocks[0].Text, ".")
}

// captions reports whether a paragraph is the caption of a picture that could not be taken.
func captions(b release.Block) bool {
	return b.Kind == release.Paragraph && utf8.RuneCountInString(b.Text) < 400 && (credit.MatchString(b.Text) || takenBy.MatchString(b.Text) || pictureName.MatchString(b.Text))
}

var (
	// takenBy ends a caption by who took the picture, in brackets: "… [A. EXAMPLE/AFP via Getty Images]".
	takenBy = regexp.MustCompile(`[\[(][^\[\]()]{0,60}(?:Getty Images|/(?:AFP|AP|EPA|Reuters|Anadolu|TASS)|AP Photo|Photo by|Photo:|Courtesy of)[^\[\]()]{0,60}[\])]\.?$`)
	// pictureName is what a picture's file is called, where it could not be taken: "Harbour01".
	pictureName = regexp.MustCompile(`^\p{L}[\p{L}_-]*\d{1,4}(?:_\w+)?$`)
)

// kindOf tells the kind where headline or lead name it; otherwise it is news.
func kindOf(r release.Release) release.Kind {
	first, _, _ := strings.Cut(r.Lead, ". ")
	texts := []string{r.Headline}
	for line := range strings.Lines(r.Notes) { // above the headline a page says what it is
		if line = strings.TrimSpace(line); rubric.MatchString(line) {
			texts = append(texts, line)
		}
	}
	for _, text := range append(texts, first[:boundary(first, sentenceReach)]) {
		if kind := kindNamed(text); kind != "" {
			return kind
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

// kindNamed returns the first of the kinds that a word of text begins to name; "" for none.
func kindNamed(text string) release.Kind {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
	for _, k := range kinds {
		for _, stem := range k.stems {
			if slices.ContainsFunc(words, func(word string) bool { return strings.HasPrefix(word, stem) }) {
				return k.kind
			}
		}
	}
	return ""
}
