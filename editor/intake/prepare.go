package intake

import (
	"communique/editor/intake/contact"
	"communique/editor/intake/gazetteer"
)

// WorthPreparing is how many bytes a source has that takes so long to unpack and to read that a second core is of use.
const WorthPreparing = 1 << 10

// searched is how many bytes a source has that has lines of so many kinds that most expressions are searched for.
const searched = 16 << 10

// Prepare loads what nearly every reading of a source of so many bytes looks up behind the first lines: how places and persons are declined, by
// what a line of contacts is known, and the expressions that lines are searched for. To read a long document takes less than all this: whoever
// has another core for it asks for it beside Read, which waits for no more than the part it needs.
func Prepare(size int) {
	gazetteer.At("Москва")
	contact.LinesIn(loadingContact)
	if size >= searched {
		_, _ = Read(Source{Data: []byte(loadingText)})
	}
}

// loadingContact is a line of contacts that all is asked for: whom it names, and how they are reached.
const loadingContact = "Пресс-секретарь Анна Петрова, тел. +7 (495) 000-00-00, доб. 131, press@example.org"

// loadingText is a release that most of what is asked of lines is asked for.
const loadingText = "Палата приняла план\n\nБишкек, 12 ноября 2025 года. Сегодня Палата приняла план работ.\n\nГости осмотрели залы.\n"
