// Package fingerprint tells one published text from another.
package fingerprint

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"

	"communique/editor/release"
)

// Hash returns the SHA-256 of what a release publishes, in hexadecimal digits.
func Hash(r release.Release) string {
	r = r.Clone()
	r.Notes, r.Template, r.Status = "", "", ""
	r.Repairs, r.Leftovers, r.Values = nil, nil, nil
	data, _ := json.Marshal(r)
	return fmt.Sprintf("%x", sha256.Sum256(data))
}
