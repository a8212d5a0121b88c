package export

import (
	"context"
	"iter"
	"path/filepath"
	"runtime"
	"sync"

	"communique/editor/release"
	"communique/export/file"
)

// Job is one release to be written.
type Job struct {
	// Name is what the person knows the release by: its file or its number.
	Name         string
	Release      release.Release
	Translations []release.Release
	// Target is the path of the files without their endings, or of the folder of
	// a package.
	Target string
	Forms  []Form
	// Package puts the forms into a folder of their own, all or none.
	Package bool
	// Whole keeps a form back that lacks letters, as a *LettersError.
	Whole bool
	// Replace puts files in the place of what is there.
	Replace bool
	// Err says that the release could not be read; nothing is written then.
	Err error
}

// Result is what became of one file, or of one package.
type Result struct {
	Name    string
	Path    string
	Form    Form // "" of a package
	Missing []rune
	Over    int  // as in Copy; of a package, in the form with the most
	Same    bool // the very package was there already
	Err     error
}

// Run does jobs in parallel, one on each processor, and tells of each in the
// order in which they came. What programs left that died while they wrote into the same
// folders is taken away first. What fails does not stop the rest. It returns when
// all are done, or with the context's error after the jobs under way.
func Run(ctx context.Context, o Office, jobs iter.Seq[Job], tell func([]Result)) error {
	type order struct {
		job  Job
		done chan []Result
	}
	workers := runtime.GOMAXPROCS(0)
	work, queue := make(chan order), make(chan order, 2*workers)
	bounds := newLimits()
	var group sync.WaitGroup
	for range workers {
		group.Go(func() {
			press := newPress(o, bounds)
			for w := range work {
				w.done <- press.do(ctx, w.job)
			}
		})
	}
	group.Go(func() {
		defer close(work)
		defer close(queue)
		swept := map[string]bool{}
		for job := range jobs {
			if ctx.Err() != nil {
				return
			}
			if dir := filepath.Dir(job.Target); job.Target != "" && !swept[dir] {
				file.Sweep(dir)
				swept[dir] = true
			}
			w := order{job, make(chan []Result, 1)}
			queue <- w
			work <- w
		}
	})
	for w := range queue {
		tell(<-w.done)
	}
	group.Wait()
	return ctx.Err()
}

// do writes one job's files.
func (p *Press) do(ctx context.Context, j Job) []Result {
	switch {
	case j.Err != nil:
		return []Result{{Name: j.Name, Err: j.Err}}
	case ctx.Err() != nil:
		return []Result{{Name: j.Name, Err: ctx.Err()}}
	case j.Package:
		return []Result{p.pack(j)}
	}
	results := make([]Result, len(j.Forms))
	p.Each(j.Forms, func(i int, c Copy, err error) {
		path := j.Target + j.Forms[i].Ending()
		if err == nil {
			err = j.lacking(c.Missing)
		}
		if err == nil {
			err = Write(path, c.Data, j.Replace)
		}
		results[i] = Result{Name: j.Name, Path: path, Form: j.Forms[i], Missing: c.Missing, Over: c.Over, Err: err}
	}, j.Release, j.Translations...)
	return results
}
