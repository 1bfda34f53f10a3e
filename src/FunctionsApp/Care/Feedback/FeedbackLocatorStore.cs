using System.Globalization;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Care.Feedback;

/// <summary>
/// What leads to feedback without its group: a partition for each id, and the list of open feedback of all groups, the
/// most urgent first. A row is written before the feedback, and one of the list can outlast its end for a while.
/// </summary>
public sealed class FeedbackLocatorStore(CareTable table)
{
    const string IdPartition = "feedback-id~";
    const string LocatorRow = "locator";
    const string OpenPartition = "feedback-open";
    const string OpenPrefix = "at-";

    /// <summary>The locator of the id; null when there is none.</summary>
    public async Task<FeedbackLocator?> FindAsync(string id) =>
        (await table.FindAsync<FeedbackLocator>(IdPartition + id, LocatorRow))?.Value;

    /// <summary>Gives the id to the feedback; returns who has it, which may be other feedback.</summary>
    public async Task<FeedbackLocator> ReserveAsync(FeedbackLocator wanted) =>
        await table.TryCommitAsync(Row.Add(IdPartition + wanted.Id, LocatorRow, wanted))
            ? wanted
            : await FindAsync(wanted.Id) ?? wanted;

    /// <summary>Deletes the locator of an id whose feedback is deleted.</summary>
    public Task ReleaseAsync(string id) => table.DeleteIfExistsAsync(IdPartition + id, [LocatorRow]);

    /// <summary>Lists the feedback as open. A repeat changes nothing.</summary>
    public Task ListAsync(FeedbackLocator open) => table.CommitAsync(Row.Put(OpenPartition, OpenRowOf(open), open));

    /// <summary>Takes the feedback off the list. A repeat changes nothing.</summary>
    public Task UnlistAsync(FeedbackLocator ended) => table.DeleteIfExistsAsync(OpenPartition, [OpenRowOf(ended)]);

    /// <summary>One page of the list of open feedback.</summary>
    public async Task<Slice<FeedbackLocator>> PageOfOpenAsync(int size, string? continuation) =>
        (await table.PageAsync<FeedbackLocator>(OpenPartition, OpenPrefix, size, continuation)).Map(row => row.Value);

    /// <summary>
    /// How much feedback each group has on the list of open feedback; groups without any are missing. One request for
    /// each 1,000.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, int>> CountOpenAsync() =>
        (await table.AllAsync<FeedbackLocator>(OpenPartition, OpenPrefix))
            .CountBy(row => row.Value.GroupId, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);

    // All have the same time for their answer, so that the oldest is the most urgent.
    static string OpenRowOf(FeedbackLocator open) =>
        string.Create(CultureInfo.InvariantCulture, $"{OpenPrefix}{open.At.UtcTicks:d19}-{open.Id}");
}
