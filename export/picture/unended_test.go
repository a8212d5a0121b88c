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
		for y := range got.Height {
			for x := range got.Width {
				a, b := color.NRGBAModel.Convert(is.At(x, y)).(color.NRGBA), color.NRGBAModel.Convert(was.At(x, y)).(color.NRGBA)
				if max(a.R, b.R)-min(a.R, b.R) > 24 || max(a.G, b.G)-min(a.G, b.G) > 24 || max(a.B, b.B)-min(a.B, b.B) > 24 {
					t.Fatalf("%s: at %d, %d it is %v, not %v", name, x, y, a, b)
				}
			}
		}
	}
}
