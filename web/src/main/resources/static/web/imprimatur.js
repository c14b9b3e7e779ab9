// What pages can't do without a script; everything else works with links and forms alone.

// "/" leads to the search, as editors know it from elsewhere
document.addEventListener('keydown', event => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest('input, textarea, select, [contenteditable]')) return;
  const search = document.querySelector('input[type=search]');
  if (search) {
    event.preventDefault();
    search.focus();
  }
});

// a menu closes when one clicks elsewhere or presses Escape
const closeMenus = except =>
  document.querySelectorAll('details.menu[open]').forEach(menu => { if (menu !== except) menu.open = false; });
document.addEventListener('click', event => closeMenus(event.target.closest('details.menu')));
document.addEventListener('keydown', event => { if (event.key === 'Escape') closeMenus(null); });

// a form leaves once, however often its button is pressed
document.addEventListener('submit', event => {
  const button = event.submitter;
  if (!button || event.defaultPrevented) return;
  if (button.getAttribute('aria-busy') === 'true') { event.preventDefault(); return; }
  button.setAttribute('aria-busy', 'true');
});
window.addEventListener('pageshow', () =>
  document.querySelectorAll('[aria-busy=true]').forEach(button => button.removeAttribute('aria-busy')));
document.addEventListener('htmx:afterRequest', event => event.target.id === 'bell' ||
  document.querySelectorAll('[aria-busy=true]').forEach(button => button.removeAttribute('aria-busy')));
