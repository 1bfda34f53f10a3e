using Community.FlashSales;
using FunctionsApp.Storage;

namespace FunctionsApp.FlashSales;

/// <summary>Flash sales: one partition each.</summary>
public sealed class FlashSaleStore(Tables tables, Catalog catalog)
{
    const string Kind = "flash-sales";
    const string SaleRow = "flash-sale";

    /// <summary>The sale; null when there is none.</summary>
    public Task<Stored<FlashSale>?> FindAsync(string id) => tables.FlashSales.FindAsync<FlashSale>(id, SaleRow);

    /// <summary>Stores a new sale; false, and the sale that stands, when the id is taken.</summary>
    public async Task<(bool Made, Stored<FlashSale> Sale)> CreateAsync(FlashSale sale, string fingerprint)
    {
        await catalog.NoteAsync(Kind, sale.Id);
        var made = await tables.FlashSales.TryAddAsync(Row.Add(sale.Id, SaleRow, sale, fingerprint));
        return (made, (await FindAsync(sale.Id))!);
    }

    /// <summary>One page of sales, in order of id.</summary>
    public Task<Slice<FlashSale>> PageAsync(int size, string? continuation) =>
        catalog.PageAsync(Kind, size, continuation, async id => (await FindAsync(id))?.Value);

    /// <summary>Decides on the sale and stores what came of it; null when there is no such sale.</summary>
    public Task<(FlashSale After, IReadOnlyList<FlashSaleEvent> Events)?> DecideAsync(string id, FlashSaleCommand command) =>
        Contention.RetryAsync<(FlashSale, IReadOnlyList<FlashSaleEvent>)?>(async () =>
        {
            if (await FindAsync(id) is not { } read) return null;
            var events = FlashSaleRules.Decide(command, read.Value);
            var after = events.Aggregate(read.Value, FlashSaleRules.Evolve);
            if (after != read.Value) await tables.FlashSales.CommitAsync(Row.Write(id, SaleRow, after, read));
            return (after, events);
        });
}
