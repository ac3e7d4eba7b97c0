import { buildSchema, GraphQLUnionType, parse } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { expect, test } from 'vitest';
import { guardTypes } from '#platform/http/hot-path/guard-types.js';

test('an object that is none of its union is an error of its field, and the request is answered', async () => {
  const schema = buildSchema('type A { a: Int } union U = A type Query { u: U }');
  const union = schema.getType('U');
  if (!(union instanceof GraphQLUnionType)) throw new Error('no union');
  union.resolveType = () => {
    throw new Error('foreign');
  };
  guardTypes(schema);
  const compiled = compileQuery(schema, parse('{ u { ... on A { a } } }'));
  if (!isCompiledQuery(compiled)) throw new Error('not compiled');
  const result = await compiled.query({ u: () => Promise.resolve({}) }, {}, {});
  expect(result.data).toEqual({ u: null });
  expect(result.errors?.length).toBe(1);
});
