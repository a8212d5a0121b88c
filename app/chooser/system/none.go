//go:build !windows && !darwin && !linux && !freebsd && !netbsd && !openbsd && !dragonfly

package system

import (
	"context"
	"errors"
)

// Ask finds no chooser on this system.
func Ask(context.Context, Question) ([]string, error) { return nil, errors.New("no file chooser") }
