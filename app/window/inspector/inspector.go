// Package inspector shows what belongs to a release beside its text: its pages, its
// plain text, what the checks found, and its details. It signals what a person wants
// and knows no library and no file.
package inspector

import (
	"fmt"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/document"
	"communique/editor/draft"
	"communique/editor/proof"
	"communique/editor/release"
)

// Params are what an Inspector needs.
type Params struct {
	Words *translations.Words
	Keys  *controls.Keyboard
	// Tab is the one in front at first.
	Tab Tab
	// Contacts returns the footers to choose from, as the settings have them now.
	Contacts func() []Contact
	// Focus moves the keyboard; Focused is what has it, nil for nothing.
	Focus   func(fyne.Focusable)
	Focused func() fyne.Focusable
	// Undo and Redo take the draft's newest change back, and make it again.
	Undo, Redo func()
	// GoTo shows a place in the text.
	GoTo func(release.Position)
	// Zone is that of the office's clocks, which an embargo gets that names none.
	Zone *time.Location
	// OnLeave hears that the keyboard left a field: a moment to save.
	OnLeave func()
	// OnBlocked hears that a release was not marked as issued, and which findings
	// block it.
	OnBlocked func([]proof.Finding)
	// WithdrawEverywhere takes back that the office accepts something in all releases.
	WithdrawEverywhere func(release.Accepted)
	// Check checks a release before it is marked as issued.
	Check func(release.Release) []proof.Finding
	// Mend makes all repairs of the draft that are certain, and tells then what they are, unless
	// another draft is shown by that time.
	Mend func(then func(proof.Mended))
	// OnTab hears that another tab is shown.
	OnTab func()
	// Page and Text are what the first two tabs show.
	Page, Text fyne.CanvasObject
}

// Tab is a page of the inspector.
type Tab int

// The tabs, in their order.
const (
	PageTab Tab = iota
	TextTab
	FindingsTab
	DetailsTab
)

// tabNames are what the tabs are called in the settings.
func tabNames() []string { return []string{"page", "text", "findings", "details"} }

// Name is what the settings call the tab.
func (t Tab) Name() string { return tabNames()[t] }

// TabNamed returns the tab of a name; the first one for a name that none has.
func TabNamed(name string) Tab { return Tab(max(0, slices.Index(tabNames(), name))) }

// Inspector is used on the UI goroutine only.
type Inspector struct {
	params   Params
	details  *details
	findings *findingsList
	tabs     *controls.Tabs
	own      []*controls.Tab // those of the inspector itself
	document *controls.Tab   // the text's, where it stands here too; else nil
	shown    Tab             // in front, or was before the document came there
}

// New returns an inspector that shows no release yet.
func New(params Params) *Inspector {
	i := &Inspector{params: params, details: newDetails(params)}
	i.findings = newFindingsList(params, i.details.change, i.goTo, i.openText)
	text := params.Words.Text
	i.own = []*controls.Tab{
		{Name: text("preview-page"), Content: params.Page},
		{Name: text("preview-text"), Content: params.Text},
		{Name: text("inspector-findings"), Content: inset(i.findings.object)},
		{Name: text("inspector-details"), Content: inset(i.details.scroll)},
	}
	i.tabs = params.Keys.NewTabs(i.own...)
	i.shown = params.Tab
	i.Show(i.shown)
	i.tabs.OnSelected = func() {
		if at := slices.Index(i.own, i.tabs.Front()); at >= 0 {
			i.shown = Tab(at)
		}
		params.OnTab()
	}
	return i
}

// inset keeps what stands in a tab off its edges.
func inset(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(8, 0, 12, 12), o)
}

// Object is what the window puts on the screen.
func (i *Inspector) Object() fyne.CanvasObject { return i.tabs.Object() }

// Show brings a tab to the front.
func (i *Inspector) Show(tab Tab) { i.tabs.Select(i.own[tab]) }

// Enclose takes the document as a tab before the others, and brings it to the front; nil
// gives it back.
func (i *Inspector) Enclose(document fyne.CanvasObject) {
	if (document != nil) == (i.document != nil) {
		return
	}
	if document == nil {
		i.document = nil
		i.tabs.Set(i.own, i.own[i.shown])
		return
	}
	i.document = &controls.Tab{Name: i.params.Words.Text("inspector-document"), Content: document}
	i.tabs.Set(append([]*controls.Tab{i.document}, i.own...), i.document)
}

// Choose gives a field one of its values, as if it had been chosen here.
func (i *Inspector) Choose(name release.Field, value string) { i.details.choose(name, value) }

