package text

import (
	"strings"

	"communique/editor/release"
)

// kindNames are what documents are called: in Russian, in other languages.
var kindNames = map[release.Kind][2]string{
	release.Statement:      {"Заявление", "Statement"},
	release.Announcement:   {"Анонс", "Media advisory"},
	release.Congratulation: {"Поздравление", "Message of congratulation"},
	release.Condolence:     {"Соболезнование", "Message of condolence"},
	release.Comment:        {"Комментарий", "Comment"},
}

// Kind says what a document is, in capitals, with its number.
func Kind(r release.Release) string {
	pair, known := kindNames[r.Kind]
	if !known {
		pair = [2]string{"Пресс-релиз", "Press release"}
	}
	name, sign := pair[1], " No. "
	if r.Language == "ru" {
		name, sign = pair[0], " № "
	}
	name = strings.ToUpper(name)
	if number := OneLine(r.Number); number != "" {
		name += sign + number
	}
	return name
}
