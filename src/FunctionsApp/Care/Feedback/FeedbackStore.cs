using Azure.Data.Tables;
using Community.Care.Feedback;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Care.Feedback;

/// <summary>
/// Feedback in a partition for each group, the newest first, and the figures of the group, which change in the same
/// transaction. A locator leads from an id to its group.
/// </summary>
public sealed class FeedbackStore(
    CareTable table, FeedbackLocatorStore locators, EndedFeedbackStore ended, KeyedLock locks)
{
    const string FiguresRow = "figures";

    /// <summary>The feedback; null when there is none.</summary>
    public async Task<Stored<FeedbackItem>?> FindAsync(string id) =>
        await locators.FindAsync(id) is { } locator ? await FindAsync(locator) : null;

    /// <inheritdoc cref="FindAsync(string)"/>
    public Task<Stored<FeedbackItem>?> FindAsync(FeedbackLocator locator) =>
        table.FindAsync<FeedbackItem>(FeedbackRows.PartitionOf(locator.GroupId), locator.RowKey());

    public async Task<FeedbackFigures> ReadFiguresAsync(string groupId) =>
        (await FindFiguresAsync(groupId))?.Value ?? FeedbackFigures.None;

    /// <summary>
    /// Stores new feedback whose id it has. The result is false and the stored feedback when it was stored before, or
    /// when the member has open feedback of the same kind that was heard: the text is then a note of it.
    /// </summary>
    public Task<(bool IsNew, Stored<FeedbackItem> Document)> CreateAsync(FeedbackItem item, string fingerprint) =>
        InGroupAsync(item.GroupId, async () =>
        {
            if (await FindAsync(FeedbackLocator.Of(item)) is { } stored) return (false, stored);
            if (await TryAddNoteAsync(item) is { } noted) return (false, noted);
            var figures = await FindFiguresAsync(item.GroupId);
            await table.CommitAsync(
            [
                Row.Add(FeedbackRows.PartitionOf(item.GroupId), FeedbackLocator.Of(item).RowKey(), item, fingerprint),
                FiguresRowOf(item.GroupId, figures, before: null, item),
                .. FeedbackRows.OfHeard(before: null, item),
            ]);
            return (true, (await FindAsync(FeedbackLocator.Of(item)))!);
        });

    /// <summary>
    /// Adds the text of a message to the open feedback of the member that it continues; null when there is none. A
    /// message that was added before is found also after the end of that feedback.
    /// </summary>
    public Task<Stored<FeedbackItem>?> NoteAsync(FeedbackItem message) =>
        InGroupAsync(message.GroupId, () => TryAddNoteAsync(message));

    /// <summary>Decides on the feedback and stores the result; null when there is none.</summary>
    public async Task<Decided<FeedbackItem, FeedbackEvent>?> DecideAsync(string id, FeedbackCommand command)
    {
        if (await locators.FindAsync(id) is not { } locator) return null;
        if (command is FeedbackCommand.Answer or FeedbackCommand.Close) await ended.PrepareAsync(locator.GroupId);
        return await InGroupAsync(locator.GroupId, async () =>
            await FindAsync(locator) is { } read ? await DecideAsync(read, command) : null);
    }

    /// <summary>
    /// One page of a group's feedback that matches, the newest first. A page may hold fewer items than
    /// <paramref name="size"/> and still have a continuation.
    /// </summary>
    public async Task<Slice<FeedbackItem>> PageAsync(
        string groupId, FeedbackFilter filter, int size, string? continuation)
    {
        var page = await table.PageAsync<FeedbackItem>(
            FeedbackRows.PartitionOf(groupId),
            FeedbackLocator.Prefix,
            size,
            continuation,
            filter.IsEmpty ? null : filter.Matches);
        return page.Map(row => row.Value);
    }

    /// <summary>One page of the open feedback of all groups that matches, the oldest first, as above.</summary>
    public async Task<Slice<FeedbackItem>> PageOfOpenAsync(FeedbackFilter filter, int size, string? continuation)
    {
        var page = await locators.PageOfOpenAsync(size, continuation);
        var found = await Task.WhenAll(page.Items.Select(FindAsync));
        var open = found
            .Select(row => row?.Value)
            .OfType<FeedbackItem>()
            .Where(item => item.State is FeedbackState.Open && filter.Matches(item));
        return new Slice<FeedbackItem>([.. open], page.Continuation);
    }

    async Task<Decided<FeedbackItem, FeedbackEvent>> DecideAsync(Stored<FeedbackItem> read, FeedbackCommand command)
    {
        var events = FeedbackRules.Decide(command, read.Value);
        var after = events.Aggregate(read.Value, FeedbackRules.Evolve);
        if (after != read.Value) await WriteAsync(read, after);
        return new Decided<FeedbackItem, FeedbackEvent>(after, events);
    }

    async Task<Stored<FeedbackItem>?> TryAddNoteAsync(FeedbackItem message)
    {
        if (message.Source is not FeedbackSource.Group) return null;
        var partition = FeedbackRows.PartitionOf(message.GroupId);
        var noteKey = FeedbackRows.NoteKeyOf(message.Id);
        if (await table.FindAsync<FeedbackLocator>(partition, noteKey) is { } earlier)
            return await FindAsync(earlier.Value);
        if (await table.FindAsync<FeedbackLocator>(partition, FeedbackRows.HeardKeyOf(message)) is not { } heard
            || await FindAsync(heard.Value) is not { } open) return null;
        if (open.Value.Id == message.Id) return open;
        var note = new FeedbackCommand.AddNote(new FeedbackNote(message.Id, message.Text, message.At));
        var after = FeedbackRules.Decide(note, open.Value).Aggregate(open.Value, FeedbackRules.Evolve);
        if (after == open.Value) return open;
        await WriteAsync(open, after, Row.Add(partition, noteKey, heard.Value));
        return open with { Value = after };
    }

    async Task WriteAsync(
        Stored<FeedbackItem> read, FeedbackItem after, params IReadOnlyList<TableTransactionAction> others)
    {
        var (before, groupId) = (read.Value, after.GroupId);
        var figures = await FindFiguresAsync(groupId);
        await table.CommitAsync(
        [
            Row.Write(FeedbackRows.PartitionOf(groupId), read.RowKey, after, read),
            FiguresRowOf(groupId, figures, before, after),
            .. FeedbackRows.OfHeard(before, after),
            .. EndedFeedbackStore.RowsOf(before, after),
            .. others,
        ]);
    }

    static TableTransactionAction FiguresRowOf(
        string groupId, Stored<FeedbackFigures>? read, FeedbackItem? before, FeedbackItem after)
    {
        var figures = (read?.Value ?? FeedbackFigures.None).After(before, after);
        return Row.Write(FeedbackRows.PartitionOf(groupId), FiguresRow, figures, read);
    }

    Task<Stored<FeedbackFigures>?> FindFiguresAsync(string groupId) =>
        table.FindAsync<FeedbackFigures>(FeedbackRows.PartitionOf(groupId), FiguresRow);

    // The figures make all writers of a group meet.
    Task<T> InGroupAsync<T>(string groupId, Func<Task<T>> attempt) =>
        locks.RunAsync($"feedback {groupId}", () => table.RetryAsync(attempt));
}
