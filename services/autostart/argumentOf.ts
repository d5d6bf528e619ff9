/** The value that a command gives an option; undefined where the command does not name it. */
export function argumentOf(command: readonly string[], option: `--${string}`): string | undefined {
  const at = command.indexOf(option);
  return at < 0 ? undefined : command[at + 1];
}
