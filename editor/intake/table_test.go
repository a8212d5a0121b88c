package intake

import (
	"errors"
	"strings"
	"testing"

	"communique/editor/intake/layout/layouttest"
)

func TestTable(t *testing.T) {
	const title = "<w:p><w:r><w:t>Руководство</w:t></w:r></w:p>"
	row := func(cells ...string) string {
		return "<w:tr><w:tc><w:p><w:r><w:t>" + strings.Join(cells, "</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>") + "</w:t></w:r></w:p></w:tc></w:tr>"
	}
	docx := func(body string) string {
		return string(layouttest.Pack(map[string]string{"word/document.xml": `<w:document xmlns:w="w"><w:body>` + body + `</w:body></w:document>`}))
	}
	table := func(rows ...string) string { return "<w:tbl>" + strings.Join(rows, "") + "</w:tbl>" }
	const page = "<html><body><p>Руководство</p><table><tr><td>ФИО</td><td>Должность</td></tr><tr><td>Анна Пробная</td><td>посол</td></tr></table></body></html>"
	for name, c := range map[string]struct {
		data         string
		want, reason string
	}{
		"a workbook": {string(layouttest.Pack(map[string]string{
			"xl/workbook.xml":            `<workbook><sheets><sheet r:id="a"/></sheets></workbook>`,
			"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="a" Target="sheet.xml"/></Relationships>`,
			"xl/sheet.xml":               `<worksheet><sheetData><row><c t="str"><v>Руководство</v></c></row><row><c t="str"><v>ФИО</v></c><c t="str"><v>Организация</v></c></row><row r="4"><c t="str"><v>Анна Пробная</v></c><c t="str"><v>ООО "Проба"</v></c></row></sheetData></worksheet>`,
		})), "Руководство\t\nФИО\tОрганизация\n\t\nАнна Пробная\t\"ООО \"\"Проба\"\"\"\n", ""},
		"one column":                {string(layouttest.Pack(map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": `<a><table:table><table:table-row><table:table-cell><text:p>ФИО</text:p></table:table-cell></table:table-row></table:table></a>`})), "ФИО\t\n", ""},
		"an empty workbook":         {string(layouttest.Pack(map[string]string{"xl/workbook.xml": "<workbook/>"})), "", "no-table"},
		"a broken workbook":         {string(layouttest.Pack(map[string]string{"xl/workbook.xml": "<workbook"})), "", "document"},
		"a locked workbook":         {string(layouttest.Pack(map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "\x00", "META-INF/manifest.xml": "<m><encryption-data/></m>"})), "", "password"},
		"a locked one of Excel":     {compound + string(wide("EncryptedPackage")), "", "password"},
		"Excel 97":                  {compound + string(wide("Workbook")), "", "xls"},
		"the longest of a document": {docx(table(row("А", "Б"), row("1", "2")) + title + table(row("ФИО", "Должность"), row("Анна Пробная", "посол"), row("Иван Пробный", "министр"))), "ФИО\tДолжность\nАнна Пробная\tпосол\nИван Пробный\tминистр\n", ""},
		"a document without one":    {docx(title), "", "no-table"},
		"a page":                    {page, "ФИО\tДолжность\nАнна Пробная\tпосол\n", ""},
		"a table as text":           {"ФИО;Должность\nАнна;посол\n", "ФИО;Должность\nАнна;посол\n", ""},
		"in windows-1251":           {"\xd4\xc8\xce;\xcf\xee\xeb\n\xc0\xed\xed\xe0;\xe6\n", "ФИО;Пол\nАнна;ж\n", ""},
		"neither":                   {"\x00\x01\x02", "", "nul"},
		"longer than any document":  {strings.Repeat("x", MaxDocument+1), "", "too-large"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := Source{Data: []byte(c.data)}.Table()
			var told *Error
			if errors.As(err, &told); got != c.want || (err != nil) != (c.reason != "") || told != nil && told.Reason != c.reason {
				t.Errorf("%q, %v, want %q %s", got, err, c.want, c.reason)
			}
		})
	}
}
