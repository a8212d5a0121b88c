package proof

import (
	"strings"

	"communique/editor/release"
)

// missing finds what every release must have.
func missing(r release.Release) []Finding {
	var found []Finding
	if strings.TrimSpace(r.Headline) == "" {
		found = append(found, Finding{Code: HeadlineMissing, Level: Blocks, Field: "headline", Block: -1})
	}
	if strings.TrimSpace(r.Lead) == "" {
		found = append(found, Finding{Code: LeadMissing, Level: Blocks, Field: "lead", Block: -1})
	}
	if !reachable(r.Contacts) {
		found = append(found, Finding{Code: ContactMissing, Level: Warns, Field: "contacts", Block: -1})
	}
	return found
}

// reachable reports whether a journalist could call or write to anyone.
func reachable(contacts []release.Contact) bool {
	for _, c := range contacts {
		if len(c.Phones) > 0 || c.Email != "" {
			return true
		}
	}
	return false
}

// repairs tells what intake put right and nobody has confirmed yet.
func repairs(r release.Release) []Finding {
	var found []Finding
	for _, repair := range r.Repairs {
		found = append(found, Finding{Code: repair.Code, Level: Notes, Field: "repairs", Block: -1, Text: repair.Text})
	}
	return found
}
