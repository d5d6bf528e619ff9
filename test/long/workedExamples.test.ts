import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Example, workedExample } from '../docs/workedExample.ts';

/** Walks a copy of the chart, and prints what came of the page that was added. */
const pageProbe = `
import { installJob } from './machines/chart/installJob.ts';
import { pageSchema } from './machines/answers/pageSchema.ts';
import { pageOf } from './machines/pages/screens.ts';
import { pagesText } from './server/docs/pagesText.ts';
import { answersFor } from './test/answers.ts';
import { Walk } from './test/chart/walk.ts';

const email = 'help@contoso.com';
const answers = { ...answersFor('A'), supportContact: { email } };
const walk = new Walk();
const screens = walk.to('ready', answers);
const bare = new Walk();
const without = bare.to('ready', answersFor('A', ['service']));
const wrong = new Walk();
wrong.to('supportContact', answers);
console.log(JSON.stringify({
  before: screens[screens.indexOf('supportContact') - 1],
  after: screens[screens.indexOf('supportContact') + 1],
  shownWithoutPortal: without.includes('supportContact'),
  findings: wrong.submit({ email: 'help' }).map(({ field, code }) => field + ' ' + code),
  property: installJob(walk.context).properties['SUPPORT_EMAIL'],
  required: pageSchema(pageOf('supportContact')).required,
  documented: pagesText().includes('## supportContact'),
}));
`;

/** Makes the checks of the page in a copy, for a name, and for an address that nobody has to answer for. */
const checkProbe = `
import { reportingServer } from './services/network/reportingServer.ts';
import { settledNetwork } from './services/network/settings.ts';
import { rehearsedServices } from './services/rehearsal/rehearsedServices.ts';
import { pagesText } from './server/docs/pagesText.ts';

const call = { signal: AbortSignal.timeout(10_000), progress: () => {} };
const subject = (host) => ({ installation: 'example', page: 'reportingServer', answers: { reportingServer: { host } } });
const live = reportingServer(settledNetwork({ timeout: 5000, ports: { serviceManager: 9 }, resolve: async () => ['127.0.0.1'] }));
const rehearsed = rehearsedServices({ times: 1, pace: 0, failures: {}, jobsFolder: '.' });
const found = (results) => results.find(({ id }) => id === 'reporting-server-by-name')?.status;
console.log(JSON.stringify({
  byName: found(await live(subject('localhost'), call)),
  byAddress: found(await live(subject('127.0.0.1'), call)),
  rehearsed: found(await rehearsed.checkPage(subject('scsm.contoso.com'), call)),
  documented: pagesText().includes('reporting-server-by-name'),
}));
`;

describe('What docs/architecture.md shows', () => {
  let example: Example;
  beforeAll(() => {
    example = workedExample('Adding a page', 'Adding a check');
  });
  afterAll(() => example.remove());

  it('adds a page by one declaration and one line: it is asked, judged, documented, and told the installer', async () => {
    expect(await example.probe(pageProbe)).toEqual({
      before: 'registrationPortalUrl',
      after: 'firewall',
      shownWithoutPortal: false,
      findings: ['email invalid'],
      property: 'help@contoso.com',
      required: ['email'],
      documented: true,
    });
  });

  it('adds a check by a declaration and what looks: it is made live and in rehearsal, and documented', async () => {
    expect(await example.probe(checkProbe)).toEqual({
      byName: 'passed',
      byAddress: 'warning',
      rehearsed: 'passed',
      documented: true,
    });
  });

  it('leaves everything compiling', { timeout: 120_000 }, async () => {
    expect(await example.compile()).toBe('');
  });
});
