import { readText, type Browser } from '../adapters/web/web-harness.ts';

/** Something on a page that can be pressed. */
export interface Button {
  readonly label: string;
  readonly path: string;
  /** What is sent; absent for a link. */
  readonly fields?: Readonly<Record<string, string>>;
}

export interface Page {
  readonly status: number;
  /** Where it was found in the end. */
  readonly path: string;
  readonly html: string;
  /** What a person reads. */
  readonly text: string;
  readonly buttons: readonly Button[];
}

/** Somebody of the secretariat at the web page. */
export interface Desk {
  /** Uses the link in what the program printed. */
  signIn(printed: string): Promise<Page>;
  open(path: string): Promise<Page>;
  /** Sends a form as the page does. */
  give(command: string, fields: Readonly<Record<string, string>>): Promise<Page>;
  /** Presses the first button whose label fits; fails when there is none. */
  press(page: Page, label: RegExp): Promise<Page>;
}

export function openDesk(browser: Browser): Desk {
  async function follow(path: string, response: Response): Promise<Page> {
    const to = response.headers.get('location');
    if (to !== null) return await open(to);
    const html = await response.text();
    // What the page does not show must not count as seen.
    const shown = html.replace(/<(script|style|head)\b[\s\S]*?<\/\1>/g, '');
    return {
      status: response.status,
      path,
      html,
      text: readText(shown).replaceAll(/\s+/g, ' '),
      buttons: buttonsOn(html),
    };
  }

  async function open(path: string): Promise<Page> {
    return await follow(path, await browser.fetch(path));
  }

  async function send(path: string, fields: Readonly<Record<string, string>>): Promise<Page> {
    return await follow(path, await browser.post(path, fields));
  }

  return {
    signIn: async (printed) => await send('/sign-in', { token: tokenIn(printed) }),
    open,
    give: async (command, fields) => await send(`/do/${command}`, fields),
    async press({ buttons, text }, wanted) {
      const button = buttons.find(({ label }) => wanted.test(label));
      if (button === undefined) throw new Error(`No button ${String(wanted)} on: ${text}`);
      return await (button.fields === undefined ? open(button.path) : send(button.path, button.fields));
    },
  };
}

export function tokenIn(printed: string): string {
  return new URL(/http\S+/.exec(printed)?.[0] ?? 'none:').searchParams.get('token') ?? '';
}

function buttonsOn(html: string): Button[] {
  const forms = [...html.matchAll(/<form[^>]*action="(\/do\/[^"]+)"[^>]*>([\s\S]*?)<\/form>/g)].map(
    ([, path = '', form = '']): Button => ({
      label: readText(/<button[^>]*>([\s\S]*?)<\/button>/.exec(form)?.[1] ?? ''),
      path,
      fields: Object.fromEntries(
        [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
          name,
          readText(value),
        ]),
      ),
    }),
  );
  const links = [...html.matchAll(/<a class="button[^"]*" href="([^"]+)"[^>]*>([\s\S]*?)<\/a>/g)].map(
    ([, path = '', label = '']): Button => ({ label: readText(label), path: readText(path) }),
  );
  return [...forms, ...links];
}
