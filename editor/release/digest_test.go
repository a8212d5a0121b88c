package release

import (
	"reflect"
	"testing"
)

func TestDigest(t *testing.T) {
	for name, c := range map[string]struct {
		headline, lead string
		want           []Block
	}{
		"both":       {"Встреча", " Она прошла.\n", []Block{{Kind: Subheading, Text: "Встреча"}, {Kind: Paragraph, Text: "Она прошла."}}},
		"a headline": {"Встреча", " ", []Block{{Kind: Subheading, Text: "Встреча"}}},
		"a lead":     {"", "Она прошла.", []Block{{Kind: Paragraph, Text: "Она прошла."}}},
		"neither":    {},
	} {
		if got := (Release{Headline: c.headline, Lead: c.lead}).Digest(); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %+v", name, got)
		}
	}
}
