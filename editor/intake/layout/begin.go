package layout

import (
	"strings"

	"communique/editor/plain"
)

// pieceLength is how much of a piece is told, in code points.
const pieceLength = 80

// Begin returns the first words of a text: of its first line, with "…" where more follow.
func Begin(text string) string {
	text, _, _ = strings.Cut(strings.TrimSpace(plain.Lines(text)), "\n")
	letters := []rune(text)
	if len(letters) <= pieceLength {
		return text
	}
	cut := string(letters[:pieceLength])
	if at := strings.LastIndexByte(cut, ' '); at > 0 {
		cut = cut[:at]
	}
	return cut + "…"
}
