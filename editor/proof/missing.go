package proof

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/release"
)

func headlineMissing(w *whole, out *report) {
	if isBlank(w.release.Headline) {
		out.in(release.HeadlineField, "")
	}
}

func leadMissing(w *whole, out *report) {
	if isBlank(w.release.Lead) {
		out.in(release.LeadField, "")
	}
}

// contactMissing warns only: without a contact a release can still be issued.
func contactMissing(w *whole, out *report) {
	if !slices.ContainsFunc(w.release.Contacts, reachable) {
		out.in(release.ContactsField, "")
	}
}

// pictures finds those whose files are lost. A release does not leave without what it
// shows.
func pictures(w *whole, out *report) {
	for i, b := range w.release.Blocks {
		if b.Kind != release.Picture || !slices.Contains(w.params.Lost, b.Picture) {
			continue
		}
		f := out.in(release.BlocksField, b.Called())
		f.Block, f.Index, f.End = b.ID, i, utf8.RuneCountInString(b.Text)
	}
}

// unread finds fields whose text cannot be read as their value. A release without a
// value that somebody gave it must not leave, least of all one without its embargo.
func unread(w *whole, out *report) {
	for _, u := range w.release.Unread {
		out.in(u.Field, u.Text).End = utf8.RuneCountInString(u.Text)
	}
}

func isBlank(text string) bool { return strings.TrimSpace(text) == "" }

// reachable reports whether a journalist could call or write to c.
func reachable(c release.Contact) bool {
	return !isBlank(c.Email) || slices.ContainsFunc(c.Phones, func(p release.PhoneNumber) bool { return !isBlank(p.Number) })
}
