/**
 * A model of how cmd.exe reads a batch file, written from its published descriptions ("How does the Windows Command Interpreter
 * (CMD.EXE) parse scripts?", Stack Overflow 4095701, and Microsoft's pages of its commands), and not from the code that writes
 * such files. It knows what those files need, and refuses everything else, so that nothing passes by being overlooked.
 */
export interface CmdWorld {
  readonly environment: Readonly<Record<string, string>>;
  /** Files and folders that are there. */
  readonly files?: readonly string[];
  /** What is typed when PowerShell asks, in order. */
  readonly typed?: readonly string[];
  /** How a program ends, by a part of its command line; 0 unless told. */
  readonly exits?: Readonly<Record<string, number>>;
}

export interface CmdRun {
  /** The command line of each program, as CreateProcessW gets it. */
  readonly started: readonly string[];
  readonly echoed: readonly string[];
  readonly asked: number;
  readonly exitCode: number;
}

/** The longest line that cmd takes, before and after it fills in variables. */
const longest = 8191;

export function runBatchFile(text: string, { environment, files = [], typed = [], exits = {} }: CmdWorld): CmdRun {
  const variables = new Map(Object.entries(environment).map(([name, value]) => [name.toUpperCase(), value]));
  const present = new Set(files.map((file) => file.toUpperCase()));
  const answers = [...typed];
  const started: string[] = [];
  const echoed: string[] = [];
  let delayed = false;
  let level = 0;
  let asked = 0;

  /** Phase 1, which knows nothing of quotes: percent signs, over the whole line. */
  const expandPercent = (line: string): string =>
    line.replace(/%%|%~dp0|%([^%:\s]+)(?::([^%]*))?%|%/g, (found, name?: string, modifier?: string) => {
      if (found === '%%') return '%';
      if (found === '%~dp0') return 'C:\\scripts\\';
      return name === undefined ? '' : expansion(name, modifier, true);
    });

  const expansion = (name: string, modifier: string | undefined, isPercent: boolean): string => {
    const value = variables.get(name.toUpperCase());
    if (value === undefined) return isPercent && modifier !== undefined ? modifier : '';
    if (modifier === undefined) return value;
    const part = /^~(\d+),(\d+)$/.exec(modifier);
    if (part) return value.slice(Number(part[1]), Number(part[1]) + Number(part[2]));
    const [, search, replacement] = /^([^=]+)=(.*)$/.exec(modifier) ?? refuse(modifier);
    return value.split(search!).join(replacement);
  };

  /** Phase 5, the last: where there is an exclamation mark, carets go, and what stands between two is a variable. */
  const expandDelayed = (token: string): string => {
    if (!delayed || !token.includes('!')) return token;
    const expanded = token.replace(
      /\^([\s\S])|!([^!:]+)(?::([^!]*))?!|!/g,
      (_, escaped?: string, name?: string, modifier?: string) => {
        if (escaped !== undefined) return escaped;
        return name === undefined ? '' : expansion(name, modifier, false);
      },
    );
    if (expanded.length > longest) refuse(`a line of ${expanded.length} characters`);
    return expanded;
  };

  const runLine = (line: string, loop: Readonly<Record<string, string>> = {}): void => {
    const command = line.replace(/^[\s@]+/, '');
    if (command === '' || /^rem(\s|$)/i.test(command)) return;
    const test = /^if\s+(not\s+)?(?:defined\s+(\S+)|errorlevel\s+(\d+)|exist\s+"([^"]*)"|"([^"]*)"=="([^"]*)")\s+(.*)$/is.exec(
      command,
    );
    if (test) {
      const [, not, name, least, path, left, right, then] = test;
      const holds =
        name !== undefined
          ? variables.has(name.toUpperCase())
          : least !== undefined
            ? level >= Number(least)
            : path !== undefined
              ? present.has(path.toUpperCase())
              : expandDelayed(left!) === right;
      if (holds !== (not !== undefined)) runLine(then!, loop);
      return;
    }
    const repeat = /^for \/f (.*?) %(\w) in \((['`])(.*)\3\) do (.*)$/is.exec(command);
    if (repeat) {
      const [, options, letter, , program, body] = repeat;
      for (const value of outputOf(program!, unescaped(options!))) runLine(body!, { ...loop, [letter!]: value });
      return;
    }
    for (const part of parted(command)) run(part, loop);
  };

  const outputOf = (program: string, options: string): string[] => {
    if (program === 'chcp') {
      if (options !== '"tokens=2 delims=:."') refuse(options);
      return [' 850'];
    }
    if (!program.startsWith('powershell.exe ') || !program.includes('Read-Host -AsSecureString')) refuse(program);
    if (options !== 'usebackq delims= eol=') refuse(options);
    asked++;
    const answer = answers.shift() ?? '';
    return answer === '' ? [] : [answer];
  };

  /** A command without `&` and `||`: its redirections are taken out, then loop variables and delayed ones filled in. */
  const run = (part: string, loop: Readonly<Record<string, string>>): void => {
    const plain = withoutRedirection(part);
    const filled = plain.replace(/%(\w)/g, (found, letter: string) => loop[letter] ?? found);
    const [, name, rest] = /^("[^"]*"|[^\s"]+)(.*)$/s.exec(filled) ?? refuse(part);
    const rawArguments = expandDelayed(rest!);
    switch (name!.toLowerCase()) {
      case 'echo':
        echoed.push(rawArguments.trim());
        return;
      case 'echo.':
        return;
      case 'set':
        set(rawArguments.replace(/^\s/, ''));
        return;
      case 'setlocal':
        if (!/^( (Enable|Disable)(Extensions|DelayedExpansion))+$/.test(rawArguments)) refuse(part);
        if (rawArguments.includes('DelayedExpansion')) delayed = rawArguments.includes('EnableDelayedExpansion');
        return;
      case 'mkdir':
        present.add(path(rawArguments));
        return;
      case 'chcp':
      case 'cd':
      case 'move':
        return;
      case 'exit':
        level = Number(/^ \/b (\d+)$/.exec(rawArguments)?.[1] ?? refuse(part));
        return;
      default:
        if (!name!.startsWith('"')) refuse(part);
        started.push(`${expandDelayed(name!)}${rawArguments}`);
        level = Object.entries(exits).find(([of]) => started.at(-1)!.includes(of))?.[1] ?? 0;
        variables.set('ERRORLEVEL', String(level));
    }
  };

  const set = (assignment: string): void => {
    const whole = assignment.startsWith('"') ? assignment.slice(1, assignment.lastIndexOf('"')) : assignment;
    const [, name, value] = /^([^=]+)=(.*)$/s.exec(whole) ?? refuse(assignment);
    if (value === '') variables.delete(name!.toUpperCase());
    else variables.set(name!.toUpperCase(), value!);
  };

  for (const line of text.split('\r\n')) {
    if (line.includes('\n')) refuse('a line that ends as Unix does');
    const expanded = expandPercent(line);
    if (expanded.length > longest) refuse(`a line of ${expanded.length} characters`);
    if (/^@?echo off$/.test(expanded)) continue;
    runLine(expanded);
  }
  return { started, echoed, asked, exitCode: level };
}

