// An @ in a note offers the editors who can be mentioned; without this they are chosen by the boxes below the text.
document.querySelectorAll('[data-mentions]').forEach((form, nth) => {
  const text = form.querySelector('textarea');
  const boxes = [...form.querySelectorAll('input[name=mention]')];
  if (!text || !boxes.length) return;
  const list = Object.assign(document.createElement('ul'), { id: `offers-${nth}`, className: 'offers', hidden: true });
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', form.querySelector('legend').textContent);
  text.after(list);
  text.setAttribute('aria-controls', list.id);
  text.setAttribute('aria-autocomplete', 'list');
  let at = 0;

  const typed = () => text.value.slice(0, text.selectionStart).match(/@([^@\n]{0,40})$/);
  const close = () => { list.hidden = true; list.replaceChildren(); text.removeAttribute('aria-activedescendant'); };
  const mark = n => {
    at = (n + list.children.length) % list.children.length;
    [...list.children].forEach((one, i) => one.setAttribute('aria-selected', i === at));
    text.setAttribute('aria-activedescendant', list.children[at].id);
  };
  const choose = box => {
    const begun = typed();
    const start = text.selectionStart - begun[0].length;
    text.setRangeText(`@${box.dataset.name} `, start, text.selectionStart, 'end');
    box.checked = true;
    close();
    text.focus();
  };
  const offer = () => {
    const begun = typed();
    const fit = begun ? boxes.filter(box => box.dataset.name.toLowerCase().startsWith(begun[1].toLowerCase())) : [];
    if (!fit.length) { close(); return; }
    list.replaceChildren(...fit.map((box, i) => {
      const one = Object.assign(document.createElement('li'), { id: `${list.id}-${i}`, textContent: box.dataset.name });
      one.setAttribute('role', 'option');
      one.addEventListener('mousedown', event => { event.preventDefault(); choose(box); });
      one.box = box;
      return one;
    }));
    list.hidden = false;
    mark(0);
  };
  text.addEventListener('input', offer);
  text.addEventListener('blur', close);
  text.addEventListener('keydown', event => {
    if (list.hidden) return;
    const act = {
      ArrowDown: () => mark(at + 1),
      ArrowUp: () => mark(at - 1),
      Enter: () => choose(list.children[at].box),
      Tab: () => choose(list.children[at].box),
      Escape: close,
    }[event.key];
    if (act) { event.preventDefault(); act(); }
  });
});
