package app_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// TestLittleIsMadeAtLoad: what a package makes before main begins, every command pays
// for. Tables are read and expressions compiled when they are first asked for. Where all
// packages together, Fyne's and the others', make more than 2.8 MB, the collector begins
// its work before main can put it off, and none of it is ever of use.
func TestLittleIsMadeAtLoad(t *testing.T) {
	const most, mostOfOurs, mostOfAll = 32_000, 180_000, 2_600_000 // bytes
	cmd := exec.Command(binary, "--version")
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	var trace bytes.Buffer
	cmd.Stderr = &trace
	if err := cmd.Run(); err != nil {
		t.Fatal(err)
	}
	packages, ours, all := 0, 0, 0
	for line := range strings.Lines(trace.String()) {
		var name string
		var at, took float64
		var size int
		if _, err := fmt.Sscanf(line, "init %s @%f ms, %f ms clock, %d bytes", &name, &at, &took, &size); err != nil {
			continue
		}
		all += size
		if !strings.HasPrefix(name, "communique/") {
			continue
		}
		packages, ours = packages+1, ours+size
		if size > most {
			t.Errorf("%s makes %d bytes", name, size)
		}
	}
	if packages < 20 || ours > mostOfOurs || all > mostOfAll {
		t.Errorf("our %d packages make %d bytes, all together %d", packages, ours, all)
	}
}
