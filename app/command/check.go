package command

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"communique/app/archive"
	"communique/editor/grammar"
	"communique/editor/proof"
	"communique/editor/release"
	"communique/editor/spelling"
	"communique/export"
	"communique/export/file"
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
	// Repair is what belongs in the place of Text; null where there is no one right repair.
	Repair *string `json:"repair"`
	// More is how many further findings of the code are not listed in the release.
	More int `json:"more,omitempty"`
	// Line and Paragraph are where in its source stood what an import changed, from 1.
	Line      int `json:"source_line,omitempty"`
	Paragraph int `json:"source_paragraph,omitempty"`
}

// checking is what a run of check is asked for, and what it found.
type checking struct {
	*cli
	asJSON, asSARIF, fix bool
	only, without        []string // codes

	more   []proof.Source // the checks of spelling
	found  []finding
	told   []verdict
	failed error
}

// verdict is whether a release of a folder is fit to leave.
type verdict struct {
	source  string
	release int
	blocked int
	warned  int
}

func (c *cli) checkCommand() *cobra.Command {
	var asked checking
	cmd := c.command("check FILE|FOLDER|ID…", "command-check", cobra.MinimumNArgs(1), func(sources []string) error {
		run := asked
		run.cli, run.found = c, []finding{}
		speller, err := c.speller()
		if err != nil {
			return err
		}
		run.more = speller.Sources()
		for _, code := range slices.Concat(run.only, run.without) {
			if !slices.Contains(checks(), code) {
				return &unknownCheckError{code}
			}
		}
		if !slices.ContainsFunc(checks(), run.wants) {
			return &noCheckError{}
		}
		folders := false
		for _, source := range sources {
			files, isFolder := filesOf(source)
			folders = folders || isFolder
			if len(files) == 0 {
				run.complainOf(source, &archive.NothingError{Path: source})
				run.failed = errTold
			}
			for _, file := range files {
				run.check(file)
			}
		}
		if err := run.print(folders); err != nil {
			return err
		}
		return run.failed
	})
	cmd.Long = cmd.Short + ".\n\n" + c.text("flag-checks") + "\n\n" + inLines(checks())
	flags := cmd.Flags()
	flags.BoolVar(&asked.asJSON, "json", false, c.text("flag-json"))
	flags.BoolVar(&asked.asSARIF, "sarif", false, c.text("flag-sarif"))
	flags.BoolVar(&asked.fix, "fix", false, c.text("flag-fix"))
	flags.StringSliceVar(&asked.only, "only", nil, c.text("flag-only"))
	flags.StringSliceVar(&asked.without, "without", nil, c.text("flag-without"))
	cmd.MarkFlagsMutuallyExclusive("json", "sarif")
	return cmd
}

// checks are the codes of all checks, those of spelling included.
func checks() []string {
	var codes []string
	for _, rule := range proof.Rules() {
		codes = append(codes, rule.Code)
	}
	return append(codes, spelling.MisspeltCode, spelling.UnknownCode)
}

// unknownCheckError says that there is no check of a code.
type unknownCheckError struct{ code string }

func (e *unknownCheckError) Error() string { return "no check " + e.code }

// Fact names the error for the translations.
func (e *unknownCheckError) Fact() (string, map[string]any) {
	return "check-unknown", map[string]any{"Code": e.code}
}

// noCheckError says that --without leaves out all that --only asks for: what was not checked
// must not look sound.
type noCheckError struct{}

func (*noCheckError) Error() string { return "no check is left" }

// Fact names the error for the translations.
func (*noCheckError) Fact() (string, map[string]any) { return "check-none", nil }

// unmendableError says that a source is no release file, and so stays as it is.
type unmendableError struct{}

func (*unmendableError) Error() string { return "not a release file" }

// Fact names the error for the translations.
func (*unmendableError) Fact() (string, map[string]any) { return "check-unmendable", nil }

