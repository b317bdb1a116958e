import type { Nodes } from 'mdast';

// As a method's type, so that a handler of one node may stand where a handler of any node is expected; that the two
// belong together is what looking the handler up by the node's own type guarantees.
type Handler<Node, Context extends readonly unknown[], Result> = {
  handle(node: Node, ...context: Context): Result;
}['handle'];

/** A dialect of markdown: what to make of each type of node. */
export type NodeHandlers<Context extends readonly unknown[], Result> = {
  readonly [Type in Nodes['type']]?: Handler<Extract<Nodes, { type: Type }>, Context, Result>;
};

/** Gives the node to the handler of its type; undefined when the dialect has none. */
export function handleNode<Context extends readonly unknown[], Result>(
  handlers: NodeHandlers<Context, Result>,
  node: Nodes,
  ...context: Context
): Result | undefined {
  const handler: Handler<Nodes, Context, Result> | undefined = handlers[node.type];
  return handler?.(node, ...context);
}
