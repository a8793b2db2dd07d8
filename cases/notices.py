"""Who is told what happened: recipients by permission, never the one who did it, never anything personal."""

from django.db.models import Q
from django.utils import timezone

from ltsa.access import Permission
from ltsa.accounts.models import Absence, Duty, User
from ltsa.accounts.officers import data_protection_officers
from ltsa.notifications.actions import notify
from ltsa.notifications.models import Notification
from ltsa.notifications.silencing import silence
from services.locks import not_shut_out

from .codes import Priority
from .models import Case, DeletionRequest, Referral
from .people import awaited
from .reporting import must_decide
from .second import asked_about, deciders, officers

TRAIL = "/privasi/jejak/"  # what the data protection officers look into
WAITING = "/kasus/menunggu/"  # restricted cases that nobody has
REQUESTS = "/kasus/permintaan/"  # what waits for a second person
# Lines that wait for somebody of the recipient to take a referral.
WAITING_LINES = ("referral_received", "clock_reminder")


def answerers(organisation):
    """Those of an organisation who may answer referrals; for a desk that is served too, its supervisor."""
    return User.objects.holding(Permission.REFERRAL_ANSWER).working_for(organisation)


def alerted(referral: Referral):
    """Who is told of what comes in: those on duty today, for one who is away her stand-in; without them all present."""
    able = not_shut_out(answerers(referral.to), referral.case.migrant_id)
    today = timezone.localdate()
    absences = Absence.objects.on(today).filter(user__in=able.values("pk"))
    away = dict(absences.values_list("user", "stand_in"))
    duties = Duty.objects.on(today).filter(organisation=referral.to_id)
    on_duty = {away.get(user, user) for user in duties.values_list("user", flat=True)}
    present = able.exclude(pk__in=away)
    for people in (present.filter(pk__in=on_duty), present):
        if people.exists():
            return people
    return able


def handlers(referral: Referral):
    """At the recipient: whoever took it or answered it; before that, or when she is not there, those who are alerted."""
    hers = {referral.claimed_by_id, referral.answered_by_id} - {None}
    people = not_shut_out(answerers(referral.to), referral.case.migrant_id).filter(pk__in=hers)
    away = Absence.objects.on(timezone.localdate()).filter(user__in=hers).values("user")
    people = people.exclude(pk__in=away)
    return people if people.exists() else alerted(referral)


def silence_others(referral: Referral, *, besides) -> None:
    """Somebody of the recipient has it: what her colleagues were told of it is settled."""
    people = answerers(referral.to)
    silence(referral.pk, WAITING_LINES, among=people, besides=besides)


def senders(referral: Referral):
    """The officer who sent it, the case's owner and its team, as long as they work for the sender."""
    people = {referral.created_by_id, referral.case.owner_id} - {None}
    members = referral.case.members.filter(until__isnull=True).values_list("user", flat=True)
    working = User.objects.holding(Permission.REFERRAL_SEND).working_for(referral.sender)
    if referral.case.restricted:  # whoever wrote it before the case was closed to her hears no more
        return working.filter(pk__in=members)
    return working.filter(pk__in=people | set(members))


def _tell(people, kind: str, referral: Referral, *, by, due_at=None) -> None:
    people = not_shut_out(people, referral.case.migrant_id)
    notify(
        people.exclude(pk=by.pk) if by else people,
        kind,
        subject=referral.pk,
        link=f"/rujukan/{referral.pk}/",
        code=referral.code,
        due_at=due_at,
        emergency=referral.priority == Priority.EMERGENCY,
    )


def referral_sent(referral: Referral, *, by) -> None:
    _tell(alerted(referral), "referral_received", referral, by=by, due_at=referral.due_at)


def referral_override(referral: Referral, *, by) -> None:
    """It went without her consent: the other supervisors of the house, and the data protection officers."""
    heads = User.objects.holding(Permission.REFERRAL_OVERRIDE).working_for(referral.sender)
    if referral.restricted:
        team = referral.case.members.current().values("user")
        heads = heads.filter(pk__in=team)
    kind, case = "referral_override", referral.case
    _tell(heads, kind, referral, by=by)
    people = _hearing(case, data_protection_officers(case.district_id)).exclude(pk=by.pk)
    notify(people, kind, subject=referral.pk, link=TRAIL, code=referral.code)


def referral_shared(referral: Referral, *, by) -> None:
    _tell(handlers(referral), "referral_shared", referral, by=by)


