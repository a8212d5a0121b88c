package template

import (
	"testing"

	"communique/editor/release"
)

func TestDaysWithoutAYear(t *testing.T) {
	for _, tt := range []struct {
		house      release.English
		text, want string
	}{
		{release.EnglishAP, "7–13 June", "June 7-13"},
		{release.EnglishAP, "the week of 8 March and later", "the week of March 8 and later"},
		{release.EnglishAP, "talks on 3 September, a concert", "talks on Sept. 3, a concert"},
		{release.EnglishAP, "8 March Square", "8 March Square"},
		{release.EnglishAP, "8 March 2027", "8 March 2027"},
		{release.EnglishAP, "June 7-13", "June 7-13"},
		{release.EnglishAP, "November 23-29", "Nov. 23-29"},
		{release.EnglishUN, "June 7-13", "7–13 June"},
		{release.EnglishUN, "on March 8 and later", "on 8 March and later"},
		{release.EnglishUN, "March 8, 2027", "March 8, 2027"},
		{release.EnglishUN, "7–13 June", "7–13 June"},
		{release.EnglishUN, "May 10:00", "May 10:00"},
		{release.EnglishUN, "it may 5 times", "it may 5 times"},
	} {
		if got := daysWithoutYear(tt.text, tt.house); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.text, got, tt.want)
		}
	}
}
