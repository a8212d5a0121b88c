package sqlite

import (
	"bytes"
	"strconv"
	"strings"

	"communique/editor/release"
)

// listedOf reads of a stored text what lists show of it, and which pictures it shows. What stands
// there as Encode writes it, a key and its value on a line, is not taken apart any further.
func listedOf(text []byte) (release.Release, error) {
	if r, ok := glance(text); ok {
		return r, nil
	}
	return release.Parse(text)
}

var (
	aTable    = []byte("\n[")
	aPicture  = []byte("\npicture = ")
	aLineFeed = []byte("\n")
)

func glance(text []byte) (r release.Release, ok bool) {
	head, body, _ := bytes.Cut(text, aTable)
	for line := range strings.SplitSeq(string(head), "\n") {
		if key, value, ok := strings.Cut(line, " = "); !ok && line != "" || !setListed(&r, key, value) {
			return release.Release{}, false
		}
	}
	for {
		_, after, more := bytes.Cut(body, aPicture)
		if !more {
			return r, true
		}
		body = after
		line, _, _ := bytes.Cut(body, aLineFeed)
		hash, ok := unquoted(string(line))
		if !ok {
			return release.Release{}, false
		}
		r.Blocks = append(r.Blocks, release.Block{Kind: release.Picture, Picture: hash})
	}
}

// setListed sets the field of a release that a key names, if lists show it, and reports whether
// it could read the value.
func setListed(r *release.Release, key, value string) bool {
	var field *string
	switch release.Field(key) {
	case release.UUIDField:
		field = &r.UUID
	case release.LanguageField:
		field = &r.Language
	case release.KindField:
		field = (*string)(&r.Kind)
	case release.StatusField:
		field = (*string)(&r.Status)
	case release.NumberField:
		field = &r.Number
	case release.HeadlineField:
		field = &r.Headline
	case release.PlaceField:
		field = &r.Place
	case release.LeadField:
		field = &r.Lead
	case release.DateField:
		day, ok := unquoted(value)
		return ok && r.Date.UnmarshalText([]byte(day)) == nil
	case release.EmbargoField:
		at, ok := unquoted(value)
		return ok && r.Embargo.UnmarshalText([]byte(at)) == nil
	default:
		return true
	}
	text, ok := unquoted(value)
	*field = text
	return ok
}

// unquoted is the text between the quotation marks of TOML, whose signs for what cannot stand
// there are among Go's.
func unquoted(value string) (string, bool) {
	if len(value) < 2 || value[0] != '"' || value[len(value)-1] != '"' {
		return "", false
	}
	if inside := value[1 : len(value)-1]; !strings.ContainsAny(inside, `"\`) {
		return inside, true
	}
	text, err := strconv.Unquote(value)
	return text, err == nil
}