// filesOf returns the files of a folder in order, those that begin with a dot left out;
// anything else is its own only source.
func filesOf(source string) (files []string, isFolder bool) {
	if info, err := os.Stat(source); err != nil || !info.IsDir() {
		return []string{source}, false
	}
	_ = filepath.WalkDir(source, func(path string, d fs.DirEntry, err error) error { // what cannot be read is told when it is
		switch {
		case path != source && strings.HasPrefix(d.Name(), ".") && d.IsDir():
			return fs.SkipDir
		case err == nil && !d.IsDir() && !strings.HasPrefix(d.Name(), "."):
			files = append(files, path)
		}
		return nil
	})
	return files, true
}

// check checks the releases of a source, and mends them where that is asked for.
func (k *checking) check(source string) {
	read, err := k.read(source)
	if err != nil {
		k.complainOf(source, err)
		k.failed = errTold
		return
	}
	for hash, file := range read.Pictures {
		k.within.Store(hash, file)
	}
	for i, r := range read.Releases {
		params := k.checks(export.Lost(r, k.pictures([]string{source})))
		params.More = k.more
		if k.fix {
			if err := k.mend(source, &r, params); err != nil {
				k.complainOf(source, err)
				k.failed = errTold
			}
		}
		found := k.wanted(proof.Check(r, params))
		v := verdict{source: source, release: i}
		for _, f := range found {
			if !f.Accepted {
				k.found = append(k.found, k.finding(source, i, f))
			}
			switch {
			case f.Accepted:
			case f.Level == proof.Blocks:
				v.blocked++
				k.failed = errTold
			case f.Level == proof.Warns:
				v.warned++
			}
		}
		k.told = append(k.told, v)
	}
}

// wanted are the findings of the checks that were asked for.
func (k *checking) wanted(found []proof.Finding) []proof.Finding {
	return slices.DeleteFunc(found, func(f proof.Finding) bool { return !k.wants(f.Code) })
}

// wants reports whether a check was asked for.
func (k *checking) wants(code string) bool {
	return (len(k.only) == 0 || slices.Contains(k.only, code)) && !slices.Contains(k.without, code)
}

// mend makes all repairs that are certain in a release file, and tells how many.
func (k *checking) mend(source string, r *release.Release, params proof.Params) error {
	checker := proof.NewChecker()
	m := proof.Mend(*r, func(r release.Release) []proof.Finding { return k.wanted(checker.Check(r, params)) })
	if len(m.Done) == 0 {
		return nil
	}
	if source == "-" || !strings.HasSuffix(source, release.Extension) {
		return &unmendableError{}
	}
	data, err := m.Release.Encode()
	if err != nil {
		return err
	}
	if err := file.Replace(source, data); err != nil {
		return err
	}
	*r = m.Release
	k.tell("check-mended", map[string]any{"Name": source, "Count": len(m.Done)})
	return nil
}

// print prints what was found, and of folders which releases are fit to leave.
func (k *checking) print(folders bool) error {
	if k.asSARIF {
		return k.writeJSON(k.sarif())
	}
	if err := k.printFindings(k.found, k.asJSON); err != nil || !folders || k.asJSON {
		return err
	}
	for _, v := range k.told {
		name := "check-fit"
		switch {
		case v.blocked > 0:
			name = "check-blocked"
		case v.warned > 0:
			name = "check-warned"
		}
		if err := k.say("%s:%d\t%s\n", v.source, v.release+1, k.text(name)); err != nil {
			return err
		}
	}
	return nil
}

func (c *cli) finding(source string, number int, f proof.Finding) finding {
	name, args := f.Fact()
	var repair *string
	if f.Mends {
		repair = &f.Put
	}
	return finding{
		source, number, f.Code, f.Level, string(fieldOf(f)), f.Index, f.Start, f.End, f.Text, c.text(name, args), repair, f.More, f.Repaired.Line, f.Repaired.Paragraph,
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
	var house grammar.House
	if office, err := c.office(); err == nil {
		house, p.Typography, p.Levels, p.Accepted = office.House, office.Typography, office.Checks.Levels, office.Checks.Accepted
	}
	if c.checkable == nil {
		if cards, err := c.registers(); err == nil {
			c.checkable = proof.NewRegisters(cards, house)
		}
	}
	p.Registers = c.checkable
	return p
}
