package mail

import (
	"encoding/base64"
	"fmt"
	"strings"
)

// encodedWords writes text for a header (RFC 2047): as it is where it is short and
// plain, otherwise as words of at most 75 characters, one a line. Nothing of it can
// begin another header or be decoded a second time.
func encodedWords(content string) string {
	if isPlain(content) {
		return content
	}
	const most = 42 // bytes, which base64 makes 56 of
	var lines []string
	chunk := ""
	for _, r := range content {
		if len(chunk)+len(string(r)) > most {
			lines = append(lines, encodedWord(chunk))
			chunk = ""
		}
		chunk += string(r)
	}
	return strings.Join(append(lines, encodedWord(chunk)), "\r\n ")
}

func encodedWord(content string) string {
	return "=?utf-8?B?" + base64.StdEncoding.EncodeToString([]byte(content)) + "?="
}

// isPlain reports whether text needs no encoding: short, and made of letters,
// digits and marks that mean nothing in a header.
func isPlain(content string) bool {
	if len(content) > 60 {
		return false
	}
	for _, r := range content {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
		if !letter && !strings.ContainsRune(" .-_", r) {
			return false
		}
	}
	return true
}

// extended writes the value of a parameter in any script (RFC 2231, 4).
func extended(value string) string {
	var b strings.Builder
	b.WriteString("utf-8''")
	for _, c := range []byte(value) {
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '.' || c == '_' {
			b.WriteByte(c)
			continue
		}
		fmt.Fprintf(&b, "%%%02X", c)
	}
	return b.String()
}
