package console

import (
	"os"

	"golang.org/x/sys/windows"
)

var (
	kernel32      = windows.NewLazySystemDLL("kernel32.dll")
	attachConsole = kernel32.NewProc("AttachConsole")
	freeConsole   = kernel32.NewProc("FreeConsole")
)

// Attach has the standard streams lead to the console that the program was typed in, if it
// was. A stream that leads to a file or to another program stays what it is.
func Attach() {
	in, out, trouble := leads(windows.STD_INPUT_HANDLE), leads(windows.STD_OUTPUT_HANDLE), leads(windows.STD_ERROR_HANDLE)
	if in && out && trouble {
		return
	}
	const parents = ^uintptr(0) // ATTACH_PARENT_PROCESS
	if ok, _, _ := attachConsole.Call(parents); ok == 0 {
		return // it was not started from one
	}
	for _, stream := range []struct {
		leads bool
		name  string
		file  **os.File
	}{{in, "CONIN$", &os.Stdin}, {out, "CONOUT$", &os.Stdout}, {trouble, "CONOUT$", &os.Stderr}} {
		if stream.leads {
			continue
		}
		if f, err := os.OpenFile(stream.name, os.O_RDWR, 0); err == nil {
			*stream.file = f
		}
	}
}

// Leave lets go of the console before a window opens: closing that, or Ctrl+C in it, would
// end the window too.
func Leave() { _, _, _ = freeConsole.Call() }

// leads reports whether a standard stream leads anywhere.
func leads(stream uint32) bool {
	h, err := windows.GetStdHandle(stream)
	if err != nil {
		return false
	}
	_, err = windows.GetFileType(h) // fails of what is no handle, as of none
	return err == nil
}
