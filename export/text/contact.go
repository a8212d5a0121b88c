package text

import (
	"strings"

	"communique/editor/release"
)

// footer is the rule, no longer than a line may be, and the contacts.
func footer(r release.Release, width int) []string {
	blocks := contactBlocks(r)
	if len(blocks) == 0 {
		return nil
	}
	rule := Rule
	if width > 0 {
		rule = rule[:min(width, len(rule))]
	}
	return []string{rule + "\n" + strings.Join(blocks, "\n\n")}
}

func contactBlocks(r release.Release) []string {
	var blocks []string
	for _, c := range r.Contacts {
		if lines := ContactLines(c, r.Language); len(lines) > 0 {
			blocks = append(blocks, strings.Join(lines, "\n"))
		}
	}
	return blocks
}

// ContactLines returns a contact as the footer shows it: post, organisation
// and name in one line, then one phone a line, then mail and site.
func ContactLines(c release.Contact, language string) []string {
	var lines []string
	lines = appendLine(lines, strings.Join(nonEmpty(c.Post, c.Organisation, c.Name), " "))
	for _, p := range c.Phones {
		lines = appendLine(lines, PhoneLine(p, language))
	}
	lines = appendLine(lines, c.Email)
	return appendLine(lines, c.Site)
}

func appendLine(lines []string, line string) []string {
	if line = Clean(line); line != "" {
		lines = append(lines, line)
	}
	return lines
}

func nonEmpty(texts ...string) []string {
	var some []string
	for _, text := range texts {
		if text != "" {
			some = append(some, text)
		}
	}
	return some
}

// PhoneLine returns a number with what answers there.
func PhoneLine(p release.PhoneNumber, language string) string {
	names := map[release.PhoneKind][2]string{ // Russian, other languages
		release.Mobile:   {"моб.", "mobile"},
		release.Fax:      {"факс", "fax"},
		release.PhoneFax: {"тел./факс", "phone/fax"},
	}
	pair, named := names[p.Kind]
	switch {
	case !named:
		return p.Number
	case language == "ru":
		return p.Number + " (" + pair[0] + ")"
	default:
		return p.Number + " (" + pair[1] + ")"
	}
}
