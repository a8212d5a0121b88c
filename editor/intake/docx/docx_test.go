package docx

import (
	"errors"
	"strings"
	"testing"
	"time"

	"communique/editor/intake/html"
	"communique/editor/intake/layout"
	"communique/editor/intake/layout/layouttest"
	"communique/editor/intake/parts"
)

const (
	open  = `<w:document xmlns:w="w" xmlns:r="r"><w:body>`
	close = `</w:body></w:document>`
)

// read reads a document with a body, and other parts.
func read(t testing.TB, body string, other map[string]string) (layout.Document, error) {
	t.Helper()
	all := map[string]string{"word/document.xml": open + body + close, "[Content_Types].xml": "<a/>"}
	for name, text := range other {
		all[name] = text
	}
	p, ok := parts.Open(layouttest.Pack(all))
	if !ok || !Is(p) {
		t.Fatal("no document")
	}
	return Read(Params{Package: p, Include: func(page []byte) (layout.Document, error) {
		if !strings.HasPrefix(string(page), "<") {
			return layout.Document{}, errors.New("no page")
		}
		return html.Read(html.Params{Text: string(page)})
	}})
}

func run(text string) string { return `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r>` }

func set(properties, text string) string {
	return `<w:r><w:rPr>` + properties + `</w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r>`
}

func p(inner string) string { return "<w:p>" + inner + "</w:p>" }

func styled(style, text string) string {
	return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>` + run(text) + `</w:p>`
}

func item(id, level, text string) string {
	return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + id + `"/></w:numPr></w:pPr>` + run(text) + `</w:p>`
}

const styleList = `<w:styles xmlns:w="w">
<w:style w:type="paragraph" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="a5"><w:name w:val="Subtitle"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="3"><w:name w:val="Body Text 3"/></w:style>
<w:style w:type="paragraph" w:styleId="own"><w:name w:val="Мой заголовок"/><w:basedOn w:val="2"/></w:style>
<w:style w:type="paragraph" w:styleId="out"><w:name w:val="Раздел"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="q"><w:name w:val="Quote"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="cap"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="bold"><w:name w:val="Врезка"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="lb"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="greek"><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>
</w:styles>`

const numberList = `<w:numbering xmlns:w="w">
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="russianLower"/><w:lvlText w:val="%3)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=" "/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="none"/></w:lvl></w:abstractNum>
<w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>
</w:numbering>`

var other = map[string]string{
	"word/styles.xml": styleList, "word/numbering.xml": numberList, "word/media/a.png": layouttest.PNG, "word/media/b.emf": "EMF",
	"word/_rels/document.xml.rels": `<Relationships>
<Relationship Id="web" Target="https://council.example/a" TargetMode="External"/><Relationship Id="bad" Target="file:///etc/passwd" TargetMode="External"/>
<Relationship Id="png" Target="media/a.png"/><Relationship Id="emf" Target="/word/media/b.emf"/><Relationship Id="page" Target="c.html"/>
<Relationship Id="diagram" Target="diagrams/data1.xml"/><Relationship Id="chart" Target="charts/chart1.xml"/><Relationship Id="broken" Target="charts/chart2.xml"/></Relationships>`,
	"word/diagrams/data1.xml": `<dgm:dataModel><dgm:ptLst><dgm:pt type="doc"/><dgm:pt><dgm:t><a:p><a:pPr lvl="0"/><a:r><a:rPr lang="ru"/><a:t>Сначала</a:t></a:r></a:p></dgm:t></dgm:pt>` +
		`<dgm:pt><dgm:t><a:p><a:r><a:t>Потом</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>`,
	"word/charts/chart1.xml": `<c:chartSpace><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>Добыча угля</a:t></a:r></a:p></c:rich></c:tx></c:title><c:ser><c:v>4,5</c:v></c:ser>` +
		`<c:dLbl><a:p><a:fld><a:t>[ЗНАЧЕНИЕ]</a:t></a:fld><a:r><a:drawing><c:chart r:id="chart"/></a:drawing></a:r></a:p></c:dLbl></c:chart></c:chartSpace>`,
	"word/charts/chart2.xml": `<c:chartSpace><a:p><a:r><a:t>слова</a:t></a:r></a:p>`,
	"word/c.html":            "<p>из <b>страницы</b></p>",
	"word/footnotes.xml":     `<w:footnotes xmlns:w="w"><w:footnote w:type="separator" w:id="-1">` + p(run("черта")) + `</w:footnote><w:footnote w:id="2">` + p(run("Первая")+set("<w:b/>", " сноска")) + p(run("её конец")) + `</w:footnote><w:footnote w:id="3"><w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr>` + run("Глава") + `</w:p></w:footnote></w:footnotes>`,
	"word/endnotes.xml":      `<w:endnotes xmlns:w="w"><w:endnote w:id="2">` + p(run("В конце")) + `</w:endnote></w:endnotes>`,
}

