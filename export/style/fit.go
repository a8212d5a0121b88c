package style

// Fitted returns the style set smaller by so much of what it may give: 0 is as it is, 1
// is all.
func (s Style) Fitted(much float64) Style {
	give := func(least float64) float64 { return 1 - much*(1-least) }
	leading := func(of float64) float64 {
		if of == 0 {
			return 0
		}
		return max(of*give(s.Fit.Leading), min(of, leastLeading))
	}
	s.Text.Size *= give(s.Fit.Size)
	s.Text.Leading = leading(s.Text.Leading)
	for _, p := range s.Parts.all() {
		p.Leading = leading(p.Leading)
		p.Before *= give(s.Fit.Spacing)
	}
	return s
}

// leastLeading is the least that lines stand apart, as a multiple of their size: below it
// letters touch.
const leastLeading = 1.1