// ShowDocument brings the document to the front, where it stands here. The keyboard does not stay
// on the tabs.
func (i *Inspector) ShowDocument() {
	if i.document == nil {
		return
	}
	if i.params.Focused() == fyne.Focusable(i.tabs) {
		i.params.Focus(nil)
	}
	i.tabs.Select(i.document)
}

// DocumentShown reports whether the document is in front of the tabs.
func (i *Inspector) DocumentShown() bool { return i.document != nil && i.tabs.Front() == i.document }

// FocusTab brings a tab to the front, and gives the keyboard to the first thing that can
// be done there.
func (i *Inspector) FocusTab(tab Tab) {
	i.Show(tab)
	switch tab {
	case FindingsTab:
		if first := i.findings.first(); first != nil {
			i.params.Focus(first)
		}
	case DetailsTab:
		i.GoTo(DetailFields()[0])
	default:
		if i.document != nil { // which is covered, and may have the keyboard
			i.params.Focus(i.tabs)
		}
	}
}

// Turn brings the next tab to the front (1), or the one before (-1), and the keyboard with it;
// false where that is elsewhere.
func (i *Inspector) Turn(by int) bool {
	focused, has := i.params.Focused().(fyne.CanvasObject)
	if !has || !controls.Seen(i.Object(), focused) {
		return false
	}
	i.tabs.Turn(by)
	if i.params.Focused() != fyne.Focusable(i.tabs) {
		i.params.Focus(i.tabs.First())
	}
	return true
}

// Shown is the tab in front, or that was there before the document came.
func (i *Inspector) Shown() Tab { return i.shown }

// Open shows a draft's details; what was found of the one before goes.
func (i *Inspector) Open(s *draft.Session) {
	i.details.open(s)
	i.ShowFindings(nil)
}

// Close lets the draft go: what is typed from now on does not reach it.
func (i *Inspector) Close() { i.details.close() }

// Heard shows what a change of the draft did; stepping says that a person took it
// back, or made it again, and wants to see its place.
func (i *Inspector) Heard(c draft.Change, stepping bool) {
	if i.details.session == nil {
		return
	}
	i.details.heard(c, stepping)
	if stepping {
		i.GoTo(c.Field)
	}
}

// ShowFindings lists what the checks found.
func (i *Inspector) ShowFindings(found []proof.Finding) {
	language := ""
	if s := i.details.session; s != nil {
		language = s.Text(release.LanguageField)
	}
	i.findings.show(found, language)
	name := i.params.Words.Text("inspector-findings")
	if open := proof.Count(proof.Open(found)); open > 0 {
		name = fmt.Sprintf("%s %d", name, open)
	}
	if tab := i.own[FindingsTab]; tab.Name != name {
		tab.Name = name
		i.tabs.Refresh()
	}
}

// openText is the text of the draft that is open; nil for none.
func (i *Inspector) openText() *document.Document {
	if s := i.details.session; s != nil {
		return s.Document()
	}
	return nil
}

// ShowContacts shows the footer again, after the settings' contacts changed.
func (i *Inspector) ShowContacts() { i.details.contacts.show() }

// SetReadOnly lets the details and the findings be read and copied from, but nothing be changed.
func (i *Inspector) SetReadOnly(on bool) {
	i.details.setReadOnly(on)
	i.findings.setReadOnly(on)
}

// Selected returns the words that are selected in one of the details.
func (i *Inspector) Selected() string { return i.details.selected() }

// GoTo shows a field and moves the keyboard there; false where the inspector does not
// have it.
func (i *Inspector) GoTo(name release.Field) bool {
	control := i.details.at(name)
	if control == nil {
		return false
	}
	i.Show(DetailsTab)
	i.params.Focus(control)
	if shown, ok := control.(fyne.CanvasObject); ok {
		controls.Reveal(i.details.scroll, shown)
	}
	return true
}

// goTo leads to what a finding is about.
func (i *Inspector) goTo(f proof.Finding) {
	if i.details.session != nil && !i.GoTo(f.Field) {
		i.params.GoTo(f.Position())
	}
}

// Has reports whether a field is among the details.
func (i *Inspector) Has(name release.Field) bool { return slices.Contains(DetailFields(), name) }

// FieldOf returns the field that an object with the keyboard changes; false where it is
// none of the details.
func (i *Inspector) FieldOf(o fyne.Focusable) (release.Field, bool) {
	for _, name := range DetailFields() {
		if o != nil && o == i.details.at(name) {
			return name, true
		}
	}
	return release.ContactsField, o != nil && i.details.contacts.holds(o)
}
