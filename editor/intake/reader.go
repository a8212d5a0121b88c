package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/intake/contact"
	"communique/editor/intake/dateline"
	"communique/editor/intake/layout"
	"communique/editor/intake/letterhead"
	"communique/editor/intake/oneline"
	"communique/editor/intake/repair"
	"communique/editor/intake/rubric"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
	"communique/editor/release"
)

// reader takes a release apart, paragraph by paragraph.
type reader struct {
	contact.Reader
	// approving says that whoever lets the paper leave is named above it.
	approving bool
	towns     []layout.Paragraph // places that stand alone, of the letterhead
	seat      string             // the town of the office above the day
	left      release.Date       // the day under which the paper left, and the line that says it
	leftBy    layout.Paragraph
	all       []layout.Paragraph // the lines as they came
}

func readOne(lines []layout.Paragraph) release.Release {
	r := &reader{Reader: contact.Reader{Lines: contact.Unglued(ruledApart(lines))}}
	cells := r.letterTable() // in whatever language the letterhead is
	texts := make([]string, 0, len(r.Lines))
	for _, l := range r.Lines {
		texts = append(texts, l.Text)
	}
	text := strings.Join(texts, "\n")
	r.all = r.Lines
	r.Release = release.New(wording.LanguageOf(text))
	if r.Release.Language == wording.UnknownLanguage {
		r.Release.Repairs = append(r.Release.Repairs, release.Repair{Code: repair.LanguageUnknown, Text: layout.Begin(text), Field: release.BlocksField})
	}
	r.plain()
	r.forwarded() // first: who sent it on, and whom it went to, are no contacts of the release
	r.tail()
	r.page()
	r.heldAtEnd()
	below := r.AboutBelow()
	end := r.dayBelow()
	r.footer()
	r.Lines = slices.Concat(r.Lines, end, below)
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
	r.Lines = slices.Concat(pictures, r.Lines)
	if r.Release.Headline == "" && subject != "" {
		r.Release.Headline = subject
		r.Release.Repairs = append(r.Release.Repairs, release.Repair{Code: repair.HeadlineSubject, Text: subject, Field: release.HeadlineField})
	}
	r.publication()
	r.linesOfDay()
	r.body()
	r.lead()
	r.Release.Kind = kindOf(r.Release)
	return r.Release
}

// footer takes the contact block off the end: what the document marks as one, what stands
// under a rule, or a line that says it is the contact.
func (r *reader) footer() {
	if r.Marked() {
		return
	}
	defer r.Settle()
	r.belowLetter()
	r.Straighten()
	if r.BelowRule() {
		return
	}
	if !r.signature() {
		r.Unruled()
		r.AboveClosing()
	}
	r.motto()
}

// onTop takes the pictures off the top, which stand below the headline, and the rules, which part nothing there.
func (r *reader) onTop() (pictures []layout.Paragraph) {
	n := 0
	for n < len(r.Lines) && (r.Lines[n].Kind == layout.Picture || r.Lines[n].Kind == layout.Rule) {
		n++
	}
	pictures = slices.DeleteFunc(slices.Clone(r.Lines[:n]), func(l layout.Paragraph) bool { return l.Kind == layout.Rule })
	r.Lines = r.Lines[n:]
	return pictures
}

// site moves to the notes what a page says of itself: lines that are nothing but links to
// other pages, several of them above the text or below it.
func (r *reader) site() {
	menu := func(p layout.Paragraph) bool { return p.Kind == layout.Text && p.Away }
	above, below := 0, len(r.Lines)
	for above < len(r.Lines) && menu(r.Lines[above]) {
		above++
	}
	if above == len(r.Lines) { // a page of links
		return
	}
	for menu(r.Lines[below-1]) {
		below--
	}
	if len(r.Lines)-below > 1 {
		r.Aside(repair.AsideSite, r.Lines[below:]...)
		r.Lines = r.Lines[:below]
	}
	if above > 1 {
		r.Aside(repair.AsideSite, r.Lines[:above]...)
		r.Lines = r.Lines[above:]
	}
}

