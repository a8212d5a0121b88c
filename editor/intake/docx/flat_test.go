package docx

import (
	"encoding/base64"
	"strings"
	"testing"

	"communique/editor/intake/layout/layouttest"
)

// A document of Word 2003 is one XML, in words of its own.
func TestWord2003(t *testing.T) {
	head := `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">`
	lists := `<w:lists><w:listDef w:listDefId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:nfc w:val="4"/><w:lvlText w:val="%1)"/></w:lvl></w:listDef><w:listDef w:listDefId="1"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl></w:listDef><w:listDef w:listDefId="2"><w:lvl w:ilvl="0"><w:nfc w:val="23"/><w:lvlText w:val="•"/></w:lvl></w:listDef>` +
		`<w:list w:ilfo="1"><w:ilst w:val="0"/></w:list><w:list w:ilfo="2"><w:ilst w:val="1"/></w:list><w:list w:ilfo="3"><w:ilst w:val="2"/></w:list></w:lists>`
	listed := func(id, text string) string {
		return `<w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="` + id + `"/></w:listPr></w:pPr>` + run(text) + `</w:p>`
	}
	for name, tt := range map[string]struct{ body, want string }{
		"its own styles":     {styled("a3", "Раз") + `<wx:sect><wx:sub-section>` + p(run("два")) + `</wx:sub-section></wx:sect>`, "# !Раз|два"},
		"lists":              {listed("1", "раз") + listed("1", "два") + listed("2", "три") + listed("3", "пять"), "c) раз|d) два|1. три|- пять"},
		"a link":             {p(`<w:hlink w:dest="https://a.example">` + run("план") + `</w:hlink>`), "[план](https://a.example)"},
		"deleted":            {p(run("раз ") + `<aml:annotation aml:id="0" w:type="Word.Deletion"><aml:content><w:r><w:delText>вычеркнут</w:delText></w:r></aml:content></aml:annotation><aml:annotation w:type="Word.Insertion"><aml:content>` + run("два") + `</aml:content></aml:annotation>`), "раз два deletions=1"},
		"remarked":           {p(`<aml:annotation w:type="Word.Comment.Start"/>` + run("раз") + `<aml:annotation w:type="Word.Comment.End"/><w:r><aml:annotation w:type="Word.Comment"><aml:content>` + p(run("тайна")) + `</aml:content></aml:annotation></w:r>`), "раз comments=1"},
		"a mark deleted":     {`<w:p><w:pPr><w:rPr><aml:annotation w:type="Word.Deletion"/></w:rPr></w:pPr>` + run("раз") + `</w:p>` + p(run("два")), "раз два deletions=1"},
		"a note":             {p(run("раз") + `<w:r><w:footnote>` + p(run("сноска")) + `</w:footnote></w:r>` + run(" два")), "раз[1] два|{note}[1] сноска"},
		"hidden":             {p(run("раз") + set("<w:vanish/>", "тайна")), "раз hidden=1"},
		"a picture":          {p(`<w:r><w:pict><w:binData w:name="wordml://01.png">` + base64.StdEncoding.EncodeToString([]byte(layouttest.PNG)) + `</w:binData><v:shape><v:imagedata src="wordml://01.png"/></v:shape></w:pict></w:r>`), "(69 bytes, \"\") "},
		"head and foot":      {p(run("раз")) + `<w:sectPr><w:hdr w:type="odd">` + p(run("верх")) + `</w:hdr><w:hdr w:type="even"/><w:ftr>` + p(run("низ")) + `</w:ftr></w:sectPr>`, "раз|{head}верх|{foot}низ"},
		"a table":            {`<w:tbl><w:tr><w:tc>` + p(run("раз")) + `</w:tc><w:tc>` + p(run("два")) + `</w:tc></w:tr><w:tr><w:tc>` + p(run("три")) + `</w:tc><w:tc>` + p(run("пять")) + `</w:tc></w:tr></w:tbl>`, "table: раз→два¶три→пять"},
		"a box":              {p(run("раз")) + p(`<w:r><w:pict><v:shape><v:textbox><w:txbxContent>`+p(run("врезка"))+`</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`), "раз|{box}врезка"},
		"nothing but a body": {"", ""},
	} {
		t.Run(name, func(t *testing.T) {
			data := []byte(head + lists + styleList + `<w:docSuppData><w:binData w:name="editdata.mso">%%</w:binData></w:docSuppData><w:body>` + tt.body + `</w:body></w:wordDocument>`)
			if !IsFlat(data) {
				t.Error("it is none")
			}
			unfolded(t, data, tt.want)
		})
	}
}

