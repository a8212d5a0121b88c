//go:build !linux || !cgo || ci

package app

// outliveXErrors does nothing where there is no Xlib.
func outliveXErrors() {}
