import type { CheckId } from '../../machines/pages/screens.ts';
import { type Finding, failed } from '../checks/finding.ts';
import { type Account, accountOf } from './contoso.ts';

/** What the rehearsed environment says to a page's answers, for the checks that it has something against. */
export type Findings = { readonly [Check in CheckId]?: Finding };

/** A name that does not resolve. */
export function unreachable(host: string, field: string): Finding {
  return failed('host-unreachable', `The name ${host} does not resolve. Check its spelling, and that this host's DNS knows it.`, {
    field,
  });
}

/** An account that Contoso does not have. */
export function noAccount(account: string, field: string): Finding {
  return failed('account-not-found', `There is no account ${account}. Check the name and the domain.`, { field });
}

/** What a check of an account (`DOMAIN\name`) finds: nothing where there is one. */
export function accountFinding(check: CheckId, account: string, field: string): Findings {
  const [domain = '', name = ''] = account.split('\\');
  return accountOf(domain, name) ? {} : { [check]: noAccount(account, field) };
}

/** What the check of the service account's kind finds: nothing where it is managed, or is not, as was announced. */
export function kindFinding({ managed }: Account, announced: boolean): Findings {
  if (managed === announced) return {};
  const message = managed
    ? 'This is a managed account, and a regular one was announced.'
    : 'This is a regular account, and a managed one was announced.';
  return {
    'service-account-kind': failed(
      'account-kind-mismatch',
      `${message} Choose the other kind on the mail server page, or another account.`,
      { field: 'name' },
    ),
  };
}

/** The directory's own words, in the form that it gives them. */
export function said(code: number, text: string): { detail: string } {
  return {
    detail: `AADSTS${code}: ${text} Trace ID: 5842df4a-6dc4-4565-846e-65d854e13d01 Correlation ID: 020ca1cc-7774-4828-b603-838084250dcc Timestamp: 2021-01-04 14:37:02Z`,
  };
}
