"""Stores settings that users send, and greets them; wrong in most of it."""
import sqlite3
import subprocess

import jinja2
import requests
import yaml
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlparse


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        # A tag in the document makes any object and runs its constructor.
        settings = yaml.load(body, Loader=yaml.Loader)
        self.answer(str(settings))

    def do_GET(self):
        query = parse_qs(urlparse(self.path).query)
        user = query.get("user", ["nobody"])[0]
        database = sqlite3.connect("settings.db")
        rows = database.execute("SELECT value FROM settings WHERE user = '" + user + "'").fetchall()
        # The name is part of the template, not of its values.
        greeting = jinja2.Template("Hello " + user + "! {{ rows }}").render(rows=rows)
        if "ping" in query:
            subprocess.run("ping -c 1 " + query["ping"][0], shell=True)
        if "avatar" in query:
            greeting += requests.get(query["avatar"][0], verify=False).text
        self.answer(greeting)

    def answer(self, text):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(text.encode())


if __name__ == "__main__":
    HTTPServer(("127.0.0.1", 3002), Handler).serve_forever()
