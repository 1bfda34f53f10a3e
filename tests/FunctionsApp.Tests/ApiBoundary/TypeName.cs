namespace FunctionsApp.Tests.ApiBoundary;

/// <summary>
/// One spelling for a type, whether it was read from the list, from metadata or by reflection: no namespaces, keywords for simple
/// types, <c>T</c> for a method's type parameter, and no question marks, which compiled reference types do not have.
/// </summary>
static class TypeName
{
    static readonly Dictionary<string, string> Keywords = new(StringComparer.Ordinal)
    {
        ["String"] = "string",
        ["Int32"] = "int",
        ["Int64"] = "long",
        ["Double"] = "double",
        ["Boolean"] = "bool",
        ["Object"] = "object",
        ["Byte"] = "byte",
    };

    public static string Of(Type type) => type switch
    {
        { IsGenericParameter: true } => "T",
        { IsArray: true } => $"{Of(type.GetElementType()!)}[]",
        { IsGenericType: true } => Generic(type.Name, [.. type.GetGenericArguments().Select(Of)]),
        _ => Simple(type.Name),
    };

    public static string Simple(string name) => Keywords.GetValueOrDefault(name, name);

    public static string Generic(string name, IReadOnlyList<string> arguments) =>
        name == "Nullable`1" ? arguments[0] : $"{name.Split('`')[0]}<{string.Join(',', arguments)}>";

    /// <summary>A type as the list writes it.</summary>
    public static string Listed(string text) => text.Replace("?", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal) switch
    {
        "ct" => "CancellationToken",
        "TResult" => "T",
        var name => name,
    };
}
