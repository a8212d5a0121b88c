// Gives the program's window another scale, as Windows does when it is moved to a monitor that
// has one: scale DPI LEFT TOP RIGHT BOTTOM. wine has one scale for all, so that what tells a
// monitor's, GetDpiForMonitor, is written over in the program, and the window told.
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>
#include <tlhelp32.h>

// there is where code of this process lies in another one.
static void *there(DWORD pid, void *here) {
	HMODULE module;
	wchar_t path[MAX_PATH];
	MODULEENTRY32W entry = {sizeof entry};
	HANDLE modules = CreateToolhelp32Snapshot(TH32CS_SNAPMODULE, pid);
	if (!GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS, here, &module) || !GetModuleFileNameW(module, path, MAX_PATH)) return NULL;
	for (BOOL more = Module32FirstW(modules, &entry); more; more = Module32NextW(modules, &entry))
		if (_wcsicmp(entry.szExePath, path) == 0) return entry.modBaseAddr + ((BYTE *)here - (BYTE *)module);
	return NULL;
}

int wmain(int argc, wchar_t **argv) {
	HWND window = NULL;
	while ((window = FindWindowExW(NULL, window, L"GLFW30", NULL)) && !IsWindowVisible(window)) {}
	DWORD pid = 0, dpi = argc == 6 ? _wtoi(argv[1]) : 0, before;
	if (!dpi || !GetWindowThreadProcessId(window, &pid)) return 1;
	HANDLE program = OpenProcess(PROCESS_ALL_ACCESS, FALSE, pid);
	void *tells = there(pid, GetProcAddress(LoadLibraryA("shcore.dll"), "GetDpiForMonitor"));
	unsigned char code[] = {
		0x41, 0xc7, 0x00, dpi, dpi >> 8, 0, 0, // mov dword [r8], dpi
		0x41, 0xc7, 0x01, dpi, dpi >> 8, 0, 0, // mov dword [r9], dpi
		0x31, 0xc0, 0xc3,                      // xor eax, eax; ret
	};
	if (!tells || !VirtualProtectEx(program, tells, sizeof code, PAGE_EXECUTE_READWRITE, &before) || !WriteProcessMemory(program, tells, code, sizeof code, NULL)) return 2;
	RECT place = {_wtoi(argv[2]), _wtoi(argv[3]), _wtoi(argv[4]), _wtoi(argv[5])};
	void *suggested = VirtualAllocEx(program, NULL, sizeof place, MEM_COMMIT, PAGE_READWRITE);
	if (!suggested || !WriteProcessMemory(program, suggested, &place, sizeof place, NULL)) return 3;
	SendMessageW(window, WM_DPICHANGED, MAKEWPARAM(dpi, dpi), (LPARAM)suggested);
	return 0;
}
