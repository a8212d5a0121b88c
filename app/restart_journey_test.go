package app_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	kept "communique/app/settings"
	"communique/editor/release"
)

// TestJourneyComeBack leaves the program in the middle of a sentence, and goes on there.
func TestJourneyComeBack(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	window := d.open()
	d.keys("ctrl+shift+n")
	d.write("Meeting")
	d.keys("ctrl+t")
	d.write("One two")
	lead := func(want string) func() bool {
		return func() bool { return len(d.list()) == 1 && d.stored().Lead == want }
	}
	d.wait("the sentence", lead("One two"))
	d.keys("Left", "Left", "Left", "Left")
	if status := d.leaves(window); status != 0 {
		t.Fatalf("left with %d: %s", status, d.log())
	}
	d.titled(d.begin(binary), "^Meeting — Communique$")
	d.write(" and a half")
	d.wait("the rest", lead("One and a half two"))
}

// TestJourneyComeBackAfterAKill kills two windows, each with a release and the caret moved in it:
// the next two show them, the newest first, and what is typed stands where the carets were. A
// window beside them begins empty, and so does one whose release is in the trash by then.
func TestJourneyComeBackAfterAKill(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	d.communique("import", d.oldReleases())
	meeting, drill := d.found("встречи президентов"), d.found("учения")
	drillWindow := d.open()
	d.openFound("учения", drillHeadline)
	d.standsAt(drill, 2)
	meetingWindow := d.open()
	d.openFound("встречи президентов", meetingHeadline)
	d.standsAt(meeting, 2)
	d.kill(drillWindow)
	d.kill(meetingWindow)

	const title = " — Communique$"
	meetingWindow = d.begin(binary)
	d.titled(meetingWindow, "^"+meetingHeadline+title)
	d.write("x")
	d.wait("what is typed where the caret was", d.says(meeting, "11x сентября"))
	drillWindow = d.begin(binary)
	d.titled(drillWindow, "^Учение .*завершилось"+title)
	d.write("x")
	d.wait("what is typed in the other", d.says(drill, "2 xмая"))
	d.titled(d.begin(binary), "^Communique$")

	d.wait("both to be known as open", func() bool { return len(d.places().Open) == 2 })
	d.kill(drillWindow)
	d.kill(meetingWindow)
	d.communique("trash", meeting)
	d.communique("trash", drill)
	d.titled(d.begin(binary), "^Communique$")
}

// TestJourneyComeBackToWhatMayOnlyBeRead kills a window, and opens the library where nobody may write.
func TestJourneyComeBackToWhatMayOnlyBeRead(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	d.communique("import", d.oldReleases())
	window := d.open()
	d.openFound("учения", drillHeadline)
	d.standsAt(d.found("учения"), 3)
	d.kill(window)
	forbidden(t, filepath.Join(d.home, "data", "communique"))
	d.titled(d.begin(binary), "^Учение .*завершилось — Communique$")
	d.write("x")
	d.opened(drillHeadline)
	if lead := string(d.communique("show", d.found("учения"))); strings.Contains(lead, "2 мxая") {
		t.Error("it was written to")
	}
}

// standsAt puts the caret behind so many letters of a release's lead, and waits until the disk knows.
func (d *desktop) standsAt(id string, letters int) {
	d.t.Helper()
	d.keys("ctrl+t")
	d.keys(repeated("Right", letters)...)
	want := release.Position{TextID: release.TextID{Field: release.LeadField}, Offset: letters}
	d.wait("the caret on the disk", func() bool {
		p := d.places()
		return slices.ContainsFunc(p.Visits, func(v kept.Place) bool {
			return fmt.Sprint(v.ID) == id && v.Caret == want && slices.Contains(p.Open, v.UUID)
		})
	})
}

// places are what the disk knows of where the person is.
func (d *desktop) places() kept.Places {
	return kept.LoadPlaces(filepath.Join(d.home, "config", "communique"))
}

// says returns whether a release of the library has words.
func (d *desktop) says(id, words string) func() bool {
	return func() bool { return strings.Contains(string(d.communique("show", id)), words) }
}
