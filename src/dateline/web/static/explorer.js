// What every page does beside being read: the switch of colours, and citations to copy.
(() => {
  const root = document.documentElement;
  const aloud = document.getElementById("aloud");

  function isDark() {
    return root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }

  function labelSwitch(button) {
    button.textContent = isDark() ? "Light" : "Dark";
    button.setAttribute("aria-label", `Show in ${isDark() ? "light" : "dark"} colours`);
  }

  const button = document.getElementById("theme");
  if (button) {
    button.hidden = false;
    labelSwitch(button);
    button.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      try { localStorage.setItem("dateline-theme", root.dataset.theme); } catch { /* storage may be off */ }
      labelSwitch(button);
      document.dispatchEvent(new CustomEvent("dateline:colours"));
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      labelSwitch(button);
      document.dispatchEvent(new CustomEvent("dateline:colours"));
    });
  }

  function say(text) {
    aloud.textContent = "";
    requestAnimationFrame(() => { aloud.textContent = text; });
    clearTimeout(say.timer);
    say.timer = setTimeout(() => { aloud.textContent = ""; }, 4000);
  }

  async function copyText(text) {
    if (navigator.clipboard && isSecureContext) return navigator.clipboard.writeText(text);
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "off-page";
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }

  document.addEventListener("click", async (event) => {
    const copy = event.target.closest("button.copy");
    if (!copy) return;
    try {
      await copyText(copy.dataset.cite);
      say("Citation copied");
    } catch {
      say("The browser did not let it be copied");
    }
  });

  function showButtons(within) {
    for (const copy of within.querySelectorAll("button.copy")) copy.hidden = false;
  }
  showButtons(document);
  document.addEventListener("htmx:afterSettle", (event) => showButtons(event.target));

  // Fields left empty ask for nothing and stay out of the address.
  document.addEventListener("htmx:configRequest", (event) => {
    for (const [name, value] of [...event.detail.formData.entries()]) {
      if (value === "") event.detail.formData.delete(name);
    }
  });
  document.addEventListener("submit", (event) => {
    const empty = [...event.target.elements].filter((field) => field.name && field.value === "");
    for (const field of empty) field.disabled = true;
    setTimeout(() => { for (const field of empty) field.disabled = false; });
  });

  // What to read and draw with: the page's own colours, for charts, map and network.
  window.dateline = {
    say,
    isDark,
    // What is drawn within takes the light colours, for paper; nothing of it is seen on the screen.
    inLight: (drawing) => {
      const chosen = root.dataset.theme;
      root.dataset.theme = "light";
      drawing();
      if (chosen) root.dataset.theme = chosen;
      else delete root.dataset.theme;
    },
    colour: (name) => getComputedStyle(root).getPropertyValue(`--${name}`).trim(),
    data: async (address) => {
      const answer = await fetch(address, { headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(`the explorer answered ${answer.status}`);
      return (await answer.json()).data;
    },
  };
})();
