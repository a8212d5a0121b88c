// Package ninjs writes a release for the systems of newsrooms: IPTC's News in
// JSON, version 3.0 (iptc.org/std/ninjs).
package ninjs

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"communique/editor/release"
	"communique/export/fingerprint"
	"communique/export/html"
	"communique/export/link"
	"communique/export/picture"
	"communique/export/text"
)

// item is a news object; the fields are those of the standard that a release
// knows.
type item struct {
	URI             string   `json:"uri"`
	Standard        standard `json:"standard"`
	Type            string   `json:"type"`
	Version         string   `json:"version"`
	FirstCreated    string   `json:"firstCreated,omitempty"`
	VersionCreated  string   `json:"versionCreated,omitempty"`
	EmbargoedUntil  string   `json:"embargoedUntil,omitempty"`
	PubStatus       string   `json:"pubStatus"`
	CopyrightHolder string   `json:"copyrightHolder,omitempty"`
	Language        string   `json:"language,omitempty"`
	Title           string   `json:"title,omitempty"`
	Headlines       []valued `json:"headlines,omitempty"`
	Descriptions    []valued `json:"descriptions,omitempty"`
	Bodies          []body   `json:"bodies,omitempty"`
	Subjects        []named  `json:"subjects,omitempty"`
	Located         string   `json:"located,omitempty"`
	InfoSources     []source `json:"infoSources,omitempty"`
	AltIDs          []valued `json:"altIds,omitempty"`
	Genres          []named  `json:"genres,omitempty"`
	Associations    []photo  `json:"associations,omitempty"`
}

// photo is a picture of the release, a news object of its own.
type photo struct {
	Name         string      `json:"name"`
	URI          string      `json:"uri"`
	Type         string      `json:"type"`
	PubStatus    string      `json:"pubStatus"`
	Language     string      `json:"language,omitempty"`
	By           string      `json:"by,omitempty"`
	Descriptions []valued    `json:"descriptions,omitempty"`
	Renditions   []rendition `json:"renditions,omitempty"`
}

// rendition is a picture's file.
type rendition struct {
	Name   string `json:"name"`
	Href   string `json:"href"` // "" until all else is written
	Type   string `json:"contentType"`
	Width  int    `json:"width"`
	Height int    `json:"height"`
	Size   int    `json:"sizeInBytes"`
}

type standard struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	Schema  string `json:"schema"`
}

type valued struct {
	Role  string `json:"role,omitempty"`
	Value string `json:"value"`
}

type named struct {
	Name string `json:"name"`
}

type body struct {
	Role        string `json:"role"`
	ContentType string `json:"contentType"`
	CharCount   int    `json:"charCount"`
	WordCount   int    `json:"wordCount"`
	Value       string `json:"value"`
}

// source is whom the content comes from, and whom one asks about it.
type source struct {
	Name    string    `json:"name,omitempty"`
	Role    string    `json:"role"`
	Contact []contact `json:"contactInfo,omitempty"`
}

// contact holds a value, or the address of a house.
type contact struct {
	Type    string   `json:"type"`
	Value   string   `json:"value,omitempty"`
	Address *address `json:"address,omitempty"`
}

type address struct {
	Lines []string `json:"lines"`
}

// Render returns r as ninjs, in UTF-8. A release that is not issued is withheld.
// It was created on the release's day, told as midnight UTC: the standard has no day without
// a time. This version of it was when its text was saved last, or then, too, where saved is
// zero. Its pictures are in it, as data: addresses.
func Render(r release.Release, org release.Organisation, pictures picture.Set, saved time.Time) ([]byte, error) {
	hash := fingerprint.Hash(r)
	i := item{
		URI:      identifier(r, org, hash),
		Standard: standard{"ninjs", "3.0", "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json#"},
		Type:     "text", Version: hash[:8], PubStatus: "withheld",
		CopyrightHolder: text.OneLine(org.Name), Language: text.OneLine(r.Language), Title: text.OneLine(r.Headline),
		Located: text.OneLine(r.Place), Bodies: bodies(r), InfoSources: sources(r, org),
	}
	if r.Status == release.Issued && r.UnreadText(release.EmbargoField) == "" {
		i.PubStatus = "usable"
	}
	if !r.Date.IsZero() {
		i.FirstCreated = r.Date.Time().Format(time.RFC3339)
		i.VersionCreated = i.FirstCreated
	}
	if !saved.IsZero() {
		i.VersionCreated = saved.UTC().Format(time.RFC3339)
	}
	if !r.Embargo.IsZero() {
		i.EmbargoedUntil = r.Embargo.At.Format(time.RFC3339)
	}
	i.Headlines = appendValue(i.Headlines, "main", r.Headline)
	i.Headlines = appendValue(i.Headlines, "sub", r.Subheadline)
	i.Descriptions = appendValue(i.Descriptions, "summary", r.Lead)
	i.AltIDs = appendValue(i.AltIDs, "number", r.Number)
	i.AltIDs = appendValue(i.AltIDs, "sha256", hash)
	for _, tag := range r.Tags {
		if tag = text.OneLine(tag); tag != "" {
			i.Subjects = append(i.Subjects, named{tag})
		}
	}
	if kind := text.OneLine(string(r.Kind)); kind != "" {
		i.Genres = []named{{kind}}
	}
	i.Associations = photos(r, pictures, i.PubStatus)
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false) // it is a file of its own, and people read it
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(i); err != nil {
		return nil, fmt.Errorf("ninjs: %w", err)
	}
	return withAddresses(b.Bytes(), r, pictures), nil
}