/** Phase 2: a line is parted where `&` stands outside of quotes; each quote turns that round. */
function parted(line: string): string[] {
  const parts = [''];
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const character = line[at]!;
    if (character === '"') quoted = !quoted;
    if (!quoted && character === '^') parts[parts.length - 1] += `^${line[++at] ?? ''}`;
    else if (!quoted && (/[()|]/.test(character) || line.startsWith('&&', at))) refuse(line);
    else if (!quoted && character === '&') parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trimStart());
}

function withoutRedirection(part: string): string {
  let kept = '';
  let quoted = false;
  for (let at = 0; at < part.length; at++) {
    const character = part[at]!;
    if (character === '"') quoted = !quoted;
    const found = quoted ? null : /^ ?[012]?>nul(?= |$)/i.exec(part.slice(at));
    if (found) at += found[0].length - 1;
    else if (!quoted && character === '^') kept += part[++at] ?? '';
    else if (!quoted && /[<>]/.test(character)) refuse(part);
    else kept += character;
  }
  return kept.replace(/ +$/, (blanks) => (kept.endsWith('"') ? '' : blanks));
}

function unescaped(text: string): string {
  return text.replace(/\^([\s\S])/g, '$1');
}

function path(text: string): string {
  return text.trim().replaceAll('"', '').toUpperCase();
}

function refuse(what: string): never {
  throw new Error(`This model of cmd does not know: ${what}`);
}
