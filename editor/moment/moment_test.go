package moment

import (
	"errors"
	"testing"
	"time"

	"communique/assets/languages"
	"communique/assets/translations"
	"communique/editor/release"
)

// TestEmbargo reads embargoes as they are typed and as papers have them. Where
// something is uncertain, the reason is named instead.
func TestEmbargo(t *testing.T) {
	for text, want := range map[string]string{
		"": "", " \u00a0": "",
		"11.09.2024 08:00 МСК":                            "2024-09-11T08:00:00+03:00[Europe/Moscow]",
		"11.09.2024 09:08 UTC":                            "2024-09-11T09:08:00Z[Etc/UTC]",
		"11.09.2024 10:09 +09:00":                         "2024-09-11T10:09:00+09:00",
		"Embargoed until 09:00 +0800, 11 September 2024":  "2024-09-11T09:00:00+08:00",
		"09:00 UTC-08:00 11.09.2024":                      "2024-09-11T09:00:00-08:00",
		"11.09.24 09:30 МСК":                              "2024-09-11T09:30:00+03:00[Europe/Moscow]",
		"11.09.24.1 09:30 МСК":                            "day",
		"09:00 МСК 11-го сентября 2024 года":              "2024-09-11T09:00:00+03:00[Europe/Moscow]",
		"09:00 GMT 11th September 2024":                   "2024-09-11T09:00:00Z[Etc/UTC]",
		"2024-09-11T09:00:00+06:00":                       "2024-09-11T09:00:00+06:00",
		"2024-09-11T09:00Z":                               "2024-09-11T09:00:00Z",
		"10:00 МСК (UTC+3) 11.09.2024":                    "2024-09-11T10:00:00+03:00[Europe/Moscow]",
		"10:00 МСК (UTC+4) 11.09.2024":                    "season",
		"10:00 MSK (07:00 GMT) 11.09.2024":                "2024-09-11T10:00:00+03:00[Europe/Moscow]",
		"10:00 MSK (08:00 GMT) 11.09.2024":                "words",
		"10:00 по Москве 11.09.2024":                      "2024-09-11T10:00:00+03:00[Europe/Moscow]",
		"10:00 по времени Бишкека 11.09.2024":             "2024-09-11T10:00:00+06:00[Asia/Bishkek]",
		"Эмбарго снимается в 09:00 МСК 11.09.2024":        "2024-09-11T09:00:00+03:00[Europe/Moscow]",
		"Публикация разрешена с 09:00 МСК 11.09.2024":     "2024-09-11T09:00:00+03:00[Europe/Moscow]",
		"Embargo lifts at 09:00 GMT on 11 September 2024": "2024-09-11T09:00:00Z[Etc/UTC]",
		"10:00 Бишкек, 07:00 МСК 11.09.2024":              "words",
		"11.09.2024 10:00 по местному времени":            "words",
		"11.09.2024 12:00 Asia/Bishkek":                   "2024-09-11T12:00:00+06:00[Asia/Bishkek]",
		"12:00 11 сентября 2024 года Asia/Bishkek":        "2024-09-11T12:00:00+06:00[Asia/Bishkek]",
		"ЭМБАРГО до 11.09.2024 12:00, Бишкек, UTC+6":      "2024-09-11T12:00:00+06:00[Asia/Bishkek]",
		"EMBARGO until 11.09.2024 12:00, New York, UTC−4": "2024-09-11T12:00:00-04:00[America/New_York]",
		"ЭМБАРГО до 11.09.2024 12:00, Петропавловск-Камчатский, UTC+12": "2024-09-11T12:00:00+12:00[Asia/Kamchatka]",
		"EMBARGO until 11.09.2024 12:00, New Delhi, UTC+5:30":           "2024-09-11T12:00:00+05:30[Asia/Kolkata]",
		"EMBARGO until 11.09.2024 12:00, London, UTC+0":                 "season",
		"EMBARGO until 11.01.2024 12:00, London, UTC+0":                 "2024-01-11T12:00:00Z[Europe/London]",
		"ЭМБАРГО до 11.09.2024 12:00, Новые Васюки, UTC+6":              "words",
		"ЭМБАРГО до 11.09.2024 12:00, UTC+6":                            "2024-09-11T12:00:00+06:00",
		"11.09.2024г. 12:00 UTC":                                        "2024-09-11T12:00:00Z[Etc/UTC]",
		"11.09.2024 г. 12:00 UTC":                                       "2024-09-11T12:00:00Z[Etc/UTC]",
		"11.09.2024 г 12:00 UTC":                                        "2024-09-11T12:00:00Z[Etc/UTC]",
		"«11» сентября 2024 г., 12:00 UTC":                              "2024-09-11T12:00:00Z[Etc/UTC]",
		"11.09.2024 12:00 +03:00":                                       "2024-09-11T12:00:00+03:00",
		"11.09.2024 12:00 +3":                                           "2024-09-11T12:00:00+03:00",
		"11.09.2024 12:00 -0330":                                        "2024-09-11T12:00:00-03:30",
		"11.09.2024 12:00 −5":                                           "2024-09-11T12:00:00-05:00",
		"11.09.2024 12:00 UTC":                                          "2024-09-11T12:00:00Z[Etc/UTC]",
		"11.09.2024 24:00 МСК":                                          "2024-09-12T00:00:00+03:00[Europe/Moscow]",
		"11.09.2024 24:01 МСК":                                          "time",
		"11.09.2024 25:00 UTC":                                          "time",
		"11.09.2024 12:60 UTC":                                          "time",
		"11.09.2024 00:00 UTC":                                          "2024-09-11T00:00:00Z[Etc/UTC]",
		"11.09.2027 12:00":                                              "zone",
		"11.09.2027 12":                                                 "time",
		"11.09.2027 12 МСК":                                             "time",
		"11.09.2027 МСК":                                                "time",
		"завтра в полдень":                                              "day",
		"31.06.2024 12:00 МСК":                                          "day",
		"12:00 МСК":                                                     "day",
		"11.09.2027 12:00 EST":                                          "words",
		"11.09.2027 12:00 Asia/Nowhere":                                 "zone",
		"11.09.2027 12:00 Local":                                        "words",
		"11.09.2024 12 pm GMT":                                          "time",
		"11.09.2024 1pm GMT":                                            "2024-09-11T13:00:00Z[Etc/UTC]",
		"11.09.2024 1:05pm GMT":                                         "2024-09-11T13:05:00Z[Etc/UTC]",
		"11112024-09-11 12:00 GMT":                                      "day",
		"x11.09.2024 12:00 GMT":                                         "day",
		"до «11» сентября 2024 года, 10:00 МСК":                         "2024-09-11T10:00:00+03:00[Europe/Moscow]",
		"«11» сентября 2024 г. 10:00 МСК":                               "2024-09-11T10:00:00+03:00[Europe/Moscow]",
		"11 September 2024, 10:00 MSK+4":                                "2024-09-11T10:00:00+07:00",
		"11.09.2024 \u00a0\u202f12:00\r\n\tMSK +04:00":                  "2024-09-11T12:00:00+07:00",
		"\n11 \u00a0сентября  2024\u00a0года\n12:00  UTC":               "2024-09-11T12:00:00Z[Etc/UTC]",
		"11.09.2024 12:00 +05:45":                                       "2024-09-11T12:00:00+05:45",
		"11.09.2024 110 час. 30 мин. МСК":                               "time",
		"11.09.2024 x10 час. 30 мин. МСК":                               "time",
		"№111.09.2024 12:00 GMT":                                        "day",
		"11.09.2024 x12:00 GMT":                                         "time",
		"11.09.2024 12:00 p.m. GMT":                                     "time",
		"11.09.2024 12 am GMT":                                          "time",
		"11.09.2024 12:01 a.m. GMT":                                     "2024-09-11T00:01:00Z[Etc/UTC]",
		"11.09.2024 12:30 pm GMT":                                       "2024-09-11T12:30:00Z[Etc/UTC]",
		"11.09.2024 1 pm GMT":                                           "2024-09-11T13:00:00Z[Etc/UTC]",
		"11.09.2024 11 a.m. GMT":                                        "2024-09-11T11:00:00Z[Etc/UTC]",
		"11.09.2024 13 pm GMT":                                          "time",
		"11.09.2024 0:30 am GMT":                                        "time",
		"Embargoed until noon GMT, 11 September 2024":                   "2024-09-11T12:00:00Z[Etc/UTC]",
		"midnight GMT, 11 September 2024":                               "time",
		"Эмбарго до 10 утра 11 сентября 2024 года МСК":              "2024-09-11T10:00:00+03:00[Europe/Moscow]",
		"до 5 вечера 11 сентября 2024 года МСК":                     "2024-09-11T17:00:00+03:00[Europe/Moscow]",
		"до 2 дня 11 сентября 2024 года МСК":                        "2024-09-11T14:00:00+03:00[Europe/Moscow]",
		"до 12 дня 11 сентября 2024 года МСК":                       "2024-09-11T12:00:00+03:00[Europe/Moscow]",
		"до 7 дня 11 сентября 2024 года МСК":                        "time",
		"до 4 вечера 11 сентября 2024 года МСК":                     "time",
		"до 12 вечера 11 сентября 2024 года МСК":                    "time",
		"до 3 утра 11 сентября 2024 года МСК":                       "time",
		"Эмбарго до 10 час. 30 мин. МСК 11 сентября 2024 года":      "2024-09-11T10:30:00+03:00[Europe/Moscow]",
		"ЭМБАРГО ДО 10:00 МСК 11.09.2024":                           "2024-09-11T10:00:00+03:00[Europe/Moscow]",
		"Эмбарго: 10:00 11.09.2024 (время московское)":              "2024-09-11T10:00:00+03:00[Europe/Moscow]",
		"до 11 сентября 2024 года, 10.00 по московскому времени":    "2024-09-11T10:00:00+03:00[Europe/Moscow]",
		"Эмбарго до 10.00 (бишк.) 11 сентября 2024 г.":              "words",
		"10:00 по бишкекскому времени 11 сентября 2024 г.":          "2024-09-11T10:00:00+06:00[Asia/Bishkek]",
		"Эмбарго до 11 сентября 2024 года 10:00 МСК (13:00 Бишкек)": "words",
		"EMBARGOED UNTIL 10:00 UTC+6, 11 September 2024":            "2024-09-11T10:00:00+06:00",
		"EMBARGOED UNTIL 10:00 GMT+3, 11 September 2024":            "2024-09-11T10:00:00+03:00",
		"Эмбарго до 10:00 МСК+4, 11 сентября 2024 года":             "2024-09-11T10:00:00+07:00",
		"Эмбарго до 10:00 UTC +5 11 сентября 2024 года":             "2024-09-11T10:00:00+05:00",
		"Материал под эмбарго до 10:00 МСК 11 сентября 2024 года":   "2024-09-11T10:00:00+03:00[Europe/Moscow]",
		"НЕ ДЛЯ ПУБЛИКАЦИИ ДО 2 ДЕКАБРЯ 2025 ГОДА, 09:00 (UTC+10)":  "2025-12-02T09:00:00+10:00",
		"STRICTLY EMBARGOED UNTIL 10:00 GMT, September 11, 2024":    "2024-09-11T10:00:00Z[Etc/UTC]",
		"Wednesday, 11 September 2024, 10:00 GMT":                   "2024-09-11T10:00:00Z[Etc/UTC]",
		"Thursday, 11 September 2024, 10:00 GMT":                    "words",
		"в среду 11 сентября 2024 года в 10:00 МСК":                 "2024-09-11T10:00:00+03:00[Europe/Moscow]",
		"Embargoed until 10 am BST 11 September 2024":               "2024-09-11T10:00:00+01:00[Europe/London]",
		"EMBARGOED until 00:01 BST on 15 January 2025":              "season",
		"Embargoed until 30 March 2025, 01:30 BST":                  "season",
		"Embargoed until 02:30 CEST on 26 October 2025":             "2025-10-26T02:30:00+02:00[Europe/Paris]",
		"EMBARGO: 10 December 2025, 14:30 CET (13:30 GMT)":          "2025-12-10T14:30:00+01:00[Europe/Paris]",
		"10 December 2025, 00:30 CET / 23:30 GMT":                   "2025-12-10T00:30:00+01:00[Europe/Paris]",
		"до 12:00 МСК (15:00 по бишкекскому времени) 11.09.2027":    "2027-09-11T12:00:00+03:00[Europe/Moscow]",
		"Embargoed until 02:30 CET on 26 October 2025":              "2025-10-26T02:30:00+01:00[Europe/Paris]",
		"30.03.2025 01:30 Europe/London":                            "skipped",
		"26.10.2025 01:30 Europe/London":                            "twice",
		"26.10.2025 01:30 +00:00 Europe/London":                     "2025-10-26T01:30:00Z[Europe/London]",
		"26.10.2025 01:30 +02:00 Europe/London":                     "season",
		"2024-09-11 12:00 America/Argentina/Buenos_Aires":           "2024-09-11T12:00:00-03:00[America/Argentina/Buenos_Aires]",
		"12:00 UTC 2027-01-02":                          "2027-01-02T12:00:00Z[Etc/UTC]",
		"not before 11.09.2024 10:00 МСК or 12.09.2024": "words",
	} {
		t.Run(text, func(t *testing.T) {
			e, err := Embargo(text)
			got := e.String()
			var fault *Error
			if errors.As(err, &fault) {
				got = string(fault.Reason)
			}
			if got != want {
				t.Errorf("got %q (%v), want %q", got, err, want)
			}
			if again, err2 := Embargo(FormatEmbargo(e)); err == nil && (err2 != nil || again.String() != e.String()) {
				t.Errorf("%q is read as %v, %v", FormatEmbargo(e), again, err2)
			}
		})
	}
}

