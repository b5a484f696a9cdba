// Before the page is drawn: that scripts run, and the colours a reader chose before; without a choice the system's count.
(() => {
  document.documentElement.classList.add("scripted");
  let chosen = null;
  try { chosen = localStorage.getItem("dateline-theme"); } catch { /* storage may be off */ }
  if (chosen === "dark" || chosen === "light") document.documentElement.dataset.theme = chosen;
})();
