"""Headers that every answer carries: pages, API, errors and static files alike. The first middleware, so that none is missed."""

from csp.constants import NONE, SELF

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

# What no page of the portal uses, so that no script that ever got in could; passkeys and copying are its own.
SWITCHED_OFF = (
    "accelerometer ambient-light-sensor autoplay bluetooth browsing-topics camera display-capture encrypted-media "
    "fullscreen gamepad geolocation gyroscope hid idle-detection local-fonts magnetometer microphone midi payment "
    "picture-in-picture screen-wake-lock serial storage-access usb window-management xr-spatial-tracking"
).split()
OWN = ("clipboard-write", "publickey-credentials-create", "publickey-credentials-get")
HEADERS = {
    "Permissions-Policy": ", ".join(
        [f"{name}=()" for name in SWITCHED_OFF] + [f"{name}=(self)" for name in OWN]
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
OF_PAGES = {
    "Cross-Origin-Embedder-Policy": "require-corp"
}  # a PDF is shown by the browser's own page


class HeadersMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        is_page = response.headers.get("Content-Type", "").startswith("text/html")
        for name, value in (HEADERS | OF_PAGES if is_page else HEADERS).items():
            response.headers.setdefault(name, value)
        return response
