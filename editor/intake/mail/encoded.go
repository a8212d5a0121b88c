package mail

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/quotedprintable"
	"net/textproto"
	"strconv"
	"strings"

	"communique/editor/intake/layout"
	"communique/editor/regexp"
)

// enriched is the kind of text that came before web pages did (RFC 1896).
const enriched = "text/enriched"

// kindOf is the kind of a part, and its parameters. One that is written wrong has its kind, and old programs say less than
// a kind.
func kindOf(header textproto.MIMEHeader) (kind string, parameters map[string]string) {
	given := header.Get("Content-Type")
	kind, parameters, err := mime.ParseMediaType(given)
	if err != nil && kind == "" {
		kind, _, _ = strings.Cut(given, ";")
		kind = strings.ToLower(strings.TrimSpace(kind))
		if m := charsetIn.FindStringSubmatch(given); m != nil {
			parameters = map[string]string{"charset": m[1]}
		}
	}
	switch kind {
	case "html":
		kind = "text/html"
	case "", "text":
		kind = "text/plain"
	}
	return kind, parameters
}

// charsetIn is the charset in parameters that are written wrong.
var charsetIn = regexp.MustCompile(`(?i);\s*charset\s*=\s*"?([\w.:-]+)`)

// isSignature tells what only vouches for the other parts of a letter.
func isSignature(kind string) bool {
	return kind == "application/pgp-signature" || kind == "application/pkcs7-signature" || kind == "application/x-pkcs7-signature"
}

// delimiter is a line that a part begins behind, with a field or with none.
var delimiter = regexp.MustCompile(`(?m)^--(\S(?:[^\r\n]{0,68}\S)?)[ \t]*\r?\n(?:[A-Za-z-]+:|\r?\n)`)

// boundaryOf finds what parts the parts of a letter that does not say it, and gives its body again.
func boundaryOf(body io.Reader) (boundary string, again io.Reader) {
	data, _ := io.ReadAll(body) // as much of it as there is
	if m := delimiter.FindSubmatch(data); m != nil {
		boundary = string(m[1])
	}
	return boundary, bytes.NewReader(data)
}

// words are how a text begins that is none in base64, whatever its head says.
var words = regexp.MustCompile(`^\s*\S+[ \t]+\S`)

// longestLine is more than a line of base64 takes, in bytes (RFC 2045 has 76).
const longestLine = 1000

// decodedFrom reads a body as its head says that it is written. With an error it is cut.
func decodedFrom(encoding string, body io.Reader) ([]byte, error) {
	if strings.EqualFold(strings.TrimSpace(encoding), "quoted-printable") {
		body = quotedprintable.NewReader(body)
	}
	data, err := io.ReadAll(body)
	if err != nil {
		return data, err
	}
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "base64":
		if !words.Match(data[:min(len(data), longestLine)]) { // what is shorter is all there is
			return fromBase64(data)
		}
	case "x-uuencode", "uuencode", "x-uue":
		if m := writtenOut.FindSubmatch(data); m != nil {
			return fromUU(m[1]), nil
		}
	}
	return data, nil
}

// fromBase64 decodes lines, and pieces that were written one behind the other.
func fromBase64(text []byte) (data []byte, err error) {
	var piece []byte
	decode := func() {
		piece = bytes.TrimRight(piece, "=")
		out := make([]byte, base64.RawStdEncoding.DecodedLen(len(piece)))
		n, wrong := base64.RawStdEncoding.Decode(out, piece)
		data, piece, err = append(data, out[:n]...), piece[:0], wrong
	}
	for line := range bytes.Lines(text) {
		line = bytes.TrimSpace(line)
		if piece = append(piece, line...); bytes.HasSuffix(line, []byte("=")) {
			if decode(); err != nil {
				return data, err
			}
		}
	}
	decode()
	return data, err
}