// TestClocks: names of clocks that mean one zone everywhere.
// TestEmbargoesOfPapers are lines that stand above releases, in the manner of several countries.
func TestEmbargoesOfPapers(t *testing.T) {
	for text, want := range map[string]string{
		"Embargoed for release until 2 p.m. ET, Thursday, August 7, 2025": "2025-08-07T14:00:00-04:00[America/New_York]",
		"Under embargo until 3 June 2025 at 14:00 CEST / 8:00 EDT":        "2025-06-03T14:00:00+02:00[Europe/Paris]",
		"Embargo until 12 noon BST on 3 June 2025":                        "2025-06-03T12:00:00+01:00[Europe/London]",
		"Embargo: 3 June 2025, 16.00 (Geneva time)":                       "2025-06-03T16:00:00+02:00[Europe/Zurich]",
		"Embargoed until 1100 US Eastern time 3 January 2025":             "2025-01-03T11:00:00-05:00[America/New_York]",
		"Embargoed until 9 a.m. PT 3 January 2025":                        "2025-01-03T09:00:00-08:00[America/Los_Angeles]",
		"Embargoed until 9 a.m. PDT 3 June 2025":                          "2025-06-03T09:00:00-07:00[America/Los_Angeles]",
		"EMBARGOED TILL 3:00 PM GMT ON 3RD JUNE 2025":                     "2025-06-03T15:00:00Z[Etc/UTC]",
		"Embargoed until 3 June 2025, 10:00 AEST":                         "2025-06-03T10:00:00+10:00",
		"Embargoed until 3 January 2025, 10:00 AEDT":                      "2025-01-03T10:00:00+11:00",
		"Embargo until 3 January 2025, 10:00 EET":                         "2025-01-03T10:00:00+02:00",
		"Embargo until 3 June 2025, 10:00 EEST":                           "2025-06-03T10:00:00+03:00",
		"Sperrfrist: 3. Juni 2025, 10:00 Uhr MESZ":                        "2025-06-03T10:00:00+02:00[Europe/Berlin]",
		"Sperrfrist: 3. Januar 2025, 10:00 Uhr MEZ":                       "2025-01-03T10:00:00+01:00[Europe/Berlin]",
		"Не публиковать до 3 июня 2025 г. 09-00 (UTC+5)":                  "2025-06-03T09:00:00+05:00",

		"Разрешается публиковать с 10:00 (время ташкентское) 3 июня 2025 года": "2025-06-03T10:00:00+05:00[Asia/Tashkent]",
		"Материал предназначен для публикации после 11:00 мск 03.06.2025":      "2025-06-03T11:00:00+03:00[Europe/Moscow]",
		"Эмбарго: до 3 июня 2025 года, 7.00 по местному времени (GMT+5)":       "2025-06-03T07:00:00+05:00",
		"Эмбарго до 11-12 июня 2025 года, 10:00 МСК":                           "",
		"HOLD FOR RELEASE UNTIL MIDNIGHT GMT, JUNE 3, 2025":                    "",
		"Embargoed until 10 a.m. EST, June 3, 2025":                            "",
		"Embargoed until 10 a.m. EDT, January 3, 2025":                         "",
	} {
		e, err := Embargo(text)
		if (err == nil) != (want != "") || err == nil && e.String() != want {
			t.Errorf("%s: got %s, %v", text, e, err)
		}
	}
}

