package sheet

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"communique/editor/growthtest"
	"communique/editor/intake/parts"
)

// shared are texts that cells of the workbooks of these tests name: 0 to 3.
const shared = `<sst><si><t>ФИО</t></si><si><t>Должность</t></si><si><r><t>Анна </t></r><r><rPr><b/></rPr><t>Пробная</t></r><rPh><t>анна</t></rPh></si><si><t xml:space="preserve"> посол
в Образце </t></si></sst>`

// excelOf is a workbook with one sheet, or with another part in the place of its own.
func excelOf(sheet string, others ...[2]string) *parts.Package {
	files := map[string][]byte{
		workbook:                     []byte(`<workbook xmlns:r="r"><workbookPr/><sheets><sheet name="А" sheetId="1" r:id="rId1"/></sheets></workbook>`),
		"xl/_rels/workbook.xml.rels": []byte(`<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>`),
		"xl/sharedStrings.xml":       []byte(shared),
		"xl/styles.xml":              []byte(`<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-419]DD\ MMMM\ &quot;г.&quot;"/><numFmt numFmtId="165" formatCode="0.0&quot;дн.&quot;[Red]"/><numFmt numFmtId="166" formatCode="[h]:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>`),
		"xl/worksheets/sheet1.xml":   []byte(`<worksheet><sheetData>` + sheet + `</worksheet>`),
	}
	for _, other := range others {
		files[other[0]] = []byte(other[1])
	}
	return parts.Of(files)
}

// openOf is a workbook of OpenDocument with these tables.
func openOf(tables string) *parts.Package {
	return parts.Of(map[string][]byte{
		"mimetype": []byte("application/vnd.oasis.opendocument.spreadsheet"),
		content:    []byte(`<office:document-content><office:body><office:spreadsheet>` + tables + `</office:spreadsheet></office:body></office:document-content>`),
	})
}

