import { GraphQLError, type ASTVisitor, type ValidationContext } from 'graphql';

/**
 * Refuses a document in which a field with a selection comes back within itself, such as a book's coupons' book's
 * coupons: it tells nothing new, and each turn multiplies the answer. Fields and fragments are the nodes of a graph,
 * so that a document costs what it is long, however often it spreads a fragment.
 */
export function noFieldWithinItself(context: ValidationContext): ASTVisitor {
  const within = new Map<string, Set<string>>();
  const open: string[] = [];
  const enter = (name: string) => {
    const outer = open.at(-1);
    if (outer !== undefined) within.set(outer, (within.get(outer) ?? new Set()).add(name));
    open.push(name);
  };
  const leave = () => void open.pop();
  return {
    OperationDefinition: { enter: () => enter('operation'), leave },
    FragmentDefinition: { enter: (node) => enter(`...${node.name.value}`), leave },
    FragmentSpread: { enter: (node) => enter(`...${node.name.value}`), leave },
    Field: {
      enter: (node) => enter(fieldName(context, node.name.value)),
      leave,
    },
    Document: {
      leave: () => {
        const name = [...within.keys()].find((key) => isField(key) && reaches(within, key));
        if (name !== undefined) {
          context.reportError(new GraphQLError(`${name} is asked for within itself. Ask for it once.`));
        }
      },
    },
  };
}

/** Introspection describes types by themselves, to a depth that its own type knows. */
function fieldName(context: ValidationContext, name: string): string {
  const parent = context.getParentType()?.name ?? '';
  return parent.startsWith('__') ? '' : `${parent}.${name}`;
}

const isField = (name: string) => /^\w+\.\w+$/.test(name);

/** Whether a way leads from the node back to itself. */
function reaches(within: ReadonlyMap<string, ReadonlySet<string>>, from: string): boolean {
  const seen = new Set<string>();
  const waiting = [...(within.get(from) ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === from) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(within.get(next) ?? []));
  }
  return false;
}
