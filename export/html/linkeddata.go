package html

import (
	"encoding/json"
	"time"

	"communique/editor/release"
	"communique/export/link"
	"communique/export/text"
)

// newsArticle is a release in the words of schema.org.
type newsArticle struct {
	Context       string        `json:"@context"`
	Type          string        `json:"@type"`
	Headline      string        `json:"headline,omitempty"`
	Description   string        `json:"description,omitempty"`
	Identifier    string        `json:"identifier,omitempty"`
	Dateline      string        `json:"dateline,omitempty"`
	Location      *place        `json:"locationCreated,omitempty"`
	DatePublished string        `json:"datePublished,omitempty"`
	Language      string        `json:"inLanguage,omitempty"`
	Keywords      []string      `json:"keywords,omitempty"`
	Publisher     *organization `json:"publisher,omitempty"`
	ArticleBody   string        `json:"articleBody,omitempty"`
}

type place struct {
	Type string `json:"@type"`
	Name string `json:"name"`
}

type organization struct {
	Type    string `json:"@type"`
	Name    string `json:"name"`
	URL     string `json:"url,omitempty"`
	Address string `json:"address,omitempty"`
}

// linkedData writes the release as JSON. The encoder writes < and > as numbers, so
// that no text of a release can end the element around it.
func linkedData(r release.Release, org release.Organisation) []byte {
	article := newsArticle{
		Context: "https://schema.org", Type: "NewsArticle",
		Headline: text.OneLine(r.Headline), Description: text.OneLine(r.Lead), Identifier: text.OneLine(r.Number),
		Dateline: text.Dateline(r), DatePublished: published(r), Language: text.OneLine(r.Language),
		ArticleBody: body(r),
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
		article.Publisher = &organization{"Organization", name, link.Site(org.Site), text.OneLine(org.Address)}
	}
	data, err := json.MarshalIndent(article, "", "  ")
	if err != nil { // strings alone can always be written
		panic(err)
	}
	return data
}

// published is when the text may be read: at the end of its embargo, otherwise
// on the release's day. Nobody knows it while the embargo cannot be read.
func published(r release.Release) string {
	switch {
	case r.UnreadText(release.EmbargoField) != "":
		return ""
	case !r.Embargo.IsZero():
		return r.Embargo.At.Format(time.RFC3339)
	default:
		return r.Date.String()
	}
}

// body is the text below the headline.
func body(r release.Release) string {
	r.Headline = ""
	return text.Website(r)
}
