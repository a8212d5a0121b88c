package oneline

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/intake/calendar"
	"communique/editor/intake/dateline"
	"communique/editor/intake/layout"
	"communique/editor/intake/letterhead"
	"communique/editor/intake/repair"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
	"communique/editor/release"
	lexicon "communique/editor/spelling/english"
	"communique/editor/wordset"
)

// An English page that was copied as one line has around its headline what pages have there: what the paper is, when it was published, whom to ask,
// buttons. These pieces, and the town of a wire's dateline, part the headline from the lead.

// englishReach is how far from the start such pieces stand at most, in bytes.
const englishReach = 1500

// A piece of such a page.
type flatPiece struct {
	from, until int
	label       bool // what it tells stands behind it, up to the next piece
	day         int  // where a day begins in it; -1 in others
}

var (
	// englishPiece is one that nothing of a text begins with.
	englishPiece = regexp.MustCompile(`(?:^|\s)((?:FOR IMMEDIATE RELEASE|For [Ii]mmediate [Rr]elease|IMMEDIATE RELEASE|(?:PRESS|NEWS|MEDIA) (?:RELEASE|STATEMENT|ADVISORY|NOTE)(?: (?i:no\.?|#) ?[\d/-]+)?|(?:The White House )?Office of the (?:Press Secretary|Spokesperson)` +
		`|Share (?:this article|right caret|this page)|Source: \S+ Editor: \S+|Reading time: \d+ min(?:ute)?s?(?: \(\d+ words\))?|\d+ (?i:min(?:ute)?s? read)|Skip to (?:main )?content|Represent(?:ational|ative) Image|Adjust font size|\d+ Comments?(?: ?Print)?(?: E-mail)?(?: Xinhua,| Reuters,| CNTV,)?|Navigation path Left navigation(?: Additional tools)?(?: Other available languages: \S+)?|Media Cent(?:er|re) Media Cent(?:er|re)|News and press releases(?: News and press releases from .{3,40}?\.)?|European Commission - Daily News|(?:\p{Lu}[\p{L}’. ]{2,30} \| ){2,}(?:Search|Log ?[Ii]n|Contact(?: us)?|Subscribe|Menu|More)|Less than a minute|Views?: ?\d[\d,]*|\d[\d,]* [Cc]omments|Available in:(?: (?:English|Russian|French|Spanish|Русский|Français|Español|Português|Deutsch|Українська|Кыргызча|Қазақша|Тоҷикӣ|O‘zbekcha|العربية|中文))+` +
		`|(?i:exhibit) 99\.\d|EX-99\.\d|DAILY NEWS|LATEST NEWS|Learn more|Read more|Copyright © .{3,40}? \d{4}|© \d{4}(?: \p{Lu}\p{L}+){0,3}|Distribution: All Media|\(Release ID: \d+\))[:|]?|(?:Press|News|Media) [Rr]eleases? (?:(?i:no\.?|#) ?[\d/-]+|\(\d{4}\) ?\d+)|Media Note|Press Statement)(?:\s|$)`)
	// englishStart is a piece where it begins a text, or stands behind or before another one.
	englishStart = regexp.MustCompile(`^(?:[•·] )?(?:(?:\p{Lu}[\p{L}.&]+ ){1,4}[-–|] )?(?:(?:Press|News|Media) (?:[Rr]eleases?|[Ss]tatement|[Aa]dvisory|[Nn]ote)|Newsroom|HOMEPAGE|Home|Breaking [Nn]ews|« ?Go Back|Advertisement|Press Room|Statements and Releases|Readout|Remarks|Fact Sheet|Daily News|Responding to Emergencies|Announcements?|News •|WWW\.\S+|www\.\S+|\p{Lu}{2,4} \(\d{3}\) \d{3}-\d{4})(?: ?\|| ?:)?\s`)
	// englishLabel is one whose value stands behind it.
	englishLabel = regexp.MustCompile(`(?:^|\s)(News provided by|Content type:?|Where we are:?|What we do:?|From:|Source:|SOURCE:|By)\s(?:\p{Lu})`)
	// englishAsks is whom to ask above a headline, up to where he is reached.
	englishAsks = regexp.MustCompile(`(?:^|\s)((?:(?:Media|Press|News|MEDIA|PRESS) )?(?:Contacts?|CONTACTS?)(?: (?:for|FOR) (?:media|MEDIA))?: .{0,140}?(?:\S+@\S+\.\p{L}{2,}|\+?[\d(][\d ().-]{6,}\d)(?:,? (?:or |at |e-?mail:? )?(?:\S+@\S+\.\p{L}{2,}|\+?[\d(][\d ().-]{6,}\d))*)\s`)
)

