package intake

import (
	"cmp"
	"maps"

	"communique/editor/intake/encoding"
	"communique/editor/intake/layout"
	"communique/editor/intake/newsroom"
	"communique/editor/intake/repair"
	"communique/editor/release"
)

// mailbox reads the letters of a mailbox, each by itself. Those that cannot be read are counted with what the first one lost.
func (s Source) mailbox(letters [][]byte, door *encoding.Decoder) (Found, error) {
	if len(letters) > newsroom.MostItems {
		return Found{}, &Error{Reason: "too-large", Offset: MaxDocument}
	}
	found, unread := Found{Pictures: map[string][]byte{}, Unpacked: len(s.Data)}, 0
	var first error
	for _, letter := range letters {
		s.Data = letter
		in, err := s.read(door)
		if len(in.Releases) == 0 {
			unread, first = unread+1, cmp.Or(first, err)
			continue
		}
		found.Releases = append(found.Releases, in.Releases...)
		maps.Copy(found.Pictures, in.Pictures)
	}
	if len(found.Releases) == 0 {
		return found, first
	}
	if unread > 0 {
		repairs := &found.Releases[0].Repairs
		*repairs = append(*repairs, release.Repair{Code: repair.Lost + string(layout.Attachments), Count: unread})
	}
	return found, nil
}
