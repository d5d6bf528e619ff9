import { type Finding, failed, passed } from '../checks/finding.ts';
import { askWeb, offersWindowsAuthentication } from '../network/webAnswer.ts';

/**
 * Whether the MIM Portal answers below its SharePoint site and asks for Windows authentication (the guide's "Post-installation
 * tasks", 1). Throws a `Problem` where nothing answers, or something else than a web server.
 */
export async function findPortal(siteUrl: string, signal: AbortSignal): Promise<Finding> {
  const url = portalUrlOf(siteUrl);
  const answer = await askWeb(url, signal, 'site-unsuitable');
  if (answer.status === 404) {
    return failed(
      'site-unsuitable',
      `There is no MIM Portal at ${url}. See that its SharePoint solutions are deployed (Get-SPSolution).`,
    );
  }
  if (answer.status >= 500) {
    return failed(
      'site-unsuitable',
      `${url} answers with error ${answer.status}. The first visit can take a while: try again in a minute, then see the application pool in IIS and SharePoint's log.`,
    );
  }
  if (answer.status !== 401 || !offersWindowsAuthentication(answer)) {
    const offers = answer.schemes.join(', ') || 'no sign-in';
    return failed(
      'site-unsuitable',
      `${url} answers with status ${answer.status} and asks for ${offers}, not for Windows authentication. Turn NTLM or Negotiate on for the web application, and anonymous access off.`,
    );
  }
  return passed(`The MIM Portal answers at ${url} and asks for Windows authentication.`);
}

/** The address of the MIM Portal below that of its SharePoint site. */
export function portalUrlOf(siteUrl: string): URL {
  const url = new URL(siteUrl);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/identitymanagement`;
  url.search = '';
  url.hash = '';
  return url;
}
