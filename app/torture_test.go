//go:build torture

package app_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

var rounds = flag.Int("rounds", 50, "how often the window is killed")

// TestTortureKillWindow kills the real window at any moment of the second
// after a key: what was typed more than a second before is in the library.
func TestTortureKillWindow(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	d.communique("import", d.oldReleases())
	id := d.found("учения")
	for n := range *rounds {
		window := d.open()
		d.openFound("учения", drillHeadline)
		d.keys("ctrl+t", "ctrl+End")
		old, late := fmt.Sprintf("раз%d", n), fmt.Sprintf("два%d", n)
		d.write(old)
		typed := time.Now()
		d.write(late)
		// Here the time itself is what is tried.
		time.Sleep(time.Until(typed.Add(time.Second + time.Duration(rand.IntN(500))*time.Millisecond)))
		d.kill(window)
		if text := string(d.communique("show", id)); !strings.Contains(text, old) {
			t.Fatalf("round %d: what was typed a second before is gone:\n%s", n, text)
		}
		d.communique("verify")
	}
}
