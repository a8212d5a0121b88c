package update

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// site is a server of the test's own, by https.
func site(t *testing.T, answer http.HandlerFunc) (*httptest.Server, Source) {
	t.Helper()
	s := httptest.NewTLSServer(answer)
	t.Cleanup(s.Close)
	return s, Source{From: s.URL + "/dist", Transport: s.Client().Transport}
}

// TestAnAddress is asked for the notice and the package, and told nothing else.
func TestAnAddress(t *testing.T) {
	dir := folder(t, notice())
	var asked []string
	var said []http.Header
	server, source := site(t, func(w http.ResponseWriter, r *http.Request) {
		asked, said = append(asked, r.Method+" "+r.URL.String()), append(said, r.Header)
		w.Header().Set("Set-Cookie", "who=1")
		http.StripPrefix("/dist/", http.FileServer(http.Dir(dir))).ServeHTTP(w, r)
	})
	for _, from := range []string{"/dist", "/dist/", "/dist/" + noticeName} {
		asked = nil
		source.From = server.URL + from
		o, p := look(t, source)
		if o.Folder() != "" || o.Where(p) != server.URL+"/dist/"+packaged {
			t.Errorf("%s: folder %q, %s", from, o.Folder(), o.Where(p))
		}
		fetched(t, o, p)
		if want := []string{"GET /dist/" + noticeName, "GET /dist/" + packaged}; !slices.Equal(asked, want) {
			t.Errorf("%s: asked %v", from, asked)
		}
	}
	for _, header := range said {
		header.Del("Accept-Encoding")
		if len(header) > 0 {
			t.Errorf("told the server %v", header)
		}
	}
}

func redirect(w http.ResponseWriter, to string) {
	w.Header().Set("Location", to)
	w.WriteHeader(http.StatusFound)
}

func TestRedirects(t *testing.T) {
	dir := folder(t, notice())
	plain := httptest.NewServer(http.FileServer(http.Dir(dir)))
	defer plain.Close()
	var referred []string
	rounds := 0
	_, source := site(t, func(w http.ResponseWriter, r *http.Request) {
		referred = append(referred, r.Header["Referer"]...)
		switch {
		case strings.HasPrefix(r.URL.Path, "/dist/"):
			redirect(w, "/moved/"+filepath.Base(r.URL.Path))
		case strings.HasPrefix(r.URL.Path, "/plain/"):
			redirect(w, plain.URL+"/"+filepath.Base(r.URL.Path))
		case strings.HasPrefix(r.URL.Path, "/ring/"):
			rounds++
			redirect(w, r.URL.Path)
		default:
			http.ServeFile(w, r, filepath.Join(dir, filepath.Base(r.URL.Path)))
		}
	})
	o, p := look(t, source)
	fetched(t, o, p)
	if referred != nil {
		t.Errorf("referred from %v", referred)
	}
	for _, to := range []string{"/plain", "/ring"} {
		s := source
		s.From = strings.TrimSuffix(s.From, "/dist") + to
		var unanswered *UnansweredError
		if _, err := s.Check(t.Context()); !errors.As(err, &unanswered) {
			t.Errorf("%s: %v", to, err)
		}
	}
	if rounds != 1+mostRedirects {
		t.Errorf("went round %d times", rounds)
	}
}

// TestAnAnswerThatBeginsForEver is not listened to, by the transport that is the usual one.
func TestAnAnswerThatBeginsForEver(t *testing.T) {
	server, s := site(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("X-Long", strings.Repeat("a", 2*mostHeader))
		_, _ = w.Write([]byte(notice()))
	})
	usual := client(nil).Transport.(*http.Transport)
	usual.TLSClientConfig = server.Client().Transport.(*http.Transport).TLSClientConfig
	s.Transport = usual
	var unanswered *UnansweredError
	if o, err := s.Check(t.Context()); !errors.As(err, &unanswered) {
		t.Errorf("%v, %v", o.Notice, err)
	}
}

// drops is a package that comes in pieces, with some time before each.
type drops struct {
	wait  time.Duration
	pause <-chan struct{} // when nobody waits any more
	rest  []byte
}

func (d *drops) Read(into []byte) (int, error) {
	select {
	case <-time.After(d.wait):
	case <-d.pause:
		return 0, context.Canceled
	}
	if len(d.rest) == 0 {
		return 0, io.EOF
	}
	n := copy(into[:min(len(into), len(content)/4)], d.rest)
	d.rest = d.rest[n:]
	return n, nil
}