def referral_answered(referral: Referral, kind: str, *, by) -> None:
    _tell(senders(referral), kind, referral, by=by)


def referral_note(referral: Referral, *, to_recipient: bool, by) -> None:
    people = handlers(referral) if to_recipient else senders(referral)
    _tell(people, "referral_question", referral, by=by)


def referral_ended(referral: Referral, *, by=None) -> None:
    """Withdrawn, completed or expired: the recipient is told; when nobody did it, the sender too."""
    _tell(answerers(referral.to), "referral_withdrawn", referral, by=by)
    if by is None:
        _tell(senders(referral), "referral_withdrawn", referral, by=None)


def draft_dropped(referral: Referral, *, by=None) -> None:
    _tell(senders(referral), "referral_withdrawn", referral, by=by)


def referral_shut(referral: Referral) -> None:
    """It ended by a lock: the recipient reads that one has ended and not which, the sender as with any that ended."""
    notify(answerers(referral.to), "referral_withdrawn", link="/rujukan/")
    _tell(senders(referral), "referral_withdrawn", referral, by=None)


def lock_changed(made, *, by) -> None:
    """The data protection officers look into their trail; no word of who was shut out, nor from whom."""
    people = officers(made.case).exclude(pk=by.pk)
    notify(people, "case_moved", subject=made.case_id, link=TRAIL, code=made.case.code)


def _hearing(case: Case, people):
    """Of these who may still hear of the case."""
    return not_shut_out(people, case.migrant_id)


def case_left(case: Case) -> None:
    """Lines of a restricted case that were sent before go from the inbox of whoever is not on its team now (rule 1)."""
    team = case.members.filter(until__isnull=True).values("user")
    lines = Notification.objects.filter(subject=case.pk).exclude(user__in=team)
    lines.exclude(link=TRAIL).delete()


def case_handed_over(case: Case, team, *, by) -> None:
    people = User.objects.filter(pk__in=[person.pk for person in team]).exclude(pk=by.pk)
    people = _hearing(case, people)
    notify(people, "case_handed_over", subject=case.pk, link=f"/kasus/{case.pk}/", code=case.code)


def case_taken_back(case: Case, team, *, by) -> None:
    """Those who had it are told that it is gone, without a way back to it."""
    had = User.objects.filter(pk__in=[person.pk for person in team]).exclude(pk=by.pk)
    had = _hearing(case, had)
    notify(had, "case_moved", subject=case.pk, link="/kasus/", code=case.code)


def case_restricted(case: Case, joined, *, by) -> None:
    """Those who are on its team now; nobody is told that it is gone."""
    people = User.objects.filter(pk__in=[person.pk for person in joined]).exclude(pk=by.pk)
    people = _hearing(case, people)
    notify(people, "case_moved", subject=case.pk, link=f"/kasus/{case.pk}/", code=case.code)


def case_waits(case: Case, *, gone=None, by=None) -> None:
    """Whoever may take it on, or name somebody for it; of an emergency at once. `gone`: she is leaving this moment."""
    people = [one for one in awaited(case) if gone is None or one.pk != gone.pk]
    if not people:
        heads = User.objects.holding(Permission.GLASS_ALLOW).working_for(case.organisation)
        heads = _hearing(case, heads.exclude(pk=gone.pk) if gone else heads)
        people = heads if heads.exists() else officers(case)
    people = [one for one in people if by is None or one.pk != by.pk]
    notify(
        people,
        "case_handed_over",
        subject=case.pk,
        link=WAITING,
        code=case.code,
        emergency=case.priority == Priority.EMERGENCY,
    )


def team_changed(case: Case, *, by) -> None:
    """Everybody on it: somebody joined or left."""
    people = User.objects.filter(pk__in=case.members.filter(until=None).values("user"))
    people = _hearing(case, people).exclude(pk=by.pk)
    notify(people, "case_moved", subject=case.pk, link=f"/kasus/{case.pk}/", code=case.code)


def access_asked(asked, *, by) -> None:
    """Whoever may decide, and the team: it reads who shall be let near."""
    people = deciders(asked.case, to=asked_about(asked))
    notify(people, "glass_asked", subject=asked.pk, link=REQUESTS, code=asked.case.code)
    if asked.case.restricted:
        team_changed(asked.case, by=by)


def access_decided(asked, *, by) -> None:
    people = _hearing(asked.case, User.objects.filter(pk=asked.asked_by_id).exclude(pk=by.pk))
    link = f"/kasus/{asked.case_id}/"
    notify(people, "case_moved", subject=asked.case_id, link=link, code=asked.case.code)


