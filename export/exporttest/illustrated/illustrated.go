// Package illustrated writes a release with pictures, tables, lists and emphasis, to try
// the pages with.
package illustrated

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"unicode/utf8"

	"communique/editor/release"
	"communique/export/exporttest"
	"communique/export/picture"
)

// Release returns a release that has every kind of block and of mark, its last table
// of so many rows, and the pictures that it shows: a landscape, a portrait and a small PNG.
func Release(rows int) (release.Release, picture.Set) {
	r := exporttest.Release(8, 1500)
	r.Blocks = nil
	r.Subheadline = "Стороны обсудили сроки и места"
	r.Lead = "Сегодня в Бишкеке стороны подписали протокол о порядке совместных учений; полный текст — на сайте организации."
	r.LeadMarks = marks(r.Lead, "протокол", release.Italic, "", "сайте организации", release.Link, "https://council.example/news/15")
	r.Boilerplate = "Совет содружества — выдуманная организация. Подробности: www.council.example, press@council.example."
	r.BoilerplateMarks = marks(r.Boilerplate, "Совет содружества", release.Bold, "")
	set := picture.Set{}
	landscape, portrait, scheme := photograph(set, 1500, 1000), photograph(set, 900, 1350), drawing(set, 300, 120)
	add := func(b release.Block, emphasis ...any) {
		b.Marks = marks(b.Text, emphasis...)
		r.Blocks = append(r.Blocks, b)
	}
	add(release.Block{Kind: release.Paragraph, Text: "Особое внимание участники заседания уделили противодействию терроризму, незаконному обороту наркотических средств и киберпреступности, а также совершенствованию военно-технического сотрудничества государств – членов организации; заявление опубликовано по адресу https://council.example/documents/2024/09/11/statement, вопросы принимает press@council.example. Крайне важно, подчеркнул он, что соглашение вступает в силу немедленно."},
		"противодействию терроризму, незаконному обороту наркотических средств", release.Bold, "", "государств – членов", release.Italic, "", "Крайне важно", release.Bold, "", "важно, подчеркнул", release.Italic, "",
		"соглашение вступает в силу", release.Link, "https://council.example/treaty?no=15&part=2")
	add(release.Block{Kind: release.Picture, Picture: landscape, Text: "Участники заседания в Бишкеке", Author: "Анна Примерова / Совет содружества", Alternative: "Двенадцать человек за круглым столом"}, "Бишкеке", release.Italic, "")
	add(release.Block{Kind: release.Subheading, Text: "О расходах"})
	add(release.Block{Kind: release.Table, Text: Table(10)}, "Государство", release.Italic, "", "Республика Армения", release.Bold, "")
	add(release.Block{Kind: release.List, First: 8, Text: "утвердить план совместных учений на текущий год и поручить штабу представить его до 1 октября;\nпровести учение в три этапа, каждый из которых начинается по решению Совета;\nопубликовать итоги"}, "план совместных учений", release.Bold, "")
	add(release.Block{Kind: release.List, Text: "первое\nвторое, которое длиннее строки и потому переносится на следующую, как и положено длинному пункту"})
	add(release.Block{Kind: release.Quotation, Text: "Мы успеем всё, и даже раньше, чем обещали в протоколе прошлого года.", Speaker: "Иван Пробный"}, "раньше", release.Italic, "")
	add(release.Block{Kind: release.Rule})
	add(release.Block{Kind: release.Picture, Picture: portrait, Text: "Председатель Совета", Author: "Пётр Образцов"})
	add(release.Block{Kind: release.Paragraph, Text: "Ниже приведены все поездки за год."}, "все поездки", release.Bold, "", "все", release.Italic, "")
	add(release.Block{Kind: release.Table, Text: Table(rows)})
	add(release.Block{Kind: release.Picture, Picture: scheme, Author: "Совет содружества", Alternative: "Схема маршрута"})
	r.Blocks = release.Numbered(r.Blocks)
	return r, set
}

// Table is the text of a table with a head and so many rows.
func Table(rows int) string {
	states := []string{"Республика Армения", "Республика Беларусь", "Республика Казахстан", "Кыргызская Республика", "Российская Федерация", "Республика Таджикистан"}
	lines := []string{"№\tГосударство\tЧто сделано\tЛюдей\tРасходы, млн ₽"}
	for n := range rows {
		done := "Проведены командно-штабные учения"
		if n%3 == 1 {
			done = "Подготовлены и согласованы предложения по совершенствованию порядка совместной подготовки; подробности: www.council.example"
		}
		cost := fmt.Sprintf("%d,%02d", n*137%1900, n*31%100)
		if n%7 == 5 {
			cost = "—"
		}
		lines = append(lines, fmt.Sprintf("%d\t%s\t%s\t%d\t%s", n+1, states[n%len(states)], done, 40+n*97%3000, cost))
	}
	return strings.Join(lines, "\n")
}

// marks covers words of a text: each with a style and an address.
func marks(text string, emphasis ...any) []release.Mark {
	var list []release.Mark
	for ; len(emphasis) > 0; emphasis = emphasis[3:] {
		words := emphasis[0].(string)
		before, _, _ := strings.Cut(text, words)
		start := utf8.RuneCountInString(before)
		list = append(list, release.Mark{
			Start: start, End: start + utf8.RuneCountInString(words), Style: emphasis[1].(release.Style), Address: emphasis[2].(string),
		})
	}
	return release.Normalize(list, utf8.RuneCountInString(text))
}

// photograph puts a JPEG of a sky over a field into a set, and returns its hash.
func photograph(set picture.Set, width, height int) string {
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			shade := uint8(255 * y / height) //nolint:gosec // below 256
			dot := color.RGBA{R: shade / 2, G: 90 + shade/3, B: 220 - shade/4, A: 0xff}
			if (x-width/2)*(x-width/2)+(y-height/3)*(y-height/3) < width*width/64 {
				dot = color.RGBA{R: 0xf0, G: 0xd0, B: 0x60, A: 0xff}
			} else if y > height*2/3 {
				dot = color.RGBA{R: 60 + uint8(x%32), G: 110 + uint8((x+y)%32), B: 50, A: 0xff}
			}
			img.SetRGBA(x, y, dot)
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 88}); err != nil {
		panic(err)
	}
	return put(set, b.Bytes(), "image/jpeg", width, height)
}

// drawing puts a PNG that can be seen through in part into a set.
func drawing(set picture.Set, width, height int) string {
	img := image.NewNRGBA(image.Rect(0, 0, width, height))
	for x := range width {
		for y := range height {
			if (x/20+y/20)%2 == 0 {
				img.SetNRGBA(x, y, color.NRGBA{R: 0x1f, G: 0x4e, B: 0x8c, A: uint8(255 * x / width)}) //nolint:gosec // below 256
			}
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		panic(err)
	}
	return put(set, b.Bytes(), "image/png", width, height)
}

func put(set picture.Set, data []byte, kind string, width, height int) string {
	hash := fmt.Sprintf("%x", sha256.Sum256(data))
	set[hash] = picture.Picture{Data: data, Type: kind, Width: width, Height: height}
	return hash
}
