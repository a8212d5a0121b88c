"""Reads a PDF with a library: readers.py LIBRARY text|find FILE

"find" takes words from standard input, one a line, and prints those that a
search finds. Libraries without a search of their own have only "text".
"""

import pathlib
import sys


def poppler(file):
    """poppler as Evince calls it."""
    import gi

    gi.require_version("Poppler", "0.18")
    from gi.repository import Poppler

    pdf = Poppler.Document.new_from_file(pathlib.Path(file).resolve().as_uri(), None)
    pages = [pdf.get_page(n) for n in range(pdf.get_n_pages())]
    over_lines = Poppler.FindFlags.MULTILINE
    for page in pages:
        yield page.get_text(), lambda word, page=page: page.find_text_with_options(word, over_lines)


def pdfium(file):
    """PDFium, of Chrome."""
    import pypdfium2

    for page in pypdfium2.PdfDocument(file):
        text = page.get_textpage()
        yield text.get_text_range(), lambda word, text=text: text.search(word).get_next()


def pymupdf(file):
    """MuPDF's newest."""
    import pymupdf

    for page in pymupdf.open(file):
        yield page.get_text(), page.search_for


def pypdf(file):
    """pypdf, which has no search."""
    import pypdf

    for page in pypdf.PdfReader(file).pages:
        yield page.extract_text(), None


def pdfminer(file):
    """pdfminer.six, which has none either."""
    from pdfminer.high_level import extract_text

    yield extract_text(file), None


def main(library, what, file):
    pages = list(globals()[library](file))
    if what == "text":
        print("\n".join(text for text, _ in pages))
        return
    for word in sys.stdin.read().split("\n"):
        if word and any(find(word) for _, find in pages):
            print(word)


main(*sys.argv[1:])