// writtenOut is a file that old programs write out in the text of a letter (uuencode, POSIX).
var writtenOut = regexp.MustCompile("(?m)^begin [0-7]{3,4} [^\\s][^\\r\\n]*\\r?\\n((?:[ -`]{1,80}\\r?\\n)*?)[ `]?\\r?\\n?end[ \\t]*\\r?$")

// withoutFiles takes the files out of a text that are written out in it.
func (r *reader) withoutFiles(content string) string {
	if !strings.Contains(content, "begin ") {
		return content
	}
	return writtenOut.ReplaceAllStringFunc(content, func(text string) string {
		if data := fromUU(writtenOut.FindSubmatch([]byte(text))[1]); layout.IsPicture(data) {
			r.files = append(r.files, file{data: data})
		} else {
			r.lost++
		}
		return ""
	})
}

// fromUU decodes lines whose first letter says how many bytes they have, each three of which are four letters.
func fromUU(text []byte) (data []byte) {
	for line := range bytes.Lines(text) {
		line = bytes.TrimRight(line, "\r\n")
		if len(line) == 0 {
			continue
		}
		n := int(line[0]-' ') & 0x3f
		var out []byte
		for at := 1; at < len(line); at += 4 {
			var four [4]byte
			copy(four[:], "    ")
			copy(four[:], line[at:])
			bits := 0
			for _, c := range four {
				bits = bits<<6 | int(c-' ')&0x3f
			}
			out = append(out, byte(bits>>16), byte(bits>>8), byte(bits))
		}
		data = append(data, out[:min(n, len(out))]...)
	}
	return data
}

// command is one of enriched text, or the sign that begins one.
var command = regexp.MustCompile(`(?is)<<|<param>.*?</param>|</?[a-z-]{1,60}>`)

// unenriched is enriched text without its commands: a line's end alone is a space, and of more one is none.
func unenriched(content string) string {
	content = command.ReplaceAllStringFunc(strings.ReplaceAll(content, "\r\n", "\n"), func(c string) string {
		if c == "<<" {
			return "<"
		}
		return ""
	})
	var b strings.Builder
	for content != "" {
		n := len(content) - len(strings.TrimLeft(content, "\n"))
		if n == 1 {
			b.WriteByte(' ')
		} else if n > 1 {
			b.WriteString(strings.Repeat("\n", n-1))
		}
		content = content[n:]
		line, _, _ := strings.Cut(content, "\n")
		b.WriteString(line)
		content = content[len(line):]
	}
	return b.String()
}

// flowed joins the lines that a space at their end says go on, each within its quotation (RFC 3676); together leaves none of
// these spaces.
func flowed(content string, together bool) string {
	var b strings.Builder
	goesOn, around := false, ""
	for i, line := range strings.Split(content, "\n") {
		line = strings.TrimSuffix(line, "\r")
		quoted := line[:len(line)-len(strings.TrimLeft(line, ">"))]
		line = strings.TrimPrefix(line[len(quoted):], " ") // stuffed
		if !goesOn || quoted != around {
			if i > 0 {
				b.WriteByte('\n')
			}
			if b.WriteString(quoted); quoted != "" {
				b.WriteByte(' ')
			}
		}
		goesOn, around = strings.HasSuffix(line, " ") && line != "-- ", quoted
		if goesOn && together {
			line = line[:len(line)-1]
		}
		b.WriteString(line)
	}
	return b.String()
}

// counted is the first line of a letter that Apple's Mail keeps: how many bytes it has.
var counted = regexp.MustCompile(`^\s*(\d{1,9}) *\r?\n`)

// unwrapped is a letter of Apple's Mail without what that program says of it.
func unwrapped(data []byte) []byte {
	m := counted.FindSubmatch(data[:min(len(data), 100)])
	if m == nil {
		return data
	}
	n, _ := strconv.Atoi(string(m[1])) // it is digits
	return data[len(m[0]):min(len(data), len(m[0])+n)]
}
