package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/regexp"
)

var (
	email = regexp.MustCompile(`[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}`)
	// mention says that a contact follows, and nothing else.
	mention = regexp.MustCompile(`^(?i:(?:(?:медиа-?|пресс-?)?контакт[а-я]*|контактн\S+ (?:лиц|информаци|данны|телефон)\S*|дополнительная информация|справки|(?:press |media )?(?:contacts?|enquiries|inquiries)|kontakt\S*|contacts? presse|байланыш(?: үчүн)?|байланыс(?: үшін)?|aloqa(?: uchun)?|барои тамос|кантакт\S*)` +
		`(?:\s(?:для|по|for|of)\s[^:]{1,60})?\s*:|для (?:сми|прессы|журналистов)\s*:|тел(?:\.|ефоны?)\s(?:для\s(?:сми|прессы|журналистов|справок)|пресс-\S+)(?:\s[^:\d]{1,40})?\s*:|исп(?:\.|олнитель)\s*:?)\s*|^(?i:контакт[а-я]*)\s\p{Ll}[^:\d@]{2,60}:\s*|^(?i:контакт[а-я]*\s(?:для|for)\s\S+)\s+[–—-]\s+|` +
		`^(?i:(?:(?:медиа-?|пресс-?)?контакт[а-я]*|контактн\S+ (?:лиц|информаци|данны|телефон)\S*|(?:press |media )?contacts?)(?:\s(?:для|for)\s\S+|\sпресс-(?:службы|центра))?)$`)
	// matter says on what somebody is to be asked.
	matter = regexp.MustCompile(`^(?i:(?:за |для )?(?:получения )?дополнительной информаци\S+|по (?:всем )?вопросам|вопросы|интервью|запросы|аккредитация|for (?:more|further|additional) information)[^:]{0,60}:\s*`)
	// courtesy ends a letter above its writer.
	courtesy = regexp.MustCompile(`^(?i:с (?:глубоким |искренним )?уважением|(?:best |kind |warm )?regards|(?:yours )?(?:sincerely|faithfully)(?: yours)?)(?:\s*[,.!]\s*|$)`)
	// site is a web address with nothing but its name before it. «А.И.Пробная» is none.
	site = regexp.MustCompile(`^(?:(?i:(?:официальный )?сайт|веб-сайт|w|телеграм(?:-канал)?|web|website|telegram|vk|вк(?:онтакте)?|facebook|instagram|x|twitter|youtube|rutube|одноклассники|дзен|max|linkedin)(?:\s*:\s*|\s+))?((?:https?://|www\.)\S+?|[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.(?:\p{Ll}{2,}|\p{Lu}{2,})(?:/\S*?)?)[.,;]?$`)
	// account is a name in Telegram, which has an address on the web.
	account = regexp.MustCompile(`^(?i:telegram|телеграм|tg)(?i:-?канал)?\s*:?\s*@(\w{3,})[.,;]?$`)
	// numbering stands before people in a list, and tag before what a form says of one.
	numbering = regexp.MustCompile(`^\d{1,2}[.)]\s+(\p{Lu})`)
	tag       = regexp.MustCompile(`^(?i:(ф\.?\s?и\.?\s?о\.?|имя|name)|(должность|title|position|post)|(организация|компания|ведомство|organi[sz]ation|company))\s*:\s*(\S.*)$`)
	// messenger says by which program a number answers, and stays with it.
	messenger = regexp.MustCompile(`(?i:whats\s?app|viber|telegram|телеграм|signal)[\s:/,()]*$`)
	// postcode begins an address, not a number: «101000, г. Москва».
	postcode = regexp.MustCompile(`^\d{6},\s*\p{L}`)
	// numeric is a date, or a span of years, that looks like a number to call.
	numeric = regexp.MustCompile(`^\(?(?:\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})$|\d{1,2}[/-]\d{1,2}[/-](?:19|20)\d\d$|(?:19|20)\d\d-\d\d-\d\d$|(?:19|20)\d\d\s?[–—-]\s?(?:19|20)\d\d$)`)
	// withInitial is a name, even where its surname looks like an adjective: «Пробная А. И.».
	withInitial = regexp.MustCompile(`(?:^|[\s.])\p{Lu}\.`)
	// hours say when somebody answers, and stay beside a contact.
	hours = regexp.MustCompile(`^\(?(?i:(?:(?:часы|время|график|режим) (?:работы|при[её]ма)|(?:в |по )?(?:(?:пн|вт|ср|чт|пт|сб|вс)\.?[\s,–—-]|понедельник|будн|рабочи(?:е|м) дн|ежедневно)|` +
		`(?:office|working|opening|business) hours|(?:mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?[\s,.–—-]|daily|с)[^\n]*\d{1,2}(?:[:.]\d\d|\sдо\s\d|\s?[–—-]\s?\d|\s?[ap]\.?m)|[^\n\d]{0,40}(?:круглосуточно|24/7))`)
	// desks answer phones, and are no persons.
	desks = regexp.MustCompile(`^(?i:горячая линия|единый (?:контактный )?телефон|(?:общественная )?при[её]мная|справочная(?: служба)?|(?:call|колл)-центр|hotline|switchboard)$`)
	// bracketed is a post behind a name: «Анна Примерова (пресс-секретарь)».
	bracketed = regexp.MustCompile(`^(\p{Lu}[^()]+?)\s+\((\p{L}[^()\d]{2,60})\)$`)
	// initial ends a name, not a sentence.
	initial = regexp.MustCompile(`(?:^|[\s.])\p{Lu}\.$`)
	// between parts a name from a post, and both from what reaches them.
	between = regexp.MustCompile(`\s+[—–|-]\s+|\s*[,;|]\s+`)
)

