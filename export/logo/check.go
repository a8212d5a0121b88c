package logo

import (
	"encoding/xml"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// UndrawnError names what a drawing has that stands in no form.
type UndrawnError struct {
	Elements []string // of SVG, each once: "text", "image"
}

func (e *UndrawnError) Error() string {
	return fmt.Sprintf("logo: not drawn: %s", strings.Join(e.Elements, ", "))
}

// Fact names the error for the translations.
func (e *UndrawnError) Fact() (string, map[string]any) {
	return "logo-undrawn", map[string]any{"Elements": strings.Join(e.Elements, ", ")}
}

// Check reads a logo as the forms do, and looks for what they would leave out of it. Its
// errors are *Error and *UndrawnError.
func Check(data []byte) error {
	const height = 60 // points; what is read does not depend on it
	_, _, err := Draw(data, height)
	if err != nil && !errors.Is(err, errEmpty) {
		return err
	}
	return errors.Join(CheckDrawn(data), err)
}

// CheckDrawn looks for what the forms would leave out of a logo that they read. Its error is
// an *UndrawnError.
func CheckDrawn(data []byte) error {
	if left := undrawn(data); isSVG(data) && len(left) > 0 {
		return &UndrawnError{left}
	}
	return nil
}

// drawn are the elements of SVG that oksvg draws, and those that show nothing themselves.
var drawn = strings.Fields(`svg g defs use path rect circle ellipse line polyline polygon linearGradient radialGradient stop
	style title desc metadata`)

// undrawn returns the elements of a drawing that are not drawn, each once, and lengths that are
// parts of the whole, which the library does not know. What editors keep for themselves, under
// names of their own, shows nothing.
func undrawn(data []byte) []string {
	const svg = "http://www.w3.org/2000/svg"
	var all []string
	decoder := decoderOf(data)
	for {
		token, err := decoder.Token()
		if err != nil { // at its end, or where it was read before
			return all
		}
		start, is := token.(xml.StartElement)
		own := start.Name.Space == svg || start.Name.Space == ""
		if is && start.Name.Local == "metadata" {
			_ = decoder.Skip()
			continue
		}
		if !is || !own {
			continue
		}
		found := parts(start)
		if class := attribute(start, "class"); class != "" && start.Name.Local == "stop" {
			found = append(found, fmt.Sprintf("stop class=%q", class))
		}
		if !slices.Contains(drawn, start.Name.Local) {
			found = []string{start.Name.Local}
		}
		for _, what := range found {
			if !slices.Contains(all, what) {
				all = append(all, what)
			}
		}
	}
}

// parts are the lengths of a shape that are parts of the whole.
func parts(shape xml.StartElement) (found []string) {
	if !slices.Contains([]string{"rect", "circle", "ellipse", "line", "use"}, shape.Name.Local) {
		return nil
	}
	for _, a := range shape.Attr {
		if strings.HasSuffix(strings.TrimSpace(a.Value), "%") && !strings.Contains(a.Name.Local, "opacity") {
			found = append(found, fmt.Sprintf("%s %s=%q", shape.Name.Local, a.Name.Local, a.Value))
		}
	}
	return found
}
