package newsroom

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"html"
	"slices"
	"strings"

	"communique/editor/intake/contact"
	"communique/editor/intake/layout"
	"communique/editor/release"
	"communique/editor/wordset"
)

// newsJSON is ninjs 1.3 to 3.0 (iptc.org/std/ninjs), as far as a release needs it. Names
// are told without regard to capitals, in which the versions differ.
type newsJSON struct {
	URI             string
	Headline        string
	Title           string
	Headlines       []valued
	BodyHTML        string `json:"body_html"`
	BodyXHTML       string `json:"body_xhtml"`
	BodyText        string `json:"body_text"`
	ContentHTML     string `json:"content_html"` // of JSON Feed, whose items have these names
	ContentText     string `json:"content_text"`
	DatePublished   string `json:"date_published"`
	Summary         string
	Bodies          []jsonBody
	DescriptionText string `json:"description_text"`
	DescriptionHTML string `json:"description_html"`
	Descriptions    []valued
	Byline          string
	By              string
	Located         string
	Language        string
	FirstCreated    string
	VersionCreated  string
	ContentCreated  string
	Embargoed       string
	EmbargoedUntil  string
	CopyrightHolder string
	EdNote          string
	Subject         []jsonName
	Subjects        []jsonName
	Genres          []jsonName
	AltIDs          json.RawMessage
	InfoSources     []jsonSource
	Associations    json.RawMessage
	Renditions      json.RawMessage
	Type            string
}

type valued struct{ Role, Value, ContentType string }

type jsonBody struct{ Role, ContentType, Value string }

type jsonName struct{ Name string }

type jsonSource struct {
	Name, Role  string
	ContactInfo []jsonReach
}

// jsonReach is one way to reach somebody: a value, or the address of a house.
type jsonReach struct {
	Type, Role, Value string
	Address           any
}

// Text is the way as words.
func (w jsonReach) text() string {
	if w.Value != "" {
		return w.Value
	}
	return strings.Join(addressWords(w.Address), ", ")
}

// addressWords are the texts of an address, whose parts are texts, lists or named things, by the version of ninjs.
func addressWords(address any) (words []string) {
	switch part := address.(type) {
	case string:
		if strings.TrimSpace(part) != "" {
			words = append(words, part)
		}
	case []any:
		for _, p := range part {
			words = append(words, addressWords(p)...)
		}
	case map[string]any:
		for _, name := range []string{"name", "lines", "postalcode", "postalCode", "locality", "area", "country"} {
			words = append(words, addressWords(part[name])...)
		}
	}
	return words
}

// mailNames and siteNames are what they call an e-mail and a site.
var (
	mailNames = wordset.Of("email mail e-mail")
	siteNames = wordset.Of("web url website")
)

// phoneKind is the kind of phone that items of news call so.
func phoneKind(called string) (kind release.PhoneKind, is bool) {
	switch strings.ToLower(called) {
	case "phone", "telephone", "tel", "office", "work":
		return release.Phone, true
	case "mobile", "cell", "cellphone", "mobilephone":
		return release.Mobile, true
	case "fax", "telefax", "facsimile":
		return release.Fax, true
	}
	return "", false
}

// MostItems is how many items one file of news has at most.
const MostItems = 10_000

// IsJSON reports whether a text is JSON by its look.
func IsJSON(text string) bool {
	text = strings.TrimSpace(text)
	if !strings.HasPrefix(text, "{") && !strings.HasPrefix(text, "[") {
		return false
	}
	ended := strings.HasSuffix(text, "}") || strings.HasSuffix(text, "]")
	return ended && (strings.Count(text, "[")+strings.Count(text, "{") > tooDeep || json.Valid([]byte(text)))
}

// tooDeep is how many lists and objects within one another the library reads at most; a text with more of them has the look alone.
const tooDeep = 10_000

// JSON reads an item of ninjs, or a list of them; false where the text is other JSON.
func JSON(text string) ([]Item, bool) {
	if !IsJSON(text) {
		return nil, false
	}
	var items []newsJSON
	if strings.HasPrefix(strings.TrimSpace(text), "[") {
		var ok bool
		if items, ok = itemsOf([]byte(text)); !ok {
			return nil, false
		}
	} else {
		var one struct {
			newsJSON
			Items   json.RawMessage
			Version json.RawMessage
		}
		if json.Unmarshal([]byte(text), &one) != nil {
			return nil, false
		}
		items, _ = itemsOf(one.Items) // none
		if len(items) == 0 || !bytes.Contains(one.Version, []byte("jsonfeed")) {
			items = append(items, one.newsJSON)
		} else {
			items[0].EdNote = firstOf(items[0].EdNote, one.Title) // what the feed is called
		}
	}
	var all []Item
	for _, i := range items {
		if n := i.news(); n.Title+n.Content+n.Plain+n.Summary != "" {
			all = append(all, n)
		}
	}
	return all, len(all) > 0
}

// itemsOf reads a list of items one by one, so that a list of something else ends at its first.
func itemsOf(data []byte) (items []newsJSON, ok bool) {
	d := json.NewDecoder(bytes.NewReader(data))
	if start, err := d.Token(); err != nil || start != json.Delim('[') {
		return nil, false
	}
	for d.More() {
		var one newsJSON
		if d.Decode(&one) != nil || len(items) == MostItems {
			return nil, false
		}
		items = append(items, one)
	}
	return items, true
}

