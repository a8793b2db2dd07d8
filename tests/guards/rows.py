"""One row of each kind and place, for the table of tests/guards/test_who_sees_what.py."""

from datetime import timedelta

from django.utils import timezone

from cases import actions
from cases.models import AccessRequest, Case, Referral, ReferralNote
from ltsa.accounts.actions.proposals import propose_new_supervisor
from ltsa.accounts.actions.resets import ask_reset
from ltsa.accounts.models import PersonAct
from ltsa.clocks.actions import start_clock
from ltsa.letters.actions import make_letter
from ltsa.letters.kinds import KINDS
from ltsa.letters.models import Letter
from ltsa.notifications.models import Notification
from ltsa.organisations.models import ServiceStandard
from ltsa.sheets import Row, Sheet
from services import actions as services
from services.actions.books import map_book, receive_book
from services.models import BookImport, Consent, DeskVisit, DocumentCheck, UnionMembership
from villages.models import VillageRequest


def make_rows(cast, make_migrant, make_case, make_referral):
    """One row of each kind and place; the names are those of the table."""
    desk, wcc, far = cast["meja.cirebon"], cast["wcc.cirebon"], cast["meja.tulungagung"]
    told = {
        "channel": "face_to_face",
        "started_at": timezone.now(),
        "outcome": "enough",
    }
    union = cast["sbmi.cirebon"].posting.organisation
    ours = make_migrant(by=desk)
    theirs = make_migrant(by=wcc, full_name="Lestari Andaisari")
    distant = make_migrant(by=far, village_id=far.posting.service_point.area_id)
    case = make_case(ours, by=desk)
    opened = make_case(ours, by=desk, restricted=True, types=(), account="")
    handed = make_case(ours, by=desk, restricted=True, types=(), account="")
    actions.hand_over_case(
        handed,
        to=wcc.posting.organisation,
        method="witness",
        people=[wcc, cast["supervisor.wcc.cirebon"]],
        by=desk,
    )
    handed = Case.objects.get(pk=handed.pk)
    sent = make_referral(case, to="sbmi.cirebon", by=desk)
    taken = make_referral(
        make_case(ours, by=desk), to="wcc.cirebon", by=desk, disclose=["identity"]
    )
    actions.accept_referral(taken, by=wcc)
    secret = make_referral(handed, to="uptdppa.cirebon", by=wcc)
    actions.write_note(sent, "answer", text="Sudah lengkap.", by=desk)
    return {
        "client of the desk": ours,
        "client of the women's centre": theirs,
        "client of the government's own crisis centre": make_migrant(
            by=cast["uptdppa.cirebon"], full_name="Sri Misalwati"
        ),
        "client of another district": distant,
        "session at the desk": services.log_session(
            migrant=ours, kind="information", by=desk, **told
        ),
        "letter of the desk": _letter(case, desk),
        "letter about a restricted case of the women's centre": _letter(handed, wcc),
        "clock of the desk": start_clock(
            "follow_up",
            ours,
            organisation=desk.posting.organisation,
            owner=desk,
            due_at=timezone.now() + timedelta(days=1),
            by=desk,
        ),
        "private clock of the desk": start_clock(
            "village_call",
            ours,
            organisation=desk.posting.organisation,
            owner=desk,
            private=True,
            by=desk,
        ),
        "psychosocial session": services.log_session(
            migrant=ours, kind="psychosocial", by=cast["konselor.cirebon"], **told
        ),
        "session of the women's centre": services.log_session(
            migrant=theirs, kind="legal", by=wcc, **told
        ),
        "merge at the desk": services.merge_clients(
            make_migrant(by=desk), into=make_migrant(by=desk), reason="NIK sama", by=desk
        ),
        "ordinary case": case,
        "restricted case, not handed over": opened,
        "restricted case of the women's centre": handed,
        "draft to the union": make_referral(
            make_case(ours, by=desk), to="sbmi.cirebon", sent=False
        ),
        "referral to the union": sent,
        "referral taken by the women's centre": Referral.objects.get(pk=taken.pk),
        "referral of a restricted case": secret,
        "note to the union": ReferralNote.objects.get(referral=sent),
        "consent for the union": sent.consent,
        "consent of a restricted case": secret.consent,
        "consent to hand over a restricted case": handed.hand_over_consent,
        "consent to be recorded": Consent.objects.get(migrant=ours, purpose="record"),
        **_deletions(cast, make_migrant(by=desk), make_case, make_referral),
        "request to join a team": AccessRequest.objects.create(
            kind="join", case=opened, person=cast["sbmi.cirebon"], asked_by=cast["konselor.cirebon"]
        ),
        "inbox line of the union": Notification.objects.get(
            user=cast["sbmi.cirebon"], subject=sent.pk, kind="referral_received"
        ),
        "request of the village": _request(cast["kader.cirebon"]),
        "number at the desk": _number(desk),
        "document of the desk's client": _document(ours, desk),
        "appointment at the desk": services.plan_appointment(
            ours, at=timezone.now(), channel="phone", by=desk
        ),
        "appointment of the counsellor": services.plan_appointment(
            ours, at=timezone.now(), channel="phone", by=cast["konselor.cirebon"]
        ),
        "course of the counsellor": services.open_course(
            ours, goals=["calm"], by=cast["konselor.cirebon"]
        ),
        "course of the women's centre": services.open_course(theirs, goals=["calm"], by=wcc),
        "offer of the union": services.offer_membership(
            ours, union=union, answer="interested", by=desk
        ),
        "member of the union": _member(cast, make_migrant(by="sbmi.cirebon"), union),
        "journey noted at the desk": services.add_journey(ours, destination="Taiwan", by=desk),
        "journey noted at the women's centre": services.add_journey(
            theirs, destination="Taiwan", by=wcc
        ),
        "contract read at the desk": services.check_contract(ours, answers={"wage": "no"}, by=desk),
        "book of the desk": _book(desk),
        "the desk officer": desk,
        "posting of the women's centre": wcc.posting,
        **_acts_on_people(cast),
    }


