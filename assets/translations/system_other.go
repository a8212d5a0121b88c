//go:build !windows

package translations

import "syscall"

// ownErrors are those of Unix (errno(3)).
var ownErrors = []systemError{
	{syscall.EDQUOT, "error-disk-full"},
	{syscall.ENAMETOOLONG, "error-name-long"},
	{syscall.ELOOP, "error-link-circle"},
	{syscall.ESTALE, "error-unreachable"},
	{syscall.ENOTCONN, "error-unreachable"},
	{syscall.EHOSTDOWN, "error-unreachable"},
}
