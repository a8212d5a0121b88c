package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"slices"
)

// signature begins a PNG file.
const signature = "\x89PNG\r\n\x1a\n"

// kept are the chunks that make the picture (PNG, 11.2 and 11.3.1): what they hold
// is seen. Words, times, EXIF and colours' profiles stand in others.
var kept = []string{"IHDR", "PLTE", "tRNS", "IDAT", "IEND"}

var errDamaged = errors.New("the file is damaged")

// chunks is what a PNG file says of itself, and what is left when all is dropped
// that is no part of the picture.
type chunks struct {
	orientation int
	profile     []byte // ICC
	deep        bool   // 16 bits a channel
	interlaced  bool
	bare        []byte
}

// readChunks goes through a file once. What follows its end is no part of it.
func readChunks(file []byte) (chunks, error) {
	c := chunks{orientation: 1, bare: []byte(signature)}
	if !bytes.HasPrefix(file, []byte(signature)) {
		return c, errForeign
	}
	for at := len(signature); ; {
		if at+12 > len(file) {
			return c, errCut
		}
		length := int64(binary.BigEndian.Uint32(file[at:]))
		if length > int64(len(file)-at-12) {
			return c, errCut
		}
		name, content := string(file[at+4:at+8]), file[at+8:at+8+int(length)]
		end := at + 12 + len(content)
		if crc32.ChecksumIEEE(file[at+4:at+8+len(content)]) != binary.BigEndian.Uint32(file[end-4:]) {
			return c, errDamaged
		}
		c.take(name, content)
		if slices.Contains(kept, name) {
			c.bare = append(c.bare, file[at:end]...)
		}
		if at = end; name == "IEND" {
			return c, nil
		}
	}
}

func (c *chunks) take(name string, content []byte) {
	switch name {
	case "IHDR":
		if len(content) > 12 {
			c.deep, c.interlaced = content[8] == 16, content[12] != 0
		}
	case "eXIf":
		c.orientation = orientation(content)
	case "iCCP":
		if _, packed, found := bytes.Cut(content, []byte{0}); found && len(packed) > 1 {
			if unpacked, err := zlib.NewReader(bytes.NewReader(packed[1:])); err == nil {
				c.profile, _ = io.ReadAll(io.LimitReader(unpacked, maxProfile)) // what is cut is no profile
			}
		}
	}
}

// maxProfile is the longest profile that is read: those of screens and cameras have
// a few thousand bytes.
const maxProfile = 1 << 20
