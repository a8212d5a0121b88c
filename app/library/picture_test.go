package library

import (
	"testing"
)

func TestPictureEndings(t *testing.T) {
	for file, want := range map[string]string{
		"\xff\xd8\xff\xe0": ".jpg", "\xff\xd8\xff": ".jpg", "\x89PNG\r\n\x1a\n": ".png", "\x89PNG\n": "", "GIF89a": "", "": "", "<svg/>": "", "\xff\xd8": "",
	} {
		if got := PictureEnding([]byte(file)); got != want {
			t.Errorf("%q: %q", file, got)
		}
	}
}
