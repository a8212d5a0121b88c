package sqlite

import (
	"bytes"
	"errors"
	"strings"
	"testing"
)

// A difference that does not fit is refused, and never builds more than it may.
func TestDifferencesThatDoNotFit(t *testing.T) {
	base := []byte("стороны обсудили план")
	good := difference([]byte("стороны приняли план"), base)
	if len(good) > 24 {
		t.Errorf("a word costs %d bytes", len(good))
	}
	for name, delta := range map[string][]byte{
		"nothing": {}, "an unknown form": {2, 0, 0}, "no lengths": {0}, "one length": {0, 2}, "a negative head": {0, 1, 0}, "a negative tail": {0, 0, 1},
		"a head beyond": {0, 0x80, 0x01, 0}, "a tail beyond": {0, 0, 0x80, 0x01}, "head and tail beyond": {0, 44, 44}, "a length that does not end": {0, 0xff}, "no deflate": {1, 0, 0, 0xff, 0xff},
	} {
		if text, err := apply(delta, base); !errors.Is(err, errDelta) || text != nil {
			t.Errorf("%s: %q, %v", name, text, err)
		}
	}
	for name, tt := range map[string]struct{ text, base string }{
		"the same": {"аб", "аб"}, "nothing from something": {"", "аб"}, "something from nothing": {"аб", ""}, "both nothing": {"", ""},
		"longer at the end": {"абв", "аб"}, "longer at the start": {"ваб", "аб"}, "in the middle": {"авб", "аб"}, "shorter": {"аб", "авб"}, "doubled": {"аа", "а"}, "halved": {"а", "аа"},
		"many times": {strings.Repeat("аб", 500), "аб"}, "all of it": {"совсем другое", "текст"},
	} {
		delta := difference([]byte(tt.text), []byte(tt.base))
		back, err := apply(delta, []byte(tt.base))
		if err != nil || string(back) != tt.text || len(delta) > len(tt.text)+5 {
			t.Errorf("%s: %d bytes make %q, %v", name, len(delta), back, err)
		}
	}
	if base[0] != []byte("стороны обсудили план")[0] || !bytes.Equal(base, []byte("стороны обсудили план")) {
		t.Error("the base was written to")
	}
}
