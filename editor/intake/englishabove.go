package intake

import (
	"slices"
	"strings"
	"unicode"

	"communique/editor/intake/layout"
	"communique/editor/regexp"
	"communique/editor/wordset"
)

// houses are the nouns that English organisations and their parts are called by.
var houses = wordset.Of(houseNounsInEnglish)

// doing are verbs and small words of headlines in capitals, none of which stands in the name of an organisation.
var doing = wordset.Of(`opens launches announces signs approves backs welcomes hosts meets visits names appoints wins adopts reaches urges calls says holds releases publishes introduces unveils marks leads joins supports expands awards receives completes begins starts
	ends plans seeks sees sets gives gets makes takes adds cuts raises lowers brings builds faces finds helps issues invests keeps moves offers opposes pledges proposes rejects responds returns sends shows tells votes warns celebrates confirms elects hires recognizes recognises
	to with from by after before over amid as is are will`)

// isEnglishHouse reports whether a line is the name of an English organisation, or of a part of one, and nothing else: "Press Information
// Bureau", "U.S. Attorney's Office, District of New Jersey".
func isEnglishHouse(text string) bool {
	if ofTown.MatchString(text) {
		return true
	}
	words := strings.Fields(text)
	if inCyrillic(text) || len(words) < 2 || len(words) > longestBureau || strings.ContainsAny(text, ":;!?0123456789") || strings.HasSuffix(text, ".") {
		return false
	}
	for _, word := range words {
		if !joinsNames.Has(strings.ToLower(word)) && !unicode.IsUpper([]rune(word)[0]) || doing.Has(strings.ToLower(word)) {
			return false
		}
	}
	own, _, _ := strings.Cut(strings.ToLower(text), ",")
	for _, joint := range []string{" of ", " for "} {
		own, _, _ = strings.Cut(own, joint)
	}
	return houses.Has(lastWord(own))
}

// isHouseBehind reports whether words behind a day and a town may be whose a release is, known or not: "June 3, 2024 - Ottawa, Ontario - Global Affairs".
func isHouseBehind(text string) bool {
	words := strings.Fields(text)
	return len(words) > 1 && len(words) <= longestBehind && !inCyrillic(text) && !strings.ContainsAny(text, ".:;!?0123456789") &&
		!slices.ContainsFunc(words, func(word string) bool { return !unicode.IsUpper([]rune(word)[0]) || doing.Has(strings.ToLower(word)) })
}

// longestBehind is of how many words such a name is at most.
const longestBehind = 4

// ofTown is whose a paper of a town, or of a county, is: "City of Portland".
var ofTown = regexp.MustCompile(`^(?:City|Town|Borough|County|Village|Township) of(?: \p{Lu}[\p{L}.’'-]+){1,3}$`)

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

var (
	// fromOffice says below a headline whose the text is.
	fromOffice = regexp.MustCompile(`^(?i:from|issued by|(?:press|media|news) release(?: from(?: the)?)?|news from)\s*(?::\s*|\s)(\p{Lu}.*)$`)
	// changedLast says when a page was last changed.
	changedLast = regexp.MustCompile(`^(?i:(?:last )?(?:updated|modified|reviewed|changed)(?: on| at)?|обновлено|изменено|(?:дата )?(?:последнего )?(?:обновления|изменения))\s*:?\s+`)
	// ofKind says which kind of paper a page is, without a colon.
	ofKind = regexp.MustCompile(`^(?i:category|section|type)\s+(?i:media|press|news)\s+(?i:release|statement|update)$`)
)

// rightOf joins an organisation with its minister: "Department for Skies and The Rt Hon Olive Example MP".
var rightOf = regexp.MustCompile(` and (?:The )?(?:Rt\.? )?Hon\.? .{3,60}$`)

// yearNumber is the number of a paper within its year, in a line of its own: "13/2019".
var yearNumber = regexp.MustCompile(`^\d{1,4}/(?:19|20)\d\d$`)

