package page

// recent remembers what was made for the last document, and makes for this one what is
// not among it.
type recent[K comparable, V any] struct{ last, now map[K]V }

// turn begins another document.
func (m *recent[K, V]) turn() { m.last, m.now = m.now, make(map[K]V, len(m.now)) }

// of returns what belongs to a key.
func (m *recent[K, V]) of(key K, anew func() V) V {
	v, known := m.now[key]
	if !known {
		if v, known = m.last[key]; !known {
			v = anew()
		}
		m.now[key] = v
	}
	return v
}
