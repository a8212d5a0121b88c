// Package release holds a press release as data: its fields and blocks, its
// TOML form, and the small values (dates, embargoes, contacts) it is made of.
//
// A Release is a plain value. It is changed through editor/draft, written by
// Encode and read back by Parse; every exporter takes it as it is.
package release

import (
	"slices"
	"time"
)

// Kind says what sort of release it is, in the words a press office sorts by.
type Kind string

// The kinds a press office issues.
const (
	News           Kind = "news"
	Meeting        Kind = "meeting"
	Exercise       Kind = "exercise"
	Statement      Kind = "statement"
	Announcement   Kind = "announcement"
	Congratulation Kind = "congratulation"
	Condolence     Kind = "condolence"
	Comment        Kind = "comment"
)

// Kinds lists every Kind in the order menus show them.
func Kinds() []Kind {
	return []Kind{News, Meeting, Exercise, Statement, Announcement, Congratulation, Condolence, Comment}
}

// Status says how far a release is on its way out of the office.
type Status string

// The statuses, in the order a release passes them.
const (
	Draft    Status = "draft"
	InReview Status = "review"
	Approved Status = "approved"
	Issued   Status = "issued"
)

// Statuses lists every Status in the order a release passes them.
func Statuses() []Status { return []Status{Draft, InReview, Approved, Issued} }

// PhoneKind says what answers at a number.
type PhoneKind string

// The kinds of phone. A number whose source does not say is plain Phone.
const (
	Phone    PhoneKind = "phone"
	Mobile   PhoneKind = "mobile"
	Fax      PhoneKind = "fax"
	PhoneFax PhoneKind = "phone-fax"
)

// PhoneKinds lists every PhoneKind.
func PhoneKinds() []PhoneKind { return []PhoneKind{Phone, Mobile, Fax, PhoneFax} }

// PhoneNumber is a number as the office writes it; it is never reformatted.
type PhoneNumber struct {
	Number string    `toml:"number" json:"number"`
	Kind   PhoneKind `toml:"kind" json:"kind"`
}

// Contact is whom a journalist asks: one block of the footer.
type Contact struct {
	Name         string        `toml:"name,omitempty" json:"name"`
	Post         string        `toml:"post,omitempty" json:"post"`
	Organisation string        `toml:"organisation,omitempty" json:"organisation"`
	Phones       []PhoneNumber `toml:"phones,omitempty" json:"phones"`
	Email        string        `toml:"email,omitempty" json:"email"`
	Site         string        `toml:"site,omitempty" json:"site"`
}

// Clone returns a copy that shares no memory with c.
func (c Contact) Clone() Contact {
	c.Phones = slices.Clone(c.Phones)
	return c
}

// Repair is something intake changed, set aside or left out while reading a source, or a form that a
// template put and that is a guess. It stays with the release, so that a person can confirm it.
type Repair struct {
	// Code names what was done: FormGuessed, or in the codes of editor/intake ("date-glued").
	Code string `toml:"code" json:"code"`
	// Text is the piece of the source as it stood before, or how it begins; of what has no
	// words, how the paragraph begins in which it stood.
	Text string `toml:"text" json:"text"`
	// Put stands in the place of Text now, where that is other words.
	Put string `toml:"put,omitempty" json:"put,omitempty"`
	// Count is of how many it tells: lines, words, characters; 0 where that says nothing.
	Count int `toml:"count,omitzero" json:"count,omitempty"`
	// Line is where in the source Text begins: a line of a plain text, from 1. Paragraph is that
	// of any source, from 1, empty ones not counted. 0 is where nothing tells.
	Line      int `toml:"line,omitzero" json:"line,omitempty"`
	Paragraph int `toml:"paragraph,omitzero" json:"paragraph,omitempty"`
	// Field is where in the release Put stands, or else Text; BlocksField for any of the texts
	// that are published, "" for what is not there.
	Field Field `toml:"field,omitempty" json:"field,omitempty"`
}

