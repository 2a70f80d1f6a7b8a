using DownPage.Text;

namespace DownPage.Renderer.Tests.Rendering;

[TestClass]
public sealed class NearestNameTests
{
    private static readonly string[] Views =
    [
        "/Views/Errors/502.cshtml",
        "/Views/Errors/503.cshtml",
        "/Views/Home/Index.cshtml",
        "/Views/Shared/_Layout.cshtml",
    ];

    [TestMethod]
    [DataRow("/Views/Errors/5O2.cshtml", "/Views/Errors/502.cshtml", DisplayName = "a letter for a digit")]
    [DataRow("/Views/Error/502.cshtml", "/Views/Errors/502.cshtml", DisplayName = "a letter too few")]
    [DataRow("/views/home/index.cshtml", "/Views/Home/Index.cshtml", DisplayName = "another case")]
    [DataRow("/Views/Shared/Layout.cshtml", "/Views/Shared/_Layout.cshtml", DisplayName = "no underscore")]
    [DataRow("/Views/Errors/504.cshtml", "/Views/Errors/502.cshtml", DisplayName = "two that are as near: the first by name")]
    public void Find_TypingMistake_IsWhatWasMeant(string wanted, string expected)
        => Assert.AreEqual(expected, NearestName.Find(wanted, Views.Reverse()));

    [TestMethod]
    [DataRow("/Areas/Admin/Views/Reports/Monthly.cshtml", DisplayName = "nothing like it")]
    [DataRow("x")]
    [DataRow("")]
    public void Find_NothingNear_IsNull(string wanted) => Assert.IsNull(NearestName.Find(wanted, Views));

    [TestMethod]
    public void Find_NoNames_IsNull() => Assert.IsNull(NearestName.Find("/Views/Errors/502.cshtml", []));

    [TestMethod]
    [DataRow("en", "de", DisplayName = "short names: two edits are allowed")]
    [DataRow("ab", "abcd")]
    public void Find_ShortName_AllowsTwoEdits(string wanted, string name)
        => Assert.AreEqual(name, NearestName.Find(wanted, [name]));
}
