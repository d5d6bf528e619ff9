import { writeFileSync } from 'node:fs';
import { published, publishedText } from './published.ts';

writeFileSync(published, publishedText());
