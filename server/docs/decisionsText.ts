/** `docs/decisions/README.md`: every decision, in order, by the title that its file begins with. */
export function decisionsText(decisions: readonly { readonly file: string; readonly text: string }[]): string {
  const lines = decisions.map(({ file, text }) => {
    const [, number = '', title = ''] = /^# (\d+)\. (.*)$/m.exec(text) ?? [];
    return `${number}. [${title}](${file})`;
  });
  return `# Decisions

<!-- Generated from the files beside it by "npm run generate"; a test fails where it is stale. -->

What was decided where more than one way was open, and why. A decision that no longer holds is written anew, not taken out.

${lines.join('\n')}
`;
}
