package draft

import "strings"

// formatTags shows tags parted by commas. A comma within a tag, and a backslash, has
// a backslash before it.
func formatTags(tags []string) string {
	shown := make([]string, len(tags))
	for i, tag := range tags {
		shown[i] = strings.NewReplacer(escape, escape+escape, ",", escape+",").Replace(tag)
	}
	return strings.Join(shown, ", ")
}

// parseTags reads what formatTags shows; what is left empty is no tag.
func parseTags(text string) []string {
	var tags []string
	var tag strings.Builder
	flush := func() {
		if t := strings.TrimSpace(tag.String()); t != "" {
			tags = append(tags, t)
		}
		tag.Reset()
	}
	escaped := false
	for _, r := range text {
		switch {
		case !escaped && r == '\\':
			escaped = true
			continue
		case !escaped && r == ',':
			flush()
			continue
		case escaped && r != ',' && r != '\\':
			tag.WriteString(escape)
		}
		tag.WriteRune(r)
		escaped = false
	}
	if escaped {
		tag.WriteString(escape)
	}
	flush()
	return tags
}
