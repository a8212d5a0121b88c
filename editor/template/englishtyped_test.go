package template

import (
	"strings"
	"testing"
)

// What people type in English where a thing without a capital, a name with its post behind it or a room without its
// preposition was asked for.
func TestEnglishAsPeopleTypeIt(t *testing.T) {
	blanks := append([]Field{{Name: "who", Kind: Person}, {Name: "hour", Kind: Time}}, blanks...)
	for _, tt := range []struct{ pattern, field, text, want string }{
		{"by {who.full} on", "who", "President of Kazakhstan Ivan Probny", "by the President of Kazakhstan, Ivan Probny, on"},
		{"by {who.full} on", "who", "the President of the Republic of Kazakhstan Ivan Probny", "by the President of the Republic of Kazakhstan, Ivan Probny, on"},
		{"by {who.full}.", "who", "Minister of Health of Probia Mr. Ivan Probny", "by the Minister of Health of Probia, Mr. Ivan Probny."},
		{"by {who.full}.", "who", "Director-General of WHO Ivan Probny Obraztsov", "by the Director-General of WHO, Ivan Probny Obraztsov."},
		{"by {who.full}.", "who", "Head of Probe Railway Lev Obraztsov", "by the Head of the Probe Railway, Lev Obraztsov."},
		{"by {who.full}.", "who", "Speaker of Majlisi Milli Lev Obraztsov", "by the Speaker of Majlisi Milli, Lev Obraztsov."},
		{"by {who.full}.", "who", "US Secretary of State Lev Obraztsov", "by US Secretary of State Lev Obraztsov."},
		{"by {who.full} on", "who", "Governor of Probia, Ms. Anna Ozerova", "by the Governor of Probia, Ms. Anna Ozerova, on"},
		{"by {who.full}.", "who", "Minister of Health and Social Protection", "by the Minister of Health and Social Protection."},
		{"{who.name}: {who.post}", "who", "President of Kazakhstan Ivan Probny", "Ivan Probny: the President of Kazakhstan"},
		{"by {who.full} on", "who", "ASTRONAUTS JANE DOE AND ANNA MO", "by Astronauts Jane Doe and Anna Mo on"},
		{"by {who.full} on", "who", "Ambassadors of three states", "by ambassadors of three states on"},
		{"by {who.full} on", "who", "Ambassadors Jane Doe and Li Mo", "by Ambassadors Jane Doe and Li Mo on"},
		{"by {who.full} on", "who", "Students", "by students on"},
		{"by {who.full} on", "who", "Commander of the Northern Fleet Admiral Oleg Probov", "by the Commander of the Northern Fleet, Admiral Oleg Probov, on"},
		{"by {who.full} on", "who", "Chief of General Staff Major General Oleg Probov", "by the Chief of the General Staff, Major General Oleg Probov, on"},
		{"by {who.full} on", "who", "the Probny Bank Managing Director Ms. Anna Ozerova", "by the Probny Bank Managing Director, Ms. Anna Ozerova, on"},
		{"by {who.full} on", "who", "Director of the Statistics Division Oleg Probov", "by the Director of the Statistics Division, Oleg Probov, on"},
		{"by {who.full} on", "who", "Head of Press Office of City Hall Oleg Probov", "by the Head of the Press Office of City Hall, Oleg Probov, on"},
		{"by {who.full} on", "who", "President of China Xi Jinping", "by the President of China, Xi Jinping, on"},
		{"by {who.full} on", "who", "Mayor of Osh City Peter Probov", "by the Mayor of Osh City, Peter Probov, on"},
		{"by {who.full} on", "who", "Provost of Probny College", "by the Provost of Probny College on"},
		{"by {who.full} on", "who", "Deputy Director General for Programmes", "by the Deputy Director General for Programmes on"},
		{"to {who.full} on", "who", "widow of academician Probny", "to the widow of academician Probny on"},
		{"{who.full} {who:was/were} in the chair", "who", "Two co-chairs", "two co-chairs were in the chair"},
		{"from {event.the} on", "event", "reporter of \"Probny News\"", "from a reporter of “Probny News” on"},
		{"by {event.the} on", "event", "UNICEF and Ministry of Education", "by UNICEF and the Ministry of Education on"},
		{"by {event.the} on", "event", "Children's Hospital", "by the Children's Hospital on"},
		{"{event:takes/take} part", "event", "volunteers aged 18 to 60", "take part"},
		{"continued {event.in} on", "event", "off the coast", "continued off the coast on"},
		{"continued {event.in} on", "event", "Probny Highway", "continued on the Probny Highway on"},
		{"continued {event.in} on", "event", "Probny Street", "continued on Probny Street on"},
		{"met {place.in} on", "place", "Probny State Residence", "met at the Probny State Residence on"},
		{"The aim is {event}.", "event", "Practice joint search", "The aim is to practice joint search."},
		{"It provides for {event}.", "event", "exchange coaches and hold joint camps", "It provides for exchanging coaches and holding joint camps."},
		{"on it {hour.at} on", "hour", "All day", "on it all day on"},
		{"by {who.full} on", "who", "Chief of Defence General Martin Probov", "by the Chief of Defence, General Martin Probov, on"},
		{"by {who.full} on", "who", "Regional Director for Central Asia Tatiana Probova", "by the Regional Director for Central Asia, Tatiana Probova, on"},
		{"by {who.full} on", "who", "Attorney General of Kenya", "by the Attorney General of Kenya on"},
		{"by {who.full} on", "who", "Registrar", "by the Registrar on"},
		{"by {who.full} on", "who", "Ministers of Agriculture", "by Ministers of Agriculture on"},
		{"discussed {event}.", "event", "Latest developments", "discussed the latest developments."},
		{"considered {event}.", "event", "Security; trade", "considered security and trade."},
		{"marks {event.the} of", "event", "55th Anniversary", "marks the 55th anniversary of"},
		{"events of {event}.", "event", "Summer", "events of summer."},
		{"{event.the} took part", "event", "Estonian Division", "the Estonian Division took part"},
		{"It provides for {event}.", "event", "Sharing of methods and to train staff", "It provides for sharing of methods and training staff."},
		{"continued {event.in} on", "event", "Press Room III", "continued in Press Room III on"},
		{"continued {event.in} on", "event", "Container Terminal", "continued at the Container Terminal on"},
		{"by {who.full} on", "who", "Head of Press Office of City Hall Azamat Sample", "by the Head of the Press Office of City Hall Azamat Sample on"},
		{"They discussed {event}.", "event", "off the coast drilling", "They discussed off the coast drilling."},
		{"by {event.the} on", "event", "Space Agency", "by the Space Agency on"},
		{"by {event.the} on", "event", "Xinhua News Agency", "by Xinhua News Agency on"},
		{"{event.the} came", "event", "Gala concert \"Probny Melodies\" and fireworks", "the gala concert “Probny Melodies” and fireworks came"},
		{"{event:takes/take} place", "event", "A round table “Clean Oceans”", "takes place"},
		{"{event:takes/take} place", "event", "“Songs” and “Dances”", "take place"},
		{"on {event}.", "event", "Day of the Miner", "on the Day of the Miner."},
		{"began {event.in}", "event", "ferry \"Probny\"", "began on board the ferry “Probny”"},
		{"began {event.in}", "event", "Ward 4 of the hospital", "began in Ward 4 of the hospital"},
		{"began {event.in}", "event", "gorge of Probny", "began in the gorge of Probny"},
		{"began {event.in}", "event", "Coliseum", "began at Coliseum"},
		{"began {event.in}", "event", "Edelweiss training centre", "began at the Edelweiss training centre"},
		{"began {event.in} on", "event", "Main gate of the port", "began at the main gate of the port on"},
		{"began {place.in}", "place", "Isle of Probny", "began on the Isle of Probny"},
		{"It provides for {event}.", "event", "to build and open schools", "It provides for building and opening schools."},
		{"It provides for {event}.", "event", "improve roads", "It provides for improving roads."},
		{"It provides for {event}.", "event", "exchange of data", "It provides for the exchange of data."},
		{"They discussed {event}.", "event", "to merge two faculties", "They discussed how to merge two faculties."},
		{"a statement on {event}.", "event", "to merge two faculties", "a statement on merging two faculties."},
		{"The aim is {event}.", "event", "Carry out checks", "The aim is to carry out checks."},
		{"The aim is {event}.", "event", "test the readiness of crews", "The aim is to test the readiness of crews."},
		{"The aim is {event}.", "event", "live firing", "The aim is live firing."},
		{"Question: {event}?", "event", "is it so", "Question: Is it so?"},
		{"Question: {event}?", "event", "“is it so?”", "Question: Is it so?"},
		{"The programme: {event}.", "event", "Talks and a visit", "The programme: talks and a visit."},
		{"{event} took part.", "event", "21 experts", "Twenty-one experts took part."},
		{"{event} took part.", "event", "40 experts", "Forty experts took part."},
		{"{event} took part.", "event", "140 experts", "140 experts took part."},
		{"{event} took part.", "event", "Choirs of two cities, as well as a children's ensemble", "Choirs of two cities, as well as a children's ensemble, took part."},
		{"{who.full} took part.", "who", "Academician Anna Ozerova, Mayor of Probtown Ivan Probnov and four students", "Academician Anna Ozerova, Mayor of Probtown Ivan Probnov and four students took part."},
		{"{who.full} took part.", "who", "Anna Ozerova, Ambassador Extraordinary and Plenipotentiary", "Anna Ozerova, Ambassador Extraordinary and Plenipotentiary, took part."},
		{"{who.full} took part.", "who", "Deputies of two chambers, including Anna Ozerova", "Deputies of two chambers, including Anna Ozerova, took part."},
		{"the anniversary of {event.the}.", "event", "Supreme Court's ruling", "the anniversary of the Supreme Court's ruling."},
		{"{who.full} took part.", "who", "Anna Ozerova, together with two experts", "Anna Ozerova, together with two experts, took part."},
		{"the anniversary of {event.the}.", "event", "Yury Probnov's flight", "the anniversary of Yury Probnov's flight."},
		{"the anniversary of {event.the}.", "event", "Foreign Ministry's statement", "the anniversary of the Foreign Ministry's statement."},
		{"{event} came.", "event", "12 April", "12 April came."},
	} {
		f := filling{template: Template{Name: "try", Language: "en", Fields: blanks}, values: map[string]Value{tt.field: {Text: tt.text}}}
		fill := f.text
		if strings.HasSuffix(tt.pattern, ".") && strings.HasPrefix(tt.pattern, "{") {
			fill = f.sentence
		}
		if got := fill(tt.pattern); got != tt.want {
			t.Errorf("%s of %s: %s, not %s", tt.pattern, tt.text, got, tt.want)
		}
	}
}
