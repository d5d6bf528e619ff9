import { type Answer, startWebServer, type WebServer } from './webServer.ts';

/** What SharePoint 2016 answers to somebody who has not signed in. */
export const sharePointAnswer: Answer = {
  status: 401,
  headers: {
    'WWW-Authenticate': ['Negotiate', 'NTLM'],
    Server: 'Microsoft-IIS/10.0',
    SPRequestGuid: 'd5a0d69f-58b5-8001-30f1-a8dbd4a1c1d6',
    'X-FRAME-OPTIONS': 'SAMEORIGIN',
    SPRequestDuration: '3',
    SPIisLatency: '0',
    MicrosoftSharePointTeamServices: '16.0.0.4266',
    'X-MS-InvokeApp': '1; RequireReadOnly',
  },
};

/** A stand-in for a site of SharePoint, with the MIM Portal where asked. */
export function startSharePoint(site: Answer = sharePointAnswer, portal?: Answer): Promise<WebServer> {
  return startWebServer({
    '/': site,
    '/_login/default.aspx': { ...site, status: 200 },
    ...(portal && { '/identitymanagement': portal }),
  });
}
