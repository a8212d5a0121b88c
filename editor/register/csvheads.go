package register

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"

	"communique/editor/grammar"
	"communique/editor/words"
	"communique/editor/wordset"
)

// wholeColumn is that of a person's whole name, which the tables of offices have in the place of its parts.
const wholeColumn = "whole"

// headings are what offices call the columns, beside the keys of the TOML files, without signs and folded.
var headings = sync.OnceValue(func() map[string][]string {
	return map[string][]string{
		wholeColumn:     {"фио", "ф и о", "имя и фамилия", "имя фамилия", "фамилия и имя", "фамилия имя", "фамилия имя отчество", "фамилия и о", "полное имя", "сотрудник", "персона", "name", "full name"},
		"first":         {"имя", "first name", "given name", "forename"},
		"patronymic":    {"отчество", "middle name"},
		"last":          {"фамилия", "last name", "surname", "family name"},
		"gender":        {"пол", "sex"},
		"name":          {"название", "наименование", "полное название", "полное наименование", "полное наименование организации", "полное название организации", "организация", "организации", "место", "населенный пункт", "город", "organisation", "organization", "place", "city"},
		"country":       {"страна", "государство"},
		"organisation":  {"организация", "ведомство", "учреждение", "компания", "место работы", "организации", "organization", "company"},
		"short":         {"кратко", "краткое имя", "краткое название", "краткое наименование", "сокращенное название", "сокращенное наименование", "сокращенное наименование организации", "short name"},
		"abbreviation":  {"аббревиатура", "сокращение"},
		"english":       {"английский", "по английски", "на английском", "имя по английски", "фио по английски", "название по английски", "english name", "name in english"},
		"english_short": {"кратко по английски", "краткое имя по английски"},
		"official":      {"официально", "официальное название", "официальное наименование", "official name"},
		"preposition":   {"предлог"},
		"zone":          {"часовой пояс", "time zone", "timezone"},
		"post":          {"должность", "должности", "пост", "position", "title", "job title"},
		"post_english":  {"должность по английски", "должность на английском", "position in english"},
		"from":          {"с", "с какого дня", "начало", "дата назначения", "since"},
		"until":         {"по", "по какой день", "до", "окончание", "конец"},
		"gen":           {"родительный", "родительный падеж", "род падеж", "р п", "genitive"},
		"dat":           {"дательный", "дательный падеж", "дат падеж", "д п", "dative"},
		"acc":           {"винительный", "винительный падеж", "вин падеж", "в п", "accusative"},
		"ins":           {"творительный", "творительный падеж", "твор падеж", "т п", "instrumental"},
		"prep":          {"предложный", "предложный падеж", "предл падеж", "п п", "prepositional"},
	}
})

// HeadError says that no column of a table has the names of what it lists.
type HeadError struct{ Register string }

func (e *HeadError) Error() string { return "no column of names: " + e.Register }

// Fact names the error for the translations.
func (e *HeadError) Fact() (string, map[string]any) { return "register-head-" + e.Register, nil }

// ColumnError says that a column has no place in a card, and is passed over, or that another one means the
// same, of which nobody knows which to take.
type ColumnError struct {
	Name  string
	Twice bool
}

func (e *ColumnError) Error() string {
	return fmt.Sprintf("column %q has no place in a card, or is there twice: %t", e.Name, e.Twice)
}

// Fact names the error for the translations.
func (e *ColumnError) Fact() (string, map[string]any) {
	if e.Twice {
		return "register-column-twice", map[string]any{"Column": e.Name}
	}
	return "register-column", map[string]any{"Column": e.Name}
}

// SkippedLines is how many of what is told of a table are lines, which are no cards.
func SkippedLines(told []error) (count int) {
	for _, err := range told {
		switch err.(type) { //nolint:errorlint // they are told as Read and Replaced make them
		case *ColumnError, *SharedNameError, *ReplacedPostError:
		default:
			count++
		}
	}
	return count
}

// head gives the cells of the line that names a table's columns their columns, "" for those that have no place, and
// the columns their headings. Its error is of a column that is there twice.
func head(cells, columns []string) (names []string, told map[string]string, unknown []error, err error) {
	if names, err = exactHead(cells, columns); err != nil {
		return nil, nil, nil, err
	}
	told = map[string]string{}
	for i, cell := range cells {
		cell = strings.TrimSpace(cell)
		if isCount(cell) {
			continue
		}
		if loose := looseColumnOf(columns, cell); names[i] == "" && !slices.Contains(names, loose) {
			names[i] = loose
		}
		if names[i] == "" && cell != "" {
			unknown = append(unknown, &ColumnError{Name: cell})
		}
		told[names[i]] = cell
	}
	if !slices.Contains(cells, "first") && !slices.Contains(names, "last") && !slices.Contains(names, wholeColumn) { // «Имя» alone
		if i := slices.Index(names, "first"); i >= 0 {
			names[i] = wholeColumn
		}
	}
	return names, told, unknown, nil
}

// exactHead gives those cells their columns that are called as columns are.
func exactHead(cells, columns []string) ([]string, error) {
	names := make([]string, len(cells))
	for i, cell := range cells {
		if cell = strings.TrimSpace(cell); isCount(cell) {
			continue
		}
		if names[i] = columnOf(columns, cell); names[i] != "" && slices.Contains(names[:i], names[i]) {
			return nil, &ColumnError{cell, true}
		}
	}
	return names, nil
}

