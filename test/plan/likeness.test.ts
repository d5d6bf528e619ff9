import { describe, expect, it } from 'vitest';
import { coverage, likeness } from '../../machines/plan/likeness.ts';

describe('The likeness of two texts', () => {
  it.each([
    ['Application ID:', 'The application ID', 1, 'fillers, case and punctuation count for nothing'],
    ['Tenant ID', 'ID of your tenant', 1, 'nor does the order'],
    ['Entra ID', 'Azure AD', 1, 'the new name of the directory stands for the old one'],
    ['Microsoft Entra ID China', 'Azure Active Directory China', 1, 'in full as well'],
    ['Client Secret', 'Client ID', 0.5, 'half of the words are shared'],
    ['Azure AD', 'Azure AD China', 0.8, 'two of two and three'],
    ['Azure cloud', 'Client Secret', 0, 'no word is shared'],
    ['', '', 0, 'nothing is like nothing'],
    ['…', 'Azure cloud', 0, 'nor is what has no word like what has some'],
    ['the', 'or', 0, 'fillers alone are no words'],
  ])('of “%s” and “%s” is %d: %4$s', (one, other, expected) => {
    expect(likeness(one, other)).toBeCloseTo(expected);
    expect(likeness(other, one)).toBeCloseTo(expected);
  });
});

describe('How much of a text stands in others', () => {
  it.each([
    ['Azure cloud', ['The cloud', 'of Azure, and more'], 1],
    ['Enter the Tenant ID', ['Tenant'], 1 / 3],
    ['Azure cloud', ['Client Secret'], 0],
    ['Azure cloud', [], 0],
    ['', ['Client Secret'], 0],
  ])('is, for “%s” in %j, %d', (text, others, expected) => {
    expect(coverage(text, others)).toBeCloseTo(expected);
  });
});
