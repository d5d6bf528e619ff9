import type { SignInPrompt } from '../../../machines/ports/call.ts';

/** Goes through the sign-in pages as a browser would: enters the code, confirms it, signs in, consents. */
export async function approve({ verificationUri, userCode }: SignInPrompt, user: string): Promise<void> {
  const browser = await confirmPage(verificationUri, userCode);
  await browser.submit({ user_code: userCode, confirm: 'yes' });
  await browser.submit({ prompt: 'login', login: user, password: 'any' });
  await browser.submit({ prompt: 'consent' });
}

/** Enters the code, and declines. */
export async function decline({ verificationUri, userCode }: SignInPrompt): Promise<void> {
  const browser = await confirmPage(verificationUri, userCode);
  await browser.submit({ user_code: userCode, abort: 'yes' });
}

async function confirmPage(verificationUri: string, userCode: string) {
  const browser = createBrowser();
  await browser.open(verificationUri);
  await browser.submit({ user_code: userCode });
  return browser;
}

function createBrowser() {
  const cookies = new Map<string, string>();
  let page = { url: '', html: '' };

  async function open(to: string, form?: Record<string, string>): Promise<void> {
    let url = to;
    let body = form && new URLSearchParams(form);
    for (let hops = 0; hops < 12; hops += 1) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(url, {
        redirect: 'manual',
        method: body ? 'POST' : 'GET',
        headers: { cookie },
        body: body ?? null,
      });
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        cookies.set(name, value);
      }
      const location = response.headers.get('location');
      if (!location) {
        page = { url, html: await response.text() };
        return;
      }
      url = new URL(location, url).href;
      body = undefined;
    }
    throw new Error(`Too many redirects from ${to}`);
  }

  return {
    open: (url: string) => open(url),
    /** Sends the form of the page with these fields, beside those that are hidden in it. */
    submit(fields: Record<string, string>) {
      const action = /<form[^>]*action="([^"]*)"/.exec(page.html)?.[1] ?? page.url;
      const hidden = [...page.html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
        /name="([^"]*)"/.exec(input)?.[1] ?? '',
        /value="([^"]*)"/.exec(input)?.[1] ?? '',
      ]);
      return open(new URL(action, page.url).href, { ...Object.fromEntries(hidden), ...fields });
    },
  };
}
