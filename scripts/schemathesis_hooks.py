"""Tokens and identities for Schemathesis, so that its requests get past the doors and its tokens live to the end.

Each operation gets a token that its security requirement names. Several workspaces are made, so that no request takes
away what others stand on: where a key is revoked or a member removed, it is not the one that the run works with.
Sessions that an operation ends or replaces are opened for that one request.
"""

import itertools
import os
import secrets

import requests
import schemathesis

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


console, support, forgetful = Workspace(), Support(), Workspace()
team = [Workspace()]


def sign_in_to_team():
    """Members of this one are promoted and removed, and in the end that may happen to its first owner too."""
    try:
        return team[-1].sign_in()
    except RuntimeError:
        team.append(Workspace())
        return team[-1].session


# Operations that end the session that asks, or what it stands on.
SESSIONS = {
    "logout": console.sign_in,
    "endChatSession": support.open_chat,
    "refreshChatSession": support.open_chat,
    "changeMember": sign_in_to_team,
    "removeMember": sign_in_to_team,
    "listMembers": sign_in_to_team,
}

# What is true, and no schema can know. Valid requests say it in place of what was made up.
TRUTHS = {
    "verifySignup": lambda: sign_up()[1],
    "login": lambda: {"email": console.email, "password": PASSWORD},
    "resetPassword": lambda: forgetful.forget_password(),
    "acceptInvitation": lambda: team[-1].invite(),
    "getBranding": lambda: {"tenant_id": support.tenant},
    "openGuestSession": lambda: {"tenant_id": support.tenant},
    "addChannelMember": lambda: {**support.person, "user_id": None},
}

# Why a valid request may be refused all the same: what it says is well-formed and not so.
UNTRUE = {"invalid_cursor", "no_such_person", "scope_not_grantable", "weak_password"}


def name(operation):
    return operation.definition.raw["operationId"]


def schemes(operation):
    return [scheme for alternative in operation.definition.raw["security"] for scheme in alternative]


def token(scheme, operation):
    if name(operation) in SESSIONS:
        return SESSIONS[name(operation)]()
    if scheme == "session":
        # Where a chat token would do as well, the operation is about conversations.
        return (support if "chat" in schemes(operation) else console).session
    return support.chat if scheme == "chat" else support.key


# An operation that is served by several kinds of token gets them in turn.
turn = itertools.count()


@schemathesis.auth(refresh_interval=None)
class Tokens:
    def get(self, case, context):
        names = schemes(context.operation)
        if not names:
            return None
        scheme = names[next(turn) % len(names)]
        return scheme, token(scheme, context.operation)

    def set(self, case, data, context):
        if data is None:
            return
        scheme, value = data
        if scheme == "key.X-API-Key":
            case.headers["X-API-Key"] = value
        else:
            case.headers["Authorization"] = f"Bearer {value}"


@schemathesis.hook
def before_call(context, case, kwargs):
    """Makes valid requests true: names that exist, and an Idempotency-Key that was not used before."""
    if case.meta is None or not case.meta.generation.mode.is_positive:
        return
    if "Idempotency-Key" in (case.headers or {}):
        case.headers["Idempotency-Key"] = secrets.token_hex(8)
    truth = TRUTHS.get(name(case.operation), dict)()
    said = case.body if isinstance(case.body, dict) else case.query
    for field, value in truth.items():
        said[field] = value
        if value is None:
            del said[field]
    # Only a list can name its cursors; those that a reply has given come by a link.
    if case.meta.phase.name.value != "stateful" and case.query:
        case.query.pop("cursor", None)


@schemathesis.hook
def filter_failure(context, failure, case, response):
    """Keeps every failure but two: a valid request refused for being untrue, and what is left of a deleted message."""
    if "positive_data_acceptance" in failure.checks:
        return response.json()["error"]["code"] not in UNTRUE
    if "use_after_free" in failure.checks:
        return response.json()["data"].get("deleted_at") is None
    return True
