package paths

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestADriveThatIsAway: a drive or a share that nobody has connected.
func TestADriveThatIsAway(t *testing.T) {
	for letter := 'Q'; letter > 'D'; letter-- {
		root := string(letter) + `:\`
		if _, err := os.Stat(root); err == nil {
			continue
		}
		for _, path := range []string{root, root + "a", root + `a\b`} {
			expect(t, path, root+": unreachable", root+": unreachable")
		}
		return
	}
	t.Fatal("this computer has every drive")
}

// TestADevice is found wherever in a path it stands, as Windows has it.
func TestADevice(t *testing.T) {
	for path, want := range map[string]string{
		`CON`: "CON", `C:\a\NUL`: "NUL", `out/com1/a.txt`: "com1", `\\.\PRN`: "PRN",
		`C:\a\console.txt`: "", `..\a`: "", `C:a`: "", `\\server\share\a`: "", `.`: "", ``: "",
	} {
		said := ""
		if err := Device(path); err != nil {
			said = err.Error()
		}
		if want != "" {
			want += ": name-device"
		}
		if said != want {
			t.Errorf("%s: %q instead of %q", path, said, want)
		}
	}
}

// TestANameTooLong is told from one that nobody has made: Windows says of both that there is
// no such file.
func TestANameTooLong(t *testing.T) {
	long := filepath.Join(t.TempDir(), strings.Repeat("д", 300))
	for _, path := range []string{long, filepath.Join(long, "a")} {
		expect(t, path, long+": name-long", long+": name-long")
	}
}
