//go:build !windows

package file

// held is never so: these systems rename and replace files that are open.
func held(error, string, string) *BusyError { return nil }

// heldIn finds none.
func heldIn(string) *BusyError { return nil }

// isHeld is never so.
func isHeld(error) bool { return false }

// These ask nothing.
func askToRead(string) error  { return nil }
func askToWrite(string) error { return nil }
