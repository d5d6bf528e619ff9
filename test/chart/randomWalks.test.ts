import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { screenIds } from '../../machines/chart/flow.ts';
import { installJob } from '../../machines/chart/installJob.ts';
import { type AnswersOf, isPageId, type PageId, type ScreenId, screens } from '../../machines/pages/screens.ts';
import { answersFor } from '../answers.ts';
import { runs } from '../properties/settings.ts';
import { stepsFrom } from './exploring.ts';
import { localLogonAllowed, resultsOf, submitEvent, Walk } from './walk.ts';

/** A user's next move: on, answering as somebody would who wants this, or anything else that is taken. */
type Move =
  | {
      readonly on: true;
      readonly features: readonly string[];
      readonly option: Parameters<typeof answersFor>[0];
      readonly reuse: boolean;
      readonly local: boolean;
    }
  | { readonly on: false; readonly pick: number };

const features = fc
  .record({
    service: fc.boolean(),
    reporting: fc.boolean(),
    portal: fc.boolean(),
    registrationPortal: fc.boolean(),
    resetPortal: fc.boolean(),
  })
  .map((chosen) => Object.entries(chosen).flatMap(([name, is]) => (is && (name !== 'reporting' || chosen.service) ? [name] : [])))
  .map((chosen) => (chosen.length > 0 ? chosen : ['service', 'portal']));

const onwards = fc.record({
  on: fc.constant(true as const),
  features,
  option: fc.constantFrom(...(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'] as const)),
  reuse: fc.boolean(),
  local: fc.boolean(),
});

const anything = fc.record({ on: fc.constant(false as const), pick: fc.nat() });

const moves = fc.array(fc.oneof({ weight: 9, arbitrary: onwards }, { weight: 1, arbitrary: anything }), {
  minLength: 20,
  maxLength: 150,
});

describe('Whatever way a user takes through the wizard', () => {
  it('the trail has each screen once, in the guide’s order, and no error box', () => {
    eachPlace(({ context: { trail } }) => {
      const order = trail.map((screen) => screenIds.indexOf(screen));
      expect(order).toEqual([...new Set(order)].toSorted((a, b) => a - b));
      expect(trail.filter((screen) => screens[screen].kind === 'error' || 'liesOverPage' in screens[screen])).toEqual([]);
      expect(trail[0]).toBe('welcome');
    });
  });

  it('answers, checks and overrides are of pages on the trail, and of no others', () => {
    eachPlace(({ context: { trail, answers, checks, overrides } }) => {
      expect(Object.keys(answers).filter((page) => !trail.includes(page as PageId))).toEqual([]);
      const own = ['ready', 'postInstallation'];
      expect(checks.filter(({ page }) => !own.includes(page) && !trail.includes(page))).toEqual([]);
      expect(overrides.filter(({ check }) => !checks.some(({ id }) => id === check))).toEqual([]);
    });
  });

  it('every page behind is answered', () => {
    eachPlace(({ context: { trail, answers } }) => {
      expect(trail.slice(0, -1).filter((page) => isPageId(page) && !answers[page])).toEqual([]);
    });
  });

  it('a warning that comes up brings no problem of another page with it', () => {
    eachPlace(({ context, screen }) => {
      if (screens[screen].kind === 'warning') expect(context.problems).toEqual([]);
    });
  });

  it('one who goes there straight is at the same place, with the same installation ahead', () => {
    fc.assert(
      fc.property(moves, (way) => {
        const walk = new Walk();
        for (const move of way) take(walk, move);
        const straight = goStraight(walk);
        expect(straight.context.trail).toEqual(walk.context.trail);
        const behind = walk.context.trail.slice(0, -1);
        const counted = Object.fromEntries(behind.filter(isPageId).map((page) => [page, walk.context.answers[page]]));
        expect(straight.context.answers).toEqual(counted);
        expect(installJob({ ...straight.context, attempt: 1 })).toEqual(
          installJob({ ...walk.context, answers: counted, attempt: 1 }),
        );
      }),
      { numRuns: runs(60) },
    );
  });
});

function eachPlace(holds: (walk: Walk) => void): void {
  fc.assert(
    fc.property(moves, (way) => {
      const walk = new Walk();
      for (const move of way) {
        take(walk, move);
        holds(walk);
      }
    }),
    { numRuns: runs(40) },
  );
}

function take(walk: Walk, move: Move): void {
  const { screen, calls, snapshot } = walk;
  if (!move.on) {
    const steps = stepsFrom(snapshot).filter((step) => step.type !== 'cancel' && snapshot.can(step as never));
    if (steps.length > 0) walk.send(steps[move.pick % steps.length]!);
  } else if (isPageId(screen) && calls.length === 0) {
    const answers = answersFor(move.option, move.features);
    const given = screen === 'database' && move.reuse ? { ...answers[screen], whenExists: 'reuse' } : (answers[screen] ?? {});
    walk.takes(submitEvent(screen, given));
  } else if (isPageId(screen)) {
    const call = calls[0]!;
    if (call === screen) walk.end(resultsOf(screen, move.local ? [localLogonAllowed] : []));
  } else walk.takes({ type: 'acknowledge', page: screen });
}

/** Another installation, led along the trail of this one with the answers that count there. */
function goStraight({ context: { trail, answers, checks } }: Walk): Walk {
  const straight = new Walk();
  for (const screen of trail.slice(0, -1)) {
    expect(straight.screen).toBe(screen);
    if (!isPageId(screen)) straight.send({ type: 'acknowledge', page: screen });
    else {
      straight.send(submitEvent(screen, answers[screen] as AnswersOf<PageId>));
      const results = checks.filter(({ page }) => page === screen);
      if (straight.calls.length > 0)
        straight.end(results.map((one) => (one.status === 'failed' ? { ...one, status: 'warning' } : one)));
    }
  }
  expect(straight.screen satisfies ScreenId).toBe(trail.at(-1));
  return straight;
}
