package appearance

import (
	"testing"
	"unsafe"
)

// TestMotion sets what a person may have set, and puts it back.
func TestMotion(t *testing.T) {
	const setAnimation = 0x1043 // SPI_SETCLIENTAREAANIMATION
	set := func(moves bool) {
		t.Helper()
		var on uintptr
		if moves {
			on = 1
		}
		if ok, _, _ := systemParameters.Call(setAnimation, 0, on, 0); ok == 0 {
			t.Fatal("animations cannot be set")
		}
	}
	before := Read(t.Context())
	defer set(!before.ReducedMotion)
	for _, reduced := range []bool{false, true, false} {
		set(!reduced)
		if got := Read(t.Context()); got.ReducedMotion != reduced {
			t.Errorf("%+v, where motion is reduced: %v", got, reduced)
		}
	}
}

// TestContrastAsTold reads what a Windows that has high contrast tells, or does not.
func TestContrastAsTold(t *testing.T) {
	const available = 0x0002 // HCF_AVAILABLE: there is one, which is not on
	for name, c := range map[string]struct {
		answers    bool
		flags      uint32
		background uint32
		want       Preferences
	}{
		"on, black":     {true, available | highContrastOn, 0x000000, Preferences{HighContrast: true, Scheme: "dark"}},
		"on, white":     {true, available | highContrastOn, 0xffffff, Preferences{HighContrast: true, Scheme: "light"}},
		"available":     {true, available, 0x000000, Preferences{}},
		"does not tell": {false, highContrastOn, 0x000000, Preferences{}},
	} {
		got := read(func(what, size uintptr, into unsafe.Pointer) bool {
			if what != getHighContrast {
				return false
			}
			told := (*highContrast)(into)
			if uintptr(told.size) != size || size != 16 { // HIGHCONTRASTW of 64 bits
				t.Errorf("%s: asked with %d and %d bytes", name, told.size, size)
			}
			if c.answers {
				told.flags = c.flags
			}
			return c.answers
		}, func() uint32 { return c.background })
		if got != c.want {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// TestContrast does so where there is a high contrast at all: wine has none.
func TestContrast(t *testing.T) {
	const setHighContrast = 0x0043 // SPI_SETHIGHCONTRAST
	set := func(on bool) bool {
		c := highContrast{size: uint32(unsafe.Sizeof(highContrast{}))}
		if on {
			c.flags = highContrastOn
		}
		return asked(setHighContrast, uintptr(c.size), unsafe.Pointer(&c))
	}
	before := Read(t.Context())
	if !set(before.HighContrast) {
		if before.HighContrast || before.Scheme != "" {
			t.Errorf("%+v, where there is no high contrast", before)
		}
		t.Skip("this Windows has no high contrast")
	}
	defer set(before.HighContrast)
	for _, want := range []Preferences{{HighContrast: true, Scheme: "light"}, {}} { // the window of Windows as it comes is light
		set(want.HighContrast)
		if got := Read(t.Context()); got.HighContrast != want.HighContrast || got.Scheme != want.Scheme {
			t.Errorf("%+v, not %+v", got, want)
		}
	}
}
