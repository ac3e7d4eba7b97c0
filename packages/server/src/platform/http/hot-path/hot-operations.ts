import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import {
  Kind,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import { guardTypes } from '#platform/http/hot-path/guard-types.js';
import { hotOptionsOf } from '#platform/http/hot-path/hot.js';

/** A page and its clients have a dozen operations; more are people who write the arguments into the document. */
const OPERATIONS_MAX = 200;
const LENGTH_MAX = 10_000;

/** An operation that Apollo has parsed, validated and admitted, compiled to a function. */
export interface HotOperation {
  readonly name: string | undefined;
  /** For how long one answer may serve everybody, in milliseconds; 0: it may not. */
  readonly sharedForMs: number;
  execute(context: object, variables: Readonly<Record<string, unknown>>): Promise<ExecutionResult> | ExecutionResult;
}

/**
 * The operations of the hot path, by the text of their document. Whatever comes goes through Apollo first, with all
 * its limits and rules; a document that comes again is compiled, and from then on answered without Apollo's pipeline.
 */
export class HotOperations {
  readonly #operations = new LRUCache<string, HotOperation>({ max: OPERATIONS_MAX });
  /** Texts seen once: who writes arguments into the document rarely sends the same one twice. */
  readonly #seen = new LRUCache<string, true>({ max: OPERATIONS_MAX });

  find(query: string): HotOperation | undefined {
    return this.#operations.get(query);
  }

  /** Learns from Apollo which documents it admits. */
  plugin<Context extends BaseContext>(): ApolloServerPlugin<Context> {
    const admit = this.#admit.bind(this);
    return {
      serverWillStart({ schema }) {
        guardTypes(schema);
        return Promise.resolve();
      },
      requestDidStart: () =>
        Promise.resolve({
          didResolveOperation({ source, document, operation, schema }) {
            if (operation) admit(source, document, operation, schema);
            return Promise.resolve();
          },
        }),
    };
  }

  #admit(source: string, document: DocumentNode, operation: OperationDefinitionNode, schema: GraphQLSchema): void {
    if (source.length > LENGTH_MAX || this.#operations.has(source)) return;
    const sharedForMs = sharedFor(document, operation, schema);
    if (sharedForMs === undefined) return;
    if (!this.#seen.has(source)) {
      this.#seen.set(source, true);
      return;
    }
    const compiled = compileQuery(schema, document, operation.name?.value);
    if (!isCompiledQuery(compiled)) return; // Apollo goes on answering it
    this.#operations.set(source, {
      name: operation.name?.value,
      sharedForMs,
      execute: (context, variables) => compiled.query(undefined, context, variables),
    });
  }
}

/**
 * For how long one answer to the operation may serve everybody; undefined when it may not take the hot path at all:
 * every field at its root must say that it is hot, and be asked for plainly.
 */
function sharedFor(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  schema: GraphQLSchema,
): number | undefined {
  const single = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length === 1;
  const fields = schema.getRootType(operation.operation)?.getFields();
  if (!single || !fields) return undefined;
  let shared = Infinity;
  for (const selection of operation.selectionSet.selections) {
    const field = selection.kind === Kind.FIELD ? fields[selection.name.value] : undefined;
    const options = field && hotOptionsOf(field.extensions);
    if (!options || selection.directives?.length !== 0) return undefined;
    shared = Math.min(shared, options.sharedForMs ?? 0);
  }
  return operation.variableDefinitions?.length === 0 ? shared : 0;
}