// A flatHead is what stands around the headline of a release of one line.
type flatHead struct {
	title, under string
	when         []string // lines that say when and where
	asks         []string // whom to ask
	around       []string // the rest
	guessed      bool     // where the headline ends
}

// readEnglishFlat reads an English release of one line by these pieces; false where they do not part it.
func readEnglishFlat(text string) (h flatHead, rest string, ok bool) {
	if len(text) < fewestFlat || wording.LanguageOf(text) != "en" {
		return h, "", false
	}
	head := text[:wording.Boundary(text, englishReach)]
	lead := wireStart(head)
	if lead > 0 {
		head = head[:lead]
	}
	at := 0
	for _, p := range piecesOf(head, lead > 0) {
		between := strings.TrimSpace(head[min(at, p.from):p.from])
		if between != "" && lead == 0 && wording.FirstSentence(between+" X") != between+" X" && !h.summary(between) {
			break
		}
		h.between(between)
		h.piece(head[p.from:p.until], p.day)
		at = p.until
	}
	if lead > 0 {
		h.between(strings.TrimSpace(head[min(at, lead):lead]))
		at = lead
	}
	if at == 0 {
		return h, "", false
	}
	rest = strings.TrimSpace(text[at:])
	if h.title == "" && lead == 0 { // it stands before the lead
		n := cmp.Or(againStart(rest), articleStart(rest))
		h.between(strings.TrimSpace(rest[:n]))
		h.guessed, rest = true, rest[n:]
	}
	return h, rest, h.title != "" && rest != ""
}

// articleStart returns where a sentence begins with an article behind a headline in small letters, with nothing else of the page between: "… in public
// health and food safety The Union regrets …"; 0 where none does.
func articleStart(text string) int {
	words, at := wordsIn(wording.FirstSentence(text))
	small := 0
	for i, w := range words[:max(0, min(len(words)-1, titleLongest))] {
		if i >= wording.WireTitle && slices.Contains(wording.Articles, w) && small > i/3 && !Capital(words[i-1]) && endsTitle(strings.Join(words[:i], " ")) {
			return at[i]
		}
		if isSmallInTitle(w) {
			small++
		}
	}
	return 0
}

// piece takes a piece of the page; day says where its day begins.
func (h *flatHead) piece(text string, day int) {
	text = strings.Trim(text, " |")
	switch {
	case day < 0 && englishAsks.MatchString(text+" "):
		h.asks = append(h.asks, text)
		if d, at := calendar.DayIn(text); at > 0 { // beside the numbers
			h.when = append(h.when, strings.TrimSpace(text[at:at+d.Length]))
		}
	case day < 0:
		h.around = append(h.around, text)
	case dateline.IsWhen(text):
		h.when = append(h.when, text)
	default:
		h.when = append(h.when, strings.TrimRight(text[:day], " ,"), text[day:])
	}
}

// between takes what stands between two pieces: the first that may be one is the headline, and a longer one below it goes on with that.
func (h *flatHead) between(text string) {
	text = strings.Trim(text, " |•")
	if text == "-" || text == "" {
		return
	}
	if h.title == "" {
		text = h.partSpeaker(once(text))
	}
	l := oneLine(text)[0]
	switch {
	case h.title == "" && isTitlePiece(text) && !letterhead.StandsAround(l):
		h.title = text
		if n := max(caseChange(text), capitalsChange(text)); n > 0 {
			h.title, h.under, h.guessed = strings.TrimSpace(text[:n]), text[n:], true
		}
	case h.title != "" && h.under == "" && len(strings.Fields(text)) > FewestOver && !letterhead.StandsAround(l) && !strings.HasSuffix(text, ","):
		h.under = text
	default:
		h.around = append(h.around, text)
	}
}

