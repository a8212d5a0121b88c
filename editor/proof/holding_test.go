package proof

import (
	"strings"
	"testing"

	"communique/editor/release"
)

func TestHolding(t *testing.T) {
	finding := func(code, text string, field release.Field, block release.BlockID) Finding {
		return Finding{Code: code, Level: Blocks, Text: text, TextID: release.TextID{Field: field, Block: block}}
	}
	blank, lead := finding(PlaceholderLeft, "___", release.LeadField, 0), finding(LeadMissing, "", release.LeadField, 0)
	hint, accepted := lead, lead
	hint.Level, accepted.Accepted = Hints, true
	more := func(f Finding, n int) Finding {
		f.More = n
		return f
	}
	issued := func(overrides ...release.Override) release.Release {
		return release.Release{Status: release.Issued, Overrides: overrides}
	}
	inSpite := func(found ...Finding) release.Override { return release.Override{Findings: Seen(found)} }
	older := release.Override{Codes: []string{PlaceholderLeft}}
	for name, tt := range map[string]struct {
		release  release.Release
		findings []Finding
		want     int
	}{
		"a draft":                    {release.Release{Status: release.Draft}, []Finding{blank}, 0},
		"issued":                     {issued(), []Finding{blank, lead, hint, accepted}, 2},
		"issued with nothing to say": {issued(), nil, 0},
		"in spite of one":            {issued(inSpite(blank)), []Finding{blank, lead}, 1},
		"in spite of what is gone":   {issued(inSpite(blank, lead)), []Finding{lead}, 0},
		"another text":               {issued(inSpite(blank)), []Finding{blank, finding(PlaceholderLeft, "ХХХ", release.LeadField, 0)}, 1},
		"another field":              {issued(inSpite(blank)), []Finding{finding(PlaceholderLeft, "___", release.HeadlineField, 0)}, 1},
		"another block":              {issued(inSpite(blank)), []Finding{finding(PlaceholderLeft, "___", release.LeadField, 7)}, 1},
		"the like beside it":         {issued(inSpite(blank)), []Finding{blank, blank}, 1},
		"both seen at once":          {issued(inSpite(blank, blank)), []Finding{blank, blank}, 0},
		"both seen, then a third":    {issued(inSpite(blank, blank)), []Finding{blank, blank, blank}, 1},
		"one seen twice":             {issued(inSpite(blank), inSpite(blank)), []Finding{blank, blank}, 1},
		"one seen, then both":        {issued(inSpite(blank), inSpite(blank, blank)), []Finding{blank, blank}, 0},
		"seen by one each":           {issued(inSpite(blank), inSpite(lead)), []Finding{blank, lead}, 0},
		"those not listed":           {issued(inSpite(blank, more(blank, 7))), []Finding{blank, more(blank, 7)}, 0},
		"one more not listed":        {issued(inSpite(blank, more(blank, 7))), []Finding{blank, more(blank, 8)}, 1},
		"fewer not listed":           {issued(inSpite(blank, more(blank, 7))), []Finding{blank, more(blank, 3)}, 1}, // nobody knows which
		"listed by now":              {issued(inSpite(blank, more(blank, 7))), []Finding{blank, blank}, 0},
		"of an older file":           {issued(older), []Finding{blank, blank, lead}, 1},
		"older, and then another":    {issued(older, inSpite(lead)), []Finding{blank, lead}, 0},
	} {
		if got := Holding(tt.release, tt.findings); len(got) != tt.want {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// TestAnOverrideCoversNoHiddenFinding: of very many findings of a kind most are not listed, and an
// override of before lets none of them pass that was not there then.
func TestAnOverrideCoversNoHiddenFinding(t *testing.T) {
	r := body(strings.Repeat("___ и ", Most+5))
	r.Blocks = release.Numbered(r.Blocks)
	r.Status = release.Issued
	r.Overrides = []release.Override{{Who: "Анна Пробная", Findings: Seen(Blocking(Check(r, Params{})))}}
	if held := Holding(r, Check(r, Params{})); len(held) != 0 {
		t.Errorf("what was seen holds it by %d findings", len(held))
	}
	r.Blocks = append(r.Blocks, release.Block{ID: 7, Kind: release.Paragraph, Text: "Имя ____."}) // hidden, too
	r.Overrides[0].Findings = Seen(Blocking(Check(r, Params{})))
	data, err := r.Encode()
	if err != nil {
		t.Fatal(err)
	}
	back, err := release.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	if held := Holding(back, Check(back, Params{})); len(held) != 0 {
		t.Errorf("read again, what was seen holds it by %d findings", len(held))
	}
	r.Blocks[1].Text = "Имя (ФИО)."
	if held := Holding(r, Check(r, Params{})); len(held) != 1 {
		t.Errorf("another blank in the place of one holds it by %d findings", len(held))
	}
	r.Blocks[1].Text = "Имя ____."
	r.Blocks[0].Text += "___"
	if held := Holding(r, Check(r, Params{})); len(held) != 1 {
		t.Errorf("one more blank holds it by %d findings", len(held))
	}
}
