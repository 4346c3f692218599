"""Writes a folder as .zip and .tar.gz beside it, with the same bytes for the same content: sorted, one time, one owner.

    archive.py FOLDER
"""
import gzip
import os
import sys
import tarfile
import zipfile

# The first moment that a zip can tell, 1980, as seconds and as its own tuple; no reader cares.
SECONDS, MOMENT = 315532800, (1980, 1, 1, 0, 0, 0)


def files(folder):
    for at, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            yield os.path.join(at, name)


def mode(path):
    return 0o755 if os.access(path, os.X_OK) else 0o644


def main(folder):
    root = os.path.dirname(folder)
    with zipfile.ZipFile(folder + ".zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for path in files(folder):
            entry = zipfile.ZipInfo(os.path.relpath(path, root), MOMENT)
            entry.compress_type = zipfile.ZIP_STORED if path.endswith(".jar") else zipfile.ZIP_DEFLATED
            entry.external_attr = (0o100000 | mode(path)) << 16
            entry.create_system = 3
            with open(path, "rb") as content:
                archive.writestr(entry, content.read())
    with open(folder + ".tar.gz", "wb") as out, gzip.GzipFile("", "wb", 6, out, SECONDS) as packed, \
            tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for path in files(folder):
            entry = tarfile.TarInfo(os.path.relpath(path, root))
            entry.size, entry.mtime, entry.mode = os.path.getsize(path), SECONDS, mode(path)
            with open(path, "rb") as content:
                archive.addfile(entry, content)


main(os.path.abspath(sys.argv[1]))
