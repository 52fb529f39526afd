"""Somebody who listens to a channel, is cut off again and again, and resumes from the last place seen."""

import asyncio
import json

import aiohttp

from workspace import call


class Listener:
    def __init__(self, session, base, workspace):
        self.session, self.base, self.workspace = session, base, workspace
        self.seen = []
        self.connections = 0
        self.problems = []

    @property
    def last(self):
        return self.seen[-1] if self.seen else 0

    async def run(self):
        """Listens until cancelled."""
        while True:
            try:
                await self._listen()
            except (aiohttp.ClientError, asyncio.TimeoutError, ConnectionError):
                pass
            await asyncio.sleep(0.1)

    async def _listen(self):
        url = self.base.replace("http", "ws", 1) + "/ws"
        async with self.session.ws_connect(url, timeout=aiohttp.ClientWSTimeout(ws_close=5)) as socket:
            self.connections += 1
            await socket.send_json({"type": "auth", "token": self.workspace.chat})
            await self._subscribe(socket)
            async for message in socket:
                if message.type != aiohttp.WSMsgType.TEXT:
                    continue
                await self._take(json.loads(message.data), socket)

    async def _subscribe(self, socket):
        channel = self.workspace.channel
        await socket.send_json({"type": "subscribe", "channel_id": channel, "after_seq": self.last})

    async def _take(self, event, socket):
        if event["type"] == "message.created":
            if event["seq"] != self.last + 1:
                self.problems.append(f"place {event['seq']} came after {self.last}")
            self.seen.append(event["seq"])
        elif event["type"] == "subscribed" and not event["recovered"]:
            await self._catch_up()
            await self._subscribe(socket)

    async def _catch_up(self):
        """More was missed than a subscription makes up for: the list has it."""
        while True:
            path = f"/api/v1/channels/{self.workspace.channel}/messages?limit=100&order=asc&after_seq={self.last}"
            page = await call(self.session, "GET", self.base + path, token=self.workspace.chat)
            for message in page["data"]:
                self.seen.append(message["seq"])
            if not page["has_more"]:
                return
