using System.Reflection;
using System.Text;

namespace DownPage.Build.Tests;

/// <summary>What the assembly shows to others, against the listing that is checked in: a change is made on purpose.</summary>
[TestClass]
public sealed class PublicApiTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [TestMethod]
    public void PublicTypesAndMembers_AreThoseOfTheListing()
    {
        var listing = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", "public-api.txt"));

        var actual = new StringBuilder();
        foreach (var type in typeof(RenderDownPages).Assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            actual.Append(type.FullName).Append(" : ").Append(type.BaseType!.FullName).Append('\n');
            foreach (var member in type.GetMembers(Declared).Where(IsListed).Select(Describe).Order(StringComparer.Ordinal))
            {
                actual.Append("  ").Append(member).Append('\n');
            }
        }

        Assert.AreEqual(listing.ReplaceLineEndings("\n"), actual.ToString());
    }

    private static bool IsListed(MemberInfo member) => member is not MethodInfo { IsSpecialName: true };

    private static string Describe(MemberInfo member) => member is PropertyInfo property
        ? $"{property.PropertyType.Name} {property.Name}"
        : member.ToString()!;
}
