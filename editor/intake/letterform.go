package intake

import (
	"strings"
	"sync"
	"unicode/utf8"

	"communique/editor/intake/layout"
	"communique/editor/regexp"
)

// formField is what a letterhead says beside a label.
type formField int

const (
	formOther formField = iota
	formDay
	formNumber
	formPlace
	formHold
)

// formLabel are the words for a field: at the start of what a form says, and alone in a cell.
type formLabel struct {
	field       formField
	begin, bare *regexp.Regexp
}

func labelOfForm(field formField, words string) formLabel {
	return formLabel{field, regexp.MustCompile(`^(?i:` + words + `)\s?:\s*`), regexp.MustCompile(`^(?i:` + words + `)\s?:?$`)}
}

//nolint:misspell // most of them are not English
var formLabels = sync.OnceValue(func() []formLabel {
	return []formLabel{
		labelOfForm(formDay, `дата(?: (?:выпуска|выхода|публикации|релиза|рассылки|отправки|подготовки|документа|размещения|сообщения))?|(?:(?:press )?release |issue |publication )?date(?: (?:of (?:issue|release|publication)|issued|released))?|(?:issued|released|published)(?: on)?|datum|data|date de (?:publication|diffusion)|fecha|күні|датасы|күнү|sana(?:si)?|сана(?:и|си)?|ամսաթիվ|tarih`),
		labelOfForm(formNumber, `(?:регистрационный |порядковый )?номер(?: (?:релиза|пресс-релиза|документа|выпуска|сообщения))?|№(?: (?:релиза|пресс-релиза|документа|выпуска))?|рег(?:истрационный)?\.? ?№|(?:(?:press )?release |document |our )?(?:number|no\.?|ref(?:erence)?\.?(?: (?:number|no\.?))?)|нумар|нөмірі?|номери|raqami?|рақами?|nummer|nr\.?|numéro|n[°º]|numer|número`),
		labelOfForm(formPlace, `место(?: (?:выпуска|публикации|издания))?|город|месца|горад|місце|місто|location|place|city|dateline|ort|lieu|miejsce|қала(?:сы)?|шаары?|shahar|шаҳр`),
		labelOfForm(formHold, `(?:снятие )?эмбарго|embargo|эмбарга|ембарго|sperrfrist`),
		labelOfForm(formOther, `тема|кому|куда|от кого|источник|издатель|организация|отправитель|получатель|(?:кол-во|количество|число) (?:страниц|листов)|страниц|листов|объ[её]м|рубрика|категория|вид документа|тип документа|исх(?:\.|одящий)? ?(?:№|номер)|subject|re|to|from|issued by|source|pages|category|тақырыбы|темасы|кімге|кимге|каму|ад каго|betreff|objet|temat`),
	}
})

// onlyBeside are words that say what a cell beside them is, and begin no line: «от | 17.04.2025», «Контакт | Анна Пробная, …».
var onlyBeside = regexp.MustCompile(`^(?i:от|of|dated|контакт(?:ы|ное лицо)?(?: для (?:сми|прессы))?|исполнитель|(?:(?:media|press) )?contacts?(?: person)?|ansprechpartner(?:in)?|kontakt|кантакты?|байланыш|байланыс)\s?:?$`)

// formPair is a label with what stands beside it.
type formPair struct {
	field formField
	value string
}

// formLabelAt returns the field of the label at the start of a text, and how long it is; 0 where there is none.
func formLabelAt(text string) (field formField, length int) {
	for _, l := range formLabels() {
		if m := l.begin.FindString(text); m != "" {
			return l.field, len(m)
		}
	}
	return formOther, 0
}

// bareLabel returns the field of a line that is a label and nothing else.
func bareLabel(text string) (field formField, ok bool) {
	for _, l := range formLabels() {
		if l.bare.MatchString(text) {
			return l.field, true
		}
	}
	return formOther, false
}

// formParts is what may part what a form says from what it says next.
var formParts = regexp.MustCompile(`[,;|]\s*|\s{2,}|\.\s+`)

// formPairs reads a line of a form, «Дата: 17 апреля 2025 г., Номер: 31»; nil where it begins with no label.
func formPairs(text string) (pairs []formPair) {
	if utf8.RuneCountInString(text) > datelineLength || strings.Contains(text, "\n") {
		return nil
	}
	field, n := formLabelAt(text)
	if n == 0 {
		return nil
	}
	from := n
	for _, m := range formParts.FindAllStringIndex(text, -1) {
		next, length := formLabelAt(text[m[1]:])
		if m[0] < from || length == 0 {
			continue
		}
		pairs = append(pairs, formPair{field, strings.TrimSpace(text[from:m[0]])})
		field, from = next, m[1]+length
	}
	return append(pairs, formPair{field, strings.TrimSpace(text[from:])})
}

