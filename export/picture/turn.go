package picture

import (
	"image"
	"image/draw"
)

// turned returns a picture upright that lies as EXIF numbers it (Exif 2.32, tag
// 274): from 5 on its sides are swapped; 2, 4, 5 and 7 are mirrored.
func turned(from image.Image, orientation int) image.Image {
	if orientation == 1 {
		return from
	}
	size := from.Bounds().Size()
	bounds := image.Rectangle{Max: size}
	if orientation >= 5 {
		bounds.Max = image.Pt(size.Y, size.X)
	}
	switch from := from.(type) {
	case *image.YCbCr:
		across, down := from.Rect.Dx(), from.Rect.Dy()
		if from.SubsampleRatio == image.YCbCrSubsampleRatio420 && across%2 == 0 && down%2 == 0 {
			across, down = across/2, down/2
		} else if from.SubsampleRatio != image.YCbCrSubsampleRatio444 {
			break // colours would not come to lie under their pixels
		}
		to := image.NewYCbCr(bounds, from.SubsampleRatio)
		plane{from.Y, from.YStride, size.X, size.Y, 1}.turn(to.Y, to.YStride, orientation)
		plane{from.Cb, from.CStride, across, down, 1}.turn(to.Cb, to.CStride, orientation)
		plane{from.Cr, from.CStride, across, down, 1}.turn(to.Cr, to.CStride, orientation)
		return to
	case *image.Gray:
		to := image.NewGray(bounds)
		plane{from.Pix, from.Stride, size.X, size.Y, 1}.turn(to.Pix, to.Stride, orientation)
		return to
	}
	pixels, to := rgba(from), image.NewRGBA(bounds)
	plane{pixels.Pix, pixels.Stride, size.X, size.Y, 4}.turn(to.Pix, to.Stride, orientation)
	return to
}

// turn writes the pixels upright into rows of stride bytes.
func (p plane) turn(to []byte, stride, orientation int) {
	start, along, down := 0, p.channels, stride // steps in to from a pixel of p to the next, and from a row
	if orientation >= 5 {
		along, down = stride, p.channels
	}
	switch orientation {
	case 2, 3, 7, 8: // from right to left
		start, along = start+(p.width-1)*along, -along
	}
	switch orientation {
	case 3, 4, 6, 7: // from below
		start, down = start+(p.height-1)*down, -down
	}
	for j := range p.height {
		row, at := p.pixels[j*p.stride:][:p.width*p.channels], start+j*down
		if p.channels == 1 { // of photographs, and worth a loop of its own
			for _, value := range row {
				to[at] = value
				at += along
			}
			continue
		}
		for i := 0; i < len(row); i += p.channels {
			copy(to[at:at+p.channels], row[i:])
			at += along
		}
	}
}

// rgba returns a picture as pixels of four bytes.
func rgba(img image.Image) *image.RGBA {
	if pixels, already := img.(*image.RGBA); already {
		return pixels
	}
	return packed(img)
}

// packed returns a copy of a picture as pixels of four bytes.
func packed(img image.Image) *image.RGBA {
	pixels := image.NewRGBA(image.Rect(0, 0, img.Bounds().Dx(), img.Bounds().Dy()))
	draw.Draw(pixels, pixels.Bounds(), img, img.Bounds().Min, draw.Src)
	return pixels
}
