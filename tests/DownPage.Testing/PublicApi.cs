using System.Reflection;
using System.Text;

namespace DownPage.Testing;

/// <summary>What an assembly shows to others, as text.</summary>
public static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The public types, each with its members below it, sorted.</summary>
    public static string Describe(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(type.FullName).Append(" : ").Append(type.BaseType?.FullName ?? "interface").Append('\n');
            foreach (var member in type.GetMembers(Declared).Where(IsListed).Select(Describe).Order(StringComparer.Ordinal))
                text.Append("  ").Append(member).Append('\n');
        }

        return text.ToString();
    }

    private static bool IsListed(MemberInfo member) => member is not MethodInfo { IsSpecialName: true };

    private static string Describe(MemberInfo member) => member is PropertyInfo property
        ? $"{property.PropertyType.Name} {property.Name}"
        : member.ToString()!;
}
