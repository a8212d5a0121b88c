package template

import (
	"strings"
	"testing"

	"communique/editor/grammar"
	"communique/editor/release"
)

// TestEnglishLists joins what commas alone join, gives the parts their articles, and tells what it cannot know.
func TestEnglishLists(t *testing.T) {
	fields := []Field{{Name: "text", Kind: Text}, {Name: "who", Kind: Person}, {Name: "all", Kind: People}}
	for _, tt := range []struct {
		name, pattern, text, want string
		guessed                   bool
	}{
		{"three states", "{text.the} {text:takes/take} part.", "judges from Armenia, Belarus, Georgia", "judges from Armenia, Belarus and Georgia take part.", false},
		{"a town and its state", "{text.the} {text:takes/take} part.", "judges from Astana, Kazakhstan", "judges from Astana, Kazakhstan take part.", false},
		{"states and somebody else", "{text.the} {text:takes/take} part.", "judges from Armenia, Belarus, Probers", "judges from Armenia, Belarus and Probers take part.", true},
		{"people who are counted", "{text.the} {text:takes/take} part.", "ministers of 23 countries, heads of two companies, 10,000 delegates", "ministers of 23 countries, heads of two companies and 10,000 delegates take part.", false},
		{"time and not people", "{text.the} {text:takes/take} part.", "patients with burns, 30 days", "patients with burns, 30 days take part.", false},
		{"one and how old", "a question from {text.the} about it.", "reader of Probny, 30 drivers", "a question from a reader of Probny, 30 drivers about it.", false},
		{"agencies", "a question from {text.the} about it.", "Reuters, AP", "a question from Reuters and the AP about it.", false},
		{"a body and a town", "a question from {text.the} about it.", "NTV, Moscow", "a question from NTV, Moscow about it.", false},
		{"names without letters", "a question from {text.the} about it.", "Probny, Ozerny", "a question from Probny, Ozerny about it.", false},
		{"joined already", "a question from {text.the} about it.", "TASS, Reuters and AP", "a question from TASS, Reuters and the AP about it.", false},
		{"in quotation marks", "a question from {text.the} about it.", "“Reuters”, AP", "a question from “Reuters”, AP about it.", false},
		{"two bodies send", "{who.full} {who:sends/send} it.", "JAXA and NASA", "JAXA and NASA send it.", false},
		{"three bodies send", "{who.full} {who:sends/send} it.", "the EU, JAXA and the Ministry of Trade", "the EU, JAXA and the Ministry of Trade send it.", false},
		{"one body for two fields", "{who.full} {who:sends/send} it.", "Ministry of Trade and Industry", "the Ministry of Trade and Industry sends it.", false},
		{"a release behind cuts", "They discussed {text}.", "output cuts and release of reserves", "They discussed output cuts and the release of reserves.", false},
		{"a part that lacks its article", "They discussed {text}.", "output cuts, price cap on oil and release of reserves", "They discussed output cuts, price cap on oil and the release of reserves.", true},
		{"behind an article of its own", "provides for {text}.", "an exchange of experience and training of rescuers", "provides for an exchange of experience and training of rescuers.", false},
		{"parts of no kind", "They discussed {text}.", "output cuts and trade in grain", "They discussed output cuts and trade in grain.", false},
		{"two adjectives", "They discussed {text}.", "military and political situation", "They discussed the military and political situation.", false},
		{"one or two people", "{all.full} took part.", "Governor of Texas, mayor of Houston John Osokin", "Governor of Texas, mayor of Houston John Osokin, took part.", true},
		{"states, and who else", "{text.the} {text:takes/take} part.", "farmers from Tajikistan, Uzbekistan, Georgia, experts of the FAO", "farmers from Tajikistan, Uzbekistan and Georgia, and experts of the FAO take part.", false},
		{"states joined to who else", "{text.the} {text:takes/take} part.", "farmers from Tajikistan, Uzbekistan, Georgia and experts", "farmers from Tajikistan, Uzbekistan and Georgia, and experts take part.", false},
		{"states joined", "{text.the} {text:takes/take} part.", "farmers from Tajikistan, Uzbekistan and Georgia", "farmers from Tajikistan, Uzbekistan and Georgia take part.", false},
		{"two states and one thing", "{text.the} {text:takes/take} part.", "farmers from Tajikistan, Uzbekistan, trade", "farmers from Tajikistan, Uzbekistan and trade take part.", false},
		{"a post without an article among many", "{all.full} took part.", "deputy ministers, governor of Khatlon Region Davlatali Said and guests", "deputy ministers, governor of Khatlon Region Davlatali Said and guests took part.", true},
		{"a post behind a name among many", "{all.full} took part.", "Anna Ozerova, director of the plant and guests", "Anna Ozerova, director of the plant and guests, took part.", false},
		{"whose committee", "{who.full} {who:sends/send} it.", "Kazakhstan's Olympic Committee", "Kazakhstan's Olympic Committee sends it.", false},
		{"a medal", "congratulated her on {text}.", "Olympic gold medal in boxing", "congratulated her on the Olympic gold medal in boxing.", true},
		{"money", "a statement on {text}.", "US$1.5 billion a year", "a statement on US$1.5 billion a year.", false},
		{"a rare thing", "provides for {text}.", "construction of velodrome", "provides for the construction of velodrome.", true},
		{"in case of", "The aim is {text}.", "evacuation of people in case of fire", "The aim is the evacuation of people in case of fire.", false},
		{"what is acted on", "The aim is {text}.", "to check response to blackout", "The aim is to check response to blackout.", true},
		{"what a verb behind to does", "They discussed {text}.", "plans to cut costs", "They discussed plans to cut costs.", false},
		{"a painting", "a statement on {text}.", "theft of Aivazovsky painting", "a statement on the theft of Aivazovsky painting.", true},
		{"an arrangement", "{text.the} {text:was/were} signed.", "working arrangement", "the working arrangement was signed.", false},
		{"markets that are opened", "{text.the} {text:was/were} discussed.", "opening markets", "opening markets were discussed.", false},
		{"whose director", "{who.full} met her.", "museum's director Anna Ozerova", "the museum's director Anna Ozerova met her.", false},
		{"a body in a list", "{text.the} {text:takes/take} part.", "officers of Europol, National Security Service and customs", "officers of Europol, the National Security Service and customs take part.", false},
		{"a name in a list", "{text.the} {text:takes/take} part.", "officers of Europol, Probny Ozerny and customs", "officers of Europol, Probny Ozerny and customs take part.", false},
		{"whose body in a list", "{text.the} {text:takes/take} part.", "officers of Europol, Armenia's Ministry and customs", "officers of Europol, Armenia's Ministry and customs take part.", false},
		{"an agency and another", "a question from {text.the} about it.", "Kabar agency and AKIpress", "a question from the Kabar agency and AKIpress about it.", false},
		{"a time and an entrance", "Journalists gather {text.in}.", "9 am at west entrance to station", "Journalists gather at 9 a.m. at west entrance to station.", true},
		{"offices of several, and one", "{text.the} {text:takes/take} part.", "Secretaries of Security Councils, Secretary General of CSTO", "the Secretaries of Security Councils and the Secretary General of the CSTO take part.", true},
		{"one office, and one", "{text.the} {text:takes/take} part.", "Secretary of Security Council, Secretary General", "the Secretary of the Security Council, Secretary General, takes part.", true},
		{"forces by a name in a list", "{text.the} {text:takes/take} part.", "Collective Rapid Reaction Forces and observers", "the Collective Rapid Reaction Forces and observers take part.", false},
		{"whose forces in a list", "{text.the} {text:takes/take} part.", "Armenia's Armed Forces and observers", "Armenia's Armed Forces and observers take part.", false},
		{"between two ministries", "They discussed {text}.", "agreement between Ministry of Health and Ministry of Education", "They discussed the agreement between the Ministry of Health and the Ministry of Education.", false},
		{"between two fields of one", "They discussed {text}.", "dispute between Ministry of Trade and Industry", "They discussed the dispute between the Ministry of Trade and Industry.", false},
		{"between a body and whose", "They discussed {text}.", "dispute between Ministry of Trade and Armenia's Government", "They discussed the dispute between the Ministry of Trade and Armenia's Government.", false},
		{"two bodies that an and joins", "{text.the} {text:takes/take} part.", "Scouts Battalion and Defence League", "the Scouts Battalion and the Defence League take part.", false},
		{"one body for two fields", "{text.the} {text:takes/take} part.", "Culture and Art Foundation", "the Culture and Art Foundation takes part.", false},
		{"an office in the midst", "{text.the} {text:takes/take} part.", "ministers of Finland and Armenia, Secretary General and experts", "ministers of Finland and Armenia, the Secretary General and experts take part.", false},
		{"a battalion in a list", "{text.the} {text:takes/take} part.", "motor rifle battalion, artillery, two helicopters", "motor rifle battalion, artillery and two helicopters take part.", true},
		{"the founding behind an anniversary", "congratulated her on {text}.", "81st anniversary of founding of PRC", "congratulated her on the 81st anniversary of the founding of the PRC.", false},
		{"what is tested", "The aim is {text}.", "testing command chain", "The aim is testing command chain.", true},
		{"what cannot be counted is tested", "The aim is {text}.", "strengthening security", "The aim is strengthening security.", false},
		{"somebody of a people", "{who.full} met her.", "German counterpart", "the German counterpart met her.", true},
		{"whose", "{who.full} met her.", "his German counterpart", "his German counterpart met her.", false},
		{"a state with its article", "{who.full} met her.", "President of Maldives Ivan Probny", "the President of the Maldives, Ivan Probny, met her.", false},
		{"a post in everyday words", "{who.full} met her.", "Managing Partner", "Managing Partner met her.", true},
		{"a name of everyday words", "{who.full} met her.", "Rose West", "Rose West met her.", false},
		{"who commands", "{who.full} met her.", "Flag Officer Commanding Western Naval Command", "the Flag Officer Commanding Western Naval Command met her.", true},
		{"a ship, and a comma before the and", "{text.the} {text:takes/take} part.", "frigate, two submarines, and P-8 aircraft", "frigate, two submarines, and P-8 aircraft take part.", true},
		{"a brigade by its name in a list", "{text.the} {text:takes/take} part.", "Special Forces Brigade, officers and dog handlers", "the Special Forces Brigade, officers and dog handlers take part.", false},
		{"whose administration", "{who.full} met her.", "head of Baikonur administration", "the head of the Baikonur administration met her.", false},
		{"a direction", "They discussed {text}.", "incident in direction of Sotk", "They discussed the incident in the direction of Sotk.", false},
		{"in the foothills", "It began {text.in}.", "foothills of Ala-Too", "It began in the foothills of Ala-Too.", false},
		{"at ranges of a district", "It began {text.in}.", "ranges of Western Military District", "It began at the ranges of the Western Military District.", false},
		{"a day of a kind", "They discussed {text}.", "concert dedicated to Day of Slavic Writing", "They discussed the concert dedicated to the Day of Slavic Writing.", true},
		{"what is counted though it ends as what is not", "a comment on {text}.", "profit warning", "a comment on profit warning.", true},
		{"what is not counted", "a comment on {text}.", "price regulation", "a comment on price regulation.", false},
		{"behind off", "a comment on {text}.", "capsizing of ferry off Bali", "a comment on the capsizing of ferry off Bali.", true},
		{"a part of a sea", "It began {text.in}.", "eastern Mediterranean", "It began in the eastern Mediterranean.", false},
		{"a part of a town", "It began {text.in}.", "eastern Minsk", "It began in eastern Minsk.", false},
		{"a guard by its name", "{text.the} {text:takes/take} part.", "Hellenic Navy and Cyprus National Guard", "the Hellenic Navy and the Cyprus National Guard take part.", false},
		{"who leads a company", "{who.full} met her.", "CEO of Sample AI", "the CEO of Sample AI met her.", true},
		{"a draft with a capital behind it", "They considered {text}.", "draft Strategy for development of railways", "They considered the draft Strategy for development of railways.", false},
		{"one of two people", "{all.full} took part.", "defendant and both lawyers", "defendant and both lawyers took part.", true},
		{"a university of a town", "They discussed {text}.", "the rector of University of Bonn", "They discussed the rector of the University of Bonn.", false},
		{"a union and a league", "{text.the} {text:takes/take} part.", "EU and Defence League", "the EU and the Defence League take part.", false},
		{"a state that is no list of bodies", "{text.the} {text:takes/take} part.", "foreign ministers of Finland and Kazakhstan, Secretary General of OSCE and experts", "foreign ministers of Finland and Kazakhstan, the Secretary General of the OSCE and experts take part.", false},
		{"a company of one everyday word", "{who.full} met her.", "Target", "Target met her.", false},
		{"a body with a small word", "{who.full} met her.", "Doctors without Borders", "Doctors without Borders met her.", false},
		{"a ship before a comma", "{text.the} {text:takes/take} part.", "soldiers, frigate, and helicopters", "soldiers, frigate, and helicopters take part.", true},
		{"a hotel called after a sea", "It began {text.in}.", "Hotel Baltic", "It began at Hotel Baltic.", true},
		{"the first of its kind", "They discussed {text}.", "opening of first telephone exchange", "They discussed the opening of the first telephone exchange.", false},
		{"first aid", "They discussed {text}.", "rules of first aid", "They discussed rules of first aid.", false},
		{"a county", "It began {text.in}.", "Troms county", "It began in Troms county.", false},
		{"a unit by its name", "{text.the} {text:takes/take} part.", "Dutch marines and US Marine Expeditionary Unit", "Dutch marines and the US Marine Expeditionary Unit take part.", false},
		{"fires and who died", "condolences on {text.the}.", "wildfires and death of firefighters", "condolences on the wildfires and death of firefighters.", false},
		{"an outlet of an everyday word", "She answered a question from {text.the} about it.", "Politico", "She answered a question from Politico about it.", true},
		{"an outlet that is no word", "She answered a question from {text.the} about it.", "Axios", "She answered a question from Axios about it.", false},
		{"who asks, with a capital", "She answered a question from {text.the} about it.", "Reporters", "She answered a question from reporters about it.", false},
		{"one who asks, with a capital", "She answered a question from {text.the} about it.", "Reporter", "She answered a question from a reporter about it.", false},
		{"a body that asks", "She answered a question from {text.the} about it.", "Parliament", "She answered a question from the Parliament about it.", false},
		{"an event of an everyday word", "{text.the} {text:takes/take} place.", "Rally", "the rally takes place.", false},
		{"a gathering alone", "{text.the} {text:takes/take} place.", "Summit", "the Summit takes place.", false},
		{"whose minister", "{who.full} met her.", "Ghana's Minister of Trade", "Ghana's Minister of Trade met her.", false},
		{"whose minister, with the name", "{who.full} met her.", "Ghana's Minister of Trade Ann Sample", "Ghana's Minister of Trade, Ann Sample, met her.", false},
		{"on a plateau", "It began {text.in}.", "the Finnmark plateau", "It began on the Finnmark plateau.", false},
		{"a gate and a time", "Journalists gather {text.in}.", "security gate, 2.30pm", "Journalists gather at the security gate at 2.30 p.m.", false},
		{"an hour behind a room", "Journalists gather {text.in}.", "lobby, 9 am", "Journalists gather in the lobby at 9 a.m.", false},
		{"an office among bodies", "{text.the} {text:takes/take} part.", "400 investors, ministers of finance, IMF", "400 investors, ministers of finance and the IMF take part.", false},
		{"a body and its state", "a question from {text.the} about it.", "Ministry of Finance, UAE", "a question from the Ministry of Finance, UAE about it.", false},
		{"a newspaper", "a question from {text.the} about it.", "CNBC Arabia and Financial Times", "a question from CNBC Arabia and the Financial Times about it.", false},
		{"two posts", "{who.full} {who:sends/send} it.", "Minister of Education and Minister of Health", "the Minister of Education and Minister of Health send it.", true},
		{"one post for two fields", "{who.full} {who:sends/send} it.", "Minister of Education and Science", "the Minister of Education and Science sends it.", false},
		{"posts and guests", "{all.full} took part.", "Ambassador of Georgia to the UAE, president of chamber of commerce, bankers", "Ambassador of Georgia to the UAE, president of chamber of commerce, bankers, took part.", true},
		{"somebody and her husband", "{all.full} took part.", "Joana da Proba, President of Brazil, and her husband", "Joana da Proba, President of Brazil, and her husband took part.", false},
		{"people and a post", "{all.full} took part.", "Deputy Minister Boris Osokin, rectors, chairman of trade union", "Deputy Minister Boris Osokin, rectors, chairman of trade union, took part.", true},
		{"a hospital of a kind", "They discussed {text}.", "visits to children's hospital", "They discussed visits to children's hospital.", true},
		{"to hospital", "They discussed {text}.", "admission to hospital", "They discussed admission to hospital.", false},
		{"head of a kind of department", "{who.full} met her.", "head of district emergency department Lt. Col. Pavel Osokin", "the head of district emergency department, Lt. Col. Pavel Osokin, met her.", true},
		{"a body at the end", "{text.the} {text:takes/take} part.", "troops from 22 nations, observers from Russia and China, Mongolian Red Cross", "troops from 22 nations, observers from Russia and China and the Mongolian Red Cross take part.", true},
		{"states and bodies of a kind", "{text.the} {text:takes/take} part.", "scientists from Nepal, Peru, Georgia and NGOs", "scientists from Nepal, Peru and Georgia, and NGOs take part.", false},
		{"people, and who may be one of them", "{all.full} took part.", "UN Coordinator Antje Osokin, akim of Kara-Kul District, ecologists", "UN Coordinator Antje Osokin, akim of Kara-Kul District, ecologists, took part.", true},
		{"the General Staff", "{text.the} {text:has/have} said it.", "General Staff", "the General Staff has said it.", false},
		{"an award", "congratulated her on {text}.", "Person of the Year award", "congratulated her on the Person of the Year award.", true},
		{"somebody's passing away", "condolences on {text.the}.", "passing away of writer Chyngyz Osokin", "condolences on the passing away of writer Chyngyz Osokin.", false},
		{"a pier", "Journalists gather {text.in}.", "pier no. 1, 14:30", "Journalists gather at pier no. 1 at 2.30 p.m.", false},
		{"an envoy", "{who.full} spoke.", "Special Envoy for Climate John Osokin", "the Special Envoy for Climate, John Osokin, spoke.", false},
		{"somebody's mother", "{who.full} spoke.", "mother of Sgt. Tuguldur Osokin", "the mother of Sgt. Tuguldur Osokin spoke.", false},
		{"a post behind a name, of two offices", "{who.full} {who:sends/send} it.", "Anna Ozerova, Minister of Trade and Head of Staff", "Anna Ozerova, Minister of Trade and Head of Staff, sends it.", false},
		{"a body behind a name", "{text.the} {text:takes/take} part.", "Anna Ozerova, Probny Ministry and guests", "Anna Ozerova, Probny Ministry and guests take part.", false},
		{"a word that no list has", "provides for {text}.", "setting up of hotline", "provides for setting up of hotline.", true},
		{"states of which the first is not known", "{text.the} {text:takes/take} part.", "rescuers from Türkiye, Azerbaijan, Armenia", "rescuers from Türkiye, Azerbaijan and Armenia take part.", false},
		{"a gate", "Journalists gather {text.in}.", "Gate B", "Journalists gather at Gate B.", false},
		{"one with a name", "{all.full} took part.", "Minister of Trade, Anna Ozerova", "the Minister of Trade, Anna Ozerova, took part.", false},
		{"two bodies that a comma parts", "{text.the} {text:takes/take} part.", "Collective Forces, Ministry of Defence", "the Collective Forces and the Ministry of Defence take part.", true},
		{"a body of a body", "{text.the} {text:has/have} said it.", "Council's Secretariat", "the Council's Secretariat has said it.", false},
		{"two deeds of one thing", "The aim is {text}.", "detection and destruction of armed groups", "The aim is the detection and destruction of armed groups.", true},
		{"a thing, and a deed", "They discussed {text}.", "cooperation and exchange of data", "They discussed cooperation and the exchange of data.", false},
		{"things, and a deed", "They discussed {text}.", "elections and observation of them", "They discussed elections and the observation of them.", false},
		{"what is done, and a deed", "They discussed {text}.", "farming and protection of soil", "They discussed farming and the protection of soil.", true},
		{"several and one with a post", "{text.the} {text:takes/take} part.", "ministers of 12 states and Secretary General of UN Tourism", "ministers of 12 states and the Secretary General of UN Tourism take part.", false},
		{"several and somebody with a name", "{text.the} {text:takes/take} part.", "ministers and Head of Customs Ivan Osokin", "the ministers and Head of Customs Ivan Osokin take part.", false},
		{"one and somebody with a post", "{text.the} {text:takes/take} part.", "the choir and Secretary General of UN Tourism", "the choir and the Secretary General of UN Tourism take part.", false},
		{"several and one with a post in small letters", "{text.the} {text:takes/take} part.", "deputies and head of customs", "deputies and the head of customs take part.", false},
		{"somebody from a town", "{text.the} spoke.", "Anna Osokina, Minsk", "Anna Osokina, Minsk spoke.", false},
		{"an envoy and his people", "{text.the} {text:takes/take} part.", "Ambassador Peter Osokin, Chairperson and deputies", "Ambassador Peter Osokin, Chairperson and deputies take part.", false},
		{"somebody of a body", "{text.the} spoke.", "Anna Osokina, Ministry of Trade", "Anna Osokina, Ministry of Trade spoke.", false},
		{"deeds of more than a word", "They discussed {text}.", "tariff harmonisation and protection of investors", "They discussed tariff harmonisation and the protection of investors.", false},
		{"what often stands alone, and a deed", "They discussed {text}.", "investment and protection of investors", "They discussed investment and the protection of investors.", false},
		{"deeds of nothing", "They discussed {text}.", "detection and prevention in schools", "They discussed detection and prevention in schools.", false},
		{"two units", "{text.the} {text:takes/take} part.", "NATO Battlegroup and 12th Mechanised Battalion", "the NATO Battlegroup and the 12th Mechanised Battalion take part.", false},
		{"two units, one in small letters", "{text.the} {text:takes/take} part.", "NATO battlegroup and Mechanised Battalion", "the NATO battlegroup and the Mechanised Battalion take part.", false},
		{"a range that is told by what it is", "It is {text.in}.", "NATO Cyber Range", "It is at NATO Cyber Range.", true},
		{"a range by its name", "It is {text.in}.", "Probny Range", "It is at Probny Range.", false},
		{"two navies", "{text.the} {text:takes/take} part.", "Philippine Navy, US Navy", "the Philippine Navy and the US Navy take part.", true},
		{"a post in a navy", "{who.full} met her.", "Chief of Naval Staff of Probny Navy", "the Chief of Naval Staff of the Probny Navy met her.", false},
		{"an envoy with a post behind", "{text.the} {text:takes/take} part.", "Ambassador Peter Osokin, Chairperson of Permanent Council", "Ambassador Peter Osokin, Chairperson of the Permanent Council, takes part.", false},
		{"a body with a post behind", "a question from {text.the} about it.", "Probny Foundation, Chairman of the Council", "a question from the Probny Foundation, Chairman of the Council about it.", false},
		{"a catholicos", "{who.full} met her.", "Catholicos of All Armenians", "the Catholicos of All Armenians met her.", false},
		{"a house that its kind names", "They discussed {text}.", "performance at Opera House", "They discussed the performance at Opera House.", true},
		{"a staff of a state", "{who.full} met her.", "Chief of General Staff of Probia", "the Chief of the General Staff of Probia met her.", false},
		{"who comes from somewhere", "{all.full} took part.", "Observer from Serbia", "the Observer from Serbia took part.", true},
		{"somebody from somewhere", "{all.full} took part.", "Anna Ozerova from Serbia", "Anna Ozerova from Serbia took part.", false},
		{"a room with a numeral in a house", "It is {text.in}.", "Room XVII of Palais des Nations", "It is in Room XVII of the Palais des Nations.", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tmpl := Template{Name: "t", Language: "en", Kind: release.News, Fields: fields, Lead: tt.pattern}
			given := map[string]Value{}
			for _, field := range []string{"text", "who", "all"} {
				given[field] = Value{Text: tt.text}
			}
			filled, err := tmpl.Fill(Office{House: grammar.House{}}, given)
			if err != nil {
				t.Fatal(err)
			}
			if got := filled.Release.Lead; got != capitalised(tt.want) && got != tt.want || (len(filled.Guesses) > 0) != tt.guessed {
				t.Errorf("%s\nwant %s; guesses %v", got, tt.want, filled.Guesses)
			}
		})
	}
}

