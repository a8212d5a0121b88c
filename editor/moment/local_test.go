package moment

import (
	"errors"
	"testing"
)

// TestEmbargoesOfOtherLanguages reads embargoes as offices of Europe and Central Asia write them, and cities' times by their adjectives.
func TestEmbargoesOfOtherLanguages(t *testing.T) {
	for text, want := range map[string]string{
		"Эмбарго до 3 октября 2025 года 08:00 по камчатскому времени":                                "2025-10-03T08:00:00+12:00[Asia/Kamchatka]",
		"Просьба не распространять информацию до 15 мая 2025 года, 9:00 (время иркутское)":           "2025-05-15T09:00:00+08:00[Asia/Irkutsk]",
		"Не публиковать до 15:00 по самарскому времени 12 сентября 2025 года":                        "2025-09-12T15:00:00+04:00[Europe/Samara]",
		"Эмбарго до полудня 3 октября 2025 года по екатеринбургскому времени":                        "2025-10-03T12:00:00+05:00[Asia/Yekaterinburg]",
		"до 12:00 по омскому времени 3 октября 2025 года":                                            "2025-10-03T12:00:00+06:00[Asia/Omsk]",
		"до 12:00 по алматинскому времени 3 октября 2025 года":                                       "2025-10-03T12:00:00+05:00[Asia/Almaty]",
		"до 12:00 по городскому времени 3 октября 2025 года":                                         "words",
		"Sous embargo jusqu'au vendredi 12 septembre 2025, 10h00 (heure de Paris)":                   "2025-09-12T10:00:00+02:00[Europe/Paris]",
		"Sous embargo jusqu’au 12 septembre 2025 à 14 h 30 CEST":                                     "2025-09-12T14:30:00+02:00[Europe/Paris]",
		"Sous embargo jusqu'au 12 septembre 2025 à 10h":                                              "zone",
		"Sperrfrist: 12. September 2025, 10:00 Uhr MESZ":                                             "2025-09-12T10:00:00+02:00[Europe/Berlin]",
		"Embargo hasta las 10:00 horas (hora de Madrid) del 12 de septiembre de 2025":                "2025-09-12T10:00:00+02:00[Europe/Madrid]",
		"Эмбарго: 2025 жылғы 15 мамыр, сағат 10:00 (Астана уақыты)":                                  "2025-05-15T10:00:00+05:00[Asia/Almaty]",
		"Эмбарго: 2025-жылдын 2-сентябрына чейин, саат 10:00 (Бишкек убактысы)":                      "2025-09-02T10:00:00+06:00[Asia/Bishkek]",
		"Embargo: 2025-yil 15-may, soat 10:00 gacha (Toshkent vaqti)":                                "2025-05-15T10:00:00+05:00[Asia/Tashkent]",
		"Эмбарга да 15 мая 2025 года, 10:00 (па мінскім часе)":                                       "2025-05-15T10:00:00+03:00[Europe/Minsk]",
		"Under embargo until 16:00 London time / 11:00 US Eastern Time, Wednesday 11 September 2024": "2024-09-11T16:00:00+01:00[Europe/London]",
		"Under embargo until 16:00 London time / 12:00 US Eastern Time, Wednesday 11 September 2024": "words",
		"Embargo: 19:00 hours (UK time) Tuesday 10 September 2024":                                   "2024-09-10T19:00:00+01:00[Europe/London]",
		"Embargoed until 10 a.m. Central Time on May 15, 2025":                                       "2025-05-15T10:00:00-05:00[America/Chicago]",
		"Embargoed until 10:00 Central European Time on 15 January 2025":                             "2025-01-15T10:00:00+01:00[Europe/Paris]",
		"Embargoed until 10:00 Central European Time on 15 May 2025":                                 "season",
		"Embargoed until 10:00 Central European Summer Time on 15 May 2025":                          "2025-05-15T10:00:00+02:00[Europe/Paris]",
		"Embargoed until 8:00 MDT on 15 May 2025":                                                    "2025-05-15T08:00:00-06:00[America/Denver]",
		"Embargoed until 8:00 Mountain time on 15 May 2025":                                          "2025-05-15T08:00:00-06:00[America/Denver]",
		"Embargoed until 8:00 CDT on 15 May 2025":                                                    "2025-05-15T08:00:00-05:00[America/Chicago]",
		"Embargoed until 8:00 CT on 15 May 2025":                                                     "2025-05-15T08:00:00-05:00[America/Chicago]",
		"15 мая 2025 года, 10:00 мск / 12:00 екатеринбургского времени":                              "2025-05-15T10:00:00+03:00[Europe/Moscow]",
		"15 мая 2025 года, 10:00 мск / 13:00 екатеринбургского времени":                              "words",
		"Embargo expires 9:00 a.m. Pacific Daylight Time, May 15, 2025":                              "2025-05-15T09:00:00-07:00[America/Los_Angeles]",
		"Embargo expires 9:00 a.m. Pacific Standard Time, May 15, 2025":                              "season",
		"Embargo expires 9:00 a.m. Eastern Standard Time, January 15, 2025":                          "2025-01-15T09:00:00-05:00[America/New_York]",
		"Embargo expires 9:00 a.m. Eastern Daylight Time, January 15, 2025":                          "season",
		"EMBARGO - 5/15/2025 9:00 AM PDT":                                                            "2025-05-15T09:00:00-07:00[America/Los_Angeles]",
		"EMBARGOED UNTIL 2300 GMT (0000 BST) ON WEDNESDAY 11 SEPTEMBER 2024":                         "2024-09-11T23:00:00Z[Etc/UTC]",
		"Не публікаваць раней за 12.00 15 мая 2025 года (мінскі час)":                                "2025-05-15T12:00:00+03:00[Europe/Minsk]",
		"Таратуға 15.05.2025 15:00-ге дейін тыйым салынады (UTC+5)":                                  "2025-05-15T15:00:00+05:00",
		"EMBARGOED TILL 6 AM TUESDAY JUNE 3, 2025 (ET)":                                              "2025-06-03T06:00:00-04:00[America/New_York]",
		"ЭМБАРГО ДО 07:30 ПО ВЛАДИВОСТОКСКОМУ ВРЕМЕНИ 15 МАЯ 2025 ГОДА":                              "2025-05-15T07:30:00+10:00[Asia/Vladivostok]",
		"до 13:30 по времени Самары (МСК+1) 12 сентября 2025":                                        "2025-09-12T13:30:00+04:00[Europe/Samara]",
		"до 13:30 по времени Астрахани 12 сентября 2025":                                             "2025-09-12T13:30:00+04:00[Europe/Astrakhan]",
		"до 13:30 по Владивостоку 12 сентября 2025":                                                  "2025-09-12T13:30:00+10:00[Asia/Vladivostok]",
		"Опубликовать не ранее 3 октября 2025 г., 7 часов утра МСК":                                  "2025-10-03T07:00:00+03:00[Europe/Moscow]",
		"Embargo levé le 12 septembre 2025 à 9h30, heure de Genève":                                  "2025-09-12T09:30:00+02:00[Europe/Zurich]",
		"Эмбарго: 15.05.2025, 09:00 (Тошкент вақти билан)":                                           "2025-05-15T09:00:00+05:00[Asia/Tashkent]",
		"Пад эмбарга да 15 мая 2025 года, 12.00 па Мінску":                                           "2025-05-15T12:00:00+03:00[Europe/Minsk]",
		"Жариялауға 2025 жылғы 15 мамырда сағат 12:00-ден кейін рұқсат етіледі (UTC+5)":              "2025-05-15T12:00:00+05:00",
		"ЭМБАРГО: 12.09.2025 / 10:00 MSK":                                                            "2025-09-12T10:00:00+03:00[Europe/Moscow]",
		"[ЭМБАРГО ДО 12 СЕНТЯБРЯ 2025, 10:00 МСК]":                                                   "2025-09-12T10:00:00+03:00[Europe/Moscow]",
		"Просим не публиковать до 18 часов 12 сентября 2025 года по самарскому времени":              "2025-09-12T18:00:00+04:00[Europe/Samara]",
		"Эмбарго до 25 часов 12 сентября 2025 года (МСК)":                                            "time",
		"Эмбарго: четверг, 15 мая 2025 г., 16:00 ЕКБ":                                                "2025-05-15T16:00:00+05:00[Asia/Yekaterinburg]",
		"Эмбарго: 15 мая 2025 г., 16:00 НСК":                                                         "2025-05-15T16:00:00+07:00[Asia/Novosibirsk]",
		"Embargo lifts: Thursday, May 15, 2025, 6 a.m. U.S. Eastern Time":                            "2025-05-15T06:00:00-04:00[America/New_York]",
		"HOLD FOR RELEASE: 12 noon Central, May 15, 2025":                                            "2025-05-15T12:00:00-05:00[America/Chicago]",
		"Embargo: 10:00 Central Africa Time, 15 May 2025":                                            "words",
		"Embargoed until May 15, 2025 @ 9 AM PT / 6 PM CEST":                                         "2025-05-15T09:00:00-07:00[America/Los_Angeles]",
		"EMBARGO 12 SEPTEMBER 2024 – 11AM LONDON TIME":                                               "2024-09-12T11:00:00+01:00[Europe/London]",
		"Ембарго до 10:00 15 травня 2025 року (за київським часом)":                                  "2025-05-15T10:00:00+03:00[Europe/Kyiv]",
		"Frei ab 15. Mai 2025, 12 Uhr (MESZ)":                                                        "2025-05-15T12:00:00+02:00[Europe/Berlin]",
		"Ne pas diffuser avant le 15 mai 2025 à 6 h (Paris)":                                         "2025-05-15T06:00:00+02:00[Europe/Paris]",
		"Media embargo in effect until June 4, 2025 at 10:00 a.m. EDT.":                              "2025-06-04T10:00:00-04:00[America/New_York]",
		"Публикация материала возможна не ранее 12 сентября 2025 г. в 16:00 по Самаре":               "2025-09-12T16:00:00+04:00[Europe/Samara]",
		"Для использования с 15.05.2025 10:00 мск":                                                   "2025-05-15T10:00:00+03:00[Europe/Moscow]",
		"Embargoed until 12/09/2025 9:00 AM EST":                                                     "day",
		"Embargoed until 12/09/2025 9:00 GMT":                                                        "day",
		"Embargoed until 09/09/2025 9:00 GMT":                                                        "2025-09-09T09:00:00Z[Etc/UTC]",
		"Embargoed until 25/09/2025 9:00 GMT":                                                        "2025-09-25T09:00:00Z[Etc/UTC]",
		"Sous embargo jusqu'au 12/09/2025 à 10:00 (heure de Paris)":                                  "2025-09-12T10:00:00+02:00[Europe/Paris]",
	} {
		t.Run(text, func(t *testing.T) {
			e, err := Embargo(text)
			got := e.String()
			var unread *Error
			if errors.As(err, &unread) {
				got = string(unread.Reason)
			}
			if got != want {
				t.Errorf("got %s, want %s", got, want)
			}
		})
	}
}