// isCount reports whether a heading is that of the rows' numbers, of which nothing is lost: «№»,
// «№ п/п», which is no «п. п.», the prepositional case.
func isCount(heading string) bool {
	heading = strings.ToLower(heading)
	behind, numbered := strings.CutPrefix(heading, "№")
	switch strings.Join(strings.Fields(behind), "") {
	case "":
		return numbered
	case "п/п", "#", "n", "no", "no.":
		return true
	case "п.п.", "пп", "п.п", "п.":
		return numbered
	}
	return false
}

// columnOf is the column that a heading stands for; "" for none.
func columnOf(columns []string, heading string) string {
	if isColumn(columns, heading) {
		return heading
	}
	folded := strings.Join(headingWords(heading), " ")
	if column := columnCalled(columns, folded); column != "" {
		return column
	}
	if column := columnInLanguage(folded); column != "" && isColumn(columns, column) {
		return column
	}
	return ""
}

// headingWords are the words of a heading without signs, folded.
func headingWords(heading string) []string {
	return strings.FieldsFunc(words.Fold(heading), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// columnCalled is the column that is called so; "" for none.
func columnCalled(columns []string, folded string) string {
	for _, column := range columns {
		if folded == strings.ReplaceAll(column, "_", " ") || slices.Contains(headings()[column], folded) {
			return column
		}
	}
	return ""
}

// looseColumnOf is the column that a heading may stand for where no other one does so better: one with words that
// say no more of it, such as «ФИО участника (полностью)» and «Занимаемая должность», or of who it is, «Докладчик».
func looseColumnOf(columns []string, heading string) string {
	var said []string
	for _, word := range headingWords(heading) {
		if !besideHeads.Has(word) {
			said = append(said, word)
		}
	}
	if len(said) == 0 && slices.Contains(columns, wholeColumn) && people.Has(strings.Join(headingWords(heading), "_")) {
		return wholeColumn
	}
	return columnCalled(columns, strings.Join(said, " "))
}

// besideHeads are words of headings that leave them what they are.
var besideHeads = wordset.Of("полностью рус русский русском по русски занимаемая основная текущая наименование название " +
	"руководителя руководитель участника участников участник делегата делегат представителя представитель сотрудника работника докладчика докладчик спикера спикер гостя гость лица " +
	"participant delegate speaker member")

// people are what a column of people is called after who they are.
var people = wordset.Of("руководитель участник делегат представитель докладчик спикер гость participant delegate speaker member")

// columnInLanguage is the column of a name or a post in a language: «английское имя», «должность на кыргызском
// языке», «ФИО по-казахски»; "" for other headings.
func columnInLanguage(folded string) string {
	code, of := "", []string{}
	for word := range strings.FieldsSeq(folded) {
		if found := languageOf(word); found != "" && code == "" {
			code = found
		} else if !betweenHeads.Has(word) {
			of = append(of, word)
		}
	}
	switch what := strings.Join(of, " "); {
	case code == "":
		return ""
	case slices.Contains(headings()["post"], what) && code == "en":
		return "post_english"
	case slices.Contains(headings()["post"], what):
		return postIn + code
	case !namesInLanguage.Has(strings.ReplaceAll(what, " ", "_")):
		return ""
	case code == "en":
		return "english"
	}
	return nameIn + code
}

// namesInLanguage are what a name is called beside its language, with "_" for a blank, and betweenHeads what
// stands between the two.
var (
	namesInLanguage = wordset.Of("имя фио ф_и_о имя_и_фамилия фамилия_и_имя полное_имя название наименование name full_name")
	betweenHeads    = wordset.Of("на по языке язык яз in the language")
)

// languageOf is the language that a word of a heading names in any form; "" for other words.
func languageOf(word string) string {
	if code := languageMarks[word]; code != "" {
		return code
	}
	for stem, code := range map[string]string{
		"англий": "en", "english": "en", "кыргыз": "ky", "киргиз": "ky", "kyrgyz": "ky", "казах": "kk", "kazakh": "kk", "таджик": "tg", "tajik": "tg",
		"узбек": "uz", "uzbek": "uz", "армян": "hy", "armenian": "hy", "белорус": "be", "беларус": "be", "belarus": "be",
	} {
		if strings.HasPrefix(word, stem) {
			return code
		}
	}
	return ""
}

// languageMarks are languages as headings cut them short: «Должность (англ.)».
var languageMarks = map[string]string{
	"англ": "en", "eng": "en", "en": "en", "кырг": "ky", "кирг": "ky", "ky": "ky", "каз": "kk", "kk": "kk", "kz": "kk", "тадж": "tg", "tg": "tg", "узб": "uz", "uz": "uz", "арм": "hy", "hy": "hy", "бел": "be", "be": "be",
}

// genders are what offices write in the column of genders.
var genders = map[string]grammar.Gender{
	"м": grammar.Masculine, "муж": grammar.Masculine, "мужской": grammar.Masculine, "male": grammar.Masculine,
	"ж": grammar.Feminine, "жен": grammar.Feminine, "женский": grammar.Feminine, "female": grammar.Feminine,
}

// genderOf reads a cell of that column.
func genderOf(cell string) grammar.Gender {
	if g, ok := genders[strings.TrimSuffix(words.Fold(cell), ".")]; ok {
		return g
	}
	return grammar.Gender(cell)
}