// contactLine is what one line of a contact block says.
type contactLine struct {
	heading      string // that a contact follows
	above        string // a courtesy, or what somebody is to be asked
	who          []called
	reach        string // phones, in the words of the line
	mails, sites []string
	hours        string // when somebody answers
	certain      bool   // whether who is understood, and not only likely by its place
}

// called is one of the words for whom a contact reaches: a person, with the post before
// the name or without; or a post or an office alone.
type called struct {
	name, post string
	office     bool // the post is a department's or an organisation's name
}

// contactLinesIn reads a line of a contact block. Where semicolons part people, each of
// them with a way to reach them, each is a line of its own.
func contactLinesIn(text string) []contactLine {
	var lines []contactLine
	for entry := range strings.SplitSeq(strings.TrimRight(text, "; "), ";") {
		l := readContactLine(entry)
		if entry == text {
			return []contactLine{l}
		}
		if l.who == nil || !l.certain || !l.reachable() {
			return []contactLine{readContactLine(text)}
		}
		lines = append(lines, l)
	}
	return lines
}

// longestHours is how long a line is that says when somebody answers, in code points.
const longestHours = 80

// readContactLine reads one entry. A line that can be none has neither a
// heading nor anybody nor a way to reach one.
func readContactLine(text string) contactLine {
	l := contactLine{certain: true}
	rest := strings.TrimSpace(text)
	if utf8.RuneCountInString(rest) <= longestHours && hours.MatchString(rest) && !hasVerb(rest) && !number.MatchString(clock.ReplaceAllString(rest, "")) {
		l.hours = rest
		return l
	}
	rest = numbering.ReplaceAllString(rest, "$1")
	if m := tag.FindStringSubmatch(rest); m != nil && !email.MatchString(m[4]) && !number.MatchString(m[4]) {
		l.who = []called{{name: m[4]}}
		if m[1] == "" {
			l.who = []called{{post: m[4], office: m[3] != ""}}
		}
		return l
	}
	l.heading = mention.FindString(rest)
	rest = rest[len(l.heading):]
	for _, opening := range []*regexp.Regexp{courtesy, matter} {
		m := opening.FindString(rest)
		l.above += m
		rest = rest[len(m):]
	}
	if postcode.MatchString(rest) || strings.HasPrefix(rest, "@") {
		return contactLine{}
	}
	rest = l.takeReach(rest)
	if strings.Trim(rest, edge) == "" {
		return l
	}
	if l.who, l.certain = whoIn(strings.Trim(rest, " \t\u00a0,;|/(–—-")); l.who == nil {
		return contactLine{}
	}
	return l
}

