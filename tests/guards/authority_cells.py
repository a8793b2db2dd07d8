"""The cells of authority over people as domain 4.1 has them, written down a second time: literals, nothing imported."""

ACTORS = [
    "supervisor.wcc.cirebon", "supervisor.cirebon", "admin.cirebon", "ppdp.cirebon", "ppdp", "admin.blitar",
    "supervisor.blitar", "meja.cirebon", "konselor.cirebon", "wcc.cirebon", "uptdppa.cirebon", "kader.cirebon",
    "pemirsa", "sistem",
]  # fmt: skip
STATES = ["active", "disabled", "between postings", "future posting", "moved away", "on a team"]
ACTS = ["extend", "move", "post", "end", "disable", "enable", "mail", "factor", "reinvite"]

# target: (role, whose organisation she works in, whose organisation she moves away to)
TARGETS = {
    "companion of WCC": ("companion", "wcc.cirebon", "kpi.blitar"),
    "supervisor of WCC": ("supervisor", "wcc.cirebon", "kpi.blitar"),
    "counsellor of the MRC corner": ("counsellor", "konselor.cirebon", "konselor.blitar"),
    "companion of UPTD PPA": ("companion", "uptdppa.cirebon", "kpi.blitar"),
    "desk officer": ("desk_officer", "meja.cirebon", "meja.blitar"),
    "volunteer": ("village_volunteer", "kader.cirebon", "kader.blitar"),
    "district admin": ("district_admin", "admin.cirebon", "admin.blitar"),
    "data protection officer": ("data_protection_officer", "ppdp.cirebon", "ppdp"),
}

DONE = dict.fromkeys(ACTS, "done")
ASKED = DONE | {"mail": "asked", "factor": "asked"}
OFFICER = {"end": "done", "disable": "done", "mail": "asked", "factor": "asked"}
HERE = {
    ("supervisor.wcc.cirebon", "companion of WCC"): ASKED,
    ("supervisor.wcc.cirebon", "supervisor of WCC"): ASKED,
    ("supervisor.cirebon", "counsellor of the MRC corner"): ASKED,
    ("supervisor.cirebon", "desk officer"): DONE,
    ("admin.cirebon", "desk officer"): DONE,
    ("admin.cirebon", "volunteer"): DONE,
    # UPTD PPA has no supervisor: the district's officer stands in, and opens nothing alone.
    ("ppdp.cirebon", "companion of UPTD PPA"): OFFICER,
}
# Where a team of restricted records names her she is no desk officer like another.
ON_A_TEAM = {
    ("supervisor.cirebon", "desk officer"): ASKED,
    ("admin.cirebon", "desk officer"): {},
    ("admin.cirebon", "volunteer"): {},
}
# She works in Blitar now; KPI Blitar has no supervisor, and Blitar no officer of its own: the nation's stands in.
MOVED = {
    ("supervisor.blitar", "counsellor of the MRC corner"): ASKED,
    ("supervisor.blitar", "desk officer"): DONE,
    ("admin.blitar", "desk officer"): DONE,
    ("admin.blitar", "volunteer"): DONE,
    ("ppdp", "companion of WCC"): OFFICER,
    ("ppdp", "supervisor of WCC"): OFFICER,
    ("ppdp", "companion of UPTD PPA"): OFFICER,
}
# What there is to do in a state at all.
APPLIES = {
    "active": {"extend", "move", "end", "disable", "mail", "factor", "reinvite"},
    "disabled": {"extend", "move", "end", "enable", "mail", "factor"},
    "between postings": {"post", "disable", "mail", "factor", "reinvite"},
    "future posting": {"extend", "move", "end", "disable", "mail", "factor", "reinvite"},
    "moved away": {"extend", "move", "end", "disable", "mail", "factor", "reinvite"},
    "on a team": {"extend", "move", "end", "disable", "mail", "factor", "reinvite"},
}

# (actor, whose organisation, role): what an invitation comes to. Every other cell is "no".
INVITED = {
    ("supervisor.wcc.cirebon", "wcc.cirebon", "companion"): "done",
    ("supervisor.wcc.cirebon", "wcc.cirebon", "supervisor"): "done",
    ("supervisor.cirebon", "meja.cirebon", "desk_officer"): "done",
    ("supervisor.cirebon", "meja.cirebon", "counsellor"): "done",
    ("supervisor.cirebon", "meja.cirebon", "companion"): "done",
    ("supervisor.cirebon", "meja.cirebon", "supervisor"): "done",
    ("supervisor.blitar", "meja.blitar", "desk_officer"): "done",
    ("supervisor.blitar", "meja.blitar", "counsellor"): "done",
    ("supervisor.blitar", "meja.blitar", "companion"): "done",
    ("supervisor.blitar", "meja.blitar", "supervisor"): "done",
    ("admin.cirebon", "meja.cirebon", "desk_officer"): "done",
    ("admin.cirebon", "meja.cirebon", "viewer"): "done",
    ("admin.cirebon", "uptdppa.cirebon", "desk_officer"): "done",
    ("admin.cirebon", "uptdppa.cirebon", "viewer"): "done",
    ("admin.cirebon", "uptdppa.cirebon", "supervisor"): "asked",
    ("admin.cirebon", "sbmi.cirebon", "supervisor"): "asked",
    ("admin.cirebon", "kader.cirebon", "village_volunteer"): "done",
    ("admin.blitar", "meja.blitar", "desk_officer"): "done",
    ("admin.blitar", "meja.blitar", "viewer"): "done",
    ("admin.blitar", "kpi.blitar", "supervisor"): "asked",
}
ORGANISATIONS = [
    "meja.cirebon", "wcc.cirebon", "uptdppa.cirebon", "sbmi.cirebon", "kader.cirebon", "meja.blitar", "kpi.blitar", "ppdp",
]  # fmt: skip
ROLES = [
    "village_volunteer", "desk_officer", "counsellor", "companion", "supervisor", "district_admin", "viewer",
    "data_protection_officer", "system_admin",
]  # fmt: skip
