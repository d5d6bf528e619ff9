import { describe, expect, it } from 'vitest';
import type { PackageAsks, PackageListing } from '../../machines/ports/packageListing.ts';
import type { PackageSettlement } from '../../machines/ports/packageSettlement.ts';
import { answersFor } from '../answers.ts';
import { result, Walk } from './walk.ts';

const product = { productName: 'Package', productCode: '{A}', productVersion: '4.6.421.0' };
const asks: PackageAsks = { ...product, from: 'file', dialogs: [], screens: [], properties: ['MAIL_KIND'] };
const listing: PackageListing = { ...product, features: [], properties: [], dialogs: [], summary: { state: 'fine' } };
const settlement: PackageSettlement = { property: 'MAIL_KIND', for: 'installation', who: 'anna', at: '', product };
const packagePasses = { ...result('package', 'ready', 'passed'), asks };
const settle = { type: 'settle', name: 'mailServer.type', settlement } as const;

describe('Settling an answer by what the package asks', () => {
  it('waits until the package was looked at', () => {
    expect(ready().end([]).takes(settle)).toBe(false);
    expect(ready().end([packagePasses]).takes(settle)).toBe(true);
  });

  it('is kept, and held against the package at once', () => {
    const walk = ready().end([packagePasses]).send(settle);
    expect(walk.context.settlements).toEqual({ 'mailServer.type': settlement });
    expect(walk.last.started).toMatchObject([
      { service: 'checkPackage', input: { settlements: { 'mailServer.type': settlement } } },
    ]);
  });

  it('is taken back by settling it by nothing', () => {
    const walk = ready().end([packagePasses]).send(settle).end([packagePasses]);
    expect(walk.send({ ...settle, settlement: null }).context.settlements).toEqual({});
  });

  it('lets nothing be installed that another check holds back', () => {
    const walk = ready().end([result('host-disk-space', 'ready', 'failed', 'host-unsuitable'), packagePasses]);
    walk.send(settle).end([packagePasses]);
    expect(walk.takes({ type: 'install' })).toBe(false);
  });
});

describe('A listing of the package that is sent in', () => {
  it.each(['components', 'ready'] as const)('at %s is kept, and handed to whoever looks at the package', (screen) => {
    const walk = new Walk();
    walk.to(screen, answers);
    walk.send({ type: 'list', listing });
    expect(walk.context.listing).toEqual(listing);
    walk.to('ready', answers);
    expect(walk.last.started).toMatchObject([{ service: 'checkEverything', input: { listing } }]);
  });

  it('after the checks is held against the plan at once', () => {
    const walk = ready().end([]).send({ type: 'list', listing });
    expect(walk.last.started).toMatchObject([{ service: 'checkPackage', input: { listing } }]);
  });
});

const answers = answersFor('E', ['service']);

function ready(): Walk {
  const walk = new Walk();
  walk.to('ready', answers);
  return walk;
}
