"""Posts thousands of messages while the server is killed and the database restarted, and looks for what was lost.

After the clients' retries every accepted message must be there once, in order, with no gap in the places; and a socket
that resumes must have seen each exactly once. Exit code 0 if so, 1 if not.
"""

import argparse
import asyncio
import os
import socket
import sys
import time

import aiohttp

from cluster import Cluster, Server
from listener import Listener
from workspace import Workspace, call


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Soak:
    def __init__(self, arguments):
        self.messages, self.clients = arguments.messages, arguments.clients
        self.cluster = Cluster()
        self.server = Server(arguments.server, self.cluster, free_port())
        self.accepted = {}

    async def post(self, session, workspace, number):
        """One client: every message is tried until it is accepted."""
        count = self.messages // self.clients + (number < self.messages % self.clients)
        url = f"{self.server.base}/api/product/v1/channels/{workspace.channel}/messages"
        for index in range(count):
            name = f"{number}-{index}"
            body = {"content": f"message {name}", "client_message_id": name}
            message = (await call(session, "POST", url, token=workspace.key, body=body))["data"]
            self.accepted[name] = (message["seq"], message["message_id"])

    async def trouble(self):
        """Five kills of the server and two restarts of the database, spread evenly over the messages."""
        events = ["kill", "restart", "kill", "kill", "restart", "kill", "kill"]
        for index, event in enumerate(events):
            threshold = self.messages * (index + 1) // (len(events) + 1)
            while len(self.accepted) < threshold:
                await asyncio.sleep(0.02)
            if event == "kill":
                await self.server.kill()
                await self.server.start()
            else:
                await asyncio.to_thread(self.cluster.stop, "fast")
                await asyncio.to_thread(self.cluster.start)
            done = {"kill": "the server was killed", "restart": "PostgreSQL was restarted"}[event]
            print(f"  {len(self.accepted):6} messages: {done}", flush=True)

    async def run(self):
        self.cluster.start()
        await self.server.start()
        timeout = aiohttp.ClientTimeout(total=20)
        connector = aiohttp.TCPConnector(limit=self.clients + 8)
        async with aiohttp.ClientSession(timeout=timeout, connector=connector) as session:
            workspace = await Workspace.make(session, self.server.base)
            async with aiohttp.ClientSession() as sockets:
                listener = Listener(sockets, self.server.base, workspace)
                listening = asyncio.create_task(listener.run())
                started = time.monotonic()
                async with asyncio.TaskGroup() as group:
                    for number in range(self.clients):
                        group.create_task(self.post(session, workspace, number))
                    group.create_task(self.trouble())
                elapsed = time.monotonic() - started
                print(f"  {len(self.accepted):6} messages accepted in {elapsed:.1f} s by {self.clients} clients")
                await self.wait_for(listener)
                listening.cancel()
                return await self.judge(session, workspace, listener)

    async def wait_for(self, listener):
        end = time.monotonic() + 60
        while listener.last < self.messages and time.monotonic() < end:
            await asyncio.sleep(0.05)

    async def judge(self, session, workspace, listener):
        stored = []
        while True:
            after = stored[-1]["seq"] if stored else 0
            path = f"/api/product/v1/channels/{workspace.channel}/messages?limit=100&order=asc&after_seq={after}"
            page = await call(session, "GET", self.server.base + path, token=workspace.key)
            stored += page["data"]
            if not page["has_more"]:
                break
        places = [message["seq"] for message in stored]
        names = {message["client_message_id"]: (message["seq"], message["message_id"]) for message in stored}
        problems = list(listener.problems[:5])
        if places != list(range(1, self.messages + 1)):
            problems.append(f"{len(places)} messages are stored, and their places are not 1 to {self.messages}")
        if names != self.accepted:
            problems.append("what is stored is not what was accepted")
        if listener.seen != list(range(1, self.messages + 1)):
            problems.append(f"the socket has seen {len(listener.seen)} events, not each message once and in order")
        print(f"  {len(listener.seen):6} events on the socket, over {listener.connections} connections")
        return problems


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--server", default=".build/debug/iris-server", help="the server's binary")
    parser.add_argument("--messages", type=int, default=10_000)
    parser.add_argument("--clients", type=int, default=32)
    parser.add_argument("--minutes", type=float, default=10, help="after this time the soak has failed")
    arguments = parser.parse_args()
    arguments.server = os.path.abspath(arguments.server)
    soak = Soak(arguments)

    async def bounded():
        try:
            return await asyncio.wait_for(soak.run(), arguments.minutes * 60)
        finally:
            await soak.server.stop()

    try:
        problems = asyncio.run(bounded())
    except TimeoutError:
        problems = [f"it was not over after {arguments.minutes:g} minutes"]
    finally:
        soak.cluster.remove()
    for problem in problems:
        print(f"  ✗ {problem}")
    print("failed" if problems else "every accepted message is there once, in order, and was seen once")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
