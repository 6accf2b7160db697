// Runs before the first paint, so that a dark page is never white for a moment and the language is right from the start.
(() => {
  const root = document.documentElement;
  let kept = null;
  try {
    kept = localStorage.getItem('engawa-colours');
  } catch {
    // Storage is off: the system's choice holds.
  }
  const dark = kept === 'dark' || (kept !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  const language = /(?:^|; )language=(ja|en)(?:;|$)/.exec(document.cookie);
  if (language) root.lang = language[1];
})();
