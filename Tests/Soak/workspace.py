"""A workspace for a soak, made through the API, and calls that are tried again until they are answered."""

import asyncio
import json
import uuid

import aiohttp


class Refused(Exception):
    """An answer that trying again does not change."""


async def call(session, method, url, token=None, body=None, deadline=120.0):
    """Tries again while the server cannot be reached or says that it cannot answer just now."""
    loop = asyncio.get_running_loop()
    end, wait = loop.time() + deadline, 0.02
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    while True:
        try:
            async with session.request(method, url, json=body, headers=headers) as response:
                answer = json.loads(await response.read())
                if response.status < 400:
                    return answer
                if response.status not in (429, 500, 503):
                    raise Refused(f"{method} was answered {response.status} {answer['error']['code']}")
                if response.status == 500:
                    raise Refused(f"{method} was answered 500")
        except (aiohttp.ClientError, asyncio.TimeoutError, ConnectionError, json.JSONDecodeError):
            pass
        if loop.time() > end:
            raise SystemExit(f"{method} {url} was not answered in {deadline:.0f} s")
        await asyncio.sleep(wait)
        wait = min(wait * 2, 1.0)


class Workspace:
    """One tenant with a secret key, an end user's chat token and their conversation."""

    @classmethod
    async def make(cls, session, base):
        self = cls()
        name = uuid.uuid4().hex[:12]
        signup = (
            await call(
                session,
                "POST",
                f"{base}/api/v1/signup",
                body={
                    "full_name": "Soak",
                    "email": f"{name}@soak.example",
                    "password": "an entirely fine phrase",
                    "company_name": "Soak",
                    "slug": f"soak-{name}",
                    "plan": "trial",
                },
            )
        )["data"]
        verify = {"tenant_id": signup["tenant_id"], "token": signup["verification_token"]}
        grant = (await call(session, "POST", f"{base}/api/v1/signup/verify", body=verify))["data"]
        self.tenant, self.owner = signup["tenant_id"], grant["token"]
        body = {"name": "Soak", "key_type": "secret"}
        key = (await call(session, "POST", f"{base}/api/v1/admin/keys", token=self.owner, body=body))["data"]
        self.key = key["secret"]
        body = {"external_user_id": "soak"}
        chat = (await call(session, "POST", f"{base}/api/product/v1/sessions", token=self.key, body=body))["data"]
        self.chat, self.channel = chat["token"], chat["chat"]["channel_id"]
        return self
