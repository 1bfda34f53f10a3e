using Azure;
using Azure.Data.Tables;
using Community.Content;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Content.Library;

/// <summary>
/// The items of the library. An approved item is stored a second time under its kind, in the transaction that approves
/// it, so that a draw reads only what can be sent.
/// </summary>
public sealed class ContentStore(ContentTable table, KeyedLock locks)
{
    const string Library = "library";
    const string ItemPrefix = "item-";
    const string ApprovedPrefix = "approved-";

    const int ApprovedPage = 500;

    /// <summary>The item; null when there is none.</summary>
    public Task<Stored<ContentItem>?> FindAsync(string id) => table.FindAsync<ContentItem>(Library, ItemPrefix + id);

    /// <summary>Stores a new item. The result is false and the stored item when the id is taken.</summary>
    public async Task<(bool IsNew, Stored<ContentItem> Document)> CreateAsync(ContentItem item, string fingerprint)
    {
        IEnumerable<TableTransactionAction> approved = item.State is ContentState.Approved ? [ApprovedRowOf(item)] : [];
        var isNew = await table.TryCommitAsync([RowOf(item, fingerprint), .. approved]);
        return (isNew, (await FindAsync(item.Id))!);
    }

    /// <summary>Stores at most 100 new items in one transaction; false when one of the ids is taken.</summary>
    public Task<bool> TryAddAsync(IEnumerable<(ContentItem Item, string Fingerprint)> items) =>
        table.TryCommitAsync([.. items.Select(item => RowOf(item.Item, item.Fingerprint))]);

    /// <summary>Decides on the item and stores the result; null when there is no such item.</summary>
    public Task<Decided<ContentItem, ContentEvent>?> DecideAsync(
        string id, ContentCommand command, ExpectedVersion? expected = null) =>
        locks.RunAsync($"content {id}", () => table.RetryAsync(async () =>
        {
            if (await FindAsync(id) is not { } read) return null;
            expected?.Verify(read.Value);
            var events = ContentRules.Decide(command, read.Value);
            var after = events.Aggregate(read.Value, ContentRules.Evolve);
            if (after != read.Value) await table.CommitAsync(ChangesOf(read, after));
            return new Decided<ContentItem, ContentEvent>(after, events);
        }));

    /// <summary>
    /// One page of the items that match, in order of id. A page may hold fewer items than <paramref name="size"/> and
    /// still have a continuation.
    /// </summary>
    public Task<Slice<ContentItem>> PageAsync(ContentFilter filter, int size, string? continuation) =>
        filter is { State: ContentState.Approved, Kind: { } kind }
            ? PageAsync(PrefixOf(kind), filter, size, continuation)
            : PageAsync(ItemPrefix, filter, size, continuation);

    /// <summary>
    /// One page of the approved items of a kind, with a tag unless it is null, in order of id. It includes items that
    /// are not valid yet and those that have expired.
    /// </summary>
    public Task<Slice<ContentItem>> ApprovedAsync(
        ContentKind kind, string? tag, int size = ApprovedPage, string? continuation = null) =>
        PageAsync(new ContentFilter(kind, tag, ContentState.Approved), size, continuation);

    async Task<Slice<ContentItem>> PageAsync(string prefix, ContentFilter filter, int size, string? continuation)
    {
        var page = await table.PageAsync<ContentItem>(
            Library, prefix, size, continuation, filter.IsEmpty ? null : filter.Matches);
        return page.Map(row => row.Value);
    }

    static TableTransactionAction RowOf(ContentItem item, string fingerprint) =>
        Row.Add(Library, ItemPrefix + item.Id, item, fingerprint);

    static List<TableTransactionAction> ChangesOf(Stored<ContentItem> read, ContentItem after)
    {
        List<TableTransactionAction> rows = [Row.Write(Library, read.RowKey, after, read)];
        if (after.State is ContentState.Approved) rows.Add(ApprovedRowOf(after));
        else if (read.Value.State is ContentState.Approved)
            rows.Add(Row.Delete(Library, ApprovedKeyOf(read.Value), ETag.All));
        return rows;
    }

    static TableTransactionAction ApprovedRowOf(ContentItem item) => Row.Put(Library, ApprovedKeyOf(item), item);

    static string ApprovedKeyOf(ContentItem item) => PrefixOf(item.Body.Kind) + item.Id;

    static string PrefixOf(ContentKind kind) => $"{ApprovedPrefix}{kind}-";
}