// labelAlone is a label of a page in a line of its own, above what it tells.
var labelAlone = regexp.MustCompile(`^(?i:(?:markdown|main|page) content|published|posted|released|news provided by|from|source|share(?: this article| right caret| this)?)\s*:?$`)

// labelWithValue is a label of a page with what it tells in its line: "Where we are: Example Mission".
var labelWithValue = regexp.MustCompile(`^(?i:content type|document type|where we are|what we do)\s*:\s*\S`)

// metaReach is how many lines below a headline may say whose the text is and when it was changed.
const metaReach = 5

// metaBelow takes out of the lines below the headline those by which a page says whose the text is, and when it was last changed.
func (r *reader) metaBelow() {
	if r.release.Headline == "" {
		return
	}
	r.summary()
	isProvider := false // its name stands below "NEWS PROVIDED BY"
	for i := 0; i < min(metaReach, len(r.lines)-1); {
		l := r.itemOfPage(i)
		n := r.besideName(i)
		if isEnglishHouse(l.Text) && isWhen(r.lines[i+1].Text) || r.houseOverLead(i) {
			n = 1
		}
		if n > 0 {
			r.aside(asideLetterhead, r.lines[i:i+n]...)
			r.lines = slices.Delete(slices.Clone(r.lines), i, i+n)
			continue
		}
		if l.Kind != layout.Text || sentenceEnd(l.Text) || len(l.Text) > datelineLength {
			return
		}
		if number := yearNumber.FindString(l.Text); number != "" {
			r.number(number)
		}
		if !isOfPageBelow(l.Text) && (!isProvider || !isWhen(r.lines[i+1].Text)) {
			i++
			isProvider = false
			continue
		}
		r.dayOfPageLine(l.Text)
		isProvider = labelAlone.MatchString(l.Text)
		r.aside(asideLetterhead, l)
		r.lines = slices.Delete(slices.Clone(r.lines), i, i+1)
	}
}

// itemOfPage is line i, as a line where a page has it in a list: "• 22 Jun. 2018 -", "• |".
func (r *reader) itemOfPage(i int) layout.Paragraph {
	l := r.lines[i]
	if when := strings.Trim(l.Text, " |-–"); l.Kind == layout.Item && (when == "" || isWhen(when)) {
		l.Kind, l.Text = layout.Text, when
		r.lines = slices.Clone(r.lines)
		r.lines[i] = l
	}
	return l
}

// isOfPageBelow reports whether a line below a headline is the page's.
func isOfPageBelow(text string) bool {
	return strings.Trim(text, "| ") == "" || onlyReporter.MatchString(text) && !isWhen(text) || isMeta(text) || rubric.MatchString(text) || isPageLine(text) || yearNumber.MatchString(text) || marksBelow(text)
}

// onlyReporter is who reports, in a line of its own: "(Xinhua)".
var onlyReporter = regexp.MustCompile(`^\(\p{Lu}\p{L}{2,20}\)$`)

// isMeta reports whether a line says so.
func isMeta(text string) bool {
	if m := changedLast.FindString(text); m != "" {
		return dayAt(text[len(m):]).length > 0
	}
	m := fromOffice.FindStringSubmatch(text)
	if rightOf.MatchString(text) && isEnglishHouse(rightOf.ReplaceAllString(text, "")) || labelAlone.MatchString(text) {
		return true
	}
	return ofKind.MatchString(text) || labelWithValue.MatchString(text) || delivered.MatchString(text) || m != nil && (isEnglishHouse(m[1]) || isEnglishOffice(m[1]) || strings.Contains(strings.ToLower(text), "release:"))
}

// marksBelow reports whether a line below the headline says what the paper is, and nothing of its own: "FOR IMMEDIATE RELEASE".
func marksBelow(text string) bool {
	m := releaseMark.FindStringSubmatch(text)
	return m != nil && m[1] == "" && m[2] == "" && m[3] == ""
}