func TestClocks(t *testing.T) {
	for zone, names := range map[string][]string{
		"Etc/UTC": {"GMT", "UTC", "по Гринвичу"}, "Europe/Moscow": {"МСК", "MSK", "московское время", "по московскому времени", "московскому", "Moscow time", "мск"},
		"Europe/Minsk": {"по минскому времени", "минское время", "Minsk"}, "Asia/Bishkek": {"по бишкекскому", "бишкекское", "Bishkek"},
		"Asia/Dushanbe": {"по душанбинскому времени", "душанбинское", "Dushanbe"}, "Asia/Yerevan": {"по ереванскому", "ереванское", "Yerevan"},
		"Asia/Tashkent": {"по ташкентскому", "ташкентское", "Tashkent"}, "Asia/Almaty": {"по астанинскому", "астанинское", "по алматинскому", "Astana", "Almaty"},
	} {
		for _, name := range names {
			if e, err := Embargo("11.09.2024 12:00 " + name); err != nil || e.Zone != zone {
				t.Errorf("%s: %v, %v", name, e, err)
			}
		}
	}
	for _, name := range []string{"московского", "XUTC", "UTCX", "Москва"} {
		if e, err := Embargo("11.09.2024 12:00 " + name); err == nil {
			t.Errorf("%s is read as %v", name, e)
		}
	}
}

