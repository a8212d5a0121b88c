// Holds files open as Acrobat and antivirus programs do: others may read them, nobody may
// write, rename or remove them; behind -x nobody may read them either. -c holds the clipboard, as
// programs do that look at what is copied. It says "held" and holds all until its input ends.
#include <stdio.h>
#include <windows.h>

int wmain(int argc, wchar_t **argv) {
	DWORD share = FILE_SHARE_READ;
	for (int i = 1; i < argc; i++)
		if (wcscmp(argv[i], L"-x") == 0) share = 0;
		else if (wcscmp(argv[i], L"-c") == 0) { if (!OpenClipboard(GetDesktopWindow())) return 1; }
		else if (CreateFileW(argv[i], GENERIC_READ, share, NULL, OPEN_EXISTING, 0, NULL) == INVALID_HANDLE_VALUE) return 1;
	puts("held");
	fflush(stdout);
	while (getchar() != EOF) {}
	return 0;
}
