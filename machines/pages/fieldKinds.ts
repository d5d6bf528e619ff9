import { z } from 'zod';
import { isLocalhost } from '../vocabulary/localhost.ts';
import { isPrintable, printable } from '../vocabulary/printable.ts';
import type { SecretBrand } from '../vocabulary/secret.ts';

/**
 * Host name of one or more labels, without scheme, port or path.
 *
 * @example host: hostName().meta({ title: 'Management Server', examples: ['scsm.contoso.com'] })
 */
export function hostName() {
  return z
    .string()
    .regex(
      /^(?=.{1,253}$)[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?(?:\.[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?)*$/,
      {
        error: 'Enter a host name alone, such as mim.contoso.com, without http:// or https:// and without a path.',
      },
    );
}

/** Host name by which others reach this server, so not `localhost`. */
export function reachableHostName() {
  return hostName().refine((host) => !isLocalhost(host), {
    error: 'Enter the name by which other computers reach this server. localhost means a different computer on each of them.',
  });
}

/** A domain, by its NetBIOS name or its name in DNS. */
export function domainName() {
  return z.string().regex(/^[A-Za-z0-9_](?:[A-Za-z0-9._-]{0,253}[A-Za-z0-9_])?$/, {
    error: 'Enter the domain, such as contoso or contoso.com.',
  });
}

/** An ID such as 48b15b07-ae4a-ae4a-ae4a-8850556d6b76; with braces or blanks, as dialogs show it, it is taken as well. */
export function guid() {
  return z
    .string()
    .overwrite(asDialogsShowIt)
    .regex(/^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/, {
      error: 'Enter a GUID, such as 48b15b07-ae4a-ae4a-ae4a-8850556d6b76.',
    })
    .meta({ pattern: `^${around}${digits(8)}(?:-${around}${digits(4)}){3}-${around}${digits(12)}$` });
}

/** The thumbprint of a certificate: 40 hexadecimal digits, with blanks or colons between them or without. */
export function thumbprint() {
  return z
    .string()
    .overwrite(asDialogsShowIt)
    .regex(/^[0-9a-fA-F]{40}$/, 'Enter the thumbprint as 40 hexadecimal digits.')
    .meta({ pattern: `^${around}${digits(40)}$` });
}

/** The SMTP address of a mailbox. */
export function emailAddress() {
  return z.email({ error: 'Enter an e-mail address, such as svcMIMService@contoso.com.' });
}

/** Address of a web site, `http://` or `https://`. */
export function webAddress() {
  return z
    .string()
    .max(2048)
    .refine(isWebAddress, { error: 'Enter an address that begins with http:// or https://, such as http://mim.contoso.com.' });
}

/** TCP port, 1 to 65535. */
export function port() {
  return z
    .number({ error: 'Enter a port number from 1 to 65535.' })
    .int('Enter a whole number.')
    .min(1, 'Enter a port number from 1 to 65535.')
    .max(65535, 'Enter a port number from 1 to 65535.');
}

/** A box that is ticked or not; unless it is optional, it has to be answered. */
export function checkbox() {
  return z.boolean({ error: (issue) => (issue.input === undefined ? undefined : 'Answer true or false.') });
}

/** The installer's values for a check box, in words. */
export const yesOrNo = { 1: 'yes', 0: 'no' };

/**
 * A text of 1 to 1024 characters that is sealed before the chart sees it. By its brand, the types of answers know that a reference
 * takes its place.
 *
 * @example password: secret().meta({ title: 'Password' }).optional()
 */
export function secret() {
  return z
    .string()
    .min(1, 'Enter it.')
    .max(1024, 'It is longer than 1024 characters.')
    .regex(printable, 'Leave out line breaks and control characters: a command line cannot carry them.')
    .brand<SecretBrand>()
    .meta({ secret: true, writeOnly: true, format: 'password' });
}

/**
 * One of several, each with the words that the original shows.
 *
 * @example method: choice({ ntlm: 'A Windows account (NTLM)', sql: 'A SQL login' }).meta({ title: 'Kind of account', default: 'ntlm' })
 */
export function choice<const Labels extends Readonly<Record<string, string>>>(labels: Labels) {
  const names = Object.keys(labels) as [keyof Labels & string, ...(keyof Labels & string)[]];
  return z
    .enum(names, { error: (issue) => (issue.input === undefined ? undefined : `Choose one of ${names.join(', ')}.`) })
    .meta({ labels });
}

/**
 * Without what dialogs and consoles put around an ID or into it: braces, blanks, colons, and the mark U+200E that the certificate
 * dialog copies along without showing it.
 */
function asDialogsShowIt(text: string): string {
  return text.replace(/[\p{Cf}\s{}:]/gu, '');
}

/** What is taken away, as the published pattern has it: it takes every form that the service takes. */
const around = '[\\s{}:\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u206F\\uFEFF]*';

function digits(count: number): string {
  return `(?:[0-9a-fA-F]${around}){${count}}`;
}

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s/\\]+/i.test(text) || /\s/.test(text) || !isPrintable(text)) return false;
  return URL.canParse(text) && new URL(text).username === '';
}
