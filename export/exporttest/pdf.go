package exporttest

import (
	"bytes"
	"compress/zlib"
	"io"
)

// Objects returns what a PDF packs in streams of objects, one behind the other: all that it says
// beside what pages draw, pictures, faces and its metadata.
func Objects(file []byte) []byte {
	var all []byte
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
		all = append(all, objects...)
	}
	return all
}

// Pages counts the pages of a PDF.
func Pages(file []byte) int { return bytes.Count(Objects(file), []byte("/Type /Page\n")) }
