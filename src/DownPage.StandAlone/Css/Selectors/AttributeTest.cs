namespace DownPage.StandAlone.Css.Selectors;

/// <summary>The comparison of an attribute selector.</summary>
/// <param name="Operator">The operator: <c>=</c>, <c>~=</c>, <c>|=</c>, <c>^=</c>, <c>$=</c>, <c>*=</c>.</param>
/// <param name="Value">The value, escapes resolved.</param>
/// <param name="Flag">About case: <c>i</c>, <c>s</c>, or nothing.</param>
internal sealed record AttributeTest(string Operator, string Value, string Flag);
