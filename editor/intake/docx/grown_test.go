package docx

import (
	"strings"
	"testing"

	"communique/editor/intake/layout/layouttest"
	"communique/editor/intake/parts"
)

// What a Word document is made of, as far as this reader looks at it.
var (
	elements = strings.Fields(`w:p w:p w:p w:r w:r w:r w:t w:t w:t w:pPr w:rPr w:pStyle w:rStyle w:numPr w:ilvl w:numId w:outlineLvl w:sectPr w:tbl w:tr w:tc w:tcPr w:tblPr w:trPr w:gridSpan w:vMerge w:hMerge
		w:br w:cr w:tab w:ptab w:sym w:noBreakHyphen w:b w:i w:strike w:dstrike w:vanish w:vertAlign w:position w:pBdr w:top w:bottom w:framePr w:ins w:del w:moveFrom w:moveTo w:delText w:delInstrText
		w:instrText w:fldChar w:fldSimple w:hyperlink w:sdt w:sdtPr w:sdtContent w:showingPlcHdr w:altChunk w:annotation w:commentReference w:footnoteReference w:endnoteReference w:footnote w:endnote w:drawing
		w:pict w:object w:txbxContent v:shape v:rect v:imagedata a:blip wp:docPr wps:txbx mc:AlternateContent mc:Choice mc:Fallback w:style w:name w:basedOn w:abstractNum w:num w:abstractNumId w:lvl w:numFmt w:lvlText w:start
		w:lvlOverride w:startOverride w:rPrChange w:pPrChange w:hdr w:ftr w:body w:ruby w:rt w:tblGrid w:list w:listDef w:ilfo w:ilst w:hlink w:binData pkg:part pkg:xmlData pkg:binaryData`)
	attributes = strings.Fields(`w:val w:val w:val w:id r:id r:embed w:type w:fldCharType w:instr w:styleId w:ilvl w:numId w:abstractNumId w:dropCap w:name w:hr alt descr src w:dest w:listDefId pkg:name`)
	values     = append(strings.Fields(`0 1 2 3 9 100000 -1 true false off none begin separate end page column a3 a4 Title Heading1 bullet decimal russianLower lowerRoman upperLetter decimalZero superscript subscript
		rId1 rId2 restart continue text annotation Word.Deletion paragraph character header footer PAGE NUMPAGES %1. %1.%2) HYPERLINK`), `HYPERLINK "https://council.example/"`, "heading 1", "Deutscher Titel", "", "слово")
)

// FuzzElements: whatever elements stand within one another, what is read is whole and of the text.
func FuzzElements(f *testing.F) {
	f.Add([]byte{2, 0, 2, 3, 2, 6, 1, 0, 0, 0}, []byte{2, 80, 2, 81}, []byte{2, 84})
	f.Add([]byte("\x02\x12\x02\x13\x02\x14\x02\x00\x02\x03\x02\x06\x01\x00\x00\x00\x00\x00\x00\x02\x00\x02\x33\x02\x36\x01"), []byte{}, []byte{})
	f.Fuzz(func(t *testing.T, body, styles, notes []byte) {
		grown := func(program []byte) []byte { return []byte(layouttest.Grown(program, elements, attributes, values)) }
		text := grown(body)
		d, err := Read(Params{Package: parts.Of(map[string][]byte{
			main: []byte(open + string(text) + close), "word/styles.xml": append(append([]byte("<w:styles>"), grown(styles)...), "</w:styles>"...), "word/numbering.xml": []byte(numberList),
			"word/footnotes.xml": append(append([]byte("<w:footnotes>"), grown(notes)...), "</w:footnotes>"...), "word/media/1.png": []byte(layouttest.PNG),
			"word/_rels/document.xml.rels": []byte(`<Relationships><Relationship Id="rId1" Target="media/1.png"/><Relationship Id="rId2" Target="https://council.example/" TargetMode="External"/></Relationships>`),
		})})
		if err != nil {
			return
		}
		layouttest.Whole(t, d)
		if pack, err := Unfold(append(append([]byte("<w:wordDocument ><w:body>"), text...), "</w:body></w:wordDocument>"...)); err == nil {
			if d, err = Read(Params{Package: pack}); err == nil {
				layouttest.Whole(t, d)
			}
		}
	})
}
