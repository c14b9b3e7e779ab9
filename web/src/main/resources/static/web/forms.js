// Forms that are kept as they are typed, files in pieces, lists put in order: better with this, possible without.

// A form that is being kept is sent when that has ended, so that it brings the revision it then stands on.
document.addEventListener('submit', event => {
  const form = event.target;
  if (event.defaultPrevented || !form.classList.contains('htmx-request')) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const button = event.submitter;
  form.addEventListener('htmx:afterRequest', () => setTimeout(() => form.requestSubmit(button)), { once: true });
}, true);

// What is typed into a form with data-kept stays in this tab until the server has it: a session that ends, a line that
// breaks or a page that is left costs no word.
const keyOf = form => 'kept:' + form.getAttribute('action');
const typedIn = form => [...new FormData(form)].filter(([name, value]) => name !== '_csrf' && typeof value === 'string');
const wordsOf = pairs => JSON.stringify(pairs.filter(([name]) => !/^(revision|over|act|was-.*)$/.test(name))
  .map(([name, value]) => [name, value.replace(/\r\n/g, '\n').trim()]));
const revisionOf = pairs => Number((pairs.find(([name]) => name === 'revision') || [])[1]);
const turns = new WeakMap();

const keep = form => {
  turns.set(form, (turns.get(form) || 0) + 1);
  sessionStorage.setItem(keyOf(form), JSON.stringify(typedIn(form)));
};
const forget = form => sessionStorage.removeItem(keyOf(form));

const putBack = (form, pairs) => {
  const fields = [...form.elements].filter(field => field.name && field.type !== 'hidden' && field.type !== 'file');
  for (const field of fields) {
    const values = pairs.filter(([name]) => name === field.name).map(([, value]) => value);
    if (field.type === 'checkbox' || field.type === 'radio') field.checked = values.includes(field.value);
    else if (field.tagName !== 'BUTTON' && values.length) field.value = values[0];
  }
};

const say = (form, words, actions) => {
  const notice = document.createElement('div');
  notice.className = 'notice';
  notice.setAttribute('role', 'status');
  const text = document.createElement('div');
  text.textContent = words;
  notice.append(text);
  for (const [label, act] of actions) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn little';
    button.textContent = label;
    button.addEventListener('click', () => { notice.remove(); act(); });
    notice.append(button);
  }
  form.before(notice);
};
const saveNow = form => form.dispatchEvent(new Event('change', { bubbles: true }));

for (const form of document.querySelectorAll('form[data-kept]')) {
  const stored = sessionStorage.getItem(keyOf(form));
  if (!stored) continue;
  const pairs = JSON.parse(stored).filter(([name]) => name !== 'sent');
  const here = typedIn(form);
  const names = all => JSON.stringify([...new Set(all.map(([name]) => name))].sort());
  if (wordsOf(pairs) === wordsOf(here)) {
    forget(form);
  } else if (revisionOf(pairs) === revisionOf(here) && names(pairs) === names(here)) {
    putBack(form, pairs);
    say(form, form.dataset.restored, []);
    addEventListener('load', () => saveNow(form));
  } else {
    // something was stored since: the author says which of the two it shall be
    say(form, form.dataset.offered, [
      [form.dataset.takeBack, () => { putBack(form, pairs); keep(form); saveNow(form); }],
      [form.dataset.throwAway, () => forget(form)],
    ]);
  }
}
// on the next step of the same draft: what the step before was sent with has been stored
const revisionHere = document.querySelector('input[name=revision]');
if (revisionHere) {
  const draft = location.pathname.replace(/\/[^/]*$/, '/');
  for (const key of Object.keys(sessionStorage).filter(one => one.startsWith('kept:' + draft))) {
    const pairs = JSON.parse(sessionStorage.getItem(key));
    const here = [...document.querySelectorAll('form[data-kept]')].some(form => keyOf(form) === key);
    const sent = pairs.some(([name]) => name === 'sent');
    if (!here && sent && revisionOf(pairs) < Number(revisionHere.value)) sessionStorage.removeItem(key);
  }
}

