import { afterEach, beforeEach, expect, test } from 'vitest';
import { type EntraPeer, startEntra } from '../peers/entra/startEntra.ts';
import { application, pipeline } from '../peers/entra/tenants.ts';
import { entraAt, expectNoSecrets, mailboxPage, makeCall, registering, resultOf, signInPage } from './calls.ts';

const clientSecret = 'Se+cret/with=all sorts~of.1';
const mim = application({
  secret: clientSecret,
  graph: ['Organization.Read.All', 'Application.ReadWrite.All'],
  mail: ['full_access_as_app'],
});
const signIn = { method: 'clientCredentials', tenant: 'contoso.onmicrosoft.com', clientId: mim.appId, clientSecret } as const;

let peer: EntraPeer;
beforeEach(async () => {
  peer = await startEntra();
  peer.tenant.applications.push(mim);
});
afterEach(() => peer.close());

test('the directory’s words are cleared of the secret that they repeat', async () => {
  peer.login.misbehave({
    status: 401,
    repeat: (sent: string) => ({
      body: JSON.stringify({ error: 'invalid_client', error_description: `AADSTS1: ${sent} ${clientSecret}` }),
    }),
  });
  const results = await entraAt(peer).checkSignIn(signInPage(signIn), makeCall());
  expect(resultOf(results, 'sign-in').detail).toMatch(/AADSTS1: .*client_secret=\*{10}.* \*{10}$/);
  expectNoSecrets(peer, [clientSecret, encodeURIComponent(clientSecret), pipeline.clientSecret], results);
});

test('the words of Microsoft Graph are cleared of the token that they repeat', async () => {
  peer.graph.misbehave({
    status: 403,
    repeat: (sent: string) => ({ body: JSON.stringify({ error: { code: 'Denied', message: sent } }) }),
  });
  const results = await entraAt(peer).checkSignIn(signInPage(signIn), makeCall());
  expect(resultOf(results, 'subscription').detail).toContain('Bearer **********');
  const error = await entraAt(peer)
    .createApplication(registering({ signIn }), makeCall())
    .catch((reason: unknown) => reason);
  expect(String(error)).toContain('Bearer **********');
  expectNoSecrets(peer, [clientSecret], results, error);
});

test('the words of the mail service are cleared of the token that they repeat', async () => {
  peer.mail.misbehave({
    status: 401,
    repeat: (sent: string) => ({ body: sent, headers: { 'x-ms-diagnostics': sent.split(' <')[0] ?? '' } }),
  });
  const page = mailboxPage({ applicationId: mim.appId, tenantId: peer.tenant.id, clientSecret });
  const results = await entraAt(peer).checkMailboxApplication(page, makeCall());
  expect(resultOf(results, 'mailbox-access').detail).toContain('Bearer **********');
  expectNoSecrets(peer, [clientSecret], results);
});
