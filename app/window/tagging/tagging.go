// Package tagging gives tags to releases.
package tagging

import (
	"strings"

	"communique/app/window/screen"
	"communique/assets/translations"
	"communique/editor/draft"
	"communique/editor/release"
)

// Params are what tagging needs.
type Params struct {
	screen.Base
	// Change changes releases, one after the other, and says in the end how many it
	// could. with reports whether it changed anything.
	Change func(ids []int64, with func(*draft.Session) bool, done func(count int))
}

// Ask asks for a tag and gives it to releases.
func Ask(p Params, ids []int64) {
	p.AskName(p.Text("marked-tag"), func(tag string) { Give(p, ids, tag) })
}

// Give gives a tag to releases.
func Give(p Params, ids []int64, tag string) {
	p.Change(ids, func(s *draft.Session) bool { return add(s, tag) }, func(done int) {
		p.Tell(translations.Plural("marked-tagged", done), false)
	})
}

// add gives a draft a tag and reports whether it had to.
func add(s *draft.Session, tag string) bool {
	had := s.Text(release.TagsField)
	for own := range strings.SplitSeq(had, ",") {
		if strings.TrimSpace(own) == tag {
			return false
		}
	}
	if strings.TrimSpace(had) != "" {
		tag = strings.TrimRight(had, ", ") + ", " + tag
	}
	return s.Set(release.TagsField, tag)
}
