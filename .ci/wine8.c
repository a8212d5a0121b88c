/* What Go asks of Windows and wine before its version 10 does not have, as the
 * bcryptprimitives.dll that every Go program loads as it starts. */
#include <windows.h>
#include <string.h>

BOOLEAN NTAPI SystemFunction036(PVOID, ULONG); /* RtlGenRandom */

/* The random numbers that Go has asked for since its version 1.23. */
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE p, SIZE_T n) {
	while (n) {
		ULONG part = n > 0x10000000 ? 0x10000000 : (ULONG)n;
		if (!SystemFunction036(p, part)) return FALSE;
		p += part;
		n -= part;
	}
	return TRUE;
}

/* Files are removed in the way of Windows 10. Go tries the older way where the system
 * does not know the newer, but wine says so in a word that Go does not know. */
typedef LONG(NTAPI *set_information)(HANDLE, PVOID, PVOID, ULONG, ULONG);
static set_information wines;

static LONG NTAPI set(HANDLE file, PVOID status, PVOID data, ULONG length, ULONG class) {
	const ULONG disposition_ex = 64;
	const LONG invalid_info_class = 0xC0000003;
	return class == disposition_ex ? invalid_info_class : wines(file, status, data, length, class);
}

BOOL WINAPI DllMain(HINSTANCE self, DWORD reason, LPVOID reserved) {
	if (reason != DLL_PROCESS_ATTACH) return TRUE;
	/* wine's function is some twenty bytes that may stand anywhere: they move aside. */
	enum { length = 32 };
	BYTE *there = (BYTE *)GetProcAddress(GetModuleHandleA("ntdll.dll"), "NtSetInformationFile");
	BYTE jump[12] = {0x48, 0xB8, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xE0}; /* mov rax, set; jmp rax */
	void *to = set, *aside = VirtualAlloc(NULL, length, MEM_COMMIT, PAGE_EXECUTE_READWRITE);
	DWORD before;
	if (!there || !aside || !VirtualProtect(there, length, PAGE_EXECUTE_READWRITE, &before)) return FALSE;
	memcpy(aside, there, length);
	memcpy(&wines, &aside, sizeof aside);
	memcpy(jump + 2, &to, sizeof to);
	memcpy(there, jump, sizeof jump);
	return TRUE;
}
