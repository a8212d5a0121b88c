package settings

import "communique/editor/release"

// Furnish gives a new release what the office adds to each: the default
// contact and the boilerplate, where it has none of its own.
func (s Settings) Furnish(r release.Release) release.Release {
	if contact, ok := s.DefaultContact(); ok && len(r.Contacts) == 0 {
		r.Contacts = []release.Contact{contact.Release()}
	}
	if r.Boilerplate == "" {
		r.Boilerplate = s.Organisation.Boilerplate
	}
	return r
}
