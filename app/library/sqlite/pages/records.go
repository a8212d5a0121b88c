package pages

import (
	"encoding/binary"
	"maps"
)

// Records calls visit with every record of every page that is in use, whatever tree it belongs
// to, and with those that are Loose: what a damaged log has taken the place of, and what stands
// behind the end that the log tells, which the file has until the log is written to it.
func (f *File) Records(visit func(Record) error) error {
	for n := range f.numbers() {
		if page, err := f.Page(n); err == nil && !f.free[n] {
			all, _ := f.recordsOf(page, n == 1)
			if err := each(all, f.end > 0 && n > f.end, visit); err != nil {
				return err
			}
		}
	}
	now := f.committed
	defer func() { f.committed = now }()
	f.committed = maps.Clone(now)
	for n, at := range f.before {
		if f.committed[n] = at; at == 0 {
			delete(f.committed, n)
		}
	}
	for n := range f.before {
		if page, err := f.Page(n); err == nil {
			all, _ := f.recordsOf(page, n == 1)
			if err := each(all, true, visit); err != nil {
				return err
			}
		}
	}
	return nil
}

// Scan calls visit with whatever looks like a record on any page in use, pointed to or not: what
// Records has missed because of a damaged page, and what was deleted or written over. It comes after
// Records.
func (f *File) Scan(visit func(Record) error) error {
	for n := range f.numbers() {
		if page, err := f.Page(n); err == nil && !f.free[n] && !f.overflow[n] {
			if err := each(f.scan(page), true, visit); err != nil {
				return err
			}
		}
	}
	return nil
}

func each(all []Record, loose bool, visit func(Record) error) error {
	for _, r := range all {
		r.Loose = loose
		if err := visit(r); err != nil {
			return err
		}
	}
	return nil
}

// recordsOf returns the records that a page points to, and whether each could be read.
func (f *File) recordsOf(page []byte, first bool) (all []Record, whole bool) {
	cells, kind, ok := f.cells(page, first)
	whole = ok
	for _, at := range cells {
		if kind == tableInner {
			continue // it has no rows
		}
		r, err := f.cell(page, kind, at)
		if err != nil {
			whole = false
			continue
		}
		all = append(all, r)
	}
	return all, whole
}

// cells returns where the cells of a page lie, and of which kind it is.
func (f *File) cells(page []byte, first bool) (at []int, kind byte, ok bool) {
	begin := 0
	if first {
		begin = headerSize
	}
	kind = page[begin]
	pointers := begin + 8
	switch kind {
	case indexInner, tableInner:
		pointers += 4
	case indexLeaf, tableLeaf:
	default:
		return nil, kind, false
	}
	count := int(binary.BigEndian.Uint16(page[begin+3:]))
	if pointers+2*count > f.usable {
		return nil, kind, false
	}
	for i := range count {
		offset := int(binary.BigEndian.Uint16(page[pointers+2*i:]))
		if offset < pointers+2*count || offset > f.usable-4 {
			return at, kind, false
		}
		at = append(at, offset)
	}
	return at, kind, true
}

// fewestValues is how many values a record has at least that is taken for one wherever it stands.
const fewestValues = 7

// scan looks for records anywhere on a page. Who takes one has to know it by what it says.
func (f *File) scan(page []byte) (all []Record) {
	for at := range f.usable - 4 {
		for _, kind := range []byte{tableLeaf, indexLeaf} {
			if r, err := f.cell(page, kind, at); err == nil && len(r.Values) >= fewestValues {
				all = append(all, r)
			}
		}
	}
	return all
}

// Tree visits the records of the tree whose first page is root, and reports whether all of it
// could be read.
func (f *File) Tree(root int, visit func(Record)) bool {
	return f.tree(root, 0, map[int]bool{}, visit)
}

const deepest = 20 // what a tree of 4 billion pages needs is less

func (f *File) tree(n, depth int, seen map[int]bool, visit func(Record)) bool {
	page, err := f.Page(n)
	if err != nil || depth > deepest || seen[n] || f.free[n] {
		return false
	}
	seen[n] = true
	all, whole := f.recordsOf(page, n == 1)
	for _, r := range all {
		visit(r)
	}
	cells, kind, _ := f.cells(page, n == 1)
	if kind != tableInner && kind != indexInner {
		return whole
	}
	begin := 0
	if n == 1 {
		begin = headerSize
	}
	below := []int{int(binary.BigEndian.Uint32(page[begin+8:]))}
	for _, at := range cells {
		below = append(below, int(binary.BigEndian.Uint32(page[at:])))
	}
	for _, n := range below {
		whole = f.tree(n, depth+1, seen, visit) && whole
	}
	return whole
}
