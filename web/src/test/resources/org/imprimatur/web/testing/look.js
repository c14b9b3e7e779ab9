// What RealBrowser looks for in a page, beside axe. Each answers with findings in words.
window.look = (() => {
  const name = one => {
    const id = one.id ? '#' + one.id : '';
    const classes = typeof one.className === 'string' && one.className ? '.' + one.className.trim().replace(/\s+/g, '.') : '';
    return one.localName + id + classes + ' “' + (one.textContent || one.value || '').trim().slice(0, 40) + '”';
  };
  const all = selector => [...document.querySelectorAll(selector)];
  const shown = one => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0;
  const said = result => result.violations.flatMap(rule => rule.nodes.map(node =>
    rule.id + ' ' + node.target.join(' ') + ' ' + node.failureSummary));
  const scrolls = one => {
    for (let at = one.parentElement; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (/auto|scroll/.test(style.overflowX)) return true;
    }
    return false;
  };
  const fits = () => document.documentElement.scrollWidth <= innerWidth ? [] :
    ['wider than the window by ' + (document.documentElement.scrollWidth - innerWidth) + ' px: ' +
      all('body *').filter(one => shown(one) && one.getBoundingClientRect().right > innerWidth + 1 && !scrolls(one))
        .slice(0, 4).map(name).join(', ')];
  const cut = () => all('body *').filter(one => {
    const style = getComputedStyle(one);
    if (one.closest('.vh,svg,textarea,select') || !shown(one)) return false;
    const across = /hidden|clip/.test(style.overflowX) && one.scrollWidth > one.clientWidth + 2;
    const down = /hidden|clip/.test(style.overflowY) && one.scrollHeight > one.clientHeight + 2;
    return one.textContent.trim() !== '' && one.clientWidth > 0 && (across || down);
  }).map(one => 'text is cut off: ' + name(one));
  const spacing = new CSSStyleSheet();
  spacing.replaceSync('*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}' +
    'p{margin-block-end:2em!important}');
  const outlined = one => {
    const bears = one.closest('.choice,.chip,.search,.drop') ?? one;
    return [one, bears].some(it => {
      const style = getComputedStyle(it);
      return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    });
  };
  // the first point of it that somebody would see
  const open = one => {
    const box = one.getBoundingClientRect();
    for (const x of [.1, .5, .9]) {
      for (const y of [.1, .5, .9]) {
        const at = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
        if (at && (one.contains(at) || at.contains(one) && at.localName === 'label')) return true;
      }
    }
    return false;
  };
  return {
    rules: async () => said(await axe.run({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }))
      .concat(fits()),
    colours: async () => said(await axe.run({ resultTypes: ['violations'], runOnly: ['color-contrast', 'link-in-text-block'] })),
    fits,
    spaced: () => {
      document.adoptedStyleSheets.push(spacing);
      const found = cut().concat(fits());
      document.adoptedStyleSheets.pop();
      return found;
    },
    focused: () => {
      const before = document.activeElement;
      const top = scrollY;
      const found = [];
      // what somebody has opened over the page may hide it: Escape takes it away
      const over = document.querySelector(':popover-open') ?? document.body;
      all('a[href],button,input,select,textarea,summary,[tabindex="0"]').forEach(one => {
        if (one.disabled || one.type === 'hidden' || !shown(one) || !over.contains(one) || one.closest('.vh,[inert]')) return;
        one.focus({ focusVisible: true });
        if (document.activeElement !== one) return;
        if (!outlined(one)) found.push('focus is not seen: ' + name(one));
        if (!open(one)) found.push('what has the focus is hidden: ' + name(one));
      });
      before?.focus?.({ preventScroll: true });
      if (before === document.body) document.activeElement?.blur?.();
      scrollTo({ top, behavior: 'instant' });
      return found;
    },
    still: () => all('body *').filter(one => ['', '::before', '::after'].some(part => {
      const style = getComputedStyle(one, part);
      return style.animationName !== 'none' || style.transitionDuration.split(',').some(time => parseFloat(time) > 0);
    })).slice(0, 4).map(one => 'moves all the same: ' + name(one)),
  };
})();
