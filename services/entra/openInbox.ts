import { maskerOf } from '../secrets/mask.ts';
import type { CloudInUse } from './clouds.ts';
import { type Answer, ask, type Limits, notTheService } from './webRequest.ts';

/** The role by which an application may open mailboxes through EWS, all of them until an access policy says otherwise. */
export const mailboxRole = 'full_access_as_app';

/** What EWS said: whether the mailbox opened, and its words. */
export interface MailboxAnswer {
  readonly opened: boolean;
  /** Its word for it, such as `ErrorNonExistentMailbox`, or the HTTP status. */
  readonly code: string;
  readonly words: string;
}

/**
 * Opens the inbox of a mailbox as the application that the token is for (EWS GetFolder with ExchangeImpersonation). Without a
 * mailbox it names none: EWS then answers that one has to be named, which shows that it answers and takes the token.
 */
export async function openInbox(
  { mail }: CloudInUse,
  token: string,
  mailbox: string | undefined,
  limits: Limits,
): Promise<MailboxAnswer> {
  const url = `${mail}/EWS/Exchange.asmx`;
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'text/xml; charset=utf-8',
    accept: 'text/xml',
    ...(mailbox && { 'x-anchormailbox': mailbox }),
  };
  const answer = await ask(url, { method: 'POST', headers, body: getInbox(mailbox), secrets: [token] }, limits);
  if (answer.status === 401 || answer.status === 403) return refused(answer, token);
  if (!/<(?:\w+:)?Envelope\b/.test(answer.text)) throw notTheService(url, answer, 'the mail service');
  const code =
    element(answer.text, 'ResponseCode') ?? element(answer.text, 'faultcode')?.replace(/^\w+:/, '') ?? `HTTP ${answer.status}`;
  const words = element(answer.text, 'MessageText') ?? element(answer.text, 'faultstring') ?? '';
  return { opened: answer.status === 200 && code === 'NoError', code, words };
}

/** What EWS answers to an application that names no mailbox ("ExchangeImpersonation SOAP header must be present …"). */
export const mailboxNotNamed = ['ErrorInvalidExchangeImpersonationHeaderData', 'ErrorNonExistentMailbox'];

/**
 * Whether EWS is closed to an application whose token it takes: 403 is about what the organization or the mailbox allows
 * (EwsEnabled, EwsAllowedAppIDs, the older allow and block lists), 401 about the token.
 */
export function isBlocked({ code, words }: MailboxAnswer): boolean {
  return code === 'HTTP 403' && !/\binvalid_(grant|token)\b/.test(words);
}

function refused({ status, headers }: Answer, token: string): MailboxAnswer {
  const words = headers.get('x-ms-diagnostics') ?? headers.get('www-authenticate') ?? '';
  return { opened: false, code: `HTTP ${status}`, words: maskerOf([token])(words) };
}

function getInbox(mailbox: string | undefined): string {
  const impersonation =
    mailbox &&
    `<t:ExchangeImpersonation><t:ConnectingSID><t:PrimarySmtpAddress>${escaped(mailbox)}</t:PrimarySmtpAddress></t:ConnectingSID></t:ExchangeImpersonation>`;
  return `<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types" xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages">
<soap:Header><t:RequestServerVersion Version="Exchange2013"/>${impersonation ?? ''}</soap:Header>
<soap:Body><m:GetFolder><m:FolderShape><t:BaseShape>IdOnly</t:BaseShape></m:FolderShape><m:FolderIds><t:DistinguishedFolderId Id="inbox"/></m:FolderIds></m:GetFolder></soap:Body>
</soap:Envelope>`;
}

function element(xml: string, name: string): string | undefined {
  const text = new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>([^<]*)<`).exec(xml)?.[1];
  return text?.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => entities[entity] ?? entity).trim();
}

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' };

function escaped(text: string): string {
  return text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
