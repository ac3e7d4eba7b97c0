import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { createSchema } from '#schema.js';

const file = path.resolve(import.meta.dirname, '../../../sdk/schema.graphql');
writeFileSync(file, `${printSchema(lexicographicSortSchema(await createSchema()))}\n`);
