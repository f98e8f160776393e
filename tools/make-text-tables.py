#!/usr/bin/env python3
"""Writes src/Lucarne.Wan/Prompts/text-tables.txt: what prompt cleaning needs of Unicode, HTML and old code pages.

The product runs with invariant globalization, where .NET normalises ASCII alone, so the canonical forms come from this table.
Run again for a newer Unicode version: python3 tools/make-text-tables.py
"""
import html
import html.entities
import pathlib
import sys
import unicodedata

PAGES = ["latin-1", "windows-1252", "windows-1251", "windows-1250", "windows-1253", "windows-1254", "windows-1257", "iso-8859-2", "macroman", "cp437"]


def codes(text):
    return " ".join(f"{ord(c):X}" for c in text)


def main():
    out = [f"# Unicode {unicodedata.unidata_version}; written by tools/make-text-tables.py"]
    for i in range(sys.maxunicode + 1):
        if 0xD800 <= i <= 0xDFFF or 0xAC00 <= i <= 0xD7A3:
            continue
        c = chr(i)
        decomposed = unicodedata.decomposition(c)
        if decomposed and not decomposed.startswith("<"):
            composes = unicodedata.normalize("NFC", "".join(chr(int(p, 16)) for p in decomposed.split())) == c
            parts = " ".join(f"{int(p, 16):X}" for p in decomposed.split())
            out.append(f"{'composes' if composes and ' ' in parts else 'decomposes'} {i:X} {parts}")
        if unicodedata.combining(c):
            out.append(f"class {i:X} {unicodedata.combining(c)}")
    for i in [0x3000, *range(0xFF01, 0xFFF0)]:
        wide = unicodedata.normalize("NFKC", chr(i))
        if wide != chr(i):
            out.append(f"width {i:X} {codes(wide)}")
    for name, value in sorted(html.entities.html5.items()):
        out.append(f"entity {name} {codes(value)}")
        if name.endswith(";") and name == name.lower():
            upper = name.upper()
            if html.unescape("&" + upper) == "&" + upper:
                out.append(f"capitals {upper} {codes(value.upper())}")
    for page in PAGES:
        row = []
        for byte in range(0x80, 0x100):
            try:
                row.append(f"{ord(bytes([byte]).decode(page)):X}")
            except UnicodeDecodeError:
                row.append("-")
        out.append(f"page {page} {' '.join(row)}")
    path = pathlib.Path(__file__).resolve().parent.parent / "src/Lucarne.Wan/Prompts/text-tables.txt"
    path.write_text("\n".join(out) + "\n", encoding="ascii")
    print(f"{path.name}: {len(out)} lines, {path.stat().st_size} bytes")


main()