func (d *drops) Close() error { return nil }

type carrier func(*http.Request) (*http.Response, error)

func (c carrier) RoundTrip(r *http.Request) (*http.Response, error) { return c(r) }

// TestASlowPackage may take long, if only it does not stand still.
func TestASlowPackage(t *testing.T) {
	n, err := parseNotice([]byte(notice()))
	if err != nil {
		t.Fatal(err)
	}
	p, _ := n.For([]string{kind})
	for wait, comes := range map[time.Duration]bool{stillTime - time.Second: true, stillTime + time.Second: false} {
		synctest.Test(t, func(t *testing.T) {
			from, err := Source{From: "https://example.org/", Transport: carrier(func(r *http.Request) (*http.Response, error) {
				return &http.Response{StatusCode: http.StatusOK, Body: &drops{wait: wait, pause: r.Context().Done(), rest: content}, Request: r}, nil
			})}.place()
			if err != nil {
				t.Fatal(err)
			}
			var unanswered *UnansweredError
			_, err = Offer{n, from}.Fetch(t.Context(), p, t.TempDir(), func(int64) {})
			if comes && err != nil || !comes && !errors.As(err, &unanswered) {
				t.Errorf("%v between pieces: %v", wait, err)
			}
		})
	}
}

func TestNoAnswer(t *testing.T) {
	dir := t.TempDir()
	closed := httptest.NewTLSServer(nil)
	closed.Close()
	hang := make(chan struct{})
	silent, hanging := site(t, func(_ http.ResponseWriter, r *http.Request) {
		select {
		case <-hang:
		case <-r.Context().Done():
		}
	})
	defer close(hang)
	_, dripping := site(t, func(w http.ResponseWriter, r *http.Request) {
		_, _ = w.Write([]byte("format"))
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	})
	_, absent := site(t, http.NotFound)
	_, large := site(t, func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte(notice())) // whole, and read as that if it were all
		for range 100 {
			_, _ = w.Write(bytes.Repeat([]byte("# more\n"), 10_000))
		}
	})
	_, broken := site(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "100000")
		_, _ = w.Write([]byte("format = 1"))
	})
	for name, c := range map[string]struct {
		from Source
		want string
	}{
		"no folder":                {Source{From: filepath.Join(dir, "none")}, "missing"},
		"no notice":                {Source{From: dir}, "missing"},
		"a server that is gone":    {Source{From: closed.URL, Transport: silent.Client().Transport}, "update-unanswered"},
		"a strange certificate":    {Source{From: silent.URL}, "update-unanswered"},
		"a server that is silent":  {hanging, "update-silent"},
		"one that stops":           {dripping, "update-silent"},
		"one that has nothing":     {absent, "update-refused"},
		"one that breaks off":      {broken, "update-unanswered"},
		"one that says too much":   {large, "update-unread"},
		"nothing set":              {Source{}, "update-unset"},
		"nothing but spaces":       {Source{From: " \n"}, "update-unset"},
		"without encryption":       {Source{From: "http://example.org/"}, "update-address"},
		"a password":               {Source{From: "https://a:b@example.org/"}, "update-address"},
		"a question":               {Source{From: "https://example.org/?who=1"}, "update-address"},
		"a place within a page":    {Source{From: "https://example.org/#dist"}, "update-address"},
		"a folder, not from where": {Source{From: "packages"}, "update-address"},
	} {
		ctx, stop := context.WithTimeout(t.Context(), 300*time.Millisecond)
		if c.want != "update-silent" {
			ctx = t.Context()
		}
		_, err := c.from.Check(ctx)
		stop()
		got := "missing"
		var fact interface {
			Fact() (string, map[string]any)
		}
		if errors.As(err, &fact) {
			got, _ = fact.Fact()
		} else if !errors.Is(err, fs.ErrNotExist) {
			got = fmt.Sprint(err)
		}
		if got != c.want {
			t.Errorf("%s: %s, not %s (%v)", name, got, c.want, err)
		}
		if got == "update-unanswered" {
			if _, params := fact.Fact(); strings.Contains(params["Detail"].(string), "https://") {
				t.Errorf("%s: the address is told twice: %v", name, params)
			}
		}
	}
	stopped, stop := context.WithCancel(t.Context())
	time.AfterFunc(50*time.Millisecond, stop)
	if _, err := hanging.Check(stopped); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
}
