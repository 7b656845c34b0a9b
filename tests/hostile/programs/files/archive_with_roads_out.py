# MUST: finished; an archive that unpacks to elsewhere
import io, tarfile, zipfile
packed = io.BytesIO()
with tarfile.open(fileobj=packed, mode="w") as tar:
    link = tarfile.TarInfo("out")
    link.type, link.linkname = tarfile.SYMTYPE, "@@HOME@@"
    tar.addfile(link)
    for name in ("out/@@MARK@@", "@@HOME@@/@@MARK@@", "../" * 12 + "tmp/@@MARK@@"):
        entry = tarfile.TarInfo(name)
        entry.size = 5
        tar.addfile(entry, io.BytesIO(b"tar's"))
for number in range(4):
    packed.seek(0)
    with tarfile.open(fileobj=packed) as tar:
        try:
            tar.extract(tar.getmembers()[number], ".", filter="fully_trusted")
        except OSError:
            continue
for name in ("out", "out/@@MARK@@", "@@HOME@@/@@MARK@@", "/tmp/@@MARK@@"):
    attempt(name, lambda: os.lstat(name))
zipped = io.BytesIO()
with zipfile.ZipFile(zipped, "w") as archive:
    archive.writestr("../../../tmp/@@MARK@@", "zip's")
attempt("zip", lambda: zipfile.ZipFile(zipped).extractall("/tmp"))