// noAddress stands in the JSON where a picture goes. No text can hold it: its quotation
// marks would be escaped there.
const noAddress = `"href": ""`

// withAddresses puts the pictures into their renditions. The encoder would read each
// megabyte of them four times.
func withAddresses(data []byte, r release.Release, pictures picture.Set) []byte {
	size := len(data)
	for _, b := range r.Blocks {
		size += base64.StdEncoding.EncodedLen(len(pictures[b.Picture].Data)) + len("data:image/jpeg;base64,")
	}
	out := make([]byte, 0, size)
	for _, b := range r.Blocks {
		if file, known := pictures[b.Picture]; known && b.Kind == release.Picture {
			before, after, _ := bytes.Cut(data, []byte(noAddress))
			out = append(out, before...)
			out = append(out, `"href": "`+html.Embedded(b.Picture, file)+`"`...)
			data = after
		}
	}
	return append(out, data...)
}

func appendValue(list []valued, role, value string) []valued {
	if value = text.OneLine(value); value == "" {
		return list
	}
	return append(list, valued{role, value})
}

// identifier names the release for good: by the organisation's site, the day, the
// number and the language where it has them (a tag, RFC 4151), otherwise by its
// content (RFC 6920). A translation has its original's number and day.
func identifier(r release.Release, org release.Organisation, hash string) string {
	site, err := url.Parse(link.Site(org.Site))
	number := text.OneLine(r.Number)
	if err == nil && site.Hostname() != "" && !r.Date.IsZero() && number != "" {
		return "tag:" + site.Hostname() + "," + r.Date.String() + ":" + url.PathEscape(number) + "/" + url.PathEscape(text.OneLine(r.Language))
	}
	return named256(hash)
}

// bodies gives the text below the headline twice, plain and as a web page has it. The
// words about the office are its last paragraph.
func bodies(r release.Release) []body {
	r.Headline = ""
	page := html.FragmentWithBoilerplate(r)
	r.Blocks = append(slices.Clone(r.Blocks), release.Block{Kind: release.Paragraph, Text: r.Boilerplate, Marks: r.BoilerplateMarks})
	plain := text.Website(r)
	if plain == "" {
		return nil
	}
	words, characters := len(strings.Fields(plain)), utf8.RuneCountInString(plain)
	return []body{
		{"main", "text/plain", characters, words, plain},
		{"richtext", "text/html", characters, words, page},
	}
}

// photos tells of the pictures in the order of the text, each named by its content.
func photos(r release.Release, pictures picture.Set, status string) []photo {
	var list []photo
	for _, b := range r.Blocks {
		if b.Kind != release.Picture {
			continue
		}
		p := photo{
			Name: "picture-" + strconv.Itoa(len(list)+1), URI: named256(b.Picture), Type: "picture", PubStatus: status,
			Language: text.OneLine(r.Language), By: text.OneLine(b.Author),
		}
		p.Descriptions = appendValue(p.Descriptions, "caption", b.Text)
		p.Descriptions = appendValue(p.Descriptions, "alternative", b.Alternative)
		if file, known := pictures[b.Picture]; known {
			p.Renditions = []rendition{{"main", "", file.Type, file.Width, file.Height, len(file.Data)}}
		}
		list = append(list, p)
	}
	return list
}

// named256 names a content by its SHA-256 (RFC 6920).
func named256(hash string) string {
	raw, _ := hex.DecodeString(hash) // fingerprint wrote it, or the library
	return "ni:///sha-256;" + base64.RawURLEncoding.EncodeToString(raw)
}

func sources(r release.Release, org release.Organisation) []source {
	var list []source
	if name := text.OneLine(org.Name); name != "" {
		publisher := source{Name: name, Role: "publisher"}
		publisher.add("web", org.Site)
		if lines := text.Lines(org.Address); lines != nil {
			publisher.Contact = append(publisher.Contact, contact{Type: "address", Address: &address{lines}})
		}
		list = append(list, publisher)
	}
	for _, c := range r.Contacts {
		s := source{Name: text.Who(c), Role: "contact"}
		for _, p := range c.Phones {
			for _, kind := range phoneTypes(p.Kind) {
				s.add(kind, p.Number)
			}
		}
		s.add("email", c.Email)
		s.add("web", c.Site)
		if s.Name != "" || len(s.Contact) > 0 {
			list = append(list, s)
		}
	}
	return list
}

func (s *source) add(kind, value string) {
	if value = text.OneLine(value); value != "" {
		s.Contact = append(s.Contact, contact{Type: kind, Value: value})
	}
}

// phoneTypes are the types of what answers at a number: the standard has none for a number that two answer at.
func phoneTypes(kind release.PhoneKind) []string {
	switch kind {
	case release.Mobile:
		return []string{"mobile"}
	case release.Fax:
		return []string{"fax"}
	case release.PhoneFax:
		return []string{"phone", "fax"}
	}
	return []string{"phone"}
}