def plan_submitted(case: Case, *, by) -> None:
    """Those of its house who may approve it; of a restricted case those of them who are on its team (rule 1)."""
    heads = User.objects.holding(Permission.CASE_CLOSE).working_for(case.organisation)
    if case.restricted:
        heads = heads.filter(pk__in=case.members.filter(until__isnull=True).values("user"))
    people = _hearing(case, heads).exclude(pk=by.pk)
    notify(people, "case_moved", subject=case.pk, link=f"/kasus/{case.pk}/", code=case.code)


def _glass(glass, people, kind: str, *, by, link: str = "/akses-darurat/") -> None:
    if glass.case is not None:
        people = _hearing(glass.case, people)
    notify(people.exclude(pk=by.pk), kind, subject=glass.pk, link=link, code=glass.code)


def _second_people(glass):
    """Whoever may decide about it, and the data protection officers in charge."""
    if glass.case is None:
        return data_protection_officers(glass.asked_by.posting.district_id)
    people = officers(glass.case)
    heads = deciders(glass.case, to=[glass.asked_by])
    return User.objects.filter(Q(pk__in=people.values("pk")) | Q(pk__in=heads.values("pk")))


def glass_asked(glass, *, by) -> None:
    _glass(glass, _second_people(glass), "glass_asked", by=by)


def glass_opened(glass, *, by) -> None:
    """Who asked, the owner and the team of the case, whoever could have decided, and the data protection officers."""
    told = {glass.asked_by_id, glass.case.owner_id} - {None}
    team = glass.case.members.filter(until=None).values("user")
    heads = _second_people(glass).values("pk")
    people = User.objects.filter(Q(pk__in=told) | Q(pk__in=team) | Q(pk__in=heads))
    _glass(glass, people, "glass_opened", by=by)


def glass_refused(glass, *, by) -> None:
    _glass(glass, User.objects.filter(pk=glass.asked_by_id), "glass_refused", by=by)


def report_due(clock) -> None:
    """The private clock goes on: its worker and the supervisors it names, with a line that says nothing (rule 4)."""
    case = Case.objects.select_related("organisation").get(pk=clock.subject)
    if not must_decide(case):
        return
    people = User.objects.filter(pk__in={*clock.named, case.owner_id} - {None}, is_active=True)
    people = _hearing(case, people.working_for(case.organisation))
    if not people.exists():  # nobody has it: the hours run on all the same
        case_waits(case)
    notify(people, "case_moved", subject=case.pk, link=f"/kasus/{case.pk}/", code=case.code)


def deletion_asked(asked: DeletionRequest, *, by=None) -> None:
    """Those of the recipient who could have read it."""
    _deletion(keepers(asked).exclude(pk=by.pk if by else None), asked)


def deletion_due(clock, *, late: bool) -> None:
    asked = DeletionRequest.objects.get(pk=clock.subject)
    _deletion(keepers(asked), asked)
    if late and clock.owner:
        _deletion(User.objects.filter(pk=clock.owner_id), asked)
    if late:
        people = data_protection_officers(asked.sender.district_id)
        people = not_shut_out(people, asked.consent.migrant_id)
        notify(people, "clock_late", subject=asked.pk, link=TRAIL, code=asked.code)


def deletion_settled(asked: DeletionRequest) -> None:
    """A mail to a house without an account that has not gone need not go."""
    waiting = Notification.objects.pending().filter(kind="outside", subject=asked.pk)
    waiting.update(state="cancelled", mail_body="")


def keepers(asked: DeletionRequest):
    """Those of the house that is asked who have an account to answer with."""
    needs = Permission.REFERRAL_ANSWER if asked.referral_id else Permission.CASE_RESTRICTED
    return User.objects.holding(needs).working_for(asked.organisation)


def _deletion(people, asked: DeletionRequest) -> None:
    """No link says what it is: the referral's page asks for it, and for a case that moved back a card of her day."""
    people = not_shut_out(people, asked.consent.migrant_id)
    there = f"/rujukan/{asked.referral_id}/" if asked.referral_id else "/beranda/"
    notify(people, "referral_withdrawn", subject=asked.pk, link=there)


def cases_entrusted(to, cases, *, by) -> None:
    """One line for all that came to her: the list tells which."""
    if to.pk != by.pk:
        notify([to], "case_handed_over", link="/kasus/", code=str(len(cases)))
