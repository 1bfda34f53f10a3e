using Community.Care.Feedback;
using FunctionsApp.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Care.Feedback;

/// <summary>The feedback of a list; null for any.</summary>
public sealed record FeedbackFilter(FeedbackKind? Kind, FeedbackState? State)
{
    public bool IsEmpty => this is { Kind: null, State: null };

    /// <summary>The filter of the query, or the problem of one of its fields.</summary>
    public static (FeedbackFilter? Filter, IResult? Problem) Read(HttpRequest request)
    {
        if (!QueryFields.TryReadName<FeedbackKind>(request, "kind", out var kind))
            return (null, QueryFields.NoName<FeedbackKind>("kind"));
        return QueryFields.TryReadName<FeedbackState>(request, "state", out var state)
            ? (new FeedbackFilter(kind, state), null)
            : (null, QueryFields.NoName<FeedbackState>("state"));
    }

    public bool Matches(FeedbackItem item) => (Kind ?? item.Kind) == item.Kind && (State ?? item.State) == item.State;
}
