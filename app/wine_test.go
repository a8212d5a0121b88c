package app_test

import (
	"fmt"
	"os"
	"testing"
)

// windowsEnv names the program built for Windows. Where it is set, the journeys go
// through that one, under wine; WINEPREFIX is the Windows it runs on (.ci/windows).
const windowsEnv = "COMMUNIQUE_WINDOWS"

// wineScript starts the program for Windows as the one for Linux is started. Its folders
// are those of the desktop, which Windows knows as Z:\tmp\…; that of the library has to be there, as for whoever
// names one.
const wineScript = `#!/bin/sh
: "${COMMUNIQUE_CONFIG:=$XDG_CONFIG_HOME/communique}" "${COMMUNIQUE_LIBRARY:=$XDG_DATA_HOME/communique/library.db}"
export COMMUNIQUE_CONFIG COMMUNIQUE_LIBRARY
[ -z "$XDG_DATA_HOME" ] || mkdir -p "$XDG_DATA_HOME/communique"
exec wine '%s' "$@"
`

// underWine writes the script that stands for the program.
func underWine(path, exe string) error {
	return os.WriteFile(path, fmt.Appendf(nil, wineScript, exe), 0o700)
}

// asWindows skips a test that is about Windows alone where no Windows is at hand.
func asWindows(t *testing.T) {
	t.Helper()
	if os.Getenv(windowsEnv) == "" {
		t.Skip("needs the program for Windows and wine: make test-windows")
	}
}
