using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Platform.Callers;

/// <summary>
/// The fields of request bodies that say who acts, <c>by</c> and <c>author</c>, at any depth. An operator cannot act in
/// another one's name: the fields are optional then, and hold the operator's own name.
/// </summary>
static class AuthorFields
{
    static readonly string[] Names = ["by", "author"];

    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>
    /// The body with <paramref name="name"/> in the fields; a body that is no object is left as it is.
    /// </summary>
    public static ReadOnlySpan<byte> Fill<T>(ReadOnlySpan<byte> body, string name)
    {
        try
        {
            if (JsonNode.Parse(body, documentOptions: Strict) is not JsonObject root) return body;
            Fill(root, ApiJson.Options.GetTypeInfo(typeof(T)), name);
            return JsonSerializer.SerializeToUtf8Bytes(root, ApiJson.Options);
        }
        catch (JsonException)
        {
            return body; // the reader of the body names the fault
        }
    }

    /// <summary>The name in the fields of a body; null without one.</summary>
    public static string? Find(object body)
    {
        var info = ApiJson.Options.GetTypeInfo(body.GetType());
        return info.Properties.Where(IsAuthor).Select(field => field.Get?.Invoke(body) as string).FirstOrDefault();
    }

    static void Fill(JsonObject node, JsonTypeInfo info, string name)
    {
        if (info.Kind is not JsonTypeInfoKind.Object) return;
        foreach (var field in info.Properties)
        {
            if (IsAuthor(field)) node[field.Name] = name;
            else if (node[field.Name] is JsonObject inner)
                Fill(inner, ApiJson.Options.GetTypeInfo(field.PropertyType), name);
        }
    }

    public static bool IsName(string field) => Names.Contains(field, StringComparer.Ordinal);

    static bool IsAuthor(JsonPropertyInfo field) => field.PropertyType == typeof(string) && IsName(field.Name);
}
