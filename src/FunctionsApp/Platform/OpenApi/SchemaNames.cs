using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Platform.OpenApi;

/// <summary>The names of schemas.</summary>
static class SchemaNames
{
    const string Request = "Request";

    /// <summary>
    /// The name of the type, with that of the type around it; <c>GroupViewPage</c> for a page of <c>GroupView</c>. A
    /// type of requests that is not named so ends in <c>Input</c>.
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
            false => Without(own),
        };
    }

    static string Without(string name) =>
        name.EndsWith(Request, StringComparison.Ordinal) ? name[..^Request.Length] : name;
}
