package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"communique/editor/regexp"
)

// longestSheet is how much of the style sheets of a page is read, in bytes.
const longestSheet = 200_000

// sheet is which classes and names a page's style sheet hides, which it shows somewhere, and the classes that it sets above
// the line or below it.
type sheet struct {
	length        int
	hidden, shown map[string]bool
	raised        map[string]int
}

var (
	remarks    = regexp.MustCompile(`(?s)/\*.*?\*/`)
	simple     = regexp.MustCompile(`^(?:[a-zA-Z][a-zA-Z0-9]*)?([.#][\p{L}\d_-]+)$`)
	classOrID  = regexp.MustCompile(`[.#][\p{L}\d_-]+`)
	showsAgain = regexp.MustCompile(`(?i)(?:^|[;\s])(?:display\s*:\s*(?:block|inline|flex|grid|table|list-item|initial|revert|unset)|visibility\s*:\s*visible)`)
)

// elsewhere are conditions that a page on a wide screen does not meet, and rule is a rule within others.
var (
	elsewhere = regexp.MustCompile(`(?i)\b(?:print|speech|max-width)\b`)
	rule      = regexp.MustCompile(`([^{}]+)\{([^{}]*)\}`)
)

// read takes the rules of a style sheet. Those under a condition hide nothing, as it may not be met; what they show on a wide
// screen is seen.
func (s *sheet) read(css string) {
	if s.length += len(css); s.length > longestSheet {
		return
	}
	if s.hidden == nil {
		s.hidden, s.shown, s.raised = map[string]bool{}, map[string]bool{}, map[string]int{}
	}
	css = remarks.ReplaceAllString(css, " ")
	for css != "" {
		selectors, rest, ok := strings.Cut(css, "{")
		if !ok {
			return
		}
		if strings.HasPrefix(strings.TrimSpace(selectors), "@") {
			end := blockEnd(rest)
			if !elsewhere.MatchString(selectors) {
				for _, m := range rule.FindAllStringSubmatch(rest[:end], -1) {
					s.shows(m[1], m[2])
				}
			}
			css = rest[end:]
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
	raised := 0
	if strings.Contains(body, "vertical-align") {
		raised = styled(body).raised
	}
	hides := !s.shows(selectors, body) && unseen.MatchString(body)
	if !hides && raised == 0 {
		return
	}
	for selector := range strings.SplitSeq(selectors, ",") {
		m := simple.FindStringSubmatch(strings.TrimSpace(selector))
		switch {
		case m == nil:
		case hides:
			s.hidden[m[1]] = true
		default:
			s.raised[m[1]] = raised
		}
	}
}

// shows takes a rule that shows something, which another may hide; false where it shows nothing.
func (s *sheet) shows(selectors, body string) bool {
	if !showsAgain.MatchString(body) {
		return false
	}
	for _, name := range classOrID.FindAllString(selectors, -1) {
		s.shown[name] = true
	}
	return true
}

// raises is where the sheet sets a span's letters: 1 above the line, -1 below it.
func (s *sheet) raises(t html.Token) int {
	if len(s.raised) == 0 || t.DataAtom != atom.Span {
		return 0
	}
	return s.raised["."+attribute(t, "class")]
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
