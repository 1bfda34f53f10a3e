using Community.Selling.FlashSales;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>Flash sales and the progress of their groups.</summary>
public sealed class FlashSaleStore(FlashSalesTable table, IdCatalog catalog, KeyedLock locks)
{
    const string GroupPrefix = "group-";

    readonly DecidedDocument<FlashSale, FlashSaleCommand, FlashSaleEvent> documents = new(
        table, catalog, locks, new("flash-sales", "flash-sale", FlashSaleRules.Decide, FlashSaleRules.Evolve));

    /// <inheritdoc cref="DecidedDocument{TState, TCommand, TEvent}.FindAsync" />
    public Task<Stored<FlashSale>?> FindAsync(string id) => documents.FindAsync(id);

    /// <inheritdoc cref="DecidedDocument{TState, TCommand, TEvent}.CreateAsync" />
    public Task<(bool IsNew, Stored<FlashSale> Document)> CreateAsync(FlashSale sale, string fingerprint) =>
        documents.CreateAsync(sale.Id, sale, fingerprint);

    /// <summary>One page of sales in order of id.</summary>
    public Task<Slice<FlashSale>> PageAsync(int size, string? continuation) => documents.PageAsync(size, continuation);

    /// <summary>Decides on the sale and stores the result; null when there is no sale of that id.</summary>
    public Task<Decided<FlashSale, FlashSaleEvent>?> DecideAsync(
        string id, FlashSaleCommand command, ExpectedVersion? expected = null) =>
        documents.DecideAsync(id, command, expected);

    /// <summary>The progress of each group, in the order of the sale's groups.</summary>
    public async Task<IReadOnlyList<FlashGroup>> GroupsAsync(FlashSale sale)
    {
        var rows = await table.AllAsync<FlashGroup>(sale.Id, GroupPrefix);
        var byId = rows.ToDictionary(row => row.Value.GroupId, row => row.Value, StringComparer.Ordinal);
        return [.. sale.GroupIds.Select(id => byId.GetValueOrDefault(id) ?? FlashGroup.Planned(id))];
    }

    /// <summary>The progress of one group.</summary>
    public async Task<FlashGroup> FindGroupAsync(string id, string groupId) =>
        (await table.FindAsync<FlashGroup>(id, GroupPrefix + groupId))?.Value ?? FlashGroup.Planned(groupId);

    /// <summary>Stores the progress of a group unless the group is further.</summary>
    public Task<bool> RecordGroupAsync(string id, FlashGroup progress, DateTimeOffset at) =>
        table.RetryAsync(() => RecordGroupOnceAsync(id, progress, at));

    async Task<bool> RecordGroupOnceAsync(string id, FlashGroup progress, DateTimeOffset at)
    {
        var row = GroupPrefix + progress.GroupId;
        var read = await table.FindAsync<FlashGroup>(id, row);
        var after = (read?.Value ?? FlashGroup.Planned(progress.GroupId)).Advance(progress, at);
        if (after == read?.Value) return false;
        await table.CommitAsync(Row.Write(id, row, after, read));
        return true;
    }
}
