namespace Community.Acquisition.Scans;

/// <summary>
/// The result of a fold: the first <paramref name="Batches"/> rows and the last part are <paramref name="Codes"/>, or
/// these are a new part.
/// </summary>
public sealed record ScanFold(int Batches, bool IsNewPart, IReadOnlyDictionary<string, int> Codes);

/// <summary>
/// Adds batches of scans to the last part of their hour, or hours to the last part of a total. A part has a bounded
/// number of codes, so that it fits into a row however many codes are scanned. A code may be in several parts.
/// </summary>
public static class ScanFoldRules
{
    /// <summary>
    /// The most codes of a part that several batches share. A code and its count take at most 24 characters of the
    /// 160,000 that a row holds.
    /// </summary>
    public const int MaxCodes = 4_000;

    /// <summary>
    /// Folds at least the first of the batches, of which there is at least one. <paramref name="lastPart"/> is null for
    /// an hour without parts.
    /// </summary>
    public static ScanFold Fold(
        IReadOnlyDictionary<string, int>? lastPart, IReadOnlyList<IReadOnlyDictionary<string, int>> batches)
    {
        var isNewPart = lastPart is null || !Fits(lastPart, batches[0]);
        var codes = isNewPart ? new Dictionary<string, int>() : new Dictionary<string, int>(lastPart!);
        var folded = 0;
        foreach (var batch in batches.TakeWhile(batch => folded == 0 || Fits(codes, batch)))
        {
            foreach (var (code, count) in batch) codes[code] = codes.GetValueOrDefault(code) + count;
            folded++;
        }

        return new ScanFold(folded, isNewPart, codes);
    }

    static bool Fits(IReadOnlyDictionary<string, int> codes, IReadOnlyDictionary<string, int> batch) =>
        codes.Count + batch.Keys.Count(code => !codes.ContainsKey(code)) <= MaxCodes;
}
