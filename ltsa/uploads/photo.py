"""A photo, drawn anew: the picture alone, upright, no larger than it must be, as a JPEG."""

import io

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

JPEG = "image/jpeg"
# A JPEG is made smaller while it is read; a PNG stands whole in the memory, and no camera writes one.
MOST_PIXELS, MOST_OF_PNG = 40_000_000, 15_000_000


def draw_anew(content: bytes, longest_side: int) -> bytes:
    """Raises ValidationError (wide, broken)."""
    box = (longest_side, longest_side)
    try:
        with Image.open(io.BytesIO(content), formats=["JPEG", "PNG"]) as photo:
            is_png = photo.format == "PNG"  # a JPEG may call itself MPO
            if photo.width * photo.height > (MOST_OF_PNG if is_png else MOST_PIXELS):
                text = _("Foto ini terlalu lebar. Ambil foto yang lebih kecil.")
                raise ValidationError(text, "wide")
            if not is_png:
                photo.thumbnail(box)
            upright = ImageOps.exif_transpose(photo).convert("RGB")
    except (OSError, SyntaxError, ValueError, MemoryError, ArithmeticError, Warning, Image.DecompressionBombError) as error:  # fmt: skip
        raise ValidationError(_("Foto ini rusak. Ambil foto lagi."), "broken") from error
    upright.thumbnail(box)
    clean, written = Image.new("RGB", upright.size), io.BytesIO()
    clean.paste(upright)
    clean.save(written, "JPEG", quality=85)
    return written.getvalue()
