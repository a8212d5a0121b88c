package intake

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"communique/editor/intake/html"
	"communique/editor/intake/layout"
	"communique/editor/release"
)

// releasesIn makes a release of each item. Together they say no more than a text does.
func releasesIn(items []news) (Found, error) {
	found, size := Found{Pictures: map[string][]byte{}}, 0
	for _, n := range items {
		if size += len(n.content) + len(n.plain) + len(n.summary) + len(n.title); size > MaxBytes || strings.Count(n.plain, "\n") > maxLines {
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
	items, said, is := feedItems(text)
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
	setAside(&found.Releases[0], asideNews, lines)
	return found, true, nil
}

// releaseOf makes a release of an item. What it says beside its text goes to the notes. Its error says that it is larger than any text.
func releaseOf(n news) (release.Release, map[string][]byte, error) {
	title := lineOf(n.title)
	d, summary, err := documentOf(n)
	if err != nil {
		return release.Release{}, nil, err
	}
	said := together(d.Paragraphs).Text
	r := release.New(n.language)
	if r.Language == "" {
		r.Language = languageOf(title + said)
	}
	r.Headline, r.Subheadline = title, lineOf(n.subtitle)
	d.Paragraphs = shown(d.Paragraphs, n.pictures)
	pictures := take(&d)
	reader := &reader{contactReader: contactReader{release: r, lines: fold(d.Paragraphs)}}
	reader.plain()
	reader.body()
	r = reader.release
	if at := slices.IndexFunc(r.Blocks, func(b release.Block) bool { return b.Kind == release.Paragraph }); at == 0 {
		r.Lead, r.LeadMarks = r.Blocks[0].Text, r.Blocks[0].Marks
		r.Blocks = r.Blocks[1:]
	}
	if len(r.Blocks) == 0 {
		r.Blocks = nil
	}
	r.Place, r.Number, r.Tags, r.Contacts = n.place, n.number, n.tags, n.contacts
	takeDay(&r, n)
	holdUntil(&r, n.embargo)
	var more []layout.Paragraph
	for _, p := range summary.Paragraphs {
		if !strings.Contains(said, strings.TrimRight(p.Text, ".… ")) {
			more = append(more, p)
		}
	}
	for _, text := range n.more {
		if text = strings.TrimSpace(text); text != "" {
			more = append(more, layout.Paragraph{Text: text})
		}
	}
	r.Repairs = append(repairsOf(d), r.Repairs...)
	setAside(&r, asideNews, more)
	if r.Kind = release.Kind(n.kind); !slices.Contains(release.Kinds(), r.Kind) {
		r.Kind = kindOf(r)
	}
	return r, pictures, nil
}

// takeDay takes the day, and the place where the item names none: as the item says, else as its lead does; when it was saved is a guess.
func takeDay(r *release.Release, n news) {
	for _, at := range n.at {
		if day, ok := instant(at); ok {
			r.Date = release.DateOf(day)
			break
		}
	}
	opening := openingOf(r.Lead)
	if r.Place == "" {
		r.Place = opening.place
	}
	if r.Date.IsZero() {
		r.Date = opening.date
	}
	if day, ok := instant(n.saved); ok && r.Date.IsZero() {
		r.Date = release.DateOf(day)
		r.Repairs = append(r.Repairs, release.Repair{Code: dateVersion, Text: n.saved, Field: release.DateField})
	}
}

// documentOf lays out the text, or the summary where there is none.
func documentOf(n news) (text, summary layout.Document, err error) {
	if text, err = layoutOf(n.content); err != nil {
		return text, summary, err
	}
	if summary, err = layoutOf(n.summary); err != nil {
		return text, summary, err
	}
	if len(text.Paragraphs) == 0 && n.plain != "" {
		text = linesOf(n.plain)
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
	if at, ok := instant(embargo); ok {
		r.Embargo = release.Embargo{At: at.Truncate(time.Minute)}
		return
	}
	r.Unread = []release.Unread{{Field: release.EmbargoField, Text: embargo}}
}

// instants are how newsrooms write a moment: RFC 5322, ISO 8601 with its parts and without.
var instants = []string{
	time.RFC1123Z, time.RFC1123, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST", time.RFC3339,
	"2006-01-02T15:04:05-0700", "2006-01-02T15:04:05", "20060102T150405Z0700", "20060102T150405-0700", "20060102T150405", "2006-01-02", "20060102",
}

// instant reads such a moment.
func instant(text string) (time.Time, bool) {
	for _, layout := range instants {
		if at, err := time.Parse(layout, strings.TrimSpace(text)); err == nil {
			return at, true
		}
	}
	return time.Time{}, false
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

// lineOf returns the words of a piece of HTML as one line.
func lineOf(markup string) string { return strings.ReplaceAll(wordsOfMarkup(markup), "\n", " ") }

// wordsOfMarkup returns the words of a piece of HTML; of one that is larger than any text the piece itself.
func wordsOfMarkup(markup string) string {
	d, err := layoutOf(markup)
	if err != nil {
		return markup
	}
	return together(d.Paragraphs).Text
}

// layoutOf lays out a piece of HTML, or of text.
func layoutOf(markup string) (layout.Document, error) {
	d, err := html.Read(html.Params{Text: markup, Fragment: true})
	return d, cmp.Or(err, fits(d))
}
