package page

import (
	"bytes"

	"communique/export/logo"
)

// logoCache remembers the logo that was read last.
type logoCache struct {
	source  []byte
	height  float64
	picture *Picture
}

// read returns a logo as it stands on the page; nil for none.
func (c *logoCache) read(data []byte, height float64) (*Picture, error) {
	if len(data) == 0 {
		return nil, nil
	}
	if c.picture != nil && c.height == height && bytes.Equal(c.source, data) {
		return c.picture, nil
	}
	drawing, read, err := logo.Draw(data, height)
	if err != nil {
		return nil, err
	}
	if drawing != nil {
		*c = logoCache{data, height, &Picture{Width: drawing.Width, Height: drawing.Height, Data: data, Type: "image/svg+xml", Drawing: drawing}}
		return c.picture, nil
	}
	*c = logoCache{data, height, &Picture{Width: read.Width, Height: read.Height, Data: read.PNG, Type: "image/png"}}
	return c.picture, nil
}
