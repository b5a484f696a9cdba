// The colours a reader chose before, set before the page is drawn; without a choice the system's count.
(() => {
  let chosen = null;
  try { chosen = localStorage.getItem("dateline-theme"); } catch { /* storage may be off */ }
  if (chosen === "dark" || chosen === "light") document.documentElement.dataset.theme = chosen;
})();
