package appearance

import (
	"context"
	"unsafe"

	"golang.org/x/sys/windows"
)

var (
	user32           = windows.NewLazySystemDLL("user32.dll")
	systemParameters = user32.NewProc("SystemParametersInfoW")
	systemColour     = user32.NewProc("GetSysColor")
)

// What SystemParametersInfo is asked for.
const (
	getHighContrast  = 0x0042 // SPI_GETHIGHCONTRAST
	getAnimation     = 0x1042 // SPI_GETCLIENTAREAANIMATION
	highContrastOn   = 0x0001 // HCF_HIGHCONTRASTON
	windowBackground = 5      // COLOR_WINDOW
)

// highContrast is HIGHCONTRASTW.
type highContrast struct {
	size, flags uint32
	scheme      *uint16
}

// Read asks the system.
func Read(context.Context) Preferences {
	return read(asked, func() uint32 {
		colour, _, _ := systemColour.Call(windowBackground)
		return uint32(colour) //nolint:gosec // a COLORREF has 32 bits
	})
}

// read asks for what a person has set, and where that is high contrast, for the colour that
// windows are filled with.
func read(asked func(what, size uintptr, into unsafe.Pointer) bool, background func() uint32) Preferences {
	var p Preferences
	contrast := highContrast{size: uint32(unsafe.Sizeof(highContrast{}))}
	if asked(getHighContrast, uintptr(contrast.size), unsafe.Pointer(&contrast)) {
		p.HighContrast = contrast.flags&highContrastOn != 0
	}
	moves := int32(1)
	if asked(getAnimation, 0, unsafe.Pointer(&moves)) {
		p.ReducedMotion = moves == 0
	}
	if p.HighContrast {
		p.Scheme = scheme(background())
	}
	return p
}

func asked(what, size uintptr, into unsafe.Pointer) bool {
	ok, _, _ := systemParameters.Call(what, size, uintptr(into), 0)
	return ok != 0
}
