using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Platform.OpenApi;

/// <summary>The names of schemas.</summary>
static class SchemaNames
{
    const string Request = "Request";

    /// <summary>
    /// The name of the type, with that of the type around it; <c>GroupViewPage</c> for a page of <c>GroupView</c>. In a
    /// request the name ends in <c>Request</c> or <c>Input</c>; a type that is named after requests and is in a
    /// response ends in <c>Output</c>.
    /// </summary>
    public static string NameOf(Type type, bool isRequest)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Slice<>))
            return $"{NameOf(type.GetGenericArguments()[0], isRequest)}Page";
        var own = type.IsNested ? Without(type.DeclaringType!.Name) + type.Name : type.Name;
        return isRequest switch
        {
            true when own.EndsWith(Request, StringComparison.Ordinal) => own,
            true => $"{own}Input",
            false when own.EndsWith(Request, StringComparison.Ordinal) => $"{Without(own)}Output",
            false => own,
        };
    }

    static string Without(string name) =>
        name.EndsWith(Request, StringComparison.Ordinal) ? name[..^Request.Length] : name;
}
