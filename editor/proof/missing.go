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
		found = append(found, Finding{Code: HeadlineMissing, Level: Blocks, Field: "headline", Block: -1})
	}
	if isBlank(r.Lead) {
		found = append(found, Finding{Code: LeadMissing, Level: Blocks, Field: "lead", Block: -1})
	}
	if !slices.ContainsFunc(r.Contacts, reachable) {
		found = append(found, Finding{Code: ContactMissing, Level: Warns, Field: "contacts", Block: -1})
	}
	return found
}

// unread finds fields whose text cannot be read as their value. A release without a
// value that somebody gave it must not leave, least of all one without its embargo.
func unread(r release.Release) []Finding {
	var found []Finding
	for _, u := range r.Unread {
		found = append(found, Finding{
			Code: FieldUnread, Level: Blocks, Field: u.Field, Block: -1, End: utf8.RuneCountInString(u.Text), Text: u.Text,
		})
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
		found = append(found, Finding{Code: repair.Code, Level: Notes, Field: "repairs", Block: -1, Text: repair.Text})
	}
	return found
}
