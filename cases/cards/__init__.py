"""Lines of my day, one file a subject; each registers itself with ltsa.sockets.card."""

from . import clocks, closings, deletions, glass, promises, safety, tasks, waiting  # noqa: F401
