"""Two people ask for another mail address of one house at the same moment."""

import threading

import pytest
from django.db import connection
from django.test import Client

from ltsa.accounts.models import User
from ltsa.organisations.models import Organisation
from tests.addresses import ask

NEW, OTHER = "baru@contoh.test", "lain@contoh.test"


@pytest.mark.django_db(transaction=True)
def test_of_two_changes_at_once_one_waits(cast):
    house = Organisation.objects.get(pk=cast["wcc.cirebon"].posting.organisation_id)
    start = threading.Barrier(2)

    def change(who, address):
        try:
            client = Client()
            client.force_login(User.objects.get(username=who))
            start.wait(10)
            ask(client, house, address)
        finally:
            connection.close()

    both = [("admin.cirebon", NEW), ("supervisor.wcc.cirebon", OTHER)]
    threads = [threading.Thread(target=change, args=told) for told in both]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert house.address_changes.count() == 2
    assert house.address_changes.open().count() == 1
