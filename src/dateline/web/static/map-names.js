// Names on the map: those of the busiest places, none across another one or beyond the edge.

const LETTER = 6, LINE = 13, ASIDE = 11; // width of a letter, height of a line, how far from its place a name stands

// Where a projection of map.js puts a place.
function pointOf(spot, extent, scale, width, height) {
  const radians = Math.PI / 180;
  const across = spot.longitude - (extent.east + extent.west) / 2, up = spot.latitude - (extent.north + extent.south) / 2;
  return { x: width / 2 + scale * radians * (((across + 540) % 360) - 180), y: height / 2 - scale * radians * up };
}

// A country's name stands in its middle, a town's to the right of it or, where that is taken, to the left.
function choicesOf(spot, point) {
  const wide = spot.place.length * LETTER;
  const at = (align, x, left) => ({ align, x, y: point.y, left, right: left + wide, top: point.y - LINE / 2, bottom: point.y + LINE / 2 });
  if (spot.area) return [at("center", point.x, point.x - wide / 2)];
  return [at("left", point.x + ASIDE, point.x + ASIDE), at("right", point.x - ASIDE, point.x - ASIDE - wide)];
}

function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

// The spots come with the busiest first.
export function placeNames(spots, extent, scale, width, height) {
  const placed = [];
  const seen = new Set();
  for (const spot of spots.filter((one) => one.longitude !== null && one.latitude !== null)) {
    if (seen.has(spot.place)) continue;
    const isFree = (box) => box.left > 2 && box.right < width - 2 && box.top > 2 && box.bottom < height - 2 && !placed.some((other) => overlap(box, other));
    const box = choicesOf(spot, pointOf(spot, extent, scale, width, height)).find(isFree);
    if (box) placed.push({ ...box, place: spot.place, area: spot.area });
    if (box) seen.add(spot.place);
  }
  return placed;
}

// Two layers: the names, and beneath them the same in the colour of the land, wider, so that they can be read on anything.
export function nameLayers(names, c) {
  const encoding = {
    x: { field: "x", type: "quantitative", scale: null, axis: null }, y: { field: "y", type: "quantitative", scale: null, axis: null },
    text: { field: "place", type: "nominal" },
  };
  const mark = { type: "text", align: { expr: "datum.align" }, baseline: "middle", fontSize: 11, fill: c.ink, tooltip: null };
  return [{ stroke: c.land, strokeWidth: 3, strokeJoin: "round", strokeOpacity: 0.85 }, {}].map((halo) => ({
    data: { values: names }, mark: { ...mark, ...halo }, encoding,
  }));
}
