package appearance

import (
	"context"
	"os/exec"
	"strings"
)

// Read asks the system's own tool: the rest of the program needs no Cocoa for it.
func Read(ctx context.Context) Preferences {
	return Preferences{HighContrast: on(ctx, "increaseContrast"), ReducedMotion: on(ctx, "reduceMotion")}
}

// on reports whether a switch of the accessibility settings is on. One that was never
// touched is not there, which the tool calls an error.
func on(ctx context.Context, name string) bool {
	out, err := exec.CommandContext(ctx, "/usr/bin/defaults", "read", "com.apple.universalaccess", name).Output() //nolint:gosec // two names of our own
	return err == nil && strings.TrimSpace(string(out)) == "1"
}
