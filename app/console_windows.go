package app

import (
	"os"

	"golang.org/x/sys/windows"
)

// attachConsole lets a command speak to the console that it was typed in. A program with
// windows has none of its own, and Windows gives it none; a stream that leads to a file or
// to another program stays what it is. The window needs no console: closing that, or
// Ctrl+C in it, would end the program.
func attachConsole(args []string) {
	in, out, trouble := leads(windows.STD_INPUT_HANDLE), leads(windows.STD_OUTPUT_HANDLE), leads(windows.STD_ERROR_HANDLE)
	if len(args) == 0 || in && out && trouble {
		return
	}
	const parents = ^uintptr(0) // ATTACH_PARENT_PROCESS
	attach := windows.NewLazySystemDLL("kernel32.dll").NewProc("AttachConsole")
	if ok, _, _ := attach.Call(parents); ok == 0 {
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

// leads reports whether a standard stream leads anywhere.
func leads(stream uint32) bool {
	h, err := windows.GetStdHandle(stream)
	if err != nil || h == 0 || h == windows.InvalidHandle {
		return false
	}
	kind, err := windows.GetFileType(h)
	return err == nil && kind != windows.FILE_TYPE_UNKNOWN
}
