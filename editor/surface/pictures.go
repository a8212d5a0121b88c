package surface

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// keptPictures is how many pictures are kept; others are loaded again when they are
// seen.
const keptPictures = 12

// pictures are those that were asked for.
type pictures struct {
	known map[string]*picture
	use   int // counts what was drawn
}

type picture struct {
	pixels  image.Image // nil until it is loaded, or where it is not there
	natural image.Point // its size as loaded; 0 where that is not known
	column  int         // the width of the column it was asked for; 0 to ask again
	used    int
}

// pictureSize is how large a picture stands in the column, in pixels; 0 until it is
// loaded.
func (s *Surface) pictureSize(hash string) (width, height int) {
	p := s.pictures.known[hash]
	if p == nil || p.natural.X == 0 {
		return 0, 0
	}
	width = min(p.natural.X, s.column.measures.column)
	return width, max(1, p.natural.Y*width/p.natural.X)
}

// drawPhoto draws a picture, or the ground of one that is not there yet.
func (s *Surface) drawPhoto(b seen) {
	v := &s.view
	p := s.loaded(b.photo.hash)
	s.pictures.use++
	p.used = s.pictures.use
	if p.pixels == nil {
		b.photo.shown = nil
		v.put(&v.rects, v.left, b.y, b.photo.width, b.photo.height, s.colours.line)
		return
	}
	if b.photo.shown == nil || b.photo.shown.Image != p.pixels {
		b.photo.shown = canvas.NewImageFromImage(p.pixels)
		b.photo.shown.FillMode = canvas.ImageFillStretch
	}
	b.photo.shown.Move(fyne.NewPos(v.unit(v.left), v.unit(b.y)))
	b.photo.shown.Resize(fyne.NewSize(v.unit(b.photo.width), v.unit(b.photo.height)))
	v.objects = append(v.objects, b.photo.shown)
}

// loaded returns a picture as far as it is loaded, and has it loaded.
func (s *Surface) loaded(hash string) *picture {
	p := s.pictures.known[hash]
	if p == nil {
		p = &picture{}
		s.pictures.known[hash] = p
	}
	width := s.column.measures.column
	if p.column == width || s.params.Picture == nil || hash == "" {
		return p
	}
	p.column = width
	s.dropPicture()
	s.params.Picture(hash, width, width, func(i image.Image) {
		if i != nil && !i.Bounds().Empty() && s.pictures.known[hash] == p && p.column == width {
			p.pixels, p.natural = i, i.Bounds().Size()
			s.relayoutPictures(hash)
		}
	})
	return p
}

// relayoutPictures lays the blocks out anew that show a picture.
func (s *Surface) relayoutPictures(hash string) {
	for _, b := range s.column.blocks {
		if b.photo != nil && b.photo.hash == hash {
			s.column.relayout(b)
		}
	}
	s.show()
}

// dropPicture lets the picture go that was not seen for the longest time, where there
// are too many. Its size is kept, so that nothing moves.
func (s *Surface) dropPicture() {
	shown := 0
	var oldest *picture
	for _, p := range s.pictures.known {
		if p.pixels != nil {
			if shown++; oldest == nil || p.used < oldest.used {
				oldest = p
			}
		}
	}
	if shown >= keptPictures {
		oldest.pixels, oldest.column = nil, 0
	}
}
