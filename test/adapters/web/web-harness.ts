import { request, type IncomingHttpHeaders } from 'node:http';
import { Writable } from 'node:stream';
import { createWebAdapter, type WebOptions } from '../../../adapters/web/adapter.ts';
import { systemClock } from '../../../src/clock.ts';
import { createLog } from '../../../src/log.ts';
import type { Conversation } from '../../contract/adapter-contract.ts';

export function createWeb(options: Partial<WebOptions> = {}) {
  const lines: string[] = [];
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString('utf8'));
      done();
    },
  });
  const log = createLog('info', destination);
  const adapter = createWebAdapter({ host: '127.0.0.1', port: 0, now: systemClock, log, ...options });
  return { adapter, logged: () => lines.join('') };
}

export interface Browser extends Conversation {
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Sends a form as a browser does from a page of the room. */
  post(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>;
}

/** As much of a browser as keeps cookies; it does not follow redirects. */
export function createBrowser(address: string, language = 'en'): Browser {
  const cookies = new Map<string, string>();

  async function send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers({ 'accept-language': language, ...Object.fromEntries(new Headers(init.headers)) });
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(address + path, { redirect: 'manual', ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/max-age=0/i.test(cookie)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  }

  const browser: Browser = {
    fetch: send,
    post: (path, fields, headers = {}) =>
      send(path, { method: 'POST', body: new URLSearchParams(fields), headers: { origin: address, ...headers } }),
    async say(text) {
      const response = await browser.post('/ask', { question: text }, { 'x-fragment': 'turn' });
      return response.text();
    },
  };
  return browser;
}

interface RawResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A request with any path and any headers at all, such as a false host name. */
export function rawRequest(address: string, path: string, headers: Readonly<Record<string, string>>) {
  return new Promise<RawResponse>((resolve, reject) => {
    const { hostname, port } = new URL(address);
    const sent = request({ hostname, port, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const body = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
    });
    sent.on('error', reject).end();
  });
}

/** What a person reads in HTML. */
export function readText(html: string): string {
  const text = html.replace(/<[^>]*>/g, ' ');
  const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };
  return text
    .replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole: string, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? whole;
      return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
    })
    .replace(/\s+([.,;])/g, '$1');
}
