package typography

import "slices"

// clean makes the tokens those of the text as it will be: without the spaces that do not
// belong there, with those that are missing, and with one sign for three full stops. So
// the rules see the same neighbours when they look at a text that was set.
func (s *setter) clean() {
	s.removeSpaces(s.isNeedless)
	if s.House.Initials == InitialsClosed {
		s.removeSpaces(s.isBetweenInitials)
	}
	s.addSpaces()
}

// withSpaces puts the spaces that were taken out among the other edits.
func (s *setter) withSpaces() []Edit {
	if len(s.spaces) == 0 {
		return s.edits
	}
	all := append(s.spaces, s.edits...)
	slices.SortStableFunc(all, func(a, b Edit) int { return a.At - b.At })
	return all
}
