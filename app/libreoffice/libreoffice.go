// Package libreoffice makes DOCX of documents of Word 97–2003 where LibreOffice is installed. It
// runs without a window and with a profile of its own, and touches nothing of the person's.
package libreoffice

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"communique/app/temporary"
)

// patience is how long one document may take.
const patience = time.Minute

// usual are the places where the program stands that no search path leads to.
var usual = []string{
	"/Applications/LibreOffice.app/Contents/MacOS/soffice",
	`C:\Program Files\LibreOffice\program\soffice.exe`, `C:\Program Files (x86)\LibreOffice\program\soffice.exe`,
	"/opt/libreoffice/program/soffice", "/snap/bin/libreoffice",
}

// ErrMissing says that LibreOffice is not installed.
var ErrMissing = errors.New("LibreOffice is not installed")

// Converter converts one document at a time. The zero value is ready; Close it.
type Converter struct {
	working sync.Mutex
	folder  *temporary.Folder // of its own: profile and documents
}

// find returns the program; "" where it is not installed.
func find() string {
	for _, name := range []string{"soffice", "libreoffice"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	for _, path := range usual {
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
			return path
		}
	}
	return ""
}

// Convert makes DOCX of a document. Its error is ErrMissing, or says that the document is none
// that LibreOffice opens without a password.
func (c *Converter) Convert(doc []byte) ([]byte, error) {
	program := find()
	if program == "" {
		return nil, ErrMissing
	}
	c.working.Lock()
	defer c.working.Unlock()
	if c.folder == nil {
		folder, err := temporary.New(temporary.LibreOffice)
		if err != nil {
			return nil, err
		}
		c.folder = folder
	}
	from, to := filepath.Join(c.folder.Path, "document.doc"), filepath.Join(c.folder.Path, "document.docx")
	if err := os.WriteFile(from, doc, 0o600); err != nil {
		return nil, err
	}
	defer func() { _, _ = os.Remove(from), os.Remove(to) }() // Close takes what is left
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	profile := url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(filepath.ToSlash(filepath.Join(c.folder.Path, "profile")), "/")}
	command := exec.CommandContext(ctx, program, "-env:UserInstallation="+profile.String(), "--headless", "--norestore", //nolint:gosec // the program is LibreOffice, and the names are ours
		"--convert-to", "docx", "--outdir", c.folder.Path, from)
	command.WaitDelay = time.Second
	said, err := command.CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("libreoffice: %w: %s", err, said)
	}
	return os.ReadFile(to) //nolint:gosec // a name of ours
}

// Close removes what the conversions have left.
func (c *Converter) Close() error {
	c.working.Lock()
	defer c.working.Unlock()
	if c.folder == nil {
		return nil
	}
	folder := c.folder
	c.folder = nil
	return folder.Remove()
}
