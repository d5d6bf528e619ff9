import type { Call } from '../../machines/ports/call.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import type { Authentication } from '../../machines/vocabulary/mailOptions.ts';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { type Finding, failed, passed, warning } from '../checks/finding.ts';
import { makeCheck } from '../checks/makeCheck.ts';
import { askWeb, offersWindowsAuthentication, type WebAnswer } from '../network/webAnswer.ts';
import { notAsked } from './notAsked.ts';

/** Exchange Web Services, and what is asked of them. */
export interface ExchangeWeb {
  /** The address of Exchange Web Services. */
  readonly url: URL;
  readonly authentication: Authentication | null;
  /** How long one check may take, milliseconds. */
  readonly timeout: number;
}

/** Checks that Exchange Web Services answer, by a certificate that is trusted, and offer the chosen authentication. */
export async function checkExchangeWeb(
  { url, authentication, timeout }: ExchangeWeb,
  call: Call,
): Promise<readonly CheckResult[]> {
  let answer: WebAnswer | null = null;
  let distrust: Problem | null = null;

  const reachable = await makeCheck({ id: 'mail-reachable', page: 'mailServer', timeout }, call, async (signal) => {
    try {
      answer = await askWeb(url, signal, 'mail-unsuitable');
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'certificate-untrusted') throw error;
      distrust = error;
      return passed(`${url.host} answers.`);
    }
    return judgeAnswer(url, answer);
  });
  const encryption = await makeCheck({ id: 'mail-encryption', page: 'mailServer', timeout }, call, async () => {
    if (distrust) throw distrust;
    return answer ? passed(`${url.host} answers by TLS, with a certificate that this host trusts.`) : notAsked(reachable);
  });
  // The mailbox application's own page tries the sign-in itself.
  if (authentication === 'applicationContext') return [reachable, encryption];

  const offered = await makeCheck({ id: 'mail-authentication', page: 'mailServer', timeout }, call, async () =>
    answer && reachable.status === 'passed' ? judgeSchemes(answer, authentication) : notAsked(distrust ? encryption : reachable),
  );
  return [reachable, offered, encryption];
}

function judgeAnswer(url: URL, { status }: WebAnswer): Finding {
  if (status === 404) {
    return failed(
      'mail-unsuitable',
      `${url.host} answers, but has no Exchange Web Services at ${url.pathname}. Name the Exchange server.`,
      {
        field: 'host',
      },
    );
  }
  if (status >= 500) {
    return failed(
      'mail-unsuitable',
      `${url.host} answers with error ${status}. See on the Exchange server that the application pool MSExchangeServicesAppPool runs.`,
    );
  }
  return passed(`Exchange Web Services answer at ${url}.`);
}

function judgeSchemes(answer: WebAnswer, authentication: Authentication | null): Finding {
  const offers = answer.schemes.length > 0 ? `It offers ${answer.schemes.join(', ')}.` : 'It asks for no sign-in at all.';
  if (authentication === 'basic') {
    if (!answer.schemes.includes('basic')) {
      return failed(
        'mail-unsuitable',
        `${answer.url.host} does not offer Basic Authentication. ${offers} Choose Application Context Authentication.`,
      );
    }
    return warning(
      'mail-unsuitable',
      `${answer.url.host} still names Basic Authentication, which Office 365 no longer supports. Choose Application Context Authentication.`,
    );
  }
  if (offersWindowsAuthentication(answer)) return passed(`${answer.url.host} offers Integrated Windows Authentication.`, offers);
  return failed(
    'mail-unsuitable',
    `${answer.url.host} offers neither Negotiate nor NTLM, which Integrated Windows Authentication needs. ${offers} Turn Windows authentication on for the EWS virtual directory: Set-WebServicesVirtualDirectory -WindowsAuthentication $true.`,
  );
}
