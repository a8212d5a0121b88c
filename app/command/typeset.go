package command

import (
	"strings"

	"github.com/spf13/cobra"

	"communique/editor/grammar"
	"communique/editor/intake"
	"communique/editor/release"
	"communique/editor/typesetting"
	"communique/editor/typography"
)

// typesetEdit is an edit as typeset prints it in JSON; scripts rely on it.
type typesetEdit struct {
	Kind  typography.Kind `json:"kind"`
	Field string          `json:"field"` // of a release; "" in plain text
	Block int             `json:"block"` // index in blocks, -1 in other fields
	Start int             `json:"start"` // code points in the text of file, field or block
	End   int             `json:"end"`
	Old   string          `json:"old"`
	New   string          `json:"new"`
}

func (c *cli) typesetCommand() *cobra.Command {
	var asJSON bool
	var dash, initials, yo string
	cmd := c.command("typeset FILE|-", "command-typeset", cobra.ExactArgs(1), func(args []string) error {
		office, err := c.office()
		if err != nil {
			return err
		}
		if err := chooseUsage("dash", dash, typography.UsagesOfDash(), &office.Typography.Dash); err != nil {
			return err
		}
		if err := chooseUsage("initials", initials, typography.UsagesOfInitials(), &office.Typography.Initials); err != nil {
			return err
		}
		if err := chooseUsage("yo", yo, grammar.UsagesOfYo(), &office.House.Yo); err != nil {
			return err
		}
		data, err := c.bytes(args[0])
		if err != nil {
			return err
		}
		set, edits, err := typeset(data, looksTOML(args[0], data), typesetting.House(office.Typography, office.House))
		switch {
		case err != nil:
			return err
		case asJSON:
			return c.writeJSON(edits)
		}
		return c.say("%s", set)
	})
	cmd.Long = c.text("command-typeset-long")
	flags := cmd.Flags()
	flags.BoolVar(&asJSON, "json", false, c.text("flag-typeset-json"))
	flags.StringVar(&dash, "dash", "", c.text("flag-dash"))
	flags.StringVar(&initials, "initials", "", c.text("flag-initials"))
	flags.StringVar(&yo, "yo", "", c.text("flag-yo"))
	return cmd
}

// chooseUsage takes a usage from a flag, where one was given.
func chooseUsage[U ~string](flag, value string, usages []U, usage *U) error {
	if value == "" {
		return nil
	}
	var fits []string
	for _, u := range usages[1:] {
		if fits = append(fits, string(u)); string(u) == value {
			*usage = u
			return nil
		}
	}
	return &optionError{flag, value, strings.Join(fits, ", ")}
}

// typeset sets a text, or a release in its TOML form, and lists what was changed.
func typeset(data []byte, asRelease bool, t typography.Typesetter) (string, []typesetEdit, error) {
	edits := []typesetEdit{}
	if !asRelease {
		text, _, err := intake.Decode(data)
		if err != nil {
			return "", nil, err
		}
		all := t.Edits(text)
		for _, e := range all {
			edits = append(edits, typesetEdit{e.Kind, "", -1, e.At, e.End(), e.Old, e.New})
		}
		return typography.Apply(text, all), edits, nil
	}
	r, err := release.Decode(data)
	if err != nil {
		return "", nil, err
	}
	set := typesetting.Release(t, r)
	for _, s := range set {
		field := s.Field
		if s.Part != release.Words {
			field = release.Field(s.Part)
		}
		for _, e := range s.Edits {
			edits = append(edits, typesetEdit{e.Kind, string(field), s.Index, e.At, e.End(), e.Old, e.New})
		}
	}
	text, err := typesetting.Apply(r, set).Encode()
	return string(text), edits, err
}
