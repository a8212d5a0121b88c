package layout

import (
	"strconv"
	"strings"
)

// styleNames are Word's own names of styles and LibreOffice's, small and without spaces,
// in English and as Russian programs that translate them have them.
var styleNames = map[string]Kind{
	"subtitle": Subtitle, "подзаголовок": Subtitle,
	"quote": Quotation, "intensequote": Quotation, "quotations": Quotation, "blocktext": Quotation, "цитата": Quotation, "выделеннаяцитата": Quotation,
	"quotespeaker": Speaker,
	"caption":      Caption, "названиеобъекта": Caption, "подпись": Caption, "imagecaption": Caption,
	"boilerplate": About, "contact": Contact,
	"listbullet": Item, "listnumber": Item,
}

// Style tells what a paragraph is by the name of its style, as Word and LibreOffice have
// it; kind is "" for a name that says nothing of it. level is that of a Heading.
func Style(name string) (kind Kind, level int) {
	name = strings.ReplaceAll(strings.ToLower(name), " ", "")
	switch name {
	case "title", "название", "заголовокдокумента":
		return Heading, 1
	}
	for _, heading := range []string{"heading", "заголовок", ""} {
		if rest, ok := strings.CutPrefix(name, heading); ok {
			if n, err := strconv.Atoi(rest); err == nil && n >= 1 && n <= 9 {
				return Heading, n
			}
		}
	}
	return styleNames[name], 0
}
