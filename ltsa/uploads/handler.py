"""How an upload travels: in memory and never through a file of the server, and never more than a form may hold.

What is too large is counted and thrown away while it comes; of a body that no form of the house could send, the head
alone is read (the fields stand before the file), so that the form comes back with all that was typed.
"""

import io

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http.multipartparser import MultiPartParser

MOST_KEPT = 16 * 1024 * 1024  # bytes of all files of one form together
MOST_BODY = 48 * 1024 * 1024  # above it the rest is not even read
HEAD = 256 * 1024


class NotKept(UploadedFile):
    """A file of which the size is known and nothing is kept. Whoever reads it to weigh it finds it too large."""

    def __init__(self, name: str, field_name: str, size: int):
        super().__init__(io.BytesIO(), name, "", size)
        self.field_name = field_name

    def read(self, size: int = -1) -> bytes:
        weighs = self.size or 0
        return b"\0" * (min(size, weighs) if size >= 0 else min(weighs, MOST_KEPT + 1))


class WeighedUpload(MemoryFileUploadHandler):
    kept, large, said = 0, False, 0

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):
        self.activated = True
        if content_length <= MOST_BODY:
            return None
        start = io.BytesIO(input_data.read(HEAD) + b"\r\n--" + boundary + b"--\r\n")
        return MultiPartParser(META, start, [_HeadOnly(content_length)], encoding).parse()

    def new_file(self, *args, **kwargs):
        self.large = False
        return super().new_file(*args, **kwargs)

    def receive_data_chunk(self, raw_data, start):
        self.kept += len(raw_data)
        if self.kept > MOST_KEPT:
            self.large = True
            self.file = io.BytesIO()
            return
        super().receive_data_chunk(raw_data, start)

    def file_complete(self, file_size):
        if self.large:
            return NotKept(self.file_name, self.field_name, max(file_size, self.said))
        return super().file_complete(file_size)


class _HeadOnly(WeighedUpload):
    """Keeps no byte of any file; its size is what the body said."""

    def __init__(self, size: int):
        super().__init__()
        self.kept, self.said = MOST_KEPT, size

    def handle_raw_input(self, *args, **kwargs):
        self.activated = True
