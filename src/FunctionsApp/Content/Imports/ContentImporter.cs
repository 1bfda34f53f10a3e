using FunctionsApp.Content.Library;
using FunctionsApp.Trade.Imports;

namespace FunctionsApp.Content.Imports;

/// <summary>
/// The report of an import: its lines, the new items, the items that were stored before by the same content, and the
/// lines at fault. Nothing is stored by a dry run or with a line at fault.
/// </summary>
public sealed record ContentImportReport(
    bool DryRun, int Lines, int Created, int Known, int BadLines, IReadOnlyList<BadContentLine> Bad);

/// <summary>Imports files of items: all lines or none.</summary>
public sealed class ContentImporter(ContentFileReader reader, ContentStore contents)
{
    // A transaction holds at most 100 rows and 4 MiB.
    const int ItemsPerTransaction = 50;

    /// <summary>
    /// Checks the file and, unless it is a dry run or a line is at fault, stores its items; throws
    /// <see cref="BadFileException"/> for a file that cannot be read. A repeat finds its items known.
    /// </summary>
    public async Task<ContentImportReport> ImportAsync(ContentFile file, bool isDryRun)
    {
        var (good, bad) = await reader.ReadAsync(file);
        var (wanted, known, taken) = await CompareAsync(good);
        List<BadContentLine> faults = [.. bad.Concat(taken).OrderBy(line => line.Line)];
        if (!isDryRun && faults.Count == 0) faults.AddRange(await StoreAsync(wanted));
        var badLines = faults.DistinctBy(line => line.Line).Count();
        return new ContentImportReport(
            isDryRun, wanted.Count + known + badLines, wanted.Count, known, badLines, faults);
    }

    async Task<(IReadOnlyList<ContentLine> New, int Known, IReadOnlyList<BadContentLine> Taken)> CompareAsync(
        IReadOnlyList<ContentLine> lines)
    {
        List<ContentLine> wanted = [];
        List<BadContentLine> taken = [];
        foreach (var chunk in lines.Chunk(ItemsPerTransaction))
        {
            var stored = await Task.WhenAll(chunk.Select(line => contents.FindAsync(line.Item.Id)));
            foreach (var (line, item) in chunk.Zip(stored))
            {
                if (item is null) wanted.Add(line);
                else if (item.Fingerprint != line.Fingerprint) taken.Add(Taken(line));
            }
        }

        return (wanted, lines.Count - wanted.Count - taken.Count, taken);
    }

    // An id can be taken between the comparison and the transaction, which then stores none of its items.
    async Task<IReadOnlyList<BadContentLine>> StoreAsync(IReadOnlyList<ContentLine> lines)
    {
        foreach (var chunk in lines.Chunk(ItemsPerTransaction))
        {
            IReadOnlyList<ContentLine> left = chunk;
            while (left.Count > 0 && !await contents.TryAddAsync(left.Select(line => (line.Item, line.Fingerprint))))
            {
                (left, _, var taken) = await CompareAsync(left);
                if (taken.Count > 0) return taken;
            }
        }

        return [];
    }

    static BadContentLine Taken(ContentLine line) => new(line.Number, "id", "is that of another item in the library.");
}
