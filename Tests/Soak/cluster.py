"""A private PostgreSQL and an Iris server on it, which a soak kills and restarts as it likes."""

import asyncio
import glob
import os
import shutil
import signal
import subprocess
import tempfile


def _as_database_user(command):
    """PostgreSQL does not run as root."""
    return ["runuser", "-u", "postgres", "--", *command] if os.geteuid() == 0 else command


class Cluster:
    """PostgreSQL on a unix socket in a temporary folder."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="iris-soak-", dir="/tmp")
        os.chmod(self.folder, 0o755)
        self.data = os.path.join(self.folder, "pg")
        os.mkdir(self.data)
        if os.geteuid() == 0:
            shutil.chown(self.data, "postgres", "postgres")
        found = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"))
        if not found:
            raise SystemExit("PostgreSQL's initdb is missing: run scripts/setup")
        self.binaries = os.path.dirname(found[-1])

    def _run(self, tool, *arguments):
        command = _as_database_user([os.path.join(self.binaries, tool), *arguments])
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")

    def start(self):
        if not os.path.exists(os.path.join(self.data, "PG_VERSION")):
            self._run("initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync")
        options = f"-c listen_addresses='' -c unix_socket_directories='{self.data}' -c max_connections=60"
        self._run("pg_ctl", "-D", self.data, "-w", "-l", os.path.join(self.data, "log"), "-o", options, "start")

    def stop(self, mode="fast"):
        self._run("pg_ctl", "-D", self.data, "-w", "-m", mode, "stop")

    def url(self, user):
        return f"host={self.data} user={user} dbname=postgres"

    def remove(self):
        try:
            self.stop("immediate")
        except subprocess.CalledProcessError:
            pass
        shutil.rmtree(self.folder, ignore_errors=True)


class Server:
    """An iris-server process that can be killed and started again on the same port."""

    def __init__(self, binary, cluster, port):
        self.binary, self.cluster, self.port = binary, cluster, port
        self.base = f"http://127.0.0.1:{port}"
        self.log = open(os.path.join(cluster.folder, "server.log"), "ab")
        self.process = None

    async def start(self):
        environment = {
            "PATH": os.environ["PATH"],
            "PORT": str(self.port),
            "DATABASE_URL": self.cluster.url("iris_server"),
            "DATABASE_ADMIN_URL": self.cluster.url("postgres"),
            "IRIS_ENVIRONMENT": "development",
            "IRIS_PASSWORD_COST": "12",
            "IRIS_RATE_FACTOR": "100000",
        }
        self.process = await asyncio.create_subprocess_exec(
            self.binary, env=environment, stdout=asyncio.subprocess.PIPE, stderr=self.log
        )
        line = await asyncio.wait_for(self.process.stdout.readline(), 60)
        if b"ready" not in line:
            raise SystemExit(f"the server did not become ready; its log is {self.log.name}")

    async def kill(self):
        self.process.send_signal(signal.SIGKILL)
        await self.process.wait()

    async def stop(self):
        if self.process and self.process.returncode is None:
            self.process.terminate()
            await asyncio.wait_for(self.process.wait(), 30)

    def resident_megabytes(self):
        with open(f"/proc/{self.process.pid}/status") as status:
            for line in status:
                if line.startswith("VmRSS"):
                    return int(line.split()[1]) / 1024
        return 0.0
