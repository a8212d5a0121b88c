package viewer

import "communique/app/temporary"

// Copies are files made to be looked at, in a folder that only this person can
// read. The zero value has none yet. It is used by one goroutine at a time.
type Copies struct{ folder *temporary.Folder }

// Folder returns where to write copies; it is made when first asked for.
func (c *Copies) Folder() (string, error) {
	if c.folder == nil {
		folder, err := temporary.New(temporary.Print)
		if err != nil {
			return "", err
		}
		c.folder = folder
	}
	return c.folder.Path, nil
}

// Remove takes the copies away: a draft must not stay behind.
func (c *Copies) Remove() {
	if c.folder != nil {
		_ = c.folder.Remove() // a viewer may hold one open; the next start tries again
		c.folder = nil
	}
}