// TestWeekdays: one that is the day's is known, any other leaves the embargo uncertain.
func TestWeekdays(t *testing.T) {
	week := [7][]string{
		{"Sunday", "воскресенье", "воскресенья"},
		{"Monday", "понедельник", "понедельника"},
		{"Tuesday", "вторник", "вторника"},
		{"Wednesday", "среда", "среду", "среды"},
		{"Thursday", "четверг", "четверга"},
		{"Friday", "пятница", "пятницу", "пятницы"},
		{"Saturday", "суббота", "субботу", "субботы"},
	}
	for i := range 7 {
		for named, words := range week {
			day := release.Date{Year: 2024, Month: time.September, Day: 8 + i} // the 8th is a Sunday
			for _, word := range words {
				text := word + ", " + FormatDate(day) + " 10:00 UTC"
				e, err := Embargo(text)
				var fault *Error
				if i == named && (err != nil || release.DateOf(e.At) != day) || i != named && (!errors.As(err, &fault) || fault.Reason != Unclear || fault.Words != word) {
					t.Errorf("%s: %v, %v", text, e, err)
				}
			}
		}
	}
}

// TestWhatCannotBeReadIsTold whole: of which field, as it was typed, and what of it is unclear.
func TestWhatCannotBeReadIsTold(t *testing.T) {
	for _, tt := range []struct {
		field release.Field
		text  string
		want  Error
		fact  string
	}{
		{release.DateField, " вчера ", Error{release.DateField, " вчера ", NoDay, "", ""}, "unread-date"},
		{release.EmbargoField, "11.09.2027 12:00 EST", Error{release.EmbargoField, "11.09.2027 12:00 EST", Unclear, "11.09.2027 12:00", "EST"}, "unread-embargo-words"},
		{release.EmbargoField, "вчера", Error{release.EmbargoField, "вчера", NoDay, "", ""}, "unread-embargo-day"},
		{release.EmbargoField, "12 декабря 10:00 мск", Error{release.EmbargoField, "12 декабря 10:00 мск", NoYear, "", "12 декабря"}, "unread-embargo-year"},
		{release.EmbargoField, "до 10:00 МСК 12-го декабря", Error{release.EmbargoField, "до 10:00 МСК 12-го декабря", NoYear, "", "12-го декабря"}, "unread-embargo-year"},
		{release.EmbargoField, "12.12 10:00 МСК", Error{release.EmbargoField, "12.12 10:00 МСК", NoYear, "", "12.12"}, "unread-embargo-year"},
		{release.EmbargoField, "10.00 МСК", Error{release.EmbargoField, "10.00 МСК", NoDay, "", ""}, "unread-embargo-day"},
		{release.EmbargoField, "December 12, 10:00 UTC", Error{release.EmbargoField, "December 12, 10:00 UTC", NoYear, "", "December 12"}, "unread-embargo-year"},
		{release.EmbargoField, "31 февраля 10:00 МСК", Error{release.EmbargoField, "31 февраля 10:00 МСК", NoDay, "", ""}, "unread-embargo-day"},
		{release.EmbargoField, "11.09.2027 МСК", Error{release.EmbargoField, "11.09.2027 МСК", NoTime, "11.09.2027", ""}, "unread-embargo-time"},
	} {
		err := Problem(tt.field, tt.text)
		var fault *Error
		if !errors.As(err, &fault) || *fault != tt.want {
			t.Errorf("%s: %#v", tt.text, err)
			continue
		}
		if name, args := fault.Fact(); name != tt.fact || args["Text"] != tt.text || args["Read"] != fault.Read || args["Words"] != fault.Words || len(args) != 3 {
			t.Errorf("%s: %s, %v", tt.text, name, args)
		}
	}
	for field, text := range map[release.Field]string{release.DateField: "11.09.2024", release.EmbargoField: "11.09.2024 12:00 UTC", release.LeadField: "вчера"} {
		if err := Problem(field, text); err != nil {
			t.Errorf("%s: %v", field, err)
		}
	}
	for _, blank := range []string{"", " \n"} {
		if d, err := Date(blank); err != nil || !d.IsZero() {
			t.Errorf("%q: %v, %v", blank, d, err)
		}
	}
}

