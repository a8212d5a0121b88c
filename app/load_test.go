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
// for. Tables are read and expressions compiled when they are first asked for.
func TestLittleIsMadeAtLoad(t *testing.T) {
	const most, mostOfAll = 256_000, 700_000 // bytes
	cmd := exec.Command(binary, "--version")
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	var trace bytes.Buffer
	cmd.Stderr = &trace
	if err := cmd.Run(); err != nil {
		t.Fatal(err)
	}
	packages, all := 0, 0
	for line := range strings.Lines(trace.String()) {
		var name string
		var at, took float64
		var size int
		if _, err := fmt.Sscanf(line, "init %s @%f ms, %f ms clock, %d bytes", &name, &at, &took, &size); err != nil || !strings.HasPrefix(name, "communique/") {
			continue
		}
		packages, all = packages+1, all+size
		if size > most {
			t.Errorf("%s makes %d bytes", name, size)
		}
	}
	if packages < 20 || all > mostOfAll {
		t.Errorf("%d packages make %d bytes", packages, all)
	}
}
