using System.Text.RegularExpressions;

namespace FunctionsApp.Tests.ApiBoundary;

/// <summary>
/// One type of the list. A name counts as a member when it stands in the type's body outside of parameter lists; where the list
/// gives a method's parameters, their types must be those of one that is given.
/// </summary>
sealed partial class OfficialType
{
    // What every object has, and what the compiler makes for a record.
    static readonly HashSet<string> Always =
        [
        "ToString", "Equals", "GetHashCode", "GetType", "op_Equality", "op_Inequality", "<Clone>$", "Deconstruct", "EqualityContract", "PrintMembers", "Dispose",
        "DisposeAsync",
    ];

    // What a type that is listed as a dictionary has of it.
    static readonly HashSet<string> OfDictionaries = [
        "Add", "Clear", "Contains", "ContainsKey", "CopyTo", "Count", "GetEnumerator", "IsReadOnly", "Keys", "Remove", "TryGetValue", "Values",
    ];

    readonly HashSet<string> names = new(StringComparer.Ordinal);
    readonly ILookup<string, string> signatures;

    public OfficialType(string name, string positional, string bases, string body)
    {
        Bases = Word().Matches(bases).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
        var flat = AccessorList().Replace(body, ";").Replace($"{name}(", "(", StringComparison.Ordinal);
        var constructors = flat.Split(';').Select(item => Constructor().Match(item)).Where(m => m.Success)
            .Select(m => (".ctor", Signature(m.Groups["parameters"].Value))).ToList();
        if (positional.Length > 0) constructors.Add((".ctor", Signature(positional)));
        if (constructors.Count == 0) constructors.Add((".ctor", ""));
        var methods = Method().Matches(flat).Select(m => (m.Groups["name"].Value, Signature(m.Groups["parameters"].Value)));
        signatures = constructors.Concat(methods).ToLookup(m => m.Item1, m => m.Item2);
        foreach (var word in Word().Matches(ParameterList().Replace(flat, " ")).Select(m => m.Value)) names.Add(word);
        foreach (var parameter in positional.Split(',')) names.Add(Word().Matches(parameter.Split('=')[0]).LastOrDefault()?.Value ?? "");
    }

    public IReadOnlySet<string> Bases { get; }

    public bool Has(string member, string? parameters)
    {
        if (Always.Contains(member)) return true;
        var name = member switch
        {
            "get_Item" or "set_Item" or "Item" => "indexer",
            "op_Implicit" => "implicit",
            _ when AccessorPrefix().IsMatch(member) => member[4..],
            _ => member,
        };
        if (Bases.Contains("IDictionary") && OfDictionaries.Contains(name)) return true;
        if (name != member || parameters is null || !signatures.Contains(name)) return names.Contains(name);
        return signatures[name].Contains(parameters);
    }

    static string Signature(string parameters) =>
        string.Join(',', Parameter().Matches(parameters).Select(m => TypeName.Listed(m.Groups["type"].Value)));

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AccessorList();

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ParameterList();

    // A type, with type arguments and modifiers of its own, then a name and perhaps a default value; or the short form of a token.
    [GeneratedRegex(
        @"(this\s+|params\s+)?(?<type>[\w.]+(<([^<>]|<[^<>]*>)*>)?(\[\])?\??)(\s+\w+)?\s*(=[^,]*)?(,|$)\s*",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^\s*\((?<parameters>[^()]*)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Constructor();

    [GeneratedRegex(@"(?<name>\w+)(<\w+>)?\s*\((?<parameters>[^()]*)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Method();

    [GeneratedRegex(@"\w+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();

    [GeneratedRegex("^[gs]et_", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AccessorPrefix();
}
