using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Trade.Imports;

/// <summary>Accepts files: their lines are stored, and a queue message starts to carry them out.</summary>
public sealed class ImportService(
    OrderImportStore imports, ImportCalendar calendar, MessageQueue<ImportedOrders> queue, TimeProvider clock)
{
    /// <summary>
    /// The import of this id and whether it is new. It belongs to another file when its fingerprint is another one.
    /// Throws <see cref="BadFileException"/> before anything is stored.
    /// </summary>
    public async Task<(bool IsNew, Stored<OrderImport> Import)> AcceptAsync(
        string shop, string id, string fingerprint, OrderFile file)
    {
        var known = await imports.FindAsync(id);
        var accepted = known is null ? await StoreAsync(shop, id, fingerprint, file) : (IsNew: false, Import: known);
        // The request before may have ended here.
        if (accepted.Import.Fingerprint == fingerprint) await queue.SendNextAsync(accepted.Import.Value);
        return accepted;
    }

    async Task<(bool IsNew, Stored<OrderImport> Import)> StoreAsync(
        string shop, string id, string fingerprint, OrderFile file)
    {
        await file.LinesAsync().CountAsync(); // a file that cannot be read ends here
        var now = clock.GetUtcNow();
        await calendar.AddAsync(id, now);
        var (lines, chunks) = await imports.StoreLinesAsync(id, fingerprint, file.LinesAsync());
        var import = new OrderImport(id, shop, await imports.NextInstantAsync(shop, now), lines, chunks)
        {
            FinishedAt = chunks == 0 ? now : null,
        };
        var isNew = await imports.TryAddAsync(import, fingerprint);
        var stored = (await imports.FindAsync(id))!;
        if (stored.Fingerprint != fingerprint) await imports.DeleteLinesAsync(id, fingerprint);
        return (isNew, stored);
    }
}

/// <summary>Sends the messages of imports.</summary>
static class ImportMessages
{
    /// <summary>Sends the message for the next chunk of the import, when there is one.</summary>
    public static Task SendNextAsync(
        this MessageQueue<ImportedOrders> queue, OrderImport import, TimeSpan? delay = null) =>
        import.State is ImportState.Finished
            ? Task.CompletedTask
            : queue.SendAsync(new ImportedOrders(import.Shop, import.Id, import.ChunksDone), delay);
}
