// What makes the pages quicker. Everything here can also be done by a link or a form.

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const typing = (target) => target.closest?.('input, textarea, select, [contenteditable]');

/* Keys: `/`, `?`, `g` and a letter, `j`, `k`, Enter. The settings turn them off or ask for Alt (WCAG 2.1.4). */
const keys = document.body.dataset.keys ?? 'plain';
// On an Arabic keyboard the key of `g` writes `ل`: where the letter is none of ours, its place counts.
const letterOf = ({ key, code, shiftKey }) => {
  if (/^[ -~]+$/.test(key)) return key;
  if (key === '؟' || code === 'Slash') return key === '؟' || shiftKey ? '?' : '/';
  return code.startsWith('Key') ? code.slice(3).toLowerCase() : key;
};
let going = false;
let row = -1;

const move = (step) => {
  const rows = $$('[data-row]');
  if (!rows.length) return;
  row = Math.min(Math.max(row + step, 0), rows.length - 1);
  rows.forEach((line, n) => line.classList.toggle('on', n === row));
  const link = $('a', rows[row]);
  link?.focus({ preventScroll: true });
  rows[row].scrollIntoView({ block: 'nearest' });
};

document.addEventListener('keydown', (event) => {
  if (keys === 'off' || event.ctrlKey || event.metaKey || event.altKey !== (keys === 'alt')) return;
  if (keys === 'plain' && typing(event.target)) return;
  const key = letterOf(event);
  if (going) {
    going = false;
    const link = $(`[data-go="${CSS.escape(key)}"]`);
    if (link) { event.preventDefault(); link.click(); }
    return;
  }
  if (key === 'g') { event.preventDefault(); going = true; setTimeout(() => { going = false; }, 1500); return; }
  if (key === 'j' || key === 'k') { event.preventDefault(); move(key === 'j' ? 1 : -1); return; }
  if (key === '/' || key === '?') {
    const target = $(`[data-key="${key}"]`);
    if (!target) return;
    event.preventDefault();
    if (target.matches('input')) { target.focus(); target.select(); } else { location.href = target.href; }
  }
});

/* Leaving at once: Escape three times. It works everywhere, also while typing and with keys off. */
let escapes = [];
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') { escapes = []; return; }
  escapes = [...escapes, event.timeStamp].filter((at) => event.timeStamp - at < 1500);
  if (escapes.length < 3) return;
  document.documentElement.hidden = true;
  const leave = $('form[data-leave]');
  // The page goes first; the request is kept alive and ends the session behind it.
  if (leave) fetch(leave.action, { method: 'POST', body: new URLSearchParams(new FormData(leave)), keepalive: true, redirect: 'manual' });
  location.replace('/calendar');
});

/* The first field that is wrong, or the summary of what is. */
$('#wrong')?.focus();

/* What was typed into the form of an intake goes through the lock and comes back; files do not. */
const draft = () => {
  const form = $('form[data-upload]');
  if (!form || document.body.dataset.locked) return !!form;
  document.body.dataset.locked = 'yes';
  const files = $('input[type=file]', form);
  files.value = '';
  files.disabled = true;
  form.action = '/lock';
  // Not the event: nothing is to be uploaded.
  HTMLFormElement.prototype.submit.call(form);
  return true;
};

/* Idle lock: says so a minute before. Typing and moving count as being there. */
const notice = $('[data-idle]');
if (notice) {
  const limit = Number(notice.dataset.idle) * 1000;
  let seen = Date.now();
  let told = Date.now();
  const stay = async () => {
    told = Date.now();
    const answer = await fetch('/alive', { redirect: 'manual' }).catch(() => null);
    if (answer && answer.status !== 204 && !draft()) location.reload();
  };
  const here = () => {
    seen = Date.now();
    if (!notice.hidden || seen - told > limit / 3) { notice.hidden = true; stay(); }
  };
  for (const sign of ['keydown', 'pointerdown', 'scroll']) addEventListener(sign, here, { passive: true });
  $('button', notice).addEventListener('click', here);
  setInterval(() => {
    const idle = Date.now() - seen;
    if (idle > limit && !document.body.dataset.busy) {
      document.documentElement.hidden = true;
      if (draft()) return;
      location.replace(`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`);
    } else {
      notice.hidden = idle < limit - 60_000;
    }
  }, 5000);
}

/* Taking in: files can be dropped, and sending shows rate and time left. */
const form = $('form[data-upload]');
if (form) {
  const files = $('input[type=file]', form);
  const drop = files.closest('.drop');
  for (const name of ['dragover', 'dragleave', 'drop']) {
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.toggle('over', name === 'dragover');
      if (name === 'drop' && event.dataTransfer.files.length) files.files = event.dataTransfer.files;
    });
  }
  form.addEventListener('submit', (event) => {
    if (!files.files.length) return;
    event.preventDefault();
    send(form, $('[data-progress]', form));
  });
}

const lang = document.documentElement.lang;
const plain = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat(lang, { style: 'percent' });
const unit = (value, name) => new Intl.NumberFormat(lang, { style: 'unit', unit: name, unitDisplay: 'long', maximumFractionDigits: 0 }).format(value);
const left = (seconds) => (seconds < 90 ? unit(seconds, 'second') : seconds < 5400 ? unit(seconds / 60, 'minute') : unit(seconds / 3600, 'hour'));

function send(form, box) {
  const [bar, words] = [$('progress', box), $('[role=status]', box)];
  const button = $('button', form);
  const request = new XMLHttpRequest();
  const began = performance.now();
  const alive = setInterval(() => fetch('/alive').catch(() => null), 60_000);
  let spoken = 0;
  const over = () => { clearInterval(alive); button.disabled = false; delete document.body.dataset.busy; };
  const failed = () => { over(); words.textContent = box.dataset.failed; };
  button.disabled = true;
  document.body.dataset.busy = 'yes';
  box.hidden = false;
  words.textContent = box.dataset.sending;
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    bar.value = total ? loaded / total : 0;
    // A screen reader is told every few seconds, not at every piece.
    if (performance.now() - spoken < 2000) return;
    spoken = performance.now();
    const rate = loaded / ((spoken - began) / 1000);
    words.textContent = `${percent.format(bar.value)} · ${plain.format(rate / 1e6)} MB/s · ${box.dataset.left} ${left((total - loaded) / rate)}`;
  });
  request.upload.addEventListener('load', () => { bar.removeAttribute('value'); words.textContent = box.dataset.sealing; });
  request.addEventListener('load', () => {
    over();
    if (request.status === 200 && request.responseURL !== location.href) { location.assign(request.responseURL); return; }
    // The form came back with what was wrong: show it as the page it is.
    const page = new DOMParser().parseFromString(request.responseText, 'text/html');
    const main = $('main', page);
    if (!main) { failed(); return; }
    $('main').replaceChildren(...main.childNodes);
    $('#wrong')?.focus();
  });
  request.addEventListener('error', failed);
  request.addEventListener('abort', failed);
  request.open('POST', form.action);
  request.send(new FormData(form));
}