// takeReach takes off a line how somebody is reached, and returns the words before it.
func (l *contactLine) takeReach(text string) (rest string) {
	if m := account.FindStringSubmatch(text); m != nil {
		l.sites = []string{"t.me/" + m[1]}
		return ""
	}
	text, mails := withoutMail(text)
	l.mails = email.FindAllString(mails, -1)
	if sites, rest := withoutSites(text); strings.Trim(rest, edge) == "" || len(l.mails) > 0 || number.MatchString(rest) {
		l.sites, text = sites, rest
	}
	spans := numbersIn(text)
	if len(spans) == 0 {
		return text
	}
	before := text[:spans[0][0]]
	words := before[:len(before)-len(label(before))]
	first := text[spans[0][0]:spans[0][1]]
	const whole = 7 // digits of a number behind other words
	if words == before && (numeric.MatchString(first) || strings.Trim(words, edge) != "" && digits(first) < whole) {
		return text
	}
	end := spans[len(spans)-1][1]
	if behind := strings.Trim(text[end:], edge); words == "" && len(spans) == 1 && isBehind(text[end:], behind) {
		l.reach = text[:end]
		return behind
	}
	l.reach = text[len(words):]
	return words
}

// isBehind reports whether words behind a number, parted from it, say whose it is.
func isBehind(text, words string) bool {
	if between.FindStringIndex(text) == nil || between.FindStringIndex(text)[0] != 0 {
		return false
	}
	if kind, all := kindIn(words); all && kind != "" || messenger.MatchString(words) {
		return false
	}
	who, certain := whoIn(words)
	return who != nil && certain
}

// withoutSites takes the addresses on the web out of a line. Of words alone they may be the
// source, or say where else they stand.
func withoutSites(text string) (sites []string, rest string) {
	rest = text
	if !strings.ContainsAny(text, ".:") { // no address is without
		return nil, text
	}
	for _, part := range between.Split(text, -1) {
		if m := site.FindStringSubmatch(strings.TrimSpace(part)); m != nil {
			sites = append(sites, m[1])
			rest = strings.Replace(rest, part, "", 1)
		}
	}
	return sites, rest
}

// initials begin with a letter that could also be short for a phone.
var initials = regexp.MustCompile(`^\s*\p{Lu}\.`)

// label returns the words at the end of a text that say what answers at the number behind.
func label(before string) string {
	if m := messenger.FindString(before); m != "" {
		return label(before[:len(before)-len(m)]) + m
	}
	at := len(before)
	for i := range before {
		if i > 0 && (!noWord(lastRune(before[:i])) || initials.MatchString(before[i:])) { // within a word, or a name
			continue
		}
		if kind, only := kindIn(before[i:]); only && kind != "" {
			at = i
			break
		}
	}
	return before[at:]
}

func lastRune(text string) rune { r, _ := utf8.DecodeLastRuneInString(text); return r }

// whoIn reads names, posts and offices, nil where a sentence stands, or what belongs to
// something else. It is certain where each of them is known for what it is.
func whoIn(text string) (who []called, certain bool) {
	const longest = 160 // code points
	if utf8.RuneCountInString(text) > longest || sentenceEnd(text) && !initial.MatchString(text) || !strings.ContainsFunc(text, unicode.IsLetter) || hasVerb(text) {
		return nil, false
	}
	certain = true
	text = bracketed.ReplaceAllString(text, "$1, $2")
	if office, behind, ok := strings.Cut(text, ":"); ok {
		c, known := calledBy(office)
		if !known || strings.Contains(behind, ":") {
			return nil, false
		}
		if text = strings.TrimSpace(behind); text == "" {
			return []called{c}, true
		}
		who = []called{c}
	}
	for _, words := range between.Split(text, -1) {
		c, known := calledBy(words)
		who = append(who, c)
		certain = certain && known
	}
	return who, certain
}

var presentTense = regexp.MustCompile(`^\p{L}{2,}(?:[еёиуюая]т)(?:ся)?$`)

// hasVerb reports whether a text says what somebody did or does: «Министр провёл встречу» is a
// headline and no post. A word in small letters that only looks so is a form of a noun the
// grammar knows: «начальник отдела».
func hasVerb(text string) bool {
	return slices.ContainsFunc(strings.FieldsFunc(text, noWord), func(word string) bool {
		return strings.ToLower(word) == word && (pastTense.MatchString(word) || presentTense.MatchString(word)) && grammar.NounShows(word) == nil
	})
}

