package proof

import (
	"testing"

	"communique/editor/release"
)

func TestHolding(t *testing.T) {
	blank, lead, hint := Finding{Code: PlaceholderLeft, Level: Blocks}, Finding{Code: LeadMissing, Level: Blocks}, Finding{Code: LeadMissing, Level: Hints}
	accepted := Finding{Code: LeadMissing, Level: Blocks, Accepted: true}
	inSpite := release.Override{Codes: []string{PlaceholderLeft}}
	for name, tt := range map[string]struct {
		release  release.Release
		findings []Finding
		want     int
	}{
		"a draft":                    {release.Release{Status: release.Draft}, []Finding{blank}, 0},
		"issued":                     {release.Release{Status: release.Issued}, []Finding{blank, lead, hint, accepted}, 2},
		"issued in spite of one":     {release.Release{Status: release.Issued, Overrides: []release.Override{inSpite}}, []Finding{blank, lead}, 1},
		"issued in spite of all":     {release.Release{Status: release.Issued, Overrides: []release.Override{inSpite}}, []Finding{blank, blank}, 0},
		"issued with nothing to say": {release.Release{Status: release.Issued}, nil, 0},
	} {
		if got := Holding(tt.release, tt.findings); len(got) != tt.want {
			t.Errorf("%s: %+v", name, got)
		}
	}
}
