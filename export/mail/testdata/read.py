"""Reads messages from standard input with Python's own parser, each behind a line
with its length in bytes, and prints each as a line of JSON."""
import base64
import email
import email.policy
import json
import sys


def read(data):
    message = email.message_from_bytes(data, policy=email.policy.default)
    plain, html = message.get_body(("plain",)), message.get_body(("html",))
    return {
        "headers": [name for name, _ in message.items()],
        "subject": message["Subject"],
        "to": [[a.display_name, a.addr_spec] for a in (message["To"].addresses if message["To"] else [])],
        "from": str(message["From"]),
        "unsent": message["X-Unsent"],
        "text": plain.get_content() if plain else None,
        "html": html.get_content() if html else None,
        "related": [
            [p["Content-ID"], p.get_content_type(), p.get_filename()]
            for p in message.walk()
            if p["Content-ID"]
        ],
        "attachments": [
            [a.get_filename() or "", a.get_content_type(), base64.b64encode(a.get_payload(decode=True)).decode()]
            for a in message.iter_attachments()
        ],
        "defects": [repr(d) for part in message.walk() for d in part.defects]
        + [repr(d) for _, value in message.items() for d in value.defects],
    }


for line in sys.stdin.buffer:
    print(json.dumps(read(sys.stdin.buffer.read(int(line)))), flush=True)
