using Community.Trade.Imports;
using Community.Trade.Orders;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Trade.Orders;

namespace FunctionsApp.Trade.Imports;

/// <summary>
/// Carries out one chunk of an import for each message. The result is decided from the stored orders and stored first,
/// so that a repeat reports the same; then the lines are recorded, which a repeat does not double.
/// </summary>
public sealed class ImportHandler(
    OrderImportStore imports,
    OrderStore orders,
    OrderService service,
    MessageQueue<ImportedOrders> queue,
    TimeProvider clock)
{
    const int LinesAtOnce = 25;

    // A chunk that was done before: its message comes again, or the import is carried out by two messages. By then the
    // other message is further, and this one ends.
    static readonly TimeSpan RepeatDelay = TimeSpan.FromSeconds(10);

    /// <summary>Records the lines of the chunk and returns the actions that they cause, also for a repeat.</summary>
    public async Task<IReadOnlyList<DurableAction>> RecordAsync(ImportedOrders message)
    {
        if (await imports.FindAsync(message.ImportId) is not { } import || import.Value.ChunksDone != message.Chunk)
            return DurableAction.None;
        if (await imports.FindChunkAsync(import, message.Chunk) is not { Value: var chunk }) return DurableAction.None;
        if (await imports.FindResultAsync(message.ImportId, message.Chunk) is null)
            await imports.AddResultAsync(message.ImportId, message.Chunk, await DecideAsync(import.Value, chunk));
        var actions = await InPartsAsync(chunk.Orders, line => RecordAsync(import.Value, line));
        return [.. actions.SelectMany(caused => caused)];
    }

    /// <summary>Counts the chunk as done and sends the message for the next one.</summary>
    public async Task CompleteAsync(ImportedOrders message)
    {
        var (import, isNext) = await imports.CompleteChunkAsync(message.ImportId, message.Chunk, clock.GetUtcNow());
        if (import?.ChunksDone != message.Chunk + 1) return;
        await queue.SendNextAsync(import, isNext ? null : RepeatDelay);
    }

    async Task<ChunkResult> DecideAsync(OrderImport import, ImportChunk chunk)
    {
        var compared = await InPartsAsync(chunk.Orders, line => CompareAsync(import, line));
        return new ChunkResult(
            compared.Count(line => line.Comparison.Outcome is LineOutcome.Known),
            OrdersWith(line => line.Outcome is LineOutcome.Missed),
            OrdersWith(line => line.Outcome is LineOutcome.Corrected),
            OrdersWith(line => line.Differs),
            chunk.Bad);

        IReadOnlyList<string> OrdersWith(Func<LineComparison, bool> condition) =>
            [.. compared.Where(line => condition(line.Comparison)).Select(line => line.OrderId)];
    }

    async Task<(string OrderId, LineComparison Comparison)> CompareAsync(OrderImport import, FileStatement line)
    {
        var known = await orders.FindAsync(import.Shop, line.OrderId);
        return (line.OrderId, ImportRules.Compare(line, known?.Value.Order, import.Reference));
    }

    async Task<IReadOnlyList<DurableAction>> RecordAsync(OrderImport import, FileStatement line)
    {
        var updates = line.FactsOf(import.Reference).Select(fact => new OrderUpdate(line.OrderId, fact));
        return await service.RecordAsync(import.Shop, [.. updates]);
    }

    static async Task<IReadOnlyList<T>> InPartsAsync<T>(
        IReadOnlyList<FileStatement> lines, Func<FileStatement, Task<T>> work)
    {
        List<T> all = [];
        foreach (var part in lines.Chunk(LinesAtOnce)) all.AddRange(await Task.WhenAll(part.Select(work)));
        return all;
    }
}
