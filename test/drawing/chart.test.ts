import { describe, expect, it } from 'vitest';
import { setup } from 'xstate';
import { screenIds } from '../../machines/chart/flow.ts';
import { wizardMachine } from '../../machines/chart/wizard.ts';
import { screens } from '../../machines/pages/screens.ts';
import { chart, readChart } from '../../server/drawing/chart.ts';
import { everythingIn } from '../chart/transitions.ts';

describe('The chart as it is drawn', () => {
  it('has every screen, each as what it is', () => {
    const kinds = { form: ['page'], warning: ['warning', 'confirmation'], error: ['errorBox'], end: ['end'] };
    for (const id of screenIds) {
      const { kind } = screens[id];
      const node = chart.nodes.find((one) => one.id === id);
      expect.soft([id, node?.kind]).toEqual([id, expect.toBeOneOf(kinds[kind as keyof typeof kinds] ?? ['stage'])]);
    }
  });

  it('has every transition of the machine, and each once', () => {
    const drawn = [
      ...chart.edges.flatMap(({ transitions }) => transitions),
      ...chart.nodes.flatMap(({ within, jumps }) => [
        ...within.map(({ name }) => name),
        ...jumps.flatMap(({ transitions }) => transitions),
      ]),
    ];
    expect(drawn.toSorted()).toEqual([...everythingIn(wizardMachine).transitions].toSorted());
  });

  it('has a choice, with its question on the one arrow and no on the other, before each screen that does not always show', () => {
    const guarded = statesWithQuestion();
    expect(guarded.length).toBeGreaterThan(10);
    for (const [screen, question] of guarded) {
      const [yes, no] = ['yes', 'no'].map((kind) => chart.edges.find((edge) => edge.from === `${screen}?` && edge.kind === kind));
      expect.soft(yes).toMatchObject({ to: screen, labels: [{ event: '', guard: question, not: [] }] });
      expect.soft(no?.labels).toEqual([{ event: '', guard: null, not: [question] }]);
    }
    expect(chart.nodes.filter(({ kind }) => kind === 'choice').map(({ id }) => id)).toEqual(
      guarded.map(([screen]) => `${screen}?`),
    );
  });

  it('leads to each error box by the problem that brings it up, and back from there', () => {
    const boxes = chart.nodes.filter(({ kind }) => kind === 'errorBox');
    expect(boxes).toHaveLength(5);
    for (const { id } of boxes) {
      expect.soft(chart.edges.filter(({ to }) => to === id).map(({ kind }) => kind)).toEqual(['problem']);
      expect.soft(chart.edges.filter(({ from }) => from === id).map(({ kind }) => kind)).toEqual(['return']);
    }
    const labels = chart.edges.find(({ id }) => id === 'signIn → signInFailed')?.labels;
    expect(labels).toEqual([{ event: 'checkPage done', guard: 'foundProblem sign-in-failed', not: [] }]);
  });

  it('puts each screen into its phase, in the order of the wizard', () => {
    const phases = Object.keys(wizardMachine.root.states['interview']!.states);
    expect(chart.groups.map(({ id }) => id)).toEqual([...phases, 'installation', 'ends']);
  });

  it('is read off whatever machine there is: a state more is a node more', () => {
    const grown = setup({}).createMachine({
      initial: 'phase',
      states: {
        phase: {
          initial: 'welcome',
          states: {
            welcome: { id: 'welcome', meta: { screen: 'welcome' }, on: { go: '#cloud' } },
            cloud: { id: 'cloud', meta: { screen: 'cloud' } },
          },
        },
      },
    });
    const { nodes, edges } = readChart(grown.root);
    expect(nodes.map(({ id }) => id)).toEqual(['welcome', 'cloud']);
    expect(edges.map(({ id, labels }) => [id, labels[0]?.event])).toEqual([['welcome → cloud', 'go']]);
  });
});

/** Screens whose first state has a question, as the machine itself says. */
function statesWithQuestion(): [screen: string, question: string][] {
  const phases = Object.values(wizardMachine.root.states['interview']!.states);
  return phases.flatMap((phase) =>
    Object.values(phase.states).flatMap((screen): [string, string][] => {
      const guard = (screen.states as Record<string, typeof screen>)['entering']?.always?.[0]?.guard;
      return typeof guard === 'string' ? [[screen.id, guard]] : [];
    }),
  );
}
