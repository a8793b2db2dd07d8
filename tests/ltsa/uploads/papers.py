"""Papers made by hand, byte for byte: what a PDF of a stranger may look like."""

import zlib


def pdf(*extra: bytes, catalog: bytes = b"", trailer: bytes = b"", tail: bytes = b"") -> bytes:
    """One empty page; `extra` are further objects from number 4 on."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R " + catalog + b" >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
        *extra,
    ]
    body, places = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", []
    for number, words in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, words)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n"
    return body + table + end % (len(objects) + 1, trailer, len(body)) + tail


def stream(words: bytes, about: bytes = b"") -> bytes:
    packed = zlib.compress(words)
    head = b"<< /Length %d /Filter /FlateDecode %s >>" % (len(packed), about)
    return head + b"\nstream\n" + packed + b"\nendstream"


def pack(*objects: bytes) -> bytes:
    """An object stream (PDF 1.5) that holds these, numbered from 20."""
    heads, body = b"", b""
    for number, words in enumerate(objects, 20):
        heads += b"%d %d " % (number, len(body))
        body += words + b" "
    return stream(heads + body, b"/Type /ObjStm /N %d /First %d" % (len(objects), len(heads)))
