using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace FunctionsApp.Platform.OpenApi;

/// <summary>
/// The documentation comments of an assembly, from the file that the compiler writes beside it. Without the file
/// nothing has a description.
/// </summary>
public sealed partial class XmlDocumentation(XDocument file)
{
    readonly Dictionary<string, XElement> members = file.Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);

    public static XmlDocumentation Read(Assembly assembly)
    {
        var path = Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.xml");
        return new XmlDocumentation(File.Exists(path) ? XDocument.Load(path) : new XDocument());
    }

    /// <summary>The summary as CommonMark; null when there is none.</summary>
    public string? Find(Type type) => Find($"T:{NameOf(type)}");

    /// <inheritdoc cref="Find(Type)" />
    public string? Find(MethodInfo method)
    {
        var name = $"M:{NameOf(method.DeclaringType!)}.{method.Name}";
        var key = members.Keys.FirstOrDefault(
            key => key == name || key.StartsWith($"{name}(", StringComparison.Ordinal));
        return key is null ? null : Find(key);
    }

    string? Find(string key)
    {
        if (!members.TryGetValue(key, out var member)) return null;
        if (member.Element("inheritdoc")?.Attribute("cref")?.Value is { } other) return Find(other);
        return member.Element("summary") is { } summary
            ? WhiteSpace().Replace(string.Concat(summary.Nodes().Select(TextOf)), " ").Trim()
            : null;
    }

    static string NameOf(Type type) =>
        (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    static string TextOf(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see => $"`{ShortName(see.Attribute("cref")?.Value ?? see.Value)}`",
        XElement { Name.LocalName: "paramref" } parameter => $"`{parameter.Attribute("name")?.Value}`",
        XElement code => $"`{code.Value}`",
        _ => "",
    };

    static string ShortName(string cref) => cref.Split('(')[0].Split('.')[^1];

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex WhiteSpace();
}