func (j newsJSON) news() Item {
	n := Item{
		Title: html.EscapeString(firstOf(roled(j.Headlines, "main", ""), j.Headline, j.Title)), Subtitle: html.EscapeString(roled(j.Headlines, "sub", "subheadline")),
		Summary: firstOf(html.EscapeString(firstOf(roled(j.Descriptions, "summary", ""), j.DescriptionText, j.Summary)), j.DescriptionHTML),
		Content: firstOf(j.BodyHTML, j.BodyXHTML, j.ContentHTML), Plain: firstOf(j.BodyText, j.ContentText), At: []string{j.ContentCreated, j.DatePublished, j.FirstCreated}, Saved: j.VersionCreated,
		Embargo: firstOf(j.EmbargoedUntil, j.Embargoed), Place: j.Located, Language: j.Language, Number: j.number(),
		More: []string{j.Byline, j.By, j.EdNote},
	}
	for _, b := range j.Bodies {
		if strings.Contains(b.ContentType, "html") {
			n.Content = firstOf(n.Content, b.Value)
		} else {
			n.Plain = firstOf(n.Plain, b.Value)
		}
	}
	for _, s := range append(j.Subject, j.Subjects...) {
		n.Tags = append(n.Tags, s.Name)
	}
	for _, g := range j.Genres {
		n.Kind = firstOf(n.Kind, g.Name)
	}
	publisher := ""
	for _, s := range j.InfoSources {
		if s.Role == "contact" {
			contact, more := s.contact()
			n.Contacts, n.More = append(n.Contacts, contact), append(n.More, more...)
			continue
		}
		publisher = s.Name
		n.More = append(n.More, s.Name)
		for _, c := range s.ContactInfo {
			n.More = append(n.More, c.text())
		}
	}
	if j.CopyrightHolder != publisher {
		n.More = append(n.More, j.CopyrightHolder)
	}
	for at, text := range append(slices.Clip(n.At), n.Saved) { // a time has no field
		if t, ok := Instant(text); ok && t.UTC().Format("15:04:05") != "00:00:00" && (at == 0 || text != n.At[at-1]) {
			n.More = append(n.More, text)
		}
	}
	n.Pictures = j.photographs()
	return n
}

// Number is the office's own of the item.
func (j newsJSON) number() string {
	var ids []valued
	_ = json.Unmarshal(j.AltIDs, &ids) // older versions have an object of anybody's names
	return roled(ids, "number", "number")
}

// contact parts whom a source names into its parts; more is what has no field of a contact.
func (s jsonSource) contact() (c release.Contact, more []string) {
	c = contact.Named(s.Name)
	for _, way := range s.ContactInfo {
		called := strings.ToLower(firstOf(way.Type, way.Role))
		kind, isPhone := phoneKind(called)
		switch {
		case isPhone && way.Value != "":
			phone := release.PhoneNumber{Number: way.Value, Kind: kind}
			if read := contact.ReadPhoneList(way.Value); len(read) == 1 && read[0].Kind != release.Phone {
				phone = read[0]
			}
			if last := len(c.Phones) - 1; last >= 0 && phone.Kind == release.Fax && c.Phones[last] == (release.PhoneNumber{Number: phone.Number, Kind: release.Phone}) {
				c.Phones[last].Kind = release.PhoneFax // both answer at it
				continue
			}
			c.Phones = append(c.Phones, phone)
		case mailNames.Has(called) && c.Email == "":
			c.Email = way.Value
		case siteNames.Has(called) && c.Site == "":
			c.Site = way.Value
		default:
			more = append(more, way.text())
		}
	}
	return c, more
}

// photographs are the pictures that come along, as far as their files are within.
func (j newsJSON) photographs() []layout.Paragraph {
	var list []newsJSON
	if json.Unmarshal(j.Associations, &list) != nil {
		var named map[string]newsJSON
		_ = json.Unmarshal(j.Associations, &named) // none
		for _, a := range named {
			list = append(list, a)
		}
	}
	var all []layout.Paragraph
	for _, a := range list {
		if file := a.file(); layout.IsPicture(file) {
			all = append(all, layout.Paragraph{
				Kind: layout.Picture, File: file, Text: firstOf(roled(a.Descriptions, "caption", ""), a.DescriptionText),
				Alternative: roled(a.Descriptions, "alternative", "alternative"), By: firstOf(a.By, a.Byline),
			})
		}
	}
	return all
}

// file returns the bytes of a picture that stands in its address.
func (j newsJSON) file() []byte {
	var files []struct{ Href string }
	_ = json.Unmarshal(j.Renditions, &files) // older versions have addresses elsewhere only
	for _, f := range files {
		if _, data, inside := strings.Cut(f.Href, ";base64,"); inside && strings.HasPrefix(f.Href, "data:image/") {
			if file, err := base64.StdEncoding.DecodeString(data); err == nil {
				return file
			}
		}
	}
	return nil
}

// roled returns the value of a role, or of the other one; with "" for that the first value.
func roled(list []valued, role, other string) string {
	for _, v := range list {
		if v.Role == role {
			return v.Value
		}
	}
	for _, v := range list {
		if other == "" || v.Role == other {
			return v.Value
		}
	}
	return ""
}

// firstOf returns the first text that says something.
func firstOf(all ...string) string {
	for _, text := range all {
		if strings.TrimSpace(text) != "" {
			return text
		}
	}
	return ""
}