// Plain takes bold, or italics, off a text most of which has it: there, it is no emphasis.
func (r *reader) plain() {
	for _, style := range []release.Style{release.Bold, release.Italic} {
		marked, all := 0, 0
		for _, l := range r.Lines {
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
		code := map[release.Style]string{release.Bold: repair.PlainBold, release.Italic: repair.PlainItalic}[style]
		r.Tell(code, release.BlocksField, r.Lines[slices.IndexFunc(r.Lines, func(l layout.Paragraph) bool {
			return slices.ContainsFunc(l.Marks, func(m release.Mark) bool { return m.Style == style })
		})])
		for i := range r.Lines {
			r.Lines[i].Marks = layout.Without(r.Lines[i].Marks, style)
		}
	}
}

// tail moves what a distributor added after the release to the notes: everything under
// a line of three hyphens, in a text whose first line is marked as the headline. A
// contact block below it is the release's own.
func (r *reader) tail() {
	if len(r.Lines) == 0 || r.Lines[0].Kind != layout.Heading || r.Lines[0].Level != 1 {
		return
	}
	for i, l := range r.Lines {
		if l.Text != "---" {
			continue
		}
		below := wording.Exploded(r.Lines[i+1:])
		if len(below) > 0 && contact.AnyReachable(below) && contact.IsLine(below[0].Text, true) {
			return
		}
		r.Aside(repair.AsideTail, r.Lines[i:]...)
		r.Lines = r.Lines[:i]
		return
	}
}

// headlineReach is how many short lines may stand above a headline that is marked as one.
const headlineReach = 8

func (r *reader) headline() {
	r.lift()
	r.leadFirst()
	r.beside()
	if len(r.Lines) < 2 && (len(r.Lines) == 0 || r.Lines[0].Kind != layout.Heading) || !isHeadline(r.Lines, 0) {
		return
	}
	r.joinTitle()
	r.Release.Headline = r.undated(strings.ReplaceAll(r.Lines[0].Text, "\n", " "))
	r.Lines = r.Lines[1:]
	if len(r.Lines) > 0 && r.Lines[0].Kind == layout.Subtitle {
		r.Release.Subheadline = strings.ReplaceAll(r.Lines[0].Text, "\n", " ")
		r.Lines = r.Lines[1:]
	}
}

// lift puts the headline first that the document itself marks as one. Short lines above
// it, and smaller headings, are the letterhead's and go to the notes; pictures stay below it.
func (r *reader) lift() {
	at := slices.IndexFunc(r.Lines, func(l layout.Paragraph) bool { return l.Kind == layout.Heading && l.Level == 1 && l.Text != "" })
	if at < 1 || at > headlineReach {
		return
	}
	var above, pictures []layout.Paragraph
	for _, l := range r.Lines[:at] {
		switch {
		case l.Kind == layout.Picture:
			pictures = append(pictures, l)
		case l.Kind == layout.Rule:
		case r.dateline(l, layout.Paragraph{}):
		case l.Kind != layout.Text && l.Kind != layout.Heading || wording.SentenceEnd(l.Text) && utf8.RuneCountInString(l.Text) > 60 || dateline.OpeningOf(l.Text).Located:
			return
		default:
			above = append(above, l)
		}
	}
	r.Aside(repair.AsideLetterhead, above...)
	r.Lines = slices.Concat(r.Lines[at:at+1], pictures, r.Lines[at+1:])
}

// leadFirst puts the headline first where the lead stands above it: with the dateline below it, or, where
// that stood above both, as the only line that is no sentence of anybody's. Without one it is rather the
// heading of a part.
func (r *reader) leadFirst() {
	if len(r.Lines) < 3 || r.Lines[0].Kind != layout.Text || !wording.SentenceEnd(r.Lines[0].Text) || isHeadline(r.Lines, 0) {
		return
	}
	if title := r.Lines[1]; !isTitle(title, r.Lines[0]) || !isHeadline(r.Lines, 1) {
		return
	}
	n := 2 + countWhen(r.Lines[2:len(r.Lines)-1])
	if o := dateline.OpeningOf(r.Lines[n].Text); o.Dated || o.Located { // that is the headline's own lead
		return
	}
	onlyTitle := !r.Release.Date.IsZero() && !slices.ContainsFunc(r.Lines[3:], titles)
	if n > 2 || onlyTitle || isTitleInCapitals(r.Lines[1].Text, r.Lines[0].Text) {
		r.Tell(repair.HeadlineBelow, release.HeadlineField, r.Lines[1])
		r.Lines = slices.Concat(r.Lines[1:n], r.Lines[:1], r.Lines[n:])
	}
}

// countWhen is how many lines from the first on say when and where, as many as stand below a headline at most.
func countWhen(lines []layout.Paragraph) int {
	n := 0
	for n < min(len(lines), datelines) && dateline.IsWhen(lines[n].Text) {
		n++
	}
	return n
}

// isTitleInCapitals reports whether a line in capitals is the headline of a lead that is dated and says its words.
func isTitleInCapitals(title, lead string) bool {
	return wording.IsInCapitals(title) && dateline.OpeningOf(lead).Dated && 2*oneline.SaidAgain(strings.Fields(title), strings.Fields(lead)) > oneline.SaidMost
}

// isTitle reports whether a line may be a headline below its lead: words without a verb, those that the lead says, too,
// or what the document marks as a heading.
func isTitle(p, lead layout.Paragraph) bool {
	switch {
	case strings.Contains(p.Text, "\n"), len(strings.Fields(p.Text)) < 2, !titles(p), dateline.IsWhen(p.Text):
		return false
	case p.Kind == layout.Heading:
		return true
	}
	return p.Kind == layout.Text && (!wording.HasVerb(p.Text) || 2*oneline.SaidAgain(strings.Fields(p.Text), strings.Fields(lead.Text)) > oneline.SaidMost)
}

// body reads the paragraphs; the last ones may say what the organisation is.
func (r *reader) body() {
	end := len(r.Lines)
	for end > 0 && r.Lines[end-1].Kind == layout.Picture { // that came along with a letter
		end--
	}
	lines, pictures := r.Lines[:end], r.Lines[end:]
	if i := r.AboutAt(lines); i < len(lines) {
		said := repair.Together(lines[i:])
		r.Release.Boilerplate, r.Release.BoilerplateMarks = said.Text, said.Marks
		lines = lines[:i]
	}
	if n := len(lines); n > 1 && contact.IsEndMark(lines[n-1]) { // what stood below it was read
		if strings.ContainsFunc(lines[n-1].Text, unicode.IsLetter) {
			r.Aside(repair.AsideContact, lines[n-1])
		}
		lines = lines[:n-1]
	}
	r.Release.Blocks = bare(blocksOf(headed(slices.Concat(lines, pictures))), r.Release.Language)
}

// lead makes the first paragraph the lead and reads date and place off it. A picture, or the
// caption of one, may stand above it.
func (r *reader) lead() {
	at := slices.IndexFunc(r.Release.Blocks, func(b release.Block) bool { return b.Kind != release.Picture && !captions(b) })
	if at >= 0 && at+1 < len(r.Release.Blocks) && r.Release.Blocks[at].Kind == release.List && (letterhead.BeginsAsWire(r.Release.Blocks[at+1].Text) || r.Release.Language == "en" && isLeadBelowList(r.Release.Blocks[at:])) { // below its highlights
		at++
	}
	if at >= 0 && r.Release.Blocks[at].Kind == release.Paragraph {
		b := r.Release.Blocks[at]
		r.Release.Lead, r.Release.LeadMarks = b.Text, b.Marks
		if layout.WhollyBold(b.Text, b.Marks) { // a lead looks so anyway
			r.Release.LeadMarks = layout.Without(b.Marks, release.Bold)
		}
		r.Release.Blocks = slices.Delete(r.Release.Blocks, at, at+1)
	}
	if len(r.Release.Blocks) == 0 {
		r.Release.Blocks = nil
	}
	r.dated()
}

// isLeadBelowList reports whether a paragraph below a list of highlights is a lead: a whole sentence, as none of the list is.
func isLeadBelowList(blocks []release.Block) bool {
	b := blocks[1]
	return b.Kind == release.Paragraph && utf8.RuneCountInString(b.Text) >= letterhead.WireLead && wording.SentenceEnd(b.Text) && !strings.HasSuffix(blocks[0].Text, ".")
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
		if line = strings.TrimSpace(line); rubric.Is(line) {
			texts = append(texts, line)
		}
	}
	for _, text := range append(texts, first[:wording.Boundary(first, wording.SentenceReach)]) {
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
