import { describe, expect, it } from 'vitest';
import { notesOf, remarksOn } from '../../machines/plan/notes.ts';
import { answersFor } from '../answers.ts';
import { Walk } from '../chart/walk.ts';

function at(page: Parameters<Walk['to']>[0], answers: Parameters<Walk['to']>[1]) {
  const walk = new Walk();
  walk.to(page, answers);
  return walk.context;
}

describe('A remark about the page that is on screen', () => {
  const remarks = (...of: Parameters<typeof remarksOn>) => remarksOn(...of).map(({ code, when }) => [code, when]);

  it('that hangs on a field of the page says on which, so that a form can tell it as the choice is made', () => {
    const context = at('mailServer', answersFor('C'));
    expect(remarks(context, 'mailServer')).toEqual([
      ['smtp-without-outlook-add-in', { field: 'type', is: ['smtp'] }],
      ['basic-authentication-unsupported', { field: 'authentication', is: ['basic'] }],
      ['exchange-web-services-end', { field: 'type', is: ['office365', 'office365China', 'office365Government'] }],
      ['government-clouds', { field: 'type', is: ['office365Government'] }],
      ['application-context-minimum-build', { field: 'authentication', is: ['applicationContext'] }],
    ]);
    expect(remarksOn(context, 'mailServer')[0]?.message).toMatch(/Outlook add-in/);
  });

  it('that hangs on the pages before is told, without a condition, where they say so, and only there', () => {
    expect(remarks(at('certificate', answersFor('C')), 'certificate')).toEqual([
      ['reporting-certificate', undefined],
      ['tls-12-certificate', { field: 'source', is: ['selfIssued'] }],
    ]);
    expect(remarks(at('certificate', answersFor('C', ['service'])), 'certificate').map(([code]) => code)).toEqual([
      'tls-12-certificate',
    ]);
    const dod = { ...answersFor('C'), cloud: { cloud: 'governmentDod' } };
    expect(remarks(at('signIn', dod), 'signIn')).toEqual([['government-tenant', undefined]]);
    expect(remarks(at('signIn', answersFor('C')), 'signIn')).toEqual([]);
  });

  it('there is none about a page without remarks, or about what is no page', () => {
    const context = at('ready', answersFor('C'));
    expect(remarksOn(context, 'database')).toEqual([]);
    expect(remarksOn(context, 'ready')).toEqual([]);
  });
});

describe('The remarks about the answers so far', () => {
  it('are those that apply to them, each told once, with the page that it was first about', () => {
    expect(notesOf(at('ready', answersFor('C'))).map(({ code, page }) => [code, page])).toEqual([
      ['exchange-web-services-end', 'mailServer'],
      ['application-context-minimum-build', 'mailServer'],
      ['client-secret-expires', 'mailboxApplication'],
      ['reporting-certificate', 'certificate'],
      ['tls-12-certificate', 'certificate'],
    ]);
  });
});
