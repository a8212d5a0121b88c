package contact

import (
	"strings"
	"unicode/utf8"

	"communique/editor/intake/layout"
	"communique/editor/regexp"
	"communique/editor/release"
)

// gluedLabel is what a form says of a contact, run onto the line before it: "… DetailsContact Name: Ann Example".
var gluedLabel = regexp.MustCompile(`[\p{L}\d.)/]((?:(?:Contact|Company|Job|Media) )?(?:Name|E-?mail|Phone|Tel|Telephone|Mobile|Fax|Website|City/Country|City|Country|Address|Title|Position|Organi[sz]ation|Company)(?: (?:[Nn]ame|[Aa]ddress|[Nn]umber))?\s?:|` +
	`(?:Контактное лицо|ФИО|Имя|Должность|Организация|Телефоны?|Тел\.|Моб\.|Мобильный|Факс|Почта|Эл\. почта|Электронная почта|E-mail|Email|Сайт|Адрес|Telegram|Телеграм)\s?:)`)

// fewestLabels are run together where a page lost the ends of its lines, and not by a slip.
const fewestLabels = 2

// Unglued gives the lines of contacts back that a page or a paste ran together.
func Unglued(all []layout.Paragraph) []layout.Paragraph {
	var lines []layout.Paragraph
	for _, p := range all {
		var labels [][]int
		if p.Kind == layout.Text && strings.Count(p.Text, ":") >= fewestLabels {
			labels = gluedLabel.FindAllStringSubmatchIndex(p.Text, -1)
		}
		if len(labels) < fewestLabels || !email.MatchString(p.Text) && !number.MatchString(p.Text) {
			lines = append(lines, p)
			continue
		}
		from := 0
		for i := range len(labels) + 1 {
			until := len(p.Text)
			if i < len(labels) {
				until = labels[i][2]
			}
			one := p
			one.Text, one.Marks = release.Piece(p.Text, p.Marks, utf8.RuneCountInString(p.Text[:from]), utf8.RuneCountInString(p.Text[:until]))
			one.Apart, one.Begins = p.Apart && i == 0, p.Begins && i == 0
			lines = append(lines, one)
			from = until
		}
	}
	return lines
}
