import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { camel, memberName, Namespace, pascal } from "../../src/emit/names.ts";
import { code, comment, expression, identifier, isName, key, literal, object, string } from "../../src/emit/printer.ts";

function parse(text: string): ts.SourceFile {
  const file = ts.createSourceFile("x.ts", text, ts.ScriptTarget.Latest, true);
  const diagnostics = (file as unknown as { parseDiagnostics: readonly ts.Diagnostic[] }).parseDiagnostics;
  expect(diagnostics.map((diagnostic) => ts.flattenDiagnosticMessageText(diagnostic.messageText, " "))).toEqual([]);
  return file;
}

/** What an expression comes to. */
function evaluated(expression: string): unknown {
  return new Function(ts.transpile(`return ${expression};`, { target: ts.ScriptTarget.ESNext }))();
}

const hostile = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "*/ alert(1) /*",
    "\u2028alert(1)",
    `\`\${process.exit()}\``,
    '"; x',
    "\\",
    "//\n x()",
    "__proto__",
    "constructor",
    "\ud800",
  ),
  fc
    .array(
      fc.constantFrom("*", "/", "\\", '"', "'", "`", "${", "}", "\n", "\r", "\u2028", "\u2029", "<!--", "-->", "#!"),
      { maxLength: 12 },
    )
    .map((all) => all.join("")),
);

describe("the printer", () => {
  it("prints any text as exactly one string literal of that text", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const [statement, ...others] = parse(`${string(text).text};`).statements;
        expect(others).toEqual([]);
        const expression =
          statement !== undefined && ts.isExpressionStatement(statement) ? statement.expression : undefined;
        expect(expression !== undefined && ts.isStringLiteral(expression) ? expression.text : undefined).toBe(text);
      }),
    );
  });

  it("prints any text as exactly one member name", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const value = evaluated(object([[text, code`1`]]).text);
        expect(Object.getOwnPropertyNames(value)).toEqual([text]);
        expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
        parse(`type X = { ${key(text).text}: 1 };`);
      }),
    );
  });

  it("prints any text as a comment that ends where it should", () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 3 }), (paragraphs) => {
        expect(parse(`${comment(paragraphs).text}`).statements).toHaveLength(0);
      }),
    );
  });

  it("prints any JSON value as a literal that evaluates to it", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(evaluated(expression(value).text)).toEqual(value);
        parse(`type X = ${literal(value).text};`);
      }),
    );
  });

  it("makes a valid name of any text", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(isName(camel(text))).toBe(true);
        expect(isName(pascal(text))).toBe(true);
        expect({}).not.toHaveProperty(memberName(text));
      }),
    );
  });

  it("refuses what is not a name", () => {
    expect(() => identifier("a b")).toThrow("not a name");
    expect(() => identifier("constructor")).toThrow("not a name");
    expect(() => identifier("")).toThrow("not a name");
  });

  it("remembers the names that code mentions, and not the text that looks like one", () => {
    const printed = code`${comment(["Card"])}type ${identifier("A")} = { ${key("Card")}: ${string("Card")}; b: ${identifier("B")} };`;
    expect([...printed.names]).toEqual(["A", "B"]);
  });

  it("gives each name once", () => {
    const names = new Namespace();
    expect([names.claim("Order"), names.claim("Order"), names.claim("order")]).toEqual(["Order", "Order2", "order3"]);
  });

  it("keeps nested code on the indentation of its line", () => {
    const inner = code`{\n  a: 1;\n}`;
    expect(code`type X = {\n  b: ${inner};\n};`.text).toBe("type X = {\n  b: {\n    a: 1;\n  };\n};");
  });
});
