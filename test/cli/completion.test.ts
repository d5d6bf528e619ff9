import { describe, expect, it } from 'vitest';
import { createProgram } from '../../server/cli/program.ts';
import { mimSetupHere, surroundings } from './here.ts';
import { emptyFolder } from './mimSetup.ts';

describe.each(['bash', 'zsh', 'fish', 'powershell'])('The completion for %s', (shell) => {
  it('knows every command and every option that there is, as they are declared', async () => {
    const { code, output } = await mimSetupHere(emptyFolder(), ['completion', shell]);
    expect(code).toBe(0);
    const program = createProgram(surroundings(emptyFolder()));
    const words = program.commands.flatMap((command) => [
      command.name(),
      ...command.options.map(({ long }) => (shell === 'fish' ? `-l ${long!.slice(2)}` : long!)),
    ]);
    expect(words.length).toBeGreaterThan(50);
    expect(words.filter((word) => !output.includes(word))).toEqual([]);
  });
});

describe('The completion', () => {
  it('is there for no other shell', async () => {
    const { code, errors } = await mimSetupHere(emptyFolder(), ['completion', 'tcsh']);
    expect(code).toBe(2);
    expect(errors).toContain('bash, zsh, fish, powershell');
  });
});
