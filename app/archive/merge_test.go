package archive

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"communique/app/library"
	"communique/app/library/librarytest"
	"communique/editor/release"
)

// computer is a library with somebody at it, whose clock goes on an hour with each save.
type computer struct {
	*librarytest.Memory
	t  *testing.T
	at time.Time
}

func newComputer(t *testing.T) *computer {
	c := &computer{t: t, at: time.Date(2024, 9, 11, 12, 0, 0, 0, time.UTC)}
	c.Memory = librarytest.NewComputer(nil).Open("Анна", func() time.Time { return c.at })
	return c
}

// write saves a release under a name, which its UUID follows from, in another wording.
func (c *computer) write(name, lead string, pictures ...string) {
	c.t.Helper()
	c.at = c.at.Add(time.Hour)
	r := release.New("ru")
	r.Headline, r.Lead, r.UUID = name, lead, library.Following(name)
	for _, hash := range pictures {
		r.Blocks = release.Numbered(append(r.Blocks, release.Block{Kind: release.Picture, Picture: hash}))
	}
	e := c.entry(name)
	if _, err := c.Save(context.Background(), e.ID, e.Revision, r); err != nil {
		c.t.Fatal(err)
	}
}

// entry is the release of a name, with an ID of 0 where there is none.
func (c *computer) entry(name string) (found library.Entry) {
	c.t.Helper()
	err := c.All(context.Background(), func(e library.Entry, _ []library.Past) error {
		if e.UUID == library.Following(name) {
			found = e
		}
		return nil
	})
	if err != nil {
		c.t.Fatal(err)
	}
	return found
}

// said are the wordings of a release, the newest first, with the names of the versions, and
// where it lies.
func (c *computer) said(name string) string {
	c.t.Helper()
	var all []string
	err := c.All(context.Background(), func(e library.Entry, past []library.Past) error {
		if e.UUID != library.Following(name) {
			return nil
		}
		for _, p := range slices.Backward(past) {
			r, err := release.Parse(p.Text)
			if err != nil {
				return err
			}
			all = append(all, r.Lead+p.Name)
		}
		if !e.Trashed.IsZero() {
			all = append(all, "(trash)")
		}
		return nil
	})
	if err != nil {
		c.t.Fatal(err)
	}
	return strings.Join(all, " ")
}

func freely(_ context.Context, _ int64, do func() error) (bool, error) { return false, do() }

// outcome writes down what came of a merge.
func outcome(m Merged) string {
	titles := func(entries []library.Entry) (all []string) {
		for _, e := range entries {
			all = append(all, e.Headline)
		}
		return all
	}
	return fmt.Sprint("new ", m.New, " newer ", titles(m.Newer), " both ", titles(m.Both), " older ", m.Older, " same ", m.Same, " left ", titles(m.Left), " unread ", len(m.Unread))
}

// parted are two copies of a library that were changed apart, in every way there is.
func parted(t *testing.T) (here, there *computer) {
	here, there = newComputer(t), newComputer(t)
	for _, c := range []*computer{here, there} {
		for _, name := range []string{"оба", "здесь", "там", "никто", "прежний", "выброшен", "выброшен обоими"} {
			c.write(name, "а")
		}
	}
	here.write("оба", "б")
	there.write("оба", "в")
	here.write("здесь", "б")
	there.write("там", "б")
	there.write("там", "в")
	here.write("прежний", "в")
	there.write("прежний", "б")
	there.write("прежний", "в")
	there.write("выброшен", "б")
	there.write("новый", "а")
	there.write("новый в корзине", "а")
	trash := func(c *computer, names ...string) {
		for _, name := range names {
			if err := c.Trash(context.Background(), c.entry(name).ID); err != nil {
				t.Fatal(err)
			}
		}
	}
	trash(here, "выброшен", "выброшен обоими")
	trash(there, "новый в корзине", "выброшен обоими")
	return here, there
}

