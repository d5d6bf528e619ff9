import type { Call } from '../../machines/ports/call.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import type { Subject } from '../../machines/ports/subjects.ts';
import { type Finding, failed, passed, waitsFor, warning } from '../checks/finding.ts';
import { makeCheck } from '../checks/makeCheck.ts';
import { askWeb, offersWindowsAuthentication, type WebAnswer } from '../network/webAnswer.ts';
import { byServicePack, platformsSource, sharePointSupport } from '../platforms/supportedPlatforms.ts';
import type { SharePointSettings } from './settings.ts';

/** Checks the site that is to hold the MIM Portal, by what it answers to somebody who has not signed in. */
export function sharePointChecks({ timeout }: SharePointSettings) {
  return {
    /**
     * That it answers (`sharepoint-site`), and is SharePoint that asks for Windows authentication (`sharepoint-authentication`).
     */
    async sharePointSite({ answers }: Subject, call: Call): Promise<readonly CheckResult[]> {
      const url = answers.sharePointSite?.url;
      if (!url) return [];

      let answer: WebAnswer | null = null;
      const site = await makeCheck({ id: 'sharepoint-site', page: 'sharePointSite', timeout }, call, async (signal) => {
        answer = await askWeb(new URL(url), signal, 'site-unsuitable');
        return judgeAnswer(url, answer);
      });
      const authentication = await makeCheck(
        { id: 'sharepoint-authentication', page: 'sharePointSite', timeout },
        call,
        async () =>
          answer && site.status === 'passed'
            ? judgeSharePoint(url, answer)
            : waitsFor(site, 'This can only be told once the site answers as it should. Mend that, then check again.'),
      );
      return [site, authentication];
    },
  };
}

function judgeAnswer(url: string, { status }: WebAnswer): Finding {
  if (status === 404)
    return unsuitable(`There is no site at ${url}. Enter the address of the site collection, or create it first.`);
  if (status >= 500) {
    return unsuitable(
      `${url} answers with error ${status}. See in IIS on the SharePoint server that the application pool of the site runs.`,
    );
  }
  if (status === 401) {
    return passed(
      `${url} answers, and asks for a sign-in before it tells whether a site collection is there. SharePoint itself is asked on its server before the installation; elsewhere, see by: Get-SPSite ${url}.`,
    );
  }
  return passed(`${url} answers.`);
}

function judgeSharePoint(url: string, answer: WebAnswer): Finding {
  const version = answer.headers.get('microsoftsharepointteamservices');
  if (version === null && !marks.some((mark) => answer.headers.has(mark))) {
    return unsuitable(
      `Nothing in the answer of ${url} says that it is SharePoint. Enter the address of a SharePoint site collection. If a proxy between takes such marks away, override this check.`,
    );
  }
  if (signInPage.test(answer.url.pathname)) {
    return unsuitable(
      `${url} leads to a page of its own to sign in (${answer.url.pathname}). Let Windows authentication (NTLM or Negotiate) alone be on for the zone of this address.`,
    );
  }
  if (answer.status !== 401) {
    return unsuitable(
      `${url} lets in visitors who have not signed in (status ${answer.status}). Turn anonymous access off and Windows authentication on.`,
    );
  }
  if (!offersWindowsAuthentication(answer)) {
    return unsuitable(
      `${url} asks for ${answer.schemes.join(', ') || 'a sign-in that it does not name'}, and not for Windows authentication. Turn NTLM or Negotiate on for the web application.`,
    );
  }
  const support = version === null ? null : sharePointSupport(version);
  if (support?.is === 'older') {
    return unsuitable(
      `${url} is SharePoint of version ${version}, older than ${support.platform.name}, the oldest that MIM 2016 SP2 supports. Choose a site of a newer one.`,
    );
  }
  if (support?.is === 'byServicePack') return warning('site-unsuitable', byServicePack(support.platform), platformsSource);
  return passed(`${url} is SharePoint and asks for Windows authentication.`, version ?? undefined);
}

/** Headers by which SharePoint 2013 and later are known, besides the one with the version ([MS-WSSHP], 2.2). */
const marks = ['sprequestguid', 'x-sharepointhealthscore', 'spiislatency', 'sprequestduration'];
/** Where SharePoint sends those who are to choose how to sign in, or to sign in by a form. */
const signInPage = /\/_(login|forms|trust)\//i;

function unsuitable(message: string): Finding {
  return failed('site-unsuitable', message, { field: 'url' });
}
