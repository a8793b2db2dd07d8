"""A ZIP that hides behind another file."""


def holds_archive(content: bytes) -> bool:
    """The end of a ZIP's directory, with a comment that reaches exactly to the end."""
    at = content.rfind(b"PK\x05\x06", -(22 + 65535))
    return at >= 0 and at + 22 + int.from_bytes(content[at + 20 : at + 22], "little") == len(
        content
    )
