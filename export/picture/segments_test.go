package picture

import (
	"bytes"
	"errors"
	"image"
	"image/png"
	"strings"
	"testing"
)

// TestBrokenFiles: pieces in an order that no file has, or that break off.
func TestBrokenFiles(t *testing.T) {
	for name, c := range map[string]struct {
		file string
		want error
	}{
		"no JPEG":             {"\xff\xd9\xff\xda", errForeign},
		"a short one":         {"\xff\xd8\xff", errForeign},
		"ended at once":       {"\xff\xd8\xff\xd9", errCut},
		"a restart outside":   {"\xff\xd8\xff\xd0\x00\x00", errForeign},
		"no marker":           {"\xff\xd8\x00\x00\x00\x00", errForeign},
		"a marker below":      {"\xff\xd8\xff\xbf\x00\x02", errForeign},
		"no length":           {"\xff\xd8\xff\xdb\x00", errCut},
		"a length of nothing": {"\xff\xd8\xff\xdb\x00\x01", errCut},
		"longer than it is":   {"\xff\xd8\xff\xdb\x00\x05ab", errCut},
		"fill bytes, the end": {"\xff\xd8\xff\xff\xff\xdb\x00\x02\xff\xd9", errCut},
	} {
		if _, err := readSegments([]byte(c.file)); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	whole := "\xff\xd8\xff\xff\xdb\x00\x03a\xff\xda\x00\x03b12\xff\x0034\xff\xd05\xff\xff\xd9tail"
	s, err := readSegments([]byte(whole))
	if want := "\xff\xd8" + string(jfif) + "\xff\xdb\x00\x03a\xff\xda\x00\x03b12\xff\x0034\xff\xd05\xff\xff\xd9"; err != nil || !s.ended || strings.ReplaceAll(string(s.bare), "\xff\xff", "\xff") != strings.ReplaceAll(want, "\xff\xff", "\xff") {
		t.Errorf("got %q, %v, %v", s.bare, s.ended, err)
	}
	for name, c := range map[string]struct {
		file string
		want error
	}{
		"no PNG": {"GIF89a", errForeign}, "the signature alone": {signature, errCut}, "a length beyond": {signature + "\x00\x00\x00\x09IEND\x00\x00\x00\x00", errCut},
		"a wrong sum": {signature + "\x00\x00\x00\x00IEND\x00\x00\x00\x00", errDamaged},
	} {
		if _, err := readChunks([]byte(c.file)); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestHowColoursAreMeant: what a JPEG's segments say of them, and whether all readers
// agree on it.
func TestHowColoursAreMeant(t *testing.T) {
	frame := func(names string) []byte {
		return []byte{8, 0, 1, 0, 1, 3, names[0], 0x11, 0, names[1], 0x11, 0, names[2], 0x11, 0}
	}
	for name, c := range map[string]struct {
		segments func(s *segments)
		plain    bool
	}{
		"numbered":          {func(s *segments) { s.take(0xc0, frame("\x01\x02\x03")) }, true},
		"named":             {func(s *segments) { s.take(0xc0, frame("RGB")) }, false},
		"named, by JFIF":    {func(s *segments) { s.take(0xc0, frame("RGB")); s.take(markAPP0, []byte("JFIF\x00\x01\x01")) }, true},
		"named, by another": {func(s *segments) { s.take(0xc0, frame("RGB")); s.take(markAPP0, []byte("JFXX\x00\x01\x01")) }, false},
		"named in part":     {func(s *segments) { s.take(0xc0, frame("RG\x03")) }, true},
		"by Adobe":          {func(s *segments) { s.take(0xc0, frame("\x01\x02\x03")); s.take(markAPP14, []byte("Adobe\x00d")) }, false},
		"by somebody else":  {func(s *segments) { s.take(0xc0, frame("\x01\x02\x03")); s.take(markAPP14, []byte("Other\x00d")) }, true},
		"of 12 bits":        {func(s *segments) { s.take(0xc1, append([]byte{12}, frame("\x01\x02\x03")[1:]...)) }, false},
		"grey":              {func(s *segments) { s.take(0xc0, []byte{8, 0, 1, 0, 1, 1, 1, 0x11, 0}) }, true},
		"of four inks": {func(s *segments) {
			s.take(0xc0, []byte{8, 0, 1, 0, 1, 4, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 4, 0x11, 0})
		}, false},
		"of no frame": {func(*segments) {}, false},
	} {
		var s segments
		if c.segments(&s); s.plain() != c.plain {
			t.Errorf("%s: %+v", name, s)
		}
	}
	for marker, want := range map[byte]bool{0xc0: false, 0xc1: false, 0xc2: true} {
		var s segments
		if s.take(marker, frame("\x01\x02\x03")); s.progressive != want {
			t.Errorf("%x: %+v", marker, s)
		}
	}
	for img, want := range map[image.Image]int{image.NewGray(image.Rect(0, 0, 3, 3)): 4, image.NewNRGBA64(image.Rect(0, 0, 3, 3)): 8} {
		var file bytes.Buffer
		if err := png.Encode(&file, img); err != nil {
			t.Fatal(err)
		}
		var s Source
		if perPixel, err := s.png(file.Bytes()); err != nil || perPixel != want || (s.bare != nil) != (want == 4) {
			t.Errorf("%T takes %d bytes a pixel, %v", img, perPixel, err)
		}
	}
}
