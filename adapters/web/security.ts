import type { Context, MiddlewareHandler } from 'hono';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';

/** Headers of every response: nothing but the room's own style, script and pictures is loaded, and nobody frames it. */
export const securityHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
  // Between the room's own pages only: without it, browsers send no origin with a form, and over plain HTTP on a network
  // the check against forged requests would have nothing to go by.
  referrerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
  // Whether a name is served by TLS alone is for whoever operates it to promise.
  strictTransportSecurity: false,
  permissionsPolicy: {
    camera: [],
    microphone: [],
    geolocation: [],
    payment: [],
    usb: [],
    displayCapture: [],
    browsingTopics: [],
  },
});

/** Refuses forms that another site sends. Compares hosts alone, since TLS may end at a proxy in front. */
export const sameSiteForms: MiddlewareHandler = async (c, next) =>
  // No other method changes anything here, and to be told so is more use than a refusal.
  c.req.method === 'POST' ? checkOrigin(c, next) : next();

const checkOrigin = csrf({
  origin: (origin, c) => URL.canParse(origin) && new URL(origin).host === c.req.header('host'),
});

const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];

/** Tells whether an address to listen at can be reached from this machine alone. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/**
 * Whether a request was meant for this room. A room for this machine alone answers to this machine's names only:
 * otherwise a site elsewhere could point its own name here and read along (DNS rebinding).
 */
export function isMeantForUs(c: Context, host: string, publicHosts: readonly string[]): boolean {
  if (!isLoopback(host)) return true;
  const name = (c.req.header('host') ?? '').toLowerCase().replace(/:\d+$/, '');
  return [...loopbackNames, ...publicHosts.map((publicHost) => publicHost.toLowerCase())].includes(name);
}
