package intake

import (
	"slices"
	"strings"

	"communique/editor/intake/dateline"
	"communique/editor/intake/layout"
	"communique/editor/intake/letterhead"
	"communique/editor/intake/officename"
	"communique/editor/intake/repair"
	"communique/editor/intake/rubric"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
)

var (
	// honoured is a member of a parliament, or of a government, in a line above what he says: "The Hon Ann Example MP".
	honoured = regexp.MustCompile(`^(?:(?:The )?(?:Rt\.? )?Hon(?:ou?rable|\.)? |Senator ).{3,60}$|^\p{Lu}[\p{L}’' -]{3,50} (?:MP|MLA|MLC|MHA|TD|MSP|MS)$`)
	// portfolio is what he is, in the line below.
	portfolio = regexp.MustCompile(`^(?:(?:Assistant|Deputy|Acting|Federal|Associate|Shadow|State|Parliamentary|Prime|Special) )*(?:Minister|Secretary|Premier|Treasurer|Attorney-General|Attorney General|Envoy)(?: (?:for|of|to|and|the|\p{Lu}[\p{L}’',-]*))*$`)
)

// isHonoured reports whether a line above the headline says who speaks, or what he is below that.
func (r *reader) isHonoured(text string, n int) bool {
	return honoured.MatchString(text) || n > 0 && portfolio.MatchString(text)
}

// yearNumber is the number of a paper within its year, in a line of its own: "13/2019".
var yearNumber = regexp.MustCompile(`^\d{1,4}/(?:19|20)\d\d$`)

// metaReach is how many lines below a headline may say whose the text is and when it was changed.
const metaReach = 5

// metaBelow takes out of the lines below the headline those by which a page says whose the text is, and when it was last changed.
func (r *reader) metaBelow() {
	if r.Release.Headline == "" {
		return
	}
	r.summary()
	isProvider := false // its name stands below "NEWS PROVIDED BY"
	for i := 0; i < min(metaReach, len(r.Lines)-1); {
		l := r.itemOfPage(i)
		n := r.besideName(i)
		if officename.IsEnglishHouse(l.Text) && dateline.IsWhen(r.Lines[i+1].Text) || r.houseOverLead(i) {
			n = 1
		}
		if n > 0 {
			r.Aside(repair.AsideLetterhead, r.Lines[i:i+n]...)
			r.Lines = slices.Delete(slices.Clone(r.Lines), i, i+n)
			continue
		}
		if l.Kind != layout.Text || wording.SentenceEnd(l.Text) || len(l.Text) > dateline.MaxLength {
			return
		}
		if number := yearNumber.FindString(l.Text); number != "" {
			r.number(number)
		}
		if !isOfPageBelow(l.Text) && (!isProvider || !dateline.IsWhen(r.Lines[i+1].Text)) {
			i++
			isProvider = false
			continue
		}
		r.dayOfPageLine(l.Text)
		isProvider = letterhead.LabelAlone.MatchString(l.Text)
		r.Aside(repair.AsideLetterhead, l)
		r.Lines = slices.Delete(slices.Clone(r.Lines), i, i+1)
	}
}

// itemOfPage is line i, as a line where a page has it in a list: "• 22 Jun. 2018 -", "• |".
func (r *reader) itemOfPage(i int) layout.Paragraph {
	l := r.Lines[i]
	if when := strings.Trim(l.Text, " |-–"); l.Kind == layout.Item && (when == "" || dateline.IsWhen(when)) {
		l.Kind, l.Text = layout.Text, when
		r.Lines = slices.Clone(r.Lines)
		r.Lines[i] = l
	}
	return l
}

// isOfPageBelow reports whether a line below a headline is the page's.
func isOfPageBelow(text string) bool {
	return strings.Trim(text, "| ") == "" || onlyReporter.MatchString(text) && !dateline.IsWhen(text) || letterhead.IsMeta(text) || rubric.Is(text) || letterhead.IsPageLine(text) || yearNumber.MatchString(text) || marksBelow(text)
}

// onlyReporter is who reports, in a line of its own: "(Xinhua)".
var onlyReporter = regexp.MustCompile(`^\(\p{Lu}\p{L}{2,20}\)$`)

// marksBelow reports whether a line below the headline says what the paper is, and nothing of its own: "FOR IMMEDIATE RELEASE".
func marksBelow(text string) bool {
	m := rubric.Mark.FindStringSubmatch(text)
	return m != nil && m[1] == "" && m[2] == "" && m[3] == ""
}
