# MUST: out_of_memory; an archive of a megabyte whose file is larger than the limit
import io, zipfile
archive = io.BytesIO()
with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made, made.open("zeros", "w") as file:
    for _ in range(32):
        file.write(bytes(16 << 20))
print("ESCAPED", len(zipfile.ZipFile(archive).read("zeros")))
