using Community.Selling.GroupBuys;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Selling.GroupBuys;

/// <summary>Group-buys with their teams, one row each, and the list of each group, the latest first.</summary>
public sealed class GroupBuyStore(GroupBuysTable table, IdCatalog catalog, KeyedLock locks)
{
    const string ListPrefix = "at-";

    readonly DecidedDocument<GroupBuy, GroupBuyCommand, GroupBuyEvent> documents = new(
        table, catalog, locks, new("group-buys", "group-buy", GroupBuyRules.Decide, GroupBuyRules.Evolve));

    /// <summary>The group-buy; null when there is none.</summary>
    public Task<Stored<GroupBuy>?> FindAsync(string id) => documents.FindAsync(id);

    /// <summary>
    /// Stores a new group-buy, or finds the one that has the id. The row of the list comes first, so that the list
    /// misses none.
    /// </summary>
    public async Task<(bool IsNew, Stored<GroupBuy> Document)> CreateAsync(GroupBuy groupBuy, string fingerprint)
    {
        await table.CommitAsync(Row.Put(ListOf(groupBuy.GroupId), RowKeyOf(groupBuy), groupBuy.Id));
        return await documents.CreateAsync(groupBuy.Id, groupBuy, fingerprint);
    }

    /// <summary>One page of all group-buys in order of id.</summary>
    public Task<Slice<GroupBuy>> PageAsync(int size, string? continuation) => documents.PageAsync(size, continuation);

    /// <summary>One page of the group-buys of a group, the latest first.</summary>
    public async Task<Slice<GroupBuy>> PageAsync(string groupId, int size, string? continuation)
    {
        var page = await table.PageAsync<string>(ListOf(groupId), ListPrefix, size, continuation);
        var found = await Task.WhenAll(page.Items.Select(row => FindAsync(row.Value)));
        // A request that lost its id to another one, or was repeated, leaves a row that leads elsewhere.
        var listed = page.Items.Zip(found)
            .Where(pair => pair.Second?.Value is { } groupBuy
                && groupBuy.GroupId == groupId
                && pair.First.RowKey == RowKeyOf(groupBuy))
            .Select(pair => pair.Second!.Value);
        return new Slice<GroupBuy>([.. listed], page.Continuation);
    }

    /// <summary>Decides on the group-buy and stores the result; null when there is none of that id.</summary>
    public Task<Decided<GroupBuy, GroupBuyEvent>?> DecideAsync(string id, GroupBuyCommand command) =>
        documents.DecideAsync(id, command);

    static string RowKeyOf(GroupBuy groupBuy) =>
        $"{ListPrefix}{TableKey.LatestFirst(groupBuy.CreatedAt)}-{groupBuy.Id}";

    // No id has a tilde.
    static string ListOf(string groupId) => $"group~{groupId}";
}
