"""What the schema of the API calls each set of codes; plain data, for the settings."""

ENUM_NAMES = {
    "AgeBand": "services.codes.AgeBand",
    "CaseState": "cases.codes.CaseState",
    "CaseVerb": "cases.transitions.CASE_VERBS",
    "ClosingReason": "cases.codes.ClosingReason",
    "ConsentMethod": "services.codes.ConsentMethod",
    "DeclineReason": "cases.codes.DeclineReason",
    "DisclosureGroup": "services.codes.DisclosureGroup",
    "NoteKind": "cases.codes.NoteKind",
    "NotificationKind": "ltsa.notifications.models.Notification.Kind",
    "OrganisationKind": "ltsa.organisations.models.Kind",
    "Phase": "services.codes.Phase",
    "RecordConsent": "services.codes.RecordConsent",
    "ReferralState": "cases.codes.ReferralState",
    "ReferralVerb": "cases.transitions.REFERRAL_VERBS",
    "ServiceCode": "ltsa.organisations.models.ServiceCode",
    "SessionKind": "services.codes.SessionKind",
}
