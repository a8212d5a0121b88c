package library

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"time"
)

// MaxPicture is the largest file of a picture that a library takes, in bytes.
const MaxPicture = 50 << 20

// SpareLife is how long a picture that no release shows is kept: it may stand in a
// draft that is not saved yet, or come back by undoing.
const SpareLife = 24 * time.Hour

// PictureEnding returns how the name of a picture's file ends, ".jpg" or ".png"; ""
// for what is neither.
func PictureEnding(file []byte) string {
	switch {
	case bytes.HasPrefix(file, []byte("\xff\xd8\xff")):
		return ".jpg"
	case bytes.HasPrefix(file, []byte("\x89PNG\r\n\x1a\n")):
		return ".png"
	default:
		return ""
	}
}

// CheckPicture returns the *PictureError that a library refuses a file with; nil for one
// that it takes.
func CheckPicture(file []byte) error {
	if PictureEnding(file) == "" {
		return &PictureError{"type"}
	}
	if len(file) > MaxPicture {
		return &PictureError{"large"}
	}
	return nil
}

// PictureHash is what a release calls a picture: its SHA-256, in small hexadecimal letters.
func PictureHash(file []byte) string {
	sum := sha256.Sum256(file)
	return hex.EncodeToString(sum[:])
}
