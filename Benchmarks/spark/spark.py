"""Spark on this machine alone: jobs by spark-submit, and a cluster on loopback."""

import json
import os
import pathlib
import signal
import socket
import subprocess
import sys
import time
import urllib.request

JOB = pathlib.Path(__file__).with_name("classify_talks.py")
PROGRAMS = pathlib.Path(sys.executable).parent

# Spark finds out what the machine is called and would listen on that name's address; and
# Python must be the one these scripts run in. LC_ALL, since the JVM takes file names' and
# standard output's encoding from it.
ENVIRONMENT = os.environ | {
    "SPARK_LOCAL_IP": "127.0.0.1",
    "LC_ALL": "C.UTF-8",
    "PYSPARK_PYTHON": sys.executable,
}


def submit_line(master: str, *arguments: object, folder: pathlib.Path) -> list[str]:
    """The spark-submit line of the example job; `folder` is for what Spark puts aside."""
    settings = {
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.local.dir": folder / "local",
    }
    options = [part for item in settings.items() for part in ("--conf", "{}={}".format(*item))]
    program = PROGRAMS / "spark-submit"
    line = [program, "--master", master, "--driver-memory", "1g", *options, JOB, *arguments]
    return [str(part) for part in line]


def free_port() -> int:
    """A port of loopback that nothing listens on now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Cluster:
    """A standalone master and workers of one core, each a process group of its own."""

    START_SECONDS = 120

    def __init__(self, folder: pathlib.Path, worker_count: int = 2):
        self.folder = folder
        self.worker_count = worker_count
        self.url = f"spark://127.0.0.1:{free_port()}"
        self.status_port = free_port()
        self.workers: list[subprocess.Popen] = []

    def __enter__(self) -> "Cluster":
        port = self.url.rpartition(":")[2]
        self.master = self.start(
            "master", "master.Master", "--port", port, "--webui-port", str(self.status_port))
        try:
            for number in range(self.worker_count):
                self.workers.append(self.start(
                    f"worker-{number}", "worker.Worker", "--cores", "1", "--memory", "1g",
                    "--work-dir", str(self.folder / f"work-{number}"),
                    "--webui-port", str(free_port()), self.url))
            deadline = time.monotonic() + self.START_SECONDS
            while self.alive_workers() < self.worker_count:
                if time.monotonic() > deadline:
                    raise RuntimeError(f"the cluster did not start; see {self.folder}/*.log")
                time.sleep(0.2)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_) -> None:
        for process in [*self.workers, self.master]:
            self.kill(process)

    def start(self, name: str, kind: str, *arguments: str) -> subprocess.Popen:
        """Starts a daemon in the foreground, its messages in a file."""
        line = [str(PROGRAMS / "spark-class"), f"org.apache.spark.deploy.{kind}"]
        with open(self.folder / f"{name}.log", "wb") as log:
            return subprocess.Popen(
                [*line, "--host", "127.0.0.1", *arguments], env=ENVIRONMENT,
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)

    @staticmethod
    def kill(process: subprocess.Popen) -> None:
        """Ends a daemon and the executors it started at once, as when a machine fails."""
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def alive_workers(self) -> int:
        """How many workers the master knows to be alive."""
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(f"http://127.0.0.1:{self.status_port}/json/", timeout=5) as answer:
                return json.load(answer)["aliveworkers"]
        except OSError:
            return 0
