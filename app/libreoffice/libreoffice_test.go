package libreoffice

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// program stands in for LibreOffice: it says what it was asked, and writes what it is told to.
func program(t *testing.T, script string) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "soffice"), []byte("#!/bin/sh\n"+script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+string(os.PathListSeparator)+"/usr/bin:/bin")
	t.Setenv("TMPDIR", t.TempDir())
}

// TestConvert asks the program for DOCX in a folder of its own, and leaves nothing behind.
func TestConvert(t *testing.T) {
	program(t, `for last; do :; done; out=$(dirname "$last"); { echo "$@"; cat "$last"; } > "$out/document.docx"`)
	var c Converter
	for range 2 {
		docx, err := c.Convert([]byte("words"))
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range []string{"--headless", "--convert-to docx", "-env:UserInstallation=file:///", "words"} {
			if !strings.Contains(string(docx), part) {
				t.Errorf("%q is not in %q", part, docx)
			}
		}
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	if left, err := os.ReadDir(os.Getenv("TMPDIR")); err != nil || len(left) != 0 {
		t.Errorf("%v is left, %v", left, err)
	}
	if err := c.Close(); err != nil {
		t.Errorf("closed twice: %v", err)
	}
}

// TestNotConverted: what LibreOffice does not open, and where there is none.
func TestNotConverted(t *testing.T) {
	var c Converter
	defer func() { _ = c.Close() }() // its folder goes with the test's
	program(t, "exit 1")
	if _, err := c.Convert(nil); err == nil {
		t.Error("a failure is none")
	}
	program(t, "exit 0")
	if _, err := c.Convert(nil); err == nil {
		t.Error("nothing is a document")
	}
	if find() == "" || !strings.HasSuffix(find(), "soffice") {
		t.Errorf("found %q", find())
	}
	t.Setenv("PATH", t.TempDir())
	if find() == "" {
		if _, err := c.Convert(nil); !errors.Is(err, ErrMissing) {
			t.Errorf("got %v", err)
		}
	}
}