func TestNoDayIsShownAsNothing(t *testing.T) {
	if got := FormatDate(release.Date{}) + FormatEmbargo(release.Embargo{}); got != "" {
		t.Errorf("got %q", got)
	}
}

func TestWhatIsMissingIsNamed(t *testing.T) {
	_, err := Embargo("11 сентября 2027 года, 12:00")
	var fault *Error
	if !errors.As(err, &fault) || fault.Read != "11.09.2027 12:00" || fault.Text != "11 сентября 2027 года, 12:00" {
		t.Fatalf("got %+v", err)
	}
	if name, args := fault.Fact(); name != "unread-embargo-zone" || args["Read"] != fault.Read {
		t.Errorf("got %s %v", name, args)
	}
	_, err = Embargo("11.09.2027 12:00 EST по-своему")
	if !errors.As(err, &fault) || fault.Words != "EST своему" {
		t.Errorf("got %+v", err)
	}
}

func TestDate(t *testing.T) {
	for text, want := range map[string]string{"": "", " ": "", " 11.09.2024 ": "2024-09-11", "11 сентября 2024 года": "2024-09-11"} {
		if d, err := Date(text); err != nil || d.String() != want {
			t.Errorf("%q: %v, %v", text, d, err)
		}
	}
	for _, text := range []string{"31.06.2024", "11.09", "завтра"} {
		if err := Problem(release.DateField, text); err == nil {
			t.Errorf("%q is a date", text)
		}
	}
	if err := Problem("headline", "31.06.2024"); err != nil {
		t.Error(err)
	}
}

