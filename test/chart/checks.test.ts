import { describe, expect, it } from 'vitest';
import { answersFor } from '../answers.ts';
import { outcomes } from './exploring.ts';
import { changeEvent, result, Walk } from './walk.ts';

const everything = answersFor('C');
const addressFails = result('registration-portal-address', 'registrationPortal', 'failed', 'port-taken');
const accountFails = result('registration-portal-account', 'registrationPortal', 'failed', 'account-not-found');
const accountPasses = result('registration-portal-account', 'registrationPortal', 'passed');

describe('A failed check', () => {
  it('returns to its page with the problem, and what was typed', () => {
    const walk = failing(addressFails, accountPasses);
    expect(walk.screen).toBe('registrationPortal');
    expect(walk.snapshot.hasTag('asking')).toBe(true);
    expect(walk.context.problems).toMatchObject([{ code: 'port-taken' }]);
    expect(walk.context.answers.registrationPortal?.port).toBe(80);
  });

  it('is told with the field that is at fault and the other side’s words, where there are any', () => {
    const told = { message: 'It is taken.', detail: 'EADDRINUSE', field: 'port' };
    const [first, second] = failing({ ...addressFails, ...told }, accountFails).context.problems;
    expect(first).toStrictEqual({ code: 'port-taken', ...told });
    expect(second).toStrictEqual({ code: 'account-not-found', message: accountFails.message });
  });

  it('that is repeated and passes leads on', () => {
    const walk = failing(addressFails).send({ type: 'recheck' });
    expect(walk.calls).toEqual(['registrationPortal']);
    expect(walk.context.problems).toEqual([]);
    expect(walk.end([{ ...addressFails, status: 'passed' }]).screen).toBe('registrationPortalWarning');
  });

  it('that breaks off returns to its page with that problem, and can be repeated', () => {
    const walk = at('registrationPortal');
    walk.submit(everything['registrationPortal']);
    walk.breakOff('timed-out');
    expect(walk.screen).toBe('registrationPortal');
    expect(walk.context.problems).toMatchObject([{ code: 'timed-out' }]);
    walk.send({ type: 'recheck' }).end([accountPasses]);
    expect(walk.screen).toBe('registrationPortalWarning');
  });

  it('is over where a file of answers begins anew', () => {
    const walk = failing(addressFails).send({ type: 'replay', answers: {} });
    expect([walk.screen, walk.context.problems]).toEqual(['welcome', []]);
  });

  it('does not let its page be changed as one that is behind', () => {
    const walk = failing(addressFails);
    expect(walk.takes(changeEvent('registrationPortal', everything['registrationPortal']!))).toBe(false);
  });

  it('cannot be repeated before anything was submitted', () => {
    expect(at('registrationPortal').takes({ type: 'recheck' })).toBe(false);
  });

  it('is counted each time', () => {
    const walk = failing(addressFails).send({ type: 'recheck' }).end([addressFails]);
    expect(walk.context.failures).toEqual({ 'registration-portal-address': 2 });
  });

  it('whose page is submitted anew is forgotten', () => {
    const walk = failing(addressFails, accountFails);
    walk.submit(everything['registrationPortal']);
    expect(walk.context.checks.map(({ page }) => page)).not.toContain('registrationPortal');
    expect(walk.context.problems).toEqual([]);
  });

  it('that is only a warning holds nothing back', () => {
    const walk = at('registrationPortal');
    walk.submit(everything['registrationPortal']);
    walk.end([{ ...addressFails, status: 'warning' }]);
    expect(walk.screen).toBe('registrationPortalWarning');
    expect(walk.context.problems).toEqual([]);
  });
});