func TestRows(t *testing.T) {
	const end = `</sheetData>`
	twoSheets := [][2]string{{workbook, `<workbook><sheets><sheet r:id="rId1"/><sheet r:id="rId2"/></sheets></workbook>`}, {"xl/worksheets/sheet2.xml", `<worksheet><sheetData><row><c t="str"><v>второй</v></c></row></sheetData></worksheet>`}}
	hidden := slices.Clone(twoSheets)
	hidden[0][1] = strings.Replace(hidden[0][1], `<sheet `, `<sheet state="veryHidden" `, 1)
	for name, c := range map[string]struct {
		from *parts.Package
		want string
	}{
		"shared texts":                {excelOf(`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" t="s"><v>3</v></c></row>` + end), "ФИО|Должность\nАнна Пробная|посол в Образце"},
		"no references":               {excelOf(`<row><c t="s"><v>0</v></c><c/><c t="str"><v>х</v></c></row>` + end), "ФИО||х"},
		"a text that is not there":    {excelOf(`<row><c t="s"><v>9</v></c><c t="s"><v>-1</v></c><c t="s"><v>x</v></c><c t="str"><v>х</v></c></row>` + end), "|||х"},
		"cells and rows left out":     {excelOf(`<row r="3"><c r="C3" t="str"><v>х</v></c></row>` + end), "\n\n||х"},
		"rows out of order":           {excelOf(`<row r="3"><c t="str"><v>а</v></c></row><row r="1"><c t="str"><v>б</v></c></row>` + end), "\n\nа\nб"},
		"far columns":                 {excelOf(`<row r="1"><c r="AB1" t="str"><v>х</v></c></row>` + end), strings.Repeat("|", 27) + "х"},
		"texts within":                {excelOf(`<row><c t="inlineStr"><is><r><t>Анна</t></r><r><t> Пробная</t></r></is></c></row>` + end), "Анна Пробная"},
		"formulas":                    {excelOf(`<row><c t="str"><f>A1&amp;"б"</f><v>аб</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c><f>1+1</f><v>2</v></c></row>` + end), "аб||2"},
		"days":                        {excelOf(`<row><c s="1"><v>45413</v></c><c s="2"><v>45413.75</v></c><c s="1"><v>60</v></c></row>` + end), "2024-05-01|2024-05-01|1900-02-28"},
		"numbers that are no days":    {excelOf(`<row><c s="3"><v>45413</v></c><c s="4"><v>0.5</v></c><c s="0"><v>45413</v></c><c><v>7</v></c><c s="1"><v>0</v></c><c s="1"><v>9e9</v></c><c s="1"><v>NaN</v></c></row>` + end), "45413|0.5|45413|7|0|9e9|NaN"},
		"days of a Mac":               {excelOf(`<row><c s="1"><v>1</v></c></row>`+end, [2]string{workbook, `<workbook><workbookPr date1904="1"/><sheets><sheet r:id="rId1"/></sheets></workbook>`}), "1904-01-02"},
		"a name over several rows":    {excelOf(`<row><c t="str"><v>Анна</v></c><c t="str"><v>посол</v></c></row><row r="2"><c r="B2" t="str"><v>министр</v></c></row>` + end + `<mergeCells><mergeCell ref="A1:A3"/><mergeCell ref="C1:C2"/><mergeCell ref="A1:B1"/><mergeCell ref="A1"/></mergeCells>`), "Анна|посол\nАнна|министр"},
		"an empty sheet before":       {excelOf(end, twoSheets...), "второй"},
		"a hidden sheet before":       {excelOf(`<row><c t="str"><v>первый</v></c></row>`+end, hidden...), "второй"},
		"a cell in no row":            {excelOf(`<c t="str"><v>х</v></c>` + end), "х"},
		"a title's sheet before":      {excelOf(`<row><c t="str"><v>Руководство</v></c></row><row><c t="str"><v>Совета</v></c></row>`+end, twoSheets[0], [2]string{"xl/worksheets/sheet2.xml", `<worksheet><sheetData><row><c t="str"><v>ФИО</v></c><c t="str"><v>Пол</v></c></row><row><c t="str"><v>Анна</v></c><c t="str"><v>ж</v></c></row></sheetData></worksheet>`}), "ФИО|Пол\nАнна|ж"},
		"a row of a sheet before":     {excelOf(`<row><c t="str"><v>Руководство</v></c><c t="str"><v>Совета</v></c></row>`+end, twoSheets[0], [2]string{"xl/worksheets/sheet2.xml", `<worksheet><sheetData><row><c t="str"><v>а</v></c><c t="str"><v>б</v></c></row><row><c t="str"><v>в</v></c><c t="str"><v>г</v></c></row></sheetData></worksheet>`}), "а|б\nв|г"},
		"the first of tables":         {openOf(`<table:table>` + strings.Repeat(`<table:table-row><table:table-cell table:number-columns-repeated="2"><text:p>а</text:p></table:table-cell></table:table-row>`, 2) + `</table:table><table:table>` + strings.Repeat(`<table:table-row><table:table-cell table:number-columns-repeated="2"><text:p>б</text:p></table:table-cell></table:table-row>`, 2) + `</table:table>`), "а|а\nа|а"},
		"nothing":                     {excelOf(end), ""},
		"OpenDocument":                {openOf(`<table:table><table:table-column/><table:table-row><table:table-cell><text:p>ФИО</text:p></table:table-cell><table:table-cell><text:p>Должность</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><office:annotation><text:p>спросить</text:p></office:annotation><text:p>Анна<text:s/>Пробная</text:p></table:table-cell><table:table-cell><text:p>посол</text:p><text:p>в <text:span>Образце</text:span></text:p></table:table-cell></table:table-row></table:table>`), "ФИО|Должность\nАнна Пробная|посол в Образце"},
		"a day of OpenDocument":       {openOf(`<table:table><table:table-row><table:table-cell office:date-value="2024-05-01T10:00:00"><text:p>1 мая</text:p></table:table-cell></table:table-row></table:table>`), "2024-05-01"},
		"repeated cells and rows":     {openOf(`<table:table><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"/><table:table-cell table:number-columns-repeated="2"><text:p>х</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`), "||х|х\n||х|х"},
		"rows in groups, and covered": {openOf(`<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>Анна</text:p></table:table-cell><table:table-cell><text:p>посол</text:p></table:table-cell></table:table-row></table:table-header-rows><table:table-row-group><table:table-row><table:covered-table-cell/><table:table-cell><text:p>министр</text:p></table:table-cell></table:table-row></table:table-row-group></table:table>`), "Анна|посол\nАнна|министр"},
		"the first table with words":  {openOf(`<table:table/><table:table><table:table-row><table:table-cell><text:p>а</text:p></table:table-cell></table:table-row></table:table><table:table><table:table-row><table:table-cell><text:p>б</text:p></table:table-cell></table:table-row></table:table>`), "а"},
	} {
		t.Run(name, func(t *testing.T) {
			rows, err := Rows(c.from)
			var lines []string
			for _, row := range rows {
				lines = append(lines, strings.Join(row, "|"))
			}
			if got := strings.Join(lines, "\n"); err != nil || got != c.want || !Is(c.from) {
				t.Errorf("%q, %v, want %q", got, err, c.want)
			}
		})
	}
}