// TestMerge: each release of a copy is counted once, nothing that anybody wrote is lost, and what
// is merged a second time changes nothing.
func TestMerge(t *testing.T) {
	here, there := parted(t)
	for round, want := range []string{
		"new 2 newer [там выброшен] both [оба] older 1 same 3 left [] unread 0",
		"new 0 newer [] both [] older 0 same 9 left [] unread 0",
	} {
		steps := 0
		m, err := Merge(context.Background(), here, there, "[копия]", freely, func(done int) {
			if steps++; done != steps {
				t.Errorf("%d is told as %d", steps, done)
			}
		})
		if err != nil || outcome(m) != want || steps != 9 || !m.IsWhole() {
			t.Errorf("round %d: %s, %v, %d steps", round, outcome(m), err, steps)
		}
		for name, want := range map[string]string{
			"оба": "б в[копия] а", "здесь": "б а", "там": "в б а", "никто": "а", "прежний": "в б а", "выброшен": "б а", "выброшен обоими": "а (trash)",
			"новый": "а", "новый в корзине": "а (trash)",
		} {
			if got := here.said(name); got != want {
				t.Errorf("round %d: %s says %s", round, name, got)
			}
		}
	}
	// The other way, the other computer comes to the same text.
	if m, err := Merge(context.Background(), there, here, "[копия]", freely, nil); err != nil || outcome(m) != "new 0 newer [оба здесь] both [] older 0 same 7 left [] unread 0" || there.said("оба") != "б в а" {
		t.Errorf("the other way: %s, %v, %s", outcome(m), err, there.said("оба"))
	}
}

// TestMergingLeavesTheTrash: who threw a release away has read all that the copy says of it.
func TestMergingLeavesTheTrash(t *testing.T) {
	here, there := newComputer(t), newComputer(t)
	here.write("релиз", "б")
	there.write("релиз", "а")
	there.write("релиз", "б")
	if err := here.Trash(context.Background(), here.entry("релиз").ID); err != nil {
		t.Fatal(err)
	}
	if m, err := Merge(context.Background(), here, there, "", freely, nil); err != nil || m.Older != 1 || here.said("релиз") != "б а (trash)" {
		t.Errorf("%s, %v, %s", outcome(m), err, here.said("релиз"))
	}
}

// TestMergingWhatBothThrewAway: what was written on and then thrown away there as here stays in the trash.
func TestMergingWhatBothThrewAway(t *testing.T) {
	here, there := newComputer(t), newComputer(t)
	for _, c := range []*computer{here, there} {
		c.write("релиз", "а")
	}
	there.write("релиз", "б")
	for _, c := range []*computer{here, there} {
		if err := c.Trash(context.Background(), c.entry("релиз").ID); err != nil {
			t.Fatal(err)
		}
	}
	if m, err := Merge(context.Background(), here, there, "", freely, nil); err != nil || len(m.Newer) != 1 || here.said("релиз") != "б а (trash)" {
		t.Errorf("%s, %v, %s", outcome(m), err, here.said("релиз"))
	}
}

// TestMergingWhatIsHeld: what somebody edits is left as it is, and comes the next time.
func TestMergingWhatIsHeld(t *testing.T) {
	here, there := parted(t)
	held := map[int64]bool{here.entry("там").ID: true, here.entry("оба").ID: true, here.entry("никто").ID: true, here.entry("прежний").ID: true}
	take := func(_ context.Context, id int64, do func() error) (bool, error) {
		if held[id] {
			return true, nil
		}
		return false, do()
	}
	m, err := Merge(context.Background(), here, there, "", take, nil)
	if want := "new 2 newer [выброшен] both [] older 1 same 3 left [оба там] unread 0"; err != nil || outcome(m) != want || m.IsWhole() {
		t.Errorf("%s, %v", outcome(m), err)
	}
	if here.said("там") != "а" || here.said("оба") != "б а" {
		t.Errorf("changed all the same: %s, %s", here.said("там"), here.said("оба"))
	}
	clear(held)
	if m, err := Merge(context.Background(), here, there, "", take, nil); err != nil || len(m.Left) != 0 || len(m.Newer) != 1 || len(m.Both) != 1 {
		t.Errorf("the second time: %s, %v", outcome(m), err)
	}
	refused := errors.New("nobody can tell who has it")
	here, there = parted(t)
	if _, err := Merge(context.Background(), here, there, "", func(context.Context, int64, func() error) (bool, error) { return false, refused }, nil); !errors.Is(err, refused) {
		t.Errorf("got %v", err)
	}
}

// shaken is a copy of which something cannot be read.
type shaken struct {
	*computer
	damaged []error
	missing map[string]error
	fail    error
}

