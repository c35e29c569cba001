"""Mails really leave: Odoo sends none within a test, so another process sends them."""

import asyncio
import email
import shutil
import subprocess
import sys
import threading
import unittest
import uuid
from contextlib import closing
from email import policy

from odoo import sql_db
from odoo.tools import config

ANH = "Đỗ Thị Ngọc Ánh <anh@example.com>"

# Officer of a school with one late task, and a department that passes a plan down to it.
SCENE = """
from datetime import timedelta
from odoo.fields import Command
from odoo.addons.dan_chu_co_so.lib.clock import today

env["res.lang"]._activate_lang("vi_VN")
quiet = env(context={**env.context, "no_reset_password": True, "tracking_disable": True})
kind = lambda name: env.ref("dan_chu_co_so.unit_kind_" + name).id
top = quiet["dan_chu.unit"].create(
    {"name": "Sở Giáo dục Lam Châu", "code": "SGDĐT", "kind_id": kind("department")})
school = quiet["dan_chu.unit"].create(
    {"name": "Trường THPT Hoa Sen", "code": "HS", "kind_id": kind("upper_secondary_school"),
     "parent_id": top.id})
officer = quiet["res.users"].create(
    {"name": "Đỗ Thị Ngọc Ánh", "login": "anh", "email": "anh@example.com", "lang": "vi_VN",
     "group_ids": [Command.set(env.ref("base.group_user").ids)]})
env["dan_chu.assignment"].create(
    {"user_id": officer.id, "role": "officer", "unit_id": school.id, "date_from": today()})
task = quiet["dan_chu.task"].create(
    {"name": "Niêm yết quy chế dân chủ", "unit_id": school.id,
     "date_deadline": today() - timedelta(days=2)})
task._give()
plan = quiet["dan_chu.plan"].create(
    {"unit_id": top.id, "title": "Thực hiện dân chủ ở cơ sở", "number": "25",
     "date_from": f"{today().year}-01-01", "date_to": f"{today().year}-12-31",
     "signatory_ids": [Command.create({"name": "Lê Thị Hạnh", "own_title": "GIÁM ĐỐC"})],
     "section_ids": [
         Command.create({"sequence": 1, "level": 1, "role": "heading", "text": "MỤC ĐÍCH"})],
     "addressee_ids": [Command.create({"unit_id": school.id})]})
plan.action_submit()
plan.action_issue()
env.cr.commit()
env["dan_chu.weekly.mail"]._cron_mail()
env["mail.mail"].process_email_queue()
env.cr.commit()
"""


class Post:
    """A server that takes every mail it is handed, on a port of its own."""

    def __init__(self):
        self.letters, self.port = [], None
        self._loop = asyncio.new_event_loop()
        self._is_open = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self):
        self._thread.start()
        self._is_open.wait(10)
        return self

    def __exit__(self, *_error):
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def _run(self):
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(
            asyncio.start_server(self._converse, "127.0.0.1", 0, limit=2**22)
        )
        self.port = server.sockets[0].getsockname()[1]
        self._is_open.set()
        self._loop.run_forever()
        server.close()

    async def _converse(self, reader, writer):
        async def say(words):
            writer.write(f"{words}\r\n".encode())
            await writer.drain()

        await say("220 test")
        while line := (await reader.readline()).decode().strip():
            command = line.split()[0].upper()
            if command == "DATA":
                await say("354 go on")
                data = await reader.readuntil(b"\r\n.\r\n")
                data = data[:-3].replace(b"\r\n..", b"\r\n.")
                self.letters.append(email.message_from_bytes(data, policy=policy.default))
                await say("250 taken")
            elif command == "QUIT":
                await say("221 bye")
                break
            else:
                await say("250 fine")
        writer.close()


class TestMailLeaves(unittest.TestCase):
    """In a database of its own: what has left cannot be taken back."""

    @classmethod
    def setUpClass(cls):
        cls.name = f"mail_{uuid.uuid4().hex[:12]}"
        cls.addClassCleanup(cls._drop)
        with cls._postgres() as cr:
            cr.execute("SELECT datname FROM pg_database WHERE datname LIKE 'base\\_%'")
            template = (cr.fetchone() or ["template0"])[0]
            cr.execute(f'CREATE DATABASE "{cls.name}" TEMPLATE "{template}"')

    def test_they_arrive_whole_in_vietnamese_and_with_links(self):
        with Post() as post:
            self._send(post.port)
        self.assertEqual([letter["To"] for letter in post.letters], [ANH, ANH])
        weekly, plan = sorted(post.letters, key=lambda letter: "Niêm yết" not in self._html(letter))
        self.assertTrue(weekly["Subject"].endswith(": Trường THPT Hoa Sen"), weekly["Subject"])
        self.assertRegex(plan["Subject"], r"Kế hoạch (số )?25/KH-SGDĐT$")
        for letter, words, path in (
            (weekly, "Niêm yết quy chế dân chủ", r"/odoo/dan-chu-our-tasks/\d+"),
            (plan, "Thực hiện dân chủ ở cơ sở", r"/odoo/dan-chu-plans-asked"),
        ):
            html = self._html(letter)
            self.assertIn("Đỗ Thị Ngọc Ánh", html)
            self.assertIn(words, html)
            self.assertRegex(html, f'href="https?://[^"]+{path}"')
            plain = letter.get_body(("plain",)).get_content()
            self.assertIn(words, plain)

    def _html(self, letter):
        part = letter.get_body(("html",))
        self.assertEqual(part.get_content_charset(), "utf-8")
        return part.get_content()

    def _send(self, port):
        self._odoo("-i", "dan_chu_co_so", "--stop-after-init")
        self._odoo("--smtp", "127.0.0.1", "--smtp-port", str(port), command=["shell"], script=SCENE)

    def _odoo(self, *options, command=(), script=""):
        done = subprocess.run(
            [sys.executable, "-m", "odoo", *command, "-d", self.name, "--no-http", *options],
            input=script,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        if done.returncode:
            raise AssertionError(done.stderr[-3000:])

    @staticmethod
    def _postgres():
        cursor = sql_db.db_connect("postgres").cursor()
        cursor._cnx.autocommit = True
        return closing(cursor)

    @classmethod
    def _drop(cls):
        sql_db.close_db(cls.name)
        with cls._postgres() as cr:
            cr.execute(f'DROP DATABASE IF EXISTS "{cls.name}" WITH (FORCE)')
        shutil.rmtree(config.filestore(cls.name), ignore_errors=True)
