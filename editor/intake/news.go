package intake

import (
	"maps"
	"slices"
	"strings"
	"time"

	"communique/editor/intake/contact"
	"communique/editor/intake/dateline"
	"communique/editor/intake/layout"
	"communique/editor/intake/newsroom"
	"communique/editor/intake/refusal"
	"communique/editor/intake/repair"
	"communique/editor/intake/wording"
	"communique/editor/release"
)

// releasesIn makes a release of each item. Together they say no more than a text does.
func releasesIn(items []newsroom.Item) (Found, error) {
	found, size := Found{Pictures: map[string][]byte{}}, 0
	for _, n := range items {
		if size += len(n.Content) + len(n.Plain) + len(n.Summary) + len(n.Title); size > MaxBytes || strings.Count(n.Plain, "\n") > refusal.MaxLines {
			return Found{}, &Error{Reason: "too-large", Offset: MaxBytes}
		}
		r, pictures, err := releaseOf(n)
		if err != nil {
			return Found{}, documentError(err)
		}
		found.Releases = append(found.Releases, r)
		maps.Copy(found.Pictures, pictures)
	}
	return found, nil
}

// readFeed reads a news feed into one release an item, and what the feed says of itself into the notes of the first; false
// where the text is no feed.
func readFeed(text string) (found Found, is bool, err error) {
	items, said, is := newsroom.Feed(text)
	if !is {
		return Found{}, false, nil
	}
	if found, err = releasesIn(items); err != nil {
		return Found{}, true, err
	}
	var lines []layout.Paragraph
	for _, words := range said {
		lines = append(lines, layout.Paragraph{Text: words})
	}
	repair.SetAside(&found.Releases[0], repair.AsideNews, lines)
	return found, true, nil
}

// releaseOf makes a release of an item. What it says beside its text goes to the notes. Its error says that it is larger than any text.
func releaseOf(n newsroom.Item) (release.Release, map[string][]byte, error) {
	title := newsroom.Words(n.Title)
	d, summary, err := documentOf(n)
	if err != nil {
		return release.Release{}, nil, err
	}
	said := repair.Together(d.Paragraphs).Text
	r := release.New(n.Language)
	if r.Language == "" {
		r.Language = wording.LanguageOf(title + said)
	}
	r.Headline, r.Subheadline = title, newsroom.Words(n.Subtitle)
	d.Paragraphs = shown(d.Paragraphs, n.Pictures)
	pictures := take(&d)
	reader := &reader{Reader: contact.Reader{Release: r, Lines: fold(d.Paragraphs)}}
	reader.plain()
	reader.body()
	r = reader.Release
	if at := slices.IndexFunc(r.Blocks, func(b release.Block) bool { return b.Kind == release.Paragraph }); at == 0 {
		r.Lead, r.LeadMarks = r.Blocks[0].Text, r.Blocks[0].Marks
		r.Blocks = r.Blocks[1:]
	}
	if len(r.Blocks) == 0 {
		r.Blocks = nil
	}
	r.Place, r.Number, r.Tags, r.Contacts = n.Place, n.Number, n.Tags, n.Contacts
	takeDay(&r, n)
	holdUntil(&r, n.Embargo)
	var more []layout.Paragraph
	for _, p := range summary.Paragraphs {
		if !strings.Contains(said, strings.TrimRight(p.Text, ".… ")) {
			more = append(more, p)
		}
	}
	for _, text := range n.More {
		if text = strings.TrimSpace(text); text != "" {
			more = append(more, layout.Paragraph{Text: text})
		}
	}
	r.Repairs = append(repair.All(d), r.Repairs...)
	repair.SetAside(&r, repair.AsideNews, more)
	if r.Kind = release.Kind(n.Kind); !slices.Contains(release.Kinds(), r.Kind) {
		r.Kind = kindOf(r)
	}
	return r, pictures, nil
}

// takeDay takes the day, and the place where the item names none: as the item says, else as its lead does; when it was saved is a guess.
func takeDay(r *release.Release, n newsroom.Item) {
	for _, at := range n.At {
		if day, ok := newsroom.Instant(at); ok {
			r.Date = release.DateOf(day)
			break
		}
	}
	opening := dateline.OpeningOf(r.Lead)
	if r.Place == "" {
		r.Place = opening.Place
	}
	if r.Date.IsZero() {
		r.Date = opening.Date
	}
	if day, ok := newsroom.Instant(n.Saved); ok && r.Date.IsZero() {
		r.Date = release.DateOf(day)
		r.Repairs = append(r.Repairs, release.Repair{Code: repair.DateVersion, Text: n.Saved, Field: release.DateField})
	}
}

// documentOf lays out the text, or the summary where there is none.
func documentOf(n newsroom.Item) (text, summary layout.Document, err error) {
	if text, err = newsroom.Layout(n.Content); err != nil {
		return text, summary, err
	}
	if summary, err = newsroom.Layout(n.Summary); err != nil {
		return text, summary, err
	}
	if len(text.Paragraphs) == 0 && n.Plain != "" {
		text = linesOf(n.Plain)
	}
	if len(text.Paragraphs) == 0 {
		return summary, layout.Document{}, nil
	}
	return text, summary, nil
}

// holdUntil takes the embargo: an instant, or what a person has to read.
func holdUntil(r *release.Release, embargo string) {
	if embargo == "" {
		return
	}
	if at, ok := newsroom.Instant(embargo); ok {
		r.Embargo = release.Embargo{At: at.Truncate(time.Minute)}
		return
	}
	r.Unread = []release.Unread{{Field: release.EmbargoField, Text: embargo}}
}

// shown puts pictures where the text has words for them in brackets, and the others behind it.
func shown(all, pictures []layout.Paragraph) []layout.Paragraph {
	for _, p := range pictures {
		at := slices.IndexFunc(all, func(l layout.Paragraph) bool {
			return l.Kind == layout.Text && strings.HasPrefix(l.Text, "[") && strings.HasSuffix(l.Text, "]") &&
				(strings.Contains(l.Text, p.Text) && p.Text != "" || strings.Contains(l.Text, p.Alternative) && p.Alternative != "")
		})
		if at < 0 {
			all = append(all, p)
			continue
		}
		all[at] = p
		if next := at + 1; next < len(all) && all[next].Kind == layout.Caption { // the picture has it
			all = slices.Delete(all, next, next+1)
		}
	}
	return all
}
