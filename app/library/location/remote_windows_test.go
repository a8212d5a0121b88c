package location

import "testing"

// TestRemote: a folder of another computer is told; a disk of this one is none, in whichever
// way it is written.
func TestRemote(t *testing.T) {
	for dir, want := range map[string]string{
		`\\сервер\Общая\Релизы`: "SMB",
		`\\192.0.2.7\c$`:        "SMB",
		`C:\Релизы`:             "",
		`\\?\C:\Релизы`:         "",
		`\\.\C:\Релизы`:         "",
	} {
		if got := remote(dir); got != want {
			t.Errorf("%s: %q, want %q", dir, got, want)
		}
	}
}
