package appearance

import "testing"

func TestGround(t *testing.T) {
	for colour, want := range map[uint32]string{
		0x000000: "dark", 0xffffff: "light", 0x202020: "dark", 0xefffff: "light", // the blocks of Windows 11's themes
		0xff0000: "dark", 0x00ff00: "light", 0x0000ff: "dark", 0x00ffff: "light",
	} {
		if got := scheme(colour); got != want {
			t.Errorf("%06x: %s", colour, got)
		}
	}
}
