package layout

import (
	"bytes"
	"image"
	_ "image/jpeg" // the two kinds of picture that a release shows
	_ "image/png"
)

// maxPixels is how many a photograph has at most: a small file can claim any number.
const maxPixels = 75_000_000

// IsPicture reports whether a file is a JPEG or a PNG that is there to its end.
func IsPicture(file []byte) bool {
	end := []byte("IEND")
	switch {
	case bytes.HasPrefix(file, []byte("\xff\xd8\xff")):
		end = []byte("\xff\xd9")
	case !bytes.HasPrefix(file, []byte("\x89PNG\r\n\x1a\n")):
		return false
	}
	if bytes.LastIndex(file, end) < 0 {
		return false
	}
	config, _, err := image.DecodeConfig(bytes.NewReader(file))
	return err == nil && config.Width > 0 && config.Height > 0 && config.Width <= maxPixels/config.Height
}
