import { writeFileSync } from 'node:fs';
import { generatedFiles } from './generatedFiles.ts';

for (const { file, text } of await generatedFiles()) writeFileSync(file, text);
