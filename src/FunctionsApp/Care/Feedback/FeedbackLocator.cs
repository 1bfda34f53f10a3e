using Community.Care.Feedback;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Care.Feedback;

/// <summary>Where the feedback of an id is: the group, and the instant that its row is named by.</summary>
public sealed record FeedbackLocator(string Id, string GroupId, DateTimeOffset At)
{
    /// <summary>The prefix of the rows of feedback in the partition of the group.</summary>
    public const string Prefix = "item-";

    /// <summary>The key of the row in the partition of the group, by which the newest comes first.</summary>
    public string RowKey() => $"{Prefix}{TableKey.LatestFirst(At)}-{Id}";

    public static FeedbackLocator Of(FeedbackItem item) => new(item.Id, item.GroupId, item.At);
}
