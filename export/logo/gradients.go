package logo

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"image/color"
	"math"
	"strconv"
	"strings"

	"github.com/srwiley/oksvg"

	"communique/editor/regexp"
)

// oksvg knows no gradient that stands below what it fills, or has its colours from another, as
// most programs write them, and puts those in places of the drawing where those of the dots
// are. So gradients are read here. In the text that oksvg reads stand marks, each a colour
// that the drawing has nowhere else.

// gradients are those of a drawing, by their ids.
type gradients map[string]*gradientElement

// gradientElement is a gradient as it stands in the file.
type gradientElement struct {
	radial     bool
	attributes map[string]string
	stops      []Stop
	like       string // the id of one that says what this one leaves open
}

// mostLikes is how many gradients may be like one another in a row.
const mostLikes = 8

var errStops = errors.New("a gradient of too many colours")

// mostStops is how many colours all gradients have: each dot looks through those of its own.
const mostStops = 1_000

// readGradients reads the gradients of a drawing whose XML was read before.
func readGradients(data []byte) (gradients, error) {
	all, current, stops := gradients{}, &gradientElement{}, 0
	if !bytes.Contains(data, []byte("Gradient")) {
		return all, nil
	}
	decoder := decoderOf(data)
	for {
		token, err := decoder.Token()
		if err != nil { // at its end
			return all, nil
		}
		if stops > mostStops {
			return nil, errStops
		}
		element, is := token.(xml.StartElement)
		switch {
		case !is:
		case isGradient(element.Name.Local):
			current = &gradientElement{element.Name.Local == "radialGradient", propertiesOf(element), nil, used(element)}
			all[current.attributes["id"]] = current
		case element.Name.Local == "stop":
			stops++
			current.stops = append(current.stops, stopOf(propertiesOf(element), current.stops))
		}
	}
}

// propertiesOf are the attributes of an element, and what its style says instead.
func propertiesOf(element xml.StartElement) map[string]string {
	all := map[string]string{}
	for _, a := range element.Attr {
		all[a.Name.Local] = strings.TrimSpace(a.Value)
	}
	for said := range strings.SplitSeq(all["style"], ";") {
		if name, value, is := strings.Cut(said, ":"); is {
			all[strings.TrimSpace(name)] = strings.TrimSpace(value)
		}
	}
	return all
}

// stopOf is a stop, which lies no nearer to the start than those before it.
func stopOf(said map[string]string, before []Stop) Stop {
	s := Stop{min(max(number(said["offset"], 1), 0), 1), color.NRGBA{A: 0xff}}
	if len(before) > 0 {
		s.At = max(s.At, before[len(before)-1].At)
	}
	if c, err := oksvg.ParseSVGColor(said["stop-color"]); err == nil && c != nil {
		s.Color = color.NRGBAModel.Convert(c).(color.NRGBA)
	}
	seen := min(max(number(cmp.Or(said["stop-opacity"], "1"), 1), 0), 1)
	s.Color.A = uint8(float64(s.Color.A)*seen + 0.5)
	return s
}

// number reads a number, or a part of a whole; 0 for what is none.
func number(said string, whole float64) float64 {
	text, part := strings.CutSuffix(said, "%")
	v, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(text), "px"), 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		return 0
	}
	if part {
		return v / 100 * whole
	}
	return v
}

// owner is the gradient that says an attribute of one: itself or one that it is like; "" for
// none.
func (all gradients) owner(id, name string) string {
	for range mostLikes {
		g := all[id]
		if g == nil {
			break
		}
		if _, is := g.attributes[name]; is {
			return id
		}
		id = g.like
	}
	return ""
}

// value is an attribute of a gradient.
func (all gradients) value(id, name, otherwise string) string {
	if g := all[all.owner(id, name)]; g != nil {
		return g.attributes[name]
	}
	return otherwise
}

// stops are those of a gradient, or of the one that it is like, from 0 to 1; nil for none.
func (all gradients) stops(id string) []Stop {
	for range mostLikes {
		g := all[id]
		if g == nil {
			break
		}
		if len(g.stops) > 0 {
			first, last := g.stops[0], g.stops[len(g.stops)-1]
			first.At, last.At = 0, 1
			return append(append([]Stop{first}, g.stops...), last)
		}
		id = g.like
	}
	return nil
}

// gradient is one that has stops. Its places are parts of what is as wide, high and long.
func (all gradients) gradient(id string, whole [3]float64) *Gradient {
	g := &Gradient{Radial: all[id].radial, Stops: all.stops(id)}
	if spread := all.value(id, "spreadMethod", ""); spread == "repeat" || spread == "reflect" {
		g.spread = spread
	}
	at := func(x, y, otherwise string) [2]float64 {
		return [2]float64{number(all.value(id, x, otherwise), whole[0]), number(all.value(id, y, otherwise), whole[1])}
	}
	if !g.Radial {
		g.Start, g.End = at("x1", "y1", "0"), [2]float64{number(all.value(id, "x2", "100%"), whole[0]), number(all.value(id, "y2", "0"), whole[1])}
		if g.Start == g.End {
			return g.ended()
		}
		return g
	}
	const middle = "50%"
	g.End, g.Radius = at("cx", "cy", middle), number(all.value(id, "r", middle), whole[2])
	if g.Radius <= 0 {
		return g.ended()
	}
	g.Start = [2]float64{number(all.value(id, "fx", all.value(id, "cx", middle)), whole[0]), number(all.value(id, "fy", all.value(id, "cy", middle)), whole[1])}
	const inside = 0.999
	dx, dy := g.Start[0]-g.End[0], g.Start[1]-g.End[1]
	if far := math.Hypot(dx, dy); far > inside*g.Radius {
		g.Start = [2]float64{g.End[0] + dx*inside*g.Radius/far, g.End[1] + dy*inside*g.Radius/far}
	}
	return g
}

// ended is a gradient of no length: all of it has the last colour.
func (g *Gradient) ended() *Gradient {
	last := g.Stops[len(g.Stops)-1].Color
	return &Gradient{End: [2]float64{1, 0}, Stops: []Stop{{0, last}, {1, last}}}
}

// painted is an ink that is named by its address, with what stands for one that is not there.
var painted = regexp.MustCompile(`(?i)\b((?:fill|stroke)\s*(?:=\s*["']|:)\s*)url\(\s*(?:["']|&quot;|&apos;)?([^"'&)]*)[^)]*\)([^;"'}]*)`)

// marked has the marks of gradients in the place of their names, and returns what they mark.
func (all gradients) marked(text string) (string, map[color.NRGBA]string) {
	marks, byID, next := map[color.NRGBA]string{}, map[string]string{}, 0xfe01fe
	lower := strings.ToLower(text)
	mark := func(id string) string {
		if byID[id] == "" {
			for byID[id] == "" || strings.Contains(lower, byID[id]) {
				next--
				byID[id] = fmt.Sprintf("#%06x", next)
			}
			marks[color.NRGBA{uint8(next >> 16), uint8(next >> 8 & 0xff), uint8(next & 0xff), 0xff}] = id //nolint:gosec // bytes of it
		}
		return byID[id]
	}
	text = painted.ReplaceAllStringFunc(text, func(found string) string {
		parts := painted.FindStringSubmatch(found)
		id, own := strings.CutPrefix(strings.TrimSpace(parts[2]), "#")
		if own && all.stops(id) != nil {
			return parts[1] + mark(id)
		}
		return parts[1] + cmp.Or(strings.TrimSpace(parts[3]), "none")
	})
	return text, marks
}