// TestWithinEnglishThings has the articles of bodies, things and people that stand within what was typed.
func TestWithinEnglishThings(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"a court with adjectives", "President of European Court of Human Rights", "President of the European Court of Human Rights"},
		{"an academy", "founding of Academy of Justice", "founding of the Academy of Justice"},
		{"a board of directors", "members of Probny Group", "members of the Probny Group"},
		{"an abbreviation behind and", "talks between the Supreme Court and OSCE", "talks between the Supreme Court and the OSCE"},
		{"its mission", "the Court and OSCE missions", "the Court and OSCE missions"},
		{"an office alone", "a dinner hosted by Governor", "a dinner hosted by the Governor"},
		{"an office before a name", "a dinner hosted by Governor Anna Ozerova", "a dinner hosted by Governor Anna Ozerova"},
		{"a body by letters and a state", "President of NOC of Kazakhstan", "President of the NOC of Kazakhstan"},
		{"a price", "a rise in price of bread", "a rise in the price of bread"},
		{"through a checkpoint", "transit through Torugart checkpoint", "transit through the Torugart checkpoint"},
		{"a gallery", "paintings at National Gallery", "paintings at the National Gallery"},
		{"a bank by its letters", "Chairman of EDB", "Chairman of the EDB"},
		{"an exchange", "listing on Probny Securities Exchange", "listing on the Probny Securities Exchange"},
		{"an empire", "anniversary of Mongol Empire", "anniversary of the Mongol Empire"},
		{"an orchestra", "a concert by Kambarkan orchestra", "a concert by the Kambarkan orchestra"},
		{"a service alone", "spokesperson of Service, Anna Ozerova", "spokesperson of the Service, Anna Ozerova"},
		{"between bodies", "memorandum between Council and the Fund", "memorandum between the Council and the Fund"},
		{"of a body of a body", "session of Council's Secretariat", "session of the Council's Secretariat"},
		{"a parliament of a state", "delegation of Parliament of Georgia", "delegation of the Parliament of Georgia"},
		{"a body of a body of a state", "meeting of Board of Ministry of Justice of Probia", "meeting of the Board of the Ministry of Justice of Probia"},
		{"who suffered", "treatment of wounded in hospitals", "treatment of the wounded in hospitals"},
		{"what is so", "a share of poor soil", "a share of poor soil"},
		{"a river with the word", "camps near River Narva", "camps near the River Narva"},
		{"members of Parliament", "members of Parliament", "members of Parliament"},
		{"a village", "residents of village of Voru", "residents of the village of Voru"},
		{"a rink", "tour of Medeu skating rink", "tour of the Medeu skating rink"},
		{"a spacecraft", "the launch of Soyuz MS-33 spacecraft", "the launch of the Soyuz MS-33 spacecraft"},
		{"a company of a people", "talks with Turkish company", "talks with Turkish company"},
		{"a company by its name", "talks with Probny company", "talks with the Probny company"},
	} {
		if got := withArticlesWithin(tt.text); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
	for text, want := range map[string]string{
		"Abu Dhabi, United Arab Emirates": "Abu Dhabi, United Arab Emirates",
		"United Arab Emirates":            "the United Arab Emirates",
	} {
		if got := withCountryArticle(text); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	for text, want := range map[string]string{
		"Xinhua news agency's correspondent":  "the Xinhua news agency's correspondent",
		"TASS's correspondent":                "TASS's correspondent",
		"correspondent of the Probny Gazette": "a correspondent of the Probny Gazette",
	} {
		if got := withArticle(text); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// TestHeadlinesWithoutArticles has what headlines say behind a colon, where no article is missed.
func TestHeadlinesWithoutArticles(t *testing.T) {
	f := newFilling(Office{}, Template{Name: "t", Language: "en", Fields: []Field{{Name: "text", Kind: Text}}}, map[string]Value{"text": {Text: "evacuation of courtroom"}})
	if got := f.heading("Exercise: {text.bare}"); got != "Exercise: evacuation of courtroom" || len(f.guesses) > 0 {
		t.Errorf("%s, %v", got, f.guesses)
	}
}

// TestPeopleInLists has what tells whether a list names people, and of what parts it is.
func TestPeopleInLists(t *testing.T) {
	for text, want := range map[string]int{"a": 0, "a and b": 2, "a, b and c": 3, "a and b, c": 0, "a and b and c": 0} {
		if got := partsOfList(text); len(got) != want {
			t.Errorf("%s: %q", text, got)
		}
	}
	for text, want := range map[string]string{
		"ministers of 23 countries, 10 guests and 20 fans": "ministers of 23 countries, 10 guests and 20 fans",
		"ministers of 23 countries, 12 Angry Men":          "ministers of 23 countries, 12 Angry Men",
		"farmers from Nepal, Peru, Georgia and Probers":    "farmers from Nepal, Peru, Georgia and Probers",
	} {
		if got := withAndBetweenNames(text); got != want {
			t.Errorf("%s: %s", text, got)
		}
	}
	for text, want := range map[string]bool{"improving process": true, "opening markets": true, "working arrangement": false, "passing away of a writer": false} {
		if got := isGerund(strings.Fields(text)); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
	for text, want := range map[string]string{
		"military and political aspect of the plan": "military and political aspect of the plan",
		"output cuts and visit to Minsk":            "output cuts and visit to Minsk",
		"output cuts and opening of a bridge":       "output cuts and the opening of a bridge",
	} {
		if got := withArticlesInList(text); got != want {
			t.Errorf("%s: %s", text, got)
		}
	}
	for _, tt := range []struct {
		is   func(string) bool
		text string
		want bool
	}{
		{isMoreThanName, "Anna Ozerova", false},
		{isMoreThanName, "Ozerova", true},
		{isMoreThanName, "Anna Osokin Ivanova Petrova", true},
		{isMoreThanName, "chief Ozerova", true},
		{isMoreThanName, "Abu Dhabi", true},
		{mayBeTwoPeople, "Governor of Texas, mayor of Houston John Osokin", true},
		{mayBeTwoPeople, "Governor of Texas, mayor John Osokin", false},
		{mayBeTwoPeople, "Governor, mayor of Houston John Osokin", false},
		{mayBeTwoPeople, "Governor of Texas, mayor of Houston", false},
		{mayBeTwoPeople, "Governor of Texas, mayor of Houston and guests", false},
		{mayBeTwoPeople, "Governor of Texas Serik Umarov, mayor of Houston John Osokin", false},
		{titleLacksArticle, "governor of Texas and guests", false},
		{titleLacksArticle, "deputies, mayor and guests", false},
		{titleLacksArticle, "deputies, mayor of Houston and guests", true},
		{titleLacksArticle, "Anna Ozerova, Minister of Trade", false},
		{areTwoPosts, "Minister of Education and Minister of Health", true},
		{areTwoPosts, "Minister of Education and Head of Office Serik Umarov", false},
		{areTwoPosts, "Anna Ozerova, Minister of Trade and Head of Staff", false},
		{areTwoPosts, "Minister and Head of Office", false},
	} {
		if got := tt.is(tt.text); got != tt.want {
			t.Errorf("%s: %v", tt.text, got)
		}
	}
}
