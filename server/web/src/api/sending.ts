import { listingIn } from './listingIn.ts';
import { ask } from './request.ts';
import type { EventBody, View } from './view.ts';
import { once, withRetries } from './withRetries.ts';

/** Where an installation is asked and told. */
export function pathOf(id: string): string {
  return `/api/v1/installations/${encodeURIComponent(id)}`;
}

/**
 * Sends an event; it is taken once, however often it has to be sent.
 *
 * @param revision the one that it is meant at; none where it means the same whatever else has happened.
 */
export function sendEvent(path: string, event: EventBody, revision?: number): Promise<View> {
  const headers = { ...(revision !== undefined && at(revision)), ...once() };
  return withRetries(() => ask<View>(`${path}/events`, { method: 'POST', body: event, headers }));
}

/** Reports how an installer has ended that ran elsewhere. */
export function sendReport(path: string, exitCode: string, log: Blob | null, installed: boolean): Promise<View> {
  const asked = `${path}/report?exitCode=${encodeURIComponent(exitCode)}&installed=${installed}`;
  return ask<View>(asked, { method: 'POST', ...(log && { text: log }) });
}

/** Tells what the package is, by its listing as `mim-setup inspect --json` has written it. */
export async function sendListing(path: string, file: Blob): Promise<View> {
  return ask<View>(`${path}/package`, { method: 'PUT', body: listingIn(await file.arrayBuffer()) });
}

/** Gives it to a runner, or takes it back from one. */
export function assign(path: string, runner: string | null, revision: number): Promise<View> {
  return ask<View>(path, { method: 'PATCH', body: { runner }, headers: at(revision) });
}

/** Has the client secret handed out that was registered here: that is the answer. */
export async function handOut(path: string, reason: string): Promise<string> {
  const asked = { method: 'POST', body: { reason }, headers: once() } as const;
  return (await withRetries(() => ask<{ clientSecret: string }>(`${path}/secret`, asked))).clientSecret;
}

function at(revision: number): { readonly 'If-Match': string } {
  return { 'If-Match': `"${revision}"` };
}
