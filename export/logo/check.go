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
	_, err := Read(data, height)
	if err != nil && !errors.Is(err, errEmpty) {
		return err
	}
	if left := undrawn(data); isSVG(data) && len(left) > 0 {
		return &UndrawnError{left}
	}
	return err
}

// drawn are the elements of SVG that oksvg draws, and those that show nothing themselves.
var drawn = strings.Fields(`svg g defs use path rect circle ellipse line polyline polygon linearGradient radialGradient stop
	style title desc metadata`)

// undrawn returns the elements of a drawing that are not drawn, each once. What editors keep
// for themselves, under names of their own, shows nothing.
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
		if is && own && !slices.Contains(drawn, start.Name.Local) && !slices.Contains(all, start.Name.Local) {
			all = append(all, start.Name.Local)
		}
	}
}
