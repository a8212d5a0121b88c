package icons_test

import (
	"bytes"
	"image"
	"image/png"
	"testing"

	"communique/assets/icons"
)

func TestCommuniqueIsASquarePictureWithClearCorners(t *testing.T) {
	picture, err := png.Decode(bytes.NewReader(icons.Communique()))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := picture.Bounds(), image.Rect(0, 0, 512, 512); got != want {
		t.Errorf("icon measures %v, want %v", got, want)
	}
	if _, _, _, alpha := picture.At(0, 0).RGBA(); alpha != 0 {
		t.Error("the corner is painted: a system menu would show a square behind the icon")
	}
	if _, _, _, alpha := picture.At(256, 256).RGBA(); alpha != 0xffff {
		t.Error("the middle is see-through: the drawing is not there")
	}
}
