//go:build torture && linux

package app_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
)

// TestEverythingIsPressed presses, in the real driver, whatever the golden files of the window
// list and a scene leads to: each control of each screen and dialog, each item of the menus. What
// nobody presses is named.
func TestEverythingIsPressed(t *testing.T) {
	var mu sync.Mutex
	pressed := map[string]bool{}
	t.Run("all", func(t *testing.T) {
		pressSettings(t, func(line string) { mu.Lock(); pressed[line] = true; mu.Unlock() })
	})
	if t.Failed() {
		return
	}
	for _, line := range pressable(t) {
		if !pressed[line] {
			t.Errorf("nobody presses %s", strings.ReplaceAll(line, "\t", ": "))
		}
	}
}

// pressSettings goes through the settings, and tells what was pressed.
func pressSettings(t *testing.T, did func(line string)) {
	for i, s := range settings {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			d := newDesktop(t)
			if s.settings != "" {
				d.settleAs(s.settings)
			}
			if s.prepare != nil {
				s.prepare(d)
			}
			for line := range d.walk("us,ru", fmt.Sprint(pressPart, i)) {
				did(line)
			}
		})
	}
}

// pressable lists what the golden files of the window have: the controls of each screen and
// dialog, and the items of menus.
func pressable(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("window/testdata/ru/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	said := saidNames(t)
	var all []string
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		file := screenOf(path)
		if _, met := elsewhere[file]; met {
			continue
		}
		for line := range strings.Lines(string(data)) {
			if what := pressableOf(file, strings.TrimRight(line, "\n")); what != "" {
				all = append(all, said.line(file, what))
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

var stopForm = regexp.MustCompile(`^[> ] *\d+ ((?:button|entry|check|choice|list|tabs|pill|link)\b.*)$`)

// pressableOf is what a line of a golden file offers to press; "" for a line that only tells.
func pressableOf(file, line string) string {
	if file != menuFile {
		if is := stopForm.FindStringSubmatch(line); is != nil {
			return toldKey(is[1])
		}
		return ""
	}
	label, _, _ := strings.Cut(strings.TrimSpace(line), "  ") // before its shortcut
	if label = statesForm.ReplaceAllString(label, ""); label == "---" || strings.HasPrefix(label, "==") {
		return ""
	}
	return label
}
