// A report's marks and the entries beside it point to each other: by hover, click and keyboard.
(() => {
  const report = document.querySelector("[data-report]");
  if (!report) return;
  const text = report.querySelector("#text");
  const beside = report.querySelector(".beside");
  const marks = [...text.querySelectorAll(".m")];
  const segments = new Map();
  for (const mark of marks) {
    for (const piece of mark.dataset.m.split(" ")) {
      if (!segments.has(piece)) segments.set(piece, []);
      segments.get(piece).push(mark);
    }
  }
  const entryOf = (piece) => document.getElementById(`l-${piece}`);
  let held = null; // the piece that stays lit until another is chosen

  function light(piece, on) {
    const entry = entryOf(piece);
    for (const mark of segments.get(piece) ?? []) mark.classList.toggle("on", on);
    if (!entry) return;
    entry.classList.toggle("on", on);
    if (!entry.dataset.within) return;
    const [start, end] = entry.dataset.within.split(" ").map(Number);
    for (const near of entry.dataset.near.split(" ").filter(Boolean)) {
      for (const mark of segments.get(near) ?? []) {
        const at = Number(mark.dataset.at);
        if (at >= start && at < end) mark.classList.toggle("near", on);
      }
    }
  }

  function clear() {
    for (const lit of report.querySelectorAll(".on, .near")) lit.classList.remove("on", "near");
  }

  function show(pieces) {
    clear();
    for (const piece of pieces) light(piece, true);
  }

  function rest() {
    clear();
    if (held) light(held, true);
  }

  function hold(piece) {
    held = piece;
    rest();
  }

  function openEntry(piece, focus) {
    const entry = entryOf(piece);
    if (!entry) return;
    const list = entry.closest("details.layer");
    if (list) list.open = true;
    hold(piece);
    entry.scrollIntoView({ block: "nearest" });
    if (focus) entry.querySelector(".go").focus({ preventScroll: true });
  }

  function openMark(piece) {
    const mark = segments.get(piece)?.[0];
    if (!mark) return;
    hold(piece);
    mark.tabIndex = -1;
    mark.scrollIntoView({ block: "center" });
    mark.focus({ preventScroll: true });
  }

  text.addEventListener("mouseover", (event) => {
    const mark = event.target.closest(".m");
    if (mark) show(mark.dataset.m.split(" "));
  });
  text.addEventListener("mouseout", rest);
  text.addEventListener("click", (event) => {
    const number = event.target.closest("a.n");
    const mark = event.target.closest(".m");
    if (number) {
      event.preventDefault();
      openEntry(number.getAttribute("href").slice(3), true);
    } else if (mark && getSelection().isCollapsed) {
      openEntry(mark.dataset.to, false);
    }
  });
  text.addEventListener("focusin", (event) => {
    const number = event.target.closest("a.n");
    if (number) show([number.getAttribute("href").slice(3)]);
  });
  beside.addEventListener("mouseover", (event) => {
    const entry = event.target.closest("[data-p]");
    if (entry) show([entry.dataset.p]);
  });
  beside.addEventListener("mouseleave", rest);
  beside.addEventListener("focusin", (event) => {
    const entry = event.target.closest("[data-p]");
    if (entry) show([entry.dataset.p]);
  });
  beside.addEventListener("click", (event) => {
    const go = event.target.closest("a.go");
    if (!go) return;
    event.preventDefault();
    openMark(go.closest("[data-p]").dataset.p);
    history.replaceState(null, "", go.getAttribute("href"));
  });

  // From mark to mark with n and p, to its entry with Enter, away with Escape.
  const stops = marks.filter((mark, i) => i === 0 || mark.dataset.to !== marks[i - 1].dataset.to);
  let stop = -1;
  // Only with the report in focus: single letters elsewhere are the reader's own.
  report.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    if (event.key === "Escape") {
      held = null;
      stop = -1;
      clear();
    } else if ((event.key === "n" || event.key === "p") && stops.length) {
      stop = Math.min(Math.max(stop + (event.key === "n" ? 1 : -1), 0), stops.length - 1);
      const mark = stops[stop];
      hold(mark.dataset.to);
      mark.tabIndex = -1;
      mark.scrollIntoView({ block: "nearest" });
      mark.focus({ preventScroll: true });
      entryOf(mark.dataset.to)?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" && event.target.classList.contains("m")) {
      openEntry(event.target.dataset.to, true);
    }
  });
  document.getElementById("keys").hidden = !marks.length;

  for (const box of report.querySelectorAll("[data-layer]")) {
    const apply = () => text.classList.toggle(`no-${box.dataset.layer}`, !box.checked);
    box.addEventListener("change", apply);
    apply();
  }

  function openAddress() {
    const found = /^#m-([a-z]\d+)$/.exec(location.hash);
    if (found) {
      openMark(found[1]);
      entryOf(found[1])?.scrollIntoView({ block: "nearest" });
    }
  }
  addEventListener("hashchange", openAddress);
  openAddress();
})();
