package intake

import (
	"io"
	"os"
)

// Endings lists how the names of the files end that Read reads, in small letters.
func Endings() []string {
	return []string{".txt", ".text", ".md", ".docx", ".doc", ".odt", ".fodt", ".rtf", ".html", ".htm", ".eml", ".mht", ".mhtml", ".xml", ".rss", ".atom", ".nitf", ".json"}
}

// ReadAll reads an input to its end; one that is larger than any text is an *Error.
func ReadAll(from io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(from, MaxDocument+1))
	if err == nil && len(data) > MaxDocument {
		err = &Error{Reason: "too-large", Offset: MaxDocument}
	}
	return data, err
}

// ReadFile is ReadAll of a file that a person named.
func ReadFile(path string) ([]byte, error) {
	f, err := os.Open(path) //nolint:gosec // the person named the file
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // only read
	return ReadAll(f)
}