describe('An override', () => {
  it('goes on at once where it answers for the only failure', () => {
    const walk = failing(addressFails, accountPasses).send(override(addressFails.id));
    expect(walk.screen).toBe('registrationPortalWarning');
    expect(walk.context.overrides).toEqual([{ check: addressFails.id, reason: 'known', who: 'anna', at: '2025-01-02' }]);
  });

  it('of one of two failures stays, with the other as the only problem; the other one’s goes on', () => {
    const walk = failing(addressFails, accountFails).send(override(addressFails.id));
    expect(walk.screen).toBe('registrationPortal');
    expect(walk.context.problems).toMatchObject([{ code: 'account-not-found' }]);
    expect(walk.send(override(accountFails.id)).screen).toBe('registrationPortalWarning');
  });

  it('is not taken for a check that passed, was overridden, or is another page’s', () => {
    const walk = failing(addressFails, accountPasses);
    expect(walk.takes(override(accountPasses.id))).toBe(false);
    expect(walk.takes(override('service-address'))).toBe(false);
    const two = failing(addressFails, accountFails).send(override(addressFails.id));
    expect(two.takes(override(addressFails.id))).toBe(false);
  });

  it('of two of three failures leaves the third as the only problem', () => {
    const failing = (['host-disk-space', 'host-tls', 'host-dotnet'] as const).map((id) => result(id, 'ready', 'failed'));
    const walk = at('ready').end(failing).send(override('host-disk-space')).send(override('host-tls'));
    expect(walk.context.problems.map(({ message }) => message)).toEqual(['host-dotnet failed']);
  });

  it('of one check answers for no other', () => {
    const walk = failing(addressFails, accountPasses).send(override(addressFails.id));
    walk.to('ready', everything);
    walk.end([addressFails, result('host-disk-space', 'ready', 'failed', 'host-unsuitable')]);
    expect(walk.context.problems).toMatchObject([{ code: 'host-unsuitable' }]);
  });

  it('counts for the checks before the installation too, and goes when its page is submitted anew', () => {
    const walk = failing(addressFails, accountPasses).send(override(addressFails.id));
    walk.to('ready', everything);
    walk.end([addressFails]);
    expect(walk.context.problems).toEqual([]);
    expect(walk.takes({ type: 'install' })).toBe(true);

    const again = failing(addressFails, accountPasses).send(override(addressFails.id));
    again.send({ type: 'revisit', page: 'registrationPortal' });
    expect(again.context.overrides).toEqual([]);
  });
});

describe('Ready', () => {
  const hostFails = result('host-disk-space', 'ready', 'failed', 'host-unsuitable');

  it('checks everything once more before anything is touched', () => {
    const walk = at('ready');
    expect(walk.last.started).toMatchObject([{ id: 'ready', service: 'checkEverything' }]);
  });

  it('does not install while a check fails; a repeat that passes, or an override, lets it', () => {
    const walk = at('ready').end([hostFails, addressFails]);
    expect(walk.context.problems.map(({ code }) => code)).toEqual(['host-unsuitable', 'port-taken']);
    expect(walk.takes({ type: 'install' })).toBe(false);
    walk.send(override(hostFails.id));
    expect(walk.takes({ type: 'install' })).toBe(false);
    walk.send({ type: 'recheck' }).end([hostFails, { ...addressFails, status: 'passed' }]);
    expect(walk.context.problems).toEqual([]);
    expect(walk.send({ type: 'install' }).screen).toBe('installing');
  });

  it('does not let a failing check pass that the installer makes itself', () => {
    const walk = at('ready').end([result('database-presence', 'database', 'failed', 'database-exists')]);
    expect(walk.takes(override('database-presence'))).toBe(false);
    expect(walk.takes({ type: 'install' })).toBe(false);
  });

  it('installs as soon as the checks pass where install was chosen while they ran', () => {
    const walk = at('ready').send({ type: 'install' });
    expect(walk.screen).toBe('ready');
    expect(walk.end([]).screen).toBe('installing');
  });

  it('forgets that install was chosen where a check then fails', () => {
    const walk = at('ready').send({ type: 'install' }).end([hostFails]);
    expect(walk.screen).toBe('ready');
    expect(walk.send({ type: 'recheck' }).end([]).screen).toBe('ready');
  });

  it('forgets that install was chosen where the checks break off', () => {
    const walk = at('ready').send({ type: 'install' }).breakOff('timed-out');
    expect(walk.context.problems).toMatchObject([{ code: 'timed-out' }]);
    expect(walk.send({ type: 'recheck' }).end([]).screen).toBe('ready');
  });

  it('has checked, and not only tried to, before it installs', () => {
    const walk = at('ready').breakOff('timed-out');
    expect(walk.takes({ type: 'install' })).toBe(false);
    expect(walk.send({ type: 'recheck' }).end([]).send({ type: 'install' }).screen).toBe('installing');
  });
});

describe('An outcome', () => {
  it('of a check that was called off is refused', () => {
    const walk = at('registrationPortal');
    walk.submit(everything['registrationPortal']);
    walk.send({ type: 'back' });
    expect(walk.takes({ type: 'xstate.done.actor.registrationPortal', output: [] })).toBe(false);
    expect(walk.screen).toBe('registrationPortal');
  });

  it('of the installer is refused after it was told', () => {
    const walk = at('ready').end([]).send({ type: 'install' }).end(outcomes[0]);
    expect(walk.screen).toBe('postInstallation');
    expect(walk.takes({ type: 'xstate.done.actor.installing', output: outcomes[2] })).toBe(false);
  });
});

function failing(...results: readonly ReturnType<typeof result>[]): Walk {
  const walk = at('registrationPortal');
  walk.submit(everything['registrationPortal']);
  return walk.end(results);
}

function at(page: Parameters<Walk['to']>[0]): Walk {
  const walk = new Walk();
  walk.to(page, everything);
  return walk;
}

function override(check: ReturnType<typeof result>['id']) {
  return { type: 'override', check, reason: 'known', who: 'anna', at: '2025-01-02' } as const;
}
