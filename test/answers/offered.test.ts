import { describe, expect, it } from 'vitest';
import type { PageId } from '../../machines/pages/screens.ts';
import { pageView } from '../../server/view/page.ts';
import { answersFor, type PageAnswers } from '../answers.ts';
import { Walk } from '../chart/walk.ts';

const answers: PageAnswers = {
  ...answersFor('C'),
  database: {
    server: 'sql.contoso.com',
    name: 'FIMService',
    whenExists: 'create',
    checkAs: { method: 'ntlm', user: 'administrator', password: 'Check@word1', domain: 'contoso' },
  },
  serviceAddress: { host: 'service.contoso.com' },
};

describe('What was answered on a page behind', () => {
  it.each<[PageId, string, string, PageId]>([
    ['serviceAccount', 'domain', 'contoso', 'database'],
    ['sharePointSite', 'url', 'http://service.contoso.com', 'serviceAddress'],
    ['registrationPortal', 'host', 'pwreg.contoso.com', 'registrationPortalUrl'],
    ['registrationPortalService', 'serviceAddress', 'service.contoso.com', 'serviceAddress'],
    ['resetPortal', 'account', 'contoso\\mimpool', 'registrationPortal'],
    ['resetPortalService', 'serviceAddress', 'mim.contoso.com', 'registrationPortalService'],
  ])('is proposed on %s as %s, and told as a proposal', (page, field, value, from) => {
    const { answers: filledIn, formData, proposed } = pageView(at(page).context, page);
    expect([filledIn[field], formData[field]]).toEqual([value, value]);
    expect(proposed).toEqual([{ field, from, message: expect.stringMatching(/^Proposed: as on the page “.+”\.$/) }]);
  });

  it('counts for nothing until it is submitted', () => {
    const walk = at('resetPortalService');
    expect(walk.context.answers.resetPortalService).toBeUndefined();
    expect(walk.submit({ access: 'intranet' })).toMatchObject([{ field: 'serviceAddress', code: 'required' }]);
  });

  it('is not proposed where the page has been answered already, nor where it cannot stand', () => {
    const walk = at('resetPortalService').step(answers).send({ type: 'back' });
    expect(walk.screen).toBe('resetPortalService');
    expect(pageView(walk.context, 'resetPortalService').proposed).toEqual([]);
    const alone = new Walk();
    alone.to('registrationPortalService', { ...answers, components: { features: ['registrationPortal'] } });
    expect(pageView(alone.context, 'registrationPortalService').proposed).toEqual([]);
  });
});

function at(page: PageId): Walk {
  const walk = new Walk();
  walk.to(page, answers);
  return walk;
}
