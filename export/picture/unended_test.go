package picture

import (
	"bytes"
	"image/color"
	"testing"

	"communique/export/exporttest"
)

// TestAFileThatForgetsToEnd: as many cameras write it a photograph breaks off behind its
// last dot; it is taken, and leaves with its end.
func TestAFileThatForgetsToEnd(t *testing.T) {
	for name, longest := range map[string]int{"as it is": 60, "smaller": 30} {
		whole := exporttest.Photograph(60, 40, 1)
		end := bytes.LastIndex(whole, []byte{0xff, markEOI})
		want := prepare(t, whole, longest)
		got := prepare(t, whole[:end], longest)
		if !bytes.HasSuffix(got.Data, []byte{0xff, markEOI}) || got.Width != want.Width || got.Height != want.Height {
			t.Errorf("%s: %d × %d in %d bytes", name, got.Width, got.Height, len(got.Data))
		}
		is, was := decode(t, got), decode(t, want)
		apart := 0
		for y := range got.Height {
			for x := range got.Width {
				a, b := color.GrayModel.Convert(is.At(x, y)).(color.Gray), color.GrayModel.Convert(was.At(x, y)).(color.Gray)
				apart += int(max(a.Y, b.Y) - min(a.Y, b.Y))
			}
		}
		if apart > 4*got.Width*got.Height {
			t.Errorf("%s: another picture", name)
		}
	}
}
