package intake

import (
	"strings"
	"testing"
)

// TestEnglishReleases are dated in the manner of wires, of the United Nations and of ministries.
func TestEnglishReleases(t *testing.T) {
	const (
		head = "Ministers agree on a joint transport plan"
		body = "The ministers agreed on a joint plan for transport corridors and border crossings between the two countries.\n\n" +
			"“This is a step forward,” said Ann Example, the Secretary-General.\n\nThe plan will be implemented by 2030."
	)
	for _, tt := range []struct{ text, date, place string }{
		{head + "\n\nNAIROBI, Kenya, Sept. 11, 2024 (Wire) — " + body, "2024-09-11", "Nairobi, Kenya"},
		{head + "\n\nNAIROBI, Kenya (AP) — " + body + "\n\nSept. 11, 2024", "2024-09-11", "Nairobi, Kenya"},
		{head + "\n\nGENEVA (11 September 2024) – " + body, "2024-09-11", "Geneva"},
		{head + "\n\nGENEVA, 11 September 2024 – " + body, "2024-09-11", "Geneva"},
		{head + "\n\nNew York, 11 September 2024 – " + body, "2024-09-11", "New York"},
		{head + "\n\nNew York, 11 September 2024: " + body, "2024-09-11", "New York"},
		{head + "\n\n11 September 2024, New York – " + body, "2024-09-11", "New York"},
		{head + "\n\n11 September 2024, Geneva, Switzerland - " + body, "2024-09-11", "Geneva, Switzerland"},
		{head + "\n\nWASHINGTON, D.C., September 11, 2024 – " + body, "2024-09-11", "Washington, D.C."},
		{head + "\n\nWASHINGTON, Sept. 11, 2024 /PRNewswire/ -- " + body, "2024-09-11", "Washington"},
		{head + "\n\nLONDON, September 11, 2024--(BUSINESS WIRE)--" + body, "2024-09-11", "London"},
		{head + "\n\nLONDON, Sept. 11 (Reuters) - " + body, "", "London"},
		{head + "\n\nBRUSSELS -- September 11, 2024 -- " + body, "2024-09-11", "Brussels"},
		{head + "\n\n[Vienna, 11 September 2024] " + body, "2024-09-11", "Vienna"},
		{head + "\n\n(Vienna, 11 September 2024) " + body, "2024-09-11", "Vienna"},
		{head + "\n\nVIENNA, 11 September 2024 (UN Information Service) — " + body, "2024-09-11", "Vienna"},
		{head + "\n\nAddis Ababa, Ethiopia, 11 September 2024 (ECA) – " + body, "2024-09-11", "Addis Ababa, Ethiopia"},
		{head + "\n\nThe Hague, 11 September 2024\n\n" + body, "2024-09-11", "The Hague"},
		{"11 September 2024\n\n" + head + "\n\n" + body, "2024-09-11", ""},
		{"Statement\n11 September 2024\n" + head + "\n\n" + body, "2024-09-11", ""},
		{"Press Release\n11 September 2024 | Geneva\n" + head + "\n\n" + body, "2024-09-11", "Geneva"},
		{"PRESS RELEASE\nGeneva, 11 September 2024\n\n" + head + "\n\n" + body, "2024-09-11", "Geneva"},
		{"FOR IMMEDIATE RELEASE\nSeptember 11, 2024\n\n" + head + "\n\n" + body, "2024-09-11", ""},
		{"FOR IMMEDIATE RELEASE: Wednesday, September 11, 2024\n\n" + head + "\n\n" + body, "2024-09-11", ""},
		{"For immediate release – 11 September 2024\n\n" + head + "\n\n" + body, "2024-09-11", ""},
		{"Media Release\nDate: 11 September 2024\n\n" + head + "\n\n" + body, "2024-09-11", ""},
		{head + "\nPublished 11 September 2024\n\n" + body, "2024-09-11", ""},
		{head + "\nPosted on September 11, 2024\n\n" + body, "2024-09-11", ""},
		{head + "\nReleased: 11/09/2024\n\n" + body, "2024-09-11", ""},
		{head + "\nDate of issue: 11 September 2024\n\n" + body, "2024-09-11", ""},
		{head + "\nDate: September 11th, 2024\nLocation: Geneva\n\n" + body, "2024-09-11", "Geneva"},
		{head + "\nPlace: Geneva\nDate: 11 Sept. 2024\n\n" + body, "2024-09-11", "Geneva"},
		{head + "\nWed 11 Sep 2024\n\n" + body, "2024-09-11", ""},
		{head + "\nWed, 11 Sep 2024 10:30 GMT\n\n" + body, "2024-09-11", ""},
		{head + "\nSeptember 11, 2024 at 10:30 a.m.\n\n" + body, "2024-09-11", ""},
		{head + "\n2024-09-11\n\n" + body, "2024-09-11", ""},
		{head + "\nSeptember 11 2024\n\n" + body, "2024-09-11", ""},
		{head + "\n11th of September, 2024\n\n" + body, "2024-09-11", ""},
		{head + "\n11-Sep-2024\n\n" + body, "2024-09-11", ""},
		{head + "\n11 Sep 2024, 15:17\n\n" + body, "2024-09-11", ""},
		{head + "\n\nOn 11 September 2024, in Bishkek, the Council met. " + body, "2024-09-11", "Bishkek"},
		{head + "\n\nOn September 11, 2024, the Council met in Bishkek, Kyrgyz Republic. " + body, "2024-09-11", "Bishkek"},
		{head + "\n\nThe Council met in Bishkek on 11 September 2024. " + body, "2024-09-11", "Bishkek"},
		{head + "\n\nBISHKEK, September 11 (Xinhua) — " + body, "", "Bishkek"},
		{head + "\n\nBISHKEK, KYRGYZ REPUBLIC – September 11, 2024 – " + body, "2024-09-11", "Bishkek, Kyrgyz Republic"},
		{head + "\n\nMOSCOW. September 11, 2024. " + body, "2024-09-11", "Moscow"},
		{head + "\n\nMoscow, September 11, 2024. " + body, "2024-09-11", "Moscow"},
		{head + "\n\nSeptember 11, 2024, Moscow. " + body, "2024-09-11", "Moscow"},
		{head + "\n\n" + body + "\n\nMoscow, September 11, 2024", "2024-09-11", "Moscow"},
		{head + "\n\n" + body + "\n\nSeptember 11, 2024\nMoscow", "2024-09-11", "Moscow"},
		{head + "\n\nSANTA FE, N.M. – September 11, 2024 – " + body, "2024-09-11", "Santa Fe, N.M."},
		{head + "\n\nSALT LAKE CITY, Utah, Sept. 11, 2024 – " + body, "2024-09-11", "Salt Lake City, Utah"},
		{head + "\n\nPORT-AU-PRINCE, Haiti, 11 September 2024 (PAHO) – " + body, "2024-09-11", "Port-Au-Prince, Haiti"},
	} {
		r := readSingle(t, tt.text)
		led := strings.Contains(r.Lead, "The ministers agreed") || strings.Contains(r.Lead, "Council met")
		if r.Headline != head || r.Date.String() != tt.date || !strings.EqualFold(r.Place, tt.place) || !led {
			t.Errorf("%q: headline %q, date %s, place %q, lead %q", strings.Replace(tt.text, body, "…", 1), r.Headline, r.Date, r.Place, r.Lead)
		}
	}
}

