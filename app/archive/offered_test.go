package archive

import "testing"

// TestPicturesAreCalledLikeTheirTexts by a number or words behind the text's name; what goes on in letters or in the figures of a
// number is another's.
func TestPicturesAreCalledLikeTheirTexts(t *testing.T) {
	for _, c := range []struct {
		picture, text string
		want          bool
	}{
		{"снимок", "снимок", true},
		{"снимок1", "снимок", true},
		{"снимок-2", "снимок", true},
		{"снимок справа", "снимок", true},
		{"релиз12", "релиз1", false},
		{"релиз1 справа", "релиз1", true},
		{"планета", "план", false},
		{"план", "планета", false},
	} {
		if got := belongsTo(c.picture, c.text); got != c.want {
			t.Errorf("%s beside %s: %v", c.picture, c.text, got)
		}
	}
}
