package command

import (
	"bytes"
	"encoding/base64"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"communique/app/library/librarytest"
	"communique/editor/intake"
	"communique/editor/intake/layout"
	"communique/editor/intake/layout/layouttest"
	"communique/export/exporttest"
)

const wordText = `<w:document xmlns:w="w" xmlns:r="r"><w:body>
<w:p><w:pPr><w:pStyle w:val="a3"/></w:pPr><w:r><w:t>Совет принял план дорог</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">11 сентября 2024 года в Бишкеке состоялось </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>заседание</w:t></w:r><w:r><w:t xml:space="preserve"> Совета.</w:t></w:r><w:r><w:commentReference w:id="1"/></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">План стоит </w:t></w:r><w:hyperlink r:id="rId1"><w:r><w:t>на сайте</w:t></w:r></w:hyperlink><w:r><w:t>.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Тайна</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Год</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Дороги</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>2024</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>5</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="a" descr="Зал заседаний"/><a:blip r:embed="rId2"/></wp:inline></w:drawing></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="a4"/></w:pPr><w:r><w:t>Участники. Фото: Анна Примерова</w:t></w:r></w:p>
<w:p><w:r><w:drawing><wp:inline><a:blip r:embed="rId3"/></wp:inline></w:drawing></w:r></w:p>
</w:body></w:document>`

// documents lays there what word processors, browsers and mail programs write.
func documents(o *office) {
	wired(o)
	photo := string(librarytest.Picture(1))
	word := string(layouttest.Pack(map[string]string{
		"word/document.xml": wordText, "word/media/a.png": photo, "word/media/b.emf": "EMF",
		"word/styles.xml": `<w:styles xmlns:w="w"><w:style w:styleId="a3"><w:name w:val="Title"/></w:style><w:style w:styleId="a4"><w:name w:val="caption"/></w:style></w:styles>`,
		"word/_rels/document.xml.rels": `<Relationships><Relationship Id="rId1" Target="https://council.example/plan" TargetMode="External"/>
<Relationship Id="rId2" Target="media/a.png"/><Relationship Id="rId3" Target="media/b.emf"/></Relationships>`,
	}))
	o.write("release.docx", word)
	page := "<!DOCTYPE html><html><body><h1>Совет принял план мостов</h1><p>12 сентября 2024 года в Бишкеке состоялось заседание.</p>" +
		"<figure><img src=\"зал.png\"><figcaption>Зал</figcaption></figure></body></html>"
	o.write("page.html", page)
	o.write("зал.png", string(librarytest.Picture(2)))
	o.write("letter.eml", strings.ReplaceAll("From: press@council.example\nSubject: Fwd: Council Adopts a Plan\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n"+
		"--x\nContent-Type: text/html; charset=utf-8\n\n<p>The Council adopted a <i>plan</i> on 11 September 2024.</p><img src=\"cid:1\">\n"+
		"--x\nContent-Type: image/png\nContent-ID: <1>\nContent-Transfer-Encoding: base64\n\n"+base64.StdEncoding.EncodeToString([]byte(photo))+"\n--x--\n", "\n", "\r\n"))
	o.write("notes.md", "# Совет принял план тоннелей\n\n13 сентября 2024 года в Бишкеке состоялось **заседание**.\n\nВсё.\n")
	o.write("old.rtf", `{\rtf1\ansi Release}`)
	o.write("secret.docx", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"+strings.Repeat("\x00", 512)+strings.Join(strings.Split("EncryptedPackage", ""), "\x00")+"\x00")
	o.write("broken.docx", string(layouttest.Pack(map[string]string{"word/document.xml": wordText[:200]})))
	o.write("folder/release.docx", word)
	o.write("folder/page.html", page)
	o.write("folder/зал.png", string(librarytest.Picture(2)))
}

// Whatever an import may lose has its words.
func TestLossesAreTold(t *testing.T) {
	o := newOffice(t)
	text := "format = 2\nlanguage = \"ru\"\nkind = \"news\"\nstatus = \"draft\"\n"
	for _, loss := range layout.Losses() {
		text += "[[repairs]]\ncode = \"lost-" + string(loss) + "\"\ntext = \"3\"\n"
	}
	path := o.write("lost.toml", text)
	for _, o.language = range []string{"ru", "en"} {
		_, out, told := o.run("check", path)
		if strings.Contains(out+told, "⟦") || strings.Count(out, ": 3") != len(layout.Losses()) {
			t.Errorf("%s\n%s", out, told)
		}
	}
}

// What a photograph's file hides comes into the library with it, as if it was put in by hand,
// and leaves in no form.
func TestPicturesOfDocumentsHideNothing(t *testing.T) {
	o := newOffice(t)
	page := `<html><body><h1>Совет принял план</h1><p>Заседание состоялось.</p><img alt="Зал" src="data:image/jpeg;base64,` + base64.StdEncoding.EncodeToString(exporttest.Photograph(60, 40, 6)) + `"></body></html>`
	source := o.write("page.html", page)
	o.must("import", source, "--save")
	for _, from := range []string{"1", source} {
		dir := o.path("out " + filepath.Base(from))
		o.must("export", from, "--to", "pdf,docx,html,md,eml", "-o", dir)
		files, err := filepath.Glob(dir + "/*")
		if err != nil || len(files) != 5 {
			t.Fatal(files, err)
		}
		for _, name := range files {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			found, err := intake.Read(intake.Source{Data: data})
			if filepath.Ext(name) != ".pdf" && (err != nil || len(found.Pictures) != 1) {
				t.Errorf("%s: %d pictures, %v", name, len(found.Pictures), err)
			}
			data = append(data, exporttest.Objects(data)...)
			for _, picture := range found.Pictures {
				data = append(data, picture...)
			}
			for _, secret := range exporttest.Secrets {
				if bytes.Contains(data, []byte(secret)) {
					t.Errorf("%s tells %s", name, secret)
				}
			}
		}
	}
}
