// The network: places come from the server, so that it looks the same each time; here it is drawn and opened.
(() => {
  function draw() {
    const box = document.getElementById("network");
    if (!box || !window.cytoscape || box.dataset.drawn) return;
    box.dataset.drawn = "yes";
    dateline.data(box.dataset.from).then((found) => show(box, found)).catch((error) => {
      box.textContent = `The network cannot be drawn: ${error.message}.`;
    });
  }

  const NAMED = 45; // the busiest have their names beside them, the others when pointed at

  function show(box, found) {
    const width = Math.max(box.clientWidth, 300), height = Math.max(box.clientHeight, 300);
    const most = Math.max(1, ...found.nodes.map((node) => node.cooperation + node.conflict));
    const thick = Math.max(1, ...found.edges.map((edge) => edge.cooperation + edge.conflict));
    const nodes = found.nodes.map((node, rank) => ({
      data: { id: node.key, name: node.name, label: rank < NAMED ? node.name : "", size: 12 + 38 * Math.sqrt((node.cooperation + node.conflict) / most) },
      position: { x: node.x * width / 2, y: node.y * height / 2 },
    }));
    const edges = found.edges.map((edge) => ({
      data: {
        id: `${edge.first}|${edge.second}`, source: edge.first, target: edge.second, sign: edge.sign,
        width: 1 + 7 * Math.sqrt((edge.cooperation + edge.conflict) / thick),
      },
    }));
    const graph = cytoscape({
      container: box, elements: { nodes, edges }, layout: { name: "preset", fit: true, padding: 36 },
      style: looks(), minZoom: 0.2, maxZoom: 4, autoungrabify: true, boxSelectionEnabled: false,
    });
    graph.on("mouseover", "node", (event) => event.target.data("label", event.target.data("name")));
    graph.on("tap", "edge", (event) => {
      const { source, target } = event.target.data();
      open(box.dataset.tie, { first: source, second: target });
    });
    graph.on("tap", "node", (event) => {
      const [path, query] = box.dataset.actor.split("?");
      const key = event.target.id().split("/").map(encodeURIComponent).join("/");
      location.href = path + key + (query ? `?${query}` : "");
    });
    document.addEventListener("dateline:colours", () => graph.style(looks()));
    box.dataset.drawn = "done";
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
        "font-size": 12, "font-family": "system-ui, sans-serif", color: colour("ink"), "text-valign": "bottom", "text-margin-y": 4,
        "text-outline-color": colour("sheet"), "text-outline-width": 2.5, "min-zoomed-font-size": 7,
      } },
      { selector: "edge", style: { width: "data(width)", "line-color": colour("soft"), "curve-style": "straight", opacity: 0.75 } },
      { selector: "edge[sign > 0]", style: { "line-color": colour("cooperation") } },
      { selector: "edge[sign < 0]", style: { "line-color": colour("conflict"), "line-style": "dashed" } },
    ];
  }

  draw();
  document.addEventListener("htmx:afterSettle", draw);
})();
