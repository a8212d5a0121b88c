package translations

import "golang.org/x/sys/windows"

// ownErrors are those of Windows, the nearest first: a share that is gone is to Go a file
// that is missing (Microsoft, "System Error Codes").
var ownErrors = []systemError{
	{windows.ERROR_SHARING_VIOLATION, "error-file-busy"},
	{windows.ERROR_LOCK_VIOLATION, "error-file-busy"},
	{windows.ERROR_USER_MAPPED_FILE, "error-file-busy"},
	{windows.ERROR_DISK_FULL, "error-disk-full"},
	{windows.ERROR_HANDLE_DISK_FULL, "error-disk-full"},
	{windows.ERROR_INVALID_NAME, "error-file-name"},
	{windows.ERROR_BAD_PATHNAME, "error-file-name"},
	{windows.ERROR_FILENAME_EXCED_RANGE, "error-name-long"},
	{windows.ERROR_CANT_RESOLVE_FILENAME, "error-link-circle"},
	{windows.ERROR_WRITE_PROTECT, "error-read-only"},
	{windows.ERROR_DIRECTORY, "error-no-folder"},
	{windows.ERROR_NOT_READY, "error-unreachable"},
	{windows.ERROR_BAD_NETPATH, "error-unreachable"},
	{windows.ERROR_BAD_NET_NAME, "error-unreachable"},
	{windows.ERROR_NETNAME_DELETED, "error-unreachable"},
	{windows.ERROR_DEV_NOT_EXIST, "error-unreachable"},
	{windows.ERROR_UNEXP_NET_ERR, "error-unreachable"},
	{windows.ERROR_SEM_TIMEOUT, "error-unreachable"},
	{windows.ERROR_NETWORK_UNREACHABLE, "error-unreachable"},
}
