"""Workspaces of a run's own, on the server whose address is in IRIS_BASE."""

import os
import secrets

import requests

BASE = os.environ["IRIS_BASE"]
PASSWORD = "a difference engine for " + secrets.token_hex(8)


def call(path, body, token=None):
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    reply = requests.post(BASE + path, json=body, headers=headers, timeout=30)
    if not reply.ok:
        raise RuntimeError(f"POST {path} answered {reply.status_code}")
    return reply.json()["data"]


def sign_up():
    """A pending signup: who it is, and what verifies it."""
    handle = "st-" + secrets.token_hex(8)
    person = {"full_name": "Ada Lovelace", "email": f"{handle}@schemathesis.example", "password": PASSWORD}
    receipt = call("/api/v1/signup", {**person, "company_name": "Analytical Engines", "slug": handle, "plan": "trial"})
    return person["email"], {"tenant_id": receipt["tenant_id"], "token": receipt["verification_token"]}


class Workspace:
    """A workspace of the run's own, signed in to as its owner."""

    def __init__(self):
        self.email, proof = sign_up()
        self.tenant = proof["tenant_id"]
        self.session = call("/api/v1/signup/verify", proof)["token"]

    def sign_in(self):
        return call("/api/v1/owner/login", {"email": self.email, "password": PASSWORD})["token"]

    def invite(self):
        person = {"email": f"{secrets.token_hex(8)}@schemathesis.example", "org_role": "viewer"}
        token = call("/api/v1/admin/team/invites", person, self.session)["token"]
        return {"tenant_id": self.tenant, "token": token}

    def forget_password(self):
        return {"token": call("/api/v1/owner/password/forgot", {"email": self.email})["reset_token"]}


class Support(Workspace):
    """A workspace with a key, and with an end user in a conversation."""

    def __init__(self):
        super().__init__()
        self.person = {"external_user_id": "user-" + secrets.token_hex(8)}
        self.key = call("/api/v1/admin/keys", {"name": "Backend", "key_type": "secret"}, self.session)["secret"]
        self.chat = call("/api/product/v1/sessions", self.person, self.key)["token"]

    def open_chat(self):
        person = {"external_user_id": "user-" + secrets.token_hex(8)}
        return call("/api/product/v1/sessions", person, self.key)["token"]
