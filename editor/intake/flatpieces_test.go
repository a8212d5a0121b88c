package intake

import (
	"strings"
	"testing"
)

// TestPiecesOfPagesInOneLine: what news pages, ministries and museums have around a headline, in a text that came as one line.
func TestPiecesOfPagesInOneLine(t *testing.T) {
	const title = "Ministers agree on a joint transport plan"
	const lead = "The ministers agreed on a joint plan for transport corridors and border crossings between the two countries."
	const below = " The plan will be implemented by 2030, and a first report is due next spring. Officials of both sides will meet again in the autumn to speak of what remains to be done on the roads. Two more bridges are to be built."
	for name, tt := range map[string]struct{ text, headline, date, place, lead string }{
		"an hour behind a sign":          {"September 20, 2018 / 3:16 AM / Updated 2 hours ago " + title + " 1 Min Read MANILA (Wire) - " + lead, title, "2018-09-20", "Manila", "MANILA (Wire)"},
		"a dash that was lost":           {title + " January 29, 2025 - 5:19 PM MANILA " + lead, title, "2025-01-29", "Manila", "MANILA The"},
		"a colon behind a town":          {title + " 3 May 2024 KUWAIT: " + lead, title, "2024-05-03", "Kuwait", "KUWAIT: The"},
		"a colon behind a known town":    {"This Article is From Aug 15, 2015 " + title + " " + title + " Representational Image New Delhi: " + lead, title, "2015-08-15", "New Delhi", "New Delhi: The"},
		"a hyphen behind a state":        {title + " DETROIT, MICH.- " + lead, title, "", "Detroit, Mich", "DETROIT"},
		"a word at a dash":               {title + " Publishing date: 13 October 2022 REYKJAVIK, 13 October 2022 –" + lead, title, "2022-10-13", "Reykjavik", "REYKJAVIK"},
		"an hour in brackets":            {"• HOMEPAGE " + title + " 06.02.2020 [16:04] Baku, February 6, AZERTAC " + lead, title, "2020-02-06", "Baku", "Baku, February"},
		"bullets around days":            {title + " • 17 Feb. 2020 - • | • Last updated: 17 Feb. 2020 16:31 " + lead, title, "2020-02-17", "", "The ministers"},
		"labels without a wire":          {title + " Publishing date: 16 December 2024 Content type: News Where we are: Reef Mission What we do: Policing, Youth With the aim to link two countries, ministers agreed on a plan." + below, title, "2024-12-16", "", "With the aim"},
		"a trail and who speaks":         {"Parliament Ann Example | Sample TV | Video | Search " + title + " Hon Dr Ann Example Minister of Roads 17 May 2018 " + lead, title, "2018-05-17", "", "The ministers"},
		"contacts with a day":            {"For Immediate Release Contacts: Ann Example, Director May 20, 2017 (402) 555-0122 or press@example.org " + title + " (Omaha, NE) – " + lead, title, "2017-05-20", "Omaha, NE", "(Omaha, NE)"},
		"a wire behind the comments":     {title + " 0 CommentsPrint E-mail Xinhua, June 27, 2010 Adjust font size: " + lead, title, "2010-06-27", "", "The ministers"},
		"names before a small verb":      {"Sample Secretary General Ann Example and Reef Defence Minister Samplewick visit training site of monitors Vienna, 17 November 2014 – " + lead, "Sample Secretary General Ann Example and Reef Defence Minister Samplewick visit training site of monitors", "2014-11-17", "Vienna", "Vienna, 17"},
		"words of an office within":      {"3 May 2024 09:00 Secretary General Welcomes Sample Secretary Of State Secretary General Ann Example met with the Sample Secretary of State on Monday." + below, "Secretary General Welcomes Sample Secretary Of State", "2024-05-03", "", "Secretary General Ann"},
		"an article behind small words":  {"Daily News 04 / 04 / 2019 Brussels, 4 April 2019 Preparedness in the area of public health and food safety The bridges are shut for a year, as was said on Monday." + below, "Preparedness in the area of public health and food safety", "2019-04-04", "Brussels", "The bridges"},
		"no article within a name there": {"Daily News 04 / 04 / 2019 Brussels, 4 April 2019 Talks on a new bridge end in The Hague The bridges are shut for a year, as was said on Monday." + below, "Talks on a new bridge end in The Hague", "2019-04-04", "Brussels", "The bridges"},
	} {
		r := readSingle(t, tt.text+below)
		if r.Headline != tt.headline || r.Date.String() != tt.date || r.Place != tt.place || !strings.HasPrefix(r.Lead, tt.lead) {
			t.Errorf("%s: got %q, %s, %q, lead %q", name, r.Headline, r.Date, r.Place, r.Lead)
		}
	}
}
