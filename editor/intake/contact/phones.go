package contact

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/intake/wording"
	"communique/editor/regexp"
	"communique/editor/release"
	"communique/editor/wordset"
)

var (
	// number is a phone number as offices write one: digits with what may stand
	// between them.
	number = regexp.MustCompile(`(?:\(\+\d[\d\s\x{a0}-]{0,8}\)|(?:\+\s?)?[\d(])[\d\s\x{a0}\x{202f}()./–‑-]{4,}\d`)
	// extension is what follows a number that a switchboard answers.
	extension = regexp.MustCompile(`^[\s\x{a0},;]*(?:\(\s*(?i:` + extensionWords + `)\s*:?\s*\d[\d-]*\s*\)|(?i:` + extensionWords + `)\s*:?\s*\d[\d-]*|x\s?\d{2,5}\b|#\s?\d{2,5}\b)`)
	// kindMark ends a line that says by itself what answers at the number.
	kindMark = regexp.MustCompile(`^(.*\S) — ([\p{L}./]+)$`)
	// parting stands between what belongs to one number and to the next.
	parting = regexp.MustCompile(`[,;|/]|\s(?:и|and|or|или)\s`)
)

// extensionWords say that the figures behind them are asked for at a switchboard.
const extensionWords = `доб(?:ав)?\.?|добавочный|доп\.?|вн\.|внутр\.?|внутренний|ip-?\s?(?:тел\.?|телефон|phone)|ext\.?|extension|int\.|унутр\.?|ички|кошумча|ішкі|қосымша|ichki|дод\.|wew\.?|dw|durchwahl|poste`

// kindWords are the words for what answers at a number, small, without full
// stops. Of several the kinds come together: «тел./факс».
var kindWords = map[string][]string{
	"phone": {
		"телефону", "телефонам", "телефона", "номер", "номера", "telefon", "telefoni", "телефони", "телефоны", "тел", "телефон", "телефоны", "телефакс", "т", "tel", "phone", "phones", "telephone", "раб", "рабочий", "служебный", "городской", "прямой",
		"контактный", "конт", "многоканальный", "direct", "ddi", "ph", "landline", "line", "work", "office", "офис", "desk", "t", "p", "o", "d", "р", "д", "тэл", "тэлефон", "тэлефоны", "tél", "tfno", "tfn", "tlf", "puh", "puhelin", "tlp", "teléfono", "telefone", "telefono", "téléphone", "telefonszám", "telefonnummer", "telefoon", "հեռ", "ტელ",
	},
	"mobile": {"м", "моб", "gsm", "мобильный", "сот", "сотовый", "mob", "mobile", "cell", "m", "c", "port", "portable", "handy", "kom", "ұялы", "уюлдук", "маб", "mobil", "tlm", "telemóvel", "celular", "móvil", "cel", "cellulare", "matkapuh", "cep", "mobiel", "mobiltelefon", "komórka", "мобилдик", "uyali", "բջջ", "მობ"},
	"fax":    {"факс", "факсу", "факсам", "факсы", "ф", "телефакс", "fax", "f", "faks", "ֆաքս", "ფაქსი"},
}

// ReadPhones reads the phone numbers of a line: several, with the words around
// them («моб.», «тел./факс»), with extensions. A number stays as it is written,
// together with words that say something else; rest is what belongs to none of
// them. A line without a number is all rest.
func ReadPhones(line string) (phones []release.PhoneNumber, rest string) {
	line = strings.TrimSpace(line)
	if m := kindMark.FindStringSubmatch(line); m != nil {
		if kind, all := kindIn(m[2]); all && kind != "" {
			return []release.PhoneNumber{{Number: m[1], Kind: kind}}, ""
		}
	}
	line, rest = withoutMail(line)
	spans := numbersIn(line)
	if len(spans) == 0 {
		return nil, strings.TrimSpace(line + " " + rest)
	}
	before := line[:spans[0][0]]
	kind := release.Phone
	for i, span := range spans {
		next := len(line)
		if i+1 < len(spans) {
			next = spans[i+1][0]
		}
		after, label := line[span[1]:next], ""
		if i+1 < len(spans) {
			after, label = parted(after)
		}
		var p release.PhoneNumber
		p, kind = phoneAmong(before, line[span[0]:span[1]], after, kind)
		phones = append(phones, p)
		before = label
	}
	return phones, rest
}

