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
        if (!QueryFields.TryReadName<ContentKind>(request, "kind", out var kind))
            return (null, QueryFields.NoName<ContentKind>("kind"));
        if (!QueryFields.TryReadName<ContentState>(request, "state", out var state))
            return (null, QueryFields.NoName<ContentState>("state"));
        return (new ContentFilter(kind, QueryFields.Text(request, "tag"), state), null);
    }
}
