/** Finds the English words of a source file, so that rules about them can be held: by where they stand, since no list of words would do. */
import ts from 'typescript';

export type EnglishText = { readonly line: number; readonly text: string };

/** Files whose words are English by themselves: the command line, the programming interface and the scripts speak no Danish. */
const englishFiles = /english|^src\/(cli|api)\/|^src\/main\.ts$|^(script|bin)\//i;

/** Sentences of the command line that stand elsewhere, by the name they are declared with. */
const englishNames = /english|^tableProblemSentences$/i;

/**
 * All literal texts that are English: in an English file, in what is named so, in the second list of a `catalogue`, under `en`, and on the English
 * side of a choice of language.
 */
export function englishTexts(name: string, source: string): readonly EnglishText[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, false, name.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const found: EnglishText[] = [];
  walk(file, englishFiles.test(name));
  return found;

  function walk(node: ts.Node, before: boolean): void {
    const english = languageOf(node) ?? before;
    if (english && isText(node)) found.push({ line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1, text: node.text });
    const side = ts.isConditionalExpression(node) ? chosenBy(node.condition.getText(file)) : null;
    if (ts.isConditionalExpression(node) && side !== null) {
      walk(node.whenTrue, side === 'en');
      walk(node.whenFalse, side === 'da');
    } else if (ts.isCallExpression(node) && node.expression.getText(file) === 'catalogue') {
      node.arguments.forEach((argument, at) => walk(argument, at === 1));
    } else ts.forEachChild(node, (child) => walk(child, english));
  }

  function languageOf(node: ts.Node): boolean | null {
    if (ts.isVariableDeclaration(node) && englishNames.test(node.name.getText(file))) return true;
    if (ts.isFunctionDeclaration(node) && englishNames.test(node.name?.text ?? '')) return true;
    if (!ts.isPropertyAssignment(node)) return null;
    const key = node.name.getText(file);
    return key === 'en' ? true : key === 'da' ? false : null;
  }
}

function isText(node: ts.Node): node is ts.StringLiteralLike | ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail | ts.JsxText {
  return (
    ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node) || ts.isJsxText(node)
  );
}

/** Which language the first side of a choice is in; `null` where it is no choice of language. */
function chosenBy(condition: string): 'da' | 'en' | null {
  if (/^(isD|d)anish$/.test(condition)) return 'da';
  const [, , is, language] = /^(\w+\.)?language (===|!==) '(da|en)'$/.exec(condition) ?? [];
  if (language === undefined) return null;
  const first = language === 'da' ? 'da' : 'en';
  if (is === '===') return first;
  return first === 'da' ? 'en' : 'da';
}
