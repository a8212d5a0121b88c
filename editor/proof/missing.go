package proof

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/release"
)

// missing finds what every release must have. Without a contact a release can
// still be issued, so that is a warning.
func missing(r release.Release) []Finding {
	var found []Finding
	if isBlank(r.Headline) {
		found = append(found, in(release.HeadlineField, HeadlineMissing, Blocks, ""))
	}
	if isBlank(r.Lead) {
		found = append(found, in(release.LeadField, LeadMissing, Blocks, ""))
	}
	if !slices.ContainsFunc(r.Contacts, reachable) {
		found = append(found, in(release.ContactsField, ContactMissing, Warns, ""))
	}
	return found
}

// pictures finds those whose files are lost. A release does not leave without what it
// shows.
func pictures(r release.Release, lost []string) []Finding {
	var found []Finding
	for i, b := range r.Blocks {
		if b.Kind != release.Picture || !slices.Contains(lost, b.Picture) {
			continue
		}
		found = append(found, Finding{
			Code: PictureMissing, Level: Blocks, Index: i, Text: b.Called(),
			TextID: release.TextID{Field: release.BlocksField, Block: b.ID}, End: utf8.RuneCountInString(b.Text),
		})
	}
	return found
}

// unread finds fields whose text cannot be read as their value. A release without a
// value that somebody gave it must not leave, least of all one without its embargo.
func unread(r release.Release) []Finding {
	var found []Finding
	for _, u := range r.Unread {
		f := in(u.Field, FieldUnread, Blocks, u.Text)
		f.End = utf8.RuneCountInString(u.Text)
		found = append(found, f)
	}
	return found
}

func isBlank(text string) bool { return strings.TrimSpace(text) == "" }

// reachable reports whether a journalist could call or write to c.
func reachable(c release.Contact) bool {
	return !isBlank(c.Email) || slices.ContainsFunc(c.Phones, func(p release.PhoneNumber) bool { return !isBlank(p.Number) })
}

// repairs tells what intake put right and nobody has confirmed yet.
func repairs(r release.Release) []Finding {
	var found []Finding
	for _, repair := range r.Repairs {
		found = append(found, in(release.RepairsField, repair.Code, Notes, repair.Text))
	}
	return found
}
