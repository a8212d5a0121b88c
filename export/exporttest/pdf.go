package exporttest

import (
	"bytes"
	"compress/zlib"
	"io"
)

// Pages counts the pages of a PDF, whose objects lie packed in others.
func Pages(file []byte) int {
	pages := 0
	for _, part := range bytes.Split(file, []byte("/Type /ObjStm "))[1:] {
		_, packed, _ := bytes.Cut(part, []byte("\nstream\n"))
		unpacked, err := zlib.NewReader(bytes.NewReader(packed))
		if err != nil {
			continue
		}
		objects, err := io.ReadAll(unpacked)
		if err != nil {
			continue
		}
		pages += bytes.Count(objects, []byte("/Type /Page\n"))
	}
	return pages
}
