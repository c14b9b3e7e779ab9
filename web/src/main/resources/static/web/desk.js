// The dashboard by keyboard, and its list kept up to date. Without this it works by links and forms.
(() => {
  const desk = document.getElementById('desk');
  if (!desk) return;
  const words = desk.dataset;
  const say = (text, ...values) => text.replace(/\{(\d)\}/g, (whole, n) => values[n]);
  const byId = id => document.getElementById(id);
  const rows = () => [...desk.querySelectorAll('.queue-list > .q-row')];
  const title = row => row.querySelector('.q-title');
  const pick = row => row.querySelector('.pick');
  const here = () => desk.querySelector('.q-row.is-here');

  // the keyboard's place, remembered for when one comes back from a manuscript
  const PLACE = 'desk-place';
  const stand = (row, focus = true) => {
    if (!row) return;
    here()?.classList.remove('is-here');
    row.classList.add('is-here');
    if (focus) {
      title(row).focus({ preventScroll: true });
      row.scrollIntoView({ block: 'nearest' });
    }
    sessionStorage.setItem(PLACE, location.search + ' ' + row.id);
  };
  desk.addEventListener('focusin', event => {
    const row = event.target.closest('.queue-list > .q-row');
    if (row && row !== here()) stand(row, false);
  });
  const arrive = () => {
    const [search, id] = (sessionStorage.getItem(PLACE) ?? '').split(' ');
    if (id && search === location.search && byId(id)) stand(byId(id));
    else if (location.hash === '#list') stand(rows()[0]);
  };
  window.addEventListener('pageshow', arrive);

  const go = (id, hash = '') => {
    const link = byId(id);
    if (link) location.assign(link.getAttribute('href') + hash);
    return Boolean(link);
  };
  const step = by => {
    const all = rows();
    const at = all.indexOf(here());
    const next = all[at < 0 && by < 0 ? all.length - 1 : at + by];
    if (next) stand(next);
    else if (by > 0 && at >= 0) go('later', '#list');
  };
  const select = (which, on) => {
    which.forEach(row => { pick(row).checked = on; });
    tell(say(words.picked, rows().filter(row => pick(row).checked).length));
  };
  const keys = byId('keys');
  const KEYS = {
    j: () => step(1),
    k: () => step(-1),
    x: () => { const row = here(); if (row) select([row], !pick(row).checked); },
    X: () => select(rows(), rows().some(row => !pick(row).checked)),
    a: () => chosen() && byId('bulk-editor')?.focus(),
    r: () => chosen() && byId('bulk-remind')?.focus(),
    n: () => go('later', '#list'),
    m: () => location.assign('/editor'),
    '?': () => keys.togglePopover(),
  };
  // an act is for the rows selected, or for the one where the keyboard is
  const chosen = () => {
    if (!rows().some(row => pick(row).checked) && here()) select([here()], true);
    return rows().some(row => pick(row).checked);
  };
  const OFF = 'single-keys-off';
  const on = byId('keys-on');
  on.checked = !localStorage.getItem(OFF);
  on.addEventListener('change', () => on.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, 'true'));
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]')) {
      if (event.key === 'Escape') (here() ? title(here()) : event.target).focus();
      return;
    }
    if (event.key === 'Escape' && !keys.matches(':popover-open')) { select(rows(), false); return; }
    const does = KEYS[event.key];
    if (does && on.checked) {
      event.preventDefault();
      does();
    }
  });

  // what changes is shown at once, and what one was at stays where it is
  const news = byId('news');
  let lost = false;
  const tell = text => {
    news.textContent = '';
    const said = document.createElement('p');
    said.className = 'notice';
    said.textContent = text;
    news.append(said);
  };
  const time = () =>
    new Date().toLocaleTimeString(document.documentElement.lang || undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

  const show = fresh => {
    const focused = document.activeElement?.id;
    const anchor = here() ?? rows().find(row => row.getBoundingClientRect().bottom > 0);
    const top = anchor?.getBoundingClientRect().top;
    const at = rows().indexOf(here());
    const before = new Map(rows().map(row => [row.id, row]));
    const editor = byId('bulk-editor')?.value;
    const first = before.size === 0;
    let changed = 0;
    fresh.querySelectorAll('.queue-list > .q-row').forEach(row => {
      const old = before.get(row.id);
      if (old) {
        pick(row).checked = pick(old).checked;
        row.classList.toggle('is-here', old.classList.contains('is-here'));
      }
      const same = old && old.dataset.state === row.dataset.state;
      if (!same) changed++;
      if (!same || old.classList.contains('is-new')) {
        row.classList.add('is-new');
        const word = document.createElement('span');
        word.className = 'vh';
        word.textContent = words.changed + ' ';
        title(row).before(word);
      }
      before.delete(row.id);
    });
    changed += before.size;
    byId('queues').replaceWith(fresh.querySelector('#queues'));
    byId('list').replaceWith(fresh.querySelector('#list'));
    if (editor && byId('bulk-editor')) byId('bulk-editor').value = editor;
    byId('as-of').textContent = say(words.live, fresh.dataset.asOf);
    // the row went away: the one that has its place now
    if (at >= 0 && !here()) stand(rows()[Math.min(at, rows().length - 1)], focused?.startsWith('t-'));
    const still = anchor && byId(anchor.id);
    if (still) window.scrollBy({ top: still.getBoundingClientRect().top - top, behavior: 'instant' });
    if (focused && byId(focused)) byId(focused).focus({ preventScroll: true });
    if (changed && !first) tell(changed === 1 ? words.changedOne : say(words.changedMore, changed));
  };

  let fetching = false;
  let again = false;
  let last = 0;
  const PAUSE = 1000;
  const refresh = async () => {
    if (fetching || document.hidden) { again = true; return; }
    const early = last + PAUSE - Date.now();
    if (early > 0) { again = true; setTimeout(() => again && refresh(), early); return; }
    fetching = true;
    again = false;
    last = Date.now();
    try {
      const answer = await fetch(location.pathname + location.search, { headers: { 'HX-Request': 'true' } });
      if (answer.redirected || answer.status === 401) { tell(words.out); return; }
      if (!answer.ok) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.cols');
      if (!fresh) return;
      show(fresh);
      if (lost) { lost = false; tell(say(words.back, fresh.dataset.asOf)); }
    } catch {
      // the stream says that the line is down, and asks again when it is back
    } finally {
      fetching = false;
      if (again) setTimeout(refresh, PAUSE);
    }
  };
  document.addEventListener('visibilitychange', () => { if (!document.hidden && again) refresh(); });

  let stream;
  const listen = () => {
    stream = new EventSource(words.changes);
    stream.addEventListener('open', () => { if (lost) refresh(); });
    stream.addEventListener('changed', refresh);
    stream.addEventListener('error', () => {
      if (!lost) {
        lost = true;
        tell(say(words.lost, time()));
      }
      // a browser gives up on an answer that is no stream
      if (stream.readyState === EventSource.CLOSED) { refresh(); setTimeout(listen, 5000); }
    });
  };
  listen();
  // a page that is left holds no stream
  window.addEventListener('pagehide', () => stream.close());
  window.addEventListener('pageshow', event => { if (event.persisted) { listen(); refresh(); } });
})();
