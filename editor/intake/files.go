package intake

import (
	"bytes"
	"io"
	"os"
)

// Endings lists how the names of the files end that Read reads, in small letters.
func Endings() []string {
	return []string{".txt", ".text", ".md", ".docx", ".doc", ".odt", ".fodt", ".rtf", ".pdf", ".html", ".htm", ".eml", ".mht", ".mhtml", ".xml", ".rss", ".atom", ".nitf", ".json"}
}

// ReadAll reads an input to its end; one that is larger than any text is an *Error.
func ReadAll(from io.Reader) ([]byte, error) {
	var all bytes.Buffer
	all.Grow(sizeOf(from) + bytes.MinRead)
	_, err := all.ReadFrom(io.LimitReader(from, MaxDocument+1))
	if err == nil && all.Len() > MaxDocument {
		err = &Error{Reason: "too-large", Offset: MaxDocument}
	}
	return all.Bytes(), err
}

// sizeOf is how much of an input there will be, where it is a file; 0 where nothing tells.
func sizeOf(from io.Reader) int {
	f, isFile := from.(*os.File)
	if !isFile {
		return 0
	}
	info, err := f.Stat()
	if err != nil {
		return 0
	}
	return int(min(info.Size(), MaxDocument))
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
