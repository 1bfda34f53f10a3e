using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Community.Care.Feedback;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.Logging;

namespace FunctionsApp.Care.Feedback;

/// <summary>Feedback that ended at an instant, with the ids of its messages.</summary>
public sealed record EndedFeedback(FeedbackLocator Locator, DateTimeOffset At, IReadOnlyList<string> MessageIds)
{
    public static EndedFeedback Of(FeedbackItem item) =>
        new(FeedbackLocator.Of(item), item.EndedAt!.Value, [.. item.Notes.Select(note => note.Key)]);
}

/// <summary>
/// Feedback that was answered or closed, in order of its end, so that it is found when it is old. It is in the
/// partition of the group and changes with the feedback.
/// </summary>
public sealed class EndedFeedbackStore(
    CareTable table, FeedbackLocatorStore locators, TimeProvider clock, ILogger<EndedFeedbackStore> log)
{
    const string Prefix = "ended-";

    // Feedback has at most 10 notes, and a transaction 100 rows.
    const int PageSize = 50;

    readonly DayIndex days = new(table, "$feedback-days", clock, log);

    /// <summary>Makes the feedback of the group that ends now found when it is old. It comes before the end.</summary>
    public Task PrepareAsync(string groupId) => days.AddAsync(clock.GetUtcNow(), groupId);

    /// <summary>The rows of a change that ends feedback, or ends it again.</summary>
    public static IEnumerable<TableTransactionAction> RowsOf(FeedbackItem before, FeedbackItem after)
    {
        if (after.EndedAt is null || before.EndedAt == after.EndedAt) yield break;
        var partition = FeedbackRows.PartitionOf(after.GroupId);
        if (before.EndedAt is not null)
            yield return Row.Delete(partition, KeyOf(EndedFeedback.Of(before)), ETag.All);
        var ended = EndedFeedback.Of(after);
        yield return Row.Add(partition, KeyOf(ended), ended);
    }

    /// <summary>
    /// Deletes feedback that ended before the instant, at most <paramref name="budget"/> items, the oldest first.
    /// </summary>
    public Task ForgetAsync(DateTimeOffset horizon, int budget) =>
        days.StepAsync(horizon, budget, (day, rest) => ForgetAsync(day.Owner, horizon, rest));

    async Task<DayVisit> ForgetAsync(string groupId, DateTimeOffset horizon, int budget)
    {
        var deleted = 0;
        while (deleted < budget)
        {
            var size = Math.Min(PageSize, budget - deleted);
            var rows = await table.RowsAfterAsync<EndedFeedback>(
                FeedbackRows.PartitionOf(groupId), Prefix, after: null, size);
            var old = rows.TakeWhile(row => row.Value.At < horizon).ToList();
            foreach (var row in old) await ForgetAsync(groupId, row);
            deleted += old.Count;
            if (old.Count < size) break;
        }

        return DayVisit.OfDeletion(deleted, budget);
    }

    // The row of the end goes last, so that a step that dies is repeated.
    async Task ForgetAsync(string groupId, Stored<EndedFeedback> ended)
    {
        var (partition, messages) = (FeedbackRows.PartitionOf(groupId), ended.Value.MessageIds);
        await table.DeleteIfExistsAsync(
            partition, [ended.Value.Locator.RowKey(), .. messages.Select(FeedbackRows.NoteKeyOf)]);
        foreach (var id in messages.Prepend(ended.Value.Locator.Id)) await locators.ReleaseAsync(id);
        await table.DeleteIfExistsAsync(partition, [ended.RowKey]);
    }

    static string KeyOf(EndedFeedback ended) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{ended.At.UtcTicks:d19}-{ended.Locator.Id}");
}
