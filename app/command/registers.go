package command

import (
	"bytes"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"communique/app/settings"
	"communique/editor/grammar"
	"communique/editor/intake"
	"communique/editor/register"
	"communique/editor/release"
	"communique/export/file"
)

// registerCommand makes the command of one register: list, add, import, export.
func (c *cli) registerCommand(name string) *cobra.Command {
	return c.group(name, "command-"+name, c.registerList(name), c.registerAdd(name), c.registerImport(name), c.registerExport(name))
}

func (c *cli) registerList(name string) *cobra.Command {
	var asJSON, all bool
	cmd := c.command("list", "command-register-list", cobra.NoArgs, func([]string) error {
		r, err := c.registers()
		if err != nil {
			return err
		}
		office, err := c.office()
		if err != nil {
			return err
		}
		if all {
			r.Places = append(r.Places, register.Shipped()...)
		}
		if asJSON {
			return c.writeJSON(chosen(r, name))
		}
		listed := lines(office.House, r, name)
		if len(listed) == 0 {
			c.tell("command-list-empty", map[string]any{"Add": "communique " + name + " add"})
		}
		for _, line := range listed {
			if err := c.say("%s\n", line); err != nil {
				return err
			}
		}
		return nil
	})
	cmd.Flags().BoolVar(&asJSON, "json", false, c.text("flag-json"))
	if name == register.Places {
		cmd.Flags().BoolVar(&all, "all", false, c.text("flag-shipped"))
	}
	return cmd
}

// chosen is the list of one register for JSON, where none is an empty array.
func chosen(r register.Registers, name string) any {
	switch name {
	case register.People:
		people := append([]register.Person{}, r.People...)
		for i := range people {
			people[i].Posts = append([]register.Post{}, people[i].Posts...)
		}
		return people
	case register.Places:
		return append([]register.Place{}, r.Places...)
	default:
		return append([]register.Organisation{}, r.Organisations...)
	}
}

// lines are the entries of a register, their parts divided by tabs.
func lines(house grammar.House, r register.Registers, name string) []string {
	var all []string
	switch name {
	case register.People:
		for _, p := range r.People {
			var posts []string
			for _, post := range p.Posts {
				posts = append(posts, post.Title)
			}
			all = append(all, p.Name()+"\t"+strings.Join(posts, "; "))
		}
	case register.Places:
		for _, p := range r.Places {
			d := p.Declined(house)
			all = append(all, strings.Join([]string{p.Name, d.Where(), p.Country, p.Zone}, "\t"))
		}
	default:
		for _, o := range r.Organisations {
			all = append(all, o.Name+"\t"+o.Abbreviation)
		}
	}
	return all
}

func (c *cli) registerAdd(name string) *cobra.Command {
	var post string
	cmd := c.command("add NAME", "command-register-add", cobra.MinimumNArgs(1), func(args []string) error {
		known, err := c.registers()
		if err != nil {
			return err
		}
		more, err := newCard(known, name, strings.Join(args, " "), post)
		if err != nil {
			return err
		}
		return c.change(func(r register.Registers) register.Registers { return r.Add(more) })
	})
	if name == register.People {
		cmd.Flags().StringVar(&post, "post", "", c.text("flag-post"))
	}
	return cmd
}

// newCard is a card of that name; of a person, with a post before the name or
// by itself. Where the two part, the registers may know.
func newCard(known register.Registers, name, text, post string) (register.Registers, error) {
	text, post = register.Line(text), register.Line(post)
	switch name {
	case register.People:
		p := known.Parse(text)
		if post != "" {
			p = register.Named(text)
			p.Posts = []register.Post{{Title: post}}
		}
		if p.Name() == "" {
			return register.Registers{}, &register.NoNameError{Register: name, Text: text}
		}
		return register.Registers{People: []register.Person{p}}, nil
	case register.Places:
		return register.Registers{Places: []register.Place{{Name: text}}}, named(name, text)
	default:
		return register.Registers{Organisations: []register.Organisation{{Name: text}}}, named(name, text)
	}
}

func named(name, text string) error {
	if text == "" {
		return &register.NoNameError{Register: name}
	}
	return nil
}

func (c *cli) registerImport(name string) *cobra.Command {
	var preview bool
	cmd := c.command("import FILE", "command-register-import", cobra.ExactArgs(1), func(args []string) error {
		data, err := c.bytes(args[0])
		if err != nil {
			return err
		}
		more, skipped, err := register.Read(name, filepath.Ext(args[0]), data, func(data []byte) (string, error) {
			return intake.Source{Data: data, Convert: c.converter.Convert}.Table()
		})
		if err != nil {
			return err
		}
		if preview {
			return c.preview(more, skipped, args[0])
		}
		var replaced []error
		if more.Count() > 0 {
			if err := c.change(func(r register.Registers) register.Registers {
				replaced = r.Replaced(more)
				return r.With(r.Complete(more))
			}); err != nil {
				return err
			}
		}
		for _, err := range append(skipped, replaced...) {
			c.complainOf(args[0], err)
		}
		c.tell("command-register-imported", map[string]any{"Count": more.Count(), "Skipped": register.SkippedLines(skipped)})
		if len(skipped) > 0 {
			return errTold
		}
		return nil
	})
	cmd.Flags().BoolVar(&preview, "preview", false, c.text("flag-preview"))
	return cmd
}

// preview writes how the cards of a file will be declined, a line each: a
// question mark where it is a guess, then the six forms. Guesses come first.
func (c *cli) preview(more register.Registers, skipped []error, path string) error {
	office, err := c.office()
	if err != nil {
		return err
	}
	known, err := c.registers()
	if err != nil {
		return err
	}
	for _, hit := range known.Complete(more).Preview(office.House, release.DateOf(c.params.Now())) {
		d := hit.Full()
		cells := []string{map[bool]string{true: "?"}[hit.Guess]}
		for _, one := range grammar.Cases() {
			cells = append(cells, d.Forms[one])
		}
		if err := c.say("%s\n", strings.Join(cells, "\t")); err != nil {
			return err
		}
	}
	for _, err := range append(skipped, known.Replaced(more)...) {
		c.complainOf(path, err)
	}
	if len(skipped) > 0 {
		return errTold
	}
	return nil
}

// change changes the office's registers as they are on the disk by then. What
// of them cannot be read is told first; it stays where it is.
func (c *cli) change(change func(register.Registers) register.Registers) error {
	dir, err := c.folder()
	if err != nil {
		return err
	}
	if _, err := c.registers(); err != nil {
		return err
	}
	_, err = settings.UpdateRegisters(dir, func(r register.Registers) (register.Registers, error) { return change(r), nil })
	return err
}

func (c *cli) registerExport(name string) *cobra.Command {
	var force bool
	cmd := c.command("export [FILE]", "command-register-export", cobra.MaximumNArgs(1), func(args []string) error {
		r, err := c.registers()
		if err != nil {
			return err
		}
		path := "-"
		if len(args) > 0 {
			path = args[0]
		}
		data, err := r.Write(name, filepath.Ext(path))
		if err != nil {
			return err
		}
		switch {
		case path == "-":
			return c.say("%s", bytes.TrimPrefix(data, []byte("\uFEFF")))
		case force:
			return file.Replace(path, data)
		default:
			return file.Create(path, data)
		}
	})
	cmd.Flags().BoolVar(&force, "force", false, c.text("flag-force"))
	return cmd
}