document.addEventListener('input', event => {
  const form = event.target.closest && event.target.closest('form[data-kept]');
  if (form) keep(form);
});
document.addEventListener('submit', event => {
  if (event.target.matches('form[data-kept]') && !event.defaultPrevented && sessionStorage.getItem(keyOf(event.target))) {
    sessionStorage.setItem(keyOf(event.target), JSON.stringify([...typedIn(event.target), ['sent', '']]));
  }
});
document.addEventListener('click', event => {
  if (event.target.closest('[data-forget]')) document.querySelectorAll('form[data-kept]').forEach(forget);
});
document.addEventListener('htmx:beforeRequest', event => {
  if (event.target.matches('form[data-kept]')) event.target.turn = turns.get(event.target);
});
document.addEventListener('htmx:afterRequest', event => {
  const form = event.target;
  if (!form.matches('form[data-kept]') || event.detail.xhr.status !== 200) return;
  if (form.turn === turns.get(form)) forget(form);
});
document.addEventListener('htmx:sendError', event => {
  const form = event.target;
  if (!form.matches('form[data-kept]')) return;
  const state = document.getElementById('saved');
  if (state) {
    state.className = 'state-save is-bad';
    state.textContent = form.dataset.offline;
  }
  setTimeout(() => saveNow(form), 5000);
});
addEventListener('online', () => document.querySelectorAll('form[data-kept]').forEach(form => {
  if (sessionStorage.getItem(keyOf(form))) saveNow(form);
}));

// Files of a form with data-uploads go in pieces by the tus protocol: a broken line costs a piece and not the file.
const PIECE = 1024 * 1024;
const LONGEST_PAUSE = 30000;
const pause = ms => new Promise(done => setTimeout(done, ms));
const seal = () => JSON.parse(document.body.getAttribute('hx-headers') || '{}');
const base64 = words => btoa(String.fromCharCode(...new TextEncoder().encode(words)));

class Refusal extends Error {}

const ask = async (url, options) => {
  const answer = await fetch(url, {
    ...options, redirect: 'manual', headers: { ...seal(), 'Tus-Resumable': '1.0.0', ...options.headers },
  });
  if (answer.type === 'opaqueredirect' || answer.status === 401) {
    location.assign('/sign-in?next=' + encodeURIComponent(location.pathname));
    await new Promise(() => {});
  }
  return answer;
};
const reason = async (answer, otherwise) =>
  (answer.headers.get('Content-Type') || '').startsWith('text/plain') ? answer.text() : otherwise;

const offsetOf = async url => {
  const known = await ask(url, { method: 'HEAD' });
  return known.ok ? Number(known.headers.get('Upload-Offset')) : null;
};

const sendFile = async (form, file, kind, show) => {
  const key = ['upload', form.dataset.uploads, kind, file.name, file.size, file.lastModified].join(':');
  let url = localStorage.getItem(key);
  let offset = url ? await offsetOf(url) : null;
  if (offset === null) {
    const begun = await ask(form.dataset.uploads, {
      method: 'POST',
      headers: {
        'Upload-Length': String(file.size),
        'Upload-Metadata': 'filename ' + base64(file.name) + (kind ? ',kind ' + base64(kind) : ''),
      },
    });
    if (begun.status !== 201) throw new Refusal(await reason(begun, form.dataset.failed));
    url = begun.headers.get('Location');
    offset = 0;
    localStorage.setItem(key, url);
  }
  let wait = 1000;
  while (offset < file.size) {
    show(file.name, offset, file.size);
    try {
      const taken = await ask(url, {
        method: 'PATCH',
        headers: { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(offset) },
        body: file.slice(offset, offset + PIECE),
      });
      if (taken.status === 204 || taken.status === 409) {
        offset = Number(taken.headers.get('Upload-Offset'));
        wait = 1000;
      } else if (taken.status >= 500) {
        throw new TypeError('away');
      } else {
        localStorage.removeItem(key);
        throw new Refusal(await reason(taken, form.dataset.failed));
      }
    } catch (fault) {
      if (fault instanceof Refusal) throw fault;
      show(file.name, offset, file.size, form.dataset.again);
      await pause(wait);
      wait = Math.min(2 * wait, LONGEST_PAUSE);
      offset = await offsetOf(url).catch(() => offset);
      if (offset === null) {
        localStorage.removeItem(key);
        throw new Refusal(form.dataset.failed);
      }
    }
  }
  show(file.name, file.size, file.size);
  localStorage.removeItem(key);
};

