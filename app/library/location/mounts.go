package location

import (
	"bufio"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
)

// networks are the file systems of Linux that lie on another computer, and what people call
// them. Those of FUSE are named by their program: a disk of Windows is reached through it too.
var networks = map[string]string{
	"nfs": "NFS", "nfs4": "NFS", "cifs": "SMB", "smb3": "SMB", "smbfs": "SMB", "9p": "9P", "afs": "AFS", "ceph": "Ceph", "lustre": "Lustre", "glusterfs": "GlusterFS",
	"davfs": "WebDAV", "vboxsf": "VirtualBox", "prl_fs": "Parallels", "ncpfs": "NCP", "coda": "Coda",
	"fuse.sshfs": "SSHFS", "fuse.davfs": "WebDAV", "fuse.rclone": "rclone", "fuse.glusterfs": "GlusterFS", "fuse.ceph": "Ceph", "fuse.s3fs": "S3",
	"fuse.gvfsd-fuse": "GVfs", "fuse.kio-fuse": "KIO", "fuse.smbnetfs": "SMB", "fuse.vmhgfs-fuse": "VMware", "fuse.google-drive-ocamlfuse": "Google Drive", "fuse.onedriver": "OneDrive", "fuse.curlftpfs": "FTP",
}

// networkIn returns through what file system of another computer a folder is reached, after
// Linux's list of mounts (proc(5), mountinfo); "" where it is on a disk of this one. The list is
// read rather than the file system asked: a server that is gone keeps one waiting.
func networkIn(mounts io.Reader, dir string) string {
	at, kind := "", ""
	lines := bufio.NewScanner(mounts)
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		dash := slices.Index(fields, "-")
		if len(fields) < 5 || dash < 0 || dash+1 >= len(fields) {
			continue
		}
		point := unescaped(fields[4])
		if len(point) >= len(at) && within(dir, point) { // what was mounted last hides what was before
			at, kind = point, fields[dash+1]
		}
	}
	return networks[kind]
}

// unmountedIn reports whether a folder is to lie on a disk of another computer, after Linux's list of what is to be
// mounted (fstab(5)), and that is not among what is.
func unmountedIn(planned, mounts io.Reader, dir string) bool {
	mounted := map[string]bool{}
	for lines := bufio.NewScanner(mounts); lines.Scan(); {
		if fields := strings.Fields(lines.Text()); len(fields) >= 5 {
			mounted[unescaped(fields[4])] = true
		}
	}
	for lines := bufio.NewScanner(planned); lines.Scan(); {
		fields := strings.Fields(lines.Text())
		if len(fields) < 3 || strings.HasPrefix(fields[0], "#") || networks[fields[2]] == "" {
			continue
		}
		if point := path.Clean(unescaped(fields[1])); !mounted[point] && within(dir, point) {
			return true
		}
	}
	return false
}

func within(dir, point string) bool {
	return dir == point || point == "/" || strings.HasPrefix(dir, point+"/")
}

// unescaped undoes how the list writes spaces, tabs, newlines and backslashes: \040.
func unescaped(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] == '\\' && i+3 < len(text) {
			if code, err := strconv.ParseUint(text[i+1:i+4], 8, 8); err == nil {
				b.WriteByte(byte(code))
				i += 3
				continue
			}
		}
		b.WriteByte(text[i])
	}
	return b.String()
}
