package intake

import (
	"cmp"
	"strings"
	"sync"
	"unicode/utf8"

	"communique/editor/intake/dateline"
	"communique/editor/intake/gazetteer"
	"communique/editor/intake/layout"
	"communique/editor/intake/repair"
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

// formLabels are the words of forms; most of them are not English.
var formLabels = sync.OnceValue(func() []formLabel {
	return []formLabel{
		labelOfForm(formDay, `дата(?: (?:выпуска|выхода|публикации|релиза|рассылки|отправки|подготовки|документа|размещения|сообщения))?|(?:(?:press )?release |issue |publication )?date(?: (?:of (?:issue|release|publication)|issued|released))?|(?:issued|released|published)(?: on)?|datum|data|date de (?:publication|diffusion)|fecha|күні|датасы|күнү|sana(?:si)?|сана(?:и|си)?|ամսաթիվ|tarih`),
		labelOfForm(formNumber, `(?:регистрационный |порядковый )?номер(?: (?:релиза|пресс-релиза|документа|выпуска|сообщения))?|(?:документ )?№(?: (?:релиза|пресс-релиза|документа|выпуска))?|рег(?:истрационный)?\.? ?№|(?:(?:press )?release |document |our )?(?:number|no\.?|ref(?:erence)?\.?(?: (?:number|no\.?))?)|нумар|нөмірі?|номери|raqami?|рақами?|nummer|nr\.?|numéro|n[°º]|numer|número`),
		labelOfForm(formPlace, `место(?: (?:выпуска|публикации|издания))?|город|месца|горад|місце|місто|location|place|city|dateline|ort|lieu|miejsce|қала(?:сы)?|шаары?|shahar|шаҳр`),
		labelOfForm(formHold, `(?:снятие )?эмбарго|embargo|эмбарга|ембарго|sperrfrist`),
		labelOfForm(formOther, `тема|кому|куда|от кого|источник|издатель|организация|отправитель|получатель|(?:кол-во|количество|число) (?:страниц|листов)|страниц|листов|объ[её]м|рубрика|категория|подразделение|отдел|служба|department|unit|division|вид документа|тип документа|исх(?:\.|одящий)? ?(?:№|номер)|subject|re|to|from|issued by|source|pages|category|тақырыбы|темасы|кімге|кимге|каму|ад каго|betreff|objet|temat`),
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
	if utf8.RuneCountInString(text) > dateline.MaxLength || strings.Contains(text, "\n") {
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
func dayAlone(text string) (d dateline.Dateline, ok bool) {
	d, ok = dateline.Of(text, false)
	return d, ok && d.Dated
}

// Fits reports whether a value is one of its field's.
func (p formPair) fits() bool {
	switch p.field {
	case formDay:
		_, ok := dayAlone(p.value)
		return ok
	case formNumber:
		_, dated := dayAlone(p.value)
		return !dated && paperNumber.MatchString(p.value)
	case formPlace:
		d, ok := dateline.Of(p.value, true)
		return ok && !d.Dated || gazetteer.NameAt(p.value, false) == len(p.value)
	}
	return p.value != ""
}

// formed writes labels with the values that stand beside them or below them in lines of their own: «Дата:» over «17.04.2025», and of a table its
// row of labels with the row below. Of running text only values count that can be nothing else.
func formed(lines []layout.Paragraph, inTable bool) (all []layout.Paragraph) {
	for i := 0; i < len(lines); {
		n := 0
		if inTable {
			n = labelRow(lines[i:])
		}
		switch {
		case n > 0:
			for column := range n {
				all = append(all, withValue(lines[i+column], lines[i+n+column]))
			}
			i += 2 * n
		case i+1 < len(lines) && isValueOf(lines[i], lines[i+1], inTable):
			all = append(all, withValue(lines[i], lines[i+1]))
			i += 2
		default:
			all = append(all, lines[i])
			i++
		}
	}
	return all
}

// labelRow returns how many columns a table has whose first row are labels, over as many values; 0 where it is none.
func labelRow(lines []layout.Paragraph) int {
	n, labels := 0, 0
	for n < len(lines) && lines[n].Cell > 0 && lines[n].Row() == lines[0].Row() {
		n++
	}
	if n < 2 || len(lines) < 2*n || len(lines) > 2*n && lines[2*n].Row() == lines[n].Row() || lines[2*n-1].Row() != lines[n].Row() {
		return 0
	}
	for i, l := range lines[:n] {
		field, ok := bareLabel(l.Text)
		if !ok {
			continue
		}
		if labels++; !(formPair{field, lines[n+i].Text}).fits() {
			return 0
		}
	}
	if labels*2 <= n {
		return 0
	}
	return n
}

// isValueOf reports whether a line is a label, and the one below it its value.
func isValueOf(l, below layout.Paragraph, inTable bool) bool {
	if l.Kind != layout.Text || below.Kind != layout.Text || strings.Contains(below.Text, "\n") {
		return false
	}
	if _, label := bareLabel(below.Text); label {
		return false
	}
	field, ok := bareLabel(l.Text)
	if !ok {
		return inTable && onlyBeside.MatchString(l.Text) && besideEach(l, below)
	}
	checked := field == formDay || field == formNumber || field == formPlace
	return inTable || checked && formPair{field, below.Text}.fits()
}

// withValue writes a label and its value as one line.
func withValue(l, value layout.Paragraph) layout.Paragraph {
	sign := ": "
	if strings.HasSuffix(l.Text, "№") || strings.EqualFold(l.Text, "от") {
		sign = " "
	}
	l.Text, l.Marks = strings.TrimRight(l.Text, " :")+sign+value.Text, nil
	return l
}

// besideEach reports whether two lines stand in two cells, or columns.
func besideEach(a, b layout.Paragraph) bool { return a.Cell != b.Cell || a.Cell == 0 && b.Apart }

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
			d, _ := dateline.Of(p.value, true)
			r.dates(dateline.Dateline{Place: cmp.Or(d.Place, p.value)})
		case formHold:
			holdBack(&r.Release, p.value)
		}
	}
	r.Aside(repair.AsideLetterhead, l)
	return true
}

// ofFormAbove takes a line of a form, the number of a paper or its day, where a headline is left below.
func (r *reader) ofFormAbove(l layout.Paragraph, n int) bool {
	return titledBelowForm(r.Lines[n+1:]) && (r.ofForm(l) || r.numberAlone(l) || r.dayOfPaper(l))
}

// titledBelowForm reports whether a headline follows, perhaps below further lines of a form.
func titledBelowForm(lines []layout.Paragraph) bool {
	for len(lines) > 0 && (formPairs(lines[0].Text) != nil || cellNumber.MatchString(lines[0].Text)) {
		lines = lines[1:]
	}
	return titledBelow(lines)
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
