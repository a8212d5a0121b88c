package html

import (
	"strings"

	"golang.org/x/net/html"

	"communique/editor/regexp"
)

// longestSheet is how much of the style sheets of a page is read, in bytes.
const longestSheet = 200_000

// sheet is which classes and names a page's style sheet hides, and which it shows somewhere.
type sheet struct {
	length        int
	hidden, shown map[string]bool
}

var (
	remarks    = regexp.MustCompile(`(?s)/\*.*?\*/`)
	simple     = regexp.MustCompile(`^(?:[a-zA-Z][a-zA-Z0-9]*)?([.#][\p{L}\d_-]+)$`)
	classOrID  = regexp.MustCompile(`[.#][\p{L}\d_-]+`)
	showsAgain = regexp.MustCompile(`(?i)(?:^|[;\s])(?:display\s*:\s*(?:block|inline|flex|grid|table|list-item|initial|revert|unset)|visibility\s*:\s*visible)`)
)

// read takes the rules of a style sheet. Those for other media, «@media print», say nothing of the page as it is seen.
func (s *sheet) read(css string) {
	if s.length += len(css); s.length > longestSheet {
		return
	}
	if s.hidden == nil {
		s.hidden, s.shown = map[string]bool{}, map[string]bool{}
	}
	css = remarks.ReplaceAllString(css, " ")
	for css != "" {
		selectors, rest, ok := strings.Cut(css, "{")
		if !ok {
			return
		}
		if strings.HasPrefix(strings.TrimSpace(selectors), "@") {
			css = rest[blockEnd(rest):]
			continue
		}
		body, behind, _ := strings.Cut(rest, "}")
		s.rule(selectors, body)
		css = behind
	}
}

// blockEnd is where a block ends that is open at the start of a text.
func blockEnd(css string) int {
	depth := 1
	for i := range len(css) {
		switch css[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(css)
}

func (s *sheet) rule(selectors, body string) {
	hides, shows := unseen.MatchString(body), showsAgain.MatchString(body)
	if !hides && !shows {
		return
	}
	for selector := range strings.SplitSeq(selectors, ",") {
		if shows {
			for _, name := range classOrID.FindAllString(selector, -1) {
				s.shown[name] = true
			}
		} else if m := simple.FindStringSubmatch(strings.TrimSpace(selector)); m != nil {
			s.hidden[m[1]] = true
		}
	}
}

// hides reports whether the sheet lets nobody see an element.
func (s *sheet) hides(t html.Token) bool {
	if len(s.hidden) == 0 {
		return false
	}
	names := strings.Fields(attribute(t, "class"))
	for i := range names {
		names[i] = "." + names[i]
	}
	if id := attribute(t, "id"); id != "" {
		names = append(names, "#"+id)
	}
	hidden := false
	for _, name := range names {
		if s.shown[name] {
			return false
		}
		hidden = hidden || s.hidden[name]
	}
	return hidden
}
