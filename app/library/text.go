package library

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"reflect"
	"strings"

	"github.com/google/uuid"

	"communique/editor/release"
)

// Encode returns the TOML form of a release, which is what stores keep of it. What could
// not be read again as it stands is not stored: its error says why.
func Encode(r release.Release) ([]byte, error) { return EncodeRead(r, nil) }

// EncodeRead is Encode of a release that release.Decode has read from a text, and that was given at most a
// UUID since. Where its form is that very text, it can be read, for it was.
func EncodeRead(r release.Release, from []byte) ([]byte, error) {
	text, err := r.Encode()
	if err != nil {
		return nil, err
	}
	if isBut(text, from, "uuid = \""+r.UUID+"\"\n") {
		return text, nil
	}
	if again, err := release.DecodeOwn(text); err != nil {
		return nil, err
	} else if !reflect.DeepEqual(again, r) {
		if _, err := release.Parse(text); err != nil {
			return nil, err
		}
	}
	return text, nil
}

// isBut reports whether text is another, or would be without a line.
func isBut(text, other []byte, line string) bool {
	if bytes.Equal(text, other) {
		return true
	}
	at := 1 + bytes.Index(text, []byte("\n"+line))
	return at > 0 && len(text) == len(other)+len(line) && bytes.Equal(text[:at], other[:at]) && bytes.Equal(text[at+len(line):], other[at:])
}

// space is the name space of the UUIDs that follow from what is said.
const space = "7d0c7f0e-52f5-4f0b-9d0a-0f1c6d4e8a35"

// Identity returns the UUID of a release that comes without one. It follows from the
// words (fingerprint) and the date, so that a file brought into two libraries is one release in
// both. Where the words are too few to tell releases apart, all of its TOML form counts.
func Identity(fingerprint int64, day string, text []byte) string {
	if fingerprint == 0 {
		return Following(string(text))
	}
	return Following(fmt.Sprintf("%d %s", fingerprint, day))
}

// Identified returns a release with a UUID: its own, or where it comes without one its Identity.
func Identified(r release.Release, fingerprint int64) (release.Release, error) {
	if r.UUID != "" {
		return r, nil
	}
	var text []byte
	if fingerprint == 0 { // nothing else asks for it
		var err error
		if text, err = r.Encode(); err != nil {
			return r, err
		}
	}
	r.UUID = Identity(fingerprint, r.Date.String(), text)
	return r, nil
}

// Following returns the UUID, of version 8 in RFC 9562, that follows from a text.
func Following(text string) string {
	return uuid.NewHash(sha256.New(), uuid.MustParse(space), []byte(text), 8).String()
}

// fingerprint is alike for texts with the same words, whatever their date,
// place and punctuation. A text of a few words has none: "Без названия" is no
// duplicate of another.
func fingerprint(folded string) int64 {
	const fewest = 8 // words
	if strings.Count(folded, " ") < fewest {
		return 0
	}
	sum := sha256.New()
	_, _ = io.WriteString(sum, folded) // a hash takes everything
	return int64(binary.BigEndian.Uint64(sum.Sum(nil)) >> 1)
}
