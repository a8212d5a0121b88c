package messagebox

import "os/exec"

// script shows its arguments; the words are never part of it.
const script = `on run {head, body, done}
	display alert head message body as critical buttons {done}
end run`

// Show shows a text under a title, with one button, until the person closes it.
func Show(title, text, button string) error {
	return exec.Command("osascript", "-e", script, title, text, button).Run() //nolint:gosec // no shell: words are arguments
}