def _acts_on_people(cast) -> dict:
    wcc, head = cast["wcc.cirebon"], cast["supervisor.wcc.cirebon"]
    return {
        "invitation into the women's centre": PersonAct.objects.create(
            act="invite", person=wcc, organisation=wcc.posting.organisation
        ),
        "reset of the companion": ask_reset(wcc, kind="second_factor", by=head),
        "proposal for the union": propose_new_supervisor(
            organisation=cast["sbmi.cirebon"].posting.organisation,
            username="kepala.sbmi",
            full_name="Sri Contohwati",
            email="kepala@contoh.invalid",
            by=cast["admin.cirebon"],
        ),
    }


def _deletions(cast, migrant, make_case, make_referral) -> dict:
    """She took back what let the women's centre in: to an ordinary case, and to a restricted one."""
    desk, wcc = cast["meja.cirebon"], cast["wcc.cirebon"]
    taken = make_referral(make_case(migrant, by=desk), to="wcc.cirebon", by=desk)
    actions.accept_referral(taken, by=wcc)
    services.withdraw_consent(taken.consent, by=desk)
    home = make_case(migrant, by=desk, restricted=True, types=())
    home = actions.hand_over_case(
        home, to=wcc.posting.organisation, method="witness", people=[wcc], by=desk
    )
    services.withdraw_consent(home.hand_over_consent, by=desk)
    return {
        "deletion asked of the women's centre": taken.deletion_requests.get(),
        "deletion of a restricted case that went home": home.deletion_requests.get(),
    }


def _number(desk) -> DeskVisit:
    office = desk.posting.organisation
    standard = ServiceStandard.objects.create(
        desk=office.service_points.filter(type="desk").first(),
        name="Informasi contoh",
        limit=30,
        starts_on=timezone.localdate(),
    )
    return services.take_number(standard=standard, by=desk)


def _document(migrant, desk) -> DocumentCheck:
    seen = {"passport": {"state": "present", "flags": [], "valid_until": None}}
    services.check_documents(migrant, seen=seen, version=0, by=desk)
    return migrant.documents.get()


def _letter(case, by) -> Letter:
    told = dict.fromkeys(KINDS["power_of_attorney"].named, case.code)
    return make_letter(
        "power_of_attorney",
        subject=case.pk,
        organisation=by.posting.organisation,
        data=told,
        restricted=case.restricted,
        by=by,
    )


def _member(cast, migrant, union) -> UnionMembership:
    """The union's own client, whom the women's centre asked."""
    by = cast["wcc.cirebon"]
    row = services.offer_membership(migrant, union=union, answer="interested", by=by)
    return services.register_member(row, version=1, agreed=True, by=by)


def _book(desk) -> BookImport:
    book = receive_book(Sheet(["Nama"], [Row(2, ["Orang Contoh"])], []), by=desk)
    return map_book(book, columns={"full_name": "Nama"}, by=desk)


def _request(kader) -> VillageRequest:
    return VillageRequest.objects.create(
        code="D-GUARD22",
        village_id=kader.posting.village_id,
        district_id=kader.posting.district_id,
        reporter_name="Ibu Contoh",
        relation="parent",
        phone_safe="yes",
        needs="Anak belum memberi kabar.",
        consent="voice",
        created_by=kader,
        call_due_at=timezone.now() + timedelta(hours=24),
    )
