package layout

import (
	"net/url"
	"slices"
	"strings"
	"unicode"

	"communique/editor/release"
)

// Address returns where a link of a document leads, where it is one that a release may
// have: a web or a mail address. known is false for one that leads elsewhere, and true
// for none at all, for a place in the document and for a telephone, whose number is read.
func Address(given string) (address string, known bool) {
	given = strings.TrimSpace(given)
	if given == "" || strings.HasPrefix(given, "#") {
		return "", true
	}
	if strings.ContainsFunc(given, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }) {
		return "", false
	}
	u, err := url.Parse(given)
	if err != nil {
		return "", false
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		return given, u.Host != ""
	case "mailto":
		return given, strings.Contains(u.Opaque, "@")
	case "tel":
		return "", true
	}
	return "", false
}

// WhollyBold reports whether every letter of a text is marked bold.
func WhollyBold(text string, marks []release.Mark) bool { return wholly(text, marks, release.Bold) }

// WhollyItalic reports whether every letter of a text is marked italic.
func WhollyItalic(text string, marks []release.Mark) bool { return wholly(text, marks, release.Italic) }

func wholly(text string, marks []release.Mark, style release.Style) bool {
	marks = slices.DeleteFunc(slices.Clone(marks), func(m release.Mark) bool { return m.Style != style })
	said := false
	at := -1
	for _, r := range text {
		at++
		for len(marks) > 0 && marks[0].End <= at {
			marks = marks[1:]
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			if said = true; len(marks) == 0 || at < marks[0].Start {
				return false
			}
		}
	}
	return said
}

// Without returns the marks that are not of a style.
func Without(marks []release.Mark, style release.Style) []release.Mark {
	var rest []release.Mark
	for _, m := range marks {
		if m.Style != style {
			rest = append(rest, m)
		}
	}
	return rest
}