// FuzzEmbargo wants what is read to be read again from how it is shown.
// TestPrintedLines: the line that a release bears is read back in every language.
func TestPrintedLines(t *testing.T) {
	for _, zone := range []string{"Asia/Bishkek", ""} {
		want := release.Embargo{At: time.Date(2026, 9, 11, 12, 5, 0, 0, time.FixedZone("", 6*3600)), Zone: zone}
		for _, language := range languages.All() {
			at := "UTC+06:00"
			if zone != "" {
				at = zone + " (" + at + ")"
			}
			tryLine(t, language, "11.09.2026 12:05", at, want) // as older papers have it
		}
	}
	for _, language := range append(languages.All(), "en-US", "xx") {
		for month := time.January; month <= time.December; month++ {
			for day := 1; day <= 28; day += 9 {
				r := release.Release{Language: language, Embargo: release.Embargo{At: time.Date(2027, month, day, day, int(month), 0, 0, time.FixedZone("", 6*3600))}}
				if language == "en-US" {
					r.English = release.EnglishAP
				}
				tryLine(t, language, r.EmbargoInWords(), "UTC+6", r.Embargo)
			}
		}
	}
	for _, line := range []string{"Эмбарго на нефть снято", "Эмбарго снято 11.09.2026", "Embargoes 12:00", "Embargoes of 2026", "Ембаргова 5", "", "Sperrfristen 2026", "Совет 11.09.2026"} {
		if NamesEmbargo(line) {
			t.Errorf("%q names an embargo", line)
		}
	}
}

