package update

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"communique/export/file"
)

// place is where a notice and its packages lie: a folder, or what stands for one at an
// https address.
type place struct {
	dir    string   // "" for an address
	web    *url.URL // of the folder, with a / at its end; nil for a folder of files
	notice string   // its name there
	client *http.Client
	run    func(func()) // on a goroutine of its own, or here
}

// Remote reports whether to look at what a person set takes the network: such a place is
// asked only when the person says so.
func Remote(from string) bool { return strings.Contains(from, "://") }

// place reads what the person set.
func (s Source) place() (place, error) {
	from := strings.TrimSpace(s.From)
	run := s.Go
	if run == nil {
		run = func(f func()) { f() }
	}
	if !Remote(from) {
		p, err := folderOf(from)
		p.run = run
		return p, err
	}
	u, err := url.Parse(from)
	if err != nil || u.Scheme != "https" || u.Host == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return place{}, &AddressError{from}
	}
	p := place{web: u, notice: noticeName, client: client(s.Transport), run: run}
	if path.Ext(u.Path) == path.Ext(noticeName) {
		p.notice = path.Base(u.Path)
		p.web = u.ResolveReference(&url.URL{Path: "./"})
	} else if !strings.HasSuffix(u.Path, "/") {
		p.web = u.JoinPath("/")
	}
	return p, nil
}

// folderOf is the folder at a path, or that of the notice there. What cannot be looked at is
// taken for a folder: reading it will tell why.
func folderOf(from string) (place, error) {
	if !filepath.IsAbs(from) {
		return place{}, &AddressError{from}
	}
	if strings.EqualFold(filepath.Ext(from), filepath.Ext(noticeName)) {
		return place{dir: filepath.Dir(from), notice: filepath.Base(from)}, nil
	}
	return place{dir: filepath.Clean(from), notice: noticeName}, nil
}

// The most redirects that are followed, and the most that an answer may say before its
// content, in bytes.
const (
	mostRedirects = 5
	mostHeader    = 64 << 10
)

// client asks by https alone, keeps nothing and tells nothing of the program or the person.
func client(transport http.RoundTripper) *http.Client {
	if transport == nil {
		own := http.DefaultTransport.(*http.Transport).Clone()
		own.MaxResponseHeaderBytes = mostHeader
		own.DisableKeepAlives = true
		transport = own
	}
	return &http.Client{Transport: transport, CheckRedirect: func(r *http.Request, via []*http.Request) error {
		if r.URL.Scheme != "https" || len(via) > mostRedirects {
			return errors.New("redirected to " + r.URL.Redacted())
		}
		r.Header.Del("Referer")
		return nil
	}}
}

// at is the path or the address of a file.
func (p place) at(name string) string {
	if p.web != nil {
		return p.web.JoinPath(name).String()
	}
	return filepath.Join(p.dir, name)
}

// read reads a file, of one with more than so many bytes hardly more than those. A share that is gone may not answer for
// minutes: what was asked of it on another goroutine is left behind when ctx ends. told hears how many bytes
// have come.
func (p place) read(ctx context.Context, name string, most int64, told func(bytes int64)) ([]byte, error) {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	type answer struct {
		data []byte
		err  error
	}
	answers := make(chan answer, 1)
	p.run(func() {
		data, err := p.readAll(ctx, stop, name, most, told)
		answers <- answer{data, err}
	})
	select {
	case a := <-answers:
		return a.data, a.err
	case <-ctx.Done():
		return nil, p.unanswered(ctx, name, nil)
	}
}

func (p place) readAll(ctx context.Context, stop context.CancelCauseFunc, name string, most int64, told func(bytes int64)) ([]byte, error) {
	still := time.AfterFunc(stillTime, func() { stop(context.DeadlineExceeded) })
	defer still.Stop()
	content, err := p.open(ctx, name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = content.Close() }() // only read
	var data []byte
	buffer := make([]byte, 64<<10)
	for {
		n, err := content.Read(buffer)
		if ctx.Err() != nil {
			return nil, p.unanswered(ctx, name, nil)
		}
		data = append(data, buffer[:n]...)
		still.Reset(stillTime)
		told(int64(len(data)))
		switch {
		case errors.Is(err, io.EOF), int64(len(data)) > most:
			return data, nil
		case err != nil:
			return nil, p.unanswered(ctx, name, err)
		}
	}
}

// open opens a file; one in a folder that another program holds is waited for.
func (p place) open(ctx context.Context, name string) (content io.ReadCloser, err error) {
	if p.web == nil {
		err = file.Retry(func() error { content, err = os.Open(p.at(name)); return err })
		return content, err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, p.at(name), http.NoBody)
	if err != nil {
		return nil, &AddressError{p.at(name)}
	}
	request.Header.Set("User-Agent", "") // sends none
	request.Header.Set("Accept-Encoding", "identity")
	response, err := p.client.Do(request)
	if err != nil {
		return nil, p.unanswered(ctx, name, err)
	}
	if response.StatusCode != http.StatusOK {
		_ = response.Body.Close()
		return nil, &UnansweredError{Address: p.at(name), Status: response.StatusCode}
	}
	return response.Body, nil
}

// unanswered says why nothing came: the person has stopped it, it took too long, or the
// cause that is known.
func (p place) unanswered(ctx context.Context, name string, cause error) error {
	var at *fs.PathError
	var u *url.Error
	switch {
	case errors.Is(context.Cause(ctx), context.Canceled):
		return context.Canceled
	case ctx.Err() != nil:
		return &UnansweredError{Address: p.at(name)}
	case errors.As(cause, &at):
		return cause
	case errors.As(cause, &u):
		cause = u.Err // the address is told
	}
	return &UnansweredError{Address: p.at(name), Cause: cause}
}
