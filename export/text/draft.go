package text

import (
	"communique/assets/translations"
	"communique/editor/release"
)

// Draft returns the word that marks a release which is not issued yet, and nothing for one
// that is.
func Draft(r release.Release, words translations.Wording) string {
	if r.Status == release.Issued {
		return ""
	}
	return words.Text("printed-draft")
}
