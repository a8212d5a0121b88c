package mail

import (
	"encoding/base64"
	"fmt"
	"mime"
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
		if !isLetterOrDigit(r) && !strings.ContainsRune(" .-_", r) {
			return false
		}
	}
	return true
}

// longestValue is how much of a parameter's value stands in one line, so that the
// line has at most 78 characters (RFC 5322, 2.1.1).
const longestValue = 62

// extended writes a parameter in any script: whole where it is short (RFC 2231, 4),
// otherwise in numbered pieces, one a line (RFC 2231, 4.1).
func extended(name, value string) string {
	pieces := []string{"utf-8''"}
	for _, r := range value {
		escaped := escape(r)
		last := len(pieces) - 1
		if len(pieces[last])+len(escaped) > longestValue {
			pieces = append(pieces, escaped)
			continue
		}
		pieces[last] += escaped
	}
	if len(pieces) == 1 {
		return ";\r\n " + name + "*=" + pieces[0]
	}
	var b strings.Builder
	for i, piece := range pieces {
		fmt.Fprintf(&b, ";\r\n %s*%d*=%s", name, i, piece)
	}
	return b.String()
}

// escape writes a letter as a parameter's value may hold it.
func escape(r rune) string {
	if isLetterOrDigit(r) || r == '-' || r == '.' || r == '_' {
		return string(r)
	}
	var b strings.Builder
	for _, c := range []byte(string(r)) {
		fmt.Fprintf(&b, "%%%02X", c)
	}
	return b.String()
}

func isLetterOrDigit(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
}

// longestMediaType is the longest name a type may have (RFC 6838, 4.2).
const longestMediaType = 255

// mediaType returns the type of an attachment without its parameters. What is no
// type, or one whose bytes would be read as parts of the message, is just bytes.
func mediaType(value string) string {
	kind, _, err := mime.ParseMediaType(value)
	family, _, whole := strings.Cut(kind, "/")
	if err != nil || !whole || family == "multipart" || family == "message" || len(kind) > longestMediaType {
		return "application/octet-stream"
	}
	return kind
}
