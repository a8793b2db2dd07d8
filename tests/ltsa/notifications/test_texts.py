"""What is handed on by hand is the neutral sentence, without any number."""

from urllib.parse import parse_qs, urlsplit

from ltsa.notifications.texts import text_to_hand_on


def test_whatsapp_opens_with_the_neutral_sentence_and_nobodys_number():
    made = text_to_hand_on("/rujukan/")
    address = urlsplit(made["url"])
    assert (address.netloc, address.path) == ("wa.me", "/")
    assert parse_qs(address.query) == {"text": [made["text"]]}
    assert made["text"].startswith("Ada tugas baru di portal LTSA-MRC. Silakan masuk. http")
    assert made["text"].endswith("/rujukan/")
