// Package messagebox shows a few words in a window that the system draws, or
// that we draw without OpenGL: for the moment when the program's own window
// cannot be opened.
package messagebox

import (
	"errors"
	"os"
	"os/exec"
)

// ErrUnsupported says that nothing on this system shows a message.
var ErrUnsupported = errors.New("no message can be shown")

// Command is the program's command that shows a message: its arguments are those
// of Show.
const Command = "message-box"

// Leave shows a message and does not wait: a process of its own has it on the
// screen until the person closes it, and who called can end.
func Leave(title, text, button string) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	cmd := exec.Command(self, Command, title, text, button) //nolint:gosec // the program itself
	if err := cmd.Start(); err != nil {
		return err
	}
	return cmd.Process.Release()
}
