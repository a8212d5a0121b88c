package oneline

import (
	"strings"

	"communique/editor/intake/repair"
	"communique/editor/regexp"
	"communique/editor/release"
)

// fromControl is a control at the start of a text of one line that nothing else begins with.
var fromControl = regexp.MustCompile(`^(?:Нажмите ["«]?Enter["»]? для перехода к содержанию|Нажмите для (?:предварительного )?просмотра изображения|Перейти к (?:основному )?содержанию|Перейти к навигации|Версия для слабовидящих|Обычная версия(?: сайта)?|Скопировать(?: ссылку)? (?:Еще|Ещё) новости|Скопировать ссылку|(?:\p{Lu}{3,}\s)?[AА]\+\s[AА][-–−])\s`)

// controlBehind is one behind the headline of a text of one line, and PieceOfWay a section on the way to a page: «Сегодня... | ».
var (
	controlBehind = regexp.MustCompile(`\s(?:Подписаться|Поделиться|(?:Прослушать|Слушать)(?: новость)?|Скопировать ссылку|Версия для печати)$`)
	PieceOfWay    = regexp.MustCompile(`^\p{Lu}[\p{L} ]{2,24}(?:\.\.\.|…)?\s?[|/>»›→·•]\s`)
)

// controlOff moves to the notes what can be pressed behind the headline of a text that came as one line.
func controlOff(r *release.Release) {
	at := controlBehind.FindStringIndex(r.Headline)
	if at == nil || !endsTitle(r.Headline[:at[0]]) {
		return
	}
	repair.SetAside(r, repair.AsideSite, oneLine(strings.TrimSpace(r.Headline[at[0]:])))
	r.Headline = r.Headline[:at[0]]
}

// FewestOver is of how many words a line over the lead is at least that is no heading of a part.
const FewestOver = 4
