"""Runs a Dovecot of its own on 127.0.0.1, for one user, until standard input ends.

    dovecot.py USER PASSWORD CERTIFICATE KEY

The first line on standard output is JSON: the ports of IMAP with TLS and of IMAP with STARTTLS, and the Maildir into which
mails are put. Whoever starts it needs no rights; root gives Dovecot's processes to the accounts of its package.
"""

import getpass
import json
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

CONFIGURATION = """
protocols = imap
listen = 127.0.0.1
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
default_internal_user = {internal}
default_login_user = {login}
default_internal_group = {group}
ssl = yes
ssl_cert = <{certificate}
ssl_key = <{key}
disable_plaintext_auth = yes
auth_mechanisms = plain login
mail_location = maildir:{folder}/home/Maildir
first_valid_uid = 1
passdb {{
  driver = static
  args = user={user} password={password}
}}
userdb {{
  driver = static
  args = uid={owner} gid={owner_group} home={folder}/home
}}
service anvil {{
  chroot =
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {plain}
  }}
  inet_listener imaps {{
    port = {tls}
    ssl = yes
  }}
}}
"""

# Whoever started this may have had signals blocked; Dovecot would not end on one.
signal.pthread_sigmask(signal.SIG_SETMASK, [])


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port, process, log):
    while True:
        if process.poll() is not None:
            sys.exit(f"dovecot has ended: {open(log).read() if os.path.exists(log) else ''}")
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)


user, password, certificate, key = sys.argv[1:5]
dovecot = shutil.which("dovecot", path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin")
if not dovecot:
    sys.exit("dovecot is missing: run scripts/setup")
folder = tempfile.mkdtemp(prefix="iris-dovecot-", dir="/tmp")
try:
    is_root = os.geteuid() == 0
    account = pwd.getpwnam("dovecot" if is_root else getpass.getuser())
    maildir = f"{folder}/home/Maildir"
    for part in ("cur", "new", "tmp"):
        os.makedirs(f"{maildir}/{part}")
    if is_root:
        os.chmod(folder, 0o755)
        for path in (f"{folder}/home", maildir, *(f"{maildir}/{part}" for part in ("cur", "new", "tmp"))):
            os.chown(path, account.pw_uid, account.pw_gid)
    ports = {"plain": free_port(), "tls": free_port()}
    configuration = f"{folder}/dovecot.conf"
    with open(configuration, "w") as file:
        file.write(
            CONFIGURATION.format(
                folder=folder, user=user, password=password, certificate=certificate, key=key,
                internal="dovecot" if is_root else account.pw_name, login="dovenull" if is_root else account.pw_name,
                group="dovecot" if is_root else account.pw_gid, owner=account.pw_uid, owner_group=account.pw_gid, **ports,
            )
        )
    process = subprocess.Popen([dovecot, "-F", "-c", configuration], stdin=subprocess.DEVNULL)
    try:
        for port in ports.values():
            wait_for(port, process, f"{folder}/log")
        print(json.dumps({**ports, "maildir": maildir}), flush=True)
        sys.stdin.read()
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()
finally:
    shutil.rmtree(folder, ignore_errors=True)
