package translations

import (
	"io/fs"
	"os"
	"strings"
	"testing"

	"golang.org/x/sys/windows"
)

// TestADeviceIsNoFile, whatever Windows says of it.
func TestADeviceIsNoFile(t *testing.T) {
	w, err := New("ru")
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range []error{windows.ERROR_INVALID_HANDLE, windows.ERROR_ACCESS_DENIED, windows.ERROR_FILE_NOT_FOUND, windows.ERROR_FILE_EXISTS} {
		if got, want := w.Error(&fs.PathError{Op: "open", Path: `out\CON`, Err: code}), "Имя «CON» Windows держит для устройства"; !strings.Contains(got, want) {
			t.Errorf("%v: %s", code, got)
		}
	}
}

// TestWordsOfWindows says what Windows refuses in our own words.
func TestWordsOfWindows(t *testing.T) {
	w, err := New("ru")
	if err != nil {
		t.Fatal(err)
	}
	for code, want := range map[error]string{
		windows.ERROR_SHARING_VIOLATION: "закройте его там", windows.ERROR_LOCK_VIOLATION: "закройте его там",
		windows.ERROR_DISK_FULL: "нет места", windows.ERROR_HANDLE_DISK_FULL: "нет места",
		windows.ERROR_INVALID_NAME: "не подходит", windows.ERROR_BAD_NETPATH: "недоступны", windows.ERROR_ACCESS_DENIED: "Нет прав",
		windows.ERROR_FILE_NOT_FOUND: "нет. Проверьте имя",
	} {
		for _, err := range []error{&fs.PathError{Op: "open", Path: "a.pdf", Err: code}, os.NewSyscallError("open", code)} {
			if got := w.Error(err); !strings.Contains(got, want) {
				t.Errorf("%v: %s", err, got)
			}
		}
	}
}
