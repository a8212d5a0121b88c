package intake

import (
	"communique/editor/intake/contact"
	"communique/editor/intake/dateline"
)

// Prepare loads what nearly every reading looks up behind the first lines: how places and persons are declined, and by what a line of contacts
// is known. To read a long document takes less than all this: whoever has another core for it asks for it beside Read, which waits for no more
// than the part it needs.
func Prepare() {
	dateline.PlaceAt("Москва")
	contact.LinesIn(loading)
}

// loading is a line of contacts that all is asked for: whom it names, and how they are reached.
const loading = "Пресс-секретарь Анна Петрова, тел. +7 (495) 000-00-00, доб. 131, press@example.org"
