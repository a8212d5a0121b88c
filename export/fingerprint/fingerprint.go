// Package fingerprint tells one published text from another.
package fingerprint

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"

	"communique/editor/release"
)

// Hash returns the SHA-256 of what a release publishes, in 64 hexadecimal digits.
// Notes, the status and what belongs to the drafting do not count.
func Hash(r release.Release) string {
	r = r.Clone()
	r.Notes, r.Template, r.Status = "", "", ""
	r.Repairs, r.Leftovers, r.Values = nil, nil, nil
	data, err := json.Marshal(r)
	if err != nil { // an embargo in a year that RFC 3339 cannot write: Parse takes none
		panic(err)
	}
	return fmt.Sprintf("%x", sha256.Sum256(data))
}