// FormGuessed is the Code of a repair of which Text is a form that the grammar is not certain of. It
// says something as long as the form stands in the release.
const FormGuessed = "form-guessed"

// Organisation is the profile every exporter takes beside the release: the
// letterhead's owner.
type Organisation struct {
	Name        string
	Site        string
	Address     string
	Boilerplate string
	// Logo is a PNG or JPEG picture; nil where there is none.
	Logo []byte
}

// Release is one press release.
type Release struct {
	// UUID is the release's own wherever it goes (RFC 9562); "" until a library or a
	// file first keeps it.
	UUID             string    `toml:"uuid,omitempty" json:"uuid,omitempty"`
	Language         string    `toml:"language" json:"language"` // BCP 47: "ru", "en", "tg"
	Kind             Kind      `toml:"kind" json:"kind"`
	Status           Status    `toml:"status" json:"status"`
	Number           string    `toml:"number,omitempty" json:"number"`
	Template         string    `toml:"template,omitempty" json:"template"` // name of the template it came from
	Headline         string    `toml:"headline,omitempty" json:"headline"`
	Subheadline      string    `toml:"subheadline,omitempty" json:"subheadline"`
	Date             Date      `toml:"date,omitempty" json:"date"`
	English          English   `toml:"english,omitempty" json:"english,omitempty"` // how Date is written in an English one
	Place            string    `toml:"place,omitempty" json:"place"`
	Embargo          Embargo   `toml:"embargo,omitempty" json:"embargo"`
	Tags             []string  `toml:"tags,omitempty" json:"tags"`
	Lead             string    `toml:"lead,omitempty" json:"lead"`
	LeadMarks        []Mark    `toml:"lead_marks,omitempty" json:"lead_marks,omitempty"`
	Boilerplate      string    `toml:"boilerplate,omitempty" json:"boilerplate"`
	BoilerplateMarks []Mark    `toml:"boilerplate_marks,omitempty" json:"boilerplate_marks,omitempty"`
	Notes            string    `toml:"notes,omitempty" json:"notes"`                 // to editors; never exported
	OnePage          bool      `toml:"one_page,omitempty" json:"one_page,omitempty"` // it is set as small as fits on one page, within the limits of the house style
	Blocks           []Block   `toml:"blocks,omitempty" json:"blocks"`
	Contacts         []Contact `toml:"contacts,omitempty" json:"contacts"`
	Repairs          []Repair  `toml:"repairs,omitempty" json:"repairs"`
	// Leftovers are names, numbers, dates and places of the release this one was
	// made from, as far as nobody has confirmed them; never exported.
	Leftovers []string `toml:"leftovers,omitempty" json:"leftovers,omitempty"`
	Values    []Value  `toml:"values,omitempty" json:"values,omitempty"`
	// Unread are texts of fields that cannot be read as the fields' values. Such a
	// field has no value: what stood there before holds no more.
	Unread []Unread `toml:"unread,omitempty" json:"unread,omitempty"`
	// Accepted are findings that a person looked at and wants as they are; never exported.
	Accepted []Accepted `toml:"accepted,omitempty" json:"accepted,omitempty"`
	// Overrides tell who issued the release although findings blocked it; never exported.
	Overrides []Override `toml:"overrides,omitempty" json:"overrides,omitempty"`
}

// Accepted is what a person said «so it should be» of: what a check of editor/proof
// finds in a piece of text. Where it names no field, it holds wherever the piece stands.
type Accepted struct {
	Code  string  `toml:"code" json:"code"`           // of the check
	Text  string  `toml:"text,omitempty" json:"text"` // the piece; "" where something is missing
	Field Field   `toml:"field,omitempty" json:"field,omitempty"`
	Block BlockID `toml:"block,omitempty" json:"block,omitempty"`
	// More is, of what an Override names, how many further findings it stood for that were not
	// listed; else 0. Rest is a digest of what those are, in whatever order.
	More int    `toml:"more,omitempty" json:"more,omitempty"`
	Rest string `toml:"rest,omitempty" json:"rest,omitempty"`
}

