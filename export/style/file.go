package style

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"communique/export/logo"
	"communique/export/typeface"
)

// FileError names a font or logo of a style that cannot be used.
type FileError struct {
	Key   string // that names it: "fonts.text"
	Path  string
	Cause error
}

func (e *FileError) Error() string { return fmt.Sprintf("%s: %s: %v", e.Key, e.Path, e.Cause) }

func (e *FileError) Unwrap() error { return e.Cause }

// errTooLarge says that a file is larger than maxFile.
var errTooLarge = errors.New("larger than 20 MB")

// errNoPicture says that a file for a logo is empty, which is none.
var errNoPicture = &logo.Error{Cause: errors.New("an empty file")}

// Fact names the error for the translations.
func (e *FileError) Fact() (string, map[string]any) {
	args := map[string]any{"Key": e.Key, "Path": e.Path}
	var undrawn *logo.UndrawnError
	var unread *logo.Error
	missing := errors.Is(e.Cause, fs.ErrNotExist)
	switch {
	case !fs.ValidPath(e.Path):
		return "style-file-outside", args
	case missing && path.Ext(e.Path) == "" && strings.HasPrefix(e.Key, "fonts."):
		args["Known"] = strings.Join(slices.Sorted(maps.Keys(families)), ", ")
		return "style-face", args
	case missing:
		return "style-file-missing", args
	case errors.Is(e.Cause, errTooLarge):
		return "style-file-large", args
	case errors.Is(e.Cause, typeface.ErrNotTrueType):
		return "style-face-kind", args
	case errors.Is(e.Cause, typeface.ErrBroken):
		return "style-face-broken", args
	case errors.Is(e.Cause, typeface.ErrForbidden):
		return "style-face-forbidden", args
	case errors.Is(e.Cause, typeface.ErrNoCyrillic):
		return "style-face-cyrillic", args
	case errors.As(e.Cause, &undrawn):
		args["Elements"] = strings.Join(undrawn.Elements, ", ")
		return "style-logo-undrawn", args
	case errors.As(e.Cause, &unread):
		fact, _ := unread.Fact()
		return "style-" + fact, args
	}
	args["Detail"] = e.Cause.Error()
	return "style-file", args
}

// checkLogo reads the letterhead's own logo as the forms do, and looks for what they would
// leave out of it. Its errors are *FileError; a style without a logo has none.
func (s *Style) checkLogo() error {
	if s.Logo == nil {
		return nil
	}
	if err := logo.Check(s.Logo); err != nil {
		return &FileError{"letterhead.logo", s.Letterhead.LogoFile, err}
	}
	return nil
}
