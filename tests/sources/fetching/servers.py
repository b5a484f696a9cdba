"""A server on this machine that behaves well or badly, for as long as a test lasts."""

import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Site:
    """What a test server answers: a path, and what it does with a request.

    A behaviour is bytes, a tuple of status, headers and body, or a function of the handler that writes by itself.
    """

    def __init__(self):
        self.pages = {}
        self.requests = []
        self.port = 0
        self.is_over = threading.Event()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def asked(self, path):
        """The headers of every request for a path, names in small letters."""
        return [headers for asked, headers in self.requests if asked == path]

    def hang(self, handler):
        """Say nothing until the test is over."""
        self.is_over.wait(30)

    def drip(self, handler):
        """Send a header that never ends, a little at a time."""
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Drip: ")
        while not self.is_over.wait(0.01):
            handler.wfile.write(b"x")

    def pour(self, handler):
        """Send a body that never ends."""
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while not self.is_over.is_set():
            handler.wfile.write(b"<p>more</p>" * 5000)


@contextmanager
def serving():
    """Serve a site on a free port of this machine."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            site.requests.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            behaviour = site.pages.get(self.path, (404, {}, b"nothing here"))
            self.close_connection = True
            try:
                if callable(behaviour):
                    behaviour(self)
                else:
                    self.answer(behaviour)
            except (BrokenPipeError, ConnectionResetError):
                pass

        def answer(self, behaviour):
            status, headers, body = (200, {}, behaviour) if isinstance(behaviour, bytes) else behaviour
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site.port = server.server_address[1]
    thread = threading.Thread(target=lambda: server.serve_forever(poll_interval=0.01), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.is_over.set()
        server.shutdown()
        server.server_close()
        thread.join()


def wait_for(condition, *, seconds=10):
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.005)