document.addEventListener('submit', async event => {
  const form = event.target.closest('form[data-uploads]');
  const input = form && form.querySelector('input[type=file]');
  const kind = form && form.querySelector('[name=kind]') ? (form.querySelector('[name=kind]:checked') || {}).value : '';
  if (!input || !input.files.length || kind === undefined) return;
  event.preventDefault();
  if (form.dataset.busy) return;
  form.dataset.busy = 'yes';
  const field = input.closest('.field');
  field.querySelectorAll('.error, .uploading').forEach(one => one.remove());
  field.append(field.querySelector('template').content.cloneNode(true));
  const bar = field.querySelector('progress');
  const words = field.querySelector('.uploading .state-save');
  bar.setAttribute('aria-label', input.files[0].name);
  const show = (name, done, all, more) => {
    bar.max = all;
    bar.value = done;
    words.textContent = form.dataset.of.replace('{0}', name).replace('{1}', Math.floor(100 * done / all)) + (more ? ' ' + more : '');
  };
  const refusals = [];
  for (const file of input.files) {
    try {
      await sendFile(form, file, kind, show);
    } catch (fault) {
      refusals.push(fault instanceof Refusal ? fault.message : form.dataset.failed);
    }
  }
  if (!refusals.length) {
    location.reload();
    return;
  }
  bar.parentElement.remove();
  for (const refusal of refusals) {
    const error = document.createElement('span');
    error.className = 'error';
    error.setAttribute('role', 'alert');
    error.textContent = refusal;
    field.prepend(error);
  }
  delete form.dataset.busy;
  if (refusals.length < input.files.length) {
    htmx.ajax('GET', location.pathname, { target: '#attached', select: '#attached', swap: 'outerHTML' });
  }
}, true);

// A list with data-order is put in order by dragging a grip; the buttons beside each do the same.
let dragged = null;
document.addEventListener('pointerdown', event => {
  const row = event.target.closest('[data-grip]') && event.target.closest('[data-at]');
  if (row) row.draggable = true;
});
document.addEventListener('pointerup', () => document.querySelectorAll('[data-at][draggable]').forEach(row => { row.draggable = false; }));
document.addEventListener('dragstart', event => {
  dragged = event.target.closest && event.target.closest('[data-at]');
  if (dragged) event.dataTransfer.effectAllowed = 'move';
});
document.addEventListener('dragover', event => {
  const over = dragged && event.target.closest('[data-at]');
  if (!over) return;
  event.preventDefault();
  document.querySelectorAll('[data-at].is-new').forEach(row => row.classList.remove('is-new'));
  over.classList.add('is-new');
});
document.addEventListener('dragend', () => {
  if (dragged) dragged.draggable = false;
  document.querySelectorAll('[data-at].is-new').forEach(row => row.classList.remove('is-new'));
  dragged = null;
});
document.addEventListener('drop', event => {
  const over = dragged && event.target.closest('[data-at]');
  if (!over || over === dragged) return;
  event.preventDefault();
  const form = over.closest('form');
  const button = document.createElement('button');
  button.name = 'act';
  button.value = 'move-' + dragged.dataset.at + '-' + over.dataset.at;
  button.hidden = true;
  form.append(button);
  form.requestSubmit(button);
});
