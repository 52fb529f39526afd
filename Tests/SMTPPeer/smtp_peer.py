"""An SMTP server for tests, on a port of its own on 127.0.0.1.

    smtp_peer.py MODE [--certificate FILE --key FILE] [--user NAME --password WORD] [--utf8]

The first line on standard output is the port; then there is one line of JSON for each thing that happens: a mail that
was taken, or how far a conversation came. It ends when its standard input does.
"""

import argparse
import asyncio
import base64
import email
import email.policy
import json
import logging
import os
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

MODES = [
    "plain",  # takes every mail
    "starttls",  # offers STARTTLS, and with a user requires AUTH after it
    "smtps",  # TLS from the first byte
    "recipient-transient",  # 451 to RCPT
    "recipient-permanent",  # 550 to RCPT
    "content-permanent",  # 554 to the mail
    "wants-authentication",  # 530 to MAIL
    "drop",  # ends the connection in DATA
    "hang",  # never answers the mail
    "hang-greeting",  # never says a word
    "hang-farewell",  # never answers QUIT
]


def tell(event, **more):
    print(json.dumps({"event": event, **more}), flush=True)


def protection(server):
    """The version of TLS that the connection uses, or None."""
    tls = server.transport.get_extra_info("ssl_object")
    return tls.version() if tls else None


def parsed(content):
    """What Python's own parser reads from the bytes."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    parts = [part for part in message.walk() if not part.is_multipart()]
    return {
        "headers": {name: str(value) for name, value in message.items()},
        "defects": [str(defect) for part in message.walk() for defect in part.defects],
        "type": message.get_content_type(),
        "parts": [{"type": part.get_content_type(), "text": part.get_content()} for part in parts],
    }


class Handler:
    def __init__(self, mode):
        self.mode = mode

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        session.host_name = hostname
        tell("hello", name=hostname, tls=protection(server))
        return responses

    async def handle_NOOP(self, server, session, envelope, argument):
        tell("noop", authenticated=bool(session.authenticated), tls=protection(server))
        return "250 OK"

    async def handle_QUIT(self, server, session, envelope):
        tell("quit")
        if self.mode == "hang-farewell":
            await asyncio.Event().wait()
        return "221 Bye"

    async def handle_MAIL(self, server, session, envelope, address, options):
        if self.mode == "wants-authentication":
            return "530 5.7.0 Authentication required"
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        # Real servers repeat the address in their words; it must not come through.
        if self.mode == "recipient-transient":
            return f"451 4.7.1 <{address}> try again later"
        if self.mode == "recipient-permanent":
            return f"550 5.1.1 <{address}> is nobody here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        content = envelope.original_content
        if self.mode == "hang":
            tell("hanging", parsed=parsed(content))
            await asyncio.Event().wait()
        if self.mode == "drop":
            server.transport.abort()
            return "451 never seen"
        if self.mode == "content-permanent":
            return "554 5.6.0 not this"
        tell(
            "mail",
            sender=envelope.mail_from,
            recipients=envelope.rcpt_tos,
            utf8=envelope.smtp_utf8,
            tls=protection(server),
            authenticated=bool(session.authenticated),
            content=base64.b64encode(content).decode(),
            parsed=parsed(content),
        )
        return "250 OK"


class Silent(asyncio.Protocol):
    def connection_made(self, transport):
        tell("connected")


async def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("mode", choices=MODES)
    arguments.add_argument("--certificate")
    arguments.add_argument("--key")
    arguments.add_argument("--user")
    arguments.add_argument("--password")
    arguments.add_argument("--utf8", action="store_true")
    options = arguments.parse_args()
    logging.disable(logging.CRITICAL)

    context = None
    if options.certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(options.certificate, options.key)

    def authenticate(server, session, envelope, mechanism, data):
        right = (data.login.decode(), data.password.decode()) == (options.user, options.password)
        tell("authentication", mechanism=mechanism, right=right)
        return AuthResult(success=right, handled=False)

    def connection():
        if options.mode == "hang-greeting":
            return Silent()
        return SMTP(
            Handler(options.mode),
            hostname="peer.test",
            ident="peer",
            enable_SMTPUTF8=options.utf8,
            tls_context=context if options.mode == "starttls" else None,
            require_starttls=options.mode == "starttls",
            authenticator=authenticate if options.user else None,
            auth_required=options.user is not None,
            # Without a user AUTH is not offered; aiosmtpd does that by asking for TLS that never comes.
            auth_require_tls=options.mode == "starttls" or options.user is None,
            loop=asyncio.get_running_loop(),
        )

    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        connection, "127.0.0.1", 0, ssl=context if options.mode == "smtps" else None
    )
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    # The connections that hang are not waited for.
    sys.stdout.flush()
    os._exit(0)


asyncio.run(main())