func drawing(inner string) string {
	return `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Рисунок 1" descr="На снимке"/>` + inner + `</wp:inline></w:drawing></w:r>`
}

func blip(id string) string {
	return `<a:graphic><pic:pic><a:blip r:embed="` + id + `"/></pic:pic></a:graphic>`
}

func box(inner string) string { return "<w:txbxContent>" + inner + "</w:txbxContent>" }

// What stands in a document, and what a person sees of it.
func TestRead(t *testing.T) {
	field := func(code, result string) string {
		return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ` + code + ` </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` + result + `<w:r><w:fldChar w:fldCharType="end"/></w:r>`
	}
	unshown := func(code string) string {
		return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ` + code + ` </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
	}
	for name, tt := range map[string]struct{ xml, want string }{
		"runs":                     {p(run("раз ") + run("два")), "раз два"},
		"nothing":                  {p("") + p(run(" \u00a0 ")), ""},
		"spaces":                   {p(run("раз\n\t  два ")), "раз два"},
		"a no-break space":         {p(run("11\u00a0сентября \u00a0и")), "11\u00a0сентября и"},
		"a decomposed letter":      {p(run("и") + set("<w:b/>", "\u0306ога")), "й*ога* invisible=1"},
		"text outside":             {"слова" + p(run("раз")) + "слова", "раз"},
		"a break":                  {p("<w:r><w:t>раз</w:t><w:tab/><w:t>два</w:t><w:br/><w:t>три</w:t><w:cr/><w:t>пять</w:t></w:r>"), "раз два⏎три⏎пять"},
		"two breaks":               {p("<w:r><w:t>раз</w:t><w:br/><w:br/><w:t>два</w:t></w:r>"), "раз|два"},
		"a page's end":             {p(`<w:r><w:t>раз</w:t><w:br w:type="page"/><w:t>два</w:t></w:r>`), "раз|два"},
		"a hyphen that stays":      {p("<w:r><w:t>вице</w:t><w:noBreakHyphen/><w:t>премьер</w:t><w:softHyphen/></w:r>"), "вице-премьер"},
		"a formula":                {p(`<m:oMath><m:r><m:t>E=m</m:t></m:r><m:sSup><m:e><m:r><m:t>c</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:rad><m:e><m:r><m:t>b</m:t></m:r></m:e></m:rad></m:den></m:f><m:sSub><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sub><m:r><m:t>1</m:t></m:r></m:sub></m:sSub></m:oMath>` + run("2")), "E=mc²a/√bx₁2"},
		"raised":                   {p(run("10")+set(`<w:vertAlign w:val="superscript"/>`, "6")+run(" H")+set(`<w:vertAlign w:val="subscript"/>`, "2")+run("O")) + p(run("сноска")+set(`<w:vertAlign w:val="superscript"/>`, "а")+set(`<w:position w:val="8"/>`, "1")), "10⁶ H₂O|сноскаа¹"},
		"deleted":                  {p(run("раз ") + "<w:del><w:r><w:delText>не</w:delText></w:r></w:del>" + run("два")), "раз два deletions=1"},
		"inserted":                 {p("<w:ins>" + run("раз") + "</w:ins>"), "раз"},
		"a mark deleted":           {`<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>` + run("раз") + `</w:p>` + p(run("два")) + p(run("три")), "раз два|три deletions=1"},
		"a row deleted":            {"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + p(run("раз")) + "</w:tc></w:tr><w:tr><w:tc>" + p(run("два")) + "</w:tc></w:tr></w:tbl>", "два deletions=1"},
		"moved away":               {p(run("раз ")+"<w:moveFrom w:id='1'>"+run("прочь")+"</w:moveFrom>") + p("<w:moveTo w:id='1'>"+run("прочь")+"</w:moveTo>"), "раз|прочь"},
		"a style of before":        {`<w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val="a3"/></w:pPr></w:pPrChange></w:pPr>` + set("<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>", "раз") + `</w:p>`, "раз"},
		"a field's code":           {p(run("раз ") + "<w:r><w:instrText>HYPERLINK</w:instrText></w:r>" + run("два")), "раз два"},
		"a field's result":         {p(run("от ") + field("DATE", run("11 сентября"))), "от 11 сентября"},
		"a field of its code":      {p(run("раз") + unshown("EQ \\o(a)") + unshown("macrobutton M [Имя]") + unshown("TC") + field("EQ x", run(" два")) + field("DATE"+`</w:instrText></w:r>`+unshown("EQ b")+`<w:r><w:instrText>`, run(" три"))), "раз два три objects=1 questions=1"},
		"a field within another":   {p(field("IF "+`</w:instrText></w:r>`+field("PAGE", run("7"))+`<w:r><w:instrText>`, run("раз"))), "раз"},
		"an alternative":           {p(run("раз") + "<mc:AlternateContent><mc:Choice>" + run(" два") + "</mc:Choice><mc:Fallback>" + run(" снова") + "</mc:Fallback></mc:AlternateContent>"), "раз два"},
		"a form of its own":        {p(run("раз ") + `<w:r><mc:AlternateContent><mc:Choice Requires="x9"><w:t>два</w:t></mc:Choice></mc:AlternateContent></w:r>`), "раз два"},
		"an emoji":                 {p(run("раз ") + `<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx w16se:font="Segoe UI Emoji" w16se:char="1F60A"/></mc:Choice><mc:Fallback><w:t>😊</w:t></mc:Fallback></mc:AlternateContent></w:r>`), "раз 😊"},
		"paragraphs of two forms":  {"<mc:AlternateContent><mc:Choice>" + p(run("раз")) + "</mc:Choice><mc:Fallback>" + p(run("снова")) + "</mc:Fallback></mc:AlternateContent>" + p(run("два")), "раз|два"},
		"paragraphs gone":          {"<w:del>" + p(run("не")) + "</w:del><w:moveFrom>" + p(run("и не")) + "</w:moveFrom>" + p(run("раз")), "раз deletions=1"},
		"hidden":                   {p(run("раз ") + set("<w:vanish/>", "тайна ") + set("<w:vanish/>", "ещё") + set(`<w:vanish w:val="0"/>`, "два") + set(`<w:rStyle w:val="secret"/>`, "и это")), "раз два hidden=2"},
		"struck":                   {p(run("раз ") + set("<w:strike/>", "два") + set("<w:dstrike/>", " три")), "раз два три struck=1"},
		"a comment":                {p(run("раз") + `<w:r><w:commentReference w:id="1"/></w:r>`), "раз comments=1"},
		"a placeholder":            {p(`<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>` + run("Место для ввода") + `</w:sdtContent></w:sdt>` + run("раз")), "раз questions=1"},
		"a placeholder of a name":  {p(`<w:sdt><w:sdtPr><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>` + run("Место для ввода") + `</w:sdtContent></w:sdt>` + run("раз")), "раз questions=1"},
		"a mark moved away":        {`<w:p><w:pPr><w:rPr><w:moveFrom w:id="1"/></w:rPr></w:pPr>` + run("раз") + `</w:p>` + p(run("два")), "раз два deletions=1"},
		"a tall row deleted":       {"<w:tbl><w:tr><w:trPr><w:del/><w:trHeight/></w:trPr><w:tc>" + p(run("раз")) + "</w:tc></w:tr><w:tr><w:tc>" + p(run("два")) + "</w:tc></w:tr></w:tbl>", "два deletions=1"},
		"a control":                {`<w:sdt><w:sdtPr><w:alias w:val="имя"/></w:sdtPr><w:sdtContent>` + p(run("раз")) + `</w:sdtContent></w:sdt>`, "раз"},
		"a heading in a footnote":  {p(run("раз") + `<w:r><w:footnoteReference w:id="3"/></w:r>`), "раз[1]|{note}## [1] Глава"},
		"a footnote":               {p(run("раз") + `<w:r><w:endnoteReference w:id="2"/></w:r>` + run(" два") + `<w:r><w:footnoteReference w:id="2"/></w:r>`), "раз[1] два[2]|{note}[1] В конце|{note}[2] Первая *сноска*|{note}её конец"},
		"letters of Symbol":        {p(run("угол ") + `<w:r><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="symbol" w:char="57"/><w:sym w:font="Symbol" w:char="F0E5"/><w:sym w:font="Symbol" w:char="F02D"/><w:sym w:font="Symbol" w:char="F0F2"/></w:r>`), "угол α≥Ω∑−∫"},
		"a sign of no letter":      {p(run("раз") + `<w:r><w:sym w:font="Symbol" w:char="F0BE"/><w:sym w:font="Symbol" w:char="x"/></w:r>`), "раз objects=2"},
		"words in Symbol":          {p(run("угол ") + set(`<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>`, "a \uf062")), "угол α β"},
		"words in a style of it":   {p(run("угол ") + set(`<w:rStyle w:val="greek"/>`, "a")), "угол α"},
		"words in Wingdings":       {p(run("раз ") + set(`<w:rFonts w:hAnsi="Wingdings"/>`, "\uf0e0J ") + set(`<w:rFonts w:ascii="Webdings"/>`, "\uf0a7") + run("два")), "раз •два objects=1"},
		"Russian in Wingdings":     {p(set(`<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>`, "раз, два")), "раз два objects=1"},
		"hidden signs":             {p(run("раз") + set(`<w:vanish/><w:rFonts w:ascii="Wingdings"/>`, "J")), "раз hidden=1"},
		"a bullet of a sign":       {p(`<w:r><w:sym w:font="Wingdings" w:char="F0A7"/></w:r>` + run(" раз")), "• раз"},
		"a sign of its own font":   {p(run("раз") + `<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>`), "раз objects=1"},
		"bold and italic":          {p(run("раз ") + set("<w:b/>", "два ") + set("<w:b/><w:i/>", "три") + set("<w:i/>", " пять")), "раз *два **/три/*/ пять/"},
		"bold put out":             {p(set(`<w:b w:val="false"/>`, "раз ") + set(`<w:b w:val="1"/>`, "два")), "раз *два*"},
		"a style of letters":       {p(run("раз ") + set(`<w:rStyle w:val="strong"/>`, "два")), "раз *два*"},
		"all of a style":           {styled("bold", "раз") + styled("q", "два"), "!раз|> два"},
		"not all of a style":       {`<w:p><w:pPr><w:pStyle w:val="bold"/></w:pPr>` + run("раз ") + set("<w:i/>", "два") + `</w:p>`, "!раз /два/"},
		"fonts and colours":        {p(set(`<w:rFonts w:ascii="Comic Sans MS"/><w:color w:val="FF0000"/><w:sz w:val="72"/><w:highlight w:val="yellow"/>`, "раз")), "раз"},
		"a link":                   {p(run("на ") + `<w:hyperlink r:id="web">` + run("сайт") + set("<w:b/>", "е") + `</w:hyperlink>` + run(".")), "на [сайт](https://council.example/a)[*е*](https://council.example/a)."},
		"a link as it says":        {p(`<w:hyperlink r:id="web">` + run("https://council.example/a") + `</w:hyperlink>`), "https://council.example/a"},
		"a link to mischief":       {p(`<w:hyperlink r:id="bad">` + run("сайт") + `</w:hyperlink>`), "сайт links=1"},
		"a field's end in a link":  {p(`<w:hyperlink r:id="web">` + run("сайт") + `<w:r><w:fldChar w:fldCharType="end"/></w:r></w:hyperlink>` + run(" раз")), "[сайт](https://council.example/a) раз"},
		"a field over a link":      {p(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:hyperlink r:id="web">` + run("сайт") + `<w:r><w:fldChar w:fldCharType="end"/></w:r>` + run("а") + `</w:hyperlink>` + run(" раз")), "[сайта](https://council.example/a) раз"},
		"a field out of a link":    {p(`<w:hyperlink r:id="web">` + run("сайт") + `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:hyperlink><w:r><w:fldChar w:fldCharType="separate"/></w:r>` + run(" 7") + `<w:r><w:fldChar w:fldCharType="end"/></w:r>` + run(" раз")), "[сайт](https://council.example/a) 7 раз"},
		"a field that keeps words": {p(run("раз ") + field(`SET a "тайна"`, run("тайна")) + `<w:fldSimple w:instr=" ask b "><w:r><w:t>тайна</w:t></w:r></w:fldSimple>` + run("два")), "раз два hidden=1"},
		"a field that never ends":  {p(run("раз ")+`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF</w:instrText></w:r>`+run("два ")+field("PAGE", run("3"))) + p(run("пять")), "раз два 3|пять"},
		"it in a cell":             {"<w:tbl><w:tr><w:tc>" + p(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>`+run("раз")) + "</w:tc></w:tr></w:tbl>" + p(run("два")), "раз|два"},
		"words in a field's code":  {p(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>` + run("код") + `<w:r><w:fldChar w:fldCharType="separate"/></w:r>` + run("раз") + `<w:r><w:fldChar w:fldCharType="end"/></w:r>`), "раз"},
		"a code without a result":  {p(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>` + run("код") + `<w:r><w:fldChar w:fldCharType="end"/></w:r>` + run("раз")), "раз"},
		"a link within":            {p(`<w:hyperlink w:anchor="место">` + run("ниже") + `</w:hyperlink>`), "ниже"},
		"a field that is a link":   {p(field(`HYPERLINK "mailto:press@council.example" \o "x"`, set("<w:b/>", "почта")) + run(" и ") + `<w:fldSimple w:instr=' HYPERLINK "https://a.example" '>` + run("сайт") + `</w:fldSimple>`), "[*почта*](mailto:press@council.example) и [сайт](https://a.example)"},
		"a title":                  {styled("a3", "Раз") + styled("1", "Два") + styled("2", "Три") + styled("3", "четыре"), "# !Раз|# Два|## Три|четыре"},
		"styles of the office":     {styled("own", "Раз") + styled("out", "Два") + styled("a5", "Три") + styled("нет", "четыре"), "## Раз|## Два|subtitle: Три|четыре"},
		"an outline":               {`<w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr>` + run("Раз") + `</w:p><w:p><w:pPr><w:outlineLvl w:val="9"/></w:pPr>` + run("два") + `</w:p>`, "### Раз|два"},
		"a quotation":              {styled("q", "сказал он") + styled("cap", "подпись"), "> сказал он|caption: подпись"},
		"bullets":                  {item("1", "0", "раз") + item("1", "0", "два") + styled("lb", "три"), "- раз|- два|- три"},
		"an item of no list":       {item("0", "0", "раз") + item("99", "0", "два") + `<w:p><w:pPr><w:numPr/></w:pPr>` + run("три") + `</w:p>`, "раз|- два|- три"},
		"numbers":                  {item("2", "0", "раз") + item("2", "1", "два") + item("2", "2", "три") + item("2", "2", "пять") + item("2", "0", "шесть") + item("2", "1", "семь"), "1. раз|1.1. два|>>1. три|>>2. пять|2. шесть|2.1. семь"},
		"numbers from elsewhere":   {item("3", "0", "раз") + item("3", "0", "два") + item("4", "0", "три") + item("4", "0", "пять"), "7. раз|8. два|IV. три|V. пять"},
		"an item goes on":          {item("2", "0", "раз") + item("5", "0", "и ещё") + item("5", "1", "и ещё") + item("2", "0", "два"), "1. раз|и ещё|и ещё|2. два"},
		"a numbered heading":       {`<w:p><w:pPr><w:pStyle w:val="2"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr>` + run("Раз") + `</w:p>`, "## 1. Раз"},
		"an empty item":            {item("2", "0", "") + item("2", "0", "раз"), "1. раз"},
		"a border":                 {p(run("раз")) + `<w:p><w:pPr><w:pBdr><w:top w:val="single"/></w:pBdr></w:pPr></w:p>` + p(run("два")), "раз|----|два"},
		"a border below nothing":   {p(run("раз")) + `<w:p><w:pPr><w:pBdr><w:bottom w:val="single"/></w:pBdr></w:pPr></w:p>` + p(run("два")), "раз|----|два"},
		"no border":                {p(run("раз")) + `<w:p><w:pPr><w:pBdr><w:top w:val="nil"/></w:pBdr></w:pPr></w:p>` + p(run("два")), "раз|два"},
		"a border below the text":  {`<w:p><w:pPr><w:pBdr><w:bottom w:val="single"/></w:pBdr></w:pPr>` + run("раз") + `</w:p>` + p(run("два")), "раз|----|два"},
		"a border above the text":  {p(run("раз")) + `<w:p><w:pPr><w:pBdr><w:top w:val="single"/></w:pBdr></w:pPr>` + run("два") + `</w:p>`, "раз|----|два"},
		"a frame around the text":  {`<w:p><w:pPr><w:pBdr><w:top w:val="single"/><w:bottom w:val="single"/></w:pBdr></w:pPr>` + run("раз") + `</w:p>`, "раз"},
		"a line that is drawn":     {p(`<w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r>`) + p(run("раз")), "----|раз"},
		"a text box":               {p(run("раз") + `<w:r><mc:AlternateContent><mc:Choice>` + drawing(box(p(run("коробка")))) + `</mc:Choice><mc:Fallback><w:pict>` + box(p(run("коробка"))) + `</w:pict></mc:Fallback></mc:AlternateContent></w:r>` + run(" два")), "раз два|{box}коробка"},
		"a picture":                {p(run("раз")+drawing(blip("png"))) + styled("cap", "Подпись"), "раз|(69 bytes, \"На снимке\") |caption: Подпись"},
		"a picture in a box":       {p(drawing(box(p(drawing(blip("png"))) + p(run("Подпись"))))), "(69 bytes, \"На снимке\") |caption: Подпись"},
		"a picture of before":      {p(`<w:r><w:pict><v:shape alt="давно"><v:imagedata r:id="png"/></v:shape></w:pict></w:r>`), "(69 bytes, \"давно\") "},
		"pictures that cannot be":  {p(drawing(blip("emf"))+drawing(blip("web"))+drawing(blip("нет"))) + p(run("раз")), "раз pictures=3"},
		"a chart":                  {p(run("раз") + drawing(`<c:chart r:id="c"/>`)), "раз objects=1"},
		"words in a chart":         {p(run("раз")+drawing(`<c:chart r:id="chart"/>`)+run(" два")) + p(run("три")), "раз два|{box}Добыча угля|три objects=2"},
		"a chart that breaks off":  {p(run("раз") + drawing(`<c:chart r:id="broken"/>`)), "раз objects=1"},
		"words in a diagram":       {p(run("раз")+drawing(`<dgm:relIds r:dm="diagram" r:lo="png"/>`)) + `<w:p><w:hyperlink r:id="web">` + run("два") + `</w:hyperlink></w:p>`, "раз|{box}Сначала|{box}Потом|[два](https://council.example/a) objects=1"},
		"words on a canvas":        {p(run("раз") + drawing(`<lc:lockedCanvas><a:sp><a:txSp><a:txBody><a:p><a:r><a:t>Схема</a:t></a:r></a:p></a:txBody></a:txSp></a:sp></lc:lockedCanvas>`)), "раз|{box}Схема"},
		"a frame of words":         {`<w:p><w:pPr><w:framePr w:hAnchor="text"/></w:pPr>` + run("С") + "</w:p>" + p(run("овет собрался.")), "С|овет собрался."},
		"a large first letter":     {`<w:p><w:pPr><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr>` + run("С") + "</w:p>" + p(run("овет собрался.")), "Совет собрался."},
		"a page included":          {p(run("раз")) + `<w:altChunk r:id="page"/><w:altChunk r:id="png"/>`, "раз|из *страницы* inclusions=1"},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := read(t, tt.xml, other)
			if got := layouttest.Write(d); err != nil || got != tt.want {
				t.Errorf("got  %s\nwant %s\n%v", got, tt.want, err)
			}
		})
	}
}

func row(cells ...string) string {
	return "<w:tr><w:tc>" + strings.Join(cells, "</w:tc><w:tc>") + "</w:tc></w:tr>"
}

func TestTables(t *testing.T) {
	wide, top, under := `<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>`, `<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>`, `<w:tcPr><w:vMerge/></w:tcPr>`
	for name, tt := range map[string]struct{ rows, want string }{
		"of words":        {row(p(set("<w:b/>", "Год")), p(set("<w:b/>", "Учения"))) + row(p(run("2024")), p(run("5 ")+set("<w:b/>", "больших"))), "table: Год→Учения¶2024→5 *больших*"},
		"paragraphs":      {row(p(run("а")), p(run("б"))) + row(p(run("в"))+p("<w:r><w:t>г</w:t><w:br/><w:t>д</w:t><w:tab/><w:t>е</w:t></w:r>"), p("")), "table: а→б¶в г д е"},
		"merged across":   {row(wide+p(run("а"))) + row(p(run("б")), p(run("в"))), "table: а→¶б→в"},
		"merged down":     {row(top+p(run("а")), p(run("б"))) + row(under+p(""), p(run("в"))), "table: а→б¶→в"},
		"one cell":        {row(p(run("а")) + p(run("б"))), "а|б"},
		"a letterhead":    {row(p(run("герб")), p(run("адрес"))), "герб|адрес"},
		"one column":      {row(p(run("а"))) + row(p(run("б"))), "а|б"},
		"a heading in it": {row(styled("2", "А"), p(run("б"))) + row(p(run("в")), p(run("г"))), "## А|б|в|г"},
		"nested":          {row(p(run("а")), p(run("б"))) + row(p(run("в")), "<w:tbl>"+row(p(run("г")), p(run("д")))+row(p(run("е")), p(run("ё")))+"</w:tbl>"+p("")), "table: а→б¶в→г д е ё"},
		"a picture in it": {row(p(run("а")), p(run("б"))) + row(p(run("в")), p(drawing(blip("png")))), "table: а→б¶в→|(69 bytes, \"На снимке\") "},
		"a list in it":    {row(p(run("а")), p(run("б"))) + row(item("2", "0", "в"), item("2", "0", "г")), "table: а→б¶в→г"},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := read(t, "<w:tbl><w:tblPr/><w:tblGrid/>"+tt.rows+"</w:tbl>", other)
			if got := layouttest.Write(d); err != nil || got != tt.want {
				t.Errorf("got  %s\nwant %s\n%v", got, tt.want, err)
			}
		})
	}
}

// TestANoteEndsItsFields: one whose field never ends hides nothing, neither of itself nor of the text.
func TestANoteEndsItsFields(t *testing.T) {
	const begin = `<w:r><w:fldChar w:fldCharType="begin"/></w:r>`
	d, err := read(t, p(run("раз")+`<w:r><w:footnoteReference w:id="7"/></w:r>`)+p(run("два")), map[string]string{
		"word/footnotes.xml": `<w:footnotes xmlns:w="w"><w:footnote w:id="7">` + p(begin+run("сноска")) + `</w:footnote><w:footnote w:id="8">` + p(run("иная")) + `</w:footnote></w:footnotes>`,
	})
	if got := layouttest.Write(d); err != nil || got != "раз[1]|два|{note}[1] сноска" {
		t.Errorf("%s, %v", got, err)
	}
}

// What stands on each page is read once, without what counts the pages.
func TestMargins(t *testing.T) {
	all := map[string]string{
		"word/header1.xml": `<w:hdr xmlns:w="w">` + p(run("Совет содружества")) + p(drawing(blip("png"))) + `</w:hdr>`,
		"word/header2.xml": `<w:hdr xmlns:w="w">` + p(run("Совет содружества")) + `</w:hdr>`,
		"word/footer1.xml": `<w:ftr xmlns:w="w">` + p(run("press@council.example")) + p(`<w:fldSimple w:instr=" PAGE ">`+run("1")+`</w:fldSimple>`) + `</w:ftr>`,
	}
	d, err := read(t, p(run("раз")), all)
	if got := layouttest.Write(d); err != nil || got != "раз|{head}Совет содружества|{foot}press@council.example" {
		t.Errorf("%s, %v", got, err)
	}
}

func TestDamaged(t *testing.T) {
	for name, body := range map[string]string{
		"cut off": "<w:p><w:r>", "crossed": "<w:p><w:r></w:p></w:r>", "no XML": "<w:p><&",
		"deep": strings.Repeat("<w:p>", 1000) + strings.Repeat("</w:p>", 1000),
	} {
		if d, err := read(t, body, nil); err == nil {
			t.Errorf("%s: %+v", name, d)
		}
	}
}

// However much a document unpacks to, it is told in time.
func TestBombs(t *testing.T) {
	for name, body := range map[string]string{
		"letters":    p(run(strings.Repeat("а", 13<<20))),
		"paragraphs": strings.Repeat("<w:p/>", 1_100_000),
		"looks":      p(strings.Repeat(set("<w:b/>", "а")+run("б"), 30_000)),
		"breaks":     p("<w:r>" + strings.Repeat("<w:t>а</w:t><w:br/>", 100_000) + "</w:r>"),
		"cells":      "<w:tbl>" + strings.Repeat(row(`<w:tcPr><w:gridSpan w:val="1000000"/></w:tcPr>`+p(set("<w:b/>", "а")), p(run("б"))), 10_000) + "</w:tbl>",
		"tables":     strings.Repeat("<w:tbl><w:tr><w:tc>", 90) + p(run("а")) + strings.Repeat("</w:tc></w:tr></w:tbl>", 90),
		"fields":     p(strings.Repeat(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>`, 100_000) + run("а")),
	} {
		t.Run(name, func(t *testing.T) {
			began := layouttest.Used()
			_, err := read(t, body, nil)
			if took := layouttest.Used() - began; took > 20*time.Second {
				t.Errorf("%v, %v", took, err)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	f.Add(p(run("раз")), styleList, numberList)
	f.Add(item("2", "2", "раз")+"<w:tbl>"+row(p(run("а")), p(drawing(blip("png"))))+"</w:tbl>", styleList, numberList)
	f.Add(p(`<w:r><w:fldChar w:fldCharType="separate"/></w:r>`+box(p(box(p(""))))), "<a/>", "<a/>")
	f.Fuzz(func(t *testing.T, body, styles, numbers string) {
		d, err := read(t, body, map[string]string{"word/styles.xml": styles, "word/numbering.xml": numbers, "word/media/a.png": layouttest.PNG, "word/_rels/document.xml.rels": other["word/_rels/document.xml.rels"]})
		for _, p := range d.Paragraphs {
			if err == nil && p.Kind != layout.Table && strings.Contains(p.Text, "\t") {
				t.Errorf("a tab in %q", p.Text)
			}
		}
	})
}
