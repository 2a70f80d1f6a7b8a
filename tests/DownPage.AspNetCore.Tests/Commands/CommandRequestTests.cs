using System.Text;
using System.Text.Json;
using DownPage.AspNetCore.Commands;

namespace DownPage.AspNetCore.Tests.Commands;

/// <summary>The command's question to an app: heeded only where it is exactly one.</summary>
[TestClass]
public sealed class CommandRequestTests
{
    [TestMethod]
    public void Request_OfTheCommand_IsRead()
    {
        using var folder = new TempFolder();
        var file = Write(folder, "PATCH", "/schedule", folder.PathOf("answer.json"));

        var request = CommandRequest.Read(file);

        Assert.AreEqual("PATCH", request.Method);
        Assert.AreEqual("/schedule", request.Path);
        Assert.AreEqual("\"abc\"", request.IfMatch);
        Assert.IsNull(request.IfNoneMatch);
        Assert.AreEqual("{ \"for\": \"20m\" }", Encoding.UTF8.GetString(request.Body.Span));
        Assert.AreEqual("anna", request.User);
        Assert.AreEqual(folder.PathOf("answer.json"), request.Answer);
    }

    [TestMethod]
    [DataRow("{", DisplayName = "Torn")]
    [DataRow("[]", DisplayName = "No object")]
    [DataRow("{}", DisplayName = "Empty")]
    [DataRow("\0\0\0", DisplayName = "Zeros")]
    [DataRow("""{"method":"GET","path":"","answer":"answer.json"}""", DisplayName = "An answer somewhere")]
    public void Request_ThatIsNone_IsRefused(string text)
    {
        using var folder = new TempFolder();

        Assert.ThrowsExactly<FormatException>(() => CommandRequest.Read(folder.Write("request.json", text)));
    }

    [TestMethod]
    public void Answer_OutsideOfTheRequestsFolder_IsRefused()
    {
        using var folder = new TempFolder();
        using var other = new TempFolder();

        Assert.ThrowsExactly<FormatException>(
            () => CommandRequest.Read(Write(folder, "GET", "", other.PathOf("answer.json"))));
    }

    [TestMethod]
    [DataRow("missing.json")]
    [DataRow("folder")]
    public void File_ThatIsNone_IsRefused(string name)
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.PathOf("folder"));

        Assert.ThrowsExactly<FormatException>(() => CommandRequest.Read(folder.PathOf(name)));
    }

    [TestMethod]
    public void File_OfARelativePath_IsRefused()
        => Assert.ThrowsExactly<FormatException>(() => CommandRequest.Read("request.json"));

    [TestMethod]
    public void File_ThatIsHuge_IsNotRead()
    {
        using var folder = new TempFolder();
        var file = folder.PathOf("request.json");
        using (var huge = File.Create(file))
        {
            huge.SetLength(1L << 30);
        }

        Assert.ThrowsExactly<FormatException>(() => CommandRequest.Read(file));
    }

    private static string Write(TempFolder folder, string method, string path, string answer)
        => folder.Write(
            "request.json",
            JsonSerializer.Serialize(new
            {
                method,
                path,
                ifMatch = "\"abc\"",
                ifNoneMatch = (string?)null,
                body = "{ \"for\": \"20m\" }",
                user = "anna",
                answer,
            }));
}