// isTitlePiece reports whether words between two pieces may be the headline.
func isTitlePiece(text string) bool {
	return len(strings.Fields(text)) > 1 && wording.StartsSentence(strings.TrimLeft(text, "“\"‘'")) && endsTitle(text) && !dateline.IsWhen(text)
}

// once is a headline without its repetition behind it.
func once(text string) string {
	words := strings.Fields(text)
	half := len(words) / 2
	if len(words)%2 != 0 || half < fewestTwice || !slices.Equal(words[:half], words[half:]) {
		return text
	}
	return strings.Join(words[:half], " ")
}

// partSpeaker takes off a headline who speaks, behind it with what he is: "… hospitals Hon Dr Ann Example Minister of Health".
func (h *flatHead) partSpeaker(text string) string {
	at := speakerBehind.FindStringIndex(text)
	if at == nil || !endsTitle(text[:at[0]]) {
		return text
	}
	h.around = append(h.around, strings.TrimSpace(text[at[0]:]))
	return text[:at[0]]
}

var speakerBehind = regexp.MustCompile(`\s(?:The )?(?:Rt )?Hon(?:ou?rable|\.)? (?:Dr |Sir |Dame )?\p{Lu}[\p{L}’-]+ \p{Lu}[\p{L}’-]+(?: MP)?(?: (?:Associate |Acting |Deputy |Assistant |Prime )?(?:Minister|Premier|Treasurer|Attorney-General)\b.*)?$`)

// Summary takes a headline with a sentence below it for what they are, where the sentence says words of the headline again.
func (h *flatHead) summary(text string) bool {
	if h.title != "" || !wording.SentenceEnd(text) || wording.FirstSentence(text) != text {
		return false
	}
	n := againStart(text)
	if n == 0 {
		return false
	}
	h.title, h.under, h.guessed = strings.TrimSpace(text[:n]), text[n:], true
	return true
}

// caseChange returns where a line goes on in small letters behind a headline each word of which begins with a capital: "… Rural Hospitals New law
// gives …"; 0 where none does.
func caseChange(text string) int {
	words, at := wordsIn(text)
	i := slices.IndexFunc(words, isSmallInTitle)
	for i--; i > 0 && !Capital(words[i]); i-- {
	}
	if i <= 0 {
		return 0
	}
	capitals := 0
	for _, w := range words[:i] {
		if utf8.RuneCountInString(w) >= stemLength-1 && Capital(w) {
			capitals++
		}
	}
	if capitals < fewestCapitals || !lexicon.IsCommon(strings.ToLower(strings.Trim(words[i], ".,;:’'“”\""))) {
		return 0 // "… and Defence Minister Sample visit training site"
	}
	return at[i]
}

// fewestCapitals is how many longer words in capitals such a headline has at least: names have several, too, "Sample Road Solar Farm now online".
const fewestCapitals = 5

// isSmallInTitle reports whether a word in small letters shows that not every word of a headline begins with a capital.
func isSmallInTitle(w string) bool {
	return len(w) >= stemLength-1 && !Capital(w) && !smallInTitles.Has(w) && unicode.IsLetter([]rune(w)[0])
}

// capitalsChange returns where a line goes on in small letters behind a headline in capitals: "… ALREADY ERODING RESEARCH Fewer Grants …".
func capitalsChange(text string) int {
	words, at := wordsIn(text)
	i := slices.IndexFunc(words, func(w string) bool { return strings.ToUpper(w) != w })
	if i < FewestOver || i+1 >= len(words) || len(words[i]) < 2 {
		return 0
	}
	return at[i]
}

// smallInTitles are words in small letters of headlines whose words begin with capitals.
var smallInTitles = wordset.Of(`with from into over under their that between through about after before during within without against across than upon your this them when while will amid among toward towards until onto`)

