package appearance

import (
	"testing"
	"unsafe"
)

// TestTheSystem sets what a person may have set, and puts it back.
func TestTheSystem(t *testing.T) {
	const setHighContrast, setAnimation = 0x0043, 0x1043
	set := func(contrast, moves bool) {
		t.Helper()
		c := highContrast{size: uint32(unsafe.Sizeof(highContrast{}))}
		if contrast {
			c.flags = highContrastOn
		}
		if !asked(setHighContrast, uintptr(c.size), unsafe.Pointer(&c)) {
			t.Fatal("the contrast cannot be set")
		}
		var on uintptr
		if moves {
			on = 1
		}
		if ok, _, _ := systemParameters.Call(setAnimation, 0, on, 0); ok == 0 {
			t.Fatal("animations cannot be set")
		}
	}
	before := Read(t.Context())
	defer set(before.HighContrast, !before.ReducedMotion)
	for _, want := range []Preferences{{}, {HighContrast: true}, {ReducedMotion: true}, {HighContrast: true, ReducedMotion: true}} {
		set(want.HighContrast, !want.ReducedMotion)
		if want.HighContrast {
			want.Scheme = "light" // the window of wine, and of Windows as it comes
		}
		if got := Read(t.Context()); got != want {
			t.Errorf("%+v, not %+v", got, want)
		}
	}
}
