"""Catches mails over SMTP and shows them over HTTP, until standard input ends.

    mail_catcher.py sendria|mailpit|mailhog

The first line on standard output is JSON: the port of SMTP and that of HTTP. `sendria` is the program of that name.
The other two are servers of their own here, with the part of Mailpit's and MailHog's documented APIs that finds a
recipient's mails: neither program is to be had as a Python or Debian package.
"""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

from aiohttp import web
from aiosmtpd.smtp import SMTP

# Whoever started this may have had signals blocked; its own child would not end on one.
signal.pthread_sigmask(signal.SIG_SETMASK, [])


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def tell(smtp, http):
    print(json.dumps({"smtp": smtp, "http": http}), flush=True)


def sendria():
    smtp, http = free_port(), free_port()
    with tempfile.TemporaryDirectory() as folder:
        program = os.path.join(os.path.dirname(sys.executable), "sendria")
        arguments = ["--foreground", "--db", f"{folder}/mails.db", "--smtp-port", str(smtp), "--http-port", str(http)]
        with open(f"{folder}/log", "w") as log:
            process = subprocess.Popen([program, *arguments], stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        try:
            while True:
                try:
                    urllib.request.urlopen(f"http://127.0.0.1:{http}/api/messages/", timeout=5).close()
                    break
                except OSError:
                    if process.poll() is not None:
                        sys.exit(f"sendria has ended: {open(f'{folder}/log').read()}")
                    time.sleep(0.05)
            tell(smtp, http)
            sys.stdin.read()
        finally:
            process.terminate()
            process.wait()


class Mails:
    def __init__(self):
        self.newest_first = []

    async def handle_DATA(self, server, session, envelope):
        mail = {"id": f"m {len(self.newest_first)}", "to": envelope.rcpt_tos, "from": envelope.mail_from}
        self.newest_first.insert(0, {**mail, "source": envelope.content.decode()})
        return "250 OK"

    # Mailpit: https://mailpit.axllent.org/docs/api-v1/
    async def mailpit_search(self, request):
        address = request.query["query"].removeprefix('to:"').removesuffix('"')
        found = [mail for mail in self.newest_first if address in mail["to"]][: int(request.query["limit"])]
        messages = [
            {"ID": mail["id"], "To": [{"Name": "", "Address": to} for to in mail["to"]], "Subject": "", "Snippet": ""}
            for mail in found
        ]
        return web.json_response({"total": len(found), "messages_count": len(found), "start": 0, "messages": messages})

    async def mailpit_raw(self, request):
        for mail in self.newest_first:
            if mail["id"] == request.match_info["id"]:
                return web.Response(text=mail["source"])
        raise web.HTTPNotFound()

    # MailHog: docs/APIv2 of the project
    async def mailhog_search(self, request):
        assert request.query["kind"] == "to"
        found = [mail for mail in self.newest_first if any(request.query["query"] in to for to in mail["to"])]
        items = [
            {"ID": mail["id"], "Raw": {"From": mail["from"], "To": mail["to"], "Data": mail["source"], "Helo": "x"}}
            for mail in found[: int(request.query["limit"])]
        ]
        return web.json_response({"total": len(found), "count": len(items), "start": 0, "items": items})


async def look_alike():
    mails = Mails()
    loop = asyncio.get_running_loop()
    smtp = await loop.create_server(lambda: SMTP(mails, loop=loop), "127.0.0.1", 0)
    application = web.Application()
    if sys.argv[1] == "mailpit":
        application.router.add_get("/api/v1/search", mails.mailpit_search)
        application.router.add_get("/api/v1/message/{id}/raw", mails.mailpit_raw)
    else:
        application.router.add_get("/api/v2/search", mails.mailhog_search)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    tell(smtp.sockets[0].getsockname()[1], site._server.sockets[0].getsockname()[1])
    await loop.run_in_executor(None, sys.stdin.read)
    os._exit(0)


if sys.argv[1] == "sendria":
    sendria()
else:
    asyncio.run(look_alike())
