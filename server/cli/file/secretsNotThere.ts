import type { AnswersDocument } from './answersDocument.ts';
import { missingFile, secretBeside } from './fillSecrets.ts';
import type { FindingInFile, SecretElsewhere } from './judgeFile.ts';

/** Files that should hold a secret and do not, here and now; they may be there where the answers file is used. */
export function secretsNotThere(document: AnswersDocument, secrets: readonly SecretElsewhere[]): FindingInFile[] {
  return secrets.flatMap(({ path, from }) => {
    const read = 'file' in from ? secretBeside(document, from.file) : undefined;
    if (!('file' in from) || !read || 'secret' in read) return [];
    const [, page, ...field] = path;
    const message = missingFile(from.file, read.problem);
    const place = { page: String(page), field: field.join('.') };
    return [{ ...document.positionOf(path), severity: 'warning' as const, ...place, code: 'secret-missing', message }];
  });
}
