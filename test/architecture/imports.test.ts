import { describe, expect, it } from 'vitest';
import { circleIn, circlesIn, linksOfFolders } from './circles.ts';
import { importsOf } from './imports.ts';

describe('The tests of the architecture', () => {
  it('see imports of every form', () => {
    const text = `import a from './b.ts';
      import type { C } from '../machines/c.ts';
      import { d,
        type E } from "ignored";
      export * from '../../server/e.ts';
      import './f.css';
      type G = import('./g.ts').G;`.replace('"ignored"', "'xstate'");
    const seen = importsOf('services/sql/a.ts', text).map(({ what, typeOnly }) => `${what}${typeOnly ? ' (types)' : ''}`);
    expect(seen).toEqual([
      'services/sql/b.ts',
      'services/machines/c.ts (types)',
      'xstate',
      'server/e.ts',
      'services/sql/f.css',
      'services/sql/g.ts (types)',
    ]);
  });

  const links = new Map(
    Object.entries({ a: ['b', 'c'], b: ['d'], c: ['d', 'e'], d: [], e: ['c'], f: ['g'], g: ['h'], h: ['f'] }),
  );

  it('see a circle', () => {
    expect(circleIn(links)).toEqual(['c', 'e', 'c']);
  });

  it('see everything that is on one', () => {
    expect(circlesIn(links)).toEqual(['c ↔ e', 'f ↔ g ↔ h']);
  });

  it('see what folders import from those beside them, and leave out what they share with the folder that they are in', () => {
    const imports = [
      ...importsOf('services/a/x/one.ts', "import '../../b/two.ts'; import '../y/three.ts'; import '../four.ts'; import 'zod';"),
      ...importsOf('services/a/four.ts', "import './x/one.ts'; import './five.ts'; import '../six.ts';"),
    ];
    expect([...linksOfFolders(imports)]).toEqual([
      ['services/a', ['services/b']],
      ['services/a/x', ['services/a/y']],
    ]);
  });
});
