package contact

import (
	"strings"

	"communique/editor/regexp"
)

var (
	// picturesOf are the small pictures that stand in the place of words for how somebody is reached, and pictures are all such.
	picturesOf = strings.NewReplacer("\uFE0F", "", "\u20E3", "", "☎", " tel. ", "📞", " tel. ", "✆", " tel. ", "📱", " mob. ", "📲", " mob. ", "📠", " fax ", "✉", " ", "📧", " ", "📩", " ", "📨", " ")
	pictures   = regexp.MustCompile(`[\x{2600}-\x{27BF}\x{1F300}-\x{1FAFF}]`)
	// bullets begin a line of a list.
	bullets = regexp.MustCompile(`^[\x{25A0}-\x{25FF}•·►→]+\s+`)
)

// withoutPictures is a line with words for the small pictures before numbers, and without others: «📞 +7 …», «👤 Анна Пробная».
func withoutPictures(text string) string {
	if len(text) > longestLine {
		return text
	}
	text = bullets.ReplaceAllString(text, "")
	if !pictures.MatchString(text) {
		return text
	}
	return strings.TrimSpace(pictures.ReplaceAllString(picturesOf.Replace(text), " "))
}
