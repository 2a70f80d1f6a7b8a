using DownPage.StandAlone.Scripts;

namespace DownPage.StandAlone.Tests.Scripts;

[TestClass]
public sealed class ModuleReaderTests
{
    [TestMethod]
    [DataRow("import './a.js'", "./a.js")]
    [DataRow("import a from \"a\"", "a")]
    [DataRow("import{a as b,c}from'./a.js';import*as d from'./d.js'", "./a.js ./d.js")]
    [DataRow("import a, {\n  b, // from 'x'\n  c\n} from './a.js';", "./a.js")]
    [DataRow("export * from './a.js'; export {x} from './b.js'", "./a.js ./b.js")]
    [DataRow("const a = await import('./a.js')", "./a.js")]
    [DataRow("import data from './a.json' with { type: 'json' }", "./a.json")]
    [DataRow("x = cond ? import(`./a.js`) : import( './b.js' )", "./b.js")]
    [DataRow("`${import('./a.js')} from './no.js' ${`${1}`}`; import './b.js'", "./a.js ./b.js")]
    [DataRow("const r = /import '.\\/no.js'/; import './a.js'", "./a.js")]
    [DataRow("const q = a / b; import './a.js'; c / d", "./a.js")]
    [DataRow("if (/[/'\"]/.test(x)) {} import './a.js'", "./a.js")]
    [DataRow("// import './no.js'\n/* import './no.js' */ import './a.js'", "./a.js")]
    [DataRow("const s = \"import './no.js'\", t = 'it\\'s'; import './a.js'", "./a.js")]
    [DataRow("o.import('./no.js'); import.meta.url; const from = 'no'", "")]
    [DataRow("export const from = 'no.js'; export default 'no'", "")]
    [DataRow("export function f() { return 'no' }", "")]
    [DataRow("import './unclosed", "./unclosed")]
    [DataRow("", "")]
    public void Read_Script_FindsTheModulesItNames(string text, string expected)
        => Assert.AreEqual(
            expected,
            string.Join(' ', ModuleReader.Read(text).Select(specifier => text.Substring(specifier.Start, specifier.Length))));

    [TestMethod]
    [DataRow("`")]
    [DataRow("`${")]
    [DataRow("/")]
    [DataRow("/*")]
    [DataRow("'\\")]
    [DataRow("}}}}`${`}")]
    public void Read_BrokenScript_EndsWithoutAWord(string text) => Assert.IsEmpty(ModuleReader.Read(text));
}
