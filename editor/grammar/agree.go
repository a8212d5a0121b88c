package grammar

import "strings"

// Enumerate joins a list as a sentence does: «А, Б и В».
func Enumerate(items []string, and string) string {
	switch n := len(items); n {
	case 0:
		return ""
	case 1:
		return items[0]
	default:
		return strings.Join(items[:n-1], ", ") + " " + and + " " + items[n-1]
	}
}
