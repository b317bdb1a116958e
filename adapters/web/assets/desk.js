// The pages work without this script; with it, reports stay up to date and a verdict leaves the page where it is.

const firstPauseMs = 2_000;
const longestPauseMs = 30_000;

followReport();
sendVerdicts();
document.querySelector('[data-focus]')?.focus();

/** Looks every two seconds as long as something changes, and less and less often while nothing does. */
function followReport() {
  const report = document.getElementById('report');
  if (!report) return;
  const stale = document.getElementById('stale');
  let shown = report.innerHTML;
  let pauseMs = firstPauseMs;
  let looking = false;
  let timer = setTimeout(look, pauseMs);

  document.addEventListener('visibilitychange', () => void look());
  window.addEventListener('online', () => void look());
  window.addEventListener('offline', () => void look());

  async function look() {
    if (looking || document.hidden) return;
    looking = true;
    clearTimeout(timer);
    try {
      const response = await fetch(report.dataset.source, {
        headers: { 'X-Fragment': 'report' },
        signal: AbortSignal.timeout(15_000),
      });
      const text = await response.text();
      if (!response.ok || response.redirected) throw new Error('no report');
      stale.hidden = true;
      pauseMs = text === shown ? Math.min(pauseMs * 1.5, longestPauseMs) : firstPauseMs;
      if (text !== shown) show(text);
    } catch {
      stale.hidden = false;
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    }
    looking = false;
    timer = setTimeout(look, pauseMs);
  }

  function show(text) {
    const next = report.cloneNode(false);
    next.innerHTML = text;
    bringUpToDate(report, next);
    shown = text;
  }
}

/** Replaces only what differs, so that the focus stays where it is and nothing is read out twice. */
function bringUpToDate(old, next) {
  if (old.isEqualNode(next)) return;
  const [olds, nexts] = [[...old.childNodes], [...next.childNodes]];
  const isSameShape =
    old.nodeType === Node.ELEMENT_NODE &&
    old.nodeName === next.nodeName &&
    olds.length > 0 &&
    olds.length === nexts.length &&
    old.cloneNode(false).isEqualNode(next.cloneNode(false));
  if (isSameShape || old.id === 'report') {
    for (const [index, node] of nexts.entries()) {
      if (olds[index]) bringUpToDate(olds[index], node);
      else old.append(node);
    }
    for (const node of olds.slice(nexts.length)) node.remove();
  } else old.replaceWith(next);
}

function sendVerdicts() {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.getAttribute('action') !== '/do/feedback' || !form.closest('.turn')) return;
    event.preventDefault();
    void sendVerdict(form, event.submitter);
  });
}

async function sendVerdict(form, submitter) {
  const place = form.closest('.feedback');
  if (place.getAttribute('aria-busy') === 'true') return;
  place.setAttribute('aria-busy', 'true');
  try {
    const response = await fetch('/do/feedback', {
      method: 'POST',
      headers: { 'X-Fragment': 'feedback' },
      body: new URLSearchParams(new FormData(form, submitter)),
      signal: AbortSignal.timeout(15_000),
    });
    if (!response.ok) throw new Error('not taken');
    const template = document.createElement('template');
    template.innerHTML = await response.text();
    const reply = template.content.querySelector('.feedback');
    place.replaceWith(reply);
    reply.querySelector('[tabindex]')?.focus();
    reply.scrollIntoView({ block: 'nearest' });
  } catch {
    place.removeAttribute('aria-busy');
    const problem = document.getElementById('problem');
    problem.textContent = problem.dataset.verdict;
    problem.hidden = false;
  }
}