// numbersIn finds the numbers of a line, their extensions included.
func numbersIn(line string) [][2]int {
	var spans [][2]int
	for from := 0; ; {
		m := number.FindStringIndex(line[from:])
		if m == nil {
			return spans
		}
		start, end := from+m[0], from+m[1]
		if cut := fullNumber(line[start:end]); cut > 0 {
			end = start + cut
		}
		if open := unclosed(line[start:end]); open > 0 {
			end = start + open
		}
		end += extensionLength(line[end:])
		spans = append(spans, [2]int{start, end})
		from = end
	}
}

// extensionLength is how much of a text is the extension of the number before it, with others of as many figures: «доб. 1205, 1206».
func extensionLength(text string) int {
	end := len(extension.FindString(text))
	if end == 0 {
		return 0
	}
	figures := digits(text[:end])
	for {
		m := furtherExtension.FindStringSubmatchIndex(text[end:])
		if m == nil || digits(text[end:end+m[2]]) != figures {
			return end
		}
		end += m[2]
	}
}

// furtherExtension is another one behind an extension, and what tells it from the beginning of a number.
var furtherExtension = regexp.MustCompile(`^(?:\s?[,/]\s?|\s(?:и|или|and|or)\s)\d{2,5}()(?:\s*(?:[^\d\s()+-]|$)|\s*\((?i:\p{L}))`)

// fullNumber is where the first of two whole numbers ends that only a stroke
// parts; 0 where what follows it are other last digits of the same number.
func fullNumber(text string) int {
	whole := 10 // digits
	stroke := strings.IndexByte(text, '/')
	if strings.Contains(text, " / ") { // "01 555 0112 / 087 555 0112"
		whole = 8
	}
	if stroke < 0 || digits(text[:stroke]) < whole || digits(text[stroke:]) < whole {
		return 0
	}
	return len(strings.TrimRight(text[:stroke], " \u00a0"))
}

// unclosed is where a number ends that runs into a bracket of what follows it.
func unclosed(text string) int {
	if open := strings.LastIndexByte(text, '('); open > 0 && !strings.Contains(text[open:], ")") {
		return len(strings.TrimRight(text[:open], " \u00a0"))
	}
	return 0
}

