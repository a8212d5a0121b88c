// Package pdf paints a laid-out document with fpdf. The same document gives
// the same bytes; the file holds its metadata and nothing hidden besides.
package pdf

import (
	"bytes"
	"fmt"
	"strconv"
	"time"

	"github.com/go-pdf/fpdf"

	"communique/export/page"
)

// family and style by which fpdf knows a face.
var names = map[page.Face][2]string{
	page.Regular: {"serif", ""}, page.Bold: {"serif", "B"}, page.Fallback: {"fallback", ""},
}

// Render returns doc as a PDF file.
func Render(doc page.Document) ([]byte, error) {
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: doc.Width, Ht: doc.Height}})
	f.SetCatalogSort(true)
	f.SetAutoPageBreak(false, 0)
	f.SetMargins(0, 0, 0)
	describe(f, doc)
	addFaces(f, doc)
	for number, p := range doc.Pages {
		f.AddPage()
		paint(f, p, number)
	}
	var buf bytes.Buffer
	if err := f.Output(&buf); err != nil {
		return nil, fmt.Errorf("write PDF: %w", err)
	}
	return buf.Bytes(), nil
}

// describe writes the metadata. The dates are the release's own, so that the
// clock does not get into the bytes.
func describe(f *fpdf.Fpdf, doc page.Document) {
	day := time.Unix(0, 0).UTC()
	if !doc.Date.IsZero() {
		day = doc.Date.Time()
	}
	f.SetCreationDate(day)
	f.SetModificationDate(day)
	f.SetProducer("Communique", false)
	f.SetTitle(doc.Title, true)
	f.SetAuthor(doc.Author, true)
	f.SetLang(doc.Language)
}

// addFaces embeds the faces that the document uses: each costs time and bytes.
func addFaces(f *fpdf.Fpdf, doc page.Document) {
	used := map[page.Face]bool{}
	for _, p := range doc.Pages {
		for _, run := range p.Runs {
			used[run.Face] = true
		}
	}
	for _, face := range []page.Face{page.Regular, page.Bold, page.Fallback} {
		if used[face] {
			f.AddUTF8FontFromBytes(names[face][0], names[face][1], face.Data())
		}
	}
}

func paint(f *fpdf.Fpdf, p page.Page, number int) {
	for i, picture := range p.Pictures {
		name := "picture-" + strconv.Itoa(number) + "-" + strconv.Itoa(i)
		options := fpdf.ImageOptions{ImageType: "PNG"}
		f.RegisterImageOptionsReader(name, options, bytes.NewReader(picture.PNG))
		f.ImageOptions(name, picture.X, picture.Y, picture.Width, picture.Height, false, options, 0, "")
	}
	for _, rule := range p.Rules {
		gray := int(rule.Gray)
		f.SetDrawColor(gray, gray, gray)
		f.SetLineWidth(rule.Thickness)
		f.Line(rule.X, rule.Y, rule.X+rule.Width, rule.Y)
	}
	for _, run := range p.Runs {
		gray := int(run.Gray)
		f.SetTextColor(gray, gray, gray)
		f.SetFont(names[run.Face][0], names[run.Face][1], run.Size)
		f.Text(run.X, run.Y, run.Text)
		if run.Link != "" {
			f.LinkString(run.X, run.Y-run.Size*0.8, run.Width, run.Size*1.1, run.Link)
		}
	}
}
