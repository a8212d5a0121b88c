package typeset

// cache keeps what was used of late: at least limit entries, at most twice as many.
type cache[K comparable, V any] struct {
	limit      int
	young, old map[K]V
}

func newCache[K comparable, V any](limit int) *cache[K, V] {
	return &cache[K, V]{limit: limit, young: map[K]V{}}
}

func (c *cache[K, V]) get(key K) (V, bool) {
	if v, ok := c.young[key]; ok {
		return v, true
	}
	v, ok := c.old[key]
	if ok {
		c.put(key, v)
	}
	return v, ok
}

func (c *cache[K, V]) put(key K, value V) {
	if len(c.young) >= c.limit {
		c.young, c.old = map[K]V{}, c.young
	}
	c.young[key] = value
}
