package template

import (
	"strings"
	"testing"
)

// What English cannot tell for certain is written as is most likely, and noted in the very words of the text.
func TestEnglishDoubts(t *testing.T) {
	fields := []Field{{Name: "topic", Kind: Text}, {Name: "who", Kind: Person}, {Name: "place", Kind: Place}}
	for _, tt := range []struct{ pattern, field, text, want, guess string }{
		{"They discussed {topic}.", "topic", "Capital increase", "They discussed the capital increase.", "the capital increase"},
		{"They discussed {topic}.", "topic", "gender equality", "They discussed gender equality.", ""},
		{"They discussed {topic}.", "topic", "Press freedom", "They discussed press freedom.", ""},
		{"They discussed {topic}.", "topic", "military and political situation", "They discussed the military and political situation.", ""},
		{"They discussed {topic}.", "topic", "current situation at the border and ways out", "They discussed the current situation at the border and ways out.", ""},
		{"They discussed {topic}.", "topic", "trade, customs", "They discussed trade and customs.", ""},
		{"They discussed {topic}.", "topic", "visit of a delegation, exchange of workers", "They discussed the visit of a delegation and the exchange of workers.", ""},
		{"They discussed {topic}.", "topic", "meeting in Minsk, which is near", "They discussed the meeting in Minsk, which is near.", ""},
		{"They discussed {topic}.", "topic", "meeting in Minsk, Belarus", "They discussed the meeting in Minsk, Belarus.", ""},
		{"They discussed {topic}.", "topic", "consultations twice a year", "They discussed consultations twice a year.", ""},
		{"They discussed {topic}.", "topic", "defeat", "They discussed defeat.", "defeat"},
		{"They discussed {topic}.", "topic", "equal pay and safety", "They discussed equal pay and safety.", ""},
		{"They discussed {topic}.", "topic", "increase in trade", "They discussed an increase in trade.", ""},
		{"It provides for {topic}.", "topic", "purchase of ultrasound scanner", "It provides for the purchase of ultrasound scanner.", "the purchase of ultrasound scanner"},
		{"It provides for {topic}.", "topic", "reduction of duties and to create a group", "It provides for the reduction of duties and creating a group.", "the reduction of duties and creating a group"},
		{"The programme: {topic}.", "topic", "visit to a port, concert", "The programme: visit to a port and concert.", ""},
		{"The programme: {topic}.", "topic", "signing of act", "The programme: signing of act.", "signing of act"},
		{"Accreditation for {topic.the} open", "topic", "\"Women in a border service\" workshop", "Accreditation for the “Women in a border service” workshop open", ""},
		{"{topic.the} will take part.", "topic", "CSTO Secretary General Ivan Probny", "CSTO Secretary General Ivan Probny will take part.", ""},
		{"{topic.the} will take part.", "topic", "Minister of Trade Ivan Probny", "the Minister of Trade, Ivan Probny, will take part.", ""},
		{"{topic.the} will take part.", "topic", "Minister of Trade and Industry Ivan Probny, ambassadors", "the Minister of Trade and Industry Ivan Probny and ambassadors will take part.", "Minister of Trade and Industry Ivan Probny and ambassadors"},
		{"{topic.the} will take part.", "topic", "the services, the police, etc.", "the services, the police, etc. will take part.", ""},
		{"jubilee of {topic.the}.", "topic", "Great Probny Industrial Park", "jubilee of Great Probny Industrial Park.", "Great Probny Industrial Park"},
		{"jubilee of {topic.the}.", "topic", "Probny Airport", "jubilee of Probny Airport.", ""},
		{"jubilee of {topic.the}.", "topic", "Two memoranda of understanding", "jubilee of two memoranda of understanding.", ""},
		{"{topic.in} on", "topic", "Probenburg", "at Probenburg on", "at Probenburg"},
		{"{topic.in} on", "topic", "Camp Probny", "at Camp Probny on", ""},
		{"{topic.in} on", "topic", "Lobby of the hotel, 8.30", "in the lobby of the hotel at 8.30 a.m. on", ""},
		{"by {who.full} on", "who", "Mayor of Izmir Cemil Probov", "by the Mayor of Izmir, Cemil Probov, on", "the Mayor of Izmir, Cemil Probov"},
		{"by {who.full} on", "who", "UN Assistant Secretary-General for Europe, Asia and Africa Ivan Probny", "by the UN Assistant Secretary-General for Europe, Asia and Africa, Ivan Probny, on", "the UN Assistant Secretary-General for Europe, Asia and Africa, Ivan Probny"},
		{"by {who.full} on", "who", "Director of \"Proba\" Ivan Probny", "by the Director of “Proba”, Ivan Probny, on", "the Director of “Proba”, Ivan Probny"},
		{"by {who.full} on", "who", "the head of the press service, Mr Probny", "by the head of the press service, Mr Probny, on", ""},
		{"by {who.full} on", "who", "First Lady of Probia Anna Proba de Ozerova", "by First Lady of Probia Anna Proba de Ozerova on", "First Lady of Probia Anna Proba de Ozerova"},
		{"by {who.full} on", "who", "Human Rights Defender of Armenia", "by the Human Rights Defender of Armenia on", "the Human Rights Defender of Armenia"},
		{"by {who.full} on", "who", "President Ivan Probny and Speaker of the Senate Anna Ozerova", "by President Ivan Probny and the Speaker of the Senate, Anna Ozerova, on", ""},
		{"by {who.full} on", "who", "Friends of the Forest", "by Friends of the Forest on", ""},
		{"{who.full} {who:is/are} here", "who", "President and First Lady", "the President and First Lady is here", "is"},
		{"{who.full} {who:is/are} here", "who", "Minister of Trade and Industry", "the Minister of Trade and Industry is here", ""},
		{"{who.full} {who:is/are} here", "who", "Crown Prince and Prime Minister of Saudi Arabia Mohammed bin Salman", "the Crown Prince and Prime Minister of Saudi Arabia, Mohammed bin Salman, is here", ""},
		{"{who.full} {who:is/are} here", "who", "Deputy Chairmen of the Governments of both states", "Deputy Chairmen of the Governments of both states are here", ""},
		{"{who.full} {who:is/are} here", "who", "Presidents of Kyrgyzstan and Tajikistan", "the Presidents of Kyrgyzstan and Tajikistan are here", ""},
		{"by {who.full} on", "who", "Special Representative and Co-ordinator for Human Beings Kari Probstone", "by the Special Representative and Co-ordinator for Human Beings, Kari Probstone, on", ""},
		{"{topic.the} will take part.", "topic", "First Deputy Minister of Energy, representatives of Probia and Ozeria", "the First Deputy Minister of Energy and representatives of Probia and Ozeria will take part.", "First Deputy Minister of Energy and representatives of Probia and Ozeria"},
		{"{topic.the} will take part.", "topic", "film director Anna Probova and Ambassador of France", "film director Anna Probova and the Ambassador of France will take part.", ""},
		{"They discussed {topic}.", "topic", "preparations for a session, the course of the exercise and the border", "They discussed preparations for a session, the course of the exercise and the border.", ""},
		{"They discussed {topic}.", "topic", "vaccination of children, training of nurses", "They discussed the vaccination of children and the training of nurses.", ""},
		{"They discussed {topic}.", "topic", "Report of Head of Mission", "They discussed the Report of the Head of the Mission.", "the Report of the Head of the Mission"},
		{"liberation of {topic.the}.", "topic", "Belarus from invaders", "liberation of Belarus from invaders.", ""},
		{"{topic.in} on", "topic", "Hall C of the Centre", "in Hall C of the Centre on", ""},
		{"{topic.in} on", "topic", "International Congress Centre \"Proba\"", "at the International Congress Centre “Proba” on", ""},
		{"{topic.in} on", "topic", "mountainous terrain", "in the mountainous terrain on", ""},
		{"{topic.in} on", "topic", "section of border with Poland", "at the section of the border with Poland on", ""},
		{"{topic.the} took place", "topic", "session of Council of Heads", "the session of the Council of Heads took place", ""},
		{"{topic.the} took place", "topic", "session of CSTO Military Committee", "the session of the CSTO Military Committee took place", ""},
		{"{topic.the} took place", "topic", "launch of \"Probe\" rescue helicopter service", "the launch of the “Probe” rescue helicopter service took place", ""},
		{"{topic.the} took place", "topic", "performance of \"Carmen\" and a concert", "the performance of “Carmen” and a concert took place", ""},
		{"They discussed {topic}.", "topic", "construction of Probnaya-1 hydropower plant", "They discussed the construction of the Probnaya-1 hydropower plant.", ""},
		{"The aim is {topic}.", "topic", "conduct of peacekeeping operation", "The aim is the conduct of peacekeeping operation.", "the conduct of peacekeeping operation"},
		{"said “{topic}” on", "topic", "Meeting of board; session of Council of Heads", "said “Meeting of board; session of Council of Heads” on", ""},
		{"ended {topic.in} on", "topic", "Probny Lake shore", "ended on the Probny Lake shore on", ""},
		{"{topic.the} {topic:takes/take} part", "topic", "Rifle battalion, artillery", "the rifle battalion and artillery take part", "rifle battalion and artillery"},
		{"{who.full} took part.", "who", "delegations of 9 states, observers", "delegations of 9 states and observers took part.", ""},
		{"{who.full} met", "who", "Chief Editor Ivan Probny, Head of Department Boris Probov", "Chief Editor Ivan Probny and the Head of the Department, Boris Probov, met", ""},
		{"{who.full} met", "who", "Anna Probova, Director Ivan Probny", "Anna Probova, Director Ivan Probny, met", ""},
		{"{who.full} met", "who", "Director of the Probe Centre Ambassador Kate Probova", "the Director of the Probe Centre, Ambassador Kate Probova, met", ""},
		{"{topic.the} will take part.", "topic", "UN Special Representative Ivan Probny, EU Commissioner and 200 guests", "UN Special Representative Ivan Probny, the EU Commissioner and 200 guests will take part.", ""},
		{"They discussed {topic}.", "topic", "high-level contacts, preparing for the summit", "They discussed high-level contacts, preparing for the summit.", "high-level contacts, preparing for the summit"},
		{"They discussed {topic}.", "topic", "contacts, including those of experts", "They discussed contacts, including those of experts.", ""},
		{"They discussed {topic}.", "topic", "murder of journalist", "They discussed the murder of journalist.", "the murder of journalist"},
		{"gather {topic.in}.", "topic", "the North Gate at 8:00", "gather at the North Gate at 8 a.m.", ""},
		{"visit to {topic}.", "topic", "border of Lao People's Democratic Republic", "visit to the border of the Lao People's Democratic Republic.", ""},
		{"{who.full} met", "who", "Presidents of five states and President of the Council", "presidents of five states and the President of the Council met", ""},
		{"They discussed {topic}.", "topic", "opening of EIB office", "They discussed the opening of the EIB office.", ""},
		{"They discussed {topic}.", "topic", "opening of Kazakhstan market", "They discussed the opening of Kazakhstan market.", ""},
		{"They discussed {topic}.", "topic", "enlargement of EU", "They discussed the enlargement of the EU.", ""},
		{"ended {topic.in} on", "topic", "Probak training ground in Probny Region", "ended at the Probak training ground in Probny Region on", ""},
		{"ended {topic.in} on", "topic", "Room XXIV", "ended in Room XXIV on", ""},
		{"by {who.full} on", "who", "Head of the OSCE Programme Office in Bishkek Alexei Probov", "by the Head of the OSCE Programme Office in Bishkek, Alexei Probov, on", ""},
		{"They discussed {topic}.", "topic", "the meeting with president", "They discussed the meeting with the president.", ""},
		{"They discussed {topic}.", "topic", "meeting with president of Probia", "They discussed the meeting with the president of Probia.", ""},
		{"They discussed {topic}.", "topic", "the duties of the post of president", "They discussed the duties of the post of president.", ""},
		{"They discussed {topic}.", "topic", "forthcoming visit of Sultan to Probia", "They discussed the forthcoming visit of the Sultan to Probia.", ""},
		{"They spoke on {topic}.", "topic", "eruption on the peninsula", "They spoke on the eruption on the peninsula.", "the eruption on the peninsula"},
		{"It provides for {topic}.", "topic", "an increase in output by 1.5 bcm a year", "It provides for an increase in output by 1.5 bcm a year.", ""},
		{"They discussed {topic}.", "topic", "the failure of 500 kV line", "They discussed the failure of 500 kV line.", "the failure of 500 kV line"},
		{"They discussed {topic}.", "topic", "opening of rowing championships", "They discussed the opening of rowing championships.", "the opening of rowing championships"},
		{"They discussed {topic}.", "topic", "the results of the rowing championships", "They discussed the results of the rowing championships.", ""},
		{"They discussed {topic}.", "topic", "the opening of rowing", "They discussed the opening of rowing.", ""},
		{"They discussed {topic}.", "topic", "the officer on duty", "They discussed the officer on duty.", ""},
		{"{who.full} spoke", "who", "co-chairs of Geneva Discussions", "co-chairs of Geneva Discussions spoke", "co-chairs of Geneva Discussions"},
		{"{who.full} spoke", "who", "minister of Foreign Affairs", "the minister of Foreign Affairs spoke", ""},
		{"{who.full} spoke", "who", "representative of food safety agency", "the representative of food safety agency spoke", "the representative of food safety agency"},
		{"{who.full} spoke", "who", "experts, 12 witnesses", "experts and 12 witnesses spoke", ""},
		{"{topic.the} will take part.", "topic", "violinist Anna Probova and Probian Philharmonic Orchestra", "the violinist Anna Probova and the Probian Philharmonic Orchestra will take part.", ""},
		{"{topic.the} opens", "topic", "session of Interparliamentary Assembly", "the session of Interparliamentary Assembly opens", "the session of Interparliamentary Assembly"},
		{"{topic.in} on", "topic", "steps of the theatre", "on the steps of the theatre on", ""},
		{"{topic.in} on", "topic", "waters of the Adriatic Sea", "in the waters of the Adriatic Sea on", ""},
		{"{topic.in} on", "topic", "bridge over Amu Darya", "at the bridge over the Amu Darya on", ""},
		{"{topic.in} on", "topic", "Volga", "on the Volga on", ""},
		{"{topic.in} on", "topic", "Grand Hall of Conservatoire", "in the Grand Hall of the Conservatoire on", ""},
		{"{topic.in} on", "topic", "monument to camel", "at the monument to camel on", "at the monument to camel"},
		{"{topic.in} on", "topic", "White House", "at the White House on", ""},
		{"{place.in} on", "place", "White House", "at the White House on", ""},
		{"{who.full} spoke", "who", "acting governor of Probia and delegation of companies", "the acting governor of Probia and delegation of companies spoke", "the acting governor of Probia and delegation of companies"},
		{"{who.full} spoke", "who", "Anna Probova, world chess champion", "Anna Probova, world chess champion, spoke", ""},
		{"{who.full} spoke", "who", "Council of Republic and House of Representatives", "the Council of the Republic and House of Representatives spoke", ""},
		{"{topic.the} opens", "topic", "kitesurfing championship", "the kitesurfing championship opens", ""},
		{"{topic.the} opens", "topic", "strengthening border security", "strengthening border security opens", ""},
		{"{topic.the} will take part.", "topic", "athletes from 11 countries, Asian champion Aiperi Probova", "athletes from 11 countries and Asian champion Aiperi Probova will take part.", "athletes from 11 countries and Asian champion Aiperi Probova"},
		{"{topic.the} will take part.", "topic", "FBI agents, 25 vehicles and dogs", "FBI agents, 25 vehicles and dogs will take part.", ""},
		{"{topic.the} will take part.", "topic", "UN mission", "the UN mission will take part.", ""},
		{"{topic.the} will take part.", "topic", "destroyer Probny, frigate of the navy", "the destroyer Probny and the frigate of the navy will take part.", ""},
		{"{topic.the} will take part.", "topic", "National Guard, emergency services and ambulances", "the National Guard, emergency services and ambulances will take part.", ""},
		{"{who.full} spoke", "who", "ship Captain Ivan Probny", "ship Captain Ivan Probny spoke", ""},
		{"since {topic.the}", "topic", "beginning of Great Patriotic War", "since the beginning of the Great Patriotic War", ""},
		{"since {topic.the}", "topic", "beginning of World War II", "since the beginning of World War II", ""},
		{"gather {topic.in}.", "topic", "at 8:00 at the north gate", "gather at 8 a.m. at the north gate.", ""},
		{"gather {topic.in}.", "topic", "at 8:00", "gather at 8 a.m.", ""},
		{"{topic.in} on", "topic", "South Lawn of White House", "on the South Lawn of the White House on", ""},
		{"{topic.in} on", "topic", "Probny Bay and adjacent waters", "in Probny Bay and adjacent waters on", ""},
		{"{topic.the} {topic:has/have} come", "topic", "Culture and Art Development Foundation", "the Culture and Art Development Foundation has come", ""},
		{"{topic.the} {topic:has/have} come", "topic", "Armenia and Probian Development Bank", "Armenia and Probian Development Bank have come", ""},
		{"They discussed {topic}.", "topic", "the departure of national team coach", "They discussed the departure of national team coach.", "the departure of national team coach"},
		{"{place.in} on", "place", "Cape Probny", "at Cape Probny on", ""},
		{"{place.in} on", "place", "Cape Town", "in Cape Town on", ""},
		{"{topic.in} on", "topic", "Pavilion 7.1 of Expo", "at Pavilion 7.1 of Expo on", ""},
		{"{topic.in} on", "topic", "training centre and Probny Pass", "at the training centre and Probny Pass on", ""},
		{"{topic.in} on", "topic", "icebreaker Probny", "on board the icebreaker Probny on", ""},
		{"{topic.in} on", "topic", "steppe near Probny River", "on the steppe near the Probny River on", ""},
		{"They discussed {topic}.", "topic", "opening of the Institute for Northern Conflict", "They discussed the opening of the Institute for Northern Conflict.", ""},
		{"They discussed {topic}.", "topic", "opening of conference on Northern Conflict", "They discussed the opening of conference on Northern Conflict.", "the opening of conference on Northern Conflict"},
		{"They discussed {topic}.", "topic", "the arrival of Probia's Olympic Team", "They discussed the arrival of Probia's Olympic Team.", ""},
		{"They discussed {topic}.", "topic", "the repair of Central Station", "They discussed the repair of Central Station.", ""},
		{"They discussed {topic}.", "topic", "the course of Probny Road works", "They discussed the course of Probny Road works.", ""},
		{"They discussed {topic}.", "topic", "an increase by 1.5 bcm a year", "They discussed an increase by 1.5 bcm a year.", ""},
		{"{topic}", "topic", "The visit to museum", "The visit to museum", ""},
		{"{topic.the} will take part.", "topic", "farmers of Probny District, North Macedonia", "farmers of Probny District, North Macedonia will take part.", ""},
		{"{who.full} spoke", "who", "Anna Probova, director and founder of the museum", "Anna Probova, director and founder of the museum, spoke", ""},
		{"{topic.in} on", "topic", "the lawn of the palace", "on the lawn of the palace on", ""},
		{"{topic.in} on", "topic", "Stage 2", "at Stage 2 on", ""},
		{"{topic.the} {topic:has/have} come", "topic", "experts and Probny Development Foundation", "experts and the Probny Development Foundation have come", ""},
		{"{topic.the} {topic:has/have} come", "topic", "UNDP and Probny Development Bank", "UNDP and Probny Development Bank have come", ""},
		{"they {topic:has/have} come", "topic", "National Council and Probny Development Bank", "they have come", ""},
		{"{topic:takes/take} place", "topic", "Joint meeting of the Council and the Committee", "takes place", ""},
	} {
		f := newFilling(Office{}, Template{Name: "try", Language: "en", Fields: fields}, map[string]Value{tt.field: {Text: tt.text}})
		got, guess := f.text(tt.pattern), ""
		for _, g := range f.guesses {
			guess = g.Form
			if !strings.Contains(got, guess) {
				t.Errorf("%s of %s: %s has no “%s”", tt.pattern, tt.text, got, guess)
			}
		}
		if got != tt.want || guess != tt.guess || len(f.guesses) > 1 {
			t.Errorf("%s of %s: %s, %v", tt.pattern, tt.text, got, f.guesses)
		}
	}
}

// TestAGuessThatBeginsWithANumber: what is doubted at the beginning of a sentence is noted as the sentence has it, and another guess as it is.
func TestAGuessThatBeginsWithANumber(t *testing.T) {
	fields := []Field{{Name: "who", Kind: People}, {Name: "topic", Kind: Text}}
	values := map[string]Value{"who": {Text: "12 representatives of food safety agency"}, "topic": {Text: "12 tasks of agency"}}
	f := newFilling(Office{}, Template{Name: "try", Language: "en", Fields: fields}, values)
	got := f.sentence("{who.full} discussed {topic}.")
	if want := "Twelve representatives of food safety agency discussed 12 tasks of agency."; got != want {
		t.Error(got)
	}
	if len(f.guesses) != 2 || f.guesses[0].Form != "twelve representatives of food safety agency" || f.guesses[1].Form != "12 tasks of agency" {
		t.Errorf("%v", f.guesses)
	}
}
