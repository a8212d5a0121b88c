package html

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"
	"time"

	"communique/editor/regexp"
	"communique/editor/release"
	"communique/export/exporttest"
)

// vocabulary is what schema.org defines of the types we write: each property with the type that
// we write of those it takes.
var vocabulary = map[string]map[string]string{
	"NewsArticle": {
		"headline": "Text", "description": "Text", "identifier": "Text", "creativeWorkStatus": "Text", "dateline": "Text",
		"locationCreated": "Place", "datePublished": "DateTime", "dateModified": "DateTime", "inLanguage": "Language", "keywords": "Text",
		"author": "Organization", "publisher": "Organization", "image": "ImageObject", "articleBody": "Text",
	},
	"Place":        {"name": "Text"},
	"Organization": {"name": "Text", "url": "URL", "address": "Text", "logo": "ImageObject"},
	"ImageObject":  {"url": "URL", "width": "Distance", "height": "Distance", "caption": "Text", "creditText": "Text"},
}

var (
	distance = regexp.MustCompile(`^[1-9][0-9]* px$`)
	language = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]+)*$`)
)

// ofType reports whether a value is what the vocabulary says.
func ofType(kind string, value any) bool {
	s, isText := value.(string)
	if !isText || s == "" {
		return false
	}
	switch kind {
	case "DateTime":
		_, err := time.Parse(time.RFC3339, s)
		return err == nil
	case "URL":
		address, err := url.Parse(s)
		return err == nil && (address.Scheme != "" || strings.HasPrefix(s, "#picture-"))
	case "Distance":
		return distance.MatchString(s)
	case "Language":
		return language.MatchString(s)
	}
	return kind == "Text"
}

// checkThing holds a thing of a type, and the things in it, to the vocabulary.
func checkThing(t *testing.T, kind string, thing map[string]any) {
	t.Helper()
	if thing["@type"] != kind {
		t.Errorf("%v stands where a %s is", thing["@type"], kind)
	}
	for property, value := range thing {
		takes, known := vocabulary[kind][property]
		if strings.HasPrefix(property, "@") {
			continue
		}
		if !known {
			t.Errorf("a %s has no %s", kind, property)
		}
		values, many := value.([]any)
		if !many {
			values = []any{value}
		}
		for _, v := range values {
			if inner, isThing := v.(map[string]any); isThing {
				checkThing(t, takes, inner)
			} else if !ofType(takes, v) {
				t.Errorf("%s.%s: %v is no %s", kind, property, v, takes)
			}
		}
	}
}

// TestTheVocabulary holds all that is told of a release to what schema.org defines, in releases
// that say everything, and in one that says nothing.
func TestTheVocabulary(t *testing.T) {
	whole := exporttest.Release(1, 600)
	whole.Tags, whole.Number = []string{"встречи", "визиты"}, "15"
	whole.Blocks = append(whole.Blocks, release.Block{Kind: release.Picture, Picture: "known", Text: "Зал", Author: "Анна"})
	embargoed := whole
	var err error
	if embargoed.Embargo, err = release.NewEmbargo(whole.Date, 12, 30, "Asia/Bishkek"); err != nil {
		t.Fatal(err)
	}
	org := office
	org.Logo, org.Address = exporttest.Photograph(90, 60, 1), "г. Бишкек"
	said := map[string]bool{}
	for _, r := range []release.Release{whole, embargoed, {}} {
		var got map[string]any
		if err := json.Unmarshal(linkedData(r, org, photograph, time.Date(2024, 9, 12, 1, 2, 3, 0, time.UTC)), &got); err != nil {
			t.Fatal(err)
		}
		checkThing(t, "NewsArticle", got)
		for property := range got {
			said[property] = true
		}
	}
	for property := range vocabulary["NewsArticle"] {
		if !said[property] {
			t.Errorf("nothing says %s", property)
		}
	}
}
