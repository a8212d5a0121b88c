package intake

import (
	"strings"
	"testing"

	"communique/editor/intake/repair"
	"communique/editor/release"
)

// codesOf are the repairs of one field.
func codesOf(r release.Release, field release.Field) string {
	var codes []string
	for _, one := range r.Repairs {
		if one.Field == field {
			codes = append(codes, one.Code)
		}
	}
	return strings.Join(codes, " ")
}

// A day that no dateline has is weighed by its words, and told as a guess; a day of something else is not taken.
func TestWeighedDays(t *testing.T) {
	const title, body = "Council opens a new pier\n\n", "The council opened a new pier for the boats of the old town. It was long in the making.\n\nBoats will moor there from the spring on, said the harbour master."
	for name, tt := range map[string]struct{ text, date, told string }{
		"beside who posted it":           {title + "Posted by a09 at Dec 13, 2013\n\n" + body, "2013-12-13", repair.DateWeighed},
		"in a form above":                {"News Desk | sample.example\nUpdate: 2023-12-08 12:25:22\n\n" + title + body, "2023-12-08", repair.DateWeighed},
		"at the end, labelled":           {title + body + "\n\nPublished in Ferries, 4 March 2021", "2021-03-04", repair.DateWeighed},
		"in the headline":                {"Call with the harbour master: 22 November 2024\n\n" + body, "2024-11-22", repair.DateWeighed},
		"with a weekday that is another": {title + body + "\n\nweb team, Monday 4 March 2021", "", ""},
		"beside an hour":                 {title + body + "\n\nweb desk 4 March 2021, 10:25", "2021-03-04", repair.DateWeighed},
		"in a cell among long ones":      {title + body + "\n\nHarbour works of the old town and its boats | 4 March 2021 | Piers and ferries of the old harbour town", "2021-03-04", repair.DateWeighed},
		"with a short year":              {title + body + "\n\n4 May 22", "2022-05-04", repair.DateWeighed},
		"in the headline of what is due": {"Meeting with the harbour master: 22 November 2024\n\n" + body, "", ""},
		"a deadline's, in cells":         {title + body + "\n\nHarbour works of the old town and its boats | 4 March 2021 | Deadline of the old harbour town", "", ""},
		"changed, among many words":      {title + body + "\n\nPage last updated 4 March 2021 10:25 by the small web team of the harbour office in the old town", "", ""},
		"in a whole sentence":            {title + body + "\n\nIt was published on 4 March 2021 by the council of the harbour and of the old town.", "", ""},
		"amid a long text":               {title + strings.Repeat(body+"\n\n", 20) + "Published in Ferries, 4 March 2021\n\n" + strings.Repeat(body+"\n\n", 20), "", ""},
		"where the text goes on":         {title + body + "\n\nweb desk 4 March 2021, 10:25\n\n" + body, "", ""},
		"on a weekday that it was not":   {title + body + "\n\nweb desk Monday 4 March 2021, 10:25", "", ""},
		"on the weekday that it was":     {title + body + "\n\nweb desk Thursday 4 March 2021, 10:25", "2021-03-04", repair.DateWeighed},
		"several days":                   {title + body + "\n\nweb desk 4–6 March 2021, 10:25", "", ""},
		"of another century":             {title + body + "\n\nweb desk 4 March 1921, 10:25", "", ""},
		"an embargo's":                   {title + "Embargo until 4 March 2021\n\n" + body, "", ""},
		"an embargo's, labelled":         {title + body + "\n\nEmbargo date: 4 March 2021", "", ""},
		"an event's":                     {title + body + "\n\nEvent date: 4 March 2021", "", ""},
		"of an event between its labels": {title + body + "\n\nDate: 4 March 2021\nVenue: the new pier", "", ""},
		"of a copyright":                 {title + body + "\n\n© 4 March 2021 Council of Sampleby", "", ""},
		"of a deadline":                  {title + body + "\n\nApplications by: 4 March 2021", "", ""},
		"in a sentence of the text":      {title + body + "\n\nThe pier was begun on 4 March 2019 and closed for a year, as the frost had come early.", "", ""},
		"two for which as much speaks":   {title + body + "\n\nPublished in Piers, 4 March 2021\n\nPublished in Ferries, 5 March 2021", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			r := readSingle(t, tt.text)
			got := ""
			if !r.Date.IsZero() {
				got = r.Date.String()
			}
			if got != tt.date || tt.date != "" && codesOf(r, release.DateField) != tt.told {
				t.Errorf("%q, told %q", got, codesOf(r, release.DateField))
			}
		})
	}
}

// A town that no dateline names is the one its lead says something was in, or that of the office's address.
func TestWeighedPlaces(t *testing.T) {
	const title, body = "Council opens a pier\n\n", "\n\nIt was long in the making. Boats will moor there from the spring on."
	for name, tt := range map[string]struct{ text, place string }{
		"in the lead":                      {title + "The council opened a new pier for the boats of the old town in Osh today." + body, "Osh"},
		"two towns":                        {title + "The council opened a pier in Osh and a bridge in Bishkek today." + body, ""},
		"a state":                          {title + "The council opened a new pier for the boats of the old town in Kyrgyzstan today." + body, ""},
		"the first word of another name":   {title + "The council met the students of the old school in Boston University today." + body, ""},
		"what is to come":                  {title + "The council will open a new pier for the boats of the old town in Osh next year." + body, ""},
		"the office's address":             {title + "The council opened a new pier for the boats of the old town." + body + "\n\nCouncil of Piers\n12 Harbour Road, 720001 Bishkek", "Bishkek"},
		"a street that is called after it": {title + "The council opened a new pier for the boats of the old town." + body + "\n\nCouncil of Piers\n12 Bishkek Street, 720001", ""},
		"a day before that of the text":    {title + "Bulletin, 11 September 2024\n\nThe council opened a new pier for the boats of the old town in Osh on 3 September." + body, ""},
		"where nothing happened":           {title + "The council is proud of the old pier for the boats of the old town in Osh." + body, ""},
		"a day's year that is no postcode": {title + "The council opened a new pier for the boats of the old town." + body + "\n\n4 March 2021 Bishkek office news", ""},
		"an address in a sentence":         {title + "The council opened a new pier for the boats of the old town." + body + "\n\nThe office moved to 12 Harbour Road, 720001 Bishkek.", ""},
		"of a Russian text":                {"Совет открыл причал\n\nСовет открыл новый причал для лодок старого города. Работы шли долго." + "\n\nСовет причалов\n720001, г. Бишкек, ул. Пробная, 1", ""},
		"a town that is said twice":        {"Pier opened in Sampleby\n\nThe council opened a new pier for the boats of the old town in Sampleby today." + body, "Sampleby"},
	} {
		t.Run(name, func(t *testing.T) {
			r := readSingle(t, tt.text)
			if r.Place != tt.place || tt.place != "" && codesOf(r, release.PlaceField) != repair.PlaceWeighed {
				t.Errorf("%q, told %q", r.Place, codesOf(r, release.PlaceField))
			}
		})
	}
}