func (s shaken) All(ctx context.Context, visit func(library.Entry, []library.Past) error) error {
	if err := s.computer.All(ctx, visit); err != nil {
		return err
	}
	if len(s.damaged) > 0 {
		return &library.PartlyError{Damaged: s.damaged}
	}
	return s.fail
}

func (s shaken) Picture(ctx context.Context, hash string) ([]byte, error) {
	if err := s.missing[hash]; err != nil {
		return nil, err
	}
	return s.computer.Picture(ctx, hash)
}

// TestMergingPictures: what a copy's releases show comes along, in their older versions too; what
// it cannot give and is not here is told.
func TestMergingPictures(t *testing.T) {
	here, there := newComputer(t), newComputer(t)
	var hashes []string
	for n := range 4 {
		hash, err := there.AddPicture(context.Background(), librarytest.Picture(n))
		if err != nil {
			t.Fatal(err)
		}
		hashes = append(hashes, hash)
	}
	there.write("со снимком", "а", hashes[0])
	there.write("со снимком", "б", hashes[1], hashes[2], hashes[3])
	if _, err := here.AddPicture(context.Background(), librarytest.Picture(2)); err != nil {
		t.Fatal(err)
	}
	other := shaken{computer: there, missing: map[string]error{
		hashes[2]: &library.MissingPictureError{Hash: hashes[2]}, hashes[3]: &library.DamagedPictureError{Hash: hashes[3]},
	}}
	m, err := Merge(context.Background(), here, other, "", freely, nil)
	var incomplete *IncompleteError
	if err != nil || m.New != 1 || len(m.Unread) != 1 || !errors.As(m.Unread[0], &incomplete) || incomplete.Headline != "со снимком" || m.IsWhole() {
		t.Fatalf("%s, %v", outcome(m), err)
	}
	if text := incomplete.Error(); strings.Contains(text, hashes[2]) || !strings.Contains(text, hashes[3]) {
		t.Errorf("told is %s", text)
	}
	for _, hash := range hashes[:3] {
		if _, err := here.Picture(context.Background(), hash); err != nil {
			t.Errorf("picture %s: %v", hash, err)
		}
	}
	other.missing = map[string]error{hashes[0]: errors.New("the disk does not answer")}
	if _, err := Merge(context.Background(), newComputer(t), other, "", freely, nil); err == nil {
		t.Error("a disk that does not answer is passed over")
	}
}

// TestMergingWhatIsDamaged: what is good comes, and the rest is named.
func TestMergingWhatIsDamaged(t *testing.T) {
	here, there := parted(t)
	damaged := []error{&library.DamagedError{ID: 7, Headline: "А"}, &library.DamagedVersionError{ID: 7, Number: 2}}
	if m, err := Merge(context.Background(), here, shaken{computer: there, damaged: damaged}, "", freely, nil); err != nil || m.New != 2 || !slices.Equal(m.Unread, damaged) || m.IsWhole() {
		t.Errorf("%s, %v", outcome(m), err)
	}
	gone := errors.New("the disk is gone")
	if _, err := Merge(context.Background(), here, shaken{computer: there, fail: gone}, "", freely, nil); !errors.Is(err, gone) {
		t.Errorf("got %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Merge(ctx, here, there, "", freely, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("called off: %v", err)
	}
}

// named says a sentence by its name and what it is given.
type named struct{}

func (named) Text(name string, args ...map[string]any) string {
	if len(args) == 0 {
		return name
	}
	return fmt.Sprint(name, args)
}

func (named) Error(err error) string { return err.Error() }

// TestTheSumOfAMerge counts each release of the copy once, and leaves out what there is none of.
func TestTheSumOfAMerge(t *testing.T) {
	some := []library.Entry{{}, {}}
	for want, m := range map[string]Merged{
		"merge-sum[map[Count:12 Counts:merge-new – 1, merge-newer – 2, merge-both – 2, merge-older – 2, merge-same – 3, merge-left – 2]]": {New: 1, Newer: some, Both: some, Older: 2, Same: 3, Left: some},
		"merge-sum[map[Count:0 Counts:]]":               {},
		"merge-sum[map[Count:4 Counts:merge-same – 4]]": {Same: 4, Unread: []error{errors.New("…")}},
	} {
		if got := m.Sum(named{}); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
