// Which of the two palettes to show: the runner's own choice where there is one, else the system's.
(() => {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const show = () => {
    let chosen = null;
    try {
      chosen = localStorage.getItem('kneewise.theme');
    } catch {
      // A browser that keeps nothing for this page: the system's choice stands.
    }
    const dark = chosen === 'dark' || (chosen !== 'light' && system.matches);
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
    dispatchEvent(new Event('kneewise-theme'));
  };
  show();
  system.addEventListener('change', show);
  addEventListener('kneewise-theme-chosen', show);
})();
