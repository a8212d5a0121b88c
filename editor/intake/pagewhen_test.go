package intake

import (
	"testing"
)

// TestWhatStandsAroundAHeadline in English and others: whose release it is, when the page was changed, which kind of paper it is, a town's own office, a
// paper's number within its year, and days as Poles and others write them.
func TestWhatStandsAroundAHeadline(t *testing.T) {
	const text = "\n\nThe council approved the plan for new roads today and will publish it soon.\n\nThe work begins in May and takes a year.\n"
	const title = "Council approves plan for new roads"
	for head, want := range map[string]string{
		"FPA NEWS RELEASE\n\n" + title + "\n\nFor Immediate Release: August 18, 2023":                                               title + "|2023-08-18|",
		title + "\n09 Oct. 2024 | Last updated: 10 Oct. 2024 18:20":                                                                 title + "|2024-10-09|",
		"19 May 2023 | Press Release 45/2023 | Yerevan, Armenia\n\n" + title:                                                        title + "|2023-05-19|Yerevan, Armenia",
		"NEWS RELEASE\nCity of Portland\nSeptember 27, 2024\n\n" + title:                                                            title + "|2024-09-27|",
		title + "\nReadout\nOffice of the Spokesperson\nAugust 1, 2024\nUlaanbaatar, Mongolia":                                      title + "|2024-08-01|Ulaanbaatar, Mongolia",
		"June 3, 2024 - Ottawa, Ontario - Global Affairs\n\n" + title:                                                               title + "|2024-06-03|Ottawa, Ontario",
		"20 October 2024 News release Cairo/Geneva\n\n" + title:                                                                     title + "|2024-10-20|Cairo/Geneva",
		title + "\nPosted on 08/19/2022 4:15 PM":                                                                                    title + "|2022-08-19|",
		"PLENARY SESSION\n19-04-2023 - 13:05\n\n" + title:                                                                           title + "|2023-04-19|",
		"MEDIA RELEASE: EMBARGOED UNTIL 00:01 FRIDAY 6 MAY 2022\n\n" + title + "\n\nEdinburgh, Friday 6 May 2022: The plan is due.": title + "|2022-05-06|Edinburgh",
	} {
		if r := readSingle(t, head+text); r.Headline+"|"+r.Date.String()+"|"+r.Place != want {
			t.Errorf("%s:\n%s | %s | %s | %s", head, r.Headline, r.Date, r.Place, r.Lead)
		}
	}
	for when, want := range map[string]string{"Gdańsk, dn. 15.06.2023": "2023-06-15|Gdańsk", "Berlin, den 16.09.2024": "2024-09-16|Berlin"} {
		r := readSingle(t, "Nowa linia tramwajowa\n\n"+when+"\n\nOd poniedziałku mieszkańcy mogą korzystać z nowej linii tramwajowej.\n\nBilety kosztują tyle samo.\n")
		if r.Date.String()+"|"+r.Place != want {
			t.Errorf("%s: %s | %s", when, r.Date, r.Place)
		}
	}
	r := readSingle(t, "МААЛЫМАТ КАТ\n10-ноябрь, 2023-жыл\nОш ш.\n\nОш шаарында жаңы мектеп ачылды\n\nОш шаарында 500 орундуу жаңы мектеп ачылды, мектепте спорт зал бар.\n")
	if r.Headline != "Ош шаарында жаңы мектеп ачылды" {
		t.Errorf("%s", r.Headline)
	}
}