func digits(text string) int {
	n := 0
	for _, r := range text {
		if unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// parted parts what stands between two numbers: what belongs to the first, and
// what to the second.
func parted(between string) (after, before string) {
	depth, cut := 0, -1
	for _, m := range parting.FindAllStringIndex(between, -1) {
		depth = strings.Count(between[:m[0]], "(") - strings.Count(between[:m[0]], ")")
		if depth == 0 && !joinsKinds(between, m) {
			cut = m[1]
		}
	}
	if cut >= 0 {
		return between[:cut], between[cut:]
	}
	if end := strings.IndexByte(between, ')'); end >= 0 && strings.HasPrefix(strings.TrimSpace(between), "(") {
		return between[:end+1], between[end+1:]
	}
	return "", between
}

// joinsKinds reports whether a stroke only joins two words for kinds: «тел./факс».
func joinsKinds(text string, m []int) bool {
	if text[m[0]] != '/' {
		return false
	}
	left, right := strings.FieldsFunc(text[:m[0]], unicode.IsSpace), strings.FieldsFunc(text[m[1]:], unicode.IsSpace)
	if len(left) == 0 || len(right) == 0 {
		return false
	}
	one, _ := kindIn(left[len(left)-1])
	other, _ := kindIn(right[0])
	return one != "" && other != ""
}

// phoneAmong makes a phone of a number and the words around it. What is no word
// for a kind stays with the number. Without any word it is of the kind of the
// one before it.
func phoneAmong(before, number, after string, kind release.PhoneKind) (p release.PhoneNumber, next release.PhoneKind) {
	text := number
	label, labelled := kindIn(before)
	tail, tailed := kindIn(after)
	switch {
	case label != "":
		kind = label
	case strings.Trim(before, edge) != "":
		kind = release.Phone
	}
	next = kind
	if tail != "" && (tailed || messenger.MatchString(strings.Trim(after, edge))) { // "+44 … (mobile and WhatsApp)"
		kind = tail
	}
	if !labelled {
		text = strings.TrimLeft(before, edge) + text
	}
	if !tailed {
		text += strings.TrimRight(after, ",; |/\u00a0")
	}
	return release.PhoneNumber{Number: strings.TrimSpace(text), Kind: kind}, next
}

// edge is what may stand around words without being part of them.
const edge = " \t\u00a0.,;:|/–—-()·•"

// kindIn is the kind that words say, "" where none of them says any; all is
// whether they say nothing else.
func kindIn(text string) (kind release.PhoneKind, all bool) {
	found := map[string]bool{}
	all = true
	low := strings.ToLower(text)
	if strings.Contains(low, ".т") {
		low = twoLetters.Replace(low)
	}
	words := strings.FieldsFunc(low, wording.NoWord)
	for i, word := range words {
		known := joinsKindWords.Has(word) || i+1 < len(words) && describing.MatchString(word+" "+words[i+1]) && strings.Contains(low, word+" "+words[i+1])
		for name, those := range kindWords {
			if slices.Contains(those, word) {
				found[name], known = true, true
			}
		}
		all = all && known
	}
	switch {
	case found["fax"] && found["phone"]:
		return release.PhoneFax, all
	case found["fax"]:
		return release.Fax, all
	case found["mobile"]:
		return release.Mobile, all
	case found["phone"]:
		return release.Phone, all
	}
	return "", all
}

// twoLetters are kinds by the first letters of two words: «с. т.» for «сотовый телефон».
var twoLetters = strings.NewReplacer("с.т.", "сот", "м.т.", "моб", "р.т.", "раб")

// joinsKindWords stand between words for kinds.
var joinsKindWords = wordset.Of("и and по or или")

// describing stands before a telephone: «дежурный телефон», «единый номер».
var describing = regexp.MustCompile(`^\p{L}+(?:ный|ной|вой|чий|щий|ные) (?:тел|номер|факс)`)

// withoutMail takes a mail address with its name out of a line.
func withoutMail(line string) (without, mail string) {
	if !strings.Contains(line, "@") {
		return line, ""
	}
	m := mailPart.FindStringIndex(line)
	if m == nil {
		return line, ""
	}
	mail = strings.Trim(line[m[0]:m[1]], " ,;")
	if utf8.RuneCountInString(mail) == utf8.RuneCountInString(strings.Trim(line, " ,;")) {
		return "", mail
	}
	without, more := withoutMail(line[:m[0]] + line[m[1]:])
	return without, strings.TrimSpace(mail + " " + more)
}

var mailPart = regexp.MustCompile(`(?:(?i:(?:e-?mail|mail|(?:эл|эл\.|ел\.|общая|рабочая|корпоративная|электронная|электронной|адрес электронной)? ?(?:почта|пошта|почты|почту|почте)|по (?:электронному |эл\. )?адресу|эл\. адрес|электрон(?:дық|дук)? (?:пошта|почта)|почтаи электронӣ|elektron pochta|pochta|էլ\.? ?փոստ)\s*[:–—-]?|\be:|(?:^|[\s|,;])e\s)\s*)?` + email.String() + `[,;]?\s*`)

// ReadPhoneList reads phones that a person typed, a line each or several in
// one. What is no number stays as it is typed.
func ReadPhoneList(text string) []release.PhoneNumber {
	var all []release.PhoneNumber
	for line := range strings.Lines(text) {
		phones, rest := ReadPhones(line)
		all = append(all, phones...)
		if rest != "" {
			all = append(all, release.PhoneNumber{Number: rest, Kind: release.Phone})
		}
	}
	return all
}

// PhoneLine writes a phone as ReadPhoneList reads it back: the number, and
// word, which names its kind, where the number alone would be read as another.
func PhoneLine(p release.PhoneNumber, word string) string {
	for _, line := range []string{p.Number, p.Number + " " + word} {
		if slices.Equal(ReadPhoneList(line), []release.PhoneNumber{p}) {
			return line
		}
	}
	return p.Number + " — " + word
}