// Lines are the release with its lead, and whom to ask below it.
func (h *flatHead) lines(text string) (lines []layout.Paragraph) {
	for _, when := range h.when {
		lines = append(lines, oneLine(when)...)
	}
	title := oneLine(h.title)[0]
	title.Kind, title.Level = layout.Heading, 1
	lines = append(lines, title)
	if h.under != "" {
		under := oneLine(h.under)[0]
		under.Kind = layout.Subtitle
		lines = append(lines, under)
	}
	lead := len(lines)
	at, until := 0, dayBehind(text)
	for _, m := range asksBehind.FindAllStringSubmatchIndex(text[:until], -1) {
		lines = append(lines, oneLine(strings.TrimSpace(text[at:m[2]]))...)
		at = m[2]
	}
	lines = append(lines, oneLine(strings.TrimSpace(text[at:until]))...)
	lines[lead].Apart = true
	for _, asks := range append(h.asks, strings.TrimSpace(text[until:])) {
		lines = append(lines, oneLine(asks)...)
	}
	return lines
}

// read reads the release, with what its site has below it.
func (h *flatHead) read(text, below string, read LineReader) release.Release {
	lines := h.lines(text)
	r := read(lines)
	r.Repairs = append(r.Repairs, repair.Of(repair.LinesParted, release.BlocksField, lines))
	if h.guessed && r.Headline != "" {
		told := repair.Of(repair.HeadlineGuessed, release.HeadlineField, oneLine(r.Headline))
		told.Count = 0
		r.Repairs = append(r.Repairs, told)
	}
	controlOff(&r)
	partLead(&r)
	dateBelow(&r, below)
	repair.SetAside(&r, repair.AsideSite, oneLine(strings.TrimSpace(strings.Join(strings.Fields(strings.Join(h.around, " ")), " "))))
	return r
}

// piecesOf finds the pieces of a page in the beginning of a text; wired says that it ends with the dateline of a wire.
func piecesOf(head string, wired bool) (pieces []flatPiece) {
	add := func(from, until int, label bool) { pieces = append(pieces, flatPiece{from, until, label, -1}) }
	for _, pattern := range []*regexp.Regexp{englishPiece, englishAsks} {
		for from := 0; ; {
			m := pattern.FindStringSubmatchIndex(head[from:])
			if m == nil {
				break
			}
			add(from+m[2], from+m[3], false)
			from += m[3]
		}
	}
	for _, m := range englishLabel.FindAllStringSubmatchIndex(head, -1) {
		add(m[2], m[3], true)
	}
	pieces = append(pieces, daysOfPage(head)...)
	slices.SortFunc(pieces, func(a, b flatPiece) int { return a.from - b.from })
	return joined(pieces, head, wired)
}

// joined takes out pieces within others, and adds those that are ones only beside another; a label takes what it tells with it.
func joined(found []flatPiece, head string, wired bool) (pieces []flatPiece) {
	at := 0
	begin := func(at int) int { // of the next word
		return at + len(head[at:]) - len(strings.TrimLeft(head[at:], " |"))
	}
	beside := func() {
		for at = begin(at); at < len(head); at = begin(at) {
			n := len(englishStart.FindString(head[at:]))
			if n == 0 {
				return
			}
			pieces = append(pieces, flatPiece{from: at, until: at + n, day: -1})
			at += n
		}
	}
	beside()
	for i, p := range found {
		if p.from < at {
			continue
		}
		if p.label {
			end := len(head)
			if i+1 < len(found) {
				end = max(p.until, found[i+1].from)
			} else if !wired {
				if end = valueEnd(head, p.until); end == 0 {
					continue
				}
			}
			if end-p.until > longestValue {
				continue
			}
			p.until = end
		}
		pieces = append(pieces, p)
		at = p.until
		beside()
	}
	return pieces
}

// valueEnd returns where the value of a label ends before a sentence that begins with a word that only begins sentences: "What we do: Policing, Youth
// With the aim …"; 0 where none does.
func valueEnd(head string, at int) int {
	m := sentenceBehind.FindStringIndex(head[at:])
	if m == nil {
		return 0
	}
	return at + m[0] + 1
}

// sentenceBehind is how a sentence begins behind words of a label.
var sentenceBehind = regexp.MustCompile(`[\p{L})] (?:The|A|An|On|In|At|With|From|For|To|More|Some|Around|Nearly|Over|During|Following|Under|As|This|Today|Between|After|Representatives|Participants) (?:\d|\p{Ll}|\p{Lu})`)

// longestValue is how many bytes stand behind a label at most.
const longestValue = 120
