// A classic script that runs before the first paint, so a chosen theme never flashes the other one.
(function () {
  var colors = { light: '#f6f5f8', dark: '#15141b' };
  var system = matchMedia('(prefers-color-scheme: dark)');

  function chosen() {
    try {
      return localStorage.getItem('parley.theme') || 'system';
    } catch (e) {
      return 'system'; // storage may be forbidden; the theme is then the system's
    }
  }

  function apply() {
    var theme = chosen();
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
    var shown = theme === 'system' ? (system.matches ? 'dark' : 'light') : theme;
    document.querySelector('meta[name="theme-color"]').content = colors[shown] || colors.light;
  }

  apply();
  system.addEventListener('change', apply);
  addEventListener('storage', apply);
  addEventListener('parley-theme', apply);
})();
