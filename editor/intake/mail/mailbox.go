package mail

import "bytes"

// from begins the line of a mailbox that a letter stands below.
const from = "From "

// Letters returns the letters of a mailbox that has several; nil for what is none, or of one.
func Letters(data []byte) [][]byte {
	data = bytes.TrimLeft(data, "\r\n")
	var begins []int
	for at := 0; bytes.HasPrefix(data[at:], []byte(from)); {
		_, letter, _ := bytes.Cut(data[at:], []byte("\n"))
		before := data[:at]
		apart := at == 0 || bytes.HasSuffix(before, []byte("\n\n")) || bytes.HasSuffix(before, []byte("\n\r\n"))
		if apart && field.Match(letter[:min(len(letter), longestLine)]) {
			begins = append(begins, at)
		}
		next := bytes.Index(data[at:], []byte("\n"+from))
		if next < 0 {
			break
		}
		at += next + 1
	}
	if len(begins) < 2 || begins[0] != 0 {
		return nil
	}
	var letters [][]byte
	for i, begin := range begins {
		end := len(data)
		if i+1 < len(begins) {
			end = begins[i+1]
		}
		letters = append(letters, ofMailbox(data[begin:end]))
	}
	return letters
}

// ofMailbox is a letter without its line, and with lines as they were that would otherwise begin another (RFC 4155).
func ofMailbox(data []byte) []byte {
	_, letter, _ := bytes.Cut(data, []byte("\n"))
	return bytes.ReplaceAll(letter, []byte("\n>"+from), []byte("\n"+from))
}
