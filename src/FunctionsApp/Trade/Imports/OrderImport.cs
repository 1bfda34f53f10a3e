using Community.Trade.Orders;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Trade.Orders;

namespace FunctionsApp.Trade.Imports;

/// <summary>Updates of orders from an imported file, as a queue message.</summary>
public sealed record ImportedOrders(string Shop, IReadOnlyList<OrderUpdate> Orders)
{
    /// <summary>The queue of these messages.</summary>
    public const string QueueName = "imported-orders";

    /// <inheritdoc />
    public override string ToString() => $"{Orders.Count} orders of {Shop}";
}

/// <summary>A line that was not imported, with the reason.</summary>
public sealed record BadLine(int Line, string Reason);

/// <summary>
/// The result of an import: the number of lines, of orders that webhooks reported completely and of orders with a
/// missed payment or refund; the orders whose webhooks state another amount, which counts; and the lines that were
/// not imported.
/// </summary>
public sealed record ImportReport(
    int Lines,
    int Known,
    int Missed,
    IReadOnlyList<string> MissedOrders,
    IReadOnlyList<string> DifferingOrders,
    IReadOnlyList<BadLine> Bad);

/// <summary>
/// Compares a file with the stored orders. Missed facts are queued before they are reported, and recorded from the
/// queue like the facts of webhooks; the same file again finds them known.
/// </summary>
public sealed class OrderImport(OrderStore orders, MessageQueue<ImportedOrders> importedOrders, TimeProvider clock)
{
    /// <summary>The limit of order ids in each list of the report; the numbers count all orders.</summary>
    public const int MaxListed = 1_000;

    const int LinesInBatch = 64;
    const int UpdatesInMessage = 20;

    readonly List<string> missed = [];
    readonly List<string> differing = [];
    readonly List<BadLine> bad = [];
    int lines;
    int known;
    int missedCount;

    /// <summary>The report on the lines that are imported so far.</summary>
    public ImportReport Report => new(lines, known, missedCount, missed, differing, bad);

    /// <summary>
    /// Imports the file in batches; throws <see cref="BadFileException"/> when the rest cannot be read.
    /// </summary>
    public async Task RunAsync(string shop, OrderFile file)
    {
        List<ImportedLine> batch = [];
        await foreach (var line in file.LinesAsync())
        {
            lines++;
            if (line.Order is { } order) batch.Add(order);
            else bad.Add(new BadLine(line.Number, line.Reason!));
            if (batch.Count < LinesInBatch) continue;
            await ImportAsync(shop, batch);
            batch.Clear();
        }

        await ImportAsync(shop, batch);
    }

    async Task ImportAsync(string shop, IReadOnlyList<ImportedLine> batch)
    {
        var stored = await Task.WhenAll(batch.Select(line => orders.FindAsync(shop, line.OrderId)));
        var updates = batch
            .Zip(stored, (line, order) => Compare(shop, line, order?.Value.Order))
            .SelectMany(missing => missing);
        await Task.WhenAll(updates
            .Chunk(UpdatesInMessage)
            .Select(part => importedOrders.SendAsync(new ImportedOrders(shop, part))));
    }

    // Counts the line in the report and returns its missed facts.
    IEnumerable<OrderUpdate> Compare(string shop, ImportedLine line, Order? order)
    {
        if (line.DiffersFrom(order)) AddUpToLimit(differing, line.OrderId);
        var missing = line.Missing(order, shop, clock.GetUtcNow());
        if (missing.Count == 0)
        {
            known++;
            return [];
        }

        missedCount++;
        AddUpToLimit(missed, line.OrderId);
        return missing.Select(fact => new OrderUpdate(line.OrderId, fact));
    }

    static void AddUpToLimit(List<string> ids, string id)
    {
        if (ids.Count < MaxListed) ids.Add(id);
    }
}
