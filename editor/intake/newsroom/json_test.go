package newsroom

import (
	"strings"
	"testing"

	"communique/editor/growthtest"
)

// TestPartsOfAnItem are put together in one go, not each to a copy of those before.
func TestPartsOfAnItem(t *testing.T) {
	allocated := func(n int) uint64 {
		text := `<newsItem><contentMeta><headline>План</headline></contentMeta><contentSet>` +
			strings.Repeat("<inlineXML><p>Совет принял план.</p></inlineXML><inlineData>Стороны рады.</inlineData>", n) + "</contentSet></newsItem>"
		return growthtest.Allocated(func() { XML(text) })
	}
	allocated(10)
	if few, many := allocated(1000), allocated(4000); many > 6*few {
		t.Errorf("%d bytes for 1000 parts, %d for 4000", few, many)
	}
}
