//go:build !windows

package file

// held is never so: these systems rename and replace files that are open.
func held(error, string, string) *BusyError { return nil }

// heldIn finds none.
func heldIn(string) *BusyError { return nil }