// calledBy tells what words are: a name, a post with a name or without, or an office.
func calledBy(words string) (c called, known bool) {
	if desks.MatchString(words) {
		return called{post: words, office: true}, true
	}
	if !inCyrillic(words) {
		return calledInEnglish(words)
	}
	post, name := grammar.SplitPost(words, nil)
	if post != "" {
		return called{name: name, post: post}, true
	}
	switch kind := grammar.GuessKind(words); {
	case isName(words) && (kind == grammar.Person || withInitial.MatchString(words)):
		return called{name: words}, true
	case kind == grammar.Organisation:
		return called{post: words, office: true}, true
	}
	if office, name := splitName(words); name != "" {
		return called{name: name, post: office}, true
	}
	return called{post: words, office: true}, false
}

// officeWords are English words of posts and offices, small, none of which is a name.
var officeWords = []string{
	"adviser", "advisor", "affairs", "agency", "analyst", "assistant", "association", "board", "bureau", "center", "centre", "chief", "commission", "committee", "communications",
	"company", "corporation", "council", "counsel", "department", "deputy", "desk", "director", "division", "editor", "foundation", "general", "group", "head", "inc", "information",
	"institute", "limited", "llc", "ltd", "manager", "media", "minister", "ministry", "office", "officer", "organisation", "organization", "president", "press", "public", "relations",
	"representative", "secretariat", "secretary", "section", "service", "services", "specialist", "spokesman", "spokesperson", "spokeswoman", "staff", "team", "unit", "university",
}

// postBegin is how an English post begins, not an office.
var postBegin = regexp.MustCompile(`(?i:^(?:the )?(?:(?:chief|senior|deputy|acting|vice|assistant|press|public|media|communications|executive|general)[ -])*(?:adviser|advisor|analyst|assistant|chief|counsel|deputy|director|editor|head|manager|minister|officer|president|representative|secretary|specialist|spokesman|spokesperson|spokeswoman)\b)`)

func calledInEnglish(words string) (c called, known bool) {
	inOffice := func(text string) bool {
		return slices.ContainsFunc(strings.FieldsFunc(strings.ToLower(text), noWord), func(w string) bool { return slices.Contains(officeWords, w) })
	}
	office, name := splitName(words)
	switch {
	case name == "" || inOffice(name):
		return called{post: words, office: !postBegin.MatchString(words)}, inOffice(words)
	case office == "":
		return called{name: name}, true
	}
	return called{name: name, post: office}, inOffice(office)
}

// isName reports whether text looks like a person's whole name.
func isName(text string) bool {
	words := strings.Fields(text)
	capitals := strings.ToUpper(text) == text
	for _, w := range words {
		if !isNameWord(w) && (!capitals || !unicode.IsLetter(lastRune(w))) {
			return false
		}
	}
	return len(words) >= 2 && len(words) <= 4
}

// splitName takes a person's name off the end of a line: two capitalised
// words, three with a patronymic or an initial before them.
func splitName(text string) (office, name string) {
	words := strings.Fields(text)
	n := 0
	for n < len(words) && n < 3 && isNameWord(words[len(words)-1-n]) {
		n++
	}
	if n == 3 && !strings.HasSuffix(words[len(words)-3], ".") && !grammar.IsPatronymic(words[len(words)-2]) && !grammar.IsPatronymic(words[len(words)-1]) {
		n = 2
	}
	if n < 2 {
		return text, ""
	}
	cut := len(words) - n
	return strings.Join(words[:cut], " "), strings.Join(words[cut:], " ")
}

func isNameWord(word string) bool {
	letters := []rune(word)
	if len(letters) < 2 || !unicode.IsUpper(letters[0]) {
		return false
	}
	for i, r := range letters[1:] {
		after := letters[i] // initials: «А.И.»; double names: «Озерова-Пробная»
		capital := after == '-' || after == '.'
		if r != '-' && r != '.' && !unicode.IsLower(r) && (!capital || !unicode.IsUpper(r)) {
			return false
		}
	}
	return true
}

// reachable reports whether a line says how somebody is reached.
func (l contactLine) reachable() bool { return l.reach != "" || len(l.mails) > 0 || len(l.sites) > 0 }

// opens reports whether a line says that somebody to be asked follows.
func (l contactLine) opens() bool { return l.heading != "" || l.above != "" }

func inCyrillic(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) })
}
