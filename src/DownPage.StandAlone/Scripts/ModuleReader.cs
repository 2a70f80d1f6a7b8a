namespace DownPage.StandAlone.Scripts;

/// <summary>
/// Finds the modules that a script names: <c>import "x"</c>, <c>import a from "x"</c>, <c>export … from "x"</c>,
/// <c>import("x")</c>. Text, comments, templates and regular expressions are stepped over.
/// </summary>
internal sealed class ModuleReader
{
    private readonly string text;
    private readonly List<ModuleSpecifier> found = [];
    private readonly Stack<int> templates = new();
    private string word = "";
    private string beforeWord = "";
    private char lastSign;
    private int position;
    private int braces;
    private bool isInClause;

    private ModuleReader(string text) => this.text = text;

    public static IReadOnlyList<ModuleSpecifier> Read(string text)
    {
        var reader = new ModuleReader(text);
        while (reader.position < text.Length)
        {
            reader.Step();
        }

        return reader.found;
    }

    private void Step()
    {
        var current = text[position];
        if (char.IsWhiteSpace(current))
        {
            position++;
        }
        else if (current == '/' && Next() is '/' or '*')
        {
            SkipComment();
        }
        else if (current is '"' or '\'')
        {
            ReadString(current);
        }
        else if (current == '`' || (current == '}' && templates.Count > 0 && templates.Peek() == braces))
        {
            SkipTemplate();
        }
        else if (current == '/' && IsRegularExpression())
        {
            SkipRegularExpression();
        }
        else if (IsWordPart(current))
        {
            ReadWord();
        }
        else
        {
            ReadSign(current);
        }
    }

    private char Next() => position + 1 < text.Length ? text[position + 1] : '\0';

    private void SkipComment()
    {
        var isLine = Next() == '/';
        var end = isLine ? text.IndexOf('\n', position) : text.IndexOf("*/", position + 2, StringComparison.Ordinal);
        position = end < 0 ? text.Length : end + (isLine ? 1 : 2);
    }

    private void ReadString(char quote)
    {
        var start = ++position;
        while (position < text.Length && text[position] != quote && text[position] != '\n')
        {
            position += text[position] == '\\' ? 2 : 1;
        }

        position = Math.Min(position, text.Length);
        if (IsSpecifier())
        {
            found.Add(new ModuleSpecifier(start, position - start));
        }

        position = Math.Min(position + 1, text.Length);
        isInClause = false;
        Remember("", '"');
    }

    // import "x"; import("x"); … from "x" within an import or export.
    private bool IsSpecifier() => lastSign switch
    {
        '\0' => (word == "import" && beforeWord != ".") || (word == "from" && isInClause),
        '(' => word == "import" && beforeWord != ".",
        _ => false,
    };

    // A template's text, up to its end or to the expression in it; that one ends at the brace that it began with.
    private void SkipTemplate()
    {
        if (text[position] == '}')
        {
            templates.Pop();
        }

        for (position++; position < text.Length; position++)
        {
            if (text[position] == '\\')
            {
                position++;
            }
            else if (text[position] == '`')
            {
                position++;
                Remember("", '`');
                return;
            }
            else if (text[position] == '$' && Next() == '{')
            {
                templates.Push(braces);
                position += 2;
                Remember("", '{');
                return;
            }
        }
    }

    // A slash divides after a value; anywhere else it begins a regular expression.
    private bool IsRegularExpression() => lastSign == '\0'
        ? word is "" or "return" or "typeof" or "case" or "in" or "of" or "delete" or "void" or "throw" or "new" or "else" or "do"
            or "await" or "yield" or "instanceof"
        : lastSign is not (')' or ']' or '}' or '"' or '`');

    private void SkipRegularExpression()
    {
        var isInClass = false;
        for (position++; position < text.Length && text[position] != '\n'; position++)
        {
            var current = text[position];
            if (current == '\\')
            {
                position++;
            }
            else if (current == '/' && !isInClass)
            {
                break;
            }
            else
            {
                isInClass = current == '[' || (isInClass && current != ']');
            }
        }

        position++;
        Remember("", ')');
    }

    private void ReadWord()
    {
        var start = position;
        while (position < text.Length && IsWordPart(text[position]))
        {
            position++;
        }

        beforeWord = lastSign == '.' ? "." : word;
        word = text[start..position];
        lastSign = '\0';
        isInClause |= word is "import" or "export" && beforeWord != ".";
    }

    private void ReadSign(char sign)
    {
        braces += sign switch
        {
            '{' => 1,
            '}' => -1,
            _ => 0,
        };
        isInClause &= sign is not (';' or '(' or '=');
        position++;
        lastSign = sign;
        if (sign != '(')
        {
            word = "";
        }
    }

    private void Remember(string newWord, char sign)
    {
        word = newWord;
        lastSign = sign;
    }

    private static bool IsWordPart(char character) => char.IsLetterOrDigit(character) || character is '_' or '$' or '#';
}
