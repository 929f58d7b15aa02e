import ts from "typescript";

const statements = new Set([
  ts.SyntaxKind.ImportDeclaration,
  ts.SyntaxKind.ExportDeclaration,
  ts.SyntaxKind.InterfaceDeclaration,
  ts.SyntaxKind.TypeAliasDeclaration,
  ts.SyntaxKind.VariableStatement,
  ts.SyntaxKind.FunctionDeclaration,
]);

/** What a generated file must not hold: syntax errors, statements and calls that are not ours, the hostile name in code. */
export function offences(content: string): string[] {
  const file = ts.createSourceFile("x.ts", content, ts.ScriptTarget.Latest, true);
  const errors = (file as unknown as { parseDiagnostics: readonly ts.Diagnostic[] }).parseDiagnostics;
  const found = errors.map((error) => ts.flattenDiagnosticMessageText(error.messageText, " "));
  for (const statement of file.statements) {
    if (!statements.has(statement.kind)) found.push(`statement: ${statement.getText(file)}`);
  }
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === "p_wned" && !isMemberName(node))
      found.push(`identifier: ${node.parent.getText(file)}`);
    if (ts.isCallExpression(node) && !isOurs(node.expression.getText(file))) found.push(`call: ${node.getText(file)}`);
    if (ts.isTemplateExpression(node) || ts.isTaggedTemplateExpression(node) || ts.isNewExpression(node))
      found.push(node.getText(file));
    if (ts.isComputedPropertyName(node) && !ts.isStringLiteral(node.expression))
      found.push(`computed: ${node.getText(file)}`);
    if (ts.isPropertyAssignment(node) && ts.isStringLiteral(node.name) && node.name.text === "__proto__")
      found.push("sets a prototype");
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** A label such as `{ p_wned: … }` does nothing. */
function isMemberName(node: ts.Identifier): boolean {
  return (ts.isPropertySignature(node.parent) || ts.isPropertyAssignment(node.parent)) && node.parent.name === node;
}

const calls = new Set(
  "client[invoke] connect grouped groupClient operations.push serverUrl standardSchema$ validated$".split(" "),
);

/** Calls of generated code: the runtime's, and of its own factory. */
function isOurs(callee: string): boolean {
  return calls.has(callee);
}
