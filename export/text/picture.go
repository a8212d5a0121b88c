package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/assets/translations"
	"communique/editor/release"
)

// Photo is what a picture is called where it is not seen.
func Photo(words translations.Wording) string { return words.Text("printed-photo") }

// Logo is what an organisation's logo is called, and what is said of it where it is not seen.
func Logo(org release.Organisation, words translations.Wording) (name, said string) {
	name = words.Text("printed-logo")
	if owner := OneLine(org.Name); owner != "" {
		return name, name + ": " + owner
	}
	return name, name
}

// Caption returns what stands below a picture: its caption, and who took it.
func Caption(picture release.Block, words translations.Wording) release.Line {
	line := tidied(picture.Text, picture.Marks, '\n')
	line.Text += Credit(picture, words)
	return linked(line)
}

// Credit returns what stands behind a picture's caption, with the sign that parts them:
// who took it. It is empty where nobody is named.
func Credit(picture release.Block, words translations.Wording) string {
	author := OneLine(picture.Author)
	if author == "" {
		return ""
	}
	caption := Tidy(picture.Text)
	credit := words.Text("printed-photo-credit", map[string]any{"Author": author})
	return strings.TrimPrefix(sentences(caption, credit), caption)
}

// Alternative returns what is said of a picture in its place: its alternative text,
// or its caption, or only that it is one.
func Alternative(picture release.Block, words translations.Wording) string {
	for _, said := range []string{picture.Alternative, picture.Text} {
		if said = OneLine(said); said != "" {
			return said
		}
	}
	return Photo(words)
}

// Placeholder returns what stands in the place of a picture whose file cannot: in
// brackets, that it is one, and what it shows.
func Placeholder(picture release.Block, words translations.Wording) string {
	photo := Photo(words)
	if shows := OneLine(picture.Alternative); shows != "" {
		photo += ": " + shows
	}
	return "[" + photo + "]"
}

// pictured returns a picture in words: "Фото: " with its caption and its author, and
// below what it shows.
func pictured(picture release.Block, words translations.Wording) []string {
	caption := strings.Split(spelled(tidied(picture.Text, picture.Marks, '\n')), "\n")
	last := len(caption) - 1
	caption[last] = sentences(caption[last], OneLine(picture.Author))
	shows := OneLine(picture.Alternative)
	if caption[0] == "" {
		caption[0], shows = shows, ""
	}
	caption[0] = strings.TrimSuffix(Photo(words)+": "+caption[0], ": ")
	if shows != "" {
		caption = append(caption, words.Text("printed-photo-shows", map[string]any{"Text": shows}))
	}
	return caption
}

// sentences joins two texts, with a full stop between them where the first ends in
// no sign of its own.
func sentences(first, second string) string {
	if first == "" || second == "" {
		return first + second
	}
	if last, _ := utf8.DecodeLastRuneInString(first); !strings.ContainsRune(".!?…:։。؟", last) {
		first += fullStop(last)
	}
	return first + " " + second
}

// fullStop is what ends a sentence whose last letter is that: in Armenian a point is a colon.
func fullStop(last rune) string {
	switch {
	case unicode.Is(unicode.Armenian, last):
		return "։"
	case unicode.Is(unicode.Han, last):
		return "。"
	}
	return "."
}
