"""A photo of a thumbprint or a signature, a recorded voice: what proves a consent (ltsa/uploads reads it)."""

from ltsa.uploads import ENDINGS, PHOTO, VOICE, CleanFile, Limits, read_upload

__all__ = ["ENDINGS", "PHOTO", "VOICE", "Proof", "read_proof"]

Proof = CleanFile
LIMITS = Limits({PHOTO: 3 * 1024 * 1024, VOICE: 5 * 1024 * 1024})


def read_proof(upload) -> Proof:
    """What was handed in, made safe. Raises ValidationError that says what is wrong; nothing is kept then."""
    return read_upload(upload, LIMITS)
