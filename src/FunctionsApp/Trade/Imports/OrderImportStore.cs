using System.Globalization;
using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Trade.Imports;

/// <summary>
/// Imports with their lines, in chunks, until they are carried out, and their results. The lines are stored before the
/// import, so an import that is found is complete.
/// </summary>
public sealed class OrderImportStore(OrderImportsTable table)
{
    const string ShopsPartition = "$shops";
    const string ImportRow = "import";
    const string ResultPrefix = "result-";
    const int ChunksPerTransaction = 10; // far below the 4 MiB of a transaction, whatever the texts of the lines

    /// <summary>The import; null when it is unknown.</summary>
    public Task<Stored<OrderImport>?> FindAsync(string id) => table.FindAsync<OrderImport>(id, ImportRow);

    /// <summary>
    /// Stores the lines of a file and returns how many lines and chunks there are. A repeat writes the same rows;
    /// another file with the same id has rows of its own.
    /// </summary>
    public async Task<(int Lines, int Chunks)> StoreLinesAsync(
        string id, string fingerprint, IAsyncEnumerable<FileLine> lines)
    {
        var (count, chunks) = (0, 0);
        await foreach (var part in lines.Chunk(ImportChunk.MaxLines).Chunk(ChunksPerTransaction))
        {
            List<TableTransactionAction> rows = [];
            foreach (var chunk in part)
            {
                count += chunk.Length;
                rows.Add(Row.Put(id, ChunkRow(fingerprint, chunks++), ChunkOf(chunk)));
            }

            await table.CommitAsync(rows);
        }

        return (count, chunks);
    }

    /// <summary>Deletes the lines that <see cref="StoreLinesAsync"/> stored.</summary>
    public Task DeleteLinesAsync(string id, string fingerprint) =>
        table.DeleteAllAsync(id, ChunkPrefix(fingerprint));

    /// <summary>
    /// An instant that is later than those of the shop's files before, whatever the clocks of the instances say.
    /// </summary>
    public Task<DateTimeOffset> NextInstantAsync(string shop, DateTimeOffset now) => table.RetryAsync(async () =>
    {
        var read = await table.FindAsync<DateTimeOffset>(ShopsPartition, shop);
        var next = read is null || now > read.Value ? now : read.Value.AddTicks(1);
        await table.CommitAsync(Row.Write(ShopsPartition, shop, next, read));
        return next;
    });

    /// <summary>Adds the import of this file; false when there is one with its id.</summary>
    public Task<bool> TryAddAsync(OrderImport import, string fingerprint) =>
        table.TryCommitAsync(Row.Add(import.Id, ImportRow, import, fingerprint));

    /// <summary>The lines of a chunk; null when the chunk is done.</summary>
    public Task<Stored<ImportChunk>?> FindChunkAsync(Stored<OrderImport> import, int chunk) =>
        table.FindAsync<ImportChunk>(import.Value.Id, ChunkRow(import.Fingerprint!, chunk));

    /// <summary>The result of a chunk; null before it is decided.</summary>
    public async Task<ChunkResult?> FindResultAsync(string id, int chunk) =>
        (await table.FindAsync<ChunkResult>(id, ResultRow(chunk)))?.Value;

    /// <summary>Stores the result of a chunk; an earlier one stays.</summary>
    public Task AddResultAsync(string id, int chunk, ChunkResult result) =>
        table.TryCommitAsync(Row.Add(id, ResultRow(chunk), result));

    /// <summary>The results of all chunks that are done, in order; an import has at most 500.</summary>
    public async Task<IReadOnlyList<ChunkResult>> ResultsAsync(string id) =>
        [.. (await table.AllAsync<ChunkResult>(id, ResultPrefix)).Select(row => row.Value)];

    /// <summary>
    /// Counts the chunk as done and deletes its lines, in one transaction; returns the import, and false when the chunk
    /// was done before.
    /// </summary>
    public Task<(OrderImport? Import, bool IsNext)> CompleteChunkAsync(string id, int chunk, DateTimeOffset at) =>
        table.RetryAsync(async () =>
        {
            if (await FindAsync(id) is not { } import) return (null, IsNext: false);
            if (import.Value.ChunksDone != chunk) return (import.Value, IsNext: false);
            var lines = await FindChunkAsync(import, chunk);
            var result = await FindResultAsync(id, chunk);
            var after = import.Value.AfterChunk(result!.Counts, at);
            await table.CommitAsync(
                Row.Write(id, ImportRow, after, import),
                Row.Delete(id, ChunkRow(import.Fingerprint!, chunk), lines!.ETag));
            return ((OrderImport?)after, IsNext: true);
        });

    /// <summary>Deletes the import with its lines and results.</summary>
    public async Task DeleteAsync(string id)
    {
        await table.DeleteAllAsync(id, "chunk-");
        await table.DeleteAllAsync(id, ResultPrefix);
        if (await FindAsync(id) is { } import) await table.DeleteAsync(id, [import]);
    }

    static ImportChunk ChunkOf(IReadOnlyList<FileLine> lines) => new(
        [.. lines.Where(line => line.Order is not null).Select(line => line.Order!)],
        [.. lines.Where(line => line.Bad is not null).Select(line => line.Bad!)]);

    static string ChunkPrefix(string fingerprint) => $"chunk-{fingerprint}-";

    static string ChunkRow(string fingerprint, int chunk) => ChunkPrefix(fingerprint) + Number(chunk);

    static string ResultRow(int chunk) => ResultPrefix + Number(chunk);

    static string Number(int chunk) => chunk.ToString("d5", CultureInfo.InvariantCulture);
}
