package command

import (
	"github.com/spf13/cobra"

	"communique/editor/proof"
	"communique/editor/release"
	"communique/export"
)

// finding is a finding as check prints it in JSON.
type finding struct {
	Source  string      `json:"source"`
	Release int         `json:"release"` // which of the source's releases, from 0
	Code    string      `json:"code"`
	Level   proof.Level `json:"level"`
	Field   string      `json:"field"`
	Block   int         `json:"block"` // index in blocks, -1 in other fields
	Start   int         `json:"start"` // code points in the text of field or block
	End     int         `json:"end"`
	Text    string      `json:"text"`
	Message string      `json:"message"`
}

func (c *cli) checkCommand() *cobra.Command {
	var asJSON bool
	cmd := c.command("check FILE|ID…", "command-check", cobra.MinimumNArgs(1), func(sources []string) error {
		found := []finding{}
		var failed error
		for _, source := range sources {
			read, err := c.read(source)
			if err != nil {
				c.complainOf(source, err)
				failed = errTold
				continue
			}
			for hash, file := range read.Pictures {
				c.within.Store(hash, file)
			}
			for i, r := range read.Releases {
				for _, f := range proof.Check(r, c.checks(export.Lost(r, c.pictures([]string{source})))) {
					found = append(found, c.finding(source, i, f))
				}
			}
		}
		if err := c.printFindings(found, asJSON); err != nil {
			return err
		}
		for _, f := range found {
			if f.Level == proof.Blocks {
				failed = errTold
			}
		}
		return failed
	})
	cmd.Flags().BoolVar(&asJSON, "json", false, c.text("flag-json"))
	return cmd
}

func (c *cli) finding(source string, number int, f proof.Finding) finding {
	name, args := f.Fact()
	return finding{
		source, number, f.Code, f.Level, string(fieldOf(f)), f.Index, f.Start, f.End, f.Text, c.text(name, args),
	}
}

// fieldOf names where a finding is, as scripts know it: a part of a block by its name.
func fieldOf(f proof.Finding) release.Field {
	if f.Part != release.Words {
		return release.Field(f.Part)
	}
	return f.Field
}

func (c *cli) printFindings(found []finding, asJSON bool) error {
	if asJSON {
		return c.writeJSON(found)
	}
	for _, f := range found {
		if err := c.say("%s:%d\t%s\t%s\t%s\n", f.Source, f.Release+1, c.text("level-"+string(f.Level)), f.Code, f.Message); err != nil {
			return err
		}
	}
	return nil
}

// checks are what the checks know beside a release. An office that cannot be read is
// told elsewhere, and the checks go on without it.
func (c *cli) checks(lost []string) proof.Params {
	p := proof.Params{Lost: lost, Now: c.params.Now()}
	if office, err := c.office(); err == nil {
		p.House, p.Levels, p.Accepted = office.House, office.Checks.Levels, office.Checks.Accepted
	}
	if c.checkable == nil {
		if cards, err := c.registers(); err == nil {
			c.checkable = proof.NewRegisters(cards, p.House)
		}
	}
	p.Registers = c.checkable
	return p
}
