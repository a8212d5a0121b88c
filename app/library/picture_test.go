package library

import (
	"errors"
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

func TestCheckPicture(t *testing.T) {
	most := make([]byte, MaxPicture+1)
	copy(most, "\xff\xd8\xff")
	if err := CheckPicture(most[:MaxPicture]); err != nil {
		t.Errorf("as large as may be: %v", err)
	}
	var refused *PictureError
	for reason, file := range map[string][]byte{"large": most, "type": []byte("GIF89a")} {
		if err := CheckPicture(file); !errors.As(err, &refused) || refused.Reason != reason {
			t.Errorf("%s: %v", reason, err)
		}
	}
}
