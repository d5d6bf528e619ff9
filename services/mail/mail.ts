import { mailHost } from '../../machines/mailHost.ts';
import type { Call, CheckResult, Subject } from '../../machines/ports.ts';
import { checkExchangeWeb } from './exchangeWeb.ts';
import { checkSmtp } from './smtp.ts';

export interface MailSettings {
  /** How long one check may take, milliseconds. */
  readonly timeout: number;
  /** The port of the SMTP server; 25 unless told. The MIM Service itself uses 25. */
  readonly smtpPort?: number | undefined;
  /** The port of Exchange Web Services; 443 unless told. */
  readonly exchangePort?: number | undefined;
  /** Where to ask in place of an Office 365 host, such as `{ 'outlook.office365.com': 'proxy.contoso.com:8443' }`. */
  readonly hosts?: Readonly<Record<string, string>> | undefined;
}

/** Checks that the mail server answers, and offers what the chosen authentication needs. Without a mail server there is no check. */
export function createMail(settings: MailSettings) {
  return {
    async mailServer({ answers }: Subject, call: Call): Promise<readonly CheckResult[]> {
      const { mailServer, cloud } = answers;
      if (!mailServer || mailServer.type === 'none') return [];
      const { type, authentication = null, governmentCloud } = mailServer;
      const host = mailHost(type, mailServer.host, governmentCloud, cloud?.cloud ?? 'global');
      if (!host) return [];

      const { timeout, smtpPort = 25, exchangePort = 443, hosts } = settings;
      if (type === 'smtp') return checkSmtp({ host, port: smtpPort, timeout }, call);
      const address = type === 'exchange' ? `${host}:${exchangePort}` : (hosts?.[host] ?? host);
      return checkExchangeWeb({ url: new URL(`https://${address}/EWS/Exchange.asmx`), authentication, timeout }, call);
    },
  };
}
