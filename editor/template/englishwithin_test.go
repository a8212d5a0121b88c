package template

import (
	"testing"

	"communique/editor/grammar"
	"communique/editor/release"
)

// TestWithinEnglishValues has articles, commas and doubts within what people type for an English template; guessed says that
// the text is told as a guess.
func TestWithinEnglishValues(t *testing.T) {
	fields := []Field{{Name: "text", Kind: Text}, {Name: "who", Kind: Person}, {Name: "all", Kind: People}}
	for _, tt := range []struct {
		pattern, text, want string
		guessed             bool
	}{
		{"{text.the} took place.", "opening of international festival “Melodies”", "the opening of the international festival “Melodies” took place.", false},
		{"{text.the} took place.", "opening of its festival “Melodies”", "the opening of its festival “Melodies” took place.", false},
		{"{text.the} took place.", "opening of festivals “Melodies” and “Songs”", "the opening of festivals “Melodies” and “Songs” took place.", false},
		{"{text.the} took place.", "ways of preparing festival “Songs”", "ways of preparing festival “Songs” took place.", false},
		{"{text.the} took place.", "meeting of press and festival “Songs”", "the meeting of press and festival “Songs” took place.", false},
		{"{text.the} took place.", "opening of pavilion “C3”", "the opening of pavilion “C3” took place.", false},
		{"{text.the} took place.", "meeting of Minsk and “Path”", "the meeting of Minsk and “Path” took place.", false},
		{"began {text.in} on", "ferry “Path”", "began on board the ferry “Path” on", false},
		{"{text.the} {text:takes/take} part.", "representatives of EU, United States, China and India", "representatives of the EU, the United States, China and India take part.", false},
		{"The text: {text}.", "London, United Kingdom", "The text: London, United Kingdom.", false},
		{"{text.the} take part.", "performers from 40 countries, including Anna Ozerova", "performers from 40 countries, including Anna Ozerova, take part.", false},
		{"{text.the} take part.", "performers from 40 countries, including Anna Ozerova, and dancers", "performers from 40 countries, including Anna Ozerova, and dancers take part.", false},
		{"{text.the} {text:was/were} signed.", "agreements worth USD 5.4 bn", "agreements worth USD 5.4 bn were signed.", false},
		{"{text.the} {text:was/were} signed.", "agreement worth USD 5.4 bn", "the agreement worth USD 5.4 bn was signed.", false},
		{"They discussed {text}.", "prospects for establishing museum of history", "They discussed prospects for establishing museum of history.", true},
		{"They discussed {text}.", "prospects for improving access", "They discussed prospects for improving access.", false},
		{"They discussed {text}.", "explosion at plant", "They discussed the explosion at plant.", true},
		{"They discussed {text}.", "safety at sea", "They discussed safety at sea.", false},
		{"They discussed {text}.", "founding of OSCE Academy", "They discussed the founding of the OSCE Academy.", false},
		{"a question from {text.the} about it.", "correspondent of Vedomosti newspaper", "a question from a correspondent of the Vedomosti newspaper about it.", false},
		{"The aim is {text}.", "coordination of rescuers and National Guard", "The aim is the coordination of rescuers and the National Guard.", false},
		{"Journalists gather {text.in}.", "5.45 pm, lobby", "Journalists gather at 5.45 p.m. in the lobby.", false},
		{"Journalists gather {text.in}.", "Hall 5, lobby", "Journalists gather in Hall 5, lobby.", false},
		{"{who.full} met her.", "Governor of St Petersburg A. D. Osokin", "the Governor of St Petersburg, A. D. Osokin, met her.", false},
		{"{who.full} met her.", "Mayor of Izmir A. D. Osokin", "the Mayor of Izmir, A. D. Osokin, met her.", true},
		{"{who.full} met her.", "Akim of Almaty Region Erbolat Dosbayev", "the Akim of Almaty Region, Erbolat Dosbayev, met her.", false},
		{"{who.full} met her.", "director of Cervantes Institute Luis Ibarra", "the director of the Cervantes Institute, Luis Ibarra, met her.", false},
		{"{all.full} took part.", "deputy ministers, heads of 12 districts\nmayor of Kazan Ilsur Metshin", "deputy ministers, heads of 12 districts, and the mayor of Kazan, Ilsur Metshin, took part.", false},
		{"{all.full} took part.", "deputy ministers, heads of 12 districts", "deputy ministers and heads of 12 districts took part.", false},
		{"{all.full} signed it.", "for Probia – Ivan Petrov, for Ozeria – Anna Sidorova", "Ivan Petrov, for Probia, and Anna Sidorova, for Ozeria, signed it.", false},
		{"{all.full} took part.", "Ambassador of Spain to Uzbekistan Manuel Larrotcha, artist Timur Akhmedov", "the Ambassador of Spain to Uzbekistan, Manuel Larrotcha, and artist Timur Akhmedov took part.", false},
		{"{text.the} take part.", "motor rifle company, helicopter flight and dog handlers", "motor rifle company, helicopter flight and dog handlers take part.", true},
		{"{text.the} take part.", "soldiers, cadets and dog handlers", "soldiers, cadets and dog handlers take part.", false},
		{"{all.full} signed it.", "for Kyrgyzstan: Ivan Petrov, for Tajikistan: Anna Sidorova", "Ivan Petrov, for Kyrgyzstan, and Anna Sidorova, for Tajikistan, signed it.", false},
		{"{who.full} met her.", "Prime Minister of Armenia Nikol Vardanyan and Deputy Prime Minister of Kazakhstan Serik Umarov", "the Prime Minister of Armenia, Nikol Vardanyan, and the Deputy Prime Minister of Kazakhstan, Serik Umarov, met her.", false},
		{"{who.full} met her.", "Minister of Trade and Industry Nikol Vardanyan", "the Minister of Trade and Industry, Nikol Vardanyan, met her.", false},
		{"They discussed {text}.", "liberalisation of gas market", "They discussed the liberalisation of gas market.", true},
		{"They discussed {text}.", "liberalisation of foreign trade", "They discussed the liberalisation of foreign trade.", false},
		{"They discussed {text}.", "investment of $5 million", "They discussed an investment of $5 million.", false},
		{"They discussed {text}.", "meeting with President of Belarus", "They discussed the meeting with the President of Belarus.", false},
		{"They discussed {text}.", "talks with President of Belarus Ivan Petrov", "They discussed talks with President of Belarus Ivan Petrov.", false},
		{"at the initiative of {text.the}.", "EEC and Ministry of Economy of Georgia", "at the initiative of the EEC and the Ministry of Economy of Georgia.", false},
		{"a statement on {text}.", "3.5% rise in prices", "a statement on a 3.5% rise in prices.", false},
		{"a statement on {text}.", "8% rise in prices", "a statement on an 8% rise in prices.", false},
		{"a statement on {text}.", "11.5% rise in prices", "a statement on an 11.5% rise in prices.", false},
		{"a statement on {text}.", "115% rise in prices", "a statement on a 115% rise in prices.", false},
		{"a statement on {text}.", "3.5 per cent growth", "a statement on 3.5 per cent growth.", false},
		{"will take place {text.in}.", "43 Pulikhova Street", "will take place at 43 Pulikhova Street.", false},
		{"will take place {text.in}.", "Pulikhova Street", "will take place on Pulikhova Street.", false},
		{"condolences on {text.the}.", "tragedy at Kostenko mine", "condolences on the tragedy at the Kostenko mine.", false},
		{"The aim of it is {text}.", "test rescue equipment", "The aim of it is test rescue equipment.", true},
		{"The aim of it is {text}.", "team building", "The aim of it is team building.", false},
		{"The aim of it is {text}.", "training of border guards", "The aim of it is the training of border guards.", false},
		{"The aim of it is {text}.", "ensuring safety of fans", "The aim of it is ensuring safety of fans.", true},
		{"{who.full} met her.", "head of search team Rosa Umarova", "the head of search team, Rosa Umarova, met her.", true},
		{"{who.full} met her.", "Qatari Minister of Sports Sheikh Hamad bin Khalifa Al Thani", "the Qatari Minister of Sports, Sheikh Hamad bin Khalifa Al Thani, met her.", false},
		{"{who.full} {who:sends/send} it.", "Minister of Culture Aida Umarova and mayor of Astana", "the Minister of Culture, Aida Umarova, and the mayor of Astana send it.", false},
		{"{all.full} signed it.", "NOC of Kazakhstan; NOC of Georgia; FIFA", "the NOC of Kazakhstan, the NOC of Georgia and FIFA signed it.", false},
		{"a question from {text.the} about it.", "TV and radio corporation \"Path\"", "a question from the TV and radio corporation “Path” about it.", false},
		{"They discussed {text}.", "tickets for World Cup", "They discussed tickets for the World Cup.", false},
		{"Journalists gather {text.in}.", "at checkpoint 2 at 12:00", "Journalists gather at checkpoint 2 at noon.", false},
		{"{all.full} signed it.", "Oksana Sinitsyna, Ivan Sovetnikov", "Oksana Sinitsyna and Ivan Sovetnikov signed it.", false},
		{"{all.full} signed it.", "Oksana Sinitsyna, Prime Minister", "Oksana Sinitsyna, Prime Minister, signed it.", false},
		{"{all.full} signed it.", "Oksana Sinitsyna, Ministry of Health", "Oksana Sinitsyna, Ministry of Health, signed it.", false},
		{"{who.full} met her.", "Oksana Sinitsyna, head of Forest Protection Service", "Oksana Sinitsyna, head of the Forest Protection Service, met her.", false},
		{"{who.full} met her.", "head of department Sevara Umarova", "the head of the department, Sevara Umarova, met her.", false},
		{"a question from {text.the} about it.", "readers of Gazeta.uz portal", "a question from readers of the Gazeta.uz portal about it.", false},
		{"Journalists gather {text.in}.", "railway station, 3.30 p.m.", "Journalists gather at the railway station at 3.30 p.m.", false},
		{"accepted[ until {text}][ at {who}].", "Sept. 11, 2024", "accepted until Sept. 11, 2024, at Sept. 11, 2024.", false},
	} {
		value := Value{Text: tt.text}
		f := filling{template: Template{Name: "try", Language: "en", Fields: fields}, values: map[string]Value{"text": value, "who": value, "all": value}, house: grammar.House{}}
		if tt.pattern[:8] == "accepted" {
			f.house.English = release.EnglishAP
		}
		if got := f.text(tt.pattern); got != tt.want || len(f.guesses) > 0 != tt.guessed {
			t.Errorf("%s, want %s; guesses %v", got, tt.want, f.guesses)
		}
	}
}