// paperNumber is the number of a paper: a few signs in one word, with a figure among them.
var paperNumber = regexp.MustCompile(`^(?:№\s?)?([\p{L}\d._/-]{0,20}\d[\p{L}\d._/-]{0,20})$`)

// dayAlone reads a text that is a day, perhaps with the hour, and nothing else.
func dayAlone(text string) (d dateline, ok bool) {
	d, ok = datelineOf(text, false)
	return d, ok && d.dated
}

// fits reports whether a value is one of its field's.
func (p formPair) fits() bool {
	switch p.field {
	case formDay:
		_, ok := dayAlone(p.value)
		return ok
	case formNumber:
		return paperNumber.MatchString(p.value)
	case formPlace:
		d, ok := datelineOf(p.value, true)
		return ok && !d.dated
	}
	return p.value != ""
}

// formed writes labels with the values that stand beside them or below them in lines of their own: «Дата:» over «17.04.2025», and «№», «Дата» over
// «31», «17.04.2025». Of running text only values count that can be nothing else.
func formed(lines []layout.Paragraph, inTable bool) (all []layout.Paragraph) {
	isLabel := func(i int) (field formField, ok bool) {
		if i >= len(lines) || lines[i].Kind != layout.Text {
			return formOther, false
		}
		if field, ok = bareLabel(lines[i].Text); !ok && inTable {
			ok = onlyBeside.MatchString(lines[i].Text) && i+1 < len(lines) && besideEach(lines[i], lines[i+1])
		}
		return field, ok
	}
	for i := 0; i < len(lines); {
		var fields []formField
		for field, ok := isLabel(i + len(fields)); ok; field, ok = isLabel(i + len(fields)) {
			fields = append(fields, field)
		}
		if n := len(fields); n == 0 || !valuesBelow(lines[i:], fields, inTable) {
			n = max(1, n)
			all, i = append(all, lines[i:i+n]...), i+n
			continue
		}
		for n, l := range lines[i : i+len(fields)] {
			sign := ": "
			if strings.HasSuffix(l.Text, "№") || strings.EqualFold(l.Text, "от") {
				sign = " "
			}
			l.Text, l.Marks = strings.TrimRight(l.Text, " :")+sign+lines[i+len(fields)+n].Text, nil
			all = append(all, l)
		}
		i += 2 * len(fields)
	}
	return all
}

// besideEach reports whether two lines stand in two cells, or columns.
func besideEach(a, b layout.Paragraph) bool { return a.Cell != b.Cell || a.Cell == 0 && b.Apart }

// valuesBelow reports whether below labels as many values stand as there are labels.
func valuesBelow(lines []layout.Paragraph, fields []formField, inTable bool) bool {
	n := len(fields)
	if len(lines) < 2*n {
		return false
	}
	for i, field := range fields {
		l := lines[n+i]
		if _, label := bareLabel(l.Text); label || l.Kind != layout.Text || strings.Contains(l.Text, "\n") {
			return false
		}
		checked := field == formDay || field == formNumber || field == formPlace
		if !inTable && !(checked && formPair{field, l.Text}.fits()) {
			return false
		}
	}
	return true
}

// ofForm takes a line of a form above the headline. What it says of nothing that a release has goes to the notes, as the whole line does.
func (r *reader) ofForm(l layout.Paragraph) bool {
	pairs := formPairs(l.Text)
	if l.Kind != layout.Text || pairs == nil || pairs[0].field == formHold && len(pairs) == 1 { // which held reads
		return false
	}
	for _, p := range pairs {
		if !p.fits() {
			return false
		}
	}
	for _, p := range pairs {
		switch p.field {
		case formDay:
			d, _ := dayAlone(p.value)
			r.dates(d)
		case formNumber:
			r.number(paperNumber.FindStringSubmatch(p.value)[1])
		case formPlace:
			d, _ := datelineOf(p.value, true)
			r.dates(dateline{place: d.place})
		case formHold:
			holdBack(&r.release, p.value)
		}
	}
	r.aside(asideLetterhead, l)
	return true
}

// saysOfPaper reports whether a line is one of a form that says what only letterheads do: when the paper left, its number, where.
func saysOfPaper(text string) bool {
	for _, p := range formPairs(text) {
		if p.field != formOther && p.fits() {
			return true
		}
	}
	return false
}
