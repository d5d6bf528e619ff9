import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { judge } from '../../machines/answers/judgeAnswers.ts';
import { factsOf } from '../../machines/vocabulary/facts.ts';
import { judgedPage } from './judgedPage.ts';
import { pageWith } from './pageWith.ts';

const facts = factsOf({});
const inChina = factsOf({ cloud: { cloud: 'china' } });
const fine = { kind: 'account', name: 'mim', agreed: true };
const needed = 'This is needed. Fill it in.';

describe('Answers to a page', () => {
  it.each([[null], ['text'], [7], [undefined], [[fine]]])('that are %j are no answers', (submitted) => {
    expect(judge(judgedPage, submitted, facts)).toEqual({
      findings: [{ field: '', code: 'invalid', message: 'Send the answers as an object, a field for each question.' }],
    });
  });

  it('that do are given back', () => {
    expect(judge(judgedPage, fine, facts)).toEqual({ answers: fine });
  });

  it('are found fault with all at once, once for each field', () => {
    expect(judge(judgedPage, { kind: 'both', name: 'm', agreed: false, tags: [1] }, facts)).toEqual({
      findings: [
        { field: 'kind', code: 'invalid', message: 'Choose one of account, none.' },
        { field: 'name', code: 'invalid', message: 'Too short.' },
        { field: 'agreed', code: 'required', message: needed },
        { field: 'tags.0', code: 'invalid', message: 'Invalid input: expected string, received number' },
      ],
    });
  });

  it('that are missing are needed; what is of another kind, or what is no choice, is invalid', () => {
    expect(judge(judgedPage, {}, facts)).toEqual({
      findings: [
        { field: 'kind', code: 'required', message: needed },
        { field: 'agreed', code: 'required', message: needed },
      ],
    });
    expect(judge(judgedPage, { ...fine, name: 7 }, facts)).toEqual({
      findings: [{ field: 'name', code: 'invalid', message: 'Invalid input: expected string, received number' }],
    });
  });

  it('are told in the page’s own words what is wrong with them, whatever these are', () => {
    const inWords = (error: string) => pageWith({ text: z.string().regex(/^-$/, error), choice: z.enum(['a'], { error }) });
    for (const words of ['The server received undefined bytes.', 'This is an Invalid option.'])
      expect(judge(inWords(words), { text: 'x', choice: 'x' }, facts)).toEqual({
        findings: [
          { field: 'text', code: 'invalid', message: words },
          { field: 'choice', code: 'invalid', message: words },
        ],
      });
  });

  it('count as left out where they are empty', () => {
    expect(judge(judgedPage, { ...fine, nickname: '' }, facts)).toEqual({ answers: fine });
    expect(judge(judgedPage, { ...fine, name: '' }, facts)).toEqual({
      findings: [{ field: 'name', code: 'required', message: needed }],
    });
  });

  it('to fields that do not apply are to be left out, and those that apply are needed unless they are optional', () => {
    expect(judge(judgedPage, { ...fine, kind: 'none' }, facts)).toEqual({
      findings: [{ field: 'name', code: 'not-applicable', message: 'This does not apply here. Leave it out.' }],
    });
    expect(judge(judgedPage, { kind: 'none', agreed: true }, facts)).toEqual({ answers: { kind: 'none', agreed: true } });
  });

  it('apply by the pages before as well', () => {
    expect(judge(judgedPage, { ...fine, cloudName: 'x' }, facts)).toEqual({
      findings: [{ field: 'cloudName', code: 'not-applicable', message: 'This does not apply here. Leave it out.' }],
    });
    expect(judge(judgedPage, fine, inChina)).toEqual({
      findings: [{ field: 'cloudName', code: 'required', message: needed }],
    });
  });

  it('are not judged by a field that is not answered: that one is asked for alone', () => {
    expect(judge(judgedPage, { name: 'mim', agreed: true }, facts)).toEqual({
      findings: [{ field: 'kind', code: 'required', message: needed }],
    });
  });

  it('to fields that do not exist are told with the name that was perhaps meant, and without one where none is near', () => {
    expect(judge(judgedPage, { ...fine, nam: 'x', group: { host: 'h', password: 'p', hosts: 1 }, zzzzzzzz: 1 }, facts)).toEqual({
      findings: [
        { field: 'group.hosts', code: 'unknown-field', message: 'There is no such field here.' },
        { field: 'nam', code: 'unknown-field', message: 'There is no such field here. Did you mean name?' },
        { field: 'zzzzzzzz', code: 'unknown-field', message: 'There is no such field here.' },
      ],
    });
  });

  it('are held against one another only where each does by itself', () => {
    expect(judge(judgedPage, { ...fine, nickname: 'mim' }, facts)).toEqual({
      findings: [{ field: 'nickname', code: 'same', message: 'Same.' }],
    });
    expect(judge(judgedPage, { ...fine, nickname: 'mim' }, inChina)).toEqual({
      findings: [{ field: 'cloudName', code: 'required', message: needed }],
    });
  });
});

describe('A secret among the answers', () => {
  const earlier = { password: { secret: 'one' }, group: { host: 'h', password: { secret: 'two' } } };

  it('stays as it is kept, at any depth, and is its text where one was typed', () => {
    const kept = { kept: true };
    expect(judge(judgedPage, { ...fine, password: kept, group: { host: 'x', password: kept } }, facts, earlier)).toEqual({
      answers: { ...fine, password: { secret: 'one' }, group: { host: 'x', password: { secret: 'two' } } },
    });
    expect(judge(judgedPage, { ...fine, password: 'new' }, facts, earlier)).toEqual({ answers: { ...fine, password: 'new' } });
  });

  it('has to be entered where nothing is kept', () => {
    expect(judge(judgedPage, { ...fine, password: { kept: true } }, facts)).toEqual({
      findings: [{ field: 'password', code: 'required', message: 'Nothing is kept here. Enter it.' }],
    });
  });

  it.each([[{ kept: false }], [{ secret: 'one' }], [7]])('is not %j', (password) => {
    expect(judge(judgedPage, { ...fine, password }, facts, earlier)).toMatchObject({ findings: [{ field: 'password' }] });
  });
});
