//go:build !unix

package temporary

import "io/fs"

// own is always so: each person has a temporary folder of their own.
func own(fs.FileInfo) bool { return true }
