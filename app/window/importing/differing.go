package importing

import (
	"context"

	"communique/app/archive"
	"communique/app/window/screen"
	"communique/assets/translations"
)

// bring takes in what the library has with other words, and opens it where it is one.
func (p Params) bring(differing []archive.Differing, as archive.Bringing) {
	var brought []int64
	var trouble []error
	p.Work(func(ctx context.Context) error {
		for _, d := range differing {
			id, err := p.Bring(ctx, d, as)
			if err != nil {
				trouble = append(trouble, err)
			} else {
				brought = append(brought, id)
			}
		}
		return nil
	}, func() {
		p.Reload()
		if len(brought) > 0 {
			p.Tell(translations.Text("import-brought-"+string(as), map[string]any{"Count": len(brought)}), false)
		}
		switch {
		case len(trouble) > 0:
			p.Fail(trouble...)
		case len(brought) != 1:
		case as == archive.AsVersion && differing[0].Trashed:
			p.offerRestoring(brought[0])
		default:
			p.Open(brought[0])
		}
	})
}

// offerRestoring says that a release lies in the trash.
func (p Params) offerRestoring(id int64) {
	var told screen.Told
	told = p.Offer(translations.Text("import-in-trash"), translations.Text("trash-restore"), func() {
		told.Withdraw()
		p.Restore(id)
	})
}
