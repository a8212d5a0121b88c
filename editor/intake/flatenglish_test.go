package intake

import (
	"slices"
	"strings"
	"testing"

	"communique/editor/intake/repair"
	"communique/editor/release"
)

// TestEnglishPiecesInOneLine: what a page has around the headline, a wire's dateline with and without a day, and whom to ask.
func TestEnglishPiecesInOneLine(t *testing.T) {
	const title = "Ministers Agree on a Joint Transport Plan"
	const lead = "The ministers agreed on a joint plan for transport corridors and border crossings between the two countries."
	const below = " The plan will be implemented by 2030, and a first report is due next spring. Officials of both sides will meet again in the autumn to speak of what remains to be done on the roads. Two more bridges are to be built."
	for head, want := range map[string]string{
		title + " NIAMEY – ":                                               title + "|||Niamey|NIAMEY – " + lead,
		title + " LANSING, Mich. – ":                                       title + "|||Lansing, Mich.|LANSING, Mich. – " + lead,
		title + " Washington, DC - ":                                       title + "|||Washington, DC|Washington, DC - " + lead,
		title + " Bishkek, Kyrgyzstan – ":                                  title + "|||Bishkek, Kyrgyzstan|Bishkek, Kyrgyzstan – " + lead,
		title + " July 28, 2013 (NAIROBI) – ":                              title + "||2013-07-28|Nairobi|July 28, 2013 (NAIROBI) – " + lead,
		title + " Source: Wire Editor: sample BISHKEK, Aug. 27 (Wire) -- ": title + "|||Bishkek|BISHKEK, Aug. 27 (Wire) -- " + lead,
		title + " News provided by Samplesoft Inc. May 16, 2023, 09:00 ET Share this article KRAKOW, Poland, May 16, 2023 -- ":                    title + "||2023-05-16|Krakow, Poland|KRAKOW, Poland, May 16, 2023 -- " + lead,
		title + " May 16, 2023 09:00 ET | Source: Samplesoft Inc. KRAKOW, Poland, May 16, 2023 (WIRE) -- ":                                        title + "||2023-05-16|Krakow, Poland|KRAKOW, Poland, May 16, 2023 (WIRE) -- " + lead,
		title + " May 16, 2023 09:00 AM Eastern Daylight Time KRAKOW, Poland--(BUSINESS WIRE)--":                                                  title + "||2023-05-16|Krakow, Poland|KRAKOW, Poland--(BUSINESS WIRE)--" + lead,
		title + " Publishing date 15 January 2025 Content type Press release Where we are Sample Office WARSAW/DUSHANBE, 15 January 2025 – ":      title + "||2025-01-15|Warsaw/Dushanbe|WARSAW/DUSHANBE, 15 January 2025 – " + lead,
		"FOR IMMEDIATE RELEASE June 12, 2023 Media Contact: press@example.gov " + title + " New law gives money to small towns LANSING, Mich. – ": title + "|New law gives money to small towns|2023-06-12|Lansing, Mich.|LANSING, Mich. – " + lead,
		"News Release | 29 November 2023 " + title + " MANILA, PHILIPPINES (29 November 2023) — ":                                                 title + "||2023-11-29|Manila, Philippines|MANILA, PHILIPPINES (29 November 2023) — " + lead,
		"Press Release (2014) 062 Issued on 01 Apr. 2014 | Last updated: 02 Apr. 2014 09:14 " + title + " ":                                       title + "||2014-04-01||" + lead,
		title + " Posted on Friday 6th September 2024 ":                                                                                           title + "||2024-09-06||" + lead,
		title + " 14:05 14/02/2023 ": title + "||2023-02-14||" + lead,
		"European Commission - Press release " + title + " Brussels, 9 December 2022 ":                                                              title + "||2022-12-09|Brussels|" + lead,
		title + " November 27, 2024 17:40 Astana ":                                                                                                  title + "||2024-11-27|Astana|" + lead,
		"FOR IMMEDIATE RELEASE NOVEMBER 11, 2013 MINISTERS AGREE ON A JOINT TRANSPORT PLAN Fewer Grants for Roads Among Outcomes WASHINGTON, DC – ": "MINISTERS AGREE ON A JOINT TRANSPORT PLAN|Fewer Grants for Roads Among Outcomes|2013-11-11|Washington, DC|WASHINGTON, DC – " + lead,
		title + " October 31, 2025 by Admin NEW DELHI, Oct 31 — ":                                                                                   title + "||2025-10-31|New Delhi|NEW DELHI, Oct 31 — " + lead,
		title + " (Washington, DC) -- ":                                                                                                             title + "|||Washington, DC|(Washington, DC) -- " + lead,
		"EXHIBIT 99.1 " + title + " Copyright © Sample Media Ltd. 2005 HOUSTON, June 19, 2014 (WIRE) -- ":                                           title + "||2014-06-19|Houston|HOUSTON, June 19, 2014 (WIRE) -- " + lead,
		"Published: 12.09.2023 16:20 Views: 318 " + title + " ":                                                                                     title + "||2023-09-12||" + lead,
	} {
		r := readSingle(t, head+lead+below)
		if got := strings.Join([]string{r.Headline, r.Subheadline, r.Date.String(), r.Place, r.Lead}, "|"); got != want {
			t.Errorf("%q:\ngot  %s\nwant %s", head, got, want)
		}
	}
}

// TestEnglishLinesThatNothingParts keep what is unsure: no town within a headline parts it, and what only the words of a lead tell is a guess.
func TestEnglishLinesThatNothingParts(t *testing.T) {
	const below = " The plan will be implemented by 2030, and a first report is due next spring. Officials of both sides will meet again in the autumn to speak of what remains to be done on the roads. Two more bridges are to be built."
	r := readSingle(t, "Direct Flights From London – Paris Route Included – Open Again The airline said that direct flights from London will open again in spring."+below)
	if r.Place != "" || strings.HasSuffix(r.Headline, "From") {
		t.Errorf("%q, %q", r.Headline, r.Place)
	}
	r = readSingle(t, "2 May 2024 09:00 Ministers agree on transport plan Today the ministers agreed on a plan for transport between the countries."+below)
	if r.Headline != "Ministers agree on transport plan" || !slices.ContainsFunc(r.Repairs, func(p release.Repair) bool { return p.Code == repair.HeadlineGuessed }) {
		t.Errorf("%q, %v", r.Headline, r.Repairs)
	}
}