// tryLine reads the line that a release bears back.
func tryLine(t *testing.T, language, at, zone string, want release.Embargo) {
	t.Helper()
	line := translations.Printed(language).Text("printed-embargo-until", map[string]any{"Time": at, "Zone": zone})
	got, err := Embargo(line)
	if err != nil || !got.At.Equal(want.At) || got.Zone != want.Zone {
		t.Errorf("%s: %q: %v, %v", language, line, got, err)
	}
	if !NamesEmbargo(line) {
		t.Errorf("%s: %q names no embargo", language, line)
	}
}

func FuzzEmbargo(f *testing.F) {
	f.Add("11.09.2024 12:00 Asia/Bishkek")
	f.Add("26.10.2025 01:30 +00:00 Europe/London")
	f.Fuzz(func(t *testing.T, text string) {
		e, err := Embargo(text)
		if err != nil {
			return
		}
		again, err := Embargo(FormatEmbargo(e))
		if err != nil || !again.At.Equal(e.At) || again.Zone != e.Zone {
			t.Errorf("%q: %v shows as %q, read as %v, %v", text, e, FormatEmbargo(e), again, err)
		}
		if e.At.Year() < 1000 && !e.IsZero() || e.At.Second() != 0 || e.At.Nanosecond() != 0 || e.At.Location() == time.Local {
			t.Errorf("%q: %v", text, e)
		}
	})
}

// TestOffsetOfClocks: an embargo that lacks nothing but a zone has that of given clocks, at its own time of the year; an hour that they never show or
// show twice has none, nor has one that lacks more.
func TestOffsetOfClocks(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	lordHowe, err := time.LoadLocation("Australia/Lord_Howe") // its clocks are changed by half an hour
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		text, want string
		zone       *time.Location
	}{
		{"12.07.2027 12:00", "+02:00", berlin},
		{"12 января 2027 года, 12:00", "+01:00", berlin},
		{"28.03.2027 02:30", "", berlin},
		{"31.10.2027 02:30", "", berlin},
		{"31.10.2027 03:30", "+01:00", berlin},
		{"04.04.2027 01:45", "", lordHowe},
		{"12.09.2027", "", berlin},
		{"12.09.2027 12:00 по утрам", "", berlin},
	} {
		_, err := Embargo(tt.text)
		var fault *Error
		if !errors.As(err, &fault) {
			t.Fatalf("%q is read", tt.text)
		}
		if got, _ := fault.In(tt.zone); got != tt.want {
			t.Errorf("%q has the offset %q", tt.text, got)
		}
	}
}
