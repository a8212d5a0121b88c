package dateline

import (
	"communique/editor/regexp"
)

// ChangedLast says when a page was last changed.
var ChangedLast = regexp.MustCompile(`^(?i:(?:last )?(?:updated|modified|reviewed|changed)(?: on| at)?|обновлено|изменено|(?:дата )?(?:последнего )?(?:обновления|изменения))\s*:?\s+`)

// IsWhen reports whether a line says when and where, and nothing else.
func IsWhen(text string) bool { _, ok := Of(text, true); return ok }

// MaxLength is how long a line that says when and where is at most, in code points.
const MaxLength = 150