// TestInvitationToThePress: none of the lines that say what takes place, when and where is the headline, and none is lost.
func TestInvitationToThePress(t *testing.T) {
	for _, tt := range []struct{ text, headline string }{
		{"MEDIA ADVISORY\n\nWHAT: Opening of the new bridge\nWHEN: 11 September 2027, 10:00\nWHERE: Sampleford, East Bank\nWHO: Ann Example, Minister of Roads\n", ""},
		{"MEDIA ADVISORY\n\nMinister to open the new bridge\n\nWHO: Ann Example, Minister of Roads\nWHAT: Opening of the new bridge\nWHEN: 11 September 2027, 10:00\nWHERE: Sampleford, East Bank\n", "Minister to open the new bridge"},
		{"Что: открытие нового моста\nГде: г. Пробный, восточный берег\nКто: министр дорог Анна Примерова\n", ""},
	} {
		r := readSingle(t, tt.text)
		if r.Headline != tt.headline {
			t.Errorf("headline %q, want %q", r.Headline, tt.headline)
		}
		said := r.Headline + r.Lead + r.Notes + r.Date.String()
		for _, b := range r.Blocks {
			said += b.Text
		}
		for _, words := range []string{"ridge", "Sampleford", "Minister of Roads"} {
			if strings.Contains(tt.text, words) && !strings.Contains(said, words) {
				t.Errorf("%q is lost: %+v", words, r)
			}
		}
	}
}
