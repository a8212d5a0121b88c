package picture

import (
	"bytes"
	"fmt"
	"image"
	_ "image/jpeg" // its configuration
	"image/png"

	"communique/export/picture/baseline"
)

// Source is a picture's file, to be made ready in as many sizes as are wanted: it is
// decoded once, when first a size needs it. It is for one goroutine.
type Source struct {
	width, height int
	kind          string // jpeg or png
	perPixel      int    // bytes that a pixel takes while it is decoded
	orientation   int
	colours       *colours    // nil where they are a screen's already
	data          []byte      // what is to be decoded
	bare          []byte      // what may leave as it is; nil for nothing
	decoded       image.Image // nil until a size needs it
	written       Picture     // the last one that was written anew
}

// Open reads what a file says of its picture. Every error is an *Error.
func Open(file []byte) (*Source, error) {
	s, err := open(file)
	if err != nil {
		return nil, &Error{err}
	}
	return s, nil
}

func open(file []byte) (*Source, error) {
	config, kind, err := image.DecodeConfig(bytes.NewReader(file))
	if err != nil {
		return nil, err
	}
	s := &Source{width: config.Width, height: config.Height, kind: kind}
	if kind == "jpeg" {
		s.perPixel, err = s.jpeg(file)
	} else {
		s.perPixel, err = s.png(file)
	}
	if err != nil {
		return nil, err
	}
	if min(s.width, s.height) <= 0 || max(s.width, s.height) > maxSide || s.width > maxMemory/s.perPixel/s.height {
		return nil, fmt.Errorf("%d × %d pixels are too many", s.width, s.height)
	}
	return s, nil
}

// jpeg returns how many bytes a pixel takes while it is decoded.
func (s *Source) jpeg(file []byte) (perPixel int, err error) {
	found, err := readSegments(file)
	if err != nil {
		return 0, err
	}
	s.orientation, s.data = found.orientation, file
	if found.components == 3 {
		s.colours = readColours(found.profile)
	}
	if found.plain() {
		s.data = found.bare
		if found.ended {
			s.bare = found.bare
		}
	}
	perPixel = found.components
	if found.progressive { // its coefficients are kept beside its pixels
		perPixel *= 5
	}
	return max(perPixel, 1), nil
}

func (s *Source) png(file []byte) (perPixel int, err error) {
	found, err := readChunks(file)
	if err != nil {
		return 0, err
	}
	s.orientation, s.data, s.colours = found.orientation, found.bare, readColours(found.profile)
	if !found.deep && !found.interlaced { // painters of pages refuse both
		s.bare = found.bare
	}
	if found.deep {
		return 8, nil
	}
	return 4, nil
}

// Memory returns about how many bytes it takes to make a size ready: none where the
// file's own data may leave.
func (s *Source) Memory(longest int) int64 {
	if s.mayLeave(longest) {
		return 0
	}
	return int64(s.width) * int64(s.height) * int64(s.perPixel)
}

// Check returns the *Error that Prepare would, and makes nothing ready.
func (s *Source) Check(longest int) error {
	if s.mayLeave(longest) {
		return nil
	}
	_, err := s.decode()
	return err
}

// Prepare returns the picture, its longest side no longer than longest pixels. Every
// error is an *Error.
func (s *Source) Prepare(longest int) (Picture, error) {
	if s.mayLeave(longest) {
		return Picture{s.bare, "image/" + s.kind, s.width, s.height}, nil
	}
	if s.written.Data != nil && max(s.written.Width, s.written.Height) == min(longest, max(s.width, s.height)) {
		return s.written, nil
	}
	img, err := s.decode()
	if err != nil {
		return Picture{}, err
	}
	if s.written, err = s.write(img, longest); err != nil {
		return Picture{}, &Error{err}
	}
	return s.written, nil
}

// mayLeave reports whether the file's own data are the picture in a size.
func (s *Source) mayLeave(longest int) bool {
	return s.bare != nil && s.orientation == 1 && s.colours == nil && max(s.width, s.height) <= longest
}

func (s *Source) decode() (image.Image, error) {
	if s.decoded == nil {
		read := baseline.Decode
		if s.kind == "png" {
			read = func(file []byte) (image.Image, error) { return png.Decode(bytes.NewReader(file)) }
		}
		img, err := read(s.data)
		if err != nil {
			return nil, &Error{err}
		}
		s.decoded = img
	}
	return s.decoded, nil
}

// write makes a file of what was decoded, which stays as it is.
func (s *Source) write(img image.Image, longest int) (p Picture, err error) {
	img = shrunk(img, longest)
	if s.colours != nil {
		packed := packed(img)
		s.colours.convert(packed)
		img = packed
	}
	img = turned(img, s.orientation)
	p = Picture{Type: "image/" + s.kind, Width: img.Bounds().Dx(), Height: img.Bounds().Dy()}
	if s.kind == "jpeg" {
		p.Data, err = baseline.Encode(img, quality)
		return p, err
	}
	var file bytes.Buffer
	err = png.Encode(&file, img)
	p.Data = file.Bytes()
	return p, err
}
