using Community.Trade.Orders;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Trade.Orders;

namespace FunctionsApp.Trade.Imports;

/// <summary>Orders of an imported file on their way to be taken in.</summary>
public sealed record ImportedOrders(string Shop, IReadOnlyList<OrderUpdate> Orders)
{
    /// <summary>The queue of these messages.</summary>
    public const string QueueName = "imported-orders";

    /// <inheritdoc />
    public override string ToString() => $"{Orders.Count} orders of {Shop}";
}

/// <summary>A line that was not imported, and why.</summary>
public sealed record BadLine(int Line, string Reason);

/// <summary>
/// What became of a file: lines read, orders of which webhooks had told everything, orders they had missed (the payment, or a refund), orders whose
/// webhooks say another amount, which then counts, and every line that was not imported.
/// </summary>
public sealed record ImportReport(int Lines, int Known, int Missed, IReadOnlyList<string> MissedOrders, IReadOnlyList<string> DifferingOrders, IReadOnlyList<BadLine> Bad);

/// <summary>
/// Holds a file against what is known. What webhooks had missed is stored in messages before it is reported, and taken in from there like any other news;
/// the same file again finds it known.
/// </summary>
public sealed class OrderImport(OrderStore orders, MessageQueue<ImportedOrders> importedOrders, TimeProvider clock)
{
    /// <summary>How many orders of each sort are listed by their ids; the numbers count all.</summary>
    public const int MaxListed = 1_000;

    const int LinesAtOnce = 64;
    const int OrdersInMessage = 20;

    readonly List<string> missed = [];
    readonly List<string> differing = [];
    readonly List<BadLine> bad = [];
    int lines;
    int known;
    int missedCount;

    /// <summary>The report so far.</summary>
    public ImportReport Report => new(lines, known, missedCount, missed, differing, bad);

    /// <summary>Takes the file in, some lines at once; throws <see cref="BadFileException"/> where it cannot be read on.</summary>
    public async Task RunAsync(string shop, OrderFile file)
    {
        List<ImportedLine> read = [];
        await foreach (var line in file.LinesAsync())
        {
            lines++;
            if (line.Order is { } order) read.Add(order);
            else bad.Add(new BadLine(line.Number, line.Reason!));
            if (read.Count < LinesAtOnce) continue;
            await TakeInAsync(shop, read);
            read.Clear();
        }

        await TakeInAsync(shop, read);
    }

    async Task TakeInAsync(string shop, IReadOnlyList<ImportedLine> read)
    {
        var found = await Task.WhenAll(read.Select(async line => (Line: line, Known: (await orders.FindAsync(shop, line.OrderId))?.Value.Order)));
        List<OrderUpdate> news = [];
        foreach (var (line, order) in found)
        {
            var missing = line.Missing(order, shop, clock.GetUtcNow());
            if (line.DiffersFrom(order)) List(differing, line.OrderId);
            if (missing.Count == 0)
            {
                known++;
                continue;
            }

            missedCount++;
            List(missed, line.OrderId);
            news.AddRange(missing.Select(one => new OrderUpdate(line.OrderId, one)));
        }

        await Task.WhenAll(news.Chunk(OrdersInMessage).Select(part => importedOrders.SendAsync(new ImportedOrders(shop, part))));
    }

    static void List(List<string> ids, string id)
    {
        if (ids.Count < MaxListed) ids.Add(id);
    }
}
