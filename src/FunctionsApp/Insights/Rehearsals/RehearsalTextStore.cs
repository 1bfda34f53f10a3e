using System.Buffers.Text;
using System.Globalization;
using System.IO.Compression;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Insights.Rehearsals;

/// <summary>The texts of a report.</summary>
public enum RehearsalText
{
    /// <summary>The whole report.</summary>
    Report,

    /// <summary>The report without its time line, which is most of it.</summary>
    Summary,
}

/// <summary>
/// The texts of reports, compressed and cut into rows. Each upload has a partition of its own, so an upload and the
/// deletion of an earlier one of the same report do not meet.
/// </summary>
public sealed class RehearsalTextStore(RehearsalsTable table)
{
    const string Prefix = "chunk-";

    // In base64url, which no JSON escapes: 160,000 characters, and a row takes 163,835.
    const int BytesPerChunk = 120_000;
    const int RowsPerTransaction = 10; // 1.6 MB, and a transaction takes 4 MiB

    /// <summary>Stores a text of an upload and returns the number of its rows.</summary>
    public async Task<int> WriteAsync(string uploadId, RehearsalText kind, byte[] text)
    {
        var rows = Compress(text)
            .Chunk(BytesPerChunk)
            .Select((chunk, index) => Row.Put(uploadId, RowOf(kind, index), Base64Url.EncodeToString(chunk)))
            .ToList();
        foreach (var transaction in rows.Chunk(RowsPerTransaction)) await table.CommitAsync(transaction);
        return rows.Count;
    }

    /// <summary>The text of <paramref name="rows"/> rows; null when its deletion has begun.</summary>
    public async Task<byte[]?> ReadAsync(string uploadId, RehearsalText kind, int rows)
    {
        var chunks = await table.AllAsync<string>(uploadId, PrefixOf(kind));
        if (chunks.Count != rows) return null;
        using var compressed = new MemoryStream();
        foreach (var chunk in chunks) compressed.Write(Base64Url.DecodeFromChars(chunk.Value));
        compressed.Position = 0;
        return Decompress(compressed);
    }

    /// <summary>Deletes the texts of an upload, also of one that was not finished.</summary>
    public Task DeleteAsync(string uploadId) => table.DeleteAllAsync(uploadId, Prefix);

    static byte[] Compress(byte[] text)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal)) gzip.Write(text);
        return compressed.ToArray();
    }

    static byte[] Decompress(Stream compressed)
    {
        using var gzip = new GZipStream(compressed, CompressionMode.Decompress);
        using var text = new MemoryStream();
        gzip.CopyTo(text);
        return text.ToArray();
    }

    static string PrefixOf(RehearsalText kind) =>
        Prefix + (kind is RehearsalText.Report ? "report-" : "summary-");

    static string RowOf(RehearsalText kind, int chunk) =>
        PrefixOf(kind) + chunk.ToString("d3", CultureInfo.InvariantCulture);
}
