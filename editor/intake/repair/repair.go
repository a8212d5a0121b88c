// Package repair names what reading a release changes, sets aside or leaves out, and tells it.
package repair

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

	DatePublished   = "date-published" // as a page says to programs
	DateLettered    = "date-lettered"  // of the letter, or of its number
	DateWeighed     = "date-weighed"   // by what speaks for it
	PlaceWeighed    = "place-weighed"
	DateVersion     = "date-version"     // of when a newsroom's item was saved last
	LanguageUnknown = "language-unknown" // of the text
	EncodingMixed   = "encoding-mixed"   // a piece was in another encoding
	EncodingGuessed = "encoding-guessed" // of a part of a letter
	EncodedTwice    = "encoded-twice"    // a text was read in a wrong one before
	LinesJoined     = "lines-joined"     // that were broken at a width
	HyphenJoined    = "hyphen-joined"    // a word that was broken at a line's end
	RightToLeft     = "right-to-left"    // lines of a PDF that run so
	LinesParted     = "lines-parted"     // paragraphs of a text that came as one line
	HeadlineGuessed = "headline-guessed" // where it ends in a text that came as one line
	LeadGuessed     = "lead-guessed"     // by its length alone, in such a text
	AnswerMarks     = "answer-marks"     // of a letter that is answered
	PlainBold       = "plain-bold"       // off a text most of which has it
	PlainItalic     = "plain-italic"
	DraftMarked     = "draft-marked"     // the word that marks a draft
	HeadlineSubject = "headline-subject" // of a letter
	HeadlineTitle   = "headline-title"   // of a page
	HeadlineBelow   = "headline-below"   // the lead stood above it
	TitleDiffers    = "title-differs"    // of the page
	PageAround      = "page-around"      // words around the article
	PageData        = "page-data"        // the text is the one for programs
	MovedBox        = "moved-box"        // behind the text
	MovedNote       = "moved-note"
	AsideLetterhead = "aside-letterhead"
	AsideLetter     = "aside-letter" // how it begins
	AsideGreeting   = "aside-greeting"
	AsideDateline   = "aside-dateline" // with what has no field
	AsideEmbargo    = "aside-embargo"
	ContactGuessed  = "contact-guessed" // a line of contacts not all of which is understood
	AsideContact    = "aside-contact"   // what has no field of a contact
	AsidePage       = "aside-page"      // head and foot
	AsideSite       = "aside-site"
	AsideTail       = "aside-tail" // below a line of hyphens
	AsideNews       = "aside-news" // what a newsroom's form says beside its text
	Recipients      = "letter-recipients"
)

// Lost begins the codes of what a reader left behind.
const Lost = "lost-"

// Codes lists every code of a repair.
func Codes() []string {
	all := []string{
		DateGlued, DateGuessed, ContactGuessed, DatePublished, DateLettered, DateVersion, DateWeighed, PlaceWeighed, LanguageUnknown, EncodingMixed, EncodingGuessed, EncodedTwice, LinesJoined, HyphenJoined, RightToLeft, LinesParted, HeadlineGuessed, LeadGuessed, AnswerMarks, PlainBold, PlainItalic,
		DraftMarked, HeadlineSubject, HeadlineTitle, HeadlineBelow, TitleDiffers, PageAround, PageData, MovedBox, MovedNote, AsideLetterhead, AsideLetter, AsideGreeting,
		AsideDateline, AsideEmbargo, AsideContact, AsidePage, AsideSite, AsideTail, AsideNews, Recipients,
	}
	for _, loss := range layout.Losses() {
		all = append(all, Lost+string(loss))
	}
	return all
}

// IsLoss reports whether a repair tells of what was left out of a release. What nobody sees is missed by nobody.
func IsLoss(r release.Repair) bool {
	return strings.HasPrefix(r.Code, Lost) && r.Code != Lost+string(layout.Invisible)
}

// MostRepairs is how many repairs of a kind are told one by one.
const MostRepairs = 20

// Bounded returns repairs of which not too many are of one kind: the last of a kind stands for the rest.
func Bounded(all []release.Repair) []release.Repair {
	if len(all) <= MostRepairs {
		return all
	}
	number, last := map[string]int{}, map[string]int{}
	var kept []release.Repair
	for _, r := range all {
		if number[r.Code]++; number[r.Code] <= MostRepairs {
			last[r.Code] = len(kept)
			kept = append(kept, r)
			continue
		}
		at := &kept[last[r.Code]]
		at.Count = max(at.Count, 1) + max(r.Count, 1)
	}
	return kept
}

// Of is a repair of lines that stood beside each other.
func Of(code string, field release.Field, lines []layout.Paragraph) release.Repair {
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

// SetAside puts lines into the notes of a release, and tells so.
func SetAside(r *release.Release, code string, lines []layout.Paragraph) {
	Note(r, lines)
	ToldAside(r, code, lines)
}

// ToldAside tells that lines were put into the notes. Those that go on with what was set
// aside before are told with it.
func ToldAside(r *release.Release, code string, lines []layout.Paragraph) {
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
	r.Repairs = append(r.Repairs, Of(code, release.NotesField, lines))
}

// summed are the losses of single characters, which are told once.
var summed = []layout.Loss{layout.Unread, layout.Invisible}

// All tells what a reader changed and left behind.
func All(d layout.Document) []release.Repair {
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
		all = append(all, release.Repair{Code: Recipients, Count: d.Recipients})
	}
	return Bounded(all)
}

// omitted tells what was not taken: by its words, or by how the paragraph begins that it stood in.
func omitted(d layout.Document, o layout.Omission) release.Repair {
	r := release.Repair{Code: Lost + string(o.What), Text: layout.Begin(o.Text), Count: o.Count, Line: o.At.Line, Paragraph: o.At.Paragraph}
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
