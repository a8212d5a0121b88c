package docx

import (
	"strings"
	"testing"

	"communique/editor/intake/layout/layouttest"
)

// TestForms reads what a form shows, and not what it asks.
func TestForms(t *testing.T) {
	checkConstructs(t, map[string]construct{
		"form checkbox checked":      {`<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="a"/><w:checkBox><w:sizeAuto/><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>` + run(" Согласовано") + `</w:p>`, nil, "☒ Согласовано"},
		"form checkbox open":         {`<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>` + run(" Нет") + `</w:p>`, nil, "☐ Нет"},
		"form text":                  {`<w:p>` + run("Имя: ") + `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:textInput><w:default w:val="Введите имя"/></w:textInput></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMTEXT </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` + run("Анна Примерова") + `<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`, nil, "Имя: Анна Примерова"},
		"form dropdown":              {`<w:p>` + run("Статус: ") + `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="черновик"/><w:listEntry w:val="к выпуску"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`, nil, "Статус: к выпуску"},
		"a cell's control that asks": {`<w:tbl><w:tr><w:tc><w:p>` + run("Имя") + `</w:p></w:tc><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:tc><w:p>` + run("Введите имя") + `</w:p></w:tc></w:sdtContent></w:sdt></w:tr><w:tr><w:tc><w:p>` + run("Город") + `</w:p></w:tc><w:tc><w:p>` + run("Омск") + `</w:p></w:tc></w:tr></w:tbl>`, nil, "table: Имя¶Город→Омск questions=1"},
	})
}

// TestNobodySees: what is hidden, deleted or moved away is no text, wherever it stands.
func TestNobodySees(t *testing.T) {
	checkConstructs(t, map[string]construct{
		"a paragraph moved":            {`<w:p>` + run("Первый") + `</w:p><w:moveFromRangeStart w:id="1" w:name="m"/><w:p><w:pPr><w:rPr><w:moveFrom w:id="2"/></w:rPr></w:pPr><w:moveFrom w:id="3">` + run("Переносимый") + `</w:moveFrom></w:p><w:moveFromRangeEnd w:id="1"/><w:p>` + run("Второй") + `</w:p><w:moveToRangeStart w:id="4" w:name="m"/><w:p><w:pPr><w:rPr><w:moveTo w:id="5"/></w:rPr></w:pPr><w:moveTo w:id="6">` + run("Переносимый") + `</w:moveTo></w:p><w:moveToRangeEnd w:id="4"/>`, nil, "Первый|Второй|Переносимый"},
		"a cell deleted":               {`<w:tbl><w:tr><w:tc><w:p>` + run("А") + `</w:p></w:tc><w:tc><w:tcPr><w:cellDel w:id="1"/></w:tcPr><w:p>` + run("тайна") + `</w:p></w:tc><w:tc><w:p>` + run("Б") + `</w:p></w:tc></w:tr><w:tr><w:tc><w:p>` + run("в") + `</w:p></w:tc><w:tc><w:p>` + run("г") + `</w:p></w:tc></w:tr></w:tbl>`, nil, "table: А→Б¶в→г deletions=1"},
		"a hidden paragraph":           {`<w:p>` + run("Раз") + `</w:p><w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>тайна</w:t></w:r></w:p><w:p>` + run("Два") + `</w:p>`, nil, "Раз|Два hidden=1"},
		"a style separator":            {`<w:p><w:pPr><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr>` + run("Раздел.") + `</w:p><w:p>` + run(" Текст его.") + `</w:p>`, nil, "Раздел. Текст его."},
		"a formula deleted":            {`<w:p>` + run("Раз ") + `<w:del w:id="1"><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:del>` + run("два") + `</w:p>`, nil, "Раз два deletions=1"},
		"a picture's hidden caption":   {`<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:pict><v:shape><v:textbox><w:txbxContent><w:p>` + run("тайна") + `</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>` + run("Раз") + `</w:p>`, nil, "Раз hidden=1"},
		"a note deleted with its call": {`<w:p>` + run("Раз") + `<w:del w:id="1"><w:r><w:footnoteReference w:id="2"/></w:r></w:del></w:p>`, map[string]string{"word/footnotes.xml": `<w:footnotes xmlns:w="w"><w:footnote w:id="2"><w:p><w:r><w:t>тайна</w:t></w:r></w:p></w:footnote></w:footnotes>`}, "Раз deletions=1"},
		"a hidden call of a note":      {`<w:p>` + run("Раз") + `<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id="2"/></w:r></w:p>`, map[string]string{"word/footnotes.xml": `<w:footnotes xmlns:w="w"><w:footnote w:id="2"><w:p><w:r><w:t>тайна</w:t></w:r></w:p></w:footnote></w:footnotes>`}, "Раз hidden=1"},
	})
}