// TestTooMuch: what claims more than any table has is refused before it takes the memory.
func TestTooMuch(t *testing.T) {
	const long = `<table:table-cell table:number-columns-repeated="1000"><text:p>х</text:p></table:table-cell>`
	for name, p := range map[string]*parts.Package{
		"a far row":            excelOf(`<row r="1048576"><c t="str"><v>х</v></c></row></sheetData>`),
		"a far column":         excelOf(`<row><c r="XFD1" t="str"><v>х</v></c></row></sheetData>`),
		"repeated columns":     openOf(`<table:table><table:table-row><table:table-cell table:number-columns-repeated="16384"><text:p>х</text:p></table:table-cell></table:table-row></table:table>`),
		"repeated rows":        openOf(`<table:table><table:table-row table:number-rows-repeated="1048576"><table:table-cell><text:p>х</text:p></table:table-cell></table:table-row></table:table>`),
		"both":                 openOf(`<table:table><table:table-row table:number-rows-repeated="90000">` + long + `</table:table-row></table:table>`),
		"cells over others":    excelOf(`<row><c t="str"><v>х</v></c></row><row r="90000"><c t="str"><v>х</v></c></row></sheetData>` + strings.Repeat(`<mergeCell ref="A1:A90000"/>`, 30)),
		"a text over and over": excelOf(strings.Repeat(`<row><c t="s"><v>0</v></c></row>`, 20_000)+`</sheetData>`, [2]string{"xl/sharedStrings.xml", "<sst><si><t>" + strings.Repeat("слово ", 10_000) + "</t></si></sst>"}),
		"cells over and over":  openOf(`<table:table><table:table-row>` + strings.Repeat(long, 10_000) + `</table:table-row></table:table>`),
		"far cells in rows":    excelOf(strings.Repeat(`<row><c r="ALL1" t="str"><v>х</v></c></row>`, 3000) + `</sheetData>`),
	} {
		t.Run(name, func(t *testing.T) {
			var err error
			took := growthtest.Allocated(func() { _, err = Rows(p) })
			if !errors.Is(err, parts.ErrTooLarge) || took > 200<<20 {
				t.Errorf("%v, %d MB", err, took>>20)
			}
		})
	}
}

func TestFormatsOfDays(t *testing.T) {
	for format, want := range map[[2]string]bool{
		{"0", ""}: false, {"13", ""}: false, {"14", ""}: true, {"18", ""}: false, {"22", ""}: true, {"30", ""}: true, {"36", ""}: true, {"57", ""}: true, {"59", ""}: false,
		{"164", "yyyy"}: true, {"164", "DD.MM"}: true, {"164", "mm:ss"}: false, {"164", `0 "days"`}: false, {"164", `"days" d`}: true, {"164", `"days`}: false,
		{"164", `0\d`}: false, {"164", `0_d`}: false, {"164", `0*d`}: false, {"164", "[Red]0"}: false, {"164", "[$-419]d"}: true, {"164", `0\`}: false, {"", ""}: false,
	} {
		if got := isDateFormat(format[0], format[1]); got != want {
			t.Errorf("%v: %t", format, got)
		}
	}
}

func TestIsNoWorkbook(t *testing.T) {
	for name, files := range map[string]map[string][]byte{
		"Word":         {"word/document.xml": nil},
		"OpenDocument": {content: nil, "mimetype": []byte("application/vnd.oasis.opendocument.text")},
	} {
		if Is(parts.Of(files)) {
			t.Error(name)
		}
	}
}

func FuzzRows(f *testing.F) {
	f.Add(`<row r="2"><c r="B2" t="s" s="1"><v>1</v></c></row></sheetData><mergeCell ref="B2:B4"/>`, false)
	f.Add(`<table:table><table:table-row table:number-rows-repeated="3"><table:table-cell table:number-rows-spanned="2"><text:p>х</text:p></table:table-cell></table:table-row></table:table>`, true)
	f.Fuzz(func(t *testing.T, text string, isOpen bool) {
		p := excelOf(text)
		if isOpen {
			p = openOf(text)
		}
		rows, _ := Rows(p)
		if len(rows) > maxRows {
			t.Errorf("%d rows", len(rows))
		}
		for _, row := range rows {
			if len(row) > maxCells || strings.ContainsAny(strings.Join(row, ""), "\n\t") {
				t.Errorf("%d cells: %q", len(row), row)
			}
		}
	})
}
