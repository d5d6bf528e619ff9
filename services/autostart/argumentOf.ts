/** What a command gives for an option; nothing, where it does not name it. */
export function argumentOf(command: readonly string[], option: `--${string}`): string | undefined {
  const at = command.indexOf(option);
  return at < 0 ? undefined : command[at + 1];
}
