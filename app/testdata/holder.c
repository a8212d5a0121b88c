// Holds files open as Acrobat and antivirus programs do: others may read them, nobody may
// write, rename or remove them. It says "held" and holds them until its input ends.
#include <stdio.h>
#include <windows.h>

int wmain(int argc, wchar_t **argv) {
	for (int i = 1; i < argc; i++)
		if (CreateFileW(argv[i], GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL) == INVALID_HANDLE_VALUE) return 1;
	puts("held");
	fflush(stdout);
	while (getchar() != EOF) {}
	return 0;
}
