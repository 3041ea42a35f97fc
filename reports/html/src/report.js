// Adds zoom, a crosshair and sorting to a page that has all its content without
// them. Bundled into ../script.js by `make script`.
import { select } from "d3-selection";
import { zoom, zoomIdentity, zoomTransform } from "d3-zoom";

const number = (text) => {
  const m = /[-−]?[\d,]*\.?\d+/.exec(text);
  return m ? parseFloat(m[0].replace(/,/g, "").replace("−", "-")) : NaN;
};

function sortable(table) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((th, i) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = th.textContent;
    th.replaceChildren(button);
    button.addEventListener("click", () => {
      const up = th.getAttribute("aria-sort") !== "ascending";
      heads.forEach((h) => h.removeAttribute("aria-sort"));
      th.setAttribute("aria-sort", up ? "ascending" : "descending");
      const rows = [...table.tBodies[0].rows];
      const numeric = th.classList.contains("n");
      rows.sort((a, b) => {
        const x = a.cells[i].textContent, y = b.cells[i].textContent;
        const order = numeric ? (number(x) || 0) - (number(y) || 0) : x.localeCompare(y);
        return up ? order : -order;
      });
      table.tBodies[0].append(...rows);
    });
  });
}

function explorable(figure) {
  const plot = figure.querySelector(".plot"), svg = figure.querySelector(".pl"), inner = svg && svg.querySelector(".zoom");
  const tables = figure.nextElementSibling ? figure.nextElementSibling.querySelectorAll("table") : [];
  const data = tables[1];
  if (!inner || !data) return;
  const heads = [...data.tHead.rows[0].cells].map((c) => c.textContent);
  const rows = [...data.tBodies[0].rows];
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.hidden = true;
  tip.setAttribute("role", "status");
  plot.append(tip);
  const cross = document.createElementNS("http://www.w3.org/2000/svg", "line");
  cross.setAttribute("class", "cross");
  cross.setAttribute("y1", 0);
  cross.setAttribute("y2", "100%");
  cross.setAttribute("visibility", "hidden");
  inner.append(cross);
  let at = -1;

  const show = (row) => {
    at = Math.max(0, Math.min(rows.length - 1, row));
    const share = (at + 0.5) / rows.length, t = zoomTransform(svg), width = svg.clientWidth;
    cross.setAttribute("x1", share * 100 + "%");
    cross.setAttribute("x2", share * 100 + "%");
    cross.setAttribute("visibility", "visible");
    const cells = [...rows[at].cells];
    tip.textContent = cells.map((c, i) => (i ? heads[i] + " " + c.textContent : c.textContent)).join("\n");
    tip.hidden = false;
    const x = t.x + share * t.k * width;
    tip.style.left = Math.max(0, x > width / 2 ? x - tip.offsetWidth - 12 : x + 12) + "px";
    tip.style.top = "64px";
  };
  const hide = () => {
    tip.hidden = true;
    cross.setAttribute("visibility", "hidden");
  };

  const behavior = zoom()
    .scaleExtent([1, 60])
    .filter((e) => {
      if (e.type === "wheel") return e.ctrlKey || e.metaKey;
      if (e.type === "dblclick") return false;
      if (e.type.startsWith("touch")) return e.touches.length > 1 || zoomTransform(svg).k > 1;
      return !e.button && zoomTransform(svg).k > 1;
    })
    .on("zoom", ({ transform }) => {
      const width = svg.clientWidth;
      inner.setAttribute("x", (transform.x / width) * 100 + "%");
      inner.setAttribute("width", transform.k * 100 + "%");
      plot.classList.toggle("zoomed", transform.k > 1);
      if (!tip.hidden) show(at);
    });
  const selection = select(svg).call(behavior).on("dblclick.zoom", null);
  const fit = () => behavior.translateExtent([[0, 0], [svg.clientWidth, svg.clientHeight]]).extent([[0, 0], [svg.clientWidth, svg.clientHeight]]);
  fit();
  addEventListener("resize", fit);
  svg.addEventListener("dblclick", () => selection.call(behavior.transform, zoomIdentity));
  svg.addEventListener("pointermove", (e) => {
    const t = zoomTransform(svg), box = svg.getBoundingClientRect();
    show(Math.floor(((e.clientX - box.left - t.x) / (t.k * box.width)) * rows.length));
  });
  svg.addEventListener("pointerleave", hide);
  figure.querySelector(".fig").setAttribute("role", "group");
  plot.tabIndex = 0;
  plot.setAttribute("role", "group");
  plot.setAttribute("aria-label", "Figure: arrow keys move a cursor over its values, plus and minus zoom, Escape resets");
  plot.addEventListener("keydown", (e) => {
    const keys = {
      ArrowRight: () => show(at + 1), ArrowLeft: () => show(at - 1), Home: () => show(0), End: () => show(rows.length - 1),
      "+": () => selection.call(behavior.scaleBy, 1.5), "-": () => selection.call(behavior.scaleBy, 1 / 1.5),
      Escape: () => { hide(); selection.call(behavior.transform, zoomIdentity); },
    };
    if (keys[e.key]) {
      e.preventDefault();
      keys[e.key]();
    }
  });
  plot.addEventListener("blur", hide);
  const hint = document.createElement("p");
  hint.className = "hint";
  hint.textContent = "Point at the figure for values. Ctrl and the wheel, a pinch or + and − zoom; double click resets.";
  figure.append(hint);
}

document.querySelectorAll("table.sort").forEach(sortable);
document.querySelectorAll("figure").forEach(explorable);
