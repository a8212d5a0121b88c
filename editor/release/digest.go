package release

import "strings"

// Digest are the blocks by which a digest tells of the release: its headline, and its lead.
func (r Release) Digest() []Block {
	var blocks []Block
	if r.Headline != "" {
		blocks = append(blocks, Block{Kind: Subheading, Text: r.Headline})
	}
	if lead := strings.TrimSpace(r.Lead); lead != "" {
		blocks = append(blocks, Block{Kind: Paragraph, Text: lead})
	}
	return blocks
}
