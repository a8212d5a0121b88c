package intake

import (
	"slices"
	"strings"
	"unicode"

	"communique/editor/intake/layout"
	"communique/editor/release"
)

// The codes of what reading changes, sets aside or leaves out, beside those of losses. What is set
// aside stands in the notes.
const (
	DateGlued   = "date-glued"
	DateGuessed = "date-guessed" // by the file's name alone

	datePublished   = "date-published" // as a page says to programs
	dateLettered    = "date-lettered"  // of the letter, or of its number
	dateWeighed     = "date-weighed"   // by what speaks for it
	placeWeighed    = "place-weighed"
	dateVersion     = "date-version"     // of when a newsroom's item was saved last
	languageUnknown = "language-unknown" // of the text
	encodingMixed   = "encoding-mixed"   // a piece was in another encoding
	encodingGuessed = "encoding-guessed" // of a part of a letter
	encodedTwice    = "encoded-twice"    // a text was read in a wrong one before
	linesJoined     = "lines-joined"     // that were broken at a width
	hyphenJoined    = "hyphen-joined"    // a word that was broken at a line's end
	rightToLeft     = "right-to-left"    // lines of a PDF that run so
	linesParted     = "lines-parted"     // paragraphs of a text that came as one line
	headlineGuessed = "headline-guessed" // where it ends in a text that came as one line
	leadGuessed     = "lead-guessed"     // by its length alone, in such a text
	answerMarks     = "answer-marks"     // of a letter that is answered
	plainBold       = "plain-bold"       // off a text most of which has it
	plainItalic     = "plain-italic"
	draftMarked     = "draft-marked"     // the word that marks a draft
	headlineSubject = "headline-subject" // of a letter
	headlineTitle   = "headline-title"   // of a page
	headlineBelow   = "headline-below"   // the lead stood above it
	titleDiffers    = "title-differs"    // of the page
	pageAround      = "page-around"      // words around the article
	pageData        = "page-data"        // the text is the one for programs
	movedBox        = "moved-box"        // behind the text
	movedNote       = "moved-note"
	asideLetterhead = "aside-letterhead"
	asideLetter     = "aside-letter" // how it begins
	asideGreeting   = "aside-greeting"
	asideDateline   = "aside-dateline" // with what has no field
	asideEmbargo    = "aside-embargo"
	contactGuessed  = "contact-guessed" // a line of contacts not all of which is understood
	asideContact    = "aside-contact"   // what has no field of a contact
	asidePage       = "aside-page"      // head and foot
	asideSite       = "aside-site"
	asideTail       = "aside-tail" // below a line of hyphens
	asideNews       = "aside-news" // what a newsroom's form says beside its text
	recipients      = "letter-recipients"
)

// lost begins the codes of what a reader left behind.
const lost = "lost-"

// RepairCodes lists every code of a repair.
func RepairCodes() []string {
	all := []string{
		DateGlued, DateGuessed, contactGuessed, datePublished, dateLettered, dateVersion, dateWeighed, placeWeighed, languageUnknown, encodingMixed, encodingGuessed, encodedTwice, linesJoined, hyphenJoined, rightToLeft, linesParted, headlineGuessed, leadGuessed, answerMarks, plainBold, plainItalic,
		draftMarked, headlineSubject, headlineTitle, headlineBelow, titleDiffers, pageAround, pageData, movedBox, movedNote, asideLetterhead, asideLetter, asideGreeting,
		asideDateline, asideEmbargo, asideContact, asidePage, asideSite, asideTail, asideNews, recipients,
	}
	for _, loss := range layout.Losses() {
		all = append(all, lost+string(loss))
	}
	return all
}

// IsLoss reports whether a repair tells of what was left out of a release. What nobody sees is missed by nobody.
func IsLoss(r release.Repair) bool {
	return strings.HasPrefix(r.Code, lost) && r.Code != lost+string(layout.Invisible)
}

// mostRepairs is how many repairs of a kind are told one by one.
const mostRepairs = 20

// bounded returns repairs of which not too many are of one kind: the last of a kind stands for the rest.
func bounded(all []release.Repair) []release.Repair {
	if len(all) <= mostRepairs {
		return all
	}
	number, last := map[string]int{}, map[string]int{}
	var kept []release.Repair
	for _, r := range all {
		if number[r.Code]++; number[r.Code] <= mostRepairs {
			last[r.Code] = len(kept)
			kept = append(kept, r)
			continue
		}
		at := &kept[last[r.Code]]
		at.Count = max(at.Count, 1) + max(r.Count, 1)
	}
	return kept
}

// repaired is a repair of lines that stood beside each other.
func repaired(code string, field release.Field, lines []layout.Paragraph) release.Repair {
	r := release.Repair{Code: code, Count: len(lines), Field: field}
	if len(lines) > 0 {
		r.Line, r.Paragraph = lines[0].At.Line, lines[0].At.Paragraph
	}
	said := slices.IndexFunc(lines, func(l layout.Paragraph) bool { return strings.ContainsFunc(l.Text, unicode.IsLetter) })
	if said < 0 { // a rule says nothing of what stands below it, but where nothing does
		said = slices.IndexFunc(lines, func(l layout.Paragraph) bool { return layout.Begin(l.Text) != "" })
	}
	if said >= 0 {
		r.Text = layout.Begin(lines[said].Text)
	}
	return r
}

// setAside puts lines into the notes of a release, and tells so.
func setAside(r *release.Release, code string, lines []layout.Paragraph) {
	note(r, lines)
	toldAside(r, code, lines)
}

// toldAside tells that lines were put into the notes. Those that go on with what was set
// aside before are told with it.
func toldAside(r *release.Release, code string, lines []layout.Paragraph) {
	lines = slices.DeleteFunc(slices.Clone(lines), func(p layout.Paragraph) bool { return p.Text == "" })
	if len(lines) == 0 {
		return
	}
	if n := len(r.Repairs); n > 0 {
		above := &r.Repairs[n-1]
		if above.Code == code && above.Paragraph > 0 && above.Paragraph+above.Count == lines[0].At.Paragraph {
			above.Count += len(lines)
			return
		}
	}
	r.Repairs = append(r.Repairs, repaired(code, release.NotesField, lines))
}

// summed are the losses of single characters, which are told once.
var summed = []layout.Loss{layout.Unread, layout.Invisible}

// repairsOf tells what a reader changed and left behind.
func repairsOf(d layout.Document) []release.Repair {
	all := slices.Clone(d.Repairs)
	for _, loss := range layout.Losses() {
		first := len(all)
		for _, o := range d.Lost {
			switch {
			case o.What != loss:
			case slices.Contains(summed, loss) && len(all) > first:
				all[first].Count += o.Count
			default:
				all = append(all, omitted(d, o))
			}
		}
	}
	if d.Recipients > 0 {
		all = append(all, release.Repair{Code: recipients, Count: d.Recipients})
	}
	return bounded(all)
}

// omitted tells what was not taken: by its words, or by how the paragraph begins that it stood in.
func omitted(d layout.Document, o layout.Omission) release.Repair {
	r := release.Repair{Code: lost + string(o.What), Text: layout.Begin(o.Text), Count: o.Count, Line: o.At.Line, Paragraph: o.At.Paragraph}
	if r.Paragraph > len(d.Paragraphs) {
		r.Paragraph = len(d.Paragraphs)
	}
	if o.What == layout.Struck && r.Text != "" {
		r.Field = release.BlocksField
	}
	if r.Text == "" && r.Paragraph > 0 {
		r.Text, r.Field = layout.Begin(d.Paragraphs[r.Paragraph-1].Text), release.BlocksField
	}
	return r
}
