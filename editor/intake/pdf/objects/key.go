package objects

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5" //nolint:gosec // the format's own
	"crypto/rc4" //nolint:gosec // the format's own
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
)

// key opens a file that everybody may read, and that is locked against changes: its password is empty
// (7.6.3).
type key struct {
	bytes  []byte
	aes    bool
	one    bool // it is the key of each object, which otherwise has its own
	opened bool // nothing is locked with it
}

// padding fills up passwords.
const padding = "\x28\xbf\x4e\x5e\x4e\x75\x8a\x41\x64\x00\x4e\x56\xff\xfa\x01\x08\x2e\x2e\x00\xb6\xd0\x68\x3e\x80\x2f\x0c\xa9\xfe\x64\x53\x69\x7a"

// unlock makes the key of the empty password. ErrPassword says that it needs another.
func (f *File) unlock(encrypt Dict, id String) (*key, error) {
	version, revision := f.integer(encrypt["V"]), f.integer(encrypt["R"])
	k := &key{aes: version == 5, one: version == 5}
	if version >= 4 {
		filters := f.Dict(encrypt["CF"])
		switch f.Name(f.Dict(filters[f.Name(encrypt["StmF"])])["CFM"]) {
		case "AESV2", "AESV3":
			k.aes = true
		case "V2":
		default:
			k.opened = true
		}
	}
	user := f.bytes(encrypt["U"])
	if f.Name(encrypt["Filter"]) != "Standard" || version < 1 || version == 3 || version > 5 || len(user) < 32 {
		return nil, ErrPassword
	}
	if version == 5 {
		return k, k.newer(revision, user, f.bytes(encrypt["UE"]))
	}
	k.bytes = f.older(encrypt, version, revision, id)
	return k, k.fits(revision, user, id)
}

func (f *File) integer(object any) int {
	n, _ := f.Number(object)
	return int(n)
}

func (f *File) bytes(object any) []byte {
	s, _ := f.Resolve(object).(String)
	return []byte(s)
}

// older makes the key of up to 128 bits (algorithm 2).
func (f *File) older(encrypt Dict, version, revision int, id String) []byte {
	length := 5
	if revision >= 3 {
		length = 16
		if n := f.integer(encrypt["Length"]); version < 4 && n >= 40 && n <= 128 {
			length = n / 8
		}
	}
	hash := md5.New() //nolint:gosec // the format's own
	hash.Write([]byte(padding))
	hash.Write(f.bytes(encrypt["O"]))
	_ = binary.Write(hash, binary.LittleEndian, int32(f.integer(encrypt["P"]))) //nolint:gosec // 32 bits, written with or without a sign
	hash.Write([]byte(id))
	if plain, is := f.Resolve(encrypt["EncryptMetadata"]).(bool); revision >= 4 && is && !plain {
		hash.Write([]byte("\xff\xff\xff\xff"))
	}
	made := hash.Sum(nil)
	if revision >= 3 {
		for range 50 {
			next := md5.Sum(made[:length]) //nolint:gosec // the format's own
			made = next[:]
		}
	}
	return made[:length]
}

// fits tells whether the key is that of the user's password (algorithms 4 to 6).
func (k *key) fits(revision int, user []byte, id String) error {
	if revision == 2 {
		if !bytes.Equal(arc4(k.bytes, []byte(padding)), user[:32]) {
			return ErrPassword
		}
		return nil
	}
	sum := md5.Sum([]byte(padding + string(id))) //nolint:gosec // the format's own
	said := sum[:]
	for i := range byte(20) {
		turned := bytes.Clone(k.bytes)
		for n := range turned {
			turned[n] ^= i
		}
		said = arc4(turned, said)
	}
	if !bytes.Equal(said, user[:16]) {
		return ErrPassword
	}
	return nil
}

// newer makes the key of 256 bits (ISO 32000-2, 7.6.4.3.3).
func (k *key) newer(revision int, user, locked []byte) error {
	if len(user) < 48 || len(locked) < 32 {
		return ErrPassword
	}
	hash := func(salt []byte) []byte {
		if revision < 6 {
			sum := sha256.Sum256(salt)
			return sum[:]
		}
		return hardened(salt)
	}
	if !bytes.Equal(hash(user[32:40]), user[:32]) {
		return ErrPassword
	}
	block, err := aes.NewCipher(hash(user[40:48]))
	if err != nil {
		return ErrPassword
	}
	k.bytes = make([]byte, 32)
	cipher.NewCBCDecrypter(block, make([]byte, aes.BlockSize)).CryptBlocks(k.bytes, locked[:32])
	return nil
}

// hardened is the hash of the empty password that takes some time (algorithm 2.B).
func hardened(salt []byte) []byte {
	sum := sha256.Sum256(salt)
	k := sum[:]
	for round := 0; ; round++ {
		block, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		e := bytes.Repeat(k, 64)
		cipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(e, e)
		rest := 0
		for _, b := range e[:16] {
			rest += int(b)
		}
		switch rest % 3 {
		case 0:
			next := sha256.Sum256(e)
			k = next[:]
		case 1:
			next := sha512.Sum384(e)
			k = next[:]
		default:
			next := sha512.Sum512(e)
			k = next[:]
		}
		if round >= 63 && int(e[len(e)-1]) <= round-32 {
			return k[:32]
		}
	}
}

func arc4(key, data []byte) []byte {
	c, err := rc4.NewCipher(key) //nolint:gosec // the format's own
	if err != nil {
		return nil
	}
	opened := make([]byte, len(data))
	c.XORKeyStream(opened, data)
	return opened
}

// open returns an object with what is locked in it open.
func (k *key) open(object any, of Ref) any {
	switch object := object.(type) {
	case String:
		return String(k.unlocked([]byte(object), of))
	case Array:
		for i := range object {
			object[i] = k.open(object[i], of)
		}
	case Dict:
		for name := range object {
			object[name] = k.open(object[name], of)
		}
	case *Stream:
		if object.Dict["Type"] != Name("XRef") {
			k.open(object.Dict, of)
			return &Stream{object.Dict, k.unlocked(object.raw, of)}
		}
	}
	return object
}

func (k *key) unlocked(data []byte, of Ref) []byte {
	if k.opened {
		return data
	}
	own := k.bytes
	if !k.one {
		own = append(bytes.Clone(own), byte(of.Number), byte(of.Number>>8), byte(of.Number>>16), byte(of.Generation), byte(of.Generation>>8)) //nolint:gosec // the lowest bytes
		if k.aes {
			own = append(own, "sAlT"...)
		}
		sum := md5.Sum(own) //nolint:gosec // the format's own
		own = sum[:min(len(k.bytes)+5, 16)]
	}
	if !k.aes {
		return arc4(own, data)
	}
	block, err := aes.NewCipher(own)
	if err != nil || len(data) < 2*aes.BlockSize {
		return nil
	}
	body := bytes.Clone(data[aes.BlockSize : len(data)-len(data)%aes.BlockSize])
	cipher.NewCBCDecrypter(block, data[:aes.BlockSize]).CryptBlocks(body, body)
	if pad := int(body[len(body)-1]); pad <= aes.BlockSize {
		body = body[:len(body)-pad]
	}
	return body
}