// Override is an issue in spite of findings.
type Override struct {
	At  time.Time `toml:"at" json:"at"`
	Who string    `toml:"who" json:"who"`
	Why string    `toml:"why" json:"why"`
	// Findings are those that blocked the release then, one for each; it covers no other.
	Findings []Accepted `toml:"findings,omitempty" json:"findings,omitempty"`
	// Codes are all that older texts keep of the findings: each covers whatever its check finds.
	Codes []string `toml:"codes,omitempty" json:"codes,omitempty"`
}

// Covers reports whether an override lets a finding pass as often as count says it is there. One
// that stands for others passes where just these stood behind it then.
func (r Release) Covers(f Accepted, count int) bool {
	return slices.ContainsFunc(r.Overrides, func(o Override) bool {
		seen := 0
		for _, g := range o.Findings {
			if g == f || f.More == 0 && g.alone() == f {
				seen++
			}
		}
		return seen >= count || slices.Contains(o.Codes, f.Code)
	})
}

// alone is the finding without those it stood for.
func (a Accepted) alone() Accepted {
	a.More, a.Rest = 0, ""
	return a
}

// Unread is what a person typed into DateField or EmbargoField while it cannot be
// read ("11.09.2027 12:00" without a zone). It is kept as typed until it can.
type Unread struct {
	Field Field  `toml:"field" json:"field"`
	Text  string `toml:"text" json:"text"`
}

// Value is what was filled into a field of the template, or, for a Field such as
// "topic.acc", the form in that case that a person corrected; never exported.
type Value struct {
	Field string `toml:"field" json:"field"`
	Text  string `toml:"text" json:"text"`
}

// New returns an empty draft in the given language.
func New(language string) Release {
	return Release{Language: language, Kind: News, Status: Draft}
}

// Clone returns a copy that shares no memory with r.
func (r Release) Clone() Release {
	r.Tags = slices.Clone(r.Tags)
	r.LeadMarks, r.BoilerplateMarks = slices.Clone(r.LeadMarks), slices.Clone(r.BoilerplateMarks)
	r.Blocks = slices.Clone(r.Blocks)
	for i, b := range r.Blocks {
		r.Blocks[i] = b.Clone()
	}
	r.Contacts = slices.Clone(r.Contacts)
	for i, c := range r.Contacts {
		r.Contacts[i] = c.Clone()
	}
	r.Repairs = slices.Clone(r.Repairs)
	r.Leftovers, r.Values, r.Unread = slices.Clone(r.Leftovers), slices.Clone(r.Values), slices.Clone(r.Unread)
	r.Accepted, r.Overrides = slices.Clone(r.Accepted), slices.Clone(r.Overrides)
	for i := range r.Overrides {
		r.Overrides[i].Findings = slices.Clone(r.Overrides[i].Findings)
		r.Overrides[i].Codes = slices.Clone(r.Overrides[i].Codes)
	}
	return r
}

// UnreadText returns what was typed into a field and cannot be read; "" where the
// field has a value or is empty.
func (r Release) UnreadText(field Field) string {
	for _, u := range r.Unread {
		if u.Field == field {
			return u.Text
		}
	}
	return ""
}

// Copy returns r as the start of another release. It takes along what is said, and
// what a person still has to look at: repairs, leftovers, a date that cannot be
// read. It leaves behind what belongs to the one release: a copy is a draft, its number
// and its UUID are not given yet, and an embargo, read or not, was for the other's day.
func (r Release) Copy() Release {
	r = r.Clone()
	r.UUID, r.Status, r.Number, r.Embargo = "", Draft, "", Embargo{}
	r.Unread = slices.DeleteFunc(r.Unread, func(u Unread) bool { return u.Field == EmbargoField })
	if len(r.Unread) == 0 {
		r.Unread = nil
	}
	return r
}

// IsBlank reports whether nobody has written anything in r yet.
func (r Release) IsBlank() bool {
	return r.Headline == "" && r.Subheadline == "" && r.Lead == "" && len(r.Blocks) == 0 && r.Notes == ""
}