func unfolded(t *testing.T, data []byte, want string) {
	t.Helper()
	pack, err := Unfold(data)
	if err != nil {
		t.Fatal(err)
	}
	d, err := Read(Params{Package: pack})
	if got := layouttest.Write(d); err != nil || got != want {
		t.Errorf("got %s, %v\nwant %s", got, err, want)
	}
}

// A package may be written out in one XML.
func TestFlatPackage(t *testing.T) {
	part := func(name, xml string) string {
		return `<pkg:part pkg:name="` + name + `"><pkg:xmlData>` + xml + `</pkg:xmlData></pkg:part>`
	}
	data := `<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">` + part("/word/document.xml", open+styled("a3", "Раз")+p(`<w:r><w:drawing><a:blip r:embed="r1"/></w:drawing></w:r>`)+close) + part("/word/styles.xml", styleList) +
		part("/word/_rels/document.xml.rels", `<Relationships><Relationship Id="r1" Target="media/1.png"/></Relationships>`) + part("/word/header1.xml", `<w:hdr>`+p(run("верх"))+`</w:hdr>`) +
		`<pkg:part pkg:name="/word/media/1.png"><pkg:binaryData>` + base64.StdEncoding.EncodeToString([]byte(layouttest.PNG)) + `</pkg:binaryData></pkg:part></pkg:package>`
	if !IsFlat([]byte(data)) || IsFlat([]byte(`<package xmlns="http://www.idpf.org/2007/opf">`)) || IsFlat([]byte("<html>")) {
		t.Error("what is flat")
	}
	unfolded(t, []byte(data), "# !Раз|(69 bytes, \"\") |{head}верх")
	for _, broken := range []string{data[:len(data)/2], "<w:wordDocument ><w:body><w:p"} {
		if pack, err := Unfold([]byte(broken)); err == nil {
			if _, err := Read(Params{Package: pack}); err == nil && pack.Has(main) {
				t.Errorf("%.60s is read", broken)
			}
		}
	}
}

// TestFlatBomb: heads of pages within one another, a million deep, are read once and take no stack.
func TestFlatBomb(t *testing.T) {
	for _, name := range []string{"w:hdr", "w:body", "w:styles", "w:binData", "w:p"} {
		open := "<" + name + ">"
		pack, err := Unfold([]byte(`<w:wordDocument ><w:body>` + strings.Repeat(open, 1_000_000)))
		if err == nil {
			t.Errorf("%s: %v", name, pack)
		}
	}
	deep := `<w:wordDocument ><w:body><w:p><w:r><w:t>раз</w:t></w:r></w:p><w:sectPr>` + strings.Repeat("<w:hdr>", 100_000) + strings.Repeat("</w:hdr>", 100_000) + `</w:sectPr></w:body></w:wordDocument>`
	pack, err := Unfold([]byte(deep))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Read(Params{Package: pack}); err == nil {
		t.Error("so deep a head is read")
	}
}

func FuzzUnfold(f *testing.F) {
	f.Add([]byte(`<w:wordDocument xmlns:w="w"><w:lists/>` + styleList + `<w:body>` + p(run("раз")) + `<w:sectPr><w:hdr/></w:sectPr></w:body></w:wordDocument>`))
	f.Fuzz(func(_ *testing.T, data []byte) {
		if pack, err := Unfold(data); err == nil {
			_, _ = Read(Params{Package: pack})
		}
	})
}
