using Azure;
using Azure.Data.Tables;
using Community.Care.Feedback;
using Community.Platform;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Care.Feedback;

/// <summary>
/// The keys of rows in the partition of a group, and the row that leads from a member to the open feedback that was
/// heard of them.
/// </summary>
static class FeedbackRows
{
    // No id has a tilde.
    public static string PartitionOf(string groupId) => $"feedback~{groupId}";

    /// <summary>The key of the row of a message that is a note; it leads to the feedback that has the note.</summary>
    public static string NoteKeyOf(string messageId) => $"note-{messageId}";

    // A digest, because ids of members hold any character and are long.
    public static string HeardKeyOf(FeedbackItem item) => $"heard-{item.Kind}-{EffectKey.Digest(item.MemberId)}";

    /// <summary>The row of heard feedback, which exists while the feedback is open.</summary>
    public static IEnumerable<TableTransactionAction> OfHeard(FeedbackItem? before, FeedbackItem after)
    {
        if (after.Source is not FeedbackSource.Group) yield break;
        var (wasOpen, isOpen) = (before?.State is FeedbackState.Open, after.State is FeedbackState.Open);
        var (partition, key) = (PartitionOf(after.GroupId), HeardKeyOf(after));
        if (isOpen && !wasOpen) yield return Row.Add(partition, key, FeedbackLocator.Of(after));
        if (wasOpen && !isOpen) yield return Row.Delete(partition, key, ETag.All);
    }
}
