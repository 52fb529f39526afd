"""A mixed load for some minutes, while the server's memory is watched: after the first third it must not grow.

Posting, listing, new sessions and sockets that come and go. Exit code 0 if memory stays flat, 1 if not.
"""

import argparse
import asyncio
import os
import sys
import time

import aiohttp

from cluster import Cluster, Server
from soak import free_port
from workspace import Workspace, call


async def load(server, workspace, session, end, counts):
    """One client of the mix."""
    base, channel = server.base, workspace.channel
    while time.monotonic() < end:
        url = f"{base}/api/product/v1/channels/{channel}/messages"
        for _ in range(10):
            await call(session, "POST", url, token=workspace.key, body={"content": "x" * 200})
        await call(session, "GET", url + "?limit=50", token=workspace.key)
        guest = (await call(session, "POST", f"{base}/api/v1/session/guest", body={"tenant_id": workspace.tenant}))["data"]
        async with session.ws_connect(base.replace("http", "ws", 1) + "/ws") as socket:
            await socket.send_json({"type": "auth", "token": guest["token"]})
            # From the beginning: the message may be posted before the subscription is there.
            await socket.send_json({"type": "subscribe", "channel_id": guest["chat"]["channel_id"], "after_seq": 0})
            answer = f"{base}/api/v1/channels/{guest['chat']['channel_id']}/messages"
            await call(session, "POST", answer, token=guest["token"], body={"content": "hello"})
            async for message in socket:
                if message.type == aiohttp.WSMsgType.TEXT and "message.created" in message.data:
                    break
        counts["rounds"] += 1


async def run(arguments, cluster):
    cluster.start()
    server = Server(arguments.server, cluster, free_port())
    await server.start()
    samples, counts = [], {"rounds": 0}
    try:
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=30)) as session:
            workspace = await Workspace.make(session, server.base)
            started = time.monotonic()
            end = started + arguments.minutes * 60
            clients = [
                asyncio.create_task(load(server, workspace, session, end, counts)) for _ in range(arguments.clients)
            ]
            while time.monotonic() < end:
                await asyncio.sleep(min(5, arguments.minutes * 6))
                samples.append((time.monotonic() - started, server.resident_megabytes()))
                if len(samples) % 12 == 0:
                    print(f"  {samples[-1][0]:5.0f} s  {samples[-1][1]:6.1f} MB  {counts['rounds']} rounds", flush=True)
            await asyncio.gather(*clients)
    finally:
        await server.stop()
    return samples, counts["rounds"]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--server", default=".build/debug/iris-server", help="the server's binary")
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--clients", type=int, default=16)
    arguments = parser.parse_args()
    arguments.server = os.path.abspath(arguments.server)
    cluster = Cluster()
    try:
        samples, rounds = asyncio.run(run(arguments, cluster))
    finally:
        cluster.remove()
    settled = [size for at, size in samples if at > arguments.minutes * 20]
    half = len(settled) // 2
    early, late = sum(settled[:half]) / half, sum(settled[half:]) / (len(settled) - half)
    growth = late - early
    print(f"{rounds} rounds; {early:.1f} MB on average early, {late:.1f} MB late: {growth:+.1f} MB")
    is_flat = growth < max(5.0, early * 0.05)
    print("memory stays flat" if is_flat else "memory grows")
    sys.exit(0 if is_flat else 1)


if __name__ == "__main__":
    main()
