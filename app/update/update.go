// Package update finds out whether a newer version of the program is offered, by a notice
// that lies beside its packages in a folder or at an https address, and fetches the package
// of this system, which it compares with the notice's checksum. It asks only where it is
// told to, sends nothing of the person or the computer, and installs nothing.
package update

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"communique/export/file"
)

// Source is a place that versions are offered at.
type Source struct {
	// From is what the person set: a folder, a notice in one, or an https address of either.
	From string
	// Transport carries what goes over the network; nil is the usual one.
	Transport http.RoundTripper
	// Go runs a function on a goroutine of its own, so that a share which does not answer is
	// waited for no longer than its time; nil waits as long as the system does.
	Go func(func())
}

// Offer is what a place offers.
type Offer struct {
	Notice
	place place
}

// How long a notice and a package may take, and how long anything may stand still.
const (
	noticeTime  = 20 * time.Second
	packageTime = time.Hour
	stillTime   = time.Minute
)

// Check reads what is offered. Errors are facts: *AddressError, *UnansweredError,
// *UnreadError, or the file system's; context.Canceled where ctx was.
func (s Source) Check(ctx context.Context) (Offer, error) {
	p, err := s.place()
	if err != nil {
		return Offer{}, err
	}
	ctx, stop := context.WithTimeout(ctx, noticeTime)
	defer stop()
	data, err := p.read(ctx, p.notice, mostNotice, func(int64) {})
	if err != nil {
		return Offer{}, err
	}
	n, err := parseNotice(data)
	if len(data) > mostNotice {
		err = fmt.Errorf("more than %d bytes", mostNotice)
	}
	if err != nil {
		return Offer{}, &UnreadError{p.at(p.notice), err}
	}
	return Offer{n, p}, nil
}

// IsValid reports whether updates can be asked for at what a person set: an absolute path, or
// an https address without a name, a password or a question in it.
func IsValid(from string) bool {
	_, err := Source{From: from}.place()
	return err == nil
}

// Where is where a package of the offer lies: a path or an address.
func (o Offer) Where(p Package) string { return o.place.at(p.File) }

// Folder is the folder that packages lie in; "" where it is none of this computer's.
func (o Offer) Folder() string { return o.place.dir }

// Fetch puts a package into a folder, which is made where it is missing, and returns its
// path. It is there whole and as the notice describes it, or not at all. One that lies there
// already is taken; another file of that name is fs.ErrExist. told hears how many bytes
// have come. Errors are as Check's, and *WrongError.
func (o Offer) Fetch(ctx context.Context, p Package, dir string, told func(bytes int64)) (string, error) {
	path := filepath.Join(dir, p.File)
	if is, err := p.isAt(path); is || err != nil {
		return path, err
	}
	ctx, stop := context.WithTimeout(ctx, packageTime)
	defer stop()
	data, err := o.place.read(ctx, p.File, p.Size, told)
	if err != nil {
		return "", err
	}
	if !p.is(data) {
		return "", &WrongError{o.Where(p)}
	}
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return "", err
	}
	return path, file.Create(path, data)
}

// is reports whether data is the package that the notice describes.
func (p Package) is(data []byte) bool {
	sum := sha256.Sum256(data)
	return int64(len(data)) == p.Size && hex.EncodeToString(sum[:]) == p.SHA256
}

func (p Package) isAt(path string) (bool, error) {
	info, err := os.Stat(path)
	if err != nil || info.Size() != p.Size {
		return false, nil //nolint:nilerr // what cannot be looked at is not the package
	}
	data, err := file.Read(path)
	return err == nil && p.is(data), err
}

// AddressError says that updates cannot be asked for at an address; none is set where it
// is empty.
type AddressError struct{ Address string }

func (e *AddressError) Error() string { return fmt.Sprintf("no address of updates: %q", e.Address) }

// Fact names the error for the translations.
func (e *AddressError) Fact() (string, map[string]any) {
	if e.Address == "" {
		return "update-unset", nil
	}
	return "update-address", map[string]any{"Address": e.Address}
}

// UnansweredError says that an address gave no answer, or not the one that was asked for.
type UnansweredError struct {
	Address string
	Status  int // of HTTP; 0 where nothing answered
	Cause   error
}

func (e *UnansweredError) Error() string {
	return fmt.Sprintf("%s: status %d: %v", e.Address, e.Status, e.Cause)
}

func (e *UnansweredError) Unwrap() error { return e.Cause }

// Fact names the error for the translations.
func (e *UnansweredError) Fact() (string, map[string]any) {
	switch {
	case e.Status != 0:
		return "update-refused", map[string]any{"Address": e.Address, "Status": e.Status}
	case e.Cause != nil:
		return "update-unanswered", map[string]any{"Address": e.Address, "Detail": e.Cause.Error()}
	}
	return "update-silent", map[string]any{"Address": e.Address}
}

// UnreadError says that what lies at an address is no notice of a version.
type UnreadError struct {
	Address string
	Cause   error
}

func (e *UnreadError) Error() string { return fmt.Sprintf("%s: %v", e.Address, e.Cause) }

func (e *UnreadError) Unwrap() error { return e.Cause }

// Fact names the error for the translations.
func (e *UnreadError) Fact() (string, map[string]any) {
	return "update-unread", map[string]any{"Address": e.Address, "Detail": e.Cause.Error()}
}

// WrongError says that a package is not the one that its notice describes.
type WrongError struct{ Where string }

func (e *WrongError) Error() string { return "not as described: " + e.Where }

// Fact names the error for the translations.
func (e *WrongError) Fact() (string, map[string]any) {
	return "update-wrong", map[string]any{"Where": e.Where}
}

// NoPackageError says that there is no package for this system.
type NoPackageError struct{ Version Version }

func (e *NoPackageError) Error() string {
	return fmt.Sprintf("no package of %v for this system", e.Version)
}

// Fact names the error for the translations.
func (e *NoPackageError) Fact() (string, map[string]any) {
	return "update-no-package", map[string]any{"Version": e.Version.String()}
}
