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
func Read(context.Context) Wishes {
	var w Wishes
	contrast := highContrast{size: uint32(unsafe.Sizeof(highContrast{}))}
	if asked(getHighContrast, uintptr(contrast.size), unsafe.Pointer(&contrast)) {
		w.Contrast = contrast.flags&highContrastOn != 0
	}
	moves := int32(1)
	if asked(getAnimation, 0, unsafe.Pointer(&moves)) {
		w.Still = moves == 0
	}
	if w.Contrast {
		colour, _, _ := systemColour.Call(windowBackground)
		w.Ground = ground(uint32(colour)) //nolint:gosec // a COLORREF has 32 bits
	}
	return w
}

func asked(what, size uintptr, into unsafe.Pointer) bool {
	ok, _, _ := systemParameters.Call(what, size, uintptr(into), 0)
	return ok != 0
}
