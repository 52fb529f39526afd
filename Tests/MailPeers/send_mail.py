"""Hands mails to an SMTP server as Python's smtplib does.

    send_mail.py PORT [CA]

With CA, a file of certificates, it goes on in TLS after STARTTLS and signs in. Each line of standard input is the page's
address for a mail; the mail has a text and an HTML part, a subject in Unicode, a line that begins with a dot, and
jane@example.org as a recipient whom no header names. When all are sent it prints "sent".
"""

import smtplib
import ssl
import sys
from email.message import EmailMessage

port, ca = int(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else None
with smtplib.SMTP("127.0.0.1", port) as server:
    server.ehlo()
    if ca:
        server.starttls(context=ssl.create_default_context(cafile=ca))
        server.login("anybody", "anything")
    for line in sys.stdin:
        mail = EmailMessage()
        mail["From"] = "Grüße <no-reply@iris.example>"
        mail["To"] = "undisclosed recipients:;"
        mail["Subject"] = "Grüße an alle"
        mail.set_content(f".a line\n..another\nHällo, follow {line.strip()}\n")
        mail.add_alternative(f'<p>Hällo, <a href="{line.strip().replace("&", "&amp;")}">follow</a></p>', subtype="html")
        refused = server.send_message(mail, to_addrs=["jane@example.org", "bob@example.org"])
        assert not refused, refused
print("sent", flush=True)
