package archive

import (
	"archive/zip"
	"errors"
	"strings"
	"testing"
)

// TestAFaultInOneFileIsToldOfThatFile reads a file that the reader of archives
// cannot even open without a fault: one that was never in an archive.
func TestAFaultInOneFileIsToldOfThatFile(t *testing.T) {
	c := readSafely(source{path: "a.txt", zip: &packed{opened: &zip.ReadCloser{Reader: zip.Reader{File: []*zip.File{{}}}}}})
	var fault *FaultError
	if !errors.As(c.err, &fault) || !strings.Contains(fault.Where, "zip") {
		t.Errorf("got %+v", c)
	}
}
