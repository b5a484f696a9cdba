// The network: places come from the server, so that it looks the same each time; here it is drawn, named and opened.
(() => {
  const ROOM = 7000; // square pixels that a circle needs so that it can be told from others
  const PADDING = 36; // pixels around the whole
  const LETTER = 6.6, LINE = 15; // how wide a letter and how high a line of a name is, about

  function draw() {
    const box = document.getElementById("network");
    if (!box || !window.cytoscape || box.dataset.drawn) return;
    box.dataset.drawn = "yes";
    dateline.data(box.dataset.from).then((found) => show(box, found)).catch((error) => {
      box.textContent = `The network cannot be drawn: ${error.message}.`;
    });
  }

  function show(box, found) {
    const width = Math.max(box.clientWidth, 300), height = Math.max(box.clientHeight, 300);
    const chosen = found.nodes.slice(0, Math.max(12, Math.floor((width * height) / ROOM))); // the busiest come first
    const sheet = document.createElement("div");
    sheet.className = "sheet";
    box.append(sheet);
    const graph = cytoscape({
      container: sheet, elements: elementsOf(chosen, found.edges, width, height), style: looks(),
      layout: { name: "preset", fit: true, padding: PADDING }, minZoom: 0.2, maxZoom: 6, autoungrabify: true,
      boxSelectionEnabled: false, userZoomingEnabled: false, userPanningEnabled: false, // so that a page scrolls over it
    });
    placeNames(graph);
    bindTaps(graph, box);
    bindZoom(graph, box);
    bindPaper(graph, box);
    const note = document.getElementById("room");
    note.hidden = chosen.length === found.nodes.length;
    note.textContent = ` There is room for the ${chosen.length} busiest; a wider window shows more.`;
    document.addEventListener("dateline:colours", () => graph.style(looks()));
    box.dataset.drawn = "done";
  }

  function elementsOf(chosen, ties, width, height) {
    const busy = (one) => one.cooperation + one.conflict;
    const most = Math.max(1, ...chosen.map(busy)), thick = Math.max(1, ...ties.map(busy));
    const largest = Math.min(50, width / 14);
    const nodes = chosen.map((node) => ({
      data: { id: node.key, name: node.name, label: "", size: largest * (0.24 + 0.76 * Math.sqrt(busy(node) / most)) },
      position: { x: node.x * width / 2, y: node.y * height / 2 },
    }));
    const known = new Set(chosen.map((node) => node.key));
    const edges = ties.filter((tie) => known.has(tie.first) && known.has(tie.second)).map((tie) => ({
      data: {
        id: `${tie.first}|${tie.second}`, source: tie.first, target: tie.second, sign: tie.sign,
        width: 1 + 7 * Math.sqrt(busy(tie) / thick),
      },
    }));
    return { nodes, edges };
  }

  // Names stay as large as they are whatever is zoomed. The busiest are named first; a name that would lie on another, on the
  // circle of a busier one or beyond the edge waits until it is pointed at.
  function placeNames(graph) {
    const zoom = graph.zoom(), taken = [];
    graph.batch(() => {
      graph.nodes().forEach((node) => {
        const box = nameOf(node, zoom);
        const isFree = box.left > 0 && box.right < graph.width() && !taken.some((other) => overlap(box, other));
        taken.push(circleOf(node, zoom), ...(isFree ? [box] : []));
        node.data({ label: isFree ? node.data("name") : "", named: isFree });
        node.style({ "font-size": 12 / zoom, "text-margin-y": 4 / zoom, "text-outline-width": 2.5 / zoom });
      });
    });
  }

  function circleOf(node, zoom) {
    const { x, y } = node.renderedPosition(), half = node.data("size") * zoom / 2;
    return { left: x - half, right: x + half, top: y - half, bottom: y + half };
  }

  function nameOf(node, zoom) {
    const { x, y } = node.renderedPosition(), half = node.data("name").length * LETTER / 2;
    const top = y + node.data("size") * zoom / 2 + 3;
    return { left: x - half, right: x + half, top, bottom: top + LINE };
  }

  function overlap(a, b) {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  }

  function bindTaps(graph, box) {
    graph.on("mouseover", "node", ({ target }) => target.data("label", target.data("name")).style("z-index", 9));
    graph.on("mouseout", "node", ({ target }) => target.data("label", target.data("named") ? target.data("name") : "").style("z-index", 0));
    graph.on("mouseover", "node, edge", () => { box.classList.add("pointed"); });
    graph.on("mouseout", "node, edge", () => { box.classList.remove("pointed"); });
    graph.on("tap", "edge", (event) => {
      const { source, target } = event.target.data();
      open(box.dataset.tie, { first: source, second: target });
    });
    graph.on("tap", "node", (event) => openActor(box, event.target.id()));
    // Where a finger scrolls the page over the sheet, its taps come here (see style.css).
    box.addEventListener("click", (event) => {
      if (event.target !== box) return;
      const { left, top } = box.getBoundingClientRect();
      const node = nearest(graph, event.clientX - left, event.clientY - top);
      if (node) openActor(box, node.id());
    });
  }

  const REACH = 14; // pixels that a fingertip may miss a circle by

  function nearest(graph, x, y) {
    const far = (node) => {
      const at = node.renderedPosition();
      return Math.hypot(at.x - x, at.y - y) - node.renderedOuterWidth() / 2;
    };
    return graph.nodes().toArray().filter((node) => far(node) < REACH).sort((a, b) => far(a) - far(b))[0];
  }

  function openActor(box, id) {
    const [path, query] = box.dataset.actor.split("?");
    const key = id.split("/").map(encodeURIComponent).join("/");
    location.href = path + key + (query ? `?${query}` : "");
  }

  function bindZoom(graph, box) {
    const steps = { in: 1.5, out: 1 / 1.5 };
    let whole = graph.zoom();

    function fit() {
      graph.resize();
      graph.fit(undefined, PADDING);
      whole = graph.zoom();
    }

    function zoom(step) {
      const level = graph.zoom() * (step ?? 0), isLarger = level > whole;
      if (isLarger) graph.zoom({ level, renderedPosition: { x: graph.width() / 2, y: graph.height() / 2 } });
      else fit();
      graph.userPanningEnabled(isLarger);
      box.classList.toggle("zoomed", isLarger);
      placeNames(graph);
    }

    for (const button of box.closest("figure").querySelectorAll("[data-zoom]")) {
      button.addEventListener("click", () => zoom(steps[button.dataset.zoom]));
    }
    new ResizeObserver(() => zoom()).observe(box);
  }

  // A canvas is cut off on paper; a picture of the whole, in light colours, is not.
  function bindPaper(graph, box) {
    const picture = new Image();
    picture.className = "on-paper";
    picture.alt = "";
    box.after(picture);
    addEventListener("beforeprint", () => {
      dateline.inLight(() => graph.style(looks()));
      picture.src = graph.png({ full: true, scale: 2, bg: "#ffffff" });
      graph.style(looks());
    });
  }

  function open(path, values) {
    const address = new URL(path, location.href);
    for (const [name, value] of Object.entries(values)) address.searchParams.set(name, value);
    location.href = address.href;
  }

  function looks() {
    const colour = dateline.colour;
    return [
      { selector: "node", style: {
        label: "data(label)", width: "data(size)", height: "data(size)", "background-color": colour("ink"), "background-opacity": 0.82,
        "font-family": "system-ui, sans-serif", color: colour("ink"), "text-valign": "bottom", "text-outline-color": colour("sheet"),
      } },
      { selector: "edge", style: { width: "data(width)", "line-color": colour("soft"), "curve-style": "straight", opacity: 0.75 } },
      { selector: "edge[sign > 0]", style: { "line-color": colour("cooperation") } },
      { selector: "edge[sign < 0]", style: { "line-color": colour("conflict"), "line-style": "dashed" } },
    ];
  }

  draw();
  document.addEventListener("htmx:afterSettle", draw);
})();