// TestSignsAndFormulas: what is drawn between letters, and where letters stand, is said by elements of its own.
func TestSignsAndFormulas(t *testing.T) {
	checkConstructs(t, map[string]construct{
		"a sign of a font of letters":   {`<w:p><w:r><w:sym w:font="Times New Roman" w:char="2116"/></w:r>` + run(" 5, ") + `<w:r><w:sym w:font="Arial" w:char="00B0"/></w:r>` + run("C") + `</w:p>`, nil, "№ 5, °C"},
		"brackets of a formula":         {`<w:p>` + run("Итог: ") + `<m:oMath><m:sSup><m:e><m:d><m:dPr><m:ctrlPr/></m:dPr><m:e><m:r><m:t>a+b</m:t></m:r></m:e></m:d></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath></w:p>`, nil, "Итог: (a+b)²"},
		"brackets of their own":         {`<w:p><m:oMath><m:d><m:dPr><m:begChr m:val="["/><m:sepChr m:val=";"/><m:endChr m:val="]"/></m:dPr><m:e><m:r><m:t>0</m:t></m:r></m:e><m:e><m:r><m:t>1</m:t></m:r></m:e></m:d></m:oMath></w:p>`, nil, "[0;1]"},
		"a sum":                         {`<w:p><m:oMath><m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub><m:r><m:t>1</m:t></m:r></m:sub><m:sup><m:r><m:t>9</m:t></m:r></m:sup><m:e><m:r><m:t>x</m:t></m:r></m:e></m:nary></m:oMath></w:p>`, nil, "∑₁⁹x"},
		"a fraction of a field":         {p(run("Раз ") + `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> EQ \f(1;2) </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`), nil, "Раз 1/2"},
		"a fraction with its result":    {p(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> EQ \f(1;2) </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` + run("½") + `<w:r><w:fldChar w:fldCharType="end"/></w:r>`), nil, "½"},
		"a page's number as an element": {p(run("Всего ") + `<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>3</w:t></w:r></w:fldSimple>`), nil, "Всего 3"},
		"a matrix":                      {p(`<m:oMath><m:m><m:mr><m:e><m:r><m:t>1</m:t></m:r></m:e><m:e><m:r><m:t>2</m:t></m:r></m:e></m:mr><m:mr><m:e><m:r><m:t>3</m:t></m:r></m:e></m:mr></m:m></m:oMath>`), nil, "1 2 3"},
		"equations":                     {p(`<m:oMath><m:eqArr><m:e><m:r><m:t>x=1</m:t></m:r></m:e><m:e><m:r><m:t>y=2</m:t></m:r></m:e></m:eqArr></m:oMath>`), nil, "x=1 y=2"},
		"a limit":                       {p(`<m:oMath><m:limLow><m:e><m:r><m:t>lim</m:t></m:r></m:e><m:lim><m:r><m:t>n</m:t></m:r></m:lim></m:limLow></m:oMath>`), nil, "lim n"},
		"a fraction":                    {`<w:p><m:oMathPara><m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath></m:oMathPara></w:p>`, nil, "a/b"},
		"a root of a degree":            {`<w:p><m:oMath><m:rad><m:deg><m:r><m:t>3</m:t></m:r></m:deg><m:e><m:r><m:t>x</m:t></m:r></m:e></m:rad></m:oMath></w:p>`, nil, "³√x"},
		"raised by a style of letters":  {`<w:p>` + run("10") + `<w:r><w:rPr><w:rStyle w:val="up"/></w:rPr><w:t>6</w:t></w:r></w:p>`, map[string]string{"word/styles.xml": `<w:styles xmlns:w="w"><w:style w:type="character" w:styleId="up"><w:name w:val="Степень"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>`}, "10⁶"},
	})
}

// TestBesideTheText: notes with marks of their own, drawn words, objects and other documents.
func TestBesideTheText(t *testing.T) {
	checkConstructs(t, map[string]construct{
		"a note with a mark of its own":  {`<w:p>` + run("Рост") + `<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>` + run(" велик.") + `</w:p>`, map[string]string{"word/footnotes.xml": `<w:footnotes xmlns:w="w"><w:footnote w:id="2"><w:p><w:r><w:t>* По данным ведомства.</w:t></w:r></w:p></w:footnote></w:footnotes>`}, "Рост* велик.|{note}* По данным ведомства."},
		"a place in the text by a field": {`<w:p>` + run("см. ") + `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK \l "_Toc1" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` + run("раздел 2") + `<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`, nil, "см. раздел 2"},
		"the twelfth head of a page":     {`<w:p>` + run("Текст") + `</w:p>`, map[string]string{"word/_rels/document.xml.rels": `<Relationships><Relationship Id="r9" Type="http://x/header" Target="header12.xml"/></Relationships>`, "word/header12.xml": `<w:hdr xmlns:w="w"><w:p><w:r><w:t>Управление печати</w:t></w:r></w:p></w:hdr>`}, "Текст|{head}Управление печати"},
		"words drawn":                    {`<w:p><w:r><w:pict><v:shape id="_x1" type="#_x0000_t136"><v:textpath style="font-family:Arial" string="ПРЕСС-РЕЛИЗ"/></v:shape></w:pict></w:r></w:p><w:p>` + run("Текст") + `</w:p>`, nil, "{box}ПРЕСС-РЕЛИЗ|Текст"},
		"an embedded sheet":              {`<w:p>` + run("Раз") + `<w:r><w:object><v:shape id="s" style="width:10pt"><v:imagedata r:id="r1" o:title=""/></v:shape><o:OLEObject Type="Embed" ProgID="Excel.Sheet.12" ShapeID="s" r:id="r2"/></w:object></w:r></w:p>`, map[string]string{"word/_rels/document.xml.rels": `<Relationships><Relationship Id="r1" Type="t/image" Target="media/image1.emf"/><Relationship Id="r2" Type="t/package" Target="embeddings/a.xlsx"/></Relationships>`}, "Раз objects=1"},
		"a control of ActiveX":           {`<w:p>` + run("Раз") + `<w:r><w:object><v:shape><v:imagedata r:id="r1"/></v:shape><w:control r:id="r3" w:name="CheckBox1" w:shapeid="_x1"/></w:object></w:r></w:p>`, nil, "Раз objects=1"},
		"a chapter beside":               {`<w:p>` + run("Раз") + `</w:p><w:subDoc r:id="r3"/>`, nil, "Раз inclusions=1"},
	})
}

// TestFromElsewhere: what stands outside the package is not read, even where a part has its name.
func TestFromElsewhere(t *testing.T) {
	page := map[string]string{"word/page.html": "<p>тайна</p>", "page.html": "<p>тайна</p>"}
	for mode, want := range map[string]string{"External": "раз inclusions=1", "Internal": "тайна|раз"} {
		page["word/_rels/document.xml.rels"] = `<Relationships><Relationship Id="r1" Type="t/aFChunk" Target="page.html" TargetMode="` + mode + `"/></Relationships>`
		checkConstructs(t, map[string]construct{mode: {`<w:altChunk r:id="r1"/>` + p(run("раз")), page, want}})
	}
}

// TestPicturesFromElsewhere likewise.
func TestPicturesFromElsewhere(t *testing.T) {
	parts := map[string]string{"a.png": layouttest.PNG, "word/a.png": layouttest.PNG}
	for mode, want := range map[string]string{"External": "раз pictures=1", "Internal": `раз|(69 bytes, "") `} {
		parts["word/_rels/document.xml.rels"] = `<Relationships><Relationship Id="r1" Type="t/image" Target="a.png" TargetMode="` + mode + `"/></Relationships>`
		checkConstructs(t, map[string]construct{mode: {p(run("раз") + `<w:r><w:drawing><a:blip r:embed="r1"/></w:drawing></w:r>`), parts, want}})
	}
}

// TestBordersOfNothing: an empty paragraph with a border on either side is a rule.
func TestBordersOfNothing(t *testing.T) {
	for side, want := range map[string]string{"top": "раз|----|два", "bottom": "раз|----|два", "left": "раз|два"} {
		body := p(run("раз")) + `<w:p><w:pPr><w:pBdr><w:` + side + ` w:val="single"/></w:pBdr></w:pPr></w:p>` + p(run("два"))
		checkConstructs(t, map[string]construct{side: {body, nil, want}})
	}
}

// TestTablesBeside: a table ends a paragraph that would go on, and a cell may be covered from above and begin beside.
func TestTablesBeside(t *testing.T) {
	row := func(cells ...string) string {
		return "<w:tr><w:tc>" + strings.Join(cells, "</w:tc><w:tc>") + "</w:tc></w:tr>"
	}
	checkConstructs(t, map[string]construct{
		"a deleted mark": {`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>` + run("раз") + `</w:p><w:tbl>` + row(p(run("а")), p(run("б"))) + row(p(run("в")), p(run("г"))) + `</w:tbl>`, nil, "раз|table: а→б¶в→г deletions=1"},
		"a covered cell": {`<w:tbl>` + row(p(run("а")), p(run("б"))) + row(`<w:tcPr><w:vMerge/><w:hMerge w:val="restart"/></w:tcPr>`+p(run("в")), p(run("г"))) + `</w:tbl>`, nil, "table: а→б¶→г"},
	})
}

// TestLevelsOfLists: a number may have levels of its own, a list those of a style, and a style a level that only its list names.
func TestLevelsOfLists(t *testing.T) {
	checkConstructs(t, map[string]construct{
		"a level overridden":         {`<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr></w:pPr>` + run("раз") + `</w:p><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr></w:pPr>` + run("два") + `</w:p>`, map[string]string{"word/numbering.xml": `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/></w:lvl></w:lvlOverride></w:num></w:numbering>`}, "3. раз|4. два"},
		"a list of a style of lists": {`<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr></w:pPr>` + run("раз") + `</w:p><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr></w:pPr>` + run("два") + `</w:p>`, map[string]string{"word/numbering.xml": `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:styleLink w:val="L1"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L1"/></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="0"/></w:num></w:numbering>`, "word/styles.xml": `<w:styles xmlns:w="w"><w:style w:type="numbering" w:styleId="L1"><w:name w:val="Мой список"/><w:pPr><w:numPr><w:numId w:val="6"/></w:numPr></w:pPr></w:style></w:styles>`}, "1. раз|2. два"},
		"the level of a style":       {`<w:p><w:pPr><w:pStyle w:val="h1"/></w:pPr>` + run("Итоги") + `</w:p><w:p><w:pPr><w:pStyle w:val="h2"/></w:pPr>` + run("Дороги") + `</w:p>`, map[string]string{"word/numbering.xml": `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="h1"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="h2"/><w:lvlText w:val="%1.%2."/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num></w:numbering>`, "word/styles.xml": `<w:styles xmlns:w="w"><w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="h2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style></w:styles>`}, "# 1. Итоги|## 1.1. Дороги"},
	})
}

// construct is a body with other parts, and how it is read.
type construct struct {
	body  string
	other map[string]string
	want  string
}

func checkConstructs(t *testing.T, all map[string]construct) {
	t.Helper()
	for name, c := range all {
		t.Run(name, func(t *testing.T) {
			d, err := read(t, c.body, c.other)
			if got := layouttest.Write(d); err != nil || got != c.want {
				t.Errorf("got %s, %v\nwant %s", got, err, c.want)
			}
		})
	}
}
