using Community.Content;
using FunctionsApp.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Content.Library;

/// <summary>The filters of the list; null for those that are not asked for.</summary>
public sealed record ContentFilter(ContentKind? Kind, string? Tag, ContentState? State)
{
    public bool IsEmpty => this is { Kind: null, Tag: null, State: null };

    public bool Matches(ContentItem item) =>
        (Kind ?? item.Body.Kind) == item.Body.Kind
        && (State ?? item.State) == item.State
        && (Tag is null || item.Body.Tags.Contains(Tag, StringComparer.Ordinal));

    /// <summary>The filters <c>kind</c>, <c>tag</c> and <c>state</c> of a query; 400 for an unknown name.</summary>
    public static (ContentFilter? Filter, IResult? Problem) Read(HttpRequest request)
    {
        var (kind, isKind) = ReadName<ContentKind>(request, "kind");
        if (!isKind) return (null, UnknownName<ContentKind>("kind"));
        var (state, isState) = ReadName<ContentState>(request, "state");
        if (!isState) return (null, UnknownName<ContentState>("state"));
        return (new ContentFilter(kind, Text(request, "tag"), state), null);
    }

    static (T? Value, bool IsValid) ReadName<T>(HttpRequest request, string parameter)
        where T : struct, Enum
    {
        if (Text(request, parameter) is not { } name) return (null, true);
        return Enum.GetNames<T>().Contains(name, StringComparer.Ordinal) ? (Enum.Parse<T>(name), true) : (null, false);
    }

    static string? Text(HttpRequest request, string parameter) =>
        request.Query[parameter].ToString() is { Length: > 0 } text ? text : null;

    static IResult UnknownName<T>(string parameter)
        where T : struct, Enum =>
        Problems.Invalid(parameter, $"must be one of {string.Join(", ", Enum.GetNames<T>())}.");
}
