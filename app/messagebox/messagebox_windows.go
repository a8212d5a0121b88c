package messagebox

import "golang.org/x/sys/windows"

// Show shows a text under a title until the person closes it. The button is the
// system's own.
func Show(title, text, _ string) error {
	t, err := windows.UTF16PtrFromString(title)
	if err != nil {
		return err
	}
	body, err := windows.UTF16PtrFromString(text)
	if err != nil {
		return err
	}
	_, err = windows.MessageBox(0, body, t, windows.MB_OK|windows.MB_ICONWARNING|windows.MB_SETFOREGROUND)
	return err
}
