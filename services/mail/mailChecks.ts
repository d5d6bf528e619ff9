import type { Call } from '../../machines/ports/call.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import type { Subject } from '../../machines/ports/subjects.ts';
import { mailHost } from '../../machines/vocabulary/mailHost.ts';
import { checkExchangeWeb } from './checkExchangeWeb.ts';
import { checkSmtp } from './checkSmtp.ts';
import type { MailSettings } from './settings.ts';

/**
 * Checks that the mail server answers, and offers what the chosen authentication needs. Without a mail server there is no check.
 */
export function mailChecks(settings: MailSettings) {
  return {
    /** The checks of the page `mailServer`: reachable, authentication, encryption. */
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
