package surface

// chunk is how many heights are summed together.
const chunk = 256

// heights are those of all blocks, one under another, in pixels. To change one, and to
// find what stands at a place, costs the same in a long text as in a short one.
type heights struct {
	each []int
	sums []int // of each chunk
}

// reset takes other heights.
func (h *heights) reset(each []int) {
	h.each, h.sums = each, make([]int, (len(each)+chunk-1)/chunk)
	for i, height := range each {
		h.sums[i/chunk] += height
	}
}

func (h *heights) set(i, height int) {
	h.sums[i/chunk] += height - h.each[i]
	h.each[i] = height
}

// before returns where a block begins.
func (h *heights) before(i int) int {
	y := 0
	for _, sum := range h.sums[:i/chunk] {
		y += sum
	}
	for _, height := range h.each[i/chunk*chunk : i] {
		y += height
	}
	return y
}

func (h *heights) total() int { return h.before(len(h.each)) }

// at returns the block at a place, and how far below its top that is: the first or
// the last one for a place beyond them.
func (h *heights) at(y int) (i, below int) {
	c := 0
	for c < len(h.sums)-1 && y >= h.sums[c] {
		y -= h.sums[c]
		c++
	}
	for i = c * chunk; i < len(h.each)-1 && y >= h.each[i]; i++ {
		y -= h.each[i]
	}
	return i, y
}
