import type { AnyStateNode } from 'xstate';
import { isPageId, isScreenId, pageOf, screens } from '../../machines/pages/screens.ts';
import { isWithin, statesUnder, transitionsOf } from './transitions.ts';

/**
 * What is drawn of its own: a screen by its kind; `work` goes on behind a page's screen; a `choice` decides whether a screen
 * shows; `anywhere` stands for all the screens of a part of the chart, for what they have in common.
 */
export type NodeKind = 'page' | 'warning' | 'confirmation' | 'errorBox' | 'stage' | 'end' | 'work' | 'choice' | 'anywhere';

/** A node of the drawing, and the state that it stands for. */
export interface DrawnNode {
  /** The id of the state; for the choice before a screen the screen's, with `?` behind it. */
  readonly id: string;
  readonly kind: NodeKind;
  /** The key of the phase, or `ends`. */
  readonly group: string;
  /** The title on screen, and what tells it from others with the same title. */
  readonly title: string;
  /** The step of the installation guide; empty where none is encoded. */
  readonly step: string;
  /** Ids of the checks that the page's answers go through. */
  readonly checks: readonly string[];
  /** Services that it calls. */
  readonly calls: readonly string[];
  readonly state: AnyStateNode;
}

/** The group of what is in no phase. */
export const ends = 'ends';

/** Every node of the drawing, in the order in which the chart declares its states. */
export function nodesOf(root: AnyStateNode): DrawnNode[] {
  return statesUnder(root).flatMap((state) => {
    if (isScreen(state)) {
      const choice = choiceOf(state);
      const node = screenNode(state, root);
      return choice ? [choiceNode(node, choice), node] : [node];
    }
    const isPart = !statesUnder(root).some((other) => isScreen(other) && isWithin(state, other));
    return isPart && transitionsOf(state).length > 0 ? [anywhereNode(state)] : [];
  });
}

/** The node that stands for a state: the screen that it is part of, or the choice before that, where one is to be made. */
export function nodeAt(nodes: readonly DrawnNode[], state: AnyStateNode): DrawnNode {
  const entered = entryOf(state);
  const found =
    nodes.find((node) => node.state === entered) ?? nodes.find((node) => isScreen(node.state) && isWithin(entered, node.state));
  if (!found) throw new Error(`Nothing is drawn for ${state.id}.`);
  return found;
}

function isScreen(state: AnyStateNode): boolean {
  return (state.meta as { screen?: string } | undefined)?.screen !== undefined;
}

/** The innermost state that is entered where a state is. */
function entryOf(state: AnyStateNode): AnyStateNode {
  return state.type === 'compound' ? entryOf(state.initial.target[0]!) : state;
}

/** What a screen is entered by, where that leads past it unless a question is answered with yes. */
function choiceOf(screen: AnyStateNode): AnyStateNode | undefined {
  const entry = entryOf(screen);
  return entry !== screen && entry.always?.some(({ target }) => target?.some((to) => !isWithin(to, screen))) ? entry : undefined;
}

function screenNode(state: AnyStateNode, root: AnyStateNode): DrawnNode {
  const { screen } = state.meta as { screen: keyof typeof screens };
  const { title, subtitle, step } = screens[screen];
  const checks = isPageId(state.id) ? Object.keys(pageOf(state.id).checks ?? {}) : [];
  return {
    id: state.id,
    kind: kindOf(state),
    group: state.parent === root || !state.parent ? ends : state.parent.key,
    title: subtitle ? `${title}: ${subtitle}` : title,
    step,
    checks,
    calls: [...new Set(statesUnder(state).flatMap(({ invoke }) => invoke.map(({ src }) => String(src))))],
    state,
  };
}

function choiceNode(screen: DrawnNode, state: AnyStateNode): DrawnNode {
  const title = `Does "${screen.title}" show?`;
  return { ...screen, id: `${screen.id}?`, kind: 'choice', title, checks: [], calls: [], state };
}

function anywhereNode(state: AnyStateNode): DrawnNode {
  const title = `Anywhere in the ${state.key}`;
  return { id: state.key, kind: 'anywhere', group: ends, title, step: '', checks: [], calls: [], state };
}

function kindOf(state: AnyStateNode): NodeKind {
  if (!isScreenId(state.id)) return 'work';
  const { kind } = screens[state.id];
  if (kind === 'form') return 'page';
  if (kind === 'error') return 'errorBox';
  if (kind === 'warning') return state.type === 'atomic' ? 'confirmation' : 'warning';
  return state.type === 'final' ? 'end' : 'stage';
}
