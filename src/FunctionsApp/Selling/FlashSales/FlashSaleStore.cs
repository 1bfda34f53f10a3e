using Community.Selling.FlashSales;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>Flash sales: one partition each, with the sale and how far each of its groups is.</summary>
public sealed class FlashSaleStore(FlashSalesTable table, IdCatalog catalog, KeyedLock locks)
{
    const string Kind = "flash-sales";
    const string SaleRow = "flash-sale";
    const string GroupPrefix = "group-";

    /// <summary>The sale; null when there is none.</summary>
    public Task<Stored<FlashSale>?> FindAsync(string id) => table.FindAsync<FlashSale>(id, SaleRow);

    /// <summary>Stores a new sale; false, and the sale that stands, when the id is taken.</summary>
    public async Task<(bool Made, Stored<FlashSale> Sale)> CreateAsync(FlashSale sale, string fingerprint)
    {
        await catalog.AddAsync(Kind, sale.Id);
        var made = await table.TryAddAsync(Row.Add(sale.Id, SaleRow, sale, fingerprint));
        return (made, (await FindAsync(sale.Id))!);
    }

    /// <summary>One page of sales, in order of id.</summary>
    public Task<Slice<FlashSale>> PageAsync(int size, string? continuation) =>
        catalog.PageAsync(Kind, size, continuation, async id => (await FindAsync(id))?.Value);

    /// <summary>How far each group of the sale is, in the sale's order.</summary>
    public async Task<IReadOnlyList<FlashGroup>> GroupsAsync(FlashSale sale)
    {
        var known = (await table.AllAsync<FlashGroup>(sale.Id, GroupPrefix)).ToDictionary(row => row.Value.GroupId, row => row.Value, StringComparer.Ordinal);
        return [.. sale.GroupIds.Select(id => known.GetValueOrDefault(id) ?? FlashGroup.Planned(id))];
    }

    /// <summary>How far one group of the sale is.</summary>
    public async Task<FlashGroup> FindGroupAsync(string id, string groupId) =>
        (await table.FindAsync<FlashGroup>(id, GroupPrefix + groupId))?.Value ?? FlashGroup.Planned(groupId);

    /// <summary>Decides on the sale and stores what came of it; null when there is no such sale. Its groups come to the same instants together.</summary>
    public Task<(FlashSale After, IReadOnlyList<FlashSaleEvent> Events)?> DecideAsync(string id, FlashSaleCommand command) =>
        locks.RunAsync(id, () => table.RetryAsync<(FlashSale, IReadOnlyList<FlashSaleEvent>)?>(async () =>
        {
            if (await FindAsync(id) is not { } read) return null;
            var events = FlashSaleRules.Decide(command, read.Value);
            var after = events.Aggregate(read.Value, FlashSaleRules.Evolve);
            if (after != read.Value) await table.CommitAsync(Row.Write(id, SaleRow, after, read));
            return (after, events);
        }));

    /// <summary>Notes how far a group is, unless it is further.</summary>
    public Task<bool> RecordGroupAsync(string id, FlashGroup standing, DateTimeOffset at) => table.RetryAsync(async () =>
    {
        var read = await table.FindAsync<FlashGroup>(id, GroupPrefix + standing.GroupId);
        var after = (read?.Value ?? FlashGroup.Planned(standing.GroupId)).Advance(standing, at);
        if (after == read?.Value) return false;
        await table.CommitAsync(Row.Write(id, GroupPrefix + standing.GroupId, after, read));
        return true;
    });
}
