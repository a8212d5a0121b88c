package text

import (
	"communique/assets/translations"
	"communique/editor/release"
)

// kindNames name what documents are called; any other is a press release.
var kindNames = map[release.Kind]string{
	release.Statement:      "printed-statement",
	release.Announcement:   "printed-announcement",
	release.Congratulation: "printed-congratulation",
	release.Condolence:     "printed-condolence",
	release.Comment:        "printed-comment",
}

// Kind says what a document is, in capitals where its letters have any, with its number.
func Kind(r release.Release, words translations.Wording) string {
	name := "printed-press-release"
	if own, known := kindNames[r.Kind]; known {
		name = own
	}
	kind := words.Text(name)
	if number := OneLine(r.Number); number != "" {
		kind = words.Text("printed-number", map[string]any{"Kind": kind, "Number": number})
	}
	return kind
}
