package html

import (
	"bytes"
	"encoding/json"
	"image/png"
	"strconv"
	"strings"
	"time"
	"unicode"

	"communique/assets/zones"
	"communique/editor/release"
	"communique/export/link"
	"communique/export/logo"
	"communique/export/picture"
	"communique/export/text"
)

// newsArticle is a release in the words of schema.org.
type newsArticle struct {
	Context       string        `json:"@context"`
	Type          string        `json:"@type"`
	Headline      string        `json:"headline,omitempty"`
	Description   string        `json:"description,omitempty"`
	Identifier    string        `json:"identifier,omitempty"`
	Status        string        `json:"creativeWorkStatus,omitempty"`
	Dateline      string        `json:"dateline,omitempty"`
	Location      *place        `json:"locationCreated,omitempty"`
	DatePublished string        `json:"datePublished,omitempty"`
	DateModified  string        `json:"dateModified,omitempty"`
	Language      string        `json:"inLanguage,omitempty"`
	Keywords      []string      `json:"keywords,omitempty"`
	Author        *organization `json:"author,omitempty"`
	Publisher     *organization `json:"publisher,omitempty"`
	Image         []imageObject `json:"image,omitempty"`
	ArticleBody   string        `json:"articleBody,omitempty"`
}

type place struct {
	Type string `json:"@type"`
	Name string `json:"name"`
}

type organization struct {
	Type    string       `json:"@type"`
	Name    string       `json:"name"`
	URL     string       `json:"url,omitempty"`
	Address string       `json:"address,omitempty"`
	Logo    *imageObject `json:"logo,omitempty"`
}

type imageObject struct {
	Type    string `json:"@type"`
	URL     string `json:"url"`
	Width   string `json:"width,omitempty"` // schema.org's Distance, which a bare number is not
	Height  string `json:"height,omitempty"`
	Caption string `json:"caption,omitempty"`
	Credit  string `json:"creditText,omitempty"`
}

// linkedData writes the release as JSON. The encoder writes < and > as numbers, so
// that no text of a release can end the element around it.
func linkedData(r release.Release, org release.Organisation, pictures picture.Set, saved time.Time) []byte {
	article := newsArticle{
		Context: "https://schema.org", Type: "NewsArticle",
		Headline: shortened(text.OneLine(r.Headline)), Description: text.OneLine(r.Lead), Identifier: text.OneLine(r.Number),
		Dateline: text.Dateline(r), DatePublished: published(r), Language: text.OneLine(r.Language),
		ArticleBody: body(r), Image: images(r, pictures),
	}
	if !saved.IsZero() {
		article.DateModified = saved.UTC().Format(time.RFC3339)
	}
	if r.Status != release.Issued {
		article.Status = "Draft"
	}
	for _, tag := range r.Tags {
		if tag = text.OneLine(tag); tag != "" {
			article.Keywords = append(article.Keywords, tag)
		}
	}
	if name := text.OneLine(r.Place); name != "" {
		article.Location = &place{"Place", name}
	}
	if name := text.OneLine(org.Name); name != "" {
		article.Author = &organization{Type: "Organization", Name: name, URL: link.Site(org.Site)}
		article.Publisher = &organization{"Organization", name, link.Site(org.Site), text.OneLine(org.Address), logoOf(org)}
	}
	data, err := json.MarshalIndent(article, "", "  ")
	if err != nil { // strings alone can always be written
		panic(err)
	}
	return data
}

// longestHeadline is how many characters of a headline search engines take.
const longestHeadline = 110

// shortened is a headline that search engines take, cut between words.
func shortened(headline string) string {
	letters := []rune(headline)
	if len(letters) <= longestHeadline {
		return headline
	}
	cut := string(letters[:longestHeadline-1])
	if at := strings.LastIndexFunc(cut, unicode.IsSpace); at > 0 {
		cut = cut[:at]
	}
	return strings.TrimRight(cut, " \u00a0,;:–—-") + "…"
}

// images are the pictures that the page shows, by their places in it.
func images(r release.Release, pictures picture.Set) []imageObject {
	var all []imageObject
	for _, b := range r.Blocks {
		if p, known := pictures[b.Picture]; known && b.Kind == release.Picture {
			all = append(all, imageObject{
				"ImageObject", "#" + pictureID(len(all)+1), dots(p.Width), dots(p.Height), text.OneLine(b.Text), text.OneLine(b.Author),
			})
		}
	}
	return all
}

// dots is how wide or high a picture is.
func dots(count int) string { return strconv.Itoa(count) + " px" }

// logoHeight is how high a logo is read, in points: it stands on no page.
const logoHeight = 60

// logoOf is the office's logo; nil where it has none that can be read.
func logoOf(org release.Organisation) *imageObject {
	if org.Logo == nil {
		return nil
	}
	l, err := logo.Read(org.Logo, logoHeight)
	if err != nil {
		return nil
	}
	config, err := png.DecodeConfig(bytes.NewReader(l.PNG))
	if err != nil { // it was written a moment ago
		panic(err)
	}
	file := picture.Picture{Data: l.PNG, Type: "image/png"}
	return &imageObject{Type: "ImageObject", URL: Embedded("", file), Width: dots(config.Width), Height: dots(config.Height)}
}

// published is when the text may be read: at the end of its embargo, otherwise from the
// beginning of the release's day on, where its place is. Nobody knows it while the embargo
// cannot be read.
func published(r release.Release) string {
	switch {
	case r.UnreadText(release.EmbargoField) != "", r.Embargo.IsZero() && r.Date.IsZero():
		return ""
	case !r.Embargo.IsZero():
		return r.Embargo.At.Format(time.RFC3339)
	}
	day := r.Date.Time()
	if there, err := time.LoadLocation(zones.Of(text.OneLine(r.Place))); err == nil {
		day = time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, there)
	}
	return day.Format(time.RFC3339)
}

// body is the text below the headline.
func body(r release.Release) string {
	r.Headline = ""
	return text.Website(r)
}
