// Package exporttest writes releases in the manner of real ones, to try the forms
// with: invented people, organisations and phone numbers, Russian as long as wanted.
package exporttest

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"communique/editor/release"
)

var (
	openings = []string{
		"В ходе встречи стороны обсудили вопросы дальнейшего развития сотрудничества в сфере коллективной безопасности",
		"Участники заседания рассмотрели ход выполнения решений, принятых на предыдущей сессии Совета содружества",
		"Генеральный секретарь подчеркнул, что учение проводится в строгом соответствии с планом совместной подготовки на текущий год",
		"Особое внимание было уделено противодействию терроризму, незаконному обороту наркотических средств и киберпреступности",
		"Председатель Постоянного совета проинформировал о подготовке к предстоящему заседанию Комитета секретарей советов безопасности",
	}
	endings = []string{
		"а также совершенствованию военно-технического сотрудничества государств – членов организации",
		"что отвечает интересам народов наших стран и способствует укреплению мира и стабильности в регионе",
		"с участием представителей Республики Армения, Республики Казахстан и Кыргызской Республики",
		"и выразил признательность за конструктивный обмен мнениями по международной проблематике",
		"в 2024–2025 годах, включая проведение «круглых столов» и научно-практических конференций",
	}
	speakers = []string{"Иван Пробный", "Айгуль Образцова", "Генеральный секретарь Совета содружества Пётр Примеров"}
)

// Release returns a release of about so many characters; the same seed gives the
// same one.
func Release(seed uint64, characters int) release.Release {
	random := rand.New(rand.NewPCG(seed, 5)) //nolint:gosec // it has to be the same each time
	pick := func(list []string) string { return list[random.IntN(len(list))] }
	sentence := func() string {
		return fmt.Sprintf("%s (пункт %d), %s. ", pick(openings), random.IntN(90)+1, pick(endings))
	}
	r := release.Release{
		Language: "ru", Kind: release.Meeting, Status: release.Issued, Number: fmt.Sprint(seed%900 + 1),
		Headline: "Состоялась встреча Генерального секретаря с Председателем Совета",
		Date:     release.Date{Year: 2024, Month: 9, Day: 11}, Place: "Бишкек",
		Lead: strings.TrimSpace("11 сентября 2024 года в г. Бишкеке " + strings.ToLower(sentence())),
		Contacts: []release.Contact{{
			Name: "Пётр Образцов", Post: "Пресс-секретарь", Organisation: "Совета содружества",
			Phones: []release.PhoneNumber{{Number: "+7-000-000-00-01", Kind: release.Phone}, {Number: "+7-000-000-00-02", Kind: release.PhoneFax}},
			Email:  "press@council.example", Site: "council.example",
		}},
	}
	for written := len([]rune(r.Lead)); written < characters; {
		b := release.Block{Kind: release.Paragraph}
		switch random.IntN(9) {
		case 0:
			b = release.Block{Kind: release.Quotation, Speaker: pick(speakers)}
		case 1:
			b = release.Block{Kind: release.Subheading, Text: "О совместных учениях"}
		}
		for b.Kind != release.Subheading && len([]rune(b.Text)) < 200+random.IntN(400) {
			b.Text += sentence()
		}
		b.Text = strings.TrimSpace(b.Text)
		written += len([]rune(b.Text))
		r.Blocks = append(r.Blocks, b)
	}
	if n := len(r.Blocks); n > 0 && r.Blocks[n-1].Kind == release.Subheading {
		r.Blocks = r.Blocks[:n-1]
	}
	r.Blocks = release.Numbered(r.Blocks)
	return r
}

// The lengths of a release of one page, and of one of three, in characters.
const (
	OnePage    = 1000
	ThreePages = 6000
)
