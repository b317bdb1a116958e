/** Somebody of the secretariat at the web page, who may find it gone at any moment. */
export interface Desk {
  /** Signs in with the link in what the program printed. */
  signIn(printed: string): Promise<void>;
  /** Writes and confirms an announcement; resolves once the page has said that it will be posted, with its id. */
  announce(fields: Readonly<Record<string, string>>): Promise<string>;
}

const patienceMs = 5000;

/** @param address of the web page at the moment; it moves with every start of the program */
export function createDesk(address: () => string): Desk {
  let cookie = '';

  async function send(path: string, fields: Readonly<Record<string, string>>) {
    const response = await fetch(new URL(path, address()), {
      method: 'POST',
      headers: { cookie, origin: address(), 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields),
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  return {
    async signIn(printed) {
      const { searchParams } = new URL(/\S+/.exec(printed)?.[0] ?? '');
      const { status, headers } = await send('/sign-in', { token: searchParams.get('token') ?? '' });
      if (status !== 303) throw new Error(`Signing in was answered with ${status}.`);
      cookie = (headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
    },
    async announce(fields) {
      const preview = await send('/do/announce', fields);
      const confirmation = confirmationOn(preview.text);
      if (confirmation === undefined) throw new Error(`No preview to confirm: ${preview.status} ${preview.text}`);
      const confirmed = await send('/do/announcement', confirmation);
      const id = /^\/announcements\/(\w+)/.exec(confirmed.headers.get('location') ?? '')?.[1];
      if (id === undefined) throw new Error(`Not confirmed: ${confirmed.status} ${confirmed.text}`);
      return id;
    },
  };
}

/** The hidden fields of the form whose button confirms. */
function confirmationOn(page: string): Record<string, string> | undefined {
  return [...page.matchAll(/<form[^>]*action="\/do\/announcement"[^>]*>([\s\S]*?)<\/form>/g)]
    .map(([, form = '']) =>
      Object.fromEntries(
        [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [
          name ?? '',
          value ?? '',
        ]),
      ),
    )
    .find(({ action }) => action === 'confirm');
}
