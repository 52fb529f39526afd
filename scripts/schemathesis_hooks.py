"""Tokens and identities for Schemathesis, so that its requests get past the doors and its tokens live to the end.

Each operation gets a token that its security requirement names. Several workspaces are made, so that no request takes
away what others stand on: where a key is revoked or a member removed, it is not the one that the run works with.
Sessions that an operation ends or replaces are opened for that one request.
"""

import itertools
import secrets

import schemathesis

from schemathesis_workspaces import PASSWORD, Support, Workspace, sign_up

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
