// Package fingerprint tells one published text from another.
package fingerprint

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"

	"communique/editor/release"
)

// Hash returns the SHA-256 of what a release publishes, in 64 hexadecimal digits.
// Notes, the status and what belongs to the drafting do not count. A release that
// was stored and read again has the same one.
func Hash(r release.Release) string {
	r = r.Clone()
	r.Notes, r.Template, r.Status, r.OnePage = "", "", "", false
	r.UUID, r.Repairs, r.Leftovers, r.Values = "", nil, nil, nil
	r.Accepted, r.Overrides = nil, nil
	r.Tags, r.Blocks, r.Contacts = orNil(r.Tags), orNil(r.Blocks), orNil(r.Contacts)
	for i := range r.Blocks { // what a block is called is no part of what it says
		r.Blocks[i].ID = 0
	}
	for i := range r.Contacts {
		r.Contacts[i].Phones = orNil(r.Contacts[i].Phones)
	}
	data, err := json.Marshal(r)
	if err != nil { // texts, dates and lists of them can always be written
		panic(err)
	}
	return fmt.Sprintf("%x", sha256.Sum256(data))
}

// orNil makes one of the two ways in which a list can be empty, which JSON tells
// apart.
func orNil[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return list
}
